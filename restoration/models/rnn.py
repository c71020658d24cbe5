"""The RNN family: a network with a memory, for clips.

A CNN that mends a clip frame by frame begins anew with every frame. A recurrent network carries a state from frame to frame: what it has
seen of a place it can use when noise, or a hole, hides the place in the next one.

    GRUCell        two gates say what of a state is kept and what is written (Cho et al. 2014, arXiv 1406.1078), with convolutions in the
                   place of matrices (Ballas et al. 2015, arXiv 1511.06432)
    ClipDenoiser   the denoiser of cnn.py, with a memory before it. Its state (Memory) is a picture, the mean of what was seen of each
                   place; its evidence, how many frames are in that mean; and notes, the state of a GRU. With every frame y
                       picture, evidence, notes: moved as the camera did        (motion.py)
                       notes    = gru(compare(y, picture), notes)               does y show what the picture shows?
                       trust    = sigmoid(judge(notes))                         0: something else is here now; 1: the same
                       past     = trust * evidence                              of which so much still counts
                       picture  = (past * picture + y) / (past + 1)             one frame more in the mean
                       evidence = past + 1
                   and the U-Net mends the picture, not the frame. n frames of equal noise have a mean with sqrt(n) times less of it, so
                   the noise it must take off is sigma / sqrt(evidence), and it is told so, place by place.

That a network should fuse frames by gates before it denoises them, and keep account of the noise that is left, is from Maggioni et al.
2021 (arXiv 2103.05407).

Causal: a frame sees the past and itself, never what is to come. With both_ways=True the same memory also runs from the last frame to the
first, and what both hold of a frame goes into its mean; one must then have the whole clip before one begins.

In the shapes B is the batch, T the frames, H and W the sides of a frame, C its channels, M those of the notes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from restoration.errors import Refusal
from restoration.models import cnn
from restoration.models.base import Family, check_picture, in_tiles, mean_psnr, pad_to
from restoration.models.motion import camera, moved

MAX_SIGMA = 100  # of 255
WARM = 8  # frames: from here on the memory counts as filled, where scores are taken
MOST_EVIDENCE = 16  # frames: more in a mean, and it would be slow to change
LEARNT = (0, 1, 3, 7, 11, 15)  # frames, from 0, whose answers are compared with the truth in training: the memory sees all
LEAST_EVIDENCE = 0.1  # frames: with less a place counts as never seen


@dataclass(frozen=True)
class Config:
    channels: int = 3
    widths: tuple[int, ...] = (32, 64, 96, 128)  # of the U-Net, as in cnn.Config
    blocks: int = 2
    memory: int = 32  # channels of the notes, at half the frame's resolution


class Memory(NamedTuple):
    picture: Tensor  # (B, C, H, W): the mean of what was seen
    evidence: Tensor  # (B, 1, H, W), 0 to 16: how many frames are in it
    notes: Tensor  # (B, M, H/2, W/2), -1 to 1


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
        c, notes = config.channels, config.memory
        super().__init__(config, inputs=4 * c + 1 + 4, outputs=4 * c)
        self.noise_level = cnn.NoiseLevel(c)
        self.compare = nn.Sequential(
            nn.Conv2d(8 * c + 4 + 4 + 1, 32, 3, padding=1), nn.ReLU(),
            nn.Conv2d(32, 32, 3, padding=1), nn.ReLU(),
        )  # fmt: skip
        self.memory = GRUCell(32, notes)
        self.judge = nn.Conv2d(notes, 4, 3, padding=1)
        self.recall = nn.Conv2d(notes, config.widths[0], 3, padding=1, bias=False)
        nn.init.zeros_(self.recall.weight)  # untrained, the U-Net is what it was without the notes

    def empty(self, y: Tensor) -> Memory:
        """A memory of nothing, for frames (B, C, H, W)."""
        b, _, h, w = y.shape
        return Memory(torch.zeros_like(y), y.new_zeros(b, 1, h, w), y.new_zeros(b, self.config.memory, h // 2, w // 2))

    def follow(self, y: Tensor, sigma: Tensor, mask: Tensor, memory: Memory) -> tuple[Memory, Tensor]:
        """The memory moved to where its places are in y, and by how many whole pixels (down, right) that is, (B, 2). What has just come
        into view has no evidence."""
        by = camera(y, memory.picture, mask, sigma) * (memory.evidence.amax((1, 2, 3)) > 0)[:, None]
        halves = by.div(2, rounding_mode="trunc")
        return Memory(moved(memory.picture, by), moved(memory.evidence, by), moved(memory.notes, halves)), by

    def look_back(self, y: Tensor, sigma: Tensor, mask: Tensor, memory: Memory) -> tuple[Tensor, Tensor]:
        """A frame y (B, C, H, W), sigma (B,) in 1/255 and mask (B, 1, H, W), beside the memory of others that has followed
        -> how far what is remembered is
        to be trusted at each pixel (B, 1, H, W), in 0..1, and the next notes."""
        s, both = sigma.view(-1, 1, 1, 1) / 255, mask * (memory.evidence > LEAST_EVIDENCE)
        change = both * (y - memory.picture) / s.clamp(min=1 / 255)  # in units of the noise
        parts = [y * mask, change, memory.evidence / MOST_EVIDENCE, mask]
        x = F.pixel_unshuffle(torch.cat(parts, 1), 2)
        x = torch.cat([x, s.expand(-1, 1, *x.shape[-2:])], 1).contiguous(memory_format=torch.channels_last)
        notes = self.memory(self.compare(x), memory.notes)
        return torch.sigmoid(F.pixel_shuffle(self.judge(notes), 2)), notes

    def of_this(self, y: Tensor, sigma: Tensor, mask: Tensor, memory: Memory) -> tuple[Memory, Tensor]:
        """What a memory holds of a frame y (as in look_back) that it has not seen: as much as is to be trusted there; and the trust."""
        memory, _ = self.follow(y, sigma, mask, memory)
        trust, notes = self.look_back(y, sigma, mask, memory)
        return Memory(memory.picture, trust * memory.evidence, notes), trust

    def add(self, y: Tensor, mask: Tensor, *held: Memory) -> Memory:
        """The mean of a frame y and of what memories hold of it: of those before, and of those after if there is such a one."""
        evidence = mask + sum(past.evidence for past in held)
        total = mask * y + sum(past.evidence * past.picture for past in held)
        notes = sum(past.notes for past in held) / len(held)
        return Memory(total / evidence.clamp(min=1e-6), evidence.clamp(max=MOST_EVIDENCE), notes)

    def remember(self, y: Tensor, sigma: Tensor, mask: Tensor, memory: Memory) -> tuple[Memory, Tensor]:
        """The memory once it has seen y (as in look_back), and the trust."""
        held, trust = self.of_this(y, sigma, mask, memory)
        return self.add(y, mask, held), trust

    def answer(self, memory: Memory, sigma: Tensor) -> Tensor:
        """What is remembered of a frame, mended: (B, C, H, W)."""
        known = (memory.evidence > LEAST_EVIDENCE).to(memory.picture)
        left = sigma.view(-1, 1, 1, 1) / 255 / memory.evidence.clamp(min=0.25).sqrt()  # the noise that is left, (B, 1, H, W)
        x = torch.cat([F.pixel_unshuffle(memory.picture * known, 2), F.avg_pool2d(left, 2), F.pixel_unshuffle(known, 2)], 1)
        e = self.head(x.contiguous(memory_format=torch.channels_last)) + self.recall(memory.notes)
        noise = F.pixel_shuffle(self.tail(self.trunk(e)), 2).float()
        return torch.where(known > 0.5, memory.picture - left * noise, 0.5 + noise)  # a hole has nothing to subtract from

    def frame(self, y: Tensor, sigma: Tensor, mask: Tensor, memory: Memory) -> tuple[Tensor, Memory]:
        """One frame (as in look_back) with the memory of those before it -> the frame mended (B, C, H, W), and the next memory."""
        memory, _ = self.remember(y, sigma, mask, memory)
        return self.answer(memory, sigma), memory

    def memories(self, y: Tensor, sigma: Tensor, mask: Tensor, wipe: tuple[int, ...] = (), both_ways: bool = False) -> Iterator[Memory]:
        """What is remembered with each frame of y (B, T, C, H, W) in turn. wipe: frames, from 0, before which the memory is emptied."""
        ahead, empty = [()] * y.shape[1], self.empty(y[:, 0])
        if both_ways:
            memory = empty
            for t in reversed(range(y.shape[1])):
                held, _ = self.of_this(y[:, t], sigma, mask[:, t], memory)
                ahead[t], memory = (held,), self.add(y[:, t], mask[:, t], held)
        memory = empty
        for t in range(y.shape[1]):
            held, _ = self.of_this(y[:, t], sigma, mask[:, t], empty if t in wipe else memory)
            memory = self.add(y[:, t], mask[:, t], held)
            yield self.add(y[:, t], mask[:, t], held, *ahead[t]) if both_ways else memory

    def forward(self, y: Tensor, sigma: Tensor, mask: Tensor, wipe: tuple[int, ...] = (), both_ways: bool = False,
                only: list[int] | None = None) -> Tensor:  # fmt: skip
        """y (B, T, C, H, W), sigma (B,) in 1/255, mask (B, T, 1, H, W), 1 where a pixel is known -> (B, T, C, H, W). only: mend these
        frames, from 0; what is remembered of a frame does not depend on the answers."""
        held = enumerate(self.memories(y, sigma, mask, wipe, both_ways))
        return torch.stack([self.answer(memory, sigma) for t, memory in held if only is None or t in only], 1)

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
    def restore(self, y: Tensor, sigma: float | Tensor | None = None, mask: Tensor | None = None, wipe: tuple[int, ...] = (),
                both_ways: bool = False) -> Tensor:  # fmt: skip
        """The noise taken off a clip y (B, T, 3, H, W), any H and W from 16 up; the result is not clipped.

        sigma: the noise level in units of 1/255, 0 to 100 (it was trained from 5 to 55), one number or (B,); None: it is guessed.
        mask: (B or 1, T, 1, H, W), 1 where a pixel is known; None: all are. wipe: frames, from 0, before which the memory is emptied.
        both_ways: see the frames to come, too.
        Refusal for a tensor of another shape, a frame that is too small or not finite, and a sigma out of range.
        """
        sigma, mask = self.told_of(y, sigma, mask)
        height, width = y.shape[-2:]
        padded = [pad_to(x.flatten(0, 1), self.multiple).unflatten(0, x.shape[:2]) for x in (y, mask)]
        frames = []
        for memory in self.memories(padded[0], sigma, padded[1], wipe, both_ways):  # of whole frames; large ones are mended in tiles
            held = torch.cat([memory.picture, memory.evidence, F.pixel_shuffle(memory.notes, 2)], 1)

            def mended(part: Tensor) -> Tensor:
                picture, evidence, notes = part.split([self.config.channels, 1, self.config.memory // 4], 1)
                return self.answer(Memory(picture, evidence, F.pixel_unshuffle(notes, 2)), sigma)

            frames.append(in_tiles(mended, held, self.multiple)[..., :height, :width])
        return torch.stack(frames, 1)


def build(config: Config) -> ClipDenoiser:
    return ClipDenoiser(config)


MEMORY = ("compare", "memory", "judge", "recall")


def optimisers(model: ClipDenoiser, lr: float) -> dict:
    """The U-Net's as ever, at lr: it can denoise already. Adam at thirty times that for the memory, which is new."""
    memory = [p for name, p in model.named_parameters() if name.startswith(MEMORY)]
    return {**cnn.optimisers(model, lr, besides=MEMORY), "memory": torch.optim.Adam(memory, lr=30 * lr)}


def step(model: ClipDenoiser, batch, optimisers: dict) -> dict:
    """One update: through all frames of a clip and back again (backpropagation through time)."""
    clean, damaged, known = batch
    only = [t for t in LEARNT if t < clean.shape[1]]
    loss = F.l1_loss(model(damaged, **known, only=only), clean[:, only])
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
