"""The one gate for clips: video files come in as frames, frames go out as H.264.

A clip is decoded as a stream: each frame is made small as it comes, and no more of them are kept than the lab may hold, so that a large or
a long file takes no more memory and little more time than a short one. What the gate changes on the way in (size, length, frame rate, a
turn, the sound) is a Note; what it cannot use is one Refusal. Inside, frames are uint8 (T, H, W, 3).
"""

import io
import os
import tempfile
import time
import zipfile
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PIL import Image

from restoration.errors import Note, Refusal

SECONDS = 10  # of a clip that are used
MAX_FPS = 30  # frames a second; of faster clips some are left out
MAX_FRAMES = SECONDS * MAX_FPS
LONG, SHORT = 320, 240  # pixels: the longer and the shorter side
MIN_SIDE = 16  # pixels
MAX_PIXELS = 36_000_000  # of a frame before it is made small: a little above 8K
PATIENCE = 30  # seconds that decoding may take
JITTER = 0.3  # of the usual distance of two frames: a clip whose distances differ by more has a variable rate
# The first bytes of a file -> the reader. No other is tried: some of FFmpeg's readers open further files that a file names.
READERS = ((4, b"ftyp", "mov"), (0, b"\x1a\x45\xdf\xa3", "matroska"), (0, b"GIF8", "gif"))
CRF = 16  # of H.264: hardly any loss to be seen


@dataclass(frozen=True, eq=False)
class Clip:
    """frames: uint8 (T, H, W, 3), T at least 2, H and W even. fps: frames a second, the same throughout. notes: what was changed."""

    frames: np.ndarray
    fps: float
    notes: tuple[Note, ...] = ()


def open_clip(path) -> Clip:
    """A clip from an mp4 (mov), webm (mkv) or animated gif file.

    At most SECONDS and MAX_FRAMES, made small to fit LONG x SHORT (upright ones SHORT x LONG), turned upright, its sides cut to even
    numbers; a variable frame rate becomes a constant one. Raises Refusal: no_such_file, clip_unreadable, clip_no_video, clip_one_frame,
    clip_too_large, clip_too_small.
    """
    if not Path(path).is_file():
        raise Refusal("no_such_file", path=Path(path).name)
    with open(path, "rb") as file:
        head = file.read(16)
        reader = next((name for at, mark, name in READERS if head[at : at + len(mark)] == mark), None)
        if reader is None:
            raise Refusal("clip_unreadable")
        file.seek(0)
        try:
            with av.open(file, format=reader) as container:  # from an open file: it cannot lead to others
                return _read(container)
        except Refusal:  # a ValueError too
            raise
        except (av.error.FFmpegError, ValueError, MemoryError) as e:  # whatever a decoder stumbles over
            raise Refusal("clip_unreadable") from e


def _read(container) -> Clip:
    if not container.streams.video:
        raise Refusal("clip_no_video")
    stream = container.streams.video[0]
    if stream.codec_context.width * stream.codec_context.height > MAX_PIXELS:
        raise Refusal("clip_too_large", width=stream.codec_context.width, height=stream.codec_context.height)
    notes = [Note("clip_sound")] if container.streams.audio else []
    taken = _Taken(float(stream.codec_context.sample_aspect_ratio or 1))
    end = time.monotonic() + PATIENCE
    broken = False
    try:
        for frame in container.decode(stream):
            if not taken.take(frame, float(1 / stream.average_rate) if stream.average_rate else 0.1):
                notes.append(Note("clip_cut", seconds=SECONDS))
                break
            if time.monotonic() > end:
                notes.append(Note("clip_slow", seconds=f"{taken.times[-1]:.1f}"))
                break
        else:
            broken = _ends_early(container, stream, taken)
    except av.error.FFmpegError:
        broken = True  # what was read before is used
    if not taken.frames:
        raise Refusal("clip_unreadable")
    if len(taken.frames) == 1:
        raise Refusal("clip_one_frame")
    if broken:
        notes.append(Note("clip_truncated", seconds=f"{taken.times[-1]:.1f}"))
    frames, fps, rate = _steady(taken)
    return Clip(frames, fps, (*notes, *taken.notes, *rate))


class _Taken:
    """Frames that have come, made small, with their times in seconds."""

    def __init__(self, stretch: float):
        """stretch: how much wider than high a pixel of the file is."""
        self.frames, self.times, self.notes, self.stretch = [], [], [], stretch
        self.first, self.came, self.last = None, 0, None

    def take(self, frame, usual: float) -> bool:
        """False once the clip is long enough. usual: seconds between two frames, for files that do not time them."""
        at = frame.time if frame.time is not None else self.came * usual
        self.first = at if self.first is None else self.first
        at -= self.first
        if at >= SECONDS - 1e-6 or len(self.frames) >= MAX_FRAMES:
            return False
        self.came, self.last = self.came + 1, at
        if not self.times or at - self.times[-1] > 1 / MAX_FPS - 0.003:  # times in webm are rounded to milliseconds
            size = self.frames[0].shape[:2] if self.frames else None
            self.frames.append(self._small(frame, size))
            self.times.append(at)
        return True

    def _small(self, frame, size: tuple | None) -> np.ndarray:
        """uint8 (H, W, 3), upright. size: of the frames before; the first decides, and says what was done."""
        turns = round(frame.rotation / 90) % 4  # counter-clockwise
        w, h = round(frame.width * self.stretch), frame.height
        w, h = (h, w) if turns % 2 else (w, h)
        if size is None:
            size = self._fit(w, h, turns)
        height, width = size
        if (w // 2 * 2, h // 2 * 2) == (width, height) and self.stretch == 1:  # nothing to make small: cut, so that no pixel is mixed
            rows = np.rot90(_rgb(frame, frame.width, frame.height), turns)[:height, :width]
        else:
            inner = (height, width) if turns % 2 else (width, height)
            rows = np.rot90(_rgb(frame, *inner), turns)
        return np.ascontiguousarray(rows)

    def _fit(self, w: int, h: int, turns: int) -> tuple[int, int]:
        across, down = (LONG, SHORT) if w >= h else (SHORT, LONG)
        scale = min(1.0, across / w, down / h)
        width, height = (int(n * scale + 1e-6) // 2 * 2 for n in (w, h))
        if min(width, height) < MIN_SIDE:
            raise Refusal("clip_too_small", width=w, height=h, least=MIN_SIDE)
        if turns:
            self.notes.append(Note("clip_turned"))
        if scale < 1:
            self.notes.append(Note("clip_reduced", width=w, height=h, new_width=width, new_height=height))
        elif (width, height) != (w, h):
            self.notes.append(Note("clip_even", width=w, height=h, new_width=width, new_height=height))
        return height, width


def _rgb(frame, width: int, height: int) -> np.ndarray:
    """uint8 (height, width, 3); transparent parts lie on white."""
    clear = frame.format.name in ("bgra", "rgba", "argb", "abgr", "pal8") or frame.format.name.startswith("yuva")
    rows = frame.reformat(width, height, "rgba" if clear else "rgb24", interpolation="AREA").to_ndarray()
    if not clear:
        return rows
    alpha = rows[..., 3:].astype(np.uint16)
    return ((rows[..., :3] * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)


def _ends_early(container, stream, taken: _Taken) -> bool:
    """Whether the file says that it is longer than what could be read."""
    said = float(stream.duration * stream.time_base) if stream.duration and stream.time_base else 0.0
    if not said and container.duration and not container.streams.audio:  # webm says it of the whole file, and sound may be longer
        said = container.duration / av.time_base
    return taken.last is not None and said - taken.last > max(0.5, 3 * taken.last / max(1, taken.came - 1))


def _steady(taken: _Taken) -> tuple[np.ndarray, float, list[Note]]:
    """Frames at a constant rate, frames a second, and what was done for it."""
    times = np.array(taken.times)
    gaps = np.diff(times)
    usual, notes = float(np.median(gaps)), []
    if (np.abs(gaps - usual) <= max(JITTER * usual, 0.004)).all():
        fps = len(gaps) / float(times[-1])
        if taken.came > len(taken.frames):
            notes.append(Note("clip_thinned", before=f"{(taken.came - 1) / taken.last:.0f}", fps=f"{fps:.0f}"))
        return np.stack(taken.frames), fps, notes
    fps = float(np.clip(round(1 / usual), 1, MAX_FPS))
    at = np.arange(min(MAX_FRAMES, int(times[-1] * fps + 1e-6) + 1)) / fps
    shown = np.searchsorted(times, at + 0.5 / MAX_FPS, side="right") - 1  # the frame that is on the screen at that time
    if len(at) < 2:
        raise Refusal("clip_one_frame")
    return np.stack([taken.frames[k] for k in shown]), fps, [Note("clip_steady", fps=f"{fps:.0f}")]


# Out


def to_mp4(frames: np.ndarray, fps: float) -> bytes:
    """uint8 (T, H, W, 3), H and W even -> an mp4 (H.264, yuv420p) that every browser plays. It is for eyes: it loses a little."""
    handle, path = tempfile.mkstemp(suffix=".mp4")
    os.close(handle)
    try:
        with av.open(path, "w", format="mp4", options={"movflags": "faststart"}) as container:
            stream = container.add_stream("libx264", rate=Fraction(fps).limit_denominator(1001))
            stream.height, stream.width = frames.shape[1:3]
            stream.pix_fmt, stream.options = "yuv420p", {"crf": str(CRF)}
            for frame in frames:
                container.mux(stream.encode(av.VideoFrame.from_ndarray(np.ascontiguousarray(frame), format="rgb24")))
            container.mux(stream.encode())
        return Path(path).read_bytes()
    finally:
        os.unlink(path)


def to_zip(clips: dict[str, np.ndarray], texts: dict[str, str]) -> bytes:
    """Frames of several clips as PNG, which loses nothing: <clip>/001.png, ..., and text files beside them."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:  # PNG is packed already
        for name, text in texts.items():
            archive.writestr(name, text)
        for name, frames in clips.items():
            for t, frame in enumerate(frames, 1):
                png = io.BytesIO()
                Image.fromarray(frame).save(png, format="PNG", compress_level=4)
                archive.writestr(f"{name}/{t:03}.png", png.getvalue())
    return data.getvalue()
