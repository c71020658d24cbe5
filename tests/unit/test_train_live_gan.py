"""Train it live of the GAN's page, without the screen: settings, first shapes, what is said of a row, and ends of all kinds."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from small import alone, run

from restoration import lab, live
from restoration.errors import Refusal
from restoration.live import gan, vae
from restoration.models import gan as model

QUICK = gan.Settings(steps=50)


@pytest.fixture(autouse=True, scope="module")
def few():
    """Fewer digits than the app writes."""
    patch = pytest.MonkeyPatch()
    patch.setattr(vae, "TRAIN", 600)
    patch.setattr(vae, "HELD_OUT", 100)
    patch.setattr(vae, "SEEDS", {600: 1, 100: 2})
    gan.untrained.cache_clear()
    yield
    patch.undo()
    vae._written.cache_clear()
    gan.untrained.cache_clear()


def begun(settings=QUICK, cap=3600.0):  # on a busy machine the app's own cap could end what is counted in updates
    session = gan.Session()
    session.begin(settings, cap=cap)
    return session


def weights(t):
    return torch.cat([p.flatten() for p in t.run.average.parameters()])


def frechet(a, b):
    """Between two clouds of features, (N, F) each, by the eigenvalues of the product of the covariances."""
    a, b = a.double(), b.double()
    ca, cb = torch.cov(a.T), torch.cov(b.T)
    root = torch.linalg.eigvals(ca @ cb).real.clamp(min=0).sqrt().sum()
    return ((a.mean(0) - b.mean(0)).square().sum() + ca.trace() + cb.trace() - 2 * root).item()


@pytest.fixture(scope="module")
def shaped():
    """Digits after 200 updates, which take some seconds on one core."""
    return run(begun(replace(QUICK, steps=200)))


# Measures


def test_pairs_told_counts_every_pair():
    rng = np.random.default_rng(0)
    real, fake = rng.normal(0.5, 1, 40).round(1), rng.normal(0, 1, 30).round(1)  # rounded: some are equal
    wanted = np.mean([1.0 if r > f else 0.5 if r == f else 0.0 for r in real for f in fake])
    assert gan.told_apart(torch.from_numpy(real), torch.from_numpy(fake)) == pytest.approx(wanted)
    assert gan.told_apart(torch.ones(5), torch.ones(4)) == 0.5 and gan.told_apart(torch.ones(5), torch.zeros(4)) == 1


def test_nearest_is_that_found_one_by_one_mirrored_too():
    rng = np.random.default_rng(0)
    x, others = rng.random((3, 3, 4, 4), np.float32), rng.random((5, 3, 4, 4), np.float32)
    wanted = [min(np.sqrt(((one - o) ** 2).mean()) for other in others for o in (other, other[..., ::-1])) for one in x]
    assert gan.nearest(torch.from_numpy(x), torch.from_numpy(others)).tolist() == pytest.approx(wanted, abs=1e-3)
    assert gan.nearest(torch.from_numpy(others[:, :, :, ::-1].copy()), torch.from_numpy(others)).max() < 1e-3


def test_levels_are_the_losses_where_d_answers_alike():
    for loss, levels in gan.LEVELS.items():
        if levels:
            answer = torch.full((3,), 0.5 if loss == "least-squares" else 0.0)
            of = model.LOSSES[loss]
            assert (of.discriminator(answer, answer).item(), of.generator(answer).item()) == pytest.approx(levels)
    assert set(gan.LEVELS) == set(model.LOSSES)


def test_a_sheet_has_six_in_a_row():
    x = torch.rand(8, 3, 4, 5)
    s = gan.sheet(x)
    assert s.shape == (8, 30, 3) and s.dtype == np.uint8 and not s[4:, 10:].any()
    assert np.array_equal(s[4:, 5:10], (255 * x[7]).round().byte().permute(1, 2, 0).numpy())


# Settings


def test_settings_are_numbers_however_they_were_typed():
    checked = gan.check(gan.Settings("emoji", "wasserstein", "1e-3", "0", 200.0, "7"))
    assert checked == gan.Settings("emoji", "wasserstein", 1e-3, 0.0, 200, 7)
    assert gan.check(gan.Settings(lr=0)).lr == 0


@pytest.mark.parametrize("wrong, word", [
    ({"pictures": "cats"}, "cats"), ({"pictures": ["digits"]}, "digits"), ({"pictures": None}, "pictures"), ({"loss": "l1"}, "l1"),
    ({"lr": -1}, "'learning rate' must be a number from 0 to 10"), ({"lr": "fast"}, "learning rate"),
    ({"lr": float("nan")}, "learning rate"), ({"lr": None}, "learning rate"), ({"beta1": 1}, "beta1"), ({"steps": 60.5}, "whole number"),
    ({"steps": 10**6}, "steps"), ({"seed": -1}, "seed"), ({"seed": "x"}, "seed"),
])  # fmt: skip
def test_a_wrong_setting_is_said_in_both_languages(wrong, word):
    with pytest.raises(Refusal, match=word) as refusal:
        gan.check(replace(gan.Settings(), **wrong))
    assert refusal.value.say("zh") != refusal.value.say("en")


# A training


def test_first_shapes(shaped):
    """What 'shapes' means: the distance to digits in the classifier's features has halved, digits of several classes can be read, and
    there is as much ink as in digits."""
    t, judge = shaped, lab.network(gan.JUDGE, "cpu")
    first, last = t.rows[0], t.latest("val")
    assert t.state == live.DONE and t.step == 200 == last["step"] and first["step"] == 0
    assert first["sure"] < 0.02 < 0.8 < t.levels["sure"]
    assert last["sure"] > 0.03 and last["classes"] >= 3
    train = torch.from_numpy(t.run.pairs.train.pictures)[:, None, :, :, 0].float() / 255
    before = gan.Training(t.settings, t.run.pairs.train, t.run.pairs.val)
    now, then = (frechet(judge.features(x.made(gan.JUDGED)), judge.features(train)) for x in (t, before))
    assert now < then / 2
    ink, ink_before = (x.made(gan.JUDGED).mean().item() for x in (t, before))
    assert ink == pytest.approx(train.mean().item(), abs=0.05) and ink_before > 0.4
    assert t.passed(0.03)["step"] <= 200 and t.passed(2) is None


def test_rows_say_what_an_own_count_says(shaped):
    t = shaped
    last, made = t.latest("val"), t.made(gan.JUDGED)
    read = lab.network(gan.JUDGE, "cpu").read(made)
    sure = [int(row.argmax()) for row in read if row.max() > gan.SURE]
    assert last["sure"] == pytest.approx(len(sure) / gan.JUDGED) and last["classes"] == len(set(sure))
    assert t.legible == [sure.count(k) for k in range(10)]
    d, count = t.run.model.discriminator, len(t.held)
    on_real = alone(lambda: d(2 * t.held - 1))
    assert count == 100 and last["real"] == pytest.approx(on_real.sigmoid().mean().item(), abs=1e-6)
    assert 0 < last["fake"] < 1 and 0 < last["seen"] < 1 and 0 <= last["told"] <= 1
    assert [r["step"] for r in t.rows if r["split"] == "train"] == list(range(10, 201, 10))
    samples = t.samples()
    assert samples.shape == (6 * 28, 6 * 28, 3) and np.array_equal(samples, t.samples())
    assert t.real().shape == samples.shape


def test_the_same_seed_is_the_same_game_also_over_pauses_and_beside_others(monkeypatch):
    one, pieces, other = begun(), begun(), begun(replace(QUICK, seed=1))
    run(other)
    run(one)
    pieces.pause()
    for _ in range(3):
        alone(pieces.training.one)
        torch.rand(5)  # somebody else draws from the process's own generator
        pieces.training.samples()
    assert pieces.training.step == 3 == pieces.training.latest("train")["step"] == pieces.training.latest("val")["step"]
    pieces.go_on()
    with monkeypatch.context() as short:
        short.setattr(live, "SLICE", 0.0)
        run(pieces, looks=1)
    assert pieces.training.state == live.PAUSED
    pieces.go_on()
    run(pieces)
    assert torch.equal(weights(one.training), weights(pieces.training))
    assert np.array_equal(one.training.samples(), pieces.training.samples())
    assert not torch.equal(weights(one.training), weights(other.training))
    before = one.training
    one.again()
    assert torch.equal(weights(run(one)), weights(before)) and one.previous is before


@pytest.mark.parametrize("loss", gan.LOSSES)
def test_every_loss_trains(loss):
    t = run(begun(replace(QUICK, loss=loss)))
    first, last = t.rows[0], t.latest("val")
    assert t.state == live.DONE and np.isfinite(list(v for r in t.rows for v in r.values() if isinstance(v, float))).all()
    assert last["told"] > first["told"] or first["told"] > 0.95


def test_a_learning_rate_of_0_learns_nothing():
    t = run(begun(replace(QUICK, lr=0)))
    assert t.state == live.DONE and torch.equal(weights(t), weights(begun(QUICK).training))
    assert t.latest("val")["told"] == t.rows[0]["told"]


@pytest.mark.parametrize("lr", [1.0, 10.0])
def test_a_learning_rate_that_diverges_is_said(lr):
    t = run(begun(replace(QUICK, lr=lr)))
    assert t.state == live.DIVERGED and t.problem.code in ("live_diverged", "training_diverged") and 1 <= t.step < 50
    assert np.isfinite([v for r in t.rows for v in r.values() if isinstance(v, float)]).all()
    assert t.samples().shape == (6 * 28, 6 * 28, 3)


def test_beta1_is_adams():
    t = begun(replace(QUICK, beta1=0.9)).training
    assert {group["betas"] for o in t.run.optimisers.values() for group in o.param_groups} == {(0.9, 0.999)}


def test_emoji_are_in_colour_and_their_yardstick_is_how_far_held_out_ones_lie():
    train, held = gan.emoji()
    assert len(train) == 24 and len(held) == 16 and train.pictures.shape[1:] == (32, 32, 3)
    t = run(begun(replace(QUICK, pictures="emoji")))
    last = t.latest("val")
    assert t.samples().shape == (6 * 32, 6 * 32, 3) and t.real().shape == (4 * 32, 6 * 32, 3) and t.legible == []
    x = torch.from_numpy(held.pictures).permute(0, 3, 1, 2).float() / 255
    assert t.levels["near"] == pytest.approx(gan.nearest(x, t.trained_on).mean().item()) and 0.05 < t.levels["near"] < 0.6
    assert "sure" not in last and last["near"] < t.rows[0]["near"]


def test_time_is_capped_and_two_trainings_of_one_visitor_are_refused():
    session = begun(replace(QUICK, steps=10_000), cap=0.3)
    with pytest.raises(Refusal) as refusal:
        session.begin(QUICK)
    assert refusal.value.code == "live_running"
    t = run(session)
    assert t.state == live.CAPPED and 0 < t.step < 10_000


def test_without_the_classifier_it_trains_all_the_same(monkeypatch):
    def missing(*_):
        raise Refusal("model_unavailable", name=gan.JUDGE, why="x")

    monkeypatch.setattr(lab, "network", missing)
    t = run(begun())
    assert t.state == live.DONE and t.levels == {} and t.legible == [] and "sure" not in t.latest("val")


def test_the_untrained_game_needs_no_digits_to_train_on(monkeypatch):
    gan.untrained.cache_clear()
    asked, written = [], vae.written
    monkeypatch.setattr(vae, "written", lambda count, digits: asked.append(count) or written(count, digits))
    t = gan.untrained()
    assert asked == [vae.HELD_OUT] and t.step == 0 and t.latest("val")["sure"] == 0
    gan.untrained.cache_clear()
