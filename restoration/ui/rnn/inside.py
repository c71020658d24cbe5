"""The Look inside panel of the RNN's page: what its memory holds, how far back a pixel looks, the unrolled graph, a GRU of one pixel, and
gradients through time. See restoration.ui.sections."""

import gradio as gr

from restoration.ui import sections
from restoration.ui.rnn import back, cell, memory, unrolled, vanish
from restoration.ui.rnn.bench import Bench

SECTIONS = {"memory": memory, "back": back, "unrolled": unrolled, "cell": cell, "vanish": vanish}  # in the order of their tabs


def build(lang: str) -> dict:
    return sections.build(SECTIONS, "rnn-inside", "rnn_in_intro", lang)


def wire(bench: Bench, tab: gr.Tab, parts: dict) -> None:
    sections.wire(SECTIONS, bench, parts)
