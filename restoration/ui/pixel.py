"""The exhibit 'What did this pixel look at?': click the repair, see what that pixel depends on."""

from html import escape

import gradio as gr

from restoration import lab
from restoration.ui.desk import Desk, key
from restoration.ui.look import component
from restoration.ui.picture import file, png
from restoration.ui.text import say

RADII = (4, 8, 16, 32)  # of the table
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="pixel" hidden>
  <p class="verdict pixel-says" role="status"></p>
  <div class="pixel-views">
    <figure><div class="pick pixels" tabindex="0" role="application" aria-label="{pick}">
      <img data-kind="restored" alt=""><i class="box"></i><i class="ring"></i><i class="cross"></i>
    </div><p class="scale-note"><b class="where"></b> {hint}</p></figure>
    <figure><div class="field pixels"><img alt=""><i class="ring"></i><i class="cross"></i></div>
      <div class="modes" role="group" aria-label="{scale}">
        <button type="button" data-heat="log" aria-pressed="true">{log}</button>
        <button type="button" data-heat="linear" aria-pressed="false">{linear}</button>
      </div><p class="scale-note"><span class="scale-bar" aria-hidden="true"></span><span class="heat-note"></span> {outside}</p></figure>
  </div>
  <div class="pixel-views">
    <div class="zooms pixels">{zooms}</div>
    <table class="scores"><caption>{caption}</caption><thead><tr><th scope="col">{radius}</th><th scope="col">{share}</th></tr></thead>
    <tbody></tbody></table>
  </div>
</div>
"""
ZOOM = '<figure><div class="zoom"><img data-kind="{kind}" alt=""><i class="cross"></i></div><figcaption></figcaption></figure>'


def build(lang: str) -> gr.HTML:
    keys = ("pick", "hint", "scale", "log", "linear", "outside", "caption", "radius", "share")
    words = {name: escape(say(f"pixel_{name}", lang)) for name in keys}
    zooms = "".join(ZOOM.format(kind=kind) for kind in ("damaged", "restored", "taken", "heat"))
    template = TEMPLATE.format(waiting=escape(say("network_waiting", lang)), zooms=zooms, **words)
    return component(template, "pixel", "pick.js", "pixel.js", where=say("pixel_where", lang, x="{x}", y="{y}"))


def value(desk: Desk, mended: lab.Mended, x: int, y: int, what: str, lang: str) -> dict:
    """x, y: the pixel, from the left and from the top. what: the picture in words."""
    height, width = mended.array.shape[:2]
    seen = lab.look_from(mended, row=y, column=x)
    tall, wide = seen.weight.shape
    top, left, bottom, right = seen.box
    most = seen.radius()
    rows = sorted({radius: seen.share(radius) for radius in (*RADII, most)}.items())
    return {
        "key": str(hash(key(desk))),
        "x": x, "y": y, "width": width, "height": height,
        "pictures": _pictures(desk, mended, what, lang),
        "heat": {kind: _heat(seen, kind, lang) for kind in ("log", "linear")},
        "name": say("pixel_heat", lang),
        "alt": say("pixel_alt", lang, x=x, y=y),
        "part": {"x": seen.left, "y": seen.top, "width": wide, "height": tall},
        "field": {"x": left, "y": top, "width": right - left + 1, "height": bottom - top + 1},
        "radius": most,
        "rows": [{"radius": radius, "share": f"{100 * share:.1f} %", "marked": radius == most} for radius, share in rows],
        "sentence": sentence(seen, width, height, lang) + (say("pixel_tiles", lang) if lab.mended_in_tiles(mended) else ""),
    }  # fmt: skip


def _pictures(desk: Desk, mended: lab.Mended, what: str, lang: str) -> dict:
    arrays = {
        "damaged": desk.ruined.shown,
        "restored": mended.shown,
        "taken": lab.difference_picture(lab.full_size(desk.ruined) - mended.array),
    }
    names = {"damaged": "as_it_came" if desk.wanted.as_is else "damaged", "restored": "restored", "taken": "residual_taken"}
    pictures = {}
    for kind, array in arrays.items():
        name = say(names[kind], lang)
        pictures[kind] = {"file": file(png(array)), "name": name, "alt": say("residual_alt", lang, name=name, what=what)}
    return pictures


def _heat(seen, kind: str, lang: str) -> dict:
    return {"file": file(png(lab.heat_picture(seen, log=kind == "log"))), "note": say(f"pixel_{kind}_note", lang)}


def sentence(seen, width: int, height: int, lang: str) -> str:
    """What the numbers say, computed from them."""
    top, left, bottom, right = seen.box
    field = {"width": right - left + 1, "height": bottom - top + 1}
    could = min(seen.row - top, bottom - seen.row, seen.column - left, right - seen.column)
    radius = seen.radius()
    said = say("pixel_within" if radius else "pixel_itself", lang, radius=radius, could=could, **field)
    if top < 0 or left < 0 or bottom >= height or right >= width:
        larger = field["width"] > width and field["height"] > height
        said += say("pixel_larger" if larger else "pixel_cut", lang, picture_width=width, picture_height=height, **field)
    return said
