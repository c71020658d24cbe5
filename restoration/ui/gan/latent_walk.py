"""The walk of the Latent space panel: from one seed to another, straight and along the arc, and how far from the middle that leads."""

from html import escape

import numpy as np

from restoration.lab import gan_images
from restoration.ui.gan import latent_kinds
from restoration.ui.look import component
from restoration.ui.picture import file, png
from restoration.ui.text import say, unfilled

SEEDS = (4, 9)
CHOSEN = ("subject", "seeds")
FILLS = ("play", "pause", "frame", "length", "band", "alt", "line", "sphere", "along")
MORE = '<span class="seeds">{inputs}<button type="button" class="others">{others}</button></span>'
SEED = '<label>{label} <input type="number" min="0" max="9999" step="1" value="{value}"></label>'
TEMPLATE = """
{choice}
<p class="status running waiting">{waiting}</p>
<div class="gan-walk" hidden>
  <div class="film-set"><button type="button" class="play">{play}</button>
    <label><span class="sr">{slide}</span><input class="way" type="range" min="0" max="{last}" step="1" value="0"></label>
    <output></output></div>
  <div class="gan-walk-views">
    <figure class="line"><canvas role="img"></canvas><figcaption><b>{line}</b><span></span></figcaption></figure>
    <figure class="sphere"><canvas role="img"></canvas><figcaption><b>{sphere}</b><span></span></figcaption></figure>
    <figure class="lengths"><svg viewBox="0 0 460 260" role="img" aria-label="{lengths}"></svg><figcaption>{lengths}</figcaption></figure>
  </div>
  <ul class="latent-said gan-walk-said"></ul>
</div>
"""


def build(lang: str):
    labels = (say(f"gan_walk_{key}", lang) for key in ("first", "last"))
    inputs = "".join(SEED.format(label=escape(label), value=seed) for label, seed in zip(labels, SEEDS, strict=True))
    words = {key: escape(say(f"gan_walk_{key}", lang)) for key in ("play", "slide", "line", "sphere", "lengths")}
    choice = latent_kinds.choice(lang, MORE.format(inputs=inputs, others=escape(say("gan_plane_others", lang))))
    html = TEMPLATE.format(choice=choice, waiting=escape(say("network_waiting", lang)), last=gan_images.FRAMES - 1, **words)
    fills = {key: unfilled(f"gan_walk_{key}", lang) for key in FILLS}
    return component(html, "gan-walk", "vae/inside_draw.js", "gan/latent_walk.js", words=fills)


def draw(lang: str):
    def answer(shown, subject=None, seeds=None):
        subject, seeds = latent_kinds.subject_of(subject), latent_kinds.seeds_of(seeds, SEEDS)[:2]
        key = (subject, *seeds)
        return ({}, shown) if shown == key else ({"value": value(subject, seeds, lang)}, key)

    return answer


def value(subject: str, seeds: tuple, lang: str) -> dict:
    way = gan_images.walk(subject, seeds[0], seeds[-1])
    ways = {"line": way.line, "sphere": way.sphere}
    strips = np.concatenate([gan_images.sheet(each.pictures, gan_images.FRAMES) for each in ways.values()])
    return {
        "subject": subject,
        "frames": gan_images.FRAMES,
        "strips": file(png(strips, "walk")),
        "lengths": {name: each.lengths for name, each in ways.items()},
        "reads": {name: [latent_kinds.reads(r, lang) for r in each.reads or []] for name, each in ways.items()},
        "usual": way.usual,
        "spread": way.spread,
        "said": [escape(sentence) for sentence in said(subject, way, lang)],
    }


def said(subject: str, way: gan_images.Walk, lang: str) -> list[str]:
    half = gan_images.FRAMES // 2
    words = {"usual": f"{way.usual:.1f}", "low": f"{way.usual - 2 * way.spread:.1f}", "high": f"{way.usual + 2 * way.spread:.1f}",
             "count": way.dimensions, "line": f"{way.line.lengths[half]:.1f}", "sphere": f"{way.sphere.lengths[half]:.1f}",
             "share": latent_kinds.share(way.line.nearer[half], lang)}  # fmt: skip
    sentences = [say("gan_walk_said_half", lang, **words), say("gan_walk_said_shell", lang, **words)]
    if middles := gan_images.middles(subject):
        percent = {name: f"{100 * part:.0f}" for name, part in middles.items()}
        sentences.append(say("gan_walk_said_sure", lang, pairs=gan_images.PAIRS, **percent))
    return [*sentences, say("gan_walk_said_smooth", lang)]
