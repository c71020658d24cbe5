"""The reparameterisation of a VAE, one draw at a time: z = mean + sigma * eps, what it decodes to, and the gradient that passes through it
(Kingma and Welling 2013, arXiv 1312.6114, section 2.4).

The loss here is the reconstruction term alone, -log p(x|z) in nats. With eps held fixed z is a plain function of mean and sigma,

    dz/dmean = 1    dz/dsigma = eps        so        dL/dmean = dL/dz    dL/dsigma = dL/dz * eps

If z is drawn from N(mean, sigma^2) by a sampler that is no function of them, no gradient comes back at all.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from restoration.models.vae import VAE

NUDGE = 0.01  # how far a mean is moved to measure what the loss does


@dataclass(frozen=True)
class Draws:
    """N draws for one picture. mean, sigma (Z,); eps, z and the gradients (N, Z); pictures (N, C, H, H) in [0, 1]; loss (N,) in nats."""

    mean: Tensor
    sigma: Tensor
    eps: Tensor
    z: Tensor
    pictures: Tensor
    loss: Tensor
    to_z: Tensor
    to_mean: Tensor  # autograd's, not the product above
    to_sigma: Tensor


def loss_at(vae: VAE, x: Tensor, z: Tensor) -> tuple[Tensor, Tensor]:
    """x (1, C, H, H), z (N, Z) -> -log p(x|z) (N,) in nats, and the decoder's output (N, C, H, H) before the sigmoid."""
    out = vae.decoder(z)
    return -vae.log_likelihood(x.expand_as(out), out).flatten(1).sum(1), out


def noise(vae: VAE, draws: int, seed: int) -> Tensor:
    """eps (draws, Z) of a seed; drawn on the processor, so that it is the same on every machine."""
    return torch.randn(draws, vae.config.latent, generator=torch.Generator().manual_seed(seed))


def draw(vae: VAE, x: Tensor, eps: Tensor) -> Draws:
    """x (1, C, H, H), eps (N, Z). Each draw has leaves of its own, so that one pass backwards gives the gradient of each alone."""
    with torch.enable_grad():
        mean, logvar = (t.detach() for t in vae.encode(x))
        means = mean.expand_as(eps).clone().requires_grad_()
        sigmas = (0.5 * logvar).exp().expand_as(eps).clone().requires_grad_()
        z = means + sigmas * eps
        loss, out = loss_at(vae, x, z)
        to_z, to_mean, to_sigma = torch.autograd.grad(loss.sum(), (z, means, sigmas))
    return Draws(mean[0], sigmas[0].detach(), eps, z.detach(), out.detach().sigmoid(), loss.detach(), to_z, to_mean, to_sigma)


def cut(vae: VAE, x: Tensor, seed: int = 0) -> tuple[Tensor | None, Tensor | None]:
    """The gradients to mean and sigma when z is drawn by a sampler instead: None each, for there is no path."""
    with torch.enable_grad(), torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        mean, logvar = (t.detach() for t in vae.encode(x))
        mean, sigma = mean.requires_grad_(), (0.5 * logvar).exp().requires_grad_()
        z = torch.distributions.Normal(mean, sigma).sample().requires_grad_()
        return torch.autograd.grad(loss_at(vae, x, z)[0].sum(), (mean, sigma), allow_unused=True)


@torch.no_grad()
def nudged(vae: VAE, x: Tensor, z: Tensor, dimension: int, by: float = NUDGE) -> Tensor:
    """How the loss changes, in nats for each of the draws z (N, Z), if the mean of one dimension moves by `by` and eps stays: measured
    by decoding again on both sides, (L(z + by/2) - L(z - by/2))."""
    step = torch.zeros_like(z)
    step[:, dimension] = by / 2
    return loss_at(vae, x, z + step)[0] - loss_at(vae, x, z - step)[0]
