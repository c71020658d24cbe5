"""The GAN's part of the lab for scripts; see restoration.ui.api."""

from dataclasses import asdict

from restoration import lab
from restoration.errors import Refusal
from restoration.lab import gan, gan_repair
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
