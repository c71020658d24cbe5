"""The Look inside panel of the RNN's page. See restoration.ui.sections."""

import gradio as gr

from restoration.ui import sections
from restoration.ui.rnn import cell, vanish
from restoration.ui.rnn.bench import Bench

SECTIONS = {"cell": cell, "vanish": vanish}  # in the order of their tabs


def build(lang: str) -> dict:
    return sections.build(SECTIONS, "rnn-inside", "rnn_in_intro", lang)


def wire(bench: Bench, tab: gr.Tab, parts: dict) -> None:
    sections.wire(SECTIONS, bench, parts)
