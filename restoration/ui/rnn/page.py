"""Assembles the RNN's page."""

import gradio as gr

from restoration.ui import head
from restoration.ui.rnn import pixels


def page(demo: gr.Blocks, lang: str) -> None:
    reset, _ = head.build("rnn", lang)
    reset.click(None, None, None, js="() => { location.href = location.pathname; }")  # the panel keeps its own state: begin anew
    pixels.wire(None, pixels.build(lang))
    head.foot(lang)
