"""What the screen asks of the small denoisers: the ten that differ in their block, and the three that differ in their loss.

Pictures and results are those of restoration.lab, arrays in and out. The networks know one damage, Gaussian noise of sigma 25.
"""

from dataclasses import dataclass, replace

import numpy as np
import torch

from restoration import checkpoints, lab, metrics, plots
from restoration.baselines import baseline
from restoration.exhibits import blocks, losses
from restoration.models.blocks import level_values
from restoration.studies import store
from restoration.studies.blocks import LOSSES, NETWORKS, SIGMA, mae

LEVEL_VALUES = level_values().tolist()
READINGS = ("mean", "mode")  # of cross-entropy, for a whole picture


def study() -> dict:
    """The stored study, see studies/blocks.py. Refusal if it is missing."""
    return store.read("blocks")


def names() -> list[str]:
    """The blocks, in the order in which they are told."""
    return list(NETWORKS)


def about(block: str) -> blocks.About:
    return blocks.ABOUT[block]


def source(block: str) -> str:
    """The code of a block's class."""
    return blocks.source(block)


def quantisation() -> float:
    """What 32 levels cost: the best PSNR, in dB, that the most likely level can reach."""
    return losses.quantisation()


# Pictures


def at_home(ruined: lab.Ruined) -> bool:
    """Whether the damage is about what the networks were trained on."""
    return len(ruined.steps) == 1 and ruined.steps[0][0] == "noise" and abs(dict(ruined.steps[0][1])["sigma"] - SIGMA) <= 5


def middle(ruined: lab.Ruined, clean: lab.Shot | None) -> tuple[lab.Ruined, lab.Shot | None, bool]:
    """Both pictures cut to their middle if they are larger than the lab's full size, and whether they were. Low resolution is enlarged."""
    picture = lab.full_size(ruined)
    truth = None if clean is None else lab.original(clean, picture)
    cut = [slice(max(n - lab.FULL_SIDE, 0) // 2, max(n - lab.FULL_SIDE, 0) // 2 + lab.FULL_SIDE) for n in picture.shape[:2]]
    known = {key: value for key, value in ruined.known.items() if key == "sigma"}
    piece = replace(ruined, array=picture[cut[0], cut[1]], known=known)
    shot = clean and replace(clean, array=truth[cut[0], cut[1]])
    return piece, shot, piece.array.shape != picture.shape


@dataclass(frozen=True)
class Repair:
    """array: float32 (H, W, 3). psnr in dB, mae of 255; None where there is no original."""

    array: np.ndarray
    psnr: float | None
    mae: float | None

    @property
    def shown(self) -> np.ndarray:
        return lab.show(self.array)


def _scored(array: np.ndarray, clean: lab.Shot | None) -> Repair:
    if clean is None:
        return Repair(array, None, None)
    x, y = lab.tensor(array), lab.tensor(clean.array)
    return Repair(array, metrics.psnr(x, y), mae(x, y))


def damaged(ruined: lab.Ruined, clean: lab.Shot | None) -> Repair:
    return _scored(ruined.array, clean)


def median_filter(ruined: lab.Ruined, clean: lab.Shot | None) -> Repair:
    return _scored(lab.array(baseline("median").restore(lab.tensor(ruined.array), **ruined.known)), clean)


@lab.on_gpu
@torch.inference_mode()
def _mend(name: str, picture: np.ndarray, reading: str) -> np.ndarray:
    network, y = lab.network(name), lab.tensor(picture).to(lab.DEVICE)
    return lab.array(network.most_likely(y) if reading == "mode" else network.restore(y))


def by_block(block: str, ruined: lab.Ruined, clean: lab.Shot | None) -> Repair:
    """The picture mended by the network of a block. Refusal if its files are missing."""
    return _scored(_mend(NETWORKS[block], ruined.array, ""), clean)


def by_loss(loss: str, ruined: lab.Ruined, clean: lab.Shot | None, reading: str = "") -> Repair:
    """The picture mended by the network that a loss trained. reading: of cross-entropy, one of READINGS."""
    return _scored(_mend(LOSSES[loss], ruined.array, reading), clean)


# One pixel


@dataclass(frozen=True)
class Pixel:
    """What is known of one pixel, (3,) each, R G B: the probabilities (3, 32), readings of them, the answers of the networks, the damaged
    values, and the truth (None without an original)."""

    row: int
    column: int
    probabilities: np.ndarray
    values: dict  # "truth", "damaged", "mse", "l1", "mean", "median", "mode" -> (3,) or None

    @property
    def bits(self) -> float:
        """The entropy of the probabilities, mean of the colours: 0 is sure, 5 knows nothing."""
        return losses.entropy(torch.from_numpy(self.probabilities)).mean().item()


@lab.on_gpu
@torch.inference_mode()
def look_at(ruined: lab.Ruined, clean: lab.Shot | None, row: int, column: int) -> Pixel:
    y = lab.tensor(ruined.array).to(lab.DEVICE)
    p = losses.probabilities(lab.network(LOSSES["cross-entropy"]), y, row, column)
    values = {"truth": None if clean is None else clean.array[row, column], "damaged": ruined.array[row, column]}
    values |= {loss: losses.answer(lab.network(LOSSES[loss]), y, row, column).numpy() for loss in ("mse", "l1")}
    values |= {name: value.numpy() for name, value in losses.readings(p).items()}
    return Pixel(row, column, p.numpy(), values)


@lab.on_gpu
@torch.inference_mode()
def doubtful(ruined: lab.Ruined) -> dict[str, tuple[int, int]]:
    """{"least": (row, column), "most": ...}: the pixels of which the cross-entropy network is surest, and least sure."""
    doubt = losses.doubt(lab.network(LOSSES["cross-entropy"]), lab.tensor(ruined.array).to(lab.DEVICE))
    places = {"least": doubt.argmin(), "most": doubt.argmax()}
    return {name: divmod(int(place), doubt.shape[1]) for name, place in places.items()}


# Charts


def history(name: str) -> list[dict]:
    return checkpoints.read_history(name, lab.models_folder() / name)


def blocks_figure(first: str, second: str, against: str):
    """Recorded PSNR of two blocks. against: "step" or "cpu"."""
    marked = study()["seconds"] if against == "cpu" else None
    return plots.runs({block: history(NETWORKS[block]) for block in dict.fromkeys((first, second))}, against, marked=marked)


def losses_figure(key: str, against: str):
    """Recorded "psnr", or "loss" (mean absolute error), of the three losses."""
    return plots.runs({loss: history(name) for loss, name in LOSSES.items()}, against, key)


COSTS = {"ms": "ms for 256 x 256, one thread", "macs": "billion MACs for 256 x 256"}
QUALITIES = {"psnr": "PSNR / dB, {steps:,} updates each", "psnr_same_time": "PSNR / dB, {seconds:.0f} CPU seconds each"}


def scatter_figure(cost: str, quality: str):
    """Quality against cost of all blocks. cost: a key of COSTS; quality: one of QUALITIES."""
    found = study()
    scale = 1e9 if cost == "macs" else 1
    points = {name: (block[cost] / scale, block[quality]) for name, block in found["blocks"].items()}
    return plots.scatter(points, COSTS[cost], QUALITIES[quality].format(**found))
