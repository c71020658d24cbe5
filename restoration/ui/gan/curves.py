"""The Loss curves panel of the GAN's page: the recorded run of a chosen network with a film of its samples, and its digits counted."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration.ui.gan import curves_counted, curves_run
from restoration.ui.gan.bench import Bench
from restoration.ui.look import READ, answer
from restoration.ui.text import say


@dataclass(frozen=True)
class Panel:
    run: gr.HTML
    counted: gr.HTML
    shown: tuple  # a gr.State for each: what it shows, so that nothing is sent twice


def build(lang: str) -> Panel:
    _heading("curves", "gan_curves_intro", lang=lang)
    run = curves_run.build(lang)
    _heading("gan_counted_title", "gan_counted_intro", lang=lang)
    return Panel(run, curves_counted.build(lang), (gr.State(None), gr.State(None)))


def _heading(*keys: str, lang: str) -> None:
    """Its title and what it is about, by their keys."""
    title, intro = (escape(say(key, lang)) for key in keys)
    gr.HTML(f'<h2 class="step">{title}</h2><p>{intro}</p>', apply_default_css=False)


def wire(bench: Bench, tab: gr.Tab, panel: Panel) -> None:
    lang, (in_run, in_counted) = bench.lang, panel.shown
    answer(panel.run, in_run, curves_run.draw(lang), "model", lang=lang, **READ)
    answer(panel.counted, in_counted, curves_counted.draw(lang), lang=lang, **READ)
