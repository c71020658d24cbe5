"""The GAN family: two players (Goodfellow et al. 2014, arXiv 1406.2661).

A generator G makes pictures of noise z; a discriminator D tells them from real ones. Its answer is a logit: sigmoid of it, D(x), is the
probability that x is real. The game has one value, which D raises and G lowers:

    V(D, G) = E log D(x) + E log(1 - D(G(z)))

So D minimises a binary cross-entropy. G, as a rule, does not minimise V itself: log(1 - D(G(z))) is flat exactly where D wins. It minimises
-log D(G(z)), which has the same fixed point and a slope where it is needed. LOSSES has both, and two other games.

The players take turns: `update_discriminator`, then `update_generator`. They know nothing of pictures; the game on points of the plane
(restoration.exhibits.game) is played with the same two functions.

    Generator, Discriminator     DCGAN: strided and transposed convolutions, batch norm, tanh at the end
                                 (Radford, Metz, Chintala 2015, arXiv 1511.06434)

In the shapes B is the batch, C the channels, H the picture's side, Z the number of dimensions of z.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from restoration.errors import Refusal
from restoration.models.base import Family, Restorer


@dataclass(frozen=True)
class Config:
    side: int = 28  # pixels; the first layer's side doubles with every further one
    channels: int = 1
    latent: int = 64  # dimensions of z
    widths: tuple[int, ...] = (128, 64)  # channels of the generator, from the smallest size to the largest; the discriminator's in reverse
    hidden: int = 0  # units of a fully connected layer at the one end where a picture is numbers and no map; 0: none, as DCGAN has it
    loss: str = "non-saturating"  # a key of LOSSES


# What each player minimises. real, fake: what D answered on real and on made pictures, any shape.


@dataclass(frozen=True)
class Loss:
    discriminator: Callable  # (real, fake) -> scalar
    generator: Callable  # fake -> scalar
    even: tuple[float, ...]  # both losses, D's first, where D gives its best answer that is the same to all; (): heights have no fixed zero
    penalty: float = 0.0  # weight of the gradient penalty in D's loss


def cross_entropy(real: Tensor, fake: Tensor) -> Tensor:
    """-log D(x) - log(1 - D(G(z))), means. From logits: softplus(-a) is -log sigmoid(a), and never infinite."""
    return F.softplus(-real).mean() + F.softplus(fake).mean()


def saturating(fake: Tensor) -> Tensor:
    """log(1 - D(G(z))): V itself, as far as G has a say in it."""
    return -F.softplus(fake).mean()


def non_saturating(fake: Tensor) -> Tensor:
    """-log D(G(z))"""
    return F.softplus(-fake).mean()


def least_squares(real: Tensor, fake: Tensor) -> Tensor:
    """D answers 1 for real and 0 for made (LSGAN, Mao et al. 2016, arXiv 1611.04076)."""
    return 0.5 * ((real - 1) ** 2).mean() + 0.5 * (fake**2).mean()


def least_squares_generator(fake: Tensor) -> Tensor:
    return 0.5 * ((fake - 1) ** 2).mean()


def wasserstein(real: Tensor, fake: Tensor) -> Tensor:
    """D's answer is a height: real ones up, made ones down (WGAN, Arjovsky, Chintala, Bottou 2017, arXiv 1701.07875)."""
    return fake.mean() - real.mean()


def wasserstein_generator(fake: Tensor) -> Tensor:
    return -fake.mean()


LOSSES = {
    "saturating": Loss(cross_entropy, saturating, (2 * math.log(2), -math.log(2))),
    "non-saturating": Loss(cross_entropy, non_saturating, (2 * math.log(2), math.log(2))),
    "least-squares": Loss(least_squares, least_squares_generator, (0.25, 0.125)),
    "wasserstein": Loss(wasserstein, wasserstein_generator, (), penalty=10.0),
}


def gradient_penalty(discriminator: nn.Module, real: Tensor, fake: Tensor, generator: torch.Generator | None = None) -> Tensor:
    """How far D's slope is from 1 between real and made ones (WGAN-GP, Gulrajani et al. 2017, arXiv 1704.00028)."""
    share = torch.rand(len(real), *[1] * (real.ndim - 1), generator=generator, device=real.device)
    between = (share * real + (1 - share) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(discriminator(between).sum(), between, create_graph=True)
    return ((slope.flatten(1).norm(dim=1) - 1) ** 2).mean()


# The two turns. game: anything with a generator, a discriminator and the key of a loss.


def update_discriminator(game, real: Tensor, z: Tensor, optimiser, generator: torch.Generator | None = None) -> dict[str, float]:
    """D's turn. G is asked, and stays as it is. generator: of the random numbers that the penalty needs."""
    loss = LOSSES[game.loss]
    with torch.no_grad():
        made = game.generator(z)
    on_real, on_made = game.discriminator(real), game.discriminator(made)
    value = loss.discriminator(on_real, on_made)
    if loss.penalty:
        value = value + loss.penalty * gradient_penalty(game.discriminator, real, made, generator)
    optimiser.zero_grad(set_to_none=True)
    value.backward()
    optimiser.step()
    return {"loss_d": value.item(), "real": on_real.sigmoid().mean().item(), "fake": on_made.sigmoid().mean().item()}


def update_generator(game, z: Tensor, optimiser) -> dict[str, float]:
    """G's turn. The gradient reaches G through D, which stays as it is: nothing but D's opinion tells G what to change."""
    for p in game.discriminator.parameters():
        p.requires_grad_(False)
    value = LOSSES[game.loss].generator(game.discriminator(game.generator(z)))
    optimiser.zero_grad(set_to_none=True)
    value.backward()
    optimiser.step()
    for p in game.discriminator.parameters():
        p.requires_grad_(True)
    return {"loss_g": value.item()}


# DCGAN

NORMS = (nn.BatchNorm1d, nn.BatchNorm2d)


class Generator(nn.Sequential):
    """z (B, Z) -> pictures (B, C, H, H) in [-1, 1], the range of tanh.

    The first map is a linear function of what stands before it. From z itself, distant places of it can hardly agree on what the picture is
    to be; a hidden layer between (as in InfoGAN, Chen et al. 2016, arXiv 1606.03657) lets them."""

    def __init__(self, c: Config):
        sizes, z = (*c.widths, c.channels), c.hidden or c.latent
        layers = [nn.Linear(c.latent, c.hidden, bias=False), nn.BatchNorm1d(c.hidden), nn.ReLU()] if c.hidden else []
        layers += [nn.Unflatten(1, (z, 1, 1)), nn.ConvTranspose2d(z, sizes[0], c.side // 2 ** len(c.widths), bias=False)]
        for a, b in zip(sizes, sizes[1:], strict=False):  # a kernel of 4 divides by the stride of 2: each pixel is painted equally often
            layers += [nn.BatchNorm2d(a), nn.ReLU(), nn.ConvTranspose2d(a, b, 4, stride=2, padding=1, bias=b == c.channels)]
        super().__init__(*layers, nn.Tanh())


class Discriminator(nn.Sequential):
    """Pictures (B, C, H, H) in [-1, 1] -> logits (B,). Its batch norm always looks at the batch it is given: D compares."""

    def __init__(self, c: Config):
        sizes, last = (c.channels, *c.widths[::-1]), c.side // 2 ** len(c.widths)
        layers = []
        for k, (a, b) in enumerate(zip(sizes, sizes[1:], strict=False)):
            layers.append(nn.Conv2d(a, b, 4, stride=2, padding=1, bias=k == 0))
            layers += [nn.BatchNorm2d(b, track_running_stats=False)] if k else []  # not on the first layer, as DCGAN has it
            layers.append(nn.LeakyReLU(0.2))
        if c.hidden:
            layers += [nn.Conv2d(b, c.hidden, last, bias=False), nn.BatchNorm2d(c.hidden, track_running_stats=False), nn.LeakyReLU(0.2)]
            b, last = c.hidden, 1
        super().__init__(*layers, nn.Conv2d(b, 1, last), nn.Flatten(0))


class GAN(Restorer):
    told: tuple[str, ...] = ()

    def __init__(self, config: Config):
        super().__init__()
        self.config, self.loss = config, config.loss
        self.generator, self.discriminator = Generator(config), Discriminator(config)
        for layer in self.modules():  # DCGAN's first weights: small, so that tanh begins in its steep part
            if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
                nn.init.normal_(layer.weight, 0, 0.02)
            elif isinstance(layer, NORMS):
                nn.init.normal_(layer.weight, 1, 0.02)

    @property
    def about(self) -> str:
        c = self.config
        return f"Invents pictures of {c.side} x {c.side} pixels from {c.latent} random numbers."

    def noise(self, count: int, generator: torch.Generator | None = None) -> Tensor:
        """z (count, Z), standard normal."""
        p = next(self.parameters())
        return torch.empty(count, self.config.latent, device=p.device).normal_(generator=generator)

    @torch.no_grad()
    def generate(self, z: Tensor) -> Tensor:
        """z (B, Z) -> pictures (B, C, H, H) in [0, 1]. Refusal for z of another shape."""
        if z.ndim != 2 or z.shape[1] != self.config.latent:
            raise Refusal("gan_latent", shape=" x ".join(map(str, z.shape)), latent=self.config.latent)
        return (self.generator(z).float() + 1) / 2

    @torch.no_grad()
    def judge(self, x: Tensor) -> Tensor:
        """D(x): pictures (B, C, H, H) in [0, 1] -> the probability (B,) that each is real, compared with the others of the batch."""
        return self.discriminator(2 * x - 1).sigmoid()

    @torch.no_grad()
    def settle(self, batches: int = 16, batch: int = 128) -> None:
        """Batch norm in use: means and variances over many made pictures, anew for the weights as they are now, so that a picture does not
        depend on its neighbours ("standing statistics", Brock, Donahue, Simonyan 2018, arXiv 1809.11096)."""
        norms = [layer for layer in self.generator if isinstance(layer, NORMS)]
        for norm in norms:
            norm.reset_running_stats()
            norm.momentum = None  # a mean over all batches
        z = self.noise(batches * batch, torch.Generator(next(self.parameters()).device).manual_seed(0))
        self.generator.train()
        for part in z.split(batch):
            self.generator(part)
        self.generator.eval()
        for norm in norms:
            norm.momentum = 0.1

    def restore(self, y: Tensor, **known) -> Tensor:
        raise Refusal("gan_no_restore", name=self.name or "this network")


def build(config: Config) -> GAN:
    return GAN(config)


def optimisers(model: GAN, lr: float) -> dict:
    """Adam for each player. DCGAN's beta1 of 0.5 instead of 0.9: less momentum, for the other player turns where one is heading."""
    players = {"discriminator": model.discriminator, "generator": model.generator}
    return {name: torch.optim.Adam(player.parameters(), lr=lr, betas=(0.5, 0.999)) for name, player in players.items()}


def step(model: GAN, batch, optimisers: dict, generator: torch.Generator | None = None) -> dict:
    """D's turn, then G's, with new noise each. generator: of the noise. "loss" is the sum: it says whether all is finite, and no more."""
    clean, _, _ = batch
    real = 2 * clean - 1  # the range of tanh: else D would tell real from made by their range alone
    row = update_discriminator(model, real, model.noise(len(real), generator), optimisers["discriminator"], generator)
    row |= update_generator(model, model.noise(len(real), generator), optimisers["generator"])
    return {"loss": row["loss_d"] + row["loss_g"], **row}


@torch.no_grad()
def validate(model: GAN, batch) -> dict:
    """On held-out pictures: both losses, D(x) and D(G(z)). A D that knows its training pictures by heart doubts these."""
    clean, _, _ = batch
    model.settle()
    made = 2 * model.generate(model.noise(len(clean), torch.Generator(clean.device).manual_seed(0))) - 1
    on_real, on_made = model.discriminator(2 * clean - 1), model.discriminator(made)
    loss = LOSSES[model.loss]
    row = {"loss_d": loss.discriminator(on_real, on_made).item(), "loss_g": loss.generator(on_made).item()}
    return {"loss": sum(row.values()), **row, "real": on_real.sigmoid().mean().item(), "fake": on_made.sigmoid().mean().item()}


FAMILY = Family("gan", Config, build, optimisers, step, validate)
