"""The Restore panel of the GAN's page: pick a photo, ruin it, see it mended by two networks that were told to want different things. The
widgets only; see bench.py."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration import lab
from restoration.lab import gan
from restoration.ui import chain
from restoration.ui.compare import name_of
from restoration.ui.gan import board
from restoration.ui.picture import Intake, samples_html, script
from restoration.ui.restore import heading
from restoration.ui.text import say


@dataclass(frozen=True)
class Restore:
    picture: gr.HTML  # value: a sample's name, "" for the visitor's own photo
    intake: Intake
    damage: gr.Dropdown
    sliders: list
    about: gr.HTML
    mask_box: gr.Column
    painter: gr.HTML
    seed: gr.Number
    go: gr.Button
    stop: gr.Button
    mix: gr.State  # where the slider of the board stands, which is drawn there
    board: gr.HTML


def build(lang: str) -> Restore:
    case = gan.Case()
    with gr.Row(elem_id="bench", elem_classes="small-bench"):
        with gr.Column(elem_id="steps", min_width=260):
            heading(1, "step_pick", lang)
            picture = gr.HTML(
                case.picture, html_template=samples_html(lang), js_on_load=script("samples.js"), apply_default_css=False, own="",
            )  # fmt: skip
            with gr.Accordion(say("own_photo", lang), open=False, elem_classes="slim"):
                intake = Intake(
                    label=say("intake", lang), sources=["upload", "clipboard", "webcam"], type="filepath", format="png",
                    placeholder=say("intake_hint", lang), height=150, buttons=[], show_label=False, elem_id="intake",
                )  # fmt: skip
                gr.HTML(f"<p>{escape(say('gan_own_info', lang, least=gan.LEAST))}</p>", elem_classes="about")
            heading(2, "step_ruin", lang)
            choices = [(say("gan_small", lang, scale=gan.SCALE), gan.DAMAGES[0])]
            choices += [(name_of(lab.damages()[name], lang), name) for name in gan.DAMAGES[1:]]
            with gr.Group(elem_classes="damage-step"):
                damage = gr.Dropdown(choices, value=case.damage[0][0], label=say("damage", lang), filterable=False)
                sliders = [chain.Slider(0, 1, 0, visible=False, interactive=True, buttons=[]) for _ in range(chain.PER_DAMAGE)]
                about = gr.HTML(elem_classes="about")
            with gr.Column(visible=False, elem_classes="mask-box") as mask_box:
                words = {key: escape(say(key, lang)) for key in ("paint", "brush", "clear")}
                painter = gr.HTML(
                    None, html_template=chain.PAINTER.format(**words), js_on_load=script("painter.js"), apply_default_css=False
                )
            seed = gr.Number(case.seed, label=say("seed", lang), precision=0, step=1, elem_id="seed")
            heading(3, "step_mend", lang)
            with gr.Row(elem_id="run"):
                go = gr.Button(say("go", lang), variant="primary", size="lg", elem_id="go")
                stop = gr.Button(say("stop", lang), variant="stop", size="lg", elem_id="stop", min_width=80)
        with gr.Column(elem_id="view", min_width=260):
            gr.HTML(f'<h2 class="sr">{escape(say("result", lang))}</h2>')
            shown = board.build(lang)
    return Restore(picture, intake, damage, sliders, about, mask_box, painter, seed, go, stop, gr.State(case.mix), shown)
