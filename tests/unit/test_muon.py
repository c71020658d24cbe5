"""Muon against a singular value decomposition, against plain numpy, and against the one that comes with torch."""

import copy

import numpy as np
import pytest
import torch

from restoration.models.muon import Muon, orthogonalise

SHAPES = [(4, 4), (3, 12), (20, 6), (32, 288)]


def stretch(s: np.ndarray, rounds: int = 5) -> np.ndarray:
    """What the iteration does to a singular value, written for numbers instead of matrices."""
    s = s / (np.sqrt((s**2).sum()) + 1e-7)
    for _ in range(rounds):
        s = 3.4445 * s - 4.7750 * s**3 + 2.0315 * s**5
    return s


def reference(g: np.ndarray) -> np.ndarray:
    u, s, vt = np.linalg.svd(g.astype(np.float64), full_matrices=False)
    return (u * stretch(s)) @ vt


def matrices(shape, count=3):
    return np.random.default_rng(sum(shape)).standard_normal((count, *shape)).astype(np.float32)


@pytest.mark.parametrize("shape", SHAPES)
def test_orthogonalise_keeps_the_singular_vectors(shape):
    g = matrices(shape)
    got = orthogonalise(torch.from_numpy(g)).numpy()
    assert np.allclose(got, [reference(m) for m in g], atol=1e-4)


@pytest.mark.parametrize("shape", SHAPES[1:])
def test_singular_values_come_near_one(shape):
    s = torch.linalg.svdvals(orthogonalise(torch.from_numpy(matrices(shape))))
    assert 0.65 < s.min() and s.max() < 1.25


def test_size_of_the_gradient_does_not_matter():
    g = torch.from_numpy(matrices((8, 12)))
    assert torch.allclose(orthogonalise(g), orthogonalise(1000 * g), atol=1e-4)
    assert torch.isfinite(orthogonalise(torch.zeros(1, 4, 4))).all()


@pytest.mark.parametrize("shape", [(8, 4, 3, 3), (64, 8, 1, 1), (6, 24, 2, 2), (16, 16)])
def test_steps_against_numpy(shape):
    rng = np.random.default_rng(1)
    start = rng.standard_normal(shape).astype(np.float32)
    weight = torch.nn.Parameter(torch.from_numpy(start.copy()))
    other = torch.nn.Parameter(torch.from_numpy(rng.standard_normal(shape).astype(np.float32)))  # same shape: one batch
    optimiser = Muon([weight, other], lr=0.02, momentum=0.9, weight_decay=0.5)
    expected, buffer = start.astype(np.float64), 0
    for _ in range(3):
        g = rng.standard_normal(shape)
        weight.grad, other.grad = torch.from_numpy(g).float(), torch.from_numpy(rng.standard_normal(shape)).float()
        optimiser.step()
        buffer = 0.9 * buffer + 0.1 * g
        update = reference((0.1 * g + 0.9 * buffer).reshape(shape[0], -1))
        rows, columns = update.shape
        expected = expected * (1 - 0.02 * 0.5) - 0.02 * max(1, rows / columns) ** 0.5 * update.reshape(shape)
    assert np.allclose(weight.detach().numpy(), expected, atol=2e-5)


@pytest.mark.skipif(not hasattr(torch.optim, "Muon"), reason="this torch has no Muon of its own")
@pytest.mark.parametrize("shape", [(16, 16), (12, 40), (40, 12)])
def test_steps_against_torch(shape):
    """torch's own works in bfloat16, so only about two digits can agree."""
    rng = np.random.default_rng(2)
    start = torch.from_numpy(rng.standard_normal(shape).astype(np.float32))
    ours, theirs = torch.nn.Parameter(start.clone()), torch.nn.Parameter(start.clone())
    a = Muon([ours], lr=0.02)
    b = torch.optim.Muon([theirs], lr=0.02, momentum=0.95, nesterov=True, weight_decay=0.1)
    for _ in range(4):
        g = torch.from_numpy(rng.standard_normal(shape).astype(np.float32))
        ours.grad, theirs.grad = g.clone(), g.clone()
        a.step()
        b.step()
    moved = (theirs - start).norm()
    assert (ours - theirs).norm() < 0.03 * moved


def test_a_weight_without_gradient_stays():
    used, unused = torch.nn.Parameter(torch.ones(4, 4)), torch.nn.Parameter(torch.ones(4, 4))
    used.grad = torch.eye(4)
    Muon([used, unused], lr=0.02).step()
    assert (unused == 1).all() and not (used == 1).all()


def test_state_travels():
    """An optimiser made anew from its state takes the same next step, to the last digit."""
    g = torch.randn(2, 8, 4, 3, 3, generator=torch.Generator().manual_seed(0))

    def fresh(start):
        p = torch.nn.Parameter(start.clone(memory_format=torch.preserve_format))
        return p, Muon([p], lr=0.02)

    p, optimiser = fresh(torch.ones(8, 4, 3, 3).to(memory_format=torch.channels_last))
    p.grad = g[0]
    optimiser.step()
    q, again = fresh(p.detach())
    again.load_state_dict(copy.deepcopy(optimiser.state_dict()))
    p.grad, q.grad = g[1], g[1].clone()
    optimiser.step()
    again.step()
    assert torch.equal(p, q)
