"""A picture as a sentence: each pixel is guessed from those before it, row by row, from left to right (PixelRNN, van den Oord,
Kalchbrenner, Kavukcuoglu 2016, arXiv 1601.06759).

    p(x) = p(x_1) p(x_2 | x_1) p(x_3 | x_1, x_2) ...        any distribution can be written so; what is learned is each factor

So the probability of a whole picture can be computed, not only bounded as a VAE does it; pictures are drawn pixel by pixel, and one that is
begun can be completed. Two memories, both of models/rnn.py's kind, know what came before:

    rows     a GRU at every column, from row to row: what stands above, seen with a convolution along the row
    line     a GRU from pixel to pixel along a row: what stands to the left, told at each pixel what `rows` remembers there

In the shapes B is the batch, H and W the picture's sides, C the channels of `rows`, M the units of `line`, K the levels of a pixel.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from restoration.errors import Refusal
from restoration.models.base import Family, Restorer
from restoration.models.rnn import GRUCell


@dataclass(frozen=True)
class Config:
    side: int = 28  # pixels
    levels: int = 2  # values of a pixel: 0, 1/(K-1), ... 1
    rows: int = 64  # channels of the memory of rows
    line: int = 96  # units of the memory of the line
    kernel: int = 5  # columns that a row's memory looks at, of the row above and of its own past


class PixelRNN(Restorer):
    about = "Writes digits pixel by pixel, completes those that are begun, and says how likely a digit is."
    told: tuple[str, ...] = ()

    def __init__(self, config: Config):
        super().__init__()
        self.config = config
        self.first = nn.Parameter(torch.zeros(1, config.rows, config.side))  # (1, C, W): what is known of each column before the first row
        self.rows = GRUCell(1, config.rows, config.kernel, nn.Conv1d)
        self.above = nn.Conv1d(config.rows, config.line, config.kernel, padding=config.kernel // 2)
        self.line = nn.GRU(config.line + 1, config.line, batch_first=True)
        self.last = nn.Sequential(nn.Linear(2 * config.line, config.line), nn.ReLU(), nn.Linear(config.line, config.levels))

    def levels(self, x: Tensor) -> Tensor:
        """x in [0, 1] -> the number of its level, 0 to K-1, whole."""
        return (x * (self.config.levels - 1)).round().long()

    def read(self, row: Tensor, memory: Tensor) -> Tensor:
        """A row (B, W) in [0, 1] and the memory (B, C, W) of those above it -> the memory with this row in it."""
        return self.rows(2 * row[:, None] - 1, memory)

    def forward(self, x: Tensor) -> Tensor:
        """x (B, 1, H, W) in [0, 1] -> logits (B, K, H, W). Those of a pixel depend on the pixels before it alone."""
        memory, known = self.first.expand(len(x), -1, -1), []
        for row in x[:, 0].unbind(1):
            known.append(memory)  # (B, C, W): before the row is read
            memory = self.read(row, memory)
        above = self.above(torch.stack(known, 1).flatten(0, 1)).mT  # (B * H, W, M): all rows at once from here on
        left = F.pad(2 * x[:, 0] - 1, (1, 0))[..., :-1].reshape(-1, x.shape[-1], 1)  # (B * H, W, 1): each pixel's left neighbour
        line, _ = self.line(torch.cat([F.relu(above), left], 2))  # (B * H, W, M)
        return self.last(torch.cat([line, above], 2)).unflatten(0, x.shape[::2]).permute(0, 3, 1, 2)

    def surprise(self, x: Tensor) -> Tensor:
        """-log p of each pixel given those before it, in nats: (B, 1, H, W) in [0, 1] -> (B, H, W). The sum is -log p of the picture."""
        return F.cross_entropy(self(x), self.levels(x[:, 0]), reduction="none")

    @torch.no_grad()
    def write(
        self, x: Tensor, mask: Tensor | None = None, temperature: float = 1.0, generator: torch.Generator | None = None
    ) -> Iterator[tuple[Tensor, Tensor]]:
        """Pictures written row by row -> (row (B, W) in [0, 1], probabilities (B, W, K) as they were before each pixel was drawn).

        x: (B, 1, H, W) in [0, 1]; where mask (B or 1, 1, H, W) is 1 its pixels are kept, the others are drawn, each from what stands before
        it and from nothing that comes after. temperature: below 1 likely pixels become likelier, 0 takes the likeliest; above 1 wilder.
        Refusal for another size, and for a temperature below 0.
        """
        side = self.config.side
        if x.ndim != 4 or x.shape[1:] != (1, side, side):
            raise Refusal("digit_shape", shape=" x ".join(map(str, x.shape)), side=side)
        if not temperature >= 0:
            raise Refusal("temperature", value=temperature)
        mask = (torch.zeros_like(x) if mask is None else mask.to(x).expand_as(x))[:, 0] > 0.5
        memory = self.first.expand(len(x), -1, -1)
        for r in range(side):
            above, state, left = self.above(memory), None, x.new_zeros(len(x))  # the left border looks like mid-grey, as in forward
            row, chances = [], []
            for c in range(side):
                line, state = self.line(torch.cat([F.relu(above[:, :, c]), left[:, None]], 1)[:, None], state)
                logits = self.last(torch.cat([line[:, 0], above[:, :, c]], 1))
                p = (logits / temperature).softmax(1) if temperature > 0 else F.one_hot(logits.argmax(1), logits.shape[1]).to(x)
                drawn = torch.multinomial(p, 1, generator=generator)[:, 0].to(x) / (self.config.levels - 1)
                pixel = torch.where(mask[:, r, c], x[:, 0, r, c], drawn)
                left = 2 * pixel - 1
                row.append(pixel)
                chances.append(logits.softmax(1))
            row = torch.stack(row, 1)
            memory = self.read(row, memory)
            yield row, torch.stack(chances, 1)

    def complete(self, x: Tensor, mask: Tensor, temperature: float = 1.0, generator: torch.Generator | None = None) -> Tensor:
        """x (B, 1, H, W) with the pixels drawn anew where mask (B or 1, 1, H, W) is 0; the others stay exactly as they are. See `write`."""
        return torch.stack([row for row, _ in self.write(x, mask, temperature, generator)], 1)[:, None]

    @torch.no_grad()
    def restore(self, y: Tensor, mask: Tensor | None = None, seed: int = 0) -> Tensor:
        """One completion of y (B, 1, H, W): the pixels that mask says are missing, drawn with this seed; None: all of them."""
        return self.complete(y, torch.zeros_like(y) if mask is None else mask, generator=torch.Generator(y.device).manual_seed(seed))


def build(config: Config) -> PixelRNN:
    return PixelRNN(config)


def optimisers(model: PixelRNN, lr: float) -> dict:
    return {"adam": torch.optim.Adam(model.parameters(), lr=lr)}


def step(model: PixelRNN, batch, optimisers: dict) -> dict:
    """One update. The loss is -log p in nats per picture: cross-entropy, summed over the pixels."""
    x, _, _ = batch
    loss = model.surprise(x).sum((1, 2)).mean()
    for optimiser in optimisers.values():
        optimiser.zero_grad(set_to_none=True)
    (loss / math.prod(x.shape[2:])).backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)  # through 28 rows and 28 columns a gradient may explode
    for optimiser in optimisers.values():
        optimiser.step()
    return {"loss": loss.item()}


@torch.no_grad()
def validate(model: PixelRNN, batch) -> dict:
    """-log p in nats per held-out picture."""
    x, _, _ = batch
    return {"loss": torch.cat([model.surprise(part).sum((1, 2)) for part in x.split(250)]).mean().item()}


FAMILY = Family("pixel-rnn", Config, build, optimisers, step, validate)
