"""What a repair showed, as plain values that are the same for every family of networks: what a prediction is held against, and what a lab
report prints. Each bench makes its own, see `evidence` of events.Lab and of the families' benches."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Picture:
    """kind: "truth", "damaged", "yardstick" (the best classical method's) or "restored". pixels: uint8 (H, W, 3)."""

    kind: str
    name: str
    pixels: np.ndarray


@dataclass(frozen=True)
class Score:
    """One line of the table of scores. id: the method's, in any language. kind: "damaged", "yardstick" or "network". psnr in dB, infinite
    for a perfect copy; ssim, ms: None where they are not measured. more: (what is measured, value) besides, in words."""

    id: str
    name: str
    kind: str
    psnr: float
    ssim: float | None = None
    ms: float | None = None
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, eq=False)
class Evidence:
    """pictures, scores: the damaged first. said: the sentences that read the result. measure: how the scores are measured, in words."""

    pictures: tuple[Picture, ...]
    scores: tuple[Score, ...]
    said: str
    measure: str

    def picture(self, kind: str) -> Picture | None:
        """The first of a kind."""
        return next((p for p in self.pictures if p.kind == kind), None)
