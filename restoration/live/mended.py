"""The mended program, run while one watches: the very functions of restoration/exhibits/mended.py, on written digits.

    session = mended.Session()
    session.begin(mended.Settings(seed=0))
    async for number in session.train(): ...    # as in restoration.live
"""

import math
import threading
import time
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import torch

from restoration.cases import whole
from restoration.digits import SIDE, draw_digits
from restoration.errors import Refusal
from restoration.exhibits import mended
from restoration.live import Session as AnySession
from restoration.live.watched import CAP, CAPPED, DIVERGED, DONE, ENDED, WAITING, Watched
from restoration.models.gan import LOSSES

DIGITS, HAND = 640, 74  # written digits to learn from, and the seed of the hands that write them
EPOCHS, BATCH = mended.EPOCHS, mended.BATCH
UPDATES = -(-DIGITS // BATCH)  # of both players, an epoch
SHOWN = (3, 10)  # samples: rows, columns
SMOOTH = 20  # updates, over which the losses that are spoken of are means
# D's and G's loss in nats while D answers 0.5 to all; the lowest that D's can be with two sigmoids: it would answer 1 for real, 0 for made
EVEN, FLOOR = LOSSES["non-saturating"].even, math.log(1 + math.exp(-1)) + math.log(2)


@dataclass(frozen=True)
class Settings:
    seed: int = 0
    sigmoid: bool = False  # the listing's fault put back: D ends in a sigmoid, and its loss applies another
    epochs: int = EPOCHS

    @property
    def steps(self) -> int:
        return self.epochs * UPDATES


WRITING = threading.Lock()  # a class that begins together waits for one pen


def written() -> torch.Tensor:
    """(DIGITS, 1, 28, 28) in [-1, 1]"""
    with WRITING:
        return _written()


@lru_cache(maxsize=1)
def _written() -> torch.Tensor:
    return torch.from_numpy(2 * draw_digits(DIGITS, HAND)[0] - 1).unsqueeze(1)


class Training(Watched):
    """settings: checked. images: see `written`. A row is an update of both players: {"split", "step", "epoch", "loss_d", "loss_g"}."""

    def __init__(self, settings: Settings, images: torch.Tensor, cap: float = CAP):
        self.settings, self.cap, self.images = settings, cap, images
        self.state, self.problem, self.weights = WAITING, None, threading.Lock()
        dice = torch.Generator().manual_seed(settings.seed)
        self.generator, self.discriminator = (mended.start(build(), dice) for build in (mended.build_generator, mended.build_discriminator))
        if settings.sigmoid:
            self.discriminator.append(torch.nn.Sigmoid())
        self.noise = torch.randn(SHOWN[0] * SHOWN[1], mended.LATENT, generator=dice)  # the same for every look
        self.rows, self._seconds = [], 0.0
        self._going = mended.train(self.generator, self.discriminator, images, dice, settings.epochs)

    def advance(self, seconds: float) -> None:
        """As Watched.advance, row by row."""
        began = time.perf_counter()
        with self.weights:
            while self.state not in ENDED:
                self._take(next(self._going, None))
                if time.perf_counter() - began > seconds:
                    break
        self._seconds += time.perf_counter() - began
        if self.state not in ENDED and self.seconds >= self.cap:
            self.state = CAPPED

    def one(self) -> None:
        """One update of both players."""
        self.advance(0)

    def _take(self, row: dict | None) -> None:
        """row: None at the program's end."""
        if row is not None:
            self.rows.append({"split": "train", "step": self.step + 1, **row})
        if row is not None and not np.isfinite([row["loss_d"], row["loss_g"]]).all():
            self.state, self.problem = DIVERGED, Refusal("training_diverged", step=self.step)
        elif row is None or self.step >= self.settings.steps:
            self.state = DONE

    # What is seen of it

    @property
    def step(self) -> int:
        return len(self.rows)

    @property
    def epoch(self) -> float:
        """How many times it has seen all digits."""
        return self.step / UPDATES

    @property
    def seconds(self) -> float:
        return self._seconds

    @property
    def parameters(self) -> tuple[int, int]:
        """Of the discriminator and of the generator."""
        return tuple(sum(p.numel() for p in player.parameters()) for player in (self.discriminator, self.generator))

    def losses(self, last: int = SMOOTH, before: int | None = None) -> tuple[float, float] | None:
        """(D's, G's) in nats, means over the last updates, or those before the update number `before`; None before the first."""
        rows = self.rows[:before][-last:]
        return tuple(sum(r[key] for r in rows) / len(rows) for key in ("loss_d", "loss_g")) if rows else None

    @torch.no_grad()
    def samples(self) -> np.ndarray:
        """What the generator makes of the same noise each time, uint8 (rows * 28, columns * 28). Batch norm looks at these alone."""
        rows, columns = SHOWN
        with self.weights:
            self.generator.train()
            norms = [(n, n.momentum) for n in self.generator if isinstance(n, torch.nn.BatchNorm2d)]
            for norm, _ in norms:
                norm.momentum = 0.0  # a look leaves no trace
            made = self.generator(self.noise)
            for norm, momentum in norms:
                norm.momentum = momentum
        pictures = (127.5 * (made.nan_to_num(-1) + 1)).round().byte()[:, 0].numpy()
        return pictures.reshape(rows, columns, SIDE, SIDE).transpose(0, 2, 1, 3).reshape(rows * SIDE, columns * SIDE)


def real() -> np.ndarray:
    """A row of the digits that are learned from, uint8 (28, columns * 28)."""
    return np.hstack((127.5 * (written()[: SHOWN[1], 0] + 1)).round().byte().numpy())


def prepare(settings: Settings, own=None, cap: float = CAP) -> Training:
    """For live.Session. Raises Refusal for a seed that is not a whole number."""
    return Training(replace(settings, seed=whole(settings.seed), sigmoid=bool(settings.sigmoid)), written(), cap)


class Session(AnySession):
    def __init__(self):
        super().__init__(prepare)
