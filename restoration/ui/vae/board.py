"""What came of a repair on the VAE's page: pictures, the search as a film, ten repairs, what was made up, scores."""

import json
import math
from html import escape

import gradio as gr

from restoration import lab
from restoration.lab import vae, vae_repair
from restoration.ui.compare import name_of
from restoration.ui.matrix import joined
from restoration.ui.picture import data_url, script
from restoration.ui.text import say
from restoration.ui.vae.desk import Desk, key

TEMPLATE = '<p class="status" role="status"></p><div class="vae-said"></div>'
PERCENT = "{:.0f} %"


def build(lang: str) -> gr.HTML:
    return gr.HTML(None, html_template=TEMPLATE, js_on_load=script("vae/board.js"), apply_default_css=False, elem_id="vae-board")


def value(desk: Desk, outcome: vae_repair.Outcome | None, lang: str, stopped: bool = False) -> dict:
    """{status, running, html, film}: film is a JSON text [[src, caption], ...]."""
    out = outcome if outcome and outcome.key == key(desk) else None
    parts = [_first(desk, out, lang)]
    if out and out.done:
        parts.append(f'<p class="verdict">{escape(joined(said(desk, out, lang), lang))}</p>')
    if out and out.looks:
        parts.append(_search(out, lang))
    if out and out.ten:
        parts += [_ten(out, lang), _meter(out, lang)]
    if out and out.done:
        parts.append(_table(out, lang))
    parts.append("".join(f'<p class="scale-note">{escape(note.say(lang))}</p>' for note in desk.clean.notes))
    film = [[data_url(vae.show(look.array)), _look(look, lang)] for look in out.looks] if out else []
    running = bool(out and not out.done and not stopped)
    status = "" if out and out.done else say("vae_running" if running else "vae_stopped" if stopped else "vae_not_yet", lang)
    return {"status": escape(status), "running": running, "html": "".join(parts), "film": json.dumps(film)}


def _figure(shown, name: str, note: str = "", css: str = "") -> str:
    note = f" <small>{escape(note)}</small>" if note else ""
    return f'<figure class="{css}"><img src="{data_url(shown)}" alt="{escape(name)}"><figcaption>{escape(name)}{note}</figcaption></figure>'


def _decibels(psnr: float) -> str:
    return "∞ dB" if math.isinf(psnr) else f"{psnr:.1f} dB"


def reads(repair: vae_repair.Repair, lang: str) -> str:
    return say("vae_reads", lang, digit=repair.reads[0], sure=PERCENT.format(100 * repair.reads[1])) if repair.reads else ""


def _noted(repair: vae_repair.Repair, lang: str) -> str:
    return ", ".join(filter(None, (_decibels(repair.psnr), reads(repair, lang))))


def _first(desk: Desk, out: vae_repair.Outcome | None, lang: str) -> str:
    figures = [_figure(desk.clean.shown, say("original", lang))]
    survived = say("damaged" if desk.ruined.mask is None else "vae_survived", lang)
    figures.append(_figure(vae_repair.invented(desk.ruined), survived, _noted(out.rows[0], lang) if out else ""))
    for repair, name in ((out and out.one_pass, "vae_row_pass"), (out and out.found, "vae_row_search")):
        if repair:
            figures.append(_figure(vae.show(repair.array), say(name, lang), _noted(repair, lang)))
    return f'<div class="figures pixels vae-four">{"".join(figures)}</div>'


def _look(look: vae_repair.Look, lang: str) -> str:
    return say("vae_look", lang, step=look.step, fit=f"{look.fit:.1f}", prior=f"{look.prior:.1f}")


def _search(out: vae_repair.Outcome, lang: str) -> str:
    """The film: its frames are put in by board.js."""
    intro, label = escape(say("vae_search_intro", lang)), escape(say("vae_search_slide", lang))
    last = len(out.looks) - 1
    return (
        f'<h3>{escape(say("vae_search_title", lang))}</h3><p class="scale-note">{intro}</p><div class="vae-film pixels"><img alt="">'
        f'<div><input type="range" min="0" max="{last}" value="{last}" step="1" aria-label="{label}"><p class="scale-note"></p></div></div>'
    )


def _ten(out: vae_repair.Outcome, lang: str) -> str:
    intro = escape(say(f"vae_ten_{out.fills}", lang))
    tiles = "".join(_figure(vae.show(r.array), say("vae_repair_n", lang, n=n + 1), _noted(r, lang)) for n, r in enumerate(out.ten))
    both = _figure(vae.show(out.mean.array), say("vae_row_mean", lang), _noted(out.mean, lang))
    both += _figure(vae_repair.spread_picture(out.spread), say("vae_spread", lang), say("vae_spread_scale", lang))
    title = escape(say("vae_ten_title", lang))
    scores = {"mean": out.mean.psnr, "single": _row(out, "draw").psnr, "best": _row(out, "best").psnr}
    note = "" if math.isinf(out.mean.psnr) else escape(say("vae_mean_note", lang, **{k: f"{v:.1f}" for k, v in scores.items()}))
    return (
        f'<h3>{title}</h3><p class="scale-note">{intro}</p><div class="figures pixels vae-ten">{tiles}</div>'
        f'<div class="figures pixels vae-four">{both}</div><p class="scale-note">{note}</p>'
    )


def _meter(out: vae_repair.Outcome, lang: str) -> str:
    """Fit to what survived, error where nothing is known, and how much that is."""
    bars = []
    for name, numbers in (("vae_meter_fit", out.fit), ("vae_meter_error", out.error)):
        numbers = [n for n in numbers if not math.isnan(n)]
        if numbers:
            mean = sum(numbers) / len(numbers)
            bars.append((say(name, lang), f"{mean:.0f}", min(mean / 128, 1), "seen" if name == "vae_meter_fit" else "made"))
    bars.append((say("vae_meter_unseen", lang), PERCENT.format(100 * out.unseen), out.unseen, "made"))
    row = '<tr><th scope="row">{}</th><td>{}</td><td class="bar"><i class="{}" style="width:{:.0f}%"></i></td></tr>'
    rows = "".join(row.format(escape(name), number, css, 100 * share) for name, number, share, css in bars)
    return f'<h3>{escape(say("vae_meter_title", lang))}</h3><table class="scores vae-meter"><tbody>{rows}</tbody></table>'


def _table(out: vae_repair.Outcome, lang: str) -> str:
    best = max(r.psnr for r in out.rows if r.name != "best")  # that one was chosen by the truth
    heads = [say("vae_method", lang), "PSNR / dB", *([say("vae_read_as", lang)] if out.rows[0].reads else []), say("vae_ms", lang)]
    body = []
    for r in out.rows:
        star = ' <span class="star">★</span>' if r.psnr == best and r.name != "best" and not math.isinf(r.psnr) else ""
        psnr = "∞" if math.isinf(r.psnr) else f"{r.psnr:.2f}"
        cells = [f'<th scope="row">{escape(row_name(r, lang))}</th>', f"<td>{psnr}{star}</td>"]
        cells += [f"<td>{r.reads[0]} ({PERCENT.format(100 * r.reads[1])})</td>"] if r.reads else []
        body.append(f'<tr class="{r.kind}">{"".join(cells)}<td>{"–" if r.ms is None else f"{r.ms:,.0f}"}</td></tr>')
    head = "".join(f'<th scope="col">{escape(h)}</th>' for h in heads)
    caption = escape(say("vae_table_caption", lang))
    return f'<table class="scores"><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{"".join(body)}</tbody></table>'


def row_name(repair: vae_repair.Repair, lang: str) -> str:
    return method_name(repair.name, lang)


def method_name(name: str, lang: str) -> str:
    method = lab.classical(name)
    return name_of(method, lang) if method else say(f"vae_row_{name.replace('-', '_')}", lang)


def said(desk: Desk, out: vae_repair.Outcome, lang: str) -> list[str]:
    """Sentences read off the numbers."""
    damaged, hole = out.rows[0], desk.ruined.mask is not None
    if hole and out.unseen == 0 or math.isinf(damaged.psnr):
        return [say("vae_said_whole", lang)]
    if out.unseen == 1:
        return [say("vae_said_nothing", lang)]
    gain = out.found.psnr - out.one_pass.psnr
    lines = [say("vae_said_search" if gain > 0 else "vae_said_pass", lang, gain=f"{abs(gain):.1f}")]
    yardstick = max((r for r in out.rows if r.kind == "yardstick"), key=lambda r: r.psnr)
    lead = max(out.found.psnr, _row(out, "draw").psnr, out.mean.psnr) - yardstick.psnr
    words = {"method": row_name(yardstick, lang), "lead": f"{abs(lead):.1f}"}
    lines.append(say("vae_said_ahead" if lead > 0 else "vae_said_behind", lang, **words))
    if hole:
        share = PERCENT.format(100 * out.unseen)
        lines.append(say("vae_said_invented", lang, share=share, error=f"{sum(out.error) / len(out.error):.0f}"))
    if out.rows[0].reads:
        lines.append(_said_read(out, lang))
    return lines


def _row(out: vae_repair.Outcome, name: str) -> vae_repair.Repair:
    return next(r for r in out.rows if r.name == name)


def _said_read(out: vae_repair.Outcome, lang: str) -> str:
    counts: dict[int, int] = {}
    for repair in out.ten:
        counts[repair.reads[0]] = counts.get(repair.reads[0], 0) + 1
    first, *rest = sorted(counts.items(), key=lambda pair: -pair[1])
    if not rest:
        return say("vae_said_read_one", lang, digit=first[0])
    listed = ", ".join(say("vae_said_read_times", lang, digit=digit, times=times) for digit, times in (first, *rest))
    return say("vae_said_read", lang, listed=listed)
