"""The frame of every family's page: its panels, a tab each, with the lesson beside them; how a link is opened, the address.

A bench is of events.Lab or of another family: it reads the widgets, places a case, and runs a repair.
"""

from dataclasses import dataclass, replace

import gradio as gr

from restoration.ui import herald, lesson, line, links, predict
from restoration.ui.events import LIVE, QUIET, plainly, warn
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


def wire_page(demo: gr.Blocks, bench, room: Room, top: Head, placed: list, place, parse) -> list:
    """A link sets the page when it is opened; returns the runs that follow. Reset opens the page anew (reset.js).

    place: a case, whether without a repair -> updates for `placed`, the desk first, the panels among them. parse: the values of a link ->
    (a case, a Note for each that was not right).
    """
    course, panels = room.course, placed.index(room.panels)
    lang, outputs = bench.lang, [*placed, course.page, *course.looks, *predict.places(bench, course)]

    def as_opened(turn, case) -> list:
        """The case, but the tab that the visitor opened while the page was loading stays open. The tab of the start is open already: to
        open it again would shut one that was opened since."""
        case = replace(case, tab=turn.tab or case.tab)
        updates = place(case)
        if turn.tab or case.tab == next(iter(room.tabs)):
            updates[panels] = gr.skip()
        return updates

    def opened(turn, request: gr.Request):
        values = dict(request.query_params)
        case, notes = parse(values)
        step, wrong = lesson.step_of(values, case.lesson, lang)
        for note in (*notes, *wrong, *limits.notes(family_of(case), request.query_params)):
            warn(note, lang)
        told = (herald.did(case.lesson, "open"),)
        if step is None:
            shown = [*as_opened(turn, case), case.lesson, *lesson.show(case.lesson, lang)]
            return [*shown, *predict.ended(bench, turn), herald.told(*told)]
        case = lesson.case_of_step(parse, case.lesson, step, lang, values)
        updates = place(case, bare=case.tab == "restore")
        asked = predict.set_step(bench, turn, updates[0], case.tab, case.lesson, step, told)
        return [*updates, case.lesson, *lesson.show(case.lesson, lang), *asked]

    def settled(turn, *values):
        """The page shows what the link says. A tab that was opened meanwhile stands in the address too."""
        turn.loaded = True
        if not turn.tab:
            return gr.skip()
        return turn.tab, links.value(replace(bench.case_of(*values), tab=turn.tab), lang)

    load = demo.load(opened, bench.keep.turn, outputs, **QUIET)
    load.then(plainly(settled, lang), bench.run_inputs, [bench.keep.tab, bench.link], **QUIET)
    predict.wire_fill(bench, course, load)
    report.wire(bench, top.extra)
    return [load.then(*line.run(bench, predict.follow(bench)), **line.FREE)]


def wire_tabs(bench, tabs: dict) -> None:
    """The tab that is open stands in the address."""
    start = next(iter(tabs))
    for name, tab in tabs.items():

        def selected(turn, *values, name=name):
            if not turn.loaded:  # its widgets are not yet what the address says, which must stay as it is until then
                turn.tab = name if name != start else ""  # Gradio selects the tab of the start by itself
                return gr.skip()
            return name, links.value(replace(bench.case_of(*values), tab=name), bench.lang)

        tab.select(plainly(selected, bench.lang), bench.run_inputs, [bench.keep.tab, bench.link], **LIVE)
