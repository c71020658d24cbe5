"""Tables of the GANs on pictures that none of them was trained on, beside the networks and methods that they are to be compared with.

    python tests/bench/gan.py enlarge --data photos/test
    python tests/bench/gan.py fill --data photos/test --flowers flowers/test
    python tests/bench/gan.py digits --digits mnist.npz
    python tests/bench/gan.py game

--folder measures a checkpoint (config.json, model.safetensors, training.json) that is not in assets/models. CPU seconds per megapixel of
output are those of one thread. --record writes the rows into the checkpoint's training.json and model card.

enlarge  Kodak24, shrunk four times by antialiased bicubic resampling and rounded to 8 bits. PSNR and SSIM of luma, 4 pixels of border off;
         NIQE and the spectrum's distance from the truth's (exhibits/spectrum.py) of the whole picture. Means over pictures.
"""

import argparse
import sys
import time
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from restoration.performance import keep_big_blocks  # noqa: E402

keep_big_blocks()  # before the first tensor, as the app does

import torch  # noqa: E402

from restoration import checkpoints  # noqa: E402
from restoration.baselines import baseline  # noqa: E402
from restoration.degrade import degrade_chain  # noqa: E402
from restoration.errors import Refusal  # noqa: E402
from restoration.exhibits import invention, spectrum  # noqa: E402
from restoration.images import from_uint8, load_image, to_uint8  # noqa: E402
from restoration.metrics import psnr, ssim  # noqa: E402
from restoration.niqe import niqe  # noqa: E402

SCALE = 4


def files(folder: Path, first: int | None = None) -> list[Path]:
    found = sorted(p for p in folder.rglob("*") if p.is_file()) if folder.is_dir() else []
    if not found:
        sys.exit(f"There are no pictures in {folder}.")
    return found[:first]


def rounded(x: torch.Tensor) -> torch.Tensor:
    return from_uint8(to_uint8(x))


def means(rows: list[dict]) -> dict:
    return {key: mean(row[key] for row in rows) for key in rows[0]}


def verdict(passed: bool, sentence: str) -> None:
    print(f"- {'met' if passed else 'MISSED'}: {sentence}")


# x4


def enlarge(a) -> None:
    networks = {name: checkpoints.load_model(name, folder=a.folder if name == "gan-sr4" else None) for name in ("cnn-sr4", "gan-sr4")}
    rows = {}
    for path in files(a.data / "Kodak24", a.first):
        truth = load_image(path)
        y = rounded(degrade_chain(truth, [("low-resolution", {"scale": SCALE})], seed=0).picture)
        truth = truth[..., : SCALE * y.shape[-2], : SCALE * y.shape[-1]]
        made, seconds = {"truth": truth, "bicubic": baseline("bicubic").restore(y, scale=SCALE)}, {}
        for name, network in networks.items():
            start = time.process_time()
            made[name] = network.restore(y)
            seconds[name] = 1e6 * (time.process_time() - start) / truth[0, 0].numel()
        for name, x in made.items():
            clear = name != "truth"
            found = invention.of_enlarged(x, y, truth, SCALE)
            row = {"psnr": psnr(x, truth, "y", SCALE) if clear else float("inf"), "ssim": ssim(x, truth, "y", SCALE), "niqe": niqe(x)}
            row |= {"spectrum": spectrum.distance(x, truth), "fit": found.fit, "made": found.error, "nothing": found.nothing}
            rows.setdefault(name, []).append({**row, "cpu": seconds.get(name, 0.0)})
    table = {name: means(found) for name, found in rows.items()}
    print("| Kodak24, x4 | PSNR Y / dB | SSIM Y | NIQE | spectrum distance / decades | fit / 255 | invented, off by / 255 | CPU s/MP |")
    print("|---|---|---|---|---|---|---|---|")
    for name, m in table.items():
        print(f"| {name} | {m['psnr']:.2f} | {m['ssim']:.4f} | {m['niqe']:.2f} | {m['spectrum']:.3f} | {m['fit']:.2f} "
              f"| {m['made']:.2f} | {m['cpu']:.2f} |")  # fmt: skip
    print(f"\n{len(rows['truth'])} pictures. What a restorer that makes up nothing is off by: {table['truth']['nothing']:.2f} of 255.\n")
    truth, cnn, gan = (table[name] for name in ("truth", "cnn-sr4", "gan-sr4"))
    far, near = abs(cnn["niqe"] - truth["niqe"]), abs(gan["niqe"] - truth["niqe"])
    verdict(near <= far / 2, f"NIQE is {near:.2f} from the truth's; half of cnn-sr4's is {far / 2:.2f}")
    far, near = cnn["spectrum"], gan["spectrum"]
    verdict(near <= far / 2, f"the spectrum is {near:.3f} decades from the truth's; half of cnn-sr4's is {far / 2:.3f}")
    verdict(gan["psnr"] >= cnn["psnr"] - 2.5, f"PSNR is {cnn['psnr'] - gan['psnr']:.2f} dB below cnn-sr4's; at most 2.5")
    if a.record:
        test = f"Kodak24, low-resolution 4: NIQE, lower is better; the truth's is {truth['niqe']:.2f}"
        row = {"unit": "", "yardstick_name": "cnn-sr4"}
        niqes = {"test": test, **row, "yardstick": round(cnn["niqe"], 2), "model": round(gan["niqe"], 2)}
        test = "Kodak24, low-resolution 4: distance of the spectrum from the truth's in decades, from 0.125 cycles per pixel up"
        spectra = {"test": test, **row, "yardstick": round(cnn["spectrum"], 3), "model": round(gan["spectrum"], 3)}
        test = "Kodak24, low-resolution 4: PSNR in dB (Y, border 4 off)"
        decibels = {"test": test, "damaged": round(table["bicubic"]["psnr"], 2), **row, "unit": "dB"}
        record("gan-sr4", a.folder, [{**decibels, "yardstick": round(cnn["psnr"], 2), "model": round(gan["psnr"], 2)}, niqes, spectra])


def record(name: str, folder: Path | None, rows: list[dict]) -> None:
    """The rows into training.json, in the place of rows of the same tests; the others stay."""
    folder = folder or checkpoints.MODELS / name
    training = checkpoints.read_training(name, folder)
    kept = {r["test"]: r for r in training["scores"]} | {r["test"]: r for r in rows}
    checkpoints.write_training(folder, {**training, "scores": list(kept.values())})


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parts = p.add_subparsers(dest="part", required=True)
    one = parts.add_parser("enlarge", help="gan-sr4 on Kodak24")
    one.add_argument("--data", type=Path, required=True, help="a folder with the folder Kodak24")
    one.add_argument("--first", type=int, help="only so many pictures")
    one.add_argument("--folder", type=Path, help="where gan-sr4 is, if not in assets/models")
    one.add_argument("--record", action="store_true")
    one.set_defaults(run=enlarge)
    a = p.parse_args()
    torch.set_num_threads(1)
    start = time.perf_counter()
    a.run(a)
    print(f"\n{time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    try:
        main()
    except Refusal as e:
        sys.exit(str(e))
