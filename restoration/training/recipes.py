"""What to train and how, one recipe a checkpoint. Everything that shapes the result stands here, and nothing else does."""

from dataclasses import dataclass

from restoration.models import cnn


@dataclass(frozen=True)
class Recipe:
    name: str  # of the checkpoint
    family: str  # key of models.FAMILIES
    config: object
    pairs: str  # key of training.data.PAIRS: how a clean crop becomes a training pair
    yardstick: str  # key of baselines.BASELINES: the classical method whose score stands beside the network's
    data: str  # what it is meant to be trained on, for the model card
    limits: str  # what it cannot do, for the model card
    batch: int = 16  # pictures per update (per process)
    crop: int = 128  # pixels
    lr: float = 1e-3  # peak learning rate
    warmup: int = 300  # steps from 0 to the peak; then a cosine down to 0
    ema: float = 0.999  # decay of the moving average of the weights, which is what is validated and shipped
    minutes: float = 120.0  # default time budget
    val_every: int = 500  # steps
    seed: int = 0


RECIPES = {
    "cnn-denoise": Recipe(
        "cnn-denoise", "cnn", cnn.Config(), pairs="gaussian-noise", yardstick="nlm",
        data="641 photos: 398 of BSDS500 (train and test parts), 208 of CID22 (CC BY-SA 4.0), 35 of CLIC 2025 (Unsplash License)",
        limits="Trained on independent Gaussian noise of sigma 0 to 75 (of 255) in photos. Other noise, and noise that a camera or "
        "JPEG has already smoothed, is outside what it has seen. Fine texture at the level of the noise is averaged away. "
        "When the level is not told, fine regular patterns may be taken for weak noise (sigma below 10).",
    ),
}  # fmt: skip
