"""A memory for clips that is being trained: its settings, the clips as they are mended, curves, numbers, and what the rows say in words."""

import json
from html import escape

import gradio as gr

from restoration import live
from restoration.lab import rnn as lab
from restoration.live import rnn
from restoration.ui import live_run
from restoration.ui.chain import Slider
from restoration.ui.live_board import chart, line, status
from restoration.ui.picture import data_url, script
from restoration.ui.rnn import board as clips
from restoration.ui.rnn.pixels_tables import table
from restoration.ui.text import say

TRAINS, RATE = rnn, 4  # what trains; which of the settings is the learning rate
FPS = 6
KINDS = {"truth": "truth", "damaged": "damaged_clip", "memory": "live_memory", "alone": "live_alone"}  # as board.KINDS
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="board-live clip-live" hidden>
<p class="status" role="status"></p><div class="says"></div>
{player}
{curves}
<div class="charts"></div>
<dl class="numbers"></dl>
<div class="after"></div>
<div class="notes"></div></div>"""


def settings(lang: str) -> tuple[tuple, gr.Radio]:
    """The widgets in the order of the fields of live.rnn.Settings; learning rates to choose from."""
    start = rnn.Settings()

    def called(key: str) -> dict:
        return {"label": say(key, lang), "min_width": 200}

    kinds = [(say(f"rnn_live_of_{name}", lang), name) for name in rnn.SHAPES]
    shapes = gr.Radio(kinds, value=start.shapes, elem_classes="segments", **called("rnn_live_shapes"))
    speeds = [(f"{v:g}", v) for v in rnn.SPEEDS]
    speed = gr.Radio(speeds, value=start.speed, elem_classes="segments", **called("rnn_live_speed"))
    low, high = rnn.RANGES["sigma"]
    sigma = Slider(low, high, start.sigma, step=10, buttons=[], **called("live_sigma"))
    widths = [(str(n), n) for n in rnn.WIDTHS]
    width = gr.Radio(widths, value=start.width, elem_classes="segments", **called("rnn_live_width"))
    rates, rate = live_run.rates(rnn.RATES, start.lr, called("live_rate"), called("live_own_rate"))
    fewest, most = rnn.RANGES["steps"]
    steps = Slider(fewest, most, start.steps, step=20, buttons=[], **called("live_steps"))
    seed = gr.Number(start.seed, precision=0, step=1, **called("seed"))
    return (shapes, speed, sigma, width, rate, steps, seed), rates


def board(id: str, lang: str) -> gr.HTML:
    parts = {"player": clips.player(KINDS, lang), "curves": clips.curves("live_frames", lang, count=rnn.HELD_OUT)}
    # the player in a block: it and the curves of a training call different things by the same names
    player = "".join(map(script, ("rnn/player.js", "rnn/chart.js", "rnn/live_film.js")))
    code = "".join((script("look.js"), script("live_charts.js"), script("live_shown.js"), f"{{\n{player}}}\n", script("rnn/live_clips.js")))
    return gr.HTML(
        None, html_template=TEMPLATE.format(waiting=escape(say("rnn_live_waiting", lang)), **parts), js_on_load=code, elem_id=id,
        apply_default_css=False, elem_classes="exhibit", answered=0, kinds=KINDS, words=clips.fills(KINDS, lang),
    )  # fmt: skip


def value(session: live.Session, number: int | None, lang: str, picture: bool = True) -> dict:
    """number: the place in the queue, 0 if it trains or does not want to; None: a new training is being prepared. picture: send the
    clips too; else the browser keeps the last."""
    t = session.training or rnn.untrained()
    said = bool(t.step) and (t.state in live.ENDED or t.state == live.PAUSED) and t.state != live.DIVERGED
    return {
        "status": escape(status(session, number, lang, "rnn_live_clips_nothing")),
        "running": number is None or bool(session.training) and t.state in live.ACTIVE,
        "sentence": "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences(t, lang)) if said else "",
        "numbers": [[escape(say(key, lang)), escape(text)] for key, text in _numbers(t)],
        # as one text: Gradio sends only what changed, and muddles a list that became shorter
        "charts": json.dumps([_loss_chart(t, lang), _psnr_chart(session.previous, t, lang)]),
        "frames": json.dumps(_frames_chart(t, lang)),
        "film": json.dumps(_film(t)) if picture else "",
        "table": _table(t, session.previous, lang) if said else "",
        "notes": "".join(f"<p>{escape(note)}</p>" for note in _notes(t, lang)),
    }


def _film(t: rnn.Training) -> dict:
    """As player.js takes it. In the page itself: hundreds of files a run would fill the disk."""
    frames = t.clips()
    count, height, width = frames["truth"].shape[:3]
    sheets = {kind: {"url": data_url(lab.sheet(part))} for kind, part in frames.items()}
    return {**sheets, "count": count, "width": width, "height": height, "columns": lab.COLUMNS, "fps": FPS, "mended": count}


def _frames_chart(t: rnn.Training, lang: str) -> dict:
    """As chart.js takes it."""
    frames = {**t.latest("val")["frames"], "mean": t.frames["mean"], "damaged": t.frames["damaged"]}
    lines = [
        {"name": name, "label": say(f"rnn_live_line_{name}", lang), "points": [[n + 1, round(db, 3)] for n, db in enumerate(dbs)]}
        for name, dbs in frames.items()
    ]
    return {"lines": lines, "marks": [], "count": rnn.FRAMES}


def _loss_chart(t: rnn.Training, lang: str) -> dict:
    lines = [line(name, say(f"rnn_live_line_{name}", lang), t.curve("train", f"loss_{name}")) for name in ("alone", "memory")]
    row = t.latest("train") or t.latest("val")
    words = {name: f"{row[f'loss_{name}']:.4g}" for name in ("memory", "alone")}
    alt = say("rnn_live_alt_loss", lang, step=t.step, **words)
    return chart(say("rnn_live_chart_loss", lang), t, lines, [], True, alt, lang)


def _psnr_chart(before: rnn.Training | None, t: rnn.Training, lang: str) -> dict:
    lines = [line(name, say(f"rnn_live_line_{name}", lang), t.curve("val", f"psnr_{name}")) for name in ("alone", "memory")]
    if before and _clips_of(before) == _clips_of(t):
        lines.insert(0, line("previous", say("rnn_live_before", lang, **_settings(before, lang)), before.curve("val", "psnr_memory")))
    levels = [
        {"kind": kind, "name": escape(f"{say(f'rnn_live_line_{key}', lang)} {t.levels[key]:.1f} dB"), "y": t.levels[key]}
        for kind, key in (("yardstick", "mean"), ("black", "black"), ("damaged", "damaged"))
    ]
    alt = say("rnn_live_alt_psnr", lang, step=t.step, **_dbs(t))
    return chart(say("rnn_live_chart_psnr", lang, late=rnn.LATE + 1), t, lines, levels, False, alt, lang)


def _clips_of(t: rnn.Training) -> tuple:
    """What decides on the held-out clips: scores of others cannot be compared."""
    s = t.settings
    return s.shapes, s.speed, s.sigma, s.seed


def _dbs(t: rnn.Training) -> dict:
    val = t.latest("val")
    levels = {key: f"{level:.1f}" for key, level in t.levels.items()}
    return {**levels, **{key: f"{val[f'psnr_{key}']:.1f}" for key in ("memory", "alone")}}


def _numbers(t: rnn.Training) -> list:
    val = t.latest("val")
    return [
        ("live_update", f"{t.step} / {t.settings.steps}"),
        ("rnn_live_line_memory", f"{val['psnr_memory']:.2f} dB"),
        ("rnn_live_line_alone", f"{val['psnr_alone']:.2f} dB"),
        ("rnn_live_gain", f"{t.gain():+.2f} dB".replace("-", "−")),
        ("rnn_live_line_mean", f"{t.levels['mean']:.2f} dB"),
        ("rnn_live_line_damaged", f"{t.levels['damaged']:.2f} dB"),
        ("live_seconds", f"{t.seconds:.1f}"),
        ("live_speed", f"{t.step / t.seconds:.1f}" if t.seconds else "–"),
        ("rnn_live_parameters", f"{t.parameters:,}"),
    ]


def sentences(t: rnn.Training, lang: str) -> list[str]:
    """What the rows say."""
    val, words = t.latest("val"), _dbs(t)
    if t.settings.lr == 0:
        return [say("rnn_live_said_nothing", lang, step=t.step)]
    if val["psnr_memory"] < t.levels["black"]:
        return [say("rnn_live_said_black", lang, step=val["step"], **words)]
    words |= {"step": val["step"], "late": rnn.LATE + 1, "gain": f"{abs(t.gain()):.1f}"}
    said = [say("rnn_live_said_ahead" if t.gain() > 0 else "rnn_live_said_behind", lang, **words)]
    if passed := t.passed():
        said.append(say("rnn_live_said_passed", lang, ahead=f"{rnn.AHEAD:g}", at=passed["step"], seconds=f"{passed['seconds']:.1f}"))
    first, last = ({f"{name}_{which}": f"{dbs[n]:.1f}" for name, dbs in val["frames"].items()} for which, n in (("first", 0), ("last", -1)))
    said.append(say("rnn_live_said_frames", lang, count=rnn.FRAMES, **first, **last))
    key = "rnn_live_said_mean" if val["psnr_memory"] > t.levels["mean"] else "rnn_live_said_mean_ahead"
    return [*said, say(key, lang, last=rnn.LAST, **words)]


def _settings(t: rnn.Training, lang: str) -> dict:
    s = t.settings
    return {
        "shapes": say(f"rnn_live_of_{s.shapes}", lang), "speed": f"{s.speed:g}", "sigma": f"{s.sigma:g}", "width": s.width,
        "lr": f"{s.lr:g}", "step": t.step,
    }  # fmt: skip


def _table(t: rnn.Training, previous: rnn.Training | None, lang: str) -> str:
    """This run beside the one before."""
    runs = [run for run in (t, previous) if run]
    heads = ["", say("rnn_live_this", lang), *([say("rnn_live_last", lang)] if previous else [])]

    def row(css: str, key: str, cell) -> tuple:
        return css, say(key, lang), *(cell(run) for run in runs)

    rows = [
        row("", "rnn_live_settings", lambda run: say("rnn_live_clips_set", lang, **_settings(run, lang))),
        row("damaged", "rnn_live_line_damaged", lambda run: f"{run.levels['damaged']:.2f}"),
        row("", "rnn_live_line_black", lambda run: f"{run.levels['black']:.2f}"),
        row("yardstick", "rnn_live_line_mean", lambda run: f"{run.levels['mean']:.2f}"),
        row("", "rnn_live_line_alone", lambda run: f"{run.latest('val')['psnr_alone']:.2f}"),
        row("network", "rnn_live_line_memory", lambda run: f"{run.latest('val')['psnr_memory']:.2f}"),
        row("", "rnn_live_gain", lambda run: f"{run.gain():+.2f}".replace("-", "−")),
    ]
    caption = say("rnn_live_clips_table", lang, count=rnn.HELD_OUT, late=rnn.LATE + 1)
    return f'<table class="scores">{table(heads, rows, caption)}</table>'


def _notes(t: rnn.Training, lang: str) -> list[str]:
    numbers = {"count": rnn.HELD_OUT, "side": rnn.SIDE, "frames": rnn.FRAMES, "batch": rnn.BATCH, "last": rnn.LAST, "shown": rnn.SHOWN}
    said = [say("rnn_live_data", lang, **numbers), say("rnn_live_fair", lang)]
    return [*said, say("rnn_live_still", lang)] if t.settings.speed == 0 else said
