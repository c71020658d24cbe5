"""A small denoiser with a memory, and clips for it to learn from: a digit, or a bar, that drifts across a small picture.

    Watcher    see     a convolution looks at a frame
               memory  a GRU at every place (models/rnn.py) keeps what was seen, and its convolutions let it move along
               tell    what is seen now and what is remembered become the frame without its noise

Side by side: two such networks with the same weights at the start, which learn from the same batches. The memory of one goes on from
frame to frame; that of the other is wiped before each. What the first does better is what a memory is worth.

In the shapes B is the batch, T the frames, S the side of a frame, M the width of the memory.
"""

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from restoration.models.base import Family
from restoration.models.rnn import GRUCell

SIDE, FRAMES = 32, 10  # of a clip
LATE = 5  # frames, from 0: from here on the memory counts as filled, where scores are taken
LAST = 5  # frames of which the yardstick is the mean
SHAPES = ("digits", "bars")


@dataclass(frozen=True)
class Config:
    memory: int = 16  # channels, at half the frame's resolution


class Watcher(nn.Module):
    def __init__(self, config: Config):
        super().__init__()
        m = config.memory
        self.see = nn.Conv2d(4, m, 3, padding=1)
        self.memory = GRUCell(m, m)
        self.mix = nn.Conv2d(2 * m, m, 3, padding=1)
        self.tell = nn.Conv2d(m, 4, 3, padding=1)

    def forward(self, y: Tensor, wiped: bool = False) -> Tensor:
        """Noisy clips y (B, T, 1, S, S), 0 black and 1 white -> the same without noise. wiped: empty the memory before every frame."""
        seen = F.relu(self.see(F.pixel_unshuffle(y.flatten(0, 1), 2)))  # (B * T, M, S/2, S/2): no memory needed to look
        if wiped:
            held = self.memory(seen, torch.zeros_like(seen))  # frames know nothing of each other, so all are done at once
        else:
            frames = seen.unflatten(0, y.shape[:2])
            h, states = torch.zeros_like(frames[:, 0]), []
            for t in range(y.shape[1]):
                h = self.memory(frames[:, t], h)
                states.append(h)
            held = torch.stack(states, 1).flatten(0, 1)
        answer = self.tell(F.relu(self.mix(torch.cat([seen, held], 1))))
        return F.pixel_shuffle(answer, 2).unflatten(0, y.shape[:2])


class SideBySide(nn.Module):
    """memory: its memory goes on from frame to frame. alone: wiped before every frame."""

    told = ()

    def __init__(self, config: Config):
        super().__init__()
        self.memory, self.alone = Watcher(config), Watcher(config)
        self.alone.load_state_dict(self.memory.state_dict())

    def forward(self, y: Tensor) -> dict[str, Tensor]:
        return {"memory": self.memory(y), "alone": self.alone(y, wiped=True)}


def optimisers(model: SideBySide, lr: float) -> dict:
    return {name: torch.optim.Adam(network.parameters(), lr=lr) for name, network in model.named_children()}


def step(model: SideBySide, batch, optimisers: dict) -> dict:
    """One update of each network, by the mean squared error over all frames. "loss" is the sum of both, by which a divergence is told."""
    clean, damaged, _ = batch
    losses = {}
    for name, made in model(damaged).items():
        loss, optimiser = F.mse_loss(made, clean), optimisers[name]
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(getattr(model, name).parameters(), 1.0)  # through ten frames a gradient may explode
        optimiser.step()
        losses[f"loss_{name}"] = loss.item()
    return {"loss": sum(losses.values()), **losses}


def by_frame(made: Tensor, clean: Tensor) -> Tensor:
    """PSNR in dB of each frame, clipped to 0..1, the mean over the clips: (T,)."""
    return (-10 * ((made.clamp(0, 1) - clean) ** 2).mean((2, 3, 4)).clamp(min=1e-10).log10()).mean(0)


@torch.no_grad()
def validate(model: SideBySide, batch) -> dict:
    """On held-out clips. psnr_memory, psnr_alone: dB from frame LATE on; frames: of each network the dB of every frame."""
    clean, damaged, _ = batch
    made = model(damaged)
    losses = {f"loss_{name}": F.mse_loss(x, clean).item() for name, x in made.items()}
    frames = {name: by_frame(x, clean) for name, x in made.items()}
    late = {f"psnr_{name}": dbs[LATE:].mean().item() for name, dbs in frames.items()}
    return {"loss": sum(losses.values()), **losses, **late, "frames": {name: dbs.tolist() for name, dbs in frames.items()}}


FAMILY = Family("side-by-side", Config, SideBySide, optimisers, step, validate)


def mean_of_last(y: Tensor) -> Tensor:
    """The yardstick: each frame of clips (B, T, 1, S, S) is the mean of itself and the LAST - 1 before it, as far as there are so many."""
    return torch.stack([y[:, max(0, t - LAST + 1) : t + 1].mean(1) for t in range(y.shape[1])], 1)


def drift(count: int, speed: float, dice: torch.Generator) -> Tensor:
    """Where things are: (T, B, 2), x and y in pixels from the middle. Each goes `speed` pixels a frame, straight on, in a direction of its
    own, and is about the middle half way."""
    angle = 2 * math.pi * torch.rand(count, generator=dice)
    middle = 4 * torch.rand(count, 2, generator=dice) - 2
    times = torch.arange(FRAMES) - (FRAMES - 1) / 2
    return middle + speed * times[:, None, None] * torch.stack([angle.cos(), angle.sin()], 1)


def digits_that_move(pictures: Tensor, places: Tensor) -> Tensor:
    """Digits (B, 1, 28, 28) at the places of `drift` -> clips (B, T, 1, S, S). Between two pixels they are interpolated."""
    size = pictures.shape[-1]
    clips = []
    for place in places:
        theta = torch.zeros(len(pictures), 2, 3)
        theta[:, 0, 0] = theta[:, 1, 1] = SIDE / size
        theta[:, :, 2] = -2 * place / size  # from -1 to 1 is once across
        grid = F.affine_grid(theta, (len(pictures), 1, SIDE, SIDE), align_corners=False)
        clips.append(F.grid_sample(pictures, grid, align_corners=False))
    return torch.stack(clips, 1)


def bars_that_move(places: Tensor, dice: torch.Generator) -> Tensor:
    """Bars, each of a slant and a size of its own, at the places of `drift` -> clips (B, T, 1, S, S). Their edges are a pixel soft."""
    count = places.shape[1]
    slant = math.pi * torch.rand(count, generator=dice)
    long, thick = 5 + 5 * torch.rand(count, generator=dice), 1 + 1.5 * torch.rand(count, generator=dice)  # half of it, in pixels
    grid = torch.arange(SIDE) - (SIDE - 1) / 2
    x = grid[None, None, None, :] - places[..., 0, None, None]  # (T, B, 1, S)
    y = grid[None, None, :, None] - places[..., 1, None, None]
    c, s = slant.cos()[:, None, None], slant.sin()[:, None, None]
    along, across = c * x + s * y, c * y - s * x
    inside = (long[:, None, None] - along.abs() + 0.5).clamp(0, 1) * (thick[:, None, None] - across.abs() + 0.5).clamp(0, 1)
    return inside.transpose(0, 1)[:, :, None]
