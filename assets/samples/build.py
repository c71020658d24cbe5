"""Makes the shipped samples: crops of free pictures that come with two packages, and two pictures drawn here.

    python assets/samples/build.py [--backgrounds DIR]    # writes the PNG files beside this script

Most are in the wheel of scikit-image 0.26; the dandelions are in the Debian package lomiri-wallpapers-16.04, which puts
them where DIR points by default. What each picture is, whose it is and its licence: CREDITS.md.
"""

import argparse
from pathlib import Path

import matplotlib
import numpy as np
import skimage
from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).resolve().parent
SCIKIT_IMAGE = Path(skimage.__file__).parent / "data"
BACKGROUNDS = Path("/usr/share/backgrounds")
SIDE = 512  # pixels at most; a smaller crop keeps its size: enlarged pixels would be a poor truth to measure against

# name -> file, and the square that is cut from it: left, top, side. The square leaves out frames, marks and cut objects
CROPS = {
    "cat": ("chelsea.png", 75, 0, 300),
    "astronaut": ("astronaut.png", 70, 0, 320),
    "coffee": ("coffee.png", 95, 0, 400),
    "rocket": ("rocket.jpg", 107, 0, 427),
    "dandelions": ("seeding_by_Clements_Engelhardt.jpg", 560, 90, 2700),
    "brick": ("brick.png", 60, 110, 400),
    "grass": ("grass.png", 100, 0, 400),
    "retina": ("retina.jpg", 170, 265, 880),
    "galaxies": ("hubble_deep_field.jpg", 200, 60, 640),
    "coins": ("coins.png", 79, 2, 296),
}

PAGE = """Kintsugi

When a bowl breaks, one can
throw it away, or hide the break,
or fill the seams with lacquer and
gold, so that the repair is the most
beautiful part of it.

A network that mends pictures works
the other way: it hides its seams.
So we must learn to see them. What
was measured, and what was made up?

0123456789  +  y = Ax + n  =  ?
"""

# The drawing: colours, and lines through points (x, y) in pixels of the 512 x 512 picture
INK, GOLD, GLAZE, BAND, INSIDE = (42, 38, 48), (226, 172, 52), (58, 96, 110), (146, 178, 172), (34, 60, 74)
PAPER, SUN, BOARDS, SHADE = (238, 226, 204), (222, 104, 74), (178, 92, 66), (128, 62, 46)
SEAMS = [
    [(142, 263), (162, 300), (148, 330), (196, 352), (212, 402)],
    [(162, 300), (214, 296), (244, 318), (300, 300), (334, 269)],
    [(244, 318), (254, 352), (240, 408)],
    [(300, 300), (342, 326), (366, 362)],
]
INNER_SEAM = [(142, 263), (176, 240), (222, 250)]  # it goes over the rim and into the mouth
BIRDS = [(60, 76), (104, 56), (150, 84)]


def page() -> Image.Image:
    """A printed page: dark letters in two sizes on warm paper, drawn at four times the size and reduced."""
    k = 4
    im = Image.new("RGB", (SIDE * k, SIDE * k), (246, 240, 226))
    draw = ImageDraw.Draw(im)
    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    title = ImageFont.truetype(str(fonts / "DejaVuSerif-Bold.ttf"), 44 * k)
    text = ImageFont.truetype(str(fonts / "DejaVuSerif.ttf"), 21 * k)
    y = 28 * k
    for i, line in enumerate(PAGE.splitlines()):
        draw.text((40 * k, y), line, font=text if i else title, fill=(38, 34, 40))
        y += (31 if i else 54) * k
    return im.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def drawing() -> Image.Image:
    """A mended bowl in flat colours and clean lines, drawn at four times the size and averaged.

    Whole numbers only, and no drawing library: every machine and every version makes the same pixels.
    """
    k = 4
    y, x = (axis.astype(np.int64) for axis in np.ogrid[: SIDE * k, : SIDE * k])
    picture = np.empty((SIDE * k, SIDE * k, 3), np.uint8)
    picture[:] = PAPER

    def ellipse(cx, cy, rx, ry):
        return (x - cx * k) ** 2 * (ry * k) ** 2 + (y - cy * k) ** 2 * (rx * k) ** 2 <= (rx * ry * k * k) ** 2

    def line(points, width):
        """A line with round ends and joints: everything within width / 2 of a segment."""
        mask = np.zeros(picture.shape[:2], bool)
        r = width * k // 2
        for (x0, y0), (x1, y1) in zip(points[:-1], points[1:], strict=True):
            x0, y0, x1, y1 = x0 * k, y0 * k, x1 * k, y1 * k
            dx, dy = x1 - x0, y1 - y0
            along = (x - x0) * dx + (y - y0) * dy
            across = (x - x0) * dy - (y - y0) * dx
            length = dx * dx + dy * dy
            mask |= (along >= 0) & (along <= length) & (across**2 <= r * r * length)
            for px, py in ((x0, y0), (x1, y1)):
                mask |= (x - px) ** 2 + (y - py) ** 2 <= r * r
        return mask

    def below(row):
        return y >= row * k

    picture[np.broadcast_to(below(372), picture.shape[:2])] = BOARDS
    for i in range(5):  # the boards of the table, narrower with distance
        picture[line([(-9, 372 + i * (i + 19)), (520, 372 + i * (i + 19))], 1 if i else 3)] = INK
    picture[ellipse(395, 109, 66, 66)] = INK
    picture[ellipse(395, 109, 63, 63)] = SUN
    picture[ellipse(264, 424, 112, 18)] = SHADE
    foot = below(385) & (y <= 424 * k) & (abs(x - 256 * k) <= 58 * k - (y - 385 * k) // 3)
    picture[foot] = INK
    picture[below(388) & (y <= 421 * k) & (abs(x - 256 * k) <= 55 * k - (y - 385 * k) // 3)] = GLAZE
    bowl = ellipse(256, 236, 178, 164) & below(236)
    picture[ellipse(256, 236, 181, 167) & below(236)] = INK
    picture[bowl] = GLAZE
    for top in (262, 282):  # two pale bands follow the rim
        picture[bowl & ellipse(256, top + 6, 181, 40) & ~ellipse(256, top, 181, 40) & below(top)] = BAND
    for seam in SEAMS:
        picture[bowl & line(seam, 9)] = INK
    for seam in SEAMS:
        picture[bowl & line(seam, 5)] = GOLD
    mouth = ellipse(256, 236, 178, 37)
    picture[ellipse(256, 236, 181, 40)] = INK
    picture[mouth] = INSIDE
    picture[line(INNER_SEAM, 9)] = INK
    picture[line(INNER_SEAM, 5)] = GOLD
    for cx, cy in BIRDS:
        wing = [(0, 0), (5, -4), (11, -5), (17, -3), (21, 2), (25, -3), (31, -5), (37, -4), (42, 0)]
        picture[line([(cx + dx, cy + dy) for dx, dy in wing], 2)] = INK
    sums = picture.reshape(SIDE, k, SIDE, k, 3).sum((1, 3), dtype=np.int64)
    return Image.fromarray(((sums + k * k // 2) // (k * k)).astype(np.uint8))


def crop(file: Path, left: int, top: int, side: int) -> Image.Image:
    """A square of a picture, reduced to SIDE with a Lanczos filter if it is larger; grey stays one channel."""
    with Image.open(file) as im:
        im = im.convert("L" if im.mode == "L" else "RGB").crop((left, top, left + side, top + side))
    return im.resize((SIDE, SIDE), Image.Resampling.LANCZOS) if side > SIDE else im


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes the shipped samples.")
    parser.add_argument("--backgrounds", type=Path, default=BACKGROUNDS, help="where the Debian package's pictures are")
    folder = parser.parse_args().backgrounds
    page().save(HERE / "page.png", optimize=True)
    drawing().save(HERE / "drawing.png", optimize=True)
    for name, (file, *square) in CROPS.items():
        source = SCIKIT_IMAGE / file if (SCIKIT_IMAGE / file).exists() else folder / file
        if source.exists():
            crop(source, *square).save(HERE / f"{name}.png", optimize=True)
        else:
            print(f"{name}.png is left as it is: {source} is missing (see --backgrounds)")


if __name__ == "__main__":
    main()
