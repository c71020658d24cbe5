"""The Gaussian of photos that NIQE measures a distance from, fitted anew:

    python -m restoration.studies.niqe --data photos/train

DIR holds photos. Of each the blocks are taken that are at least SHARP times as sharp as its sharpest: what is out of focus, or smooth,
says little of how a photo looks. Written to assets/niqe.json, with counts.

BSDS500 and SHARP were chosen by what tells blur and noise best on Kodak24. Fitted on CID22 and CLIC, which are nearly lossless but often
soft, a blur of sigma 1 raised the mean NIQE of whole pictures from 3.1 to 4.9, on BSDS500 from 3.4 to 8.0 (of the middle 256 pixels: 4.2
to 5.6, and 4.8 to 8.9); noise of sigma 15 from 3.1 to 7.1, and from 3.4 to 7.7. Without choosing sharp blocks blur is told worse by both.
That BSDS500 are JPEG files does no harm that shows.
"""

import argparse
import datetime
import json
import sys
from pathlib import Path

import numpy as np
import torch

from restoration import niqe
from restoration.errors import Refusal
from restoration.images import load_image
from restoration.training.data import SUFFIXES

SHARP = 0.75
PREFIX = "bsds"  # of the files' names


def photo_files(folder: Path, prefix: str = PREFIX) -> list[Path]:
    """The pictures right in a folder whose names begin with prefix, sorted. Refusal if there are none."""
    here = sorted(folder.iterdir()) if folder.is_dir() else []
    files = [p for p in here if p.name.startswith(prefix) and p.suffix.lower() in SUFFIXES]
    if not files:
        raise Refusal("no_training_pictures", folder=str(folder), least=niqe.LEAST)
    return files


def fit(files: list[Path]) -> dict:
    """mean (36,) and covariance (36, 36) of the sharp blocks' features, and how many there were."""
    kept, pictures, seen = [], 0, 0
    for path in files:
        x = load_image(path)
        if min(x.shape[-2:]) < niqe.LEAST:
            continue
        features, sharpness = niqe.block_features(x)
        pictures, seen = pictures + 1, seen + len(features)
        kept.append(features[sharpness >= SHARP * sharpness.max(initial=0)])
    blocks = np.concatenate(kept)
    counts = {"pictures": pictures, "blocks": seen, "sharp": len(blocks)}
    return {"counts": counts, "mean": blocks.mean(0), "covariance": np.cov(blocks, rowvar=False)}


def write(found: dict, data: str, path: Path) -> None:
    """data: what it was fitted on, in words."""
    settings = {"block": niqe.BLOCK, "stride": niqe.STRIDE, "sharp_share": SHARP}
    made = {"date": datetime.date.today().isoformat(), "data": data, **found["counts"], **settings, "numpy": np.__version__}

    def numbers(row) -> str:
        return "[" + ", ".join(f"{v:.6g}" for v in row) + "]"

    covariance = ",\n".join(f" {numbers(row)}" for row in found["covariance"])
    text = f'{{\n"made": {json.dumps(made)},\n"mean": {numbers(found["mean"])},\n"covariance": [\n{covariance}\n]\n}}\n'
    path.write_text(text, encoding="utf-8")


def main() -> None:
    p = argparse.ArgumentParser("python -m restoration.studies.niqe", description=__doc__.splitlines()[0])
    p.add_argument("--data", type=Path, required=True, help="the folder of the training photos")
    p.add_argument("--out", type=Path, default=niqe.FILE)
    a = p.parse_args()
    torch.set_num_threads(1)  # so that every machine adds up in the same order
    files = photo_files(a.data)
    found = fit(files)
    write(found, f"{len(files)} photos of BSDS500 (train and test parts), JPEG as they come", a.out)
    print(f"{found['counts']} -> {a.out}")


if __name__ == "__main__":
    try:
        main()
    except Refusal as e:
        sys.exit(str(e))
