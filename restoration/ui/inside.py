"""The Look inside panel: exhibits on the picture that is in the lab, a tab each.

The first tab looks into the network that mended the picture; its exhibits compute when they are seen (see network.py). The others show
what a layer does, and are drawn when they are opened. Each of them is a module with TITLE (its key in ui/text.py), CONTROLS_AT_START (the
values of its controls as a link or a lesson wants them), and

    build(lang) -> a panel with `controls` (widgets that redraw it) and `looks` (widgets that it draws)
    drawn(desk, original, lang, *control values) -> updates for its looks

The tabs of LOOKED_AT hold exhibits that compute when they are seen, as the first does: modules with TITLE, build(lang) -> a panel, and
wire(bench, panel).
"""

from dataclasses import dataclass
from functools import partial
from html import escape

import gradio as gr

from restoration import lab
from restoration.ui import blocks, convolution, losses, matrix, network, pooling
from restoration.ui.desk import Desk, settle
from restoration.ui.events import LIVE, QUIET, Lab, plainly, read
from restoration.ui.text import say

SECTIONS = {"convolution": convolution, "pooling": pooling}  # in the order of their tabs; a new exhibit is hung in here
LOOKED_AT = {"matrix": matrix, "blocks": blocks, "losses": losses}
NETWORK = "network"
# lesson -> the tab that it opens; else the network's
OPENED_BY = {"cnn-convolution": "convolution", "cnn-pooling": "pooling", "cnn-tasks": "matrix", "cnn-blocks": "blocks"}


@dataclass(frozen=True)
class Inside:
    original: gr.Radio  # False: the damaged picture, True: the original
    open: gr.State  # the section that is looked at
    tabs: gr.Tabs
    network: network.Panel
    tab: dict  # NETWORK or section -> gr.Tab
    panel: dict  # section -> what its build gave
    looked_at: dict  # the same for LOOKED_AT

    @property
    def controls(self) -> list:
        return [c for panel in self.panel.values() for c in panel.controls]

    @property
    def looks(self) -> list:
        return [w for panel in self.panel.values() for w in panel.looks]

    @property
    def placed(self) -> list:
        """The widgets that `place` sets."""
        return [self.original, self.open, self.tabs, *self.controls, *self.looks]


def build(lang: str) -> Inside:
    gr.HTML(
        f'<h2 class="step">{escape(say("inside", lang))}</h2><p>{escape(say("inside_intro", lang))}</p>',
        apply_default_css=False,
    )
    sources = [(say("damaged", lang), False), (say("original", lang), True)]
    original = gr.Radio(
        sources, value=False, label=say("inside_source", lang), container=False, elem_classes="segments", elem_id="inside-source",
        visible=False,
    )  # fmt: skip
    tab, panel, looked_at = {}, {}, {}
    with gr.Tabs(selected=NETWORK, elem_id="inside") as tabs:
        with gr.Tab(say("inside_network", lang), id=NETWORK) as tab[NETWORK]:
            inner = network.build(lang)
        for name, section in SECTIONS.items():
            with gr.Tab(say(section.TITLE, lang), id=name) as tab[name]:
                panel[name] = section.build(lang)
        for name, exhibits in LOOKED_AT.items():
            with gr.Tab(say(exhibits.TITLE, lang), id=name) as tab[name]:
                looked_at[name] = exhibits.build(lang)
    return Inside(original, gr.State(NETWORK), tabs, inner, tab, panel, looked_at)


def place(inside: Inside, desk: Desk, case: lab.Case, lang: str) -> list:
    """Updates for Inside.placed: as a link, a lesson or Reset wants it. Only what will be looked at is drawn."""
    name = OPENED_BY.get(case.lesson, NETWORK)
    at_start = [value for section in SECTIONS.values() for value in section.CONTROLS_AT_START]
    looks = _looks(inside, name if case.tab == "inside" else "", desk, False, at_start, lang)
    return [gr.update(value=False, visible=name in SECTIONS), name, gr.Tabs(selected=name), *at_start, *looks]


def _looks(inside: Inside, name: str, desk: Desk, original: bool, controls, lang: str) -> list:
    """Updates for Inside.looks: the section `name` drawn, the others left alone."""
    updates, controls = [], iter(controls)
    for section, panel in inside.panel.items():
        values = [next(controls) for _ in panel.controls]
        if section == name:
            updates += SECTIONS[section].drawn(desk, original, lang, *values)
        else:
            updates += [gr.skip()] * len(panel.looks)
    return updates


def wire(bench: Lab, tab: gr.Tab, inside: Inside) -> None:
    network.wire(bench, inside.network)
    for name, exhibits in LOOKED_AT.items():
        exhibits.wire(bench, inside.looked_at[name])
    lang, lab_inputs = bench.lang, len(bench.inputs)

    def draw(name, original, *values):
        desk = settle(values[0], read(values[3:lab_inputs]))
        looks = _looks(inside, name, desk, original, values[lab_inputs:], lang)
        return [name, gr.update(visible=name in SECTIONS), *looks]

    inputs, outputs = [inside.original, *bench.inputs, *inside.controls], [inside.open, inside.original, *inside.looks]
    again = [tab.select, inside.original.input, *(c.input for c in inside.controls)]
    gr.on(again, plainly(draw, lang), [inside.open, *inputs], outputs, **LIVE)
    for name, part in inside.tab.items():
        part.select(plainly(partial(draw, name), lang), inputs, outputs, **QUIET)
