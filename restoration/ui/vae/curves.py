"""The Loss curves panel of the VAE's page."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration.ui.text import say
from restoration.ui.vae.bench import Bench


@dataclass(frozen=True)
class Panel:
    page: gr.HTML


def build(lang: str) -> Panel:
    return Panel(gr.HTML(f'<h2 class="step">{escape(say("curves", lang))}</h2>', apply_default_css=False))


def wire(bench: Bench, tab: gr.Tab, panel: Panel) -> None:
    pass
