"""The two players of a GAN on points of the plane, where everything that they do can be seen. Played with the very functions of
restoration.models.gan; see restoration.live.game for how a game goes on.

    Players       generator: z (N, Z) -> points (N, 2);  discriminator: points (N, 2) -> answers (N, 1), logits or heights
    TARGETS       what G shall imitate: name -> (count, random numbers) -> points (count, 2), nearly all within REACH of the middle
    surface       what D says of each place of the plane
    manifold      where G takes a regular grid of noise
    arrows        where D's slope tells G to move its points
    distance      how far made points are from real ones, seen by neither player
"""

import math
from dataclasses import dataclass
from functools import lru_cache

import torch
from torch import Tensor, nn

from restoration.models import gan

REACH = 1.6  # the plane is drawn from -REACH to REACH
WIDTH = 64  # of each hidden layer; there are two
SPREAD, MODES = 0.06, 8  # standard deviation of each of the Gaussians on the unit circle, and of the other targets' thickness
JITTER = 0.02  # standard deviation about a point that a visitor drew
DIRECTIONS = 64  # of the sliced distance
NEAR, SHARE = 3.0, 0.25  # a Gaussian is covered if this share of its due falls within so many standard deviations of its centre
NOISES = ("normal-2d", "normal-1d", "uniform-2d", "uniform-1d")  # standard normal, or even between -1 and 1


@dataclass(frozen=True)
class Settings:
    target: str = "gaussians"  # a key of TARGETS, or DRAWN
    loss: str = "non-saturating"  # a key of gan.LOSSES
    lr_d: float = 2e-3
    lr_g: float = 1e-3
    steps_d: int = 1  # updates of D to one of G
    noise: str = "normal-2d"  # one of NOISES
    seed: int = 0
    points: tuple = ()  # ((x, y), ...) for DRAWN


DRAWN = "drawn"


@lru_cache(maxsize=1)
def centres() -> Tensor:
    """Of the eight Gaussians, (8, 2)."""
    angle = torch.arange(MODES) * (2 * math.pi / MODES)
    return torch.stack([angle.cos(), angle.sin()], 1)


def gaussians(count: int, chance: torch.Generator) -> Tensor:
    which = torch.randint(MODES, (count,), generator=chance)
    return centres()[which] + SPREAD * torch.randn(count, 2, generator=chance)


def ring(count: int, chance: torch.Generator) -> Tensor:
    angle = 2 * math.pi * torch.rand(count, generator=chance)
    return torch.stack([angle.cos(), angle.sin()], 1) + SPREAD * torch.randn(count, 2, generator=chance)


def moons(count: int, chance: torch.Generator) -> Tensor:
    """Two half circles, each with an end in the other's hollow."""
    angle = math.pi * torch.rand(count, generator=chance)
    side = torch.randint(2, (count,), generator=chance) * 2.0 - 1
    points = torch.stack([0.75 * angle.cos() - 0.375, 0.75 * angle.sin() - 0.19], 1) * side[:, None]
    return points + SPREAD * torch.randn(count, 2, generator=chance)


def line(count: int, chance: torch.Generator) -> Tensor:
    along = 2 * torch.rand(count, generator=chance) - 1
    return torch.stack([along, 0.6 * along], 1) + SPREAD * torch.randn(count, 2, generator=chance)


TARGETS = {"gaussians": gaussians, "ring": ring, "moons": moons, "line": line}


def drawn(points: Tensor):
    """The target that a visitor drew. points: (N, 2)."""

    def sample(count: int, chance: torch.Generator) -> Tensor:
        return points[torch.randint(len(points), (count,), generator=chance)] + JITTER * torch.randn(count, 2, generator=chance)

    return sample


# The players


class Players(nn.Module):
    """Two small networks: what gan.update_discriminator and gan.update_generator ask for. chance: of the first weights."""

    def __init__(self, latent: int, loss: str, chance: torch.Generator):
        super().__init__()
        self.loss = loss
        self.generator = nn.Sequential(nn.Linear(latent, WIDTH), nn.ReLU(), nn.Linear(WIDTH, WIDTH), nn.ReLU(), nn.Linear(WIDTH, 2))
        self.discriminator = nn.Sequential(
            nn.Linear(2, WIDTH), nn.LeakyReLU(0.2), nn.Linear(WIDTH, WIDTH), nn.LeakyReLU(0.2), nn.Linear(WIDTH, 1)
        )
        for layer in self.modules():  # as nn.Linear draws them, but not from numbers that all visitors share
            if isinstance(layer, nn.Linear):
                for p in layer.parameters():
                    nn.init.uniform_(p, -(layer.in_features**-0.5), layer.in_features**-0.5, generator=chance)


def latent(noise: str) -> int:
    """Dimensions of z: of one of NOISES."""
    return 1 if noise.endswith("1d") else 2


def draw_noise(noise: str, count: int, chance: torch.Generator) -> Tensor:
    """z (count, Z)"""
    z = torch.empty(count, latent(noise))
    return z.normal_(generator=chance) if noise.startswith("normal") else z.uniform_(-1, 1, generator=chance)


def optimiser(player: nn.Module, lr: float) -> torch.optim.Optimizer:
    """As gan.optimisers, in one fused step: for networks this small the calls cost more than the sums."""
    return torch.optim.Adam(player.parameters(), lr=lr, betas=(0.5, 0.999), fused=True)


# What is seen of them


def opinion(answers: Tensor, loss: str) -> Tensor:
    """D's answers as what they mean: with cross-entropy probabilities of being real, else the answers themselves."""
    return answers.sigmoid() if gan.LOSSES[loss].discriminator is gan.cross_entropy else answers


@torch.no_grad()
def surface(players: Players, cells: int) -> Tensor:
    """D's opinion at the middles of cells x cells squares of the plane, (cells, cells), row by row from the top."""
    steps = REACH * (2 * (torch.arange(cells) + 0.5) / cells - 1)
    places = torch.cartesian_prod(-steps, steps).flip(1)
    return opinion(players.discriminator(places), players.loss).reshape(cells, cells)


def grid(noise: str, lines: int = 13, points: int = 49) -> Tensor:
    """A regular grid of z: (L, P, Z), L lines of P points each; even for uniform noise, in steps of equal probability for normal noise.
    For two dimensions L is 2 * lines, first those along the first dimension; for one it is 1, and the line is four times as fine."""
    many = 4 * points if latent(noise) == 1 else points

    def even(count: int) -> Tensor:
        u = (torch.arange(count) + 0.5) / count if noise.startswith("normal") else torch.linspace(0, 1, count)
        return math.sqrt(2) * torch.erfinv(2 * u - 1) if noise.startswith("normal") else 2 * u - 1

    if latent(noise) == 1:
        return even(many)[None, :, None]
    along, across = even(many).expand(lines, many), even(lines)[:, None].expand(lines, many)
    return torch.cat([torch.stack([along, across], 2), torch.stack([across, along], 2)])


@torch.no_grad()
def manifold(players: Players, noise: str) -> Tensor:
    """Where G takes the grid: (L, P, 2)."""
    z = grid(noise)
    return players.generator(z.flatten(0, 1)).reshape(*z.shape[:2], 2)


def arrows(players: Players, points: Tensor) -> Tensor:
    """Minus the slope of G's loss for each of its points, (N, 2): there lies the direction in which it falls fastest. It is all that D
    tells G."""
    points = points.detach().requires_grad_()
    loss = len(points) * gan.LOSSES[players.loss].generator(players.discriminator(points))  # times N, for it is a mean
    (slope,) = torch.autograd.grad(loss, points)
    return -slope


def distance(a: Tensor, b: Tensor, directions: int = DIRECTIONS) -> float:
    """Sliced Wasserstein distance of two sets of points (N, 2), in units of the plane (Rabin et al. 2011): seen from one direction, both
    are sorted and paired off, and the mean way from one to the other is taken; of that the mean over directions. Those are the same always,
    spread evenly over half a turn."""
    angle = math.pi * (torch.arange(directions) + 0.5) / directions
    seen = torch.stack([angle.cos(), angle.sin()])
    return ((a @ seen).sort(0).values - (b @ seen).sort(0).values).abs().mean().item()


def told_apart(real: Tensor, made: Tensor) -> float:
    """In which share of all pairs of a real and a made one D's answer is higher for the real one, ties being half. 0.5: it cannot tell.
    That is the area under the ROC curve, and means the same for every loss."""
    real, made = real.flatten(), made.flatten().sort().values
    below, up_to = torch.searchsorted(made, real), torch.searchsorted(made, real, right=True)
    return ((below + up_to).double().mean() / (2 * len(made))).item()


def hits(points: Tensor) -> list[int]:
    """How many points lie within NEAR standard deviations of each of the eight centres."""
    return (torch.cdist(points, centres()) <= NEAR * SPREAD).sum(0).tolist()


def covered(points: Tensor) -> int:
    """How many of the eight Gaussians have at least SHARE of their due (an eighth of the points) near their centre."""
    return sum(n >= SHARE * len(points) / MODES for n in hits(points))


# Games to begin with, found by measuring (tests/unit/test_game.py holds what each claims)
PRESETS = {
    "works": Settings(),
    "collapse": Settings(lr_d=1e-3, lr_g=3e-3),
    "strong": Settings(loss="saturating", lr_d=5e-3, lr_g=5e-5, steps_d=10),
    "swing": Settings(target="line", lr_d=2e-2, lr_g=2e-2),
}
