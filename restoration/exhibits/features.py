"""Feature maps and kernels: what every stage of the U-Net makes of a picture, and with which weights.

A stage is a module of the trunk (head, down, middle, up, tail); its maps are read by a hook while a picture passes through, so any
network with that trunk will do.
"""

import copy
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from restoration.exhibits.attribution import mend

SIDE = 256  # pixels; of a larger picture, the middle
SLICES = 8  # of a channel's kernel are shown, the strongest


def stages(network: nn.Module) -> dict[str, tuple[nn.Module, int]]:
    """name -> (module, how many pixels of its picture a position stands for on each side), in the order of the forward pass."""
    finest, coarsest = network.fold, network.multiple
    down = {f"down-{finest * 2**k}": (module, finest * 2**k) for k, module in enumerate(network.down)}
    up = {f"up-{finest * 2**k}": (module, finest * 2**k) for k, module in enumerate(network.up)}
    return {
        "head": (network.head, finest),
        **down,
        f"middle-{coarsest}": (network.middle, coarsest),
        **dict(reversed(up.items())),
        "tail": (network.tail, finest),
    }


def last_layer(module: nn.Module) -> nn.Conv2d:
    """The convolution whose output ends a stage."""
    return [m for m in module.modules() if isinstance(m, nn.Conv2d)][-1]


def middle(picture: Tensor, side: int = SIDE) -> Tensor:
    """The middle of a picture (B, C, H, W), at most `side` pixels high and wide, beginning at an even pixel."""
    height, width = picture.shape[-2:]
    top, left = max(height - side, 0) // 4 * 2, max(width - side, 0) // 4 * 2
    return picture[..., top : top + side, left : left + side]


@torch.no_grad()
def maps(network: nn.Module, stage: str, pictures: Tensor, **told) -> Tensor:
    """The feature maps (B, C, h, w) of a stage for pictures (B, 3, H, W). told: as for the network's forward()."""
    network = copy.deepcopy(network)  # a hook sees every picture that passes, and the network itself serves other visitors too
    seen = []
    hook = stages(network)[stage][0].register_forward_hook(lambda module, inputs, output: seen.append(output.float().cpu()))
    mend(network, pictures, **told)
    hook.remove()
    return seen[0]


@dataclass(frozen=True)
class Stage:
    """What a stage makes of a damaged picture and, if there is one, of the clean one.

    order     channels, the one with the most energy in the damaged picture first
    maps      "damaged", "clean", "difference" (damaged - clean) -> (C, h, w), in that order
    scale     one for all maps: 999 of 1,000 values of the damaged picture's lie within -scale..scale; two digits
    kernels   the weights behind each map, in that order: see head_kernels and strongest_slices
    """

    order: list[int]
    maps: dict[str, np.ndarray]
    scale: float
    kernels: list[dict]

    def energy(self, kind: str) -> np.ndarray:
        """(C,) mean square of each map."""
        return (self.maps[kind].astype(np.float64) ** 2).mean((1, 2))

    @property
    def kernel_scale(self) -> float:
        """One for all kernels: 99 of 100 weights that are shown lie within -kernel_scale..kernel_scale; two digits."""
        return _scale(np.concatenate([np.ravel(weights) for kernel in self.kernels for weights in shown_weights(kernel)]), 0.99)


def shown_weights(kernel: dict) -> list[np.ndarray]:
    """The arrays of a kernel as head_kernels or strongest_slices return it."""
    if "colour" in kernel:
        return [kernel[name] for name in ("colour", "mask") if name in kernel]
    return [weights for _, weights in kernel["slices"]]


def _scale(values: np.ndarray, share: float) -> float:
    """The size that this share of the values does not exceed, to two digits; 1 where there is nothing but 0."""
    return float(f"{np.quantile(np.abs(values), share):.2g}") or 1.0


def look(network: nn.Module, stage: str, damaged: Tensor, clean: Tensor | None = None, **told) -> Stage:
    """damaged, clean: (1, 3, H, W). Of pictures larger than SIDE, the middle is taken."""
    told = {key: middle(value) if value.ndim == 4 else value for key, value in told.items()}
    found = [maps(network, stage, middle(damaged), **told)[0].numpy()]
    if clean is not None:  # in which nothing is missing
        told = {key: torch.ones_like(value) if key == "mask" else value for key, value in told.items()}
        found.append(maps(network, stage, middle(clean), **told)[0].numpy())
    seen = dict(zip(("damaged", "clean"), found, strict=False))
    if clean is not None:
        seen["difference"] = seen["damaged"] - seen["clean"]
    order = np.argsort(-(seen["damaged"].astype(np.float64) ** 2).mean((1, 2)), kind="stable").tolist()
    layer = last_layer(stages(network)[stage][0])
    kernels = head_kernels(layer.weight, network.fold) if stage == "head" else strongest_slices(layer.weight)
    return Stage(order, {kind: m[order] for kind, m in seen.items()}, _scale(seen["damaged"], 0.999), [kernels[k] for k in order])


def head_kernels(weight: Tensor, fold: int) -> list[dict]:
    """The first layer's kernels as they lie on the picture: weight (K, n, 3, 3) -> K x {"colour": (3 fold, 3 fold, 1 or 3)}.

    Pixel unshuffle made fold**2 channels of every square of a colour; pixel shuffle lays the weights back where their pixels are. A
    network that is told something has more channels than those of the colours. The mask of missing pixels is folded as a colour is:
    {"mask": (3 fold, 3 fold, 1)}. The noise-level map holds one number everywhere: {"sigma": the sum of its nine weights}, what is
    added for sigma = 1.
    """
    weight = weight.detach().cpu().float()
    squares = weight.shape[1] // fold**2  # of the colours, and of the mask
    laid = F.pixel_shuffle(weight[:, : squares * fold**2], fold).permute(0, 2, 3, 1).numpy()  # (K, 3 fold, 3 fold, squares)
    kernels = [{"colour": k[..., :3]} for k in laid]
    for kernel, k, rest in zip(kernels, laid, weight[:, squares * fold**2 :], strict=True):
        if squares == 4:
            kernel["mask"] = k[..., 3:]
        if len(rest):
            kernel["sigma"] = rest.sum().item()
    return kernels


def strongest_slices(weight: Tensor, most: int = SLICES) -> list[dict]:
    """Of every kernel of weight (K, C, 3, 3), the slices with the largest weights: K x {"slices": [(input channel, (3, 3)), ...]}, by
    their mean square, and {"share": the part of the kernel's squared weights that they hold}."""
    weight = weight.detach().cpu().float().numpy()
    squares = (weight.astype(np.float64) ** 2).sum((2, 3))  # (K, C)
    first = np.argsort(-squares, axis=1, kind="stable")[:, :most]
    found = []
    for kernel, square, channels in zip(weight, squares, first, strict=True):
        slices = [(int(c), kernel[c]) for c in channels]
        found.append({"slices": slices, "share": float(square[channels].sum() / (square.sum() or 1))})
    return found


def contact_sheet(grey: np.ndarray, columns: int, gap: int = 1) -> np.ndarray:
    """Maps as small pictures on one sheet: (C, h, w) uint8 -> (rows * (h + gap) - gap, columns * (w + gap) - gap) uint8, row by row;
    gaps, and places without a map, are 0."""
    count, height, width = grey.shape
    rows = -(-count // columns)
    sheet = np.zeros((rows * columns, height + gap, width + gap), np.uint8)
    sheet[:count, :height, :width] = grey
    sheet = sheet.reshape(rows, columns, height + gap, width + gap).transpose(0, 2, 1, 3)
    return sheet.reshape(rows * (height + gap), columns * (width + gap))[: rows * (height + gap) - gap, : columns * (width + gap) - gap]
