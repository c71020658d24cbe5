"""The Restore panel: three numbered steps, and what came of them. The widgets only; what they do is in events.py."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration import lab
from restoration.ui import chain, compare, predict_card, scores, steps, undo
from restoration.ui.compare import name_of
from restoration.ui.picture import Intake, samples_html, script
from restoration.ui.text import say

BARE = {"show_label": False, "container": False}  # for choices that say themselves what they choose


@dataclass(frozen=True)
class Restore:
    predict: gr.HTML  # the card that asks for a prediction
    picture: gr.HTML  # value: a sample's name, "" for the visitor's own photo
    intake: Intake
    broken: gr.Checkbox
    size: gr.Radio
    chain: chain.Chain
    undo: undo.Undo
    broken_note: gr.HTML
    seed: gr.Number
    model: gr.Dropdown
    model_note: gr.HTML
    blind: gr.Radio
    go: gr.Button
    stop: gr.Button
    line: gr.HTML  # the place among those who wait for a repair
    pair: gr.Radio
    compare: gr.HTML
    scores: gr.HTML
    download: gr.DownloadButton
    errors: gr.HTML
    spectrum_box: gr.Accordion
    spectrum: gr.HTML


def build(lang: str) -> Restore:
    case = lab.Case()
    card = predict_card.build()
    with gr.Row(elem_id="bench"):
        with gr.Column(elem_id="steps", min_width=260):
            heading(1, "step_pick", lang)
            picture = gr.HTML(
                case.picture,
                html_template=samples_html(lang),
                js_on_load=script("samples.js"),
                apply_default_css=False,
                elem_classes="control-picture",
                own="",
            )
            with gr.Accordion(say("own_photo", lang), open=False, elem_classes="slim control-upload"):
                intake = steps.intake(lang)
                gr.HTML(f"<p>{escape(say('intake_kinds', lang))}</p>", elem_classes="about")
                broken = gr.Checkbox(label=say("broken", lang), info=say("broken_info", lang))
            sizes = [(say("size_lab", lang), "lab"), (say("size_full", lang), "full")]
            size = gr.Radio(sizes, value=case.size, label=say("size", lang), elem_classes="segments control-pixels", **BARE)

            heading(2, "step_ruin", lang)
            back = undo.build(lang)
            broken_note = gr.HTML(visible=False, elem_classes="about")
            damages = chain.build(lang)
            seed = gr.Number(case.seed, label=say("seed", lang), precision=0, step=1, elem_id="seed", elem_classes="control-seed")

            heading(3, "step_mend", lang)
            model = gr.Dropdown(
                models(lang), value=case.model, label=say("model", lang), filterable=False, elem_classes="control-model", **BARE
            )  # fmt: skip
            model_note = gr.HTML(elem_classes="about warn")
            told = [(say("blind_no", lang), False), (say("blind_yes", lang), True)]
            blind = gr.Radio(told, value=case.blind, label=say("blind", lang), elem_classes="segments control-blind", **BARE)
            go, stop, line = steps.run(lang)
        with gr.Column(elem_id="view", min_width=260):
            gr.HTML(f'<h2 class="sr">{escape(say("result", lang))}</h2>')
            pairs = [(names[lang == "zh"], pair) for pair, names in lab.PAIRS.items()]
            pair = gr.Radio(pairs, value=case.pair, label=say("pair", lang), elem_classes="segments", **BARE)
            seen = compare.build(lang)
        with gr.Column(elem_id="read", min_width=260):
            board = gr.HTML(elem_id="scores", apply_default_css=False)
            download = gr.DownloadButton(say("download", lang), interactive=False, size="sm", elem_id="download")
            with gr.Accordion(say("errors", lang), open=True, elem_classes="slim"):
                errors = scores.figures(elem_id="errors")
            with gr.Accordion(
                say("spectrum", lang), open=False, elem_classes="slim", elem_id="spectrum-box"
            ) as spectrum_box:
                spectrum = scores.figures(elem_id="spectrum")
            with gr.Accordion(say("definitions", lang), open=False, elem_classes="slim", elem_id="definitions"):
                gr.Markdown(lab.score_notes(lang))
    return Restore(
        card, picture, intake, broken, size, damages, back, broken_note, seed, model, model_note, blind, go, stop, line, pair, seen, board,
        download, errors, spectrum_box, spectrum,
    )  # fmt: skip


def heading(number: int, key: str, lang: str) -> None:
    """With a line for what a teacher's link has fixed of this step (teach/limits.js)."""
    gr.HTML(
        f'<h2 class="step"><span aria-hidden="true">{number}</span> {escape(say(key, lang))}</h2>'
        f'<p class="fixed" data-part="{number}" hidden></p>',
        apply_default_css=False, elem_classes=f"step-{number}",
    )  # fmt: skip


def models(lang: str) -> list[tuple]:
    """The networks to choose from."""
    return [(say("model_auto", lang), lab.AUTO), *((_model_label(m, lang), m.name) for m in lab.models())]


def _model_label(model: lab.Model, lang: str) -> str:
    name = name_of(model, lang)
    return name if model.available else say("unavailable", lang, name=name)
