"""The frame of every family's page: its panels, a tab each, with the lesson beside them; how a link is opened, the address.

A bench is of events.Lab or of another family: it reads the widgets, places a case, and runs a repair.
"""

from dataclasses import dataclass, replace

import gradio as gr

from restoration.ui import herald, lesson, line, links, predict
from restoration.ui.events import QUIET, plainly, warn
from restoration.ui.head import Head
from restoration.ui.teach import limits, report
from restoration.ui.teach.controls import family_of
from restoration.ui.text import say


@dataclass(frozen=True)
class Room:
    panels: gr.Tabs
    tabs: dict  # name of a panel -> its tab
    parts: dict  # name of a panel -> what its build gave
    course: lesson.Panel


def build(family: str, panels: dict, selected: str, lang: str) -> Room:
    """panels: name -> the module that builds it, in the order of their tabs; a name is a key in ui/text.py too."""
    tabs, parts = {}, {}
    with gr.Row(elem_id="room"):
        with gr.Column(scale=62, min_width=320, elem_id="lab"), gr.Tabs(selected=selected, elem_id="panels") as tabbed:
            for name, panel in panels.items():
                with gr.Tab(say(name, lang), id=name) as tabs[name]:
                    parts[name] = panel.build(lang)
        with gr.Column(scale=38, min_width=320, elem_id="lesson"):
            course = lesson.build(family, lang)
    return Room(tabbed, tabs, parts, course)


def wire_page(demo: gr.Blocks, bench, course: lesson.Panel, top: Head, placed: list, place, parse) -> list:
    """A link sets the page when it is opened; returns the runs that follow. Reset opens the page anew (reset.js).

    place: a case, whether without a repair -> updates for `placed`, the desk first. parse: the values of a link -> (a case, a Note for each
    that was not right).
    """
    lang, outputs = bench.lang, [*placed, course.page, *course.looks, *predict.places(bench, course)]

    def opened(turn, request: gr.Request):
        values = dict(request.query_params)
        case, notes = parse(values)
        step, wrong = lesson.step_of(values, case.lesson, lang)
        for note in (*notes, *wrong, *limits.notes(family_of(case), request.query_params)):
            warn(note, lang)
        told = (herald.did(case.lesson, "open"),)
        if step is None:
            shown = [*place(case), case.lesson, *lesson.show(case.lesson, lang)]
            return [*shown, *predict.ended(bench, turn), herald.told(*told)]
        case = lesson.case_of_step(parse, case.lesson, step, lang, values)
        updates = place(case, bare=case.tab == "restore")
        asked = predict.set_step(bench, turn, updates[0], case.tab, case.lesson, step, told)
        return [*updates, case.lesson, *lesson.show(case.lesson, lang), *asked]

    load = demo.load(opened, bench.keep.turn, outputs, **QUIET)
    predict.wire_fill(bench, course, load)
    report.wire(bench, top.extra)
    return [load.then(*line.run(bench, predict.follow(bench)), **line.FREE)]


def wire_tabs(bench, tabs: dict) -> None:
    """The tab that is open stands in the address."""
    for name, tab in tabs.items():

        def selected(desk, *values, name=name):
            if desk is None:  # the page is still loading: the address must stay as it is until it has been read
                return gr.skip()
            return name, links.value(replace(bench.case_of(desk, *values), tab=name), bench.lang)

        tab.select(plainly(selected, bench.lang), bench.inputs, [bench.keep.tab, bench.link], **QUIET)
