"""Bad and unusual files, made anew for every run: name -> the code of the sentence that must be said, and whether it is refused."""

import struct
import zlib

import numpy as np
from PIL import Image

# file -> (refused, code of the message or note in restoration.errors)
EXPECTED = {
    "truncated.png": (True, "unreadable_picture"),
    "empty.png": (True, "unreadable_picture"),
    "text.png": (True, "unreadable_picture"),
    "drawing.svg": (True, "unreadable_picture"),
    "20000x20000.png": (True, "picture_too_large"),
    "9000x9000.png": (True, "picture_too_large"),
    "1x1.png": (True, "picture_too_small"),
    "15x4000.png": (True, "picture_too_small"),
    "cmyk.jpg": (False, "colours_converted"),
    "grey16.png": (False, "sixteen_bit"),
    "grey-alpha.png": (False, "alpha_on_white"),
    "palette.png": (False, "alpha_on_white"),
    "turned.jpg": (False, "picture_turned"),
    "animated.gif": (False, "first_frame"),
    "5000x5000.png": (False, "picture_reduced"),
}


def empty_png(width: int, height: int, bits: int, colour: int) -> bytes:
    """A valid black PNG of any size: its rows are packed one by one."""
    row = bytes(1 + (width * bits + 7) // 8)
    packer = zlib.compressobj(9)
    data = b"".join([packer.compress(row) for _ in range(height)]) + packer.flush()

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, min(bits, 8), colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def ramp(height=64, width=96) -> np.ndarray:
    """Left dark, right bright, (height, width, 3)."""
    return np.repeat(np.tile(np.linspace(40, 220, width).astype(np.uint8), (height, 1))[..., None], 3, axis=2)


def make(folder) -> None:
    picture = Image.fromarray(ramp())
    noise = Image.fromarray(np.random.default_rng(0).integers(0, 256, (128, 128, 3), np.uint8))
    noise.save(folder / "whole.png")
    (folder / "truncated.png").write_bytes((folder / "whole.png").read_bytes()[:20_000])
    (folder / "empty.png").write_bytes(b"")
    (folder / "text.png").write_text("This is no picture.\n" * 50)
    (folder / "drawing.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><circle r="40"/></svg>'
    )
    (folder / "20000x20000.png").write_bytes(empty_png(20_000, 20_000, 1, 0))
    (folder / "9000x9000.png").write_bytes(empty_png(9000, 9000, 24, 2))  # 236 KB that would unpack to 243 MB
    Image.new("RGB", (5000, 5000), (90, 120, 150)).save(folder / "5000x5000.png")
    Image.new("RGB", (1, 1)).save(folder / "1x1.png")
    Image.new("RGB", (15, 4000)).save(folder / "15x4000.png")
    picture.convert("CMYK").save(folder / "cmyk.jpg", quality=95)
    Image.fromarray(ramp()[..., 0].astype(np.uint16) * 257).save(folder / "grey16.png")
    clear = np.zeros((64, 96), np.uint8)
    clear[:, 48:] = 255  # the left half is see-through
    Image.merge("LA", [picture.convert("L"), Image.fromarray(clear)]).save(folder / "grey-alpha.png")
    palette = picture.convert("P")
    palette.info["transparency"] = palette.getpixel((0, 0))
    palette.save(folder / "palette.png", transparency=palette.getpixel((0, 0)))
    exif = Image.Exif()
    exif[0x0112] = 6
    picture.save(folder / "turned.jpg", exif=exif, quality=95)
    picture.save(folder / "animated.gif", save_all=True, append_images=[Image.new("RGB", picture.size, "red")])
