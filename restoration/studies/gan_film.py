"""The film of a GAN's training: what it makes of the same noise at moments of its run, and of digits what a classifier says of them.

    python -m restoration.training dcgan-digits --data DIR/digits/mnist.npz --snapshots 20
    python -m restoration.studies gan-film --snapshots runs --data DIR      # all networks that have runs/<network>/snapshots

One file a subject, gan-film-<subject>:

    steps    updates done at each moment
    columns  pictures in a row of a moment's sheet, which is square
    numbers  of each moment, of digits only: {"sure", "frechet"} of COUNT digits, as in the study gan-coverage
    real     the same of real digits
    sheet    base64 of a WebP (of digits without loss, of colour at quality 90), the moments side by side; seeds 0, 1, ... row by row,
             as in lab.gan_images.invent
"""

import base64
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from safetensors.torch import load_file

from restoration.errors import Refusal
from restoration.lab import gan_images
from restoration.models import gan
from restoration.studies import gan_coverage, store
from restoration.studies.vae_film import moments
from restoration.subjects import SUBJECTS

NAME = "gan-film"
COLUMNS = {28: 6, 64: 4}  # side of a picture -> how many stand in a row
COUNT = 4_000  # digits that are read at each moment
NUMBERS = ("sure", "frechet")


@dataclass(frozen=True)
class Film:
    made: dict
    steps: list
    columns: int
    numbers: list  # empty but for digits
    real: dict
    sheet: str


def read(subject: str) -> Film:
    """The stored film of a subject; Refusal if it is missing or damaged."""
    name = f"{NAME}-{subject}"
    found = store.read(name)
    try:
        film = Film(**{key: found[key] for key in ("made", "steps", "columns", "numbers", "real", "sheet")})
        if not film.steps or len(film.numbers) not in (0, len(film.steps)) or film.steps != sorted(film.steps):
            raise ValueError("moments")
        return film
    except (LookupError, TypeError, ValueError) as e:
        raise Refusal("study_damaged", name=NAME) from e


@torch.inference_mode()
def film(subject: str, folder: Path, judge: gan_coverage.Judge | None) -> tuple[dict, np.ndarray]:
    """(what the study says but for its sheet, the sheet). Refusal if the last snapshot is another network than the one that ships."""
    found, shipped = moments(folder), gan_images.network(subject)
    network, columns = gan.build(shipped.config), COLUMNS[SUBJECTS[subject].side]
    z, many = gan_images.noise(subject, *range(columns**2)), shipped.noise(COUNT, torch.Generator().manual_seed(0))
    sheets, numbers = [], []
    for _, path in found:
        network.load_state_dict(load_file(path))
        network.settle()  # batch norm's statistics were those of the last updates
        sheets.append(gan_images.sheet(gan_images.shown(network.generate(z)), columns))
        if judge:
            seen = judge.measure(torch.cat([network.generate(part) for part in many.split(500)]))
            numbers.append({key: seen[key] for key in NUMBERS})
    for name, weight in shipped.named_parameters():
        if not torch.equal(weight, network.get_parameter(name)):
            raise Refusal("snapshots_of_another", model=gan_images.NETWORKS[subject])
    return {"steps": [step for step, _ in found], "columns": columns, "numbers": numbers}, np.concatenate(sheets, 1)


def webp(picture: np.ndarray, lossless: bool = True) -> bytes:
    """uint8 (H, W, 3) -> a WebP file. Digits lose nothing; in colour that would be five times as much to send."""
    data = io.BytesIO()
    Image.fromarray(picture).save(data, format="WEBP", lossless=lossless, quality=90, method=6)
    return data.getvalue()


def make(folder: Path | None, data: Path | None) -> None:
    """folder: of training runs. data: where real digits are."""
    runs = {subject: Path(folder or "--snapshots DIR") / name / "snapshots" for subject, name in gan_images.NETWORKS.items()}
    runs = {subject: snapshots for subject, snapshots in runs.items() if snapshots.is_dir()}
    if not runs:
        raise Refusal("no_snapshots", folder=str(folder or "--snapshots DIR"))
    torch.set_num_threads(1)
    for subject, snapshots in runs.items():
        judge, real = None, {}
        if subject == "digits":
            digits = gan_coverage.real_digits(data)
            judge = gan_coverage.Judge(digits[::2][: gan_coverage.COMPARED])
            seen = judge.measure(digits[1::2])
            real = {key: seen[key] for key in NUMBERS}
        found, sheet = film(subject, snapshots, judge)
        stored = webp(sheet, lossless=subject == "digits")
        found |= {"real": real, "sheet": base64.b64encode(stored).decode()}
        models = [gan_images.NETWORKS[subject], *[gan_images.JUDGE] * bool(judge)]
        store.write(f"{NAME}-{subject}", found, models)
        print(subject, found["steps"], found["numbers"], f"sheet: {len(stored):,} bytes", sep="\n")
