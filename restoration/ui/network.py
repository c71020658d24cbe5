"""The exhibits that look into the network that mends the picture now in the lab, and what they do. Each computes when it is seen."""

from dataclasses import dataclass

import gradio as gr

from restoration import lab
from restoration.ui import maps, pixel, residual
from restoration.ui.compare import what_of
from restoration.ui.desk import Desk, Outcome, current
from restoration.ui.events import Lab
from restoration.ui.look import ASKED, exhibit, heading


@dataclass(frozen=True)
class Panel:
    """shown: for each exhibit a state that says what it shows, so that nothing is computed twice."""

    pixel: gr.HTML
    pixel_shown: gr.State
    residual: gr.HTML
    residual_shown: gr.State
    maps: gr.HTML
    maps_shown: gr.State


def build(lang: str) -> Panel:
    heading("pixel", "pixel_title", "pixel_intro", lang)
    first = pixel.build(lang), gr.State(None)
    heading("residual", "residual_title", "residual_intro", lang)
    second = residual.build(lang), gr.State(None)
    heading("maps", "maps_title", "maps_intro", lang)
    return Panel(*first, *second, maps.build(lang), gr.State(None))


def repaired(desk: Desk, outcome: Outcome | None) -> lab.Mended:
    """The repair that is on the screen, if it belongs to this desk; else made anew. Raises Refusal."""
    fits = current(outcome, desk)
    case = desk.wanted.case
    return fits.mended if fits and fits.mended else lab.mend(desk.ruined, case.model, case.blind, desk.wanted.network)


def wire(bench: Lab, panel: Panel) -> None:
    lang = bench.lang

    def of_residual(desk, outcome):
        return residual.value(desk, repaired(desk, outcome), what_of(desk, lang), lang)

    def of_pixel(desk, outcome, x=None, y=None):
        mended = repaired(desk, outcome)
        height, width = mended.array.shape[:2]
        if not (isinstance(x, int) and isinstance(y, int) and 0 <= x < width and 0 <= y < height):
            x, y = width // 2, height // 2  # none was chosen, or one that this picture does not have
        return pixel.value(desk, mended, x, y, what_of(desk, lang), lang)

    def of_stage(desk, outcome, stage=maps.FIRST):
        return maps.value(desk, repaired(desk, outcome), stage, lang)

    exhibit(bench, panel.pixel, panel.pixel_shown, of_pixel, "x", "y", **ASKED)
    exhibit(bench, panel.residual, panel.residual_shown, of_residual, **ASKED)
    exhibit(bench, panel.maps, panel.maps_shown, of_stage, "stage", **ASKED)
