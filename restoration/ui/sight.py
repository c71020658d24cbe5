"""The server's side of look.js on the pages whose Restore panel is a bench of restoration.ui.bench. As restoration.ui.look.exhibit."""

from html import escape

import gradio as gr

from restoration.errors import Refusal
from restoration.ui.bench import Bench
from restoration.ui.text import say


def answer(bench: Bench, html: gr.HTML, shown: gr.State, draw, *names: str, **how) -> None:
    """html: the exhibit's component. how: ASKED or READ of restoration.ui.look.

    draw: (desk, what is shown, and by `names` what was chosen in the exhibit) -> (the component's properties that change, what is shown
    then). What is shown is a value that draw alone understands: None at first, and after a refusal.
    """

    def looked(event: gr.EventData, seen, desk, _, *values):
        question = event._data or {}
        chosen = {name: value for name, value in question.items() if name in names and value is not None}
        try:
            updates, seen = draw(bench.settle(desk, bench.read(values)), seen, **chosen)
        except Refusal as e:
            updates, seen = {"value": {"problem": escape(e.say(bench.lang))}}, None
        return gr.update(**updates, answered=question.get("number")), seen

    html.look(looked, [shown, *bench.inputs], [html, shown], **how)


def exhibit(bench: Bench, html: gr.HTML, draw, *names: str, **how) -> None:
    """An exhibit of which all is sent anew, and depends on the clean picture and the seed alone. draw: (desk, and by `names` what was
    chosen) -> its value; not called if it shows that already."""

    def drawn(desk, seen, **chosen):
        wanted = (desk.wanted.clean_key, desk.wanted.case.seed, chosen)
        return ({}, seen) if seen == wanted else ({"value": draw(desk, **chosen)}, wanted)

    answer(bench, html, gr.State(None), drawn, *names, **how)


def looks_at(*keys: str, lang: str) -> None:
    """What to look at: a short list, closed by nothing, open at once."""
    lines = "".join(f"<li>{escape(say(key, lang))}</li>" for key in keys)
    title = escape(say("vae_in_look", lang))
    gr.HTML(f'<div class="look-at"><h3>{title}</h3><ul>{lines}</ul></div>', apply_default_css=False)
