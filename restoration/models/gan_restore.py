"""GANs that mend photos: a restorer of the CNN family, taught by a critic too.

A network that minimises squared or absolute error answers with the middle of all pictures that fit, and that is blurred. Here three voices
are added up (SRGAN, Ledig et al. 2016, arXiv 1609.04802):

    pixel         mean absolute error: stay near the truth
    perceptual    distance between feature maps of a network that was trained for something else (Johnson, Alahi, Fei-Fei 2016,
                  arXiv 1603.08155)
    adversarial   a critic, trained at the same time to tell repairs from photos, must take the repair for a photo

The generator is the CNN itself, begun from its weights, so that the two differ in what they were told to want and in nothing else. What it
adds is plausible, and invented: it costs PSNR (Blau and Michaeli 2018, arXiv 1711.06077).

In the shapes B is the batch, H and W the sides of the picture that comes out.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils.parametrizations import spectral_norm

from restoration.models import cnn, gan
from restoration.models.base import Family, Restorer, mean_psnr


@dataclass(frozen=True)
class Config(cnn.Config):
    """The generator's, and: the critic's channels, the first at full resolution, each further one at half the one before; and how much
    each voice counts."""

    critic: tuple[int, ...] = (24, 48, 96, 128)
    pixel: float = 1.0
    perceptual: float = 0.1
    adversarial: float = 0.02
    pace: float = 8.0  # how many times as fast as the generator the critic learns


class Critic(nn.Module):
    """Pictures (B, 3, H, W) in [0, 1] -> logits (B, H/8, W/8): is what is seen from here a photo? (PatchGAN, Isola et al. 2016, arXiv
    1611.07004.) Each answer sees 40 pixels a side. Told the mask as well where parts were missing. Spectral norm (Miyato et al. 2018,
    arXiv 1802.05957) keeps every layer from stretching what it gets, and so the critic from winning too fast."""

    def __init__(self, inputs: int, widths: tuple[int, ...]):
        super().__init__()
        layers = [spectral_norm(nn.Conv2d(inputs, widths[0], 3, padding=1)), nn.LeakyReLU(0.2)]
        for a, b in zip(widths, widths[1:], strict=False):
            layers += [spectral_norm(nn.Conv2d(a, b, 4, stride=2, padding=1)), nn.LeakyReLU(0.2)]
        self.layers = nn.Sequential(*layers, nn.Conv2d(widths[-1], 1, 3, padding=1))

    def forward(self, x: Tensor) -> Tensor:
        return self.layers(2 * x - 1)[:, 0]


class Adversarial(Restorer):
    features = None  # (B, 3, H, W) -> list of feature maps: what the perceptual loss looks with; needed for training only

    def __init__(self, config: Config):
        super().__init__()
        self.config = config
        self.generator = cnn.build(config)
        self.critic = Critic(config.channels + self.fills_holes, config.critic)

    @property
    def fills_holes(self) -> bool:
        return self.config.job == "inpaint"

    @property
    def told(self) -> tuple[str, ...]:
        return self.generator.told

    @property
    def about(self) -> str:
        if self.fills_holes:
            return "Fills large holes with detail that looks likely, and is invented; known pixels are returned untouched."
        return "Makes colour pictures larger with detail that looks real, and is invented."

    def forward(self, y: Tensor, **known) -> Tensor:
        return self.generator(y, **known)

    @torch.no_grad()
    def restore(self, y: Tensor, **known) -> Tensor:
        """As the restorer of the CNN family for the same job."""
        return self.generator.restore(y, **known)

    def judge(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        """The critic's logits (B, H/8, W/8) on x (B, 3, H, W). mask: (B, 1, H, W), 1 where a pixel was known; for filled holes only."""
        return self.critic(torch.cat([x, 2 * mask.expand(len(x), -1, -1, -1) - 1], 1) if self.fills_holes else x)

    def judged(self, logits: Tensor, mask: Tensor | None = None) -> Tensor:
        """Of the critic's answers those that count: all, or where holes were filled those about a hole."""
        return logits[self.about_holes(logits, mask)] if self.fills_holes else logits

    def about_holes(self, logits: Tensor, mask: Tensor) -> Tensor:
        """(B, H/8, W/8) bool: whether the 8 x 8 pixels in the middle of what an answer sees hold a missing one."""
        return F.max_pool2d(1 - mask, mask.shape[-1] // logits.shape[-1])[:, 0] > 0

    def perceptual(self, made: Tensor, clean: Tensor) -> Tensor:
        """Mean squared distance of feature vectors of length 1, over places and layers."""
        with torch.no_grad():
            wanted = [F.normalize(f, dim=1) for f in self.features(clean)]
        return sum(((F.normalize(f, dim=1) - w) ** 2).sum(1).mean() for f, w in zip(self.features(made), wanted, strict=True)) / len(wanted)


def build(config: Config) -> Adversarial:
    return Adversarial(config)


def optimisers(model: Adversarial, lr: float) -> dict:
    """Adam for both; the critic learns from nothing and must go faster than the generator, which is trained already."""
    return {
        "critic": torch.optim.Adam(model.critic.parameters(), lr=model.config.pace * lr, betas=(0.5, 0.999)),
        "generator": torch.optim.Adam(model.generator.parameters(), lr=lr, betas=(0.9, 0.999)),
    }


def off_the_grid(*pictures: Tensor) -> tuple[Tensor, ...]:
    """The same few rows and columns cut off all of them, by chance. Critic and features look at every second or eighth place; if those
    were always the same pixels of a repair, what they like would show in it as a grid of dots."""
    top, left = torch.randint(8, (2,)).tolist()
    return tuple(x[..., top : x.shape[-2] - 8 + top, left : x.shape[-1] - 8 + left] for x in pictures)


def step(model: Adversarial, batch, optimisers: dict) -> dict:
    """The critic's turn, then the generator's, on the same repairs."""
    clean, damaged, known = batch
    made = model(damaged, **known)
    pixel = F.l1_loss(made, clean)
    clean, made, *masks = off_the_grid(clean, made, *known.values())
    known = dict(zip(known, masks, strict=True))

    real, fake = (model.judged(model.judge(x, **known), **known) for x in (clean, made.detach()))
    loss_d = gan.cross_entropy(real, fake)
    optimisers["critic"].zero_grad(set_to_none=True)
    loss_d.backward()
    optimisers["critic"].step()

    c = model.config
    model.critic.requires_grad_(False)
    parts = {"pixel": pixel, "adversarial": gan.non_saturating(model.judged(model.judge(made, **known), **known))}
    loss = c.pixel * parts["pixel"] + c.adversarial * parts["adversarial"]
    if c.perceptual:
        parts["perceptual"] = model.perceptual(made, clean)
        loss = loss + c.perceptual * parts["perceptual"]
    optimisers["generator"].zero_grad(set_to_none=True)
    loss.backward()
    optimisers["generator"].step()
    model.critic.requires_grad_(True)
    seen = {"loss_d": loss_d, "real": real.sigmoid().mean(), "fake": fake.sigmoid().mean()}
    return {"loss": loss.item(), **{name: part.item() for name, part in (parts | seen).items()}}


@torch.no_grad()
def validate(model: Adversarial, batch) -> dict:
    """On held-out pictures: mean absolute error as "loss", PSNR in dB of the repair and of the damage, and what the critic says."""
    clean, damaged, known = batch
    made = model.restore(damaged, **known)
    real, fake = (model.judged(model.judge(x, **known), **known).sigmoid().mean().item() for x in (clean, made))
    as_large = damaged if damaged.shape == clean.shape else F.interpolate(damaged, clean.shape[-2:], mode="bicubic")
    scores = {"loss": F.l1_loss(made, clean).item(), "psnr": mean_psnr(made, clean), "psnr_damaged": mean_psnr(as_large, clean)}
    return {**scores, "real": real, "fake": fake}


FAMILY = Family("gan-restore", Config, build, optimisers, step, validate)
