"""One pixel's GRU: a cell of one unit that reads the brightness of one pixel, frame by frame, and should hold what is truly there.

Brightness is luma, 0.299 R + 0.587 G + 0.114 B, on a scale from -1 (black) to 1 (white); noise may carry it beyond. T is the number of
frames, N of pixels. The same sums, step by step in the page: ui/rnn/cell.js.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
from torch import nn

from restoration.errors import Refusal
from restoration.images import from_uint8
from restoration.lab.rnn import Footage, Ruined
from restoration.models.rnn import GRUCell

NAMES = ("W_r", "U_r", "b_r", "W_z", "U_z", "b_z", "W_n", "U_n", "b_n")
REACH = 8.0  # each of the nine numbers lies between -REACH and REACH
EDGE = 4  # pixels at the sides of a clip, where the exhibit does not begin
LUMA = (0.299, 0.587, 0.114)
# What nine numbers can do, in the order of NAMES
PRESETS = {
    "keep": (0, 0, 0, 0, 0, 5, 1, 0, 0),  # z = 0.993
    "follow": (0, 0, 0, 0, 0, -5, 1, 0, 0),  # z = 0.007
    "mean": (0, 0, 0, 0, 0, 2.2, 1, 0, 0),  # z = 0.900
    "climb": (0, 0, 0, -8, 8, 0, 1, 0, 0),  # z near 0 where x is above h, near 1 where it is below
}


@dataclass(frozen=True, eq=False)
class Trace:
    """Of one pixel, (T,) each: x as it comes in, what is truly there, and in which frames it was hidden by a hole."""

    x: np.ndarray
    truth: np.ndarray
    hidden: np.ndarray


def cell_of(numbers) -> GRUCell:
    """A GRUCell of one unit, at each place of a row, with these numbers (as NAMES). The second bias that torch gives a cell is 0."""
    cell = GRUCell(1, 1, kernel=1, conv=nn.Conv1d).double()
    w, u, b = torch.tensor(numbers, dtype=torch.float64).view(3, 3).T
    with torch.no_grad():
        cell.x.weight.copy_(w.view(3, 1, 1))
        cell.x.bias.copy_(b)
        cell.h.weight.copy_(u.view(3, 1, 1))
        cell.h.bias.zero_()
    return cell


@torch.no_grad()
def steps(numbers, x: np.ndarray) -> dict[str, np.ndarray]:
    """x (N, T) -> r, z, n and h of every step, (N, T) each. Before the first, h is 0."""
    cell, h, found = cell_of(numbers), torch.zeros(1, 1, len(x), dtype=torch.float64), []
    for now in torch.as_tensor(x, dtype=torch.float64).T:
        gates = cell.gates(now.view(1, 1, -1), h)
        h = cell(now.view(1, 1, -1), h)
        found.append(torch.cat([*gates, h])[:, 0])  # (4, N)
    return dict(zip("rznh", torch.stack(found, 2).numpy(), strict=True))


def mean_so_far(x: np.ndarray) -> np.ndarray:
    """x (N, T) -> (N, T): at each step the plain mean of all that has come in."""
    return x.cumsum(1) / np.arange(1, x.shape[1] + 1)


def brightness(frame: torch.Tensor) -> np.ndarray:
    """(1, 3, H, W) in [0, 1] -> (H, W), -1 for black to 1 for white."""
    return (2 * torch.einsum("bchw,c->hw", frame, torch.tensor(LUMA)) - 1).numpy()


@lru_cache(maxsize=2)
def films(ruined: Ruined) -> tuple[np.ndarray, np.ndarray]:
    """Brightness of all pixels of a clip, (T, H, W) each: damaged, as a network gets it, and true."""
    count = len(ruined.clean)
    damaged = np.stack([brightness(ruined.frame(t)[0]) for t in range(count)])
    return damaged, np.stack([brightness(from_uint8(ruined.clean[t])) for t in range(count)])


def trace(clip: Footage, ruined: Ruined, row: int, column: int) -> Trace:
    """Of the pixel in this row and column, from 0. Refusal if there is no such."""
    height, width = clip.frames.shape[1:3]
    if not all(isinstance(v, int) for v in (row, column)) or not (0 <= row < height and 0 <= column < width):
        raise Refusal("pixel_outside", row=str(row)[:20], column=str(column)[:20], height=height - 1, width=width - 1)
    hidden = np.zeros(len(clip.frames), bool)
    if ruined.hole:
        hidden[ruined.hole - 1] = ruined.mask[0, 0, row, column] == 0
    return Trace(*(film[:, row, column] for film in films(ruined)), hidden)


def busiest(clip: Footage) -> tuple[int, int]:
    """(row, column) of a pixel whose brightness changes much, but not more than most: with it the exhibit begins. Not at the edges."""
    grey = clip.frames.astype(np.float32) @ np.array(LUMA, np.float32)
    spread = grey.std(0)[EDGE:-EDGE, EDGE:-EDGE]
    place = np.abs(spread - np.quantile(spread, 0.9)).argmin()
    row, column = np.unravel_index(place, spread.shape)
    return int(row) + EDGE, int(column) + EDGE
