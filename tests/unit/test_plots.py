"""Figures show the numbers they were given, and nothing is shared between them."""

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from small import HISTORY

from restoration import plots


def png(fig) -> bytes:
    file = io.BytesIO()
    fig.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


def drawn(ax) -> dict:
    """label -> (x, y) of every line of an axis."""
    return {line.get_label(): (list(line.get_xdata()), list(line.get_ydata())) for line in ax.get_lines()}


@pytest.mark.parametrize(
    "against, scale",
    [("step", {50: 50, 100: 100, 30: 30, 60: 60}), ("time", {50: 5 / 60, 100: 10 / 60, 30: 0.05, 60: 0.1})],
)
def test_curves_are_the_rows(against, scale):
    fig = plots.curves(HISTORY, against, {"nlm": 26.0, "damaged": 20.2})
    left, right = (drawn(ax) for ax in fig.axes)
    train, val = [key for key in left if "train" in key][0], [key for key in left if "val" in key][0]
    assert left[train] == (pytest.approx([scale[50], scale[100]]), [0.05, 0.03])
    assert left[val] == (pytest.approx([scale[30], scale[60]]), [0.06, 0.04])
    psnr, blind = [[key for key in right if word in key][0] for word in ("told", "blind")]
    assert right[psnr][1] == [24.0, 27.0] and right[blind][1] == [23.5, 26.5]
    assert right["nlm 26.00 dB"][1] == [26.0, 26.0] and right["damaged 20.20 dB"][1] == [20.2, 20.2]
    assert fig.axes[0].get_yscale() == "log" and fig.axes[0].get_xlabel() == {"step": "updates", "time": "minutes"}[against]
    assert png(fig).startswith(b"\x89PNG")


def test_curves_of_a_run_that_has_just_begun():
    png(plots.curves([], "step", {}))
    png(plots.curves(HISTORY[:1], "time", {"nlm": 26.0}))


def test_spectrum_is_the_numbers():
    f = np.linspace(0.01, 0.5, 20)
    fig = plots.spectrum({"truth": (f, -40 * f), "damaged": (f, -20 * f), "restored": (f, -30 * f)})
    lines = drawn(fig.axes[0])
    assert lines["truth"] == (list(f), list(-40 * f)) and set(lines) == {"truth", "damaged", "restored"}
    assert len({(line.get_color(), line.get_linestyle()) for line in fig.axes[0].get_lines()}) == 3
    png(fig)


def test_every_kind_has_a_colour_and_a_line():
    assert set(plots.STYLES) <= set(plots.COLOURS)
    for a in plots.STYLES:
        to_rgb(plots.COLOURS[a])


@pytest.mark.parametrize("together", [("truth", "damaged", "restored"), ("val", "blind", "yardstick", "damaged")])
def test_colour_is_never_alone(together):
    """Curves that stand in one figure differ in their line too, so that a grey print can be read."""
    assert len({plots.STYLES[kind] for kind in together}) == len(together)


def test_the_ground_is_transparent():
    """So that a figure suits a light and a dark page."""
    fig = plots.curves(HISTORY, "step", {})
    assert fig.patch.get_alpha() == 0 and all(ax.patch.get_alpha() == 0 for ax in fig.axes)


def test_error_colours():
    steps = np.linspace(0, plots.ERROR_SCALE, 64)[None]
    colours = plots.error_colours(steps)
    assert colours.shape == (1, 64, 3) and colours.dtype == np.uint8
    assert colours[0, 0].max() < 8  # no error is black
    assert (np.diff(colours[0].astype(int) @ (299, 587, 114)) > 0).all()  # a larger error is lighter, in grey too
    assert (plots.error_colours(np.array([[1.0, 0.5]])) == colours[0, -1]).all()
    assert (plots.error_colours(np.array([[-0.1]])) == colours[0, 0]).all()


def test_many_threads_draw_the_same():
    alone = png(plots.curves(HISTORY, "step", {"nlm": 26.0}))
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: png(plots.curves(HISTORY, "step", {"nlm": 26.0})), range(8))) == {alone}


def test_pyplot_stays_away():
    """Also from what matplotlib loads by itself when it draws."""
    code = (
        "import io, sys; from restoration import plots; plots.curves([], 'step', {'x': 1.0}).savefig(io.BytesIO());"
        "assert 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
