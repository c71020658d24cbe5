"""The exhibits that look into the network that mends the picture now in the lab, and what they do. Each computes when it is seen."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration import lab
from restoration.errors import Refusal
from restoration.ui import pixel, residual
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


def build(lang: str) -> Panel:
    _heading("residual", lang)
    first = residual.build(lang), gr.State(None)
    _heading("pixel", lang)
    return Panel(*first, pixel.build(lang), gr.State(None))


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

    def exhibit(draw):
        """A handler for an exhibit that comes into sight. draw: (desk, repair) -> its value; not called if it shows that already."""

        def seen(shown, desk, outcome, _, *values):
            try:
                desk = settle(desk, read(values))
                if shown == key(desk):
                    return gr.skip(), gr.skip()
                return draw(desk, repaired(desk, outcome)), key(desk)
            except Refusal as e:
                warn(e, lang)
                return None, None

        return seen

    def of_residual(desk, mended):
        return residual.value(desk, mended, what_of(desk, lang), lang)

    def of_middle(desk, mended):
        height, width = mended.array.shape[:2]
        return pixel.value(desk, mended, width // 2, height // 2, what_of(desk, lang), lang)

    def clicked(event: gr.EventData, desk, outcome, _, *values):
        try:
            desk = settle(desk, read(values))
            return pixel.value(desk, repaired(desk, outcome), event.x, event.y, what_of(desk, lang), lang)
        except Refusal as e:
            warn(e, lang)
            return gr.skip()

    def seeing(exhibit_html, shown, draw):
        exhibit_html.look(exhibit(draw), [shown, *bench.inputs], [exhibit_html, shown], **SEEN)

    seeing(panel.residual, panel.residual_shown, of_residual)
    seeing(panel.pixel, panel.pixel_shown, of_middle)
    panel.pixel.select(clicked, bench.inputs, panel.pixel, **SEEN)
