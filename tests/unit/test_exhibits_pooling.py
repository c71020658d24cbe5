"""The pooling exhibit against torch's own layers, and what it says of checkerboards."""

import pytest
import torch
import torch.nn.functional as F

from restoration import lab
from restoration.errors import Refusal
from restoration.exhibits import pooling
from restoration.exhibits.pooling import KERNELS, WINDOWS, overlap, period, pool, shuffled, transposed

PAIRS = [(k, s) for k in KERNELS for s in WINDOWS]


def picture(height=13, width=17, seed=0, channels=3):
    return torch.rand(2, channels, height, width, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


@pytest.mark.parametrize("window", WINDOWS)
def test_pool_is_torch_s(window):
    x = picture()
    torch.testing.assert_close(pool(x, window, "max"), F.max_pool2d(x, window))
    torch.testing.assert_close(pool(x, window, "average"), F.avg_pool2d(x, window))


@pytest.mark.parametrize("window", [0, 14])
def test_a_window_that_does_not_fit_is_refused(window):
    with pytest.raises(Refusal) as e:
        pool(picture(), window)
    assert e.value.code == "pool_window" and e.value.say("zh")


@pytest.mark.parametrize("scale", WINDOWS)
def test_nearest_is_torch_s(scale):
    x = picture()
    torch.testing.assert_close(pooling.nearest(x, scale), F.interpolate(x, scale_factor=scale, mode="nearest"))
    torch.testing.assert_close(pool(pooling.nearest(x, scale), scale, "average"), x)


@pytest.mark.parametrize("k, s", PAIRS)
def test_transposed_is_torch_s(k, s):
    x, weight = picture(5, 6), torch.randn(3, 4, k, k, dtype=torch.float64, generator=torch.Generator().manual_seed(k))
    cut = max(k - s, 0) // 2
    wanted = F.conv_transpose2d(x, weight, stride=s, output_padding=max(s - k, 0))[..., cut:, cut:][..., : 5 * s, : 6 * s]
    out = transposed(x, weight, s)
    assert out.shape == (2, 4, 5 * s, 6 * s)
    torch.testing.assert_close(out, wanted)


@pytest.mark.parametrize("scale", WINDOWS)
def test_shuffled_is_torch_s(scale):
    x, weight = picture(5, 6), torch.randn(3 * scale**2, 3, 3, 3, dtype=torch.float64, generator=torch.Generator().manual_seed(1))
    wanted = F.pixel_shuffle(F.conv2d(F.pad(x, [1] * 4, mode="replicate"), weight), scale)
    torch.testing.assert_close(shuffled(x, weight, scale), wanted)


@pytest.mark.parametrize("k, s", PAIRS)
def test_overlap_counts_taps(k, s):
    count = overlap(k, s)
    # In one dimension, an output pixel at place p after a multiple of s is reached by the taps p, p + s, ... below k.
    line = torch.tensor([len(range(place % s, k, s)) for place in range(24)])
    shifts = [torch.outer(line, line)[a : a + 12, a : a + 12].int() for a in range(s)]
    assert any(torch.equal(count, shift) for shift in shifts)
    assert period(count) == (1 if k % s == 0 else s)


def test_overlap_of_kernel_3_stride_2():
    assert overlap(3, 2).unique().tolist() == [1, 2, 4]
    assert overlap(4, 2).unique().tolist() == [4]
    assert overlap(2, 3).unique().tolist() == [0, 1]  # some pixels are reached by no tap


def inner(x):
    return x[..., 8:-8, 8:-8]


@pytest.mark.parametrize("k, s", PAIRS)
def test_equal_weights_leave_the_overlap_s_pattern_alone(k, s):
    """On an even picture the transposed convolution shows the counts, and pixel shuffle shows nothing."""
    flat = torch.full((1, 3, 16, 16), 0.5)
    stamped, laid = pooling.even(flat, k, s)
    assert inner(laid).std() < 1e-6 and inner(laid).mean() == pytest.approx(0.5)
    assert (inner(stamped).std() < 1e-6) == (k % s == 0)
    count = overlap(k, s)
    assert inner(stamped).unique().numel() == count.unique().numel()
    assert count.float().mean().item() * 0.5 * (s / k) ** 2 == pytest.approx(0.5, rel=0.01)


@pytest.mark.parametrize("k, s", PAIRS)
def test_random_weights_always_leave_a_pattern_of_the_stride_s_period(k, s):
    flat = torch.full((1, 3, 16, 16), 0.5)
    for x in pooling.untrained(flat, k, s, seed=3):
        x = inner(x)
        assert x.std((-1, -2)).min() > 1e-4
        torch.testing.assert_close(x[..., s:, :], x[..., :-s, :])
        torch.testing.assert_close(x[..., s:], x[..., :-s])
    assert torch.equal(pooling.untrained(flat, k, s, seed=3)[0], pooling.untrained(flat, k, s, seed=3)[0])
    assert not torch.equal(pooling.untrained(flat, k, s, seed=3)[0], pooling.untrained(flat, k, s, seed=4)[0])


def test_random_weights_are_as_torch_would_draw_them():
    bound = torch.nn.Conv2d(3, 3, 3).weight.abs().max().item()
    ours = pooling.random_weight((300, 3, 3, 3), 27, 0)
    assert ours.abs().max().item() <= 27**-0.5 and bound <= 27**-0.5 + 1e-6
    assert ours.mean().abs() < 0.01


def test_the_lab_offers_it():
    shot = lab.sample("cat")
    done = lab.pool_and_undo(shot.array, "average", 3, 3, "random", seed=1)
    assert done.pooled.shape == (85, 85, 3) and done.before.shape == (255, 255, 3)
    assert list(done.ways) == ["nearest", "bilinear", "transposed", "shuffled"]
    assert all(way.array.shape == (255, 255, 3) for way in done.ways.values())
    assert [way.psnr is None for way in done.ways.values()] == [False, False, True, True]
    equal = lab.pool_and_undo(shot.array, "average", 2, 4, "equal")
    assert all(20 < way.psnr < 40 for way in equal.ways.values())
    assert done.counts.max() == 1 and done.period == 1
    flat = lab.pool_and_undo(shot.array, "max", 2, 3, "equal", flat=True)
    assert flat.ways["nearest"].psnr == float("inf") and flat.ways["transposed"].psnr < 20
    assert sorted(set(flat.counts.ravel().tolist())) == [1, 2, 4] and flat.period == 2
    for wrong in ({"seed": -1}, {"seed": None}, {"seed": 1.5}):
        with pytest.raises(Refusal):
            lab.pool_and_undo(shot.array, "max", 2, 3, "random", **wrong)
