"""What several tests need: a picture made by formulas, a small network of every family, a small checkpoint folder."""

import asyncio
from contextlib import aclosing
from dataclasses import replace

import numpy as np
import torch

from restoration import checkpoints, live
from restoration.images import to_uint8
from restoration.models import FAMILIES, blocks, classifier, cnn, gan, gan_restore, pixel_rnn, rnn, vae
from restoration.training.recipes import RECIPES

# family -> a network small enough for a test; every family must have one
SMALL = {
    "cnn": cnn.Config(widths=(8, 12), blocks=1), "blocks": blocks.Config(width=8, depth=2),
    "vae": vae.Config(latent=3, hidden=(16,), widths=(4, 8)), "classifier": classifier.Config((4, 8), 16),
    "gan": gan.Config(latent=5, widths=(8, 4)),
    "gan-restore": gan_restore.Config("upscale", widths=(8, 12), blocks=1, scale=2, critic=(4, 6, 8, 8)),
    "rnn": rnn.Config(widths=(8, 12), blocks=1, memory=4), "pixel-rnn": pixel_rnn.Config(side=6, rows=5, line=7, kernel=3),
}  # fmt: skip
# the same for every job of the CNN
SMALL_JOBS = {job: cnn.Config(job, widths=(8, 12), blocks=1, scale=2 if job == "upscale" else 1) for job in cnn.JOBS}
HISTORY = [
    {"step": 30, "split": "val", "loss": 0.06, "psnr": 24.0, "psnr_blind": 23.5, "psnr_damaged": 20.2, "seconds": 3.0},
    {"step": 50, "split": "train", "loss": 0.05, "loss_sigma": 0.02, "lr": 1e-3, "seconds": 5.0},
    {"step": 60, "split": "val", "loss": 0.04, "psnr": 27.0, "psnr_blind": 26.5, "psnr_damaged": 20.2, "seconds": 6.0},
    {"step": 100, "split": "train", "loss": 0.03, "loss_sigma": 0.01, "lr": 5e-4, "seconds": 10.0},
]
TRAINING = {
    "name": "cnn-denoise", "about": "A small one.", "parameters": 1234, "date": "2026-01-31", "steps": 100, "seconds": 600.0,
    "device": "cpu", "data": "none", "recipe": {"batch": 2, "crop": 32}, "versions": {"torch": "2"}, "limits": "Untrained.",
    "scores": [{"test": "validation", "damaged": 20.2, "yardstick_name": "nlm", "yardstick": 26.0, "model": 27.0}],
}  # fmt: skip


def make_picture(height: int, width: int, seed: int = 0) -> torch.Tensor:
    """(1, 3, H, W) in [0, 1]: a slope, stripes that get finer, a disc with a sharp edge."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    slope = 0.2 + 0.5 * (x + y) / (height + width)
    stripes = 0.12 * np.sin(x * (0.05 + 0.4 * x / width) + seed)
    disc = 0.3 * ((x - width / 2) ** 2 + (y - height / 3) ** 2 < (min(height, width) / 5) ** 2)
    grey = np.clip(slope + stripes + disc, 0, 1)
    return torch.from_numpy(np.stack([grey, grey[:, ::-1], 0.8 * grey + 0.1])).float()[None]


def make_network(family: str = "cnn", seed: int = 0, **config):
    """A small network with random weights, also where training starts from zeros. config: what is other than in SMALL."""
    torch.manual_seed(seed)
    small = SMALL_JOBS[config["job"]] if family == "cnn" and "job" in config else SMALL[family]
    model = FAMILIES[family].build(replace(small, **config))
    with torch.no_grad():
        for p in model.parameters():
            p.add_(torch.randn_like(p) * 0.05)
    return model.eval().requires_grad_(False)


def make_checkpoint(folder, family: str = "cnn", **config):
    """Write a whole checkpoint folder and return its network."""
    model = make_network(family, **config)
    checkpoints.save_model(model, family, folder, HISTORY, TRAINING)
    return model


def make_shipped(folder):
    """A small network in the place of every one that ships."""
    for name in checkpoints.list_models():
        make_like(name, folder)


def make_like(name: str, folder):
    """A small network that does what the one of this name does."""
    recipe = RECIPES[name]
    kept = {
        "cnn": ("job", "scale"), "blocks": ("block", "loss"), "classifier": (),
        "vae": ("side", "channels", "latent", "likelihood", "beta", "conditional"), "gan": ("side", "channels", "latent", "loss"),
        "gan-restore": ("job", "scale"), "rnn": (), "pixel-rnn": ("side", "levels"),
    }[recipe.family]  # fmt: skip
    make_checkpoint(folder / name, recipe.family, **{key: getattr(recipe.config, key) for key in kept})


def noisy(clean: torch.Tensor, sigma: float, seed: int = 0) -> torch.Tensor:
    noise = np.random.default_rng(seed).standard_normal(tuple(clean.shape)).astype(np.float32)
    return clean + torch.from_numpy(noise) * (sigma / 255)


def run(session, looks=10_000):
    """A live.Session's training, listened to for so many looks; returns it."""

    async def go():
        async with aclosing(session.train()) as going:
            n = 0
            async for _ in going:
                if (n := n + 1) == looks:
                    break

    asyncio.run(go())
    return session.training


def alone(work):
    """work() as the app trains: in a thread that computes alone, so that every digit is the same on every machine."""
    return asyncio.run(live.in_worker(work))


def make_frames(count: int) -> np.ndarray:
    """A window that moves over a picture, of odd sizes for a network: uint8 (count, 26, 38, 3)."""
    wide = to_uint8(make_picture(26, 60))
    return np.stack([wide[:, 2 * t : 2 * t + 38] for t in range(count)])
