"""A writer of digits that is being trained: its settings, what it writes, curves, numbers, and what the rows say in words."""

import json
from html import escape

import gradio as gr

from restoration import live
from restoration.live import rnn_pixels
from restoration.ui import live_run
from restoration.ui.chain import Slider
from restoration.ui.live_board import chart, line, status
from restoration.ui.look import component
from restoration.ui.picture import data_url
from restoration.ui.rnn.pixels_tables import table
from restoration.ui.text import say

TRAINS, RATE = rnn_pixels, 1  # what trains; which of the settings is the learning rate
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="board-live writer-live" hidden>
<p class="status" role="status"></p><div class="says"></div>
<div class="writer-sheets">
  <figure class="pixels"><figcaption>{nothing}</figcaption><img class="nothing" alt="{nothing_alt}"></figure>
  <figure class="pixels"><figcaption>{completed}</figcaption><img class="completed" alt="{completed_alt}">
    <figcaption>{truth}</figcaption><img class="truth" alt="{truth_alt}"></figure>
</div>
<p class="scale-note">{pace}</p>
<div class="charts"></div>
<dl class="numbers"></dl>
<div class="after"></div>
<div class="notes"></div></div>"""
LABELS = ("waiting", "nothing", "nothing_alt", "completed", "completed_alt", "truth", "truth_alt", "pace")


def settings(lang: str) -> tuple[tuple, gr.Radio]:
    """The widgets in the order of the fields of live.rnn_pixels.Settings; learning rates to choose from."""
    start = rnn_pixels.Settings()

    def called(key: str) -> dict:
        return {"label": say(key, lang), "min_width": 200}

    widths = [(str(n), n) for n in rnn_pixels.WIDTHS]
    width = gr.Radio(widths, value=start.width, elem_classes="segments", **called("rnn_live_width"))
    rates, rate = live_run.rates(rnn_pixels.RATES, start.lr, called("live_rate"), called("live_own_rate"))
    fewest, most = rnn_pixels.RANGES["steps"]
    steps = Slider(fewest, most, start.steps, step=20, buttons=[], **called("live_steps"))
    seed = gr.Number(start.seed, precision=0, step=1, **called("seed"))
    return (width, rate, steps, seed), rates


def board(id: str, lang: str) -> gr.HTML:
    words = {key: escape(say(f"rnn_live_{key}", lang)) for key in LABELS}
    return component(TEMPLATE.format(**words), id, "live_charts.js", "live_shown.js", "rnn/live_pixels.js")


def value(session: live.Session, number: int | None, lang: str, picture: bool = True) -> dict:
    """number: the place in the queue, 0 if it trains or does not want to; None: a new training is being prepared. picture: send the
    pictures too; else the browser keeps the last."""
    t = session.training or rnn_pixels.untrained()
    said = bool(t.step) and (t.state in live.ENDED or t.state == live.PAUSED) and t.state != live.DIVERGED
    written = t.pictures() if picture else None
    return {
        "status": escape(status(session, number, lang, "rnn_live_pixels_nothing")),
        "running": number is None or bool(session.training) and t.state in live.ACTIVE,
        "sentence": "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences(t, lang)) if said else "",
        "numbers": [[escape(say(key, lang)), escape(text)] for key, text in _numbers(t)],
        # as one text: Gradio sends only what changed, and muddles a list that became shorter
        "charts": json.dumps([_chart(session.previous, t, lang)]),
        "nothing": data_url(written[0]) if written else "",
        "completed": data_url(written[1]) if written else "",
        "truth": data_url(t.truth()) if picture else "",
        "table": _table(t, session.previous, lang) if said else "",
        "notes": "".join(f"<p>{escape(note)}</p>" for note in _notes(lang)),
    }


def _chart(before: rnn_pixels.Training | None, t: rnn_pixels.Training, lang: str) -> dict:
    lines = [line("train", say("rnn_live_line_train", lang), t.curve("train", "loss"))]
    lines.append(line("val", say("rnn_live_line_val", lang), t.curve("val", "loss")))
    if before:
        lines.insert(0, line("previous", say("rnn_live_before", lang, **_settings(before)), before.curve("val", "loss")))
    levels = [
        {"kind": kind, "name": escape(f"{say(f'rnn_live_level_{key}', lang)} {t.levels[key]:.0f}"), "y": t.levels[key]}
        for kind, key in (("yardstick", "blind"), ("damaged", "coin"))
    ]
    words = {"nats": f"{t.latest('val')['loss']:.0f}", **{key: f"{level:.0f}" for key, level in t.levels.items()}}
    alt = say("rnn_live_alt_nats", lang, step=t.step, **words)
    return chart(say("rnn_live_chart_nats", lang), t, lines, levels, True, alt, lang)


def _numbers(t: rnn_pixels.Training) -> list:
    return [
        ("live_update", f"{t.step} / {t.settings.steps}"),
        ("rnn_live_nats", f"{t.latest('val')['loss']:.1f}"),
        ("rnn_live_level_blind", f"{t.levels['blind']:.1f}"),
        ("rnn_live_level_coin", f"{t.levels['coin']:.1f}"),
        ("live_seconds", f"{t.seconds:.1f}"),
        ("live_speed", f"{t.step / t.seconds:.1f}" if t.seconds else "–"),
        ("live_parameters", f"{t.parameters:,}"),
    ]


def sentences(t: rnn_pixels.Training, lang: str) -> list[str]:
    """What the rows say."""
    val, first = t.latest("val"), t.rows[0]
    if t.settings.lr == 0:
        return [say("rnn_live_said_nothing", lang, step=t.step)]
    words = {"step": val["step"], "nats": f"{val['loss']:.0f}", "first": f"{first['loss']:.0f}"}
    words |= {key: f"{level:.0f}" for key, level in t.levels.items()}
    words["bits"] = f"{t.levels['coin'] / val['loss']:.1f}"
    said = [say("rnn_live_said_nats", lang, **words)]
    if passed := t.passed():
        said.append(say("rnn_live_said_blind", lang, at=passed["step"], seconds=f"{passed['seconds']:.1f}", **words))
    else:
        said.append(say("rnn_live_said_not_blind", lang, **words))
    return said


def _settings(t: rnn_pixels.Training) -> dict:
    return {"width": t.settings.width, "lr": f"{t.settings.lr:g}", "step": t.step}


def _table(t: rnn_pixels.Training, previous: rnn_pixels.Training | None, lang: str) -> str:
    """This run beside the one before."""
    runs = [run for run in (t, previous) if run]
    heads = ["", say("rnn_live_this", lang), *([say("rnn_live_last", lang)] if previous else [])]
    rows = [
        ("", say("rnn_live_settings", lang), *(say("rnn_live_pixels_set", lang, **_settings(run)) for run in runs)),
        ("damaged", say("rnn_live_level_coin", lang), *(f"{run.levels['coin']:.1f}" for run in runs)),
        ("yardstick", say("rnn_live_level_blind", lang), *(f"{run.levels['blind']:.1f}" for run in runs)),
        ("network", say("live_your_network", lang), *(f"{run.latest('val')['loss']:.1f}" for run in runs)),
    ]
    caption = say("rnn_live_pixels_table", lang, count=rnn_pixels.HELD_OUT)
    return f'<table class="scores">{table(heads, rows, caption)}</table>'


def _notes(lang: str) -> list[str]:
    return [say("rnn_live_digits", lang, count=rnn_pixels.HELD_OUT), say("rnn_live_same_dice", lang)]
