"""The exhibit 'What it remembers': the memory of the clip in the lab, frame by frame, and one pixel through time."""

from html import escape

import gradio as gr
import numpy as np

from restoration.lab import rnn, rnn_inside
from restoration.ui.look import ASKED, component, heading
from restoration.ui.picture import data_url, file, png
from restoration.ui.rnn.bench import Bench
from restoration.ui.sight import answer, looks_at
from restoration.ui.text import say, unfilled

TITLE = "rnn_in_memory"
PICTURES = ("damaged", "held", "restored", "truth", "trust", "evidence")
WORDS = (
    "frame", "play", "pixel", "chart_alt", "table", "inner", "notes", "gates", "channel", "gates_scale", "notes_scale", "hint", "group",
    "off_unit",
)  # fmt: skip
FILLS = (
    "play", "pause", "frame_n", "here", "here_empty", "alt", "notes_said", "axis", "brightness", "trust_axis", "evidence_axis", "not_yet",
)  # fmt: skip
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="mem" hidden>
  <div class="clip-bar"><button type="button" data-do="play">{play}</button>
    <input type="range" class="at" min="1" value="1" step="1" aria-label="{frame}"><output></output></div>
  <div class="mem-views" role="group" aria-label="{group}">{figures}</div>
  <p class="verdict said" role="status"></p>
  <p class="scale-note watched"></p>
  <h3>{pixel}</h3><p class="scale-note">{hint}</p>
  <p class="mem-here" role="status"></p>
  <div class="mem-legend"></div>
  <svg class="mem-chart" role="img" aria-label="{chart_alt}"></svg>
  <h3>{table}</h3>
  <div class="wide-table"><table class="scores off"><caption>{off_unit}</caption><tbody></tbody></table></div>
  <details class="mem-inner"><summary>{inner}</summary>
    <p class="status running inner-waiting">{waiting}</p>
    <div class="inner" hidden>
      <h3>{notes}</h3><p class="scale-note notes-said"></p><div class="mem-notes"></div>
      <p class="scale-note"><span class="grey-bar" aria-hidden="true"></span>{notes_scale}</p>
      <h3>{gates}</h3>
      <label class="mem-channel">{channel} <input type="number" min="1" step="1" value="1"></label>
      <div class="mem-gates">{gate_figures}</div>
      <p class="scale-note"><span class="scale-bar" aria-hidden="true"></span>{gates_scale}</p>
    </div>
  </details>
</div>
"""
FIGURE = """<figure data-kind="{kind}"><div class="stage-cell"{tab}><canvas role="img"></canvas><i class="cross"></i></div>
<figcaption>{name}</figcaption>{scale}</figure>"""
TICKS = (1, 2, 4, 8, 16)  # frames in a mean, on a scale of doublings


def build(lang: str) -> gr.HTML:
    heading("rnn-memory", "rnn_mem_title", "rnn_mem_intro", lang)
    words = {name: escape(say(f"rnn_mem_{name}", lang)) for name in WORDS} | {"waiting": escape(say("network_waiting", lang))}
    words["figures"] = "".join(_figure(kind, lang) for kind in PICTURES)
    gates = (f"{gate}_{which}" for gate in ("r", "z") for which in ("mean", "one"))
    words["gate_figures"] = "".join(
        f'<figure><img data-gate="{one}" alt=""><figcaption>{escape(unfilled(f"rnn_mem_gate_{one}", lang))}</figcaption></figure>'
        for one in gates
    )
    fills = {name: unfilled(f"rnn_mem_{name}", lang) for name in FILLS}
    names = {kind: say(f"rnn_mem_{kind}", lang) for kind in PICTURES}
    palette = rnn_inside.palette().reshape(-1).tolist()
    html = component(
        TEMPLATE.format(**words), "rnn-memory", "pick.js", "vae/inside_draw.js", "rnn/memory_chart.js", "rnn/memory.js", words=fills,
        names=names, palette=palette, inner=None,
    )  # fmt: skip
    looks_at("rnn_mem_look_1", "rnn_mem_look_2", "rnn_mem_look_3", lang=lang)
    return html


def _figure(kind: str, lang: str) -> str:
    tab = f' tabindex="0" role="application" aria-label="{escape(say("rnn_mem_pick", lang))}"' if kind == "damaged" else ' tabindex="-1"'
    ticks = {"trust": ("0", "0.25", "0.5", "0.75", "1"), "evidence": TICKS}.get(kind, ())
    scale = ""
    if ticks:
        marks = "".join(f"<span>{tick}</span>" for tick in ticks)
        left = '<span class="ticks left"></span>' if kind == "evidence" else ""
        note = escape(say(f"rnn_mem_{kind}_scale", lang))
        scale = f'<div class="mem-scale"><i></i><span class="ticks">{marks}</span>{left}<p class="scale-note">{note}</p></div>'
    return FIGURE.format(kind=kind, tab=tab, name=escape(say(f"rnn_mem_{kind}", lang)), scale=scale)


def wire(bench: Bench, html: gr.HTML) -> None:
    answer(bench, html, gr.State(None), drawer(bench), "mended", "inner", "channel", **ASKED)


def drawer(bench: Bench):
    """The answer to the page: what it holds, at once; the answers of the network (mended) and the notes and gates of a frame (inner, from
    0; channel, from 1) when they are asked for, since they take longer."""

    def drawn(desk, shown, mended=False, inner=None, channel=1):
        key, updates = bench.key(desk), {}
        had, had_answers, had_inner = shown or (None, False, None)
        seen = rnn_inside.watch(key, desk.clean, desk.ruined, desk.wanted.case.wipe)
        answers = rnn_inside.ready(seen) or (bool(mended) and had == key)
        if (key, answers) != (had, had_answers):
            updates["value"] = value(seen, answers, bench.lang)
        wanted = None if inner is None else (key, inner, channel)
        if wanted and wanted != had_inner:
            updates["inner"] = details(seen, min(inner, seen.count - 1) if isinstance(inner, int) else inner, channel)
        return updates, (key, answers, wanted or had_inner)

    return drawn


def value(seen, answers: bool, lang: str) -> dict:
    """All frames on sheets of PNG, which loses nothing. maps: trust in red, evidence in green (of 255: 1, and 16 frames)."""
    maps = seen.maps
    parts = {
        "damaged": seen.ruined.shown[: seen.count], "held": seen.held, "truth": seen.clean.frames[: seen.count],
        "maps": np.stack([maps["trust"], maps["evidence"], np.zeros_like(maps["trust"])], -1),
    }  # fmt: skip
    if answers:
        parts["restored"] = rnn_inside.restored(seen)
    found = rnn_inside.frames(seen)
    rows = {name: [round(one.off[name], 1) for one in found] for name in ("damaged", "plain", "held")}
    if answers:
        rows["restored"] = [round(off, 1) for off in rnn_inside.off_restored(seen, parts["restored"])]
    (height, width), (t, row, column), whole = seen.size, rnn_inside.turning_point(seen), len(seen.clean.frames)
    return {
        "key": str(hash(seen.key)), "count": seen.count, "width": width, "height": height, "columns": rnn.COLUMNS,
        "sheets": {kind: file(png(rnn.sheet(part), f"kintsugi-{kind}")) for kind, part in parts.items()},
        "fps": seen.clean.fps, "fresh": list(seen.empty), "most": rnn_inside.MOST_EVIDENCE,
        "said": [said(seen, t, one, lang) for t, one in enumerate(found)],
        "left": [f"{seen.ruined.sigma / tick**0.5:.1f}" for tick in TICKS],
        "rows": [[name, say(f"rnn_mem_off_{name}", lang), numbers] for name, numbers in rows.items()],
        "start": [t, column, row], "watched": say("rnn_mem_watched", lang, n=seen.count, count=whole) if seen.count < whole else "",
    }  # fmt: skip


def said(seen, t: int, one, lang: str) -> str:
    """What the numbers of a frame say."""
    sigma = f"{seen.ruined.sigma:g}"
    if one.trust is None:
        return say("rnn_mem_said_wiped" if t else "rnn_mem_said_first", lang, n=t + 1, sigma=sigma)
    place = say(f"rnn_mem_place_{3 * one.least[0] + one.least[1]}", lang)
    numbers = {
        "sure": f"{100 * one.sure:.0f}", "trust": f"{one.trust:.2f}", "evidence": f"{one.evidence:.1f}", "left": f"{one.left:.1f}",
        "held": f"{one.off['held']:.1f}", "damaged": f"{one.off['damaged']:.1f}", "plain": f"{one.off['plain']:.1f}",
    }  # fmt: skip
    better = one.off["held"] <= one.off["plain"] - 0.05
    second = say("rnn_mem_said_better" if better else "rnn_mem_said_no_better", lang, **numbers)
    return say("rnn_mem_said", lang, n=t + 1, sigma=sigma, place=place, **numbers) + (" " if lang == "en" else "") + second


def details(seen, t: int, channel: int) -> dict:
    """The notes that vary most, and the gates, of one frame."""
    r, z = rnn_inside.gates(seen, t)
    k = rnn_inside.check_number("channel", channel, 1, len(r)) - 1
    maps = rnn_inside.notes(seen, t)
    gates = {"r_mean": r.mean(0), "z_mean": z.mean(0), "r_one": r[k], "z_one": z[k]}
    return {
        "t": t, "channel": channel, "channels": len(r),
        "notes": [[n + 1, data_url(rnn_inside.note_picture(maps[n]))] for n in seen.chosen],
        "gates": {name: [data_url(rnn_inside.gate_picture(gate)), f"{float(gate.mean()):.2f}"] for name, gate in gates.items()},
    }  # fmt: skip
