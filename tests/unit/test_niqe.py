"""NIQE against distributions whose parameters are known, against what blur and noise must do, and against bad input."""

import json
import math

import numpy as np
import pytest
import torch
from scipy.ndimage import gaussian_filter
from scipy.stats import gennorm

from restoration import niqe as module
from restoration.degrade import degrade
from restoration.errors import Refusal
from restoration.metrics import luma
from restoration.niqe import BLOCK, FEATURES, FILE, LEAST, STRIDE, aggd, block_features, distance, moments, mscn, niqe, over_blocks, photos
from restoration.samples import load_sample
from restoration.studies import niqe as study

PHOTOS = ("cat", "astronaut", "coffee", "rocket", "brick", "grass", "coins")  # no drawing, no print


@pytest.mark.parametrize("beta", [0.6, 1.0, 2.0, 4.0])
def test_the_shape_of_a_generalised_gaussian_is_found(beta):
    x = gennorm.rvs(beta, scale=1.7, size=(480, 480), random_state=0)
    shape, mean, left, right = (v.mean() for v in aggd(*moments(x, 32)))
    assert shape == pytest.approx(beta, rel=0.05) and abs(mean) < 0.05
    assert left == pytest.approx(1.7, rel=0.06) and right == pytest.approx(1.7, rel=0.06)


def test_the_two_sides_of_an_asymmetric_one_are_found():
    """Two halves of generalised Gaussians that meet at 0, so that their heights agree: drawn in proportion to their scales."""
    rng, (left, right, beta) = np.random.default_rng(0), (0.5, 1.5, 1.2)
    size = np.abs(gennorm.rvs(beta, size=(960, 960), random_state=1))
    x = np.where(rng.random(size.shape) < left / (left + right), -left * size, right * size)
    found = [v.mean() for v in aggd(*moments(x, 32))]
    mean = (right - left) * math.gamma(2 / beta) / math.gamma(1 / beta)
    assert found == pytest.approx([beta, mean, left, right], rel=0.04)


def test_blocks_are_means_of_their_pixels():
    a = np.random.default_rng(0).random((192, 256))
    found = over_blocks(a, STRIDE)
    assert found.shape == ((192 - BLOCK) // STRIDE + 1, (256 - BLOCK) // STRIDE + 1)
    assert found[1, 2] == pytest.approx(a[STRIDE : STRIDE + BLOCK, 2 * STRIDE : 2 * STRIDE + BLOCK].mean())


def test_mscn_against_scipy():
    y = 255 * np.random.default_rng(0).random((40, 50))

    def blur(a):  # truncate: 3 pixels on either side
        return gaussian_filter(a, 7 / 6, mode="nearest", truncate=3 / (7 / 6))

    found, spread = mscn(y)
    expected = np.sqrt(blur(y * y) - blur(y) ** 2)
    assert np.allclose(spread, expected) and np.allclose(found, (y - blur(y)) / (expected + 1))


def test_a_photo_less_its_mean_over_its_contrast_is_nearly_gaussian():
    y = 255 * luma(load_sample("grass").double())[0, 0].numpy()
    shape = aggd(*moments(mscn(y)[0], STRIDE))[0].mean()
    assert 1.7 < shape < 3.5


def test_distance():
    rng = np.random.default_rng(0)
    a = rng.standard_normal((500, 4)) * [1, 2, 3, 4]
    mean, covariance = a.mean(0), np.cov(a, rowvar=False)
    assert distance(mean, covariance, mean, 2 * covariance) == 0
    d = distance(np.zeros(2), np.diag([4.0, 1]), np.array([2.0, 0]), np.diag([4.0, 3]))
    assert d == pytest.approx(1)  # two of a deviation of two
    assert distance(np.array([2.0, 0]), np.diag([4.0, 3]), np.zeros(2), np.diag([4.0, 1])) == d


@pytest.mark.parametrize("name", PHOTOS)
def test_clean_is_better_than_blurred_and_than_noisy(name):
    x = load_sample(name)
    clean = niqe(x)
    assert clean < niqe(degrade(x, "blur", sigma=2, seed=0))
    assert clean < niqe(degrade(x, "noise", sigma=25, seed=0))


def test_more_damage_is_worse_on_average():
    pictures = [load_sample(name) for name in PHOTOS]

    def mean(damage, level):
        return np.mean([niqe(degrade(x, damage, sigma=level, seed=0) if level else x) for x in pictures])

    blurred, noisy = [mean("blur", s) for s in (0, 1, 2, 4)], [mean("noise", s) for s in (0, 15, 25, 50)]
    assert blurred == sorted(blurred) and noisy == sorted(noisy)


def test_only_luma_counts():
    x = (load_sample("cat") * 255).round() / 255 * 0.5 + 0.25
    red_less_green = torch.tensor([128.553, -65.481, 0]).view(1, 3, 1, 1) / 128.553  # luma stays: 65.481 r + 128.553 g + 24.966 b
    shifted = x + 0.1 * red_less_green * torch.sin(torch.arange(256) / 20)
    assert niqe(shifted) == pytest.approx(niqe(x), abs=0.15)  # but for rounding to 8 bits
    grey = x.mean(1, keepdim=True)
    assert niqe(grey) == niqe(grey.expand(-1, 3, -1, -1)) == niqe(grey[0])


def test_same_every_time_and_clipped_as_a_file_would_be():
    x = degrade(load_sample("cat"), "noise", sigma=50, seed=0)
    assert niqe(x) == niqe(x) == niqe((x.clamp(0, 1) * 255).round() / 255)


def test_bad_input():
    for x, code in [
        (torch.rand(1, 3, LEAST - 1, 300), "picture_too_small"),
        (torch.rand(2, 3, 256, 256), "wrong_shape"),
        (torch.rand(1, 2, 256, 256), "wrong_shape"),
        (torch.rand(256, 256), "wrong_shape"),
        (torch.full((1, 3, 256, 256), math.nan), "not_finite"),
        (torch.full((1, 3, 256, 256), 0.5), "niqe_flat"),
    ]:
        with pytest.raises(Refusal) as e:
            niqe(x)
        assert e.value.code == code and e.value.say("en") and e.value.say("zh")
    assert math.isfinite(niqe(torch.rand(1, 3, LEAST, LEAST, generator=torch.Generator().manual_seed(0))))


def test_half_a_picture_flat_is_judged_by_the_other_half():
    x = torch.full((1, 3, 256, 512), 0.5)
    x[..., 256:] = load_sample("cat")
    assert len(block_features(x)[0]) < 6 * 14 and math.isfinite(niqe(x))


@pytest.mark.parametrize("content", [None, "{", '{"mean": [1, 2], "covariance": [[1]]}'])
def test_a_missing_or_damaged_file_is_said(content, tmp_path, monkeypatch):
    path = tmp_path / "niqe.json"
    if content:
        path.write_text(content)
    monkeypatch.setattr(module, "FILE", path)
    photos.cache_clear()
    with pytest.raises(Refusal) as e:
        niqe(load_sample("cat"))
    photos.cache_clear()
    assert e.value.code == "niqe_damaged" and e.value.say("zh")


def test_what_ships_says_what_it_was_fitted_on():
    made = json.loads(FILE.read_text())["made"]
    assert FILE.stat().st_size < 100_000 and made["pictures"] > 200 and made["sharp"] > 10 * FEATURES
    assert (made["block"], made["stride"], made["sharp_share"]) == (BLOCK, STRIDE, study.SHARP)
    mean, covariance = photos()
    assert np.allclose(covariance, covariance.T) and np.linalg.eigvalsh(covariance).min() > 0


def test_the_fit_finds_the_mean_of_its_blocks(tmp_path):
    from restoration.images import save_image

    for k, name in enumerate(("cat", "grass")):
        save_image(load_sample(name), tmp_path / f"bsds_{k}.png")
    save_image(load_sample("cat"), tmp_path / "other.png")
    files = study.photo_files(tmp_path)
    assert [p.name for p in files] == ["bsds_0.png", "bsds_1.png"]
    found = study.fit(files)
    sharp = [f[s >= study.SHARP * s.max()] for f, s in (block_features(load_sample(name)) for name in ("cat", "grass"))]
    assert np.allclose(found["mean"], np.concatenate(sharp).mean(0)) and found["counts"]["pictures"] == 2
    study.write(found, "two", tmp_path / "out.json")
    stored = json.loads((tmp_path / "out.json").read_text())
    assert np.allclose(stored["covariance"], found["covariance"], rtol=1e-4) and stored["made"]["data"] == "two"
    with pytest.raises(Refusal):
        study.photo_files(tmp_path / "nowhere")
