"""A writer of digits: a small PixelRNN, trained while one watches. What is chosen, what is trained on, and what is seen of it.

    session = rnn_pixels.Session()
    session.begin(rnn_pixels.Settings(width=32))
    async for number in session.train(): ...    # as in restoration.live
"""

import time
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch

from restoration.cases import whole
from restoration.digits import SIDE
from restoration.lab.rnn_pixels import COIN
from restoration.live import Session as AnySession
from restoration.live import vae
from restoration.live.rnn import one_of_widths
from restoration.live.settings import number, whole_steps
from restoration.live.watched import CAP, RUNNING, Watched
from restoration.models import pixel_rnn
from restoration.training.loop import Run
from restoration.training.recipes import Recipe
from restoration.training.small import Set

RANGES = {"learning rate": (0.0, 10.0), "steps": (20, 5000)}
WIDTHS = (16, 32, 48)
RATES = (0.0, 1e-4, 1e-3, 1e-2, 3e-2, 1e-1, 1.0)  # offered; any number in the range will do
HELD_OUT = 100  # digits: more would take longer to score than to learn
COUNT = 6  # pictures written from nothing, and as many completed
PATIENCE = 4  # while it trains, pictures are written anew after so many times the seconds that writing them takes
INK, PAPER = (243, 220, 157), (51, 41, 26)  # of invented pixels, white and black
GAP = 2  # pixels between two pictures


@dataclass(frozen=True)
class Settings:
    width: int = 32  # units of the memory of the line; that of the rows has half as many
    lr: float = 1e-2
    steps: int = 400
    seed: int = 0


def check(s: Settings) -> Settings:
    """The settings with numbers for what was typed. Refusal for the first that is not right."""
    lr = number("learning rate", s.lr, RANGES["learning rate"])
    return Settings(one_of_widths(s.width, WIDTHS), lr, whole_steps(s.steps, RANGES["steps"]), whole(s.seed))


def recipe(s: Settings) -> Recipe:
    """As the network that ships, in small."""
    config = pixel_rnn.Config(SIDE, rows=s.width // 2, line=s.width)
    return Recipe(
        "live-pixels", "pixel-rnn", config, pairs="binary", yardstick="", limits="", data="", batch=16, crop=SIDE, lr=s.lr, warmup=5,
        schedule="constant", ema=0.9, steps=s.steps, log_every=2, val_every=10, seed=s.seed,
    )  # fmt: skip


class Training(Watched):
    """settings: checked. train, held: sets of digits. Nobody's network but the visitor's; the digits are shared and never changed."""

    too_large = 20.0  # a loss in nats begins near 540

    def __init__(self, settings: Settings, train: Set, held: Set, cap: float = CAP):
        run = Run(recipe(settings), train, held.take(slice(HELD_OUT)), dtype=torch.float32)  # by one thread: same seed, same curve
        super().__init__(settings, run, cap)
        seen = run.pairs.validation[0]
        mean = run.pairs.mean.clamp(1e-3, 1 - 1e-3).expand_as(seen)
        blind = torch.nn.functional.binary_cross_entropy(mean, seen, reduction="sum").item() / len(seen)
        self.levels = {"blind": blind, "coin": COIN}  # nats of one who knows each pixel's mean, and of one who knows nothing
        self.begun = seen[:COUNT]
        self._drawn, self._drawn_at, self._took = None, (-1, 0.0), 0.0  # at: update, seconds

    @property
    def first_loss(self) -> float:
        """Before the first update: a learning rate of 1 explodes within the first."""
        return self.rows[0]["loss"]

    # What is seen of it, between two slices of training

    def pictures(self) -> tuple[np.ndarray, np.ndarray]:
        """Written from nothing, and held-out digits of which the lower half is written: six in a row, uint8 (28, W, 3). Drawn by the same
        random numbers at every look. While it trains they may be a few seconds old; grey where the weights are no numbers any more."""
        step, seconds = self._drawn_at
        waits = self.state == RUNNING and self.seconds - seconds < PATIENCE * self._took
        if self._drawn is None or step != self.step and not waits:
            began = time.perf_counter()
            self._drawn = self._write()
            self._drawn_at, self._took = (self.step, self.seconds), time.perf_counter() - began
        return self._drawn

    @torch.no_grad()
    def _write(self) -> tuple[np.ndarray, np.ndarray]:
        if not all(p.isfinite().all() for p in self.run.average.parameters()):
            return tuple(_row(np.full((COUNT, SIDE, SIDE, 3), 128, np.uint8)) for _ in range(2))
        known = torch.zeros(2 * COUNT, 1, SIDE, SIDE)
        known[COUNT:, :, : SIDE // 2] = 1
        given = torch.cat([torch.zeros_like(self.begun), self.begun])
        with self.weights:
            made = self.run.average.complete(given, known, generator=torch.Generator().manual_seed(self.settings.seed))
        colours = np.where(made[:, 0, :, :, None].numpy() > 0.5, np.uint8(INK), np.uint8(PAPER))
        plain = (255 * made[:, 0, :, :, None]).byte().numpy().repeat(3, 3)
        shown = np.where(known[:, 0, :, :, None].numpy() > 0.5, plain, colours)
        return _row(shown[:COUNT]), _row(shown[COUNT:])

    def truth(self) -> np.ndarray:
        """The held-out digits of which a half is written, whole: as `pictures`."""
        return _row((255 * self.begun[:, 0, :, :, None]).byte().numpy().repeat(3, 3))

    def sheet(self) -> np.ndarray:
        """From nothing, completed, and the truth, one row each: uint8 (3 * 28, W, 3)."""
        return np.concatenate([*self.pictures(), self.truth()])

    def passed(self) -> dict | None:
        """The first row in which a held-out digit cost less than by each pixel's mean."""
        return next((r for r in self.rows if r["split"] == "val" and r["loss"] < self.levels["blind"]), None)


def _row(pictures: np.ndarray) -> np.ndarray:
    """Side by side, with grey between: uint8 (N, 28, 28, 3) -> (28, W, 3)"""
    padded = np.pad(pictures, ((0, 0), (0, 0), (0, GAP), (0, 0)), constant_values=128)
    return np.concatenate(list(padded), 1)[:, :-GAP]


def prepare(settings: Settings, own=None, cap: float = CAP) -> Training:
    """For live.Session: a training of checked settings, not yet begun. Nothing is the visitor's own but the choice."""
    return Training(check(settings), vae.written(vae.TRAIN, vae.ALL), vae.written(vae.HELD_OUT, vae.ALL), cap)


class Session(AnySession):
    """What one visitor trains."""

    def __init__(self):
        super().__init__(prepare)


@lru_cache(maxsize=1)
def untrained() -> Training:
    """What everybody sees first: a network before its first update, for which no digits to train on need to be written yet."""
    held = vae.written(vae.HELD_OUT, vae.ALL)
    return Training(Settings(), held.take(slice(HELD_OUT, None)), held)
