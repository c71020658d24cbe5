"""One training that somebody watches: it goes on in slices, can be paused after any update, and says what came of it."""

import copy
import math
import threading
import time
from dataclasses import dataclass

import numpy as np
import torch

from restoration import baselines, images, lab, metrics
from restoration.errors import Note, Refusal
from restoration.live.settings import OWN, Settings, held_out, pictures, recipe
from restoration.training.data import Pairs
from restoration.training.loop import Run

CAP = 60.0  # seconds of training
TOO_LARGE = 100  # times the first loss: what has grown so far does not come back
GUESS = 0.03  # seconds an update, before the first was measured

# What a training is doing. The last four are ends.
WAITING, RUNNING, PAUSED, STOPPED, DONE, CAPPED, DIVERGED = "waiting", "running", "paused", "stopped", "done", "capped", "diverged"
ACTIVE, ENDED = (WAITING, RUNNING), (STOPPED, DONE, CAPPED, DIVERGED)

JOB = lab.Job(
    "Your own network", "你自己的网络", ("noise",),
    "it was trained on Gaussian noise alone, so this damage is not its job", "它只学过高斯噪声，所以这种损坏不是它的任务",
)  # fmt: skip


@dataclass(frozen=True)
class Score:
    """PSNR in dB of one picture. picture: a sample's name, or OWN; seen: it was trained on."""

    picture: str
    seen: bool
    damaged: float
    median: float
    network: float

    @property
    def gain(self) -> float:
        return self.network - self.damaged


class Training:
    """settings: checked. own: the visitor's photo, where that is trained on. Raises Refusal.

    It begins as a row says that an untrained network leaves the picture as it is: rows[0], of update 0.
    """

    def __init__(self, settings: Settings, own: lab.Shot | None = None, cap: float = CAP):
        train, val, self.notes = pictures(settings, own)
        self.settings, self.cap, self.state, self.problem = settings, cap, WAITING, None
        self._weights = threading.Lock()  # held while they change
        # On the processor, in float32, by one thread (see places.workers): the same seed gives the same curve, digit for digit.
        self.run = Run(recipe(settings), train, val, dtype=torch.float32)
        self.clean, self.damaged, _ = self.run.pairs.validation
        self.median = self._median(self.run.pairs)
        self.rows = [self.run.validate()]
        self.levels = {"damaged": self.rows[0]["psnr_damaged"], "median": metrics.psnr(self.median, self.clean, quantise=False)}

    @staticmethod
    def _median(pairs: Pairs) -> torch.Tensor:
        return baselines.baseline("median").restore(pairs.validation[1], **pairs.known[0])

    def advance(self, seconds: float) -> None:
        """Train for so many seconds, and at least one update. Ends the training where its end has come."""
        until = time.perf_counter() + seconds
        try:
            with self._weights:
                for row in self.run.rows():  # begun anew each time: what lies between two slices is no training time
                    self._take(row)
                    if row["split"] == "train" and time.perf_counter() > until:
                        break
        except Refusal as e:  # the loss is no number any more
            self.state, self.problem = DIVERGED, e
        if self.state not in ENDED and self.step >= self.settings.steps:
            self.state = DONE
        elif self.state not in ENDED and self.seconds >= self.cap:
            self.state = CAPPED

    def one(self) -> None:
        """One update, and the score after it."""
        self.advance(0)
        if self.state != DIVERGED and self.latest("val")["step"] < self.step:
            self.rows.append(self.run.validate())

    def _take(self, row: dict) -> None:
        if not all(math.isfinite(v) for v in row.values() if isinstance(v, float)):
            raise Refusal("training_diverged", step=row["step"])
        self.rows.append(row)
        if row["split"] == "train":
            first = next(r for r in self.rows if r["split"] == "train")["loss"]
            if row["loss"] > TOO_LARGE * first:
                numbers = {"loss": f"{row['loss']:.3g}", "first": f"{first:.3g}", "lr": f"{self.settings.lr:g}"}
                raise Refusal("live_diverged", step=row["step"], **numbers)

    # What is seen of it

    @property
    def step(self) -> int:
        return self.run.step

    @property
    def seconds(self) -> float:
        """Of training; pauses and waiting do not count."""
        return self.run.seconds

    @property
    def parameters(self) -> int:
        return sum(p.numel() for p in self.run.model.parameters())

    def needs(self) -> float:
        """About how many seconds it will still take."""
        each = self.seconds / self.step if self.step else GUESS
        return min((self.settings.steps - self.step) * each, self.cap - self.seconds)

    def latest(self, split: str) -> dict | None:
        return next((r for r in reversed(self.rows) if r["split"] == split), None)

    def passed(self) -> dict | None:
        """The first row in which it was better than the median filter on the picture that was held out."""
        return next((r for r in self.rows if r["split"] == "val" and r["psnr"] > self.levels["median"]), None)

    def curve(self, split: str, key: str, most: int = 240) -> list[list]:
        """[[step, value], ...], at most `most` of them: where there are more rows, means over equally many."""
        rows = [(r["step"], r[key]) for r in self.rows if r["split"] == split]
        n = -(-len(rows) // most) or 1
        groups = [rows[i : i + n] for i in range(0, len(rows), n)]
        return [[g[-1][0], round(sum(v for _, v in g) / len(g), 5)] for g in groups]

    def picture(self) -> np.ndarray:
        """The held-out picture as the network restores it now, uint8 (H, W, 3)."""
        return images.to_uint8(self.run.average.restore(self.damaged).nan_to_num(0))

    def still(self) -> dict[str, np.ndarray]:
        """The held-out picture as it is, damaged, and after the median filter."""
        return {"clean": images.to_uint8(self.clean), "damaged": images.to_uint8(self.damaged), "median": images.to_uint8(self.median)}

    def scores(self) -> list[Score]:
        """On the picture that was held out, and on the (first) one that was trained on."""
        pairs = self.run.pairs
        seen = Pairs(pairs.train[:1], pairs.train[:1], self.run.recipe.pairs, (), 1, pairs.crop, self.settings.seed)
        names = held_out(self.settings.picture), self._first_trained_on()
        return [self._score(name, p, p is seen) for name, p in zip(names, (pairs, seen), strict=True)]

    def _first_trained_on(self) -> str:
        out = held_out(self.settings.picture)
        return self.settings.picture if self.settings.picture in (OWN, *lab.samples()) else next(n for n in lab.samples() if n != out)

    def _score(self, name: str, pairs: Pairs, seen: bool) -> Score:
        row = self.run.family.validate(self.run.average, pairs.validation)
        median = metrics.psnr(self._median(pairs), pairs.validation[0], quantise=False)
        return Score(name, seen, row["psnr_damaged"], median, row["psnr"])

    def network(self) -> lab.OwnNetwork:
        """The averaged weights as they are now, a network of its own, to mend pictures with. Refusal if there is none yet, or if the
        training diverged."""
        if self.state == DIVERGED or not self.step:
            raise Refusal("live_no_network")
        told = Note("own_told", steps=f"{self.step:,}", sigma=f"{self.settings.sigma:g}")
        with self._weights:
            return lab.OwnNetwork(copy.deepcopy(self.run.average).eval(), JOB, told)
