"""The GAN's part of the lab for scripts; see restoration.ui.api."""

from dataclasses import asdict

from restoration import lab, live
from restoration.errors import Refusal
from restoration.lab import gan, gan_repair
from restoration.lab import gan_generate as dcgan
from restoration.live import gan as live_gan
from restoration.ui.live_run import for_script
from restoration.ui.picture import png


def gan_restore(picture: str | None, damage: str, seed: int, lang: str) -> tuple:
    """Damage a photo and mend it with two networks of the same shape: a CNN told to be near, and a GAN told to look real too.

    picture: a file, of which the middle square is taken (256 x 256 at most, 64 a side at least), or null for the cat. damage: one of
    low-resolution, missing-block, missing-lower, as in the lab's links: "low-resolution:scale=4" (always 4), "missing-block:size=0.375".
    seed: 0 to 9999. lang: "en" or "zh", the language of messages.
    Returns the CNN's and the GAN's repair as PNG, and rows of scores [{name, kind, psnr (dB), ssim (both RGB, whole picture, rounded to
    8 bits; psnr is null if infinite), niqe (luma, lower is better; null where it cannot judge), rmse (of 255), spectrum (mean distance from
    the original's power, in decades), ms, and of networks invented: {fit, amount, error, nothing (root mean squares, of 255), unseen}}].
    """
    clean, ruined = _ruined(picture, damage, seed)
    *_, out = gan_repair.mend((), clean, ruined, between=False)
    judged = [out.truth, out.damaged, *out.yardsticks, out.faithful, out.sharp]
    return png(out.faithful.shown), png(out.sharp.shown), [_row(one) for one in judged]


def gan_blend(picture: str | None, damage: str, seed: int, mix: float, lang: str) -> tuple:
    """Damage a photo and mend it with a network whose weights lie between the CNN's and the GAN's.

    picture, damage, seed, lang: as for /gan_restore. mix: how much of the weights is the GAN's, from 0 (the CNN) to 1 (the GAN).
    Returns the repair as PNG, and its row of scores as /gan_restore has them.
    """
    clean, ruined = _ruined(picture, damage, seed)
    mended = gan_repair.mixed_by(mix, ruined)
    judged = gan_repair.measure(clean, mended)
    return png(judged.shown), _row(judged) | {"invented": _finite(asdict(gan_repair.made_up(clean, ruined, mended)))}


def _ruined(picture: str | None, damage: str, seed: int) -> tuple:
    clean = gan.upload(picture) if picture else gan.picture(gan.Case().picture)
    steps = gan.steps_of(damage)
    if any(name == "missing-mask" for name, _ in steps):
        raise Refusal("mask_needed")
    return clean, gan.ruin(clean, steps, lab.whole(seed))


def _row(judged: gan_repair.Judged) -> dict:
    row = judged.row
    found = _finite({
        "name": row.name, "kind": row.kind, "psnr": row.psnr, "ssim": row.ssim, "niqe": judged.niqe, "rmse": judged.rmse,
        "spectrum": judged.apart, "ms": row.ms,
    })  # fmt: skip
    return found | ({"invented": _finite(asdict(judged.made_up))} if judged.mix is not None else {})


def _finite(values: dict) -> dict:
    """Infinity and NaN have no JSON."""
    return {key: None if isinstance(v, float) and not abs(v) < float("inf") else v for key, v in values.items()}


def gan_generate(seeds: list, model: str, lang: str) -> tuple:
    """Invent pictures with a DCGAN, one for each seed.

    seeds: up to 64 whole numbers from 0 to 9999; a seed is the same picture in every call, whatever stands beside it. model:
    "dcgan-digits" (28 x 28, grey), or one of colours (64 x 64), as far as it ships. lang: "en" or "zh", the language of messages.
    Returns all on one sheet as PNG (8 bits, eight in a row), and the pictures as rows of numbers in [0, 1] with all their digits: for each
    seed 28 x 28, or 64 x 64 of [r, g, b].
    """
    made = dcgan.generate(seeds, model)
    return png(dcgan.sheet(made)), (made[..., 0] if made.shape[3] == 1 else made).tolist()


async def train_gan(pictures: str, loss: str, lr: float, beta1: float, steps: int, seed: int, lang: str) -> tuple:
    """Train a small DCGAN, as the GAN's panel Train it live does, for 20 s at most.

    pictures: "digits" (28 x 28, grey, written by the lab) or "emoji" (32 x 32, colours, 24 of them). loss: "non-saturating",
    "saturating", "least-squares" or "wasserstein". lr: the learning rate of both players, 0 to 10. beta1: Adam's, 0 to 0.99. steps: 50 to
    10000 updates of each player. seed: 0 to 9999, the same seed gives the same rows. lang: "en" or "zh", the language of messages.
    Returns 36 made pictures on one sheet as PNG (8 bits, six in a row); the rows [{step, split ("train": means over ten updates, or
    "val"), loss_d, loss_g, and for "val" seen, real, fake (D's mean answer to pictures that it was trained on, to held-out ones and to made
    ones: a probability with the first two losses, D's output as it is with the others), told (share of pairs of a real and a made picture
    in which D picks the real one; 0.5 is guessing), for digits sure (share that the classifier is sure of, above 0.9) and classes
    (covered), for emoji near (root mean square to the nearest training picture)}]; and {state ("done", "capped" or "diverged"), sure or
    near (what held-out real pictures reach), counts (legible digits, class by class), problem}.
    """
    t = await for_script(live_gan.Session(), live_gan.Settings(pictures, loss, lr, beta1, steps, seed))
    made = await live.in_worker(t.samples)
    return png(made), t.rows, {"state": t.state, **t.levels, "counts": t.legible, "problem": t.problem and t.problem.say(lang)}
