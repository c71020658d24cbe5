"""The RNN family: a network with a memory, for clips.

A CNN that mends a clip frame by frame begins anew with every frame. A recurrent network carries a state from frame to frame: what it has
seen of a place it can use when noise, or a hole, hides the place in the next one.

    GRUCell        the memory: two gates say what is kept and what is written (Cho et al. 2014, arXiv 1406.1078), with convolutions in the
                   place of matrices (Ballas et al. 2015, arXiv 1511.06432)
    ClipDenoiser   the denoiser of cnn.py, with a memory. In every frame
                       e = head(frame) + recall(h)        the frame, and what is remembered
                       d = trunk(e)                       the U-Net looks at both, and far enough to follow what moves
                       x = frame - sigma * tail(d)        the answer
                       h = memory([d, x], h)              what is worth keeping of it

Causal: a frame sees the past and itself, never what is to come. With both_ways=True a second memory runs from the last frame to the first,
and a frame sees the future too; one must then have the whole clip before one begins.

In the shapes B is the batch, T the frames, H and W the sides of a frame, M the channels of the memory.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from restoration.errors import Refusal
from restoration.models import cnn
from restoration.models.base import Family, check_picture, in_tiles, mean_psnr

MAX_SIGMA = 100  # of 255
WARM = 8  # frames: from here on the memory counts as filled, where scores are taken


@dataclass(frozen=True)
class Config:
    channels: int = 3
    widths: tuple[int, ...] = (32, 64, 96, 128)  # of the U-Net, as in cnn.Config
    blocks: int = 2
    memory: int = 32  # channels of the state, at half the frame's resolution
    both_ways: bool = False


class GRUCell(nn.Module):
    """A gated recurrent unit at every place of a picture, or of a row.

        r = sigmoid(W_r x + U_r h)          reset: how much of the past the new content may use
        z = sigmoid(W_z x + U_z h)          update: how much of the past stays
        n = tanh(W_n x + r * (U_n h))       what would be written
        h = (1 - z) * n + z * h

    W and U are convolutions, so the state of a place also learns from its neighbours'. conv: nn.Conv2d for pictures, nn.Conv1d for rows.
    With 1x1 pictures it is torch.nn.GRUCell.
    """

    def __init__(self, inputs: int, width: int, kernel: int = 3, conv: type = nn.Conv2d):
        super().__init__()
        self.width = width
        self.x = conv(inputs, 3 * width, kernel, padding=kernel // 2)  # W_r, W_z, W_n
        self.h = conv(width, 3 * width, kernel, padding=kernel // 2)  # U_r, U_z, U_n

    def gates(self, x: Tensor, h: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """x (B, inputs, ...), h (B, width, ...) -> r, z in 0..1 and n in -1..1, each (B, width, ...)."""
        (xr, xz, xn), (hr, hz, hn) = self.x(x).chunk(3, 1), self.h(h).chunk(3, 1)
        r, z = torch.sigmoid(xr + hr), torch.sigmoid(xz + hz)
        return r, z, torch.tanh(xn + r * hn)

    def forward(self, x: Tensor, h: Tensor) -> Tensor:
        """The next state, (B, width, ...)."""
        _, z, n = self.gates(x, h)
        return n + z * (h - n)


class ClipDenoiser(cnn.UNet):
    about = "Removes noise from clips, and fills holes of single frames, with a memory of the frames before."
    told = ("sigma", "mask")

    def __init__(self, config: Config):
        c = config.channels
        super().__init__(config, inputs=4 * c + 1 + 4, outputs=4 * c)
        self.noise_level = cnn.NoiseLevel(c)
        width = config.widths[0]
        self.recall = nn.Conv2d(config.memory, width, 3, padding=1, bias=False)  # no bias: an empty memory adds nothing
        self.memory = GRUCell(width + 4 * c, config.memory)
        nn.init.zeros_(self.recall.weight)  # untrained, the memory changes nothing
        if config.both_ways:
            self.foresee = nn.Conv2d(config.memory, width, 3, padding=1, bias=False)
            self.future = GRUCell(width + 4 * c, config.memory)
            nn.init.zeros_(self.foresee.weight)

    def empty(self, y: Tensor) -> Tensor:
        """A memory of nothing for frames (B, C, H, W): zeros (B, M, H/2, W/2)."""
        h, w = y.shape[-2:]
        return y.new_zeros(len(y), self.config.memory, h // 2, w // 2)

    def look(self, y: Tensor, sigma: Tensor, mask: Tensor) -> Tensor:
        """One frame, folded: y (B, C, H, W), sigma (B,) in 1/255, mask (B, 1, H, W) -> (B, width, H/2, W/2)."""
        x = F.pixel_unshuffle(torch.cat([y * mask, mask], 1), 2)
        x = torch.cat([x[:, : 4 * y.shape[1]], (sigma.view(-1, 1, 1, 1) / 255).expand(-1, 1, *x.shape[-2:]), x[:, 4 * y.shape[1] :]], 1)
        return self.head(x.contiguous(memory_format=torch.channels_last))

    def answer(self, y: Tensor, sigma: Tensor, mask: Tensor, remembered: Tensor) -> tuple[Tensor, Tensor]:
        """A frame y (B, C, H, W) and what is remembered (B, width, H/2, W/2) -> the frame mended, and what a memory reads of it
        (B, width + 4C, H/2, W/2): what the U-Net found, and the answer, folded."""
        d = self.trunk(self.look(y, sigma, mask) + remembered)
        noise = F.pixel_shuffle(self.tail(d), 2).float()
        x = torch.where(mask > 0.5, y - sigma.view(-1, 1, 1, 1) / 255 * noise, 0.5 + noise)  # a hole has nothing to subtract from
        return x, torch.cat([d, F.pixel_unshuffle(x, 2)], 1)

    def frame(self, y: Tensor, sigma: Tensor, mask: Tensor, h: Tensor, ahead: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """One frame with the memory h of those before it (and ahead, of those after it) -> the frame mended (B, C, H, W), the next memory
        (B, M, H/2, W/2), and what the memory read, as `answer` gives it."""
        remembered = self.recall(h) if ahead is None else self.recall(h) + self.foresee(ahead)
        x, read = self.answer(y, sigma, mask, remembered)
        return x, self.memory(read, h), read

    def frames(self, y: Tensor, sigma: Tensor, mask: Tensor, wipe: tuple[int, ...] = ()) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
        """What `frame` gives for each frame of y (B, T, C, H, W) in turn. wipe: frames, from 0, before which the memory is emptied."""
        empty, ahead = self.empty(y[:, 0]), [None] * y.shape[1]
        if self.config.both_ways:
            h = empty
            for t in reversed(range(y.shape[1])):
                ahead[t] = h  # of the frames after t
                h = self.future(self.answer(y[:, t], sigma, mask[:, t], self.foresee(h))[1], h)
        h = empty
        for t in range(y.shape[1]):
            x, h, read = self.frame(y[:, t], sigma, mask[:, t], empty if t in wipe else h, ahead[t])
            yield x, h, read

    def forward(self, y: Tensor, sigma: Tensor, mask: Tensor, wipe: tuple[int, ...] = ()) -> Tensor:
        """y (B, T, C, H, W), sigma (B,) in 1/255, mask (B, T, 1, H, W), 1 where a pixel is known -> (B, T, C, H, W)."""
        return torch.stack([made for made, _, _ in self.frames(y, sigma, mask, wipe)], 1)

    @torch.no_grad()
    def estimate_sigma(self, y: Tensor) -> Tensor:
        """The noise level of each clip, (B,) in units of 1/255: the middle one of what is guessed of single frames."""
        frames = y[:, :: max(1, y.shape[1] // 8)][:, :8]
        frames = frames[..., : y.shape[-2] // 2 * 2, : y.shape[-1] // 2 * 2]
        return torch.stack([255 * self.noise_level(frame) for frame in frames.unbind(1)]).median(0).values.clamp(0, MAX_SIGMA)

    def told_of(self, y: Tensor, sigma=None, mask=None) -> tuple[Tensor, Tensor]:
        """sigma (B,) and mask (B, T, 1, H, W), guessed or full where none is given. Refusal for what is no clip or does not fit it."""
        if y.ndim != 5:
            raise Refusal("clip_shape", shape=tuple(y.shape))
        check_picture(y[:, 0], self.config.channels)
        if not torch.isfinite(y).all():
            raise Refusal("not_finite")
        mask = y.new_ones(1) if mask is None else mask.to(y)
        if mask.ndim == 5 and mask.shape[2:] != (1, *y.shape[3:]):
            raise Refusal("mask_size", shape=" x ".join(map(str, mask.shape)), height=y.shape[3], width=y.shape[4])
        sigma = self.estimate_sigma(y) if sigma is None else torch.as_tensor(sigma, dtype=y.dtype, device=y.device)
        if not bool(((sigma >= 0) & (sigma <= MAX_SIGMA)).all()):
            raise Refusal("sigma_range", most=MAX_SIGMA)
        return sigma.expand(len(y)), mask.expand(*y.shape[:2], 1, *y.shape[3:])

    @torch.no_grad()
    def restore(self, y: Tensor, sigma: float | Tensor | None = None, mask: Tensor | None = None, wipe: tuple[int, ...] = ()) -> Tensor:
        """The noise taken off a clip y (B, T, 3, H, W), any H and W from 16 up; the result is not clipped.

        sigma: the noise level in units of 1/255, 0 to 100 (it was trained from 5 to 55), one number or (B,); None: it is guessed.
        mask: (B or 1, T, 1, H, W), 1 where a pixel is known; None: all are. wipe: frames, from 0, before which the memory is emptied.
        Refusal for a tensor of another shape, a frame that is too small or not finite, and a sigma out of range.
        """
        sigma, mask = self.told_of(y, sigma, mask)
        clips = []
        for k in range(len(y)):  # frames take the place of the batch while a large clip is cut into tiles
            both, level = torch.cat([y[k], mask[k]], 1), sigma[k : k + 1]
            clips.append(in_tiles(lambda part, s=level: self(part[None, :, :-1], s, part[None, :, -1:], wipe)[0], both, self.multiple))
        return torch.stack(clips)


def build(config: Config) -> ClipDenoiser:
    return ClipDenoiser(config)


def optimisers(model: ClipDenoiser, lr: float) -> dict:
    """As the CNN's: Muon for hidden convolutions, Adam for what stands at either end, for the noise level, and for biases."""
    return cnn.optimisers(model, lr)


def step(model: ClipDenoiser, batch, optimisers: dict) -> dict:
    """One update: through all frames of a clip and back again (backpropagation through time)."""
    clean, damaged, known = batch
    loss = F.l1_loss(model(damaged, **known), clean)
    for optimiser in optimisers.values():
        optimiser.zero_grad(set_to_none=True)
    loss.backward()
    for optimiser in optimisers.values():
        optimiser.step()
    return {"loss": loss.item()}


@torch.no_grad()
def validate(model: ClipDenoiser, batch) -> dict:
    """On held-out clips: the loss, and PSNR in dB (RGB, mean over clips) of frames 1, 4 and 16, of those from the eighth on ("psnr"), of
    the same with the memory wiped at each, and of the damage."""
    clean, damaged, known = batch
    made, wiped = (model(damaged, **known, wipe=tuple(range(n))) for n in (0, clean.shape[1]))
    at = {f"psnr_{t}": mean_psnr(made[:, t - 1], clean[:, t - 1]) for t in (1, 4, 16) if t <= clean.shape[1]}
    late = slice(min(WARM, clean.shape[1]) - 1, None)
    scores = {name: mean_psnr(x[:, late].flatten(0, 1), clean[:, late].flatten(0, 1)) for name, x in
              {"psnr": made, "psnr_wiped": wiped, "psnr_damaged": damaged}.items()}  # fmt: skip
    return {"loss": F.l1_loss(made, clean).item(), **at, **scores}


FAMILY = Family("rnn", Config, build, optimisers, step, validate)
