"""The GAN's part of the lab for scripts; see restoration.ui.api."""

from restoration.lab import gan_generate as dcgan
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
