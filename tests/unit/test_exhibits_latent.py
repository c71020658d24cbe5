"""The map of the bottleneck: PCA and its measures against numpy, on clouds whose answer is known."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from small import make_network, make_picture

from restoration.exhibits import latent
from restoration.exhibits.attribution import mend
from restoration.exhibits.features import maps


@pytest.mark.parametrize("job", ["denoise", "jpeg", "inpaint", "colour"])
@pytest.mark.parametrize("height, width", [(64, 64), (128, 192), (100, 70)])
def test_the_bottleneck_is_what_the_middle_hands_on(job, height, width):
    network, y = make_network(job=job), make_picture(height, width)
    told = {"inpaint": {"mask": torch.ones(1, 1, height, width)}, "denoise": {"sigma": 25.0}}.get(job, {})
    features = latent.bottleneck(network, y, **told)
    step = network.multiple
    assert features.shape == (12, -(-height // step), -(-width // step))
    as_forward = {"sigma": torch.tensor([25.0])} if job == "denoise" else told
    middle = f"middle-{step}"
    assert torch.allclose(features, maps(network, middle, y, **as_forward)[0], atol=1e-5)
    assert not network.middle._forward_hooks  # nothing is left on the network that others use


def test_not_told_the_denoiser_guesses():
    network, y = make_network(), make_picture(64, 64)
    guess = network.estimate_sigma(y).item()
    assert torch.allclose(latent.bottleneck(network, y), latent.bottleneck(network, y, sigma=guess), atol=1e-6)
    assert torch.equal(mend(network, y, sigma=torch.tensor([guess])), network.restore(y, sigma=guess))


@pytest.mark.parametrize("step", [4, 16])
@pytest.mark.parametrize("height, width", [(64, 64), (256, 192), (200, 130)])
def test_patch_means(step, height, width):
    features = torch.randn(5, -(-height // step), -(-width // step), dtype=torch.float64)
    seen = latent.patch_means(features, height, width, step)
    rows, columns, side = height // 64, width // 64, 64 // step
    assert seen.shape == (rows, columns, 5)
    for r in range(rows):
        for c in range(columns):
            patch = features[:, r * side : (r + 1) * side, c * side : (c + 1) * side].numpy()
            assert np.allclose(seen[r, c], patch.mean((1, 2)))
    assert torch.allclose(seen.permute(2, 0, 1), F.avg_pool2d(features[None], side)[0, :, :rows, :columns])


@pytest.mark.parametrize("n, c", [(200, 16), (40, 128), (1000, 128)])
def test_pca_is_the_eigendecomposition_of_the_covariance(n, c):
    rng = np.random.default_rng(n + c)
    x = rng.standard_normal((n, c)) @ np.diag(1 / np.arange(1, c + 1)) @ rng.standard_normal((c, c)) + 3
    basis, shares = latent.pca(torch.from_numpy(x), 3)
    values, vectors = np.linalg.eigh(np.cov(x, rowvar=False))
    values, vectors = values[::-1], vectors[:, ::-1]
    assert np.allclose(shares[: min(n, c) - 1], (values / values.sum())[: min(n, c) - 1])
    assert np.allclose(basis.shares, shares[:3]) and shares.sum() == pytest.approx(1)
    for k in range(3):
        assert abs(basis.components[k].numpy() @ vectors[:, k]) == pytest.approx(1)
        assert basis.components[k][basis.components[k].abs().argmax()] > 0
    assert np.allclose(basis.components @ basis.components.T, np.eye(3))
    points = basis.project(torch.from_numpy(x))
    assert np.allclose(points.mean(0), 0) and np.allclose(points.var(0), values[:3])


def test_pca_is_not_mirrored_by_the_order_of_the_points():
    x = torch.randn(300, 20, dtype=torch.float64) * torch.arange(20, 0, -1)
    first, _ = latent.pca(x, 3)
    again, _ = latent.pca(x.flip(0), 3)
    assert torch.allclose(first.components, again.components) and torch.allclose(first.mean, again.mean)


def test_correlation():
    rng = np.random.default_rng(0)
    a, b = rng.standard_normal((2, 500))
    assert latent.correlation(a, a + b) == pytest.approx(np.corrcoef(a, a + b)[0, 1])
    assert latent.correlation(a.reshape(20, 25), b.reshape(20, 25)) == pytest.approx(np.corrcoef(a, b)[0, 1])
    assert latent.correlation(np.ones(5), a[:5]) == 0


def test_variance_parts():
    patch, setting = np.arange(5.0)[:, None], np.array([0.0, 3, 9])[None]
    only_patch, only_setting = patch + 0 * setting, 0 * patch + setting
    assert latent.variance_parts(only_patch) == pytest.approx({"patch": 1, "setting": 0, "both": 0})
    assert latent.variance_parts(only_setting) == pytest.approx({"patch": 0, "setting": 1, "both": 0})
    values = np.random.default_rng(0).standard_normal((7, 4)) + np.arange(7)[:, None]
    parts, variance = latent.variance_parts(values), values.var()
    fitted = values.mean(1, keepdims=True) + values.mean(0, keepdims=True) - values.mean()
    assert parts["both"] == pytest.approx((values - fitted).var() / variance)
    assert parts["patch"] == pytest.approx(values.mean(1).var() / variance) and sum(parts.values()) == pytest.approx(1)


def test_nearest_centroid_judges_by_other_groups_only():
    rng = np.random.default_rng(0)
    labels, groups = np.tile(["a", "b"], 30), np.repeat(np.arange(10), 6)
    apart = rng.standard_normal((60, 3)) * 0.1 + (labels == "a")[:, None] * 5
    assert latent.nearest_centroid(apart, labels, groups) == 1
    assert latent.nearest_centroid(apart, rng.permutation(labels), groups) < 0.8
    one_each = apart.copy()  # a group that tells its own labels apart the other way round is wrong by all others
    one_each[groups == 0] = 5 - apart[groups == 0]
    assert latent.nearest_centroid(one_each, labels, groups) == pytest.approx(0.9)


def test_nearest_centroid_is_a_mean_over_classes():
    """A rare class counts as much as a common one."""
    labels = np.array(["a"] * 90 + ["b"] * 10)
    groups = np.arange(100) % 10
    x = np.zeros((100, 1)) + np.where(np.arange(100) % 2, 0.01, -0.01)[:, None]
    x[labels == "b"] += 0.001
    assert 0.3 < latent.nearest_centroid(x, labels, groups) < 0.7


def test_measure_finds_what_was_put_in():
    """Features that are the noise level in one direction and the patch in another."""
    rng, sigmas = np.random.default_rng(0), {0: 0, 1: 10, 2: 50}
    kinds, owners = ["clean", "noise", "noise", "blur"], np.repeat(["p", "q", "r"], 2)
    x, rms = 0.01 * rng.standard_normal((6, 4, 8)), np.array([[0, 10, 50, 5]] * 6, float)
    x[..., 0] += np.array([0, 1, 5, 0])
    x[..., 1] += np.arange(6)[:, None] / 5
    found = latent.measure(x, rms, kinds, sigmas, owners, keep=3)
    first, second = found["components"][:2]
    assert first["noise"] > 0.99 and first["setting"] > 0.99 and first["share"] > 0.9
    assert second["patch"] > 0.95 and abs(second["noise"]) < 0.1
    assert found["needed"] == 1 and found["moves"][0] == 0
    spread = np.sqrt(((x[:, 0] - x[:, 0].mean(0)) ** 2).sum(-1).mean())
    assert found["moves"][2] == pytest.approx(5 / spread, rel=0.05)
    basis = latent.Basis(*(torch.tensor(found["basis"][key], dtype=torch.float64) for key in ("mean", "components")), None)
    assert np.allclose(basis.project(torch.from_numpy(x.reshape(-1, 8))).reshape(6, 4, 3), found["points"], atol=1e-3)
    assert set(found["accuracy"]) == {"map", "all"} and 0.3 < found["accuracy"]["all"] <= 1
