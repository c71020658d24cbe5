"""The CNN family: one U-Net, six jobs. What the network is shown in training makes it a denoiser or a deblurrer, not its shape.

Three ideas carry it. Residual learning (DnCNN, Zhang et al. 2016, arXiv 1608.03981): the network predicts what is to be added to the
damaged picture, not the picture. A noise-level map (FFDNet, Zhang et al. 2017, arXiv 1710.04026): the denoiser is told sigma in one
more channel, so one network serves all levels. A U-Net (Ronneberger et al. 2015, arXiv 1505.04597): most of the work is done at low
resolution, where a 3x3 kernel sees far and costs little, and skip connections carry the detail around it.

    Denoiser     y - sigma * UNet(y, sigma)
    Corrector    y + UNet(y)                            deblurring, JPEG
    Inpainter    y where it is known, else UNet(y, mask)
    Colouriser   luma as it is, chroma = UNet(luma)
    Upscaler     bicubic(y) + UNet(y)                   super-resolution (the residual as in VDSR, Kim et al. 2015, arXiv 1511.04587)

In the shape comments B is the batch, H and W the sides of the picture that comes out.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from restoration.errors import Refusal
from restoration.models.base import Family, Restorer, check_picture, in_tiles, mean_psnr
from restoration.models.muon import Muon

MAX_SIGMA = 100  # of 255: the strongest noise that restore() takes


@dataclass(frozen=True)
class Config:
    job: str = "denoise"  # a key of JOBS
    channels: int = 3
    widths: tuple[int, ...] = (32, 64, 96, 128)  # channels at 1/2, 1/4, 1/8, 1/16 of the picture's resolution
    blocks: int = 2  # residual blocks per level, on the way down and again on the way up
    scale: int = 1  # how many times larger super-resolution makes a picture


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
    """What all jobs share. A job says what goes in and what is made of what comes out: that is its `forward`."""

    told: tuple[str, ...] = ()  # the keywords of forward and restore besides the picture
    fold = 2  # pixel unshuffle: the trunk works on squares of so many pixels a side

    def __init__(self, config: Config, inputs: int, outputs: int):
        super().__init__()
        self.config = config
        w = config.widths

        def stack(width):
            return nn.Sequential(*[Block(width) for _ in range(config.blocks)])

        self.head = nn.Conv2d(inputs, w[0], 3, padding=1)
        self.down = nn.ModuleList(stack(a) for a in w[:-1])
        self.shrink = nn.ModuleList(nn.Conv2d(a, b, 2, stride=2) for a, b in zip(w, w[1:], strict=False))
        self.middle = stack(w[-1])
        self.grow = nn.ModuleList(nn.Conv2d(b, 4 * a, 1) for a, b in zip(w, w[1:], strict=False))
        self.up = nn.ModuleList(stack(a) for a in w[:-1])
        self.tail = nn.Conv2d(w[0], outputs, 3, padding=1)
        nn.init.zeros_(self.tail.weight)  # untrained, it adds nothing
        nn.init.zeros_(self.tail.bias)

    @property
    def multiple(self) -> int:
        return self.fold * 2 ** len(self.down)  # H and W must divide by this: folding and each level make them smaller

    def trunk(self, x: Tensor) -> Tensor:
        """(B, 32, H/2, W/2) -> (B, 32, H/2, W/2)"""
        skips = []
        for down, shrink in zip(self.down, self.shrink, strict=True):
            x = down(x)
            skips.append(x)
            x = shrink(x)  # half the resolution, more channels
        x = self.middle(x)  # (B, 128, H/16, W/16): here a pixel stands for 16x16 of the picture
        for up, grow, skip in zip(reversed(self.up), reversed(self.grow), reversed(skips), strict=True):
            x = up(F.pixel_shuffle(grow(x), 2) + skip)  # twice the resolution, and the detail from the skip
        return x

    def unet(self, x: Tensor) -> Tensor:
        """(B, inputs, H/2, W/2) -> (B, outputs, H/2, W/2)"""
        return self.tail(self.trunk(self.head(x)))

    @torch.no_grad()
    def restore(self, y: Tensor) -> Tensor:
        """The damage taken off y (B, 3, H, W), any H and W from 16 up; the result is not clipped.

        Refusal for a picture that is smaller, not of three channels or not finite.
        """
        check_picture(y, self.config.channels)
        return in_tiles(self, y.contiguous(memory_format=torch.channels_last), self.multiple)


class Denoiser(UNet):
    about = "Removes noise from colour pictures; told the noise level or guessing it."
    told = ("sigma",)

    def __init__(self, config: Config):
        super().__init__(config, inputs=4 * config.channels + 1, outputs=4 * config.channels)
        self.noise_level = NoiseLevel(config.channels)

    def forward(self, y: Tensor, sigma: Tensor) -> Tensor:
        """y (B, C, H, W) in units of 1, sigma (B,) in units of 1/255 -> the restored picture (B, C, H, W)."""
        s = sigma.view(-1, 1, 1, 1) / 255
        x = F.pixel_unshuffle(y, 2)  # (B, 4C, H/2, W/2): each 2x2 square becomes four channels, nothing is lost
        x = torch.cat([x, s.expand(-1, 1, *x.shape[-2:])], 1)  # (B, 4C+1, H/2, W/2): the noise-level map
        noise = F.pixel_shuffle(self.unet(x), 2).float()  # (B, C, H, W), of variance about 1
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
        sigma = sigma.expand(y.shape[0])
        return in_tiles(lambda part: self(part, sigma), y.contiguous(memory_format=torch.channels_last), self.multiple)


class Corrector(UNet):
    """For damage that leaves something everywhere and says nothing of itself: the network sees the picture and no more."""

    def __init__(self, config: Config):
        super().__init__(config, inputs=4 * config.channels, outputs=4 * config.channels)

    def forward(self, y: Tensor) -> Tensor:
        """(B, C, H, W) -> (B, C, H, W)"""
        return y + F.pixel_shuffle(self.unet(F.pixel_unshuffle(y, 2)), 2).float()


class Deblurrer(Corrector):
    about = "Sharpens blurred colour pictures (Gaussian, motion, out of focus) without being told the blur."


class Deblocker(Corrector):
    about = "Takes the blocks and ringing of JPEG off colour pictures without being told the quality."


class Inpainter(UNet):
    about = "Fills in missing pixels, scratches, text and blocks; known pixels are returned untouched."
    told = ("mask",)

    def __init__(self, config: Config):
        super().__init__(config, inputs=4 * (config.channels + 1), outputs=4 * config.channels)

    def forward(self, y: Tensor, mask: Tensor) -> Tensor:
        """y (B, C, H, W), 0 where it is missing, and mask (B, 1, H, W), 1 where it is known -> (B, C, H, W)."""
        seen = torch.cat([y * mask, mask], 1)  # (B, C+1, H, W): black and missing must not look the same
        guess = F.pixel_shuffle(self.unet(F.pixel_unshuffle(seen, 2)), 2).float()
        return torch.where(mask > 0.5, y, guess)

    @torch.no_grad()
    def restore(self, y: Tensor, mask: Tensor | None = None) -> Tensor:
        """The missing pixels of y (B, 3, H, W) filled in, any H and W from 16 up; what fills a hole is not clipped.

        mask: (B or 1, 1, H, W), 1 where a pixel is known; None: pixels that are exactly black are missing.
        Refusal as for every restorer, and for a mask of another size.
        """
        check_picture(y, self.config.channels)
        if mask is None:
            mask = (y != 0).any(1, keepdim=True)
        if mask.ndim != 4 or mask.shape[1:] != (1, *y.shape[2:]) or len(mask) not in (1, len(y)):
            raise Refusal("mask_size", shape=" x ".join(map(str, mask.shape)), height=y.shape[2], width=y.shape[3])
        both = torch.cat([y, mask.to(y).expand(len(y), -1, -1, -1)], 1)  # cut into the same tiles
        return in_tiles(lambda part: self(part[:, :-1], part[:, -1:]), both, self.multiple)


class Colouriser(UNet):
    about = "Gives grey pictures colours. The brightness is kept; the colours are a guess."

    def __init__(self, config: Config):
        super().__init__(config, inputs=4, outputs=2 * 4)

    def forward(self, y: Tensor) -> Tensor:
        """(B, 3, H, W) of any colours -> (B, 3, H, W) of the same luma (BT.601, full range, as JPEG has it)."""
        luma = 0.299 * y[:, :1] + 0.587 * y[:, 1:2] + 0.114 * y[:, 2:]  # (B, 1, H, W)
        chroma = F.pixel_shuffle(self.unet(F.pixel_unshuffle(luma, 2)), 2).float()  # (B, 2, H, W)
        blue, red = chroma[:, :1], chroma[:, 1:]  # B - luma and R - luma, scaled to +-0.5
        return torch.cat([luma + 1.402 * red, luma - 0.344136 * blue - 0.714136 * red, luma + 1.772 * blue], 1)


class Upscaler(UNet):
    about = "Makes colour pictures larger, for pictures that were made small by antialiased bicubic resampling."
    fold = 1  # nothing is folded: all of it works at the size of the small picture

    def __init__(self, config: Config):
        super().__init__(config, inputs=config.channels, outputs=config.scale**2 * config.channels)

    def forward(self, y: Tensor) -> Tensor:
        """(B, C, H/scale, W/scale) -> (B, C, H, W)"""
        scale = self.config.scale
        return F.interpolate(y, scale_factor=scale, mode="bicubic") + F.pixel_shuffle(self.unet(y), scale).float()

    @torch.no_grad()
    def restore(self, y: Tensor) -> Tensor:
        """y (B, 3, h, w) made `scale` times larger, any h and w from 16 up; the result is not clipped."""
        check_picture(y, self.config.channels)
        return in_tiles(self, y.contiguous(memory_format=torch.channels_last), self.multiple, scale=self.config.scale)


JOBS = {
    "denoise": Denoiser, "deblur": Deblurrer, "jpeg": Deblocker, "inpaint": Inpainter, "colour": Colouriser, "upscale": Upscaler,
}  # fmt: skip


def build(config: Config) -> UNet:
    return JOBS[config.job](config)


def optimisers(model: UNet, lr: float, besides: tuple[str, ...] = ()) -> dict:
    """Muon for the U-Net's hidden convolutions, Adam for the first, the last, the noise-level network and all biases. besides: what the
    names of weights begin with that are left to others."""
    outer = ("head", "tail", "noise_level")
    mine = [(name, p) for name, p in model.named_parameters() if not name.startswith(besides)]
    hidden = [p for name, p in mine if p.ndim == 4 and not name.startswith(outer)]
    others = [p for name, p in mine if p.ndim < 4 or name.startswith(outer)]
    return {"muon": Muon(hidden, lr=10 * lr), "adam": torch.optim.Adam(others, lr=lr)}


def losses(model: UNet, batch) -> dict[str, Tensor]:
    """Mean absolute error (L1) of the restored picture, and of the denoiser's guessed noise level."""
    clean, damaged, known = batch
    parts = {"loss": F.l1_loss(model(damaged, **known), clean)}
    if isinstance(model, Denoiser):
        parts["loss_sigma"] = F.l1_loss(model.noise_level(damaged), known["sigma"] / 255)
    return parts


def step(model: UNet, batch, optimisers: dict) -> dict:
    """One update. The denoiser's two losses share no weights, so adding them trains both networks at once."""
    parts = losses(model, batch)
    for optimiser in optimisers.values():
        optimiser.zero_grad(set_to_none=True)
    sum(parts.values()).backward()
    for optimiser in optimisers.values():
        optimiser.step()
    return {name: part.item() for name, part in parts.items()}


@torch.no_grad()
def validate(model: UNet, batch) -> dict:
    """On held-out pictures: the loss, and PSNR in dB (RGB, mean over pictures) of the repair, told and guessing, and of the damage."""
    clean, damaged, known = batch
    restored = model.restore(damaged, **known)
    scores = {"loss": F.l1_loss(restored, clean).item(), "psnr": mean_psnr(restored, clean)}
    if isinstance(model, Denoiser):
        scores["psnr_blind"] = mean_psnr(model.restore(damaged), clean)
    as_large = damaged if damaged.shape == clean.shape else F.interpolate(damaged, clean.shape[-2:], mode="bicubic")
    return {**scores, "psnr_damaged": mean_psnr(as_large, clean)}


FAMILY = Family("cnn", Config, build, optimisers, step, validate)
