"""Assembles the RNN's page."""

import gradio as gr

from restoration.ui import head
from restoration.ui.rnn import pixels


def page(demo: gr.Blocks, lang: str) -> None:
    head.build("rnn", lang)
    pixels.wire(None, pixels.build(lang))
    head.foot(lang)
