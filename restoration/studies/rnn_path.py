"""The plane in which the paths of the clip network's memory are drawn: fitted once, on many clips, so that all clips lie in the same one.

    python -m restoration.studies rnn-path

The clips are made of the pictures that ship, as those for training are (training.clips.of_photos): CLIPS of them, FRAMES long, CROP pixels
a side. KINDS in turn: the camera moves, or something passes in front ("moved", twice); the scene changes at a frame ("cut"); the light
changes from frame to frame ("flicker"). Noise of one of SIGMAS, in turn. Each is followed with the noise, and without it (the network is
told the same level): all those states are the cloud whose first two principal components are the plane.
"""

from dataclasses import dataclass

import numpy as np
import torch

from restoration import lab
from restoration.errors import Refusal
from restoration.exhibits.latent import Basis, correlation, pca
from restoration.images import load_image, to_uint8
from restoration.lab import rnn, rnn_path
from restoration.lab.rnn_repair import NETWORK
from restoration.models.rnn import WARM
from restoration.samples import list_samples, sample_path
from restoration.studies import store
from restoration.training.clips import of_photos, ruined

NAME = "rnn-path"
CLIPS, FRAMES, CROP, SEED = 48, 24, 96, 0
KINDS, SIGMAS = ("moved", "moved", "cut", "flicker"), (10, 25, 50)
ALIKE = len(KINDS) * len(SIGMAS)  # so many clips further comes one of the same kind and noise
GOES_WITH = ("evidence", "trust", "light", "sigma")  # what the components are correlated with


@dataclass(frozen=True)
class Study:
    """basis: of the plane. spread: how far states lie from their mean, root mean square, all numbers. redraw: how far apart two states of
    one frame are whose noise was drawn twice; between: those of two clips of the same kind and noise; medians, from frame WARM on.
    correlations: component -> {name of GOES_WITH: Pearson's}. shipped: clip -> [[x, y], ...] of its damaged path, the lab set as it opens.
    """

    made: dict  # see store.py
    basis: Basis
    spread: float
    redraw: float
    between: float
    correlations: list
    shipped: dict


def clip(photos: list[np.ndarray], kind: str, rng: np.random.Generator, frames: int = FRAMES, crop: int = CROP) -> torch.Tensor:
    """(frames, 3, crop, crop), made as for training; see above."""
    made = of_photos(photos, frames, crop, rng)
    if kind == "cut":
        at = int(rng.integers(frames // 4, 3 * frames // 4))
        made = torch.cat([made[:at], of_photos(photos, frames, crop, rng)[at:]])
    if kind == "flicker":
        made = made * torch.from_numpy(rng.uniform(0.6, 1, (frames, 1, 1, 1))).float()
    return made


def pairs(damaged: torch.Tensor, mask: torch.Tensor) -> list:
    """A clip (T, 3, H, W) as `rnn_path.follow` takes it."""
    return list(zip(damaged.split(1), mask.split(1), strict=True))


def compute(model, photos: list[np.ndarray], count: int = CLIPS, crop: int = CROP) -> dict:
    """What the study says, but for the shipped clips; count: of clips, more than ALIKE."""
    rng, noisy, again, clean = np.random.default_rng(SEED), [], [], []
    facts = {name: [] for name in GOES_WITH}
    for k in range(count):
        truth, sigma = clip(photos, KINDS[k % len(KINDS)], rng, crop=crop), SIGMAS[k % len(SIGMAS)]
        drawn = [ruined(truth, s, rng, single=False) for s in (sigma, sigma, 0)]
        trails = [rnn_path.follow(model, pairs(*each), sigma) for each in drawn]
        for trail, found in zip(trails, (noisy, again, clean), strict=True):
            found.append(trail.states)
        for trail in (trails[0], trails[2]):
            facts["evidence"].append(trail.evidence)
            facts["trust"].append(trail.trust)
            facts["light"].append(truth.mean((1, 2, 3)).numpy())
            facts["sigma"].append(np.full(FRAMES, sigma))
    cloud = torch.from_numpy(np.stack([part for both in zip(noisy, clean, strict=True) for part in both]).reshape(-1, noisy[0].shape[1]))
    basis, _ = pca(cloud, 2)
    points = basis.project(cloud).numpy()
    noisy, again = np.stack(noisy), np.stack(again)
    apart = {"redraw": noisy - again, "between": noisy - np.roll(noisy, ALIKE, 0)}
    return {
        "count": count, "frames": FRAMES, "crop": crop,
        "basis": {"mean": _round(basis.mean), "components": [_round(row) for row in basis.components], "shares": _round(basis.shares)},
        "spread": round(float((cloud - basis.mean).square().sum(1).mean().sqrt()), 4),
        **{name: round(float(np.median(np.linalg.norm(each, axis=2)[:, WARM - 1 :])), 4) for name, each in apart.items()},
        "correlations": [
            {name: round(correlation(points[:, n], np.concatenate(values)), 3) for name, values in facts.items()} for n in range(2)
        ],
    }  # fmt: skip


def _round(numbers) -> list:
    return [round(float(v), 5) for v in numbers]


def shipped(basis: Basis) -> dict:
    """The damaged path of every clip that ships, as the lab is set when it opens."""
    found = {}
    for name in rnn.made():
        case, footage = rnn.Case(picture=name), rnn.picture(name)
        trail = rnn_path.paths((NAME, name), footage, rnn.ruin(footage, case)).damaged
        found[name] = [_round(point) for point in basis.project(torch.from_numpy(trail.states))]
    return found


def make() -> None:
    torch.set_num_threads(1)
    photos = [to_uint8(load_image(sample_path(name))) for name in list_samples()]
    found = compute(lab.network(NETWORK), photos)
    store.write(NAME, {**found, "shipped": shipped(_basis(found["basis"]))}, [NETWORK])
    print({key: value for key, value in found.items() if key != "basis"}, found["basis"]["shares"])


def _basis(stored: dict) -> Basis:
    return Basis(*(torch.tensor(stored[key], dtype=torch.float64) for key in ("mean", "components", "shares")))


def read() -> Study:
    """The stored study; Refusal if it is missing or damaged."""
    found = store.read(NAME)
    try:
        numbers = {key: float(found[key]) for key in ("spread", "redraw", "between")}
        return Study(found["made"], _basis(found["basis"]), **numbers, correlations=found["correlations"], shipped=found["shipped"])
    except (LookupError, TypeError, ValueError) as e:
        raise Refusal("study_damaged", name=NAME) from e


def place(study: Study, trail: rnn_path.Trail) -> list[list[float]]:
    """Where the states of a path lie on the plane: [[x, y], ...]."""
    return study.basis.project(torch.from_numpy(trail.states)).tolist()
