"""The Look inside panel of the GAN's page: exhibits, a tab each.

Each is a module with TITLE (its key in ui/gan/text.py), build(lang) -> what wire needs, and wire(bench, that).
"""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration.ui.gan import game, listing
from restoration.ui.gan.bench import Bench
from restoration.ui.text import say

SECTIONS = {"game": game, "listing": listing}  # in the order of their tabs


@dataclass(frozen=True)
class Panel:
    parts: dict  # section -> what its build gave


def build(lang: str) -> Panel:
    title, intro = (escape(say(key, lang)) for key in ("inside", "gan_in_intro"))
    gr.HTML(f'<h2 class="step">{title}</h2><p>{intro}</p>', apply_default_css=False)
    parts = {}
    with gr.Tabs(elem_id="gan-inside"):
        for name, section in SECTIONS.items():
            with gr.Tab(say(section.TITLE, lang), id=name):
                parts[name] = section.build(lang)
    return Panel(parts)


def wire(bench: Bench, panel: Panel) -> None:
    for name, section in SECTIONS.items():
        section.wire(bench, panel.parts[name])
