"""The exhibits that look into the network that mends the picture now in the lab, and what they do. Each computes when it is seen."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration import lab
from restoration.errors import Refusal
from restoration.ui import maps, pixel, residual
from restoration.ui.compare import what_of
from restoration.ui.desk import Desk, Outcome, current, key, settle
from restoration.ui.events import HEAVY, Lab, read
from restoration.ui.text import say

# An exhibit asks one question at a time (look.js). Gradio's own way of holding a second one back would repeat what the first had chosen.
ASKED = {**HEAVY, "trigger_mode": "multiple"}


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
    _heading("pixel", "pixel_title", "pixel_intro", lang)
    first = pixel.build(lang), gr.State(None)
    _heading("residual", "residual_title", "residual_intro", lang)
    second = residual.build(lang), gr.State(None)
    _heading("maps", "maps_title", "maps_intro", lang)
    return Panel(*first, *second, maps.build(lang), gr.State(None))


def _heading(name: str, title: str, intro: str, lang: str) -> None:
    title, intro = (escape(say(key, lang)) for key in (title, intro))
    gr.HTML(f'<h2 class="step" id="inside-{name}">{title}</h2><p>{intro}</p>', apply_default_css=False)


def repaired(desk: Desk, outcome: Outcome | None) -> lab.Mended:
    """The repair that is on the screen, if it belongs to this desk; else made anew. Raises Refusal."""
    fits = current(outcome, desk)
    case = desk.wanted.case
    return fits.mended if fits and fits.mended else lab.mend(desk.ruined, case.model, case.blind, desk.wanted.network)


def wire(bench: Lab, panel: Panel) -> None:
    lang = bench.lang

    def of_residual(desk, mended):
        return residual.value(desk, mended, what_of(desk, lang), lang)

    def of_pixel(desk, mended, x=None, y=None):
        height, width = mended.array.shape[:2]
        if not (isinstance(x, int) and isinstance(y, int) and 0 <= x < width and 0 <= y < height):
            x, y = width // 2, height // 2  # none was chosen, or one that this picture does not have
        return pixel.value(desk, mended, x, y, what_of(desk, lang), lang)

    def of_stage(desk, mended, stage=maps.FIRST):
        return maps.value(desk, mended, stage, lang)

    def exhibit(html, shown, draw, *names):
        """draw: (desk, repair, and by `names` what was chosen in the exhibit) -> its value; not called if it shows that already."""

        def looked(event: gr.EventData, seen, desk, outcome, _, *values):
            question = event._data or {}
            chosen = {name: value for name, value in question.items() if name in names}
            answered = {"answered": question.get("number")}
            try:
                desk = settle(desk, read(values))
                wanted = (key(desk), chosen)
                if seen == wanted:
                    return gr.update(**answered), gr.skip()
                return gr.update(value=draw(desk, repaired(desk, outcome), **chosen), **answered), wanted
            except Refusal as e:
                return gr.update(value={"problem": escape(e.say(lang))}, **answered), None

        html.look(looked, [shown, *bench.inputs], [html, shown], **ASKED)

    exhibit(panel.pixel, panel.pixel_shown, of_pixel, "x", "y")
    exhibit(panel.residual, panel.residual_shown, of_residual)
    exhibit(panel.maps, panel.maps_shown, of_stage, "stage")
