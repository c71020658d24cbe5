"""The exhibit 'What goes on in between?': the feature maps and kernels of every stage of the U-Net, chosen from its diagram."""

from html import escape

import gradio as gr
import numpy as np

from restoration import lab
from restoration.ui.desk import Desk, key
from restoration.ui.look import component
from restoration.ui.picture import file, png
from restoration.ui.text import say

FIRST = "head"  # the stage that is shown first
KINDS = ("damaged", "clean", "difference")
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="maps" hidden>
  <div class="unet" role="group" aria-label="{diagram}"></div>
  <p class="verdict maps-say" role="status"></p>
  <p class="scale-note maps-about"></p>
  <div class="modes views" role="group" aria-label="{kind}">{kinds}</div>
  <div class="map-views">
    <div><div class="sheet" tabindex="0" role="application" aria-label="{sheet}"><img alt=""><i class="cell"></i></div>
      <p class="scale-note">{sheet} <span class="maps-scale"></span></p></div>
    <div><canvas class="large" role="img"></canvas><p class="facts" role="status"></p>
      <div class="modes"><button type="button" class="stretch" aria-pressed="false"></button></div></div>
    <div><p class="scale-note kernel-note"></p><div class="tiles"></div></div>
  </div>
</div>
"""


def build(lang: str) -> gr.HTML:
    words = {name: escape(say(f"maps_{name}", lang)) for name in ("diagram", "kind", "sheet")}
    kinds = "".join(f'<button type="button" data-view="{kind}">{escape(say(f"maps_{kind}", lang))}</button>' for kind in KINDS)
    template = TEMPLATE.format(waiting=escape(say("network_waiting", lang)), kinds=kinds, **words)
    names = ("channel", "rank", "energy", "low", "high")
    filled = {"facts": say("maps_facts", lang, **{name: f"{{{name}}}" for name in names})}
    filled |= {"stretch": say("maps_stretch", lang, times="{times}"), "skip": say("maps_skip", lang)}
    return component(template, "maps", "maps.js", words=filled)


def value(desk: Desk, mended: lab.Mended, stage: str, lang: str) -> dict:
    stages = _diagram(mended, lang)
    if stage not in [s["name"] for s in stages]:
        stage = FIRST  # it was chosen while another network was in the lab
    seen = lab.look_at_stage(desk.clean, mended, stage)
    count, height, width = seen.maps["damaged"].shape
    columns = next(c for c in range(4, count + 4, 4) if c * c >= count)
    name = _name(stage, lang)
    kinds = {}
    for kind in seen.maps:
        alt = say("maps_alt", lang, count=count, stage=name, kind=say(f"maps_{kind}", lang))
        kinds[kind] = {"file": file(png(lab.map_sheet(seen, kind, columns))), "alt": alt}
    return {
        "key": str(hash((key(desk), stage))),
        "stage": stage,
        "stages": stages,
        "about": _about(stage, mended, lang),
        "kinds": kinds,
        "columns": columns,
        "cell": {"width": width, "height": height},
        "channels": _channels(seen, lang),
        "scale": seen.scale,
        "kernelScale": seen.kernel_scale,
        "sentence": _sentence(seen, name, lang),
        "scaleNote": _scale_note(seen, mended, lang),
        "kernelNote": _kernel_note(seen, lang),
    }


def _scale_note(seen, mended: lab.Mended, lang: str) -> str:
    note = say("maps_scale", lang, scale=f"{seen.scale:g}")
    note += say("maps_same_level", lang) if "clean" in seen.maps and "sigma" in mended.told else ""
    return note + (say("maps_small", lang) if mended.given.shape != mended.array.shape else "")


def _name(stage: str, lang: str) -> str:
    """down-4 -> down 1/4, as the code calls it."""
    part, _, scale = stage.partition("-")
    return say(f"stage_{part}", lang) + (f" 1/{scale}" if scale else "")


def _diagram(mended: lab.Mended, lang: str) -> list[dict]:
    """The stages with their shapes and places on a U: down on the left (column 1), up on the right (column 3)."""
    found = lab.stages(mended)
    depth = len(found) // 2
    placed = []
    for n, s in enumerate(found):
        row, column = min(n, len(found) - 1 - n) + 1, 1 if n < depth else 3 if n > depth else 2
        name = _name(s["name"], lang) + ("" if "-" in s["name"] else f" 1/{s['scale']}")
        shape = f"{s['channels']} × {s['height']} × {s['width']}"
        placed.append({"name": s["name"], "label": name, "shape": shape, "row": row, "column": column})
    return placed


def _about(stage: str, mended: lab.Mended, lang: str) -> str:
    part = stage.partition("-")[0]
    cut = max(mended.given.shape[:2]) > lab.feature_side()
    about = say(f"tail_of_{lab.job(mended)}", lang) if part == "tail" else say(f"stage_{part}_about", lang)
    return about + (say("maps_cut", lang, side=lab.feature_side()) if cut else "")


def _sentence(seen, name: str, lang: str) -> str:
    """How the energy is spread over the channels, computed from it."""
    energy = seen.energy("damaged")
    half = int(np.searchsorted(energy.cumsum(), energy.sum() / 2)) + 1
    words = {"stage": name, "count": len(energy), "half": half, "most": f"{energy[0]:.2g}", "least": f"{energy[-1]:.2g}"}
    return say("maps_one_holds" if half == 1 else "maps_hold", lang, **words)


def _short(number: float, digits: int = 3) -> float:
    return float(f"{number:.{digits}g}")


def _channels(seen, lang: str) -> list[dict]:
    energy = {kind: seen.energy(kind) for kind in seen.maps}
    found = []
    for n, (channel, kernel) in enumerate(zip(seen.order, seen.kernels, strict=True)):
        one = {"channel": channel, "kernel": _kernel(kernel, lang)}
        one |= {"sigma": _short(kernel["sigma"])} if "sigma" in kernel else {}
        one |= {"share": f"{100 * kernel['share']:.0f}"} if "share" in kernel else {}
        one["energy"] = {kind: _short(e[n]) for kind, e in energy.items()}
        one["low"] = {kind: _short(m[n].min()) for kind, m in seen.maps.items()}
        one["high"] = {kind: _short(m[n].max()) for kind, m in seen.maps.items()}
        found.append(one)
    return found


def _kernel(kernel: dict, lang: str) -> list[dict]:
    """What is drawn of a kernel: values (rows of columns of numbers, or of three), and what they are."""
    drawn = []
    for name in ("colour", "mask"):
        if name in kernel:
            height, width, depth = kernel[name].shape
            values = [[[_short(v, 2) for v in pixel] if depth == 3 else _short(pixel[0], 2) for pixel in row] for row in kernel[name]]
            kind = "grey" if name == "colour" and depth == 1 else name
            drawn.append({"values": values, "label": say(f"kernel_{kind}", lang, height=height, width=width)})
    for channel, weights in kernel.get("slices", ()):
        values = [[_short(v, 2) for v in row] for row in weights]
        drawn.append({"values": values, "label": say("maps_slice", lang, channel=channel)})
    return drawn


def _kernel_note(seen, lang: str) -> str:
    """What the kernels are; {sigma} and {share} are filled in for each channel in the browser."""
    kernel, scale = seen.kernels[0], say("maps_kernel_scale", lang, scale=f"{seen.kernel_scale:g}")
    if "colour" not in kernel:
        return say("maps_kernel", lang, count=len(kernel["slices"]), share="{share}") + scale
    height, width, depth = kernel["colour"].shape
    folded = "maps_head_kernel_whole" if height == 3 else "maps_head_kernel"
    note = say(folded, lang, channels=4 * (depth + ("mask" in kernel)), height=height, width=width) + scale
    note += say("maps_head_mask", lang) if "mask" in kernel else ""
    return note + (say("maps_head_sigma", lang, sigma="{sigma}") if "sigma" in kernel else "")
