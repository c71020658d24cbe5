"""The Look inside panel of the RNN's page: what its memory holds, how far back a pixel looks, and the unrolled graph. See
restoration.ui.sections."""

from restoration.ui import sections
from restoration.ui.rnn import back, memory, unrolled
from restoration.ui.rnn.bench import Bench

SECTIONS = {"memory": memory, "back": back, "unrolled": unrolled}  # in the order of their tabs


def build(lang: str) -> dict:
    return sections.build(SECTIONS, "rnn-inside", "rnn_in_intro", lang)


def wire(bench: Bench, tab, parts: dict) -> None:
    sections.wire(SECTIONS, bench, parts)
