"""A convolution layer on one channel, one window after the other, as it is watched on the screen (restoration/ui/convolution.js).

Libraries say convolution and compute cross-correlation: the kernel is laid on the picture as it is. Mathematics flips it first;
`flip` shows the difference. Stride, padding and dilation as in Dumoulin and Visin, A guide to convolution arithmetic for deep
learning, 2016, arXiv 1603.07285.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from restoration.errors import Refusal

SIDES, STRIDES, PADDINGS, DILATIONS = (3, 5), (1, 2, 3), (0, 1, 2), (1, 2, 3)  # what the screen offers
ACTIVATIONS = {
    "none": lambda v: v,
    "relu": lambda v: v.clamp(min=0),
    "leaky": lambda v: torch.where(v > 0, v, 0.1 * v),
}


def convolve(x: Tensor, kernel: Tensor, stride=1, padding=0, dilation=1, bias=0.0, activation="none", flip=False) -> Tensor:
    """x (H, W) under kernel (k, k), k odd -> (H', W') with H' = output_size(H, ...). Zeros are padded around x.

    Refusal: kernel_shape, convolution_setting, window_too_large.
    """
    check(x, kernel, stride, padding, dilation)
    if flip:
        kernel = kernel.flip(0, 1)  # turned by half a turn: what mathematics calls convolution
    height, width = (output_size(n, len(kernel), stride, padding, dilation) for n in x.shape)
    x = F.pad(x, [padding] * 4)  # (H + 2p, W + 2p)
    reach = dilation * (len(kernel) - 1) + 1
    out = x.new_empty(height, width)
    for i in range(height):
        for j in range(width):
            top, left = i * stride, j * stride
            window = x[top : top + reach : dilation, left : left + reach : dilation]  # (k, k)
            out[i, j] = (window * kernel).sum() + bias
    return ACTIVATIONS[activation](out)


def output_size(n: int, k: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> int:
    """In how many places a window of k taps fits along n pixels; 0 or less: in none."""
    return (n + 2 * padding - dilation * (k - 1) - 1) // stride + 1


def check(x: Tensor, kernel: Tensor, stride: int, padding: int, dilation: int) -> None:
    """Refusal if there is nothing to compute."""
    k = kernel.shape[-1]
    if kernel.shape != (k, k) or k % 2 == 0:
        raise Refusal("kernel_shape", shape=" x ".join(map(str, kernel.shape)))
    for name, value, least in (("stride", stride, 1), ("padding", padding, 0), ("dilation", dilation, 1)):
        if value != int(value) or value < least:
            raise Refusal("convolution_setting", name=name, least=least, value=value)
    if min(output_size(n, k, stride, padding, dilation) for n in x.shape) < 1:
        raise Refusal("window_too_large", reach=dilation * (k - 1) + 1, size=min(x.shape) + 2 * padding)


@dataclass(frozen=True)
class Kernel:
    """A kernel to choose: cells / divisor, for side 3 and, where it is another one, for side 5."""

    en: str
    zh: str
    cells: tuple  # ((row, ...), ...) of side 3
    divisor: int = 1
    cells_5: tuple = ()  # (): the same cells with zeros around them
    divisor_5: int = 1


_IDENTITY = ((0, 0, 0), (0, 1, 0), (0, 0, 0))
_BINOMIAL_5 = tuple(tuple(a * b for b in (1, 4, 6, 4, 1)) for a in (1, 4, 6, 4, 1))
KERNELS = {
    "identity": Kernel("Identity", "恒等", _IDENTITY),
    "box": Kernel("Box blur", "均值模糊", ((1,) * 3,) * 3, 9, ((1,) * 5,) * 5, 25),
    "gaussian": Kernel("Gaussian blur", "高斯模糊", ((1, 2, 1), (2, 4, 2), (1, 2, 1)), 16, _BINOMIAL_5, 256),
    "sharpen": Kernel("Sharpen", "锐化", ((0, -1, 0), (-1, 5, -1), (0, -1, 0))),
    "sobel-x": Kernel("Edges: Sobel x", "边缘：Sobel x", ((-1, 0, 1), (-2, 0, 2), (-1, 0, 1))),
    "sobel-y": Kernel("Edges: Sobel y", "边缘：Sobel y", ((-1, -2, -1), (0, 0, 0), (1, 2, 1))),
    "laplacian": Kernel("Edges: Laplacian", "边缘：拉普拉斯", ((0, 1, 0), (1, -4, 1), (0, 1, 0))),
}


@dataclass(frozen=True)
class Slice:
    """One 3x3 table of a layer that sees the picture pixel-unshuffled by 2: what one of its outputs takes from one of its inputs.

    The input holds one colour (0 red, 1 green, 2 blue) at one place (row, column) of each 2x2 square. So on the picture itself,
    started at (row, column), the slice is a convolution of stride 2 and dilation 2.
    """

    output: int
    colour: int
    row: int
    column: int
    cells: tuple  # ((row, ...), ...)


def strongest_slices(weight: Tensor, most: int = 8) -> list[Slice]:
    """The strongest slice (largest norm) of each of the `most` strongest outputs.

    weight (O, 4C + 1, 3, 3): a first layer after pixel unshuffle by 2; its last input, the noise-level map, is left out.
    """
    strength = weight[:, :-1].flatten(2).norm(dim=2)  # (O, 4C)
    best, channel = strength.max(1)
    found = []
    for output in best.argsort(descending=True)[:most].tolist():
        colour, place = divmod(channel[output].item(), 4)
        cells = weight[output, channel[output]].tolist()
        found.append(Slice(output, colour, *divmod(place, 2), tuple(map(tuple, cells))))
    return found
