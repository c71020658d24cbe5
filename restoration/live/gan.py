"""A GAN of one's own: a small DCGAN, trained while one watches. What is chosen, what is trained on, and what is seen of it.

    session = gan.Session()
    session.begin(gan.Settings(loss="least-squares"))
    async for number in session.train(): ...    # as in restoration.live

Two networks are looked at. The game is between the two players as they are now: losses, D's answers. Pictures are drawn by the mean of G's
weights over about the last hundred updates, as in the recorded runs, with batch norm's means and variances measured anew.
"""

from dataclasses import dataclass, replace
from functools import lru_cache, partial

import numpy as np
import torch
from torch import Tensor

from restoration import lab
from restoration.cases import whole
from restoration.errors import Refusal, unknown
from restoration.exhibits.coverage import SURE
from restoration.exhibits.game import told_apart
from restoration.lab import gan_images
from restoration.lab.gan_images import JUDGE
from restoration.live import Session as AnySession
from restoration.live import vae
from restoration.live.settings import number, whole_steps
from restoration.live.watched import CAP, Watched
from restoration.models import gan
from restoration.subjects import SUBJECTS, load_small
from restoration.training.loop import Run
from restoration.training.recipes import Recipe
from restoration.training.small import Set, tensor

PICTURES = {"digits": (28, 1), "emoji": (32, 3)}  # side in pixels, channels
LOSSES = tuple(gan.LOSSES)
PROBABLE = ("saturating", "non-saturating")  # losses by which sigmoid of D's answer is a probability
RANGES = {"learning rate": (0.0, 10.0), "beta1": (0.0, 0.99), "steps": (50, 10_000)}
RATES = (0.0, 2e-4, 1e-3, 2e-3, 1e-2, 1e-1, 1.0)  # offered; any number in the range will do
BETAS = (0.0, 0.5, 0.9)  # Adam's beta1, offered
LATENT, WIDTHS = 32, (32, 16)  # small: the first shapes come within seconds on one core
ACROSS = 6  # pictures in a row, and rows
JUDGED = 256  # made pictures of which the classifier is asked, or the nearest training picture is looked for
LEVELS = {name: loss.even for name, loss in gan.LOSSES.items()}


@dataclass(frozen=True)
class Settings:
    pictures: str = "digits"  # a key of PICTURES
    loss: str = "non-saturating"  # a key of models.gan.LOSSES
    lr: float = 2e-3  # of both players
    beta1: float = 0.5
    steps: int = 1500
    seed: int = 0


def check(s: Settings) -> Settings:
    """The settings with numbers for what was typed. Refusal for the first that is not right."""
    if s.pictures not in tuple(PICTURES):  # a list from a script cannot be looked up in a dict
        raise unknown("pictures", s.pictures, PICTURES)
    if s.loss not in LOSSES:
        raise unknown("loss", s.loss, LOSSES)
    lr, beta1 = number("learning rate", s.lr, RANGES["learning rate"]), number("beta1", s.beta1, RANGES["beta1"])
    return Settings(s.pictures, s.loss, lr, beta1, whole_steps(s.steps, RANGES["steps"]), whole(s.seed))


def recipe(s: Settings) -> Recipe:
    side, channels = PICTURES[s.pictures]
    config = gan.Config(side, channels, LATENT, WIDTHS, loss=s.loss)
    return Recipe(
        "live-gan", "gan", config, pairs="plain" if channels == 1 else "colour", yardstick="", limits="", data="", batch=32, crop=side,
        lr=s.lr, warmup=1, schedule="constant", ema=0.99, steps=s.steps, log_every=10, val_every=50, seed=s.seed,
    )  # fmt: skip


@lru_cache(maxsize=1)
def emoji() -> tuple[Set, Set]:
    """(train, held): the emoji that ship, a pixel for each square of 2 x 2; split as for the VAE that learned from some of them."""
    s = SUBJECTS["emoji"]
    x = torch.cat([load_small("emoji", n) for n in range(s.pictures)])
    small = torch.nn.functional.avg_pool2d(x, 2).permute(0, 2, 3, 1)
    everything = Set((255 * small).round().byte().numpy(), np.zeros(s.pictures, int))
    return everything.take(slice(s.trained_on)), everything.take(slice(s.trained_on, None))


def sets(pictures: str) -> tuple[Set, Set]:
    """(train, held)"""
    return emoji() if pictures == "emoji" else (vae.written(vae.TRAIN, vae.ALL), vae.written(vae.HELD_OUT, vae.ALL))


def nearest(x: Tensor, others: Tensor) -> Tensor:
    """From each picture of x to the nearest of the others, root of the mean squared difference of the values: (N, C, H, W) in [0, 1] and
    (M, C, H, W) -> (N,). The others are looked at mirrored too, as they are trained on."""
    both = torch.cat([others, others.flip(3)]).flatten(1)
    return torch.cdist(x.flatten(1), both).amin(1) / x[0].numel() ** 0.5


class Training(Watched):
    """settings: checked. train, held: sets of pictures. Nobody's networks but the visitor's; the pictures are shared and never changed.

    Rows of "train": loss_d, loss_g, means over ten updates. Rows of "val", of as many pictures each: seen, real, fake, D's mean answer to
    pictures that it was trained on, to held-out ones, and to made ones (a probability where the loss is one of PROBABLE, else D's output);
    told: see told_apart; for digits, sure (share of made ones that the classifier is sure of) and classes (how many it is sure of at least
    once), unless its files are missing; for emoji, near (see `nearest`)."""

    def __init__(self, settings: Settings, train: Set, held: Set, cap: float = CAP):
        run = Run(recipe(settings), train, held, dtype=torch.float32)  # by one thread: the same seed gives the same curve
        noise = torch.Generator().manual_seed(settings.seed)  # of its own: others train in this process too
        run.family = replace(gan.FAMILY, step=partial(_step, generator=noise), validate=self._validate)
        for optimiser in run.optimisers.values():
            for group in optimiser.param_groups:
                group["betas"] = (settings.beta1, group["betas"][1])
        self.held = tensor(held.pictures[:JUDGED])
        self.seen = tensor(train.pictures[: len(self.held)])  # as many: D's batch norm compares within a batch
        self.z = run.model.noise(JUDGED, torch.Generator().manual_seed(settings.seed))  # the same to the end
        self.judge, self.trained_on = None, None
        self.legible: list[int] = []  # at the last row of "val": of JUDGED made digits, how many the classifier is sure of, class by class
        if settings.pictures == "emoji":
            self.trained_on = tensor(train.pictures)
        else:
            try:
                self.judge = lab.network(JUDGE, "cpu")
            except Refusal:  # its files are missing: a GAN needs no classifier
                pass
        self.levels = self._levels()
        super().__init__(settings, run, cap)

    def _levels(self) -> dict:
        """What held-out pictures reach: the aim of made ones."""
        if self.judge:
            return {"sure": (self.judge.read(self.held).amax(1) > SURE).float().mean().item()}
        return {"near": nearest(self.held, self.trained_on).mean().item()} if self.trained_on is not None else {}

    @torch.no_grad()
    def _validate(self, average: gan.GAN, batch) -> dict:
        game = self.run.model
        made = game.generator(self.z[: len(self.held)])  # as in training: batch norm of the batch
        answers = [game.discriminator(x) for x in (2 * self.seen - 1, 2 * self.held - 1, made)]
        loss = gan.LOSSES[game.loss]
        row = {"loss_d": loss.discriminator(answers[1], answers[2]).item(), "loss_g": loss.generator(answers[2]).item()}
        told = told_apart(answers[1], answers[2])
        if game.loss in PROBABLE:
            answers = [a.sigmoid() for a in answers]
        row |= {key: a.mean().item() for key, a in zip(("seen", "real", "fake"), answers, strict=True)}
        return {"loss": abs(row["loss_d"]) + abs(row["loss_g"]), **row, "told": told, **self._judged(average)}

    def _judged(self, average: gan.GAN) -> dict:
        if self.judge:
            sure, classes = self.judge.read(self._draw(average, self.z)).max(1)
            self.legible = torch.bincount(classes[sure > SURE], minlength=10).tolist()
            return {"sure": sum(self.legible) / JUDGED, "classes": sum(n > 0 for n in self.legible)}
        if self.trained_on is not None:
            return {"near": nearest(self._draw(average, self.z), self.trained_on).mean().item()}
        return {}

    @property
    def first_loss(self) -> float:
        """A Wasserstein critic begins near 0."""
        return max(1.0, self.rows[0]["loss"])

    # What is seen of it, between two slices of training

    @staticmethod
    def _draw(average: gan.GAN, z: Tensor) -> Tensor:
        """Pictures (N, C, H, W) in [0, 1] by the averaged weights. Fewer pictures than for a recorded run settle batch norm: it is done at
        every look, and over 256 its means hardly move."""
        average.settle(batches=2, batch=128)
        return average.generate(z).nan_to_num(0)

    def made(self, count: int = ACROSS**2) -> Tensor:
        with self.weights:
            return self._draw(self.run.average, self.z[:count])

    def samples(self) -> np.ndarray:
        """Made of the same z from the first update to the last: uint8 (6 * side, 6 * side, 3)."""
        return sheet(self.made())

    def real(self) -> np.ndarray:
        """The first pictures that it learns from, as many as there is room for."""
        return sheet(tensor(self.run.pairs.train.pictures[: ACROSS**2]))

    def passed(self, share: float) -> dict | None:
        """The first row in which the classifier was sure of so many made digits."""
        return next((r for r in self.rows if r["split"] == "val" and r.get("sure", 0) >= share), None)


def _step(model: gan.GAN, batch, optimisers: dict, generator: torch.Generator) -> dict:
    """As gan.step, the losses alone: D's answers are asked for on fixed pictures. "loss" is how large both are, by which a divergence is
    told; in a sum, one could hide the other."""
    row = gan.step(model, batch, optimisers, generator)
    return {"loss": abs(row["loss_d"]) + abs(row["loss_g"]), "loss_d": row["loss_d"], "loss_g": row["loss_g"]}


def sheet(x: Tensor) -> np.ndarray:
    """(N, C, H, W) in [0, 1] -> six in a row, uint8 (rows * H, 6 * W, 3)."""
    return gan_images.sheet(gan_images.shown(x.clamp(0, 1)), ACROSS)


def prepare(settings: Settings, own=None, cap: float = CAP) -> Training:
    """For live.Session: a training of checked settings, not yet begun. Nothing is the visitor's own but the choice."""
    settings = check(settings)
    return Training(settings, *sets(settings.pictures), cap)


class Session(AnySession):
    """What one visitor trains."""

    def __init__(self):
        super().__init__(prepare)


@lru_cache(maxsize=1)
def untrained() -> Training:
    """What everybody sees first: two networks before their first update, for which no digits to train on need to be written yet."""
    held = vae.written(vae.HELD_OUT, vae.ALL)
    return Training(Settings(), held, held)
