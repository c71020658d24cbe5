"""Before and after: two pictures under a divider that mouse, finger and arrow keys move, or side by side."""

from html import escape

import gradio as gr

from restoration import lab
from restoration.ui.desk import Desk, Outcome
from restoration.ui.picture import file, png, script
from restoration.ui.text import say

TEMPLATE = """
<div class="compare" data-mode="slide" hidden>
  <div class="stage">
    <figure class="right"><img alt=""><figcaption></figcaption></figure>
    <figure class="left"><img alt=""><figcaption></figcaption></figure>
    <div class="seam" aria-hidden="true"></div>
    <input type="range" min="0" max="100" step="1" value="50" aria-label="{range}">
  </div>
  <div class="under">
    <div class="modes" role="group" aria-label="{pair}">
      <button type="button" data-set="slide" aria-pressed="true">{slide}</button>
      <button type="button" data-set="side" aria-pressed="false">{side}</button>
    </div>
    <p><span class="hint">{hint}</span> <span class="scale"></span></p>
  </div>
</div>
"""


def build(lang: str) -> gr.HTML:
    keys = {"range": "compare_range", "pair": "pair", "slide": "slide", "side": "side", "hint": "compare_hint"}
    words = {name: escape(say(key, lang)) for name, key in keys.items()}
    return gr.HTML(
        None,
        html_template=TEMPLATE.format(**words),
        js_on_load=script("compare.js"),
        apply_default_css=False,
        elem_id="compare",
        zoomed=say("zoomed", lang, scale="{scale}"),
        shrunk=say("shrunk", lang),
    )


def value(desk: Desk, outcome: Outcome | None, lang: str) -> dict:
    """All pictures there are; the browser shows the two that are asked for, so that changing the pair is instant."""
    ruined, case = desk.ruined, desk.wanted.case
    shown = ruined.shown
    height, width = shown.shape[:2]
    what = what_of(desk, lang)
    damage = ", ".join(name_of(lab.damages()[name], lang) for name, _ in ruined.steps)
    name = say("as_it_came" if desk.wanted.as_is else "damaged", lang)
    alt = what if desk.wanted.as_is else say("alt_damaged", lang, what=what, damage=damage)
    pictures = {"damaged": _picture(shown, name, alt)}
    if desk.clean is not None:
        pictures["clean"] = _picture(desk.clean.shown[:height, :width], say("original", lang), what)
    for kind, made in (("restored", outcome and outcome.mended), ("yardstick", outcome and outcome.yardstick)):
        if made:
            name = say("restored", lang) if kind == "restored" else name_of(made, lang)
            alt = say("alt_restored", lang, what=what, method=name_of(made, lang))
            pictures[kind] = _picture(made.shown, name, alt, f"kintsugi-{kind}")
    return {"pictures": pictures, "pair": case.pair, "width": width, "height": height}


def _picture(array, name: str, alt: str, filename: str = "picture") -> dict:
    return {"file": file(png(array, filename)), "name": name, "alt": alt}


def what_of(desk: Desk, lang: str) -> str:
    """What the picture in the lab shows, in words."""
    sample = lab.samples().get(desk.shot.name)
    if sample is None:
        return say("alt_own", lang)
    return sample.alt_en if lang == "en" else sample.alt_zh


def name_of(thing, lang: str) -> str:
    """The name of a damage, a method, a network or a row of scores."""
    return thing.en if lang == "en" else thing.zh
