"""The plane: digits that were written by this program (restoration.digits) on the two-dimensional maps of the VAE, one map for each beta.

    python -m restoration.studies vae-plane

    maps {beta: {"codes": [[mean x, mean y, log-variance x, log-variance y], ...] one for each of the digits,
                 "limit": where the map ends, "reconstruction", "kl": nats per digit, means over the digits and DRAWS draws,
                 "spread": standard deviation of the codes (of the prior: 1), "overlap", "holes": see exhibits.plane}}
    ideal_holes: "holes" of as many draws from the prior itself
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch

from restoration.digits import draw_digits
from restoration.errors import Refusal, unknown
from restoration.exhibits import plane
from restoration.lab import vae, vae_inside
from restoration.studies import store
from restoration.subjects import SEED

NAME = "vae-plane"
BETAS = {f"{beta:g}": name for name, beta in vae_inside.BETAS.items()}
COUNT = 500  # digits; the lab's are the first of them
DRAWS = 10
RADIUS = 0.3
BOARD = 112  # pixels a side of the board that a visitor draws on


@dataclass(frozen=True)
class Map:
    """codes, logvars (N, 2). The rest: see above."""

    beta: str
    codes: np.ndarray
    logvars: np.ndarray
    limit: float
    reconstruction: float
    kl: float
    spread: float
    overlap: float
    holes: float


@dataclass(frozen=True)
class Study:
    made: dict
    maps: dict  # beta -> Map
    ideal_holes: float


@lru_cache(maxsize=1)
def digits() -> tuple[np.ndarray, np.ndarray]:
    """(pictures, labels): float32 (COUNT, 28, 28), int (COUNT,)."""
    return draw_digits(COUNT, SEED)


def read() -> Study:
    """The stored study; Refusal if it is missing or damaged."""
    found = store.read(NAME)
    try:
        maps = {beta: _map(beta, m) for beta, m in found["maps"].items() if beta in BETAS}
        if set(maps) != set(BETAS):
            raise KeyError("maps")
        return Study(found["made"], maps, float(found["ideal_holes"]))
    except (LookupError, TypeError, ValueError, AttributeError) as e:
        raise Refusal("study_damaged", name=NAME) from e


def _map(beta: str, m: dict) -> Map:
    codes = np.array(m["codes"], dtype=float).reshape(COUNT, 4)
    numbers = {key: float(m[key]) for key in ("limit", "reconstruction", "kl", "spread", "overlap", "holes")}
    return Map(beta, codes[:, :2], codes[:, 2:], **numbers)


# Making the study


@torch.inference_mode()
def measure(network, pictures: np.ndarray, labels: np.ndarray) -> dict:
    """What stands in a map, for pictures (N, 28, 28)."""
    x = torch.from_numpy(pictures)[:, None]
    codes, logvars = network.encode(x)
    generator = torch.Generator().manual_seed(0)
    terms = [network.elbo(x, generator) for _ in range(DRAWS)]
    return {
        "limit": plane.limit(codes),
        "reconstruction": round(float(np.mean([-seen.mean().item() for seen, _ in terms])), 2),
        "kl": round(terms[0][1].sum(1).mean().item(), 2),
        "spread": round(codes.std(0).square().mean().sqrt().item(), 3),
        "overlap": round(plane.overlap(codes, labels), 4),
        "holes": round(plane.holes(codes, RADIUS), 4),
        "codes": [[round(v, 3) for v in row] for row in torch.cat([codes, logvars], 1).tolist()],
    }


def make() -> None:
    torch.set_num_threads(1)
    pictures, labels = digits()
    maps = {beta: measure(vae.network(name), pictures, labels) for beta, name in BETAS.items()}
    ideal = torch.randn(COUNT, 2, generator=torch.Generator().manual_seed(1))
    store.write(NAME, {"maps": maps, "ideal_holes": round(plane.holes(ideal, RADIUS), 4)}, sorted(BETAS.values()))
    for beta, m in maps.items():
        print(beta, {key: value for key, value in m.items() if key != "codes"})


# What the screen asks for


def landscape(study: Study, beta: str) -> Map:
    if beta not in study.maps:
        raise unknown("beta", beta, study.maps)
    return study.maps[beta]


@lru_cache(maxsize=len(BETAS))  # a text that all visitors share
def decoder(beta: str) -> dict:
    """The decoder of a map, for the page: see exhibits.plane.pack. Refusal if its files are missing."""
    return plane.pack(vae.network(BETAS[beta]).decoder)


@lru_cache(maxsize=1)
def sheet() -> np.ndarray:
    """The digits as one picture, 25 in a row: uint8 (560, 700)."""
    tiles = digits()[0].reshape(COUNT // 25, 25, 28, 28).transpose(0, 2, 1, 3).reshape(COUNT // 25 * 28, 25 * 28)
    return np.round(255 * tiles).astype(np.uint8)


@torch.inference_mode()
def posterior(beta: str, picture: np.ndarray) -> tuple[list, list]:
    """Mean and log-variance of q(z|x), two numbers each, for a digit (28, 28, 1)."""
    mean, logvar = vae.network(BETAS[beta]).encode(vae.tensor(picture))
    return mean[0].tolist(), logvar[0].tolist()


def drawing(ink: np.ndarray) -> np.ndarray | None:
    """What a visitor drew, (BOARD, BOARD) in [0, 1], as the network knows digits: (28, 28, 1). None if nothing is there."""
    return plane.centred(ink)[..., None] if (ink > 0.1).any() else None
