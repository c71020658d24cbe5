"""What the GANs are measured by, against closed forms, numpy and scipy: spectrum, invention, coverage, distances of sets."""

import json
from dataclasses import replace

import numpy as np
import pytest
import torch
from scipy.linalg import sqrtm
from scipy.stats import wasserstein_distance
from small import make_checkpoint, make_network, make_picture

from restoration import checkpoints
from restoration.checkpoints import load_model
from restoration.degrade import degrade, degrade_chain
from restoration.digits import draw_digits
from restoration.distributions import frechet, pyramid, sliced_wasserstein
from restoration.errors import Refusal
from restoration.exhibits import coverage, invention, spectrum
from restoration.metrics import fine_detail
from restoration.resample import gaussian_kernel
from restoration.samples import load_sample
from restoration.training.loop import Run
from restoration.training.recipes import RECIPES
from restoration.training.report import SCORES, export
from restoration.training.small import Set


def randn(*shape, seed=0):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


# Spectrum


def test_a_sine_has_its_power_at_its_frequency():
    wave = 0.3 * torch.sin(2 * torch.pi * 0.25 * torch.arange(128.0) + 1).expand(1, 1, 128, 128)
    frequencies, power = spectrum.spectrum(0.5 + wave)
    peak = frequencies[power.argmax()]
    assert peak == pytest.approx(0.25, abs=1 / 128) and power.max() - np.median(power) > 3  # decades
    window = np.outer(np.hanning(130)[1:-1], np.hanning(130)[1:-1])
    x = np.round(255 * (0.5 + wave[0, 0].numpy())) / 255
    x = x - (x * window).sum() / window.sum()
    full = np.abs(np.fft.fft2(x * window)) ** 2 / (window**2).sum()
    radius = np.hypot(*np.meshgrid(np.fft.fftfreq(128), np.fft.fftfreq(128), indexing="ij"))
    ring = full[np.abs(radius - peak) < 0.5 / 128].mean()  # both halves of the plane, so every wave twice
    assert power.max() == pytest.approx(np.log10(ring), abs=0.1)


def test_white_noise_is_flat_and_as_high_as_it_is_strong():
    for s in (0.02, 0.1):
        frequencies, power = spectrum.spectrum(0.5 + s * randn(1, 1, 256, 256))
        assert np.abs(power[frequencies > 0.05] - 2 * np.log10(s)).mean() < 0.06


def test_distance_of_spectra():
    x = load_sample("cat")
    assert spectrum.distance(x, x) == 0
    blurred = [spectrum.distance(degrade(x, "blur", sigma=s, seed=0), x) for s in (0.5, 1, 2)]
    assert 0.1 < blurred[0] < blurred[1] < blurred[2]
    assert spectrum.distance(x.flip(-1), x) < 0.05  # wherever the detail is
    half = 0.5 + 0.5 * (x - 0.5)  # a quarter of the power everywhere
    assert spectrum.distance(half, x) == pytest.approx(np.log10(4), abs=0.05)
    with pytest.raises(Refusal) as e:
        spectrum.distance(x[..., :-1], x)
    assert e.value.code == "unequal_shapes"


# Invention


def test_blind_is_what_shrinking_does_not_see():
    x = make_picture(64, 96).double()
    hidden = invention.blind(x, 4)
    assert invention.shrink(hidden, 4).abs().max() < 1e-9
    assert (hidden * (x - hidden)).sum().abs() < 1e-6  # the two parts are orthogonal
    assert (invention.blind(hidden, 4) - hidden).abs().max() < 1e-9
    a = np.stack([invention.shrink(row.view(1, 1, 64, 1).expand(-1, -1, -1, 4), 4)[0, 0, :, 0].numpy() for row in torch.eye(64)], 1)
    seen = np.linalg.lstsq(a, a @ x[0, 0].numpy(), rcond=None)[0]  # the shortest column with the same shrunk picture
    b = np.stack([invention.shrink(row.view(1, 1, 1, 96).expand(-1, -1, 4, -1), 4)[0, 0, 0].numpy() for row in torch.eye(96)], 1)
    seen = np.linalg.lstsq(b, b @ seen.T, rcond=None)[0].T
    assert np.allclose(x[0, 0] - hidden[0, 0], seen)


def test_invention_of_an_enlarged_picture():
    truth = make_picture(64, 96)
    small = invention.shrink(truth, 4)
    exact = invention.of_enlarged(truth, small, truth, 4)
    assert exact.fit < 1e-4 and exact.error == 0 and exact.unseen == 15 / 16
    assert exact.amount == exact.nothing > 1
    nothing = truth.double() - invention.blind(truth, 4)
    empty = invention.of_enlarged(nothing, small, truth, 4)
    assert empty.fit < 1e-4 and empty.amount < 1e-4 and empty.error == pytest.approx(empty.nothing)
    detail = invention.blind(0.05 * randn(1, 3, 64, 96).double(), 4)
    added = invention.of_enlarged(truth + detail, small, truth, 4)
    rms = 255 * detail.square().mean().sqrt().item()
    assert added.fit < 1e-4 and added.error == pytest.approx(rms, rel=1e-4)
    moved = invention.of_enlarged(truth + 1 / 255, small, truth, 4)  # shrinking sees a shift of brightness
    assert moved.fit == pytest.approx(1, rel=1e-3) and moved.error < 1e-3


def test_the_lab_shrinks_as_the_meter_does():
    truth = load_sample("cat")
    small = degrade_chain(truth, [("low-resolution", {"scale": 4})], seed=0).picture
    assert (invention.shrink(truth, 4) - small).abs().max() < 1e-5
    rounded = (small.clamp(0, 1) * 255).round() / 255
    assert invention.of_enlarged(truth, rounded, truth, 4).fit == pytest.approx(1 / 12**0.5, abs=0.03)


def test_invention_in_a_hole():
    truth, mask = make_picture(32, 48), torch.ones(1, 1, 32, 48)
    mask[..., 8:24, 8:24] = 0
    damaged = truth * mask
    exact = invention.of_filled(truth, damaged, truth, mask)
    assert exact.fit == exact.error == 0 and exact.unseen == pytest.approx(256 / 32 / 48)
    mean = damaged.sum((2, 3), keepdim=True) / mask.sum()
    plain = invention.of_filled(torch.where(mask > 0, truth, mean.expand_as(truth)), damaged, truth, mask)
    assert plain.amount < 1e-4 and plain.error == pytest.approx(plain.nothing)
    off = invention.of_filled(torch.where(mask > 0, truth, truth + 10 / 255), damaged, truth, mask)
    assert off.fit == 0 and off.error == pytest.approx(10, rel=1e-4)
    touched = invention.of_filled(truth + 2 / 255, damaged, None, mask)
    assert touched.fit == pytest.approx(2, rel=1e-4) and touched.error is None and touched.nothing is None and touched.amount > 0


def test_invention_refuses_other_sizes():
    truth = make_picture(32, 48)
    for call in (
        lambda: invention.of_enlarged(truth, truth, truth, 4),
        lambda: invention.of_enlarged(truth, invention.shrink(truth, 4), truth[..., :-1], 4),
        lambda: invention.of_filled(truth, truth, truth, torch.ones(1, 1, 32, 32)),
    ):
        with pytest.raises(Refusal) as e:
            call()
        assert e.value.code == "unequal_shapes" and e.value.say("zh")


def test_the_map_shows_where_detail_was_added():
    plain = torch.full((1, 3, 64, 64), 0.5)
    repair = plain.clone()
    repair[..., 20:30, 40:50] += 0.2 * (-1.0) ** torch.arange(10)
    shown = invention.invented(repair, plain)
    assert shown.shape == (1, 1, 64, 64) and shown[0, 0, 25, 45] == pytest.approx(0.2, abs=0.02)
    assert shown[0, 0, :, :20].max() < 1e-3
    assert invention.invented(repair, plain, around=0)[0, 0, 25, 45] == pytest.approx(0.2)


# Distances of sets


def test_frechet_of_gaussians_along_the_axes():
    """|gap|^2 + sum (sigma_a - sigma_b)^2"""
    sa, sb, gap = np.array([1.0, 2, 0.5]), np.array([2.0, 2, 1]), np.array([1.0, 0, 0.5])
    a, b = randn(200_000, 3).numpy() * sa, randn(200_000, 3, seed=1).numpy() * sb + gap
    assert frechet(a, b) == pytest.approx((gap**2).sum() + ((sa - sb) ** 2).sum(), rel=0.02)


def test_frechet_against_the_square_root_of_a_matrix():
    a, b = randn(300, 8) @ randn(8, 8, seed=1), randn(250, 8, seed=2) @ randn(8, 8, seed=3) + 1
    first, second = (np.cov(x.double().numpy(), rowvar=False) for x in (a, b))
    gap = (a.double().mean(0) - b.double().mean(0)).numpy()
    expected = gap @ gap + np.trace(first + second - 2 * np.real(sqrtm(first @ second)))
    assert frechet(a, b) == pytest.approx(expected, rel=1e-5) and frechet(b, a) == pytest.approx(expected, rel=1e-5)


def test_frechet_of_a_set_and_itself_is_nothing_even_with_dead_features():
    a = torch.cat([randn(100, 4).relu(), torch.zeros(100, 2)], 1)
    assert frechet(a, a) < 1e-6 and frechet(a, a + 1) == pytest.approx(6, rel=1e-4)


def test_sliced_wasserstein():
    a = torch.cat([make_picture(32, 32, seed) for seed in range(20)])
    assert sliced_wasserstein(a, a) < sliced_wasserstein(a, 0.9 * a) < sliced_wasserstein(a, 0.5 * a)
    blurred = degrade(a, "blur", sigma=1.5, seed=0)
    assert sliced_wasserstein(a, blurred) > 2 * sliced_wasserstein(a, a)
    assert sliced_wasserstein(a, blurred) == sliced_wasserstein(a, blurred)
    x, y = randn(500).sort().values, (2 * randn(500, seed=1)).sort().values  # one direction, as scipy measures it
    assert (x - y).abs().mean().item() == pytest.approx(wasserstein_distance(x, y), rel=1e-4)


def test_a_pyramid_adds_up():
    x = torch.rand(2, 3, 64, 64, generator=torch.Generator().manual_seed(0))
    levels = pyramid(x)
    assert [level.shape[-1] for level in levels] == [64, 32, 16]
    back = levels[-1]
    for level in levels[-2::-1]:
        back = level + torch.nn.functional.interpolate(back, level.shape[-2:], mode="bicubic")
    assert torch.allclose(back, x, atol=1e-5)


# Coverage


def test_coverage_counts_what_the_classifier_says():
    judge = make_network("classifier")
    x = torch.rand(64, 1, 28, 28, generator=torch.Generator().manual_seed(0))
    real, chances = coverage.seen(x, judge)
    found = coverage.coverage(x, judge, real)
    assert found.shares.sum().item() == pytest.approx(1) and found.count == 64 and found.distance < 1e-6
    assert torch.equal(chances, judge.read(x))
    assert found.shares[0].item() == pytest.approx((chances.argmax(1) == 0).float().mean().item())
    assert found.sure == pytest.approx((chances.max(1).values > 0.9).float().mean().item())


def test_digits_are_covered_and_one_kind_alone_is_a_collapse():
    judge = load_model("digit-classifier")
    pictures, labels = draw_digits(500)
    x = torch.from_numpy(pictures)[:, None]
    real = coverage.seen(x, judge)[0]
    found = coverage.coverage(x, judge, real)
    due = np.bincount(labels, minlength=10) / 500
    assert np.abs(found.shares.numpy() - due).max() < 0.08 and found.sure > 0.5 and not found.missing and found.distance < 1e-3
    threes = coverage.coverage(x[torch.from_numpy(labels == 3)], judge, real)
    assert threes.shares.argmax() == 3 and threes.missing and threes.distance > 10


# Scores of a run, in the checkpoint and on its card


@pytest.fixture()
def no_models(tmp_path, monkeypatch):
    monkeypatch.setattr(checkpoints, "MODELS", tmp_path / "models")
    return tmp_path / "models"


def digits(count):
    rng = np.random.default_rng(0)
    return Set((255 * rng.random((count, 28, 28, 1)) ** 3).astype(np.uint8), np.arange(count) % 10)


@pytest.mark.parametrize("with_vae", [True, False])
def test_a_gan_of_digits_is_scored_beside_the_vae(with_vae, no_models, tmp_path, monkeypatch):
    monkeypatch.setattr("restoration.training.report.SAMPLES", 200)
    make_checkpoint(no_models / "digit-classifier", "classifier")
    if with_vae:
        make_checkpoint(no_models / "vae-digits", "vae")
    config = make_network("gan").config
    run = Run(replace(RECIPES["dcgan-digits"], config=config, batch=4), digits(120), digits(60), steps=1)
    list(run.rows())
    export(run, [], tmp_path / "out")
    (row,) = json.loads((tmp_path / "out" / "training.json").read_text())["scores"]
    assert row["model"] > 0 and row["yardstick"] > 0
    assert row["yardstick_name"] == ("vae-digits samples" if with_vae else "each pixel's own Gaussian")
    assert row["test"] in (tmp_path / "out" / "README.md").read_text() and "lower is better" in row["test"]


def test_a_gan_in_colour_is_scored_by_patches(no_models, monkeypatch):
    monkeypatch.setattr("restoration.training.report.SAMPLES", 300)
    config = replace(make_network("gan").config, side=32, channels=3)
    pictures = np.concatenate([np.asarray(255 * make_picture(42, 42, s).permute(0, 2, 3, 1)).astype(np.uint8) for s in range(12)])
    sets = Set(pictures, np.zeros(12, int)), Set(pictures[:4], np.zeros(4, int))
    run = Run(replace(RECIPES["dcgan-emoji"], config=config, batch=4, crop=32), *sets, steps=1)
    (row,) = SCORES["gan"](run)
    real = float(row["test"].split()[-1])
    assert 0 < real < row["yardstick"] and real < row["model"]


def test_a_restorer_with_a_critic_is_scored_by_niqe_too(no_models):
    small = make_network("gan-restore").config
    make_checkpoint(no_models / "cnn-small", "cnn", job="upscale")
    recipe = replace(RECIPES["gan-sr4"], config=small, pairs="half", start="cnn-small", features="", batch=1, crop=32)
    pictures = [np.asarray(255 * load_sample("cat")[0].permute(1, 2, 0)).astype(np.uint8)]
    run = Run(recipe, pictures, pictures, steps=1)
    decibels, niqes = SCORES["gan-restore"](run)
    assert "PSNR" in decibels["test"] and decibels["yardstick_name"] == "bicubic"
    assert "NIQE" in niqes["test"] and niqes["yardstick_name"] == "cnn-small"
    assert niqes["yardstick"] == pytest.approx(niqes["model"], abs=1e-6)  # it has not learned yet: it is still that network
    assert float(niqes["test"].split()[-1]) < niqes["yardstick"]
    assert len(SCORES["gan-restore"](Run(recipe, [p[:128, :128] for p in pictures], [p[:128, :128] for p in pictures], steps=1))) == 1


def test_where_holes_are_filled_the_detail_in_them_is_scored(no_models):
    small = replace(make_network("gan-restore").config, job="inpaint", scale=1)
    make_checkpoint(no_models / "cnn-small", "cnn", job="inpaint")
    recipe = replace(RECIPES["gan-inpaint"], config=small, start="cnn-small", features="", batch=1, crop=32)
    pictures = [np.asarray(255 * make_picture(64, 64)[0].permute(1, 2, 0)).astype(np.uint8)]
    _, detail = SCORES["gan-restore"](Run(recipe, pictures, pictures, steps=1))
    assert "fine detail" in detail["test"] and detail["yardstick"] == pytest.approx(detail["model"])


def test_fine_detail():
    x, where = 0.5 + 0.1 * randn(1, 3, 96, 96), torch.zeros(1, 1, 96, 96)
    where[..., 20:60, 20:60] = 1
    kernel = gaussian_kernel(1.5)
    kept = (1 - 2 * kernel.max() + kernel.square().sum()).sqrt().item()  # of white noise, by Parseval
    for part in (None, where):
        luma_noise = 25.5 * np.hypot(np.hypot(65.481, 128.553), 24.966) / 255
        assert fine_detail(x, part) == pytest.approx(kept * luma_noise, rel=0.05)
    assert fine_detail(torch.full((1, 3, 32, 32), 0.5)) < 1e-3 and fine_detail(x[:, :1]) > fine_detail(x)
