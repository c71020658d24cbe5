"""How much of a repair was seen, and how much made up: a repaired photo is measured twice.

A damage A loses something: many pictures x have the same A x = y. Split a picture into what A sees of it and what A is blind to,

    x = A+ A x  +  (x - A+ A x)          A+: the pseudoinverse; both parts are orthogonal

    fit     does the repair agree with the data? the distance of A(repair) from y
    error   how right is what the data do not determine? the distance of the repair's blind part from the truth's

Restorers of equal fit differ in what they make up. The yardstick is a restorer that makes up nothing, whose blind part is empty: who is
further from the truth than that has added detail that is wrong. (As exhibits/repair.py does it for the VAE's digits.)

    x4      A is antialiased bicubic shrinking, which is a matrix for rows and one for columns
    holes   A keeps the known pixels; blind is the hole
"""

from dataclasses import dataclass
from functools import lru_cache

import torch
from torch import Tensor

from restoration.errors import Refusal
from restoration.metrics import error_map
from restoration.resample import blur, gaussian_kernel, resize


@dataclass(frozen=True)
class Invention:
    """Root mean squares over pixels and colours, in units of 1/255.

    fit      of A(repair) - y, over the pixels of y that are known. y rounded to 8 bits alone gives about 0.29
    amount   of what was made up: the repair's blind part (for a hole: less the mean colour of the known pixels)
    error    of that less the truth's; None where there is no truth
    nothing  of the truth's own blind part: the error of making up nothing; None where there is no truth
    unseen   share of the values of the picture that the data leave open, 0 to 1
    """

    fit: float
    amount: float
    error: float | None
    nothing: float | None
    unseen: float


def of_enlarged(repair: Tensor, small: Tensor, truth: Tensor | None, scale: int) -> Invention:
    """repair, truth (1, C, H, W); small (1, C, H / scale, W / scale), made by antialiased bicubic shrinking. Raises Refusal:
    unequal_shapes."""
    _same(repair.shape[-2:], tuple(scale * n for n in small.shape[-2:]))
    fit = _rms(shrink(repair, scale) - small.double())
    mine, its = blind(repair, scale), None if truth is None else blind(_as(truth, repair), scale)
    return _invention(fit, mine, its, 1 - 1 / scale**2)


def of_filled(repair: Tensor, damaged: Tensor, truth: Tensor | None, mask: Tensor) -> Invention:
    """repair, damaged, truth (1, C, H, W); mask (1, 1, H, W), 1 where a pixel is known. A restorer that puts known pixels back has fit 0.
    Without a hole, or without a known pixel, the numbers in question are NaN. Raises Refusal: unequal_shapes."""
    seen = mask[0, 0] > 0.5  # (H, W)
    _same(repair.shape[-2:], seen.shape)
    _same(repair.shape, damaged.shape)
    known = damaged[..., seen].double()  # (1, C, N)
    base = known.mean(-1, keepdim=True)
    mine = repair[..., ~seen].double() - base
    its = None if truth is None else _as(truth, repair)[..., ~seen].double() - base
    return _invention(_rms(repair[..., seen].double() - known), mine, its, 1 - seen.double().mean().item())


def _invention(fit: float, mine: Tensor, its: Tensor | None, unseen: float) -> Invention:
    return Invention(fit, _rms(mine), None if its is None else _rms(mine - its), None if its is None else _rms(its), unseen)


def shrink(x: Tensor, scale: int) -> Tensor:
    """A x: (B, C, H, W) -> (B, C, H / scale, W / scale) as the damage "low-resolution" does it, in double precision, not rounded."""
    return resize(x.double(), x.shape[-2] // scale, x.shape[-1] // scale)


def blind(x: Tensor, scale: int) -> Tensor:
    """x - A+ A x, (B, C, H, W): the part of a picture that shrinking does not see. shrink(blind(x)) is 0."""
    x = x.double()
    rows, columns = (_seen(n, scale) for n in x.shape[-2:])
    return x - rows @ x @ columns.mT


@lru_cache(maxsize=16)
def _seen(n: int, scale: int) -> Tensor:
    """A+ A of one axis of n pixels, (n, n): the orthogonal projection onto what shrinking sees."""
    a = resize(torch.eye(n, dtype=torch.float64)[None, None], n // scale, n)[0, 0]  # (n / scale, n)
    return torch.linalg.pinv(a) @ a


def invented(repair: Tensor, plain: Tensor, around: float = 2.0) -> Tensor:
    """(1, 1, H, W), in [0, 1]: where a repair has what a repair by the least squared or absolute error (plain, the same shape) has not.

    The absolute difference, averaged over the colours and then over the surroundings (a Gaussian of sigma `around`, in pixels; 0: not at
    all), because texture crosses zero every few pixels. It needs no truth: it shows what was added, right or wrong.
    """
    return blur(error_map(repair, plain), gaussian_kernel(around)).clamp(0, 1)


def _rms(x: Tensor) -> float:
    return 255 * x.square().mean().sqrt().item()


def _as(truth: Tensor, repair: Tensor) -> Tensor:
    _same(truth.shape, repair.shape)
    return truth


def _same(first, second) -> None:
    if tuple(first) != tuple(second):
        raise Refusal("unequal_shapes", first=tuple(first), second=tuple(second))
