"""Convolution, step by step: a window slides over real pixel values, in the page alone (convolution.js)."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape

import gradio as gr

from restoration import lab
from restoration.errors import Note
from restoration.ui.compare import name_of
from restoration.ui.desk import Desk
from restoration.ui.picture import file, png, script
from restoration.ui.text import say, unfilled

TITLE = "conv"
CONTROLS_AT_START = ()
CROP = 12  # pixels a side of what is convolved step by step

TEMPLATE = """
<div class="conv" hidden>
  <p class="about">{conv_intro}</p>
  <div class="conv-set">
    <div class="where">
      <h3>{conv_where}</h3>
      <div class="whole" tabindex="0" role="group" aria-label="{conv_move}">
        <canvas role="img"></canvas><div class="crop"></div>
      </div>
      <p class="at"></p>
      <label>{conv_channel}<select data-key="channel">{channels}</select></label>
    </div>
    <div class="kernel">
      <h3>{conv_kernel}</h3>
      <label>{conv_preset}<select data-key="preset">{presets}</select></label>
      <div class="cells weights" role="group" aria-label="{conv_kernel_edit}"></div>
      <label>{conv_divisor}<input type="number" step="any" data-key="divisor"></label>
      <label>{conv_side}<select data-key="side">{side}</select></label>
      <label class="tick"><input type="checkbox" data-key="flip">{conv_flip}</label>
    </div>
    <div class="layer">
      <h3>{conv_layer}</h3>
      <label>{conv_stride}<select data-key="stride">{stride}</select></label>
      <label>{conv_padding}<select data-key="padding">{padding}</select></label>
      <label>{conv_dilation}<select data-key="dilation">{dilation}</select></label>
      <label>{conv_bias}<input type="number" step="any" data-key="bias" value="0"></label>
      <label>{conv_activation}<select data-key="activation">{activations}</select></label>
    </div>
  </div>
  <p class="about slice"></p>
  <p class="problem" role="alert"></p>
  <div class="running">
    <div class="bar tools" role="group" aria-label="{conv_play_bar}">
      <button type="button" data-do="restart">|◀ {conv_restart}</button>
      <button type="button" data-do="back">◀ {conv_back}</button>
      <button type="button" data-do="play">▶ {conv_play}</button>
      <button type="button" data-do="forward">{conv_forward} ▶</button>
      <label>{conv_speed}<input type="range" min="1" max="30" value="4" data-key="speed"></label>
      <label class="long">{conv_place}<input type="range" min="0" value="0" data-key="step"></label>
    </div>
    <div class="planes">
      <figure><figcaption class="input-size"></figcaption><div class="cells pixels-in" role="img"></div></figure>
      <figure><figcaption class="output-size"></figcaption><div class="cells pixels-out" role="img"></div></figure>
    </div>
    <div class="sum">
      <figure><figcaption>{conv_window}</figcaption><div class="cells window"></div></figure><b>×</b>
      <figure><figcaption class="used"></figcaption><div class="cells laid"></div></figure><b>=</b>
      <figure><figcaption>{conv_products}</figcaption><div class="cells products"></div></figure>
    </div>
    <p class="said"></p>
    <p class="formula"></p>
    <h3>{conv_all}</h3>
    <div class="planes">
      <figure><figcaption class="before-name"></figcaption><canvas class="before" role="img"></canvas></figure>
      <figure><figcaption class="after-name"></figcaption><canvas class="after" role="img"></canvas></figure>
    </div>
    <p class="about scale"></p>
  </div>
</div>
"""
LABELS = (
    "intro", "where", "move", "channel", "kernel", "preset", "kernel_edit", "divisor", "side", "flip", "layer", "stride", "padding",
    "dilation", "bias", "activation", "play_bar", "restart", "back", "play", "forward", "speed", "place", "window", "products", "all",
)  # fmt: skip
# What the page says while it runs: {name} is filled in there.
WORDS = (
    "play", "pause", "at", "input_size", "input_padded", "output_size", "used", "used_flipped", "said", "formula", "before", "after",
    "as_is", "clipped", "signed", "stretched", "grid_alt", "slice_is", "kernel_cell", "divisor_wrong", "bias_wrong",
)  # fmt: skip
CHANNELS = ("luma", "red", "green", "blue")
ACTIVATIONS = ("none", "relu", "leaky")


@dataclass(frozen=True)
class Panel:
    page: gr.HTML
    controls: tuple = ()  # everything moves within the page

    @property
    def looks(self) -> list:
        return [self.page]


def build(lang: str) -> Panel:
    choices = lab.convolution_choices()
    words = {f"conv_{key}": escape(say(f"conv_{key}", lang)) for key in LABELS}
    sets = {key: _options((v, v) for v in choices[key]) for key in ("side", "stride", "padding", "dilation")}
    sets["channels"] = _options((key, say(f"conv_{key}", lang)) for key in CHANNELS)
    sets["activations"] = _options((key, say(f"conv_{key}", lang)) for key in ACTIVATIONS)
    sets["presets"] = _presets(choices["kernels"], lab.first_layer_slices(), lang)
    page = gr.HTML(
        None,
        html_template=TEMPLATE.format(**words, **sets),
        js_on_load=script("convolution_draw.js") + script("convolution.js"),
        apply_default_css=False,
        elem_id="convolution",
    )
    return Panel(page)


@lru_cache(maxsize=4)
def _fixed(lang: str) -> dict:
    """What the page needs besides the picture. It travels in the value: Gradio forgets other properties of what is not yet shown."""
    return {
        "crop": CROP,
        "kernels": {key: _kernel(kernel) for key, kernel in lab.convolution_choices()["kernels"].items()},
        "slices": [{**vars(s), "cells": _rounded(s.cells)} for s in lab.first_layer_slices()],
        "words": {key: unfilled(f"conv_{key}", lang) for key in (*WORDS, *CHANNELS, *ACTIVATIONS)} | _sentences(lang),
    }


def _options(pairs) -> str:
    return "".join(f'<option value="{value}">{escape(str(name))}</option>' for value, name in pairs)


def _presets(kernels: dict, slices: list, lang: str) -> str:
    """Designed kernels, the learned ones, and one's own, which is chosen as soon as a number is edited."""
    designed = _options((key, name_of(kernel, lang)) for key, kernel in kernels.items())
    colours = [say(f"conv_{colour}", lang) for colour in CHANNELS[1:]]
    learned = _options(
        (f"slice-{n}", say("conv_slice", lang, output=s.output, colour=colours[s.colour])) for n, s in enumerate(slices)
    )
    own = _options([("own", say("conv_own", lang))])
    group = '<optgroup label="{}">{}</optgroup>'
    learned = group.format(escape(say("conv_learned", lang)), learned) if slices else ""
    return group.format(escape(say("conv_designed", lang)), designed) + learned + own


def _kernel(kernel) -> dict:
    """Side -> {cells, divisor}."""
    of = {"3": {"cells": kernel.cells, "divisor": kernel.divisor}}
    return of | ({"5": {"cells": kernel.cells_5, "divisor": kernel.divisor_5}} if kernel.cells_5 else {})


def _rounded(cells) -> list:
    """To the three decimals that the screen shows, so that the sum on it is the sum of what is on it."""
    return [[round(weight, 3) for weight in row] for row in cells]


def _sentences(lang: str) -> dict:
    """The sentences for bad input, their blanks left for the page to fill."""
    codes = {"kernel_number": ("row", "column"), "window_too_large": ("reach", "size")}
    return {code: Note(code, **{name: f"{{{name}}}" for name in names}).say(lang) for code, names in codes.items()}


def drawn(desk: Desk, original: bool, lang: str) -> list:
    """Updates for Panel.looks: the picture; the page does the rest."""
    clean = original and desk.clean is not None
    picture = desk.clean.shown if clean else desk.ruined.shown
    name = say("original" if clean else "as_it_came" if desk.wanted.as_is else "damaged", lang)
    return [{"file": file(png(picture)), "name": name, **_fixed(lang)}]
