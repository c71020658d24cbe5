"""Pictures on their way to the browser: always PNG, which loses nothing, under a name made of their contents.

Gradio's own picture widgets send a lossy format unless told otherwise, which takes a third of the noise away before
anyone sees it.
"""

import base64
import hashlib
import io
import os
import tempfile
from functools import cache, lru_cache
from html import escape
from pathlib import Path

import gradio as gr
import numpy as np
from gradio.utils import get_upload_folder
from PIL import Image

from restoration import lab
from restoration.errors import Refusal
from restoration.ui.text import say

THUMB = 112  # pixels a side, twice what is shown
HERE = Path(__file__).parent


class Intake(gr.Image):
    """An upload, a pasted picture or a webcam's: hands on the path of the file as it came, for the gate in restoration.images.

    Gradio's own decoding would turn 16-bit pictures white, drop transparency and take any size.
    """

    def get_block_name(self):
        return "image"

    def preprocess(self, payload):
        return payload.path if payload else None


def png(picture: np.ndarray, name: str = "picture") -> str:
    """uint8 (H, W, 3) -> the path of a PNG in the cache that Gradio serves from and clears."""
    digest = hashlib.sha256(str(picture.shape).encode() + picture.tobytes()).hexdigest()
    return keep(
        digest, f"{name}.png", lambda file: Image.fromarray(picture).save(file, format="PNG", compress_level=4)
    )


def figure_png(figure, name: str) -> str:
    """A matplotlib figure -> the path of a PNG, sharp on fine screens."""
    data = io.BytesIO()
    figure.savefig(data, format="png", dpi=200)
    return keep(hashlib.sha256(data.getvalue()).hexdigest(), f"{name}.png", lambda file: file.write(data.getvalue()))


def keep(digest: str, name: str, write) -> str:
    """A path in the cache, written by write(file) unless it is there. digest: of all that its contents depend on."""
    path = Path(get_upload_folder()) / digest / name
    if path.exists():
        os.utime(path)  # the cache is cleared by age
        return str(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    part, unfinished = tempfile.mkstemp(dir=path.parent)  # two visitors may write the same picture at once
    with os.fdopen(part, "wb") as file:
        write(file)
    os.replace(unfinished, path)
    return str(path)


def file(path: str) -> dict:
    """A path as Gradio wants it inside the value of an HTML component: it adds the address."""
    return {"path": path, "meta": {"_type": "gradio.FileData"}}


def data_url(picture: np.ndarray, format: str = "PNG") -> str:
    data = io.BytesIO()
    Image.fromarray(picture).save(data, format=format, quality=85)
    return f"data:image/{format.lower()};base64,{base64.b64encode(data.getvalue()).decode()}"


def thumb(picture: np.ndarray) -> str:
    """A small JPEG to choose by, never to compute on."""
    small = Image.fromarray(picture).resize((THUMB, THUMB), Image.Resampling.LANCZOS)
    return data_url(np.asarray(small), "JPEG")


@lru_cache(maxsize=64)
def sample_thumb(name: str) -> str:
    return thumb(lab.sample(name).shown)


def samples_html(lang: str) -> str:
    """Radio buttons, one a picture, so that the keyboard works too. The last is the visitor's own, hidden until there is one."""
    tile = (
        '<label class="thumb" title="{title}"{hidden}><input type="radio" name="sample-{lang}" value="{value}">'
        '<img src="{src}" alt="{alt}" width="56" height="56"><span>{name}</span></label>'
    )
    tiles = []
    for sample in lab.samples().values():
        name, alt = (sample.en, sample.alt_en) if lang == "en" else (sample.zh, sample.alt_zh)
        words = {"title": escape(alt), "alt": escape(alt), "name": escape(name)}
        tiles.append(tile.format(lang=lang, value=sample.name, src=sample_thumb(sample.name), hidden="", **words))
    own = escape(say("own", lang))
    empty = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    tiles.append(tile.format(lang=lang, value="", src=empty, title=own, alt=own, name=own, hidden=" hidden"))
    return f'<div class="thumbs" role="radiogroup" aria-label="{escape(say("samples", lang))}">{"".join(tiles)}</div>'


def painted_mask(url: str, height: int, width: int) -> np.ndarray:
    """What the painter sends, a PNG data URL with paint where it is opaque -> (height, width) bool, True where lost."""
    try:
        data = base64.b64decode(url.partition("base64,")[2], validate=True)
        with Image.open(io.BytesIO(data), formats=("PNG",)) as image:
            if image.size != (width, height):
                return np.zeros((height, width), bool)  # painted on another picture: nothing of it holds here
            return np.asarray(image.convert("RGBA"))[..., 3] > 127
    except (ValueError, OSError, SyntaxError) as e:
        raise Refusal("unreadable_picture") from e


def mask_url(path: str, height: int, width: int) -> str:
    """An uploaded mask, black where the picture is lost, as the painter's PNG, stretched to the picture."""
    mask = lab.upload(path, "full").shown.mean(-1) < 128
    paint = Image.fromarray(mask.astype(np.uint8) * 255).resize((width, height), Image.Resampling.NEAREST)
    rgba = np.zeros((height, width, 4), np.uint8)
    rgba[..., 3] = np.asarray(paint)
    return data_url(rgba)


@cache  # a page is asked for by a whole class at once
def script(name: str) -> str:
    """The text of a script or a stylesheet. name: its path below this folder."""
    return (HERE / name).read_text(encoding="utf-8")
