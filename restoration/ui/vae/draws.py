"""The exhibit 'Reparameterisation': noise is drawn, stretched and shifted to the picture's own cloud, and decoded; gradients come back."""

from html import escape

import gradio as gr

from restoration.lab import vae_inside as inside
from restoration.ui.look import ASKED, component, heading
from restoration.ui.matrix import joined
from restoration.ui.picture import data_url
from restoration.ui.sight import exhibit, looks_at
from restoration.ui.text import say, unfilled
from restoration.ui.vae.bench import Bench

TITLE = "vae_in_draws"
WORDS = (
    "draw", "many", "again", "dice", "dice_note", "cloud", "decoded", "original", "middle", "all", "gradient", "gradient_intro",
    "with_trick", "without", "network", "formula", "stage", "whole_path",
)  # fmt: skip
FILLS = ("axis", "dim", "drawn", "checked", "no_path", "row_mean", "row_sigma", "empty", "alt", "loss")
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="draws" hidden>
  <div class="latent-set"><label class="choice">{network} <select></select></label>
    <span class="do"><button type="button" class="main" data-do="draw">{draw}</button>
    <button type="button" data-do="many">{many}</button><button type="button" data-do="again">{again}</button></span></div>
  <p class="scale-note note"></p>
  <div class="draw-stage" role="group" aria-label="{stage}">
    <figure><figcaption>{dice}</figcaption><svg class="dice" viewBox="0 0 220 220" aria-hidden="true"></svg></figure>
    <figure><figcaption>{cloud}</figcaption><svg class="cloud" viewBox="0 0 220 220" aria-hidden="true"></svg></figure>
    <figure class="pixels"><figcaption>{decoded}</figcaption><img class="now" alt=""></figure>
    <div class="beside pixels"><figure><img class="truth" alt="{original}"><figcaption>{original}</figcaption></figure>
      <figure><img class="middle" alt="{middle}"><figcaption>{middle}</figcaption></figure></div>
  </div>
  <p class="scale-note">{dice_note}</p>
  <div class="formulas" role="status" aria-label="{formula}"></div>
  <h3>{all}</h3><div class="strip pixels"></div>
  <h3>{gradient}</h3><p>{gradient_intro}</p>
  <div class="modes" role="group" aria-label="{gradient}">
    <button type="button" data-path="with" aria-pressed="true">{with_trick}</button>
    <button type="button" data-path="without" aria-pressed="false">{without}</button></div>
  <svg class="path" viewBox="0 0 520 156" role="img" aria-label="{whole_path}"></svg>
  <div class="wide-table"><table class="scores pulls"></table></div>
  <p class="verdict pull-said"></p>
</div>
"""


def build(lang: str) -> gr.HTML:
    heading("vae-draws", "vae_in_draws_title", "vae_in_draws_intro", lang)
    words = {name: escape(say(f"vae_draw_{name}", lang)) for name in WORDS} | {"waiting": escape(say("network_waiting", lang))}
    fills = {name: unfilled(f"vae_draw_{name}", lang) for name in FILLS}
    html = component(TEMPLATE.format(**words), "vae-draws", "vae/inside_draw.js", "vae/draws_plane.js", "vae/draws.js", words=fills)
    looks_at("vae_draw_look_1", "vae_draw_look_2", "vae_draw_look_3", lang=lang)
    return html


def wire(bench: Bench, html: gr.HTML) -> None:
    exhibit(bench, html, lambda desk, **chosen: value(desk, bench.lang, **chosen), "network", "batch", **ASKED)


def value(desk, lang: str, network: str = "", batch: int = 0) -> dict:
    clean, seed = desk.clean, desk.wanted.case.seed
    offered = inside.samplers(clean.subject)
    network = network if network in offered else offered[0]
    seen = inside.sample(clean, network, seed, batch)
    numbers = ("eps", "z", "to_z", "to_mean", "to_sigma")
    draws = [
        {**{key: getattr(seen, key)[n].round(4).tolist() for key in numbers}, "loss": round(float(seen.loss[n]), 3),
         "nudged": round(float(seen.nudged[n]), 4), "src": data_url(picture)}
        for n, picture in enumerate(seen.pictures)
    ]  # fmt: skip
    about = say("vae_draw_note_plane" if seen.size == 2 else "vae_draw_note_strong", lang, size=seen.size)
    return {
        "key": f"{desk.wanted.clean_key} {network} {seed}", "batch": batch, "network": network, "size": seen.size,
        "networks": [[name, say(f"vae_net_{name.replace('-', '_')}", lang)] for name in offered],
        "dims": [n + 1 for n in seen.dims], "mean": seen.mean.round(4).tolist(), "sigma": seen.sigma.round(4).tolist(),
        "cut": [0 if gradient is None else 1 for gradient in seen.cut], "by": seen.by,
        "draws": draws, "truth": data_url(clean.shown), "middle": data_url(seen.middle),
        "note": joined([about, say("vae_draw_seed", lang, seed=seed)], lang),
    }  # fmt: skip
