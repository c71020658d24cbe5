"""What is said of a result: where the run stands, the sentence that reads it, the table of scores, what was done to the picture."""

import math
from html import escape

import gradio as gr

from restoration import lab
from restoration.ui.compare import name_of
from restoration.ui.desk import Desk, Outcome
from restoration.ui.picture import figure_png, file, png
from restoration.ui.text import say

# One picture with a caption each, from props.value: {items: [{file, caption, alt}], note}; nothing while there is none.
FIGURES = """${value ? `<div class="figures">${value.items.map((i) => `<figure><img src="${i.file.url}" alt="${i.alt}">
<figcaption>${i.caption}</figcaption></figure>`).join('')}</div><p>${value.note}</p>` : ''}"""


def figures(**kwargs) -> gr.HTML:
    return gr.HTML(None, html_template=FIGURES, js_on_load=None, apply_default_css=False, **kwargs)


def html(desk: Desk, outcome: Outcome | None, lang: str, stopped: bool = False) -> str:
    parts = [_status(desk, outcome, lang, stopped)]
    if outcome and outcome.done:
        sentence = outcome.problem.say(lang) if outcome.problem else verdict(desk, outcome, lang)
        parts.append(f'<p class="verdict">{escape(sentence)}</p>')
    rows = outcome.rows if outcome else (lab.row(desk.clean, desk.ruined),)
    parts += [_table(rows, lang), _notes(desk, outcome, lang)]
    return "".join(parts)


def verdict(desk: Desk, outcome: Outcome, lang: str) -> str:
    return lab.say_verdict(list(outcome.rows), desk.ruined, outcome.mended, desk.clean, lang)


def _status(desk: Desk, outcome: Outcome | None, lang: str, stopped: bool) -> str:
    running, text = False, ""
    if stopped:
        text = say("stopped", lang)
    elif outcome is None:
        text = say("stale", lang)
    elif not outcome.done:
        running, text = True, say("running_yardsticks", lang, done=outcome.tried)
    return _status_html(text, running)


def _status_html(text: str, running: bool) -> str:
    return f'<div class="status{" running" if running else ""}" role="status">{escape(text)}</div>'


def waiting(desk: Desk, lang: str) -> str:
    """While the network works: the table so far."""
    rows = (lab.row(desk.clean, desk.ruined),)
    return _status_html(say("running_network", lang), True) + _table(rows, lang) + _notes(desk, None, lang)


def _table(rows, lang: str) -> str:
    heads = "".join(f'<th scope="col">{escape(say(key, lang))}</th>' for key in ("method", "psnr", "ssim", "ms"))
    best = {
        key: max((getattr(r, key) for r in rows if getattr(r, key) is not None), default=None)
        for key in ("psnr", "ssim")
    }
    alone = len(rows) == 1
    body = []
    for row in rows:
        cells = [f'<th scope="row">{escape(name_of(row, lang))}</th>']
        for key, digits in (("psnr", 2), ("ssim", 3)):
            number = getattr(row, key)
            first = not alone and number is not None and number == best[key]
            mark = (
                f' <span class="star" title="{say("best", lang)}">★<span class="sr">{say("best", lang)}</span></span>'
                * first
            )
            cells.append(f"<td{' class=best' * first}>{_number(number, digits)}{mark}</td>")
        cells.append(f"<td>{_milliseconds(row.ms)}</td>")
        body.append(f'<tr class="{row.kind}">{"".join(cells)}</tr>')
    caption = escape(say("scores_caption", lang))
    return f'<table class="scores"><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{"".join(body)}</tbody></table>'


def _number(number: float | None, digits: int) -> str:
    return "–" if number is None else "∞" if math.isinf(number) else f"{number:.{digits}f}"


def _milliseconds(ms: float | None) -> str:
    return "–" if ms is None else f"{ms:.1f}" if ms < 10 else f"{ms:,.0f}"


def _notes(desk: Desk, outcome: Outcome | None, lang: str) -> str:
    """Everything that was done to the picture, and what could not be done. The credit comes last."""
    notes = [note.say(lang) for note in (*desk.shot.notes, *desk.ruined.notes)]
    if outcome:
        notes += [note.say(lang) for note in outcome.mended.notes] if outcome.mended else []
        problem = lab.yardsticks_problem(desk.ruined)
        notes += [problem.say(lang)] if problem else []
    sample = lab.samples().get(desk.shot.name)
    notes += [say("credit", lang, credit=sample.credit)] if sample else []
    return '<ul class="notes">' + "".join(f"<li>{escape(note)}</li>" for note in notes) + "</ul>"


def errors(desk: Desk, outcome: Outcome | None, lang: str) -> dict:
    """Error maps, one scale for all: the damaged picture's, the best classical method's, the network's."""
    if desk.clean is None:
        return {"items": [], "note": escape(say("broken_info", lang))}
    if not (outcome and outcome.done):
        return {"items": [], "note": escape(say("nothing_yet", lang))}
    items = []
    for made in filter(None, (desk.ruined, outcome.yardstick, outcome.mended)):
        name = escape(name_of(made, lang))
        picture = png(lab.error_picture(desk.clean, made))
        caption, alt = say("error_of", lang, method=name), say("alt_error", lang, method=name)
        items.append({"file": file(picture), "caption": caption, "alt": alt})
    return {
        "items": items,
        "note": f'<span class="scale-bar" aria-hidden="true"></span>{escape(lab.error_scale(lang))}',
    }


def spectrum(desk: Desk, outcome: Outcome | None, lang: str) -> dict:
    """The power spectra as a drawing, or a word on how to get them."""
    if not (outcome and outcome.mended):
        return {"items": [], "note": escape(say("nothing_yet", lang))}
    path = figure_png(lab.spectrum_figure(desk.clean, desk.ruined, outcome.mended), "spectrum")
    return {
        "items": [{"file": file(path), "caption": "", "alt": say("alt_spectrum", lang)}],
        "note": escape(say("spectrum_caption", lang)),
    }
