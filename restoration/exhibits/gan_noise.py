"""Where a generator's noise lies: its distance from the middle, and planes through it that can be looked at.

Noise z (Z,) is standard normal in each of its Z dimensions. Its length |z| then follows the chi distribution with Z degrees of freedom,
whose mean is about the root of Z while its standard deviation is always about 0.7: in many dimensions nearly all noise lies on a thin
shell, and next to none in the middle, though the density is largest there.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from restoration.errors import Refusal


def shell(dimensions: int) -> tuple[float, float]:
    """Mean and standard deviation of |z|: those of the chi distribution."""
    mean = math.sqrt(2) * math.exp(math.lgamma((dimensions + 1) / 2) - math.lgamma(dimensions / 2))
    return mean, math.sqrt(dimensions - mean**2)


def nearer(length: float, dimensions: int) -> float:
    """The share of all noise that is nearer to the middle than `length`, in [0, 1]."""
    half, square = torch.tensor([dimensions / 2, length**2 / 2], dtype=torch.float64)
    return torch.special.gammainc(half, square).item()  # the chi-square distribution, of |z| squared


@dataclass(frozen=True, eq=False)
class Slice:
    """A plane through the space of noise. foot (Z,): its point that is nearest to the middle; axes (2, Z): of length 1, at right angles to
    each other and to foot; marks (n, 2): where the points lie that it was laid through."""

    foot: Tensor
    axes: Tensor
    marks: Tensor

    def at(self, places: Tensor) -> Tensor:
        """Places on the plane (N, 2) -> noise (N, Z). |z|^2 = |foot|^2 + |place|^2."""
        return self.foot + places @ self.axes

    def ring(self, length: float) -> float:
        """How far from foot noise of this length lies on the plane; 0 if the plane does not come so near to the middle."""
        return math.sqrt(max(length**2 - self.foot.square().sum().item(), 0.0))


def slice_through(points: Tensor) -> Slice:
    """The plane through three points (3, Z), or through two (2, Z) and the middle of the space. The first point lies to the right of foot.
    Refusal if the points do not span a plane, as two that are the same."""
    points = points.double()
    through = points if len(points) == 3 else torch.cat([torch.zeros_like(points[:1]), points])
    along = through[1:] - through[0]
    basis, r = torch.linalg.qr(along.T)  # (Z, 2)
    if r.diagonal().abs().min() < 1e-6 * max(r.abs().max().item(), 1e-9):
        raise Refusal("gan_same_seeds")
    foot = through[0] - basis @ (basis.T @ through[0])
    right = basis.T @ points[0]
    right = right / right.norm() if right.norm() > 1e-9 else torch.tensor([1.0, 0.0], dtype=points.dtype)
    turn = torch.stack([right, torch.stack([-right[1], right[0]])])
    axes = turn @ basis.T
    marks = points @ axes.T
    if marks[1, 1] < 0:  # the second above it, whatever sign the decomposition gave
        axes[1], marks[:, 1] = -axes[1], -marks[:, 1]
    return Slice(foot.float(), axes.float(), marks.float())


def grid(count: int, limit: float) -> Tensor:
    """The middles of count x count squares that fill the plane from -limit to limit, row by row from the top left: (count ** 2, 2)."""
    steps = (2 * torch.arange(count) + 1) / count - 1
    return limit * torch.stack([steps.repeat(count), steps.flip(0).repeat_interleave(count)], 1)
