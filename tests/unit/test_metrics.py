"""Scores against scikit-image, and what the spectrum and the error map must show."""

import math

import numpy as np
import pytest
import torch
from PIL import Image
from skimage.color import rgb2ycbcr
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from restoration.errors import Refusal
from restoration.images import from_uint8, to_uint8
from restoration.metrics import METRICS, chroma, colourfulness, error_map, luma, psnr, radial_spectrum, ssim


def pair(channels=3, sigma=0.1, height=60, width=75):
    """A picture and a noisy one whose values leave [0, 1] here and there."""
    g = torch.Generator().manual_seed(1)
    y, x = torch.meshgrid(torch.linspace(0, 1, height), torch.linspace(0, 1, width), indexing="ij")
    clean = torch.stack([(0.5 + 0.5 * torch.sin(9 * x + c + 5 * y * y)) for c in range(channels)])[None]
    return clean, clean + sigma * torch.randn(clean.shape, generator=g)


def rows(x, quantise=True) -> np.ndarray:
    """(H, W, C) float64 in 0..1."""
    array = to_uint8(x) / 255 if quantise else x[0].permute(1, 2, 0).double().numpy()
    return array if array.ndim == 3 else array[..., None]


@pytest.mark.parametrize("quantise", [True, False])
@pytest.mark.parametrize("border", [0, 4])
@pytest.mark.parametrize("channels, channel", [(3, "rgb"), (3, "y"), (1, "rgb"), (1, "y")])
def test_against_scikit_image(channels, channel, border, quantise):
    a, b = pair(channels)
    p, q = rows(a, quantise), rows(b, quantise)
    if channel == "y" and channels == 3:
        p, q = (rgb2ycbcr(v)[..., :1] / 255 for v in (p, q))
    p, q = (v[border : 60 - border, border : 75 - border] for v in (p, q))
    expected = peak_signal_noise_ratio(p, q, data_range=1)
    assert abs(psnr(a, b, channel, border, quantise) - expected) < 1e-4
    expected = structural_similarity(
        p, q, data_range=1, gaussian_weights=True, sigma=1.5, use_sample_covariance=False, channel_axis=2
    )
    assert abs(ssim(a, b, channel, border, quantise) - expected) < 1e-4


@pytest.mark.parametrize("sigma", [0.003, 0.03, 0.4])
def test_other_strengths(sigma):
    a, b = pair(sigma=sigma)
    assert abs(psnr(a, b) - peak_signal_noise_ratio(to_uint8(a), to_uint8(b))) < 1e-4
    options = {"gaussian_weights": True, "sigma": 1.5, "use_sample_covariance": False, "channel_axis": 2}
    assert abs(ssim(a, b) - structural_similarity(to_uint8(a), to_uint8(b), data_range=255, **options)) < 1e-4


def test_equal_pictures_and_symmetry():
    a, b = pair()
    assert psnr(a, a) == math.inf and ssim(a, a) == pytest.approx(1)
    assert psnr(a, b) == psnr(b, a) and ssim(a, b) == pytest.approx(ssim(b, a))
    assert psnr(a[0], b[0]) == psnr(a, b)
    eight_bits = (a * 255).round() / 255
    assert psnr(eight_bits, eight_bits + 0.001) == math.inf > psnr(eight_bits, eight_bits + 0.001, quantise=False)
    one_step = torch.zeros(1, 1, 20, 20)
    assert psnr(one_step, one_step + 0.1) == pytest.approx(20 * math.log10(255 / 26), abs=1e-6)


def test_luma_is_matlabs():
    a, _ = pair()
    assert np.abs(luma(a)[0, 0].numpy() * 255 - rgb2ycbcr(rows(a, False))[..., 0]).max() < 1e-3
    assert luma(torch.zeros(1, 3, 2, 2))[0, 0, 0, 0] * 255 == pytest.approx(16)
    assert luma(torch.ones(1, 3, 2, 2))[0, 0, 0, 0] * 255 == pytest.approx(235)


@pytest.mark.parametrize("function", [psnr, ssim, error_map])
def test_refusals(function):
    a, b = pair()
    cases = [((a, b[..., 1:]), "unequal_shapes"), ((a, b[:, :1]), "unequal_shapes"),
             ((a.repeat(2, 1, 1, 1), b), "wrong_shape"), ((a, b * torch.nan), "not_finite")]  # fmt: skip
    if function is not error_map:
        cases += [((a, b, "rgb", border), "out_of_range") for border in (30, -1)]
        cases += [((a, b, "Y"), "unknown_name")]
    for arguments, code in cases:
        with pytest.raises(Refusal) as caught:
            function(*arguments)
        assert caught.value.code == code and caught.value.say("zh") != caught.value.say("en")
    with pytest.raises(Refusal):
        ssim(a[..., :10], b[..., :10])


def test_error_map():
    a, b = pair()
    out = error_map(a, b)
    assert out.shape == (1, 1, 60, 75) and torch.allclose(out[0, 0], (a - b).abs()[0].mean(0))


@pytest.mark.parametrize("shape", [(128, 128), (100, 161), (31, 47)])
def test_spectrum_of_white_noise_is_flat(shape):
    noise = 0.1 * torch.randn(1, 1, *shape, generator=torch.Generator().manual_seed(0)) + 0.5
    frequencies, power = radial_spectrum(noise)
    assert len(frequencies) == len(power) == min(shape) // 2 and frequencies[0] > 0 and frequencies[-1] == 0.5
    assert abs(power[len(power) // 3 :].mean() + 20) < 1  # -20 dB, whatever the size


def test_spectrum_shows_a_wave_where_it_is():
    x = torch.arange(128).float()
    wave = (0.5 + 0.3 * torch.sin(2 * math.pi * 0.25 * x)).expand(1, 3, 128, 128)
    frequencies, power = radial_spectrum(wave)
    assert abs(frequencies[power.argmax()] - 0.25) < 0.01 and np.isfinite(power).all()
    assert np.isfinite(radial_spectrum(torch.zeros(1, 3, 16, 16))[1]).all()


def test_every_score_is_defined_in_both_languages():
    for name in ("psnr", "ssim", "error_map", "radial_spectrum"):
        assert METRICS[name]["en"] and METRICS[name]["zh"]


def test_chroma_is_jpegs():
    """As Pillow's YCbCr has it, whose values are rounded to 8 bits; grey has none."""
    clean, damaged = pair()
    ycbcr = np.asarray(Image.fromarray(to_uint8(clean)).convert("YCbCr"), np.float32)[..., 1:]
    mine = chroma(from_uint8(to_uint8(clean)))[0].permute(1, 2, 0).numpy()
    assert np.abs(255 * mine + 128 - ycbcr).max() <= 1
    grey = clean.mean(1, keepdim=True).expand(-1, 3, -1, -1)
    assert not chroma(grey[:, :1]).any() and chroma(grey).abs().max() < 1e-6
    expected = peak_signal_noise_ratio(chroma(clean).numpy(), chroma(damaged).numpy(), data_range=1)
    assert psnr(clean, damaged, "chroma", quantise=False) == pytest.approx(expected, abs=1e-4)


def test_colourfulness_by_hand():
    grey = torch.rand(1, 1, 20, 30).expand(-1, 3, -1, -1)
    assert colourfulness(grey) == pytest.approx(0, abs=1e-4) and colourfulness(grey[:, :1]) == 0
    red = torch.zeros(1, 3, 4, 4)
    red[:, 0] = 1  # redness 255, yellowness 127.5, both without spread
    assert colourfulness(red) == pytest.approx(0.3 * math.hypot(255, 127.5))
    halves = torch.cat([red, red.flip(1)], 3)  # red beside blue: redness 255 and 0, yellowness 127.5 and -255
    spread, mean = math.hypot(127.5, 191.25), math.hypot(127.5, -63.75)
    assert colourfulness(halves) == pytest.approx(spread + 0.3 * mean)
