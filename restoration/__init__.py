"""Kintsugi's library: ruin a picture, mend it with a network, measure the repair.

    import restoration as r
    x = r.load_image("photo.png")                       # (1, 3, H, W) in [0, 1]
    y = r.degrade(x, "noise", sigma=25, seed=0)
    z = r.load_model("cnn-denoise").restore(y)
    r.psnr(z, x), r.ssim(z, x)
    r.baseline("nlm").restore(y)

Importing the package is cheap: torch is imported when one of these names is first used.
"""

from importlib import import_module

__version__ = "0.1.0"

# name -> the module it comes from
_NAMES = {
    "load_image": "images", "save_image": "images",
    "degrade": "degrade", "list_degradations": "degrade",
    "psnr": "metrics", "ssim": "metrics",
    "baseline": "baselines", "list_baselines": "baselines",
    "load_model": "checkpoints", "list_models": "checkpoints",
    "load_sample": "samples", "list_samples": "samples",
}  # fmt: skip
__all__ = list(_NAMES)


def __getattr__(name):
    if name not in _NAMES:
        raise AttributeError(f"restoration has no '{name}'; it has {', '.join(_NAMES)}")
    return getattr(import_module(f"restoration.{_NAMES[name]}"), name)


def __dir__():
    return sorted(__all__)
