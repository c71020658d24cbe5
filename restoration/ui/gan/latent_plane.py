"""The plane of the Latent space panel: a slice through the noise as a sheet of pictures, and what lies at any place of it."""

from html import escape

from restoration.lab import gan_images
from restoration.ui.gan import latent_kinds
from restoration.ui.look import component
from restoration.ui.picture import data_url, file, png
from restoration.ui.text import say, unfilled

SEEDS = (1, 2, 3)
CHOSEN = ("subject", "seeds", "x", "y")
MORE = """
<span class="modes" role="group" aria-label="{through}"><button type="button" data-through="2" aria-pressed="true">{two}</button>
  <button type="button" data-through="3" aria-pressed="false">{three}</button></span>
<span class="seeds" role="group" aria-label="{seeds}"><span>{seeds}</span>{inputs}
  <button type="button" class="others">{others}</button></span>
"""
SEED = '<input type="number" min="0" max="9999" step="1" value="{value}" aria-label="{label}"{hidden}>'
TEMPLATE = """
{choice}
<p class="status running waiting">{waiting}</p>
<div class="gan-plane" hidden>
  <p class="scale-note">{how}</p>
  <div class="gan-plane-views">
    <svg class="gan-map" viewBox="0 0 1000 1000" tabindex="0" role="application" aria-label="{map}"></svg>
    <div class="gan-here" role="group" aria-label="{here}">
      <canvas class="gan-large" role="img"></canvas>
      <p class="gan-at"></p><p class="scale-note gan-says" role="status"></p>
    </div>
  </div>
  <ul class="latent-said gan-plane-said"></ul>
</div>
"""


def build(lang: str):
    seed = escape(say("gan_seed_n", lang))
    inputs = "".join(
        SEED.format(value=s, label=f"{seed} {n + 1}", hidden=" hidden" if n == 2 else "") for n, s in enumerate(SEEDS)
    )
    words = {key: escape(say(f"gan_plane_{key}", lang)) for key in ("through", "two", "three", "seeds", "others", "how", "map", "here")}
    choice = latent_kinds.choice(lang, MORE.format(inputs=inputs, **words))
    html = TEMPLATE.format(choice=choice, waiting=escape(say("network_waiting", lang)), **words)
    fills = {key: unfilled(f"gan_plane_{key}", lang) for key in ("at", "edge", "alt")}
    return component(html, "gan-plane", "vae/inside_draw.js", "gan/latent_plane.js", place=None, words=fills)


def draw(lang: str):
    """The answer to the page. Its sheet is sent when it is another one, what lies at the place each time."""

    def answer(shown, subject=None, seeds=None, x=None, y=None):
        subject, seeds = latent_kinds.subject_of(subject), latent_kinds.seeds_of(seeds, SEEDS[:2])
        key, updates = (subject, *seeds), {}
        if shown != key:
            found = gan_images.plane_of(subject, seeds)
            updates["value"] = value(found, lang)
            x, y = found.marks[0] if x is None or y is None else (x, y)
        elif x is None or y is None:  # the plane came into sight again, and nothing was chosen on it
            return {}, shown
        place = gan_images.look(subject, seeds, number(x), number(y))
        updates["place"] = {"key": repr(key), "at": place.at, "src": data_url(place.picture), "said": said(place, lang)}
        return updates, key

    return answer


def number(asked: object) -> float:
    """A coordinate from the page; the middle for what is none."""
    return float(asked) if isinstance(asked, (int, float)) and asked == asked else 0.0


def value(found: gan_images.Plane, lang: str) -> dict:
    words = {"count": found.dimensions, "usual": f"{found.usual:.1f}", "low": f"{found.usual - 2 * found.spread:.1f}",
             "high": f"{found.usual + 2 * found.spread:.1f}", "foot": f"{found.foot:.1f}"}  # fmt: skip
    third = "gan_plane_said_middle" if len(found.seeds) == 2 else "gan_plane_said_three"
    return {
        "key": repr((found.subject, *found.seeds)),
        "subject": found.subject,
        "seeds": found.seeds,
        "limit": found.limit,
        "foot": found.foot,
        "ring": found.ring,
        "marks": found.marks,
        "grid": gan_images.GRID,
        "sheet": file(png(found.sheet, "plane")),
        "said": [escape(say(key, lang, **words)) for key in ("gan_plane_said_ring", third, "gan_plane_said_only")],
    }


def said(place: gan_images.Place, lang: str) -> str:
    sentences = [say("gan_plane_nearer", lang, share=latent_kinds.share(place.nearer, lang))]
    if place.reads:
        sentences.append(latent_kinds.reads(place.reads, lang))
    return " ".join(sentences)
