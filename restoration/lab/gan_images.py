"""The lab of the GAN's page, its invented pictures: places in the noise, and what a DCGAN makes of them. See restoration.lab.gan.

Arrays go out: pictures uint8 (H, W, 3) for showing, places and lengths plain numbers. A seed stands for noise that anybody can draw again:
`model.noise(1, torch.Generator().manual_seed(seed))`.
"""

from dataclasses import dataclass

import numpy as np
import torch

from restoration import lab
from restoration.cases import whole
from restoration.errors import Note, Refusal, unknown
from restoration.exhibits import gan_noise, plane
from restoration.images import sheet  # noqa: F401
from restoration.subjects import SUBJECTS

# what is invented, a key of SUBJECTS -> the checkpoint that does; the first is the default
NETWORKS = {"digits": "dcgan-digits", "emoji": "dcgan-emoji"}
JUDGE = "digit-classifier"
GRID = 13  # pictures a side of a plane
REACH = 1.5  # a plane ends so many times the root of Z from its foot
FRAMES = 25  # pictures of a walk


def subjects() -> dict:
    """What is invented: key -> restoration.subjects.Subject."""
    return {name: SUBJECTS[name] for name in NETWORKS}


def network(subject: str):
    """The GAN of a subject, ready to use, on the processor. Refusal for a subject that there is not, or if the files are missing."""
    if subject not in NETWORKS:
        raise unknown("subject", subject, NETWORKS)
    name = NETWORKS[subject]
    if not (lab.models_folder() / name).is_dir():
        raise Refusal("model_unavailable", name=name, why=Note("file_missing", file="config.json"))
    return lab.network(name, "cpu")


def noise(subject: str, *seeds) -> torch.Tensor:
    """z of each seed, (seeds, Z). Refusal for what is no seed."""
    return noise_for(network(subject), [whole(seed) for seed in seeds])


def noise_for(net, seeds) -> torch.Tensor:
    """z of each seed for a GAN, (seeds, Z): a seed is the same z whatever stands beside it."""
    return torch.cat([net.noise(1, torch.Generator().manual_seed(seed)) for seed in seeds])


def shown(x: torch.Tensor) -> np.ndarray:
    """Pictures (N, C, H, W) in [0, 1] -> uint8 (N, H, W, 3)."""
    pictures = (255 * x).round().byte().permute(0, 2, 3, 1).numpy()
    return np.repeat(pictures, 3, 3) if pictures.shape[3] == 1 else np.ascontiguousarray(pictures)


def read(subject: str, x: torch.Tensor) -> list | None:
    """What the classifier takes invented digits for, and how sure it is: [(digit, probability), ...]; None for other subjects, and if the
    classifier's files are missing."""
    if subject != "digits":
        return None
    try:
        sure, digit = lab.network(JUDGE, "cpu").read(x).max(1)
    except Refusal:
        return None
    return list(zip(digit.tolist(), sure.tolist(), strict=True))


# A plane


@dataclass(frozen=True, eq=False)
class Plane:
    """A plane through the noise. limit: where it ends, to all sides of its foot; foot: how far that is from the middle of the space; ring:
    how far from it the noise lies that has the usual length; marks: where its seeds lie, [[x, y], ...]; sheet: what the network makes of
    GRID x GRID places, uint8 (GRID * side, GRID * side, 3), the largest y first."""

    subject: str
    seeds: tuple
    dimensions: int
    limit: float
    foot: float
    ring: float
    usual: float
    spread: float
    marks: list
    sheet: np.ndarray


@dataclass(frozen=True, eq=False)
class Place:
    """A place (x, y) on a plane: what lies there, its length |z|, the share of all noise that is nearer to the middle, and what the
    classifier reads (None: not a digit)."""

    at: tuple
    picture: np.ndarray
    length: float
    nearer: float
    reads: tuple | None


def _slice(subject: str, seeds) -> gan_noise.Slice:
    if len(seeds) not in (2, 3):
        raise Refusal("gan_same_seeds")
    return gan_noise.slice_through(noise(subject, *seeds))


def _limit(dimensions: int) -> float:
    return float(round(REACH * dimensions**0.5))


@torch.inference_mode()
def plane_of(subject: str, seeds) -> Plane:
    """The plane through two seeds and the middle of the space, or through three seeds."""
    net, cut = network(subject), _slice(subject, seeds)
    dimensions, (usual, spread) = net.config.latent, gan_noise.shell(net.config.latent)
    limit = _limit(dimensions)
    tiles = shown(net.generate(cut.at(gan_noise.grid(GRID, limit))))
    lengths = {"limit": limit, "foot": cut.foot.norm().item(), "ring": cut.ring(usual), "usual": usual, "spread": spread}
    return Plane(subject, tuple(map(whole, seeds)), dimensions, **lengths, marks=cut.marks.tolist(), sheet=sheet(tiles, GRID))


@torch.inference_mode()
def look(subject: str, seeds, x: float, y: float) -> Place:
    """What lies at a place of a plane; beyond its edge, the nearest place that is on it."""
    net, cut = network(subject), _slice(subject, seeds)
    limit = _limit(net.config.latent)
    at = tuple(min(max(float(v), -limit), limit) for v in (x, y))
    z = cut.at(torch.tensor([at]))
    made, length = net.generate(z), z.norm().item()
    reads = read(subject, made)
    return Place(at, shown(made)[0], length, gan_noise.nearer(length, net.config.latent), reads and reads[0])


# A walk


@dataclass(frozen=True, eq=False)
class Way:
    """Pictures uint8 (FRAMES, side, side, 3), |z| of each, the share of all noise nearer to the middle, and readings (or None)."""

    pictures: np.ndarray
    lengths: list
    nearer: list
    reads: list | None


@dataclass(frozen=True, eq=False)
class Walk:
    line: Way
    sphere: Way
    usual: float  # mean of |z|
    spread: float  # its standard deviation
    dimensions: int


@torch.inference_mode()
def walk(subject: str, first, last) -> Walk:
    """From the noise of one seed to that of another, straight, and along the arc that stays on the shell. Refusal if they are the same."""
    if whole(first) == whole(last):
        raise Refusal("gan_same_seeds")
    net, (a, b) = network(subject), noise(subject, first, last)
    dimensions = net.config.latent

    def way(z: torch.Tensor) -> Way:
        made, lengths = net.generate(z), z.norm(dim=1).tolist()
        return Way(shown(made), lengths, [gan_noise.nearer(r, dimensions) for r in lengths], read(subject, made))

    return Walk(way(plane.line(a, b, FRAMES)), way(plane.sphere(a, b, FRAMES)), *gan_noise.shell(dimensions), dimensions)


PAIRS = 200  # walks whose middles are read


@torch.inference_mode()
def middles(subject: str) -> dict | None:
    """On what share of PAIRS middles of a walk the classifier is sure (> 0.9): {"line", "sphere", "ends": of the walks' first pictures}.
    None if it cannot be asked."""
    net = network(subject)
    a, b = net.noise(2 * PAIRS, torch.Generator().manual_seed(1)).split(PAIRS)
    half = {"line": [plane.line(p, q, 3)[1] for p, q in zip(a, b, strict=True)], "ends": list(a)}
    half["sphere"] = [plane.sphere(p, q, 3)[1] for p, q in zip(a, b, strict=True)]
    found = {way: read(subject, net.generate(torch.stack(z))) for way, z in half.items()}
    if None in found.values():
        return None
    return {way: sum(sure > 0.9 for _, sure in reads) / PAIRS for way, reads in found.items()}


# Samples, and what scripts ask for


@torch.inference_mode()
def invent(subject: str, seeds) -> np.ndarray:
    """What the network makes of the noise of each seed: uint8 (seeds, side, side, 3)."""
    return shown(network(subject).generate(noise(subject, *seeds)))
