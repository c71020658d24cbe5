"""Why a decoder blurs: the one answer with the least expected squared error is the mean of all answers that are plausible.

Two digits share what is seen, half of the picture, and differ in the half that is covered; each is as likely as the other.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

HALVES = ("left", "right", "upper", "lower")
GREY = (0.25, 0.75)  # a pixel between is neither ink nor paper


def covered(half: str, side: int) -> Tensor:
    """(side, side) bool, True in the covered half."""
    where, middle = torch.zeros(side, side, dtype=torch.bool), side // 2
    part = {"left": where[:, :middle], "right": where[:, middle:], "upper": where[:middle], "lower": where[middle:]}[half]
    part.fill_(True)
    return where


def best_half(a: Tensor, b: Tensor) -> str:
    """The half to cover so that the other differs least: then both digits fit what is seen. a, b: (H, H)."""
    return min(HALVES, key=lambda half: ((a - b)[~covered(half, len(a))] ** 2).sum().item())


@dataclass(frozen=True)
class Two:
    """Pictures (H, H) in [0, 1]. seen: what survives, the mean of both there, 0 where it is covered; first, second: the two whole pictures
    that fit it; mean: of these two."""

    hidden: Tensor
    seen: Tensor
    first: Tensor
    second: Tensor
    mean: Tensor


def overlay(a: Tensor, b: Tensor, half: str) -> Two:
    hidden, both = covered(half, len(a)), (a + b) / 2
    return Two(hidden, both.masked_fill(hidden, 0), torch.where(hidden, a, both), torch.where(hidden, b, both), both)


def expected(answer: Tensor, truths: list[Tensor], hidden: Tensor) -> Tensor:
    """The squared error of an answer (H, H) against each of the truths, summed over the covered pixels, (len(truths),)."""
    return torch.stack([((answer - truth)[hidden] ** 2).sum() for truth in truths])


def psnr(error: Tensor, pixels: int) -> Tensor:
    """dB, from squared errors summed over so many pixels."""
    return -10 * torch.log10(error.clamp(min=1e-9) / pixels)


def grey(picture: Tensor, hidden: Tensor) -> Tensor:
    """The share of the covered pixels with ink (above a quarter) that are neither ink nor paper. picture (..., H, H)."""
    values = picture[..., hidden]
    inked, unsure = (values > GREY[0]).float().sum(-1), ((values > GREY[0]) & (values < GREY[1])).float().sum(-1)
    return unsure / inked.clamp(min=1)
