"""The exhibit 'The vanishing gradient': what comes back through time of a gradient, in a plain RNN and in a GRU, computed when a slider is
moved; and a recorded study of whether they learn to remember."""

from html import escape

import gradio as gr

from restoration.lab import rnn_vanish
from restoration.ui.look import READ, answer, component, heading
from restoration.ui.rnn import vanish_study
from restoration.ui.rnn.bench import Bench
from restoration.ui.rnn.vanish_study import number
from restoration.ui.sight import looks_at
from restoration.ui.text import say

TITLE = "vanish_tab"
START = (0.8, 3.0)  # spectral radius, bias of the update gate
WORDS = ("radius", "radius_info", "bias", "bias_info", "chart", "chart_alt")
LINES = ("plain", "plain_guide", "gru", "gru_guide")
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="vanish" hidden>
  <div class="vanish-set">
    <label><span>{radius}</span> <input type="range" data-name="radius" min="{low_radius}" max="{high_radius}" step="0.05"
      value="{at_radius}"><output></output><small>{radius_info}</small></label>
    <label><span>{bias}</span> <input type="range" data-name="bias" min="{low_bias}" max="{high_bias}" step="0.25"
      value="{at_bias}"><output></output><small>{bias_info}</small></label>
  </div>
  <h3>{chart}</h3><div class="vanish-legend legend"></div>
  <svg class="flow" role="img" aria-label="{chart_alt}"></svg>
  <ul class="latent-said vanish-said" aria-live="polite"></ul>
  <div class="wide-table"><table class="scores flows"></table></div>
  <p class="scale-note">{note}</p>
</div>
"""


def build(lang: str) -> tuple[gr.HTML, gr.HTML]:
    heading("rnn-vanish", "vanish_title", "vanish_intro", lang)
    words = {name: escape(say(f"vanish_{name}", lang)) for name in WORDS} | {"waiting": escape(say("network_waiting", lang))}
    words["note"] = escape(say("vanish_note", lang, steps=rnn_vanish.STEPS, width=rnn_vanish.WIDTH, input=rnn_vanish.INPUT))
    ends = {
        "low_radius": rnn_vanish.LEAST_RADIUS, "high_radius": rnn_vanish.MOST_RADIUS, "at_radius": START[0],
        "low_bias": rnn_vanish.LEAST_BIAS, "high_bias": rnn_vanish.MOST_BIAS, "at_bias": START[1],
    }  # fmt: skip
    lines = {name: say(f"vanish_line_{name}", lang) for name in LINES}
    html = component(
        TEMPLATE.format(**words, **ends), "rnn-vanish", "vae/inside_draw.js", "rnn/vanish.js", lines=lines, axis=say("vanish_axis", lang)
    )
    looks_at("vanish_look_1", "vanish_look_2", "vanish_look_3", lang=lang)
    return html, vanish_study.build(lang)


def wire(bench: Bench, parts: tuple[gr.HTML, gr.HTML]) -> None:
    lang, (live, study) = bench.lang, parts

    def drawn(seen, radius=START[0], bias=START[1]):
        return ({}, seen) if seen == (radius, bias) else ({"value": value(radius, bias, lang)}, (radius, bias))

    answer(live, gr.State(None), drawn, "radius", "bias", lang=lang, **READ)
    answer(study, gr.State(None), vanish_study.draw(lang), lang=lang, **READ)


def value(radius: float, bias: float, lang: str) -> dict:
    plain, gru = rnn_vanish.plain(radius), rnn_vanish.gated(bias)
    far = rnn_vanish.STEPS - 1
    guides = {f"{name}_guide": [flow.keeps**k for k in range(far + 1)] for name, flow in (("plain", plain), ("gru", gru))}
    return {
        "radius": radius, "bias": bias, "curves": {"plain": plain.norms.tolist(), "gru": gru.norms.tolist(), **guides},
        "said": said(plain, gru, lang), "table": table(plain, gru, lang),
    }  # fmt: skip


def said(plain: rnn_vanish.Flow, gru: rnn_vanish.Flow, lang: str) -> list[str]:
    """Sentences read off the numbers."""
    far = rnn_vanish.STEPS - 1
    lines = []
    for name, flow in (("plain", plain), ("gru", gru)):
        pace = "grows" if flow.left > 10 else "fades" if flow.left < 0.01 else "stays"
        who = say(f"vanish_who_{name}", lang)
        words = {"left": number(flow.left), "steps": f"{abs(flow.halves):.1f}", "far": far, "who": who}
        lines.append(say(f"vanish_said_{pace}", lang, **words))
    alone = number(plain.keeps**far)
    lines.append(say("vanish_said_radius", lang, radius=f"{plain.keeps:.2f}", far=far, alone=alone, left=number(plain.left)))
    lines.append(say("vanish_said_gate", lang, z=f"{gru.keeps:.2f}", far=far, alone=number(gru.keeps**far), left=number(gru.left)))
    ahead = gru.left / plain.left
    lines.append(say("vanish_said_more" if ahead >= 1 else "vanish_said_less", lang, times=number(max(ahead, 1 / ahead))))
    return lines


def table(plain: rnn_vanish.Flow, gru: rnn_vanish.Flow, lang: str) -> str:
    places = (0, 10, 30, rnn_vanish.STEPS - 1)
    heads = "".join(f'<th scope="col">{escape(say("vanish_back", lang, n=n))}</th>' for n in places)
    rows = []
    for name, flow in (("plain", plain), ("gru", gru)):
        cells = "".join(f'<td title="{flow.norms[n]}">{number(flow.norms[n])}</td>' for n in places)
        rows.append(f'<tr><th scope="row">{escape(say(f"vanish_line_{name}", lang))}</th>{cells}</tr>')
    caption = escape(say("vanish_table", lang))
    return f"<caption>{caption}</caption><thead><tr><td></td>{heads}</tr></thead><tbody>{''.join(rows)}</tbody>"
