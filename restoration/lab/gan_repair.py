"""The lab of the GAN's page, its repairs: the classical methods, the network that only wants to be near, the one with a critic, and the
networks between the two."""

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch
import torch.nn.functional as F

from restoration import lab, metrics
from restoration.errors import Refusal
from restoration.exhibits.blend import blend
from restoration.lab import gan
from restoration.niqe import niqe
from restoration.resample import resize

NAMES = {  # networks of this page -> what they are called
    "cnn-sr4": ("CNN, told to be near", "CNN：只求接近"), "gan-sr4": ("GAN, told to look real too", "GAN：还要看起来真实"),
    "cnn-inpaint": ("CNN, told to be near", "CNN：只求接近"), "gan-inpaint": ("GAN, told to look real too", "GAN：还要看起来真实"),
    "mixed": ("CNN and GAN, weights mixed", "CNN 与 GAN，权重混合"),
}  # fmt: skip
MIXES = tuple(n / gan.MIX_PARTS for n in range(gan.MIX_PARTS + 1))  # 0: the CNN, 1: the GAN
KEPT = 12  # finished repairs of sample pictures that are remembered: a class opens the same few


@dataclass(frozen=True, eq=False)
class Invented:
    """What of a repair the damaged picture vouches for, and what was made up. All numbers are root mean squares over RGB, in 1/255.

    fit: from the damaged picture, when the repair is damaged again in the same way. amount: of fine detail (what is lost when a picture is
    made four times smaller) where nothing vouches for it. wrong: of the difference between that detail and the truth's. unseen: share of
    pixels without evidence, 0 to 1. shade: uint8 (H, W), how strongly such detail shows at a pixel; 255 is FULL_SHADE or more.
    """

    fit: float
    amount: float
    wrong: float
    unseen: float
    shade: np.ndarray


@dataclass(frozen=True, eq=False)
class Judged:
    """A picture, and what was measured of it.

    shown: uint8 (H, W, 3). row: its scores. rmse: root mean square error, RGB, whole picture, in 1/255. niqe: None where NIQE cannot
    judge, see restoration.niqe. spectrum: radial power of luma in dB, at `frequencies` of the Outcome. mix: of a network, how much of it
    is the GAN's. made_up: an Invented, of a network's repair.
    """

    shown: np.ndarray
    row: lab.Row
    rmse: float
    niqe: float | None
    spectrum: tuple
    mix: float | None = None
    made_up: Invented | None = None


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


def mend(key: tuple, clean: lab.Shot, ruined: lab.Ruined) -> Iterator[Outcome]:
    """Yields an Outcome whenever there is more to see: CNN and GAN, classical methods, then the networks between the two. All of the
    path is computed, so that the slider answers at once wherever it is moved, and the path itself can be drawn. Refusal if the networks
    are not there."""
    if known := remembered(key):
        yield known
        return
    truth = lab.Mended(lab.original(clean, lab.full_size(ruined)), "truth", "Original", "原图", "truth", None)
    seen = replace(measure(clean, truth), made_up=made_up(clean, ruined, truth))
    frequencies = metrics.radial_spectrum(lab.tensor(truth.array))[0].round(4).tolist()
    out = Outcome(key, seen, measure(clean, ruined), frequencies=tuple(frequencies))
    for mix in (0.0, 1.0):
        out = _with(out, clean, ruined, mixed_by(mix, ruined), mix)
        yield out
    for tried in lab.yardsticks(ruined):
        tried = sorted((*out.yardsticks, measure(clean, tried)), key=lambda judged: -judged.row.psnr)
        out = replace(out, yardsticks=tuple(tried))
        yield out
    for mix in MIXES[1:-1]:
        out = _with(out, clean, ruined, mixed_by(mix, ruined), mix)
        yield out
    out = replace(out, done=True)
    if clean.name and ruined.steps[0][0] != "missing-mask":
        while len(_finished) >= KEPT:
            _finished.pop(next(iter(_finished)), None)
        _finished[key] = out
    yield out


_finished = {}  # key -> Outcome, of sample pictures with a damage that follows from the key: the same for every visitor


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
    spectrum = metrics.radial_spectrum(x.clamp(0, 1))[1].round(2).tolist()
    return Judged(lab.show(lab.array(x)), row, rmse, _niqe(x), tuple(spectrum))


def _niqe(x: torch.Tensor) -> float | None:
    try:
        return niqe(x)
    except Refusal as e:
        if e.note.code in ("niqe_flat", "picture_too_small"):
            return None  # the screen says so
        raise


def _with(out: Outcome, clean, ruined, mended: lab.Mended, mix: float) -> Outcome:
    """The outcome, and one more network on its path."""
    judged = replace(measure(clean, mended), mix=mix, made_up=made_up(clean, ruined, mended))
    return replace(out, path=tuple(sorted((*out.path, judged), key=lambda judged: judged.mix)))


FULL_SHADE = 16 / 255  # mean of the channels, in a window of 7 x 7


def fine(x: torch.Tensor) -> torch.Tensor:
    """What a picture (1, 3, H, W) loses when it is made four times smaller and enlarged again (bicubic)."""
    small = resize(x, *(max(side // gan.SCALE, 1) for side in x.shape[-2:]))
    return x - resize(small, *x.shape[-2:])


def made_up(clean: lab.Shot, ruined: lab.Ruined, picture: lab.Mended) -> Invented:
    """Of a repair, or of the truth itself."""
    x, truth = lab.beside(clean, picture)
    x = x.clamp(0, 1)
    mask = ruined.known.get("mask")
    if mask is None:  # of every 16 pixels' fine detail nothing is known
        where, fit = torch.ones_like(x[:, :1]), resize(x, *ruined.array.shape[:2]) - lab.tensor(ruined.array)
        unseen = 1 - 1 / gan.SCALE**2
    else:
        where, unseen = 1 - mask, 1 - mask.mean().item()
        fit = (x - lab.tensor(ruined.array)) * mask
    detail = fine(x) * where
    shade = F.avg_pool2d(detail.abs().mean(1, keepdim=True), 7, 1, 3) if mask is None else FULL_SHADE * where
    shade = (255 * (shade[0, 0] / FULL_SHADE).clamp(0, 1)).round().byte().numpy()
    wrong = detail - fine(truth) * where
    return Invented(_rms(fit, None if mask is None else mask), _rms(detail, where), _rms(wrong, where), unseen, shade)


def _rms(x: torch.Tensor, where: torch.Tensor | None = None) -> float:
    """In 1/255, over the pixels where `where` (1, 1, H, W) is 1; NaN if there are none."""
    count = x.numel() if where is None else x.shape[1] * where.sum().item()
    return 255 * math.sqrt((x.double() ** 2).sum().item() / count) if count else math.nan
