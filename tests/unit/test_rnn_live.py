"""Train it live of the RNN's page, without the screen: clips that move, two networks side by side, a writer of digits."""

import asyncio
from dataclasses import replace

import numpy as np
import pytest
import torch
from small import run

from restoration import live
from restoration.errors import Refusal
from restoration.exhibits import moving
from restoration.live import rnn, rnn_pixels, vae
from restoration.models import pixel_rnn

QUICK, WRITES = rnn.Settings(steps=20, width=8), rnn_pixels.Settings(steps=20, width=16)


@pytest.fixture(autouse=True, scope="module")
def few():
    """Fewer digits than the app writes."""
    patch = pytest.MonkeyPatch()
    patch.setattr(vae, "TRAIN", 200)
    patch.setattr(vae, "HELD_OUT", 130)
    patch.setattr(vae, "SEEDS", {200: 1, 130: 2})
    yield
    patch.undo()
    vae._written.cache_clear()


def begun(settings, cap=live.CAP):
    session = (rnn if isinstance(settings, rnn.Settings) else rnn_pixels).Session()
    session.begin(settings, cap=cap)
    return session


def weights(t):
    return torch.cat([p.flatten() for p in t.run.average.parameters()])


@pytest.fixture(scope="module")
def trained():
    return run(begun(rnn.Settings(steps=80), cap=600))


@pytest.fixture(scope="module")
def wrote():
    return run(begun(replace(WRITES, steps=40), cap=600))


# Clips


def middle(frame):
    """Where the mass of a frame lies, (x, y) from its middle."""
    grid = torch.arange(moving.SIDE) - (moving.SIDE - 1) / 2
    return torch.stack([(frame.sum(0) * grid).sum(), (frame.sum(1) * grid).sum()]) / frame.sum()


def test_digits_go_where_drift_says_them_to():
    places = moving.drift(3, 0.5, torch.Generator().manual_seed(0))
    steps = places.diff(dim=0)
    assert torch.allclose(steps.norm(dim=2), torch.full((moving.FRAMES - 1, 3), 0.5)) and torch.allclose(steps[0], steps[-1])
    digits = torch.zeros(3, 1, 28, 28)
    digits[:, :, 12:16, 12:16] = 1  # a square in the middle
    clips = moving.digits_that_move(digits, places)
    assert clips.shape == (3, moving.FRAMES, 1, 32, 32) and clips.min() >= 0 and clips.max() <= 1
    for b in range(3):
        for t in (0, 4, 9):
            assert torch.allclose(middle(clips[b, t, 0]), places[t, b], atol=0.02)


def test_bars_go_where_drift_says_them_to_and_are_as_large_as_they_were():
    dice = torch.Generator().manual_seed(3)
    places = moving.drift(4, 1.0, dice)
    clips = moving.bars_that_move(places, dice)
    assert torch.allclose(middle(clips[1, 5, 0]), places[5, 1], atol=0.1)
    ink = clips.sum((2, 3, 4))
    assert (ink.amax(1) / ink.amin(1)).max() < 1.2 and ink.min() > 8


def test_a_clip_at_speed_0_stands_still_and_the_mean_of_many_frames_is_less_noisy():
    still = rnn.MovingClips(replace(QUICK, speed=0.0), *(vae.written(n, vae.ALL) for n in (vae.TRAIN, vae.HELD_OUT)))
    clean, damaged, _ = still.validation
    assert torch.equal(clean[:, 0], clean[:, -1])
    noise = (damaged - clean).std().item(), (moving.mean_of_last(damaged) - clean)[:, 4:].std().item()
    assert noise[0] == pytest.approx(200 / 255, rel=0.02) and noise[1] == pytest.approx(noise[0] / 5**0.5, rel=0.02)
    first = moving.mean_of_last(damaged)[:, 1]
    assert torch.allclose(first, (damaged[:, 0] + damaged[:, 1]) / 2)


def test_batches_are_drawn_by_seed_and_step_alone():
    one, other = (rnn.MovingClips(replace(QUICK, seed=seed), *[vae.written(vae.TRAIN, vae.ALL)] * 2) for seed in (0, 1))
    assert torch.equal(one.at(7)[1], one.at(7)[1]) and not torch.equal(one.at(7)[1], one.at(8)[1])
    assert not torch.equal(one.at(7)[1], other.at(7)[1])


# The network


def test_the_memory_is_a_loop_over_frames_and_wiping_it_makes_each_frame_the_first():
    torch.manual_seed(0)
    net, y = moving.Watcher(moving.Config(8)), torch.randn(2, 4, 1, 32, 32)
    with torch.no_grad():
        made, alone = net(y), net(y, wiped=True)
        for t in range(4):
            assert torch.allclose(alone[:, t], net(y[:, t : t + 1])[:, 0], atol=1e-5)
        assert torch.allclose(made[:, 0], alone[:, 0], atol=1e-5) and not torch.allclose(made[:, 1], alone[:, 1], atol=1e-3)
        later = y.clone()
        later[:, 2:] += 1
        assert torch.allclose(net(later)[:, :2], made[:, :2], atol=1e-5)  # nothing of the future


def test_psnr_by_frame_is_that_of_each_frame_by_hand():
    clean, made = torch.rand(2, 3, 1, 4, 4), torch.rand(2, 3, 1, 4, 4) * 1.5 - 0.2
    wanted = [np.mean([-10 * np.log10(((np.clip(made[b, t].numpy(), 0, 1) - clean[b, t].numpy()) ** 2).mean()) for b in (0, 1)])
              for t in range(3)]  # fmt: skip
    assert np.allclose(moving.by_frame(made, clean).numpy(), wanted, atol=1e-4)


# Settings


def test_settings_are_numbers_however_they_were_typed():
    assert rnn.check(rnn.Settings("bars", "0.5", "60", 8.0, "1e-3", 40.0, "7")) == rnn.Settings("bars", 0.5, 60, 8, 1e-3, 40, 7)
    assert rnn_pixels.check(rnn_pixels.Settings(16.0, "1e-3", 40.0, "7")) == rnn_pixels.Settings(16, 1e-3, 40, 7)


@pytest.mark.parametrize("module, wrong, word", [
    (rnn, {"shapes": "cats"}, "digits, bars"), (rnn, {"speed": 4}, "'speed' must be a number from 0 to 3"),
    (rnn, {"speed": None}, "speed"), (rnn, {"sigma": 5}, "from 10 to 250"), (rnn, {"width": 7}, "8, 16, 24"),
    (rnn, {"width": "wide"}, "8, 16, 24"), (rnn, {"lr": float("nan")}, "learning rate"), (rnn, {"steps": 20.5}, "whole number"),
    (rnn, {"seed": -1}, "seed"), (rnn_pixels, {"width": 8}, "16, 32, 48"), (rnn_pixels, {"lr": -1}, "learning rate"),
    (rnn_pixels, {"width": [16]}, "16, 32, 48"), (rnn_pixels, {"steps": 10**6}, "steps"),
])  # fmt: skip
def test_a_wrong_setting_is_said_in_both_languages(module, wrong, word):
    with pytest.raises(Refusal, match=word) as refusal:
        module.check(replace(module.Settings(), **wrong))
    assert refusal.value.say("zh") != refusal.value.say("en")


# Trainings


def test_the_memory_gets_ahead(trained):
    t = trained
    first, last = t.rows[0], t.latest("val")
    assert t.state == live.DONE and last["step"] == 80
    assert first["psnr_memory"] == pytest.approx(first["psnr_alone"], abs=0.1)  # the same weights, and no use for a memory yet
    assert last["psnr_memory"] > last["psnr_alone"] + 1 and t.passed()["step"] <= 80 and t.gain() > 1
    assert last["psnr_alone"] > max(t.levels.values()) + 3
    frames = last["frames"]
    assert frames["memory"][0] == pytest.approx(frames["alone"][0], abs=1) and frames["memory"][-1] > frames["memory"][0] + 1
    assert last["psnr_memory"] == pytest.approx(np.mean(frames["memory"][rnn.LATE :]), abs=1e-4)


def test_what_is_shown_of_the_clips_is_what_the_averaged_weights_give(trained):
    clips = trained.clips()
    assert {x.shape for x in clips.values()} == {(moving.FRAMES, 32, 3 * 32 + 2 * rnn.GAP, 3)}
    with torch.no_grad():
        made = trained.run.average(trained.damaged)["memory"]
    wanted = (255 * made[1, 4, 0].clamp(0, 1)).round()
    assert np.abs(clips["memory"][4, :, 34:66, 0].astype(float) - wanted.numpy()).max() <= 1
    assert trained.strip().shape == (4 * 32, 10 * 32, 3)


def test_the_writer_learns_and_what_it_writes_keeps_what_is_given(wrote):
    t = wrote
    assert t.state == live.DONE and t.rows[0]["loss"] == pytest.approx(784 * np.log(2), rel=0.1)
    assert t.latest("val")["loss"] < t.levels["blind"] < 260 < t.levels["coin"] and 0 < t.passed()["step"] <= 40
    seen = t.run.pairs.validation[0]
    assert t.latest("val")["loss"] == pytest.approx(t.run.average.surprise(seen).sum((1, 2)).mean().item(), rel=1e-4)
    mean = t.run.pairs.mean.clamp(1e-3, 1 - 1e-3).double().numpy()
    x = seen.double().numpy()
    assert t.levels["blind"] == pytest.approx(-(x * np.log(mean) + (1 - x) * np.log(1 - mean)).sum((1, 2, 3)).mean(), rel=1e-4)
    nothing, completed = t.pictures()
    assert nothing.shape == completed.shape == t.truth().shape == (28, 178, 3) and t.sheet().shape == (84, 178, 3)
    assert np.array_equal(completed[:14], t.truth()[:14]) and set(np.unique(completed[14:, 30:58, 0])) <= {51, 243}


def test_pictures_are_written_by_the_same_numbers_and_not_too_often(wrote, monkeypatch):
    again = wrote._write()
    assert all(np.array_equal(a, b) for a, b in zip(again, wrote.pictures(), strict=True))
    t = begun(WRITES).training
    count = []
    monkeypatch.setattr(t, "_write", lambda: count.append(1) or again)
    t.pictures()
    t.advance(0)
    t.state, t._took = live.RUNNING, 1e6  # it trains, and writing takes long
    t.pictures()
    assert len(count) == 1
    t.state = live.PAUSED
    t.pictures()
    assert len(count) == 2


@pytest.mark.parametrize("settings", [QUICK, WRITES], ids=["clips", "pixels"])
def test_the_same_seed_is_the_same_training_also_over_pauses(settings):
    whole, pieces = begun(settings), begun(settings)
    run(whole)
    pieces.pause()
    for _ in range(3):
        asyncio.run(live.in_worker(pieces.training.one))  # where every training computes: in a thread that counts alone
        torch.rand(5)  # somebody else draws from the process's own generator
    assert pieces.training.step == 3 == pieces.training.latest("val")["step"]
    pieces.go_on()
    run(pieces)
    assert whole.training.state == live.DONE and torch.equal(weights(whole.training), weights(pieces.training))
    before = whole.training
    whole.again()
    assert torch.equal(weights(run(whole)), weights(before)) and whole.previous is before


@pytest.mark.parametrize("settings", [QUICK, WRITES], ids=["clips", "pixels"])
@pytest.mark.parametrize("lr", [1.0, 10.0])
def test_a_learning_rate_that_is_too_large_is_survived(settings, lr):
    t = run(begun(replace(settings, lr=lr)))
    assert np.isfinite([v for r in t.rows for v in r.values() if isinstance(v, float)]).all()
    if t.state == live.DIVERGED:
        assert t.problem.code in ("live_diverged", "training_diverged")
    else:
        assert t.latest("val")["loss"] > 0
    if isinstance(settings, rnn_pixels.Settings):
        assert t.sheet().shape == (84, 178, 3)
    else:
        assert t.state == live.DIVERGED and t.clips()["memory"].dtype == np.uint8


def test_time_is_capped():
    t = run(begun(replace(QUICK, steps=5000), cap=0.3))
    assert t.state == live.CAPPED and 0 < t.step < 5000


def test_the_untrained_need_no_digits_to_train_on(monkeypatch):
    asked, written = [], vae.written
    monkeypatch.setattr(vae, "written", lambda count, digits: asked.append(count) or written(count, digits))
    for module in (rnn, rnn_pixels):
        module.untrained.cache_clear()
        assert module.untrained().step == 0
        module.untrained.cache_clear()
    assert asked == [vae.HELD_OUT] * 2


def test_the_writer_is_the_network_that_ships_in_small():
    assert isinstance(begun(WRITES).training.run.model, pixel_rnn.PixelRNN)
