"""The Restore panel of the GAN's page: pick a photo, ruin it, see it mended by two networks that were told to want different things. The
widgets only; see bench.py."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration import lab
from restoration.lab import gan
from restoration.ui import predict_card, steps, undo
from restoration.ui.compare import name_of
from restoration.ui.gan import board
from restoration.ui.picture import Intake, samples_html, script
from restoration.ui.restore import heading
from restoration.ui.text import say


@dataclass(frozen=True)
class Restore:
    predict: gr.HTML  # the card that asks for a prediction
    picture: gr.HTML  # value: a sample's name, "" for the visitor's own photo
    intake: Intake
    damage: gr.Dropdown
    sliders: list
    about: gr.HTML
    mask_box: gr.Column
    painter: gr.HTML
    undo: undo.Undo
    seed: gr.Number
    go: gr.Button
    stop: gr.Button
    line: gr.HTML  # the place among those who wait for a repair
    mix: gr.State  # where the slider of the board stands, which is drawn there
    board: gr.HTML


def build(lang: str) -> Restore:
    case = gan.Case()
    card = predict_card.build()
    with gr.Row(elem_id="bench", elem_classes="small-bench"):
        with gr.Column(elem_id="steps", min_width=260):
            heading(1, "step_pick", lang)
            picture = gr.HTML(
                case.picture, html_template=samples_html(lang), js_on_load=script("samples.js"), apply_default_css=False, own="",
                elem_classes="control-picture",
            )  # fmt: skip
            with gr.Accordion(say("own_photo", lang), open=False, elem_classes="slim control-upload"):
                intake = steps.intake(lang)
                gr.HTML(f"<p>{escape(say('gan_own_info', lang, least=gan.LEAST))}</p>", elem_classes="about")
            heading(2, "step_ruin", lang)
            back = undo.build(lang)
            choices = [(say("gan_small", lang, scale=gan.SCALE), gan.DAMAGES[0])]
            choices += [(name_of(lab.damages()[name], lang), name) for name in gan.DAMAGES[1:]]
            ruin = steps.damage(choices, case.damage[0][0], lang)
            seed = gr.Number(case.seed, label=say("seed", lang), precision=0, step=1, elem_id="seed", elem_classes="control-seed")
            heading(3, "step_mend", lang)
            go, stop, line = steps.run(lang)
        with gr.Column(elem_id="view", min_width=260):
            gr.HTML(f'<h2 class="sr">{escape(say("result", lang))}</h2>')
            shown = board.build(lang)
    return Restore(
        card, picture, intake, ruin.damage, ruin.sliders, ruin.about, ruin.mask_box, ruin.painter, back, seed, go, stop, line,
        gr.State(case.mix), shown,
    )  # fmt: skip
