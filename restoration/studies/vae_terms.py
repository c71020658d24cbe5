"""What the weight of the KL term does to a map of digits: codes, overlap, holes, active dimensions, and both terms, of each saved model.

    python -m restoration.studies vae-terms

The digits are written by restoration.digits, those that ship and as many more of the same seed. A sample from the prior counts as legible
if the classifier is sure of its class; that is a judge's word, not a likelihood.
"""

from dataclasses import dataclass

import torch

from restoration.exhibits import vae_terms
from restoration.exhibits.plane import holes
from restoration.lab.vae import network
from restoration.lab.vae_inside import BETAS, LARGER
from restoration.studies import store, vae_plane

NAME = "vae-terms"
COUNT, DRAWN = vae_plane.COUNT, 300  # digits that are measured on, and those whose codes are stored
SAMPLES, SURE = 1000, 0.8  # from the prior, and the probability from which on the classifier is sure
JUDGE = "digit-classifier"


@dataclass(frozen=True)
class Study:
    made: dict  # see store.py
    models: dict  # name -> what `measure` says
    labels: list  # of the stored codes
    legible: float  # the share of the digits themselves that the judge is sure of
    count: int


def models() -> list[str]:
    return [*BETAS, *LARGER]


def digits(count: int = COUNT) -> torch.Tensor:
    return torch.from_numpy(vae_plane.digits()[0][:count])[:, None]


@torch.no_grad()
def measure(vae, judge, x: torch.Tensor) -> dict:
    """x (N, 1, 28, 28). reconstruction, kl: nats, means over pictures; kl_of: of each dimension; active: how many dimensions are, by KL and
    by variance; overlap, holes (a plane's only), legible: shares; dims: the two that are shown, counted from 0; spread, sigma: in these,
    the standard deviation of the means over pictures, and the mean sigma; codes: the first means in these. What rests on sigma is None
    where no noise was added: nothing has trained it."""
    told = vae_terms.terms(vae, x)
    noisy, plane = vae.config.beta > 0, vae.config.latent == 2
    dims = [0, 1] if plane else vae_terms.strongest(told.kl)
    samples = vae.decode(torch.randn(SAMPLES, vae.config.latent, generator=torch.Generator().manual_seed(0)))
    by_kl, by_variance = vae_terms.active(told.kl, told.mean)
    squared = ((vae.decode(told.mean) - x) ** 2).flatten(1).mean(1)
    return {
        "beta": vae.config.beta, "size": vae.config.latent,
        "reconstruction": round(told.reconstruction.mean().item(), 2), "kl": round(told.kl.sum(1).mean().item(), 2) if noisy else None,
        "psnr": round((-10 * squared.log10()).mean().item(), 2),
        "kl_of": [round(v, 3) for v in told.kl.mean(0).tolist()] if noisy else None,
        "active": [by_kl if noisy else None, by_variance],
        "overlap": round(vae_terms.overlap(told.mean, told.sigma), 4) if noisy else 0.0,
        "holes": round(holes(told.mean, vae_terms.NEAR), 4) if plane else None,
        "legible": legible(judge, samples),
        "spread": [round(v, 3) for v in told.mean[:, dims].std(0).tolist()],
        "sigma": [round(v, 4) for v in told.sigma[:, dims].mean(0).tolist()] if noisy else None,
        "dims": dims, "codes": [[round(v, 2) for v in code] for code in told.mean[:DRAWN, dims].tolist()],
    }  # fmt: skip


def legible(judge, x: torch.Tensor) -> float:
    return round((judge.read(x).max(1).values > SURE).float().mean().item(), 4)


def make() -> None:
    x, judge = digits(), network(JUDGE)
    found = {name: measure(network(name), judge, x) for name in models()}
    labels = [i % 10 for i in range(DRAWN)]
    store.write(NAME, {"count": COUNT, "labels": labels, "legible": legible(judge, x), "models": found}, [*models(), JUDGE])


def read() -> Study:
    """Refusal if it is missing."""
    return Study(**store.read(NAME))
