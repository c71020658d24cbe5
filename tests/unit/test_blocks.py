"""The ten blocks: every one keeps its shape, and what is counted of it is what a hand, or a gradient, finds."""

import math

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from restoration.errors import Refusal
from restoration.exhibits import blocks as counts
from restoration.exhibits import losses
from restoration.models import blocks
from restoration.models.blocks import BLOCKS, LEVELS, LOSSES, Config, build, conv, level_values, to_levels
from restoration.training.recipes import RECIPES, SMALL


def parameters(width_in, width_out, size, groups=1):
    """Of a convolution: a kernel for every pair of channels of a group, and a bias."""
    return width_out * (width_in // groups * size**2 + 1)


def wake(network, seed=0):
    """Random weights in the layers too that begin at 0."""
    torch.manual_seed(seed)
    for layer in network.modules():
        if isinstance(getattr(layer, "weight", None), nn.Parameter) and not layer.weight.any():
            nn.init.normal_(layer.weight, std=0.1)
    return network.eval()


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("block", BLOCKS)
def test_every_block_keeps_the_shape_with_every_loss(block, loss):
    network = wake(build(Config(block, 8, depth=2, loss=loss)))
    assert BLOCKS[block](8)(torch.rand(2, 8, 5, 7)).shape == (2, 8, 5, 7)
    y = torch.rand(2, 3, 18, 22)
    assert network(y).shape == y.shape
    assert network.restore(y[..., :17, :19]).shape == (2, 3, 17, 19)  # odd sides too
    if loss == "cross-entropy":
        assert network.logits(y).shape == (2, LEVELS, 3, 18, 22)
        assert network.most_likely(y[..., :17, :19]).shape == (2, 3, 17, 19)
    with pytest.raises(Refusal):
        network.restore(y[:, :1])


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("block", BLOCKS)
def test_every_block_learns_with_every_loss(block, loss):
    torch.manual_seed(0)
    network = build(Config(block, 8, depth=1, loss=loss))
    optimisers = blocks.optimisers(network, 1e-2)
    clean = torch.rand(4, 3, 8, 8).round()
    batch = clean, (clean + 0.1 * torch.randn_like(clean)), {}
    run = [blocks.step(network, batch, optimisers)["loss"] for _ in range(25)]
    assert run[-1] < 0.9 * run[0]
    assert all(p.grad is not None and torch.isfinite(p.grad).all() for p in network.parameters())


def test_untrained_it_adds_nothing_or_knows_nothing():
    y = torch.rand(1, 3, 16, 16)
    assert torch.equal(build(Config("plain", 8))(y), y)
    assert torch.allclose(build(Config("plain", 8, loss="cross-entropy"))(y), torch.full_like(y, 0.5))


@pytest.mark.parametrize("block", BLOCKS)
def test_how_a_network_begins(block):
    """Every layer keeps what it is given about as large as it was, and a block with a shortcut begins as nothing but the shortcut."""
    torch.manual_seed(1)
    network = build(Config(block, 32))
    x, other = (network.head(torch.rand(1, 12, 32, 32)) for _ in range(2))
    after = network.body(x)
    if block in ("residual", "se", "shuffle", "instance-norm"):
        assert torch.equal(after, x)
    assert 0.05 < (after - network.body(other)).std() / (x - other).std() < 10  # what comes out still tells two pictures apart


W = 8
WANTED = {  # by hand, for a block of width 8
    "plain": 2 * parameters(W, W, 3),
    "nin": parameters(W, W, 3) + 2 * parameters(W, W, 1),
    "inception": 4 * parameters(W, 2, 1) + parameters(2, 2, 3) + parameters(2, 2, 5),
    "residual": 2 * parameters(W, W, 3),
    "dense": sum(parameters(n, 4, 3) for n in (8, 12, 16)) + parameters(20, W, 1),
    "se": 2 * parameters(W, W, 3) + parameters(W, 2, 1) + parameters(2, W, 1),
    "depthwise": 2 * (parameters(W, W, 3, groups=W) + parameters(W, W, 1)),
    "shuffle": 2 * parameters(W, W, 1, groups=4) + parameters(W, W, 3, groups=W),
    "dilated": 2 * parameters(W, W, 3),
    "instance-norm": 2 * parameters(W, W, 3) + 2 * 2 * W,
}


@pytest.mark.parametrize("block", BLOCKS)
def test_parameters_by_formula(block):
    assert counts.parameters(BLOCKS[block](W)) == WANTED[block]
    ends = parameters(12, W, 3) + parameters(W, 12, 3)
    assert counts.parameters(build(Config(block, W, depth=3))) == ends + 3 * WANTED[block]


@pytest.mark.parametrize("block", BLOCKS)
def test_macs_by_formula(block):
    """Every weight of a convolution is used once at each position of the halved picture; after a mean there is one position."""
    network = build(Config(block, W, depth=2))
    wanted = 0
    for name, layer in network.named_modules():
        if isinstance(layer, nn.Conv2d):
            wanted += layer.weight.numel() * (1 if ".weigh." in name else 16 * 16)
    assert counts.macs(network, 32) == wanted
    with torch.device("meta"):
        assert counts.macs(build(Config(block, W, depth=2)), 32) == wanted  # counted without being made


def test_a_depthwise_separable_convolution_costs_what_the_page_says():
    whole = conv(64, 64).weight.numel()
    apart = conv(64, 64, groups=64).weight.numel() + conv(64, 64, 1).weight.numel()
    assert apart / whole == pytest.approx(1 / 64 + 1 / 9)


@pytest.mark.parametrize("block", BLOCKS)
def test_receptive_field_is_what_the_gradient_reaches(block):
    """Of a network whose means over the whole picture are switched off."""
    network = wake(build(Config(block, W, depth=2))).double()
    for module in network.modules():
        if isinstance(module, nn.InstanceNorm2d):
            module.forward = lambda x: x
        if isinstance(module, blocks.SqueezeExcitation):
            module.weigh = nn.Sequential(nn.Conv2d(W, W, 1).double().requires_grad_(False))
            nn.init.zeros_(module.weigh[0].weight)
    field, side = counts.field(network), 128
    touched = torch.zeros(side, side)
    for module in network.modules():  # ReLU and the largest of a window let through only some ways: let all through, evenly
        if isinstance(module, (nn.ReLU, nn.MaxPool2d)):
            module.forward = nn.Identity() if isinstance(module, nn.ReLU) else nn.AvgPool2d(3, 1, 1)
    for _ in range(2):
        y = torch.rand(1, 3, side, side, dtype=torch.double, requires_grad=True)
        network(y)[0, :, 64, 64].sum().backward()
        touched += y.grad.abs().sum((0, 1)) > 0
    rows, columns = touched.sum(1).nonzero().flatten(), touched.sum(0).nonzero().flatten()
    assert rows[-1] - rows[0] + 1 == columns[-1] - columns[0] + 1 == field < side


@pytest.mark.parametrize("block", BLOCKS)
def test_who_sees_the_whole_picture(block):
    network = wake(build(Config(block, W, depth=1)))
    y = torch.rand(1, 3, 96, 96)
    other = y.clone()
    other[..., :8, :8] = 1 - other[..., :8, :8]
    far = (network(y) - network(other))[..., 64:, 64:].abs().max() > 0
    assert bool(far) == counts.sees_all(network) == (block in ("se", "instance-norm"))


def test_shuffle_deals_the_groups_out():
    x = torch.arange(8.0).view(1, 8, 1, 1)
    assert nn.ChannelShuffle(4)(x).flatten().tolist() == [0, 2, 4, 6, 1, 3, 5, 7]
    block, found = wake(blocks.Shuffle(16)), []
    for shuffle in (block.shuffle, nn.Identity()):
        block.shuffle = shuffle
        y = torch.rand(1, 16, 8, 8, requires_grad=True)
        (block(y) - y)[0, 0].sum().backward()  # one output channel of the first group
        found.append([group for group in range(4) if y.grad[0, 4 * group : 4 * group + 4].abs().sum() > 1e-6])
    assert found == [[0, 1, 2, 3], [0]]  # with it all groups are heard of, without it only its own


def test_levels_there_and_back():
    values = level_values()
    assert values.shape == (32,) and values[0] == 1 / 64 and values[-1] == 63 / 64
    assert torch.equal(to_levels(values), torch.arange(32))
    assert to_levels(torch.tensor([-0.1, 0.0, 1 / 32, 0.9999, 1.0, 1.3])).tolist() == [0, 0, 1, 31, 31, 31]
    x = torch.rand(1000)
    assert (values[to_levels(x)] - x).abs().max() <= 1 / 64 + 1e-6


def test_what_levels_cost():
    x = torch.rand(200_000, dtype=torch.double)
    error = level_values().double()[to_levels(x)] - x
    assert losses.quantisation() == pytest.approx(-10 * math.log10((error**2).mean()), abs=0.05)


def test_cross_entropy_answers_with_the_expectation():
    network = wake(build(Config("residual", 8, depth=1, loss="cross-entropy")))
    y = torch.rand(1, 3, 16, 18)
    p = network.logits(y).exp()
    p = p / p.sum(1, keepdim=True)
    by_hand = sum(p[:, n] * (n + 0.5) / 32 for n in range(32))
    assert torch.allclose(network(y), by_hand, atol=1e-6)
    assert torch.equal(network.most_likely(y), (p.argmax(1) + 0.5) / 32)
    batch = torch.rand(1, 3, 16, 18), y, {}
    loss = -torch.log(p.gather(1, (batch[0] * 32).long().clamp(0, 31)[:, None])).mean()
    assert F.cross_entropy(network.logits(y), to_levels(batch[0])).item() == pytest.approx(loss.item(), rel=1e-5)
    assert blocks.step(network, batch, blocks.optimisers(network, 0.0))["loss"] == pytest.approx(loss.item(), rel=1e-5)


def test_readings_of_a_distribution():
    p = torch.zeros(1, 32)
    p[0, 4], p[0, 10], p[0, 20] = 0.4, 0.25, 0.35
    read = losses.readings(p)
    values = level_values()
    assert read["mean"].item() == pytest.approx(0.4 * values[4] + 0.25 * values[10] + 0.35 * values[20])
    assert read["median"].item() == values[10] and read["mode"].item() == values[4]


def test_mse_asks_for_the_mean_and_l1_for_the_median():
    """The answer that has the least expected loss under a distribution, by trying all of them."""
    torch.manual_seed(3)
    p, values = torch.rand(32).softmax(0), level_values()
    tried = torch.linspace(0, 1, 6401)
    off = (tried[:, None] - values).abs()
    read = losses.readings(p)
    assert tried[(off**2 @ p).argmin()] == pytest.approx(read["mean"].item(), abs=2e-4)
    assert tried[(off @ p).argmin()] == pytest.approx(read["median"].item(), abs=2e-4)


@pytest.mark.parametrize("row, column", [(0, 0), (31, 40), (60, 76), (30, 1)])
def test_one_pixel_is_answered_as_in_the_whole_picture(row, column):
    y = torch.rand(1, 3, 61, 77)
    network = wake(build(Config("residual", 8, depth=2)))
    assert torch.allclose(losses.answer(network, y, row, column), network.restore(y)[0, :, row, column], atol=1e-5)
    network = wake(build(Config("residual", 8, depth=2, loss="cross-entropy")))
    p = losses.probabilities(network, y, row, column)
    assert p.shape == (3, 32) and torch.allclose(p.sum(1), torch.ones(3))
    assert torch.allclose(losses.readings(p)["mean"], network.restore(y)[0, :, row, column], atol=1e-5)
    doubt = losses.doubt(network, y)
    assert doubt.shape == (61, 77)
    assert doubt[row, column].item() == pytest.approx(-(p * p.log2()).sum(1).mean().item(), rel=1e-3)


def width_for(block: str, parameters: int, depth: int = 4, step: int = 4) -> int:
    """The width, a multiple of `step`, with which the number of parameters comes nearest to the one wanted."""
    best, least = step, math.inf
    for width in range(2 * step, 257, step):
        with torch.device("meta"):  # counted without being made
            off = abs(sum(p.numel() for p in build(Config(block, width, depth)).parameters()) - parameters)
        if off < least:
            best, least = width, off
    return best


@pytest.mark.parametrize("block", BLOCKS)
def test_width_for(block):
    config = RECIPES[f"block-{block}"].config
    step = 16 if block == "dilated" else 4
    assert config == Config(block, width_for(block, SMALL, config.depth, step), config.depth) and config.width % step == 0

    def off(width):
        return abs(counts.parameters(build(Config(block, width, config.depth))) - SMALL)

    assert off(config.width) <= min(off(config.width - step), off(config.width + step))
    assert off(config.width) < 0.1 * SMALL


@pytest.mark.parametrize("name", [name for name in RECIPES if name.startswith(("block-", "loss-"))])
def test_in_bfloat16_too_every_gradient_is_a_number(name):
    torch.manual_seed(0)
    config = RECIPES[name].config
    network = wake(build(config)).to(memory_format=torch.channels_last)
    clean = torch.rand(2, 3, 32, 32)
    with torch.autocast("cpu", torch.bfloat16):
        blocks.step(network, (clean, clean + 0.1 * torch.randn_like(clean), {}), blocks.optimisers(network, 1e-3))
    assert all(torch.isfinite(p.grad).all() for p in network.parameters())


def test_every_block_is_told_of():
    assert list(counts.ABOUT) == list(BLOCKS)
    for name, about in counts.ABOUT.items():
        assert about.arxiv in BLOCKS[name].__doc__
        assert counts.source(name).startswith(f"class {BLOCKS[name].__name__}(nn.Module):")
    with pytest.raises(Refusal):
        counts.source("transformer")
