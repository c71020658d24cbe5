"""Ten ways to build a block, in one small denoiser: what differs between the networks here is the block, and nothing else.

The denoiser is DnCNN's idea (Zhang et al. 2016, arXiv 1608.03981) at half resolution: a first convolution, `depth` equal blocks, a
last convolution that predicts what is to be added to the noisy picture. A block takes `width` channels and gives `width` back, so any
one can stand in place of another.

The same network can be trained with three losses: L1, MSE, or cross-entropy over 32 intensity levels, for which it predicts a
probability for every level of every pixel instead of one number.

In the shape comments B is the batch, C the colours, w the width, h and w' the sides of the picture's half.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from restoration.models.base import Family, Restorer, check_picture, in_tiles, mean_psnr

LEVELS = 32  # of intensity, for cross-entropy


def conv(inputs: int, outputs: int, size: int = 3, dilation: int = 1, groups: int = 1) -> nn.Conv2d:
    """A convolution that keeps the picture's size.

    Its weights begin as large as a ReLU after it needs (He et al. 2015, arXiv 1502.01852). With torch's own beginning, half as large and
    less, what comes out of eight layers in a row no longer depends on the picture, and a network without shortcuts learns nothing.
    """
    layer = nn.Conv2d(inputs, outputs, size, padding=dilation * (size // 2), dilation=dilation, groups=groups)
    nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
    nn.init.zeros_(layer.bias)
    return layer


def silent(layer: nn.Module) -> nn.Module:
    """The layer with all weights 0: what it adds to a shortcut is nothing, until training finds something to add."""
    nn.init.zeros_(layer.weight)
    return layer


class Plain(nn.Module):
    """Two 3x3 convolutions: they see what one of 5x5 sees, with fewer weights (VGG, Simonyan and Zisserman 2014, arXiv 1409.1556)."""

    def __init__(self, width: int):
        super().__init__()
        self.layers = nn.Sequential(conv(width, width), nn.ReLU(), conv(width, width), nn.ReLU())

    def forward(self, x: Tensor) -> Tensor:
        return self.layers(x)


class NetworkInNetwork(nn.Module):
    """After a 3x3 convolution two of 1x1: a small network that mixes the channels of one pixel (Lin et al. 2013, arXiv 1312.4400)."""

    def __init__(self, width: int):
        super().__init__()
        one, two, three = conv(width, width), conv(width, width, 1), conv(width, width, 1)
        self.layers = nn.Sequential(one, nn.ReLU(), two, nn.ReLU(), three, nn.ReLU())

    def forward(self, x: Tensor) -> Tensor:
        return self.layers(x)


class Inception(nn.Module):
    """Four ways side by side, each with a quarter of the channels: 1x1, 3x3, 5x5 and pooling (Szegedy et al. 2014, arXiv 1409.4842)."""

    def __init__(self, width: int):
        super().__init__()
        part = width // 4
        self.one = conv(width, part, 1)
        self.three = nn.Sequential(conv(width, part, 1), nn.ReLU(), conv(part, part, 3))  # 1x1 first: fewer channels, cheaper
        self.five = nn.Sequential(conv(width, part, 1), nn.ReLU(), conv(part, part, 5))
        self.pool = nn.Sequential(nn.MaxPool2d(3, stride=1, padding=1), conv(width, width - 3 * part, 1))

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(torch.cat([self.one(x), self.three(x), self.five(x), self.pool(x)], 1))


class Residual(nn.Module):
    """Two 3x3 convolutions that say what to add to their input, which passes by untouched (ResNet, He et al. 2015, arXiv 1512.03385)."""

    def __init__(self, width: int):
        super().__init__()
        self.layers = nn.Sequential(conv(width, width), nn.ReLU(), silent(conv(width, width)))

    def forward(self, x: Tensor) -> Tensor:
        return x + self.layers(x)


class Dense(nn.Module):
    """Each convolution sees the input and all that came before it; a 1x1 sums up (DenseNet, Huang et al. 2016, arXiv 1608.06993)."""

    def __init__(self, width: int):
        super().__init__()
        growth = width // 2
        self.layers = nn.ModuleList(conv(width + i * growth, growth) for i in range(3))
        self.sum_up = conv(width + 3 * growth, width, 1)

    def forward(self, x: Tensor) -> Tensor:
        for layer in self.layers:
            x = torch.cat([x, F.relu(layer(x))], 1)  # w, then w + w/2, w + w, w + 3w/2 channels
        return self.sum_up(x)


class SqueezeExcitation(nn.Module):
    """A residual block that then weighs its channels by what the whole picture holds (Hu et al. 2017, arXiv 1709.01507)."""

    def __init__(self, width: int):
        super().__init__()
        self.layers = nn.Sequential(conv(width, width), nn.ReLU(), silent(conv(width, width)))
        self.weigh = nn.Sequential(conv(width, width // 4, 1), nn.ReLU(), conv(width // 4, width, 1), nn.Sigmoid())

    def forward(self, x: Tensor) -> Tensor:
        new = self.layers(x)
        return x + new * self.weigh(new.mean((2, 3), keepdim=True))  # (B, w, 1, 1): one weight a channel


class DepthwiseSeparable(nn.Module):
    """A 3x3 on every channel alone, then a 1x1 across them, twice (MobileNet, Howard et al. 2017, arXiv 1704.04861)."""

    def __init__(self, width: int):
        super().__init__()

        def separable():
            return [conv(width, width, groups=width), nn.ReLU(), conv(width, width, 1), nn.ReLU()]

        self.layers = nn.Sequential(*separable(), *separable())

    def forward(self, x: Tensor) -> Tensor:
        return self.layers(x)


class Shuffle(nn.Module):
    """1x1 in four groups, channels shuffled between them, a 3x3 on each alone (ShuffleNet, Zhang et al. 2017, arXiv 1707.01083)."""

    def __init__(self, width: int):
        super().__init__()
        self.mix = conv(width, width, 1, groups=4)
        self.shuffle = nn.ChannelShuffle(4)  # or the groups would never hear of one another
        self.alone = conv(width, width, groups=width)
        self.mix_again = silent(conv(width, width, 1, groups=4))

    def forward(self, x: Tensor) -> Tensor:
        return x + self.mix_again(self.alone(self.shuffle(F.relu(self.mix(x)))))


class Dilated(nn.Module):
    """3x3 convolutions with gaps of 1 and 2 between taps: they see further for the same price (Yu and Koltun 2015, arXiv 1511.07122)."""

    def __init__(self, width: int):
        super().__init__()
        self.layers = nn.Sequential(conv(width, width, dilation=2), nn.ReLU(), conv(width, width, dilation=3), nn.ReLU())

    def forward(self, x: Tensor) -> Tensor:
        return self.layers(x)


class InstanceNormResidual(nn.Module):
    """A residual block whose channels are brought to mean 0 and variance 1 picture by picture (Ulyanov et al. 2016, arXiv 1607.08022)."""

    def __init__(self, width: int):
        super().__init__()

        def norm():
            return nn.InstanceNorm2d(width, affine=True)

        self.layers = nn.Sequential(conv(width, width), norm(), nn.ReLU(), conv(width, width), silent(norm()))

    def forward(self, x: Tensor) -> Tensor:
        return x + self.layers(x)


BLOCKS = {
    "plain": Plain, "nin": NetworkInNetwork, "inception": Inception, "residual": Residual, "dense": Dense, "se": SqueezeExcitation,
    "depthwise": DepthwiseSeparable, "shuffle": Shuffle, "dilated": Dilated, "instance-norm": InstanceNormResidual,
}  # fmt: skip
LOSSES = ("l1", "mse", "cross-entropy")


@dataclass(frozen=True)
class Config:
    block: str = "residual"  # a key of BLOCKS
    width: int = 32  # channels
    depth: int = 4  # blocks
    loss: str = "l1"  # one of LOSSES
    channels: int = 3


class SmallDenoiser(Restorer):
    about = "A small denoiser for one noise level, to compare blocks and losses with."
    told = ()
    multiple = 2

    def __init__(self, config: Config):
        super().__init__()
        self.config = config
        per_value = LEVELS if config.loss == "cross-entropy" else 1
        self.head = conv(4 * config.channels, config.width)
        self.body = nn.Sequential(*[BLOCKS[config.block](config.width) for _ in range(config.depth)])
        # untrained, it adds nothing, or finds all levels equally likely
        self.tail = silent(conv(config.width, 4 * config.channels * per_value))

    def trunk(self, y: Tensor) -> Tensor:
        """(B, C, H, W) -> (B, C, H, W), or (B, 32 C, H, W) with cross-entropy"""
        return F.pixel_shuffle(self.tail(self.body(self.head(F.pixel_unshuffle(y, 2)))), 2).float()

    def logits(self, y: Tensor) -> Tensor:
        """(B, C, H, W) -> (B, 32, C, H, W): for every value of the picture a logit for each level, dark to light."""
        return self.trunk(y).unflatten(1, (self.config.channels, LEVELS)).transpose(1, 2)

    def forward(self, y: Tensor) -> Tensor:
        """(B, C, H, W), even H and W -> (B, C, H, W). With cross-entropy: the mean of the levels by their probabilities."""
        if self.config.loss == "cross-entropy":
            return torch.einsum("blchw,l->bchw", self.logits(y).softmax(1), level_values().to(y))
        return y + self.trunk(y)

    @torch.no_grad()
    def restore(self, y: Tensor) -> Tensor:
        """The noise taken off y (B, 3, H, W), any H and W from 16 up; not clipped. Refusal as for every restorer."""
        check_picture(y, self.config.channels)
        return in_tiles(self, y.contiguous(memory_format=torch.channels_last), self.multiple)

    @torch.no_grad()
    def most_likely(self, y: Tensor) -> Tensor:
        """As restore, by the most likely level of each value instead of the mean. Only with cross-entropy."""
        check_picture(y, self.config.channels)
        return in_tiles(lambda part: level_values()[self.logits(part).argmax(1).cpu()].to(part), y, self.multiple)


def level_values() -> Tensor:
    """(32,) the intensities that the levels stand for, the middles of 32 equal parts of [0, 1]."""
    return (torch.arange(LEVELS) + 0.5) / LEVELS


def to_levels(x: Tensor) -> Tensor:
    """Intensities in [0, 1] -> whole numbers 0..31."""
    return (x * LEVELS).long().clamp(0, LEVELS - 1)


def build(config: Config) -> SmallDenoiser:
    return SmallDenoiser(config)


def optimisers(model: SmallDenoiser, lr: float) -> dict:
    return {"adam": torch.optim.Adam(model.parameters(), lr=lr)}


def step(model: SmallDenoiser, batch, optimisers: dict) -> dict:
    """One update by the loss that the configuration names."""
    clean, damaged, _ = batch
    if model.config.loss == "cross-entropy":
        loss = F.cross_entropy(model.logits(damaged), to_levels(clean))
    else:
        loss = {"l1": F.l1_loss, "mse": F.mse_loss}[model.config.loss](model(damaged), clean)
    optimisers["adam"].zero_grad(set_to_none=True)
    loss.backward()
    optimisers["adam"].step()
    return {"loss": loss.item()}


@torch.no_grad()
def validate(model: SmallDenoiser, batch) -> dict:
    """On held-out pictures: PSNR in dB (RGB, mean over pictures) of the repair and of the damage, and mean absolute error."""
    clean, damaged, _ = batch
    restored = torch.cat([model.restore(y) for y in damaged.split(1)])
    return {"loss": F.l1_loss(restored, clean).item(), "psnr": mean_psnr(restored, clean), "psnr_damaged": mean_psnr(damaged, clean)}


FAMILY = Family("blocks", Config, build, optimisers, step, validate)
