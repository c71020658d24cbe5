"""What learning has to beat: classical methods from scikit-image, SciPy and OpenCV, each with the damages it is for.

Their parameters are set to win, not to lose: from what is known of the damage (noise level, kernel), by rules tuned for
the best PSNR on validation pictures. What is not told is estimated. For lost colour there is no yardstick.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import cv2
import numpy as np
import torch
from scipy import ndimage
from scipy.signal import fftconvolve
from skimage import restoration
from torch import Tensor

from restoration.degrade import DEGRADATIONS, enlarge, known_after
from restoration.errors import Refusal, unknown
from restoration.images import MIN_SIDE, from_uint8, to_uint8

KNOWN = ("sigma", "photons", "share", "kernel", "mask", "scale", "quality", "gray")
RANGES = {"sigma": (0, 255), "photons": (0.1, 1e6), "share": (0, 1), "scale": (1, 16), "quality": (1, 100)}


@dataclass(frozen=True)
class Baseline:
    """One classical method. `run(y, known) -> Tensor`; `needs`: what it must be told."""

    name: str
    en: str
    zh: str
    damages: tuple[str, ...]
    run: Callable
    needs: tuple[str, ...] = ()
    about_en: str = ""
    about_zh: str = ""

    def restore(self, y: Tensor, **known) -> Tensor:
        """(B, C, H, W), C = 3 or 1, nominally in [0, 1] -> the same (bicubic: scale times larger), not clipped.

        known: any of sigma (units of 1/255; one number or (B,)), photons, share, kernel (k, k), mask (B, 1, H, W),
        scale, quality, gray, as in Degraded.known; a method takes what it can use. Raises Refusal: wrong_shape,
        not_finite, picture_too_small, unknown_name, baseline_needs, out_of_range, wrong_kernel, mask_size.
        """
        if y.ndim != 4 or y.shape[1] not in (1, 3):
            raise Refusal("wrong_shape", shape=tuple(y.shape), channels="1 / 3")
        if min(y.shape[2:]) < (1 if "scale" in self.needs else MIN_SIDE):
            raise Refusal("picture_too_small", width=y.shape[3], height=y.shape[2], least=MIN_SIDE)
        if not torch.isfinite(y).all():
            raise Refusal("not_finite")
        for key in known:
            if key not in KNOWN:
                raise unknown("control", key, KNOWN)
        known = {key: value for key, value in known.items() if value is not None}
        for key in self.needs:
            if key not in known:
                raise Refusal("baseline_needs", name=self.name, key=key)
        for key, (low, high) in RANGES.items():
            values = torch.as_tensor(known.get(key, low), dtype=torch.float32)
            if not ((values >= low) & (values <= high)).all():
                raise Refusal("out_of_range", control=key, low=low, high=high, value=known[key])
        return self.run(y.detach().float().cpu(), known).to(y.device)


def estimate_sigma(y: Tensor) -> float:
    """The noise level of (1, C, H, W) in units of 1/255, from the median finest diagonal Haar detail (Donoho, 1995)."""
    h, w = y.shape[2] // 2 * 2, y.shape[3] // 2 * 2
    y = y[..., :h, :w]
    diagonal = (y[..., ::2, ::2] - y[..., ::2, 1::2] - y[..., 1::2, ::2] + y[..., 1::2, 1::2]) / 2
    return float(diagonal.abs().median() / 0.6745 * 255)


def _sigmas(y: Tensor, known: dict) -> list:
    """The told noise level of each picture of the batch, in units of 1/255, or None."""
    if "sigma" not in known:
        return [None] * len(y)
    return torch.as_tensor(known["sigma"], dtype=torch.float32).expand(len(y)).tolist()


# Denoising: fn(rows (H, W, C) float32, noise level in units of 1) -> rows


def _denoise(fn: Callable, y: Tensor, known: dict) -> Tensor:
    """Each picture through fn with its noise level: told, implied by photons or JPEG quality, or estimated."""
    if "photons" in known:
        return _stabilised(fn, y, known["photons"])
    out = []
    for item, sigma in zip(y.split(1), _sigmas(y, known), strict=True):
        if sigma is None:
            sigma = jpeg_sigma(known["quality"]) if "quality" in known else estimate_sigma(item)
        rows = item[0].permute(1, 2, 0).numpy()  # (H, W, C)
        rows = rows if sigma == 0 else fn(rows, sigma / 255)
        out.append(torch.from_numpy(np.ascontiguousarray(rows, dtype=np.float32)).permute(2, 0, 1)[None])
    return torch.cat(out).contiguous()


def _stabilised(fn: Callable, y: Tensor, photons: float) -> Tensor:
    """Counts vary as their mean does. Anscombe's root (1948) makes the variance 1 everywhere: denoise there, go back.

    The way back is the closed form of the unbiased inverse (Makitalo and Foi, 2011).
    """
    top = 2 * math.sqrt(photons + 3 / 8)  # where white lands
    z = 2 * torch.sqrt(y.clamp(min=0) * photons + 3 / 8) / top
    d = (_denoise(fn, z, {"sigma": 255 / top}) * top).clamp(min=2 * math.sqrt(3 / 8))
    root = math.sqrt(3 / 2)
    return (d**2 / 4 + root / 4 / d - 11 / 8 / d**2 + 5 * root / 8 / d**3 - 1 / 8) / photons


def jpeg_sigma(quality: float) -> float:
    """The noise level (units of 1/255) at which denoisers repair a JPEG of this quality best: tuned, not derived."""
    return min(30.0, 74 * quality**-0.81)


def _gaussian(rows, sigma):
    width = 0.3 + 6.9 * sigma
    return ndimage.gaussian_filter(rows, (width, width, 0), mode="reflect")


def _tv(rows, sigma):
    weight = 0.31 * (255 * sigma) ** 0.28 * sigma
    return restoration.denoise_tv_chambolle(rows, weight=weight, eps=2e-5, max_num_iter=100, channel_axis=-1)


def _nlm(rows, sigma):
    patch, h = (3, 0.6) if 255 * sigma < 20 else (5, 0.52)
    out = restoration.denoise_nl_means(rows, patch_size=patch, patch_distance=6, h=h * sigma, sigma=sigma, fast_mode=True, channel_axis=-1)
    return out.reshape(rows.shape)  # it drops a single channel


def _window(level: float, steps: tuple) -> int:
    """3, 5, 7 or 9 pixels: two more for every step that the level is above."""
    return 3 + 2 * sum(level > step for step in steps)


def _median(y: Tensor, known: dict) -> Tensor:
    """The window grows with the share of wrong pixels where it is told, else with the noise level."""
    if "share" in known:
        size = _window(known["share"], (0.15, 0.35, 0.6))
        rows = [_median_of(item.permute(1, 2, 0).numpy(), size) for item in y]
        return torch.from_numpy(np.stack(rows)).permute(0, 3, 1, 2).contiguous()
    return _denoise(lambda rows, sigma: _median_of(rows, _window(255 * sigma, (22, 40, 90))), y, known)


def _median_of(rows: np.ndarray, size: int) -> np.ndarray:
    """(H, W, C) -> the same. OpenCV's is a hundred times faster, but takes no window above 5 of float32."""
    if size > 5:
        return ndimage.median_filter(rows, (size, size, 1), mode="reflect")
    half = size // 2
    padded = cv2.copyMakeBorder(rows, half, half, half, half, cv2.BORDER_REFLECT)
    return cv2.medianBlur(padded, size)[half:-half, half:-half].reshape(rows.shape)


# Deblurring: the kernel is told; the noise level is told or estimated


def _deconvolve(fn: Callable, y: Tensor, known: dict) -> Tensor:
    kernel = known["kernel"]
    kernel = (kernel.cpu().numpy() if isinstance(kernel, Tensor) else np.asarray(kernel)).astype(np.float32)
    if kernel.ndim != 2 or kernel.shape[0] != kernel.shape[1] or kernel.shape[0] % 2 == 0:
        raise Refusal("wrong_kernel", shape=" x ".join(str(n) for n in kernel.shape))
    if kernel.size == 1:
        return y.clone()
    out = []
    for item, sigma in zip(y.split(1), _sigmas(y, known), strict=True):
        sigma = (estimate_sigma(item) if sigma is None else sigma) / 255
        out += [fn(channel, kernel, sigma) for channel in item[0].numpy()]  # (H, W) each
    return torch.from_numpy(np.stack(out).astype(np.float32)).view_as(y)


def _wiener(y, kernel, sigma):
    """Wiener's filter takes its picture for a repeating one, so it is given one: the picture and its mirror images.

    That is just how the damage sees the border, if the kernel is its own mirror image. For other kernels the images are
    made better in a few rounds: deblur, mirror the result, blur that; from strong smoothing down to the right one. Of
    long paths the border sets the limit, so the smoothing stays stronger.
    """
    h, w = y.shape
    symmetric = np.allclose(kernel, kernel[::-1], atol=1e-6) and np.allclose(kernel, kernel[:, ::-1], atol=1e-6)
    least = 1e-5 if symmetric else 3e-3 * max(1, _length(kernel) / 19) ** 6
    balance = max(least, 0.0015 * (255 * sigma) ** 2)
    tiled = _mirrored(y)
    response = np.fft.rfft2(_centred(kernel, tiled.shape))
    z = y
    for k, b in enumerate((balance,) if symmetric else np.geomspace(max(0.3, balance), balance, 6)):
        if k > 0:
            z = np.clip(z, y.min(), y.max())
            tiled = np.fft.irfft2(np.fft.rfft2(_mirrored(z)) * response, s=tiled.shape).astype(np.float32)
            tiled[:h, :w] = y
        z = restoration.wiener(tiled, response, balance=b, clip=False)[:h, :w]
    return z


def _length(kernel):
    """The length in pixels of a straight path that spreads light as far as the kernel does (root mean square)."""
    at = np.arange(len(kernel)) - len(kernel) // 2
    return math.sqrt(12 * float(((at[:, None] ** 2 + at**2) * kernel).sum()))


def _mirrored(y):
    """(H, W) -> (2H - 2, 2W - 2): with its mirror images it repeats without a seam."""
    return np.pad(y, ((0, y.shape[0] - 2), (0, y.shape[1] - 2)), mode="reflect")


def _centred(kernel, shape):
    """The kernel in an array of that shape, its middle at (0, 0) and the rest wrapped around."""
    out, r = np.zeros(shape), kernel.shape[0] // 2
    at = np.arange(-r, r + 1)
    np.add.at(out, ((at % shape[0])[:, None], (at % shape[1])[None]), kernel)
    return out


def _richardson_lucy(y, kernel, sigma):
    """Stopped early: every round sharpens the noise as well. Light cannot be negative: values below 0 count as 0.

    Beyond the border the method sees black, and would make the edge ring. So it is given a margin, blurred from a first
    guess (Wiener's) whose mirror images fade to black.
    """
    r = kernel.shape[0] // 2
    fade = np.concatenate([np.linspace(0, 1, 2 * r + 16), np.ones(r)])
    margin = len(fade)
    guess = np.pad(np.clip(_wiener(y, kernel, sigma), y.min(), y.max()), margin, mode="reflect")
    for axis in (0, 1):
        ramp = np.concatenate([fade, np.ones(y.shape[axis]), fade[::-1]]).astype(np.float32)
        guess = guess * np.expand_dims(ramp, 1 - axis)
    grown = fftconvolve(guess, kernel, mode="same")
    grown[margin:-margin, margin:-margin] = y
    rounds = round(np.clip(113 / max(255 * sigma, 0.1) ** 1.5, 2, 40))
    z = restoration.richardson_lucy(np.maximum(grown, 1e-3), kernel, num_iter=rounds, clip=False)
    return z[margin:-margin, margin:-margin]


# Filling in, and enlarging


def _inpaint(flag: int, y: Tensor, known: dict) -> Tensor:
    """OpenCV fills holes in 8 bits; known pixels are put back untouched."""
    mask = torch.as_tensor(known["mask"])
    if mask.ndim != 4 or mask.shape[-2:] != y.shape[-2:] or len(mask) not in (1, len(y)):
        shape = " x ".join(str(n) for n in mask.shape)
        raise Refusal("mask_size", shape=shape, height=y.shape[2], width=y.shape[3])
    mask = (mask[:, :1].cpu() > 0.5).expand(len(y), 1, *y.shape[2:])
    filled = []
    for item, seen in zip(y, mask, strict=True):
        holes = (~seen[0]).to(torch.uint8).numpy()  # (H, W)
        filled.append(from_uint8(cv2.inpaint(to_uint8(item), holes, 3, flag)))
    return torch.where(mask, y, torch.cat(filled))


def _bicubic(y: Tensor, known: dict) -> Tensor:
    return enlarge(y, int(known["scale"]))


NOISES, BLURS = ("noise", "poisson"), ("blur", "motion-blur", "defocus-blur")
MISSING = ("missing-pixels", "missing-strokes", "missing-text", "missing-block", "missing-lower", "missing-mask")

# name -> everything about it
BASELINES = {
    "bicubic": Baseline(
        "bicubic", "Bicubic", "双三次插值", ("low-resolution",), _bicubic, ("scale",),
        "Enlarges with smooth cubic curves through the pixels. No new detail.",
        "用平滑的三次曲线穿过各像素来放大，不产生新的细节。",
    ),
    "median": Baseline(
        "median", "Median filter", "中值滤波", (*NOISES, "salt-and-pepper"), _median, (),
        "Every pixel becomes the middle value of its window, 3 x 3 to 9 x 9, the larger the more noise.",
        "每个像素取其窗口的中间值，窗口 3 x 3 到 9 x 9，噪声越大窗口越大。",
    ),
    "gaussian": Baseline(
        "gaussian", "Gaussian filter", "高斯滤波", (*NOISES, "jpeg"), partial(_denoise, _gaussian), (),
        "A weighted mean of the neighbours, as wide as the noise asks for. It blurs edges with the noise.",
        "邻域的加权平均，宽度由噪声决定。它会连同噪声一起模糊边缘。",
    ),
    "tv": Baseline(
        "tv", "Total variation", "全变分", (*NOISES, "jpeg"), partial(_denoise, _tv), (),
        "The nearest picture that varies little (Rudin, Osher and Fatemi, 1992): edges stay, texture goes flat.",
        "寻找变化总量小的最接近的图片（Rudin、Osher、Fatemi，1992）：边缘保留，纹理变平。",
    ),
    "nlm": Baseline(
        "nlm", "Non-local means", "非局部均值", (*NOISES, "jpeg"), partial(_denoise, _nlm), (),
        "The mean of pixels whose surroundings look alike, wherever they stand nearby (Buades, Coll and Morel, 2005).",
        "对附近周围环境相似的像素取平均（Buades、Coll、Morel，2005）。",
    ),
    "wiener": Baseline(
        "wiener", "Wiener filter", "维纳滤波", BLURS, partial(_deconvolve, _wiener), ("kernel",),
        "Divides the blur out in the Fourier domain, less where noise would win. It is told the kernel.",
        "在傅里叶域中除去模糊，在噪声占优处减弱。已告知模糊核。",
    ),
    "richardson-lucy": Baseline(
        "richardson-lucy", "Richardson-Lucy", "Richardson-Lucy 反卷积", BLURS,
        partial(_deconvolve, _richardson_lucy), ("kernel",),
        "Improves a guess round by round until its blur explains the picture (1972, 1974). It is told the kernel.",
        "逐轮改进猜测，使其模糊后与图片相符（1972、1974）。已告知模糊核。",
    ),
    "telea": Baseline(
        "telea", "Telea inpainting", "Telea 修补", MISSING, partial(_inpaint, cv2.INPAINT_TELEA), ("mask",),
        "Fills holes from their rim inwards with means of what is known (2004). Works on 8 bits.",
        "从边缘向内用已知像素的均值填补缺失（2004）。在 8 位数据上运算。",
    ),
    "navier-stokes": Baseline(
        "navier-stokes", "Navier-Stokes inpainting", "Navier-Stokes 修补", MISSING,
        partial(_inpaint, cv2.INPAINT_NS), ("mask",),
        "Continues lines of equal brightness into the hole, as a fluid flows (Bertalmio and others, 2001). 8 bits.",
        "像流体流动一样把等亮度线延续到缺失处（Bertalmio 等，2001）。在 8 位数据上运算。",
    ),
}  # fmt: skip

# Where damages meet, the first of these groups decides: a method for noise cannot enlarge a picture.
FIRST = ("low-resolution", "missing", "blur", "noise", "jpeg")


def list_baselines() -> list[str]:
    """The names `baseline` knows."""
    return list(BASELINES)


def baseline(name: str) -> Baseline:
    """A classical method by name. Raises Refusal(unknown_name)."""
    if name not in BASELINES:
        raise unknown("classical method", name, BASELINES)
    return BASELINES[name]


def fitting(damages) -> list[Baseline]:
    """The methods for a chain of damages, by name and in order, that will be told all they need.

    Empty where none is: for lost colour, for no damage, and where a later damage hides what a method must know.
    """
    damages = list(damages)
    known = known_after(damages)
    for group in FIRST:
        here = {name for name in damages if DEGRADATIONS[name].group == group}
        if here:
            return [b for b in BASELINES.values() if here & set(b.damages) and known >= set(b.needs)]
    return []
