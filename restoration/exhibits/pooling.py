"""Pooling, and four ways back to the size from before: what a stride throws away, and where checkerboards come from.

Transposed convolution does not undo a convolution: it only enlarges. Where its kernel does not divide by its stride, some output
pixels are reached by more taps than others, and a checkerboard shows before any training (Odena, Dumoulin, Olah, Deconvolution and
Checkerboard Artifacts, Distill 2016).
"""

import torch
import torch.nn.functional as F
from torch import Tensor

from restoration.errors import Refusal

WINDOWS, KERNELS = (2, 3, 4), (2, 3, 4, 5)  # what the screen offers


def pool(x: Tensor, window: int, kind: str = "max") -> Tensor:
    """x (B, C, H, W) -> (B, C, H // window, W // window): one value, "max" or "average", for each square of window x window pixels.

    Window and stride are the same, so squares neither overlap nor leave gaps; rows and columns that fill no square are dropped.
    Refusal: pool_window if there is no square.
    """
    if window < 1 or window > min(x.shape[-2:]):
        raise Refusal("pool_window", window=window, size=min(x.shape[-2:]))
    height, width = (n // window for n in x.shape[-2:])
    squares = x[..., : height * window, : width * window].unflatten(-1, (width, window)).unflatten(-3, (height, window))
    return squares.amax((-3, -1)) if kind == "max" else squares.mean((-3, -1))  # from (B, C, height, window, width, window)


def nearest(x: Tensor, scale: int) -> Tensor:
    """Every pixel becomes a square of scale x scale."""
    return x.repeat_interleave(scale, -2).repeat_interleave(scale, -1)


def bilinear(x: Tensor, scale: int) -> Tensor:
    """Straight lines between the pixels' middles."""
    return F.interpolate(x, scale_factor=scale, mode="bilinear", align_corners=False)


def transposed(x: Tensor, weight: Tensor, stride: int) -> Tensor:
    """Transposed convolution: every pixel of x (B, C, H, W) stamps the kernel onto the output, weighted; where stamps overlap, they add up.

    weight (C, O, k, k) -> (B, O, H * stride, W * stride). The full output has (H - 1) * stride + k rows; it is cut, or filled with zeros
    where k < stride, so that the middles of input and output coincide.
    """
    k, (height, width) = weight.shape[-1], x.shape[-2:]
    full = [(n - 1) * stride + max(k, stride) for n in (height, width)]
    out = x.new_zeros(len(x), weight.shape[1], *full)
    for i in range(k):
        for j in range(k):
            stamp = torch.einsum("bchw,co->bohw", x, weight[:, :, i, j])
            out[..., i : i + (height - 1) * stride + 1 : stride, j : j + (width - 1) * stride + 1 : stride] += stamp
    cut = max(k - stride, 0) // 2
    return out[..., cut : cut + height * stride, cut : cut + width * stride]


def shuffled(x: Tensor, weight: Tensor, scale: int) -> Tensor:
    """Sub-pixel convolution: a 3x3 convolution to scale^2 times the channels, which are laid out as squares (pixel shuffle).

    x (B, C, H, W), weight (O * scale^2, C, 3, 3) -> (B, O, H * scale, W * scale).
    """
    x = F.conv2d(F.pad(x, [1] * 4, mode="replicate"), weight)  # (B, O * scale^2, H, W)
    x = x.unflatten(1, (-1, scale, scale))  # (B, O, scale, scale, H, W)
    return x.permute(0, 1, 4, 2, 5, 3).flatten(4).flatten(2, 3)  # rows and columns of the squares go where they belong


def overlap(kernel: int, stride: int, size: int = 12) -> Tensor:
    """How many taps of a transposed convolution reach each of size x size output pixels, away from the border: (size, size)."""
    around = 2 * kernel
    count = transposed(torch.ones(1, 1, size + around, size + around), torch.ones(1, 1, kernel, kernel), stride)[0, 0]
    start = kernel * stride  # a multiple of the stride, and far enough from the border
    return count[start : start + size, start : start + size].round().int()


def period(pattern: Tensor) -> int:
    """After how many pixels, to the right and downwards, a pattern (n, n) repeats."""
    n = len(pattern)
    return next(p for p in range(1, n) if torch.equal(pattern[p:], pattern[:-p]) and torch.equal(pattern[:, p:], pattern[:, :-p]))


def random_weight(shape: tuple, fan_in: int, seed: int) -> Tensor:
    """What torch gives a new convolution layer: uniform between -1 and 1 over the square root of the number of inputs."""
    generator = torch.Generator().manual_seed(seed)
    return (2 * torch.rand(shape, generator=generator) - 1) / fan_in**0.5


def untrained(x: Tensor, kernel: int, scale: int, seed: int) -> tuple[Tensor, Tensor]:
    """x (B, C, H, W) enlarged by a transposed convolution and by pixel shuffle, both with random weights of that seed."""
    c = x.shape[1]
    stamps = random_weight((c, c, kernel, kernel), c * kernel**2, seed)
    layers = random_weight((c * scale**2, c, 3, 3), c * 9, seed)
    return transposed(x, stamps, scale), shuffled(x, layers, scale)


def even(x: Tensor, kernel: int, scale: int) -> tuple[Tensor, Tensor]:
    """As `untrained`, with the same weight on every tap, colours apart, brightness kept: what is left of the pattern is the overlap's.

    For pixel shuffle it means one kernel for all places of a square, as ICNR initialisation gives it, so no pattern is left.
    """
    c = x.shape[1]
    colours = torch.eye(c)[:, :, None, None]  # (C, C, 1, 1): every colour to itself
    stamps = colours.expand(c, c, kernel, kernel) * (scale / kernel) ** 2
    layers = colours.repeat_interleave(scale**2, 0).expand(-1, c, 3, 3) / 9
    return transposed(x, stamps, scale), shuffled(x, layers, scale)


def stretched(x: Tensor) -> Tensor:
    """Full contrast for the eye: the smallest value becomes 0, the largest 1."""
    low, high = x.amin(), x.amax()
    return (x - low) / (high - low).clamp(min=1e-12)
