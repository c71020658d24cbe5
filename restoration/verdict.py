"""The sentence under a result: read off the scores and the error map, never canned."""

import math

import numpy as np
from scipy import ndimage

# kind of place -> its name in a sentence
PLACES = {
    "flat": ("smooth areas", "平滑区域"),
    "texture": ("fine texture", "细密纹理"),
    "edges": ("strong edges", "明显边缘"),
}


def places(truth: np.ndarray) -> dict[str, np.ndarray]:
    """Masks (H, W) of smooth areas, fine texture and strong edges of a clean picture (H, W, 3), by its local contrast.

    An edge is the strongest tenth of the smoothed gradient (where it exceeds 8/255 a pixel); texture is what else varies by
    more than 4/255 (standard deviation in a 7x7 window); the rest is smooth.
    """
    grey = truth.mean(-1)
    gradient = ndimage.gaussian_gradient_magnitude(grey, 1.5)
    mean = ndimage.uniform_filter(grey, 7)
    spread = np.sqrt(np.maximum(ndimage.uniform_filter(grey**2, 7) - mean**2, 0))
    edges = ndimage.binary_dilation(gradient > max(np.quantile(gradient, 0.9), 8 / 255), iterations=2)
    texture = ~edges & (spread > 4 / 255)
    return {"flat": ~edges & ~texture, "texture": texture, "edges": edges}


def where_error_sits(truth: np.ndarray, restored: np.ndarray) -> dict[str, float]:
    """The share of the squared error that each kind of place holds; the shares add up to 1 (or are all 0: no error)."""
    error = ((np.clip(restored, 0, 1) - truth) ** 2).sum(-1)
    total = float(error.sum()) or 1.0
    return {kind: float(error[mask].sum()) / total for kind, mask in places(truth).items()}


def compare(a: float, b: float) -> float:
    """a - b in dB. Equal pictures have infinite PSNR; 100 dB, where 8 bits hardly show a difference, stands for it."""
    return min(a, 100.0) - min(b, 100.0)


def sentence(rows, error: dict | None, why: str | None, damages: list[str], lang: str, invented: str | None = None) -> str:
    """rows: of the score table, `psnr` None where there is no original. error: where_error_sits, or None. why: what a network
    does with a damage that it was not trained for; None if it was. invented: what of the repair no pixel of the picture can vouch for."""
    en = lang == "en"
    network = next(r for r in rows if r.kind == "network")
    if network.psnr is None:
        return (
            "There is no clean original to compare with, so no score is possible: judge with your eyes, and be wary of detail "
            "that looks too good." if en else "没有干净的原图可供比较，因此无法打分：请用眼睛判断，并警惕过于完美的细节。"
        )  # fmt: skip
    damaged = next(r for r in rows if r.kind == "damaged")
    if not damages or math.isinf(damaged.psnr):  # or the damage was too weak to change a pixel
        return "Nothing was damaged, so there is nothing to mend." if en else "图片没有损坏，无需修复。"
    gain = compare(network.psnr, damaged.psnr)
    parts = []
    if en:
        verb = f"gains {gain:.1f} dB over" if gain >= 0 else f"loses {-gain:.1f} dB against"
        parts.append(f"The network {verb} the damaged picture")
    else:
        parts.append(f"网络比损坏的图片{'提高' if gain >= 0 else '降低'}了 {abs(gain):.1f} dB")
    methods = [r for r in rows if r.kind == "yardstick"]
    if methods:
        best = max(methods, key=lambda r: r.psnr)
        lead = compare(network.psnr, best.psnr)
        if en:
            parts[0] += f" and is {abs(lead):.1f} dB {'ahead of' if lead >= 0 else 'behind'} {best.en}, the best classical method"
        else:
            parts[0] += f"，{'领先' if lead >= 0 else '落后'}最好的经典方法（{best.zh}）{abs(lead):.1f} dB"
    if why:
        parts.append(why)
    elif error and any(error.values()):
        kind = max(error, key=error.get)
        where = PLACES[kind][0 if en else 1]
        share = f"{100 * error[kind]:.0f} %"
        parts.append(f"{share} of the remaining squared error sits on {where}" if en else f"剩余平方误差的 {share} 在{where}上")
    if invented:
        parts.append(invented)
    return ("; ".join(parts) + ".") if en else "；".join(parts) + "。"
