"""Pictures for training: a folder in memory, random crops of it, and the pairs a network learns from.

Every draw is a function of (seed, process, step) alone, so a run that is killed and resumed sees the pictures it would have seen.
"""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from restoration.degrade import degrade_chain
from restoration.errors import Refusal
from restoration.images import from_uint8, load_image, to_uint8

SUFFIXES = {".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff"}


def load_folder(folder: Path, least: int = 128) -> list[np.ndarray]:
    """Every picture below a folder as uint8 (H, W, 3), in the order of their names, less those with a side under `least`."""
    files = sorted(p for p in Path(folder).rglob("*") if p.suffix.lower() in SUFFIXES)
    pictures = []
    for path in files:
        try:
            picture = to_uint8(load_image(path))
        except Refusal as e:
            if e.code == "picture_too_small":
                continue
            raise Refusal("training_picture", file=str(path), why=e.note) from e
        if min(picture.shape[:2]) >= least:
            pictures.append(picture)
    if not pictures:
        raise Refusal("no_training_pictures", folder=str(folder), least=least)
    return pictures


def split_folder(folder: Path, least: int = 128) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """(train, val): the subfolders of these names where they exist, else every twentieth picture (at least one) is held out."""
    folder = Path(folder)
    if (folder / "train").is_dir() and (folder / "val").is_dir():
        return load_folder(folder / "train", least), load_folder(folder / "val", least)
    pictures = load_folder(folder, least)
    held_out = set(range(0, len(pictures), 20))
    return [p for i, p in enumerate(pictures) if i not in held_out] or pictures, [pictures[i] for i in sorted(held_out)]


def random_crops(pictures: list[np.ndarray], batch: int, crop: int, rng: np.random.Generator) -> Tensor:
    """(batch, 3, crop, crop) in [0, 1]: a random picture, place, mirror image and quarter turn each."""
    out = []
    for _ in range(batch):
        p = pictures[rng.integers(len(pictures))]
        top, left = rng.integers(p.shape[0] - crop + 1), rng.integers(p.shape[1] - crop + 1)
        p = np.rot90(p[top : top + crop, left : left + crop], rng.integers(4))
        out.append(p[:, ::-1] if rng.integers(2) else p)
    return torch.cat([from_uint8(np.ascontiguousarray(p)) for p in out]).contiguous(memory_format=torch.channels_last)


# What a clean crop is damaged with: name -> a function of a random generator that draws the steps of restoration.degrade. So a
# network learns from the very damages of the lab, at strengths drawn by chance, more of the weak than of the strong.


def noise(rng):
    return [("noise", {"sigma": 75 * rng.random() ** 1.5})]


def blur(rng):
    """One of three blurs, and the slight noise of any camera, without which a blur could be undone exactly."""
    kind = rng.integers(3)
    if kind == 0:
        step = ("blur", {"sigma": rng.uniform(0.3, 3.5)})
    elif kind == 1:
        step = ("motion-blur", {"length": rng.uniform(2, 20), "angle": rng.uniform(0, 180)})
    else:
        step = ("defocus-blur", {"radius": rng.uniform(0.7, 6)})
    return [step, ("noise", {"sigma": rng.uniform(0, 4)})]


def missing(rng):
    kind = rng.integers(4)
    if kind == 0:
        return [("missing-pixels", {"share": rng.uniform(0.1, 0.9)})]
    if kind == 1:
        return [("missing-strokes", {"count": int(rng.integers(3, 16)), "width": int(rng.integers(1, 9))})]
    if kind == 2:
        return [("missing-text", {"size": int(rng.integers(10, 33))})]
    return [("missing-block", {"size": rng.uniform(0.08, 0.5)})]


def holes(rng):
    """Large ones: a block, or the lower part; crops are turned and mirrored, so it may be any side."""
    if rng.integers(4):
        return [("missing-block", {"size": rng.uniform(0.2, 0.45)})]
    return [("missing-lower", {"share": rng.uniform(0.1, 0.3)})]


def jpeg(rng):
    return [("jpeg", {"quality": int(rng.integers(5, 61))})]


def grey(rng):
    return [("grayscale", {})]


def half(rng):
    return [("low-resolution", {"scale": 2})]


def quarter(rng):
    return [("low-resolution", {"scale": 4})]


PAIRS = {
    "noise": noise, "blur": blur, "missing": missing, "holes": holes, "jpeg": jpeg, "grey": grey, "half": half, "quarter": quarter,
}  # fmt: skip
# what validation pictures are damaged with, in turn; the same at every validation
VALIDATION = {
    "noise": [[("noise", {"sigma": 25})]],
    "blur": [
        [("blur", {"sigma": 1.6}), ("noise", {"sigma": 2})],
        [("motion-blur", {"length": 12, "angle": 30}), ("noise", {"sigma": 2})],
        [("defocus-blur", {"radius": 4}), ("noise", {"sigma": 2})],
    ],
    "missing": [
        [("missing-pixels", {"share": 0.5})],
        [("missing-text", {"size": 16})],
        [("missing-strokes", {"count": 10, "width": 4})],
        [("missing-block", {"size": 0.25})],
    ],
    "holes": [[("missing-block", {"size": 0.375})]],
    "jpeg": [[("jpeg", {"quality": 10})]],
    "grey": [[("grayscale", {})]],
    "half": [[("low-resolution", {"scale": 2})]],
    "quarter": [[("low-resolution", {"scale": 4})]],
}  # fmt: skip


def damaged(clean: Tensor, chains: list, seeds) -> tuple[Tensor, list[dict]]:
    """Each picture of a batch (B, 3, H, W) through its own chain of damages -> the damaged pictures, and what is known of each."""
    made = [degrade_chain(x, chain, seed=int(seed)) for x, chain, seed in zip(clean.split(1), chains, seeds, strict=True)]
    pictures = torch.cat([m.picture for m in made]).contiguous(memory_format=torch.channels_last)
    return pictures, [m.known for m in made]


def as_told(known: list[dict], told: tuple[str, ...]) -> dict[str, Tensor]:
    """Of what is known of each picture, what a network is told: {"sigma": (B,)} or {"mask": (B, 1, H, W)}."""
    batch = {key: [k[key] for k in known] for key in told}
    return {key: torch.cat(v) if isinstance(v[0], Tensor) else torch.tensor(v) for key, v in batch.items()}


class Pairs:
    """Training batches by step, and one fixed validation batch, from two lists of uint8 pictures.

    kind: key of PAIRS, or one chain of damages for all.
    """

    def __init__(self, train: list, val: list, kind: str | tuple, told: tuple, batch: int, crop: int, seed: int, rank: int = 0):
        self.train, self.val, self.told, self.batch, self.crop = train, val, told, batch, crop
        self.seed, self.rank = seed, rank
        side = min(256, *(min(p.shape[:2]) // 16 * 16 for p in val))
        middles = []
        self.draw = PAIRS[kind] if isinstance(kind, str) else lambda rng: kind
        for p in val[:: max(1, len(val) // 24)][:24]:
            top, left = (p.shape[0] - side) // 2, (p.shape[1] - side) // 2
            middles.append(from_uint8(np.ascontiguousarray(p[top : top + side, left : left + side])))
        clean, chains = torch.cat(middles), VALIDATION[kind] if isinstance(kind, str) else [kind]
        turns = [chains[i % len(chains)] for i in range(len(clean))]
        pictures, self.known = damaged(clean, turns, [seed + i for i in range(len(clean))])  # known: for the yardstick
        self.validation = (clean, pictures, as_told(self.known, told))

    @property
    def sizes(self) -> tuple[int, int]:
        """How many pictures are trained and validated on."""
        return len(self.train), len(self.val)

    def at(self, step: int) -> tuple[Tensor, Tensor, dict]:
        rng = np.random.default_rng((self.seed, self.rank, step))
        clean = random_crops(self.train, self.batch, self.crop, rng)
        pictures, known = damaged(clean, [self.draw(rng) for _ in clean], rng.integers(2**32, size=len(clean)))
        return clean, pictures, as_told(known, self.told)
