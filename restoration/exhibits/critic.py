"""With the critic's eye: what the judge of a GAN's repairs says about every part of a picture.

The critic (PatchGAN, Isola et al. 2016, arXiv 1611.07004) does not say one thing about a picture; it answers for every 8 x 8 pixels, and
each answer looks at a square around them: its receptive field. Its answers are logits; their sigmoid is a share of belief, 1: surely a
photo, 0: surely a repair.
"""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn


@dataclass(frozen=True)
class Field:
    """Of all places: the side of the square that an answer sees, from one answer to the next, where the first square begins; in pixels."""

    side: int
    step: int
    start: int  # below 0: it reaches over the border, where there are zeros

    def box(self, row: int, column: int) -> tuple[int, int, int, int]:
        """top, left, bottom, right of what one answer sees; may reach over the border."""
        top, left = (self.start + self.step * place for place in (row, column))
        return top, left, top + self.side, left + self.side


def field(layers: nn.Module) -> Field:
    """Counted from the convolutions in a stack: each adds (kernel - 1) * the step of what it gets (Araujo, Norris, Sim, Distill 2019)."""
    side, step, start = 1, 1, 0
    for layer in layers.modules():
        if isinstance(layer, nn.Conv2d):
            start -= layer.padding[0] * step
            side += (layer.kernel_size[0] - 1) * step
            step *= layer.stride[0]
    return Field(side, step, start)


@dataclass(frozen=True, eq=False)
class Judgement:
    """belief: (h, w) in 0 to 1. asked: (h, w) bool, the places whose answer trains anyone: all, or those about a hole."""

    belief: np.ndarray
    asked: np.ndarray

    @property
    def mean(self) -> float:
        """Over the places asked; NaN if there are none."""
        return float(self.belief[self.asked].mean()) if self.asked.any() else float("nan")

    @property
    def share(self) -> float:
        """Of the places asked, how many are taken for a photo: belief over one half."""
        return float((self.belief[self.asked] > 0.5).mean()) if self.asked.any() else float("nan")


@torch.inference_mode()
def judge(model, x: Tensor, mask: Tensor | None = None) -> Judgement:
    """model: of models.gan_restore. x: (1, 3, H, W) in [0, 1], clipped here. mask: (1, 1, H, W), 1 where a pixel was known; needed by a
    model that fills holes, and ignored by others."""
    told = {"mask": mask} if model.fills_holes else {}
    belief = model.judge(x.clamp(0, 1), **told)[0].sigmoid()  # (H/8, W/8)
    asked = model.about_holes(belief[None], mask)[0] if model.fills_holes else torch.ones_like(belief, dtype=torch.bool)
    return Judgement(belief.float().cpu().numpy(), asked.cpu().numpy())
