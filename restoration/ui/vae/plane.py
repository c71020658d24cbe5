"""The plane of the Latent space panel: digits on a map of two dimensions, decoded in the page, and the film of how it was learned."""

import base64
import io
import math
from functools import lru_cache
from html import escape

import numpy as np
from PIL import Image

from restoration.lab import vae
from restoration.studies import vae_film, vae_plane
from restoration.ui.look import component
from restoration.ui.matrix import made
from restoration.ui.picture import data_url
from restoration.ui.text import say, unfilled

TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="vae-plane" hidden>
  <div class="latent-set">
    <span class="modes betas" role="group" aria-label="{beta}"></span>
    <span class="modes" role="group" aria-label="{show}">
      <button type="button" data-show="points" aria-pressed="true">{points}</button>
      <button type="button" data-show="grid" aria-pressed="false">{grid}</button></span>
  </div>
  <div class="plane-views">
    <div class="plane-map"><canvas class="map" tabindex="0" role="application" aria-label="{map}"></canvas>
      <div class="numerals legend" role="group" aria-label="{legend}"></div>
      <p class="edge warn" role="status"></p></div>
    <div class="plane-seen">
      <figure class="large"><canvas class="seen" width="28" height="28" role="img"></canvas>
        <figcaption class="z" aria-live="polite"></figcaption></figure>
      <figure class="small"><canvas class="near" width="28" height="28" aria-hidden="true"></canvas><figcaption>{near}</figcaption></figure>
      <p class="scale-note about-near"></p>
    </div>
  </div>
  <figure class="path" hidden><canvas class="strip" width="336" height="28" aria-hidden="true"></canvas>
    <figcaption>{path}</figcaption></figure>
  <h3>{yours}</h3>
  <div class="plane-own">
    <div class="board-own"><p>{board}</p><canvas width="112" height="112" role="img" aria-label="{board_label}"></canvas>
      <button type="button">{wipe}</button></div>
    <div><ul class="landed"></ul><p class="scale-note landed-notes" role="status"></p></div>
  </div>
  <h3>{numbers}</h3>
  <ul class="latent-said plane-said"></ul>
  <div class="matrix-box table" tabindex="0" role="region" aria-label="{numbers}"></div>
</div>
"""
WORDS = ("beta", "show", "points", "grid", "map", "legend", "near", "path", "yours", "board", "board_label", "wipe", "numbers")
FILLS = ("class", "here", "seen", "nearest", "nearest_plain", "edge")
COLUMNS = ("beta", "reconstruction", "kl", "spread", "overlap", "holes")
PLAIN = "0"  # the beta of a plain autoencoder


def build(lang: str):
    words = {key: escape(say(f"vae_plane_{key}", lang)) for key in WORDS} | {"waiting": escape(say("network_waiting", lang))}
    fills = {key: unfilled(f"vae_plane_{key}", lang) for key in FILLS}
    scripts = ("latent_draw.js", "vae/plane_net.js", "vae/plane_draw.js", "vae/drawing_board.js", "vae/plane.js")
    return component(TEMPLATE.format(**words), "vae-plane", *scripts, landed=None, words=fills)


def draw(lang: str):
    """The answer to the page. Its map is sent when another is chosen, what lies on it each time."""

    def answer(desk, shown, beta="1", drawing=""):
        beta = beta if beta in list(vae_plane.BETAS) else "1"
        study = vae_plane.read()
        updates = {"landed": landed(desk, vae_plane.landscape(study, beta), ink(drawing), lang)}
        if shown != beta:
            updates["value"] = value(study, beta, lang)
        return updates, beta

    return answer


def value(study: vae_plane.Study, beta: str, lang: str) -> dict:
    """One map."""
    found = vae_plane.landscape(study, beta)
    return {
        "beta": beta,
        "betas": [[b, escape(say("vae_plane_b", lang, beta=b))] for b in vae_plane.BETAS],
        "limit": found.limit,
        "points": np.concatenate([found.codes, found.logvars], 1).tolist(),
        "decoder": vae_plane.decoder(beta),
        "sheet": sheet(),
        "said": [escape(sentence) for sentence in said(study, found, lang)],
        "table": table(study, beta, lang),
    }


@lru_cache(maxsize=1)
def sheet() -> str:
    return grey_url(vae_plane.sheet())


def grey_url(picture: np.ndarray) -> str:
    """uint8 (H, W) -> a PNG as a data URL."""
    data = io.BytesIO()
    Image.fromarray(picture).save(data, format="PNG", optimize=True)
    return f"data:image/png;base64,{base64.b64encode(data.getvalue()).decode()}"


def said(study: vae_plane.Study, found: vae_plane.Map, lang: str) -> list[str]:
    """What to look for, from the numbers."""
    key = "holes" if found.holes > 0.5 else "overlap" if found.overlap >= max(m.overlap for m in study.maps.values()) else "even"
    words = {"spread": f"{found.spread:.1f}", "holes": round(100 * found.holes), "overlap": round(100 * found.overlap)}
    words["beta"] = found.beta
    sentences = [say(f"vae_look_{key}", lang, **words)]
    if found.beta == PLAIN:
        return [*sentences, say("vae_look_point", lang)]
    total = f"{found.reconstruction + found.kl:.1f}"
    return [*sentences, say("vae_look_price", lang, reconstruction=f"{found.reconstruction:.1f}", kl=f"{found.kl:.1f}", sum=total)]


def table(study: vae_plane.Study, beta: str, lang: str) -> str:
    """The numbers of all maps, the one that is shown marked."""
    heads = "".join(f'<th scope="col">{escape(say(f"vae_plane_c_{key}", lang))}</th>' for key in COLUMNS)
    rows = []
    for m in study.maps.values():
        kl = f"{m.kl:.1f}" if m.beta != PLAIN else "–"
        cells = [f"{m.reconstruction:.1f}", kl, f"{m.spread:.2f}", f"{100 * m.overlap:.0f} %", f"{100 * m.holes:.0f} %"]
        mark = ' class="network" aria-current="true"' if m.beta == beta else ""
        rows.append(f'<tr{mark}><th scope="row">{m.beta}</th>' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    words = {"count": vae_plane.COUNT, "radius": vae_plane.RADIUS, "ideal": f"{100 * study.ideal_holes:.0f}"}
    caption = escape(f"{say('vae_plane_caption', lang, **words)} {made(study.made, lang)}")
    return f'<table class="scores"><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


# What of the visitor's lies on the map


def ink(url: object) -> np.ndarray | None:
    """The board's PNG as (BOARD, BOARD) in [0, 1]; None if it is not one."""
    try:
        data = base64.b64decode(str(url).partition("base64,")[2], validate=True)
        with Image.open(io.BytesIO(data), formats=("PNG",)) as image:
            if image.size != (vae_plane.BOARD, vae_plane.BOARD):
                return None
            return np.asarray(image.convert("L"), np.float32) / 255
    except (ValueError, OSError, SyntaxError):
        return None


def landed(desk, found: vae_plane.Map, drawn: np.ndarray | None, lang: str) -> dict:
    marks, notes = [], []
    if desk.clean.subject == "digits":
        marks = [mark("clean", desk.clean.array, found, lang), mark("damaged", desk.ruined.array, found, lang)]
    else:
        notes.append(say("vae_plane_no_digit", lang))
    drawing = None if drawn is None else vae_plane.drawing(drawn)
    if drawing is not None:
        marks.append(mark("drawn", drawing, found, lang))
        notes.append(say("vae_plane_centred", lang))
    return {"marks": marks, "notes": notes}


def mark(who: str, picture: np.ndarray, found: vae_plane.Map, lang: str) -> dict:
    mean, logvar = vae_plane.posterior(found.beta, picture)
    name = escape(say(f"vae_plane_{who}", lang))
    if found.beta == PLAIN:
        logvar, says = None, say("vae_plane_says_plain", lang, mean=pair(mean))
    else:
        says = say("vae_plane_says", lang, mean=pair(mean), logvar=pair(logvar), sigma=pair([math.exp(v / 2) for v in logvar]))
    if max(map(abs, mean)) > found.limit:
        says += say("comma", lang) + say("vae_plane_beyond", lang)
    return {"who": who, "name": name, "src": data_url(vae.show(picture)), "mean": mean, "logvar": logvar, "says": escape(says)}


def pair(values: list) -> str:
    return f"({', '.join(f'{v:.2f}' for v in values)})".replace("-", "−")


# The film

FILM = """
<p class="status running waiting">{waiting}</p>
<div class="film" hidden>
  <div class="film-set"><button type="button" class="play">{play}</button>
    <label><span class="sr">{moment}</span><input type="range" min="0" max="11" step="1"></label><output></output></div>
  <div class="film-views">
    <div class="plane-map"><canvas class="map" role="img" aria-label="{map}"></canvas>
      <div class="numerals legend" role="group" aria-label="{legend}"></div></div>
    <figure><canvas class="decoded" role="img" aria-label="{decoded}"></canvas><figcaption>{decoded}</figcaption></figure>
  </div>
  <p class="verdict film-said" role="status"></p>
</div>
"""


def build_film(lang: str):
    words = {key: escape(say(f"vae_film_{key}", lang)) for key in ("play", "moment", "map")}
    words["decoded"] = escape(say("vae_film_decoded", lang, reach=f"{vae_film.REACH:.0f}"))
    words |= {"legend": escape(say("vae_plane_legend", lang)), "waiting": escape(say("network_waiting", lang))}
    fills = {key: say(f"vae_film_{key}", lang) for key in ("play", "pause")} | {"class": unfilled("vae_plane_class", lang)}
    scripts = ("latent_draw.js", "vae/plane_net.js", "vae/plane_draw.js", "vae/film.js")
    return component(FILM.format(**words), "vae-film", *scripts, words=fills)


def draw_film(lang: str):
    def answer(_, shown):
        return ({}, shown) if shown else ({"value": film(lang)}, True)

    return answer


def film(lang: str) -> dict:
    found = vae_film.read()
    steps = [f"{step:,}" for step in found.steps]
    return {
        "steps": [say("vae_film_step", lang, step=step) for step in steps],
        "codes": found.codes,
        "limit": 4,
        "side": vae_film.GRID * 28,
        "sheet": f"data:image/png;base64,{found.sheet}",
        "said": [film_said(step, numbers, lang) for step, numbers in zip(steps, found.numbers, strict=True)],
    }


def film_said(step: str, numbers: dict, lang: str) -> str:
    words = {key: f"{numbers[key]:.1f}" for key in ("reconstruction", "kl")}
    return say("vae_film_said", lang, step=step, overlap=round(100 * numbers["overlap"]), **words)

