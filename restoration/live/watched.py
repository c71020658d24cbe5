"""What every training that somebody watches has in common: it goes on in slices, can be paused after any update, and ends by itself."""

import math
import threading
import time
from dataclasses import replace

from restoration.errors import Refusal
from restoration.training.loop import Run

CAP = 60.0  # seconds of training
GUESS = 0.03  # seconds an update, before the first was measured

# What a training is doing. The last four are ends.
WAITING, RUNNING, PAUSED, STOPPED, DONE, CAPPED, DIVERGED = "waiting", "running", "paused", "stopped", "done", "capped", "diverged"
ACTIVE, ENDED = (WAITING, RUNNING), (STOPPED, DONE, CAPPED, DIVERGED)


class Watched:
    """settings: checked, with steps and lr among them. run: the training, of which nothing has been done yet.

    It begins with a row of update 0, which says what an untrained network does. A loss of `too_large` times the first is a divergence:
    what has grown so far does not come back.
    """

    too_large = 100.0

    def __init__(self, settings, run: Run, cap: float = CAP):
        self.settings, self.run, self.cap = settings, run, cap
        self.state, self.problem = WAITING, None
        self.weights = threading.Lock()  # held while they change
        self.rows = [self.run.validate()]

    def advance(self, seconds: float) -> None:
        """Train for so many seconds, and at least to the next row. Ends the training where its end has come."""
        until = time.perf_counter() + seconds
        try:
            with self.weights:
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
        recipe = self.run.recipe
        self.run.recipe = replace(recipe, log_every=1)
        self.advance(0)
        self.run.recipe = recipe
        if self.state != DIVERGED and self.latest("val")["step"] < self.step:
            self.rows.append(self.run.validate())

    def _take(self, row: dict) -> None:
        if not all(math.isfinite(v) for v in row.values() if isinstance(v, float)):
            raise Refusal("training_diverged", step=row["step"])
        self.rows.append(row)
        if row["split"] == "train":
            if row["loss"] > self.too_large * self.first_loss:
                numbers = {"loss": f"{row['loss']:.3g}", "first": f"{self.first_loss:.3g}", "lr": f"{self.settings.lr:g}"}
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
        return sum(p.numel() for p in self.run.model.parameters() if p.requires_grad)

    @property
    def first_loss(self) -> float:
        """By which a divergence is told."""
        return next(r for r in self.rows if r["split"] == "train")["loss"]

    def needs(self) -> float:
        """About how many seconds it will still take."""
        each = self.seconds / self.step if self.step else GUESS
        return min((self.settings.steps - self.step) * each, self.cap - self.seconds)

    def latest(self, split: str) -> dict | None:
        return next((r for r in reversed(self.rows) if r["split"] == split), None)

    def curve(self, split: str, key: str, most: int = 240) -> list[list]:
        """[[step, value], ...], at most `most` of them: where there are more rows that have the key, means over equally many."""
        rows = [(r["step"], r[key]) for r in self.rows if r["split"] == split and key in r]
        n = -(-len(rows) // most) or 1
        groups = [rows[i : i + n] for i in range(0, len(rows), n)]
        return [[g[-1][0], round(sum(v for _, v in g) / len(g), 5)] for g in groups]
