"""The server's side of look.js for what depends on nothing in the lab. As restoration.ui.sight.answer, without the desk."""

from html import escape

import gradio as gr

from restoration.errors import Refusal


def answer(html: gr.HTML, shown: gr.State, draw, *names: str, lang: str, **how) -> None:
    """html: the exhibit's component. how: ASKED or READ of restoration.ui.look.

    draw: (what is shown, and by `names` what was chosen in the exhibit) -> (the component's properties that change, what is shown then).
    What is shown is a value that draw alone understands: None at first, and after a refusal.
    """

    def looked(event: gr.EventData, seen):
        question = event._data or {}
        chosen = {name: question[name] for name in names if question.get(name) is not None}
        try:
            updates, seen = draw(seen, **chosen)
        except Refusal as e:
            updates, seen = {"value": {"problem": escape(e.say(lang))}}, None
        return gr.update(**updates, answered=question.get("number")), seen

    html.look(looked, [shown], [html, shown], **how)
