"""What is written when a run ends: the checkpoint's folder, with scores and the yardstick's beside them."""

import datetime
import platform
from dataclasses import asdict
from pathlib import Path

import torch

from restoration import __version__
from restoration.baselines import baseline
from restoration.checkpoints import save_model
from restoration.degrade import enlarge
from restoration.metrics import psnr
from restoration.training.loop import move


def validation_scores(run) -> list[dict]:
    """PSNR (RGB, whole crop, mean over pictures) of the damaged, the yardstick's and the network's, on the validation pairs."""
    clean, damaged, told = run.pairs.validation
    yardstick = baseline(run.recipe.yardstick) if run.recipe.yardstick else None
    model = run.average.eval()
    sums = {"damaged": 0.0, "yardstick": 0.0, "model": 0.0}
    for i, (truth, y) in enumerate(zip(clean.split(1), damaged.split(1), strict=True)):
        z = model.restore(y.to(run.device), **{k: v[i : i + 1].to(run.device) for k, v in told.items()})
        if y.shape != truth.shape:
            y = enlarge(y, truth.shape[-1] // y.shape[-1])
        sums["model"] += psnr(z.cpu(), truth)
        sums["damaged"] += psnr(y, truth)
        sums["yardstick"] += psnr(yardstick.restore(damaged[i : i + 1], **run.pairs.known[i]) if yardstick else y, truth)
    means = {k: v / len(clean) for k, v in sums.items()}
    test = f"validation: {len(clean)} held-out crops of {clean.shape[-1]} pixels, PSNR in dB (RGB)"
    return [{"test": test, "yardstick_name": yardstick.name if yardstick else "left as it is", **means}]


@torch.no_grad()
def evidence_scores(run) -> list[dict]:
    """Of a VAE: the negative ELBO in nats per picture, beside what a model would need that knows each pixel's mean and no more."""
    model, (clean, _, known) = run.average.eval(), move(run.pairs.validation, run.device)
    seen, spent = model.elbo(clean, **known, generator=torch.Generator(run.device).manual_seed(run.recipe.seed))
    mean = run.pairs.mean.to(clean).clamp(1e-3, 1 - 1e-3).expand_as(clean)
    nats = model.log_likelihood(clean, mean.logit())
    if "mask" in known:
        nats = nats * (1 - known["mask"])
    of = "the missing pixels, given the known ones, of" if "mask" in known else "all pixels of"
    words = {"bernoulli": "Bernoulli likelihood", "gaussian": f"Gaussian likelihood, sigma {model.log_sigma.exp():.4f} of [0, 1]"}
    test = f"validation: {len(clean)} held-out pictures, negative ELBO in nats per picture, {of} it, {words[model.config.likelihood]}"
    scores = {"yardstick": -nats.flatten(1).sum(1).mean().item(), "model": (spent.sum(1) - seen).mean().item()}
    return [{"test": test, "unit": "nats", "yardstick_name": "mean of each pixel", **scores}]


def reading_scores(run) -> list[dict]:
    """Of the classifier: the share of held-out digits that it reads wrong."""
    error = run.family.validate(run.average, run.pairs.validation)["error"]
    test = f"validation: {len(run.pairs.validation[0])} held-out digits, share read wrong in %"
    return [{"test": test, "unit": "%", "yardstick_name": "guessing", "yardstick": 90.0, "model": 100 * error}]


SCORES = {"vae": evidence_scores, "classifier": reading_scores}  # families that are not measured by PSNR


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
        "scores": SCORES.get(run.recipe.family, validation_scores)(run),
        "limits": run.recipe.limits,
    }
    save_model(run.average, run.recipe.family, folder, history, training)
