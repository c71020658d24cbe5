"""A map of digits of one's own: a small VAE, trained while one watches. What is chosen, what is trained on, and what is seen of it.

    session = vae.Session()
    session.begin(vae.Settings(beta=4))
    async for number in session.train(): ...    # as in restoration.live
"""

import threading
from dataclasses import dataclass, replace
from functools import lru_cache, partial

import numpy as np
import torch
from torch import Tensor

from restoration.cases import whole
from restoration.digits import SIDE, draw_digits
from restoration.errors import Refusal
from restoration.exhibits import latent, neighbours
from restoration.live import Session as AnySession
from restoration.live.settings import number, whole_steps
from restoration.live.watched import CAP, Watched
from restoration.models import vae
from restoration.training.loop import Run
from restoration.training.recipes import Recipe
from restoration.training.small import Set, tensor

ALL = "0123456789"
RANGES = {"beta": (0, 20), "learning rate": (1e-6, 10.0), "steps": (50, 10_000)}
RATES = (1e-5, 1e-4, 1e-3, 3e-3, 1e-2, 1e-1, 1.0)  # offered; any number in the range will do
BETAS, SIZES = (0.0, 0.25, 1.0, 4.0), (2, 3, 4, 8, 16)
TRAIN, HELD_OUT = 4000, 400  # written digits
SEEDS = {TRAIN: 71, HELD_OUT: 72}  # of the hands that write them
CELLS = 12  # decoded pictures a side
REACH, WIDER = 3.0, 1.25  # how far the map is drawn to each side of its middle: so far, or as many times wider as codes need


@dataclass(frozen=True)
class Settings:
    beta: float = 1.0
    latent: int = 2
    lr: float = 3e-3
    steps: int = 3000
    seed: int = 0
    digits: str = ALL  # which are trained on, such as "49"


def check(s: Settings) -> Settings:
    """The settings with numbers for what was typed. Refusal for the first that is not right."""
    beta, lr = number("beta", s.beta, RANGES["beta"]), number("learning rate", s.lr, RANGES["learning rate"])
    if s.latent not in SIZES:
        raise Refusal("live_latent", sizes=", ".join(map(str, SIZES)), value=str(s.latent)[:40])
    wanted = str(s.digits)
    if len(set(wanted)) < 2 or not set(wanted) <= set(ALL):
        raise Refusal("live_digits", value=wanted[:40])
    return Settings(beta, int(s.latent), lr, whole_steps(s.steps, RANGES["steps"]), whole(s.seed), "".join(sorted(set(wanted))))


def recipe(s: Settings) -> Recipe:
    """As the maps that ship, in small: the same likelihood, so that nats can be compared."""
    config = vae.Config(SIDE, 1, s.latent, (256, 128), beta=s.beta)
    return Recipe(
        "live-vae", "vae", config, pairs="binary", yardstick="", limits="", data="", batch=64, crop=SIDE, lr=s.lr, warmup=50,
        schedule="constant", ema=0.99, steps=s.steps, log_every=10, val_every=50, seed=s.seed,
    )  # fmt: skip


WRITING = threading.Lock()  # a class that begins together waits for one pen


def written(count: int, digits: str) -> Set:
    with WRITING:
        return _written(count, digits)


@lru_cache(maxsize=8)
def _written(count: int, digits: str) -> Set:
    """Of so many digits of all classes, written once a process, those that are wanted."""
    if digits == ALL:
        pictures, labels = draw_digits(count, SEEDS[count])
        return Set(np.round(255 * pictures[..., None]).astype(np.uint8), labels)
    everything = _written(count, ALL)
    return everything.take(np.isin(everything.labels, [int(d) for d in digits]))


@dataclass(frozen=True)
class Plane:
    """Codes seen on a plane. points (N, 2); middle (Z,) and axes (2, Z), orthonormal: a place (a, b) of the plane is the code
    middle + (a, b) @ axes. reach: how far the plane is drawn; origin (2,): where the prior's middle lies on it; share: of the
    variance of all codes, what the plane shows."""

    points: Tensor
    middle: Tensor
    axes: Tensor
    reach: float
    origin: Tensor
    share: float

    def codes(self, places: Tensor) -> Tensor:
        """(N, 2) -> (N, Z)"""
        return self.middle + places @ self.axes


class Training(Watched):
    """settings: checked. train, held: sets of digits. Nobody's network but the visitor's; the digits are shared and never changed."""

    too_large = 10.0  # a loss in nats begins near 540, and even noise for an answer does not reach ten times that

    def __init__(self, settings: Settings, train: Set, held: Set, cap: float = CAP):
        run = Run(recipe(settings), train, held, dtype=torch.float32)  # by one thread: the same seed gives the same curve
        noise = torch.Generator().manual_seed(settings.seed)  # of its own: others train in this process too
        run.family = replace(vae.FAMILY, step=partial(vae.step, generator=noise), validate=self._validate)
        self.held, self.labels = tensor(held.pictures), torch.from_numpy(held.labels)
        self._axes = None
        super().__init__(settings, run, cap)
        self.levels = {"blind": self._blind(), "guess": 1 / len(settings.digits)}

    def _validate(self, model: vae.VAE, batch) -> dict:
        """As vae.validate, of the held-out digits, and the share of them that their neighbours on the map know."""
        return {**vae.validate(model, batch), "neighbours": neighbours.agreement(model.encode(self.held)[0], self.labels)}

    @torch.no_grad()
    def _blind(self) -> float:
        """The reconstruction term of a decoder that is told nothing, and so always draws the mean of what was trained on."""
        logits = self.run.pairs.mean.clamp(1e-3, 1 - 1e-3).logit()
        seen = self.run.pairs.validation[0]
        return -self.run.model.log_likelihood(seen, logits.expand_as(seen)).flatten(1).sum(1).mean().item()

    @property
    def first_loss(self) -> float:
        """Before the first update: a row is the mean over several, and a learning rate of 1 explodes within the first."""
        return self.rows[0]["loss"]

    # What is seen of it. The averaged weights are asked, between two slices of training.

    @torch.no_grad()
    def codes(self) -> Tensor:
        """Means of the codes of the held-out digits, (N, Z)."""
        with self.weights:
            return self.run.average.encode(self.held)[0].nan_to_num(0, 0, 0)

    def plane(self) -> Plane:
        """Of two dimensions, the codes as they are; of more, their first two principal components, turned as little as can be."""
        codes = self.codes()
        if self.settings.latent == 2:
            middle, axes, share = torch.zeros(2), torch.eye(2), 1.0
        else:
            basis, _ = latent.pca(codes, 2)
            middle, axes, share = basis.mean.float(), basis.components.float(), basis.shares.sum().item()
            self._axes = axes = axes if self._axes is None else neighbours.turned_to(axes, self._axes)
        points = (codes - middle) @ axes.T
        reach, furthest = REACH, 1.05 * points.abs().quantile(0.99).item()  # steps: a map whose frame shivers cannot be read
        while reach < furthest:
            reach *= WIDER
        return Plane(points, middle, axes, reach, -middle @ axes.T, share)

    @torch.no_grad()
    def _decode(self, codes: Tensor) -> np.ndarray:
        """(N, Z) -> uint8 (N, 28, 28)"""
        with self.weights:
            pictures = self.run.average.decode(codes)
        return (255 * pictures.nan_to_num(0)).round().byte()[:, 0].numpy()

    def grid(self, plane: Plane) -> np.ndarray:
        """The plane as the decoder sees it: pictures of the middles of CELLS x CELLS cells, uint8 (CELLS * 28, CELLS * 28)."""
        steps = plane.reach * (torch.arange(CELLS) + 0.5 - CELLS / 2) / (CELLS / 2)
        places = torch.cartesian_prod(-steps, steps).flip(1)  # row by row from the top
        pictures = self._decode(plane.codes(places))
        return pictures.reshape(CELLS, CELLS, SIDE, SIDE).transpose(0, 2, 1, 3).reshape(CELLS * SIDE, CELLS * SIDE)

    def picture(self, plane: Plane, place: tuple[float, float]) -> np.ndarray:
        """The picture of one place of the plane, uint8 (28, 28)."""
        return self._decode(plane.codes(torch.tensor([place], dtype=torch.float32)))[0]

    def returned(self, count: int = 10) -> np.ndarray:
        """The first held-out digits, and below them what comes back: uint8 (2 * 28, count * 28)."""
        back = self._decode(self.codes()[:count])
        seen = (255 * self.held[:count, 0]).round().byte().numpy()
        return np.concatenate([np.hstack(seen), np.hstack(back)])

    def spread(self) -> float:
        """The standard deviation of the codes, over all dimensions; of the prior it is 1."""
        return self.codes().var(0).mean().sqrt().item()

    def nearest(self, plane: Plane, place: tuple[float, float]) -> int:
        """The class of the held-out digit that lies nearest to a place of the plane."""
        return int(self.labels[(plane.points - torch.tensor(place)).square().sum(1).argmin()])

    def mixed_up(self) -> list[tuple[int, int, int]]:
        return neighbours.mixed_up(self.codes(), self.labels)

    def passed(self, share: float) -> dict | None:
        """The first row in which neighbours knew so many."""
        return next((r for r in self.rows if r["split"] == "val" and r["neighbours"] >= share), None)


def prepare(settings: Settings, own=None, cap: float = CAP) -> Training:
    """For live.Session: a training of checked settings, not yet begun. Nothing is the visitor's own but the choice."""
    settings = check(settings)
    return Training(settings, written(TRAIN, settings.digits), written(HELD_OUT, settings.digits), cap)


class Session(AnySession):
    """What one visitor trains, and the place of the map at which they look."""

    def __init__(self):
        super().__init__(prepare)
        self.place = (0.0, 0.0)


@lru_cache(maxsize=1)
def untrained() -> Training:
    """What everybody sees first: a map before its first update, for which no digits to train on need to be written yet."""
    held = written(HELD_OUT, ALL)
    return Training(Settings(), held, held)
