"""The exhibits that look into the network that mends the picture now in the lab, and what they do. Each computes when it is seen."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration import lab
from restoration.errors import Refusal
from restoration.ui import maps, pixel, residual
from restoration.ui.compare import what_of
from restoration.ui.desk import Desk, Outcome, current, key, settle
from restoration.ui.events import HEAVY, Lab, read, warn
from restoration.ui.text import say

# The latest question counts: an exhibit that is asked while it computes answers once more.
SEEN = {**HEAVY, "trigger_mode": "always_last"}


@dataclass(frozen=True)
class Panel:
    """shown: for each exhibit a state that holds the key of what it shows, so that nothing is computed twice."""

    residual: gr.HTML
    residual_shown: gr.State
    pixel: gr.HTML
    pixel_shown: gr.State
    maps: gr.HTML
    maps_shown: gr.State


def build(lang: str) -> Panel:
    _heading("residual", lang)
    first = residual.build(lang), gr.State(None)
    _heading("pixel", lang)
    second = pixel.build(lang), gr.State(None)
    _heading("maps", lang)
    return Panel(*first, *second, maps.build(lang), gr.State(None))


def _heading(name: str, lang: str) -> None:
    title, intro = (escape(say(f"{name}_{part}", lang)) for part in ("title", "intro"))
    gr.HTML(f'<h2 class="step" id="inside-{name}">{title}</h2><p>{intro}</p>', apply_default_css=False)


def repaired(desk: Desk, outcome: Outcome | None) -> lab.Mended:
    """The repair that is on the screen, if it belongs to this desk; else made anew. Raises Refusal."""
    fits = current(outcome, desk)
    case = desk.wanted.case
    return fits.mended if fits and fits.mended else lab.mend(desk.ruined, case.model, case.blind)


def wire(bench: Lab, panel: Panel) -> None:
    lang = bench.lang

    def of_residual(desk, mended):
        return residual.value(desk, mended, what_of(desk, lang), lang)

    def of_pixel(desk, mended, x=None, y=None):
        height, width = mended.array.shape[:2]
        x, y = (width // 2, height // 2) if x is None else (x, y)
        return pixel.value(desk, mended, x, y, what_of(desk, lang), lang)

    def of_stage(desk, mended, stage=maps.FIRST):
        return maps.value(desk, mended, stage, lang)

    def seen(draw):
        """A handler for an exhibit that comes into sight. draw: (desk, repair) -> its value; not called if it shows that already."""

        def handler(shown, desk, outcome, _, *values):
            try:
                desk = settle(desk, read(values))
                if shown == key(desk):
                    return gr.skip(), gr.skip()
                return draw(desk, repaired(desk, outcome)), key(desk)
            except Refusal as e:
                warn(e, lang)
                return None, None

        return handler

    def chosen(draw, *names):
        """A handler for what was chosen in an exhibit. draw: (desk, repair, what was chosen, by name) -> its value."""

        def handler(event: gr.EventData, desk, outcome, _, *values):
            try:
                desk = settle(desk, read(values))
                return draw(desk, repaired(desk, outcome), **{name: getattr(event, name) for name in names})
            except Refusal as e:
                warn(e, lang)
                return gr.skip()

        return handler

    def exhibit(html, shown, draw, *names):
        html.look(seen(draw), [shown, *bench.inputs], [html, shown], **SEEN)
        if names:
            html.select(chosen(draw, *names), bench.inputs, html, **SEEN)

    exhibit(panel.residual, panel.residual_shown, of_residual)
    exhibit(panel.pixel, panel.pixel_shown, of_pixel, "x", "y")
    exhibit(panel.maps, panel.maps_shown, of_stage, "stage")
