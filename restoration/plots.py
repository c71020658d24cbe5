"""Numbers -> matplotlib figures, one style and one colour code for the whole app.

Figures only, never pyplot: a server has many threads. Text on a figure is symbols and English short forms where no
Chinese font can be counted on; what needs a sentence stands on the page beside it.
"""

import numpy as np
from matplotlib import colormaps
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

# Okabe and Ito's palette: told apart by colour-blind eyes too; a line style goes with each, so that colour is never alone.
COLOURS = {
    "truth": "#009e73", "damaged": "#999999", "restored": "#2b86cc", "yardstick": "#d55e00", "error": "#cc79a7",
    "train": "#56b4e9", "val": "#2b86cc", "blind": "#cc79a7", "first": "#2b86cc", "second": "#b98a1e", "third": "#cc79a7",
}  # fmt: skip
STYLES = {
    "truth": "-", "damaged": ":", "restored": "-.", "yardstick": "--", "train": "-", "val": "-", "blind": "-.", "first": "-",
    "second": "--", "third": "-.",
}  # fmt: skip
INK = "#808080"  # axes and text: readable on a light and on a dark page, since a figure's ground is transparent


def figure(width: float = 7.0, height: float = 3.4, columns: int = 1):
    """(figure, axes): transparent, with quiet axes; `columns` axes side by side."""
    fig = Figure(figsize=(width, height), dpi=110, layout="constrained")
    fig.patch.set_alpha(0)
    axes = fig.subplots(1, columns, squeeze=False)[0]
    for ax in axes:
        ax.patch.set_alpha(0)
        ax.tick_params(which="both", colors=INK, labelsize=9)
        ax.xaxis.label.set_color(INK)
        ax.yaxis.label.set_color(INK)
        ax.title.set_color(INK)
        ax.grid(color=INK, alpha=0.25, linewidth=0.6)
        for side, spine in ax.spines.items():
            spine.set_visible(side in ("left", "bottom"))
            spine.set_color(INK)
    return fig, axes


def legend(ax, **where) -> None:
    if ax.get_legend_handles_labels()[0]:
        ax.legend(frameon=False, labelcolor=INK, fontsize=9, **where)


def curves(history: list[dict], against: str, yardsticks: dict[str, float]) -> Figure:
    """A training run: the loss on the left, PSNR of held-out pictures on the right, horizontal lines to compare with.

    history: rows as restoration.training.loop yields them. against: "step" or "time" (minutes). yardsticks: label -> dB.
    """
    fig, (left, right) = figure(9.0, 3.6, columns=2)

    def line(ax, split: str, key: str, label: str, kind: str):
        rows = [r for r in history if r["split"] == split and key in r]
        if not rows:
            return
        x = [r["step"] if against == "step" else r["seconds"] / 60 for r in rows]
        ax.plot(x, [r[key] for r in rows], STYLES[kind], color=COLOURS[kind], label=label, linewidth=1.6 if split == "val" else 1)

    line(left, "train", "loss", "train (strengths by chance)", "train")
    line(left, "val", "loss", "validation (fixed)", "val")
    left.set_yscale("log")
    left.set_ylabel("L1 loss")
    both = any("psnr_blind" in r for r in history)
    line(right, "val", "psnr", "network, told sigma" if both else "network", "val")
    line(right, "val", "psnr_blind", "network, blind", "blind")
    kinds = ["yardstick", "damaged"]
    for (label, value), kind in zip(yardsticks.items(), kinds, strict=False):
        right.axhline(value, linestyle=STYLES[kind], color=COLOURS[kind], label=f"{label} {value:.2f} dB")
    right.set_ylabel("validation PSNR / dB")
    for ax in (left, right):
        ax.set_xlabel("updates" if against == "step" else "minutes")
        legend(ax)
    return fig


def spectrum(lines: dict[str, tuple[np.ndarray, np.ndarray]]) -> Figure:
    """Radial power spectra. lines: kind (a key of COLOURS) -> (frequencies in cycles per pixel, power in dB)."""
    fig, (ax,) = figure(7.0, 3.2)
    for kind, (frequency, power) in lines.items():
        ax.plot(frequency, power, STYLES[kind], color=COLOURS[kind], label=kind, linewidth=1.6)
    ax.set_xlabel("spatial frequency / cycles per pixel")
    ax.set_ylabel("power / dB")
    legend(ax)
    return fig


ERROR_SCALE = 32 / 255  # an error this large, or larger, has the last colour


def error_colours(error: np.ndarray) -> np.ndarray:
    """(H, W) mean absolute error in units of 1 -> (H, W, 3) uint8: black is none, pale yellow is 32/255 and more."""
    return (colormaps["inferno"](np.clip(error / ERROR_SCALE, 0, 1))[..., :3] * 255).round().astype(np.uint8)


DIFFERENCE_SCALE = 75 / 255  # a difference this large, or larger, is white, or black if negative


def difference_grey(difference: np.ndarray, scale: float = DIFFERENCE_SCALE) -> np.ndarray:
    """Signed values of any shape -> uint8 of that shape: 128 is 0, 255 is `scale` and more, 1 is -scale and less."""
    return (128 + 127 * np.clip(difference / scale, -1, 1)).round().astype(np.uint8)


def residuals(lines: dict[str, tuple[str, np.ndarray, np.ndarray]]) -> Figure:
    """Histograms of differences. lines: kind (a key of COLOURS) -> (label, values in units of 1/255, density)."""
    fig, (ax,) = figure(7.0, 3.0)
    for kind, (label, values, share) in lines.items():
        ax.plot(values, share, STYLES[kind], color=COLOURS[kind], label=label, linewidth=1.6)
    ax.set_xlabel("difference / (1/255)")
    ax.set_ylabel("density")
    legend(ax)
    return fig


HEAT_DECADES = 6  # what is so many powers of ten below the strongest, or less, is black on the logarithmic scale


def heat_colours(weight: np.ndarray, log: bool) -> np.ndarray:
    """(H, W), 0 or more -> (H, W, 3) uint8: pale yellow is the strongest, black is none (or next to none, see HEAT_DECADES)."""
    part = weight / (weight.max() or 1)
    if log:
        part = 1 + np.log10(np.maximum(part, 10.0**-HEAT_DECADES)) / HEAT_DECADES
    return (colormaps["inferno"](part)[..., :3] * 255).round().astype(np.uint8)


SIDE_BY_SIDE = ("first", "second", "third")  # colours and line styles of runs that are compared
BELOW = 2.0  # decibels below the lower end that the curves of compared runs are drawn from: where they differ


def runs(histories: dict[str, list[dict]], against: str, key: str = "psnr", marked: float | None = None) -> Figure:
    """Validation scores of up to three training runs in one chart, point for point as they were recorded.

    histories: label -> rows of the run. against: "step", or "cpu" (seconds that the updates took). key: "psnr" in dB, or "loss", the mean
    absolute error, drawn of 255. marked: a place on the horizontal axis that is to be marked.
    """
    fig, (ax,) = figure(4.6, 3.2)
    last = []
    for kind, (label, history) in zip(SIDE_BY_SIDE, histories.items(), strict=False):
        rows = [row for row in history if row["split"] == "val"]
        y = [row[key] * (255 if key == "loss" else 1) for row in rows]
        ax.plot([row[against] for row in rows], y, STYLES[kind], color=COLOURS[kind], label=label, linewidth=1.6)
        last.append(y[-1])
    if key == "psnr":
        ax.set_ylim(min(last) - BELOW, max(last) + 0.2)
    else:
        ax.set_ylim(min(last) * 0.97, max(last) * 1.25)
    if marked is not None:
        ax.axvline(marked, color=INK, linewidth=1, linestyle=(0, (1, 2)))
        ax.annotate(f"{marked:.0f} s", (marked, 0.02), xycoords=("data", "axes fraction"), xytext=(-4, 0), textcoords="offset points",
                    color=INK, fontsize=9, ha="right", va="bottom")  # fmt: skip
    ax.set_xlabel("updates" if against == "step" else "CPU seconds of updates")
    ax.set_ylabel("validation PSNR / dB" if key == "psnr" else "validation error / (1/255)")
    legend(ax, loc="lower right" if key == "psnr" else "upper right")
    return fig


def scatter(points: dict[str, tuple[float, float]], x_label: str, y_label: str) -> Figure:
    """Named points, each name beside its point so that none covers another. points: name -> (x, y)."""
    fig, (ax,) = figure(5.2, 3.9)
    FigureCanvasAgg(fig)
    ax.plot(*zip(*points.values(), strict=True), "o", color=COLOURS["restored"], markersize=6)
    ax.margins(0.16, 0.12)
    ax.set_xlabel(x_label)
    ax.set_ylabel(y_label)
    fig.draw_without_rendering()  # sets the places of the axes
    fig.set_layout_engine("none")  # and keeps them
    taken = [_box(ax.transData.transform(xy), 10, 10) for xy in points.values()]
    for name, xy in points.items():
        taken.append(_name_point(ax, name, xy, taken))
    return fig


def _box(centre, width: float, height: float) -> tuple:
    x, y = centre
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _name_point(ax, name: str, xy, taken: list) -> tuple:
    """Writes a name as near to its point as there is room, with a line to it where it had to move away. Returns the text's box."""
    text = ax.annotate(
        name, xy, xytext=(0, 0), textcoords="offset points", color=INK, fontsize=9, ha="center", va="center",
        arrowprops={"arrowstyle": "-", "color": INK, "linewidth": 0.6, "shrinkA": 0, "shrinkB": 4},
    )  # fmt: skip
    size, point, frame = text.get_window_extent(), ax.transData.transform(xy), ax.get_window_extent()

    def crossed(box) -> float:
        outside = box[0] < frame.x0 or box[2] > frame.x1 or box[1] < frame.y0 or box[3] > frame.y1
        return outside + sum(box[0] < t[2] and t[0] < box[2] and box[1] < t[3] and t[1] < box[3] for t in taken)

    places = []
    for away in range(0, 60, 8):
        for right, up in ((1, 0), (-1, 0), (0, 1), (0, -1), (0.8, 0.8), (-0.8, 0.8), (0.8, -0.8), (-0.8, -0.8)):
            shift = right * (size.width / 2 + 9 + away), up * (size.height / 2 + 7 + away)
            places.append((shift, _box(point + shift, size.width + 2, size.height)))
    shift, box = min(places, key=lambda place: crossed(place[1]))  # the first, that is the nearest, of the least crossed
    text.xyann = tuple(72 / ax.figure.dpi * s for s in shift)
    if abs(shift[0]) < size.width / 2 + 14 and abs(shift[1]) < size.height / 2 + 12:
        text.arrow_patch.set_visible(False)
    return box


EARLY = 0.1  # of a run, from its beginning, which may lie above the frame


def run(lines: dict, levels: dict, against: str, y_label: str, title: str = "", log: bool = False) -> Figure:
    """One quantity during one training run, point for point as it was recorded.

    lines: kind (a key of COLOURS) -> (label, places, values). levels: kind -> (label, value), a horizontal line to compare with. against:
    "step" or "time" (minutes). The first values are often so large that nothing else could be seen: unless `log`, the frame fits all that
    comes after the first tenth of the run, and what is higher before runs out of it.
    """
    fig, (ax,) = figure(4.6, 3.3)
    for kind, (label, x, y) in lines.items():
        wide, mark = (1.8, "o") if kind == "val" else (1.2, "")
        ax.plot(x, y, STYLES[kind], color=COLOURS[kind], label=label, linewidth=wide, marker=mark, markersize=3)
    for kind, (label, value) in levels.items():
        ax.axhline(value, linestyle=STYLES[kind], color=COLOURS[kind], label=f"{label}: {value:,.1f}")
    if log:
        ax.set_yscale("log")
    else:
        _frame(ax, lines, [value for _, value in levels.values()])
    ax.set_xlabel("updates" if against == "step" else "minutes")
    ax.set_ylabel(y_label)
    ax.set_title(title, fontsize=10)
    legend(ax)
    return fig


def _frame(ax, lines: dict, levels: list) -> None:
    """The vertical limits of `run`."""
    end = max((max(x) for _, x, _ in lines.values() if x), default=0)
    late = [v for _, x, y in lines.values() for p, v in zip(x, y, strict=True) if p >= EARLY * end]
    if seen := late + levels:
        room = 0.06 * (max(seen) - min(seen)) or 1
        ax.set_ylim(min(seen) - room, max(seen) + room)
