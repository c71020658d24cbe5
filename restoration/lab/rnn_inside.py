"""Look inside the network with a memory: what it holds of a clip, frame by frame, how far back a pixel looks, and the graph that one frame
makes of it. See restoration.lab.rnn for what a clip and its damage are. Frames are numbered from 0 here.
"""

import copy
import inspect
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from restoration import lab, plots
from restoration.errors import Refusal
from restoration.images import from_uint8, to_uint8
from restoration.lab.rnn import Footage, Ruined
from restoration.lab.rnn_repair import NETWORK, given_to, remembered
from restoration.models.motion import moved
from restoration.models.rnn import LEAST_EVIDENCE, MOST_EVIDENCE, ClipDenoiser, Memory

MOST_PIXELS = 2.2e6  # of all frames together that are watched: 48 frames of 256 x 176, 28 of 320 x 240
KEPT = 3  # passes: each is up to 125 MB
SHOWN_NOTES = 8  # of the notes' maps
CUT_OUT = 65  # pixels a side of the maps of a gradient
MAPS = 6  # frames whose maps of a gradient are shown
SURE = 0.5  # from this trust on more of a place is kept than forgotten


@dataclass(frozen=True, eq=False)
class Pass:
    """The memory's way through T frames of a clip. Tensors are padded to what the network takes; height, width: without that.

    by: of each frame, by how many pixels (down, right) the memory moved along with the camera before it saw the frame.
    picture (T, 3, H, W), evidence, trust, mask (T, 1, H, W), notes (T, M, H/2, W/2): after each frame. empty: the frames that found the
    memory empty. ruined, clean: the clip. answers: of restored(), once they are there.
    """

    key: tuple
    model: ClipDenoiser
    clean: Footage
    ruined: Ruined
    empty: tuple[int, ...]
    picture: Tensor
    evidence: Tensor
    trust: Tensor
    mask: Tensor
    notes: Tensor
    by: tuple[tuple[int, int], ...]
    answers: list = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.picture)

    @property
    def size(self) -> tuple[int, int]:
        return self.clean.frames.shape[1:3]

    def crop(self, x: Tensor) -> np.ndarray:
        """(..., H, W) -> the same without padding, as an array."""
        height, width = self.size
        return x[..., :height, :width].cpu().numpy()

    def memory(self, t: int) -> Memory:
        """After frame t; before the first, and where it was emptied, there is none: see `before`."""
        return Memory(self.picture[t : t + 1], self.evidence[t : t + 1], self.notes[t : t + 1])

    def kept(self, t: int) -> Tensor:
        """How much of what was seen before frame t still counts there, in frames: (1, H, W)."""
        if t in self.empty:
            return torch.zeros_like(self.evidence[t])
        return self.trust[t] * moved(self.evidence[t - 1 : t], torch.tensor([self.by[t]]))[0]

    def before(self, t: int) -> Memory:
        return self.model.empty(self.picture[:1]) if t in self.empty else self.memory(t - 1)

    @cached_property
    def held(self) -> np.ndarray:
        """The pictures in the memory, uint8 (T, H, W, 3)."""
        return np.stack([to_uint8(torch.from_numpy(self.crop(picture[None]))) for picture in self.picture])

    @cached_property
    def chosen(self) -> list[int]:
        """Which of the notes' maps vary most from frame to frame: variance over time, mean over places, the largest first."""
        varies = self.notes.var(0, correction=0).mean((1, 2))
        return varies.argsort(descending=True)[:SHOWN_NOTES].tolist()

    @cached_property
    def maps(self) -> dict[str, np.ndarray]:
        """Of each frame, (T, H, W) uint8: trust, 255 is 1; evidence, 255 is 16 frames."""
        parts = {"trust": self.trust, "evidence": self.evidence / MOST_EVIDENCE}
        return {name: (255 * self.crop(part[:, 0])).round().astype(np.uint8) for name, part in parts.items()}


_kept: OrderedDict[tuple, Pass] = OrderedDict()


def watched(clip: Footage) -> int:
    """How many frames of a clip are watched: the first of a long or large one."""
    return min(len(clip.frames), max(2, int(MOST_PIXELS / clip.frames[0][..., 0].size)))


@lab.on_gpu
def watch(key: tuple, clip: Footage, ruined: Ruined, wipe: int = 0) -> Pass:
    """wipe: the frame, from 1, before which the memory is emptied; 0: never. key: of all that the pass depends on. Refusal if there is no
    network."""
    if (found := _kept.pop(key, None)) is None:
        found = _pass(key, clip, ruined, wipe)
    _kept[key] = found
    while len(_kept) > KEPT:
        _kept.popitem(last=False)
    return found


@torch.no_grad()
def _pass(key: tuple, clip: Footage, ruined: Ruined, wipe: int) -> Pass:
    model, memory, seen, by = lab.network(NETWORK), None, [], []
    empty = tuple(sorted({0, max(wipe - 1, 0)}))
    for t in range(watched(clip)):
        y, sigma, mask = given_to(model, ruined, t)
        memory = model.empty(y) if t in empty else memory
        by.append(tuple(model.follow(y, sigma, mask, memory)[1][0].tolist()))
        memory, trust = model.remember(y, sigma, mask, memory)
        seen.append((*memory, trust, mask))
    picture, evidence, notes, trust, mask = (torch.cat(parts) for parts in zip(*seen, strict=True))
    return Pass(key, model, clip, ruined, empty, picture, evidence, trust, mask, notes, tuple(by))


@torch.no_grad()
def restored(seen: Pass) -> np.ndarray:
    """The answers, uint8 (T, H, W, 3). They are Restore's if somebody has asked for those before."""
    if not seen.answers:
        found = remembered(seen.key)
        seen.answers.extend(found.restored[: seen.count] if found else [_answer(seen, t) for t in range(seen.count)])
    return np.stack(seen.answers)


def ready(seen: Pass) -> bool:
    """Whether `restored` is there at once."""
    return bool(seen.answers) or remembered(seen.key) is not None


@torch.no_grad()
def answer(seen: Pass, t: int) -> np.ndarray:
    """The answer to one frame, uint8 (H, W, 3)."""
    if seen.answers:
        return seen.answers[check_frame(seen, t)]
    return _answer(seen, check_frame(seen, t))


def _answer(seen: Pass, t: int) -> np.ndarray:
    made = seen.model.answer(seen.memory(t), seen.picture.new_tensor([seen.ruined.sigma]))
    return to_uint8(torch.from_numpy(seen.crop(made)))


def check_frame(seen: Pass, t) -> int:
    return check_number("frame", t, 0, seen.count - 1)


def check_number(control: str, value, low: int, high: int) -> int:
    if not (isinstance(value, int) and low <= value <= high):
        raise Refusal("not_a_whole_number", control=control, low=low, high=high, value=str(value)[:40])
    return value


def turning_point(seen: Pass, last: int = 12) -> tuple[int, int, int]:
    """(frame, row, column) where most evidence was thrown away at once: something new came into view there. last: frame, at most."""
    frames = [t for t in range(1, min(seen.count, last + 1)) if t not in seen.empty]
    if not frames:
        return seen.count - 1, seen.size[0] // 2, seen.size[1] // 2
    lost = np.stack([seen.crop((1 / seen.trust[t].clamp(min=1e-3) - 1) * seen.kept(t))[0] for t in frames])
    edge = min(CUT_OUT // 2, *(side // 4 for side in seen.size))  # not at the very border
    inner = lost[:, edge : lost.shape[1] - edge, edge : lost.shape[2] - edge]
    t, row, column = np.unravel_index(int(inner.argmax()), inner.shape)
    return frames[int(t)], int(row) + edge, int(column) + edge


# What it remembers: numbers


@dataclass(frozen=True)
class Frame:
    """Numbers of one frame, over its pixels. trust: the mean, None where the memory is empty; sure: share of pixels with trust of SURE or
    more. evidence: the mean, in frames. left: the noise (of 255) that the network reckons is left in the mean, root mean square over the
    places that have been seen. least: row and column, 0 to 2 each, of the ninth of the frame that is trusted least, None as trust.

    off: how far from the original, root mean square error of 255, RGB: "damaged" the frame, "plain" a plain mean of all frames since the
    memory was last empty, "held" the picture in the memory; of what has been seen.
    """

    trust: float | None
    sure: float
    evidence: float
    left: float
    least: tuple[int, int] | None
    off: dict[str, float]


def frames(seen: Pass) -> list[Frame]:
    found, total, times = [], None, None
    for t in range(seen.count):
        y, mask = (x[0] for x in seen.ruined.frame(t))
        if t in seen.empty:
            total, times = torch.zeros_like(y), torch.zeros_like(mask)
        total, times = total + y * mask, times + mask
        evidence = torch.from_numpy(seen.crop(seen.evidence[t]))
        known = evidence > LEAST_EVIDENCE
        clean = from_uint8(seen.clean.frames[t])[0]
        off = {
            "damaged": _rms(y - clean, mask > 0.5), "plain": _rms(total / times.clamp(min=1) - clean, known),
            "held": _rms(torch.from_numpy(seen.crop(seen.picture[t])) - clean, known),
        }  # fmt: skip
        left = seen.ruined.sigma * float((1 / evidence[known]).mean().sqrt()) if known.any() else float("nan")
        fresh, trust = t in seen.empty, torch.from_numpy(seen.crop(seen.trust[t, 0]))
        ninths = F.adaptive_avg_pool2d(trust[None], 3)[0].flatten()
        found.append(Frame(
            trust=None if fresh else float(trust.mean()), sure=float((trust >= SURE).float().mean()), evidence=float(evidence.mean()),
            left=left, least=None if fresh else divmod(int(ninths.argmin()), 3), off=off,
        ))  # fmt: skip
    return found


def _rms(difference: Tensor, where: Tensor) -> float:
    """(C, H, W), where (1, H, W) bool -> of 255."""
    return 255 * float(difference[:, where[0]].square().mean().sqrt())


def off_restored(seen: Pass, made: np.ndarray) -> list[float]:
    """How far the answers are from the original, as Frame.off, of whole frames."""
    return [float(np.sqrt(np.mean((a.astype(np.float32) - b) ** 2))) for a, b in zip(made, seen.clean.frames, strict=False)]


# What it remembers: the notes and the gates that write them


@torch.no_grad()
def gates(seen: Pass, t: int) -> tuple[np.ndarray, np.ndarray]:
    """The GRU's gates with frame t, reset r and update z, each (M, H/2, W/2) in 0..1."""
    check_frame(seen, t)
    spied, read = copy.deepcopy(seen.model), []  # a copy: others use the network now
    spied.memory.register_forward_pre_hook(lambda _, given: read.append(given))
    given = given_to(spied, seen.ruined, t)
    spied.look_back(*given, spied.follow(*given, seen.before(t))[0])
    r, z, _ = seen.model.memory.gates(*read[0])
    return _half(seen, r[0]), _half(seen, z[0])


def notes(seen: Pass, t: int) -> np.ndarray:
    """The notes' maps after frame t, (M, H/2, W/2), -1 to 1."""
    return _half(seen, seen.notes[check_frame(seen, t)])


def _half(seen: Pass, x: Tensor) -> np.ndarray:
    height, width = (-(-side // 2) for side in seen.size)
    return x[..., :height, :width].cpu().numpy()


def gate_picture(gate: np.ndarray) -> np.ndarray:
    """(h, w) in 0..1 -> colours, (h, w, 3) uint8: black is 0, pale yellow 1."""
    return palette()[(255 * gate).round().astype(np.uint8)]


def note_picture(note: np.ndarray) -> np.ndarray:
    """(h, w) in -1..1 -> (h, w, 3) uint8: black is -1, mid grey 0, white 1."""
    return np.repeat(plots.difference_grey(note, scale=1.0)[..., None], 3, 2)


def palette() -> np.ndarray:
    """The colours of a heat map, black to pale yellow, (256, 3) uint8."""
    return plots.heat_colours(np.arange(256) / 255, log=False)


# How far back a pixel looks


@dataclass(frozen=True)
class Back:
    """What one pixel of the answer to frame t depends on. at: frames, from t backwards to the one that found the memory empty.

    share: of each, its part of the gradient's size (absolute values, over pixels and colours), adds up to 1. weight: its part in the mean
    at this very pixel, wherever its place was then, adds up to 1 where the pixel has been seen. total: the size of the whole gradient.
    maps: size of the gradient in the frames at[:MAPS], CUT_OUT pixels a side around the pixel; NaN outside the picture. inside: of these,
    the share within the cut-out.
    """

    t: int
    row: int
    column: int
    at: tuple[int, ...]
    share: np.ndarray
    weight: np.ndarray
    total: float
    maps: np.ndarray
    inside: np.ndarray

    def within(self, part: float, of: np.ndarray) -> int:
        """The least number of frames, this one among them, that hold that part of `of` (share or weight)."""
        return min(int(np.searchsorted(of.cumsum(), part * of.sum() * (1 - 1e-9))) + 1, len(of))


@lab.on_gpu
def look_back(seen: Pass, t: int, row: int, column: int) -> Back:
    """Refusal for a frame or a pixel that there is not."""
    check_frame(seen, t)
    for control, place, side in (("row", row, seen.size[0]), ("column", column, seen.size[1])):
        check_number(control, place, 0, side - 1)
    sizes = gradients(seen, t, row, column)
    sums = sizes.sum((1, 2))
    cut_out = np.stack([_around(size, row, column) for size in sizes[:MAPS]])
    return Back(
        t, row, column, tuple(range(t, t - len(sizes), -1)), sums / (sums.sum() or 1), weights(seen, t)[:, row, column], float(sums.sum()),
        cut_out, np.nansum(cut_out, (1, 2)) / np.maximum(sums[:MAPS], 1e-30),
    )  # fmt: skip


def gradients(seen: Pass, t: int, row: int, column: int) -> np.ndarray:
    """The size of the gradient of a pixel of the answer to frame t, its colours added, by frame t and those before it, from t backwards to
    the one that found the memory empty: (N, H, W), absolute values summed over colours. Of every frame before that one it is 0.

    Backpropagation through time, a frame at a time: what comes out of the memory of one frame is carried into the frame before.
    """
    found, toward = [], None
    for s in range(t, max(e for e in seen.empty if e <= t) - 1, -1):
        y, sigma, mask = given_to(seen.model, seen.ruined, s)
        y = y.clone().requires_grad_()
        memory = Memory(*(part.detach().clone().requires_grad_() for part in seen.before(s)))
        with torch.enable_grad():
            after, _ = seen.model.remember(y, sigma, mask, memory)
            out = seen.model.answer(after, sigma)[0, :, row, column].sum() if s == t else after
            by_frame, *toward = torch.autograd.grad(out, [y, *memory], toward, materialize_grads=True)
        found.append(seen.crop(by_frame[0].abs().sum(0)))
    return np.stack(found).astype(np.float64)


def weights(seen: Pass, t: int) -> np.ndarray:
    """The weight of each frame in the mean that the memory holds with frame t, from t backwards as in `gradients`: (N, H, W). They follow
    from trust and evidence, and add up to 1 wherever something has been seen."""
    found, rest, way = [], 1.0, torch.zeros(1, 2, dtype=torch.long)
    for s in range(t, max(e for e in seen.empty if e <= t) - 1, -1):
        mask, past = (moved(x[None], way)[0, 0] for x in (seen.mask[s], seen.kept(s)))  # to where its places are in frame t
        total = (past + mask).clamp(min=1e-6)
        found.append(seen.crop(rest * mask / total))
        rest, way = rest * past / total, way + torch.tensor([seen.by[s]])
    return np.stack(found).astype(np.float64)


def _around(x: np.ndarray, row: int, column: int) -> np.ndarray:
    """CUT_OUT pixels a side around a pixel; NaN outside the picture."""
    half = CUT_OUT // 2
    return np.pad(x, half, constant_values=np.nan)[row : row + CUT_OUT, column : column + CUT_OUT]


def heat_pictures(back: Back, log: bool) -> np.ndarray:
    """The maps as colours of one scale, (N, CUT_OUT, CUT_OUT, 3) uint8; grey outside the picture. log: see plots.heat_colours."""
    outside = np.isnan(back.maps)
    colours = plots.heat_colours(np.nan_to_num(back.maps).reshape(-1, CUT_OUT), log).reshape(*outside.shape, 3)
    return np.where(outside[..., None], np.uint8(128), colours)


def cut_outs(seen: Pass, back: Back) -> np.ndarray:
    """The damaged frames of the maps, cut out as they are, (N, CUT_OUT, CUT_OUT, 3) uint8; grey outside the picture."""
    half = CUT_OUT // 2
    padded = [np.pad(seen.ruined.shown[t], ((half, half), (half, half), (0, 0)), constant_values=128) for t in back.at[:MAPS]]
    return np.stack([x[back.row : back.row + CUT_OUT, back.column : back.column + CUT_OUT] for x in padded])


# The unrolled graph

# box -> its modules, and where its line stands: (method of ClipDenoiser, how the line begins)
BOXES = {
    "compare": (("compare",), ("look_back", "change =")),
    "gru": (("memory",), ("look_back", "notes =")),
    "judge": (("judge",), ("look_back", "return")),
    "mean": ((), ("add", "evidence =")),
    "recall": (("recall",), ("answer", "e =")),
    "unet": (("head", "down", "shrink", "middle", "grow", "up", "tail"), ("answer", "noise =")),
    "answer": ((), ("answer", "return")),
}
LINES = {"compare": 4, "mean": 3}  # of code that a box is, where it is more than one


@dataclass(frozen=True)
class Box:
    """parameters, macs (multiplications with an addition, per pixel of a frame): measured. lines: (first, last) of models/rnn.py; code:
    these lines."""

    parameters: int
    macs: float
    lines: tuple[int, int]
    code: str


@dataclass(frozen=True)
class Graph:
    """One frame's way through the network, as it was for the clip. shapes: edge -> (B, C, H, W), as the tensors were."""

    boxes: dict[str, Box]
    shapes: dict[str, tuple[int, ...]]


@torch.no_grad()
def graph(seen: Pass, t: int) -> Graph:
    """Measured on the network itself while it goes over frame t."""
    model, macs = copy.deepcopy(seen.model), {}  # a copy: others use the network now
    shapes = {}
    hooked = {"compare": "compared", "memory": "notes", "recall": "recalled", "tail": "noise"}  # module -> what comes out of it
    for module, edge in hooked.items():
        getattr(model, module).register_forward_hook(_noting(shapes, edge, lambda given, made: made))
    model.compare.register_forward_hook(_noting(shapes, "change", lambda given, made: given[0]))
    model.head.register_forward_hook(_noting(shapes, "known", lambda given, made: given[0]))
    y, sigma, mask = given_to(model, seen.ruined, check_frame(seen, t))
    with FlopCounterMode(display=False) as counter:
        for name, part in model.named_modules():
            if isinstance(part, nn.Conv2d):
                _count(part, name, counter, macs)
        memory, trust = model.remember(y, sigma, mask, seen.before(t))
        made = model.answer(memory, sigma)
    measured = {"frame": y, "picture": memory.picture, "evidence": memory.evidence, "trust": trust, "answer": made}
    shapes |= {edge: tuple(x.shape) for edge, x in measured.items()}
    boxes = {}
    for box, (modules, place) in BOXES.items():
        count = sum(p.numel() for module in modules for p in getattr(model, module).parameters())
        total = sum(n for name, n in macs.items() if name.split(".")[0] in modules)
        boxes[box] = Box(count, total / y[0, 0].numel(), *code(*place, LINES.get(box, 1)))
    return Graph(boxes, shapes)


def _noting(shapes: dict, edge: str, which: Callable):
    def hook(module: nn.Module, given: tuple, made: Tensor) -> None:
        shapes[edge] = tuple(which(given, made).shape)

    return hook


def _count(part: nn.Module, name: str, counter: FlopCounterMode, macs: dict[str, float]) -> None:
    """Multiplications with an addition are half of the floating-point operations that torch counts while a layer runs."""

    def begin(module: nn.Module, given: tuple) -> None:
        macs[name] = macs.get(name, 0) - counter.get_total_flops() / 2

    def end(module: nn.Module, given: tuple, made: Tensor) -> None:
        macs[name] += counter.get_total_flops() / 2

    part.register_forward_pre_hook(begin)
    part.register_forward_hook(end)


def code(method: str, begins: str, count: int) -> tuple[tuple[int, int], str]:
    """((first, last), text): lines of a method of ClipDenoiser, from the first that begins so."""
    source, start = inspect.getsourcelines(getattr(ClipDenoiser, method))
    k = next(k for k, line in enumerate(source) if line.strip().startswith(begins))
    return (start + k, start + k + count - 1), inspect.cleandoc("\n" + "".join(source[k : k + count]))
