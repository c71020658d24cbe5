"""The drawings of the blocks show the layers that the code has; the charts of the study say what they are given."""

import xml.etree.ElementTree as ET
from itertools import combinations

import numpy as np
import pytest
from torch import nn

from restoration import plots
from restoration.models.blocks import BLOCKS
from restoration.ui import block_diagram
from restoration.ui.block_diagram import DIAGRAMS


def layers(steps) -> list[str]:
    """The layers of a description, in the order in which they are drawn, and the joins after what they join."""
    found = []
    for step in steps:
        if isinstance(step, str):
            found.append(step)
        else:
            inner = [step[1]] if step[0] == block_diagram.AROUND else step[1]
            found += [layer for way in inner for layer in layers(way)] + [step[2]]
    return found


def as_drawn(layer: nn.Module) -> str | None:
    if isinstance(layer, nn.Conv2d):
        size, groups, dilation = layer.kernel_size[0], layer.groups, layer.dilation[0]
        if groups == layer.in_channels > 1:
            return f"depthwise {size}"
        return f"groups {size} {groups}" if groups > 1 else f"dilated {size} {dilation}" if dilation > 1 else f"conv {size}"
    names = {nn.MaxPool2d: "pool 3", nn.InstanceNorm2d: "norm", nn.ChannelShuffle: "shuffle", nn.Sigmoid: "sigmoid"}
    return names.get(type(layer))


@pytest.mark.parametrize("block", BLOCKS)
def test_a_drawing_has_the_layers_of_its_block(block):
    made = [name for name in map(as_drawn, BLOCKS[block](16).modules()) if name]
    drawn = [layer for layer in layers(DIAGRAMS[block]) if layer not in ("relu", "mean", "+", "x", "concat")]
    assert sorted(drawn) == sorted(made)
    assert (block in ("nin", "plain", "depthwise", "dilated")) == (not any(isinstance(step, tuple) for step in DIAGRAMS[block]))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("block", BLOCKS)
def test_a_drawing_is_whole(block, lang):
    """Well-formed, all within its frame, no layer over another, narrow enough for a phone."""
    root = ET.fromstring(block_diagram.svg(block, 28, lang))
    _, _, width, height = map(int, root.get("viewBox").split())
    assert width <= 366
    boxes = [tuple(int(r.get(k)) for k in ("x", "y", "width", "height")) for r in root.iter("rect")]
    assert len(boxes) == len([layer for layer in layers(DIAGRAMS[block]) if layer not in ("+", "x")])
    for x, y, w, h in boxes:
        assert 0 <= x and x + w <= width and 0 <= y and y + h <= height
    for a, b in combinations(boxes, 2):
        assert a[0] + a[2] <= b[0] or b[0] + b[2] <= a[0] or a[1] + a[3] <= b[1] or b[1] + b[3] <= a[1]
    assert all(text.text for text in root.iter("text")) and root.get("aria-label")


@pytest.mark.parametrize("seed", range(4))
def test_no_name_in_the_scatter_covers_another(seed):
    rng = np.random.default_rng(seed)
    points = {name: (x, y) for name, x, y in zip(BLOCKS, rng.normal(20, 5, 10), 30 + rng.normal(0, 0.3, 10), strict=True)}
    fig = plots.scatter(points, "cost", "quality")
    (ax,) = fig.axes
    assert [text.get_text() for text in ax.texts] == list(points)
    fig.draw_without_rendering()
    boxes = [super(type(text), text).get_window_extent() for text in ax.texts]  # of the words, without the line to the point
    assert not any(a.overlaps(b) for a, b in combinations(boxes, 2))


def test_runs_are_drawn_point_for_point():
    made = [(n, split) for n in (100, 200, 300) for split in ("train", "val")]
    rows = [{"split": split, "step": n, "cpu": n / 10, "psnr": 20 + n / 100, "loss": 0.1 - n / 1e5} for n, split in made]
    (ax,) = plots.runs({"plain": rows, "dense": rows[:4]}, "step").axes
    first, second = ax.lines
    assert first.get_xdata().tolist() == [100, 200, 300] and first.get_ydata().tolist() == [21, 22, 23]
    assert second.get_xdata().tolist() == [100, 200] and first.get_linestyle() != second.get_linestyle()
    (ax,) = plots.runs({"plain": rows}, "cpu", "loss", marked=15.0).axes
    assert ax.lines[0].get_xdata().tolist() == [10, 20, 30]
    assert ax.lines[0].get_ydata().tolist() == pytest.approx([255 * (0.1 - n / 1e5) for n in (100, 200, 300)])
    assert ax.lines[1].get_xdata()[0] == 15
