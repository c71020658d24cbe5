"""Repair from a prior: a map of pictures is searched for those that agree with what survived.

Of a damaged picture y it is known which pixels are whole (mask) or how strong the noise is (sigma). Every place z on the map decodes to a
picture; a good place is one whose picture would look like y after the same damage, and that the prior holds likely:

    z* = argmin  -log p(y|z) + |z|^2 / 2                  the likeliest place (MAP), found by gradient descent
    z  ~ p(z|y)  by Langevin steps from there             other places that fit as well

The idea of searching a generator's latent space for what survived is that of Bora, Jalal, Price and Dimakis 2017, arXiv 1703.03208.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

STARTS, STEPS, EVERY = 6, 100, 10  # places to begin at, updates, updates between two looks
RATE = 0.15  # of Adam, in units of the prior's sigma
ROUGH = 0.15  # of [0, 1]: how far a digit's pixel may be from its decoded grey, beside noise


@dataclass(frozen=True)
class Look:
    """A search after `step` updates, its best place so far. fit, prior: the two terms in nats; picture (1, C, H, H)."""

    step: int
    z: Tensor  # (1, Z)
    fit: float
    prior: float
    picture: Tensor


def misfit(model, z: Tensor, y: Tensor, mask: Tensor | None = None, sigma: float | None = None) -> Tensor:
    """-log p(y|z) of the pixels that are known, (B,) in nats for z (B, Z), y (1, C, H, H), mask (1, 1, H, H); sigma in units of 1/255."""
    out = model.decoder(z)
    if sigma is None and model.config.likelihood == "bernoulli":
        nats = F.binary_cross_entropy_with_logits(out, y.clamp(0, 1).expand_as(out), reduction="none")
    else:
        own = model.log_sigma.exp().item() if model.config.likelihood == "gaussian" else ROUGH
        variance = (0.0 if sigma is None else sigma / 255) ** 2 + own**2
        nats = 0.5 * (y - out.sigmoid()) ** 2 / variance + 0.5 * math.log(2 * math.pi * variance)
    return (nats if mask is None else nats * mask).flatten(1).sum(1)


def prior(z: Tensor) -> Tensor:
    """-log p(z), less a constant: (B,) in nats."""
    return 0.5 * (z**2).sum(1)


def search(model, y: Tensor, mask: Tensor | None = None, sigma: float | None = None, seed: int = 0, starts: int = STARTS) -> Iterator[Look]:
    """Gradient descent (Adam) from where the encoder would put y, and from places drawn from the prior. Yields a Look before the first
    update and after every EVERY; the last is the answer. The weights stay as they are: only z moves."""
    generator = torch.Generator().manual_seed(seed)
    drawn = torch.randn(starts - 1, model.config.latent, generator=generator).to(y.device)
    z = torch.cat([model.encode(y)[0].detach(), drawn]).requires_grad_()
    optimiser = torch.optim.Adam([z], lr=RATE)
    for step in range(STEPS + 1):
        for group in optimiser.param_groups:
            group["lr"] = RATE * 0.5 * (1 + math.cos(math.pi * step / STEPS))
        fit, far = misfit(model, z, y, mask, sigma), prior(z)
        if step % EVERY == 0:
            best = int((fit + far).argmin())
            place = z[best : best + 1].detach().clone()
            with torch.no_grad():
                yield Look(step, place, fit[best].item(), far[best].item(), model.decode(place))
        optimiser.zero_grad()
        (fit + far).sum().backward(inputs=[z])
        optimiser.step()


def others(
    model, z: Tensor, y: Tensor, mask: Tensor | None = None, sigma: float | None = None, draws: int = 10, seed: int = 0, steps: int = 50
) -> Tensor:
    """`draws` places about as good as z (1, Z): (draws, Z). Each wanders: a step down the slope, and a random step beside it, in the
    proportion that makes good places as frequent as they are likely (unadjusted Langevin). Steps are scaled to each dimension by what the
    encoder is unsure of there."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        spread = (0.5 * model.encode(y)[1]).exp().clamp(0.05, 1)  # (1, Z)
    place = z.expand(draws, -1).clone()
    for _ in range(steps):
        place = place.detach().requires_grad_()
        slope = torch.autograd.grad((misfit(model, place, y, mask, sigma) + prior(place)).sum(), place)[0]
        size = 0.1 * spread**2
        noise = torch.randn(place.shape, generator=generator).to(place)
        move = -size * slope
        limit = 3 * spread  # a slope too steep for the step must not throw it off the map
        place = place + move.clamp(-limit, limit) + (2 * size).sqrt() * noise
    return place.detach()


@dataclass(frozen=True)
class Invention:
    """How much of some repairs was seen and how much made up.

    fit: root mean square of repair minus input where the picture is known, before known pixels are put back, (N,) in units of 1/255
    error: the same of repair minus truth where nothing is known, (N,); NaN where the whole picture is known
    unseen: share of pixels without evidence, 0 to 1
    """

    fit: Tensor
    error: Tensor
    unseen: float


def invention(made: Tensor, y: Tensor, truth: Tensor, mask: Tensor | None) -> Invention:
    """made: (N, C, H, H) as decoded; y, truth (1, C, H, H); mask (1, 1, H, H), 1 where known, None: everywhere."""
    mask = torch.ones_like(y[:, :1]) if mask is None else mask

    def rms(difference: Tensor, where: Tensor) -> Tensor:
        count = where.sum() * difference.shape[1]
        return 255 * ((difference**2 * where).flatten(1).sum(1) / count).sqrt()  # NaN if there is no such pixel

    return Invention(rms(made - y, mask), rms(made - truth, 1 - mask), 1 - mask.mean().item())
