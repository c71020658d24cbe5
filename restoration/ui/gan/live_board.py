"""What is shown of a GAN that is being trained: pictures it makes, curves of the two players, numbers. What the rows say in words:
live_said.py."""

import json
from html import escape

import gradio as gr

from restoration import live
from restoration.live import gan
from restoration.ui.gan import live_said
from restoration.ui.live_board import chart, line, status
from restoration.ui.look import component
from restoration.ui.picture import data_url
from restoration.ui.text import say

TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="board-live gan-live" hidden>
<p class="status" role="status"></p><div class="says"></div>
<div class="gan-sheets">
  <figure class="pixels"><figcaption>{made}</figcaption><img class="made" alt="{made_alt}"></figure>
  <figure class="pixels"><figcaption>{real}</figcaption><img class="real" alt="{real_alt}"></figure>
  <div class="gan-beside"><dl class="numbers"></dl></div>
</div>
<div class="charts"></div>
<div class="after"></div>
<div class="notes"></div></div>"""
LABELS = ("made", "made_alt", "real", "real_alt")


def build(lang: str) -> gr.HTML:
    words = {key: escape(say(f"gan_live_{key}", lang)) for key in LABELS} | {"waiting": escape(say("gan_live_waiting", lang))}
    return component(TEMPLATE.format(**words), "live-board", "live_charts.js", "live_shown.js", "gan/live.js")


def loss_name(loss: str, lang: str) -> str:
    return say(f"gan_live_loss_{loss.replace('-', '_')}", lang)


def value(session: gan.Session, number: int | None, lang: str, picture: bool = True) -> dict:
    """number: the place in the queue, 0 if it trains or does not want to; None: a new training is being prepared. picture: send the
    pictures too; else the browser keeps the last."""
    t = session.training or gan.untrained()
    said = bool(t.step) and (t.state in live.ENDED or t.state == live.PAUSED) and t.state != live.DIVERGED
    return {
        "status": escape(status(session, number, lang, "gan_live_nothing_yet")),
        "running": number is None or bool(session.training) and t.state in live.ACTIVE,
        "sentence": "".join(f"<li>{escape(sentence)}</li>" for sentence in live_said.sentences(t, lang)) if said else "",
        "numbers": [[escape(say(key, lang)), escape(text)] for key, text in _numbers(t)],
        # as one text: Gradio sends only what changed, and muddles a list that became shorter
        "charts": json.dumps(_charts(session, t, lang)),
        "made": data_url(t.samples()) if picture else "",
        "real": data_url(t.real()) if picture else "",
        "table": live_said.table(t, session.previous, lang) if said else "",
        "notes": "".join(f"<p>{escape(note)}</p>" for note in live_said.notes(t, lang)),
    }


def _numbers(t: gan.Training) -> list:
    train, val = t.latest("train"), t.latest("val")
    losses = train or val
    rows = [
        ("live_update", f"{t.step} / {t.settings.steps}"),
        ("gan_live_loss_d", f"{losses['loss_d']:.2f}"),
        ("gan_live_loss_g", f"{losses['loss_g']:.2f}"),
        ("gan_live_told", f"{100 * val['told']:.0f} %"),
    ]
    if "sure" in val:
        rows += [("gan_live_sure", f"{100 * val['sure']:.0f} %"), ("gan_live_classes", f"{val['classes']} / 10")]
    if "near" in val:
        rows.append(("gan_live_near", f"{255 * val['near']:.0f}"))
    return [
        *rows,
        ("live_seconds", f"{t.seconds:.1f}"),
        ("live_speed", f"{t.step / t.seconds:.0f}" if t.seconds else "–"),
        ("live_parameters", f"{t.parameters:,}"),
    ]


def _charts(session: gan.Session, t: gan.Training, lang: str) -> list[dict]:
    return [_losses(t, lang), _answers(t, lang), _judged(session.previous, t, lang)]


def _losses(t: gan.Training, lang: str) -> dict:
    lines = [line(f"player-{p}", say(f"gan_live_line_{p}", lang), t.curve("train", f"loss_{p}")) for p in ("g", "d")]
    levels = [
        {"kind": f"player-{p} level", "name": escape(say(f"gan_live_level_{p}", lang, level=f"{y:.2f}".replace("-", "−"))), "y": float(y)}
        for p, y in zip("dg", gan.LEVELS[t.settings.loss], strict=False)
    ]
    row = t.latest("train") or t.latest("val")
    alt = say("gan_live_alt_losses", lang, step=t.step, d=f"{row['loss_d']:.2f}", g=f"{row['loss_g']:.2f}")
    return {**chart(say("gan_live_chart_losses", lang), t, lines, levels, False, alt, lang), "room": 0.05}


def _answers(t: gan.Training, lang: str) -> dict:
    """Probabilities in percent, or what D says where it says no probability."""
    probable = t.settings.loss in gan.PROBABLE
    times = 100 if probable else 1

    def points(key: str) -> list:
        return [[step, round(times * v, 3)] for step, v in t.curve("val", key)]

    kinds = {"fake": "player-g", "seen": "player-d seen", "real": "player-d"}
    lines = [line(kind, say(f"gan_live_line_{key}", lang), points(key)) for key, kind in kinds.items()]
    levels = [{"kind": "guess", "name": escape(say("gan_live_level_half", lang)), "y": 50}] if probable else []
    row = t.latest("val")
    alt = say("gan_live_alt_answers", lang, step=t.step, **{key: f"{times * row[key]:.2f}" for key in kinds})
    title = say("gan_live_chart_answers" if probable else "gan_live_chart_outputs", lang)
    return {**chart(title, t, lines, levels, False, alt, lang), **({"range": [0, 100]} if probable else {"room": 0.05})}


def _judged(before: gan.Training | None, t: gan.Training, lang: str) -> dict:
    """How well D tells them apart, and for digits how many made ones can be read."""

    def points(of: gan.Training, key: str) -> list:
        return [[step, round(100 * v, 2)] for step, v in of.curve("val", key)]

    row, lines = t.latest("val"), [line("player-d", say("gan_live_line_told", lang), points(t, "told"))]
    levels = [{"kind": "guess", "name": escape(say("gan_live_level_guess", lang)), "y": 50}]
    if "sure" in row:
        lines.insert(0, line("player-g", say("gan_live_line_sure", lang), points(t, "sure")))
        share = 100 * t.levels["sure"]
        levels.append({"kind": "yardstick", "name": escape(say("gan_live_level_sure", lang, share=f"{share:.0f}")), "y": share})
    key = "sure" if "sure" in row else "told"
    if before and before.settings.pictures == t.settings.pictures and key in before.latest("val"):
        lines.insert(0, line("previous", live_said.before(before, key, lang), points(before, key)))
    alt = say("gan_live_alt_judged", lang, step=t.step, told=f"{100 * row['told']:.0f}")
    if "sure" in row:
        alt += say("gan_live_alt_sure", lang, sure=f"{100 * row['sure']:.0f}", share=f"{100 * t.levels['sure']:.0f}")
    return {**chart(say("gan_live_chart_judged", lang), t, lines, levels, False, alt, lang), "range": [0, 100]}
