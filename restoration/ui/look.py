"""Exhibits that compute when they are seen: their component, and the server's side of look.js, which answers what one asks when it comes
into sight or when something is chosen in it."""

from html import escape

import gradio as gr

from restoration.errors import Refusal
from restoration.ui.desk import key, settle
from restoration.ui.events import HEAVY, QUIET, Lab, read
from restoration.ui.picture import script
from restoration.ui.text import say

# An exhibit asks one question at a time (look.js). Gradio's own way of holding a second one back would repeat what the first had chosen.
ASKED = {**HEAVY, "trigger_mode": "multiple"}
READ = {**QUIET, "trigger_mode": "multiple"}  # for what no network runs for: it need not wait for repairs


def heading(name: str, title: str, intro: str, lang: str) -> None:
    """name: of the exhibit. title, intro: keys in ui/text.py."""
    title, intro = (escape(say(key, lang)) for key in (title, intro))
    gr.HTML(f'<h2 class="step" id="inside-{name}">{title}</h2><p>{intro}</p>', apply_default_css=False)


def component(template: str, id: str, *scripts: str, **props) -> gr.HTML:
    """scripts: what it runs besides look.js. props: what they read besides value."""
    code = "".join(map(script, ("look.js", *scripts)))
    return gr.HTML(
        None, html_template=template, js_on_load=code, apply_default_css=False, elem_id=id, elem_classes="exhibit", answered=0, **props
    )


def answer(html: gr.HTML, shown: gr.State, draw, *names: str, lang: str, inputs=(), **how) -> None:
    """html: its component. how: ASKED or READ. inputs: what draw has to read besides.

    draw: (what is shown, *the values of inputs, and by `names` what was chosen in the exhibit) -> (the component's properties that change,
    what is shown then). What is shown is a value that draw alone understands: None at first, and after a refusal.
    """

    def looked(event: gr.EventData, seen, *values):
        question = event._data or {}
        chosen = {name: question[name] for name in names if question.get(name) is not None}
        try:
            updates, seen = draw(seen, *values, **chosen)
        except Refusal as e:
            updates, seen = {"value": {"problem": escape(e.say(lang))}}, None
        return gr.update(**updates, answered=question.get("number")), seen

    html.look(looked, [shown, *inputs], [html, shown], **how)


def exhibit(bench: Lab, html: gr.HTML, shown: gr.State, draw, *names: str, **how) -> None:
    """html: its component. shown: says what it shows, so that nothing is computed twice. how: ASKED or READ.

    draw: (desk, outcome, and by `names` what was chosen in the exhibit) -> its value; not called if it shows that already.
    """

    def looked(event: gr.EventData, seen, desk, outcome, _, *values):
        question = event._data or {}
        chosen = {name: value for name, value in question.items() if name in names}
        answered = {"answered": question.get("number")}
        try:
            desk = settle(desk, read(values))
            wanted = (key(desk), chosen)
            if seen == wanted:
                return gr.update(**answered), gr.skip()
            return gr.update(value=draw(desk, outcome, **chosen), **answered), wanted
        except Refusal as e:
            return gr.update(value={"problem": escape(e.say(bench.lang))}, **answered), None

    html.look(looked, [shown, *bench.inputs], [html, shown], **how)
