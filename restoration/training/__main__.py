"""The command line of training.

    python -m restoration.training cnn-denoise --data photos --minutes 120 --resume
    python -m restoration.training cnn-denoise --dry-run
    torchrun --nproc-per-node 2 -m restoration.training cnn-denoise --data photos

DIR holds pictures, or two folders of them named train and val. Checkpoints of the run go to runs/<name>/; when it ends, the
shipped folder assets/models/<name>/ is written.
"""

import argparse
import json
import sys
import time
from pathlib import Path

from restoration.performance import keep_big_blocks

keep_big_blocks()  # before the first tensor

import numpy as np  # noqa: E402
import torch  # noqa: E402
import torch.distributed as dist  # noqa: E402

from restoration.checkpoints import MODELS  # noqa: E402
from restoration.digits import draw_digits  # noqa: E402
from restoration.errors import Refusal, unknown  # noqa: E402
from restoration.images import to_uint8  # noqa: E402
from restoration.performance import present_device  # noqa: E402
from restoration.samples import list_samples, load_sample  # noqa: E402
from restoration.training.clips import load_clips_and_photos  # noqa: E402
from restoration.training.data import split_folder  # noqa: E402
from restoration.training.loop import Run, processes  # noqa: E402
from restoration.training.recipes import RECIPES  # noqa: E402
from restoration.training.report import export  # noqa: E402
from restoration.training.small import KINDS, Set, load_set, square  # noqa: E402
from restoration.training.snapshots import Snapshots  # noqa: E402

SAVE_EVERY = 60  # seconds


def arguments(argv=None) -> argparse.Namespace:
    p = argparse.ArgumentParser("python -m restoration.training", description="Train a network of Kintsugi.")
    p.add_argument("recipe", help=f"one of: {', '.join(RECIPES)}")
    p.add_argument("--data", type=Path, help="a folder of pictures, or one with the folders train and val")
    p.add_argument("--minutes", type=float, help="time budget, earlier sittings counted in")
    p.add_argument("--steps", type=int, help="train this many updates instead: repeatable to the last digit")
    p.add_argument("--resume", action="store_true", help="go on from runs/<name>/last.pt if it is there")
    p.add_argument("--runs", type=Path, default=Path("runs"), help="where the run's own checkpoints go")
    p.add_argument("--out", type=Path, help="where the finished model goes (default: assets/models/<name>)")
    p.add_argument("--snapshots", type=int, default=0, help="keep so many moments of the run in runs/<name>/snapshots, for a film of it")
    p.add_argument("--float32", action="store_true", help="no bfloat16, even where it is faster")
    p.add_argument("--dry-run", action="store_true", help="a few steps on the shipped samples, in seconds; ships nothing")
    return p.parse_args(argv)


def pictures(a, recipe) -> tuple:
    whole = recipe.pairs in tuple(KINDS)  # small pictures, not crops of large ones
    if a.dry_run:
        samples = [to_uint8(load_sample(name, 256)) for name in list_samples()]
        if whole:
            return small(samples, recipe)
        if recipe.pairs == "clips":
            return ([], samples[1:]), ([], samples[:1])
        return samples[1:], samples[:1]
    if a.data is None:
        raise Refusal("no_data_folder")
    if recipe.pairs == "clips":
        return load_clips_and_photos(a.data, recipe.crop)
    return load_set(a.data, recipe.crop) if whole else split_folder(a.data, recipe.crop)


def small(samples: list, recipe) -> tuple[Set, Set]:
    """For a dry run: digits that are written, or the samples made small."""
    if getattr(recipe.config, "channels", 1) == 1:
        pictures, labels = draw_digits(200)
        digits = Set((255 * pictures[..., None]).astype(np.uint8), labels)
        return digits.take(slice(20, None)), digits.take(slice(20))
    pictures = Set(np.stack([square(p, recipe.crop) for p in samples]), np.zeros(len(samples), int))
    return pictures.take(slice(2, None)), pictures.take(slice(2))


def say(row: dict, run: Run) -> None:
    left = (row["seconds"] / max(run.step, 1) * (run.steps - run.step)) if run.steps else 60 * run.minutes - row["seconds"]
    numbers = "  ".join(f"{k} {v:.5g}" for k, v in row.items() if k not in ("step", "split", "cpu", "seconds"))
    print(f"{row['step']:>7} {row['split']:<5}  {numbers}  {max(left, 0) / 60:.1f} min left", flush=True)


def main(argv=None) -> None:
    a = arguments(argv)
    if a.recipe not in RECIPES:
        raise unknown("recipe", a.recipe, RECIPES)
    recipe, steps = RECIPES[a.recipe], 20 if a.dry_run else a.steps
    rank, world = processes()
    if world > 1:
        dist.init_process_group("nccl" if torch.cuda.is_available() else "gloo")
    device = present_device()
    if device == "cuda" and world > 1:
        torch.cuda.set_device(rank % torch.cuda.device_count())  # from here on "cuda" means this process's own
    train, val = pictures(a, recipe)
    dtype = torch.float32 if a.float32 else None
    run = Run(recipe, train, val, steps=steps, minutes=a.minutes, device=device, dtype=dtype)
    folder = a.runs / (f"{recipe.name}-dry-run" if a.dry_run else recipe.name)  # never over a real run
    folder.mkdir(parents=True, exist_ok=True)
    log, last = folder / "history.jsonl", folder / "last.pt"
    history = []
    if a.resume and last.exists():
        run.load(last)
        history = [row for row in map(json.loads, log.read_text().splitlines()) if row["step"] <= run.step]
        print(f"resumed at step {run.step}, {run.seconds / 60:.1f} minutes in", flush=True)
    film = Snapshots(folder / "snapshots", a.snapshots, run.step) if a.snapshots and rank == 0 else None
    saved = time.monotonic()
    for row in run.rows(film and film.after):
        history.append(row)
        if rank == 0:
            say(row, run)
        if row["split"] == "train" and (time.monotonic() - saved > SAVE_EVERY or run.step == run.steps):
            if rank == 0:
                log.with_suffix(".tmp").write_text("".join(json.dumps(r) + "\n" for r in history))
                log.with_suffix(".tmp").replace(log)  # a kill leaves a whole file
            run.save(last)
            saved = time.monotonic()
    if film:
        film.thin(run)
    if rank == 0 and not (a.dry_run and a.out is None):
        out = a.out or MODELS / recipe.name
        export(run, history, out)
        print(f"written: {out}", flush=True)
    if world > 1:
        dist.barrier()  # leave together: the first process is still writing
        dist.destroy_process_group()


if __name__ == "__main__":
    try:
        main()
    except Refusal as e:
        sys.exit(str(e))
