"""A code as bytes, and JPEG and PNG beside it.

A dimension of z becomes one of 2^bits levels, even steps over REACH standard deviations of the prior to both sides, and all of them are
packed into bytes without gaps: what is decoded again comes from those bytes alone. No entropy coding, so every picture takes as many.
"""

import io
import math

import numpy as np
from PIL import Image

REACH = 4.0  # what lies further from 0 takes the last level; of the prior, 0.006 % does
BITS = tuple(range(1, 9))
QUALITIES = (1, 3, 5, 8, 10, 15, 20, 30, 40, 50, 60, 70, 75, 80, 85, 90, 95)  # of JPEG, as Pillow counts


def pack(z: np.ndarray, bits: int) -> bytes:
    """z (Z,) -> ceil(Z * bits / 8) bytes."""
    level = np.clip(np.floor((z + REACH) / (2 * REACH) * 2**bits), 0, 2**bits - 1).astype(np.uint8)
    return np.packbits(np.unpackbits(level[:, None], axis=1)[:, 8 - bits :]).tobytes()


def unpack(data: bytes, size: int, bits: int) -> np.ndarray:
    """The middle of each level, float32 (size,)."""
    found = np.unpackbits(np.frombuffer(data, np.uint8), count=size * bits).reshape(size, bits)
    level = found @ (2 ** np.arange(bits - 1, -1, -1))
    return ((level + 0.5) / 2**bits * 2 * REACH - REACH).astype(np.float32)


def jpeg(picture: np.ndarray, quality: int, optimize: bool = True) -> bytes:
    """uint8 (H, W) or (H, W, 3) -> a file. optimize: with code tables of its own, the smallest that Pillow makes at this quality; else
    with those of the standard. The picture in it is the same."""
    return _file(picture, format="JPEG", quality=quality, optimize=optimize)


def png(picture: np.ndarray) -> bytes:
    return _file(picture, format="PNG", optimize=True)


def _file(picture: np.ndarray, **how) -> bytes:
    data = io.BytesIO()
    Image.fromarray(picture).save(data, **how)
    return data.getvalue()


def opened(data: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image)


def payload(data: bytes) -> int:
    """The bytes of a JPEG file that hold the picture: after the header of its scan, before the end mark. The rest are marks and tables;
    if the tables are the standard's, two that agree on the quality need not send them, as they need not send a decoder's weights."""
    place = 2
    while data[place + 1] != 0xDA:  # start of scan
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    start = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return len(data) - 2 - start


def psnr(a: np.ndarray, b: np.ndarray) -> float:
    """10 log10(255^2 / mean squared difference), dB, of two uint8 pictures; infinite if they are equal."""
    mse = np.mean((a.astype(np.float64) - b) ** 2)
    return math.inf if mse == 0 else 10 * math.log10(255**2 / mse)
