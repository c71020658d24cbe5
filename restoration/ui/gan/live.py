"""The live panel of the GAN's page."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration.ui.gan.bench import Bench
from restoration.ui.text import say


@dataclass(frozen=True)
class Panel:
    pass


def build(lang: str) -> Panel:
    gr.HTML(f'<h2 class="step">{escape(say("live", lang))}</h2>', apply_default_css=False)
    return Panel()


def wire(bench: Bench, tab: gr.Tab, panel: Panel) -> None:
    pass
