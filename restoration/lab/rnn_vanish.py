"""How much of a gradient comes back through time: d loss / d h_t for every t, in a plain RNN and in a GRU, untrained, on the same input.

    plain    h_t = tanh(W x_t + U h_t-1), U a rotation times a chosen number: all its eigenvalues have this absolute value, so it is the
             spectral radius
    GRU      models.rnn.GRUCell with a chosen bias of the update gate

The loss is c . h_T with a fixed c of length 1, so at the last step the gradient has norm 1 in both, and what is less or more further back
the steps themselves have made.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor, nn

from restoration.errors import Refusal
from restoration.models.rnn import GRUCell

STEPS, WIDTH, INPUTS = 60, 32, 8
LEAST_RADIUS, MOST_RADIUS = 0.5, 1.5
LEAST_BIAS, MOST_BIAS = -2.0, 4.0
INPUT = 0.03  # standard deviation of the inputs: weak, so that tanh is not flat from the start
SEED = 0


@dataclass(frozen=True, eq=False)
class Flow:
    """norms: of d loss / d h at distance 0, 1, ... STEPS - 1 from the end. keeps: by how much one step multiplies what the recurrence alone
    would hand on (the spectral radius; for the GRU the mean of z over units and steps)."""

    norms: np.ndarray
    keeps: float

    @property
    def left(self) -> float:
        """What is left at the first step of the norm 1 at the last."""
        return float(self.norms[-1])

    @property
    def halves(self) -> float:
        """Over how many steps the gradient halves, on average over all; negative: doubles."""
        return float(-np.log(2) * (STEPS - 1) / np.log(self.left))


class PlainCell(nn.Module):
    """h = tanh(W x + U h)"""

    def __init__(self, w: Tensor, u: Tensor):
        super().__init__()
        self.w, self.u = nn.Parameter(w), nn.Parameter(u)

    def forward(self, x: Tensor, h: Tensor) -> Tensor:
        """x (B, INPUTS), h (B, WIDTH) -> the next state (B, WIDTH)."""
        return torch.tanh(x @ self.w.T + h @ self.u.T)


def _normal(*shape: int, seed: int) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def inputs() -> Tensor:
    """(STEPS, 1, INPUTS), always the same."""
    return INPUT * _normal(STEPS, 1, INPUTS, seed=SEED)


def plain_cell(radius: float) -> PlainCell:
    rotation, _ = torch.linalg.qr(_normal(WIDTH, WIDTH, seed=SEED + 1))
    return PlainCell(_normal(WIDTH, INPUTS, seed=SEED + 2) / INPUTS**0.5, radius * rotation)


def gru_cell(bias: float) -> GRUCell:
    """Weights uniform between -1 and 1 / sqrt(WIDTH), as torch draws them; all biases 0, but that of the update gate."""
    cell = GRUCell(INPUTS, WIDTH, kernel=1, conv=nn.Conv1d).double()
    generator = torch.Generator().manual_seed(SEED + 3)
    with torch.no_grad():
        for weight in (cell.x.weight, cell.h.weight):
            weight.uniform_(-(WIDTH**-0.5), WIDTH**-0.5, generator=generator)
        for part in (cell.x, cell.h):
            part.bias.zero_()
        cell.x.bias[WIDTH : 2 * WIDTH] = bias
    return cell


def towards() -> Tensor:
    """c, (WIDTH,), of length 1."""
    c = _normal(WIDTH, seed=SEED + 4)
    return c / c.norm()


def states(step, h: Tensor, shape: tuple) -> list[Tensor]:
    """h_0 (before any input), h_1, ... h_STEPS. step: (x, h) -> the next h; shape: in which it wants x."""
    found = [h.requires_grad_()]
    for x in inputs():
        found.append(step(x.view(shape), found[-1]))
    return found


def norms(found: list[Tensor]) -> np.ndarray:
    """found: h_0 ... h_T. Of d loss / d h_T, h_T-1, ... h_1."""
    loss = (found[-1].flatten() * towards()).sum()
    gradients = torch.autograd.grad(loss, found[1:])
    return np.array([gradient.norm().item() for gradient in reversed(gradients)])


@lru_cache(maxsize=64)
def plain(radius: float) -> Flow:
    """Refusal for a radius out of range."""
    radius = _within("radius", radius, LEAST_RADIUS, MOST_RADIUS)
    found = states(plain_cell(radius), torch.zeros(1, WIDTH, dtype=torch.float64), (1, INPUTS))
    return Flow(norms(found), radius)


@lru_cache(maxsize=64)
def gated(bias: float) -> Flow:
    """Refusal for a bias out of range."""
    cell = gru_cell(_within("bias", bias, LEAST_BIAS, MOST_BIAS))
    found = states(cell, torch.zeros(1, WIDTH, 1, dtype=torch.float64), (1, INPUTS, 1))
    with torch.no_grad():
        z = [cell.gates(x.view(1, INPUTS, 1), h)[1].mean().item() for x, h in zip(inputs(), found[:-1], strict=True)]
    return Flow(norms(found), float(np.mean(z)))


def _within(name: str, value, low: float, high: float) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = float("nan")
    if not low <= number <= high:
        raise Refusal("vanish_range", name=name, low=low, high=high, value=str(value)[:40])
    return number
