"""The Loss curves panel of the RNN's page: the recorded runs of the clip network and of the network that writes digits."""

import json
from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration.errors import Refusal
from restoration.lab import gan_curves, rnn_curves
from restoration.studies import rnn_nats
from restoration.ui.blocks import modes
from restoration.ui.look import READ, answer, component
from restoration.ui.matrix import made
from restoration.ui.rnn import pixels_tables as tables
from restoration.ui.rnn.bench import Bench
from restoration.ui.run_charts import packed
from restoration.ui.text import say

AXES = {"step": "against_step", "time": "against_cpu"}
SCALES = {"linear": "rnn_curves_linear", "log": "rnn_curves_log"}
WORDS = {
    "choose": "rnn_curves_choose", "axis": "against", "scale": "rnn_curves_scale", "waiting": "gan_curves_waiting",
    "charts": "gan_curves_charts",
}  # fmt: skip
TEMPLATE = """
<label class="run-choice"><span>{choose}</span><select class="run-name">{options}</select></label>
<div class="latent-set"><span>{axis}</span><div class="modes" role="group" aria-label="{axis}">{axes}</div>
  <span>{scale}</span><div class="modes" role="group" aria-label="{scale}">{scales}</div></div>
<p class="status running waiting">{waiting}</p>
<div class="rnn-run" hidden>
  <p class="verdict" role="status"></p>
  <div class="gan-run-charts" role="group" aria-label="{charts}"></div>
  <ul class="latent-said"></ul>
  <div class="wide-table run-nats"></div>
  <p class="facts"></p>
</div>
"""


@dataclass(frozen=True)
class Panel:
    html: gr.HTML
    shown: gr.State  # the run that is shown


def build(lang: str) -> Panel:
    title, intro = (escape(say(key, lang)) for key in ("curves", "rnn_curves_intro"))
    gr.HTML(f'<h2 class="step">{title}</h2><p>{intro}</p>', apply_default_css=False)
    words = {key: escape(say(of, lang)) for key, of in WORDS.items()}
    options = "".join(f'<option value="{name}">{escape(say(f"rnn_run_{_word(name)}", lang))}</option>' for name in rnn_curves.NAMES)
    html = TEMPLATE.format(options=options, axes=modes("axis", AXES, lang), scales=modes("scale", SCALES, lang), **words)
    fills = {"x_step": say("gan_x_step", lang), "x_time": say("rnn_curves_x_time", lang)}
    return Panel(component(html, "rnn-curves", "vae/inside_draw.js", "gan/curves_chart.js", "rnn/curves.js", words=fills), gr.State(None))


def _word(name: str) -> str:
    return name.replace("-", "_")


def wire(bench: Bench, tab: gr.Tab, panel: Panel) -> None:
    def draw(shown, model=None):
        name = rnn_curves.NAMES[0] if model is None else model
        return ({}, shown) if shown == name else ({"value": value(name, bench.lang)}, name)

    answer(panel.html, panel.shown, draw, "model", lang=bench.lang, **READ)


def value(name: str, lang: str) -> dict:
    """What is shown of a run: see curves.js."""
    clips = name == rnn_curves.CLIPS
    keys = ("gain", "frames", "held", "mean") if clips else ("nats", "exact", "mean")
    return {
        "model": name,
        "charts": json.dumps([chart(c, lang) for c in rnn_curves.charts(name)]),
        "says": escape(says_clips(lang) if clips else says_digits(lang)),
        "notes": [escape(say(f"rnn_curves_note_{key}", lang)) for key in keys],
        "table": "" if clips else table(lang),
        "facts": escape(rnn_curves.facts(name, lang)),
    }


def chart(c: gan_curves.Chart, lang: str) -> dict:
    """A chart as curves_chart.js takes it."""
    both = len({line.split for line in c.lines}) > 1
    lines = []
    for line in c.lines:
        name = say(f"rnn_curve_{line.what}", lang) + (say(f"gan_split_{line.split}", lang) if both else "")
        lines.append({"kind": line.what, "split": line.split, "name": name, "points": line.points})
    levels = [{"name": say(f"rnn_level_{name}", lang), "kind": name, "y": y} for name, y in c.levels.items()]
    words = {key: say(f"rnn_curves_{c.name}{of}", lang) for key, of in (("title", ""), ("alt", "_alt"), ("y", "_y"))}
    return packed(c.name, lines, levels, words)


def says_clips(lang: str) -> str:
    """What came of the run of the clip network, computed from its rows."""
    history = [row for row in rnn_curves.rows(rnn_curves.CLIPS) if row["split"] == "val"]
    first, last = history[0], history[-1]
    words = {"psnr": f"{last['psnr']:.2f}", "wiped": f"{last['psnr_wiped']:.2f}", "damaged": f"{last['psnr_damaged']:.2f}",
             "gain": f"{rnn_curves.gain(last):.2f}", "early": f"{rnn_curves.gain(first):.2f}", "first": f"{first['step']:,}",
             "step": f"{last['step']:,}", "minutes": f"{last['cpu'] / 60:.0f}"}  # fmt: skip
    return say("rnn_curves_says_clips" if rnn_curves.gain(last) > 0 else "rnn_curves_says_no_gain", lang, **words)


def says_digits(lang: str) -> str:
    """What came of the run of the network that writes digits, computed from its rows."""
    held_out, trained = (rnn_curves.ended(rnn_curves.DIGITS, split) for split in ("val", "train"))
    level = rnn_curves.levels()
    words = {"nats": f"{held_out['loss']:.1f}", "trained": f"{trained['loss']:.1f}", "pixels": f"{level['pixels']:.1f}",
             "less": f"{level['pixels'] - held_out['loss']:.1f}", "step": f"{held_out['step']:,}",
             "minutes": f"{held_out['cpu'] / 60:.0f}"}  # fmt: skip
    return say("rnn_curves_says_digits", lang, **words)


def table(lang: str) -> str:
    """What a test digit costs, by several models; or why that cannot be said."""
    try:
        study = rnn_nats.read()
    except Refusal as e:
        return f'<p class="scale-note">{escape(e.say(lang))}</p>'
    rows = [
        ("network" if name == "exact" else "yardstick", tables.row_name(name, lang), f"{row['mean']:.1f} ± {row['error']:.1f}")
        for name, row in study.rows.items()
    ]  # fmt: skip
    heads = [say("pixels_model", lang), say("pixels_many", lang, count=f"{study.count:,}")]
    inside = tables.table(heads, rows, say("rnn_curves_nats_caption", lang))
    return f'<table class="scores">{inside}</table><p class="scale-note">{escape(made(study.made, lang))}</p>'
