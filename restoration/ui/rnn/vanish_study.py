"""The recorded study of the exhibit 'The vanishing gradient': who learns to tell the first symbol after N steps of noise."""

from html import escape
from math import log10
from statistics import mean

import gradio as gr

from restoration.studies import rnn_memory
from restoration.ui.look import component
from restoration.ui.text import say

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 440, 270, 46, 432, 10, 224
SHAPES = {"plain": "square", "plain-orthogonal": "diamond", "gru": "ring", "gru-keeping": "disc"}
LOW, HIGH, EVERY = -18, 3, 3  # powers of ten of the gradients that are drawn
LEARNT = 0.9  # of accuracy, from which on a network counts as having learned it
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="remember" hidden>
  <h3>{title}</h3><p>{intro}</p>
  <div class="remember-shown"></div>
</div>
"""


def build(lang: str) -> gr.HTML:
    words = {key: escape(say(f"memory_{key}", lang)) for key in ("title", "intro")} | {"waiting": escape(say("network_waiting", lang))}
    return component(TEMPLATE.format(**words), "rnn-remember", "rnn/vanish_study.js")


def draw(lang: str):
    def answer(shown):
        return ({}, shown) if shown else ({"value": {"html": html(rnn_memory.read(), lang)}}, True)

    return answer


def html(study: rnn_memory.Study, lang: str) -> str:
    lines = "".join(f"<li>{escape(line)}</li>" for line in said(study, lang))
    right, arrives = accuracy(study, lang), gradients(study, lang)
    figures = f'<div class="remember-charts">{right}{arrives}</div>'
    made = say("study_made_alone", lang, date=study.made["date"], torch=study.made["versions"]["torch"])
    return f'{legend(lang)}{figures}<ul class="latent-said">{lines}</ul>{table(study, lang)}<p class="scale-note">{escape(made)}</p>'


def number(v: float) -> str:
    """0.063, 1.0, 24, and 3.1 × 10⁻⁹ for what is small or large."""
    if 0.01 <= v < 1000:
        return f"{v:.2g}" if v < 1 else f"{v:.1f}" if v < 10 else f"{v:.0f}"
    digits, power = f"{v:.1e}".split("e")
    return f"{digits} × 10{str(int(power)).translate(str.maketrans('-0123456789', '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'))}"


def _name(network: str, lang: str) -> str:
    return say(f"memory_row_{network.replace('-', '_')}", lang)


def said(study: rnn_memory.Study, lang: str) -> list[str]:
    """How far each has learned to remember, and how it was set up."""
    lines, reach = [], {}
    for name, row in study.rows.items():
        learnt = [int(n) for n, runs in row.items() if mean(runs["accuracy"]) >= LEARNT]
        longest, reach[name] = list(row)[-1], max(learnt, default=0)
        words = {"who": _name(name, lang), "longest": longest, "lengths": ", ".join(map(str, learnt))}
        words |= {"at": f"{100 * mean(row[longest]['accuracy']):.0f}", "learnt": f"{100 * LEARNT:.0f}"}
        lines.append(say("memory_said_learnt" if learnt else "memory_said_never", lang, **words))
    if reach["plain-orthogonal"] > reach["gru"] and reach["gru-keeping"] > reach["gru"]:
        lines.append(say("memory_said_start", lang))
    rates = ", ".join(f"{rate:g}" for rate in study.rates)
    sizes = {kind: f"{count:,}" for kind, count in study.parameters.items()}
    lines.append(say("memory_said_fair", lang, updates=study.updates, batch=study.batch, rates=rates, tested=f"{study.tested:,}", **sizes))
    return lines


def _frame(ticks: list[tuple[float, str]], lengths: list[str], axis: str) -> list[str]:
    """Rules at [(y, what it says)], and the lengths below."""
    parts = []
    for y, text in ticks:
        parts.append(f'<path class="rule" d="M{LEFT} {y:.1f}H{RIGHT}"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y:.1f}" dy="4" text-anchor="end">{text}</text>')
    parts += [f'<text x="{_x(k, lengths):.1f}" y="{BOTTOM + 18}" text-anchor="middle">{n}</text>' for k, n in enumerate(lengths)]
    return [*parts, f'<text class="name" x="{(LEFT + RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">{escape(axis)}</text>']


def _x(k: int, lengths: list[str], shift: float = 0) -> float:
    return LEFT + (RIGHT - LEFT) * (k + 0.5) / len(lengths) + shift


def _line(name: str, number: int, seeds: list[list[float]], middles: list[float], y, lengths: list[str]) -> str:
    """A network's line through the middles over seeds, with a bar from the lowest seed to the highest. seeds: for each length."""
    shift = 5 * (number - 1.5)
    places = [(_x(k, lengths, shift), y(v)) for k, v in enumerate(middles)]
    bars = "".join(
        f'<path class="spread" d="M{x:.1f} {y(min(of)):.1f}V{y(max(of)):.1f}"/>' for (x, _), of in zip(places, seeds, strict=True)
    )
    marks = "".join(_mark(SHAPES[name], x, at) for x, at in places)
    points = " ".join(f"{x:.1f},{at:.1f}" for x, at in places)
    return f'<g class="{name}">{bars}<polyline class="line" points="{points}"/>{marks}</g>'


def _mark(shape: str, x: float, y: float) -> str:
    if shape in ("ring", "disc"):
        return f'<circle class="{shape}" cx="{x:.1f}" cy="{y:.1f}" r="4"/>'
    turn = f' transform="rotate(45 {x:.1f} {y:.1f})"' if shape == "diamond" else ""
    return f'<rect class="{shape}" x="{x - 3.5:.1f}" y="{y - 3.5:.1f}" width="7" height="7"{turn}/>'


def _figure(parts: list[str], title: str, alt: str) -> str:
    svg = f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(alt)}">{"".join(parts)}</svg>'
    return f"<figure><figcaption>{escape(title)}</figcaption>{svg}</figure>"


def accuracy(study: rnn_memory.Study, lang: str) -> str:
    """Share right against N, with the line of chance."""

    def y(share: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * share

    lengths = list(next(iter(study.rows.values())))
    parts = _frame([(y(p / 100), f"{p} %") for p in (0, 25, 50, 75, 100)], lengths, say("memory_axis", lang))
    parts.append(f'<path class="chance" d="M{LEFT} {y(1 / study.symbols):.1f}H{RIGHT}"/>')
    for number, (name, row) in enumerate(study.rows.items()):
        seeds = [row[n]["accuracy"] for n in lengths]
        parts.append(_line(name, number, seeds, [mean(of) for of in seeds], y, lengths))
    return _figure(parts, say("memory_accuracy", lang), say("memory_accuracy_alt", lang))


def gradients(study: rnn_memory.Study, lang: str) -> str:
    """Share of the gradient that arrives at the first step, before training."""

    def y(share: float) -> float:
        power = min(max(log10(max(share, 1e-300)), LOW), HIGH)
        return BOTTOM - (BOTTOM - TOP) * (power - LOW) / (HIGH - LOW)

    lengths = list(next(iter(study.rows.values())))
    ticks = [(y(10.0**power), _power(power)) for power in range(LOW, HIGH + 1, EVERY)]
    parts = _frame(ticks, lengths, say("memory_axis", lang))
    for number, (name, row) in enumerate(study.rows.items()):
        seeds = [row[n]["before"] for n in lengths]
        parts.append(_line(name, number, seeds, [10 ** mean(log10(max(v, 1e-300)) for v in of) for of in seeds], y, lengths))
    return _figure(parts, say("memory_before", lang), say("memory_before_alt", lang))


def _power(power: int) -> str:
    """A power of ten, for SVG."""
    return f'10<tspan dy="-5" font-size="80%">{"−" if power < 0 else ""}{abs(power)}</tspan>' if power else "1"


def legend(lang: str) -> str:
    parts = []
    for name, shape in SHAPES.items():
        drawn = f'<g class="{name}"><path class="line" d="M1 6H33"/>{_mark(shape, 17, 6)}</g>'
        sample = f'<svg width="34" height="12" aria-hidden="true">{drawn}</svg>'
        parts.append(f"<span>{sample}{escape(_name(name, lang))}</span>")
    chance = '<svg width="34" height="12" aria-hidden="true"><path class="chance" d="M1 6H33"/></svg>'
    return f'<div class="legend remember-legend">{"".join(parts)}<span>{chance}{escape(say("memory_chance", lang))}</span></div>'


def table(study: rnn_memory.Study, lang: str) -> str:
    """Accuracy, mean over seeds with the lowest and the highest, and the gradient that arrives, before and after training."""
    lengths = list(next(iter(study.rows.values())))
    heads = "".join(f'<th scope="col">{n}</th>' for n in lengths)
    rows = []
    for name, row in study.rows.items():
        cells = []
        for n in lengths:
            of, middle = row[n], [10 ** mean(log10(max(v, 1e-300)) for v in row[n][key]) for key in ("before", "after")]
            low, high = (f"{100 * end:.0f}" for end in (min(of["accuracy"]), max(of["accuracy"])))
            arrives = " → ".join(number(v) if v > 1e-30 else "0" for v in middle)
            cells.append(f"<td><b>{100 * mean(of['accuracy']):.0f} %</b><small>{low}–{high} %</small><small>{arrives}</small></td>")
        rows.append(f'<tr><th scope="row">{escape(_name(name, lang))}</th>{"".join(cells)}</tr>')
    caption, corner = escape(say("memory_caption", lang)), escape(say("memory_corner", lang))
    head = f"<thead><tr><th>{corner}</th>{heads}</tr></thead>"
    table = f'<table class="scores"><caption>{caption}</caption>{head}<tbody>{"".join(rows)}</tbody></table>'
    return f'<details><summary>{escape(say("memory_table", lang))}</summary><div class="wide-table">{table}</div></details>'
