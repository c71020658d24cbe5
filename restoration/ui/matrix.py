"""Wrong specialist: every network on every damage as a table of gains; a cell says what happens and opens that case in the lab."""

from dataclasses import dataclass, replace
from html import escape

import gradio as gr

from restoration import lab
from restoration.errors import Note, Refusal
from restoration.studies import matrix
from restoration.ui.compare import name_of
from restoration.ui.desk import Desk
from restoration.ui.events import Lab
from restoration.ui.look import READ, component, exhibit
from restoration.ui.text import say

TITLE = "matrix"
STRONG = 20  # dB, from which on a cell has its full colour
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="matrix" hidden>
  <div class="matrix-said"><p class="verdict" role="status"></p><button type="button" class="open">{open}</button></div>
  <div class="matrix-box" tabindex="0" role="region" aria-label="{title}"></div>
  <p class="scale-note">{legend}</p>
  <p class="scale-note made"></p>
</div>
"""


@dataclass(frozen=True)
class Panel:
    page: gr.HTML
    shown: gr.State


def build(lang: str) -> Panel:
    gr.HTML(f"<p>{escape(say('matrix_intro', lang))}</p>", elem_classes="about")
    words = {key: escape(say(f"matrix_{key}", lang)) for key in ("title", "legend", "open", "waiting")}
    return Panel(component(TEMPLATE.format(**words), "matrix", "matrix.js"), gr.State(None))


def wire(bench: Lab, panel: Panel) -> None:
    exhibit(bench, panel.page, panel.shown, lambda desk, outcome: value(desk, bench.lang), **READ)


def value(desk: Desk, lang: str) -> dict:
    """The table, and what is said of each cell. The picture in the lab matters only to that."""
    found = matrix.read()
    said = [sentence(found, steps, model, desk.shot.name, lang) for steps in found.damages for model in found.models]
    return {"table": _table(found, lang), "said": said, "columns": len(found.models), "made": made(found.made, lang)}


def made(of: dict, lang: str) -> str:
    """Where the numbers of a study come from."""
    weights = ", ".join(f"{name} ({sha256[:8]})" for name, sha256 in of["weights"].items())
    return say("study_made", lang, date=of["date"], torch=of["versions"]["torch"], weights=weights)


def damage_words(steps, lang: str) -> str:
    """Motion blur, length of the path 12 px, direction 30°"""
    parts = [part for name, controls in steps for part in (name_of(lab.damages()[name], lang), strength(name, controls, lang))]
    return say("comma", lang).join(filter(None, parts))


def strength(name: str, controls: tuple, lang: str) -> str:
    """The controls of a damage in words; "" if it has none."""
    table = {control.name: control for control in lab.damages()[name].controls}
    values = [(name_of(table[key], lang), value, table[key].unit.replace("px", " px")) for key, value in controls]
    return say("comma", lang).join(f"{control[:1].lower()}{control[1:]} {value:g}{unit}" for control, value, unit in values)


def decibels(gain: float, digits: int = 1) -> str:
    """+11.6, −0.3, 0.0: a sign wherever there is one to see."""
    text = f"{gain:+.{digits}f}"
    return text[1:] if float(text) == 0 else text.replace("-", "−")


def _table(found: matrix.Matrix, lang: str) -> str:
    heads = "".join(f'<th scope="col">{escape(say(f"specialist_{name}", lang))}</th>' for name in found.models)
    rows, number = [], 0
    for steps in found.damages:
        (name, controls), cells = steps[0], []
        for model in found.models:
            cells.append(_cell(found.cells[steps, model], number, lang))
            number += 1
        small = f"<small>{escape(strength(name, controls, lang))}</small>"
        head = f'<th scope="row">{escape(name_of(lab.damages()[name], lang))}{small}</th>'
        rows.append(f"<tr>{head}{''.join(cells)}</tr>")
    caption = escape(say("matrix_caption", lang, count=len(found.samples)))
    corner = escape(say("matrix_corner", lang))
    return f"<table><caption>{caption}</caption><thead><tr><th>{corner}</th>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _cell(cell: matrix.Cell, number: int, lang: str) -> str:
    if cell.refused:
        return f'<td class="refused"><button type="button" data-cell="{number}">{escape(say("matrix_refused", lang))}</button></td>'
    low, high = (decibels(cell.gains[sample]) for sample in (cell.worst, cell.best))
    side = "gain" if cell.mean > 0 else "loss"
    depth = min(abs(cell.mean) / STRONG, 1) ** 0.5  # so that half a dB can still be seen
    own = f'<span class="sr">{escape(say("matrix_own_mark", lang))}</span>' if cell.own else ""
    inner = f"<b>{decibels(cell.mean)}</b>{own}<small>{low} … {high}</small>"
    classes = f"{side} own" if cell.own else side
    return f'<td class="{classes}" style="--depth:{depth:.2f}"><button type="button" data-cell="{number}">{inner}</button></td>'


def sentence(found: matrix.Matrix, steps: tuple, model: str, picture: str, lang: str) -> str:
    """What a cell says in words. picture: the sample in the lab, whose own number is said too."""
    cell, job = found.cells[steps, model], lab.MODELS[model]
    words = {"network": name_of(job, lang), "damage": damage_words(steps, lang)}
    parts = [say("matrix_of", lang, **words)]
    if cell.refused:
        return joined([*parts, Note(cell.refused, name=model, scale=job.scale).say(lang)], lang)
    parts.append(say(_outcome(cell.mean), lang, mean=decibels(abs(cell.mean), 2).lstrip("+"), count=len(cell.gains)))
    places = {side: name_of(lab.samples()[sample], lang) for side, sample in (("worst", cell.worst), ("best", cell.best))}
    gains = {side: decibels(cell.gains[sample], 2) for side, sample in (("low", cell.worst), ("high", cell.best))}
    parts.append(say("matrix_range", lang, **places, **gains))
    if picture in cell.gains:
        parts.append(say("matrix_here", lang, picture=name_of(lab.samples()[picture], lang), gain=decibels(cell.gains[picture], 2)))
    if len(cell.gains) < len(found.samples):
        parts.append(say("matrix_left_out", lang, count=len(found.samples) - len(cell.gains)))
    parts.append(say("matrix_own", lang) if cell.own else say("matrix_why", lang, why=job.why_en if lang == "en" else job.why_zh))
    parts += [say(f"matrix_guessed_{key}", lang, sigma=f"{cell.sigma or 0:g}") for key in cell.guessed]
    return joined(parts, lang)


def joined(sentences: list, lang: str) -> str:
    return (" " if lang == "en" else "").join(sentences)


def _outcome(gain: float) -> str:
    return "matrix_gains" if gain >= 0.05 else "matrix_loses" if gain <= -0.05 else "matrix_nothing"


def case_of(number: object, case: lab.Case) -> lab.Case:
    """The case of a cell, as it was measured, with the sample that is in the lab; of a visitor's own photo there is no number."""
    found = matrix.read()
    cells = [(steps, model) for steps in found.damages for model in found.models]
    if not (isinstance(number, int) and 0 <= number < len(cells)):
        raise Refusal("case_value", key="cell", value=str(number)[:40])
    steps, model = cells[number]
    picture = case.picture or lab.Case.picture
    return replace(lab.Case(), picture=picture, damage=steps, seed=matrix.SEED, model=model, lesson=case.lesson)
