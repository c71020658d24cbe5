"""Assembles the RNN's page."""

import gradio as gr

from restoration.lab import rnn
from restoration.ui import frame, head, lesson, predict
from restoration.ui.bench import Keep
from restoration.ui.events import Turn
from restoration.ui.rnn import curves, inside, latent, live, pixels, restore
from restoration.ui.rnn.bench import Bench

# Name (a key in ui/text.py, and one of lab.rnn.TABS) -> module, with build(lang) -> part and, but for the first, wire(bench, tab, part)
PANELS = {"restore": restore, "inside": inside, "latent": latent, "curves": curves, "live": live, "pixels": pixels}


def page(demo: gr.Blocks, lang: str) -> None:
    case = rnn.Case()
    keep = Keep(gr.State(Turn()), gr.State(None), gr.State(None), gr.State(""), gr.State(case.tab))
    top = head.build("rnn", lang)
    room = frame.build("rnn", PANELS, case.tab, lang)
    head.foot(lang)

    bench = Bench(room.parts["restore"], keep, room.parts["pixels"], room.course.page, top.link, lang)
    placed = [*bench.placed, keep.tab, room.panels]

    def place(case: rnn.Case, bare: bool = False) -> list:
        tab = case.tab if case.tab in PANELS else "restore"
        return [*bench.place(case, bare), tab, gr.Tabs(selected=tab)]

    go = bench.wire_run()
    started = [
        go,
        *frame.wire_page(demo, bench, room, top, placed, place, rnn.parse_case),
        *lesson.wire(bench, room.course, placed, place, rnn.parse_case),
    ]
    predict.wire(bench, room.course, [go])
    bench.wire(started)
    frame.wire_tabs(bench, room.tabs)
    for name, panel in PANELS.items():
        if panel is not restore:
            panel.wire(bench, room.tabs[name], room.parts[name])
