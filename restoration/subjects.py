"""The small pictures that ship, for networks that know one kind of thing: digits, emoji, flowers.

Digits are written by restoration.digits. The others are tiles of one sheet each, in assets/samples; whose they are: CREDITS.md there.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from restoration.digits import draw_digits
from restoration.errors import Refusal, unknown
from restoration.images import from_uint8
from restoration.samples import SAMPLES_FOLDER


@dataclass(frozen=True)
class Subject:
    """What a map of pictures is of. vae, cvae: the checkpoints that know it ("": none); pictures: how many ship."""

    name: str
    en: str
    zh: str
    side: int  # pixels
    channels: int
    pictures: int
    vae: str
    cvae: str


SUBJECTS = {
    "digits": Subject("digits", "Digits", "数字", 28, 1, 40, "vae-digits", "cvae-digits"),
    "emoji": Subject("emoji", "Emoji", "表情符号", 64, 3, 40, "vae-emoji", ""),
    "flowers": Subject("flowers", "Flowers", "花", 64, 3, 12, "vae-flowers", "cvae-flowers"),
}
SEED = 2024  # of the digits that ship: others than those that a live training draws


def load_small(subject: str, number: int) -> Tensor:
    """One of the small pictures, float32 (1, channels, side, side) in [0, 1]. Refusal for a subject or a number that there is not."""
    if subject not in SUBJECTS:
        raise unknown("subject", subject, SUBJECTS)
    count = SUBJECTS[subject].pictures
    if not isinstance(number, int) or not 0 <= number < count:
        raise Refusal("not_a_whole_number", control="picture", low=0, high=count - 1, value=str(number)[:40])
    return _pictures(subject)[number : number + 1].clone()


def labels(count: int) -> np.ndarray:
    """The classes of the first digits."""
    return np.arange(count) % 10


@lru_cache(maxsize=4)
def _pictures(subject: str) -> Tensor:
    """All of a subject, (N, C, side, side)."""
    s = SUBJECTS[subject]
    if subject == "digits":
        return torch.from_numpy(draw_digits(s.pictures, SEED)[0])[:, None]
    with Image.open(SAMPLES_FOLDER / f"{subject}.png") as image:
        sheet = np.asarray(image.convert("RGB"))
    columns = sheet.shape[1] // s.side
    tiles = [divmod(i, columns) for i in range(s.pictures)]
    return torch.cat([from_uint8(sheet[r * s.side : (r + 1) * s.side, c * s.side : (c + 1) * s.side].copy()) for r, c in tiles])
