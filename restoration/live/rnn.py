"""A memory at work: two small denoisers of clips, one with its memory and one without, trained while one watches. What is chosen, what is
trained on, and what is seen of it.

    session = rnn.Session()
    session.begin(rnn.Settings(speed=0.5))
    async for number in session.train(): ...    # as in restoration.live
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from restoration import images
from restoration.cases import whole
from restoration.errors import unknown
from restoration.exhibits import moving
from restoration.exhibits.moving import FRAMES, LAST, LATE, SHAPES, SIDE  # noqa: F401
from restoration.live import Session as AnySession
from restoration.live import vae
from restoration.live.settings import number, whole_steps
from restoration.live.watched import CAP, Watched
from restoration.training.loop import Run
from restoration.training.recipes import Recipe
from restoration.training.small import Set, tensor

RANGES = {"speed": (0, 3), "sigma": (10, 250), "learning rate": (0.0, 10.0), "steps": (20, 5000)}
SPEEDS, WIDTHS = (0.0, 0.5, 1.0, 2.0), (8, 16, 24)
RATES = (0.0, 1e-4, 1e-3, 5e-3, 2e-2, 1e-1, 1.0)  # offered; any number in the range will do
BATCH, HELD_OUT = 4, 16  # clips
SHOWN = 3  # of the held-out clips
GAP = 2  # pixels between two that are shown
AHEAD = 1.0  # dB


@dataclass(frozen=True)
class Settings:
    shapes: str = "digits"  # one of SHAPES
    speed: float = 1.0  # pixels a frame
    sigma: float = 200  # of the noise, of 255
    width: int = 16  # channels of the memory
    lr: float = 5e-3
    steps: int = 600
    seed: int = 0


def check(s: Settings) -> Settings:
    """The settings with numbers for what was typed. Refusal for the first that is not right."""
    if s.shapes not in SHAPES:
        raise unknown("shapes", s.shapes, SHAPES)
    speed, sigma, lr = (number(name, value, RANGES[name]) for name, value in
                        (("speed", s.speed), ("sigma", s.sigma), ("learning rate", s.lr)))  # fmt: skip
    width = one_of_widths(s.width, WIDTHS)
    return Settings(s.shapes, speed, sigma, width, lr, whole_steps(s.steps, RANGES["steps"]), whole(s.seed))


def one_of_widths(value, widths: tuple[int, ...]) -> int:
    if value not in widths:
        raise unknown("width", value, tuple(map(str, widths)))
    return int(value)


def recipe(s: Settings) -> Recipe:
    return Recipe(
        "live-rnn", moving.FAMILY.name, moving.Config(s.width), pairs="moving", yardstick="", limits="", data="", batch=BATCH, crop=SIDE,
        lr=s.lr, warmup=10, schedule="constant", ema=0.95, steps=s.steps, log_every=1, val_every=10, seed=s.seed,
    )  # fmt: skip


class MovingClips:
    """Training batches by step, and one fixed validation batch, as training.data.Pairs. train, held: sets of digits."""

    def __init__(self, settings: Settings, train: Set, held: Set):
        self.settings, self.train = settings, tensor(train.pictures)
        self.validation = self._batch(HELD_OUT, tensor(held.pictures), self._dice(1 << 20), in_order=True)

    def at(self, step: int) -> tuple[Tensor, Tensor, dict]:
        return self._batch(BATCH, self.train, self._dice(step))

    def _dice(self, number: int) -> torch.Generator:
        return torch.Generator().manual_seed(int(np.random.SeedSequence((self.settings.seed, number)).generate_state(1)[0]))

    def _batch(self, count: int, digits: Tensor, dice: torch.Generator, in_order: bool = False) -> tuple[Tensor, Tensor, dict]:
        """(clean, damaged, {}), both (count, T, 1, S, S). in_order: the first digits, not any."""
        places = moving.drift(count, self.settings.speed, dice)
        if self.settings.shapes == "bars":
            clean = moving.bars_that_move(places, dice)
        else:
            chosen = torch.arange(count) if in_order else torch.randint(len(digits), (count,), generator=dice)
            clean = moving.digits_that_move(digits[chosen], places)
        return clean, clean + self.settings.sigma / 255 * torch.randn(clean.shape, generator=dice), {}


class Training(Watched):
    """settings: checked. train, held: sets of digits, which bars do not need. Nobody's networks but the visitor's.

    Rows of "train": loss_memory, loss_alone, mean squared errors of one batch. Rows of "val": as moving.validate says, of held-out clips.
    """

    def __init__(self, settings: Settings, train: Set, held: Set, cap: float = CAP):
        run = Run(recipe(settings), None, None, dtype=torch.float32, family=moving.FAMILY, pairs=MovingClips(settings, train, held))
        super().__init__(settings, run, cap)
        self.clean, self.damaged, _ = run.pairs.validation
        self.mean = moving.mean_of_last(self.damaged)
        still = {"mean": self.mean, "damaged": self.damaged, "black": torch.zeros_like(self.clean)}
        self.frames = {name: moving.by_frame(x, self.clean).tolist() for name, x in still.items()}  # dB, frame by frame
        self.levels = {name: sum(dbs[LATE:]) / len(dbs[LATE:]) for name, dbs in self.frames.items()}

    @property
    def parameters(self) -> int:
        """Of one network: both have as many."""
        return sum(p.numel() for p in self.run.model.memory.parameters())

    @property
    def first_loss(self) -> float:
        """Before the first update: a learning rate of 1 explodes within the first."""
        return self.rows[0]["loss"]

    # What is seen of it, between two slices of training

    def gain(self) -> float:
        """What the memory is worth now, in dB, from frame LATE on."""
        return _gain(self.latest("val"))

    def passed(self) -> dict | None:
        """The first row in which the network with its memory was AHEAD of the other."""
        return next((r for r in self.rows if r["split"] == "val" and _gain(r) >= AHEAD), None)

    @torch.no_grad()
    def clips(self) -> dict[str, np.ndarray]:
        """The first held-out clips side by side: name -> uint8 (T, S, W, 3), clipped to black and white."""
        with self.weights:
            made = self.run.average(self.damaged[:SHOWN])
        all_ = {"truth": self.clean[:SHOWN], "damaged": self.damaged[:SHOWN], **made}
        return {name: _beside(x.nan_to_num(0, 0, 0)) for name, x in all_.items()}

    def strip(self) -> np.ndarray:
        """The first clip, a frame a column: the truth, the damaged, with memory, without; uint8 (4 * S, T * S, 3)."""
        return np.concatenate([np.concatenate(list(frames[:, :, :SIDE]), 1) for frames in self.clips().values()])


def _gain(row: dict) -> float:
    return row["psnr_memory"] - row["psnr_alone"]


def _beside(clips: Tensor) -> np.ndarray:
    """(B, T, 1, S, S) -> uint8 (T, S, B * S + gaps, 3); the gaps are grey."""
    row = torch.nn.functional.pad(clips, (0, GAP), value=0.5).permute(1, 2, 3, 0, 4).flatten(3)[..., :-GAP]  # (T, 1, S, W)
    return np.stack([images.to_uint8(frame[None].expand(1, 3, -1, -1)) for frame in row])


def prepare(settings: Settings, own=None, cap: float = CAP) -> Training:
    """For live.Session: a training of checked settings, not yet begun. Nothing is the visitor's own but the choice."""
    return Training(check(settings), vae.written(vae.TRAIN, vae.ALL), vae.written(vae.HELD_OUT, vae.ALL), cap)


class Session(AnySession):
    """What one visitor trains."""

    def __init__(self):
        super().__init__(prepare)


@lru_cache(maxsize=1)
def untrained() -> Training:
    """What everybody sees first: two networks before their first update, for which no digits to train on need to be written yet."""
    held = vae.written(vae.HELD_OUT, vae.ALL)
    return Training(Settings(), held, held)
