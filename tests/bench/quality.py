"""How well a denoiser denoises, beside the classical yardstick: figures, not pass or fail.

    python tests/bench/quality.py --data photos/test --sets CBSD68,Kodak24 --sigmas 15,25,50

DIR holds a folder of pictures for each set. Noise is numpy's default_rng(seed * 1000 + picture index), float32, neither clipped nor
rounded; what comes out is rounded to 8 bits; PSNR and SSIM are of whole pictures, RGB. CPU seconds per megapixel are those of the
network on one thread. --record writes the network's rows into its training.json and model card.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from restoration.performance import keep_big_blocks  # noqa: E402

keep_big_blocks()  # before the first tensor, as the app does

import numpy as np  # noqa: E402
import torch  # noqa: E402

from restoration import checkpoints  # noqa: E402
from restoration.baselines import baseline  # noqa: E402
from restoration.errors import Refusal  # noqa: E402
from restoration.images import load_image  # noqa: E402
from restoration.metrics import psnr, ssim  # noqa: E402

SEED = 0
SLOW = 24  # pictures of a set that the yardstick, which takes seconds each, is run on
COLUMNS = ("damaged", "yardstick", "told", "blind")


@dataclass
class Result:
    """The scores of one set at one noise level: column -> a number for each picture."""

    test: str
    psnr: dict = field(default_factory=lambda: {c: [] for c in COLUMNS})
    ssim: dict = field(default_factory=lambda: {c: [] for c in COLUMNS})
    guesses: list = field(default_factory=list)
    cpu: float = 0.0
    pixels: int = 0

    def add(self, column: str, picture: torch.Tensor, clean: torch.Tensor) -> None:
        self.psnr[column].append(psnr(picture, clean))
        self.ssim[column].append(ssim(picture, clean))

    def cell(self, column: str) -> str:
        return f"{mean(self.psnr[column]):.2f} / {mean(self.ssim[column]):.4f}" if self.psnr[column] else "-"


def arguments() -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("--data", type=Path, required=True, help="a folder with a folder of pictures for each set")
    p.add_argument("--sets", default="CBSD68", help="names of those folders, comma between")
    p.add_argument("--sigmas", default="15,25,50", help="noise levels, of 255")
    p.add_argument("--first", type=int, help="only so many pictures of a set")
    p.add_argument("--model", default="cnn-denoise", help="name of a checkpoint")
    p.add_argument("--folder", type=Path, help="where that checkpoint is, if not in assets/models")
    p.add_argument("--yardstick", default="nlm", help="name of a classical method; '' for none")
    p.add_argument("--record", action="store_true", help="write the rows into the checkpoint's training.json and card")
    return p.parse_args()


def noisy_pictures(folder: Path, sigma: float, first: int | None) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    """(clean, noisy), in the order of the files' names."""
    files = sorted(p for p in folder.iterdir() if p.is_file()) if folder.is_dir() else []
    if not files:
        sys.exit(f"There are no pictures in {folder}.")
    for index, path in enumerate(files[:first]):
        clean = load_image(path)  # (1, 3, H, W)
        noise = np.random.default_rng(SEED * 1000 + index).standard_normal(clean.shape[2:] + (3,))
        noise = torch.from_numpy(noise.astype(np.float32)).permute(2, 0, 1)[None]
        yield clean, clean + noise * (sigma / 255)


def measure(model, a: argparse.Namespace, name: str, sigma: float) -> Result:
    result = Result(f"{name}{f', first {a.first}' if a.first else ''}, sigma {sigma:g}: PSNR in dB (RGB)")
    for index, (clean, noisy) in enumerate(noisy_pictures(a.data / name, sigma, a.first)):
        start = time.process_time()
        told = model.restore(noisy, sigma=sigma)
        result.cpu += time.process_time() - start
        result.pixels += clean[0, 0].numel()
        result.guesses.append(model.estimate_sigma(noisy).item())
        pictures = {"damaged": noisy, "told": told, "blind": model.restore(noisy)}
        if a.yardstick and index < SLOW:
            pictures["yardstick"] = baseline(a.yardstick).restore(noisy, sigma=sigma)
        for column, picture in pictures.items():
            result.add(column, picture, clean)
        done = "  ".join(f"{c} {result.psnr[c][-1]:.2f}" for c in pictures)
        print(f"{name} sigma {sigma:g} picture {index + 1}: {done}", file=sys.stderr, flush=True)
    return result


def yardstick_name(result: Result, a: argparse.Namespace) -> str:
    tried, all_of_them = len(result.psnr["yardstick"]), len(result.psnr["told"])
    return a.yardstick if tried == all_of_them else f"{a.yardstick} (first {tried})"


def line(name: str, sigma: float, r: Result, a: argparse.Namespace) -> str:
    guess = f"{mean(r.guesses):.1f} ± {np.std(r.guesses):.1f}"
    yardstick = f"{yardstick_name(r, a)} {r.cell('yardstick')}" if a.yardstick else "-"
    cells = [name, f"{sigma:g}", len(r.psnr["told"]), r.cell("damaged"), yardstick, r.cell("told"), r.cell("blind"), guess]
    return "| " + " | ".join(map(str, cells)) + f" | {1e6 * r.cpu / r.pixels:.2f} |"


def record(results: list[Result], a: argparse.Namespace, folder: Path) -> None:
    """The rows into training.json, in the place of rows of the same tests; the validation's row stays the first."""
    training = checkpoints.read_training(a.model, folder)
    rows = {row["test"]: row for row in training["scores"]}
    for r in results:
        rows[r.test] = {
            "test": r.test,
            "damaged": round(mean(r.psnr["damaged"]), 3),
            "yardstick_name": yardstick_name(r, a),
            "yardstick": round(mean(r.psnr["yardstick"]), 3),
            "model": round(mean(r.psnr["told"]), 3),
            "blind": round(mean(r.psnr["blind"]), 3),
            "ssim": round(mean(r.ssim["told"]), 4),
        }
    checkpoints.write_training(folder, {**training, "scores": list(rows.values())})
    print(f"\nwritten: {folder / 'training.json'} and README.md")


def main() -> None:
    a = arguments()
    if a.record and not a.yardstick:
        sys.exit("A recorded row has the yardstick's score beside it: leave out --yardstick ''.")
    torch.set_num_threads(1)  # CPU seconds are then seconds of one core, whatever else the machine does
    folder = a.folder or checkpoints.MODELS / a.model
    model = checkpoints.load_model(a.model, folder=folder)
    lines, results = [], []
    for name in a.sets.split(","):
        for sigma in map(float, a.sigmas.split(",")):
            results.append(measure(model, a, name, sigma))
            lines.append(line(name, sigma, results[-1], a))
    parameters = sum(p.numel() for p in model.parameters())
    print(f"\n{a.model}, {parameters:,} parameters. Cells: PSNR in dB / SSIM, RGB, whole pictures.\n")
    print("| set | sigma | pictures | damaged | yardstick | told | blind | guessed sigma | CPU s/MP, one thread |")
    print("|---|---|---|---|---|---|---|---|---|")
    print("\n".join(lines))
    if a.record:
        record(results, a, folder)


if __name__ == "__main__":
    try:
        main()
    except Refusal as e:
        sys.exit(str(e))
