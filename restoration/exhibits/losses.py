"""One network, three losses: what each answers for a pixel, and the probabilities that cross-entropy gives to every level of it."""

import torch
from torch import Tensor

from restoration.exhibits.blocks import field
from restoration.models.base import in_tiles, pad_to
from restoration.models.blocks import LEVELS, SmallDenoiser, level_values


def around(network: SmallDenoiser, y: Tensor, row: int, column: int) -> tuple[Tensor, int, int]:
    """The piece of the picture y (1, C, H, W) that one pixel can see, and the pixel's place in it: row, column.

    A little more than the receptive field, cut along the network's squares: the answer for the pixel is that for the whole picture. For
    networks that take no mean over the whole picture.
    """
    n = network.multiple
    margin = field(network) // 2 + n
    y = pad_to(y, n)
    top, left = (max(place - margin, 0) // n * n for place in (row, column))
    bottom, right = ((place + margin) // n * n for place in (row, column))
    return y[..., top:bottom, left:right], row - top, column - left


@torch.no_grad()
def answer(network: SmallDenoiser, y: Tensor, row: int, column: int) -> Tensor:
    """(C,): the colours that the network answers with at one pixel of the damaged picture y (1, C, H, W). Not clipped."""
    piece, row, column = around(network, y, row, column)
    return network(piece)[0, :, row, column].cpu()


@torch.no_grad()
def probabilities(network: SmallDenoiser, y: Tensor, row: int, column: int) -> Tensor:
    """(C, 32): for each colour of one pixel the probability of every level, dark to light. Only for cross-entropy."""
    piece, row, column = around(network, y, row, column)
    return network.logits(piece)[0, :, :, row, column].softmax(0).T.cpu()


def readings(p: Tensor) -> dict[str, Tensor]:
    """Three ways to read probabilities (..., 32): their mean, the median (the first level at which half is reached) and the mode."""
    values = level_values().to(p)
    median = (p.cumsum(-1) >= 0.5).int().argmax(-1)
    return {"mean": p @ values, "median": values[median], "mode": values[p.argmax(-1)]}


def entropy(p: Tensor) -> Tensor:
    """Of probabilities (..., 32), in bits: 0 where one level is sure, 5 where all are equally likely."""
    return -(p * p.clamp_min(1e-12).log2()).sum(-1)


@torch.no_grad()
def doubt(network: SmallDenoiser, y: Tensor) -> Tensor:
    """(H, W): the entropy of the probabilities, the mean over the colours. Only for cross-entropy."""

    def of(part: Tensor) -> Tensor:
        return entropy(network.logits(part).softmax(1).movedim(1, -1)).mean(1, keepdim=True)

    return in_tiles(of, y, network.multiple)[0, 0].cpu()


def quantisation(levels: int = LEVELS) -> float:
    """The best PSNR, in dB, that answers of so many equal levels can reach on values that lie anywhere: the error is spread evenly over
    one level, so its square has the mean (1 / levels)**2 / 12."""
    return float(10 * torch.log10(torch.tensor(12.0 * levels**2)))
