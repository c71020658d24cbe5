"""Networks with a memory: the cell, the denoiser of clips, and the clips that it learns from."""

import numpy as np
import pytest
import torch
from small import make_network, make_picture, noisy
from torch import nn

from restoration.errors import Refusal
from restoration.images import to_uint8
from restoration.models import rnn
from restoration.training import clips, loop


def clip(frames: int = 5, height: int = 32, width: int = 40, seed: int = 0) -> torch.Tensor:
    """(1, T, 3, H, W): a window that moves over a picture."""
    photo = make_picture(height, width + 2 * frames, seed)
    return torch.stack([photo[..., 2 * t : 2 * t + width] for t in range(frames)], 1)


def network(**config):
    return make_network("rnn", **config)


@pytest.mark.parametrize("conv", [nn.Conv1d, nn.Conv2d])
def test_the_cell_is_torch_s_on_one_pixel(conv):
    torch.manual_seed(0)
    mine, theirs = rnn.GRUCell(5, 7, 3, conv), nn.GRUCell(5, 7)
    middle = (slice(None), slice(None), *[1] * (mine.x.weight.ndim - 2))  # on one pixel a kernel meets nothing but its middle
    with torch.no_grad():
        for ours, weight, bias in ((mine.x, theirs.weight_ih, theirs.bias_ih), (mine.h, theirs.weight_hh, theirs.bias_hh)):
            ours.weight[middle] = weight
            ours.bias.copy_(bias)
    x, h = torch.randn(4, 5), torch.randn(4, 7)
    ones = [1] * (mine.x.weight.ndim - 2)
    mine_h, theirs_h = mine(x.view(4, 5, *ones), h.view(4, 7, *ones)).flatten(1), theirs(x, h)
    assert (mine_h - theirs_h).abs().max() < 1e-6
    for _ in range(3):  # and on its own states
        mine_h, theirs_h = mine(x.view(4, 5, *ones), mine_h.view(4, 7, *ones)).flatten(1), theirs(x, theirs_h)
    assert (mine_h - theirs_h).abs().max() < 1e-6


def test_the_gates_say_what_is_kept():
    cell, x, h = rnn.GRUCell(2, 3, 3), torch.randn(1, 2, 6, 5), torch.randn(1, 3, 6, 5).tanh()
    r, z, n = cell.gates(x, h)
    assert all(0 <= g.min() and g.max() <= 1 for g in (r, z)) and n.abs().max() <= 1
    assert torch.allclose(cell(x, h), (1 - z) * n + z * h, atol=1e-6)


def test_a_frame_never_sees_the_future():
    model, y, sigma = network(), noisy(clip(), 25), torch.tensor([25.0])
    mask, changed = torch.ones(1, 5, 1, 32, 40), y.clone()
    changed[:, 3] = 1 - changed[:, 3]
    one, other = model(y, sigma, mask), model(changed, sigma, mask)
    assert torch.equal(one[:, :3], other[:, :3])  # bit by bit
    assert all((one[:, t] != other[:, t]).any() for t in (3, 4))
    covered = mask.clone()
    covered[:, 4, :, 8:20] = 0
    assert torch.equal(model(y, sigma, covered)[:, :4], one[:, :4])


def test_with_a_second_direction_it_does():
    model, y = network(), noisy(clip(), 25)
    changed = y.clone()
    changed[:, 4] = 1 - changed[:, 4]
    one, other = (model.restore(x, 25, both_ways=True) for x in (y, changed))
    assert (one[:, 0] != other[:, 0]).any()
    assert torch.allclose(model.restore(y.flip(1), 25, both_ways=True), one.flip(1), atol=1e-5)  # neither direction comes first


def test_a_wiped_memory_is_an_empty_one():
    model, y = network(), noisy(clip(), 25)
    wiped = model.restore(y, 25, wipe=tuple(range(5)))
    alone = torch.cat([model.restore(y[:, t : t + 1], 25) for t in range(5)], 1)
    assert torch.allclose(wiped, alone, atol=1e-6)
    whole, once = model.restore(y, 25), model.restore(y, 25, wipe=(3,))
    assert torch.equal(whole[:, :3], once[:, :3]) and not torch.allclose(whole[:, 3], once[:, 3], atol=1e-4)
    assert torch.allclose(once[:, 3:], model.restore(y[:, 3:], 25), atol=1e-6)


def test_what_is_in_a_hole_does_not_matter():
    model, y = network(), noisy(clip(), 25)
    mask = torch.ones(1, 5, 1, 32, 40)
    mask[:, 2, :, 4:20, 6:30] = 0
    ruined = torch.where(mask > 0.5, y, torch.rand_like(y))
    assert torch.allclose(model.restore(y * mask, 25, mask), model.restore(ruined, 25, mask), atol=1e-6)


def test_with_an_empty_memory_it_is_the_denoiser_that_it_began_from():
    denoiser = make_network("cnn", job="denoise")
    model = rnn.build(rnn.Config(widths=denoiser.config.widths, blocks=denoiser.config.blocks, memory=4)).eval()
    loop.begin_from(model, denoiser)
    y = noisy(clip(), 25)
    with torch.no_grad():
        frames = torch.stack([denoiser.restore(frame, sigma=25) for frame in y.unbind(1)], 1)
    assert torch.allclose(model.restore(y, 25, wipe=tuple(range(5))), frames, atol=1e-5)


def trusting(trust: float) -> rnn.ClipDenoiser:
    """A network that trusts its memory so much everywhere, whatever it sees."""
    model = network()
    with torch.no_grad():
        model.judge.weight.zero_()
        model.judge.bias.fill_(trust)
    return model


def test_who_trusts_the_past_holds_the_mean_of_all_frames():
    still = clip(1).expand(1, 5, 3, 32, 40)
    y, sigma, mask = noisy(still, 25), torch.tensor([25.0]), torch.ones(1, 5, 1, 32, 40)
    mask[:, 2, :, 4:20, 6:30] = 0
    held = list(trusting(50.0).memories(y, sigma, mask))
    for t, memory in enumerate(held, 1):
        assert torch.allclose(memory.evidence, mask[:, :t].sum(1))  # how many frames showed the place
        assert torch.allclose(memory.picture, (y * mask)[:, :t].sum(1) / mask[:, :t].sum(1), atol=1e-5)
    both = list(trusting(50.0).memories(y, sigma, mask, both_ways=True))
    assert all(torch.allclose(memory.picture, held[-1].picture, atol=1e-5) for memory in both)  # before and after: all there are


def test_the_memory_moves_along_with_the_camera():
    y, mask = clip(), torch.ones(1, 5, 1, 32, 40)  # each frame is the one before, moved by two pixels to the left
    *_, last = trusting(50.0).memories(y, torch.tensor([25.0]), mask)
    assert torch.allclose(last.picture, y[:, 4], atol=1e-5)
    assert last.evidence[0, 0, 0].tolist() == [5.0] * 32 + [4.0] * 2 + [3.0] * 2 + [2.0] * 2 + [1.0] * 2  # what came into view later


def test_who_does_not_trust_it_sees_the_frame_alone():
    y, sigma, mask = noisy(clip(), 25), torch.tensor([25.0]), torch.ones(1, 5, 1, 32, 40)
    for t, memory in enumerate(trusting(-50.0).memories(y, sigma, mask)):
        assert torch.allclose(memory.evidence, torch.ones(1)) and torch.allclose(memory.picture, y[:, t], atol=1e-5)


def test_evidence_has_a_bound():
    y = torch.rand(1, 3, 16, 16).expand(1, 40, 3, 16, 16)
    *_, last = trusting(50.0).memories(y, torch.tensor([25.0]), torch.ones(1, 40, 1, 16, 16))
    assert last.evidence.max() == rnn.MOST_EVIDENCE and torch.allclose(last.picture, y[:, 0], atol=1e-5)


@pytest.mark.parametrize("height,width", [(16, 17), (33, 47)])
def test_any_size_and_any_batch(height, width):
    model, y = network(), torch.cat([noisy(clip(3, height, width), 20, s) for s in (0, 1)])
    made = model.restore(y, torch.tensor([20.0, 30.0]))
    assert made.shape == y.shape and torch.isfinite(made).all()
    assert torch.allclose(made[1:], model.restore(y[1:], 30), atol=1e-6)
    assert model.restore(y).shape == y.shape  # the level is guessed


def test_a_large_clip_is_cut_into_tiles_without_a_seam():
    model, y = network(), noisy(clip(2, 24, 680), 20)
    sigma, mask = model.told_of(y, 20)
    with torch.no_grad():
        whole = model(y, sigma, mask)
    tiled = model.restore(y, 20)
    assert tiled.shape == y.shape
    assert (tiled - whole).abs().max() < 1e-3


def test_what_is_no_clip_is_refused():
    model, y = network(), clip()
    cases = [
        ((y[0],), {}, "clip_shape"), ((y[:, :, :1],), {}, "wrong_shape"), ((y[..., :8],), {}, "picture_too_small"),
        ((torch.full_like(y, float("nan")),), {}, "not_finite"), ((y, 101), {}, "sigma_range"), ((y, -1), {}, "sigma_range"),
        ((y, 25), {"mask": torch.ones(1, 5, 1, 32, 39)}, "mask_size"),
    ]  # fmt: skip
    for values, named, code in cases:
        with pytest.raises(Refusal) as refused:
            model.restore(*values, **named)
        assert refused.value.code == code


def test_a_step_makes_the_loss_smaller():
    torch.manual_seed(0)
    model = rnn.build(rnn.Config(widths=(8, 12), blocks=1, memory=4))
    clean = clip(4)
    batch = (clean, noisy(clean, 40), {"sigma": torch.tensor([40.0]), "mask": torch.ones(1, 4, 1, 32, 40)})
    optimisers = rnn.optimisers(model, 2e-3)
    before = rnn.validate(model, batch)
    for _ in range(25):
        rnn.step(model, batch, optimisers)
    after = rnn.validate(model, batch)
    assert after["loss"] < 0.95 * before["loss"] and after["psnr"] > before["psnr"]
    assert {"psnr_1", "psnr_4", "psnr_wiped", "psnr_damaged"} <= set(after) and "psnr_16" not in after
    assert all(p.grad is not None for p in (model.memory.h.weight, model.judge.weight, model.recall.weight))  # through time


def photos() -> list[np.ndarray]:
    return [to_uint8(make_picture(150, 170, seed)) for seed in (0, 1)]


def test_clips_are_made_of_photos_and_are_the_same_for_a_step_and_a_seed():
    pairs = clips.Clips(([], photos()), ([], photos()), batch=3, crop=32, seed=7)
    clean, damaged, known = pairs.at(5)
    assert clean.shape == damaged.shape == (3, clips.FRAMES, 3, 32, 32)
    assert known["sigma"].shape == (3,) and known["mask"].shape == (3, clips.FRAMES, 1, 32, 32)
    assert 0 <= clean.min() and clean.max() <= 1 and (clean[:, 0] != clean[:, -1]).any()
    assert (damaged * (1 - known["mask"])).abs().max() == 0 and set(known["mask"].unique().tolist()) <= {0, 1}
    again = clips.Clips(([], photos()), ([], photos()), batch=3, crop=32, seed=7).at(5)
    assert all(torch.equal(a, b) for a, b in zip((clean, damaged), again[:2], strict=True))
    for other in (pairs.at(6), clips.Clips(([], photos()), ([], photos()), batch=3, crop=32, seed=8).at(5)):
        assert not torch.equal(clean, other[0])
    assert pairs.validation[0].shape == (clips.VAL_CLIPS, clips.VAL_FRAMES, 3, 32, 32) and pairs.sizes == (2, 2)


def test_a_real_clip_is_cut_forwards_or_backwards():
    real = np.arange(20, dtype=np.uint8)[:, None, None, None] * np.ones((1, 48, 48, 3), np.uint8)
    rng = np.random.default_rng(0)
    for _ in range(8):
        part = clips.of_clip(real, 8, 32, rng)
        steps = (part[:, 0, 0, 0] * 255).round().diff()
        assert part.shape == (8, 3, 32, 32) and len(steps.unique()) == 1 and steps[0].abs() in (1, 2)
