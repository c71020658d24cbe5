"""What a digit costs in nats: pixel-rnn's exact -log p beside the VAE's bounds, and beside the mean of each pixel alone.

    python -m restoration.studies rnn-nats --data DATA

DATA/digits/mnist.npz holds x_train, x_test, y_test. The first test digits are made black and white once, with seed 0: each pixel is white
with the probability that its grey says. No network has seen them.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from restoration.lab.rnn_pixels import COIN, DRAWS, MODEL, VAE
from restoration.lab.vae import network
from restoration.studies import store
from restoration.training.small import binarised

NAME = "rnn-nats"
COUNT, PART = 2000, 250


@dataclass(frozen=True)
class Study:
    """rows: name -> {"mean", "error" (standard error of the mean), "by_class": ten means}, all in nats per digit. Names: exact, iwae (draws
    of z: `draws`), elbo (one draw), pixels (independent pixels, each with its mean over the training digits)."""

    made: dict  # see store.py
    rows: dict
    count: int
    draws: int
    coin: float


def digits(data: Path, count: int = COUNT) -> tuple[torch.Tensor, np.ndarray, torch.Tensor]:
    """(black and white digits (N, 1, 28, 28), their classes (N,), the mean of each pixel of the training digits (1, 1, 28, 28))."""
    with np.load(Path(data) / "digits" / "mnist.npz") as stored:
        test, labels, mean = stored["x_test"][:count], stored["y_test"][:count], stored["x_train"].mean(0)
    return binarised(torch.from_numpy(test / 255).float()[:, None], 0), labels, torch.from_numpy(mean / 255).float()[None, None]


@torch.no_grad()
def nats(x: torch.Tensor, mean: torch.Tensor, exact, vae, draws: int = DRAWS) -> dict[str, torch.Tensor]:
    """What each of the digits x (N, 1, 28, 28) costs, (N,) in nats, by name. exact, vae: the two networks."""
    found: dict[str, list] = {"exact": [], "iwae": [], "elbo": [], "pixels": []}
    one, many, mean = torch.Generator().manual_seed(0), torch.Generator().manual_seed(0), mean.clamp(1e-3, 1 - 1e-3)
    for part in x.split(PART):
        found["exact"].append(exact.surprise(part).sum((1, 2)))
        found["iwae"].append(-vae.log_evidence(part, draws, many))
        seen, spent = vae.elbo(part, one)
        found["elbo"].append(spent.sum(1) - seen)
        found["pixels"].append(-(part * mean.log() + (1 - part) * (1 - mean).log()).sum((1, 2, 3)))
    return {name: torch.cat(parts) for name, parts in found.items()}


def make(data: Path) -> None:
    x, labels, mean = digits(data)
    rows = {}
    for name, each in nats(x, mean, network(MODEL), network(VAE)).items():
        by_class = [round(each[labels == digit].mean().item(), 2) for digit in range(10)]
        error = each.std().item() / len(each) ** 0.5
        rows[name] = {"mean": round(each.mean().item(), 2), "error": round(error, 2), "by_class": by_class}
    store.write(NAME, {"count": len(x), "draws": DRAWS, "coin": round(COIN, 2), "rows": rows}, [MODEL, VAE])


def read() -> Study:
    """Refusal if it is missing."""
    return Study(**store.read(NAME))
