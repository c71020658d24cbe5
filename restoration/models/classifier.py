"""A small classifier of digits: a judge, not a restorer. It says whether a repaired or an invented digit still reads as what it was.

a classifier   convolution, pooling, fully connected, cross-entropy: what a restorer mostly does without
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from restoration.models.base import Family, Restorer


@dataclass(frozen=True)
class Config:
    widths: tuple[int, ...] = (16, 32)
    features: int = 64  # before the last layer: what two sets of pictures are compared by
    classes: int = 10


class Classifier(Restorer):
    about = "Reads digits: a judge of repaired and of invented ones. It restores nothing."
    told = ("label",)

    def __init__(self, config: Config):
        super().__init__()
        self.config = config
        a, b = config.widths
        self.layers = nn.Sequential(
            nn.Conv2d(1, a, 3, padding=1), nn.ReLU(), nn.Conv2d(a, a, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),  # (B, 16, 14, 14)
            nn.Conv2d(a, b, 3, padding=1), nn.ReLU(), nn.Conv2d(b, b, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),  # (B, 32, 7, 7)
            nn.Flatten(), nn.Dropout(0.3), nn.Linear(b * 49, config.features), nn.ReLU(),  # (B, 64)
        )  # fmt: skip
        self.last = nn.Linear(config.features, config.classes)

    def features(self, x: Tensor) -> Tensor:
        """Digits (B, 1, 28, 28) in [0, 1], white on black -> (B, features)."""
        return self.layers(x)

    def forward(self, x: Tensor) -> Tensor:
        """-> (B, 10), before the softmax."""
        return self.last(self.features(x))

    @torch.no_grad()
    def read(self, x: Tensor) -> Tensor:
        """The probability of each class, (B, 10)."""
        return self(x).softmax(1)


def optimisers(model: Classifier, lr: float) -> dict:
    return {"adam": torch.optim.AdamW(model.parameters(), lr=lr, weight_decay=0.01)}


def step(model: Classifier, batch, optimisers: dict) -> dict:
    """One update."""
    digits, _, known = batch
    model.train()
    loss = F.cross_entropy(model(digits), known["label"], label_smoothing=0.05)  # fewer are read wrong; it is too modest then: `calibrate`
    for optimiser in optimisers.values():
        optimiser.zero_grad(set_to_none=True)
    loss.backward()
    for optimiser in optimisers.values():
        optimiser.step()
    return {"loss": loss.item()}


@torch.no_grad()
def validate(model: Classifier, batch) -> dict:
    digits, _, known = batch
    model.eval()
    out = model(digits)
    wrong = (out.argmax(1) != known["label"]).float().mean().item()
    return {"loss": F.cross_entropy(out, known["label"]).item(), "error": wrong}


@torch.no_grad()
def calibrate(model: Classifier, digits: Tensor, labels: Tensor) -> float:
    """Divide what the last layer says by the temperature with which held-out digits (N, 1, 28, 28) are likeliest, so that of what it is
    90 % sure of, 90 % are right; what it reads stays the same (Guo et al. 2017, arXiv 1706.04599). -> the temperature."""
    model.eval()
    out = model(digits)
    temperature = min((k / 100 for k in range(20, 301)), key=lambda t: F.cross_entropy(out / t, labels).item())
    model.last.weight /= temperature
    model.last.bias /= temperature
    return temperature


@torch.no_grad()
def calibration_error(chances: Tensor, labels: Tensor, bins: int = 10) -> float:
    """How far the probability of the first choice is from how often it is right, 0 to 1: expected calibration error, in equal bins."""
    sure, choice = chances.max(1)
    right, at = (choice == labels).float(), (sure * bins).long().clamp(max=bins - 1)
    return sum(((right - sure)[at == k].sum().abs() / len(sure)).item() for k in range(bins))


FAMILY = Family("classifier", Config, Classifier, optimisers, step, validate)
