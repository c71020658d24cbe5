"""What is written when a run ends: the checkpoint's folder, with scores and the yardstick's beside them."""

import datetime
import platform
from dataclasses import asdict
from pathlib import Path

import torch

from restoration import __version__
from restoration.baselines import baseline
from restoration.checkpoints import save_model
from restoration.metrics import psnr


def validation_scores(run) -> list[dict]:
    """PSNR (RGB, whole crop, mean over pictures) of the damaged, the yardstick's and the network's, on the validation pairs."""
    clean, damaged, known = run.pairs.validation
    yardstick = baseline(run.recipe.yardstick)
    told = [{k: v[i].item() for k, v in known.items()} for i in range(len(clean))]
    one = lambda i: slice(i, i + 1)  # noqa: E731
    mean = lambda f: sum(psnr(f(i), clean[one(i)]) for i in range(len(clean))) / len(clean)  # noqa: E731
    model = run.average.eval()
    return [{
        "test": f"validation: {len(clean)} held-out crops of {clean.shape[-1]} pixels, PSNR in dB (RGB)",
        "damaged": mean(lambda i: damaged[one(i)]),
        "yardstick_name": yardstick.name,
        "yardstick": mean(lambda i: yardstick.restore(damaged[one(i)], **told[i])),
        "model": mean(lambda i: model.restore(damaged[one(i)].to(run.device), **told[i]).cpu()),
    }]  # fmt: skip


def export(run, history: list[dict], folder: Path) -> None:
    """Write the averaged weights and everything that says where they come from."""
    recipe = asdict(run.recipe)
    for key in ("config", "data", "limits"):  # they stand elsewhere
        recipe.pop(key)
    training = {
        "name": run.recipe.name,
        "about": run.average.about,
        "parameters": sum(p.numel() for p in run.average.parameters()),
        "date": datetime.date.today().isoformat(),
        "steps": run.step,
        "seconds": round(run.seconds, 1),
        "device": f"{run.device} ({platform.machine()}, {torch.get_num_threads()} threads, {str(run.dtype)[6:]} arithmetic)",
        "data": run.recipe.data,
        "pictures": {"train": len(run.pairs.train), "val": len(run.pairs.val)},
        "seed": run.recipe.seed,
        "processes": run.world,
        "recipe": recipe,
        "versions": {"restoration": __version__, "torch": torch.__version__, "python": platform.python_version()},
        "scores": validation_scores(run),
        "limits": run.recipe.limits,
    }
    save_model(run.average, run.recipe.family, folder, history, training)
