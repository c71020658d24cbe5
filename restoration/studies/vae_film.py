"""The film of the plane: where the digits lie, and what the plane decodes to, at moments of the training of vae-digits-2d.

    python -m restoration.training vae-digits-2d --data DIR --snapshots 12
    python -m restoration.studies vae-film --snapshots runs/vae-digits-2d/snapshots

    steps   updates done at each moment
    codes   of each moment: base64 of float16, lowest byte first, (COUNT, 2)
    numbers of each moment: {"reconstruction", "kl", "spread", "overlap"}, as in the study vae-plane
    sheet   base64 of a grey PNG: the moments side by side, each a grid of GRID x GRID pictures decoded at equal steps from -REACH to REACH,
            upwards and to the right
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
from restoration.lab.vae import network as load
from restoration.models import vae
from restoration.studies import store, vae_plane

NAME, MODEL = "vae-film", "vae-digits-2d"
GRID, REACH = 9, 3.0


@dataclass(frozen=True)
class Film:
    made: dict
    steps: list
    codes: list
    numbers: list
    sheet: str


def read() -> Film:
    """The stored film; Refusal if it is missing or damaged."""
    found = store.read(NAME)
    try:
        if len({len(found[key]) for key in ("steps", "codes", "numbers")}) != 1:
            raise ValueError("moments")
        return Film(**{key: found[key] for key in ("made", "steps", "codes", "numbers", "sheet")})
    except (LookupError, TypeError, ValueError) as e:
        raise Refusal("study_damaged", name=NAME) from e


def moments(folder: Path) -> list[tuple[int, Path]]:
    """(updates done, file) of the snapshots in a folder, in order. Refusal if there is none."""
    found = sorted((int(path.stem.removeprefix("step-")), path) for path in Path(folder).glob("step-*.safetensors"))
    if not found:
        raise Refusal("no_snapshots", folder=str(folder))
    return found


@torch.inference_mode()
def grid(network) -> np.ndarray:
    """What the plane decodes to: uint8 (GRID * 28, GRID * 28)."""
    steps = torch.linspace(-REACH, REACH, GRID)
    z = torch.stack([steps.repeat(GRID), steps.flip(0).repeat_interleave(GRID)], 1)
    tiles = network.decode(z).reshape(GRID, GRID, 28, 28).permute(0, 2, 1, 3).reshape(GRID * 28, GRID * 28)
    return (255 * tiles).round().byte().numpy()


@torch.inference_mode()
def make(folder: Path | None) -> None:
    """folder: where the snapshots are. Refusal if the last of them is another network than the one that ships."""
    if folder is None:
        raise Refusal("no_snapshots", folder="--snapshots DIR")
    found, shipped = moments(folder), load(MODEL)
    torch.set_num_threads(1)
    network, (pictures, labels) = vae.build(shipped.config).eval(), vae_plane.digits()
    film = {"steps": [step for step, _ in found], "codes": [], "numbers": []}
    grids = []
    for _, path in found:
        network.load_state_dict(load_file(path))
        codes = network.encode(torch.from_numpy(pictures)[:, None])[0]
        seen = vae_plane.measure(network, pictures, labels)
        film["codes"].append(base64.b64encode(codes.numpy().astype("<f2").tobytes()).decode())
        film["numbers"].append({key: seen[key] for key in ("reconstruction", "kl", "spread", "overlap")})
        grids.append(grid(network))
    if not all(torch.equal(a, b) for a, b in zip(network.state_dict().values(), shipped.state_dict().values(), strict=True)):
        raise Refusal("snapshots_of_another", model=MODEL)
    data = io.BytesIO()
    Image.fromarray(np.concatenate(grids, 1)).save(data, format="PNG", optimize=True)
    store.write(NAME, {**film, "sheet": base64.b64encode(data.getvalue()).decode()}, [MODEL])
    print(film["steps"], film["numbers"], f"sheet: {len(data.getvalue())} bytes", sep="\n")
