"""How near a repair is to the truth: PSNR, SSIM, a map of the error, and the power at every fineness of detail.

Pictures are (1, C, H, W) or (C, H, W), C = 3 or 1, in [0, 1]. Scores are taken as the field reports them: clipped to
to [0, 1], rounded to 8 bits (quantise=True), over all channels or on luma (channel="y"), with or without a border.
"""

import math

import cv2
import numpy as np
import torch
from torch import Tensor

from restoration.errors import Refusal, unknown
from restoration.resample import blur, gaussian_kernel

CHANNELS = ("rgb", "y", "chroma")

# name -> its definition, for the screen
METRICS = {
    "psnr": {
        "en": "PSNR, in decibels: 10 log10(1 / MSE), MSE being the mean squared difference of all values, in 0..1, "
        "after rounding to 8 bits. Higher is better; 3 dB more is half the squared error. It counts errors, not looks.",
        "zh": "峰值信噪比（PSNR），单位分贝：10 log10(1 / MSE)，MSE 为取整到 8 位后所有值（0..1）之差的均方。"
        "越高越好；高 3 dB 即均方误差减半。它只计误差大小，不管看起来如何。",
    },
    "ssim": {
        "en": "SSIM, from -1 to 1 (1 = equal): compares mean, contrast and structure in every 11 x 11 window "
        "(Gaussian, sigma 1.5) and averages. Nearer to what the eye notices than PSNR, but no judge of taste.",
        "zh": "结构相似性（SSIM），范围 -1 到 1（1 表示相同）：在每个 11 x 11 高斯窗口（σ = 1.5）中"
        "比较均值、对比度和结构，再取平均。比 PSNR 更接近人眼的感受，但并不判断美观。",
    },
    "error_map": {
        "en": "Error map: the absolute difference from the truth at every pixel, averaged over the colours.",
        "zh": "误差图：每个像素与真值之差的绝对值，对颜色通道取平均。",
    },
    "radial_spectrum": {
        "en": "Power spectrum: how much the picture varies at each fineness of detail, from slow (left) to one change "
        "per pixel (0.5 cycles/pixel, right), in decibels. Noise lifts its right end, blur lowers it.",
        "zh": "功率谱：图片在各种细节尺度上的变化强度（分贝），从缓慢变化（左）到逐像素变化（0.5 周期/像素，右）。"
        "噪声抬高右端，模糊压低右端。",
    },
}


def psnr(x: Tensor, y: Tensor, channel: str = "rgb", border: int = 0, quantise: bool = True) -> float:
    """10 log10(1 / mean squared difference), in dB; infinite for equal pictures.

    channel   "rgb": over all channels; "y": BT.601 luma (see `luma`), as super-resolution papers do; "chroma": over both differences
              of colour (see `chroma`), so that brightness does not count
    border    pixels left out on every side
    quantise  clip to [0, 1] and round to 8 bits first (luma is not rounded again)
    Raises Refusal: unequal_shapes, wrong_shape, not_finite, unknown_name, out_of_range.
    """
    x, y = _prepare(x, y, channel, border, quantise)
    mse = sum(float(((a - b).double() ** 2).mean()) for a, b in zip(x[0], y[0], strict=True)) / x.shape[1]
    return math.inf if mse == 0 else -10 * math.log10(mse)


def ssim(x: Tensor, y: Tensor, channel: str = "rgb", border: int = 0, quantise: bool = True) -> float:
    """Structural similarity (Wang, Bovik, Sheikh and Simoncelli, 2004), the mean over channels; arguments as psnr.

    11 x 11 Gaussian window of sigma 1.5, population covariance, K1 = 0.01, K2 = 0.03, data range 1, valid area only.
    Each side must leave 11 pixels or more.
    """
    x, y = _prepare(x, y, channel, border, quantise)
    if min(x.shape[-2:]) < 11:
        raise Refusal("picture_too_small", width=x.shape[-1], height=x.shape[-2], least=11)
    # one channel at a time: in double precision a picture of 4 megapixels needs a lot of memory
    return sum(_ssim(a.double().numpy(), b.double().numpy()) for a, b in zip(x[0], y[0], strict=True)) / x.shape[1]


WINDOW = cv2.getGaussianKernel(11, 1.5, cv2.CV_64F)


def _ssim(x: np.ndarray, y: np.ndarray) -> float:
    def local_mean(a):  # (H, W) -> (H - 10, W - 10)
        return cv2.sepFilter2D(a, cv2.CV_64F, WINDOW, WINDOW)[5:-5, 5:-5]

    mx, my = local_mean(x), local_mean(y)
    vx = local_mean(x * x) - mx * mx
    vy = local_mean(y * y) - my * my
    cov = local_mean(x * y) - mx * my
    c1, c2 = 0.01**2, 0.03**2
    s = ((2 * mx * my + c1) * (2 * cov + c2)) / ((mx**2 + my**2 + c1) * (vx + vy + c2))
    return float(s.mean())


def error_map(x: Tensor, y: Tensor) -> Tensor:
    """(1, 1, H, W): the absolute difference, averaged over the channels. Not clipped, not rounded."""
    x, y = _pair(x, y)
    return (x - y).abs().mean(dim=1, keepdim=True)


def radial_spectrum(x: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """(frequencies in cycles per pixel, above 0 up to 0.5; power in dB): the spectrum of luma, averaged over rings.

    A Hann window fades the borders out first, because a Fourier transform takes them for edges. White noise of standard
    deviation s lies at 20 log10(s) at all frequencies, whatever the size of the picture.
    """
    x = luma(_single(x))[0, 0].double().numpy()  # (H, W)
    h, w = x.shape
    window = np.outer(np.hanning(h + 2)[1:-1], np.hanning(w + 2)[1:-1])
    x = x - (x * window).sum() / window.sum()
    power = np.abs(np.fft.rfft2(x * window)) ** 2 / (window**2).sum()
    radius = np.hypot(np.fft.fftfreq(h)[:, None], np.fft.rfftfreq(w)[None])
    rings = min(h, w) // 2
    ring = np.rint(radius * 2 * rings).astype(int).ravel()
    power = np.bincount(ring, power.ravel())[1 : rings + 1] / np.bincount(ring)[1 : rings + 1]  # no mean, no corners
    return np.arange(1, rings + 1) / (2 * rings), 10 * np.log10(power + 1e-12)


def luma(x: Tensor) -> Tensor:
    """(B, 3, H, W) -> (B, 1, H, W): BT.601 luma as MATLAB's rgb2ycbcr, black at 16/255 and white at 235/255.

    A picture of one channel is returned as it is.
    """
    if x.shape[1] == 1:
        return x
    return (16 + 65.481 * x[:, :1] + 128.553 * x[:, 1:2] + 24.966 * x[:, 2:]) / 255


def chroma(x: Tensor) -> Tensor:
    """(B, 3, H, W) -> (B, 2, H, W): blue and red less brightness, as JPEG has them (BT.601, full range), -0.5 to 0.5.

    A picture of one channel has none: zeros.
    """
    if x.shape[1] == 1:
        return x.new_zeros(x.shape[0], 2, *x.shape[2:])
    brightness = 0.299 * x[:, :1] + 0.587 * x[:, 1:2] + 0.114 * x[:, 2:]
    return torch.cat([(x[:, 2:] - brightness) / 1.772, (x[:, :1] - brightness) / 1.402], 1)


def colourfulness(x: Tensor) -> float:
    """How colourful a picture is (Hasler and Suesstrunk 2003, "Measuring colourfulness in natural images"), from its values in 0..255: 0 is
    grey, about 15 slightly, 45 fairly, 109 extremely colourful. It measures how much colour there is, not whether it is right."""
    red, green, blue = (255 * _single(x)).clamp(0, 255).expand(-1, 3, -1, -1)[0].double()
    redness, yellowness = red - green, (red + green) / 2 - blue
    spread = torch.hypot(redness.std(correction=0), yellowness.std(correction=0))
    return float(spread + 0.3 * torch.hypot(redness.mean(), yellowness.mean()))


def fine_detail(x: Tensor, where: Tensor | None = None) -> float:
    """How strong the fine detail of luma is: root mean square, in 1/255, of luma less its blur by a Gaussian of sigma 1.5 pixels. What is
    right and what is invented counts alike. where: (1, 1, H, W), 1 where to measure, such as a hole; None: everywhere; NaN if nowhere."""
    y = luma(_single(x)).double()
    fine = 255 * (y - blur(y, gaussian_kernel(1.5)))
    return float((fine if where is None else fine[where > 0.5]).square().mean().sqrt())


def _single(x: Tensor) -> Tensor:
    """(1, C, H, W) float32 on the CPU, or a Refusal."""
    if x.ndim == 3:
        x = x[None]
    if x.ndim != 4 or x.shape[0] != 1 or x.shape[1] not in (1, 3):
        raise Refusal("wrong_shape", shape=tuple(x.shape), channels="1 / 3")
    x = x.detach().cpu().float()
    if not torch.isfinite(x).all():
        raise Refusal("not_finite")
    return x


def _pair(x: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
    x, y = _single(x), _single(y)
    if x.shape != y.shape:
        raise Refusal("unequal_shapes", first=tuple(x.shape), second=tuple(y.shape))
    return x, y


def _prepare(x: Tensor, y: Tensor, channel: str, border: int, quantise: bool) -> tuple[Tensor, Tensor]:
    if channel not in CHANNELS:
        raise unknown("channel", channel, CHANNELS)
    x, y = _pair(x, y)
    most = (min(x.shape[-2:]) - 1) // 2
    if not 0 <= border <= most:
        raise Refusal("out_of_range", control="border", low=0, high=most, value=border)
    if quantise:
        x, y = ((p.clamp(0, 1) * 255).round() / 255 for p in (x, y))
    if channel != "rgb":
        x, y = (luma(x), luma(y)) if channel == "y" else (chroma(x), chroma(y))
    h, w = x.shape[-2:]
    return x[..., border : h - border, border : w - border], y[..., border : h - border, border : w - border]
