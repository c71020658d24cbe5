"""The lab of small pictures, for scripts: a picture's place on a map, and what lies at a place. See restoration.lab.vae."""

import numpy as np
import torch

from restoration.errors import Refusal, unknown
from restoration.lab.vae import SUBJECTS, Small, array, network, picture, tensor, upload
from restoration.training.recipes import RECIPES

# networks with a map of whole pictures: name -> the subject whose map it is
MAPS = {
    name: next((s for s in ("emoji", "flowers") if s in name), "digits")
    for name, recipe in RECIPES.items() if recipe.family == "vae" and not recipe.config.conditional
}  # fmt: skip
FAR = 20.0  # of a place from the middle, in each dimension, in standard deviations of the prior: beyond, no network has been trained


def take(source, name: str) -> Small:
    """What `name` can encode: from a file; from rows of numbers in [0, 1] with the network's sides (for colours, rows of [r, g, b]); or the
    picture of that number. Refusal for anything else."""
    subject = SUBJECTS[_subject(name)]
    if isinstance(source, bool) or source is None:
        raise Refusal("vae_no_picture", side=subject.side)
    if isinstance(source, int):
        return picture(subject.name, source)
    if isinstance(source, str):
        return upload(source, subject.name, invert=True)
    try:
        x = np.asarray(source, dtype=np.float32)
    except (TypeError, ValueError):
        raise Refusal("vae_no_picture", side=subject.side) from None
    x = x[..., None] if x.ndim == 2 else x
    if x.shape != (subject.side, subject.side, subject.channels) or not np.isfinite(x).all() or x.min() < 0 or x.max() > 1:
        raise Refusal("vae_no_picture", side=subject.side)
    return Small(x, subject.name)


@torch.no_grad()
def encode(clean: Small, name: str) -> tuple[list[float], list[float]]:
    """The mean and the log-variance of q(z|x), a number for each dimension."""
    _subject(name)
    mean, logvar = network(name).encode(tensor(clean.array))
    return mean[0].tolist(), logvar[0].tolist()


@torch.no_grad()
def decode(z, name: str) -> np.ndarray:
    """A place -> the picture there, (side, side, C) in [0, 1]; of digits, the probability of white. Refusal unless z has a finite number
    for each dimension, at most FAR from the middle."""
    _subject(name)
    net = network(name)
    dimensions = net.config.latent
    try:
        place = np.asarray(z, dtype=np.float32)
    except (TypeError, ValueError):
        place = np.zeros(0, np.float32)
    if place.shape != (dimensions,) or not np.isfinite(place).all() or np.abs(place).max() > FAR:
        raise Refusal("vae_place", dimensions=dimensions, far=f"{FAR:g}")
    return array(net.decode(torch.from_numpy(place)[None]))


def _subject(name: str) -> str:
    if name not in MAPS:
        raise unknown("model", name, MAPS)
    return MAPS[name]
