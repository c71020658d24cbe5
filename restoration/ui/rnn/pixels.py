"""The panel 'A picture as a sentence': a digit is covered, and written to its end pixel by pixel. All that it shows is in one component,
which asks for what it needs (see restoration.ui.look); the play itself runs in the page (pixels.js).

    parts = build(lang)        the widgets
    wire(bench, tab, parts)    bench: of the page that it stands on, which keeps what is chosen for the link
"""

from dataclasses import asdict, dataclass
from html import escape

import gradio as gr
import numpy as np

from restoration.errors import Refusal
from restoration.lab import rnn, rnn_pixels, vae
from restoration.studies import vae_plane
from restoration.ui import links
from restoration.ui.look import ASKED, READ, answer, component, heading
from restoration.ui.picture import data_url
from restoration.ui.rnn import pixels_tables as tables
from restoration.ui.text import say, unfilled
from restoration.ui.vae.plane import ink

WORDS = (
    "digit", "draw", "board", "wipe", "cover", "paint", "clear", "temperature", "seed", "others", "nothing", "kept", "back_row", "back",
    "on", "on_row", "slide", "endings", "legend_given", "legend_made", "legend_missing", "hint", "p", "p_scale", "before", "table",
    "surprise", "surprise_intro", "whole", "map", "compare",
)  # fmt: skip
FILLS = (
    "play", "pause", "stand", "ending", "now", "at", "was_given", "was_drawn", "not_yet", "white", "black", "map_at", "map_hint",
    "cost", "wildest", "temperature_is", "cold", "cool", "as_learned", "hot",
)  # fmt: skip
TEMPLATE = """
<div class="px">
  <h3>{digit}</h3>
  <div class="thumbs" role="radiogroup" aria-label="{digit}">{tiles}</div>
  <details class="px-draw"><summary>{draw}</summary>
    <div class="board-own"><canvas width="112" height="112" role="img" aria-label="{board}"></canvas>
      <button type="button">{wipe}</button></div>
  </details>
  <div class="px-set">
    <span class="px-name">{cover}</span><span class="modes covers" role="group" aria-label="{cover}">{covers}</span>
    <label><span class="px-name">{temperature}</span>
      <input class="heat" type="range" min="0" max="2" step="0.1" value="1"><output></output></label>
    <label><span class="px-name">{seed}</span> <input class="seed" type="number" min="0" max="9999" step="1" value="0"></label>
    <button type="button" class="others">{others}</button>
  </div>
  <div class="px-paint" hidden><p>{paint}</p><canvas width="252" height="252" tabindex="0" role="img" aria-label="{paint}"></canvas>
    <button type="button">{clear}</button></div>
  <div class="px-problem" role="alert" hidden><p></p><button type="button">{nothing}</button> <small>{kept}</small></div>
  <p class="status running waiting">{waiting}</p>
  <div class="px-shown" hidden>
    <div class="px-play">
      <button type="button" class="play"></button>
      <span class="modes"><button type="button" data-by="-28">{back_row}</button><button type="button" data-by="-1">{back}</button><button
        type="button" data-by="1">{on}</button><button type="button" data-by="28">{on_row}</button></span>
      <label><input class="turn" type="range" min="0" max="784" step="1" aria-label="{slide}"><output></output></label>
    </div>
    <div class="px-endings" role="group" aria-label="{endings}"></div>
    <p class="legend"><span><i class="key given"></i>{legend_given}</span><span><i class="key made"></i>{legend_made}</span>
      <span><i class="key missing"></i>{legend_missing}</span></p>
    <div class="px-views">
      <figure><figcaption class="now"></figcaption>
        <canvas class="large" width="252" height="252" tabindex="0" role="application" aria-label="{hint}"></canvas></figure>
      <figure><figcaption>{p}</figcaption><canvas class="chances" width="252" height="252" role="img" aria-label="{p}"></canvas></figure>
      <figure><figcaption>{before}</figcaption>
        <canvas class="known" width="252" height="252" role="img" aria-label="{before}"></canvas></figure>
    </div>
    <p class="px-at"></p>
    <p class="scale-note">{hint} {p_scale}</p>
    <p class="verdict said" role="status"></p>
    <h3>{table}</h3><div class="wide-table" tabindex="0" role="region" aria-label="{table}"><table class="scores written"></table></div>
    <ul class="notes"></ul>
  </div>
  <div class="px-surprise" hidden>
    <h2 class="step">{surprise}</h2><p>{surprise_intro}</p>
    <div class="px-views two">
      <figure><figcaption>{whole}</figcaption>
        <canvas class="whole" width="252" height="252" role="img" aria-label="{whole}"></canvas></figure>
      <figure><figcaption>{map}</figcaption>
        <canvas class="nats" width="252" height="252" tabindex="0" role="img" aria-label="{map}"></canvas>
        <p class="scale-note"><span class="scale-bar" aria-hidden="true"></span>{map_scale}</p></figure>
    </div>
    <p class="px-nats"></p>
    <div class="wide-table"><table class="scores nats-table"></table></div>
    <p>{compare}</p>
    <div class="px-study"></div>
  </div>
</div>
"""


@dataclass(frozen=True)
class Parts:
    html: gr.HTML
    shown: gr.State  # which digit, and which endings, are on the screen
    chosen: gr.State  # digit, cover, temperature and seed of the endings, as a link holds them: see lab.rnn.Case
    lang: str


def build(lang: str) -> Parts:
    heading("pixels", "pixels_title", "pixels_intro", lang)
    words = {name: escape(say(f"pixels_{name}", lang)) for name in WORDS} | {"waiting": escape(say("network_waiting", lang))}
    words |= {"tiles": _tiles(lang), "covers": _covers(lang), "map_scale": escape(say("pixels_map_scale", lang, hot=rnn_pixels.HOT))}
    fills = {name: unfilled(f"pixels_{name}", lang) for name in FILLS}
    scripts = ("vae/inside_draw.js", "vae/drawing_board.js", "rnn/pixels_draw.js", "rnn/pixels_set.js", "rnn/pixels.js")
    props = {"words": fills, "digit": None, "surprise": None, "problem": None, "usual": asdict(rnn.Case())}
    html = component(TEMPLATE.format(**words), "pixels", *scripts, **props)
    return Parts(html, gr.State(None), gr.State(chosen(rnn.Case())), lang)


def wire(bench, tab, parts: Parts) -> None:
    def kept(event: gr.EventData, desk, *values):
        if desk is None:  # the page is still loading
            return gr.skip(), gr.skip()
        asked, before = event._data or {}, bench.case_of(desk, *values)
        case, _ = rnn.parse_case({NAMES[word]: value for word, value in asked.items() if word in NAMES}, before)
        own = bool(asked.get("drawing")) or asked.get("cover") == "own"  # what a link cannot hold
        if case == before and not own:
            return gr.skip(), gr.skip()
        link = links.value(case, bench.lang)
        return chosen(case), {**link, "own": own or link["own"]}

    parts.html.look(kept, bench.inputs, [parts.chosen, bench.link], **READ)
    names = ("picture", "cover", "temperature", "seed", "mask", "drawing")
    answer(parts.html, parts.shown, drawer(parts.lang), *names, lang=parts.lang, **ASKED)


NAMES = {"picture": "digit", "cover": "cover", "temperature": "heat", "seed": "draw"}  # the component's word -> that of lab.rnn.Case


def chosen(case: rnn.Case) -> tuple:
    return case.digit, case.cover, case.heat, case.draw


def drawer(lang: str):
    """The answer to the page: of the digit, its endings and its surprise what has changed. A setting that cannot be used is refused in a
    sentence, and the rest stays."""

    def draw(seen, picture="3", cover="lower", temperature=1, seed=0, mask="", drawing=""):
        had_digit, had_endings = seen or (None, None)
        updates = {"problem": {"text": "", "nothing": False}}  # not None: Gradio sends no property that is
        try:
            key, clean = take(picture, drawing)
            if key != had_digit:
                updates["digit"] = data_url(clean.shown)
                updates["surprise"] = tables.surprise(rnn_pixels.begin(clean, rnn_pixels.NOTHING), lang)
                had_digit = key
            begun = rnn_pixels.begin(clean, cover, seed, painted(mask))
            wanted = (key, cover, temperature, seed, mask if cover == "own" else "")
            if wanted != had_endings:
                updates["value"] = endings(begun, cover, rnn_pixels.write(begun, temperature, seed), temperature, lang)
                had_endings = wanted
        except Refusal as e:
            updates["problem"] = {"text": e.say(lang), "nothing": e.code == "pixels_no_prefix"}
        return updates, (had_digit, had_endings)

    return draw


def take(picture: str, drawing: str) -> tuple[tuple, vae.Small]:
    """(what tells the digit from others, the digit): the one that the visitor drew, else one that ships. Refusal if there is no such."""
    drawn = ink(drawing) if drawing else None
    made = None if drawn is None else vae_plane.drawing(drawn)
    if made is not None:
        return ("drawn", drawing), vae.Small(made, "digits")
    number = int(picture) if str(picture).isdecimal() else picture
    return ("digit", number), vae.picture("digits", number)


def painted(mask: str) -> np.ndarray | None:
    """784 times "0" or "1", in reading order, 1 where it was painted -> (28, 28) bool; None if it is anything else."""
    side = rnn_pixels.SIDE
    if len(str(mask)) != side * side or set(mask) - {"0", "1"}:
        return None
    return np.array([one == "1" for one in mask]).reshape(side, side)


def endings(begun: rnn_pixels.Begun, cover: str, written: rnn_pixels.Written, temperature: float, lang: str) -> dict:
    """What the play needs: pictures as 784 times 0 or 1, probabilities of white; and the words beside it."""
    return {
        "known": bits(begun.known), "truth": bits(begun.white), "first": begun.first,
        "endings": [
            {"white": bits(white), "p": [round(float(v), 6) for v in p.reshape(-1)], "nats": f"{nats:.1f}"}
            for white, p, nats in zip(written.white, written.p, written.nats, strict=True)
        ],
        "table": tables.written(begun, written, lang), "said": tables.said(begun, cover, written, lang),
        "notes": [note.say(lang) for note in rnn_pixels.notes(begun, temperature)],
    }  # fmt: skip


def bits(picture: np.ndarray) -> str:
    return "".join("1" if one else "0" for one in picture.reshape(-1))


def _tiles(lang: str) -> str:
    """Radio buttons, one a digit."""
    tile = (
        '<label class="thumb"><input type="radio" name="px-{lang}" value="{n}"{checked}>'
        '<img src="{src}" alt="{alt}" width="28" height="28"><span>{alt}</span></label>'
    )
    pictures = range(vae.subjects()["digits"].pictures)
    return "".join(
        tile.format(
            lang=lang, n=n, src=data_url(vae.picture("digits", n).shown), alt=escape(vae.picture_name("digits", n, lang)),
            checked=" checked" if n == vae.Case.picture else "",
        )
        for n in pictures
    )  # fmt: skip


def _covers(lang: str) -> str:
    button = '<button type="button" data-cover="{name}" aria-pressed="{pressed}">{word}</button>'
    names = [*rnn_pixels.COVERS, rnn_pixels.NOTHING]
    return "".join(
        button.format(name=n, pressed=str(n == names[0]).lower(), word=escape(say(f"pixels_cover_{n}", lang))) for n in names
    )
