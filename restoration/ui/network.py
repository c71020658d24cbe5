"""The exhibits that look into the network that mends the picture now in the lab, and what they do. Each computes when it is seen."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration import lab
from restoration.errors import Refusal
from restoration.ui import residual
from restoration.ui.compare import what_of
from restoration.ui.desk import Desk, Outcome, current, key, settle
from restoration.ui.events import HEAVY, Lab, read, warn
from restoration.ui.text import say

# The latest question counts: an exhibit that is asked while it computes answers once more.
SEEN = {**HEAVY, "trigger_mode": "always_last"}


@dataclass(frozen=True)
class Panel:
    residual: gr.HTML
    residual_of: gr.State  # the key of what it shows


def build(lang: str) -> Panel:
    _heading("residual", lang)
    return Panel(residual.build(lang), gr.State(None))


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

    def residual_seen(shown, desk, outcome, _, *values):
        """The residual of what is in the lab now; nothing if it is on the screen already."""
        try:
            desk = settle(desk, read(values))
            if shown == key(desk):
                return gr.skip(), gr.skip()
            return residual.value(desk, repaired(desk, outcome), what_of(desk, lang), lang), key(desk)
        except Refusal as e:
            warn(e, lang)
            return None, None

    panel.residual.look(residual_seen, [panel.residual_of, *bench.inputs], [panel.residual, panel.residual_of], **SEEN)
