"""Did it learn by heart? How far what a GAN invents lies from the nearest of its training pictures.

    python -m restoration.studies gan-near --data DIR      # DIR/digits/mnist.npz, DIR/emoji/fluent3d_64.npz

A distance is the root of the mean squared difference of two pictures' pixels, all channels together, in 1/255, at the best of nine places:
where it is, or one pixel off in any direction. Pixels are the plainest measure and a blunt one: a soft picture is near to many. So a
distance says nothing alone, and two yardsticks stand beside the samples: real pictures that the network never saw, which lie as far as
pictures do that are no copies; and training pictures moved by half a pixel to the right and down, which is what copies would come to.
Colour pictures are compared with mirror images too, and where training cut squares of them, with five squares of three quarters of the
side: the network saw such.

Pictures of MNIST must not ship. So of each sample the study keeps the number of its nearest picture, which who has the set
can look at; of emoji (MIT licence) the pictures themselves.

    subjects {subject: {"train": training pictures, "variants": forms of each that were compared,
                        "own": [distance of the sample of seed 0, 1, ...], "nearest": [the number of its nearest picture in the set],
                        "labels": [the class of that, of digits; else empty],
                        "held": [distance of held-out real ones], "moved": [... of the moved ones],
                        "sheet": base64 of a PNG, the nearest pictures side by side; "" where they must not ship}}
"""

import base64
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from restoration import lab
from restoration.errors import Refusal
from restoration.lab import gan_images
from restoration.studies import store
from restoration.subjects import SUBJECTS
from restoration.training.small import HELD_OUT, Set, load_set

NAME = "gan-near"
COUNT = 40  # samples; held-out pictures; moved ones
FILES = {"digits": "digits/mnist.npz", "emoji": "emoji/fluent3d_64.npz"}
MAY_SHIP = ("emoji",)
KEYS = ("train", "variants", "own", "nearest", "labels", "held", "moved", "sheet")


@dataclass(frozen=True)
class Near:
    made: dict
    train: int
    variants: int
    own: list
    nearest: list
    labels: list
    held: list
    moved: list
    sheet: str


def read(subject: str) -> Near:
    """What the study says of a subject; Refusal if it is missing or damaged."""
    found = store.read(NAME)
    if isinstance(found.get("subjects"), dict) and subject not in found["subjects"]:
        raise Refusal("study_missing", name=NAME)
    try:
        near = Near(found["made"], **{key: found["subjects"][subject][key] for key in KEYS})
        if any(len(part) != COUNT for part in (near.own, near.nearest, near.held, near.moved)) or len(near.labels) not in (0, COUNT):
            raise ValueError("samples")
        return near
    except (LookupError, TypeError, ValueError) as e:
        raise Refusal("study_damaged", name=NAME) from e


# Making the study


def variants(pictures: np.ndarray, side: int):
    """uint8 (N, S, S, C) -> the same pictures as training showed them, at (N, side, side, C): see above."""
    whole = pictures.shape[1]
    size = whole * 3 // 4
    squares = [(0, 0, whole)]
    if whole != side:
        far = whole - size
        squares += [(top, left, size) for top, left in ((0, 0), (0, far), (far, 0), (far, far), (far // 2, far // 2))]
    for top, left, s in squares:
        cut = pictures[:, top : top + s, left : left + s]
        if s != side:
            cut = np.stack([np.asarray(Image.fromarray(p).resize((side, side), Image.Resampling.BICUBIC)) for p in cut])
        yield cut
        if pictures.shape[3] == 3:
            yield cut[:, :, ::-1]


def nearest(asked: np.ndarray, versions) -> tuple[np.ndarray, np.ndarray]:
    """Of each of uint8 (M, side, side, C): the distance of the nearest picture, and its number. versions: of variants."""
    side = asked.shape[1]
    wide = np.pad(asked, ((0, 0), (1, 1), (1, 1), (0, 0)), mode="edge")
    places = [wide[:, y : y + side, x : x + side] for y in range(3) for x in range(3)]
    q = torch.from_numpy(np.concatenate(places)).flatten(1).float()  # (9 M, side * side * C)
    best, number = torch.full((len(q),), torch.inf), torch.zeros(len(q), dtype=torch.long)
    for pictures in versions:
        for start in range(0, len(pictures), 1000):
            x = torch.from_numpy(np.ascontiguousarray(pictures[start : start + 1000])).flatten(1).float()
            at = torch.cdist(q, x, compute_mode="use_mm_for_euclid_dist").argmin(1)
            apart = (q - x[at]).norm(dim=1)  # once more: the fast way loses digits
            closer = apart < best
            best[closer], number[closer] = apart[closer], start + at[closer]
    best, place = best.view(9, -1).min(0)
    return (best / q.shape[1] ** 0.5).numpy(), number.view(9, -1).gather(0, place[None])[0].numpy()


def moved(pictures: np.ndarray) -> np.ndarray:
    """uint8 (N, H, W, C), half a pixel to the right and down: the mean of four neighbours; the first row and column stand twice."""
    wide = np.pad(pictures, ((0, 0), (1, 0), (1, 0), (0, 0)), mode="edge").astype(np.float32)
    return np.round((wide[:, 1:, 1:] + wide[:, :-1, 1:] + wide[:, 1:, :-1] + wide[:, :-1, :-1]) / 4).astype(np.uint8)


def spread(count: int) -> np.ndarray:
    """COUNT numbers below `count`, evenly spread."""
    return np.linspace(0, count - 1, COUNT).round().astype(int)


def in_set(number: np.ndarray) -> np.ndarray:
    """The number of a training picture -> its number in the whole set, of which every HELD_OUT-th was held out."""
    return number + number // (HELD_OUT - 1) + 1


def measure(subject: str, train: Set, held: Set) -> dict:
    """What the study says of a subject."""
    side, channels = SUBJECTS[subject].side, SUBJECTS[subject].channels
    versions = list(variants(train.pictures, side))
    real = next(variants(held.pictures[spread(len(held))], side))
    copies = moved(versions[0][spread(len(train))])
    samples = gan_images.invent(subject, range(COUNT))[..., :channels]
    apart, number = nearest(np.concatenate([samples, real, copies]), versions)
    own, of_held, of_moved = (np.round(part, 2).tolist() for part in np.split(apart, 3))
    sheet = ""
    if subject in MAY_SHIP:
        data = io.BytesIO()
        Image.fromarray(gan_images.sheet(versions[0][number[:COUNT]], COUNT)).save(data, format="PNG", optimize=True)
        sheet = base64.b64encode(data.getvalue()).decode()
    return {
        "train": len(train),
        "variants": len(versions),
        "own": own,
        "nearest": in_set(number[:COUNT]).tolist(),
        "labels": train.labels[number[:COUNT]].tolist() if channels == 1 else [],
        "held": of_held,
        "moved": of_moved,
        "sheet": sheet,
    }


def make(data: Path | None) -> None:
    """data: where the training pictures are. Networks that do not ship are left out."""
    if data is None:
        raise Refusal("no_data_folder")
    torch.set_num_threads(1)
    ship = [subject for subject, name in gan_images.NETWORKS.items() if (lab.models_folder() / name).is_dir()]
    found = {subject: measure(subject, *load_set(Path(data) / FILES[subject], SUBJECTS[subject].side)) for subject in ship}
    store.write(NAME, {"subjects": found}, [gan_images.NETWORKS[subject] for subject in ship])
    for subject, near in found.items():
        print(subject, {key: round(float(np.median(near[key])), 1) for key in ("own", "held", "moved")}, len(near["sheet"]))
