"""The CNN family: a residual U-Net that looks at a noisy picture and says what is noise.

    restored = noisy - sigma * UNet(noisy, sigma)

Three ideas carry it. Residual learning (DnCNN, Zhang et al. 2016, arXiv 1608.03981): the network predicts the noise, not the
picture. A noise-level map (FFDNet, Zhang et al. 2017, arXiv 1710.04026): sigma comes in as one more channel, so one network serves
all levels. A U-Net (Ronneberger et al. 2015, arXiv 1505.04597): most of the work is done at low resolution, where a
3x3 kernel sees far and costs little, and skip connections carry the detail around it.

In the shape comments B is the batch, H and W the picture's sides.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from restoration.errors import Refusal
from restoration.models.base import Family, Restorer, check_picture, in_tiles
from restoration.models.muon import Muon

MAX_SIGMA = 100  # of 255: the strongest noise that restore() takes


@dataclass(frozen=True)
class Config:
    channels: int = 3
    widths: tuple[int, ...] = (32, 64, 96, 128)  # channels at 1/2, 1/4, 1/8, 1/16 of the picture's resolution
    blocks: int = 2  # residual blocks per level, on the way down and again on the way up


class Block(nn.Module):
    """Two 3x3 convolutions whose output is added to their input (ResNet, He et al. 2015, arXiv 1512.03385)."""

    def __init__(self, width: int):
        super().__init__()
        self.conv1 = nn.Conv2d(width, width, 3, padding=1)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1)
        nn.init.zeros_(self.conv2.weight)  # at the start the block does nothing, so a deep stack trains from the first step

    def forward(self, x: Tensor) -> Tensor:
        return x + self.conv2(F.leaky_relu(self.conv1(x), 0.1))  # leaky: a unit that is off still learns, and can come back


class NoiseLevel(nn.Module):
    """A small network that guesses sigma. Every place gives an estimate and a confidence: flat places know best."""

    def __init__(self, channels: int, width: int = 32):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(4 * channels, width, 3, padding=1), nn.ReLU(),
            nn.Conv2d(width, width, 3, padding=1), nn.ReLU(),
            nn.Conv2d(width, 2, 1),
        )  # fmt: skip

    def forward(self, y: Tensor) -> Tensor:
        estimate, confidence = self.layers(F.pixel_unshuffle(y, 2)).float().flatten(2).unbind(1)  # (B, HW/4) each
        return (estimate * confidence.softmax(1)).sum(1)  # (B,) in units of 1


class UNet(Restorer):
    about = "Removes noise from colour pictures; told the noise level or guessing it."

    def __init__(self, config: Config):
        super().__init__()
        self.config = config
        w = config.widths

        def stack(width):
            return nn.Sequential(*[Block(width) for _ in range(config.blocks)])

        self.head = nn.Conv2d(4 * config.channels + 1, w[0], 3, padding=1)
        self.down = nn.ModuleList(stack(a) for a in w[:-1])
        self.shrink = nn.ModuleList(nn.Conv2d(a, b, 2, stride=2) for a, b in zip(w, w[1:], strict=False))
        self.middle = stack(w[-1])
        self.grow = nn.ModuleList(nn.Conv2d(b, 4 * a, 1) for a, b in zip(w, w[1:], strict=False))
        self.up = nn.ModuleList(stack(a) for a in w[:-1])
        self.tail = nn.Conv2d(w[0], 4 * config.channels, 3, padding=1)
        self.noise_level = NoiseLevel(config.channels)

    @property
    def multiple(self) -> int:
        return 2 ** len(self.config.widths)  # H and W must divide by this: each level halves them

    def forward(self, y: Tensor, sigma: Tensor) -> Tensor:
        """y (B, C, H, W) and sigma (B,), both in units of 1 -> the restored picture (B, C, H, W)."""
        s = sigma.view(-1, 1, 1, 1)
        x = F.pixel_unshuffle(y, 2)  # (B, 4C, H/2, W/2): each 2x2 square becomes four channels, nothing is lost
        x = torch.cat([x, s.expand(-1, 1, *x.shape[-2:])], 1)  # (B, 4C+1, H/2, W/2): the noise-level map
        x = self.head(x)  # (B, 32, H/2, W/2)
        skips = []
        for down, shrink in zip(self.down, self.shrink, strict=True):
            x = down(x)
            skips.append(x)
            x = shrink(x)  # half the resolution, more channels
        x = self.middle(x)  # (B, 128, H/16, W/16): here a pixel stands for 16x16 of the picture
        for up, grow, skip in zip(reversed(self.up), reversed(self.grow), reversed(skips), strict=True):
            x = up(F.pixel_shuffle(grow(x), 2) + skip)  # twice the resolution, and the detail from the skip
        noise = F.pixel_shuffle(self.tail(x), 2).float()  # (B, C, H, W), of variance about 1
        return y - s * noise

    @torch.no_grad()
    def estimate_sigma(self, y: Tensor) -> Tensor:
        """The noise level of each picture, (B,) in units of 1/255, from at most its middle 1024x1024 pixels."""
        h, w = y.shape[-2:]
        top, left = max(h - 1024, 0) // 2, max(w - 1024, 0) // 2
        y = y[..., top : top + min(h, 1024) // 2 * 2, left : left + min(w, 1024) // 2 * 2]
        return (255 * self.noise_level(y)).clamp(0, MAX_SIGMA)

    @torch.no_grad()
    def restore(self, y: Tensor, sigma: float | Tensor | None = None) -> Tensor:
        """The noise taken off y (B, 3, H, W), any H and W from 16 up; the result is not clipped.

        sigma: the noise level in units of 1/255, 0 to 100 (it was trained to 75), one number or (B,); None: the network guesses it.
        Refusal for a picture that is smaller, not of three channels or not finite, and for a sigma out of range.
        """
        check_picture(y, self.config.channels)
        sigma = self.estimate_sigma(y) if sigma is None else torch.as_tensor(sigma, dtype=y.dtype, device=y.device)
        if not bool(((sigma >= 0) & (sigma <= MAX_SIGMA)).all()):
            raise Refusal("sigma_range", most=MAX_SIGMA)
        s = sigma.expand(y.shape[0]) / 255
        return in_tiles(lambda part: self(part, s), y.contiguous(memory_format=torch.channels_last), self.multiple)


def build(config: Config) -> UNet:
    return UNet(config)


def optimisers(model: UNet, lr: float) -> dict:
    """Muon for the U-Net's hidden convolutions, Adam for the first, the last, the noise-level network and all biases."""
    outer = ("head", "tail", "noise_level")
    hidden = [p for name, p in model.named_parameters() if p.ndim == 4 and not name.startswith(outer)]
    others = [p for name, p in model.named_parameters() if p.ndim < 4 or name.startswith(outer)]
    return {"muon": Muon(hidden, lr=10 * lr), "adam": torch.optim.Adam(others, lr=lr)}


def losses(model: UNet, batch) -> tuple[Tensor, Tensor]:
    """Mean absolute error (L1) of the restored picture, and of the guessed noise level."""
    clean, noisy, known = batch
    sigma = known["sigma"] / 255
    restored = model(noisy, sigma)
    return F.l1_loss(restored, clean), F.l1_loss(model.noise_level(noisy), sigma)


def step(model: UNet, batch, optimisers: dict) -> dict:
    """One update. The two losses share no weights, so adding them trains both networks at once."""
    loss, loss_sigma = losses(model, batch)
    for optimiser in optimisers.values():
        optimiser.zero_grad(set_to_none=True)
    (loss + loss_sigma).backward()
    for optimiser in optimisers.values():
        optimiser.step()
    return {"loss": loss.item(), "loss_sigma": loss_sigma.item()}


@torch.no_grad()
def validate(model: UNet, batch) -> dict:
    """On held-out pictures: the loss, PSNR in dB (RGB, mean over pictures), told the noise level and guessing it."""
    clean, noisy, known = batch

    def psnr(z):
        return (-10 * ((z.clamp(0, 1) - clean) ** 2).mean((1, 2, 3)).log10()).mean().item()

    told, blind = model.restore(noisy, known["sigma"]), model.restore(noisy)
    scores = {"psnr": psnr(told), "psnr_blind": psnr(blind), "psnr_damaged": psnr(noisy)}
    return {"loss": F.l1_loss(told, clean).item(), **scores}


FAMILY = Family("cnn", Config, build, optimisers, step, validate)
