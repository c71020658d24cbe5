"""The exhibit 'The same network, again and again': the graph of three frames, with shapes, weights and work as they were measured."""

from html import escape

import gradio as gr

from restoration.lab import rnn_inside
from restoration.ui.look import ASKED, component, heading
from restoration.ui.picture import data_url
from restoration.ui.rnn.bench import Bench
from restoration.ui.sight import answer, looks_at
from restoration.ui.text import say, unfilled

TITLE = "rnn_in_unrolled"
COLUMNS = 3  # frames
WORDS = ("frame", "graph", "hint", "table", "caption", "box", "parameters", "macs", "lines")
FILLS = ("frame_n", "numbers", "where")
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="unrolled" hidden>
  <div class="clip-bar"><input type="range" class="at" min="1" value="1" step="1" aria-label="{frame}"><output></output></div>
  <div class="graph" role="group" aria-label="{graph}" tabindex="0"></div>
  <p class="scale-note">{hint}</p>
  <div class="box-said" role="status"><h3></h3><p class="about-box"></p><p class="box-numbers"></p><p class="box-where"></p>
    <pre tabindex="0"></pre>
  </div>
  <h3>{table}</h3><p class="verdict said"></p>
  <div class="wide-table"><table class="scores"><caption>{caption}</caption><thead><tr><th scope="col">{box}</th>
    <th scope="col">{parameters}</th><th scope="col">{macs}</th><th scope="col">{lines}</th></tr></thead><tbody></tbody></table></div>
</div>
"""
# Of one frame's column, in the drawing's own pixels: the middle of the first, from one to the next, a box, a picture
FIRST, NEXT, WIDE, HIGH, SHOWN = 106, 268, 118, 34, 88
ROWS = {"compare": 112, "gru": 186, "judge": 260, "mean": 334, "unet": 484}  # upper ends of the boxes
HELD, ANSWER, RECALL = 384, 556, 412  # of the pictures below, and of the box beside


def build(lang: str) -> gr.HTML:
    heading("rnn-unrolled", "rnn_unr_title", "rnn_unr_intro", lang)
    words = {name: escape(say(f"rnn_unr_{name}", lang)) for name in WORDS} | {"waiting": escape(say("network_waiting", lang))}
    fills = {name: unfilled(f"rnn_unr_{name}", lang) for name in FILLS}
    html = component(TEMPLATE.format(**words), "rnn-unrolled", "vae/inside_draw.js", "rnn/unrolled.js", words=fills)
    looks_at("rnn_unr_look_1", "rnn_unr_look_2", lang=lang)
    return html


def wire(bench: Bench, html: gr.HTML) -> None:
    def drawn(desk, shown, frame=None):
        seen = rnn_inside.watch(bench.key(desk), desk.clean, desk.ruined, desk.wanted.case.wipe)
        t = rnn_inside.turning_point(seen)[0] if frame is None else min(frame, seen.count - 1) if isinstance(frame, int) else frame
        wanted = (seen.key, t)
        return ({}, shown) if shown == wanted else ({"value": value(seen, t, bench.lang)}, wanted)

    answer(bench, html, gr.State(None), drawn, "frame", **ASKED)


def value(seen, t: int, lang: str) -> dict:
    graph = rnn_inside.graph(seen, t)
    total = sum(box.macs for box in graph.boxes.values())
    boxes = {
        name: {
            "title": say(f"rnn_unr_box_{name}", lang), "about": say(f"rnn_unr_about_{name}", lang), "parameters": f"{box.parameters:,}",
            "macs": f"{box.macs:,.0f}", "share": f"{100 * box.macs / total:.1f}", "code": box.code,
            "lines": f"{box.lines[0]}" if box.lines[0] == box.lines[1] else f"{box.lines[0]}–{box.lines[1]}",
        }
        for name, box in graph.boxes.items()
    }  # fmt: skip
    return {"t": t, "count": seen.count, "svg": svg(seen, graph, t, lang), "boxes": boxes, "said": said(graph, lang)}


def said(graph, lang: str) -> str:
    """How weights and work are shared out, from the numbers."""
    unet, boxes = graph.boxes["unet"], graph.boxes.values()
    weights, work = unet.parameters / sum(box.parameters for box in boxes), unet.macs / sum(box.macs for box in boxes)
    numbers = {"weights": 100 * weights, "rest_weights": 100 * (1 - weights), "work": 100 * work, "rest_work": 100 * (1 - work)}
    return say("rnn_unr_said", lang, **{name: f"{number:.0f}" for name, number in numbers.items()})


def shape(sizes: tuple) -> str:
    return "×".join(map(str, sizes))


def svg(seen, graph, t: int, lang: str) -> str:
    """The drawing of the frames before t, as far as there are, and t. In the last column the boxes can be reached by keyboard."""
    frames = list(range(max(0, t - COLUMNS + 1), t + 1))
    parts = [_column(seen, graph, s, FIRST + NEXT * k, s == t, lang) for k, s in enumerate(frames)]
    width, high = FIRST + NEXT * (len(frames) - 1) + 178, ANSWER + _tall(seen) + 8
    name = escape(say("rnn_unr_alt", lang, first=frames[0] + 1, last=t + 1))
    tip = '<defs><marker id="unr-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
    tip += '<path d="M0 0L8 4L0 8z"/></marker></defs>'
    return f'<svg viewBox="0 0 {width} {high}" width="{width}" role="group" aria-label="{name}">{tip}{"".join(parts)}</svg>'


def _tall(seen) -> int:
    height, width = seen.size
    return min(round(SHOWN * height / width), 62)


def _column(seen, graph, s: int, x: int, last: bool, lang: str) -> str:
    shapes, tall, left, right = graph.shapes, _tall(seen), x - WIDE // 2, x + WIDE // 2
    middle = {name: y + HIGH // 2 for name, y in ROWS.items()}
    pictures = ((18, seen.ruined.shown[s], "frame"), (HELD, seen.held[s], "picture"), (ANSWER, rnn_inside.answer(seen, s), "answer"))
    parts = [f'<text class="head" x="{x}" y="12">{escape(say("rnn_unr_column", lang, n=s + 1))}</text>']
    for y, picture, edge in pictures:
        thumb = data_url(picture[::2, ::2])
        parts.append(f'<image href="{thumb}" x="{x - SHOWN // 2}" y="{y}" width="{SHOWN}" height="{tall}" preserveAspectRatio="xMidYMid"/>')
        if edge == "answer":
            continue
        parts.append(_shape(x + SHOWN // 2 + 4, y + 12, shapes[edge], "start") if last and edge == "frame" else "")
    # down the column
    names = [*ROWS]
    ends = {"compare": 18 + tall, **{b: ROWS[a] + HIGH for a, b in zip(names, names[1:], strict=False)}, "unet": HELD + tall}
    edges = {"compare": "change", "gru": "compared", "judge": "notes", "mean": "trust", "unet": "known"}
    for name, y in ROWS.items():
        parts += [_line(f"M{x} {ends[name]}V{y - 1}"), _shape(x + 5, (ends[name] + y) // 2 + 4, shapes[edges[name]], "start")]
    parts += [_line(f"M{x} {ROWS['mean'] + HIGH}V{HELD - 1}"), _line(f"M{x} {ROWS['unet'] + HIGH}V{ANSWER - 4}")]
    parts.append(_shape(x + 5, (ROWS["unet"] + HIGH + ANSWER) // 2 + 4, shapes["noise"], "start"))
    # the frame goes into the mean, and the notes into the U-Net
    parts.append(_line(f"M{x - SHOWN // 2} 40H{left - 16}V{middle['mean'] - 6}H{left - 1}"))
    side = right + 22
    parts.append(_line(f"M{right} {middle['gru'] + 8}H{side}V{RECALL - 1}"))
    parts.append(_line(f"M{side} {RECALL + 24}V{middle['unet']}H{right + 1}"))
    # the state comes from the frame before, and goes on to the next
    start, branch = left - (NEXT - WIDE), left - 30
    if s in seen.empty:
        word = escape(say("rnn_unr_empty", lang))
        parts.append(f'<text class="none" x="{left - 34}" y="{middle["gru"] + 4}" text-anchor="end">{word}</text>')
    else:
        start = max(start, 2)
        parts += [_line(f"M{start} {middle['gru']}H{left - 1}", "state"), _line(f"M{start} {middle['mean'] + 6}H{left - 1}", "state")]
        parts.append(_line(f"M{branch} {middle['mean'] + 6}V{middle['compare']}H{left - 1}", "state"))
    if last and s + 1 < seen.count and s + 1 not in seen.empty:
        end = right + 108
        parts += [_line(f"M{right} {middle['gru']}H{end}", "state"), _line(f"M{right} {middle['mean'] + 6}H{end}", "state")]
    if last:
        for name, edge, y in (("notes", "notes", middle["gru"]), ("picture", "picture", middle["mean"] + 6)):
            parts.append(f'<text class="state" x="{side + 8}" y="{y - 18}">{escape(say(f"rnn_unr_state_{name}", lang))}</text>')
            parts.append(_shape(side + 8, y - 6, shapes[edge], "start"))
        evidence = f'{escape(say("rnn_unr_state_evidence", lang))}'
        parts.append(f'<text class="state" x="{side + 8}" y="{middle["mean"] + 22}">{evidence}</text>')
        parts.append(_shape(side + 8, middle["mean"] + 34, shapes["evidence"], "start"))
    boxes = {**{name: (left, y, WIDE, HIGH) for name, y in ROWS.items()}, "recall": (side - 28, RECALL, 56, 24)}
    parts += [_box(name, *place, last, lang) for name, place in boxes.items()]
    parts.append(_box("answer", x - SHOWN // 2 - 3, ANSWER - 3, SHOWN + 6, tall + 6, last, lang, label=False))
    return "".join(parts)


def _line(path: str, css: str = "") -> str:
    return f'<path class="unr-arrow {css}" d="{path}" marker-end="url(#unr-tip)"/>'


def _shape(x: int, y: int, sizes: tuple, anchor: str) -> str:
    return f'<text class="shape" x="{x}" y="{y}" text-anchor="{anchor}">{shape(sizes)}</text>'


def _box(name: str, x: int, y: int, width: int, high: int, reachable: bool, lang: str, label: bool = True) -> str:
    title = escape(say(f"rnn_unr_box_{name}", lang))
    how = f'tabindex="0" role="button" aria-label="{title}"' if reachable else 'aria-hidden="true"'
    text = f'<text x="{x + width // 2}" y="{y + high // 2 + 4}" text-anchor="middle">{title}</text>' if label else ""
    return f'<g class="box" data-box="{name}" {how}><rect x="{x}" y="{y}" width="{width}" height="{high}" rx="7"/>{text}</g>'
