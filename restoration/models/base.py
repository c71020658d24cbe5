"""The contract every model keeps: what a Restorer is, what a Family is, and how a picture of any size passes through."""

from collections.abc import Callable
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from restoration.errors import Refusal

MIN_SIDE = 16  # pixels
TILE, MARGIN = 512, 64  # larger pictures are cut into tiles of TILE pixels, each seen with MARGIN more on every side


class Restorer(nn.Module):
    """A network that mends pictures: (B, C, H, W) in, (B, C, H, W) out, float32, nominally in [0, 1].

    `.config` holds the constructor's arguments, `.name` the checkpoint it came from, `.about` one line on what it is for.
    """

    config: object
    name: str = ""
    about: str = ""

    def restore(self, y: Tensor, **known) -> Tensor:
        raise TypeError(f"{type(self).__name__} does not restore pictures")


@dataclass(frozen=True)
class Family:
    """One way to restore: everything the training loop, the checkpoints and the screen need to know of it.

    config      dataclass of the constructor's arguments
    build       config -> Restorer
    optimisers  (model, learning rate) -> dict of torch optimisers
    step        (model, batch, optimisers) -> dict of floats, "loss" among them; makes one update
    validate    (model, batch) -> dict of floats
    A batch is (clean, damaged, known), pictures first, then what a restorer may be told.
    """

    name: str
    config: type
    build: Callable
    optimisers: Callable
    step: Callable
    validate: Callable


def mean_psnr(restored: Tensor, clean: Tensor) -> float:
    """PSNR in dB over all values of a picture, clipped to [0, 1], the mean over a batch (B, C, H, W): to follow a training run by."""
    return (-10 * ((restored.clamp(0, 1) - clean) ** 2).mean((1, 2, 3)).log10()).mean().item()


def check_picture(y: Tensor, channels: int) -> None:
    """Refuse what no restorer can take, in words that say what would do."""
    if y.ndim != 4 or y.shape[1] != channels:
        raise Refusal("wrong_shape", shape=tuple(y.shape), channels=channels)
    if y.dtype != torch.float32:
        raise Refusal("picture_not_float", dtype=str(y.dtype))
    if min(y.shape[-2:]) < MIN_SIDE:
        raise Refusal("picture_too_small", width=y.shape[-1], height=y.shape[-2], least=MIN_SIDE)
    if not torch.isfinite(y).all():
        raise Refusal("not_finite")


def pad_to(y: Tensor, multiple: int) -> Tensor:
    """Repeat the right and bottom border until both sides are a multiple of `multiple`."""
    h, w = y.shape[-2:]
    return F.pad(y, (0, -w % multiple, 0, -h % multiple), mode="replicate")


def in_tiles(fn: Callable, y: Tensor, multiple: int, tile: int = TILE, margin: int = MARGIN, scale: int = 1) -> Tensor:
    """fn(y) for a picture of any size, with memory bounded by one tile. fn may make its picture `scale` times larger.

    Tiles are seen with `margin` more pixels on every side than is kept of them, so that a kept pixel sees (nearly) the same
    surroundings as in the whole picture and no seam shows. fn maps (B, C, h, w) to (B, C', scale * h, scale * w) for sides divisible
    by `multiple`.
    """
    h, w = y.shape[-2:]
    y = pad_to(y, multiple)
    if max(h, w) <= tile + 2 * margin:
        return fn(y)[..., : scale * h, : scale * w]
    out = None
    for top in range(0, h, tile):
        for left in range(0, w, tile):
            t, s = max(top - margin, 0), max(left - margin, 0)  # what is seen begins here
            part = fn(y[..., t : top + tile + margin, s : left + tile + margin])
            part = part[..., scale * (top - t) : scale * (top - t + tile), scale * (left - s) : scale * (left - s + tile)]
            if out is None:
                out = y.new_empty(y.shape[0], part.shape[1], scale * y.shape[-2], scale * y.shape[-1])
            out[..., scale * top : scale * top + part.shape[-2], scale * left : scale * left + part.shape[-1]] = part
    return out[..., : scale * h, : scale * w]
