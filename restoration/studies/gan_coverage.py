"""What a GAN of digits draws, counted: how often each class, how many of its digits are digits, and how far the whole lies from real ones.
A classifier (digit-classifier) looks; beside it stand the samples of a VAE, and real digits that neither has seen.

    python -m restoration.studies gan-coverage --data DIR      # DIR/digits/mnist.npz is read

    rows {row of ROWS: {"count": digits that were read, "classes": [share of each class, 0 to 9], "sure", "frechet": see
                        restoration.exhibits.coverage, shares in [0, 1]}}
    compared: real digits that all rows are held against, every other one of the test digits (they are sorted: the first half is tidier);
              the row of real digits is the others
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from restoration import lab
from restoration.errors import Refusal
from restoration.exhibits.coverage import coverage, seen
from restoration.lab import gan_images
from restoration.studies import store

NAME = "gan-coverage"
MODEL, BESIDE = gan_images.NETWORKS["digits"], "vae-digits"
ROWS = ("gan", "vae", "real")
COUNT = 10_000  # digits that are drawn
COMPARED = 4_000
FILE = "digits/mnist.npz"


@dataclass(frozen=True)
class Row:
    count: int
    classes: list
    sure: float
    frechet: float


@dataclass(frozen=True)
class Study:
    made: dict
    compared: int
    rows: dict  # of ROWS -> Row


def read() -> Study:
    """The stored study; Refusal if it is missing or damaged."""
    found = store.read(NAME)
    try:
        rows = {name: Row(**found["rows"][name]) for name in ROWS}
        if any(len(row.classes) != 10 for row in rows.values()):
            raise ValueError("classes")
        return Study(found["made"], int(found["compared"]), rows)
    except (LookupError, TypeError, ValueError) as e:
        raise Refusal("study_damaged", name=NAME) from e


# Making the study


def real_digits(folder: Path | None) -> torch.Tensor:
    """The test digits of MNIST, (N, 1, 28, 28) in [0, 1]. Refusal if they are not there."""
    try:
        with np.load(Path(folder or "--data DIR") / FILE) as stored:
            return torch.from_numpy(stored["x_test"][:, None]).float() / 255
    except (OSError, ValueError, KeyError) as e:
        raise Refusal("no_training_pictures", folder=str(Path(folder or "--data DIR") / FILE), least=28) from e


class Judge:
    """The classifier, and what it sees in real digits."""

    def __init__(self, real: torch.Tensor):
        """real: those that are compared with, (M, 1, 28, 28)."""
        self.network = lab.network(gan_images.JUDGE, "cpu")
        self.real = seen(real, self.network)[0]

    def measure(self, x: torch.Tensor) -> dict:
        """What a row of the study says of digits (N, 1, 28, 28)."""
        found = coverage(x, self.network, self.real)
        classes = [round(share, 4) for share in found.shares.tolist()]
        return {"count": found.count, "classes": classes, "sure": round(found.sure, 4), "frechet": round(found.distance, 3)}


@torch.inference_mode()
def make(data: Path | None) -> None:
    real, generator = real_digits(data), torch.Generator().manual_seed(0)
    torch.set_num_threads(1)
    gan, vae = gan_images.network("digits"), lab.network(BESIDE, "cpu")
    judge = Judge(real[::2][:COMPARED])
    drawn = {
        "gan": torch.cat([gan.generate(z) for z in gan.noise(COUNT, generator).split(500)]),
        "vae": torch.cat([vae.decode(z) for z in torch.randn(COUNT, vae.config.latent, generator=generator).split(500)]),
        "real": real[1::2],
    }
    rows = {name: judge.measure(x) for name, x in drawn.items()}
    store.write(NAME, {"compared": COMPARED, "rows": rows}, [MODEL, BESIDE, gan_images.JUDGE])
    for name, row in rows.items():
        print(name, row)
