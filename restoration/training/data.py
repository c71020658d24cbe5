"""Pictures for training: a folder in memory, random crops of it, and the pairs a network learns from.

Every draw is a function of (seed, process, step) alone, so a run that is killed and resumed sees the pictures it would have seen.
"""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

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


def gaussian_noise(clean: Tensor, generator: torch.Generator, sigma: float | None = None) -> tuple[Tensor, Tensor, dict]:
    """(clean, noisy, known): sigma in units of 1/255, the same for all or drawn from 0..75 with more small levels than large."""
    u = torch.rand(len(clean), generator=generator)
    sigmas = 75 * u**1.5 if sigma is None else torch.full((len(clean),), float(sigma))
    noise = torch.randn(clean.shape, generator=generator)
    return clean, clean + noise * (sigmas / 255).view(-1, 1, 1, 1), {"sigma": sigmas}


# name -> (clean, generator, **fixed) -> (clean, damaged, known)
PAIRS = {"gaussian-noise": gaussian_noise}
# what a validation pair is made with, the same at every validation
VALIDATION = {"gaussian-noise": {"sigma": 25}}


class Pairs:
    """Training batches by step, and one fixed validation batch, from two lists of uint8 pictures."""

    def __init__(self, train: list, val: list, kind: str, batch: int, crop: int, seed: int, rank: int = 0):
        self.train, self.val, self.kind, self.batch, self.crop = train, val, kind, batch, crop
        self.seed, self.rank = seed, rank
        side = min(256, *(min(p.shape[:2]) // 16 * 16 for p in val))
        middles = []
        for p in val[:: max(1, len(val) // 24)][:24]:
            top, left = (p.shape[0] - side) // 2, (p.shape[1] - side) // 2
            middles.append(from_uint8(np.ascontiguousarray(p[top : top + side, left : left + side])))
        self.validation = PAIRS[kind](torch.cat(middles), torch.Generator().manual_seed(seed), **VALIDATION[kind])

    def at(self, step: int) -> tuple[Tensor, Tensor, dict]:
        rng = np.random.default_rng((self.seed, self.rank, step))
        clean = random_crops(self.train, self.batch, self.crop, rng)
        return PAIRS[self.kind](clean, torch.Generator().manual_seed(int(rng.integers(2**62))))
