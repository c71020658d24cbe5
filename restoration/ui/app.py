"""Assembles the screen: a page for each family of networks, in both languages, and the API."""

from threading import Thread

import gradio as gr

from restoration import lab
from restoration.errors import Refusal
from restoration.live import untrained
from restoration.ui import api, curves, events, frame, head, inside, latent, lesson, line, live, matrix, predict, restore
from restoration.ui.classroom import room
from restoration.ui.desk import first
from restoration.ui.events import LIVE, QUIET, Keep, Lab, plainly, read, warn
from restoration.ui.gan import bench as gan_bench
from restoration.ui.gan import page as gan_page
from restoration.ui.language import PAGES
from restoration.ui.rnn import bench as rnn_bench
from restoration.ui.rnn import page as rnn_page
from restoration.ui.sessions import let_in_lightly
from restoration.ui.vae import page as vae_page

PANELS = {"restore": restore, "inside": inside, "latent": latent, "curves": curves, "live": live}

def build() -> gr.Blocks:
    """One page a family and language."""
    with gr.Blocks(title="Kintsugi", delete_cache=(3600, 86400), fill_width=True, analytics_enabled=False) as demo:
        page(demo, "en")
        api.build()
    for family, build_page in FAMILIES.items():
        for lang, path in PAGES[family].items():
            if path != "/":
                with demo.route(f"{family} {lang}", path, show_in_navbar=False):
                    build_page(demo, lang)
    let_in_lightly()
    first()  # computed before the first visitor comes, so that nobody waits for it
    room.begin()
    Thread(target=_first_of_families, daemon=True).start()  # takes seconds, which the start need not wait for
    return demo.queue(default_concurrency_limit=8, max_size=400)

def _first_of_families() -> None:
    untrained()  # the first training loads a part of torch that takes seconds
    gan_bench.first()
    rnn_bench.first()

def page(demo: gr.Blocks, lang: str) -> None:
    """The CNN's."""
    case = lab.Case()
    keep = Keep(gr.State(events.Turn()), gr.State(None), gr.State(None), gr.State(""), gr.State(case.tab), gr.State(False), gr.State(None))
    top = head.build("cnn", lang)
    room = frame.build("cnn", PANELS, case.tab, lang)
    panel, exhibits, landscape, runs, trainer = room.parts.values()
    head.foot(lang)

    bench = Lab(panel, keep, room.course.page, top.link, lang)
    placed = [*bench.placed, keep.tab, room.panels, runs.figure, runs.facts, *exhibits.placed]

    def place(case: lab.Case, bare: bool = False) -> list:
        return _place(bench, exhibits, case, bare)

    go = line.wire(bench)
    started = [
        go,
        *frame.wire_page(demo, bench, room, top, placed, place, lab.parse_case),
        *lesson.wire(bench, room.course, placed, place, lab.parse_case),
        _wire_matrix(bench, exhibits, room.panels),
        live.wire(bench, room.tabs["live"], room.panels, trainer),
    ]
    predict.wire(bench, room.course, [go])
    events.wire(bench, started)
    frame.wire_tabs(bench, room.tabs)
    _wire_curves(bench, room.tabs["curves"], runs)
    inside.wire(bench, room.tabs["inside"], exhibits)
    latent.wire(bench, landscape, room.course)

def _place(bench: Lab, exhibits: inside.Inside, case: lab.Case, bare: bool) -> list:
    """Updates for `placed`, the desk first: the lab, the tab, and the curves and exhibits if they are looked at."""
    drawn = curves.drawn(lab.route(case.model, case.damage)[0], "time", bench.lang) if case.tab == "curves" else (None, "")
    desk, *others = bench.place(case, bare)
    seen = inside.place(exhibits, desk, case, bench.lang)
    return [desk, *others, case.tab, gr.Tabs(selected=case.tab), *drawn, *seen]

def _wire_matrix(bench: Lab, exhibits: inside.Inside, panels: gr.Tabs) -> gr.events.Dependency:
    """A cell of the matrix is opened in the lab, and run; returns that run. The matrix itself stays as it is."""

    def taken(event: gr.EventData, *values):
        try:
            case = matrix.case_of((event._data or {}).get("cell"), read(values[3:]).case)
            return [*bench.place(case), case.tab, gr.Tabs(selected=case.tab)]
        except Refusal as e:
            warn(e, bench.lang)
            return gr.skip()

    outputs = [*bench.placed, bench.keep.tab, panels]
    event = exhibits.looked_at["matrix"].page.take(taken, bench.inputs, outputs, **QUIET)
    return event.then(*line.run(bench), **line.FREE)

def _wire_curves(bench: Lab, tab: gr.Tab, runs: curves.Curves) -> None:
    def drawn(against, *values):
        case = read(values[3:]).case
        return curves.drawn(lab.route(case.model, case.damage)[0], against, bench.lang)

    gr.on(
        [tab.select, runs.against.input, bench.panel.model.input], plainly(drawn, bench.lang), [runs.against, *bench.inputs],
        [runs.figure, runs.facts], **LIVE,
    )  # fmt: skip

FAMILIES = {"cnn": page, "gan": gan_page.page, "vae": vae_page.page, "rnn": rnn_page.page}
