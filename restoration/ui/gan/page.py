"""Assembles the GAN's page."""

import gradio as gr

from restoration.lab import gan
from restoration.ui import frame, head, lesson, predict
from restoration.ui.bench import Keep
from restoration.ui.events import Turn
from restoration.ui.gan import curves, inside, latent, live, restore
from restoration.ui.gan.bench import Bench

PANELS = {"restore": restore, "inside": inside, "latent": latent, "curves": curves, "live": live}


def page(demo: gr.Blocks, lang: str) -> None:
    case = gan.Case()
    keep = Keep(gr.State(Turn()), gr.State(None), gr.State(None), gr.State(""), gr.State(case.tab))
    game = gr.State(case.game)
    top = head.build("gan", lang)
    room = frame.build("gan", PANELS, case.tab, lang)
    panel, exhibits, space, runs, trainer = room.parts.values()
    head.foot(lang)

    bench = Bench(panel, keep, game, room.course.page, top.link, lang)
    placed = [*bench.placed, keep.tab, room.panels]

    def place(case: gan.Case, bare: bool = False) -> list:
        return [*bench.place(case, bare), case.tab, gr.Tabs(selected=case.tab)]

    go = bench.wire_run()
    started = [
        go,
        *frame.wire_page(demo, bench, room, top, placed, place, gan.parse_case),
        *lesson.wire(bench, room.course, placed, place, gan.parse_case),
    ]
    predict.wire(bench, room.course, [go])
    bench.wire(started)
    frame.wire_tabs(bench, room.tabs)
    inside.wire(bench, exhibits)
    latent.wire(bench, room.tabs["latent"], space)
    curves.wire(bench, room.tabs["curves"], runs)
    live.wire(bench, room.tabs["live"], trainer)
