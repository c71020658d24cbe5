"""The lab of the GAN's page, its recorded training runs: the rows as charts, and the levels they can be held against. See lab.gan."""

from dataclasses import dataclass

from restoration import checkpoints, lab
from restoration.errors import Refusal, unknown
from restoration.lab.gan_images import NETWORKS
from restoration.models.gan import LOSSES
from restoration.training.recipes import RECIPES

# what is told together -> checkpoints
GROUPS = {"pictures": tuple(NETWORKS.values()), "photos": ("gan-sr4", "gan-inpaint")}
NAMES = tuple(name for group in GROUPS.values() for name in group)
(EVEN_D, EVEN_G), COIN = LOSSES["non-saturating"].even, 0.5  # both losses and D's answer, where D cannot tell real from made


@dataclass(frozen=True)
class Line:
    """what: "d", "g" (losses), "real", "fake" (D's answers), or a part of a restorer's loss; split: "train" (means over the last updates)
    or "val" (held-out pictures). points: [[updates, minutes, value], ...]."""

    what: str
    split: str
    points: list


@dataclass(frozen=True)
class Chart:
    """levels: {name: value}, horizontal lines to compare with. log: the vertical axis is logarithmic."""

    name: str
    lines: list
    levels: dict
    log: bool = False


def subject(name: str) -> str | None:
    """What a network of NAMES invents, a key of NETWORKS; None if it mends photos. Refusal for another name."""
    if not isinstance(name, str) or name not in NAMES:
        raise unknown("model", name, NAMES)
    return next((s for s, network in NETWORKS.items() if network == name), None)


def facts(name: str, lang: str) -> str:
    """One line of facts about a run."""
    subject(name)
    return lab.model_facts(name, lang)


def rows(name: str) -> list[dict]:
    """The rows of a run. Refusal if its files are missing or hold no whole run."""
    subject(name)
    found = checkpoints.read_history(name, lab.models_folder() / name)
    if not all(any(row["split"] == split for row in found) for split in ("train", "val")):
        raise Refusal("gan_no_run", name=name)
    return found


def charts(name: str) -> list[Chart]:
    """The charts of a run. Of a DCGAN: "losses", "answers"; of a restorer: "psnr", "parts" (of the generator's loss, as they are weighed),
    "losses", "answers"."""
    history = rows(name)
    g = "loss_g" if subject(name) else "adversarial"  # a restorer's generator has other losses besides
    made = [
        Chart("losses", lines_of(history, {"d": "loss_d", "g": g}), {"even_d": EVEN_D, "even_g": EVEN_G}),
        Chart("answers", lines_of(history, {"real": "real", "fake": "fake"}), {"coin": COIN}),
    ]
    return made if subject(name) else [*_repairs(name, history), *made]


def lines_of(history: list[dict], keys: dict, clock: str = "seconds") -> list[Line]:
    """keys: what -> the key of a row. clock: the key of the time, "seconds" as they passed or "cpu" of the updates alone."""
    lines = []
    for what, key in keys.items():
        for split in ("train", "val"):
            points = [[row["step"], row[clock] / 60, row[key]] for row in history if row["split"] == split and key in row]
            if points:
                lines.append(Line(what, split, points))
    return lines


def _repairs(name: str, history: list[dict]) -> list[Chart]:
    weights, recipe = RECIPES[name].config, RECIPES[name]
    weighed = [
        {**row, **{part: getattr(weights, part) * row[part] for part in ("pixel", "perceptual", "adversarial") if part in row}}
        for row in history
    ]
    parts = [line for line in lines_of(weighed, {part: part for part in ("pixel", "perceptual", "adversarial")}) if line.split == "train"]
    scores = checkpoints.read_training(name, lab.models_folder() / name)["scores"][0]
    levels = {scores["yardstick_name"]: scores["yardstick"]}
    try:
        start = checkpoints.read_training(recipe.start, lab.models_folder() / recipe.start)["scores"][0]
        if start["test"] == scores["test"]:  # the same pictures, damaged in the same way
            levels[recipe.start] = start["model"]
    except Refusal:
        pass
    return [Chart("psnr", lines_of(history, {"psnr": "psnr"}), levels), Chart("parts", parts, {}, log=True)]


def ended(name: str) -> dict:
    """The last held-out row of a run."""
    return [row for row in rows(name) if row["split"] == "val"][-1]


def minutes_at(history: list[dict], step: int) -> float:
    """When a run had done so many updates, from the rows on both sides."""
    known = [(0, 0.0)] + [(row["step"], row["seconds"] / 60) for row in history if row["split"] == "train"]
    for (a, begun), (b, done) in zip(known, known[1:], strict=False):
        if a <= step <= b and b > a:
            return begun + (done - begun) * (step - a) / (b - a)
    return known[-1][1]


def about(history: list[dict], step: int) -> dict:
    """The training row that tells of an update: the first that was written when it was done; its values are means up to there."""
    train = [row for row in history if row["split"] == "train"]
    return next((row for row in train if row["step"] >= step), train[-1])


def part(history: list[dict], key: str, begin: float, end: float) -> float:
    """The mean of a key of the training rows between two shares of the run, in updates."""
    train = [row for row in history if row["split"] == "train" and key in row]
    last = train[-1]["step"]
    values = [row[key] for row in train if begin * last <= row["step"] <= end * last] or [train[0][key]]
    return sum(values) / len(values)
