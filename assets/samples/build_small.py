"""Makes the sheets of small pictures, tiles of 64 x 64 pixels: emoji.png and flowers.png.

    python assets/samples/build_small.py --emoji DIR --flowers DIR [DIR ...]    # writes the PNG files beside this script

DIR: for emoji, the assets of the npm package @lobehub/fluent-emoji-3d 1.1; for flowers, where the photos lie (a file is looked for in each,
and below). Both are published packages; what each picture is, whose it is and its licence: CREDITS.md.
"""

import argparse
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
SIDE = 64  # pixels of a tile

# Code points. Networks were trained on the first 24, and never saw the other 16: they are of the twentieth that was held out
EMOJI = """
1f600 1f60d 1f60e 1f621 2764-fe0f 1f44d 1f43c 1f98a
1f438 1f427 1f98b 1f34e 1f353 1f349 1f382 1f3e0
1f3f0 1f697 1f680 1f528 1f511 1f3b8 26bd 2b50
1f605 1f62d 1f43a 1f414 1f401 1f34c 1f9cb 1f338
1f30e 1f388 1f3a1 1f6fb 1f45f 2702-fe0f 1f4da 1f3c5
""".split()

# file, and the square that is cut from it: left, top, side
FLOWERS = [
    ("Sunflower.png", 46, 34, 430),
    ("Sunflower.png", 150, 130, 240),
    ("images/flower.jpg", 155, 75, 300),
    ("images/flower.jpg", 200, 115, 190),
    ("european-honey-bee.jpg", 130, 220, 1060),
    ("european-honey-bee.jpg", 720, 470, 720),
    ("seeding_by_Clements_Engelhardt.jpg", 860, 160, 1900),
    ("seeding_by_Clements_Engelhardt.jpg", 4000, 1900, 800),
]


def emoji(file: Path) -> Image.Image:
    """On white, reduced with a Lanczos filter."""
    with Image.open(file) as im:
        im = im.convert("RGBA")
    white = Image.new("RGBA", im.size, "white")
    return Image.alpha_composite(white, im).convert("RGB").resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def flower(file: Path, left: int, top: int, side: int) -> Image.Image:
    """A square of a photo, reduced with a Lanczos filter."""
    with Image.open(file) as im:
        im = im.convert("RGB").crop((left, top, left + side, top + side))
    return im.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def sheet(tiles: list[Image.Image], columns: int) -> Image.Image:
    whole = Image.new("RGB", (columns * SIDE, -(-len(tiles) // columns) * SIDE))
    for i, tile in enumerate(tiles):
        whole.paste(tile, (i % columns * SIDE, i // columns * SIDE))
    return whole


def found(name: str, folders: list[Path]) -> Path:
    for folder in folders:
        for file in sorted(folder.rglob(name)):
            return file
    raise SystemExit(f"{name} is in none of {', '.join(map(str, folders))}: see CREDITS.md for the package that it comes with")


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes the sheets of small pictures.")
    parser.add_argument("--emoji", type=Path, help="assets of @lobehub/fluent-emoji-3d")
    parser.add_argument("--flowers", type=Path, nargs="+", help="where the photos are")
    asked = parser.parse_args()
    if asked.emoji:
        sheet([emoji(found(f"{code}.webp", [asked.emoji])) for code in EMOJI], 8).save(HERE / "emoji.png", optimize=True)
    if asked.flowers:
        sheet([flower(found(name, asked.flowers), *square) for name, *square in FLOWERS], 4).save(HERE / "flowers.png", optimize=True)


if __name__ == "__main__":
    main()
