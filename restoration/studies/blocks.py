"""The study of the ten blocks and the three losses: what each costs and how well it does, all measured in one run.

    blocks  {block: {"parameters", "width", "depth", "macs", "field", "sees_all",
                     "ms"         of one picture of 256x256 on one thread,
                     "psnr"       on the recorded validation after `steps` updates,
                     "cpu"        seconds that the updates took,
                     "psnr_same_time"   after `seconds` of CPU time, the least that any block needed for its updates,
                     "steps_same_time"  how many updates that was,
                     "samples"    {"psnr", "ssim"}, means over the shipped pictures}}
    losses  {loss: {reading: {"psnr", "ssim", "mae"}}}, over the shipped pictures; mae of 255
    others  {"damaged", "median": {"psnr", "ssim", "mae"}}
"""

import platform
import statistics
import time
from pathlib import Path

import torch

from restoration import checkpoints
from restoration.baselines import baseline
from restoration.degrade import degrade
from restoration.exhibits import blocks as counts
from restoration.metrics import psnr, ssim
from restoration.models.blocks import BLOCKS, SmallDenoiser
from restoration.samples import SAMPLES, load_sample
from restoration.studies import store

NAME = "blocks"
SIGMA, SIDE, ROUNDS = 25, 256, 25
NETWORKS = {block: f"block-{block}" for block in BLOCKS}  # block -> checkpoint
LOSSES = {"mse": "loss-mse", "l1": "block-residual", "cross-entropy": "loss-cross-entropy"}


def validated(history: list[dict]) -> list[dict]:
    return [row for row in history if row["split"] == "val"]


def at_time(history: list[dict], seconds: float) -> tuple[float, float]:
    """(PSNR, updates) after so many CPU seconds of updates: on the straight line between the two validations around it."""
    rows = validated(history)
    for before, after in zip(rows, rows[1:], strict=False):
        if before["cpu"] <= seconds <= after["cpu"]:
            share = (seconds - before["cpu"]) / (after["cpu"] - before["cpu"])
            return tuple(before[key] + share * (after[key] - before[key]) for key in ("psnr", "step"))
    raise ValueError(f"{seconds} CPU seconds are outside the recorded run")


def milliseconds(networks: dict[str, SmallDenoiser], rounds: int = ROUNDS) -> dict[str, float]:
    """Median CPU time of one picture of SIDE x SIDE on one thread. One network after the other, round by round, so that whatever else
    the machine does meets all alike: compare the ratios."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    y = degrade(load_sample(next(iter(SAMPLES)), SIDE), "noise", sigma=SIGMA, seed=0)
    took = {name: [] for name in networks}
    for n in range(rounds + 2):
        for name, network in networks.items():
            start = time.process_time()
            network.restore(y)
            if n >= 2:  # before, it warms up
                took[name].append(1000 * (time.process_time() - start))
    torch.set_num_threads(threads)
    return {name: statistics.median(times) for name, times in took.items()}


def score(restore) -> dict:
    """restore: a noisy picture -> its repair. Means over the shipped pictures at SIDE x SIDE, noise of SIGMA, seed 0."""
    found = []
    for name in SAMPLES:
        clean = load_sample(name, SIDE)
        z = restore(degrade(clean, "noise", sigma=SIGMA, seed=0))
        found.append({"psnr": psnr(z, clean), "ssim": ssim(z, clean), "mae": mae(z, clean)})
    return {key: round(statistics.mean(f[key] for f in found), digits) for key, digits in (("psnr", 3), ("ssim", 4), ("mae", 3))}


def mae(z: torch.Tensor, clean: torch.Tensor) -> float:
    """Mean absolute error of a repair, clipped, of 255."""
    return 255 * (z.clamp(0, 1) - clean).abs().mean().item()


def recorded() -> dict:
    """What the files of the checkpoints say of each block, without measuring anything."""
    histories = {block: checkpoints.read_history(name) for block, name in NETWORKS.items()}
    ends = {block: validated(history)[-1] for block, history in histories.items()}
    seconds = min(end["cpu"] for end in ends.values())
    found = {}
    for block, name in NETWORKS.items():
        network = checkpoints.load_model(name)
        reached, steps = at_time(histories[block], seconds)
        found[block] = {
            "parameters": counts.parameters(network), "width": network.config.width, "depth": network.config.depth,
            "macs": counts.macs(network, SIDE), "field": counts.field(network), "sees_all": counts.sees_all(network),
            "psnr": round(ends[block]["psnr"], 3), "cpu": ends[block]["cpu"],
            "psnr_same_time": round(reached, 3), "steps_same_time": round(steps),
        }  # fmt: skip
    return {"steps": min(end["step"] for end in ends.values()), "seconds": seconds, "blocks": found}


def measured(rounds: int = ROUNDS) -> dict:
    """`recorded`, and for each block the milliseconds and the scores on the shipped pictures."""
    networks = {block: checkpoints.load_model(name) for block, name in NETWORKS.items()}
    study, took = recorded(), milliseconds(networks, rounds)
    for block, network in networks.items():
        scores = score(network.restore)
        study["blocks"][block] |= {"ms": round(took[block], 2), "samples": {key: scores[key] for key in ("psnr", "ssim")}}
    return {"side": SIDE, "sigma": SIGMA, "device": processor(), **study}


def losses() -> dict:
    found = {}
    for loss, name in LOSSES.items():
        network = checkpoints.load_model(name)
        found[loss] = {"mean" if loss == "cross-entropy" else "answer": score(network.restore)}
        if loss == "cross-entropy":
            found[loss]["mode"] = score(network.most_likely)
    return found


def processor() -> str:
    """What the milliseconds were measured on."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{names[0] if names else platform.machine()}, one thread"


def make() -> None:
    others = {"damaged": score(lambda y: y), "median": score(baseline("median").restore)}
    found = {**measured(), "losses": losses(), "others": others}
    store.write(NAME, found, sorted({*NETWORKS.values(), *LOSSES.values()}))
