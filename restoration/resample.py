"""Linear operators on pictures: blurring with a kernel, and resizing as MATLAB's imresize does.

Both see a mirror image beyond the border, and neither clips: a bicubic curve may overshoot [0, 1] a little.
"""

import math

import numpy as np
import torch
from scipy.fft import next_fast_len
from scipy.signal import convolve2d
from torch import Tensor


def gaussian_kernel(sigma: float) -> Tensor:
    """(k, k), sums to 1, cut at 4 sigma (pixels). sigma 0 is the kernel of one pixel, which changes nothing."""
    radius = math.ceil(4 * sigma)
    t = torch.arange(-radius, radius + 1, dtype=torch.float64)
    g = torch.exp(-(t**2) / (2 * sigma**2)) if sigma > 0 else torch.ones(1, dtype=torch.float64)
    g = g / g.sum()
    return torch.outer(g, g).float()


def motion_kernel(length: float, angle: float) -> Tensor:
    """(k, k), sums to 1: a straight path of `length` pixels, `angle` degrees counter-clockwise from the horizontal.

    Points along the path share their weight among the four pixels around them, which makes the line smooth.
    """
    radius = math.ceil(length / 2)
    n = 32 * max(1, math.ceil(length))
    t = ((np.arange(n) + 0.5) / n - 0.5) * length  # places on the path
    x = radius + t * math.cos(math.radians(angle))
    y = radius - t * math.sin(math.radians(angle))  # rows count downwards
    kernel = np.zeros((2 * radius + 2, 2 * radius + 2))
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)
    fx, fy = x - left, y - top
    for dy, wy in ((0, 1 - fy), (1, fy)):
        for dx, wx in ((0, 1 - fx), (1, fx)):
            np.add.at(kernel, (top + dy, left + dx), wy * wx / n)
    return torch.from_numpy(kernel[:-1, :-1] / kernel[:-1, :-1].sum()).float()


def defocus_kernel(radius: float) -> Tensor:
    """(k, k), sums to 1: a disc; a pixel weighs as much as the part of it that the disc covers."""
    reach = max(0, math.ceil(radius - 0.5))
    if reach == 0:
        return torch.ones(1, 1)
    fine = 16  # points a pixel and side
    t = (np.arange((2 * reach + 1) * fine) + 0.5) / fine - reach - 0.5
    inside = (t[:, None] ** 2 + t[None] ** 2 <= radius**2).astype(np.float64)
    covered = inside.reshape(2 * reach + 1, fine, 2 * reach + 1, fine).mean(axis=(1, 3))
    return torch.from_numpy(covered / covered.sum()).float()


def joined_kernel(first: Tensor, second: Tensor) -> Tensor:
    """The one kernel that does what two do one after the other (but for the border): their convolution."""
    return torch.from_numpy(convolve2d(first.cpu().numpy(), second.cpu().numpy()))


def mirror(index: Tensor, n: int) -> Tensor:
    """Any whole number -> 0..n-1, reflected at the middle of the border pixels: -1 is 1, n is n - 2."""
    period = max(1, 2 * (n - 1))
    index = index % period
    return torch.minimum(index, period - index).clamp(max=n - 1)


def blur(x: Tensor, kernel: Tensor) -> Tensor:
    """Convolution of (B, C, H, W) with an odd (k, k) kernel; the border is reflected.

    By FFT, so that the time hardly grows with k.
    """
    r = kernel.shape[-1] // 2
    if r == 0:
        return x * kernel.to(x)[0, 0]
    h, w = x.shape[-2:]
    rows, cols = mirror(torch.arange(-r, h + r), h), mirror(torch.arange(-r, w + r), w)
    padded = x.index_select(2, rows.to(x.device)).index_select(3, cols.to(x.device))  # (B, C, H + 2r, W + 2r)
    size = (next_fast_len(h + 2 * r, real=True), next_fast_len(w + 2 * r, real=True))
    product = torch.fft.rfft2(padded, s=size) * torch.fft.rfft2(kernel.to(x), s=size)
    return torch.fft.irfft2(product, s=size)[..., 2 * r : 2 * r + h, 2 * r : 2 * r + w].contiguous()


def cubic(t: Tensor) -> Tensor:
    """The cubic convolution kernel with a = -0.5 (Keys, 1981)."""
    t = t.abs()
    near = 1.5 * t**3 - 2.5 * t**2 + 1
    far = -0.5 * t**3 + 2.5 * t**2 - 4 * t + 2
    return torch.where(t <= 1, near, torch.where(t < 2, far, torch.zeros_like(t)))


def resize(x: Tensor, height: int, width: int) -> Tensor:
    """(B, C, H, W) -> (B, C, height, width), bicubic; when shrinking, the kernel is widened so that nothing aliases."""
    return _resize_axis(_resize_axis(x, 2, height), 3, width)


def _resize_axis(x: Tensor, axis: int, new: int) -> Tensor:
    old = x.shape[axis]
    if new == old:
        return x
    scale = new / old
    widen = max(1.0, 1 / scale)
    taps = math.ceil(4 * widen) + 2
    centre = (torch.arange(new, dtype=torch.float64) + 0.5) / scale - 0.5  # of each new pixel, in old pixels
    first = torch.floor(centre - 2 * widen).long()
    index = first[:, None] + torch.arange(taps)  # (new, taps)
    weights = cubic((centre[:, None] - index) / widen)
    weights = (weights / weights.sum(dim=1, keepdim=True)).to(x)
    # beyond the border the picture is mirrored with its last pixel doubled (-1 is 0), as imresize does
    index = index % (2 * old)
    index = torch.minimum(index, 2 * old - 1 - index).to(x.device)
    shape = [1] * x.ndim
    shape[axis] = new
    out = 0
    for k in range(taps):
        out = out + x.index_select(axis, index[:, k]) * weights[:, k].view(shape)
    return out
