"""What did this pixel look at? What an output pixel of the U-Net can depend on, and what it does depend on.

The first is the theoretical receptive field, counted from the layers. The second is the effective one (Luo et al. 2016,
arXiv 1701.04128): the gradient of the output pixel with respect to every input pixel, by backpropagation. The network is any with the
U-Net's trunk: head, down, shrink, middle, grow, up, tail.
"""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor, nn

from restoration.models.base import pad_to


def reach(module: nn.Module) -> int:
    """How many positions further on each side a chain of convolutions looks, at its own resolution."""
    return sum(m.dilation[0] * (m.kernel_size[0] // 2) for m in module.modules() if isinstance(m, nn.Conv2d))


def way_back(network: nn.Module) -> Iterator[tuple[str, int]]:
    """What each part of the trunk does to a range of positions, from the output back to the input: ("wider", by so many positions
    on each side), ("coarser", so many times) or ("finer", so many times). A skip connection adds nothing: the way through the deeper
    levels sees all that it sees."""
    yield "coarser", network.fold * network.config.scale  # pixel shuffle: so many output rows come from one
    yield "wider", reach(network.tail)
    for up in network.up:  # from 1/2 down to the coarsest
        yield "wider", reach(up)
        yield "coarser", 2  # the pixel shuffle below it
    yield "wider", reach(network.middle)
    for down, shrink in zip(reversed(network.down), reversed(network.shrink), strict=True):
        yield "finer", shrink.stride[0]  # one position was made of a square of them
        yield "wider", reach(down)
    yield "wider", reach(network.head)
    yield "finer", network.fold  # pixel unshuffle


def field(network: nn.Module, place: int) -> tuple[int, int]:
    """(first, last): the input rows that output row `place` can depend on, as if the picture had no border. Columns alike.

    Super-resolution looks at a small picture: its rows are fewer than those of the output.
    """
    first = last = place
    for what, by in way_back(network):
        if what == "wider":
            first, last = first - by, last + by
        elif what == "coarser":
            first, last = first // by, last // by
        else:
            first, last = first * by, last * by + by - 1
    return first, last


def mend(network: nn.Module, y: Tensor, **told) -> Tensor:
    """The forward pass, open to gradients, of a picture whose sides are made whole first. Of what is told, the network is given what
    its forward() has a name for."""
    named = inspect.signature(network.forward).parameters
    whole = {key: pad_to(value, network.multiple) if value.ndim == 4 else value for key, value in told.items() if key in named}
    return network(pad_to(y, network.multiple), **whole)


@dataclass(frozen=True)
class Attribution:
    """weight    (h, w), the size of the gradient at each input pixel within the field, as far as the picture reaches; it is 0 outside
    top, left    where `weight` begins in the picture
    box          (top, left, bottom, right) of the theoretical field, inclusive; it may lie outside the picture
    row, column  the output pixel

    All in pixels of the output; a pixel of a small picture is a square of them.
    """

    weight: np.ndarray
    top: int
    left: int
    box: tuple[int, int, int, int]
    row: int
    column: int

    def enlarged(self, times: int) -> "Attribution":
        """The same where each pixel was a square of `times` x `times`; row and column become the middle of theirs."""
        weight = np.kron(self.weight, np.full((times, times), 1 / times**2))
        top, left, bottom, right = self.box
        box = (times * top, times * left, times * bottom + times - 1, times * right + times - 1)
        row, column = times * self.row + times // 2, times * self.column + times // 2
        return Attribution(weight, times * self.top, times * self.left, box, row, column)

    @property
    def distance(self) -> np.ndarray:
        """(h, w): how far each pixel of `weight` is from the output pixel, from centre to centre, in pixels."""
        rows, columns = np.indices(self.weight.shape)
        return np.hypot(rows + self.top - self.row, columns + self.left - self.column)

    def share(self, radius: float) -> float:
        """The part of the whole gradient that lies within `radius` pixels, 0 to 1."""
        total = self.weight.sum()
        return float(self.weight[self.distance <= radius].sum() / total) if total else 1.0

    def radius(self, share: float = 0.9) -> int:
        """The least whole number of pixels within which that part of the gradient lies."""
        mass = np.bincount(np.ceil(self.distance).astype(int).ravel(), self.weight.ravel()).cumsum()
        return int(np.searchsorted(mass, share * mass[-1] * (1 - 1e-12)))


def attribute(network: nn.Module, y: Tensor, row: int, column: int, **told) -> Attribution:
    """The gradient of one restored pixel, the sum of its colours, with respect to the picture y (1, C, H, W): absolute values, summed
    over the colours. row, column: in what the network makes of y. told: what it is told, as its forward() takes it.

    Only the field is computed, cut along the network's squares, so a large picture costs no more than a small one; the answer is that
    for a picture mended in one piece.
    """
    (top, bottom), (left, right) = field(network, row), field(network, column)
    n, scale = network.multiple, network.config.scale
    t, s = max(top // n * n, 0), max(left // n * n, 0)
    part = y[..., t : bottom + 1, s : right + 1].detach().clone().requires_grad_()
    told = {key: value[..., t : bottom + 1, s : right + 1] if value.ndim == 4 else value for key, value in told.items()}  # a mask
    with torch.enable_grad():
        restored = mend(network, part, **told)
        (gradient,) = torch.autograd.grad(restored[0, :, row - scale * t, column - scale * s].sum(), part)
    weight = gradient.abs().sum(1)[0].cpu().double().numpy()  # (h, w)
    small = Attribution(weight, t, s, (top, left, bottom, right), row // scale, column // scale)
    return small if scale == 1 else replace(small.enlarged(scale), row=row, column=column)
