"""Assembles the VAE's page."""

from dataclasses import replace

import gradio as gr

from restoration.lab import vae
from restoration.ui import events, head, lesson, links
from restoration.ui.events import QUIET, Turn, plainly, warn
from restoration.ui.text import say
from restoration.ui.vae import bench as benches
from restoration.ui.vae import curves, inside, latent, live, restore
from restoration.ui.vae.bench import Bench, Keep, read


def page(demo: gr.Blocks, lang: str) -> None:
    case = vae.Case()
    keep = Keep(gr.State(Turn()), gr.State(None), gr.State(None), gr.State(""), gr.State(case.tab))
    reset, link = head.build("vae", lang)
    with gr.Row(elem_id="room"):
        with gr.Column(scale=62, min_width=320, elem_id="lab"), gr.Tabs(selected=case.tab, elem_id="panels") as panels:
            tabs = {}
            with gr.Tab(say("restore", lang), id="restore") as tabs["restore"]:
                panel = restore.build(lang)
            with gr.Tab(say("inside", lang), id="inside") as tabs["inside"]:
                exhibits = inside.build(lang)
            with gr.Tab(say("latent", lang), id="latent") as tabs["latent"]:
                plane = latent.build(lang)
            with gr.Tab(say("curves", lang), id="curves") as tabs["curves"]:
                runs = curves.build(lang)
            with gr.Tab(say("live", lang), id="live") as tabs["live"]:
                trainer = live.build(lang)
        with gr.Column(scale=38, min_width=320, elem_id="lesson"):
            course = lesson.build("vae", lang)
    head.foot(lang)

    bench = Bench(panel, keep, course.page, link, lang)
    placed = [*bench.placed, keep.tab, panels]

    def place(case: vae.Case) -> list:
        return [*bench.place(case), case.tab, gr.Tabs(selected=case.tab)]

    started = [
        benches.wire_run(bench),
        *_wire_page(demo, bench, course, reset, placed, place),
        *lesson.wire(bench, course, placed, lambda preset: place(vae.parse_case(preset)[0])),
    ]
    benches.wire(bench, started)
    _wire_tabs(bench, tabs)
    inside.wire(bench, exhibits)
    latent.wire(bench, plane)
    curves.wire(bench, tabs["curves"], runs)
    live.wire(bench, tabs["live"], trainer)


def _wire_page(demo: gr.Blocks, bench: Bench, course: lesson.Panel, reset: gr.Button, placed: list, place) -> list:
    lang, outputs = bench.lang, [*placed, course.page, *course.looks]

    def set_all(case: vae.Case) -> list:
        return [*place(case), case.lesson, *lesson.show(case.lesson, lang)]

    def opened(request: gr.Request):
        case, notes = vae.parse_case(dict(request.query_params))
        for note in notes:
            warn(note, lang)
        return set_all(case)

    load = demo.load(opened, None, outputs, **QUIET)
    again = reset.click(lambda: set_all(vae.Case()), None, outputs, **QUIET)
    return [event.then(bench.run, bench.run_inputs, bench.shown, **events.HEAVY) for event in (load, again)]


def _wire_tabs(bench: Bench, tabs: dict) -> None:
    for name, tab in tabs.items():

        def selected(desk, outcome, *values, name=name):
            if desk is None:  # the page is still loading: the address must stay as it is until it has been read
                return gr.skip()
            return name, links.value(replace(read(values).case, tab=name), bench.lang)

        tab.select(plainly(selected, bench.lang), bench.inputs, [bench.keep.tab, bench.link], **QUIET)
