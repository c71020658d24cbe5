"""The clips that ship: made of the licensed sample pictures (assets/samples/CREDITS.md) when first asked for, the same each time.

Each shows one thing that a memory meets: what moves as a whole, what passes in front of something, light that changes, and a cut.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image

from restoration.clips import Clip
from restoration.errors import unknown
from restoration.samples import sample_path

WIDTH, HEIGHT, FRAMES, FPS = 256, 176, 24, 12
CUT = FRAMES // 2  # the first frame, from 0, of the second scene


@dataclass(frozen=True)
class Made:
    """What a clip is called and shows. samples: the pictures it is made of. cut: the first frame of a second scene, from 0, or None."""

    name: str
    en: str
    zh: str
    about_en: str
    about_zh: str
    samples: tuple[str, ...]
    cut: int | None = None


CLIPS = {
    "pan": Made(
        "pan", "Pan", "平移", "The camera glides over a photo of a rocket on its pad.", "镜头缓缓扫过一张发射台上火箭的照片。",
        ("rocket",),
    ),
    "object": Made(
        "object", "Moving object", "移动的物体", "A round picture of a cat drifts over grass that stays still: what it has just uncovered "
        "is new to the memory.", "一张圆形的猫的图片飘过静止的草地：刚露出来的地方，记忆还没见过。",
        ("cat", "grass"),
    ),
    "flicker": Made(
        "flicker", "Flicker", "闪烁", "Nothing moves, but the light flickers from frame to frame.", "画面不动，但亮度逐帧闪烁。",
        ("coffee",),
    ),
    "cut": Made(
        "cut", "Scene cut", "场景切换", "Two scenes. At the cut in the middle, all that the memory holds is of no use any more.",
        "两个场景。中间切换的一刻，记忆里的一切都不再有用。", ("coffee", "astronaut"), CUT,
    ),
}  # fmt: skip


@lru_cache(maxsize=len(CLIPS))
def made_clip(name: str) -> Clip:
    """A clip by name: 24 frames of 256 x 176 at 12 a second. Do not write into its frames: all share them. Refusal: unknown_name."""
    if name not in CLIPS:
        raise unknown("clip", name, CLIPS)
    frames = {"pan": _pan, "object": _object, "flicker": _flicker, "cut": _cut}[name]()
    frames = np.stack(frames)
    frames.flags.writeable = False
    return Clip(frames, FPS)


def _photo(name: str) -> Image.Image:
    with Image.open(sample_path(name)) as image:
        return image.convert("RGB")


def _window(photo: Image.Image, x: float, y: float, zoom: float = 1.0) -> np.ndarray:
    """What a window of the clip's size sees whose left upper corner lies at (x, y), in pixels of the photo, between them too."""
    box = (x, y, x + zoom * WIDTH, y + zoom * HEIGHT)
    return np.asarray(photo.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC, box))


def _pan() -> list:
    photo = _photo("rocket")
    return [_window(photo, 20 + 2.3 * t, 180 - 1.2 * t, 1.2) for t in range(FRAMES)]


def _object() -> list:
    still, cat = _window(_photo("grass"), 60, 80).astype(np.float32), _photo("cat").resize((76, 76), Image.Resampling.LANCZOS)
    rows, columns = np.indices((HEIGHT, WIDTH))
    frames = []
    for t in range(FRAMES):
        x, y = 12 + 7 * t, 40 + round(26 * np.sin(t / 5))
        cover = np.clip(38 - np.hypot(columns - x - 37.5, rows - y - 37.5), 0, 1)[..., None]  # a disc with a soft edge
        front = np.zeros_like(still)
        part = np.asarray(cat, np.float32)[:, : WIDTH - x]
        front[y : y + 76, x : x + part.shape[1]] = part
        frames.append((cover * front + (1 - cover) * still).round().astype(np.uint8))
    return frames


def _flicker() -> list:
    still = _window(_photo("coffee"), 60, 110).astype(np.float32)
    light = np.random.default_rng(3).uniform(0.6, 1.0, FRAMES)
    return [(still * factor).round().astype(np.uint8) for factor in light]


def _cut() -> list:
    one, two = _photo("coffee"), _photo("astronaut")
    first = [_window(one, 30 + 1.5 * t, 90) for t in range(CUT)]
    return first + [_window(two, 50 - 1.2 * t, 10 + 1.5 * t) for t in range(FRAMES - CUT)]
