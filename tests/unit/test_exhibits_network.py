"""The exhibits that look into the network that mends: their numbers against an independent reckoning."""

import numpy as np
import pytest
import torch
from small import make_picture

from restoration import lab, plots
from restoration.exhibits import residual


@pytest.fixture(autouse=True)
def models_folder(checkpoint, monkeypatch):
    """The lab finds the small checkpoint, and forgets it afterwards."""
    monkeypatch.setenv("KINTSUGI_MODELS", str(checkpoint.parent))
    lab._load.cache_clear()
    yield checkpoint.parent
    lab._load.cache_clear()


def shot(height=48, width=64) -> lab.Shot:
    return lab.Shot(make_picture(height, width)[0].permute(1, 2, 0).numpy().copy())


# The residual


def test_residual_numbers_are_numpys():
    rng = np.random.default_rng(0)
    there = (25 / 255 * rng.standard_normal((40, 50, 3)) + 0.1).astype(np.float32)
    taken = (0.8 * there + 0.02 * rng.standard_normal(there.shape)).astype(np.float32)
    numbers = residual.measure(taken, there)
    assert numbers.taken == pytest.approx(255 * taken.std(), rel=1e-5)
    assert numbers.there == pytest.approx(255 * there.std(), rel=1e-5)
    assert numbers.correlation == pytest.approx(np.corrcoef(taken.ravel(), there.ravel())[0, 1], rel=1e-5)
    assert residual.measure(taken) == residual.Numbers(pytest.approx(255 * taken.std(), rel=1e-5))
    assert residual.measure(taken, -taken).correlation == pytest.approx(-1)
    assert residual.measure(taken, 0 * taken).correlation is None


def test_histogram_and_gaussian_are_densities():
    noise = np.random.default_rng(1).normal(0, 25, 400_000)
    values, density = residual.density(noise, 75)
    width = values[1] - values[0]
    assert values[len(values) // 2] == pytest.approx(0, abs=1e-9)
    assert density.sum() * width == pytest.approx((abs(noise) <= 75).mean(), abs=1e-6)
    assert density == pytest.approx(residual.gaussian(values, 25), abs=5e-4)
    fine = np.linspace(-200, 200, 4001)
    assert residual.gaussian(fine, 25).sum() * 0.1 == pytest.approx(1, abs=1e-6)


def test_residual_of_a_repair():
    clean = shot()
    ruined = lab.ruin(clean, (("noise", {"sigma": 25}),))
    mended = lab.mend(ruined)
    seen = lab.residual(clean, ruined, mended)
    assert np.array_equal(seen.taken, ruined.array - mended.array)
    assert np.array_equal(seen.there, ruined.array - clean.array)
    assert seen.noise and seen.sigma == 25 and seen.numbers.there == pytest.approx(25, rel=0.05)
    axis = lab.residual_figure(seen).axes[0]
    assert len(axis.get_lines()) == 3 and "sigma 25" in axis.get_lines()[-1].get_label()


def test_residual_where_less_is_known():
    clean = shot()
    for steps, noise, sigma, lines in (
        ((("poisson", {"photons": 50}),), True, None, 2),
        ((("noise", {"sigma": 25}), ("jpeg", {"quality": 20})), False, None, 2),
        ((("low-resolution", {"scale": 2}),), False, None, 2),
        ((("noise", {"sigma": 0}),), True, None, 2),
    ):
        ruined = lab.ruin(clean, steps)
        seen = lab.residual(clean, ruined, lab.mend(ruined))
        assert (seen.noise, seen.sigma) == (noise, sigma) and seen.there.shape == seen.taken.shape == (48, 64, 3)
        assert len(lab.residual_figure(seen).axes[0].get_lines()) == lines
    ruined = lab.as_is(clean)
    seen = lab.residual(None, ruined, lab.mend(ruined))
    assert seen.there is None and seen.numbers.correlation is None and not seen.noise
    assert len(lab.residual_figure(seen).axes[0].get_lines()) == 1


def test_differences_are_grey_where_there_are_none():
    d = np.array([0, 75, -75, 500, -500, 37.5]) / 255
    assert list(plots.difference_grey(d)) == [128, 255, 1, 255, 1, 192]


# Weights that gradients may pass through


def test_weights_take_gradients_though_a_repair_was_the_first_to_need_them():
    lab.mend(lab.ruin(shot(), (("noise", {"sigma": 25}),)))
    assert not any(p.is_inference() for p in lab._load(lab.DEFAULT_MODEL).parameters())
    y = torch.zeros(1, 3, 16, 16, requires_grad=True)
    assert torch.autograd.grad(lab._load(lab.DEFAULT_MODEL)(y, torch.ones(1)).sum(), y)[0].shape == y.shape
