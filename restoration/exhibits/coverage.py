"""What a generator of digits covers: does it draw all ten, and are they digits?

A GAN may fool its discriminator with a few kinds of picture, drawn well (mode collapse); its losses do not show it. A classifier that was
trained on real digits counts. It is a judge with limits: it must name one of ten classes, whatever it is shown.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from restoration.distributions import frechet

CLASSES = 10
SURE = 0.9  # the classifier's probability of its first choice
BATCH = 1000


@dataclass(frozen=True)
class Coverage:
    """shares: of each class, (10,), they sum to 1. sure: share of pictures of whose class the classifier is sure, more than SURE.
    distance: squared Frechet distance to held-out real digits in its features; 0 or more, lower is better. count: pictures."""

    shares: Tensor
    sure: float
    distance: float
    count: int

    @property
    def missing(self) -> list[int]:
        """Classes that get less than a tenth of their due."""
        return [digit for digit, share in enumerate(self.shares.tolist()) if share < 0.1 / CLASSES]


@torch.no_grad()
def coverage(pictures: Tensor, judge, real: Tensor) -> Coverage:
    """pictures (N, 1, 28, 28) in [0, 1], white on black; judge: models.classifier.Classifier; real (M, F): the judge's features of held-out
    digits (`seen`)."""
    features, chances = seen(pictures, judge)
    best, choice = chances.max(1)
    shares = torch.bincount(choice, minlength=CLASSES) / len(pictures)
    return Coverage(shares, (best > SURE).float().mean().item(), frechet(features, real), len(pictures))


@torch.no_grad()
def seen(pictures: Tensor, judge) -> tuple[Tensor, Tensor]:
    """What the judge sees in pictures and makes of it: (features (N, F), probability of each class (N, 10))."""
    features = torch.cat([judge.features(part) for part in pictures.split(BATCH)])
    return features, judge.last(features).softmax(1)
