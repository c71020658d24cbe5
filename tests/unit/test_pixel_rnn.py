"""The network that writes pictures pixel by pixel: its likelihood is one, it sees the past alone, and it keeps what is given."""

from dataclasses import replace
from itertools import product

import pytest
import torch
from small import SMALL, make_network

from restoration.errors import Refusal
from restoration.models import pixel_rnn

SIDE = SMALL["pixel-rnn"].side


def network(**config):
    return make_network("pixel-rnn", **config)


def picture(count: int = 2, side: int = SIDE, seed: int = 0) -> torch.Tensor:
    return (torch.rand(count, 1, side, side, generator=torch.Generator().manual_seed(seed)) < 0.4).float()


@pytest.mark.parametrize("levels,side", [(2, 3), (3, 2)])
def test_the_probabilities_of_all_pictures_add_up_to_one(levels, side):
    model = network(side=side, levels=levels).double()
    every = torch.tensor(list(product(range(levels), repeat=side * side)), dtype=torch.float64) / (levels - 1)
    log_p = -model.surprise(every.view(-1, 1, side, side)).sum((1, 2))
    assert log_p.exp().sum().item() == pytest.approx(1, abs=1e-9)


def test_a_pixel_knows_only_those_before_it():
    model, x = network(), picture(1)
    logits = model(x)
    for row, column in ((0, 0), (3, 0), (4, 5), (2, SIDE - 1), (SIDE - 1, SIDE - 1)):
        changed = x.clone()
        changed[0, 0, row, column] = 1 - changed[0, 0, row, column]
        different = (model(changed) != logits).any(1)[0].flatten()
        here = row * SIDE + column
        assert not different[: here + 1].any(), f"pixel {here} changed itself or one before it"
        assert here == SIDE * SIDE - 1 or different[here + 1 :].any(), f"pixel {here} is never read"


@pytest.mark.parametrize("levels", [2, 4])
def test_what_is_given_is_kept_and_the_probabilities_are_those_of_the_whole_picture(levels):
    model, x = network(levels=levels), torch.rand(3, 1, SIDE, SIDE, generator=torch.Generator().manual_seed(1))
    x = (x * (levels - 1)).round() / (levels - 1)
    mask = (torch.rand(1, 1, SIDE, SIDE, generator=torch.Generator().manual_seed(2)) < 0.5).float()
    rows = list(model.write(x, mask, generator=torch.Generator().manual_seed(3)))
    made, p = torch.stack([row for row, _ in rows], 1)[:, None], torch.stack([chances for _, chances in rows], 1)
    known = mask.expand_as(x) > 0.5
    assert torch.equal(made[known], x[known]) and not torch.equal(made, x)
    assert torch.isin(made, torch.arange(levels) / (levels - 1)).all()
    assert torch.allclose(p, model(made).softmax(1).permute(0, 2, 3, 1), atol=1e-5)
    assert p.sum(3).sub(1).abs().max() < 1e-5


def test_the_seed_decides_and_what_comes_later_does_not():
    model, x = network(), picture()
    mask = torch.zeros(1, 1, SIDE, SIDE)
    mask[:, :, :3] = 1
    one, same, other = (model.complete(x, mask, generator=torch.Generator().manual_seed(seed)) for seed in (1, 1, 2))
    assert torch.equal(one, same) and not torch.equal(one, other)
    later = x.clone()
    later[:, :, 4:] = 1 - later[:, :, 4:]
    assert torch.equal(model.complete(later, mask, generator=torch.Generator().manual_seed(1)), one)
    assert torch.equal(model.restore(x, mask, seed=1), one)
    assert torch.equal(model.restore(x, torch.ones_like(mask)), x)


def test_temperature_0_takes_the_likeliest_and_heat_makes_it_wild():
    model, x, mask = network(), torch.zeros(64, 1, SIDE, SIDE), torch.zeros(1, 1, SIDE, SIDE)
    with torch.no_grad():
        model.last[2].bias.copy_(torch.tensor([1.0, -1.0]))  # black is likelier
    cold = model.complete(x, mask, 0.0)
    assert (cold == cold[:1]).all()
    assert torch.equal(cold[:, 0].long(), model(cold).argmax(1))
    white = [model.complete(x, mask, t, torch.Generator().manual_seed(0)).mean().item() for t in (0.5, 1.0, 3.0)]
    assert white[0] < white[1] < white[2]


def test_what_cannot_be_written_is_refused():
    model = network()
    for x in (torch.zeros(1, 1, SIDE, SIDE + 1), torch.zeros(1, 3, SIDE, SIDE), torch.zeros(SIDE, SIDE)):
        with pytest.raises(Refusal) as refused:
            next(model.write(x))
        assert refused.value.code == "digit_shape" and str(SIDE) in str(refused.value)
    for temperature in (-0.1, float("nan")):
        with pytest.raises(Refusal, match="temperature"):
            next(model.write(picture(), temperature=temperature))


@pytest.mark.parametrize("levels", [2, 4])
def test_a_step_makes_the_loss_smaller(levels):
    torch.manual_seed(0)
    model = pixel_rnn.build(replace(SMALL["pixel-rnn"], levels=levels))
    x = torch.zeros(8, 1, SIDE, SIDE)
    x[..., SIDE // 2 :] = 1
    batch, optimisers = (x, x, {}), pixel_rnn.optimisers(model, 1e-2)
    before = pixel_rnn.validate(model, batch)["loss"]
    losses = [pixel_rnn.step(model, batch, optimisers)["loss"] for _ in range(25)]
    assert losses[0] == pytest.approx(before, rel=1e-4)
    assert pixel_rnn.validate(model, batch)["loss"] < 0.7 * before
