"""The nine numbers of one pixel's GRU fitted by gradient descent, and what they are worth beside the plain mean, on pixels of the clips
that ship.

    python -m restoration.studies rnn-cell

Fitted on some pixels of all clips, measured on others with other noise. See restoration.lab.rnn_cell for what a sequence is.
"""

from dataclasses import dataclass

import numpy as np
import torch

from restoration.lab import rnn
from restoration.lab.rnn_cell import NAMES, PRESETS, REACH, cell_of, films, mean_so_far, steps
from restoration.studies import store

NAME = "rnn-cell"
SIGMA = rnn.Case.sigma
PIXELS, TESTED = 500, 2000  # of each clip: to fit on, to measure on
UPDATES, RATE = 400, 0.05  # of Adam
STARTS = 6  # some end in a poor place: the one with the lowest loss is kept


@dataclass(frozen=True)
class Study:
    """numbers: as lab.rnn_cell.NAMES. rows: clip -> method -> mean squared error on the scale -1 to 1, of all frames. Methods: raw, mean
    (so far), running (the preset "mean"), fitted. losses: of the fit, of every start, first and last."""

    made: dict  # see store.py
    numbers: list
    rows: dict
    losses: list
    sigma: int
    pixels: int
    tested: int


def sequences(name: str, count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """(x, truth), (count, T) each: `count` different pixels of a clip."""
    clip = rnn.picture(name)
    x, truth = films(rnn.ruin(clip, rnn.Case(picture=name, sigma=SIGMA, seed=seed)))
    chosen = np.random.default_rng(seed).choice(x[0].size, count, replace=False)
    return tuple(film.reshape(len(film), -1)[:, chosen].T for film in (x, truth))


def fit(x: np.ndarray, truth: np.ndarray, seed: int, updates: int = UPDATES) -> tuple[list[float], float, float]:
    """(the nine numbers, loss at the start, loss at the end), for sequences (N, T)."""
    generator = torch.Generator().manual_seed(seed)
    cell = cell_of(torch.randn(len(NAMES), generator=generator).tolist())
    cell.h.bias.requires_grad_(False)
    optimiser = torch.optim.Adam([p for p in cell.parameters() if p.requires_grad], RATE)
    x, truth, losses = torch.from_numpy(x).double(), torch.from_numpy(truth).double(), []
    for _ in range(updates):
        h, loss = torch.zeros(1, 1, len(x), dtype=torch.float64), 0.0
        for now, then in zip(x.T, truth.T, strict=True):
            h = cell(now.view(1, 1, -1), h)
            loss = loss + (h - then).square().mean() / x.shape[1]
        losses.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        with torch.no_grad():
            for p in cell.parameters():
                p.clamp_(-REACH, REACH)
    numbers = torch.stack([cell.x.weight.flatten(), cell.h.weight.flatten(), cell.x.bias], 1)  # (3, 3): r, z, n by W, U, b
    return [round(v, 3) for v in numbers.flatten().tolist()], losses[0], losses[-1]


def measure(numbers: list[float], x: np.ndarray, truth: np.ndarray) -> dict:
    """Mean squared errors, by method."""
    held = {"raw": x, "mean": mean_so_far(x), "running": steps(PRESETS["mean"], x)["h"], "fitted": steps(numbers, x)["h"]}
    return {name: round(float(((h - truth) ** 2).mean()), 5) for name, h in held.items()}


def make() -> None:
    x, truth = (np.concatenate(parts) for parts in zip(*(sequences(name, PIXELS, 1) for name in rnn.made()), strict=True))
    fits = [fit(x, truth, seed) for seed in range(STARTS)]
    numbers = min(fits, key=lambda found: found[2])[0]
    rows = {name: measure(numbers, *sequences(name, TESTED, 2)) for name in rnn.made()}
    losses = [[round(first, 5), round(last, 5)] for _, first, last in fits]
    found = {"numbers": numbers, "sigma": SIGMA, "pixels": PIXELS, "tested": TESTED, "losses": losses, "rows": rows}
    store.write(NAME, found, [])


def read() -> Study:
    """Refusal if it is missing."""
    return Study(**store.read(NAME))
