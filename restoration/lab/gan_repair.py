"""The lab of the GAN's page, its repairs: the classical methods, the network that only wants to be near, the one with a critic, and the
networks between the two."""

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch

from restoration import lab
from restoration.errors import Refusal
from restoration.exhibits import critic, spectrum
from restoration.exhibits.blend import blend
from restoration.exhibits.invention import Invention, invented, of_enlarged, of_filled
from restoration.lab import gan
from restoration.lab.remembered import Remembered
from restoration.niqe import niqe

NAMES = {  # networks of this page -> what they are called
    "cnn-sr4": ("CNN: told to be near", "CNN：只求接近"), "gan-sr4": ("GAN: told to look real too", "GAN：还要看起来真实"),
    "cnn-inpaint": ("CNN: told to be near", "CNN：只求接近"), "gan-inpaint": ("GAN: told to look real too", "GAN：还要看起来真实"),
    "mixed": ("CNN and GAN, weights mixed", "CNN 与 GAN，权重混合"),
}  # fmt: skip
MIXES = tuple(n / gan.MIX_PARTS for n in range(gan.MIX_PARTS + 1))  # 0: the CNN, 1: the GAN
KEPT = 12  # finished repairs of sample pictures that are remembered: a class opens the same few


@dataclass(frozen=True, eq=False)
class Judged:
    """A picture, and what was measured of it.

    shown: uint8 (H, W, 3). row: its scores. rmse: root mean square error, RGB, whole picture, in 1/255. niqe: None where NIQE cannot
    judge, see restoration.niqe. spectrum: log10 of the power of luma, at `frequencies` of the Outcome. mix: of a network, how much of it
    is the GAN's. made_up, shade: of a network's repair, see `made_up` and `shade` below. apart: distance of the spectrum from the truth's,
    in decades.
    """

    shown: np.ndarray
    row: lab.Row
    rmse: float
    niqe: float | None
    spectrum: tuple
    apart: float
    mix: float | None = None
    made_up: Invention | None = None
    shade: np.ndarray | None = None


@dataclass(frozen=True, eq=False)
class Outcome:
    """What came of a repair so far. key: of the desk it belongs to. path: networks from CNN to GAN, as far as they have been tried,
    ordered by mix. yardsticks: classical methods, the best (by PSNR) first."""

    key: tuple
    truth: Judged
    damaged: Judged
    path: tuple[Judged, ...] = ()
    yardsticks: tuple[Judged, ...] = ()
    frequencies: tuple = ()
    done: bool = False

    def at(self, mix: float) -> Judged | None:
        return next((judged for judged in self.path if judged.mix == mix), None)

    @property
    def faithful(self) -> Judged | None:
        return self.at(0.0)

    @property
    def sharp(self) -> Judged | None:
        return self.at(1.0)


def mend(key: tuple, clean: lab.Shot, ruined: lab.Ruined, between: bool = True) -> Iterator[Outcome]:
    """Yields an Outcome whenever there is more to see: CNN and GAN, classical methods, then the networks between the two. All of the
    path is computed, so that the slider answers at once wherever it is moved, and the path itself can be drawn; not with between=False.
    Refusal if the networks are not there."""
    if between and (known := remembered(key)):
        yield known
        return
    truth = lab.Mended(lab.original(clean, lab.full_size(ruined)), "truth", "Original", "原图", "truth", None)
    seen = replace(measure(clean, truth), made_up=made_up(clean, ruined, truth))
    frequencies = spectrum.spectrum(lab.tensor(truth.array))[0].round(4).tolist()
    out = Outcome(key, seen, measure(clean, ruined), frequencies=tuple(frequencies))
    plain = mixed_by(0.0, ruined)
    for mix in (0.0, 1.0):
        out = _with(out, clean, ruined, plain if mix == 0 else mixed_by(mix, ruined), mix, plain)
        yield out
    for tried in lab.yardsticks(ruined):
        tried = sorted((*out.yardsticks, measure(clean, tried)), key=lambda judged: -judged.row.psnr)
        out = replace(out, yardsticks=tuple(tried))
        yield out
    for mix in MIXES[1:-1] if between else ():
        out = _with(out, clean, ruined, mixed_by(mix, ruined), mix, plain)
        yield out
    out = replace(out, done=True)
    if between and clean.name and ruined.steps[0][0] != "missing-mask":
        _finished.keep(key, out)
    yield out


_finished = Remembered(KEPT)  # of sample pictures with a damage that follows from the key: the same for every visitor


def remembered(key: tuple) -> Outcome | None:
    """A finished repair of a sample picture, if somebody has asked for it before."""
    return _finished.get(key)


def mixed_by(mix: float, ruined: lab.Ruined) -> lab.Mended:
    """By the networks for the damage, weights mixed; mix 0 to 1, see exhibits.blend. Refusal out_of_range; those of lab.network."""
    if not 0 <= mix <= 1:  # false for NaN
        raise Refusal("out_of_range", control="mix", low=0, high=1, value=mix)
    names = gan.networks(ruined.steps[0][0])
    first, second = lab.network(names[0]), lab.network(names[1]).generator
    name = names[0] if mix == 0 else names[1] if mix == 1 else "mixed"
    return _mended_by(blend(first, second, mix), name, ruined)


@lab.on_gpu
@torch.inference_mode()
def _mended_by(network, name: str, ruined: lab.Ruined) -> lab.Mended:
    y = lab.tensor(ruined.array).to(lab.DEVICE)
    told = {key: ruined.known[key] for key in network.told}
    start = time.perf_counter()
    with torch.autocast("cuda", enabled=lab.DEVICE == "cuda"):
        restored = network.restore(y, **{key: value.to(lab.DEVICE) for key, value in told.items()})
    ms = 1000 * (time.perf_counter() - start)
    return lab.Mended(lab.array(restored.float()), name, *NAMES[name], "network", ms, names=(name,), given=ruined.array, told=told)


# What is measured


def measure(clean: lab.Shot, picture: lab.Ruined | lab.Mended) -> Judged:
    """Scores of a picture against the original."""
    x, y = lab.beside(clean, picture)
    row = lab.row(clean, picture)
    rmse = 0.0 if math.isinf(row.psnr) else 255 * 10 ** (-row.psnr / 20)  # what PSNR is the logarithm of
    (frequencies, mine), (_, its) = spectrum.spectrum(x), spectrum.spectrum(y)
    power = tuple(mine.round(3).tolist())
    return Judged(lab.show(lab.array(x)), row, rmse, _niqe(x), power, spectrum.apart(frequencies, mine, its))


def _niqe(x: torch.Tensor) -> float | None:
    try:
        return niqe(x)
    except Refusal as e:
        if e.note.code in ("niqe_flat", "picture_too_small"):
            return None  # the screen says so
        raise


def _with(out: Outcome, clean: lab.Shot, ruined: lab.Ruined, mended: lab.Mended, mix: float, plain: lab.Mended) -> Outcome:
    """The outcome, and one more network on its path. plain: the CNN's repair."""
    invention, where = made_up(clean, ruined, mended), shade(ruined, mended, plain)
    judged = replace(measure(clean, mended), mix=mix, made_up=invention, shade=where)
    return replace(out, path=tuple(sorted((*out.path, judged), key=lambda judged: judged.mix)))


FULL_SHADE = 16 / 255  # mean of the channels, around a pixel


def made_up(clean: lab.Shot, ruined: lab.Ruined, picture: lab.Mended) -> Invention:
    """Of a repair, or of the truth itself; see exhibits.invention."""
    x, truth = lab.beside(clean, picture)
    x, damaged, mask = x.clamp(0, 1), lab.tensor(ruined.array), ruined.known.get("mask")
    return of_enlarged(x, damaged, truth, gan.SCALE) if mask is None else of_filled(x, damaged, truth, mask)


def shade(ruined: lab.Ruined, picture: lab.Mended, plain: lab.Mended) -> np.ndarray:
    """uint8 (H, W): how strongly a pixel is invented. Of a hole, all is; of an enlarged picture, what the CNN's (`plain`) has not: 255 is
    FULL_SHADE or more."""
    if (holes := lab.lost(ruined)) is not None:
        return 255 * holes.astype(np.uint8)
    share = invented(lab.tensor(picture.array).clamp(0, 1), lab.tensor(plain.array).clamp(0, 1)) / FULL_SHADE
    return (255 * share.clamp(0, 1)).round().byte()[0, 0].numpy()


# With the critic's eye


@dataclass(frozen=True, eq=False)
class Eyes:
    """What the critic says of each picture: name -> (uint8 (H, W, 3), its Judgement); names: truth, damaged, faithful, sharp."""

    pictures: dict
    field: critic.Field
    holes: bool  # it was trained on what is about a hole, and is told where holes are


def eyes(clean: lab.Shot, ruined: lab.Ruined, outcome: Outcome | None) -> Eyes:
    """outcome: of the same pictures, if there is one; else they are mended here. Judged is what is shown, rounded to 8 bits."""
    model = lab.network(gan.networks(ruined.steps[0][0])[1])
    shown = {"truth": lab.show(lab.original(clean, lab.full_size(ruined))), "damaged": ruined.shown}
    for name, mix in (("faithful", 0.0), ("sharp", 1.0)):
        there = outcome and outcome.at(mix)
        shown[name] = there.shown if there else mixed_by(mix, ruined).shown
    mask = ruined.known.get("mask")
    found = {name: (picture, _seen_by(model, picture, mask)) for name, picture in shown.items()}
    return Eyes(found, critic.field(model.critic), model.fills_holes)


@lab.on_gpu
def _seen_by(model, picture: np.ndarray, mask: torch.Tensor | None) -> critic.Judgement:
    x = lab.tensor(picture.astype(np.float32) / 255).to(lab.DEVICE)
    return critic.judge(model, x, None if mask is None else mask.to(lab.DEVICE))
