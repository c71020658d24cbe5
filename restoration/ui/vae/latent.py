"""The Latent space panel of the VAE's page: the plane of digits, the film of how it was learned, and codes of more dimensions."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration.studies import vae_plane
from restoration.ui.look import ASKED, READ
from restoration.ui.sight import answer
from restoration.ui.text import say
from restoration.ui.vae import codes, plane
from restoration.ui.vae.bench import Bench


@dataclass(frozen=True)
class Panel:
    plane: gr.HTML
    film: gr.HTML
    slide: gr.HTML
    walk: gr.HTML
    sums: gr.HTML
    shown: tuple  # a gr.State for each: what it shows, so that nothing is sent twice


def build(lang: str) -> Panel:
    _heading("plane", lang, count=vae_plane.COUNT)
    the_plane = plane.build(lang)
    _heading("film", lang, count=vae_plane.COUNT)
    the_film = plane.build_film(lang)
    _heading("slide", lang)
    slide = codes.build_slide(lang)
    _heading("walk", lang)
    walk = codes.build_walk(lang)
    _heading("sums", lang)
    sums = codes.build_sums(lang)
    return Panel(the_plane, the_film, slide, walk, sums, tuple(gr.State(None) for _ in range(5)))


def _heading(name: str, lang: str, **values) -> None:
    title, intro = say(f"vae_{name}_title", lang), say(f"vae_{name}_intro", lang, **values)
    gr.HTML(f'<h2 class="step" id="latent-{name}">{escape(title)}</h2><p>{escape(intro)}</p>', apply_default_css=False)


def wire(bench: Bench, panel: Panel) -> None:
    lang, (on_plane, in_film, on_slide, on_walk, in_sums) = bench.lang, panel.shown
    answer(bench, panel.plane, on_plane, plane.draw(lang), "beta", "drawing", **READ)
    answer(bench, panel.film, in_film, plane.draw_film(lang), **READ)
    answer(bench, panel.slide, on_slide, codes.draw_slide(lang), "subject", "offsets", **ASKED)
    answer(bench, panel.walk, on_walk, codes.draw_walk(lang), "subject", "first", "last", **ASKED)
    answer(bench, panel.sums, in_sums, codes.draw_sums(lang), "digit", "minus", "plus", **ASKED)
