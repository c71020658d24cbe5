"""What came of a repair on the RNN's page: three clips in step, PSNR by frame, scores, and sentences read off them. Words and numbers only;
player.js shows the frames, board.js the rest."""

import hashlib
import json
import math
from html import escape

import gradio as gr
import numpy as np

from restoration.lab import rnn, rnn_repair
from restoration.ui.matrix import joined
from restoration.ui.picture import file, png, script
from restoration.ui.rnn.desk import Desk
from restoration.ui.text import say, unfilled

SPEEDS = (0.25, 0.5, 1, 2)
FILLS = ("play", "pause", "frame_n", "not_yet_frame", "frame_axis", "clip_alt", "below")
KINDS = {"truth": "truth", "damaged": "damaged_clip", "restored": "restored_clip"}  # clip -> its name, a key after rnn_
TEMPLATE = """
<p class="status" role="status"></p>
<p class="verdict" hidden></p>
{player}
{curves}
<div class="clip-said"></div>
"""
PLAYER = """
<div class="clip-player" tabindex="0" role="group" aria-label="{player}" hidden>
<div class="clip-trio">
    {figures}
  <div class="clip-bar"><button type="button" data-do="play">{play}</button>
    <input type="range" min="1" value="1" step="1" aria-label="{frame_slider}"><output></output>
    <label>{speed} <select>{speeds}</select></label></div>
</div></div>"""
FIGURE = '<figure data-kind="{kind}"><canvas role="img"></canvas><figcaption></figcaption></figure>'
CURVES = """
<div class="clip-curves" hidden><h3>{title}</h3><div class="clip-legend"></div><svg role="img" aria-label="{alt}"></svg>
  <p class="scale-note">{note}</p></div>"""


def build(lang: str) -> gr.HTML:
    template = TEMPLATE.format(player=player(KINDS, lang), curves=curves("chart", lang))
    return gr.HTML(
        None, html_template=template, apply_default_css=False, elem_id="clip-board",
        js_on_load="".join(map(script, ("rnn/player.js", "rnn/chart.js", "rnn/board.js"))), kinds=KINDS, words=fills(KINDS, lang),
    )  # fmt: skip


def player(kinds: dict, lang: str) -> str:
    """Clips in step. kinds: as KINDS. Goes with player.js, and the properties kinds and words."""
    words = {name: escape(say(f"rnn_{name}", lang)) for name in ("player", "frame_slider", "play", "speed")}
    speeds = "".join(f'<option value="{s}"{" selected" if s == 1 else ""}>{s:g} ×</option>' for s in SPEEDS)
    return PLAYER.format(figures="\n    ".join(FIGURE.format(kind=kind) for kind in kinds), speeds=speeds, **words)


def curves(key: str, lang: str, **values) -> str:
    """PSNR by frame. key: comes before _title, _alt and _note. Goes with chart.js."""
    return CURVES.format(**{part: escape(say(f"rnn_{key}_{part}", lang, **values)) for part in ("title", "alt", "note")})


def fills(kinds: dict, lang: str) -> dict:
    """The property words of what `player` and `curves` give."""
    return {name: unfilled(f"rnn_{name}", lang) for name in (*FILLS, *kinds.values())}


def digest(key: tuple, frames: np.ndarray) -> str:
    return hashlib.sha256(repr(key).encode() + frames.tobytes()).hexdigest()


def value(desk: Desk, out: rnn_repair.Outcome | None, lang: str, stopped: bool = False) -> dict:
    """{status, running, verdict, html, film, chart}. film: the sheets of frames and how they are laid out; chart: a JSON text. out: of this
    desk, or None."""
    running = bool(out and not out.done and not stopped)
    return {
        "status": escape(_status(out, running, stopped, lang)), "running": running,
        "verdict": escape(joined(said(desk, out, lang), lang)) if out and out.done else "",
        "html": (_table(out, lang) if out and out.done else "") + _notes(desk, lang),
        "film": film(desk, out if out and (out.mended or stopped) else None), "chart": json.dumps(_chart(desk, out, lang)),
    }  # fmt: skip


def _status(out: rnn_repair.Outcome | None, running: bool, stopped: bool, lang: str) -> str:
    if out is None or out.done:
        return "" if out else say("rnn_not_yet", lang)
    if not running:
        return say("rnn_stopped", lang)
    line = out.lines[out.now]
    if out.now == "memory":
        return say("rnn_running", lang, done=len(line.at), count=out.count)
    return say("rnn_comparing", lang, method=say(f"rnn_line_{out.now}", lang), done=len(line.at))


def film(desk: Desk, out: rnn_repair.Outcome | None) -> dict:
    """A sheet of all frames for each of the three clips, as PNG, which loses nothing."""
    frames = desk.clean.frames
    count, height, width = frames.shape[:3]
    parts = {"truth": frames, "damaged": desk.ruined.shown}
    if out and out.restored:
        parts["restored"] = np.stack(out.restored)
    sheets = {kind: file(png(rnn.sheet(part), f"kintsugi-{kind}")) for kind, part in parts.items()}
    layout = {"count": count, "width": width, "height": height, "columns": rnn.COLUMNS, "fps": desk.clean.fps}
    return {**sheets, **layout, "mended": len(parts.get("restored", ()))}


def _chart(desk: Desk, out: rnn_repair.Outcome | None, lang: str) -> dict:
    """{lines: [{name, label, points: [[frame from 1, dB], ...]}], marks: [[frame from 1, what happens there], ...], count}."""
    lines = []
    for line in out.lines.values() if out else ():
        points = [[t + 1, round(psnr, 3)] for t, psnr in zip(line.at, line.psnr, strict=True)]
        lines.append({"name": line.name, "label": say(f"rnn_line_{line.name}", lang), "points": points})
    return {"lines": lines, "marks": marks(desk, lang), "count": len(desk.clean.frames)}


def marks(desk: Desk, lang: str) -> list:
    """[[frame from 1, what happens there], ...]"""
    case, cut = desk.wanted.case, desk.clean.cut
    found = (
        (case.wipe, "rnn_mark_wipe"), (cut + 1 if cut else 0, "rnn_mark_cut"), (case.hole, "rnn_mark_hole"), (case.blur, "rnn_mark_blur"),
    )  # fmt: skip
    return [[n, say(key, lang)] for n, key in found if n]


def _notes(desk: Desk, lang: str) -> str:
    return "".join(f'<p class="scale-note">{escape(note.say(lang))}</p>' for note in desk.clean.notes)


def _table(out: rnn_repair.Outcome, lang: str) -> str:
    means = out.means()
    best = max(late for _, late in means.values())
    rows = []
    for name, (first, late) in means.items():
        line = out.lines[name]
        star = ' <span class="star">★</span>' if late == best and not math.isinf(late) else ""
        cells = f"<td>{_db(first)}</td><td>{_db(late)}{star}</td><td>{'–' if line.ms is None else f'{line.ms:,.0f}'}</td>"
        css = "network" if name == "memory" else line.kind if line.kind != "network" else "yardstick"
        rows.append(f'<tr class="{css}"><th scope="row">{escape(say(f"rnn_line_{name}", lang))}</th>{cells}</tr>')
    late = out.late()
    heads = (say("rnn_method", lang), say("rnn_first", lang), say("rnn_late", lang, n=late[0] + 1), say("rnn_ms", lang))
    head = "".join(f'<th scope="col">{escape(h)}</th>' for h in heads)
    caption = escape(say("rnn_caption", lang, n=len(late)))
    return f'<table class="scores"><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _db(psnr: float) -> str:
    return "∞" if math.isinf(psnr) else f"{psnr:.2f}"


def _signed(gain: float) -> str:
    return f"{gain:+.1f}".replace("-", "−")


def said(desk: Desk, out: rnn_repair.Outcome, lang: str) -> list[str]:
    """Sentences read off the numbers."""
    late = {name: score for name, (_, score) in out.means().items()}
    case, values = desk.wanted.case, {name: dict(zip(line.at, line.psnr, strict=True)) for name, line in out.lines.items()}
    own = "unwiped" if case.wipe else "memory"
    gain, n = late[own] - late["alone"], out.late()[0] + 1
    key = "rnn_said_gain" if gain >= 0.05 else "rnn_said_no_gain"
    lines = [say(key, lang, n=n, gain=f"{gain:.1f}", memory=f"{late[own]:.1f}", alone=f"{late['alone']:.1f}")]
    if (more := late["both"] - late[own]) >= 0.05:
        lines.append(say("rnn_said_both", lang, both=f"{late['both']:.1f}", more=f"{more:.1f}"))
    leads = [late[own] - late[name] for name in ("cnn", "nlm")]
    lines += [
        say("rnn_said_ahead" if lead >= 0 else "rnn_said_behind", lang, lead=f"{abs(lead):.1f}", method=say(f"rnn_line_{name}", lang))
        for lead, name in zip(leads, ("cnn", "nlm"), strict=True)
    ]
    if case.wipe:
        lost, after = rnn_repair.recovery(out.lines["memory"], out.lines["unwiped"], case.wipe)
        key = "rnn_said_kept" if lost < 0.05 else "rnn_said_wiped" if after is not None else "rnn_said_wiped_long"
        lines.append(say(key, lang, n=case.wipe, lost=f"{lost:.1f}", after=after))
    if cut := desk.clean.cut:
        before, then = (values[own][t] - values["alone"][t] for t in (cut - 1, cut))
        lines.append(say("rnn_said_cut", lang, n=cut + 1, before=_signed(before), then=_signed(then)))
    if case.hole:
        with_memory, without = (values[name][case.hole - 1] for name in ("memory", "alone"))
        share = f"{100 * (1 - float(desk.ruined.mask.mean())):.0f}"
        lines.append(say("rnn_said_hole", lang, n=case.hole, share=share, memory=f"{with_memory:.1f}", alone=f"{without:.1f}"))
    return lines
