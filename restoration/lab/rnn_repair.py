"""The lab of clips, its repairs: a network with a memory, the same without, and yardsticks. See restoration.lab.rnn.

The network's own answer comes first, frame by frame; what it is compared with is computed afterwards. All scores are PSNR in dB: RGB,
the whole frame, clipped to [0, 1] and rounded to 8 bits.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import cv2
import numpy as np
import torch
from torch import Tensor

from restoration import baselines, lab, metrics
from restoration.images import from_uint8, to_uint8
from restoration.lab.remembered import Remembered
from restoration.lab.rnn import Footage, Ruined
from restoration.models.base import pad_to
from restoration.models.rnn import WARM, ClipDenoiser, Memory

NETWORK, ALONE = "rnn-video", "cnn-denoise"
# What is run, in this order -> (kind, how many million pixels it may be run on: of more frames some are left out, evenly)
METHODS = {
    "damaged": ("damaged", None), "memory": ("network", None), "unwiped": ("network", None), "alone": ("network", 0.55),
    "both": ("network", 0.55), "cnn": ("network", 0.55), "nlm": ("yardstick", 0.55),
}  # fmt: skip
KEPT = 8  # finished repairs of clips that ship: a class opens the same few
# Non-local means over five frames, set to win on the clips that ship: strength by noise level, and the pixels of a side that are searched
NLM_FRAMES, NLM_STRENGTH, NLM_SEARCH, NLM_PATCH = 5, 0.65, 7, 7


@dataclass(frozen=True)
class Line:
    """Scores of one method: psnr (dB) at the frames `at`, from 0. ms: a frame, the mean; None for the damage."""

    name: str
    kind: str
    at: tuple[int, ...] = ()
    psnr: tuple[float, ...] = ()
    ms: float | None = None

    def plus(self, t: int, psnr: float, ms: float) -> "Line":
        n = len(self.at)
        return replace(self, at=(*self.at, t), psnr=(*self.psnr, psnr), ms=((self.ms or 0) * n + ms) / (n + 1))


@dataclass(frozen=True, eq=False)
class Outcome:
    """What came of a repair so far. key: of the desk it belongs to. restored: frames uint8 (H, W, 3). now: the method that is at work."""

    key: tuple
    count: int
    lines: dict[str, Line] = field(default_factory=dict)
    restored: tuple[np.ndarray, ...] = ()
    now: str = ""
    done: bool = False

    @property
    def mended(self) -> bool:
        return len(self.restored) == self.count

    def late(self) -> list[int]:
        """The frames, from 0, over which scores are compared: from frame WARM on (of a shorter clip: from the second) those that all
        methods were run on."""
        return _late(set.intersection(*(set(line.at) for line in self.lines.values())))

    def means(self) -> dict[str, tuple[float, float]]:
        """Of each method: PSNR of the first frame, and the mean over `late`."""
        late, found = self.late(), {}
        for name, line in self.lines.items():
            values = dict(zip(line.at, line.psnr, strict=True))
            found[name] = (values[0], float(np.mean([values[t] for t in late])))
        return found


_finished = Remembered(KEPT)


def remembered(key: tuple) -> Outcome | None:
    """A finished repair of a clip that ships, if somebody has asked for it before."""
    return _finished.get(key)


def _measured(key: tuple) -> dict[str, Line]:
    """What a finished repair of the same damaged clip tells of this one, which differs from it only in when the memory is emptied."""
    lines = {}
    for other, out in _finished.all():
        if other[:-1] == key[:-1]:
            lines |= {name: out.lines[name] for name in ("alone", "both", "cnn", "nlm")}
            if not other[-1]:
                lines["unwiped"] = replace(out.lines["memory"], name="unwiped")
    return lines


def _late(shared: set[int]) -> list[int]:
    frames = sorted(shared)
    return [t for t in frames if t >= WARM - 1] or frames[1:] or frames


def damaged_psnr(clip: Footage, ruined: Ruined) -> float:
    """dB of the damaged frames over which a finished repair will be scored, as in its table."""
    count, size = len(clip.frames), clip.frames[0][..., 0].size
    scored = _late(set.intersection(*(set(_spots(count, size, most, _besides(clip, ruined))) for _, most in METHODS.values())))
    return float(np.mean([metrics.psnr(from_uint8(ruined.shown[t]), from_uint8(clip.frames[t])) for t in scored]))


def _besides(clip: Footage, ruined: Ruined) -> tuple[int, ...]:
    """Frames at which something happens; negative: nothing does."""
    return (ruined.hole - 1, ruined.blur - 1, *((clip.cut - 1, clip.cut) if clip.cut else ()))


@lab.on_gpu
def mend(key: tuple, clip: Footage, ruined: Ruined, wipe: int = 0) -> Iterator[Outcome]:
    """Yields an Outcome after every frame of every method. wipe: the frame, from 1, before which the memory is emptied; 0: never.

    key: of all that the outcome depends on, wipe last. Refusal if the networks are not there.
    """
    if known := remembered(key):
        yield known
        return
    clean = [from_uint8(frame) for frame in clip.frames]
    out = Outcome(key, len(clean))
    scores = tuple(metrics.psnr(from_uint8(y), x) for y, x in zip(ruined.shown, clean, strict=True))
    out = replace(out, lines={"damaged": Line("damaged", "damaged", tuple(range(len(clean))), scores)})
    besides = _besides(clip, ruined)
    measured = _measured(key) if clip.name else {}
    held: list[Memory | None] = []  # the memory as it was before it was emptied
    runs = {
        "memory": lambda _: _with_memory(ruined, wipe, held), "unwiped": lambda _: _unwiped(ruined, wipe, held[0]),
        "alone": lambda spots: _alone(ruined, spots), "both": lambda spots: _both(ruined, spots),
        "cnn": lambda spots: _cnn(ruined, spots), "nlm": lambda spots: _nlm(ruined, spots),
    }  # fmt: skip
    for name, (kind, most) in METHODS.items():
        if name == "damaged" or name == "unwiped" and not wipe:
            continue
        if name in measured:
            out = replace(out, lines={**out.lines, name: measured[name]})
            continue
        spots = _spots(len(clean), clip.frames[0][..., 0].size, most, besides)
        line = Line(name, kind)
        if name == "unwiped":  # until then it is the same
            done = out.lines["memory"]
            line = replace(line, at=done.at[: wipe - 1], psnr=done.psnr[: wipe - 1], ms=done.ms)
        out = replace(out, now=name, lines={**out.lines, name: line})
        start = time.perf_counter()
        for t, made in runs[name](spots):
            ms, shown = 1000 * (time.perf_counter() - start), to_uint8(made)
            line = out.lines[name].plus(t, metrics.psnr(from_uint8(shown), clean[t]), ms)
            out = replace(out, lines={**out.lines, name: line}, restored=(*out.restored, shown) if name == "memory" else out.restored)
            yield out
            start = time.perf_counter()
    out = replace(out, done=True, now="")
    if clip.name:
        _finished.keep(key, out)
    yield out


def _spots(count: int, size: int, most: float | None, besides: tuple[int, ...]) -> list[int]:
    """Which frames a method is run on: all, or evenly spaced ones, as many as `most` million pixels make, from the first; and those
    `besides`, where something happens (negative ones count as none)."""
    room = count if most is None else max(2, int(most * 1e6 / size))
    return sorted({*range(0, count, -(-count // room)), *(t for t in besides if t >= 0)})


def given_to(model: ClipDenoiser, ruined: Ruined, t: int) -> tuple[Tensor, Tensor, Tensor]:
    """Frame t as ClipDenoiser.look_back takes it: y, sigma and mask, of sides that fit."""
    y, mask = (pad_to(x.to(lab.DEVICE), model.multiple) for x in ruined.frame(t))
    return y, y.new_tensor([ruined.sigma]), mask


@torch.inference_mode()
def _step(model: ClipDenoiser, ruined: Ruined, t: int, memory: Memory | None) -> tuple[Tensor, Memory]:
    """Frame t, mended (1, 3, H, W), and the memory after it. memory: that before it; None: empty."""
    y, sigma, mask = given_to(model, ruined, t)
    made, memory = model.frame(y, sigma, mask, memory or model.empty(y))
    return _cropped(made, ruined), memory


def _cropped(made: Tensor, ruined: Ruined) -> Tensor:
    height, width = ruined.clean.shape[1:3]
    return made[..., :height, :width].float()


def _with_memory(ruined: Ruined, wipe: int, held: list) -> Iterator[tuple[int, Tensor]]:
    model, memory = lab.network(NETWORK), None
    for t in range(len(ruined.clean)):
        if wipe and t == wipe - 1:
            held.append(memory)
            memory = None
        made, memory = _step(model, ruined, t, memory)
        yield t, made


def _unwiped(ruined: Ruined, wipe: int, memory: Memory | None) -> Iterator[tuple[int, Tensor]]:
    """How it would have gone on with the memory that was emptied."""
    model = lab.network(NETWORK)
    for t in range(wipe - 1, len(ruined.clean)):
        made, memory = _step(model, ruined, t, memory)
        yield t, made


def _alone(ruined: Ruined, spots: list[int]) -> Iterator[tuple[int, Tensor]]:
    """The same network with its memory wiped at every frame."""
    model = lab.network(NETWORK)
    for t in spots:
        yield t, _step(model, ruined, t, None)[0]


def _both(ruined: Ruined, spots: list[int]) -> Iterator[tuple[int, Tensor]]:
    """With a memory that comes from the last frame besides. What it holds is kept for the frames that are asked for alone."""
    model, ahead, count = lab.network(NETWORK), {}, len(ruined.clean)
    with torch.inference_mode():
        memory = model.empty(given_to(model, ruined, 0)[0])
        for t in reversed(range(count)):
            y, sigma, mask = given_to(model, ruined, t)
            held, _ = model.of_this(y, sigma, mask, memory)
            if t in spots:
                ahead[t] = held
            memory = model.add(y, mask, held)
    memory = model.empty(y)
    for t in range(count):
        with torch.inference_mode():
            y, sigma, mask = given_to(model, ruined, t)
            held, _ = model.of_this(y, sigma, mask, memory)
            memory = model.add(y, mask, held)
            made = _cropped(model.answer(model.add(y, mask, held, ahead[t]), sigma), ruined) if t in ahead else None
        if made is not None:
            yield t, made


def _filled(ruined: Ruined, t: int) -> Tensor:
    """Frame t for a method that cannot be told of a hole: a classical one (Telea) has filled it."""
    y, mask = ruined.frame(t)
    return y if t != ruined.hole - 1 else baselines.baseline("telea").restore(y, mask=mask)


@torch.inference_mode()
def _denoised(y: Tensor, sigma: float) -> Tensor:
    return lab.network(ALONE).restore(y.to(lab.DEVICE), sigma=float(sigma)).float()


def _cnn(ruined: Ruined, spots: list[int]) -> Iterator[tuple[int, Tensor]]:
    """The denoiser without a memory, told the noise level, one frame at a time."""
    for t in spots:
        yield t, _denoised(_filled(ruined, t), ruined.sigma)


def _nlm(ruined: Ruined, spots: list[int]) -> Iterator[tuple[int, Tensor]]:
    """Non-local means over five frames, two of which are still to come; before the first and after the last, mirrored."""
    last, half = len(ruined.clean) - 1, NLM_FRAMES // 2
    for t in spots:
        around = [abs(k) if k <= last else 2 * last - k for k in range(t - half, t + half + 1)]
        frames = [to_uint8(_filled(ruined, min(max(k, 0), last))) for k in around]
        h = NLM_STRENGTH * ruined.sigma
        made = cv2.fastNlMeansDenoisingColoredMulti(frames, half, NLM_FRAMES, None, h, h, NLM_PATCH, NLM_SEARCH)
        yield t, from_uint8(made)


def recovery(with_wipe: Line, without: Line, wipe: int, near: float = 0.1) -> tuple[float, int | None]:
    """(dB lost in the frame at which the memory was emptied, frames until it is within `near` dB again; None: not in this clip)."""
    lost = [b - a for a, b in zip(with_wipe.psnr, without.psnr, strict=True)][wipe - 1 :]
    return lost[0], next((n for n, gap in enumerate(lost) if gap <= near), None)
