"""Train it live of the VAE's page, without the screen: settings, a map that unfolds, and what is said of it."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
import torch
from small import run

from restoration import live
from restoration.digits import SIDE
from restoration.errors import Refusal
from restoration.exhibits import neighbours
from restoration.live import vae

QUICK = vae.Settings(steps=60)


@pytest.fixture(autouse=True, scope="module")
def few():
    """Fewer digits than the app writes."""
    patch = pytest.MonkeyPatch()
    patch.setattr(vae, "TRAIN", 300)
    patch.setattr(vae, "HELD_OUT", 100)
    patch.setattr(vae, "SEEDS", {300: 1, 100: 2})
    yield
    patch.undo()
    vae._written.cache_clear()


def begun(settings=QUICK, cap=live.CAP):
    session = vae.Session()
    session.begin(settings, cap=cap)
    return session


def weights(t):
    return torch.cat([p.flatten() for p in t.run.average.parameters()])


@pytest.fixture(scope="module")
def unfolded():
    """A map after 250 updates."""
    return run(begun(replace(QUICK, steps=250)))


# Neighbours


def clouds(spread, classes=4, each=25, dimensions=3):
    rng = torch.Generator().manual_seed(0)
    labels = torch.arange(classes).repeat(each)
    centres = 4 * torch.randn(classes, dimensions, generator=rng)
    return centres[labels] + spread * torch.randn(len(labels), dimensions, generator=rng), labels


@pytest.mark.parametrize("spread", [0.1, 2.0, 50.0])
def test_neighbours_are_those_found_one_by_one(spread):
    codes, labels = clouds(spread)
    guesses = []
    for n in range(len(codes)):
        others = sorted((k for k in range(len(codes)) if k != n), key=lambda k, n=n: float((codes[k] - codes[n]).norm()))[:5]
        votes = Counter(labels[others].tolist())
        tied = [c for c in votes if votes[c] == max(votes.values())]
        ranks = {c: sum(5 - rank for rank, k in enumerate(others) if labels[k] == c) for c in tied}
        guesses.append(min(tied, key=lambda c: (-ranks[c], c)))
    assert neighbours.guesses(codes, labels).tolist() == guesses
    assert neighbours.agreement(codes, labels) == pytest.approx(np.mean(np.array(guesses) == labels.numpy()))


def test_clouds_far_apart_are_never_mixed_up_and_one_cloud_is_guessed():
    assert neighbours.agreement(*clouds(0.1)) == 1 and neighbours.mixed_up(*clouds(0.1)) == []
    assert neighbours.agreement(*clouds(500.0)) < 0.5
    codes, labels = torch.tensor([[0.0], [0.1], [0.2], [0.3], [5.0], [5.1], [5.2], [5.3]]), torch.tensor([0, 0, 0, 1, 1, 1, 1, 0])
    assert neighbours.mixed_up(codes, labels, k=3) == [(2, 0, 1)]


def test_the_plane_is_turned_and_stays_the_same_plane():
    basis = torch.linalg.qr(torch.randn(5, 2, generator=torch.Generator().manual_seed(0)))[0].T
    swapped = torch.stack([-basis[1], basis[0]])
    turned = neighbours.turned_to(swapped, basis)
    assert torch.allclose(turned, basis, atol=1e-5)
    other = torch.linalg.qr(torch.randn(5, 2, generator=torch.Generator().manual_seed(1)))[0].T
    turned = neighbours.turned_to(other, basis)
    assert torch.allclose(turned @ turned.T, torch.eye(2), atol=1e-5)
    assert torch.allclose(turned.T @ turned, other.T @ other, atol=1e-5)
    assert (turned - basis).norm() <= (other - basis).norm()


# Settings


def test_settings_are_numbers_however_they_were_typed():
    checked = vae.check(vae.Settings(beta="0.5", latent=8, lr="1e-3", steps=200.0, seed="7", digits="944"))
    assert checked == vae.Settings(0.5, 8, 1e-3, 200, 7, "49")


@pytest.mark.parametrize("wrong, word", [
    ({"beta": -1}, "'beta' must be a number from 0 to 20"), ({"beta": 21}, "beta"), ({"beta": "x"}, "beta"),
    ({"beta": float("nan")}, "beta"),
    ({"lr": "fast"}, "learning rate"), ({"lr": None}, "learning rate"), ({"lr": float("inf")}, "learning rate"),
    ({"latent": 5}, "2, 3, 4, 8, 16"), ({"latent": "two"}, "2, 3, 4, 8, 16"), ({"steps": 60.5}, "whole number"),
    ({"steps": 10**6}, "steps"),
    ({"seed": -1}, "seed"), ({"digits": "4"}, "two different"), ({"digits": "4x"}, "two different"), ({"digits": ""}, "two different"),
])  # fmt: skip
def test_a_wrong_setting_is_said_in_both_languages(wrong, word):
    with pytest.raises(Refusal, match=word) as refusal:
        vae.check(replace(vae.Settings(), **wrong))
    assert refusal.value.say("zh") != refusal.value.say("en")


def test_what_is_held_out_is_of_other_hands():
    train, held = vae.written(vae.TRAIN, vae.ALL), vae.written(vae.HELD_OUT, "49")
    assert set(held.labels) == {4, 9} and len(held) == vae.HELD_OUT // 5 and train is vae.written(vae.TRAIN, vae.ALL)
    assert not any(np.array_equal(one, other) for one in held.pictures for other in train.pictures)


# A map


def test_the_map_unfolds(unfolded):
    t = unfolded
    first, last = t.rows[0], t.latest("val")
    assert t.state == live.DONE and t.step == 250 == last["step"] and first["step"] == 0
    assert last["neighbours"] > max(first["neighbours"] + 0.15, 0.5) and last["nelbo"] < first["nelbo"] / 2
    assert last["nelbo"] == pytest.approx(last["reconstruction"] + last["kl"]) and last["reconstruction"] < t.levels["blind"] < 300
    assert [r["step"] for r in t.rows if r["split"] == "train"] == list(range(10, 251, 10))
    assert t.passed(0.5)["step"] <= 250 and t.passed(2) is None
    assert t.spread() > 0.3 and last["active"] == 2


def test_a_place_of_the_map_is_what_the_decoder_says(unfolded):
    t = unfolded
    plane = t.plane()
    assert torch.equal(plane.points, t.codes()) and plane.reach >= vae.REACH and plane.share == 1
    z = torch.tensor([[0.7, -1.2]])
    assert np.array_equal(t.picture(plane, (0.7, -1.2)), (255 * t.run.average.decode(z)).round().byte()[0, 0].numpy())
    grid, cell = t.grid(plane), 2 * plane.reach / vae.CELLS
    assert grid.shape == (vae.CELLS * SIDE, vae.CELLS * SIDE)
    for row, column in ((0, 0), (0, vae.CELLS - 1), (5, 7)):  # row 0 is the top, where the second number is largest
        place = -plane.reach + (column + 0.5) * cell, plane.reach - (row + 0.5) * cell
        there = grid[row * SIDE : (row + 1) * SIDE, column * SIDE : (column + 1) * SIDE].astype(int)
        assert np.abs(there - t.picture(plane, place)).max() <= 1
    far = plane.points[7].tolist()
    assert t.nearest(plane, far) == t.labels[7]
    returned = t.returned()
    assert returned.shape == (2 * SIDE, 10 * SIDE) and np.array_equal(returned[:SIDE, :SIDE], t.run.pairs.val.pictures[0, ..., 0])


def test_of_more_dimensions_the_map_is_a_plane_through_the_codes():
    t = run(begun(replace(QUICK, latent=8, steps=50)))
    plane, again = t.plane(), t.plane()
    assert torch.allclose(plane.axes @ plane.axes.T, torch.eye(2), atol=1e-5) and 0.2 < plane.share < 1
    assert torch.allclose(plane.points, again.points, atol=1e-4)
    codes = t.codes()
    _, s, _ = torch.linalg.svd(codes - codes.mean(0))
    assert plane.share == pytest.approx((s[:2] ** 2).sum().item() / (s**2).sum().item(), abs=1e-4)
    near = plane.codes(plane.points)  # each code's nearest place of the plane
    assert ((codes - near) @ plane.axes.T).abs().max() < 1e-4
    assert torch.allclose(plane.codes(plane.origin[None]) @ plane.axes.T, torch.zeros(2), atol=1e-4)


def test_the_same_seed_is_the_same_map_also_over_pauses_and_beside_others(monkeypatch):
    whole, pieces, other = begun(), begun(), begun(replace(QUICK, seed=1))
    run(other)
    run(whole)
    pieces.pause()
    for _ in range(3):
        pieces.training.one()
        torch.rand(5)  # somebody else draws from the process's own generator
    assert pieces.training.step == 3 == pieces.training.latest("train")["step"] == pieces.training.latest("val")["step"]
    pieces.go_on()
    with monkeypatch.context() as short:
        short.setattr(live, "SLICE", 0.0)  # a look after one update: on a fast machine a longer one would see the end
        run(pieces, looks=1)
    assert pieces.training.state == live.PAUSED
    pieces.go_on()
    run(pieces)
    assert torch.equal(weights(whole.training), weights(pieces.training))
    assert not torch.equal(weights(whole.training), weights(other.training))
    before = whole.training
    whole.again()
    assert torch.equal(weights(run(whole)), weights(before)) and whole.previous is before


def test_without_the_kl_term_nothing_holds_the_codes(unfolded):
    plain = run(begun(replace(QUICK, beta=0, steps=250)))
    assert plain.spread() > 1.5 * unfolded.spread() and plain.latest("val")["kl"] > 2 * unfolded.latest("val")["kl"]


@pytest.mark.parametrize("lr", [1.0, 10.0])
def test_a_learning_rate_that_diverges_is_said(lr):
    t = run(begun(replace(QUICK, lr=lr)))
    assert t.state == live.DIVERGED and t.problem.code in ("live_diverged", "training_diverged") and 1 < t.step < 60
    assert np.isfinite([v for r in t.rows for v in r.values() if isinstance(v, float)]).all()
    assert torch.isfinite(t.plane().points).all() and t.grid(t.plane()).shape == (vae.CELLS * SIDE, vae.CELLS * SIDE)


def test_time_is_capped_and_two_trainings_of_one_visitor_are_refused():
    session = begun(replace(QUICK, steps=10_000), cap=0.3)
    with pytest.raises(Refusal) as refusal:
        session.begin(QUICK)
    assert refusal.value.code == "live_running"
    t = run(session)
    assert t.state == live.CAPPED and 0 < t.step < 10_000


def test_the_untrained_map_needs_no_digits_to_train_on(monkeypatch):
    vae.untrained.cache_clear()
    asked = []
    written = vae.written
    monkeypatch.setattr(vae, "written", lambda count, digits: asked.append(count) or written(count, digits))
    t = vae.untrained()
    assert asked == [vae.HELD_OUT] and t.step == 0 and t.spread() < 0.3
    vae.untrained.cache_clear()
