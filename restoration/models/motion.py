"""Where a camera went between two frames, and moving what is remembered along with it.

The motion is looked for as in block matching, with the whole picture for a block: of all whole-pixel shifts, the one at which two frames
differ least. All of the picture votes, so noise hardly matters; what moves by itself in front of the rest is outvoted.
"""

import torch
from torch import Tensor

REACH = 16  # pixels: no motion is looked for beyond it, nor beyond a sixth of a side
CHANCE = 16  # a motion must explain more than this times what noise makes of the difference by chance, or the camera stood still


def camera(y: Tensor, before: Tensor, mask: Tensor, sigma: Tensor) -> Tensor:
    """By how many whole pixels (down, right) `before` must be moved to lie on y. y, before: (B, C, H, W); mask: (B, 1, H, W), 1 where y is
    known; sigma: (B,), the noise in y, in 1/255 -> (B, 2)."""
    h, w = y.shape[-2:]
    reach = min(REACH, h // 6, w // 6)
    a, b = y.float().mean(1), before.float().mean(1)  # grey
    middle = b.mean((1, 2), keepdim=True)
    inner = torch.zeros_like(a)
    inner[:, reach : h - reach, reach : w - reach] = mask[:, 0, reach : h - reach, reach : w - reach]  # has a partner at every shift
    a, b = (a - middle) * inner, b - middle

    def sums(weights: Tensor, x: Tensor) -> Tensor:
        """For every shift d: the sum of weights(p) x(p - d) over all places p, by the Fourier transform."""
        return torch.fft.irfft2(torch.fft.rfft2(weights) * torch.fft.rfft2(x).conj(), s=(h, w))

    apart = sums(inner, b.square()) - 2 * sums(a, b)  # the squared difference at every shift, but for what all have in common
    apart[:, 0, 0] -= CHANCE * (sigma / 255).square() / y.shape[1] * inner.sum((1, 2)).sqrt()
    side = 2 * reach + 1
    best = apart.roll((reach, reach), (1, 2))[:, :side, :side].flatten(1).argmin(1)
    return torch.stack([best // side, best % side], 1) - reach


def moved(x: Tensor, by: Tensor) -> Tensor:
    """Each of x (B, C, H, W) moved by its own number of whole pixels (down, right), (B, 2). What comes in from outside is 0."""
    if not by.any():
        return x
    h, w = x.shape[-2:]
    rows, columns = torch.arange(h, device=x.device), torch.arange(w, device=x.device)
    out = []
    for part, (down, right) in zip(x, by.tolist(), strict=True):
        inside = ((rows >= down) & (rows < h + down))[:, None] & ((columns >= right) & (columns < w + right))
        out.append(part.roll((down, right), (1, 2)) * inside)
    return torch.stack(out)
