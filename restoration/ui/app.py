"""Assembles the screen: the same page twice, English at / and Chinese at /zh, and the API."""

from dataclasses import replace
from html import escape

import gradio as gr

from restoration import lab
from restoration.errors import Refusal
from restoration.lessons import lesson as lesson_page
from restoration.ui import api, curves, events, inside, latent, lesson, links, live, matrix, restore
from restoration.ui.desk import first
from restoration.ui.events import QUIET, Keep, Lab, plainly, read, warn
from restoration.ui.language import PAGES, TAGS
from restoration.ui.text import LANGUAGES, say

BOWL = """<svg viewBox="0 0 48 44" width="48" height="44" aria-hidden="true">
<path class="clay" d="M3 12h42c0 16-9 28-21 28S3 28 3 12z"/>
<path class="gold" d="M14 12l4 9-4 6 7 10M34 12l-5 8 4 6-7 13M18 21l11-1"/></svg>"""
# On a small screen the lab is far above the lesson.
TO_LAB = """() => {
  if (innerWidth < 1000) document.getElementById('panels').scrollIntoView({ behavior: 'smooth' });
}"""


def build() -> gr.Blocks:
    with gr.Blocks(title="Kintsugi", delete_cache=(3600, 86400), fill_width=True, analytics_enabled=False) as demo:
        page(demo, "en")
        api.build()
    for lang in list(LANGUAGES)[1:]:
        with demo.route(LANGUAGES[lang], PAGES[lang], show_in_navbar=False):
            page(demo, lang)
    first()  # computed before the first visitor comes, so that nobody waits for it
    return demo.queue(default_concurrency_limit=8, max_size=400)


def page(demo: gr.Blocks, lang: str) -> None:
    case = lab.Case()
    gr.Navbar(visible=False)
    keep = Keep(gr.State(events.Turn()), gr.State(None), gr.State(None), gr.State(""), gr.State(case.tab), gr.State(False), gr.State(None))
    with gr.Row(elem_id="head"):
        gr.HTML(_title(lang), apply_default_css=False, elem_id="title")
        with gr.Row(elem_id="tools"):
            gr.HTML(_languages(lang), apply_default_css=False, elem_id="languages")
            copy = gr.Button(say("copy_link", lang), size="sm", elem_id="copy", min_width=80)
            reset = gr.Button(say("reset", lang), size="sm", elem_id="reset", min_width=80)
        link = links.build(lang)
    with gr.Tabs(elem_id="families"), gr.Tab(say("cnn", lang), id="cnn"), gr.Row(elem_id="room"):
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
            course = lesson.build(lang)

    with gr.Accordion(say("api", lang), open=False, elem_classes="slim", elem_id="foot"):
        gr.Markdown(api.guide(lang))

    bench = Lab(panel, keep, course.page, link, lang)
    copy.click(None, None, None, js=links.COPY)
    placed = [*bench.placed, keep.tab, panels, runs.figure, runs.facts, *exhibits.placed]
    started = [
        events.wire_run(bench),
        *_wire_page(demo, bench, exhibits, course, reset, placed),
        *_wire_lesson(bench, exhibits, course, placed),
        _wire_matrix(bench, exhibits, panels),
        live.wire(bench, tabs["live"], panels, trainer),
    ]
    events.wire(bench, started)
    _wire_tabs(bench, tabs, runs)
    inside.wire(bench, tabs["inside"], exhibits)
    latent.wire(bench, landscape, course)


def _title(lang: str) -> str:
    device = say("runs_on", lang, device=lab.device_line(lang))
    tagline = f'{escape(say("tagline", lang))} <span class="device">{escape(device)}</span>'
    return f'<div class="title">{BOWL}<div><h1>Kintsugi</h1><p>{tagline}</p></div></div>'


def _languages(lang: str) -> str:
    """Links; links.js keeps in them the case that is on the screen."""
    anchors = []
    for other, name in LANGUAGES.items():
        current = ' aria-current="true"' if other == lang else ""
        anchors.append(f'<a href="?lang={other}" data-lang="{other}" lang="{TAGS[other]}"{current}>{name}</a>')
    return f'<nav aria-label="{escape(say("language", lang))}">{"".join(anchors)}</nav>'


def _place(bench: Lab, exhibits: inside.Inside, case: lab.Case) -> list:
    """Updates for `placed`: the lab, the tab, and the curves and exhibits if they are looked at."""
    drawn = curves.drawn(lab.route(case.model, case.damage)[0], "time", bench.lang) if case.tab == "curves" else (None, "")
    desk, *others = bench.place(case)
    seen = inside.place(exhibits, desk, case, bench.lang)
    return [desk, *others, case.tab, gr.Tabs(selected=case.tab), *drawn, *seen]


def _wire_page(
    demo: gr.Blocks, bench: Lab, exhibits: inside.Inside, course: lesson.Panel, reset: gr.Button, placed: list
) -> list:
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


def _wire_lesson(bench: Lab, exhibits: inside.Inside, course: lesson.Panel, placed: list) -> list:
    """Steps and predictions set the lab, then run it; returns those runs."""
    lang = bench.lang

    def turned(*values):
        wanted = read(values[3:])
        return [links.value(wanted.case, lang), *lesson.show(wanted.case.lesson, lang)]

    course.page.input(plainly(turned, lang), bench.inputs, [bench.shown[-1], *course.looks], **QUIET)

    def set_lab(id: str, preset: dict) -> list:
        case, _ = lab.parse_case({**preset, "lesson": id})
        return _place(bench, exhibits, case)

    def run_after(button, handler) -> gr.events.Dependency:
        button.click(None, None, None, js=TO_LAB)
        event = button.click(handler, course.page, placed, **QUIET)
        return event.then(bench.run, bench.run_inputs, bench.shown, **events.HEAVY)

    started = []
    for k, (_, _, button) in enumerate(course.steps):
        started.append(run_after(button, lambda id, k=k: set_lab(id, lesson_page(id, lang).steps[k].set)))
    predicted = run_after(course.predict_run, lambda id: set_lab(id, lesson_page(id, lang).predict.set))
    started.append(predicted)
    answers = (
        lambda id, choice: lesson.predicted(id, choice, lang),
        [course.page, course.predict],
        course.predict_answer,
    )
    predicted.then(*answers, **QUIET)
    course.predict.input(lambda: lesson.ready(lang), None, course.predict_run, **QUIET)
    for n, (_, radio, answer) in enumerate(course.check):
        radio.input(
            lambda id, choice, n=n: lesson.check_answer(id, n, choice, lang), [course.page, radio], answer, **QUIET
        )
    return started


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
