"""The damages, up to three in a chosen order, each with only the sliders that fit it; and the painter for a mask of one's own."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration import lab
from restoration.cases import MAX_STEPS
from restoration.ui.compare import name_of
from restoration.ui.desk import Desk
from restoration.ui.picture import file, png, script
from restoration.ui.text import say

PER_DAMAGE = max(len(d.controls) for d in lab.damages().values())  # sliders a damage can need
WIDGETS = MAX_STEPS * (1 + PER_DAMAGE)  # of Chain.values
TITLES = ("damage", "damage_2", "damage_3")

PAINTER = """
<div class="painter">
  <p>{paint} <small>{paint_keys}</small></p>
  <div class="board"><img alt=""><canvas tabindex="0" role="application" aria-label="{paint_keys}"></canvas>
    <i class="brush" hidden></i></div>
  <div class="tools">
    <label>{brush} <input type="range" min="2" max="64" value="16"></label>
    <button type="button">{clear}</button>
  </div>
</div>
"""

PAINTER_WORDS = ("paint", "paint_keys", "brush", "clear")


class Slider(gr.Slider):
    """A slider whose number box may hold anything while it is typed in: what is out of range counts as the nearest end."""

    def get_block_name(self):
        return "slider"

    def preprocess(self, payload):
        number = self.minimum if payload is None else payload
        return super().preprocess(min(max(number, self.minimum), self.maximum))


@dataclass(frozen=True)
class Step:
    group: gr.Group
    damage: gr.Dropdown
    sliders: list
    about: gr.HTML
    away: gr.Button | None  # the first damage stays


@dataclass(frozen=True)
class Chain:
    steps: list
    add: gr.Button
    painter: gr.HTML
    mask_file: gr.UploadButton
    mask_box: gr.Column

    @property
    def values(self) -> list:
        """The widgets that say what the chain is."""
        return [w for step in self.steps for w in (step.damage, *step.sliders)]

    @property
    def looks(self) -> list:
        """The widgets that `show` sets: the values, and what is to be seen of them."""
        around = [w for step in self.steps for w in (step.group, step.about)]
        return [*self.values, *around, self.add, self.mask_box]


def build(lang: str) -> Chain:
    choices = [(name_of(d, lang), d.name) for d in lab.damages().values()]
    steps = [_step(k, choices, lang) for k in range(MAX_STEPS)]
    with gr.Column(visible=False, elem_classes="mask-box control-mask") as mask_box:
        words = {key: escape(say(key, lang)) for key in PAINTER_WORDS}
        template = PAINTER.format(**words)
        painter = gr.HTML(None, html_template=template, js_on_load=script("painter.js"), apply_default_css=False)
        mask_file = gr.UploadButton(say("mask_file", lang), file_types=["image"], size="sm")
    add = gr.Button(say("add_damage", lang), size="sm", variant="secondary", elem_classes="quiet control-chain")
    return Chain(steps, add, painter, mask_file, mask_box)


def _step(k: int, choices: list, lang: str) -> Step:
    with gr.Group(visible=k == 0, elem_classes="damage-step") as group:
        damage = gr.Dropdown(
            choices, value=None, label=say(TITLES[k], lang), filterable=False, interactive=True, elem_classes="control-damage"
        )  # fmt: skip
        sliders = [Slider(0, 1, 0, visible=False, interactive=True, buttons=[]) for _ in range(PER_DAMAGE)]
        about = gr.HTML(elem_classes="about")
        away = gr.Button(say("take_away", lang), size="sm", elem_classes="quiet control-chain") if k else None
    return Step(group, damage, sliders, about, away)


def read(values) -> tuple:
    """The values of Chain.values -> steps ((name, ((control, value), ...)), ...), those left out skipped. Not yet checked."""
    width, steps = 1 + PER_DAMAGE, []
    for k in range(0, len(values), width):
        name, numbers = values[k], values[k + 1 : k + width]
        if name:
            controls = lab.damages()[name].controls
            steps.append((name, tuple((c.name, n) for c, n in zip(controls, numbers, strict=False))))
    return tuple(steps)


def with_default(steps: tuple, k: int) -> tuple:
    """The chain with the controls of damage k at their defaults: it has just been chosen."""
    return (*steps[:k], (steps[k][0], ()), *steps[k + 1 :])


def with_one_more(steps: tuple) -> tuple:
    unused = next(name for name in ("jpeg", "blur", "noise", "low-resolution") if name not in dict(steps))
    return (*steps, (unused, ()))


def show(steps: tuple, lang: str, as_is: bool = False) -> list:
    """Updates for Chain.looks."""
    values, around = [], []
    for k in range(MAX_STEPS):
        name, numbers = steps[k] if k < len(steps) else (None, ())
        damage = lab.damages().get(name)
        values += [name, *sliders(damage, dict(numbers), lang)]
        about = escape(damage.about_en if lang == "en" else damage.about_zh) if damage else ""
        around += [gr.update(visible=bool(damage) and not as_is), f"<p>{about}</p>"]
    masked = any(name == "missing-mask" for name, _ in steps) and not as_is
    return [*values, *around, gr.update(visible=len(steps) < MAX_STEPS and not as_is), gr.update(visible=masked)]


def sliders(damage, numbers: dict, lang: str) -> list:
    controls = damage.controls if damage else ()
    updates = []
    for c in controls:
        unit = f" ({c.unit})" if c.unit else ""
        value = numbers.get(c.name, c.default)
        label = f"{name_of(c, lang)}{unit}"
        look = {"label": label, "visible": True, "elem_classes": f"control-{c.name}"}
        updates.append(gr.update(minimum=c.low, maximum=c.high, step=c.step, value=value, **look))
    return updates + [gr.update(visible=False)] * (PER_DAMAGE - len(controls))


def canvas(desk: Desk, mask: str) -> dict | None:
    """The value of the painter: the picture to paint on, and what is painted."""
    if not any(name == "missing-mask" for name, _ in desk.wanted.case.damage):
        return None
    shown = desk.shot.shown
    return {"file": file(png(shown)), "width": shown.shape[1], "height": shown.shape[0], "mask": mask}
