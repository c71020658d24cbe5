"""The frame of every family's page: its panels, a tab each, with the lesson beside them; how a link is opened, Reset, the address.

A bench is of events.Lab or of another family: it reads the widgets, places a case, and runs a repair.
"""

from dataclasses import dataclass, replace

import gradio as gr

from restoration.ui import lesson, links
from restoration.ui.events import HEAVY, QUIET, plainly, warn
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
    """A link sets the page when it is opened, Reset brings that back if it is a teacher's, else the default; returns the runs
    that follow.

    place: a case -> updates for `placed`. parse: the values of a link -> (a case, a Note for each that was not right).
    """
    lang, outputs = bench.lang, [*placed, course.page, *course.looks]
    start = gr.State({})  # what Reset goes back to, as a link says it

    def opened(request: gr.Request):
        asked = request.query_params
        case, notes = parse(dict(asked))
        for note in (*notes, *limits.notes(family_of(case), asked)):
            warn(note, lang)
        return [dict(asked) if limits.is_teachers(asked) else {}, *set_to(case)]

    def set_to(case) -> list:
        return [*place(case), case.lesson, *lesson.show(case.lesson, lang)]

    load = demo.load(opened, None, [start, *outputs], **QUIET)
    again = top.reset.click(lambda asked: set_to(parse(asked)[0]), start, outputs, **QUIET)
    report.wire(bench, top.extra)
    return [event.then(bench.run, bench.run_inputs, bench.shown, **HEAVY) for event in (load, again)]


def wire_tabs(bench, tabs: dict) -> None:
    """The tab that is open stands in the address."""
    for name, tab in tabs.items():

        def selected(desk, *values, name=name):
            if desk is None:  # the page is still loading: the address must stay as it is until it has been read
                return gr.skip()
            return name, links.value(replace(bench.case_of(desk, *values), tab=name), bench.lang)

        tab.select(plainly(selected, bench.lang), bench.inputs, [bench.keep.tab, bench.link], **QUIET)
