"""The exhibit 'How far back does a pixel look?': the gradient of one pixel of an answer, frame by frame into the past."""

from html import escape

import gradio as gr
import numpy as np

from restoration.lab import rnn_inside
from restoration.ui.look import ASKED, component, heading
from restoration.ui.picture import data_url, file, png
from restoration.ui.rnn.bench import Bench
from restoration.ui.sight import answer, looks_at
from restoration.ui.text import say, unfilled

TITLE = "rnn_in_back"
WORDS = ("frame", "pick", "hint", "bars", "share", "weight", "table_frame", "maps", "caption", "bars_alt")
FILLS = ("frame_n", "where", "picture_alt", "map", "crop_alt", "map_alt", "legend_share", "legend_weight", "cut")
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="back" hidden>
  <div class="clip-bar"><input type="range" class="at" min="1" value="1" step="1" aria-label="{frame}"><output></output></div>
  <p class="verdict said" role="status"></p>
  <div class="back-views">
    <figure><div class="pick pixels" tabindex="0" role="application" aria-label="{pick}">
      <img alt=""><i class="ring"></i><i class="cross"></i></div><p class="scale-note"><b class="where"></b> {hint}</p></figure>
    <div><h3>{bars}</h3><div class="back-legend"></div><svg class="bars" role="img" aria-label="{bars_alt}"></svg></div>
  </div>
  <h3>{maps}</h3><p class="scale-note">{maps_note}</p>
  <div class="back-maps"></div>
  <div class="modes" role="group" aria-label="{scale}"><button type="button" data-heat="log" aria-pressed="true">{log}</button>
    <button type="button" data-heat="linear" aria-pressed="false">{linear}</button></div>
  <p class="scale-note"><span class="scale-bar" aria-hidden="true"></span><span class="heat-note"></span></p>
  <details><summary>{caption}</summary><div class="wide-table"><table class="scores"><thead><tr><th scope="col">{table_frame}</th>
    <th scope="col">{share}</th><th scope="col">{weight}</th></tr></thead><tbody></tbody></table></div></details>
</div>
"""


def build(lang: str) -> gr.HTML:
    heading("rnn-back", "rnn_back_title", "rnn_back_intro", lang)
    words = {name: escape(say(f"rnn_back_{name}", lang)) for name in WORDS} | {"waiting": escape(say("network_waiting", lang))}
    words |= {name: escape(say(f"pixel_{name}", lang)) for name in ("scale", "log", "linear")}
    words["maps_note"] = escape(say("rnn_back_maps_note", lang, side=rnn_inside.CUT_OUT))
    fills = {name: unfilled(f"rnn_back_{name}", lang) for name in FILLS}
    fills |= {kind: say(f"pixel_{kind}_note", lang) for kind in ("log", "linear")}
    html = component(TEMPLATE.format(**words), "rnn-back", "pick.js", "vae/inside_draw.js", "rnn/back.js", words=fills)
    looks_at("rnn_back_look_1", "rnn_back_look_2", "rnn_back_look_3", lang=lang)
    return html


def wire(bench: Bench, html: gr.HTML) -> None:
    def drawn(desk, shown, frame=None, x=None, y=None):
        seen = rnn_inside.watch(bench.key(desk), desk.clean, desk.ruined, desk.wanted.case.wipe)
        t, row, column = rnn_inside.turning_point(seen)
        if frame is not None:  # chosen in a clip before this one, which may have been longer or larger
            height, width = seen.size
            t = min(frame, seen.count - 1) if isinstance(frame, int) else frame
            if (x, y) != (None, None):
                column, row = (min(n, side - 1) if isinstance(n, int) else n for n, side in ((x, width), (y, height)))
        wanted = (seen.key, t, row, column)
        return ({}, shown) if shown == wanted else ({"value": value(desk, seen, t, row, column, bench.lang)}, wanted)

    answer(bench, html, gr.State(None), drawn, "frame", "x", "y", **ASKED)


def value(desk, seen, t: int, row: int, column: int, lang: str) -> dict:
    found = rnn_inside.look_back(seen, t, row, column)
    height, width = seen.size
    pictures = {kind: rnn_inside.heat_pictures(found, kind == "log") for kind in ("log", "linear")}
    marks = [[n, say(f"rnn_mark_{kind}", lang)] for n, kind in _events(desk, seen)]
    return {
        "t": t, "x": column, "y": row, "width": width, "height": height, "count": seen.count,
        "picture": file(png(rnn_inside.answer(seen, t), "kintsugi-frame")), "said": said(desk, seen, found, lang),
        "bars": [list(row) for row in zip(found.at, *(np.round(100 * x, 3).tolist() for x in (found.share, found.weight)), strict=True)],
        "marks": marks, "crops": [data_url(crop) for crop in rnn_inside.cut_outs(seen, found)],
        "maps": {kind: [data_url(one) for one in colours] for kind, colours in pictures.items()},
        "inside": [round(100 * float(part), 1) for part in found.inside],
    }  # fmt: skip


def _events(desk, seen) -> list[tuple[int, str]]:
    """(frame, from 0, what happened before it)."""
    wiped = [(t, "wipe") for t in seen.empty if t]
    return wiped + ([(desk.clean.cut, "cut")] if desk.clean.cut else [])


def said(desk, seen, found, lang: str) -> str:
    """What the numbers say."""
    share, weight, n = found.share, found.weight, found.t + 1
    lines = [say("rnn_back_said", lang, n=n, own=_percent(share[0]), past=_percent(1 - share[0]), mean=_percent(1 - weight[0]))]
    if len(share) > 1:
        reach = found.within(0.9, share)
        lines.append(say("rnn_back_said_reach", lang, reach=reach, mean=found.within(0.9, weight)))
    else:
        lines = [say("rnn_back_said_alone" if found.t else "rnn_back_said_first", lang, n=n)]
    last = found.at[-1]
    if last and len(share) > 1:
        lines.append(say("rnn_back_said_wiped", lang, n=last + 1))
    if (cut := desk.clean.cut) and last < cut <= found.t:
        before = sum(part for s, part in zip(found.at, share, strict=True) if s < cut)
        kept = sum(part for s, part in zip(found.at, weight, strict=True) if s < cut)
        lines.append(say("rnn_back_said_cut", lang, n=cut + 1, before=_percent(before), mean=_percent(kept)))
    return (" " if lang == "en" else "").join(lines)


def _percent(part: float) -> str:
    """A small number is not shown as none."""
    percent = 100 * float(part)
    return "0" if percent <= 0 else "< 0.1" if percent < 0.05 else f"{percent:.1f}"
