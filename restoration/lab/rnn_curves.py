"""The lab of clips, its recorded training runs: the rows as charts, and the levels they can be held against. See restoration.lab.rnn."""

from restoration import checkpoints, lab
from restoration.errors import Refusal, unknown
from restoration.lab.gan_curves import Chart, Line, lines_of
from restoration.lab.rnn_pixels import MODEL as DIGITS
from restoration.lab.rnn_pixels import VAE
from restoration.lab.rnn_repair import NETWORK as CLIPS

NAMES = (CLIPS, DIGITS)
LATE = 0.15  # share of a run's updates, after which the chart of its end begins


def rows(name: str) -> list[dict]:
    """The rows of a run. Refusal for another name, and if its files are missing or hold no whole run."""
    if not isinstance(name, str) or name not in NAMES:
        raise unknown("model", name, NAMES)
    found = checkpoints.read_history(name, lab.models_folder() / name)
    if not all(any(row["split"] == split and "cpu" in row for row in found) for split in ("train", "val")):
        raise Refusal("gan_no_run", name=name)
    return found


def facts(name: str, lang: str) -> str:
    """One line of facts about a run."""
    rows(name)
    return lab.model_facts(name, lang)


def charts(name: str) -> list[Chart]:
    """The charts of a run, against updates and CPU minutes. Of the clip network: "gain" (what the memory is worth, dB), "psnr" (with it,
    without, and of the damage, dB), "frames" (PSNR of frames 1, 4 and 16), "loss". Of the digits' network: "nats", and "late", its end."""
    history = rows(name)
    return _clips(history) if name == CLIPS else _digits(history)


def gain(row: dict) -> float:
    """What the memory is worth in a held-out row, from the eighth frame on, dB."""
    return row["psnr"] - row["psnr_wiped"]


def _clips(history: list[dict]) -> list[Chart]:
    held_out = [row for row in history if row["split"] == "val"]
    points = [[row["step"], row["cpu"] / 60, gain(row)] for row in held_out]
    damaged = {"damaged": held_out[-1]["psnr_damaged"]}
    scores = {"memory": "psnr", "alone": "psnr_wiped"}
    return [
        Chart("gain", [Line("gain", "val", points)], {"nothing": 0.0}),
        Chart("psnr", lines_of(held_out, scores, "cpu"), damaged),
        Chart("frames", lines_of(held_out, {f"frame_{n}": f"psnr_{n}" for n in (1, 4, 16)}, "cpu"), {}),
        Chart("loss", lines_of(history, {"loss": "loss"}, "cpu"), {}),
    ]


def _digits(history: list[dict]) -> list[Chart]:
    level, end = levels(), LATE * history[-1]["step"]
    late = [row for row in history if row["step"] >= end]
    return [
        Chart("nats", lines_of(history, {"nats": "loss"}, "cpu"), level),
        Chart("late", lines_of(late, {"nats": "loss"}, "cpu"), {name: nats for name, nats in level.items() if name == "elbo"}),
    ]


def levels() -> dict:
    """What other models need for the digits that were held out of the run, nats a digit: "pixels", the mean of each pixel; "elbo", the
    VAE's bound, if it was taken on the same digits."""
    own, vae = (checkpoints.read_training(name, lab.models_folder() / name)["scores"][0] for name in (DIGITS, VAE))
    same = abs(own["yardstick"] - vae["yardstick"]) < 1e-3  # the same digits, or the mean of each pixel would cost something else
    return {"pixels": own["yardstick"], **({"elbo": vae["model"]} if same else {})}


def ended(name: str, split: str = "val") -> dict:
    """The last row of a split."""
    return [row for row in rows(name) if row["split"] == split][-1]
