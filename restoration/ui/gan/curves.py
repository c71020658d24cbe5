"""The Loss curves panel of the GAN's page: the recorded run of a chosen network with a film of its samples, and its digits counted."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration.ui.gan import curves_counted, curves_run
from restoration.ui.gan.ask import answer
from restoration.ui.gan.bench import Bench
from restoration.ui.look import READ
from restoration.ui.text import say


@dataclass(frozen=True)
class Panel:
    run: gr.HTML
    counted: gr.HTML
    shown: tuple  # a gr.State for each: what it shows, so that nothing is sent twice


def build(lang: str) -> Panel:
    _heading("h2", say("curves", lang), say("gan_curves_intro", lang))
    run = curves_run.build(lang)
    _heading("h2", say("gan_counted_title", lang), say("gan_counted_intro", lang))
    return Panel(run, curves_counted.build(lang), (gr.State(None), gr.State(None)))


def _heading(tag: str, title: str, intro: str) -> None:
    gr.HTML(f'<{tag} class="step">{escape(title)}</{tag}><p>{escape(intro)}</p>', apply_default_css=False)


def wire(bench: Bench, tab: gr.Tab, panel: Panel) -> None:
    lang, (in_run, in_counted) = bench.lang, panel.shown
    answer(panel.run, in_run, curves_run.draw(lang), "model", lang=lang, **READ)
    answer(panel.counted, in_counted, curves_counted.draw(lang), lang=lang, **READ)
