"""The lab of pictures as sentences: a digit is covered in part and written to its end, pixel by pixel, by pixel-rnn; and how surprised that
network, and a VAE, are by a whole digit. Digits come in as restoration.lab.vae gives them.

Reading order: row by row, from left to right, 0 to 783. All pictures here are black and white, (28, 28) bool, True where a pixel is white.
"""

import math
import time
from dataclasses import dataclass

import numpy as np
import torch

from restoration import plots
from restoration.cases import whole
from restoration.errors import Note, Refusal, unknown
from restoration.lab import vae

MODEL, VAE, JUDGE = "pixel-rnn", "vae-digits", "digit-classifier"
SIDE = vae.SUBJECTS["digits"].side
COIN = SIDE * SIDE * math.log(2)  # nats of any picture, if each pixel were a coin's toss
COUNT, MOST = 6, 12  # endings, and the most that are written at once
MOST_TEMPERATURE = 3.0
DRAWS, TERMS = 100, 16  # of z: for IWAE's bound, and for the mean of the negative ELBO
HOT = 4.0  # nats: a pixel that surprises so much, or more, has the brightest colour of the map
HALF = np.arange(SIDE) >= SIDE // 2
# name -> the damage that covers, or what is covered, (28, 28) bool; None: what the visitor paints
COVERS = {
    "lower": ("missing-lower", (("share", 0.5),)),
    "right": np.broadcast_to(HALF, (SIDE, SIDE)),
    "block": ("missing-block", (("size", 0.5),)),
    "scattered": ("missing-pixels", (("share", 0.5),)),
    "upper": np.broadcast_to(~HALF[:, None], (SIDE, SIDE)),
    "own": None,
}
NOTHING = "nothing"  # no cover but a blank page: all is written


@dataclass(frozen=True, eq=False)
class Begun:
    """A digit of which part is covered. white: the whole digit; known: (28, 28) bool, where it is not covered; grey: how many of its pixels
    were neither black nor white."""

    white: np.ndarray
    known: np.ndarray
    grey: int = 0

    @property
    def first(self) -> int:
        """The first pixel that is missing, in reading order."""
        return int(np.argmin(self.known.reshape(-1)))

    @property
    def after(self) -> int:
        """How many given pixels come after the first missing one."""
        return int(self.known.reshape(-1)[self.first :].sum())


@dataclass(frozen=True, eq=False)
class Written:
    """Endings, N of them. white: (N, 28, 28) bool; p: (N, 28, 28) float32, the probability of white of each pixel when its turn came, at
    temperature 1; nats: (N,), -log p of the pixels that were written, each given those before it; reads:
    for each what a classifier takes it for, and how sure it is; truth: -log p of the digit's own pixels under the cover, in nats."""

    white: np.ndarray
    p: np.ndarray
    nats: np.ndarray
    reads: list
    truth: float
    ms: float


@dataclass(frozen=True, eq=False)
class Surprise:
    """Of a whole digit. nats: (28, 28) float32, -log p of each pixel given those before it; elbo: the VAE's negative ELBO, the mean over
    TERMS draws; iwae: its tighter bound from DRAWS draws. All in nats, of the same black and white pixels."""

    nats: np.ndarray
    elbo: float
    iwae: float

    @property
    def total(self) -> float:
        return float(self.nats.sum(dtype=np.float64))


def begin(clean: vae.Small, cover: str, seed: int = 0, painted: np.ndarray | None = None) -> Begun:
    """The digit, black and white, with a part covered. painted: for "own", (28, 28) bool, True where a part is missing.

    Refusal for a picture that is no digit, for a cover that there is not, and for one that leaves no pixel of the first row."""
    if clean.subject != "digits":
        raise unknown("subject", clean.subject, ["digits"])
    if cover == NOTHING:
        known = np.zeros((SIDE, SIDE), bool)
    else:
        known = _known(clean, cover, whole(seed), painted)
        if not known[0].any():
            raise Refusal("pixels_no_prefix")
        if known.all():
            raise Refusal("pixels_no_cover")
    picture = clean.array[..., 0]
    return Begun(picture > 0.5, known, int(((picture > 0) & (picture < 1)).sum()))


def _known(clean: vae.Small, cover: str, seed: int, painted: np.ndarray | None) -> np.ndarray:
    if cover not in COVERS:
        raise unknown("cover", cover, [*COVERS, NOTHING])
    damage = COVERS[cover]
    if isinstance(damage, tuple):
        return vae.ruin(clean, [damage], seed).mask > 0.5
    return vae.ruin(clean, [("missing-mask", ())], seed, painted if damage is None else damage).mask > 0.5


def check(temperature: float, seed: int, count: int) -> tuple[float, int, int]:
    """Refusal for what is out of range."""
    try:
        warm = float(temperature)
    except (TypeError, ValueError):
        warm = math.nan
    if not 0 <= warm <= MOST_TEMPERATURE:
        raise Refusal("pixels_temperature", most=MOST_TEMPERATURE, value=str(temperature)[:40])
    if isinstance(count, bool) or not isinstance(count, (int, float)) or not 1 <= count <= MOST or count != int(count):
        raise Refusal("not_a_whole_number", control="count", low=1, high=MOST, value=str(count)[:40])
    return warm, whole(seed), int(count)


@torch.no_grad()
def write(begun: Begun, temperature: float = 1.0, seed: int = 0, count: int = COUNT) -> Written:
    """The digit written to its end, `count` times at once; same seed and count, same endings. Refusal for a value out of range, and if a
    network is missing."""
    temperature, seed, count = check(temperature, seed, count)
    model, judge, start = vae.network(MODEL), vae.network(JUDGE), time.perf_counter()
    given, known = _tensor(begun.white), _tensor(begun.known)
    rows = list(model.write(given.expand(count, -1, -1, -1), known, temperature, torch.Generator().manual_seed(seed)))
    made, p = torch.stack([row for row, _ in rows], 1), torch.stack([chances for _, chances in rows], 1)  # (N, H, W), (N, H, W, 2)
    ms = 1000 * (time.perf_counter() - start)
    drawn = p.gather(3, made.long()[..., None])[..., 0].log()
    truth = model.surprise(given)[0][~torch.from_numpy(begun.known)].sum()
    sure, digit = judge.read(made[:, None]).max(1)
    return Written(
        made.numpy() > 0.5, p[..., 1].numpy(), -(drawn * (1 - known[0])).sum((1, 2)).numpy(),
        list(zip(digit.tolist(), sure.tolist(), strict=True)), float(truth), ms,
    )  # fmt: skip


@torch.no_grad()
def surprise(begun: Begun) -> Surprise:
    """Of the whole digit, whatever is covered of it. Refusal if a network is missing."""
    x, map_ = _tensor(begun.white), vae.network(VAE)
    nats = vae.network(MODEL).surprise(x)[0].numpy()
    seen, spent = map_.elbo(x.expand(TERMS, -1, -1, -1), torch.Generator().manual_seed(0))
    tight = map_.log_evidence(x, DRAWS, torch.Generator().manual_seed(0))
    return Surprise(nats, (spent.sum(1) - seen).mean().item(), -tight.item())


def notes(begun: Begun, temperature: float) -> list[Note]:
    """What was done to the digit, and what follows for its endings."""
    found = [Note("pixels_binarised", grey=begun.grey)]
    if begun.after:
        found.append(Note("pixels_after", count=begun.after))
    if temperature == 0:
        found.append(Note("pixels_cold"))
    return found


def surprise_picture(nats: np.ndarray) -> np.ndarray:
    """(28, 28) nats -> colours, uint8 (28, 28, 3): black is none, pale yellow is HOT nats and more."""
    return plots.error_colours(nats / HOT * plots.ERROR_SCALE)


def sheet(written: Written) -> np.ndarray:
    """The endings side by side, a column of grey between two: uint8 (28, 29 N - 1, 3)."""
    columns = [np.pad(one * np.uint8(255), ((0, 0), (0, 1)), constant_values=128) for one in written.white]
    return np.repeat(np.concatenate(columns, 1)[:, :-1, None], 3, 2)


def _tensor(picture: np.ndarray) -> torch.Tensor:
    """(28, 28) bool -> (1, 1, 28, 28)"""
    return torch.from_numpy(np.array(picture, np.float32))[None, None]
