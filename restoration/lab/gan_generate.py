"""Pictures that a DCGAN invents, for scripts."""

import numpy as np
import torch

from restoration import images, lab
from restoration.cases import MAX_SEED, whole
from restoration.errors import Refusal, unknown
from restoration.lab import gan_images
from restoration.training.recipes import RECIPES

NETWORKS = tuple(name for name, recipe in RECIPES.items() if recipe.family == "gan")
MOST = 64  # pictures at once


@torch.no_grad()
def generate(seeds, name: str) -> np.ndarray:
    """A picture for each seed, float32 (N, side, side, C) in [0, 1]. Its z is drawn from a standard normal by a generator of that seed, so
    a seed is the same picture in every call, whatever stands beside it. Refusal for another network than NETWORKS, for more than MOST
    seeds, for none, and for one that is no whole number from 0 to MAX_SEED."""
    if name not in NETWORKS:
        raise unknown("model", name, NETWORKS)
    seeds = _seeds(seeds)
    network = lab.network(name, "cpu")
    return network.generate(gan_images.noise_for(network, seeds)).permute(0, 2, 3, 1).contiguous().numpy()


def _seeds(seeds) -> list[int]:
    wanted = seeds if isinstance(seeds, list) else [seeds]
    if not 0 < len(wanted) <= MOST or any(isinstance(seed, bool) for seed in wanted):
        raise Refusal("gan_seeds", most=MOST, highest=MAX_SEED)
    try:
        return [whole(seed) for seed in wanted]
    except (Refusal, OverflowError) as e:
        raise Refusal("gan_seeds", most=MOST, highest=MAX_SEED) from e


def sheet(pictures: np.ndarray, across: int = 8) -> np.ndarray:
    """(N, side, side, C) in [0, 1] -> all on one sheet, `across` in a row, black where there is none: uint8 (H, W, 3)."""
    one = images.sheet(np.round(255 * pictures.clip(0, 1)).astype(np.uint8), min(len(pictures), across))
    return np.repeat(one, 3, 2) if one.shape[2] == 1 else one
