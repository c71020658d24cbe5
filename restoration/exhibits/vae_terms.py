"""The two terms of the ELBO, taken apart: for one picture, and for the codes of many.

    reconstruction   -E_q [log p(x|z)], in nats: how surprised the decoder is by the picture that comes back
    KL               of each latent dimension, in nats: how far q(z|x) is from the prior N(0, 1)

What training with another weight of the KL does shows in the codes of many pictures: do they fill the prior, do they overlap, which
dimensions are used at all (Burda, Grosse, Salakhutdinov 2015, arXiv 1509.00519)?
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from restoration.models.vae import VAE, kl

LEAST_KL, LEAST_VARIANCE = 0.01, 0.01  # nats, and variance of the means over pictures: a dimension above is active
NEAR = 0.5  # a point of a plane with no code so near lies in a hole


@dataclass(frozen=True)
class Terms:
    """Of B pictures. mean, sigma, kl (B, Z); reconstruction (B,): mean over the draws, spread (B,): its standard deviation, nats."""

    mean: Tensor
    sigma: Tensor
    kl: Tensor
    reconstruction: Tensor
    spread: Tensor


@torch.no_grad()
def terms(vae: VAE, x: Tensor, draws: int = 16, seed: int = 0) -> Terms:
    """x (B, C, H, H). A plain autoencoder (beta 0) adds no noise, so its draws are all the same."""
    mean, logvar = vae.encode(x)
    generator, seen = torch.Generator(x.device).manual_seed(seed), []
    for _ in range(draws):
        out = vae.decoder(vae.sample(mean, logvar, generator))
        seen.append(-vae.log_likelihood(x, out).flatten(1).sum(1))
    seen = torch.stack(seen)
    return Terms(mean, (0.5 * logvar).exp(), kl(mean, logvar), seen.mean(0), seen.std(0))


def active(kl_of_all: Tensor, means: Tensor) -> tuple[int, int]:
    """(B, Z) both -> how many dimensions are active: by KL (its mean over pictures above LEAST_KL), and by variance (that of the means
    over pictures above LEAST_VARIANCE, Burda's criterion)."""
    return int((kl_of_all.mean(0) > LEAST_KL).sum()), int((means.var(0) > LEAST_VARIANCE).sum())


def overlap(mean: Tensor, sigma: Tensor, draws: int = 20, seed: int = 0) -> float:
    """The share of draws from q(z|x) that lie nearer to the mean of another picture than to that of their own. (B, Z) both."""
    generator, wrong = torch.Generator(mean.device).manual_seed(seed), []
    own = torch.arange(len(mean), device=mean.device)
    for _ in range(draws):
        z = mean + sigma * torch.empty_like(mean).normal_(generator=generator)
        wrong.append((torch.cdist(z, mean).argmin(1) != own).float().mean())
    return torch.stack(wrong).mean().item()


def strongest(kl_of_all: Tensor, count: int = 2) -> list[int]:
    """The dimensions that carry most, (B, Z) -> numbers, the strongest first."""
    return kl_of_all.mean(0).argsort(descending=True)[:count].tolist()
