"""The lab of clips: what the RNN's screen may ask for. Frames are uint8 (T, H, W, 3) here, numbered from 0; on the screen and in links they
are numbered from 1, and 0 says none. As in restoration.lab, what cannot be done is a Refusal, and what was changed is a Note.
"""

from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
import torch
from torch import Tensor

from restoration import clips, degrade, images
from restoration.cases import one_of, read_case, whole
from restoration.clips_made import CLIPS, FRAMES, made_clip
from restoration.errors import Note, Refusal
from restoration.lab import rnn_pixels, vae
from restoration.lessons import PAGES, list_lessons

TABS = ("restore", "inside", "latent", "curves", "live", "pixels")
LEAST_SIGMA, MOST_SIGMA = 10, 50  # of 255
MOST_FRAMES = 96  # that are mended: the others of a longer clip are left out, so that nobody waits for minutes
BLUR = 2.0  # standard deviation in pixels of the one blurred frame
HOLE = 0.4  # of each side is missing in the one frame with a hole
COVERS = (*(name for name in rnn_pixels.COVERS if name != "own"), rnn_pixels.NOTHING)  # that a link can hold
COLUMNS = 6  # frames side by side on a sheet


@dataclass(frozen=True)
class Case:
    """All that a link, a lesson's step or a preset sets. hole, blur: the frame, from 1, in which a block is missing, or that is blurred.
    wipe: the frame before which the memory is emptied. 0: none. digit, cover, heat (the temperature), draw (the seed of the endings): what
    is written."""

    picture: str = "pan"  # a clip that ships; "" while the visitor's own is in the lab
    sigma: int = 25  # of the noise, of 255
    hole: int = 0
    blur: int = 0
    wipe: int = 0
    seed: int = 0
    digit: int = vae.Case.picture
    cover: str = "lower"
    heat: float = 1.0
    draw: int = 0
    tab: str = "restore"
    lesson: str = next((id for id in PAGES if id.startswith("rnn-")), PAGES[0])


@dataclass(frozen=True, eq=False)
class Footage:
    """A clean clip in the lab. name: "" for a visitor's own. cut: the first frame of a second scene, if that is known."""

    frames: np.ndarray
    fps: float
    name: str = ""
    cut: int | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, eq=False)
class Ruined:
    """A damaged clip. Its frames are made when they are asked for, always the same, so that a long clip is never held as floats."""

    clean: np.ndarray
    sigma: float
    seed: int = 0
    hole: int = 0
    blur: int = 0

    def frame(self, t: int) -> tuple[Tensor, Tensor]:
        """What a network is given: frame t, (1, 3, H, W), not clipped, and (1, 1, H, W), 1 where a pixel is known."""
        y = images.from_uint8(self.clean[t])
        if t == self.blur - 1:
            y = degrade.degrade(y, "blur", sigma=BLUR, seed=self.seed)
        noise = np.random.default_rng((self.seed, t)).standard_normal(tuple(y.shape), dtype=np.float32)
        mask = self.mask if t == self.hole - 1 else torch.ones_like(y[:, :1])
        return (y + self.sigma / 255 * torch.from_numpy(noise)) * mask, mask

    @cached_property
    def mask(self) -> Tensor:
        """Of the frame with a hole: a block somewhere, where the seed wants it. (1, 1, H, W)"""
        h, w = self.clean.shape[1:3]
        high, wide = round(HOLE * h), round(HOLE * w)
        rng = np.random.default_rng((self.seed, 1 << 20))
        top, left = int(rng.integers(h - high + 1)), int(rng.integers(w - wide + 1))
        mask = torch.ones(1, 1, h, w)
        mask[..., top : top + high, left : left + wide] = 0
        return mask

    @cached_property
    def shown(self) -> np.ndarray:
        """All frames clipped and rounded, uint8 (T, H, W, 3), for eyes and for scores."""
        return np.stack([images.to_uint8(self.frame(t)[0]) for t in range(len(self.clean))])


def made() -> dict:
    """The clips that ship."""
    return CLIPS


def picture(name: str) -> Footage:
    clip = made_clip(name)
    return Footage(clip.frames, clip.fps, name, CLIPS[name].cut, clip.notes)


def upload(path) -> Footage:
    """A visitor's clip, as the gate lets it in (see restoration.clips), at most MOST_FRAMES of it."""
    clip = clips.open_clip(path)
    count, notes = len(clip.frames), clip.notes
    if count > MOST_FRAMES:
        notes = (*notes, Note("clip_shortened", most=MOST_FRAMES, count=count))
    return Footage(clip.frames[:MOST_FRAMES].copy(), clip.fps, notes=notes)


def check_frame(value, count: int) -> int:
    """A frame's number from 1 to count, or 0 for none."""
    number = _whole_or_none(value)
    if number is None or not 0 <= number <= count:
        raise Refusal("clip_frame", value=str(value)[:40], count=count)
    return number


def _whole_or_none(value) -> int | None:
    try:
        number = float(value)
        return int(number) if number == int(number) else None
    except (TypeError, ValueError, OverflowError):
        return None


def check_sigma(value) -> int:
    number = _whole_or_none(value)
    if number is None or not LEAST_SIGMA <= number <= MOST_SIGMA:
        raise Refusal("not_a_whole_number", control="sigma", low=LEAST_SIGMA, high=MOST_SIGMA, value=str(value)[:40])
    return number


def ruin(clip: Footage, case: Case) -> Ruined:
    """Refusal for a frame that the clip does not have, also one to wipe the memory at."""
    hole, blur, _ = (check_frame(n, len(clip.frames)) for n in (case.hole, case.blur, case.wipe))
    return Ruined(clip.frames, check_sigma(case.sigma), whole(case.seed), hole, blur)


def _digit(value) -> int:
    number = int(value)
    if number not in range(vae.SUBJECTS["digits"].pictures):
        raise ValueError
    return number


def parse_case(values: dict, start: Case = Case()) -> tuple[Case, list[Note]]:
    """A Case from the strings of a link or the values of a preset, and a Note for each that was not right; never fails."""
    lessons = [id for id, _ in list_lessons("en", "rnn")] or [Case.lesson]
    frame = partial(check_frame, count=FRAMES)
    readers = {
        "picture": one_of(CLIPS), "sigma": check_sigma, "hole": frame, "blur": frame, "wipe": frame, "seed": whole,
        "digit": _digit, "cover": one_of(COVERS), "heat": lambda value: rnn_pixels.check(value, 0, 1)[0], "draw": whole,
        "tab": one_of(TABS), "lesson": one_of(lessons),
    }  # fmt: skip
    return read_case(start, values, readers)


def sheet(frames: np.ndarray) -> np.ndarray:
    """All frames on one picture, COLUMNS in a row: uint8 (rows * H, COLUMNS * W, 3)."""
    return images.sheet(frames, COLUMNS)


def to_mp4(frames: np.ndarray, fps: float) -> bytes:
    """See restoration.clips."""
    return clips.to_mp4(frames, fps)


def to_zip(parts: dict[str, np.ndarray], texts: dict[str, str]) -> bytes:
    """See restoration.clips."""
    return clips.to_zip(parts, texts)
