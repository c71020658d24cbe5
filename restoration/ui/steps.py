"""Widgets that the Restore panels of several families have in common: a picture of one's own, one damage and a mask, Restore and Stop."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration.ui import chain
from restoration.ui.picture import Intake, script
from restoration.ui.text import say


def intake(lang: str) -> Intake:
    """Where a picture of one's own comes in."""
    return Intake(
        label=say("intake", lang), sources=["upload", "clipboard", "webcam"], type="filepath", format="png",
        placeholder=say("intake_hint", lang), height=150, buttons=[], show_label=False, elem_id="intake",
    )  # fmt: skip


@dataclass(frozen=True)
class Damage:
    """One damage to choose, its sliders, and a mask to paint."""

    damage: gr.Dropdown
    sliders: list
    about: gr.HTML
    mask_box: gr.Column
    painter: gr.HTML


def damage(choices: list, chosen: str, lang: str) -> Damage:
    """choices: (what it is called, name of the damage)."""
    with gr.Group(elem_classes="damage-step"):
        kind = gr.Dropdown(choices, value=chosen, label=say("damage", lang), filterable=False, elem_classes="control-damage")
        sliders = [chain.Slider(0, 1, 0, visible=False, interactive=True, buttons=[]) for _ in range(chain.PER_DAMAGE)]
        about = gr.HTML(elem_classes="about")
    with gr.Column(visible=False, elem_classes="mask-box control-mask") as mask_box:
        words = {key: escape(say(key, lang)) for key in chain.PAINTER_WORDS}
        painter = gr.HTML(None, html_template=chain.PAINTER.format(**words), js_on_load=script("painter.js"), apply_default_css=False)
    return Damage(kind, sliders, about, mask_box, painter)


def run(lang: str) -> tuple[gr.Button, gr.Button, gr.HTML]:
    """(Restore, Stop, the place in the line)"""
    with gr.Row(elem_id="run"):
        go = gr.Button(say("go", lang), variant="primary", size="lg", elem_id="go")
        stop = gr.Button(say("stop", lang), variant="stop", size="lg", elem_id="stop", min_width=80)
    line = gr.HTML("", html_template='<p role="status">${value}</p>', js_on_load=None, apply_default_css=False, elem_id="line")
    return go, stop, line
