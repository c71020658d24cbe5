"""A map of the bottleneck: what the U-Net makes of a patch at its coarsest level, flattened to a plane by PCA.

At 1/16 of the resolution the denoiser holds 128 numbers for every 16x16 pixels. Their mean over a patch of 64x64 pixels is one vector; many
patches are a cloud in 128 dimensions, and principal component analysis (Pearson 1901, Hotelling 1933) finds the directions in which it
is widest. The rest of this file measures what those directions go with, so that the screen need not claim more than is there.
"""

import copy
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

PATCH = 64  # pixels a side


@torch.no_grad()
def bottleneck(network: nn.Module, y: Tensor, **told) -> Tensor:
    """(1, 3, H, W) -> (C, h, w): what the middle of the U-Net hands on while it mends y. A position stands for network.multiple pixels
    a side. told: as for the network's restore(). H and W are at most one tile (see models.base)."""
    network = copy.deepcopy(network)  # a hook sees every picture that passes, and the network itself serves other visitors too
    seen = []
    hook = network.middle.register_forward_hook(lambda module, inputs, output: seen.append(output.float().cpu()))
    network.restore(y, **told)
    hook.remove()
    return seen[0][0]


def patch_means(features: Tensor, height: int, width: int, step: int) -> Tensor:
    """(C, h, w) -> (rows, columns, C): the mean over every whole patch of a picture of height x width pixels. step: pixels a position
    stands for on each side; it divides PATCH."""
    side = PATCH // step
    rows, columns = height // PATCH, width // PATCH
    cut = features[:, : rows * side, : columns * side]
    return cut.reshape(len(cut), rows, side, columns, side).mean((2, 4)).permute(1, 2, 0)


@dataclass(frozen=True)
class Basis:
    """mean (C,); components (K, C), orthonormal, the widest first; shares (K,): of all variance, what lies along each."""

    mean: Tensor
    components: Tensor
    shares: Tensor

    def project(self, x: Tensor) -> Tensor:
        """(N, C) -> (N, K)"""
        return (x.to(self.mean) - self.mean) @ self.components.T


def pca(x: Tensor, keep: int) -> tuple[Basis, Tensor]:
    """Principal components of x (N, C): the first `keep`, and the shares of all of them.

    The rows of V in X - mean = U S V are the directions, S**2 / (N - 1) the variances along them. A direction and its opposite serve
    alike; of the two, the one whose largest entry is positive is taken, so that the map is never mirrored.
    """
    x = x.double()
    mean = x.mean(0)
    _, s, v = torch.linalg.svd(x - mean, full_matrices=False)
    largest = v.gather(1, v.abs().argmax(1, keepdim=True))  # (min(N, C), 1)
    shares = s**2 / (s**2).sum()
    return Basis(mean, (v * largest.sign())[:keep], shares[:keep]), shares


def correlation(a: np.ndarray, b: np.ndarray) -> float:
    """Pearson's; 0 where one of the two does not vary."""
    a, b = (np.asarray(v, np.float64) - np.mean(v) for v in (a, b))
    size = np.sqrt((a**2).sum() * (b**2).sum())
    return float((a * b).sum() / size) if size else 0.0


def variance_parts(values: np.ndarray) -> dict[str, float]:
    """values (patches, settings), every patch under every setting -> shares of their variance: of the "patch", the "setting", and "both".

    A two-way analysis of variance without repeats: value = mean + effect of the patch + effect of the setting + what is left.
    """
    values = values - values.mean()
    total = (values**2).mean() or 1.0
    patch, setting = (float((values.mean(axis) ** 2).mean() / total) for axis in (1, 0))
    return {"patch": patch, "setting": setting, "both": 1 - patch - setting}


def nearest_centroid(x: np.ndarray, labels: np.ndarray, groups: np.ndarray) -> float:
    """How often the nearest class mean is the right one: x (N, K), labels and groups (N,). The means are taken over all other groups, so
    that no patch is judged by its own picture; the mean over classes, so that guessing gives one in the number of classes."""
    classes, right = np.unique(labels), np.zeros(len(x), bool)
    for group in np.unique(groups):
        own = groups == group
        means = np.stack([x[~own & (labels == c)].mean(0) for c in classes])  # (classes, K)
        distance = ((x[own, None] - means) ** 2).sum(2)
        right[own] = classes[distance.argmin(1)] == labels[own]
    return float(np.mean([right[labels == c].mean() for c in classes]))


def measure(x: np.ndarray, rms: np.ndarray, kinds: list[str], sigmas: dict[int, float], owners: np.ndarray, keep: int) -> dict:
    """The map of one network and what it shows, of JSON's types.

    x       (P, S, C) features of P patches under S settings, the first of which is no damage
    rms     (P, S) what the damage changed in the patch, of 255
    kinds   (S,) the kind of damage of each setting;  sigmas: setting -> sigma, for those with Gaussian noise or none
    owners  (P,) the picture that each patch is from
    ->  "basis"       mean and components, to 6 decimals
        "points"      (P, S, keep)
        "components"  keep x {"share": of all variance; "patch", "setting", "both": what this component's variance goes with;
                      "noise": correlation with sigma; "change": with rms}
        "needed"      components that hold 90 % of the variance
        "accuracy"    how often the nearest centroid is that of the right kind (see nearest_centroid): {"map": by components 1 and 2,
                      "all": by all features}
        "moves"       (S,) how far a setting moves a patch from its clean place, in all dimensions: median, in units of the spread of the
                      clean patches (their root mean square distance from their mean)
    """
    patches, settings, width = x.shape
    flat = torch.from_numpy(x.reshape(-1, width))
    basis, shares = pca(flat, keep)
    points = basis.project(flat).numpy().reshape(patches, settings, keep)
    noisy, sigma = list(sigmas), np.tile(list(sigmas.values()), (patches, 1))
    components = []
    for k in range(keep):
        along = points[..., k]
        goes_with = {"noise": correlation(along[:, noisy], sigma), "change": correlation(along, rms)}
        parts = {"share": float(shares[k]), **variance_parts(along), **goes_with}
        components.append({key: round(value, 3) for key, value in parts.items()})
    spread = np.sqrt(((x[:, 0] - x[:, 0].mean(0)) ** 2).sum(-1).mean()) or 1.0
    moves = np.median(np.sqrt(((x - x[:, :1]) ** 2).sum(-1)), axis=0) / spread
    return {
        "basis": {"mean": basis.mean.numpy().round(6).tolist(), "components": basis.components.numpy().round(6).tolist()},
        "points": points.round(4).tolist(),
        "components": components,
        "needed": int((shares.cumsum(0) < 0.9).sum()) + 1,
        "accuracy": {name: round(_accuracy(of, rms, kinds, owners), 3) for name, of in {"map": points[..., :2], "all": x}.items()},
        "moves": moves.round(2).tolist(),
    }


def _accuracy(x: np.ndarray, rms: np.ndarray, kinds: list[str], owners: np.ndarray) -> float:
    """A damage that changed nothing in a patch left no trace to find; such points are left out."""
    patches, settings, width = x.shape
    labels, groups = np.tile(kinds, patches), np.repeat(owners, settings)
    real = (rms.ravel() >= 0.05) | (labels == kinds[0])
    return nearest_centroid(x.reshape(-1, width)[real], labels[real], groups[real])
