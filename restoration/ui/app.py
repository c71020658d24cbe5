"""Assembles the screen: a page for each family of networks, in both languages, and the API."""

from dataclasses import replace

import gradio as gr

from restoration import lab
from restoration.errors import Refusal
from restoration.ui import api, curves, events, head, inside, latent, lesson, links, live, matrix, restore
from restoration.ui.desk import first
from restoration.ui.events import QUIET, Keep, Lab, plainly, read, warn
from restoration.ui.language import PAGES
from restoration.ui.text import say
from restoration.ui.vae import page as vae_page


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
    first()  # computed before the first visitor comes, so that nobody waits for it
    return demo.queue(default_concurrency_limit=8, max_size=400)


def page(demo: gr.Blocks, lang: str) -> None:
    """The CNN's."""
    case = lab.Case()
    keep = Keep(gr.State(events.Turn()), gr.State(None), gr.State(None), gr.State(""), gr.State(case.tab), gr.State(False), gr.State(None))
    reset, link = head.build("cnn", lang)
    with gr.Row(elem_id="room"):
        with gr.Column(scale=62, min_width=320, elem_id="lab"), gr.Tabs(selected=case.tab, elem_id="panels") as panels:
            tabs = {}
            with gr.Tab(say("restore", lang), id="restore") as tabs["restore"]:
                panel = restore.build(lang)
            with gr.Tab(say("inside", lang), id="inside") as tabs["inside"]:
                exhibits = inside.build(lang)
            with gr.Tab(say("latent", lang), id="latent") as tabs["latent"]:
                landscape = latent.build(lang)
            with gr.Tab(say("curves", lang), id="curves") as tabs["curves"]:
                runs = curves.build(lang)
            with gr.Tab(say("live", lang), id="live") as tabs["live"]:
                trainer = live.build(lang)
        with gr.Column(scale=38, min_width=320, elem_id="lesson"):
            course = lesson.build("cnn", lang)

    head.foot(lang)

    bench = Lab(panel, keep, course.page, link, lang)
    placed = [*bench.placed, keep.tab, panels, runs.figure, runs.facts, *exhibits.placed]
    started = [
        events.wire_run(bench),
        *_wire_page(demo, bench, exhibits, course, reset, placed),
        *lesson.wire(bench, course, placed, lambda preset: _place(bench, exhibits, lab.parse_case(preset)[0])),
        _wire_matrix(bench, exhibits, panels),
        live.wire(bench, tabs["live"], panels, trainer),
    ]
    events.wire(bench, started)
    _wire_tabs(bench, tabs, runs)
    inside.wire(bench, tabs["inside"], exhibits)
    latent.wire(bench, landscape, course)


def _place(bench: Lab, exhibits: inside.Inside, case: lab.Case) -> list:
    """Updates for `placed`: the lab, the tab, and the curves and exhibits if they are looked at."""
    drawn = curves.drawn(lab.route(case.model, case.damage)[0], "time", bench.lang) if case.tab == "curves" else (None, "")
    desk, *others = bench.place(case)
    seen = inside.place(exhibits, desk, case, bench.lang)
    return [desk, *others, case.tab, gr.Tabs(selected=case.tab), *drawn, *seen]


def _wire_page(demo: gr.Blocks, bench: Lab, exhibits: inside.Inside, course: lesson.Panel, reset: gr.Button, placed: list) -> list:
    lang, outputs = bench.lang, [*placed, course.page, *course.looks]

    def opened(request: gr.Request):
        case, notes = lab.parse_case(dict(request.query_params))
        for note in notes:
            warn(note, lang)
        return [*_place(bench, exhibits, case), case.lesson, *lesson.show(case.lesson, lang)]

    def cleared():
        case = lab.Case()
        return [*_place(bench, exhibits, case), case.lesson, *lesson.show(case.lesson, lang)]

    load = demo.load(opened, None, outputs, **QUIET)
    again = reset.click(cleared, None, outputs, **QUIET)
    return [event.then(bench.run, bench.run_inputs, bench.shown, **events.HEAVY) for event in (load, again)]


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
    return event.then(bench.run, bench.run_inputs, bench.shown, **events.HEAVY)


def _wire_tabs(bench: Lab, tabs: dict, runs: curves.Curves) -> None:
    lang, link = bench.lang, bench.shown[-1]
    for name, tab in tabs.items():

        def selected(desk, *values, name=name):
            if desk is None:  # the page is still loading: the address must stay as it is until it has been read
                return gr.skip()
            return name, links.value(replace(read(values[2:]).case, tab=name), lang)

        tab.select(plainly(selected, lang), bench.inputs, [bench.keep.tab, link], **QUIET)

    def drawn(against, *values):
        case = read(values[3:]).case
        return curves.drawn(lab.route(case.model, case.damage)[0], against, lang)

    gr.on(
        [tabs["curves"].select, runs.against.input, bench.panel.model.input], plainly(drawn, lang), [runs.against, *bench.inputs],
        [runs.figure, runs.facts], **QUIET,
    )  # fmt: skip


FAMILIES = {"cnn": page, "vae": vae_page.page}
