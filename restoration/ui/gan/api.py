"""The GAN's part of the lab for scripts; see restoration.ui.api."""

from restoration import live
from restoration.lab import gan_generate as dcgan
from restoration.live import gan as live_gan
from restoration.ui.live_run import for_script
from restoration.ui.picture import png


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
