"""The lab of small pictures, its repairs: one pass, a search of the map, ten that fit, yardsticks beside them. See restoration.lab.vae."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch

from restoration import baselines, metrics, plots
from restoration.exhibits import repair
from restoration.lab.remembered import Remembered
from restoration.lab.vae import OWN, SUBJECTS, Ruined, Small, array, network, tensor

TEN = 10


@dataclass(frozen=True, eq=False)
class Repair:
    """One repair. kind: "yardstick" or "network"; psnr in dB (whole picture, rounded to 8 bits); reads: what the classifier takes a digit
    for, and how sure it is, None for other subjects."""

    name: str
    kind: str
    array: np.ndarray
    psnr: float
    ms: float | None = None
    reads: tuple[int, float] | None = None


@dataclass(frozen=True, eq=False)
class Look:
    """A search after `step` updates: its two terms in nats, and the picture that it has found, known pixels put back."""

    step: int
    fit: float
    prior: float
    array: np.ndarray


@dataclass(frozen=True, eq=False)
class Outcome:
    """What came of a repair so far.

    key: of the desk it belongs to. rows: of the table, the damaged picture first. fills: "conditional" where a network that was trained
    for holes drew the ten, "wander" where they were found on the map. fit, error: of the ten, in units of 1/255 (exhibits.repair.Invention)
    """

    key: tuple
    rows: tuple[Repair, ...] = ()
    one_pass: Repair | None = None
    looks: tuple[Look, ...] = ()
    found: Repair | None = None
    ten: tuple[Repair, ...] = ()
    fills: str = ""
    mean: Repair | None = None
    spread: np.ndarray | None = None  # (side, side), standard deviation over the ten, in units of 1
    fit: tuple[float, ...] = ()
    error: tuple[float, ...] = ()
    unseen: float = 0.0
    done: bool = False


def mend(key: tuple, clean: Small, ruined: Ruined, seed: int) -> Iterator[Outcome]:
    """Yields an Outcome whenever there is more to see. key: of all that it depends on; (): it is not to be remembered. Refusal if the
    networks are not there."""
    if known := remembered(key):
        yield known
        return
    bench = _Bench(clean, ruined, seed)
    out = Outcome(key, (bench.scored("damaged", "damaged", bench.y), *bench.yardsticks()))
    start = time.perf_counter()
    one_pass = bench.scored("pass", "network", bench.put_back(bench.model.restore(bench.y)), start)
    out = replace(out, one_pass=one_pass, rows=(*out.rows, one_pass), unseen=bench.unseen)
    yield out
    start = time.perf_counter()
    for found in bench.search():
        look = Look(found.step, found.fit, found.prior, array(bench.put_back(found.picture)))
        out = replace(out, looks=(*out.looks, look))
        yield out
    best = bench.scored("search", "network", bench.put_back(found.picture), start)
    out = replace(out, found=best, rows=(*out.rows, best))
    yield out
    out = bench.ten(out, found)
    if key and clean.number != OWN and ruined.steps[0][0] != "missing-mask":
        _finished.keep(key, out)
    yield out


KEPT = 48
_finished = Remembered(KEPT)


def remembered(key: tuple) -> Outcome | None:
    """A finished repair of a picture that ships, if somebody has asked for it before."""
    return _finished.get(key)


def classical(ruined: Ruined) -> tuple[str, ...]:
    """Names of the methods that learned nothing and will be run, in their order in the table."""
    known = 1.0 if ruined.mask is None else float(ruined.mask.mean())
    names = [method.name for method in baselines.fitting([name for name, _ in ruined.steps])] if known else []
    return (*(["mean-fill"] if 0 < known < 1 else []), *names)


def damaged_psnr(clean: Small, ruined: Ruined) -> float:
    """dB, as in the table."""
    return metrics.psnr(tensor(ruined.array).clamp(0, 1), tensor(clean.array))


def invented(ruined: Ruined, side: int = 8) -> np.ndarray:
    """The damaged picture `side` times as large, hatched in gold where nothing is known: uint8 (H, W, 3)."""
    shown = np.kron(ruined.shown, np.ones((side, side, 1), np.uint8))
    if ruined.mask is None:
        return shown
    missing = np.kron(ruined.mask < 0.5, np.ones((side, side), bool))
    rows, columns = np.indices(missing.shape)
    shown[missing] = (40, 36, 30)
    shown[missing & ((rows + columns) % 10 < 2)] = (224, 176, 74)
    return shown


def spread_picture(spread: np.ndarray) -> np.ndarray:
    """Standard deviation in units of 1 -> colours, uint8 (H, W, 3): black is none, pale yellow is 128 of 255 and more."""
    return plots.error_colours(spread * plots.ERROR_SCALE / (128 / 255))


class _Bench:
    """One damaged picture, and what repairs it."""

    def __init__(self, clean: Small, ruined: Ruined, seed: int):
        self.subject, self.seed = SUBJECTS[clean.subject], seed
        self.model = network(self.subject.vae)
        self.x, self.y = tensor(clean.array), tensor(ruined.array)
        self.mask = None if ruined.mask is None else torch.from_numpy(ruined.mask)[None, None]
        self.sigma, self.steps = ruined.sigma, ruined.steps
        self.unseen = 0.0 if self.mask is None else 1 - self.mask.mean().item()
        self.judge = network("digit-classifier") if clean.subject == "digits" else None

    def put_back(self, made: torch.Tensor) -> torch.Tensor:
        """The known pixels of the input in place of a repair's own."""
        return made if self.mask is None else torch.where(self.mask > 0.5, self.y, made)

    def scored(self, name: str, kind: str, made: torch.Tensor, start: float | None = None) -> Repair:
        ms = None if start is None else 1000 * (time.perf_counter() - start)
        reads = None
        if self.judge is not None:
            sure, digit = self.judge.read(made.clamp(0, 1))[0].max(0)
            reads = (int(digit), float(sure))
        return Repair(name, kind, array(made), metrics.psnr(made.clamp(0, 1), self.x), ms, reads)

    def yardsticks(self) -> Iterator[Repair]:
        """The mean of what is known, the classical methods, and the CNN that was trained for this damage on photos."""
        if self.mask is not None and 0 < self.unseen < 1:
            known = (self.y * self.mask).sum((2, 3), keepdim=True) / self.mask.sum()
            yield self.scored("mean-fill", "yardstick", self.put_back(known.expand_as(self.y)))
        names, told = [name for name, _ in self.steps], {"mask": self.mask} if self.mask is not None else {"sigma": self.sigma}
        colour = self.y.expand(-1, 3, -1, -1).contiguous()  # a digit as a grey photo
        for method in baselines.fitting(names) if self.unseen < 1 else ():
            start = time.perf_counter()
            made = method.restore(colour, **told)
            yield self.scored(method.name, "yardstick", self.as_it_was(made), start)
        start = time.perf_counter()
        made = network("cnn-denoise" if self.mask is None else "cnn-inpaint").restore(colour, **told)
        yield self.scored("cnn", "yardstick", self.as_it_was(made), start)

    def as_it_was(self, colour: torch.Tensor) -> torch.Tensor:
        """A digit that was treated as a grey photo, as one channel again."""
        return colour.mean(1, keepdim=True) if self.subject.channels == 1 else colour

    def search(self) -> Iterator[repair.Look]:
        with torch.inference_mode(False), torch.enable_grad():
            yield from repair.search(self.model, self.y, self.mask, self.sigma, self.seed)

    def ten(self, out: Outcome, found: repair.Look) -> Outcome:
        """Ten repairs that fit, what they have in common, and how much of them is made up."""
        generator = torch.Generator().manual_seed(self.seed)
        conditional = self.mask is not None and bool(self.subject.cvae)
        if conditional:
            made = network(self.subject.cvae).repairs(self.y, self.mask, TEN, generator, keep=False)
        else:
            with torch.inference_mode(False), torch.enable_grad():
                made = self.model.decode(repair.others(self.model, found.z, self.y, self.mask, self.sigma, TEN, self.seed)).detach()
        ten = tuple(self.scored("draw", "network", self.put_back(picture)) for picture in made.split(1))
        whole = self.put_back(made)
        mean = self.scored("mean", "network", whole.mean(0, keepdim=True))
        best = replace(max(ten, key=lambda r: r.psnr), name="best")
        typical = replace(ten[0], psnr=float(np.mean([r.psnr for r in ten])))
        seen = repair.invention(made, self.y, self.x, self.mask)
        return replace(
            out, ten=ten, fills="conditional" if conditional else "wander", mean=mean, rows=(*out.rows, typical, best, mean),
            spread=whole.std(0).mean(0).numpy(), fit=tuple(seen.fit.tolist()), error=tuple(seen.error.tolist()), done=True,
        )  # fmt: skip
