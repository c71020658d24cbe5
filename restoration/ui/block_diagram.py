"""The ten blocks as drawings: one literal description each, and an SVG made of it, read from top to bottom."""

from html import escape

from restoration.ui.text import say

# Steps one after the other. A step is a layer, (AROUND, steps, join): its input also goes past the steps to the join, or
# (BESIDE, ways, join): several ways side by side. A join is "+", "x" (times) or "concat". Layers: kind, kernel, what is special.
AROUND, BESIDE = "around", "beside"
DIAGRAMS = {
    "plain": ["conv 3", "relu", "conv 3", "relu"],
    "nin": ["conv 3", "relu", "conv 1", "relu", "conv 1", "relu"],
    "inception": [
        (BESIDE, [["conv 1"], ["conv 1", "relu", "conv 3"], ["conv 1", "relu", "conv 5"], ["pool 3", "conv 1"]], "concat"),
        "relu",
    ],
    "residual": [(AROUND, ["conv 3", "relu", "conv 3"], "+")],
    "dense": [*[(AROUND, ["conv 3", "relu"], "concat")] * 3, "conv 1"],
    "se": [(AROUND, ["conv 3", "relu", "conv 3", (AROUND, ["mean", "conv 1", "relu", "conv 1", "sigmoid"], "x")], "+")],
    "depthwise": ["depthwise 3", "relu", "conv 1", "relu"] * 2,
    "shuffle": [(AROUND, ["groups 1 4", "relu", "shuffle", "depthwise 3", "groups 1 4"], "+")],
    "dilated": ["dilated 3 2", "relu", "dilated 3 3", "relu"],
    "instance-norm": [(AROUND, ["conv 3", "norm", "relu", "conv 3", "norm"], "+")],
}  # fmt: skip

WIDE, NARROW, HIGH, GAP, ROUND, LANE = 118, 84, 24, 13, 11, 16  # of a layer, between layers, a join's radius, a way past; pixels


def label(layer: str, lang: str) -> str:
    """conv 3 -> 3×3 conv"""
    kind, *numbers = layer.split()
    return say(f"layer_{kind}", lang, **dict(zip(("k", "n"), numbers, strict=False)))


def described(steps: list, lang: str) -> str:
    """The drawing in words."""
    parts = []
    for step in steps:
        if isinstance(step, str):
            parts.append(label(step, lang))
        elif step[0] == AROUND:
            parts.append(f"[{described(step[1], lang)}] {_join(step[2], lang)} {say('block_input', lang)}")
        else:
            parts.append(f"({' | '.join(described(way, lang) for way in step[1])}) {_join(step[2], lang)}")
    return " → ".join(parts)


def _join(join: str, lang: str) -> str:
    return {"+": "+", "x": "×"}.get(join) or say("layer_concat", lang)


def svg(block: str, channels: int, lang: str) -> str:
    """channels: that go in and come out."""
    steps = DIAGRAMS[block]
    left, right = _sides(steps, WIDE)
    drawn, end = _draw(steps, left, 2 * HIGH, WIDE, lang)
    count = escape(say("block_channels", lang, n=channels))
    ends = f'<text x="{left}" y="15">{count}</text><text x="{left}" y="{end + GAP + 14}">{count}</text>'
    arrows = _line(left, 20, 2 * HIGH) + _line(left, end, end + GAP)
    box = f'width="{left + right}" viewBox="0 0 {left + right} {end + GAP + 22}"'
    words = escape(f"{say('block_diagram', lang)}: {described(steps, lang)}")
    return f'<svg class="block-svg" {box} role="img" aria-label="{words}">{arrows}{drawn}{ends}</svg>'


def _sides(steps: list, width: int) -> tuple[int, int]:
    """How far the drawing of some steps reaches to the left and to the right of its main line."""
    left = right = width // 2 + 2
    for step in steps:
        if isinstance(step, str):
            continue
        if step[0] == AROUND:
            inner = _sides(step[1], width)
            left, right = max(left, inner[0]), max(right, inner[1] + LANE)
        else:
            half = len(step[1]) * (NARROW + 6) // 2
            left, right = max(left, half), max(right, half)
    return left, right


def _draw(steps: list, x: int, y: int, width: int, lang: str) -> tuple[str, int]:
    """(SVG, where it ends): the steps below one another on the line x, from y on."""
    parts = []
    for n, step in enumerate(steps):
        if n:
            parts.append(_line(x, y, y + GAP))
            y += GAP
        if isinstance(step, str):
            parts.append(_layer(step, x, y, width, lang))
            y += HIGH
        else:
            part, y = (_draw_around if step[0] == AROUND else _draw_beside)(step[1], step[2], x, y, width, lang)
            parts.append(part)
    return "".join(parts), y


def _draw_around(steps, join: str, x: int, y: int, width: int, lang: str) -> tuple[str, int]:
    inner, end = _draw(steps, x, y + GAP, width, lang)
    side = x + _sides(steps, width)[1] + LANE - 6
    half = width // 2 if join == "concat" else ROUND
    middle = end + GAP + (HIGH // 2 if join == "concat" else ROUND)
    past = f'<path d="M{x} {y}H{side}V{middle}H{x + half + 1}" marker-end="url(#tip)"/>'
    return _line(x, y, y + GAP) + inner + _line(x, end, end + GAP) + past + _joined(join, x, middle, width, lang), 2 * middle - end - GAP


def _draw_beside(ways, join: str, x: int, y: int, width: int, lang: str) -> tuple[str, int]:
    step = NARROW + 6
    places = [x + (2 * n - len(ways) + 1) * step // 2 for n in range(len(ways))]
    drawn = [_draw(way, place, y + GAP, NARROW, lang) for way, place in zip(ways, places, strict=True)]
    end = max(bottom for _, bottom in drawn)
    parts = [f'<path d="M{places[0]} {y}H{places[-1]}"/><path d="M{places[0]} {end + 6}H{places[-1]}"/>']
    for (part, bottom), place in zip(drawn, places, strict=True):
        parts.append(_line(place, y, y + GAP) + part + f'<path d="M{place} {bottom}V{end + 6}"/>')
    middle = end + 6 + GAP + HIGH // 2
    parts.append(_line(x, end + 6, end + 6 + GAP) + _joined(join, x, middle, width, lang))
    return "".join(parts), middle + HIGH // 2


def _joined(join: str, x: int, y: int, width: int, lang: str) -> str:
    if join == "concat":
        return _layer("concat", x, y - HIGH // 2, width, lang)
    return f'<g class="join"><circle cx="{x}" cy="{y}" r="{ROUND}"/><text x="{x}" y="{y + 5}">{_join(join, lang)}</text></g>'


def _layer(layer: str, x: int, y: int, width: int, lang: str) -> str:
    kind, size, *_ = [*layer.split(), ""]
    look = {"conv": "mixes" if size == "1" else "looks", "dilated": "looks", "depthwise": "alone", "groups": "mixes"}.get(kind, "other")
    box = f'<rect x="{x - width // 2}" y="{y}" width="{width}" height="{HIGH}" rx="5"/>'
    return f'<g class="{look}">{box}<text x="{x}" y="{y + 16}">{escape(label(layer, lang))}</text></g>'


def _line(x: int, start: int, end: int) -> str:
    return f'<path d="M{x} {start}V{end}" marker-end="url(#tip)"/>'


# Tips of arrows, once a page: every drawing refers to them.
TIPS = (
    '<svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" '
    'markerWidth="6" markerHeight="6" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs></svg>'
)
