"""The Look inside panel of the VAE's page: exhibits on the small picture that is in the lab, a tab each.

Each is a module with TITLE (its key in ui/vae/text.py), build(lang) -> its component, and wire(bench, component). They compute when they
are seen (ui/look.js), and what is moved in them after that is moved in the browser.
"""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration.ui.text import say
from restoration.ui.vae import average, compress, draws, terms
from restoration.ui.vae.bench import Bench

SECTIONS = {"draws": draws, "terms": terms, "compress": compress, "average": average}  # in the order of their tabs


@dataclass(frozen=True)
class Panel:
    parts: dict  # section -> what its build gave


def build(lang: str) -> Panel:
    title, intro = (escape(say(key, lang)) for key in ("inside", "vae_in_intro"))
    gr.HTML(f'<h2 class="step">{title}</h2><p>{intro}</p>', apply_default_css=False)
    parts = {}
    with gr.Tabs(elem_id="vae-inside"):
        for name, section in SECTIONS.items():
            with gr.Tab(say(section.TITLE, lang), id=name):
                parts[name] = section.build(lang)
    return Panel(parts)


def wire(bench: Bench, panel: Panel) -> None:
    for name, section in SECTIONS.items():
        section.wire(bench, panel.parts[name])
