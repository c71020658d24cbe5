"""The exhibit 'One pixel's GRU by hand': a cell of one unit reads one pixel, frame by frame, all numbers in sight. The server gives the
pixel's brightness in the clip that is in the lab; the cell itself runs in the page (cell.js), so that its numbers can be moved."""

from html import escape

import gradio as gr

from restoration.lab import rnn, rnn_cell
from restoration.studies import rnn_cell as study
from restoration.ui.compare import name_of
from restoration.ui.look import READ, component, heading
from restoration.ui.picture import file, png
from restoration.ui.rnn.bench import Bench
from restoration.ui.rnn.desk import Desk
from restoration.ui.sight import answer, looks_at
from restoration.ui.text import say, unfilled

TITLE = "cell_tab"
FITTED = "fitted"
WORDS = (
    "pixel", "move", "numbers", "presets", "what_in", "what_past", "what_bias", "row_r", "row_z", "row_n", "walk", "start", "back", "on",
    "end", "frame", "formulas", "round", "convention", "chart", "chart_alt", "gates", "gates_alt", "scores", "all", "all_note", "study",
)  # fmt: skip
FILLS = (
    "caption", "picture_alt", "at", "hidden", "nothing_yet", "wrong", "formula_r", "formula_z", "formula_n", "formula_h", "line_x",
    "line_truth", "line_h", "line_mean", "axis", "method", "until", "whole", "grey", "better_both", "better_mean", "better_raw",
    "better_none", "fitted_at", "own", "step",
)  # fmt: skip
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="cell" hidden>
  <div class="cell-top">
    <div class="cell-where"><h3>{pixel}</h3>
      <div class="cell-picture" tabindex="0" role="group" aria-label="{move}"><canvas role="img"></canvas><i></i></div>
      <p class="scale-note caption"></p><p class="cell-at"></p><p class="cell-hidden" hidden></p>
    </div>
    <div class="cell-numbers"><h3>{numbers}</h3>
      <div class="modes kinds" role="group" aria-label="{presets}">{buttons}</div>
      <p class="cell-about" role="status"></p>
      <div class="cell-grid"><span></span><span>{what_in}</span><span>{what_past}</span><span>{what_bias}</span>{fields}</div>
      <p class="problem" role="alert"></p>
    </div>
  </div>
  <h3>{walk}</h3>
  <div class="cell-walk"><span class="modes"><button type="button" data-go="start">{start}</button><button type="button"
    data-go="back">{back}</button><button type="button" data-go="on">{on}</button><button type="button" data-go="end">{end}</button></span>
    <label><input type="range" min="0" step="1" value="1" aria-label="{frame}"><output></output></label></div>
  <div class="cell-formulas" role="region" aria-label="{formulas}"></div>
  <p class="scale-note">{round} {convention}</p>
  <h3>{chart}</h3><div class="cell-legend legend"></div>
  <svg class="lines" tabindex="0" role="img" aria-label="{chart_alt}"></svg>
  <h3>{gates}</h3><svg class="gates" role="img" aria-label="{gates_alt}"></svg>
  <h3>{scores}</h3><div class="wide-table" tabindex="0" role="region" aria-label="{scores}"><table class="scores held"></table></div>
  <p class="verdict cell-said" role="status"></p><p class="scale-note">{luck}</p>
  <details class="cell-all"><summary>{all}</summary><p class="scale-note">{all_note}</p>
    <div class="wide-table" tabindex="0" role="region" aria-label="{all}"><table class="scores steps"></table></div></details>
  <h3>{study}</h3><div class="cell-study"></div>
</div>
"""
FIELD = """<span class="cell-field"><label>{label} <input type="number" data-name="{name}" min="-{reach}" max="{reach}" step="any"
  value="0"></label><input type="range" data-slide="{name}" min="-{reach}" max="{reach}" step="0.05" value="0"
  aria-label="{plain}"></span>"""


def build(lang: str) -> gr.HTML:
    heading("rnn-cell", "cell_title", "cell_intro", lang)
    words = {name: escape(say(f"cell_{name}", lang)) for name in WORDS}
    words |= {"waiting": escape(say("network_waiting", lang)), "luck": escape(say("cell_luck", lang, count=f"{study.TESTED:,}"))}
    words |= {"buttons": _buttons(lang), "fields": _fields(lang)}
    fills = {name: unfilled(f"cell_{name}", lang) for name in FILLS}
    fills |= {f"about_{name}": say(f"cell_about_{name}", lang) for name in (*rnn_cell.PRESETS, FITTED)}
    html = component(
        TEMPLATE.format(**words), "rnn-cell", "vae/inside_draw.js", "rnn/cell_draw.js", "rnn/cell.js", words=fills, reach=rnn_cell.REACH
    )
    looks_at("cell_look_1", "cell_look_2", "cell_look_3", "cell_look_4", lang=lang)
    return html


def _buttons(lang: str) -> str:
    names = (*rnn_cell.PRESETS, FITTED)
    button = '<button type="button" data-preset="{}" aria-pressed="false">{}</button>'
    return "".join(button.format(name, escape(say(f"cell_preset_{name}", lang))) for name in names)


def _fields(lang: str) -> str:
    """Nine numbers, a row for each of r, z, n."""
    parts = []
    for n, name in enumerate(rnn_cell.NAMES):
        letter, gate = name.split("_")
        if n % 3 == 0:
            parts.append(f'<span class="row">{escape(say(f"cell_row_{gate}", lang))}</span>')
        label = f"<i>{letter}<sub>{gate}</sub></i>"
        parts.append(FIELD.format(label=label, plain=f"{letter} {gate}", name=name, reach=f"{rnn_cell.REACH:g}"))
    return "".join(parts)


def wire(bench: Bench, html: gr.HTML) -> None:
    def drawn(desk, seen, row=None, column=None, of=""):
        wanted = (desk.wanted.damage_key, row, column, of)
        return ({}, seen) if seen == wanted else ({"value": value(desk, row, column, of, bench.lang)}, wanted)

    answer(bench, html, gr.State(None), drawn, "row", "column", "of", **READ)


def value(desk: Desk, row: int | None, column: int | None, of: str, lang: str) -> dict:
    """row, column: of the pixel that the visitor chose in the clip `of`; of another clip, the exhibit chooses one."""
    clip = desk.clean
    key = str(desk.wanted.clean_key)
    if of != key:
        row, column = rnn_cell.busiest(clip)
    trace, found = rnn_cell.trace(clip, desk.ruined, row, column), study.read()
    height, width = clip.frames.shape[1:3]
    return {
        "of": key, "row": row, "column": column, "height": height, "width": width, "columns": rnn.COLUMNS,
        "sheet": file(png(rnn.sheet(desk.ruined.shown), "kintsugi-damaged")),
        "x": trace.x.tolist(), "truth": trace.truth.tolist(), "hidden": trace.hidden.tolist(),
        "presets": {**rnn_cell.PRESETS, FITTED: found.numbers}, "sigma": [desk.wanted.case.sigma, found.sigma],
        "study": study_html(found, lang),
    }  # fmt: skip


def study_html(found: study.Study, lang: str) -> str:
    """What the fitted numbers are worth on all clips: a sentence, and the table that it is read from."""
    names = {name: name_of(made, lang) for name, made in rnn.made().items()}
    heads = "".join(f'<th scope="col">{escape(names[name])}</th>' for name in found.rows)
    rows = []
    for method in ("raw", "mean", "running", "fitted"):
        cells = []
        for scores in found.rows.values():
            star = ' <span class="star">★</span>' if scores[method] == min(scores.values()) else ""
            cells.append(f"<td>{scores[method]:.4f}{star}</td>")
        kind = "network" if method == "fitted" else "yardstick"
        rows.append(f'<tr class="{kind}"><th scope="row">{escape(say(f"cell_study_{method}", lang))}</th>{"".join(cells)}</tr>')
    caption = escape(say("cell_study_caption", lang, count=f"{found.tested:,}", sigma=found.sigma, pixels=found.pixels))
    head = f"<thead><tr><th>{escape(say('cell_method', lang))}</th>{heads}</tr></thead>"
    table = f'<div class="wide-table"><table class="scores"><caption>{caption}</caption>{head}<tbody>{"".join(rows)}</tbody></table></div>'
    made = say("study_made_alone", lang, date=found.made["date"], torch=found.made["versions"]["torch"])
    return f'<p>{escape(study_said(found, lang))}</p>{table}<p class="scale-note">{escape(made)}</p>'


def study_said(found: study.Study, lang: str) -> str:
    less = [100 * (1 - scores["fitted"] / scores["raw"]) for scores in found.rows.values()]
    ahead = sum(scores["fitted"] < scores["mean"] for scores in found.rows.values())
    words = {"low": f"{min(less):.0f}", "high": f"{max(less):.0f}", "ahead": ahead, "clips": len(found.rows)}
    return say("cell_study_said", lang, **words)
