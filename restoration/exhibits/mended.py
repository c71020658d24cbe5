"""The listing, mended: a GAN that writes digits, in one file. It needs torch alone (and numpy, to read the digits).

    python -m restoration.exhibits.mended --data digits.npz

The file of digits holds `x`, uint8 (N, 28, 28), white on black. To make one:

    from restoration.digits import draw_digits; import numpy
    numpy.savez("digits.npz", x=(255 * draw_digits(2000)[0]).astype("uint8"))
"""

import argparse
from collections.abc import Iterator

import torch
import torch.nn.functional as F
from torch import Tensor, nn

LATENT, BATCH, EPOCHS = 100, 32, 100
ADAM = {"lr": 2e-4, "betas": (0.5, 0.999)}


def build_generator() -> nn.Sequential:
    """Noise (B, 100) -> pictures (B, 1, 28, 28) in [-1, 1], the range of tanh."""
    return nn.Sequential(
        nn.Linear(LATENT, 64 * 7 * 7), nn.Unflatten(1, (64, 7, 7)), nn.BatchNorm2d(64), nn.ReLU(),
        nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1), nn.BatchNorm2d(32), nn.ReLU(),  # (B, 32, 14, 14)
        nn.ConvTranspose2d(32, 1, 4, stride=2, padding=1), nn.Tanh(),
    )  # fmt: skip


def build_discriminator() -> nn.Sequential:
    """Pictures (B, 1, 28, 28) -> logits (B, 1): above 0 says "real". No sigmoid here: the loss has it."""
    return nn.Sequential(
        nn.Conv2d(1, 32, 4, stride=2, padding=1), nn.LeakyReLU(0.2),  # (B, 32, 14, 14)
        nn.Conv2d(32, 64, 4, stride=2, padding=1), nn.LeakyReLU(0.2),  # (B, 64, 7, 7)
        nn.Flatten(), nn.Linear(64 * 7 * 7, 1),
    )  # fmt: skip


def start(player: nn.Sequential, dice: torch.Generator) -> nn.Sequential:
    """First weights: small ones, as DCGAN's, thrown with the dice, so that a seed says how it begins."""
    for layer in player:
        if isinstance(layer, (nn.Linear, nn.Conv2d, nn.ConvTranspose2d)):
            nn.init.normal_(layer.weight, 0, 0.02, generator=dice)
            nn.init.zeros_(layer.bias)
    return player


def cross_entropy(logits: Tensor, answer: float) -> Tensor:
    return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, answer))


def discriminator_turn(generator, discriminator, optimiser, real: Tensor, noise: Tensor) -> float:
    """Say 1 of real pictures and 0 of made ones."""
    made = generator(noise).detach()  # no gradient into the generator: it is not its turn
    loss = cross_entropy(discriminator(real), 1.0) + cross_entropy(discriminator(made), 0.0)
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
    return loss.item()


def generator_turn(generator, discriminator, optimiser, noise: Tensor) -> float:
    """Make pictures of which the discriminator says 1. The gradient comes through it."""
    loss = cross_entropy(discriminator(generator(noise)), 1.0)
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
    return loss.item()


def train(generator, discriminator, images: Tensor, dice: torch.Generator, epochs: int = EPOCHS) -> Iterator[dict]:
    """images: (N, 1, 28, 28) in [-1, 1]. A row for every batch: both losses, in nats."""
    adam_d, adam_g = (torch.optim.Adam(player.parameters(), **ADAM) for player in (discriminator, generator))
    for epoch in range(1, epochs + 1):
        for real in images[torch.randperm(len(images), generator=dice)].split(BATCH):
            noise_d, noise_g = torch.randn(2, len(real), LATENT, generator=dice)
            loss_d = discriminator_turn(generator, discriminator, adam_d, real, noise_d)
            loss_g = generator_turn(generator, discriminator, adam_g, noise_g)
            yield {"epoch": epoch, "loss_d": loss_d, "loss_g": loss_g}


if __name__ == "__main__":
    import numpy as np

    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", required=True)
    options.add_argument("--epochs", type=int, default=EPOCHS)
    given, dice = options.parse_args(), torch.Generator().manual_seed(0)
    images = torch.from_numpy(np.load(given.data)["x"]).unsqueeze(1) / 127.5 - 1
    generator, discriminator = start(build_generator(), dice), start(build_discriminator(), dice)
    for n, row in enumerate(train(generator, discriminator, images, dice, given.epochs)):
        if n % 20 == 0:
            print(row, flush=True)
    made = generator.eval()(torch.randn(8, LATENT, generator=dice)).detach()
    with open("digits.pgm", "wb") as file:  # eight digits side by side
        file.write(b"P5 224 28 255 " + (127.5 * (made[:, 0].permute(1, 0, 2) + 1)).byte().numpy().tobytes())
