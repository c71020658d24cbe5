"""The exhibit 'What does the network take for noise?': the residual beside the truth, their histograms and numbers."""

from html import escape

import gradio as gr

from restoration import lab
from restoration.ui.desk import Desk
from restoration.ui.look import component
from restoration.ui.picture import figure_png, file, png
from restoration.ui.text import say

# From props.value: {sentence, items: [{file, caption, alt}], scale, chart: {file, alt}, rows: [[name, number]]}
TEMPLATE = """${value?.problem ? `<p class="status">${value.problem}</p>` : value ? `<p class="verdict">${value.sentence}</p>
<div class="figures pixels">${value.items.map((i) => `<figure><img src="${i.file.url}" alt="${i.alt}">
<figcaption>${i.caption}</figcaption></figure>`).join('')}</div><p class="scale-note">${value.scale}</p>
<div class="chart"><img src="${value.chart.file.url}" alt="${value.chart.alt}">
<table class="scores"><tbody>${value.rows.map(([name, number]) => `<tr><th scope="row">${name}</th><td>${number}</td></tr>`).join('')}
</tbody></table></div>` : `<p class="status running">WAITING</p>`}"""


def build(lang: str) -> gr.HTML:
    template = TEMPLATE.replace("WAITING", escape(say("network_waiting", lang)))
    return component(template, "residual")


def value(desk: Desk, mended: lab.Mended, what: str, lang: str) -> dict:
    """what: the picture in words, for those who cannot see it."""
    seen = lab.residual(desk.clean, desk.ruined, mended)
    pictures = {"residual_taken": seen.taken}
    if seen.there is not None:
        there = "residual_noise" if seen.noise else "residual_change"
        pictures = {there: seen.there, **pictures, "residual_left": seen.there - seen.taken}
    items = []
    for name, difference in pictures.items():
        caption = say(name, lang)
        alt = say("residual_alt", lang, name=caption, what=what)
        items.append({"file": file(png(lab.difference_picture(difference))), "caption": escape(caption), "alt": escape(alt)})
    return {
        "sentence": escape(sentence(seen, lang)),
        "items": items,
        "scale": escape(say("residual_scale", lang, scale=lab.difference_scale())),
        "chart": {"file": file(figure_png(lab.residual_figure(seen), "residual")), "alt": escape(say("residual_chart", lang))},
        "rows": [[escape(name), number] for name, number in _rows(seen, lang)],
    }


def _rows(seen: lab.Residual, lang: str) -> list:
    def spread(name: str, number: float) -> tuple:
        return say("residual_spread", lang, name=say(name, lang)), f"{number:.1f}"

    rows = [spread("residual_taken", seen.numbers.taken)]
    if seen.there is not None:
        rows.insert(0, spread("residual_noise" if seen.noise else "residual_change", seen.numbers.there))
        rows.append((say("residual_correlation", lang), _correlation(seen)))
    return rows


def _correlation(seen: lab.Residual) -> str:
    return "–" if seen.numbers.correlation is None else f"{seen.numbers.correlation:.2f}".replace("-", "−")


def sentence(seen: lab.Residual, lang: str) -> str:
    """What the numbers say, computed from them."""
    n = seen.numbers
    words = {"taken": f"{n.taken:.1f}", "there": f"{n.there or 0:.1f}", "correlation": _correlation(seen)}
    if n.there is None:
        return say("residual_unknown", lang, **words)
    if n.there < 0.05:  # it would be shown as 0.0
        return say("residual_undamaged", lang, **words)
    known = n.correlation is not None
    if not seen.noise:
        agree = say("residual_agree_other", lang, **words) if known else ""
        return say("residual_other", lang, agree=agree, **words)
    ratio = n.taken / n.there
    amount = say("residual_less" if ratio < 0.98 else "residual_more" if ratio > 1.02 else "residual_as_much", lang, **words)
    agree = say("residual_agree", lang, **words) if known else ""
    return f"{agree} {amount}" if lang == "en" else agree + amount
