"""How good a code of so many bytes is, on average over shipped digits, beside JPEG and PNG.

    python -m restoration.studies vae-bytes

Bytes are those of restoration.exhibits.vae_bytes: codes packed to so many bits a dimension; JPEG as whole files, and as what is left of
them without header and tables. PSNR in dB, grey, 28 x 28, rounded to 8 bits; the mean over the digits.
"""

from dataclasses import dataclass
from statistics import mean

from restoration.lab import vae_inside
from restoration.lab.vae import Small, array
from restoration.studies import store
from restoration.studies.vae_terms import digits

NAME = "vae-bytes"
COUNT = 200


@dataclass(frozen=True)
class Study:
    """codes: {size, bits, bytes, psnr}; jpeg: {quality, bytes, payload, psnr}; png: bytes; decoders: size, as text ->
    bytes of its weights."""

    made: dict  # see store.py
    count: int
    codes: list
    jpeg: list
    png: float
    decoders: dict


def averaged(rows: list, *same: str) -> list[dict]:
    """rows: for each picture, its Coded in one order. Means of bytes, payload and PSNR; `same`: what tells the places apart."""
    found = []
    for place in zip(*rows, strict=True):
        means = {key: round(mean(getattr(one, key) for one in place), 2) for key in ("bytes", "payload", "psnr")}
        found.append({**{key: getattr(place[0], key) for key in same}, **means})
    return found


def make(count: int = COUNT) -> None:
    pictures = [Small(array(x[None]), "digits") for x in digits(count)]
    saved = [vae_inside.jpegs(picture) for picture in pictures]
    found = {
        "count": count,
        "codes": averaged([vae_inside.encode(picture) for picture in pictures], "size", "bits"),
        "jpeg": averaged([jpeg for jpeg, _ in saved], "quality"),
        "png": round(mean(png for _, png in saved), 2),
        "decoders": {str(size): vae_inside.decoder_bytes(name) for size, name in vae_inside.SIZES.items()},
    }
    store.write(NAME, found, list(vae_inside.SIZES.values()))


def read() -> Study:
    """Refusal if it is missing."""
    return Study(**store.read(NAME))
