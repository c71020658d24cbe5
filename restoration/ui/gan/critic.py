"""The exhibit 'The critic's eye': what the judge of the repairs says about every part of the original, of the damaged picture and of both
repairs, and what one of its answers sees."""

import json
import math
from html import escape

import gradio as gr

from restoration.lab import gan_repair
from restoration.ui.gan.bench import Bench
from restoration.ui.look import ASKED, component, heading
from restoration.ui.picture import file, png
from restoration.ui.sight import answer, looks_at
from restoration.ui.text import say, unfilled

TITLE = "gan_in_critic"
NAMES = {"truth": "original", "damaged": "gan_critic_given", "faithful": "gan_b_cnn", "sharp": "gan_b_gan"}  # picture -> key of its name
WORDS = ("map", "board", "key_repair", "key_photo", "key_unsure", "sees", "sees_note", "numbers", "honest")
FILLS = ("here", "outside")
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="critic" hidden>
  <label class="gan-shade"><input type="checkbox" checked> <span>{map}</span></label>
  <div class="critic-key" aria-hidden="true"><span>{key_repair}</span><i></i><span>{key_photo}</span></div>
  <p class="scale-note">{key_unsure}</p>
  <div class="critic-maps" tabindex="0" role="group" aria-label="{board}"></div>
  <h3>{sees}</h3><p class="scale-note">{sees_note}</p>
  <div class="critic-sees"></div>
  <h3>{numbers}</h3><div class="wide-table"><table class="scores"></table></div>
  <ul class="latent-said"></ul>
  <p class="scale-note">{honest}</p>
</div>
"""


def build(lang: str) -> gr.HTML:
    heading("gan-critic", "gan_critic_title", "gan_critic_intro", lang)
    words = {name: escape(say(f"gan_critic_{name}", lang)) for name in WORDS} | {"waiting": escape(say("network_waiting", lang))}
    fills = {name: unfilled(f"gan_critic_{name}", lang) for name in FILLS}
    html = component(TEMPLATE.format(**words), "gan-critic", "gan/critic.js", words=fills)
    looks_at("gan_critic_look_1", "gan_critic_look_2", "gan_critic_look_3", lang=lang)
    return html


def wire(bench: Bench, html: gr.HTML) -> None:
    def drawn(desk, seen):
        wanted = bench.key(desk)
        return ({}, seen) if seen == wanted else ({"value": value(desk, wanted, bench.lang)}, wanted)

    answer(bench, html, gr.State(None), drawn, **ASKED)


def value(desk, key: tuple, lang: str) -> dict:
    eyes = gan_repair.eyes(desk.clean, desk.ruined, gan_repair.remembered(key))
    height, width = eyes.pictures["truth"][0].shape[:2]
    names = {name: say(word, lang) for name, word in NAMES.items()}
    pictures = {
        name: {"file": file(png(shown)), "name": names[name], "alt": say("gan_critic_alt", lang, name=names[name])}
        for name, (shown, _) in eyes.pictures.items()
    }
    found = {name: judgement for name, (_, judgement) in eyes.pictures.items()}
    field = eyes.field
    return {
        "pictures": pictures, "width": width, "height": height, "field": [field.side, field.step, field.start],
        "maps": json.dumps({name: judgement.belief.round(3).tolist() for name, judgement in found.items()}),
        "asked": json.dumps(found["truth"].asked.astype(int).tolist()), "table": table(found, names, lang),
        "said": said(found, eyes.holes, lang),
    }  # fmt: skip


def table(found: dict, names: dict, lang: str) -> str:
    head = "".join(f'<th scope="col">{escape(say(f"gan_critic_{key}", lang))}</th>' for key in ("picture", "mean", "share"))
    rows = []
    for name, judgement in found.items():
        cells = ["–", "–"] if math.isnan(judgement.mean) else [f"{judgement.mean:.2f}", f"{100 * judgement.share:.0f} %"]
        rows.append(f'<tr><th scope="row">{escape(names[name])}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>')
    caption = escape(say("gan_critic_caption", lang, places=int(found["truth"].asked.sum())))
    return f"<caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody>"


def said(found: dict, holes: bool, lang: str) -> list[str]:
    """What the numbers say, computed from them."""
    means = {name: judgement.mean for name, judgement in found.items()}
    if math.isnan(means["truth"]):
        return [say("gan_critic_no_hole", lang)]
    scores = {name: f"{mean:.2f}" for name, mean in means.items()}
    gap = means["truth"] - means["sharp"]
    key = "gan_critic_tells" if gap > 0.1 else "gan_critic_unsure" if gap > -0.05 else "gan_critic_fooled"
    lead = means["sharp"] - means["faithful"]
    key_2 = "gan_critic_cnn_lower" if lead > 0.05 else "gan_critic_cnn_alike" if lead > -0.05 else "gan_critic_cnn_higher"
    lines = [say(key, lang, **scores), say(key_2, lang, **scores)]
    if holes:
        lines.append(say("gan_critic_holes", lang))
    return lines
