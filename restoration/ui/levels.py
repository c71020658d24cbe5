"""The 32 probabilities of one colour of one pixel as a drawing: bars, and under them, on the same axis, who answered what."""

from html import escape

from restoration.plots import COLOURS
from restoration.studies.small import LEVEL_VALUES, Pixel
from restoration.ui.text import say

CHANNELS = ("red", "green", "blue")
ANSWERS = {  # what is marked -> its colour and the shape of its mark
    "truth": ("truth", "diamond"), "damaged": ("damaged", "cross"), "mse": ("yardstick", "circle"), "l1": ("restored", "circle"),
    "mean": ("error", "triangle"), "median": ("error", "square"), "mode": ("error", "diamond"),
}  # fmt: skip
GUTTER, PLOT, RIGHT, BARS, LANE, TOP = 92, 224, 34, 78, 17, 24  # pixels: left of the axis, the axis, numbers, height of bars, of a lane


def svg(pixel: Pixel, channel: int, lang: str) -> str:
    p, axis = pixel.probabilities[channel], TOP + BARS
    found = {name: float(values[channel]) for name, values in pixel.values.items() if values is not None}
    width, most = PLOT / len(p), max(float(p.max()), 1e-9)
    bars = ""
    for value, share in zip(LEVEL_VALUES, p.tolist(), strict=True):
        left, high = _x(value) - width / 2 + 0.5, BARS * share / most
        box = f'x="{left:.1f}" y="{axis - high:.1f}" width="{width - 1:.1f}" height="{high:.1f}"'
        bars += f'<rect class="bar" {box}><title>{_level(value)}: {100 * share:.1f} %</title></rect>'
    name = say(f"level_{CHANNELS[channel]}", lang)
    title = f'<text class="name" x="4" y="15">{escape(name)}</text>'
    peak = f'<text class="number" x="{GUTTER - 8}" y="{TOP + 8}" text-anchor="end">{100 * most:.0f} %</text>'
    ticks = "".join(
        f'<text class="number" x="{_x(v):.0f}" y="{axis + 14}" text-anchor="middle">{_level(v)}</text>' for v in (0, 0.5, 1)
    )
    rule = f'<path class="rule" d="M{GUTTER} {axis + 0.5}h{PLOT}"/>'
    lanes = "".join(_lane(n, name, value, axis + 30 + n * LANE, lang) for n, (name, value) in enumerate(found.items()))
    high = axis + 30 + len(found) * LANE - 4
    words = escape(f"{name}. {said(found, lang)}")
    box = f'viewBox="0 0 {GUTTER + PLOT + RIGHT} {high}"'
    return f'<svg class="levels-svg" {box} role="img" aria-label="{words}">{title}{peak}{bars}{rule}{ticks}{lanes}</svg>'


def said(found: dict, lang: str) -> str:
    """The marks in words."""
    return "; ".join(f"{say(f'answer_{name}', lang)}: {_level(value)}" for name, value in found.items())


def _x(value: float) -> float:
    """The place of an intensity on the axis; what lies beyond its ends is drawn at the end."""
    return GUTTER + PLOT * min(max(value, 0), 1)


def _level(value: float) -> str:
    return f"{255 * value:.0f}".replace("-", "−")


def _lane(n: int, name: str, value: float, y: int, lang: str) -> str:
    colour, shape = ANSWERS[name]
    x, mark = _x(value), y - 4
    d = {
        "circle": f"M{x - 4.5:.1f} {mark}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z",
        "square": f"M{x - 4:.1f} {mark - 4}h8v8h-8z",
        "diamond": f"M{x:.1f} {mark - 6}l5 6l-5 6l-5 -6z",
        "triangle": f"M{x:.1f} {mark - 5}l5.5 9h-11z",
        "cross": f"M{x - 4:.1f} {mark - 4}l8 8m0 -8l-8 8",
    }[shape]
    stripe = f'<rect class="stripe" x="0" y="{y - 13}" width="{GUTTER + PLOT + RIGHT}" height="{LANE}"/>' if n % 2 == 0 else ""
    label = f'<text x="4" y="{y}">{escape(say(f"answer_{name}", lang))}</text>'
    number = f'<text class="number" x="{GUTTER + PLOT + RIGHT - 2}" y="{y}" text-anchor="end">{_level(value)}</text>'
    paint = f"stroke:{COLOURS[colour]};stroke-width:2;fill:none" if shape == "cross" else f"fill:{COLOURS[colour]}"
    return f'{stripe}<path class="rule" d="M{GUTTER} {mark}h{PLOT}"/><path d="{d}" style="{paint}"/>{label}{number}'
