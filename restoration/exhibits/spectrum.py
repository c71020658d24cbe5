"""How much detail of every fineness a repair has, beside the truth: what a network that answers with averages leaves out.

Shrinking a picture four times keeps only what varies more slowly than once in eight pixels: 0.125 cycles per pixel. All above is up to the
restorer. One that minimises squared error leaves it weak, because it knows neither place nor phase; a critic sees that it is missing.

The spectrum is metrics.radial_spectrum: of luma, mean removed, a Hann window, the power averaged over rings of equal frequency.
"""

import numpy as np
from torch import Tensor

from restoration.errors import Refusal
from restoration.metrics import radial_spectrum

FROM = 0.125  # cycles per pixel: the finest that a picture shrunk four times can hold


def spectrum(x: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """(1, C, H, W) in [0, 1] -> (frequencies in cycles per pixel, above 0 up to 0.5; log10 of the power at each).

    Clipped and rounded to 8 bits first, as a file would be: else what is smooth has nearly no power at its right end, and the difference
    of two invisibly small powers would count as much as one that is seen. White noise of standard deviation s lies at 2 log10(s).
    Raises Refusal: wrong_shape, not_finite.
    """
    frequencies, decibels = radial_spectrum((x.clamp(0, 1) * 255).round() / 255)
    return frequencies, decibels / 10


def distance(x: Tensor, truth: Tensor, least: float = FROM) -> float:
    """Mean absolute difference of the two spectra in decades of power, over the frequencies from `least` up; 0 for equal pictures.

    0.3 is a factor of two in power. It does not ask whether the detail stands in the right place: that is what PSNR is for.
    Raises Refusal: unequal_shapes, wrong_shape, not_finite.
    """
    if x.shape != truth.shape:
        raise Refusal("unequal_shapes", first=tuple(x.shape), second=tuple(truth.shape))
    frequencies, mine = spectrum(x)
    return apart(frequencies, mine, spectrum(truth)[1], least)


def apart(frequencies: np.ndarray, mine: np.ndarray, its: np.ndarray, least: float = FROM) -> float:
    """As `distance`, of two spectra that are there already."""
    return float(np.abs(mine - its)[frequencies >= least].mean())
