"""The Restore panel of the RNN's page: pick a clip, ruin it, see it mended frame by frame. The widgets only; see bench.py."""

import csv
import io
from dataclasses import dataclass
from functools import lru_cache
from html import escape

import gradio as gr
import numpy as np

from restoration.lab import rnn, rnn_repair
from restoration.ui import predict_card, steps, undo
from restoration.ui.chain import Slider
from restoration.ui.compare import name_of
from restoration.ui.picture import keep, script, thumb
from restoration.ui.restore import heading
from restoration.ui.rnn import board
from restoration.ui.rnn.intake import ClipButton
from restoration.ui.text import say
from restoration.ui.vae.restore import PICTURES


@dataclass(frozen=True)
class Restore:
    predict: gr.HTML  # the card that asks for a prediction
    picture: gr.HTML  # value: {chosen: the name of a clip, "-1" for the visitor's own, ...}
    intake: ClipButton
    sigma: gr.Slider
    single: gr.Accordion  # of what happens in one frame only
    hole: gr.Slider  # these three: the number of a frame, from 1; 0: none
    blur: gr.Slider
    wipe: gr.Slider
    undo: undo.Undo
    seed: gr.Number
    go: gr.Button
    stop: gr.Button
    line: gr.HTML  # the place among those who wait for a repair
    board: gr.HTML
    mp4: gr.DownloadButton
    frames: gr.DownloadButton


def build(lang: str) -> Restore:
    case = rnn.Case()
    card = predict_card.build()
    with gr.Row(elem_id="bench", elem_classes="small-bench clip-bench"):
        with gr.Column(elem_id="steps", min_width=260):
            heading(1, "rnn_pick", lang)
            picture = gr.HTML(
                clips(case.picture, lang), html_template=PICTURES, js_on_load=script("vae/pictures.js"), apply_default_css=False, own="",
                label=say("rnn_clips", lang), own_name=say("rnn_own", lang), elem_classes="control-picture",
            )  # fmt: skip
            intake = ClipButton(say("rnn_intake", lang), size="sm", elem_id="clip-intake", elem_classes="control-upload")
            gr.HTML(f"<p>{escape(say('rnn_intake_info', lang, most=rnn.MOST_FRAMES))}</p>", elem_classes="about control-upload")
            heading(2, "step_ruin", lang)
            back = undo.build(lang)
            with gr.Group(elem_classes="damage-step control-sigma"):
                sigma = _slider("rnn_sigma", rnn.LEAST_SIGMA, rnn.MOST_SIGMA, case.sigma, lang, "rnn_sigma_info")
            with gr.Accordion(say("rnn_single", lang), open=False, elem_classes="slim", elem_id="clip-single") as single:
                hole = _slider("rnn_hole", 0, rnn.FRAMES, case.hole, lang, "rnn_none", "control-hole")
                blur = _slider("rnn_blur", 0, rnn.FRAMES, case.blur, lang, "rnn_none", "control-blur")
            seed = gr.Number(case.seed, label=say("seed", lang), precision=0, step=1, elem_id="seed", elem_classes="control-seed")
            heading(3, "step_mend", lang)
            with gr.Group(elem_classes="damage-step control-wipe"):
                wipe = _slider("rnn_wipe", 0, rnn.FRAMES, case.wipe, lang, "rnn_wipe_info")
            go, stop, line = steps.run(lang)
        with gr.Column(elem_id="view", min_width=260):
            gr.HTML(f'<h2 class="sr">{escape(say("result", lang))}</h2>')
            shown = board.build(lang)
            with gr.Row(elem_id="clip-downloads"):
                mp4 = gr.DownloadButton(say("rnn_mp4", lang), interactive=False, size="sm", elem_id="download-mp4")
                frames = gr.DownloadButton(say("rnn_zip", lang), interactive=False, size="sm", elem_id="download-zip")
            gr.HTML(f'<p class="scale-note">{escape(say("rnn_mp4_info", lang))}</p>')
    return Restore(card, picture, intake, sigma, single, hole, blur, wipe, back, seed, go, stop, line, shown, mp4, frames)


def _slider(label: str, low: int, high: int, value: int, lang: str, info: str = "", css: str = "") -> gr.Slider:
    about = say(info, lang) if info else None
    return Slider(low, high, value, step=1, label=say(label, lang), info=about, buttons=[], elem_classes=f"frame-slider {css}".strip())


def clips(chosen: str, lang: str) -> dict:
    """The value of the choice of clips: the chosen one, and a thumbnail and a name for each."""
    tiles = [[name, _thumb(name), name_of(made, lang)] for name, made in rnn.made().items()]
    return {"chosen": chosen or "-1", "tiles": tiles, "subject": "clips"}


@lru_cache(maxsize=8)
def _thumb(name: str) -> str:
    frames = rnn.picture(name).frames
    h, w = frames.shape[1:3]
    middle = frames[3 * len(frames) // 4][:, (w - h) // 2 : (w + h) // 2]
    return thumb(np.ascontiguousarray(middle))


def downloads(desk, out: rnn_repair.Outcome | None) -> list:
    """Updates for mp4 and frames, once the repair is done."""
    if not (out and out.done):
        return [gr.update(value=None, interactive=False)] * 2
    restored, clean = np.stack(out.restored), desk.clean
    digest = board.digest(out.key, restored)
    mp4 = keep(digest, "kintsugi-restored.mp4", lambda file: file.write(rnn.to_mp4(restored, clean.fps)))

    def write(file):
        parts = {"truth": clean.frames, "damaged": desk.ruined.shown, "restored": restored}
        file.write(rnn.to_zip(parts, {"psnr.csv": scores_csv(out)}))

    frames = keep(digest, "kintsugi-frames.zip", write)
    return [gr.update(value=path, interactive=True) for path in (mp4, frames)]


def scores_csv(out: rnn_repair.Outcome) -> str:
    """A line a frame, a column a method: PSNR in dB, RGB, whole frame, rounded to 8 bits; empty where a method was not run."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["frame", *(f"psnr_db_{name}" for name in out.lines)])
    tables = [dict(zip(line.at, line.psnr, strict=True)) for line in out.lines.values()]
    for t in range(out.count):
        writer.writerow([t + 1, *(f"{table[t]:.4f}" if t in table else "" for table in tables)])
    return text.getvalue()
