"""The exhibit 'Why blurred?': two digits that fit the same half, the answer that squared error likes best, and what a decoder answers."""

from html import escape

import gradio as gr

from restoration.lab import vae
from restoration.lab import vae_inside as inside
from restoration.ui.look import ASKED, component, heading
from restoration.ui.picture import data_url
from restoration.ui.sight import exhibit, looks_at
from restoration.ui.text import say, unfilled
from restoration.ui.vae.bench import Bench

TITLE = "vae_in_average"
OFFERED = 20  # digits to choose from; the number of each says its class
SHOWN = 12  # draws
WORDS = ("first", "second", "half", "two", "decoder", "decoder_note", "errors", *(f"half_{half}" for half in inside.HALVES))
FILLS = ("digit", "own")
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="average" hidden>
  <p class="scale-note note"></p>
  <div class="pickers"><div><h3>{first}</h3><div class="tiny pixels" data-which="first" role="group" aria-label="{first}"></div></div>
    <div><h3>{second}</h3><div class="tiny pixels" data-which="second" role="group" aria-label="{second}"></div></div></div>
  <div class="latent-set"><span>{half}</span><span class="modes" role="group" aria-label="{half}">{halves}</span></div>
  <h3>{two}</h3><div class="trio four pixels answers"></div>
  <h3>{errors}</h3><div class="wide-table"><table class="scores"></table></div>
  <p class="verdict sum-said" role="status"></p>
  <h3>{decoder}</h3><p>{decoder_note}</p>
  <div class="drawn pixels"><div class="big"></div><div class="strip"></div></div>
  <ul class="latent-said"></ul>
</div>
"""


def build(lang: str) -> gr.HTML:
    heading("vae-average", "vae_in_average_title", "vae_in_average_intro", lang)
    words = {name: escape(say(f"vae_mean_{name}", lang)) for name in WORDS} | {"waiting": escape(say("network_waiting", lang))}
    button = '<button type="button" data-half="{0}" aria-pressed="false">{1}</button>'
    halves = "".join(button.format(half, words[f"half_{half}"]) for half in inside.HALVES)
    fills = {name: unfilled(f"vae_mean_{name}", lang) for name in FILLS}
    html = component(TEMPLATE.format(halves=halves, **words), "vae-average", "vae/inside_draw.js", "vae/average.js", words=fills)
    looks_at("vae_mean_look_1", "vae_mean_look_2", "vae_mean_look_3", lang=lang)
    return html


def wire(bench: Bench, html: gr.HTML) -> None:
    exhibit(bench, html, lambda desk, **chosen: value(desk, bench.lang, **chosen), "first", "second", "half", **ASKED)


def value(desk, lang: str, first=None, second=None, half: str = "") -> dict:
    """first, second: numbers of digits that were chosen; the first is else the lab's picture, the second an eight, or beside
    one a three."""
    clean = desk.clean
    own = clean.subject == "digits" and first is None
    digit = clean if own else vae.picture("digits", inside.number(first, inside.DIGIT))
    second = inside.number(second, 3 if digit.number >= 0 and digit.number % 10 == 8 else 8)
    seen = inside.answer(digit.array, second, half, desk.wanted.case.seed)
    apart = clean.subject == "digits" and not 0 <= clean.number < OFFERED  # the lab's picture has a tile of its own
    note = "" if clean.subject == "digits" else say("vae_mean_digits_only", lang)
    kinds = [("seen", seen.seen), *((key, seen.pictures[key]) for key in ("first", "second", "mean"))]
    return {
        "tiles": [[n, data_url(vae.picture("digits", n).shown)] for n in range(OFFERED)],
        "first": -1 if own and apart else digit.number, "second": second, "half": seen.half, "note": note,
        "own": data_url(clean.shown) if apart else "",
        "pictures": [[data_url(picture), say(f"vae_mean_is_{kind}", lang)] for kind, picture in kinds],
        "table": table(seen, lang), "sum": sum_said(seen, lang),
        "drawn_mean": [data_url(seen.pictures["drawn_mean"]), say("vae_mean_is_drawn_mean", lang, draws=len(seen.draws))],
        "draws": [data_url(picture) for picture in seen.draws[:SHOWN]], "said": said(seen, lang),
    }  # fmt: skip


def table(seen: inside.Answers, lang: str) -> str:
    heads = [say(f"vae_mean_{key}", lang) for key in ("answer", "if_first", "if_second", "expected", "psnr", "unsure")]
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in heads)
    best, rows = min(("first", "second", "mean"), key=lambda name: sum(seen.errors[name])), []
    for name, (a, b) in seen.errors.items():
        sum_ = f"½ · {a:.1f} + ½ · {b:.1f} = {(a + b) / 2:.1f}"
        cells = [f"{a:.1f}", f"{b:.1f}", sum_, f"{seen.psnr[name]:.1f}", f"{100 * seen.grey[name]:.0f} %"]
        title = say(f"vae_mean_row_{name}", lang, draws=len(seen.draws))
        style = ' class="network"' if name == best else ""
        rows.append(f'<tr{style}><th scope="row">{escape(title)}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>')
    caption = escape(say("vae_mean_caption", lang, pixels=seen.pixels))
    return f"<caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody>"


def sum_said(seen: inside.Answers, lang: str) -> str:
    halves = {name: sum(seen.errors[name]) / 2 for name in ("first", "mean")}
    if halves["first"] < 0.05:
        return say("vae_mean_say_same", lang)
    return say("vae_mean_say_half", lang, one=f"{halves['first']:.1f}", mean=f"{halves['mean']:.1f}")


def said(seen: inside.Answers, lang: str) -> list[str]:
    """What the decoder's answers say, computed from them."""
    single, together = float(seen.draws_psnr.mean()), seen.psnr["drawn_mean"]
    scores = {"draws": len(seen.draws), "single": f"{single:.1f}", "mean": f"{together:.1f}", "more": f"{together - single:.1f}"}
    lines = [say("vae_mean_say_psnr", lang, **scores)]
    unsure = seen.grey["drawn_mean"], seen.draws_grey
    key = "vae_mean_say_grey" if unsure[0] > unsure[1] else "vae_mean_say_grey_less"
    lines.append(say(key, lang, mean=f"{100 * unsure[0]:.0f}", single=f"{100 * unsure[1]:.0f}"))
    if seen.read_as:
        comma = ", " if lang == "en" else "、"
        counts = comma.join(say("vae_mean_read", lang, digit=digit, count=count) for digit, count in list(seen.read_as.items())[:4])
        lines.append(say("vae_mean_say_read", lang, counts=counts, draws=len(seen.draws)))
    return lines
