"""The Restore panel of the VAE's page: pick a small picture, ruin it, see it repaired in three ways. The widgets only; see bench.py."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration import lab
from restoration.lab import vae
from restoration.ui import predict_card, steps, undo
from restoration.ui.compare import name_of
from restoration.ui.picture import Intake, data_url, script
from restoration.ui.restore import BARE, heading
from restoration.ui.text import say
from restoration.ui.vae import board


@dataclass(frozen=True)
class Restore:
    predict: gr.HTML  # the card that asks for a prediction
    subject: gr.Radio
    picture: gr.HTML  # value: a number as text, "-1" for the visitor's own
    intake: Intake
    invert: gr.Checkbox
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
    board: gr.HTML


def build(lang: str) -> Restore:
    case = vae.Case()
    card = predict_card.build()
    with gr.Row(elem_id="bench", elem_classes="small-bench"):
        with gr.Column(elem_id="steps", min_width=260):
            heading(1, "vae_pick", lang)
            subjects = [(name_of(s, lang), s.name) for s in vae.subjects().values()]
            subject = gr.Radio(
                subjects, value=case.subject, label=say("vae_subject", lang), elem_classes="segments control-subject", **BARE
            )  # fmt: skip
            picture = gr.HTML(
                pictures(case, lang), html_template=PICTURES, js_on_load=script("vae/pictures.js"), apply_default_css=False, own="",
                label=say("vae_pictures", lang), own_name=say("vae_own", lang), elem_classes="control-picture",
            )  # fmt: skip
            with gr.Accordion(say("own_photo", lang), open=False, elem_classes="slim control-upload"):
                intake = steps.intake(lang)
                gr.HTML(f"<p>{escape(say('vae_own_info', lang))}</p>", elem_classes="about")
                invert = gr.Checkbox(True, label=say("vae_invert", lang), info=say("vae_invert_info", lang))
            heading(2, "step_ruin", lang)
            back = undo.build(lang)
            choices = [(name_of(lab.damages()[name], lang), name) for name in vae.DAMAGES]
            ruin = steps.damage(choices, case.damage[0][0], lang)
            seed = gr.Number(case.seed, label=say("seed", lang), precision=0, step=1, elem_id="seed", elem_classes="control-seed")
            heading(3, "step_mend", lang)
            go, stop, line = steps.run(lang)
        with gr.Column(elem_id="view", min_width=260):
            gr.HTML(f'<h2 class="sr">{escape(say("result", lang))}</h2>')
            shown = board.build(lang)
    return Restore(
        card, subject, picture, intake, invert, ruin.damage, ruin.sliders, ruin.about, ruin.mask_box, ruin.painter, back, seed, go, stop,
        line, shown,
    )  # fmt: skip


PICTURES = '<div class="thumbs" role="radiogroup"></div>'


def pictures(case: vae.Case, lang: str) -> dict:
    """The value of the choice of pictures: the chosen one, and a thumbnail and a name for each."""
    subject = vae.subjects()[case.subject]
    names = [vae.picture_name(subject.name, n, lang) for n in range(subject.pictures)]
    tiles = [[str(n), data_url(vae.picture(subject.name, n).shown), name] for n, name in enumerate(names)]
    return {"chosen": str(case.picture), "tiles": tiles, "subject": subject.name}
