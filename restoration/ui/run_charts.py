"""Charts of numbers against updates, or frames, as gan/curves_chart.js takes them."""


def packed(name: str, lines: list, levels: list, words: dict, log: bool = False, marks: list | None = None) -> dict:
    """A chart. lines: {kind, split, name, points: [[updates, minutes, value], ...]}; levels: {kind, name, y}, horizontal lines to compare
    with; marks: [place on the horizontal axis, what happens there]. words: title, alt, y (what the vertical axis counts). log: the vertical
    axis is logarithmic."""
    rounded = [{**line, "points": [[x, round(minutes, 3), float(f"{y:.4g}")] for x, minutes, y in line["points"]]} for line in lines]
    return {"name": name, **words, "log": log, "lines": rounded, "levels": levels, "marks": marks or []}
