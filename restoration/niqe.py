"""NIQE: how far a picture's fine statistics are from those of photos, without a truth to compare it with.

Mittal, Soundararajan and Bovik 2013, "Making a Completely Blind Image Quality Analyzer". Where each pixel of a photo is divided by the
contrast around it, the values are nearly Gaussian, whatever the photo shows; blur, noise and blocks change their shape. Eighteen numbers
say what the shape is in a block of the picture, at each of two scales:

    luma -> MSCN coefficients -> GGD and AGGD parameters of every block -> a Gaussian over blocks -> its distance from that of photos

The Gaussian of photos was fitted by restoration.studies.niqe and lies in assets/niqe.json, with what it was fitted on.
"""

import json
from functools import cache
from pathlib import Path

import numpy as np
import torch
from scipy.ndimage import correlate1d
from scipy.special import gamma
from torch import Tensor

from restoration.errors import Refusal
from restoration.metrics import luma
from restoration.resample import resize

FILE = Path(__file__).resolve().parent.parent / "assets" / "niqe.json"
# pixels: a block's side, and from one block to the next. Blocks side by side are 4 in 256 pixels; overlapping ones, 36, tell blur better
BLOCK, STRIDE = 96, 32
LEAST = 192  # pixels a side
NEIGHBOURS = ((0, 1), (1, 0), (1, 1), (1, -1))  # right, below, and both diagonals
FEATURES = 2 * (2 + 4 * len(NEIGHBOURS))  # 36


def niqe(x: Tensor) -> float:
    """NIQE of a picture (1, C, H, W) or (C, H, W), C = 3 or 1, in [0, 1]: a distance without unit, 0 or more; lower is better.

    No reference is needed. Clipped to [0, 1] and rounded to 8 bits, as a file would be; then BT.601 luma, 16 to 235, not rounded again (a
    picture of one channel counts as three equal ones). Blocks of 96 pixels, every 32, from the middle of the picture; a block without any
    detail is left out. The photos it was fitted on are 398 of BSDS500 (see restoration.studies.niqe).

    Photos score about 3 to 4 here, and in a part of 256 pixels, where blocks are few, about 5: only scores of equal sizes can be compared.
    Scores of other implementations, fitted on other photos, are not comparable. One photo differs from another by 1 or 2, so compare
    versions of the same picture, or means over pictures.

    Raises Refusal: wrong_shape, not_finite; picture_too_small under 192 pixels; niqe_flat for a picture of one colour.
    """
    mean, covariance = photos()
    found, _ = block_features(x)
    if not len(found):
        raise Refusal("niqe_flat")
    of_picture = np.cov(found, rowvar=False) if len(found) > 1 else np.zeros_like(covariance)
    return distance(mean, covariance, found.mean(0), of_picture)


def distance(mean: np.ndarray, covariance: np.ndarray, other: np.ndarray, other_covariance: np.ndarray) -> float:
    """Between two Gaussians: of their means (F,), in standard deviations of the covariance (F, F) halfway between theirs."""
    gap = mean - other
    return float(np.sqrt(gap @ np.linalg.pinv((covariance + other_covariance) / 2) @ gap))


@cache
def photos() -> tuple[np.ndarray, np.ndarray]:
    """The Gaussian of photos: mean (36,), covariance (36, 36). Refusal if its file is missing or damaged."""
    try:
        stored = json.loads(FILE.read_text(encoding="utf-8"))
        return np.array(stored["mean"]).reshape(FEATURES), np.array(stored["covariance"]).reshape(FEATURES, FEATURES)
    except (OSError, LookupError, TypeError, ValueError) as e:
        raise Refusal("niqe_damaged", file=FILE.name) from e


def block_features(x: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """(features (N, 36), sharpness (N,)) of the N blocks of a picture in which there is any detail.

    Features: 18 at full size, then 18 at half. Sharpness: the mean local standard deviation of luma at full size, in 1/255.
    """
    y = _luma(x)
    h, w = (n // STRIDE * STRIDE for n in y.shape[-2:])
    top, left = (y.shape[-2] - h) // 2, (y.shape[-1] - w) // 2
    y = y[..., top : top + h, left : left + w]
    features, detailed, sharpness = [], True, None
    for scale, at_scale in ((1, y), (2, resize(y, h // 2, w // 2))):
        coefficients, spread = mscn(at_scale[0, 0].numpy())
        sharpness = over_blocks(spread, STRIDE // scale) if scale == 1 else sharpness
        values = [coefficients, *(coefficients * np.roll(coefficients, (-a, -b), (0, 1)) for a, b in NEIGHBOURS)]
        shapes = [aggd(*moments(v, STRIDE // scale)) for v in values]
        ggd, pairs = shapes[0], shapes[1:]
        features += [ggd[0], (ggd[2] + ggd[3]) / 2] + [number for shape in pairs for number in shape]
        detailed = detailed & (over_blocks(coefficients**2, STRIDE // scale) > 1e-6)
    return np.stack(features, -1)[detailed], sharpness[detailed]


def _luma(x: Tensor) -> Tensor:
    """(1, 1, H, W) float64, 16 to 235."""
    if x.ndim == 3:
        x = x[None]
    if x.ndim != 4 or x.shape[0] != 1 or x.shape[1] not in (1, 3):
        raise Refusal("wrong_shape", shape=tuple(x.shape), channels="1 / 3")
    if not torch.isfinite(x).all():
        raise Refusal("not_finite")
    if min(x.shape[-2:]) < LEAST:
        raise Refusal("picture_too_small", width=x.shape[-1], height=x.shape[-2], least=LEAST)
    x = (x.detach().cpu().float().clamp(0, 1) * 255).round().double() / 255
    return 255 * luma(x.expand(-1, 3, -1, -1))


def mscn(y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean-subtracted, contrast-normalised coefficients of y (H, W) in 0..255, and the local standard deviation that they were divided by
    (plus 1): a Gaussian window of 7 x 7, sigma 7/6, the border repeated."""
    t = np.arange(-3, 4)
    window = np.exp(-(t**2) / (2 * (7 / 6) ** 2))
    window /= window.sum()

    def local_mean(a):
        return correlate1d(correlate1d(a, window, 0, mode="nearest"), window, 1, mode="nearest")

    mean = local_mean(y)
    spread = np.sqrt(np.maximum(local_mean(y**2) - mean**2, 0))
    return (y - mean) / (spread + 1), spread


def over_blocks(a: np.ndarray, stride: int) -> np.ndarray:
    """The mean of a (H, W) over every block of BLOCK / STRIDE strides a side, (rows, columns)."""
    n = BLOCK // STRIDE
    cells = a.reshape(a.shape[0] // stride, stride, -1, stride).mean((1, 3))
    return np.lib.stride_tricks.sliding_window_view(cells, (n, n)).mean((-2, -1))


def moments(a: np.ndarray, stride: int) -> tuple[np.ndarray, ...]:
    """Of every block: the mean size of a, and the root mean square of its negative and of its positive values."""

    def rms(part):  # of the values that are there
        share = np.maximum(over_blocks(part.astype(float), stride), 1e-12)
        return np.sqrt(over_blocks(a**2 * part, stride) / share)

    return over_blocks(np.abs(a), stride), over_blocks(a**2, stride), rms(a < 0), rms(a > 0)


# An asymmetric generalised Gaussian has the density (Lasmar, Stitou, Berthoumieu 2009)
#     exp(-(|x| / left)^shape) where x < 0, exp(-(x / right)^shape) where x >= 0, but for a factor.
# Its shape cannot be solved for; but the ratio of moments that depends on it alone can be looked up.
SHAPES = np.arange(0.2, 10, 0.001)  # 1: Laplace, 2: Gauss, large: flat
RATIOS = gamma(2 / SHAPES) ** 2 / (gamma(1 / SHAPES) * gamma(3 / SHAPES))  # E|x|^2 / E x^2 of a symmetric one; grows with the shape


def aggd(size: np.ndarray, square: np.ndarray, left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, ...]:
    """Moments (see `moments`; size is E|x|, square E x^2) -> shape, mean, left scale, right scale. With left = right it is a GGD."""
    skew = np.maximum(left, 1e-6) / np.maximum(right, 1e-6)
    ratio = size**2 / np.maximum(square, 1e-12) * (skew**3 + 1) * (skew + 1) / (skew**2 + 1) ** 2
    shape = np.interp(ratio, RATIOS, SHAPES)
    scale = np.sqrt(gamma(1 / shape) / gamma(3 / shape))
    left, right = left * scale, right * scale
    return shape, (right - left) * gamma(2 / shape) / gamma(1 / shape), left, right
