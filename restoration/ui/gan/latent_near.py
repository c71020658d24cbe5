"""Did it learn by heart? Each sample beside its nearest training picture, or its distance where that picture must not ship."""

from html import escape
from statistics import median

from restoration.lab import gan_images
from restoration.studies import gan_near
from restoration.ui.gan import latent_kinds
from restoration.ui.look import component
from restoration.ui.matrix import made
from restoration.ui.picture import file, png
from restoration.ui.text import say, unfilled

CHOSEN = ("subject",)
GROUPS = ("own", "held", "moved")
TEMPLATE = """
{choice}
<p class="status running waiting">{waiting}</p>
<div class="gan-near" hidden>
  <p class="verdict gan-near-verdict"></p>
  <div class="gan-tiles" role="radiogroup" aria-label="{samples}"></div>
  <div class="gan-near-views">
    <div class="gan-pair">
      <figure><i class="sample"></i><figcaption></figcaption></figure>
      <figure><i class="nearest"></i><figcaption></figcaption></figure>
    </div>
    <figure class="apart"><svg viewBox="0 0 560 236" role="img" aria-label="{apart}"></svg><figcaption>{apart}</figcaption></figure>
  </div>
  <ul class="latent-said gan-near-said"></ul>
  <p class="scale-note gan-near-made"></p>
</div>
"""


def build(lang: str):
    words = {key: escape(say(f"gan_near_{key}", lang)) for key in ("samples", "apart")}
    html = TEMPLATE.format(choice=latent_kinds.choice(lang), waiting=escape(say("network_waiting", lang)), **words)
    fills = {key: unfilled(f"gan_near_{key}", lang) for key in ("seed", "sample", "shown", "named", "axis", *GROUPS)}
    return component(html, "gan-near", "vae/inside_draw.js", "gan/latent_near.js", words=fills)


def draw(lang: str):
    def answer(shown, subject=None):
        subject = latent_kinds.subject_of(subject)
        return ({}, shown) if shown == subject else ({"value": value(subject, lang)}, subject)

    return answer


def value(subject: str, lang: str) -> dict:
    near, name = gan_near.read(subject), gan_images.NETWORKS[subject]
    source = {**near.made, "weights": {name: near.made["weights"][name]}}
    samples = gan_images.sheet(gan_images.invent(subject, range(gan_near.COUNT)), gan_near.COUNT)
    return {
        "subject": subject,
        "samples": file(png(samples, "samples")),
        "nearest": f"data:image/png;base64,{near.sheet}" if near.sheet else "",
        "numbers": near.nearest,
        "labels": near.labels,
        "apart": {group: getattr(near, group) for group in GROUPS},
        "verdict": escape(verdict(near, lang)),
        "said": [escape(sentence) for sentence in said(subject, near, lang)],
        "made": escape(made(source, lang)),
    }


def verdict(near: gan_near.Near, lang: str) -> str:
    """Whether the samples lie as near as copies would."""
    own, held, moved = (median(getattr(near, group)) for group in GROUPS)
    copies, unseen = (sum(apart <= max(near.moved) for apart in group) for group in (near.own, near.held))
    key = "gan_near_heart" if own <= (held + moved) / 2 else "gan_near_some" if copies > unseen else "gan_near_not"
    return say(key, lang, own=f"{own:.0f}", held=f"{held:.0f}", moved=f"{moved:.0f}", copies=copies, count=len(near.own))


def said(subject: str, near: gan_near.Near, lang: str) -> list[str]:
    pictures = f"{near.train:,}"
    sentences = [say("gan_near_said_pixels", lang, train=pictures), say("gan_near_said_held", lang, count=len(near.held))]
    if near.variants > 1:
        sentences.append(say("gan_near_said_variants", lang, variants=near.variants))
    return [*sentences, say("gan_near_said_ships" if near.sheet else "gan_near_said_not", lang)]
