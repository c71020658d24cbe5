"""The numbers of the panel 'A picture as a sentence', as tables and sentences."""

import math
from html import escape

import numpy as np

from restoration.errors import Refusal
from restoration.lab import rnn_pixels
from restoration.studies import rnn_nats
from restoration.ui.matrix import made
from restoration.ui.picture import data_url
from restoration.ui.text import say

ROWS = ("exact", "iwae", "elbo", "pixels")


def table(heads: list, rows: list, caption: str) -> str:
    """rows: (class, name, *cells). The inside of a table, escaped."""
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in heads)
    body = "".join(
        f'<tr class="{css}"><th scope="row">{escape(name)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'
        for css, name, *cells in rows
    )
    return f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody>"


def written(begun: rnn_pixels.Begun, out: rnn_pixels.Written, lang: str) -> str:
    """What each ending cost, beside what really stood there, and a coin's toss."""
    missing = ~begun.known
    count = int(missing.sum())

    def row(css: str, name: str, nats: float, white: str, reads: str) -> tuple:
        return css, name, f"{nats:.1f}", f"{nats / count:.3f}", white, reads

    rows = []
    for n, (white, nats, (digit, sure)) in enumerate(zip(out.white, out.nats, out.reads, strict=True)):
        share = f"{100 * white[missing].mean():.1f} %"
        rows.append(row("network", say("pixels_ending", lang, n=n + 1), float(nats), share, f"{digit} ({100 * sure:.0f} %)"))
    rows.append(row("yardstick", say("pixels_truth", lang), out.truth, f"{100 * begun.white[missing].mean():.1f} %", "–"))
    rows.append(row("yardstick", say("pixels_coin", lang), count * math.log(2), "50 %", "–"))
    heads = ["", *(say(f"pixels_{name}", lang) for name in ("nats", "per", "share", "reads"))]
    return table(heads, rows, say("pixels_caption", lang, count=count))


def said(begun: rnn_pixels.Begun, cover: str, out: rnn_pixels.Written, lang: str) -> str:
    words = {"low": f"{out.nats.min():.1f}", "high": f"{out.nats.max():.1f}", "truth": f"{out.truth:.1f}"}
    if cover == rnn_pixels.NOTHING:
        return say("pixels_said_nothing", lang, **words)
    return say("pixels_said", lang, count=int((~begun.known).sum()), likelier=int((out.nats < out.truth).sum()), **words)


def surprise(begun: rnn_pixels.Begun, lang: str) -> dict:
    """Of the whole digit: the map, each pixel's nats, and the table beside the VAE's bounds and the study of many digits."""
    seen = rnn_pixels.surprise(begun)
    try:
        study, problem = rnn_nats.read(), ""
    except Refusal as e:
        study, problem = None, e.say(lang)
    return {
        "picture": data_url(rnn_pixels.surprise_picture(seen.nats)), "nats": [round(float(v), 4) for v in seen.nats.reshape(-1)],
        "white": "".join("1" if one else "0" for one in begun.white.reshape(-1)), "brightest": int(np.argmax(seen.nats)),
        "table": compared(seen, study, lang), "study": by_class(study, lang) if study else f'<p class="scale-note">{escape(problem)}</p>',
    }  # fmt: skip


def compared(seen: rnn_pixels.Surprise, study: rnn_nats.Study | None, lang: str) -> str:
    own = {"exact": seen.total, "iwae": seen.iwae, "elbo": seen.elbo}
    rows = []
    for name in ROWS:
        cells = [f"{own[name]:.1f}" if name in own else "–"]
        if study:
            cells.append(f"{study.rows[name]['mean']:.1f} ± {study.rows[name]['error']:.1f}")
        elif name not in own:
            continue
        rows.append(("network" if name == "exact" else "yardstick", row_name(name, lang), *cells))
    coin = f"{rnn_pixels.COIN:.1f}"
    rows.append(("yardstick", say("pixels_coin", lang), coin, *([coin] if study else [])))
    heads = [say("pixels_model", lang), say("pixels_this", lang), *([say("pixels_many", lang, count=f"{study.count:,}")] if study else [])]
    return table(heads, rows, say("pixels_compare_caption" if study else "pixels_compare_caption_alone", lang))


def by_class(study: rnn_nats.Study, lang: str) -> str:
    rows = [("", row_name(name, lang), *(f"{nats:.0f}" for nats in study.rows[name]["by_class"])) for name in ROWS]
    inside = table(["", *map(str, range(10))], rows, say("pixels_by_class_caption", lang))
    return (
        f"<h3>{escape(say('pixels_by_class', lang))}</h3>"
        f'<div class="wide-table" tabindex="0"><table class="scores">{inside}</table></div>'
        f'<p class="scale-note">{escape(made(study.made, lang))}</p>'
    )


def row_name(name: str, lang: str) -> str:
    return say(f"pixels_row_{name}", lang, draws=rnn_pixels.DRAWS)
