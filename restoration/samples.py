"""The pictures that ship with the lab.

How they were made: assets/samples/build.py; whose they are: assets/samples/CREDITS.md.
"""

from dataclasses import dataclass
from pathlib import Path

from restoration.errors import unknown

SAMPLES_FOLDER = Path(__file__).resolve().parent.parent / "assets" / "samples"


@dataclass(frozen=True)
class Sample:
    """A shipped picture: its names, what it shows in words (for who cannot see it), its file and one line of credit."""

    name: str
    en: str
    zh: str
    alt_en: str
    alt_zh: str
    file: str
    credit: str

    @property
    def path(self) -> Path:
        return SAMPLES_FOLDER / self.file


# name -> Sample; the first is the one that is shown first
SAMPLES = {
    "cat": Sample(
        "cat", "Cat", "猫",
        "The face of a tabby cat with green eyes, close up",
        "一只绿眼虎斑猫的脸部特写",
        "cat.png", "Chelsea the cat: Stefan van der Walt, CC0, from scikit-image",
    ),
    "astronaut": Sample(
        "astronaut", "Face", "人脸",
        "Astronaut Eileen Collins in an orange space suit, smiling",
        "身穿橙色航天服、面带微笑的宇航员艾琳·柯林斯",
        "astronaut.png", "Eileen Collins: NASA, public domain, from scikit-image",
    ),
    "coffee": Sample(
        "coffee", "Coffee", "咖啡",
        "A cup of espresso and a spoon on a red saucer, on a wooden table",
        "木桌上，红色碟子里放着一杯浓缩咖啡和一把小勺",
        "coffee.png", "Coffee cup: Rachel Michetti, Pikolo Espresso Bar, CC0, from scikit-image",
    ),
    "rocket": Sample(
        "rocket", "Night sky", "夜空",
        "A white rocket on its pad between two towers, bright lamps below, under a dark blue sky",
        "深蓝夜空下，发射台上的白色火箭立于两座塔架之间，下方灯光明亮",
        "rocket.png", "Falcon 9 with DSCOVR: SpaceX, public domain, from scikit-image",
    ),
    "dandelions": Sample(
        "dandelions", "Dandelions", "蒲公英",
        "A round dandelion clock in a meadow, lit from behind by the low sun; the meadow is out of focus",
        "草地上一朵圆圆的蒲公英绒球，被低垂的太阳从背后照亮；背景草地虚化",
        "dandelions.png", "Dandelions: Clemens Engelhardt, CC0, from lomiri-wallpapers",
    ),
    "drawing": Sample(
        "drawing", "Drawing", "图画",
        "A drawing in flat colours: a blue bowl mended with golden seams, a red sun and three birds",
        "平涂图画：一只用金缝修补的蓝色碗，一轮红日和三只飞鸟",
        "drawing.png", "A mended bowl: drawn for Kintsugi, CC0",
    ),
    "page": Sample(
        "page", "Printed page", "印刷文字",
        "A printed page with the heading Kintsugi, dark letters on warm paper",
        "一页英文印刷文字，标题为 Kintsugi，暖色纸，深色字",
        "page.png", "A page: set for Kintsugi, CC0",
    ),
    "brick": Sample(
        "brick", "Brick", "砖",
        "Long grey bricks with pale joints, seen at a slant",
        "斜看的灰色长砖，砖缝颜色较浅",
        "brick.png", "Brick: CC0Textures, CC0, from scikit-image",
    ),
    "grass": Sample(
        "grass", "Grass", "草地",
        "Dense grass and clover seen from above, in grey",
        "俯视的茂密草丛与三叶草（灰度）",
        "grass.png", "Grass: linolafett, CC0, from scikit-image",
    ),
    "retina": Sample(
        "retina", "Retina (medical)", "视网膜（医学）",
        "The back of an eye: red tissue with branching vessels that leave a bright disc at the left",
        "眼底照片：红色组织，血管从左侧明亮的视盘向外分叉",
        "retina.png", "Retina: Mikael Häggström, CC0, from scikit-image",
    ),
    "galaxies": Sample(
        "galaxies", "Galaxies", "星系",
        "Hundreds of small galaxies of many colours on a black sky",
        "黑色天空中数百个颜色各异的小星系",
        "galaxies.png", "Hubble eXtreme Deep Field: NASA, public domain, from scikit-image",
    ),
    "coins": Sample(
        "coins", "Coins", "硬币",
        "Four rows of old Greek coins on dark cloth, in grey",
        "深色布上的四排古希腊硬币（灰度）",
        "coins.png", "Greek coins: Brooklyn Museum, no known copyright restrictions, from scikit-image",
    ),
}  # fmt: skip


def list_samples() -> list[str]:
    """Names of the shipped pictures, the most inviting first."""
    return list(SAMPLES)


def sample_path(name: str) -> Path:
    """The PNG file of a shipped picture. Refusal (unknown_name) if there is none of that name."""
    if name not in SAMPLES:
        raise unknown("picture", name, SAMPLES)
    return SAMPLES[name].path


def load_sample(name: str, size: int | None = 256):
    """A shipped picture as float32 (1, 3, side, side) in [0, 1], grey ones with three equal channels.

    size: pixels a side; the picture is reduced to it with antialiasing and never enlarged, so that side is size for
    every sample up to 256 and may be less above (the smallest has 296 pixels). None: as large as it is.
    Raises Refusal (unknown_name).
    """
    from restoration.images import fit, load_image  # here, so that reading the table does not import torch

    x = load_image(sample_path(name))
    return x if size is None else fit(x, min(size, *x.shape[-2:]))
