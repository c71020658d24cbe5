"""The VAE's part of the lab for scripts; see restoration.ui.api."""

from restoration import live
from restoration.errors import Refusal
from restoration.lab import vae, vae_codes, vae_repair
from restoration.live import vae as live_vae
from restoration.ui.live_run import for_script
from restoration.ui.picture import png


def vae_restore(picture: str | None, subject: str, number: int, damage: str, seed: int, lang: str) -> tuple:
    """Damage a small picture and repair it with a VAE: one pass, a search of its latent space, ten repairs, and yardsticks.

    picture: a file, of which the middle square is taken at the size that the network knows, or null for one that ships. subject: "digits"
    (28 x 28, white on black; a file with dark ink on light paper is inverted), "emoji" or "flowers" (64 x 64). number: which of the
    pictures that ship, from 0. damage: one of missing-lower, missing-block, missing-pixels, missing-strokes, noise, as in the lab's links:
    "missing-lower:share=0.5". seed: 0 to 9999. lang: "en" or "zh", the language of messages.
    Returns the picture of the search and the mean of the ten as PNG (surviving pixels put back), the rows of scores [{name, kind, psnr
    (dB, whole picture, rounded to 8 bits; null if infinite), reads: [digit, probability] or null, ms}], and {fit, error (of the ten, of
    255: off from what survived, and from the truth where nothing did), unseen (share of the pixels), nats: [[step, fit, prior], ...]}.
    """
    if subject not in vae.subjects():
        vae.picture(subject, 0)  # says what there is
    clean = vae.upload(picture, subject, invert=True) if picture else vae.picture(subject, number)
    steps = vae.damage_steps(damage)
    if any(name == "missing-mask" for name, _ in steps):
        raise Refusal("mask_needed")
    *_, out = vae_repair.mend((), clean, vae.ruin(clean, steps, seed), seed)
    rows = [{"name": r.name, "kind": r.kind, "psnr": _finite(r.psnr), "reads": r.reads, "ms": r.ms} for r in out.rows]
    numbers = {"fit": [*map(_finite, out.fit)], "error": [*map(_finite, out.error)], "unseen": out.unseen}
    nats = [[look.step, look.fit, look.prior] for look in out.looks]
    return png(vae.show(out.found.array)), png(vae.show(out.mean.array)), rows, {**numbers, "nats": nats}


def vae_encode(picture: str | None, array: list | None, number: int, model: str, lang: str) -> dict:
    """Say where on a VAE's map a small picture lies: a Gaussian, with a mean and a log-variance for each dimension.

    The picture is one of three. picture: a file, of which the middle square is taken at the size that the network knows (for digits, dark
    ink on light paper is inverted); or null. array: rows of numbers in [0, 1], 28 x 28 for digits (white on black, taken as they are), 64 x
    64 of [r, g, b] for the others; or null. number: with neither, which of the pictures that ship, from 0. model: a VAE of whole pictures,
    such as "vae-digits-2d" or "vae-emoji". lang: "en" or "zh", the language of messages.
    Returns {model, mean: [...], logvar: [...], notes}. A sample is mean + exp(logvar / 2) * eps with eps from a standard Gaussian.
    """
    if picture and array is not None:
        raise Refusal("vae_one_picture")
    if picture:
        clean = vae.upload(picture, vae_codes.subject(model), invert=True)
    elif array is not None:
        clean = vae_codes.take(array, model)
    else:
        clean = vae.picture(vae_codes.subject(model), number)
    mean, logvar = vae_codes.encode(clean, model)
    return {"model": model, "mean": mean, "logvar": logvar, "notes": [note.say(lang) for note in clean.notes]}


def vae_decode(z: list, model: str, lang: str) -> tuple:
    """Show what lies at a place on a VAE's map.

    z: a list of numbers, as many as the map has dimensions (2 for "vae-digits-2d"), each at most 20 from 0; places of pictures lie within
    about 3. model: as for /vae_encode. lang: "en" or "zh", the language of messages.
    Returns the picture as PNG (8 bits), and the same as rows of numbers in [0, 1] with all their digits, as /vae_encode takes them: of a
    digit 28 x 28, the probability that a pixel is white; of the others 64 x 64 of [r, g, b].
    """
    made = vae_codes.decode(z, model)
    return png(vae.show(made)), (made[..., 0] if made.shape[2] == 1 else made).tolist()


async def train_vae(beta: float, latent: int, lr: float, steps: int, seed: int, digits: str, lang: str) -> tuple:
    """Train a small VAE on written digits, as the VAE's panel Train it live does, for 20 s at most.

    beta: the weight of the KL term, 0 to 20; 0 is a plain autoencoder. latent: dimensions, one of 2, 3, 4, 8, 16. lr: the learning rate.
    steps: 50 to 10000 updates. seed: 0 to 9999, the same seed gives the same rows. digits: those to learn, such as "49", or "0123456789".
    lang: "en" or "zh", the language of messages.
    Returns the rows [{step, split ("train": a mean over ten updates, or "val": of held-out digits), loss, reconstruction, kl (nats a
    picture), and for "val" nelbo, psnr (dB), active (dimensions of more than 0.01 nats), neighbours (share of digits that the five nearest
    name rightly), ...}], and {state ("done", "capped" or "diverged"), guess (share that blind guessing names), blind (nats of the mean
    digit), spread (standard deviation of the codes), codes: [[...], ...] of the held-out digits, labels, mixed_up: [[count, digit, digit],
    ...], problem}.
    """
    t = await for_script(live_vae.Session(), live_vae.Settings(beta, latent, lr, steps, seed, digits))
    facts = {"state": t.state, **t.levels, "problem": t.problem and t.problem.say(lang)}
    if t.state != live.DIVERGED:
        codes = [[round(v, 4) for v in code] for code in t.codes().tolist()]
        facts |= {"spread": t.spread(), "codes": codes, "labels": t.labels.tolist(), "mixed_up": t.mixed_up()}
    return t.rows, facts


def _finite(number: float) -> float | None:
    return number if abs(number) < float("inf") else None  # false for NaN too
