"""How far one set of pictures is from another as a whole: what a generator is judged by, whose pictures have no truth each.

    frechet              between features that a classifier sees in them (Heusel et al. 2017, arXiv 1706.08500)
    sliced_wasserstein   between patches, without any network (Karras et al. 2017, arXiv 1710.10196)

Both are 0 for equal sets and grow as sets part. Neither has a natural scale: set beside a score what another generator, and what held-out
real pictures, would get. In the shapes N is the number of pictures, F of features, P of patches.
"""

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

PATCH = 7  # pixels a side
PATCHES = 16_384  # drawn from each set and level
DIRECTIONS = 256
LEAST = 16  # pixels a side of the coarsest level


def frechet(a: Tensor, b: Tensor) -> float:
    """Features (N, F) and (M, F) -> the squared Frechet distance of the Gaussians fitted to them,

        |mean a - mean b|^2 + trace(A + B - 2 (A B)^(1/2)),    A, B: covariances

    which is what FID is of Inception's features. In squared units of the features, 0 or more. Few pictures make it too large: compare
    sets of equal sizes, of many times F pictures.
    """
    a, b = (np.asarray(x, dtype=np.float64) for x in (a, b))
    gap = a.mean(0) - b.mean(0)
    first, second = (np.cov(x, rowvar=False).reshape(x.shape[1], x.shape[1]) for x in (a, b))
    # the trace of (A B)^(1/2) is that of (A^(1/2) B A^(1/2))^(1/2), a symmetric matrix without negative eigenvalues but for rounding
    values, vectors = np.linalg.eigh(first)
    root = vectors * np.sqrt(values.clip(0)) @ vectors.T
    cross = np.sqrt(np.linalg.eigvalsh(root @ second @ root).clip(0)).sum()
    return float(max(gap @ gap + np.trace(first) + np.trace(second) - 2 * cross, 0))


def sliced_wasserstein(a: Tensor, b: Tensor, seed: int = 0) -> float:
    """Pictures (N, C, H, H) and (M, C, H, H) in [0, 1] -> mean over the levels of a Laplacian pyramid, from the pictures' side down to 16
    pixels, of 1000 times the sliced Wasserstein distance of their patches of 7 x 7.

    A level holds the detail between one size and the next, so fine texture counts as much as coarse shape. Patches are scaled by the mean
    and the deviation of each colour in the first set: a should be the real one. Along each of 256 random directions the two heaps of
    numbers are sorted and compared one by one. What is not seen: whether the patches fit together.
    """
    generator = torch.Generator().manual_seed(seed)
    distances = []
    for first, second in zip(pyramid(a), pyramid(b), strict=True):
        patches = [_patches(x, generator) for x in (first, second)]  # (P, C, 49)
        mean, spread = patches[0].mean((0, 2), keepdim=True), patches[0].std((0, 2), keepdim=True).clamp(min=1e-6)
        patches = [((p - mean) / spread).flatten(1) for p in patches]
        directions = F.normalize(torch.randn(DIRECTIONS, patches[0].shape[1], generator=generator), dim=1)
        along = [(p @ directions.T).sort(0).values for p in patches]
        distances.append((along[0] - along[1]).abs().mean().item())
    return 1000 * sum(distances) / len(distances)


def pyramid(x: Tensor) -> list[Tensor]:
    """(N, C, H, H) -> what each halving loses, the finest first, and last what is left (Burt and Adelson 1983)."""
    levels = []
    while x.shape[-1] // 2 >= LEAST:
        half = F.interpolate(x, scale_factor=0.5, mode="bicubic", antialias=True)
        levels.append(x - F.interpolate(half, x.shape[-2:], mode="bicubic"))
        x = half
    return [*levels, x]


def _patches(x: Tensor, generator: torch.Generator) -> Tensor:
    """PATCHES of them at random places, (P, C, 49)."""
    n, _, h, w = x.shape
    at = [torch.randint(high, (PATCHES,), generator=generator) for high in (n, h - PATCH + 1, w - PATCH + 1)]
    steps = torch.arange(PATCH)
    rows, columns = at[1][:, None, None] + steps[:, None], at[2][:, None, None] + steps  # (P, 7, 1), (P, 1, 7)
    return x.float()[at[0][:, None, None], :, rows, columns].permute(0, 3, 1, 2).flatten(2)
