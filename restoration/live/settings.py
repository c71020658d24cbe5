"""What a visitor may choose for a training of their own, checked, and the recipe and pictures that come of it."""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from restoration import lab
from restoration.cases import whole
from restoration.errors import Note, Refusal, unknown
from restoration.models import blocks
from restoration.training.recipes import Recipe, small

ALL, OWN = "all", "own"  # instead of a sample's name: all samples but the one held out; the visitor's photo
HELD_OUT = ("cat", "coffee")  # the second where the first is trained on
CROP = 48  # pixels
LARGEST = 1024  # pixels a side of a visitor's photo
RANGES = {"learning rate": (1e-6, 10.0), "sigma": (5, 75), "steps": (50, 3000)}
RATES = (1e-5, 1e-4, 5e-4, 2e-3, 1e-2, 1e-1, 1.0)  # offered; any number in the range will do


@dataclass(frozen=True)
class Settings:
    block: str = "residual"  # a key of models.blocks.BLOCKS
    loss: str = "l1"  # one of models.blocks.LOSSES
    lr: float = 2e-3
    sigma: float = 25  # of 255
    steps: int = 800
    seed: int = 0
    picture: str = ALL  # what is trained on: a sample, ALL or OWN


def check(settings: Settings) -> Settings:
    """The settings with numbers for what was typed. Refusal for the first that is not right."""
    if settings.block not in blocks.BLOCKS:
        raise unknown("block", settings.block, blocks.BLOCKS)
    if settings.loss not in blocks.LOSSES:
        raise unknown("loss", settings.loss, blocks.LOSSES)
    if settings.picture not in (ALL, OWN, *lab.samples()):
        raise unknown("picture", settings.picture, (ALL, OWN, *lab.samples()))
    lr, sigma = (number(name, getattr(settings, key), RANGES[name]) for name, key in (("learning rate", "lr"), ("sigma", "sigma")))
    steps = whole_steps(settings.steps, RANGES["steps"])
    return Settings(settings.block, settings.loss, lr, sigma, steps, whole(settings.seed), settings.picture)


def number(name: str, value, range: tuple[float, float]) -> float:
    """What was typed, as a number. Refusal unless it is one within the range."""
    low, high = range
    try:
        typed = float(value)
    except (TypeError, ValueError):
        typed = math.nan
    if not low <= typed <= high:  # false for NaN
        raise Refusal("out_of_range", control=name, low=f"{low:g}", high=f"{high:g}", value=str(value)[:40])
    return typed


def whole_steps(value, range: tuple[int, int]) -> int:
    steps = number("steps", value, range)
    if steps != int(steps):
        raise Refusal("not_a_whole_number", control="steps", low=range[0], high=range[1], value=str(value)[:40])
    return int(steps)


def recipe(s: Settings) -> Recipe:
    """The networks are those of the recipes that compare the blocks; batches are smaller, and there is a row for every update."""
    return Recipe(
        "live", "blocks", small("live", s.block, s.loss).config, (("noise", {"sigma": s.sigma}),),
        yardstick="median", limits="", data="", batch=8, crop=CROP, lr=s.lr, warmup=20, schedule="constant", ema=0.99, steps=s.steps,
        log_every=1, val_every=10, seed=s.seed,
    )  # fmt: skip


def held_out(picture: str) -> str:
    """The sample that is validated on, and never trained on."""
    return HELD_OUT[picture == HELD_OUT[0]]


@lru_cache(maxsize=32)
def _sample(name: str, size: str) -> np.ndarray:
    return lab.sample(name, size).shown


def pictures(s: Settings, own: lab.Shot | None) -> tuple[list, list, list]:
    """(train, val, notes): uint8 (H, W, 3) to train on and to validate on, and what was done to the visitor's photo. Refusal if it will
    not do."""
    out = held_out(s.picture)
    val = [_sample(out, "lab")]
    if s.picture == ALL:
        return [_sample(name, "full") for name in lab.samples() if name != out], val, []
    if s.picture != OWN:
        return [_sample(s.picture, "full")], val, []
    if own is None:
        raise Refusal("live_no_photo")
    photo = own.shown
    height, width = photo.shape[:2]
    if min(height, width) < CROP:
        raise Refusal("picture_too_small", width=width, height=height, least=CROP)
    top, left = (max(n - LARGEST, 0) // 2 for n in (height, width))
    cut = np.ascontiguousarray(photo[top : top + LARGEST, left : left + LARGEST])
    notes = [Note("live_cut", width=width, height=height, new_width=cut.shape[1], new_height=cut.shape[0])] if cut.size < photo.size else []
    return [cut], val, notes
