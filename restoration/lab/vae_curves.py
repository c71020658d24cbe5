"""The lab of small pictures, its recorded training runs: curves, and the numbers that can be compared. See restoration.lab.vae."""

import math
from dataclasses import dataclass

from restoration import checkpoints, lab, plots
from restoration.errors import Refusal, unknown
from restoration.lab.vae import network as load
from restoration.training.recipes import RECIPES

# what is told together -> checkpoints
GROUPS = {
    "sizes": ("vae-digits-2d", "vae-size-4", "vae-size-8", "vae-size-16", "vae-size-32", "vae-digits"),
    "betas": ("vae-beta-0", "vae-beta-quarter", "vae-beta-4"),
    "colour": ("vae-emoji", "vae-flowers"),
    "holes": ("cvae-digits", "cvae-flowers"),
    "judge": ("digit-classifier",),
}
NAMES = tuple(name for group in GROUPS.values() for name in group)
COMPARABLE = GROUPS["sizes"] + GROUPS["betas"]  # the same held-out digits, made black and white in the same way
SPLITS = {"train": "train", "val": "held out"}  # of rows -> what a figure calls them
COIN = 784 * math.log(2)  # nats for a digit of 28 x 28 black or white pixels, if every pixel is a coin's throw


@dataclass(frozen=True)
class Ended:
    """How a run ended: its last validation, of held-out pictures. nelbo, reconstruction, kl: in nats per picture; trained: the negative
    ELBO of training pictures over its last updates; yardstick: of a model that knows each pixel's mean and no more; active: dimensions
    that carry more than 0.01 nats; minutes: that it was trained."""

    name: str
    latent: int
    beta: float
    layers: str  # "dense" or "conv"
    reconstruction: float
    kl: float
    trained: float
    yardstick: float
    active: int
    minutes: float

    @property
    def nelbo(self) -> float:
        return self.reconstruction + self.kl

    @property
    def bound(self) -> bool:
        """Whether that bounds the nats of a picture from above. A plain autoencoder has points in the middle and no distribution."""
        return self.beta != 0


def config(name: str):
    """The configuration of a checkpoint, from its recipe. Refusal for a name that is not in NAMES."""
    if name not in NAMES:
        raise unknown("model", name, NAMES)
    return RECIPES[name].config


def facts(name: str, lang: str) -> str:
    """One line of facts about a run."""
    config(name)
    return lab.model_facts(name, lang)


def ended(name: str) -> Ended:
    """How the run of a VAE ended. Refusal if its files are missing or hold no whole run."""
    c, (history, training) = config(name), _recorded(name)
    train, val = ([row for row in history if row["split"] == split] for split in ("train", "val"))
    if not (train and val):
        raise Refusal("vae_no_run", name=name)
    last = val[-1]
    terms = {"reconstruction": last["reconstruction"], "kl": last["kl"], "trained": train[-1]["reconstruction"] + train[-1]["kl"]}
    seen = {"yardstick": training["scores"][0]["yardstick"], "active": last["active"], "minutes": training["seconds"] / 60}
    return Ended(name, c.latent, c.beta, "conv" if c.widths else "dense", **terms, **seen)


def compared() -> list[Ended]:
    """The VAEs of digits, fewest nats first; last those whose number is no bound. One whose files are missing is left out."""
    runs = []
    for name in COMPARABLE:
        try:
            runs.append(ended(name))
        except Refusal:
            continue
    return sorted(runs, key=lambda run: (not run.bound, run.nelbo))


def sigma(name: str) -> float | None:
    """The learned standard deviation of a pixel's Gaussian, in [0, 1]; None for black or white pixels."""
    return float(load(name).log_sigma.exp()) if config(name).likelihood == "gaussian" else None


def figures(name: str, against: str) -> dict:
    """chart -> matplotlib figure of a run. against: "time" or "step". Charts of a VAE: "nelbo" (unless it is no bound), "reconstruction",
    "kl"; of the classifier: "entropy", "error"."""
    config(name)
    if against not in ("time", "step"):
        raise unknown("axis", against, ("time", "step"))
    draw = _reading if name in GROUPS["judge"] else _evidence
    history, training = _recorded(name)
    return draw(history, against, training["scores"][0], config(name))


def _recorded(name: str) -> tuple[list[dict], dict]:
    """The rows of a run, and its training.json."""
    folder = lab.models_folder() / name
    return checkpoints.read_history(name, folder), checkpoints.read_training(name, folder)


def _line(history: list[dict], split: str, against: str, value) -> tuple[list, list]:
    rows = [row for row in history if row["split"] == split]
    return [row["step"] if against == "step" else row["seconds"] / 60 for row in rows], [value(row) for row in rows]


def _evidence(history: list[dict], against: str, score: dict, c) -> dict:
    level = {"yardstick": (score["yardstick_name"], score["yardstick"])}
    beta = "" if c.beta == 1 else f"beta = {c.beta:g}: "
    charts = {
        "nelbo": ("negative ELBO", lambda row: row["reconstruction"] + row["kl"], level),
        "reconstruction": ("reconstruction", lambda row: row["reconstruction"], {}),
        "kl": ("KL", lambda row: row["kl"], {}),
    }
    if c.beta == 0:  # no noise in the middle, so the sum bounds nothing; what is left can be held against the yardstick
        charts = {"reconstruction": (*charts["reconstruction"][:2], level), "kl": charts["kl"]}
    made = {}
    for chart, (title, value, levels) in charts.items():
        lines = {kind: (label, *_line(history, kind, against, value)) for kind, label in SPLITS.items()}
        if chart == "nelbo" and beta:
            lines["blind"] = (f"held out, with {c.beta:g} x KL", *_line(history, "val", against, lambda row: row["loss"]))
        made[chart] = plots.run(lines, levels, against, "nats per picture", beta + title)
    return made


def _reading(history: list[dict], against: str, score: dict, _) -> dict:
    losses = {kind: (label, *_line(history, kind, against, lambda row: row["loss"])) for kind, label in SPLITS.items()}
    wrong = {"val": ("held out", *_line(history, "val", against, lambda row: 100 * row["error"]))}
    level = {"yardstick": (score["yardstick_name"], score["yardstick"])}
    return {
        "entropy": plots.run(losses, {}, against, "cross-entropy / nats per digit", log=True),
        "error": plots.run(wrong, level, against, "read wrong / %", log=True),
    }
