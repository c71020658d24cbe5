"""The VAE family: a map of pictures (Kingma and Welling 2013, arXiv 1312.6114).

An encoder says where on the map a picture may lie: not a point z but a Gaussian q(z|x), a mean and a log-variance for each dimension.
A decoder says what a picture looks like that lies at z: a distribution p(x|z). Both are trained at once to raise the evidence lower bound,

    ELBO = E_q [log p(x|z)] - KL(q(z|x) || p(z))    <=    log p(x)

The first term wants the picture back from where it was put; the second wants the places of all pictures to fill the prior p(z), a
standard Gaussian, without gaps, so that every point of the map decodes to something. Without the second it is a plain autoencoder.
`beta` weighs the second (beta-VAE, Higgins et al. 2017).

    VAE              q(z|x), p(x|z): a map of whole pictures
    ConditionalVAE   q(z|x,y), p(z|y), p(x|z,y): of what fits y, the part that survived (Sohn, Lee, Yan 2015)

In the shapes B is the batch, H the picture's side, Z the number of latent dimensions.
"""

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from restoration.errors import Refusal
from restoration.models.base import Family, Restorer, mean_psnr

LEAST_LOGVAR, MOST_LOGVAR = -12.0, 6.0  # else exp() of a bad first guess is the end of a training run


@dataclass(frozen=True)
class Config:
    side: int = 28  # pixels
    channels: int = 1
    latent: int = 2  # dimensions of z
    hidden: tuple[int, ...] = (512, 256)  # fully connected layers of the encoder; the decoder has them in reverse
    widths: tuple[int, ...] = ()  # channels of convolutions before them, each at half the side; (): none
    likelihood: str = "bernoulli"  # of a pixel: "bernoulli" (white or black) or "gaussian" (of one learned sigma)
    beta: float = 1.0  # weight of the KL term; 0: a plain autoencoder, which adds no noise either
    conditional: bool = False


class Block(nn.Module):
    """Two 3x3 convolutions whose output is added to their input."""

    def __init__(self, width: int):
        super().__init__()
        self.conv1 = nn.Conv2d(width, width, 3, padding=1)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.conv2(F.silu(self.conv1(F.silu(x))))


class Shrink(nn.Module):
    """Half the side, other channels."""

    def __init__(self, inputs: int, width: int):
        super().__init__()
        self.conv = nn.Conv2d(inputs, width, 4, stride=2, padding=1)
        self.block = Block(width)

    def forward(self, x: Tensor) -> Tensor:
        return self.block(self.conv(x))


class Grow(nn.Module):
    """Twice the side, other channels; pixel shuffle, which leaves no checkerboard."""

    def __init__(self, width: int, outputs: int):
        super().__init__()
        self.block = Block(width)
        self.conv = nn.Conv2d(width, 4 * outputs, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        return F.pixel_shuffle(self.conv(self.block(x)), 2)


def dense(sizes) -> nn.Sequential:
    """Fully connected layers through `sizes`, each but the last followed by SiLU."""
    layers = [layer for a, b in zip(sizes, sizes[1:], strict=False) for layer in (nn.Linear(a, b), nn.SiLU())]
    return nn.Sequential(*layers[:-1])


class Encoder(nn.Module):
    """A picture (B, channels, H, H) -> a mean and a log-variance (B, Z) each."""

    def __init__(self, config: Config, channels: int):
        super().__init__()
        widths, small = (channels, *config.widths), config.side // 2 ** len(config.widths)
        self.shrink = nn.Sequential(*[Shrink(a, b) for a, b in zip(widths, widths[1:], strict=False)])
        self.dense = dense((widths[-1] * small**2, *config.hidden, 2 * config.latent))

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        mean, logvar = self.dense(self.shrink(x).flatten(1)).float().chunk(2, 1)
        return mean, logvar.clamp(LEAST_LOGVAR, MOST_LOGVAR)


class Decoder(nn.Module):
    """z (B, Z) -> a picture (B, C, H, H), before the sigmoid."""

    def __init__(self, config: Config):
        super().__init__()
        widths, self.small = (*config.widths[::-1], config.channels), config.side // 2 ** len(config.widths)
        self.dense = dense((config.latent, *config.hidden[::-1], widths[0] * self.small**2))
        self.grow = nn.ModuleList(Grow(a, b) for a, b in zip(widths, widths[1:], strict=False))

    def forward(self, z: Tensor, skips: tuple = ()) -> Tensor:
        """skips: what a condition adds at each size, smallest first."""
        x = self.dense(z).unflatten(1, (-1, self.small, self.small))
        for k, grow in enumerate(self.grow):
            x = grow(x + skips[k] if skips else x)
        return x.float()


class VAE(Restorer):
    told: tuple[str, ...] = ()

    def __init__(self, config: Config):
        super().__init__()
        self.config = config
        self.encoder, self.decoder = Encoder(config, config.channels), Decoder(config)
        self.log_sigma = nn.Parameter(torch.tensor(-1.5), requires_grad=config.likelihood == "gaussian")

    @property
    def about(self) -> str:
        c = self.config
        return f"A map of pictures of {c.side} x {c.side} pixels in {c.latent} dimensions: encodes, decodes and invents them."

    def encode(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Pictures (B, C, H, H) in [0, 1] -> mean and log-variance of q(z|x), (B, Z) each."""
        return self.encoder(x)

    def sample(self, mean: Tensor, logvar: Tensor, generator: torch.Generator | None = None) -> Tensor:
        """The reparameterisation: z = mean + sigma * eps. The noise eps comes from outside, so a gradient passes to mean and sigma."""
        if self.config.beta == 0:
            return mean
        eps = torch.empty_like(mean).normal_(generator=generator)
        return mean + (0.5 * logvar).exp() * eps

    def decode(self, z: Tensor) -> Tensor:
        """z (B, Z) -> pictures (B, C, H, H) in [0, 1]: the mean of p(x|z); of a Bernoulli, the probability of white."""
        return self.decoder(z).sigmoid()

    def log_likelihood(self, x: Tensor, out: Tensor) -> Tensor:
        """log p(x|z) of every value, in nats, in the shape of x. out: of the decoder, before the sigmoid."""
        if self.config.likelihood == "bernoulli":
            return -F.binary_cross_entropy_with_logits(out, x, reduction="none")
        sigma = self.log_sigma.exp()
        return -0.5 * ((x - out.sigmoid()) / sigma) ** 2 - self.log_sigma - 0.5 * math.log(2 * math.pi)

    def elbo(self, x: Tensor, generator: torch.Generator | None = None) -> tuple[Tensor, Tensor]:
        """The two terms, from one draw of z: reconstruction log p(x|z) (B,), and KL of each latent dimension (B, Z), in nats."""
        mean, logvar = self.encode(x)
        out = self.decoder(self.sample(mean, logvar, generator))
        return self.log_likelihood(x, out).flatten(1).sum(1), kl(mean, logvar)

    @torch.no_grad()
    def log_evidence(self, x: Tensor, draws: int = 100, generator: torch.Generator | None = None) -> Tensor:
        """An estimate of log p(x) from `draws` importance-weighted draws of z, (B,) in nats: on average above the ELBO and below the truth
        (IWAE, Burda, Grosse, Salakhutdinov 2015, arXiv 1509.00519)."""
        mean, logvar = self.encode(x)
        ratios = []
        for _ in range(draws):
            z = self.sample(mean, logvar, generator)
            seen = self.log_likelihood(x, self.decoder(z)).flatten(1).sum(1)
            ratios.append(seen + (log_normal(z) - log_normal(z, mean, logvar)).sum(1))
        return torch.stack(ratios).logsumexp(0) - math.log(draws)

    @torch.no_grad()
    def restore(self, y: Tensor, mask: Tensor | None = None) -> Tensor:
        """One pass through encoder and decoder, (B, C, H, H) as the network's side. What is on no map, noise or a hole, cannot come out.

        mask: (B or 1, 1, H, H), 1 where a pixel is known: there the picture is returned untouched. Refusal for another size.
        """
        self.check(y)
        restored = self.decode(self.encode(y)[0])
        return restored if mask is None else torch.where(mask > 0.5, y, restored)

    def check(self, y: Tensor) -> None:
        """Refusal unless y is (B, C, H, H) as the network's, float32 and finite."""
        c = self.config
        if y.ndim != 4 or y.shape[1:] != (c.channels, c.side, c.side):
            raise Refusal("vae_shape", shape=" x ".join(map(str, y.shape)), channels=c.channels, side=c.side)
        if y.dtype != torch.float32:
            raise Refusal("picture_not_float", dtype=str(y.dtype))
        if not torch.isfinite(y).all():
            raise Refusal("not_finite")


class ConditionalVAE(VAE):
    """For missing parts. The prior, too, is a network: of all pictures, it knows those that fit what survived. In training the encoder
    sees the whole picture; in use there is only the prior, and each draw of z gives another repair that fits."""

    told = ("mask",)
    about = "Fills in missing parts of small pictures, differently at every draw; known pixels are returned untouched."

    def __init__(self, config: Config):
        super().__init__(config)
        seen = config.channels + 1
        self.encoder = Encoder(config, config.channels + seen)
        self.prior = Encoder(config, seen)
        widths = (seen, *config.widths)
        self.condition = nn.ModuleList(Shrink(a, b) for a, b in zip(widths, widths[1:], strict=False))

    def given(self, y: Tensor, mask: Tensor) -> Tensor:
        """What survived: (B, C+1, H, H). Black and missing must not look the same."""
        mask = mask.to(y).expand(len(y), -1, -1, -1)
        return torch.cat([y * mask, mask], 1)

    def draw(self, z: Tensor, given: Tensor) -> Tensor:
        """(B, C, H, H), before the sigmoid."""
        skips, x = [], given
        for shrink in self.condition:
            x = shrink(x)
            skips.insert(0, x)
        return self.decoder(z, tuple(skips))

    def elbo(self, x: Tensor, mask: Tensor, generator: torch.Generator | None = None) -> tuple[Tensor, Tensor]:
        """As for a VAE, of the missing pixels given the known ones; the KL is that from the conditional prior."""
        given = self.given(x, mask)
        mean, logvar = self.encoder(torch.cat([x, given], 1))
        out = self.draw(self.sample(mean, logvar, generator), given)
        seen = (self.log_likelihood(x, out) * (1 - mask)).flatten(1).sum(1)
        return seen, kl(mean, logvar, *self.prior(given))

    @torch.no_grad()
    def repairs(self, y: Tensor, mask: Tensor, draws: int = 10, generator: torch.Generator | None = None, keep: bool = True) -> Tensor:
        """`draws` repairs of one picture y (1, C, H, H): (draws, C, H, H). keep: known pixels are returned untouched."""
        self.check(y)
        given = self.given(y, mask)
        mean, logvar = (t.expand(draws, -1) for t in self.prior(given))
        z = self.sample(mean, logvar, generator)
        made = self.draw(z, given.expand(draws, -1, -1, -1)).sigmoid()
        return torch.where(mask > 0.5, y, made) if keep else made

    @torch.no_grad()
    def restore(self, y: Tensor, mask: Tensor | None = None) -> Tensor:
        """One repair, from the middle of the prior. mask as for a VAE; None: pixels that are exactly black are missing."""
        self.check(y)
        mask = (y != 0).any(1, keepdim=True).float() if mask is None else mask
        given = self.given(y, mask)
        return torch.where(mask > 0.5, y, self.draw(self.prior(given)[0], given).sigmoid())


def kl(mean: Tensor, logvar: Tensor, prior_mean: Tensor | float = 0.0, prior_logvar: Tensor | None = None) -> Tensor:
    """KL(N(mean, exp logvar) || N(prior_mean, exp prior_logvar)) of each dimension, in nats, in the shape of mean. Default: the standard
    Gaussian."""
    prior_logvar = torch.zeros_like(logvar) if prior_logvar is None else prior_logvar
    away = (mean - prior_mean) ** 2
    return 0.5 * (prior_logvar - logvar + (logvar.exp() + away) / prior_logvar.exp() - 1)


def log_normal(z: Tensor, mean: Tensor | float = 0.0, logvar: Tensor | None = None) -> Tensor:
    """log of the density of N(mean, exp logvar) at z, of each dimension."""
    logvar = torch.zeros_like(z) if logvar is None else logvar
    return -0.5 * (math.log(2 * math.pi) + logvar + (z - mean) ** 2 / logvar.exp())


def build(config: Config) -> VAE:
    return (ConditionalVAE if config.conditional else VAE)(config)


def optimisers(model: VAE, lr: float) -> dict:
    return {"adam": torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=lr)}


def terms(model: VAE, batch, generator: torch.Generator | None = None) -> dict[str, Tensor]:
    """The loss, and the two terms of the ELBO, in nats per picture: means over the batch."""
    clean, _, known = batch
    seen, spent = model.elbo(clean, **known, generator=generator)
    reconstruction, kl_term = -seen.mean(), spent.sum(1).mean()
    return {"loss": reconstruction + model.config.beta * kl_term, "reconstruction": reconstruction, "kl": kl_term}


def step(model: VAE, batch, optimisers: dict, generator: torch.Generator | None = None) -> dict:
    """One update. generator: of the noise, where several trainings share a process and each shall be repeatable."""
    parts = terms(model, batch, generator)
    for optimiser in optimisers.values():
        optimiser.zero_grad(set_to_none=True)
    parts["loss"].backward()
    nn.utils.clip_grad_norm_(model.parameters(), 200.0)  # a rare steep place must not undo an epoch
    for optimiser in optimisers.values():
        optimiser.step()
    return {name: part.item() for name, part in parts.items()}


@torch.no_grad()
def validate(model: VAE, batch) -> dict:
    """On held-out pictures: the loss and its terms; nelbo, the negative ELBO; PSNR in dB of what comes back; and how many dimensions
    carry more than 0.01 nats."""
    clean, damaged, known = batch
    parts = {name: part.item() for name, part in terms(model, batch, torch.Generator(clean.device).manual_seed(0)).items()}
    spent = model.elbo(clean, **known)[1]
    scores = {"psnr": mean_psnr(model.restore(damaged, **known), clean), "active": int((spent.mean(0) > 0.01).sum())}
    return {**parts, "nelbo": parts["reconstruction"] + parts["kl"], **scores}


FAMILY = Family("vae", Config, build, optimisers, step, validate)
