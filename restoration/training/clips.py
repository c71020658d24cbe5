"""Clips for training: real ones, and ones made of photos; and the damaged clips a network with a memory learns from.

A made clip is a photo seen through a window that moves: a pan, a zoom, a turn, a shaking hand, or all of them, now and then with a piece of
another photo passing in front. What moves, and how, is drawn anew for each.

Every draw is a function of (seed, process, step) alone, as for pictures (training/data.py).
"""

from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from restoration.degrade import degrade
from restoration.errors import Refusal
from restoration.images import from_uint8, load_image, to_uint8
from restoration.training.data import SUFFIXES, split_folder

FRAMES = 16  # of a training clip
VAL_FRAMES = 24
VAL_CLIPS = 8
REAL = 0.5  # share of training clips that are cut from real ones


def load_clips(folder: Path) -> list[np.ndarray]:
    """Every folder of pictures below a folder is a clip: its pictures in the order of their names, uint8 (T, H, W, 3)."""
    clips = []
    for each in sorted(p for p in Path(folder).rglob("*") if p.is_dir()):
        files = sorted(p for p in each.iterdir() if p.suffix.lower() in SUFFIXES)
        if len(files) > 1:
            clips.append(np.stack([to_uint8(load_image(p)) for p in files]))
    return clips


def load_clips_and_photos(folder: Path, crop: int) -> tuple[tuple, tuple]:
    """((clips, photos) to train on, (clips, photos) to validate on), from the subfolders clips and photos. Of each clip the last part is
    held out; photos are divided as split_folder does it."""
    clips, photos = load_clips(Path(folder) / "clips"), split_folder(Path(folder) / "photos", 2 * crop)
    if not clips:
        raise Refusal("no_training_pictures", folder=str(folder), least=crop)
    return (clips, photos[0]), ([], photos[1])


def of_clip(clip: np.ndarray, frames: int, crop: int, rng: np.random.Generator) -> Tensor:
    """(frames, 3, crop, crop): a random place and time, every or every second frame, forwards or backwards, mirrored by chance."""
    stride = int(rng.integers(1, 3)) if len(clip) >= 2 * frames else 1
    first = int(rng.integers(len(clip) - stride * (frames - 1)))
    part = clip[first : first + stride * (frames - 1) + 1 : stride]
    top, left = (int(rng.integers(n - crop + 1)) for n in clip.shape[1:3])
    part = part[:: 1 if rng.integers(2) else -1, top : top + crop, left : left + crop]
    return as_tensor(part[:, :, ::-1] if rng.integers(2) else part)


def as_tensor(frames: np.ndarray) -> Tensor:
    """uint8 (T, H, W, 3) -> (T, 3, H, W) in [0, 1]."""
    return torch.cat([from_uint8(np.ascontiguousarray(frame)) for frame in frames])


def path(frames: int, rng: np.random.Generator) -> np.ndarray:
    """Where a window goes, (frames, 4): x and y in pixels, the logarithm of its size, its turn in radians. It drifts, and shakes. Slow
    ones are more frequent than fast ones, as in real clips, and one in eight stands still."""
    speed = np.array([4 * rng.random() ** 2, 0, 0, 0]) if rng.integers(8) else np.zeros(4)
    angle = rng.uniform(0, 2 * np.pi)
    speed[0], speed[1] = speed[0] * np.cos(angle), speed[0] * np.sin(angle)
    speed[2], speed[3] = (rng.normal(0, 0.008) if rng.integers(2) else 0.0 for _ in range(2))
    shake = rng.normal(0, 1, (frames, 4)) * np.array([1, 1, 0.002, 0.004]) * (rng.uniform(0, 1.5) if rng.integers(3) == 0 else 0)
    return np.arange(frames)[:, None] * speed + shake


def seen_along(photo: np.ndarray, way: np.ndarray, crop: int, rng: np.random.Generator) -> Tensor:
    """A photo uint8 (H, W, 3) through a window of `crop` pixels that goes along `way` -> (T, 3, crop, crop). Where the window leaves the
    photo, the photo is mirrored."""
    h, w = photo.shape[:2]
    centre = np.array([rng.uniform(crop / 2, w - crop / 2), rng.uniform(crop / 2, h - crop / 2)]) - way[len(way) // 2, :2]
    room = crop  # cut out what can be seen, so that the window's size, not the photo's, decides what it costs
    x0, y0 = (int(np.clip(c - room, 0, max(0, n - 2 * room))) for c, n in zip(centre + way[len(way) // 2, :2], (w, h), strict=True))
    part = from_uint8(np.ascontiguousarray(photo[y0 : y0 + 2 * room, x0 : x0 + 2 * room]))
    ph, pw = part.shape[-2:]
    grid = torch.arange(crop, dtype=torch.float32) - (crop - 1) / 2
    gy, gx = torch.meshgrid(grid, grid, indexing="ij")
    grids = []
    for x, y, zoom, turn in way.tolist():
        c, s, size = np.cos(turn), np.sin(turn), np.exp(zoom)
        px, py = size * (c * gx - s * gy) + centre[0] + x - x0, size * (s * gx + c * gy) + centre[1] + y - y0
        grids.append(torch.stack([2 * (px + 0.5) / pw - 1, 2 * (py + 0.5) / ph - 1], -1))
    return F.grid_sample(part.expand(len(way), -1, -1, -1), torch.stack(grids), "bicubic", "reflection", False).clamp(0, 1)


def of_photos(photos: list[np.ndarray], frames: int, crop: int, rng: np.random.Generator) -> Tensor:
    """A made clip, (frames, 3, crop, crop); one in three has something passing in front."""
    clip = seen_along(photos[rng.integers(len(photos))], path(frames, rng), crop, rng)
    if rng.integers(3) == 0:
        front = seen_along(photos[rng.integers(len(photos))], path(frames, rng) * 0.3, crop, rng)
        way = path(frames, rng)[:, :2] + rng.uniform(0.2, 0.8, 2) * crop
        size, grid = rng.uniform(0.12, 0.35, 2) * crop, torch.arange(crop).float()
        inside = [((grid[None] - x) / size[0]) ** 2 + ((grid[:, None] - y) / size[1]) ** 2 for x, y in way.tolist()]
        cover = ((1.05 - torch.stack(inside)) / 0.1).clamp(0, 1)[:, None]  # an ellipse with a soft edge
        clip = cover * front + (1 - cover) * clip
    turns, mirror = int(rng.integers(4)), rng.integers(2)
    clip = torch.rot90(clip, turns, (2, 3))
    return clip.flip(3) if mirror else clip


def ruined(clean: Tensor, sigma: float, rng: np.random.Generator, single: bool) -> tuple[Tensor, Tensor]:
    """A clip (T, 3, H, W) with noise of one level; single: some frames are blurred besides, or a block of them is missing -> the clip, and
    mask (T, 1, H, W)."""
    damaged, mask = clean.clone(), torch.ones(len(clean), 1, *clean.shape[2:])
    for t in range(1, len(clean)) if single else ():
        kind, seed = rng.random(), int(rng.integers(2**32))
        if kind < 0.12:
            damaged[t : t + 1] = degrade(damaged[t : t + 1], "blur", sigma=float(rng.uniform(0.8, 3)), seed=seed)
        elif kind < 0.27:
            h, w = clean.shape[2:]
            high, wide = (int(n * rng.uniform(0.15, 0.5)) for n in (h, w))
            top, left = int(rng.integers(h - high + 1)), int(rng.integers(w - wide + 1))
            mask[t, :, top : top + high, left : left + wide] = 0
    noise = torch.from_numpy(rng.standard_normal(clean.shape, dtype=np.float32))
    return (damaged + sigma / 255 * noise) * mask, mask


class Clips:
    """Training batches of clips by step, and one fixed validation batch: the second half of it holds frames that are blurred or have a
    block missing. train and val: (clips, photos) each."""

    def __init__(self, train: tuple, val: tuple, batch: int, crop: int, seed: int, rank: int = 0):
        self.train, self.val, self.batch, self.crop, self.seed, self.rank = train, val, batch, crop, seed, rank
        self.long = [clip for clip in train[0] if len(clip) >= FRAMES and min(clip.shape[1:3]) >= crop]  # enough for a training clip
        rng = np.random.default_rng((seed, 1 << 20))
        clean = torch.stack([of_photos(val[1], VAL_FRAMES, crop, rng) for _ in range(VAL_CLIPS)])
        self.validation = self._batch(clean, [25.0] * VAL_CLIPS, rng, [k >= VAL_CLIPS // 2 for k in range(VAL_CLIPS)])

    @property
    def sizes(self) -> tuple[int, int]:
        """How many clips and photos are trained and validated on."""
        return sum(map(len, self.train)), sum(map(len, self.val))

    def at(self, step: int) -> tuple[Tensor, Tensor, dict]:
        rng = np.random.default_rng((self.seed, self.rank, step))
        long, photos = self.long, self.train[1]
        clean = [
            of_clip(long[rng.integers(len(long))], FRAMES, self.crop, rng) if long and rng.random() < REAL
            else of_photos(photos, FRAMES, self.crop, rng) for _ in range(self.batch)
        ]  # fmt: skip
        return self._batch(torch.stack(clean), rng.uniform(5, 55, self.batch).tolist(), rng, (rng.random(self.batch) < 0.3).tolist())

    def _batch(self, clean: Tensor, sigmas: list, rng: np.random.Generator, single: list) -> tuple[Tensor, Tensor, dict]:
        made = [ruined(x, s, rng, one) for x, s, one in zip(clean, sigmas, single, strict=True)]
        damaged, mask = (torch.stack(part) for part in zip(*made, strict=True))
        return clean, damaged, {"sigma": torch.tensor(sigmas), "mask": mask}
