"""The Latent space panel of the GAN's page: a plane through the noise, a walk in it, and whether the network learned by heart."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration.ui.gan import latent_near, latent_plane, latent_walk
from restoration.ui.gan.bench import Bench
from restoration.ui.look import ASKED, answer
from restoration.ui.text import say

SECTIONS = {"plane": latent_plane, "walk": latent_walk, "near": latent_near}  # in their order; each: build(lang), draw(lang), CHOSEN


@dataclass(frozen=True)
class Panel:
    parts: dict  # section -> (its component, a gr.State: what it shows)


def build(lang: str) -> Panel:
    title, intro = (escape(say(key, lang)) for key in ("latent", "gan_latent_intro"))
    gr.HTML(f'<h2 class="step">{title}</h2><p>{intro}</p>', apply_default_css=False)
    parts = {}
    for name, section in SECTIONS.items():
        title, intro = (escape(say(f"gan_{name}_{key}", lang)) for key in ("title", "intro"))
        gr.HTML(f'<h2 class="step" id="latent-gan-{name}">{title}</h2><p>{intro}</p>', apply_default_css=False)
        parts[name] = (section.build(lang), gr.State(None))
    return Panel(parts)


def wire(bench: Bench, tab: gr.Tab, panel: Panel) -> None:
    for name, section in SECTIONS.items():
        html, shown = panel.parts[name]
        answer(html, shown, section.draw(bench.lang), *section.CHOSEN, lang=bench.lang, **ASKED)
