"""How well each specialist mends the damage it was trained for, beside every classical method that fits: figures, not pass or fail.

    python tests/bench/jobs.py --data photos/test --models cnn-jpeg,cnn-sr2

DIR holds a folder of pictures for each set. The damages are the lab's own, seed 0, told to the classical methods in full (kernel,
noise level, mask, quality) and to the network as on the screen. Super-resolution starts from a small picture rounded to 8 bits and is
scored on luma without a border of `scale` pixels; deblurring without a border of 12 pixels;
inpainting on the whole picture; colours on both differences of colour, and by how colourful the whole set is beside its truth.
PSNR in dB and SSIM of what comes out, rounded to 8 bits. CPU seconds per megapixel of output are those
of the network on one thread. --record writes the network's rows into its training.json and model card.
"""

import argparse
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from restoration.performance import keep_big_blocks  # noqa: E402

keep_big_blocks()  # before the first tensor, as the app does

import torch  # noqa: E402

from restoration import checkpoints  # noqa: E402
from restoration.baselines import fitting  # noqa: E402
from restoration.degrade import degrade_chain, enlarge  # noqa: E402
from restoration.errors import Refusal  # noqa: E402
from restoration.images import from_uint8, load_image, to_uint8  # noqa: E402
from restoration.metrics import colourfulness, psnr, ssim  # noqa: E402

CAMERA = ("noise", {"sigma": 2})  # what any camera adds to a blur


@dataclass(frozen=True)
class Test:
    folder: str
    chain: tuple  # steps of restoration.degrade
    channel: str = "rgb"
    border: int = 0  # pixels left out of the score
    first: int | None = None  # pictures
    crop: int | None = None  # pixels a side, from the middle
    rounded: bool = False  # the damaged picture is rounded to 8 bits, as a file would be

    @property
    def name(self) -> str:
        steps = ", ".join(f"{name} {' '.join(f'{v:g}' for v in controls.values())}".strip() for name, controls in self.chain)
        first = f", first {self.first}" if self.first else ""
        crop = f", middle {self.crop} pixels" if self.crop else ""
        border = f", border {self.border} off" if self.border else ""
        return f"{self.folder}{first}{crop}, {steps}: PSNR in dB ({self.channel.upper()}{border})"


def holes(*chain):
    return Test("Kodak24", chain, first=8, crop=384)


TESTS = {
    "cnn-deblur": [
        Test("Kodak24", (("blur", {"sigma": 1.6}), CAMERA), border=12),
        Test("Kodak24", (("motion-blur", {"length": 12, "angle": 30}), CAMERA), border=12, first=8),
        Test("Kodak24", (("defocus-blur", {"radius": 4}), CAMERA), border=12, first=8),
    ],
    "cnn-inpaint": [
        holes(("missing-pixels", {"share": 0.5})),
        holes(("missing-text", {"size": 16})),
        holes(("missing-strokes", {"count": 10, "width": 4})),
        holes(("missing-block", {"size": 0.25})),
    ],
    "cnn-jpeg": [Test("Classic5", (("jpeg", {"quality": q}),)) for q in (10, 20)]  # grey: three equal channels
    + [Test("Kodak24", (("jpeg", {"quality": 10}),))],
    "cnn-colour": [Test("flowers", (("grayscale", {}),), channel="chroma")],
    "cnn-sr2": [Test("Set5", (("low-resolution", {"scale": 2}),), channel="y", border=2, rounded=True)],
    "cnn-sr4": [Test("Set5", (("low-resolution", {"scale": 4}),), channel="y", border=4, rounded=True)],
}


def pictures(test: Test, data: Path):
    folder = data / test.folder
    files = sorted(p for p in folder.rglob("*") if p.is_file()) if folder.is_dir() else []
    if not files:
        sys.exit(f"There are no pictures in {folder}.")
    for path in files[: test.first]:
        clean = load_image(path)
        if test.crop:
            top, left = ((n - test.crop) // 2 for n in clean.shape[2:])
            clean = clean[..., top : top + test.crop, left : left + test.crop]
        yield clean


def measure(test: Test, network, data: Path) -> tuple[dict, float, float]:
    """({method: [(psnr, ssim) of each picture]}, CPU seconds per megapixel of the network, how colourful its pictures are, truth: 1)"""
    scores, cpu, pixels, colours = {}, 0.0, 0, []
    names = [name for name, _ in test.chain]
    for clean in pictures(test, data):
        made = degrade_chain(clean, test.chain, seed=0)
        y = from_uint8(to_uint8(made.picture)) if test.rounded else made.picture
        scale = made.known.get("scale", 1)
        clean = clean[..., : y.shape[2] * scale, : y.shape[3] * scale]
        start = time.process_time()
        restored = network.restore(y, **{key: made.known[key] for key in network.told})
        cpu, pixels = cpu + time.process_time() - start, pixels + clean[0, 0].numel()
        colours.append((colourfulness(restored), colourfulness(clean)))
        results = {"damaged": enlarge(y, scale) if scale > 1 else y, "network": restored}
        results |= {method.name: method.restore(y, **made.known) for method in fitting(names)}
        for name, x in results.items():
            pair = (psnr(x, clean, test.channel, test.border), ssim(x, clean, test.channel, test.border))
            scores.setdefault(name, []).append(pair)
    return scores, 1e6 * cpu / pixels, sum(mine for mine, _ in colours) / sum(truth for _, truth in colours)


def row(test: Test, scores: dict, cpu: float, colourful: float) -> dict:
    means = {name: mean(p for p, _ in pairs) for name, pairs in scores.items()}
    methods = [name for name in means if name not in ("damaged", "network")]
    best = max(methods, key=means.get, default="damaged")
    for name, pairs in scores.items():
        print(f"| {test.name} | {name} | {means[name]:.2f} | {mean(s for _, s in pairs):.4f} | {f'{cpu:.2f}' * (name == 'network')} |")
    coloured = {"colourful": round(colourful, 3)} if test.channel == "chroma" else {}
    if coloured:
        print(f"| {test.folder}: colourfulness of the truth's | network | {100 * colourful:.0f} % | | |")
    return {
        "test": test.name,
        "damaged": round(means["damaged"], 3),
        "yardstick_name": best if methods else "left as it is",
        "yardstick": round(means[best], 3),
        "model": round(means["network"], 3),
        "ssim": round(mean(s for _, s in scores["network"]), 4),
        **coloured,
    }


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("--data", type=Path, required=True, help="a folder with a folder of pictures for each set")
    p.add_argument("--models", default=",".join(TESTS), help="names of checkpoints, comma between")
    p.add_argument("--folder", type=Path, help="where a checkpoint is, if not in assets/models")
    p.add_argument("--record", action="store_true", help="write the rows into the checkpoint's training.json and card")
    a = p.parse_args()
    torch.set_num_threads(1)  # CPU seconds are then seconds of one core
    print("| test | method | PSNR | SSIM | CPU s/MP |\n|---|---|---|---|---|")
    for name in a.models.split(","):
        folder = a.folder or checkpoints.MODELS / name
        network = checkpoints.load_model(name, folder=folder)
        rows = [row(test, *measure(test, network, a.data)) for test in TESTS[name]]
        if a.record:
            checkpoints.record_scores(name, rows, folder)


if __name__ == "__main__":
    try:
        main()
    except Refusal as e:
        sys.exit(str(e))
