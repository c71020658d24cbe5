"""Wrong specialist: every network on every damage, also on those that it was never trained for. Gain in dB on the shipped samples.

    python -m restoration.studies matrix

A gain is the PSNR (RGB, whole picture, rounded to 8 bits) of the repaired picture less that of the damaged one. The pictures are the
samples at 256x256, the seed is 0, and a network is told what the lab would tell it. A sample that a damage leaves as it was (lost colour,
on a grey picture) has no gain and is left out.
"""

from dataclasses import dataclass
from statistics import mean

import torch

from restoration import lab, metrics, verdict
from restoration.cases import check_steps, damage_steps, damage_text
from restoration.errors import Refusal
from restoration.studies import store

NAME = "matrix"
SEED = 0
DAMAGES = (
    ("noise", {"sigma": 25}), ("poisson", {"photons": 50}), ("salt-and-pepper", {"share": 0.1}),
    ("blur", {"sigma": 1.6}), ("motion-blur", {"length": 12, "angle": 30}), ("defocus-blur", {"radius": 4}),
    ("missing-pixels", {"share": 0.5}), ("missing-strokes", {"count": 10, "width": 2}), ("missing-text", {"size": 16}),
    ("missing-block", {"size": 0.25}), ("missing-lower", {"share": 0.25}),
    ("low-resolution", {"scale": 2}), ("low-resolution", {"scale": 4}), ("jpeg", {"quality": 10}), ("grayscale", {}),
)  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """One network on one damage. gains: sample -> dB, of the samples that the damage changed; empty where the network cannot be run.

    refused: the code of the Refusal that says why not, else "". guessed: what the network could have been told, and had to guess.
    sigma: the noise level that it was told or guessed, mean over samples, of 255; None if it works with none. own: it was trained for this.
    """

    gains: dict
    refused: str
    guessed: tuple
    sigma: float | None
    own: bool

    @property
    def mean(self) -> float:
        return mean(self.gains.values())

    @property
    def worst(self) -> str:
        return min(self.gains, key=self.gains.get)

    @property
    def best(self) -> str:
        return max(self.gains, key=self.gains.get)


@dataclass(frozen=True)
class Matrix:
    made: dict  # see store.py
    samples: tuple
    models: tuple
    damages: tuple  # of steps, as a Case holds them
    cells: dict  # (steps, model) -> Cell


def read() -> Matrix:
    """The stored matrix; Refusal if it is missing or damaged. A network that the lab does not have is left out."""
    found = store.read(NAME)
    try:
        models = tuple(name for name in found["models"] if name in lab.MODELS)
        damages, cells = tuple(damage_steps(text) for text in found["damages"]), {}
        for cell in found["cells"]:
            if cell["model"] in models:
                gains = {s: g for s, g in zip(found["samples"], cell["gains"], strict=True) if g is not None} if cell["gains"] else {}
                steps = damage_steps(cell["damage"])
                own = lab.fits([cell["model"]], steps)
                cells[steps, cell["model"]] = Cell(gains, cell["refused"], tuple(cell["guessed"]), cell["sigma"], own)
        if set(cells) != {(steps, model) for steps in damages for model in models}:
            raise ValueError("a cell is missing")
        return Matrix(found["made"], tuple(found["samples"]), models, damages, cells)
    except (LookupError, TypeError, ValueError) as e:
        raise Refusal("study_damaged", name=NAME) from e


def compute(samples=None, damages=DAMAGES) -> dict:
    """samples: names of shipped pictures, all of them if None. damages: (name, controls) each."""
    samples = list(samples or lab.samples())
    chains = [check_steps([damage]) for damage in damages]
    cells = []
    for steps in chains:
        pairs = [(clean, lab.ruin(clean, steps, SEED)) for clean in map(lab.sample, samples)]
        cells += [{"damage": damage_text(steps), "model": model, **_cell(model, pairs)} for model in lab.MODELS]
    return {"samples": samples, "models": list(lab.MODELS), "damages": [damage_text(steps) for steps in chains], "cells": cells}


def _cell(model: str, pairs: list) -> dict:
    known = pairs[0][1].known
    guessed = [key for key in lab.network(model).told if key not in known]
    gains, sigmas = [], []
    for clean, ruined in pairs:
        try:
            mended = lab.mend(ruined, model)
        except Refusal as e:
            return {"gains": [], "refused": e.code, "guessed": [], "sigma": None}
        gains.append(_gain(clean, ruined, mended))
        sigmas += [mended.sigma] if mended.sigma is not None else []
    return {"gains": gains, "refused": "", "guessed": guessed, "sigma": round(mean(sigmas), 1) if sigmas else None}


def _gain(clean: lab.Shot, ruined: lab.Ruined, mended: lab.Mended) -> float | None:
    """In dB; None where the damage changed no pixel."""
    before, after = (metrics.psnr(*lab.beside(clean, picture)) for picture in (ruined, mended))
    return None if before == float("inf") else round(verdict.compare(after, before), 2)


def make() -> None:
    """Computes the matrix on one thread, so that every machine adds up in the same order; stores and prints it."""
    torch.set_num_threads(1)
    store.write(NAME, compute(), list(lab.MODELS))
    print(text(read()))


def text(matrix: Matrix) -> str:
    """The matrix as a Markdown table: mean gain in dB, and from the worst sample to the best."""
    lines = ["| damage | " + " | ".join(matrix.models) + " |", "|---|" + "---|" * len(matrix.models)]
    for steps in matrix.damages:
        cells = [_cell_text(matrix.cells[steps, model]) for model in matrix.models]
        lines.append(f"| {damage_text(steps)} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell_text(cell: Cell) -> str:
    if cell.refused:
        return cell.refused
    numbers = f"{cell.mean:+.2f} ({cell.gains[cell.worst]:+.2f} to {cell.gains[cell.best]:+.2f})"
    return f"**{numbers}**" if cell.own else numbers
