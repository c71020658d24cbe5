"""The lab of the GAN's page, its repairs: the classical methods, the network that only wants to be near, the one with a critic."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import torch

from restoration import lab
from restoration.lab import gan

NAMES = {  # networks of this page -> what they are called
    "cnn-sr4": ("CNN, told to be near", "CNN：只求接近"), "gan-sr4": ("GAN, told to look real too", "GAN：还要看起来真实"),
    "cnn-inpaint": ("CNN, told to be near", "CNN：只求接近"), "gan-inpaint": ("GAN, told to look real too", "GAN：还要看起来真实"),
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Outcome:
    """What came of a repair so far. key: of the desk it belongs to. rows: scores of `damaged`, of both networks, of each yardstick."""

    key: tuple
    rows: tuple[lab.Row, ...] = ()
    yardstick: lab.Mended | None = None  # the classical method with the highest PSNR
    faithful: lab.Mended | None = None  # by the CNN
    sharp: lab.Mended | None = None  # by the GAN
    done: bool = False


def mend(key: tuple, clean: lab.Shot, ruined: lab.Ruined) -> Iterator[Outcome]:
    """Yields an Outcome whenever there is more to see. Refusal if the networks are not there."""
    out = Outcome(key, (lab.row(clean, ruined),))
    for part, name in zip(("faithful", "sharp"), gan.networks(ruined.steps[0][0]), strict=True):
        mended = mended_by(name, ruined)
        out = replace(out, rows=(*out.rows, lab.row(clean, mended)), **{part: mended})
        yield out
    best = None
    for tried in lab.yardsticks(ruined):
        row = lab.row(clean, tried)
        if best is None or row.psnr > best.psnr:
            best, out = row, replace(out, yardstick=tried)
        out = replace(out, rows=(*out.rows, row))
        yield out
    yield replace(out, done=True)


@lab.on_gpu
@torch.inference_mode()
def mended_by(name: str, ruined: lab.Ruined) -> lab.Mended:
    """By one of NAMES."""
    network, y = lab.network(name), lab.tensor(ruined.array).to(lab.DEVICE)
    told = {key: ruined.known[key] for key in network.told}
    start = time.perf_counter()
    with torch.autocast("cuda", enabled=lab.DEVICE == "cuda"):
        restored = network.restore(y, **{key: value.to(lab.DEVICE) for key, value in told.items()})
    ms = 1000 * (time.perf_counter() - start)
    return lab.Mended(lab.array(restored.float()), name, *NAMES[name], "network", ms, names=(name,), given=ruined.array, told=told)
