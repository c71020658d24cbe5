"""The exhibits of the VAE's Look inside panel: their mathematics against independent implementations."""

import copy
import io
import math

import numpy as np
import pytest
import torch
from PIL import Image

from restoration.exhibits import plane, vae_average, vae_bytes, vae_sampling, vae_terms
from restoration.models.vae import Config, build


@pytest.fixture(params=["bernoulli", "gaussian"])
def vae(request):
    torch.manual_seed(0)
    config = Config(side=8, latent=3, hidden=(12,), likelihood=request.param)
    return build(config).eval().requires_grad_(False)


@pytest.fixture
def x():
    return torch.rand(1, 1, 8, 8, generator=torch.Generator().manual_seed(1))


# Drawing z


def loss(vae, x, mean, sigma, eps) -> float:
    """-log p(x|z) at z = mean + sigma * eps, written out, in double precision."""
    layers, x = copy.deepcopy(vae.decoder.dense).double(), x.double()
    out = layers((mean + sigma * eps).double()[None]).view_as(x).sigmoid()
    if vae.config.likelihood == "bernoulli":
        return -(x * out.log() + (1 - x) * (1 - out).log()).sum().item()
    return -torch.distributions.Normal(out, vae.log_sigma.double().exp()).log_prob(x).sum().item()


def test_the_gradient_of_a_draw_is_what_finite_differences_say(vae, x):
    """With eps held fixed, of mean and of sigma, each dimension alone."""
    eps = vae_sampling.noise(vae, 5, seed=3)
    drawn, h = vae_sampling.draw(vae, x, eps), 1e-4
    mean, sigma = drawn.mean.double(), drawn.sigma.double()
    for n in range(5):
        assert drawn.loss[n].item() == pytest.approx(loss(vae, x, drawn.mean, drawn.sigma, eps[n]))
        for k in range(3):
            step = torch.zeros(3).double()
            step[k] = h
            of_mean = loss(vae, x, mean + step, sigma, eps[n]) - loss(vae, x, mean - step, sigma, eps[n])
            of_sigma = loss(vae, x, mean, sigma + step, eps[n]) - loss(vae, x, mean, sigma - step, eps[n])
            assert drawn.to_mean[n, k].item() == pytest.approx(of_mean / (2 * h), rel=1e-3, abs=1e-4)
            assert drawn.to_sigma[n, k].item() == pytest.approx(of_sigma / (2 * h), rel=1e-3, abs=1e-4)


def test_autograd_says_what_the_chain_rule_says(vae, x):
    drawn = vae_sampling.draw(vae, x, vae_sampling.noise(vae, 4, seed=1))
    assert torch.equal(drawn.z, drawn.mean + drawn.sigma * drawn.eps)
    torch.testing.assert_close(drawn.to_mean, drawn.to_z)
    torch.testing.assert_close(drawn.to_sigma, drawn.to_z * drawn.eps)
    torch.testing.assert_close(drawn.pictures, vae.decode(drawn.z))


def test_a_sampler_lets_no_gradient_through_and_leaves_the_global_dice_alone(vae, x):
    torch.manual_seed(5)
    before = torch.get_rng_state()
    assert vae_sampling.cut(vae, x) == (None, None)
    assert torch.equal(before, torch.get_rng_state())


def test_a_nudge_is_about_what_the_gradient_told(vae, x):
    drawn = vae_sampling.draw(vae, x, vae_sampling.noise(vae, 4, seed=2))
    torch.testing.assert_close(vae_sampling.nudged(vae, x, drawn.z, 1), vae_sampling.NUDGE * drawn.to_mean[:, 1], rtol=0.05, atol=1e-4)


def test_the_same_seed_throws_the_same_dice(vae):
    assert torch.equal(vae_sampling.noise(vae, 3, 9), vae_sampling.noise(vae, 3, 9))
    assert not torch.equal(vae_sampling.noise(vae, 3, 9), vae_sampling.noise(vae, 3, 10))


# Two terms


def test_kl_is_that_of_torch_and_reconstruction_the_mean_over_draws(vae, x):
    told = vae_terms.terms(vae, x.expand(2, -1, -1, -1), draws=400, seed=0)
    q, p = torch.distributions.Normal(told.mean, told.sigma), torch.distributions.Normal(0.0, 1.0)
    torch.testing.assert_close(told.kl, torch.distributions.kl_divergence(q, p))
    eps = vae_sampling.noise(vae, 400, seed=7)
    other = np.mean([loss(vae, x, told.mean[0], told.sigma[0], e) for e in eps])
    assert told.reconstruction[0].item() == pytest.approx(other, abs=4 * told.spread[0].item() / math.sqrt(200))


def test_active_dimensions_by_both_criteria():
    means = torch.tensor([[1.0, 0.0, 0.05], [-1.0, 0.0, -0.05], [0.5, 0.0, 0.0]])
    spent = torch.tensor([[1.0, 0.001, 0.02], [1.0, 0.002, 0.02], [1.0, 0.001, 0.02]])
    assert vae_terms.active(spent, means) == (2, 1)
    assert vae_terms.strongest(spent) == [0, 2]


def test_overlap_and_holes_at_their_ends():
    far = torch.tensor([[0.0, 0.0], [100.0, 0.0]])
    assert vae_terms.overlap(far, torch.ones(2, 2)) == 0
    assert vae_terms.overlap(far / 1e4, torch.ones(2, 2)) == pytest.approx(0.5, abs=0.2)  # nobody can tell whose a draw is
    grid = torch.cartesian_prod(torch.linspace(-5, 5, 41), torch.linspace(-5, 5, 41))
    assert plane.holes(grid, vae_terms.NEAR) == 0
    inside = 1 - math.exp(-0.5 * vae_terms.NEAR**2)  # of a standard normal plane, so much is nearer than that to its middle
    assert plane.holes(torch.zeros(1, 2), vae_terms.NEAR) == pytest.approx(1 - inside, abs=0.02)


# Compression


@pytest.mark.parametrize("bits", vae_bytes.BITS)
@pytest.mark.parametrize("size", [2, 3, 16])
def test_a_code_comes_back_from_its_bytes(bits, size):
    z = np.random.default_rng(size).normal(0, 1.5, size).astype(np.float32)
    z[:2] = 9, -9
    data = vae_bytes.pack(z, bits)
    assert len(data) == math.ceil(size * bits / 8)
    found, width = vae_bytes.unpack(data, size, bits), 2 * vae_bytes.REACH / 2**bits
    within = np.clip(z, -vae_bytes.REACH, vae_bytes.REACH)
    assert np.abs(found - within).max() <= width / 2 + 1e-6
    assert vae_bytes.pack(found, bits) == data


def test_packed_bits_lie_one_after_another():
    """Three numbers of four bits, written out: levels 15, 0 and 8."""
    assert vae_bytes.pack(np.array([3.9, -3.9, 0.1]), 4) == bytes([0xF0, 0x80])


def picture() -> np.ndarray:
    return (np.random.default_rng(0).random((28, 28)) * 255).astype(np.uint8)


def test_the_payload_of_a_jpeg_is_what_lies_between_its_scan_header_and_its_end():
    """Found by another road: the scan's header of one grey component is ten bytes, and no other marker follows it but the end."""
    data = vae_bytes.jpeg(picture(), 50, optimize=False)
    assert data[-2:] == b"\xff\xd9"
    assert vae_bytes.payload(data) == len(data) - 2 - (data.index(b"\xff\xda") + 10)


def test_tables_of_its_own_make_a_jpeg_smaller_and_leave_the_picture():
    own, standard = vae_bytes.jpeg(picture(), 30), vae_bytes.jpeg(picture(), 30, optimize=False)
    assert len(own) < len(standard) and np.array_equal(vae_bytes.opened(own), vae_bytes.opened(standard))
    assert np.array_equal(np.asarray(Image.open(io.BytesIO(vae_bytes.png(picture())))), picture())


def test_psnr():
    a = np.zeros((4, 4), np.uint8)
    assert vae_bytes.psnr(a, a) == math.inf
    assert vae_bytes.psnr(a, a + 255) == pytest.approx(0)
    assert vae_bytes.psnr(a, a + 51) == pytest.approx(20 * math.log10(5))


# Why blurred?


def two(half="left"):
    generator = torch.Generator().manual_seed(0)
    a, b = torch.rand(8, 8, generator=generator), torch.rand(8, 8, generator=generator)
    return vae_average.overlay(a, b, half)


@pytest.mark.parametrize("half", vae_average.HALVES)
def test_both_digits_fit_what_is_seen(half):
    seen = two(half)
    assert seen.hidden.float().mean() == 0.5
    for digit in (seen.first, seen.second, seen.mean):
        assert torch.equal(digit[~seen.hidden], seen.seen[~seen.hidden])


def test_the_mean_costs_half_of_a_guess_and_no_answer_costs_less():
    seen = two()
    truths = [seen.first, seen.second]

    def cost(answer):
        return vae_average.expected(answer, truths, seen.hidden).mean().item()

    assert cost(seen.first) == pytest.approx(cost(seen.second))
    assert cost(seen.mean) == pytest.approx(cost(seen.first) / 2)
    answer = seen.first.clone().requires_grad_()
    optimiser = torch.optim.SGD([answer], lr=0.2)
    for _ in range(200):
        optimiser.zero_grad()
        vae_average.expected(answer, truths, seen.hidden).mean().backward()
        optimiser.step()
    torch.testing.assert_close(answer.detach(), seen.mean, atol=1e-4, rtol=0)


def test_the_half_that_is_covered_is_where_two_digits_differ():
    a = torch.zeros(8, 8)
    b = a.clone()
    b[5:, 2:6] = 1
    assert vae_average.best_half(a, b) == "lower"


def test_grey_is_ink_that_is_neither():
    picture, all_of_it = torch.tensor([[0.0, 0.1], [0.5, 1.0]]), torch.ones(2, 2, dtype=torch.bool)
    assert vae_average.grey(picture, all_of_it).item() == 0.5
    assert vae_average.psnr(torch.tensor(0.4), 4).item() == pytest.approx(10)
