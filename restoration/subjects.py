"""The small pictures that ship, for networks that know one kind of thing: digits, emoji, flowers.

Digits are written by restoration.digits. The others are tiles of one sheet each, in assets/samples; whose they are: CREDITS.md there; how
they were made: build_small.py there.
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
    """What a map of pictures is of. vae, cvae: the checkpoints that know it ("": none); pictures: how many ship; trained_on: how many of
    them, the first ones, the networks were trained on."""

    name: str
    en: str
    zh: str
    side: int  # pixels
    channels: int
    pictures: int
    vae: str
    cvae: str
    trained_on: int = 0


SUBJECTS = {
    "digits": Subject("digits", "Digits", "数字", 28, 1, 40, "vae-digits", "cvae-digits"),
    "emoji": Subject("emoji", "Emoji", "表情符号", 64, 3, 40, "vae-emoji", "", trained_on=24),
    "flowers": Subject("flowers", "Flowers", "花", 64, 3, 8, "vae-flowers", "cvae-flowers"),
}
# What each tile of a sheet shows, (English, Chinese), in the order of the tiles
TILES = {
    "emoji": (
        ("a grinning face", "咧嘴笑的脸"), ("a smiling face with hearts for eyes", "眼睛是两颗心的笑脸"),
        ("a smiling face with sunglasses", "戴墨镜的笑脸"), ("a red angry face", "愤怒的红脸"),
        ("a red heart", "一颗红心"), ("a thumb pointing up", "竖起的大拇指"), ("the face of a panda", "熊猫的脸"),
        ("the face of a fox", "狐狸的脸"), ("the face of a frog", "青蛙的脸"), ("a penguin", "一只企鹅"),
        ("an orange butterfly", "一只橙色的蝴蝶"), ("a red apple", "一个红苹果"), ("a strawberry", "一颗草莓"),
        ("a slice of watermelon", "一片西瓜"), ("a cake with three candles", "插着三支蜡烛的蛋糕"), ("a house", "一座房子"),
        ("a castle with red roofs", "红顶城堡"), ("a red car from the side", "红色小汽车的侧面"), ("a rocket in flight", "飞行中的火箭"),
        ("a hammer", "一把锤子"), ("a golden key", "一把金色的钥匙"), ("an electric guitar", "一把电吉他"),
        ("a blue and white football", "蓝白相间的足球"), ("a yellow star", "一颗黄色的星星"),
        ("a laughing face with a drop of sweat", "流着汗滴的笑脸"), ("a loudly crying face", "放声大哭的脸"),
        ("the face of a grey wolf", "灰狼的脸"), ("the head of a chicken", "鸡的头"), ("a grey mouse", "一只灰老鼠"),
        ("a half-peeled banana", "剥开一半的香蕉"), ("a cup of bubble tea with a straw", "一杯插着吸管的珍珠奶茶"),
        ("a pink cherry blossom", "一朵粉色的樱花"), ("the globe, showing the Americas", "地球，美洲一面"),
        ("a red balloon", "一个红气球"), ("a Ferris wheel", "摩天轮"), ("a red pickup truck", "一辆红色皮卡"),
        ("a running shoe", "一只跑鞋"), ("scissors with red handles", "红柄剪刀"), ("three books", "三本书"),
        ("a medal with a star", "带星星的奖牌"),
    ),
    "flowers": (
        ("a sunflower against a green meadow", "绿色草地前的一朵向日葵"), ("the heart of a sunflower, close up", "向日葵花盘特写"),
        ("an orange dahlia, round, against dark leaves", "深色叶子前一朵圆圆的橙色大丽花"),
        ("the heart of an orange dahlia, close up", "橙色大丽花花心特写"),
        ("a bee on a violet aster", "紫色紫菀上的一只蜜蜂"), ("the petals of a violet aster, close up", "紫色紫菀花瓣特写"),
        ("a dandelion clock against the light", "逆光中的蒲公英绒球"),
        ("a dandelion clock, out of focus, against dark grass", "暗色草丛前虚焦的蒲公英绒球"),
    ),
}  # fmt: skip
SEED = 2024  # of the digits that ship: others than those that a live training draws


def load_small(subject: str, number: int) -> Tensor:
    """One of the small pictures, float32 (1, channels, side, side) in [0, 1]. Refusal for a subject or a number that there is not."""
    _check(subject, number)
    return _pictures(subject)[number : number + 1].clone()


def tile_name(subject: str, number: int, lang: str) -> str:
    """What a small picture shows, for who cannot see it. lang: "en" or "zh". Refusals as of load_small."""
    _check(subject, number)
    if subject == "digits":
        digit = int(labels(number + 1)[number])
        return f"a handwritten {digit}" if lang == "en" else f"手写的数字 {digit}"
    return TILES[subject][number][lang == "zh"]


def labels(count: int) -> np.ndarray:
    """The classes of the first digits."""
    return np.arange(count) % 10


def _check(subject: str, number: int) -> None:
    if subject not in SUBJECTS:
        raise unknown("subject", subject, SUBJECTS)
    count = SUBJECTS[subject].pictures
    if not isinstance(number, int) or not 0 <= number < count:
        raise Refusal("not_a_whole_number", control="picture", low=0, high=count - 1, value=str(number)[:40])


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
