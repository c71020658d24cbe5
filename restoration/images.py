"""The one gate for pictures: files, PIL images and numpy arrays come in as tensors, tensors go out as 8 bits.

Inside, a picture is float32 (B, C, H, W) in [0, 1]. Outside it is uint8. Whatever the gate changes on the way in (a
turn, a background, a size) is kept as a Note, so that the screen can say it; whatever it cannot use is one Refusal.
"""

import io
import math
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

from restoration.errors import Note, Refusal

MAX_DECODE = 50_000_000  # pixels: a larger file is refused from its header, before anything is decoded
MAX_PIXELS = 4_194_304  # pixels: a larger picture is reduced, with a Note
MIN_SIDE = 16  # pixels
MAX_RATIO = 64  # long side over short side
# Named, because some of Pillow's other readers start programs (EPS) or are rarely kept up. MPO files come in as JPEG.
FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "PPM")
# Decoded row by row into one copy; the other formats pass through two or three whole copies: half the size is allowed.
LEAN_FORMATS = ("PNG", "JPEG", "MPO", "BMP", "PPM")
STRIP = 128  # rows of the result that are converted at a time
# EXIF orientation -> what makes the picture upright: (mirror left-right first, then quarter turns counter-clockwise)
TURNS = {2: (True, 0), 3: (False, 2), 4: (True, 2), 5: (True, 1), 6: (False, 3), 7: (True, 3), 8: (False, 1)}

# Pillow warns, in the server's log, of sizes and broken headers that are refused here anyway.
warnings.filterwarnings("ignore", module=r"PIL\.")


@dataclass(frozen=True)
class Picture:
    """A picture that came in, and what was done to it."""

    tensor: Tensor  # (1, 3, H, W) float32 in [0, 1]
    notes: tuple[Note, ...] = ()


def load_image(source) -> Tensor:
    """`open_picture(source).tensor`: (1, 3, H, W) float32 in [0, 1]."""
    return open_picture(source).tensor


def open_picture(source) -> Picture:
    """A picture from a path, a binary file object, a PIL image or a numpy array.

    Arrays are (H, W) or (H, W, C) of uint8, uint16, bool, or float in [0, 1]; the last of 2 or 4 channels is alpha.
    Grey becomes three equal channels, transparent parts lie on white, EXIF turns are applied, of several frames the
    first is taken, and above MAX_PIXELS f x f pixels are averaged, f being the smallest whole number that suffices.
    Colour profiles are not applied. Raises Refusal: unreadable_picture (not a picture, cut off, damaged), no_such_file,
    picture_too_large, picture_too_small, picture_too_long, not_finite, values_out_of_range, wrong_array.
    """
    if isinstance(source, np.ndarray):
        return _from_array(source)
    if isinstance(source, Image.Image):
        return _readable(lambda: _from_pil(source, source.format or "PNG", may_draft=False))
    if not isinstance(source, (str, Path)) and not hasattr(source, "read"):
        raise Refusal("wrong_array", what=type(source).__name__)
    if isinstance(source, (str, Path)) and not Path(source).exists():
        raise Refusal("no_such_file", path=str(source))
    return _readable(lambda: _from_file(source))


def _readable(read: Callable[[], Picture]) -> Picture:
    """Whatever a decoder stumbles over (OSError, SyntaxError, struct.error, ...) means one thing to the visitor."""
    try:
        return read()
    except Refusal:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refusal("picture_too_large", most=MAX_DECODE // 1_000_000) from error
    except Exception as error:
        raise Refusal("unreadable_picture") from error


def _from_file(source) -> Picture:
    if not isinstance(source, (str, Path)):
        if getattr(source, "seekable", bool)():
            source.seek(0)
        source = io.BytesIO(source.read())
    with Image.open(source, formats=FORMATS) as image:
        image.verify()  # PNG's check sums, which decoding leaves out: a damaged file would come out as nonsense
    with Image.open(source, formats=FORMATS) as image:  # reads the header only
        return _from_pil(image, image.format, may_draft=True)


def _from_pil(image: Image.Image, kind: str, may_draft: bool) -> Picture:
    width, height = image.size
    _check_size(width, height, MAX_DECODE if kind in LEAN_FORMATS else MAX_DECODE // 2)
    notes = []
    if getattr(image, "is_animated", False) and image.tell() == 0:
        notes.append(Note("first_frame"))
    # 16-bit colour is read by Pillow as RGB of 8 bits: only the way it will be decoded tells
    raw_modes = str([tile[3] for tile in getattr(image, "tile", ())])
    wide = image.mode.startswith("I;16") or (kind in ("PNG", "TIFF") and ";16" in raw_modes)
    turned_by_pillow = _orientation(image) in TURNS  # TIFF files are turned while they load

    factor = _factor(width, height)
    drafted = 1
    if may_draft and kind in ("JPEG", "MPO"):  # libjpeg can leave out the fine coefficients: less memory, less time
        drafted = math.gcd(factor, 8)
        image.draft(None, (width // drafted, height // drafted))
    image.load()  # the whole file is read here, and a file that is cut off is found out
    orientation = _orientation(image)
    if drafted == 1:
        width, height = image.size

    scale = (0.0, 255.0)
    if image.mode in ("I", "F"):
        scale = _value_range(image, kind)
        notes.append(Note("values_scaled", low=scale[0], high=scale[1]))
    elif image.mode.startswith("I;16"):
        scale = (0.0, 65535.0)
    if wide:
        notes.append(Note("sixteen_bit"))
    if image.mode in ("CMYK", "LAB", "YCbCr", "HSV"):
        notes.append(Note("colours_converted", space=image.mode))

    transparent = []
    cols, left = image.size[0], factor // drafted
    out = _in_strips(image.size, left, lambda top, end: _rgb(image.crop((0, top, cols, end)), scale, transparent))
    if any(transparent):
        notes.append(Note("alpha_on_white"))
    if orientation in TURNS:
        mirror, turns = TURNS[orientation]
        out = np.rot90(out[:, ::-1] if mirror else out, turns)
    if orientation in TURNS or turned_by_pillow:
        notes.append(Note("picture_turned"))
    if factor > 1:
        width, height = (height, width) if orientation in (5, 6, 7, 8) else (width, height)  # of the upright picture
        notes.append(_reduced(width, height, out))
    return Picture(_to_tensor(out), tuple(notes))


def _from_array(array: np.ndarray) -> Picture:
    good_shape = array.ndim == 2 or (array.ndim == 3 and array.shape[2] in (1, 2, 3, 4))
    if not good_shape or not (array.dtype in (np.uint8, np.uint16, np.bool_) or array.dtype.kind == "f"):
        raise Refusal("wrong_array", what=f"{array.shape} {array.dtype}")
    height, width = array.shape[:2]
    _check_size(width, height, MAX_DECODE)
    factor = _factor(width, height)
    transparent = []
    out = _in_strips((width, height), factor, lambda top, end: _array_rgb(array[top:end], transparent))
    notes = [Note("sixteen_bit")] if array.dtype == np.uint16 else []
    if any(transparent):
        notes.append(Note("alpha_on_white"))
    if factor > 1:
        notes.append(_reduced(width, height, out))
    return Picture(_to_tensor(out), tuple(notes))


def _check_size(width: int, height: int, most: int) -> None:
    if min(width, height) < MIN_SIDE:
        raise Refusal("picture_too_small", width=width, height=height, least=MIN_SIDE)
    if width * height > most:
        raise Refusal("picture_too_large", most=most // 1_000_000)
    if max(width, height) > MAX_RATIO * min(width, height):
        raise Refusal("picture_too_long", width=width, height=height, most=MAX_RATIO)


def _factor(width: int, height: int) -> int:
    factor = 1
    while math.ceil(width / factor) * math.ceil(height / factor) > MAX_PIXELS:
        factor += 1
    return factor


def _reduced(width: int, height: int, out: np.ndarray) -> Note:
    return Note("picture_reduced", width=width, height=height, new_width=out.shape[1], new_height=out.shape[0])


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(0x0112, 1))
    except Exception:  # a picture with broken EXIF data is still a picture
        return 1


def _value_range(image: Image.Image, kind: str) -> tuple[float, float]:
    """What is black and what is white in a file of 32-bit integers or floats, which does not say so itself."""
    low, high = (float(v) for v in image.getextrema())
    if not (math.isfinite(low) and math.isfinite(high)):
        raise Refusal("not_finite")
    if low >= 0 and high <= 65535:
        if image.mode == "F" and high <= 1:
            return 0.0, 1.0
        return 0.0, 255.0 if high <= 255 and kind != "PPM" else 65535.0  # Pillow scales 16-bit PPM to 65535
    return low, max(high, low + 1)


def _rgb(strip: Image.Image, scale: tuple[float, float], transparent: list[bool]) -> np.ndarray:
    """Some rows of a PIL image of any mode as float32 (h, w, 3) in [0, 1]."""
    if strip.mode in ("I", "F") or strip.mode.startswith("I;16"):
        values = np.asarray(strip).astype(np.float32)
        if not np.isfinite(values).all():
            raise Refusal("not_finite")
        grey = (values - scale[0]) / (scale[1] - scale[0])
        if isinstance(strip.info.get("transparency"), int):
            see_through = values == strip.info["transparency"]
            transparent.append(bool(see_through.any()))
            grey[see_through] = 1
        return np.repeat(grey[..., None], 3, axis=2)
    if strip.has_transparency_data:
        if strip.mode == "La":
            strip = strip.convert("LA")
        strip = strip.convert("RGBA")
        transparent.append(strip.getextrema()[3][0] < 255)
        strip = Image.alpha_composite(Image.new("RGBA", strip.size, "white"), strip)
    return np.asarray(strip.convert("RGB"), dtype=np.float32) / 255


def _array_rgb(rows: np.ndarray, transparent: list[bool]) -> np.ndarray:
    """Some rows of an array as float32 (h, w, 3) in [0, 1]."""
    top = {"uint8": 255, "uint16": 65535}.get(rows.dtype.name, 1)
    rows = (rows if rows.ndim == 3 else rows[..., None]).astype(np.float32) / top  # (h, w, 1..4)
    if not np.isfinite(rows).all():
        raise Refusal("not_finite")
    low, high = float(rows.min()), float(rows.max())
    if low < -1e-6 or high > 1 + 1e-6:
        raise Refusal("values_out_of_range", low=low, high=high)
    if rows.shape[2] in (2, 4):
        alpha = rows[..., -1:]
        transparent.append(bool((alpha < 1).any()))
        rows = rows[..., :-1] * alpha + (1 - alpha)
    return np.clip(np.repeat(rows, 3, axis=2) if rows.shape[2] == 1 else rows, 0, 1)


def _in_strips(size: tuple[int, int], factor: int, rgb: Callable[[int, int], np.ndarray]) -> np.ndarray:
    """All rows as float32 (ceil(H / factor), ceil(W / factor), 3), each value the mean of factor x factor pixels.

    One strip at a time, so that a large picture is never held as floats.
    """
    width, height = size
    out = np.empty((math.ceil(height / factor), math.ceil(width / factor), 3), dtype=np.float32)
    for row in range(0, len(out), STRIP):
        part = rgb(row * factor, min((row + STRIP) * factor, height))
        if factor > 1:
            part = np.pad(part, ((0, -part.shape[0] % factor), (0, -width % factor), (0, 0)), mode="edge")
            part = part.reshape(len(part) // factor, factor, out.shape[1], factor, 3).mean(axis=(1, 3))
        out[row : row + STRIP] = part
    return out


def _to_tensor(rows: np.ndarray) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(rows.transpose(2, 0, 1)))[None]  # (1, 3, H, W)


def from_uint8(array: np.ndarray) -> Tensor:
    """uint8 (H, W, 3) or (H, W) -> float32 (1, 3, H, W) or (1, 1, H, W) in [0, 1]."""
    if array.dtype != np.uint8 or array.ndim not in (2, 3):
        raise Refusal("wrong_array", what=f"{array.shape} {array.dtype}")
    rows = array if array.ndim == 3 else array[..., None]
    return torch.from_numpy(np.ascontiguousarray(rows.transpose(2, 0, 1)))[None].float() / 255


def to_uint8(x: Tensor) -> np.ndarray:
    """(1, C, H, W) or (C, H, W) -> uint8 (H, W, 3), or (H, W) for one channel. Clips to [0, 1] and rounds.

    For eyes, files and scores. Raises Refusal: wrong_shape, not_finite.
    """
    if x.ndim == 4 and x.shape[0] == 1:
        x = x[0]
    if x.ndim != 3 or x.shape[0] not in (1, 3):
        raise Refusal("wrong_shape", shape=tuple(x.shape), channels="1 / 3")
    x = x.detach().to("cpu", torch.float32)
    if not torch.isfinite(x).all():
        raise Refusal("not_finite")
    rows = (x.clamp(0, 1) * 255).round().to(torch.uint8).permute(1, 2, 0).contiguous().numpy()  # (H, W, C)
    return rows[..., 0] if rows.shape[2] == 1 else rows


def save_image(x: Tensor, path) -> None:
    """Write (1, C, H, W) or (C, H, W) as an 8-bit PNG to a path ending in .png or to a binary file object."""
    if isinstance(path, (str, Path)) and Path(path).suffix.lower() != ".png":
        raise Refusal("not_png", path=str(path))
    Image.fromarray(to_uint8(x)).save(path, format="PNG")


def fit(x: Tensor, size: int) -> Tensor:
    """The middle square of (B, C, H, W) as (B, C, size, size): antialiased bicubic, clipped to [0, 1].

    A square smaller than `size` is enlarged.
    """
    side = min(x.shape[-2:])
    top, left = (x.shape[-2] - side) // 2, (x.shape[-1] - side) // 2
    x = x[..., top : top + side, left : left + side]
    if side == size:
        return x.contiguous()
    return F.interpolate(x, (size, size), mode="bicubic", antialias=True, align_corners=False).clamp(0, 1)


def sheet(pictures: np.ndarray, columns: int) -> np.ndarray:
    """Pictures uint8 (N, H, W, C) on one, row by row, black where none is left: uint8 (rows * H, columns * W, C)."""
    count, h, w, channels = pictures.shape
    rows = -(-count // columns)
    cells = np.zeros((rows * columns, h, w, channels), np.uint8)
    cells[:count] = pictures
    return cells.reshape(rows, columns, h, w, channels).swapaxes(1, 2).reshape(rows * h, columns * w, channels)
