"""Tables of the VAEs on held-out pictures: nats of digits, and what repairs are worth beside yardsticks.

    python tests/bench/vae.py --digits mnist.npz --flowers DIR --record

mnist.npz holds x_train, x_test, y_test; DIR pictures of flowers that were not trained on. --record writes the rows into the checkpoints'
training.json and cards.
"""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
import torch
from torch import Tensor

from restoration import baselines, checkpoints
from restoration.errors import Refusal
from restoration.exhibits import repair
from restoration.training.data import load_folder
from restoration.training.small import binarised, square

PLANES = ["vae-digits-2d", "vae-beta-0", "vae-beta-quarter", "vae-beta-4", "vae-size-4", "vae-size-8", "vae-size-16", "vae-size-32"]
SEARCHED = 100  # pictures: a search takes a second each


def decibels(made: Tensor, truth: Tensor) -> Tensor:
    """PSNR of each picture, (N,), whole picture, all channels."""
    return -10 * ((made.clamp(0, 1) - truth) ** 2).mean((1, 2, 3)).log10()


def nats(x: Tensor, mean: Tensor, draws: int, folder: Path | None) -> dict[str, dict]:
    """The negative ELBO (one draw of z each) and IWAE's bound of held-out digits, binarised once with seed 0."""
    x = binarised(x, 0)
    independent = -(x * mean.log() + (1 - x) * (1 - mean).log()).sum((1, 2, 3)).mean().item()
    print(f"| each pixel's mean | {independent:.2f} | | | |")
    rows = {}
    for name in ["vae-digits", *PLANES]:
        model = load(name, folder)
        generator = torch.Generator().manual_seed(0)
        parts = [model.elbo(part, generator) for part in x.split(500)]
        seen, spent = torch.cat([s for s, _ in parts]), torch.cat([k for _, k in parts])
        elbo = (spent.sum(1) - seen).mean().item()
        tight = -model.log_evidence(x[:1000], draws, generator).mean().item() if draws and model.config.beta else float("nan")
        active = int((spent.mean(0) > 0.01).sum())
        print(f"| {name} | {elbo:.2f} | {-seen.mean():.2f} | {spent.sum(1).mean():.2f} ({active} active) | {tight:.2f} |")
        test = f"{len(x)} test digits of MNIST, binarised once (seed 0): negative ELBO in nats per picture, Bernoulli"
        rows[name] = {"test": test, "unit": "nats", "yardstick_name": "mean of each pixel", "yardstick": round(independent, 2)}
        rows[name] |= {"model": round(elbo, 2)}
    return rows


def filled(x: Tensor, mask: Tensor, fill: Tensor) -> Tensor:
    return torch.where(mask > 0.5, x, fill.expand_as(x))


def repairs(x: Tensor, mask: Tensor, vae, cvae, mean: Tensor | None) -> dict[str, Tensor]:
    """Ways to fill a hole: name -> (N, C, H, H); "ten" is (N, 10, C, H, H). Known pixels are put back in all of them."""
    y, colour = x * mask, (x * mask).expand(-1, 3, -1, -1).contiguous()
    known = y.sum((2, 3), keepdim=True) / mask.sum()
    out = {"hole": y, "mean of the known pixels": filled(x, mask, known)}
    if mean is not None:
        out["mean of each pixel, training set"] = filled(x, mask, mean)
    for name in ("telea", "navier-stokes"):
        out[name] = torch.cat([baselines.baseline(name).restore(c, mask=mask) for c in colour.split(1)])
    out["cnn-inpaint"] = torch.cat([checkpoints.load_model("cnn-inpaint").restore(c, mask=mask) for c in colour.split(50)])
    out = {name: made.mean(1, keepdim=True) if x.shape[1] == 1 else made for name, made in out.items()}
    out["one pass"] = vae.restore(y, mask)
    found = []
    for k in range(min(SEARCHED, len(x))):
        *_, last = repair.search(vae, y[k : k + 1], mask)
        found.append(filled(x[k : k + 1], mask, last.picture))
    out["search (the first)"] = torch.cat(found)
    out["conditional, middle of the prior"] = cvae.restore(y, mask)
    generator = torch.Generator().manual_seed(0)
    out["ten"] = torch.stack([cvae.repairs(y[k : k + 1], mask, 10, generator) for k in range(len(x))])
    return out


def repair_rows(x: Tensor, mask: Tensor, vae, cvae, mean: Tensor | None, judge=None, labels: Tensor | None = None) -> dict[str, tuple]:
    """name -> (PSNR in dB, share read wrong in %)"""
    made, rows = repairs(x, mask, vae, cvae, mean), {}

    def add(name: str, pictures: Tensor, scores: Tensor | None = None) -> None:
        n = len(pictures)
        wrong = 100 * (judge.read(pictures).argmax(1) != labels[:n]).float().mean().item() if judge else float("nan")
        rows[name] = ((decibels(pictures, x[:n]) if scores is None else scores).mean().item(), wrong)
        print(f"| {name} | {rows[name][0]:.2f} | {wrong:.1f} | {n} |")

    ten = made.pop("ten")
    add("clean", x)
    for name, pictures in made.items():
        add(name, pictures)
    each = torch.stack([decibels(ten[:, k], x) for k in range(10)], 1)  # (N, 10)
    add("conditional, one draw", ten[:, 0], each.mean(1))
    add("conditional, mean of ten", ten.mean(1))
    best = each.argmax(1)
    add("conditional, best of ten by the truth", ten[torch.arange(len(x)), best], each.max(1).values)
    hole = (1 - mask).sum() * x.shape[1]
    apart = [((ten[:, a] - ten[:, b]) ** 2).sum((1, 2, 3)).div(hole).sqrt().mean() for a in range(10) for b in range(a)]
    print(f"\nTwo of the ten differ by {255 * torch.stack(apart).mean():.1f} of 255 in the hole (root mean square, mean over pairs).\n")
    return rows


def load(name: str, folder: Path | None):
    found = folder / f"out-{name}" if folder and (folder / f"out-{name}").is_dir() else None
    return checkpoints.load_model(name, folder=found)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("--digits", type=Path, required=True)
    p.add_argument("--flowers", type=Path)
    p.add_argument("--first", type=int, default=1000, help="digits that are repaired")
    p.add_argument("--draws", type=int, default=100, help="of IWAE; 0: none")
    p.add_argument("--runs", type=Path, help="a folder of out-NAME checkpoints, instead of those that ship")
    p.add_argument("--record", action="store_true")
    a = p.parse_args()
    torch.set_num_threads(1)
    start = time.perf_counter()
    with np.load(a.digits) as stored:
        test, labels, train = stored["x_test"], torch.from_numpy(stored["y_test"]).long(), stored["x_train"]
    x = torch.from_numpy(test / 255).float()[:, None]
    mean = torch.from_numpy(train.mean(0) / 255).float()[None, None]
    with torch.inference_mode():
        print("| digits, nats | negative ELBO | reconstruction | KL | IWAE, first 1,000 |\n|---|---|---|---|---|")
        scores = nats(x, mean.clamp(1e-3, 1 - 1e-3), a.draws, a.runs)
    mask = torch.ones(1, 1, 28, 28)
    mask[:, :, 14:] = 0
    judge = load("digit-classifier", a.runs)
    print("\n| digits, lower half covered | PSNR / dB | read wrong / % | pictures |\n|---|---|---|---|")
    small, vae, cvae = x[: a.first], load("vae-digits", a.runs), load("cvae-digits", a.runs)
    halves = repair_rows(small, mask, vae, cvae, mean, judge, labels[: a.first])
    wrong = halves["mean of each pixel, training set"][1]
    row = {"test": f"{a.first} test digits of MNIST, lower half covered: share read wrong in %", "unit": "%"}
    scores["cvae-digits"] = {**row, "yardstick_name": "mean of each pixel", "yardstick": round(wrong, 1)}
    scores["cvae-digits"] |= {"model": round(halves["conditional, middle of the prior"][1], 1)}
    if a.flowers:
        flowers = np.stack([square(picture, 64) for picture in load_folder(a.flowers, 64)[::5][:100]])
        x = torch.from_numpy(flowers.transpose(0, 3, 1, 2).copy()).float() / 255
        mask = torch.ones(1, 1, 64, 64)
        mask[:, :, 20:44, 20:44] = 0
        print("\n| flowers, a block of 24 in the middle | PSNR / dB | | pictures |\n|---|---|---|---|")
        blocks = repair_rows(x, mask, load("vae-flowers", a.runs), load("cvae-flowers", a.runs), None)
        best = max(("mean of the known pixels", "telea", "navier-stokes"), key=lambda name: blocks[name][0])
        test = f"{len(x)} test flowers, a block of 24 in the middle missing: PSNR in dB (RGB)"
        row = {"test": test, "damaged": round(blocks["hole"][0], 2)}
        scores["cvae-flowers"] = {**row, "yardstick_name": best, "yardstick": round(blocks[best][0], 2)}
        scores["cvae-flowers"] |= {"model": round(blocks["conditional, middle of the prior"][0], 2)}
    if a.record:
        for name, found in scores.items():
            checkpoints.record_scores(name, [found])
    print(f"{time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    try:
        main()
    except Refusal as e:
        sys.exit(str(e))
