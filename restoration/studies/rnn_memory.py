"""A task that only a memory can do: the first symbol of a sequence is told after N steps of noise. A plain RNN and a GRU of the same number
of parameters, each with two starts, the same budget and the same learning rates to choose from.

    python -m restoration.studies rnn-memory

Nothing but noise comes between the symbol and the question, and whether the symbol is remembered can be learned only from a gradient that
comes all the way back. Chance is 1 in `SYMBOLS`. The second start of the plain RNN is an orthogonal matrix of recurrence (Saxe et al. 2014,
arXiv 1312.6120); that of the GRU has update gates that keep the past, each for another number of steps (Tallec & Ollivier 2018, arXiv
1804.11188).
"""

import math
from copy import deepcopy
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from restoration.studies import store

NAME = "rnn-memory"
SYMBOLS = 4
LENGTHS = (5, 10, 20, 40, 80)
UPDATES, BATCH, TESTED = 500, 32, 2048
RATES = (1e-3, 3e-3, 1e-2)  # of Adam; for each network and length the best, by the mean over seeds, is reported
SEEDS = (0, 1, 2)
CLIP = 1.0  # norm to which longer gradients are cut, in all networks
WIDTHS = {"plain": 42, "gru": 23}  # so that both have about as many parameters
NOISE = 0.3  # standard deviation of what comes after the symbol, in which one of the numbers is 1
# name -> (kind, how it starts: as torch does, or as one starts it to remember)
NETWORKS = {"plain": ("plain", False), "plain-orthogonal": ("plain", True), "gru": ("gru", False), "gru-keeping": ("gru", True)}


@dataclass(frozen=True)
class Study:
    """rows: name of a network -> length N, as text -> {"rate", "accuracy", "before", "after": lists, one number a seed}. accuracy: share of
    `tested` fresh sequences; before, after training: share of the loss's gradient at the last state that arrives at the first (ratio of
    norms, see `arriving`)."""

    made: dict  # see store.py
    rows: dict
    parameters: dict  # kind -> how many
    symbols: int
    updates: int
    batch: int
    tested: int
    rates: list


class Teller(nn.Module):
    """Reads a sequence and tells its first symbol from the last state."""

    def __init__(self, kind: str, to_remember: bool, seed: int):
        super().__init__()
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            width = WIDTHS[kind]
            self.memory = (nn.GRU if kind == "gru" else nn.RNN)(SYMBOLS, width, batch_first=True)
            self.tell = nn.Linear(width, SYMBOLS)
            if to_remember and kind == "plain":
                nn.init.orthogonal_(self.memory.weight_hh_l0)
        if to_remember and kind == "gru":
            with torch.no_grad():
                steps = torch.empty(width).uniform_(1, max(LENGTHS) - 1, generator=torch.Generator().manual_seed(seed))
                self.memory.bias_ih_l0[width : 2 * width] = steps.log()  # of the update gate: torch's order is r, z, n
                self.memory.bias_hh_l0[width : 2 * width] = 0

    def forward(self, x: Tensor) -> Tensor:
        """x (B, N + 1, SYMBOLS) -> scores of the symbols, (B, SYMBOLS)."""
        return self.tell(self.memory(x)[1][0])


def sequences(count: int, length: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """(x (count, length + 1, SYMBOLS): first a symbol, one of SYMBOLS numbers is 1 and the others 0, then NOISE;
    the symbols (count,))"""
    x = NOISE * torch.randn(count, length + 1, SYMBOLS, generator=generator)
    symbol = torch.randint(SYMBOLS, (count,), generator=generator)
    x[:, 0] = F.one_hot(symbol, SYMBOLS)
    return x, symbol


def arriving(net: Teller, x: Tensor, symbol: Tensor) -> float:
    """||d loss / d h_first|| / ||d loss / d h_last||, norms over the batch. In 64 bits: 32 would make 0 of the smallest."""
    net, x = deepcopy(net).double(), x.double()
    _, first = net.memory(x[:, :1])
    first = first.detach().requires_grad_()
    _, last = net.memory(x[:, 1:], first)
    to_first, to_last = torch.autograd.grad(F.cross_entropy(net.tell(last[0]), symbol), (first, last))
    return (to_first.norm() / to_last.norm()).item()


def scores_of(nets: list[Teller], x: Tensor) -> Tensor:
    """What M networks of one kind say, each of its own sequences x (M, B, N + 1, SYMBOLS): scores (M, B, SYMBOLS). The same as asking them
    one after another, and many times as fast."""

    def all_of(name: str) -> Tensor:
        return torch.stack([net.get_parameter(name) for net in nets])

    u, b = all_of("memory.weight_hh_l0").mT, all_of("memory.bias_hh_l0")[:, None]
    inputs = torch.einsum("mbti,mgi->tmbg", x, all_of("memory.weight_ih_l0")) + all_of("memory.bias_ih_l0")[:, None]
    h = x.new_zeros(*x.shape[:2], u.shape[1])
    for at in inputs:
        past = torch.baddbmm(b, h, u)
        if past.shape == h.shape:
            h = torch.tanh(at + past)
        else:
            width = h.shape[2]
            r, z = torch.sigmoid(at[..., : 2 * width] + past[..., : 2 * width]).chunk(2, 2)
            n = torch.tanh(at[..., 2 * width :] + r * past[..., 2 * width :])
            h = n + z * (h - n)
    return torch.baddbmm(all_of("tell.bias")[:, None], h, all_of("tell.weight").mT)


def train(name: str, length: int, updates: int = UPDATES) -> dict:
    """rate -> a run for each seed: {"accuracy", "before", "after"}, see Study."""
    places = [(rate, seed) for rate in RATES for seed in SEEDS]
    nets = [Teller(*NETWORKS[name], seed) for _, seed in places]
    optimisers = [torch.optim.Adam(net.parameters(), rate) for net, (rate, _) in zip(nets, places, strict=True)]
    generators = [torch.Generator().manual_seed(1000 + seed) for seed in SEEDS]
    x, symbol = sequences(TESTED, length, torch.Generator().manual_seed(9))
    some = x[:256], symbol[:256]
    before = [arriving(net, *some) for net in nets]
    for _ in range(updates):
        drawn = [sequences(BATCH, length, generator) for generator in generators] * len(RATES)
        scores = scores_of(nets, torch.stack([x for x, _ in drawn]))
        loss = sum(F.cross_entropy(said, symbol) for said, (_, symbol) in zip(scores, drawn, strict=True))
        loss.backward()
        for net, optimiser in zip(nets, optimisers, strict=True):
            nn.utils.clip_grad_norm_(net.parameters(), CLIP)
            optimiser.step()
            optimiser.zero_grad()
    runs = {rate: [] for rate in RATES}
    for net, (rate, _), start in zip(nets, places, before, strict=True):
        with torch.no_grad():
            right = (net(x).argmax(1) == symbol).float().mean().item()
        runs[rate].append({"accuracy": right, "before": start, "after": arriving(net, *some)})
    return runs


def digits(value: float, count: int = 4) -> float:
    """Rounded to so many significant digits."""
    return float(f"{value:.{count}g}") if math.isfinite(value) else value


def best(runs: dict) -> dict:
    """runs: as `train` gives them. Those with the rate whose mean accuracy is highest."""
    rate = max(runs, key=lambda rate: sum(run["accuracy"] for run in runs[rate]))
    return {"rate": rate, **{key: [digits(run[key]) for run in runs[rate]] for key in runs[rate][0]}}


def parameters() -> dict:
    return {kind: sum(p.numel() for p in Teller(kind, False, 0).parameters()) for kind in WIDTHS}


def make() -> None:
    torch.set_num_threads(1)
    rows = {}
    for name in NETWORKS:
        rows[name] = {}
        for length in LENGTHS:
            rows[name][str(length)] = row = best(train(name, length))
            print(name, length, row, flush=True)
    found = {"symbols": SYMBOLS, "updates": UPDATES, "batch": BATCH, "tested": TESTED, "rates": list(RATES)}
    store.write(NAME, {**found, "parameters": parameters(), "rows": rows}, [])


def read() -> Study:
    """Refusal if it is missing."""
    return Study(**store.read(NAME))
