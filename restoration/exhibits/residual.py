"""What a network took away from a picture, beside what the damage had put there.

A residual network (DnCNN, Zhang et al. 2016, arXiv 1608.03981) answers with the noise, not with the picture, so its answer can be
laid beside the truth: for damaged y, restored z and clean x, it took y - z, and y - x was there.
"""

from dataclasses import dataclass

import numpy as np

BINS = 101  # of the histogram; odd, so that one of them is centred on 0


@dataclass(frozen=True)
class Numbers:
    """Standard deviations in units of 1/255, over all pixels and colours.

    taken         of what the network took away
    there         of what the damage had put there; None where that is not known
    correlation   Pearson's, of the two, -1 to 1; None where one of them is constant or not known
    """

    taken: float
    there: float | None = None
    correlation: float | None = None


def measure(taken: np.ndarray, there: np.ndarray | None = None) -> Numbers:
    """taken, there: differences of pictures, (H, W, C) in units of 1."""
    if there is None:
        return Numbers(255 * float(taken.std(dtype=np.float64)))
    a, b = (d.astype(np.float64) - d.mean(dtype=np.float64) for d in (taken, there))
    spread = [float(np.sqrt((d**2).mean())) for d in (a, b)]
    correlation = float((a * b).mean()) / (spread[0] * spread[1]) if min(spread) > 1e-9 else None
    return Numbers(255 * spread[0], 255 * spread[1], correlation)


def density(difference: np.ndarray, limit: float) -> tuple[np.ndarray, np.ndarray]:
    """(values, density): the histogram from -limit to limit, in the units of `limit`; with all that lies outside, its area is 1."""
    count, edges = np.histogram(difference, BINS, (-limit, limit))
    return (edges[:-1] + edges[1:]) / 2, count / (difference.size * (edges[1] - edges[0]))


def gaussian(values: np.ndarray, sigma: float) -> np.ndarray:
    """The density of the normal distribution of mean 0 and standard deviation `sigma`, above 0, at `values`."""
    return np.exp(-0.5 * (values / sigma) ** 2) / (sigma * np.sqrt(2 * np.pi))
