"""Codes in many dimensions: directions in which the codes of shipped pictures spread, ways between two of them, and sums of them.

    python -m restoration.studies vae-codes

    subjects {subject: {"pictures": how many codes (with mirrored ones), "mean" (Z,), "components" (8, Z), "spreads" (8,): standard
              deviation of the codes along each, "shares" (8,) of all variance, "radius": mean distance of the codes from 0}}
    classes  (10, Z): the mean code of each digit's class
    sums     (10, 10): of the digits of class a (row), the share that the classifier reads as b (column) after code - mean a + mean b.
             On the diagonal nothing is added: the share that survives encoding and decoding.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch

from restoration.errors import Refusal, unknown
from restoration.exhibits import plane
from restoration.exhibits.latent import pca
from restoration.lab import vae
from restoration.studies import store, vae_plane
from restoration.subjects import SUBJECTS, labels, load_small

NAME = "vae-codes"
KEPT = 8  # components
REACH = 3.0  # a slider's ends, in standard deviations
ENDS = 2.0  # where the little pictures at a slider's ends are
FRAMES = 9
CLASSIFIER = "digit-classifier"


@dataclass(frozen=True)
class Directions:
    """See above; tensors. dimensions: Z."""

    pictures: int
    mean: torch.Tensor
    components: torch.Tensor
    spreads: torch.Tensor
    shares: torch.Tensor
    radius: float

    @property
    def dimensions(self) -> int:
        return len(self.mean)


@dataclass(frozen=True)
class Study:
    made: dict
    subjects: dict
    classes: torch.Tensor
    sums: np.ndarray


def read() -> Study:
    """The stored study; Refusal if it is missing or damaged."""
    found = store.read(NAME)
    try:
        subjects = {name: _directions(found["subjects"][name]) for name in SUBJECTS}
        return Study(found["made"], subjects, torch.tensor(found["classes"]), np.array(found["sums"]).reshape(10, 10))
    except (LookupError, TypeError, ValueError, AttributeError) as e:
        raise Refusal("study_damaged", name=NAME) from e


def _directions(d: dict) -> Directions:
    tensors = {key: torch.tensor(d[key]) for key in ("mean", "components", "spreads", "shares")}
    if tensors["components"].shape != (KEPT, len(tensors["mean"])) or len(tensors["spreads"]) != KEPT:
        raise ValueError("components")
    return Directions(pictures=int(d["pictures"]), radius=float(d["radius"]), **tensors)


# Making the study


def known_pictures(subject: str) -> torch.Tensor:
    """The pictures whose codes are measured, (N, C, side, side): of digits many; of the others those that ship, and their mirror images,
    for the networks saw both."""
    if subject == "digits":
        return torch.from_numpy(vae_plane.digits()[0])[:, None]
    x = torch.cat([load_small(subject, n) for n in range(SUBJECTS[subject].pictures)])
    return torch.cat([x, x.flip(-1)])


def directions(codes: torch.Tensor) -> dict:
    basis, shares = pca(codes, KEPT)
    along = basis.project(codes.double())
    return {
        "pictures": len(codes),
        "mean": _rounded(basis.mean),
        "components": _rounded(basis.components),
        "spreads": _rounded(along.std(0)),
        "shares": _rounded(shares[:KEPT]),
        "radius": round(codes.norm(dim=1).mean().item(), 3),
    }


def _rounded(x: torch.Tensor) -> list:
    return [[round(v, 4) for v in row] for row in x.tolist()] if x.ndim == 2 else [round(v, 4) for v in x.tolist()]


def class_sums(network, classifier, codes: torch.Tensor, classes: torch.Tensor, digit: np.ndarray) -> list:
    """The table "sums"."""
    table = []
    for a in range(10):
        mine = codes[torch.from_numpy(digit == a)]
        read = [classifier.read(network.decode(mine - classes[a] + classes[b])).argmax(1) for b in range(10)]
        table.append([round((read[b] == b).float().mean().item(), 4) for b in range(10)])
    return table


@torch.inference_mode()
def make() -> None:
    torch.set_num_threads(1)
    codes = {subject: network_of(subject).encode(known_pictures(subject))[0] for subject in SUBJECTS}
    digit = vae_plane.digits()[1]
    classes = torch.stack([codes["digits"][torch.from_numpy(digit == c)].mean(0) for c in range(10)])
    found = {
        "subjects": {subject: directions(c) for subject, c in codes.items()},
        "classes": _rounded(classes),
        "sums": class_sums(network_of("digits"), vae.network(CLASSIFIER), codes["digits"], classes, digit),
    }
    store.write(NAME, found, sorted({CLASSIFIER, *(s.vae for s in SUBJECTS.values())}))
    for subject, d in found["subjects"].items():
        print(subject, {key: d[key] for key in ("pictures", "spreads", "shares", "radius")})
    print("sums: kept", np.diag(found["sums"]).round(2), "changed", (np.sum(found["sums"]) - np.trace(found["sums"])) / 90)


# What the screen asks for


def network_of(subject: str):
    return vae.network(SUBJECTS[subject].vae)


@torch.inference_mode()
def code(subject: str, picture: np.ndarray) -> torch.Tensor:
    """The code (Z,) of a picture (side, side, C)."""
    return network_of(subject).encode(vae.tensor(picture))[0][0]


@torch.inference_mode()
def decode(subject: str, codes: torch.Tensor) -> list[np.ndarray]:
    """Codes (N, Z) -> N pictures, uint8 (side, side, 3)."""
    made = network_of(subject).decode(codes.float())
    return [vae.show(vae.array(x[None])) for x in made]


def moved(d: Directions, start: torch.Tensor, offsets: list) -> torch.Tensor:
    """A code (Z,) moved along the components, by so many standard deviations of each; at most REACH."""
    by = torch.tensor([min(max(float(o), -REACH), REACH) for o in offsets])
    return start + (by * d.spreads) @ d.components


def ends(d: Directions, start: torch.Tensor) -> torch.Tensor:
    """(2 * KEPT, Z): the code moved along each component alone, down and up."""
    return torch.stack([moved(d, start, [sign * ENDS * (k == n) for k in range(KEPT)]) for n in range(KEPT) for sign in (-1, 1)])


@dataclass(frozen=True)
class Walk:
    """Pictures, uint8 (side, side, 3), FRAMES of each way, and how far from 0 each code lies. blend: of the two, pixel by pixel."""

    line: list
    sphere: list
    blend: list
    line_lengths: list
    sphere_lengths: list


def walk(subject: str, first: np.ndarray, last: np.ndarray) -> Walk:
    """From one picture (side, side, C) to another."""
    a, b = code(subject, first), code(subject, last)
    line, sphere = plane.line(a, b, FRAMES), plane.sphere(a, b, FRAMES)
    shown = decode(subject, torch.cat([line, sphere]))
    blend = [vae.show((1 - t) * first + t * last) for t in np.linspace(0, 1, FRAMES)]
    return Walk(shown[:FRAMES], shown[FRAMES:], blend, line.norm(dim=1).tolist(), sphere.norm(dim=1).tolist())


@dataclass(frozen=True)
class Sum:
    """Pictures, uint8 (28, 28, 3): the digit decoded, the two means, the sum. read, sure: what the classifier takes the sum for, and with
    what probability."""

    start: np.ndarray
    minus: np.ndarray
    plus: np.ndarray
    result: np.ndarray
    read: int
    sure: float


@torch.inference_mode()
def add(study: Study, picture: np.ndarray, minus: int, plus: int) -> Sum:
    """code(picture) - mean code of class `minus` + mean code of class `plus`."""
    for c in (minus, plus):
        if c not in range(10):
            raise unknown("class", str(c), map(str, range(10)))
    z = code("digits", picture)
    result = z - study.classes[minus] + study.classes[plus]
    shown = decode("digits", torch.stack([z, study.classes[minus], study.classes[plus], result]))
    seen = vae.network(CLASSIFIER).read(network_of("digits").decode(result[None]))[0]
    return Sum(*shown, read=int(seen.argmax()), sure=float(seen.max()))


@lru_cache(maxsize=len(SUBJECTS))
def sheet(subject: str) -> np.ndarray:
    """The pictures that ship side by side: uint8 (side, side * pictures, 3)."""
    return np.concatenate([vae.picture(subject, n).shown for n in range(SUBJECTS[subject].pictures)], 1)


def class_of(number: int) -> int:
    """Of the digit with this number."""
    return int(labels(number + 1)[-1])
