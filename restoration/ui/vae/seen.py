"""Exhibits of the VAE's page that compute when they are seen: the server's side of look.js, for the desk of small pictures."""

from html import escape

import gradio as gr

from restoration.errors import Refusal
from restoration.ui.vae.bench import Bench, read
from restoration.ui.vae.desk import settle


def answer(bench: Bench, html: gr.HTML, shown: gr.State, draw, *names: str, **how) -> None:
    """html: the exhibit's component. how: ASKED or READ of ui/look.py.

    draw: (desk, what is shown, and by `names` what was chosen in the exhibit) -> (the component's properties that change, what is shown
    then). What is shown is a value that draw alone understands: None at first, and after a refusal.
    """

    def looked(event: gr.EventData, seen, desk, _, *values):
        question = event._data or {}
        chosen = {name: value for name, value in question.items() if name in names and value is not None}
        try:
            updates, seen = draw(settle(desk, read(values)), seen, **chosen)
        except Refusal as e:
            updates, seen = {"value": {"problem": escape(e.say(bench.lang))}}, None
        return gr.update(**updates, answered=question.get("number")), seen

    html.look(looked, [shown, *bench.inputs], [html, shown], **how)
