"""A denoiser of one's own: what is trained on, and what came of it. How a training goes on and ends: watched.py."""

import copy
from dataclasses import dataclass

import numpy as np
import torch

from restoration import baselines, images, lab, metrics
from restoration.errors import Note, Refusal
from restoration.live.settings import OWN, Settings, held_out, pictures, recipe
from restoration.live.watched import CAP, DIVERGED, Watched
from restoration.training.data import Pairs
from restoration.training.loop import Run

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


class Training(Watched):
    """settings: checked. own: the visitor's photo, where that is trained on. Raises Refusal.

    Its first row says that an untrained network leaves the picture as it is.
    """

    def __init__(self, settings: Settings, own: lab.Shot | None = None, cap: float = CAP):
        train, val, self.notes = pictures(settings, own)
        # On the processor, in float32, by one thread (see places.workers): the same seed gives the same curve, digit for digit.
        super().__init__(settings, Run(recipe(settings), train, val, dtype=torch.float32), cap)
        self.clean, self.damaged, _ = self.run.pairs.validation
        self.median = self._median(self.run.pairs)
        self.levels = {"damaged": self.rows[0]["psnr_damaged"], "median": metrics.psnr(self.median, self.clean, quantise=False)}

    @staticmethod
    def _median(pairs: Pairs) -> torch.Tensor:
        return baselines.baseline("median").restore(pairs.validation[1], **pairs.known[0])

    def passed(self) -> dict | None:
        """The first row in which it was better than the median filter on the picture that was held out."""
        return next((r for r in self.rows if r["split"] == "val" and r["psnr"] > self.levels["median"]), None)

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
        with self.weights:
            return lab.OwnNetwork(copy.deepcopy(self.run.average).eval(), JOB, told)
