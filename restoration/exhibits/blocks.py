"""The ten blocks side by side: what each is called, who proposed it, its code, and what can be counted without training it."""

import inspect
from dataclasses import dataclass

import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from restoration.errors import unknown
from restoration.models.blocks import BLOCKS, Inception, SmallDenoiser, SqueezeExcitation


@dataclass(frozen=True)
class About:
    en: str
    zh: str
    idea_en: str
    idea_zh: str
    paper: str
    arxiv: str


# a key of models.blocks.BLOCKS -> its names, its idea, and the paper that it comes from
ABOUT = {
    "plain": About(
        "Plain (VGG)", "朴素块（VGG）",
        "Two 3×3 convolutions see what one of 5×5 sees, with 18 weights instead of 25 for each pair of channels.",
        "两个 3×3 卷积与一个 5×5 卷积看得一样远，而每对通道只用 18 个权重，不是 25 个。",
        "Simonyan, Zisserman, Very Deep Convolutional Networks for Large-Scale Image Recognition, 2014", "1409.1556",
    ),
    "nin": About(
        "Network in network", "网中网（NIN）",
        "After a 3×3 convolution two of 1×1: a small network that mixes the channels of one pixel.",
        "3×3 卷积之后接两个 1×1 卷积：一个只在单个像素上混合各通道的小网络。",
        "Lin, Chen, Yan, Network In Network, 2013", "1312.4400",
    ),
    "inception": About(
        "Inception", "Inception",
        "Small and large kernels and pooling side by side. A 1×1 first leaves fewer channels for the expensive ones.",
        "大小卷积核与池化并排工作。先用 1×1 减少通道，昂贵的大核就便宜了。",
        "Szegedy et al., Going Deeper with Convolutions, 2014", "1409.4842",
    ),
    "residual": About(
        "Residual (ResNet)", "残差块（ResNet）",
        "The input passes by untouched; the two convolutions only say what to add to it.",
        "输入原样通过，两个卷积只说明要加上什么。",
        "He, Zhang, Ren, Sun, Deep Residual Learning for Image Recognition, 2015", "1512.03385",
    ),
    "dense": About(
        "Dense (DenseNet)", "稠密块（DenseNet）",
        "Each convolution sees the input and all that came before it; a 1×1 sums up.",
        "每个卷积都能看到输入和之前的全部结果，最后由 1×1 汇总。",
        "Huang, Liu, van der Maaten, Weinberger, Densely Connected Convolutional Networks, 2016", "1608.06993",
    ),
    "se": About(
        "Squeeze-and-excitation", "压缩激励（SE）",
        "A residual block that weighs its channels by what the whole picture holds.",
        "残差块，另按整张图片的内容给各通道加权。",
        "Hu, Shen, Sun, Squeeze-and-Excitation Networks, 2017", "1709.01507",
    ),
    "depthwise": About(
        "Depthwise separable (MobileNet)", "深度可分离卷积（MobileNet）",
        "A 3×3 on every channel alone, then a 1×1 across the channels: one convolution taken apart into two cheap ones.",
        "先在每个通道上单独做 3×3，再用 1×1 跨通道混合：把一个卷积拆成两个便宜的。",
        "Howard et al., MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications, 2017", "1704.04861",
    ),
    "shuffle": About(
        "Shuffle (ShuffleNet)", "通道混洗（ShuffleNet）",
        "The 1×1 too is taken apart, into four groups; a shuffle lets the groups hear of one another.",
        "连 1×1 也拆成四组，再靠混洗让各组互通信息。",
        "Zhang et al., ShuffleNet: An Extremely Efficient Convolutional Neural Network for Mobile Devices, 2017", "1707.01083",
    ),
    "dilated": About(
        "Dilated", "膨胀卷积",
        "The nine taps lie 2 and 3 pixels apart: it sees further for the same price.",
        "九个权重相隔 2 个或 3 个像素：同样的代价，看得更远。",
        "Yu, Koltun, Multi-Scale Context Aggregation by Dilated Convolutions, 2015", "1511.07122",
    ),
    "instance-norm": About(
        "Instance norm", "实例归一化",
        "A residual block whose channels are brought to mean 0 and variance 1, picture by picture.",
        "残差块，并对每张图片把各通道归一化为均值 0、方差 1。",
        "Ulyanov, Vedaldi, Lempitsky, Instance Normalization: The Missing Ingredient for Fast Stylization, 2016", "1607.08022",
    ),
}  # fmt: skip


def source(block: str) -> str:
    """The lines of the block's class, as they stand in models/blocks.py. Refusal (unknown_name)."""
    if block not in BLOCKS:
        raise unknown("block", block, BLOCKS)
    return inspect.getsource(BLOCKS[block])


def parameters(network: nn.Module) -> int:
    return sum(p.numel() for p in network.parameters())


@torch.no_grad()
def macs(network: SmallDenoiser, side: int = 256) -> int:
    """Multiplications with an addition in one pass over a picture of side x side: half of the floating-point operations that torch
    counts. Convolutions only; biases, activations, norms, pooling and additions are not counted."""
    device = next(network.parameters()).device
    with FlopCounterMode(display=False) as counter:
        network(torch.zeros(1, network.config.channels, side, side, device=device))
    return counter.get_total_flops() // 2


def reach(module: nn.Module) -> int:
    """How many positions further on each side a block, or a chain of layers, looks. The mean over a whole picture is not counted."""
    if isinstance(module, Inception):  # its ways lie side by side: the longest counts
        return max(map(reach, (module.one, module.three, module.five, module.pool)))
    layers = [m for m in module.modules() if isinstance(m, (nn.Conv2d, nn.MaxPool2d))]
    return sum(_first(m.dilation) * (_first(m.kernel_size) // 2) for m in layers)


def _first(size: int | tuple) -> int:
    return size if isinstance(size, int) else size[0]


def field(network: SmallDenoiser) -> int:
    """Pixels a side of the receptive field, the same for every pixel: so many positions of 2x2 pixels each way, and its own.

    What a block learns from a mean over the whole picture comes on top, see `sees_all`.
    """
    positions = sum(map(reach, (network.head, *network.body, network.tail)))
    return 2 * (2 * positions + 1)


def sees_all(network: SmallDenoiser) -> bool:
    """Whether it also takes means over the whole picture, so that every pixel has a little to do with every other."""
    return any(isinstance(m, (SqueezeExcitation, nn.InstanceNorm2d)) for m in network.modules())
