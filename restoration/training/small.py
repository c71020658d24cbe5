"""Small pictures for training, whole: digits, emoji, flowers. A set in memory, and batches of it by step, as in data.py.

A set is an .npz file with `x` (N, H, W) or (N, H, W, 3), or with x_train and x_test (and labels y_train, y_test), or a folder of pictures.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from restoration.errors import Refusal
from restoration.training.data import split_folder

HELD_OUT = 20  # every so manieth picture is validated on


@dataclass(frozen=True)
class Set:
    pictures: np.ndarray  # uint8 (N, H, W, C)
    labels: np.ndarray  # (N,), 0 where there are none

    def __len__(self) -> int:
        return len(self.pictures)

    def take(self, index) -> "Set":
        return Set(self.pictures[index], self.labels[index])


def load_set(path: Path, side: int) -> tuple[Set, Set]:
    """(train, val). Pictures of a folder are cut to a square and made a third larger than `side`, so that crops of it differ."""
    path = Path(path)
    if path.is_dir():
        return tuple(Set(np.stack([square(p, side * 4 // 3) for p in part]), np.zeros(len(part), int)) for part in split_folder(path, side))
    try:
        with np.load(path) as stored:
            names = ("x_train", "y_train") if "x_train" in stored else ("x", "y")
            x = stored[names[0]]
            labels = stored[names[1]] if names[1] in stored else np.zeros(len(x), int)
    except (OSError, ValueError, KeyError) as e:
        raise Refusal("no_training_pictures", folder=str(path), least=side) from e
    everything = Set(x if x.ndim == 4 else x[..., None], labels.astype(int))
    held = np.arange(len(everything)) % HELD_OUT == 0
    return everything.take(~held), everything.take(held)


def square(picture: np.ndarray, side: int) -> np.ndarray:
    """uint8 (H, W, 3) -> its middle, (side, side, 3)."""
    h, w = picture.shape[:2]
    s = min(h, w)
    top, left = (h - s) // 2, (w - s) // 2
    return np.asarray(Image.fromarray(picture[top : top + s, left : left + s]).resize((side, side), Image.Resampling.LANCZOS))


def random_mask(side: int, rng: np.random.Generator) -> np.ndarray:
    """(side, side) float32, 1 where a pixel is known: a side of the picture covered, a block, scattered pixels, or several strips."""
    mask, kind = np.ones((side, side), np.float32), rng.integers(4)
    if kind == 0:
        mask[: int(side * rng.uniform(0.25, 0.75))] = 0
        return np.ascontiguousarray(np.rot90(mask, rng.integers(4)))
    if kind == 1:
        high, wide = (int(side * rng.uniform(0.2, 0.7)) for _ in range(2))
        top, left = rng.integers(side - high + 1), rng.integers(side - wide + 1)
        mask[top : top + high, left : left + wide] = 0
    elif kind == 2:
        mask = (rng.random((side, side)) > rng.uniform(0.3, 0.95)).astype(np.float32)
    else:
        for _ in range(rng.integers(1, 5)):
            at, thick = rng.integers(side), int(1 + side * rng.uniform(0.03, 0.12))
            mask[at : at + thick] = 0
            mask = np.rot90(mask)
    return np.ascontiguousarray(mask)


def tensor(pictures: np.ndarray) -> Tensor:
    """uint8 (B, H, W, C) -> (B, C, H, W) in [0, 1]."""
    return torch.from_numpy(np.ascontiguousarray(pictures.transpose(0, 3, 1, 2))).float() / 255


def binarised(x: Tensor, seed: int) -> Tensor:
    """Each pixel white with the probability that its grey says (Salakhutdinov and Murray 2008)."""
    return (torch.rand(x.shape, generator=torch.Generator().manual_seed(int(seed))) < x).float()


# kind -> (binarise, crop and mirror, cover)
KINDS = {
    "binary": (True, False, False), "plain": (False, False, False), "colour": (False, True, False),
    "covered-grey": (False, False, True), "covered-colour": (False, True, True),
}  # fmt: skip


class SmallPictures:
    """Training batches by step, and one fixed validation batch. kind: key of KINDS. told: "mask" and "label" can be."""

    def __init__(self, train: Set, val: Set, kind: str, told: tuple, batch: int, side: int, seed: int, rank: int = 0):
        self.train, self.val, self.told, self.batch, self.side = train, val, told, batch, side
        self.seed, self.rank = seed, rank
        self.binarise, self.vary, self.cover = KINDS[kind]
        self.mean = tensor(np.stack([self._crop(p, None, False) for p in train.pictures[:2000]])).mean(0)  # (C, H, W)
        chosen = val.take(np.arange(0, len(val), max(1, len(val) // 1000))[:1000])
        self.validation = self._batch(chosen, np.random.default_rng((seed, 1 << 20)), False)

    @property
    def sizes(self) -> tuple[int, int]:
        """How many pictures are trained and validated on."""
        return len(self.train), len(self.val)

    def at(self, step: int) -> tuple[Tensor, Tensor, dict]:
        rng = np.random.default_rng((self.seed, self.rank, step))
        return self._batch(self.train.take(rng.integers(len(self.train), size=self.batch)), rng, self.vary)

    def _batch(self, chosen: Set, rng: np.random.Generator, vary: bool) -> tuple[Tensor, Tensor, dict]:
        pictures = chosen.pictures
        if pictures.shape[1] != self.side:
            pictures = np.stack([self._crop(p, rng, vary) for p in pictures])
        if vary:
            pictures = np.where((rng.random(len(pictures)) < 0.5)[:, None, None, None], pictures[:, :, ::-1], pictures)
        clean = tensor(pictures)
        if self.binarise:
            clean = binarised(clean, rng.integers(2**32))
        if not self.cover:
            return clean, clean, {"label": torch.from_numpy(chosen.labels)} if "label" in self.told else {}
        mask = torch.from_numpy(np.stack([random_mask(self.side, rng) for _ in pictures]))[:, None]
        return clean, clean * mask, {"mask": mask}

    def _crop(self, picture: np.ndarray, rng: np.random.Generator, vary: bool) -> np.ndarray:
        """A square of the picture at the side wanted: the whole, or a random part of at least three quarters."""
        s = picture.shape[0]
        if s == self.side:
            return picture
        size = int(rng.integers(s * 3 // 4, s + 1)) if vary else s
        top, left = (int(rng.integers(s - size + 1)) for _ in range(2)) if vary else (0, 0)
        part = Image.fromarray(picture[top : top + size, left : left + size])
        return np.asarray(part.resize((self.side, self.side), Image.Resampling.BICUBIC))
