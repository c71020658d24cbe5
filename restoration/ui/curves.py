"""The Loss curves panel: the recorded training run of the chosen network."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape

import gradio as gr

from restoration import lab
from restoration.errors import Refusal
from restoration.ui import scores
from restoration.ui.picture import figure_png, file
from restoration.ui.text import say


@dataclass(frozen=True)
class Curves:
    against: gr.Radio
    facts: gr.HTML
    figure: gr.HTML


def build(lang: str) -> Curves:
    gr.HTML(
        f'<h2 class="step">{escape(say("curves", lang))}</h2><p>{escape(say("curves_intro", lang))}</p>',
        apply_default_css=False,
    )
    axes = [(say("against_time", lang), "time"), (say("against_step", lang), "step")]
    against = gr.Radio(axes, value="time", label=say("against", lang), elem_classes="segments")
    figure = scores.figures(elem_id="curves")
    facts = gr.HTML(elem_classes="about", elem_id="facts")
    return Curves(against, facts, figure)


@lru_cache(maxsize=8)
def _drawing(model: str, against: str) -> str:
    return figure_png(lab.curves_figure(model, against), "curves")


def drawn(model: str, against: str, lang: str) -> tuple:
    """Updates for (figure, facts)."""
    try:
        path = _drawing(model, against)
        facts = lab.model_facts(model, lang)
    except Refusal as e:
        return {"items": [], "note": escape(e.say(lang))}, ""
    item = {"file": file(path), "caption": "", "alt": say("alt_curves", lang)}
    return {"items": [item], "note": escape(say("curves_caption", lang))}, f"<p>{escape(facts)}</p>"
