"""The lab of small pictures, for scripts: a picture's place on a map, and what lies at a place. See restoration.lab.vae."""

import numpy as np
import torch

from restoration.errors import Refusal, unknown
from restoration.lab.vae import SUBJECTS, Small, array, network, tensor
from restoration.training.recipes import RECIPES

# networks with a map of whole pictures: name -> the subject whose map it is
MAPS = {
    name: next((s for s in ("emoji", "flowers") if s in name), "digits")
    for name, recipe in RECIPES.items() if recipe.family == "vae" and not recipe.config.conditional
}  # fmt: skip
FAR = 20.0  # of a place from the middle, in each dimension, in standard deviations of the prior: beyond, no network has been trained


def subject(name: str) -> str:
    """The subject whose map it is. Refusal for a name that is not in MAPS."""
    if name not in MAPS:
        raise unknown("model", name, MAPS)
    return MAPS[name]


def take(rows, name: str) -> Small:
    """A picture for `name` from rows of numbers in [0, 1] with the network's sides (for colours, rows of [r, g, b]). Refusal for anything
    else, a text too: it is never taken for a path."""
    s = SUBJECTS[subject(name)]
    x = _numbers(rows)
    x = x[..., None] if x.ndim == 2 else x
    if x.shape != (s.side, s.side, s.channels) or not np.isfinite(x).all() or x.min() < 0 or x.max() > 1:
        raise Refusal("vae_no_picture", side=s.side)
    return Small(x, s.name)


@torch.no_grad()
def encode(clean: Small, name: str) -> tuple[list[float], list[float]]:
    """The mean and the log-variance of q(z|x), a number for each dimension."""
    subject(name)
    mean, logvar = network(name).encode(tensor(clean.array))
    return mean[0].tolist(), logvar[0].tolist()


@torch.no_grad()
def decode(z, name: str) -> np.ndarray:
    """A place -> the picture there, (side, side, C) in [0, 1]; of digits, the probability of white. Refusal unless z has a finite number
    for each dimension, at most FAR from the middle."""
    subject(name)
    net, place = network(name), _numbers(z)
    dimensions = net.config.latent
    if place.shape != (dimensions,) or not np.isfinite(place).all() or np.abs(place).max() > FAR:
        raise Refusal("vae_place", dimensions=dimensions, far=f"{FAR:g}")
    return array(net.decode(torch.from_numpy(place)[None]))


def _numbers(values) -> np.ndarray:
    """float32; of what are no numbers, or not in rows of one length, an empty array."""
    try:
        return np.asarray(values if isinstance(values, list) else [], dtype=np.float32)
    except (TypeError, ValueError):
        return np.zeros(0, np.float32)
