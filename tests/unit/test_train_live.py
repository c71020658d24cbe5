"""Train it live, without the screen: settings, one training, the places, and a visitor who goes away."""

import asyncio
import threading
from contextlib import aclosing
from dataclasses import replace

import numpy as np
import pytest
import torch

from restoration import lab, live
from restoration.errors import Refusal
from restoration.live import places, settings
from restoration.live.places import Places
from restoration.models import FAMILIES
from restoration.training.recipes import SMALL

QUICK = live.Settings(steps=50, picture="coins")


def run(session, looks=10_000):
    """Train, looking so many times at most; returns the numbers that were said."""

    async def go():
        said = []
        async with aclosing(session.train()) as going:
            async for number in going:
                said.append(number)
                if len(said) == looks:
                    break
        return said

    return asyncio.run(go())


def begun(*values, **kwargs):
    session = live.Session()
    session.begin(*values, **kwargs)
    return session


def losses(session):
    return [r["loss"] for r in session.training.rows if r["split"] == "train"]


# Settings


def test_settings_are_numbers_however_they_were_typed():
    checked = live.check(live.Settings(lr="2e-3", sigma="25", steps=800.0, seed="7"))
    assert checked == live.Settings(seed=7) and isinstance(checked.steps, int) and isinstance(checked.lr, float)


@pytest.mark.parametrize("wrong, word", [
    ({"lr": "fast"}, "learning rate"), ({"lr": 0}, "learning rate"), ({"lr": float("nan")}, "learning rate"), ({"lr": 11}, "1e-06 to 10"),
    ({"lr": None}, "learning rate"), ({"sigma": 4}, "5 to 75"), ({"sigma": 76}, "sigma"), ({"steps": 49}, "50 to 3000"),
    ({"steps": 3001}, "steps"), ({"steps": 60.5}, "whole number"), ({"steps": "inf"}, "steps"), ({"seed": -1}, "seed"),
    ({"block": "lstm"}, "no block called 'lstm'"), ({"loss": "gan"}, "no loss called"), ({"picture": "dog"}, "no picture called 'dog'"),
])  # fmt: skip
def test_a_wrong_setting_is_said_in_both_languages(wrong, word):
    with pytest.raises(Refusal, match=word) as refusal:
        live.check(replace(live.Settings(), **wrong))
    assert refusal.value.say("zh") != refusal.value.say("en")


@pytest.mark.parametrize("picture", [live.ALL, *lab.samples()])
def test_what_is_validated_is_never_trained_on(picture):
    train, val, notes = settings.pictures(live.Settings(picture=picture), None)
    assert len(val) == 1 and len(train) == (len(lab.samples()) - 1 if picture == live.ALL else 1) and not notes
    out = settings.held_out(picture)
    assert out != picture and np.array_equal(val[0], lab.sample(out).shown)
    assert not any(np.array_equal(lab.sample(out, "full").shown, p) for p in train)


def test_a_photo_of_one_s_own():
    large = lab.Shot(np.random.default_rng(0).random((2000, 2100, 3), dtype=np.float32))
    (cut,), (val,), (note,) = settings.pictures(live.Settings(picture=live.OWN), large)
    assert cut.shape == (1024, 1024, 3) and np.array_equal(cut, large.shown[488 : 488 + 1024, 538 : 538 + 1024])
    assert "2100 x 2000" in note.say("en") and np.array_equal(val, lab.sample("cat").shown)
    for photo, code in ((None, "live_no_photo"), (lab.Shot(large.array[:40]), "picture_too_small")):
        with pytest.raises(Refusal) as refusal:
            settings.pictures(live.Settings(picture=live.OWN), photo)
        assert refusal.value.code == code


def test_every_block_and_loss_makes_a_recipe_of_about_the_same_size():
    for block in live.BLOCKS:
        config = settings.recipe(live.Settings(block=block)).config
        size = sum(p.numel() for p in FAMILIES["blocks"].build(config).parameters())
        assert 0.85 < size / SMALL < 1.15


# One training


def test_it_begins_as_a_network_that_changes_nothing_and_learns():
    session = begun(QUICK)
    t = session.training
    assert t.rows[0]["step"] == 0 and t.rows[0]["psnr"] == t.levels["damaged"] and np.array_equal(t.picture(), t.still()["damaged"])
    assert t.state == live.WAITING and t.levels["median"] > t.levels["damaged"] + 4
    run(session)
    assert t.state == live.DONE and t.step == 50 == len(losses(session))
    assert [r["step"] for r in t.rows if r["split"] == "val"] == [0, 10, 20, 30, 40, 50]
    held, seen = t.scores()
    assert held.picture == "cat" and not held.seen and held.network == pytest.approx(t.latest("val")["psnr"]) and held.gain > 0.5
    assert seen.picture == "coins" and seen.seen and held.damaged == t.levels["damaged"] and held.median == t.levels["median"]


def test_the_same_seed_gives_the_same_curve_also_over_pauses():
    whole, pieces, other = begun(QUICK), begun(QUICK), begun(replace(QUICK, seed=1))
    run(whole)
    run(other)
    pieces.pause()
    for _ in range(3):
        asyncio.run(live.in_worker(pieces.training.one))
    assert pieces.training.step == 3 and pieces.training.state == live.PAUSED and pieces.training.latest("val")["step"] == 3
    pieces.go_on()
    run(pieces, looks=1)
    assert pieces.training.state == live.PAUSED  # nobody listened any more
    pieces.go_on()
    run(pieces)
    assert losses(whole) == losses(pieces) != losses(other)
    assert np.array_equal(whole.training.picture(), pieces.training.picture())
    whole.again()
    assert whole.previous.step == 50 and whole.training.step == 0
    run(whole)
    assert losses(whole) == losses(pieces)


def test_one_step_may_be_the_first_and_the_last():
    session = begun(QUICK)
    session.pause()
    for step in range(1, 51):
        session.training.one()
        assert session.training.step == step and session.training.latest("val")["step"] == step
    assert session.training.state == live.DONE
    assert [r["step"] for r in session.training.rows if r["split"] == "val"] == list(range(51))


@pytest.mark.parametrize("loss", live.LOSSES)
def test_a_learning_rate_that_diverges_is_said_and_nothing_is_drawn_that_is_no_number(loss):
    session = begun(replace(QUICK, lr=1, loss=loss))
    run(session)
    t = session.training
    assert t.state == live.DIVERGED and t.problem.code == "live_diverged" and "Take a tenth" in str(t.problem)
    assert np.isfinite([v for r in t.rows for v in r.values() if isinstance(v, float)]).all() and 1 < t.step < 50
    assert t.picture().shape == (256, 256, 3)
    with pytest.raises(Refusal, match="diverge"):
        t.network()


def test_a_loss_that_is_no_number_is_a_divergence_too(monkeypatch):
    session = begun(QUICK)
    family = session.training.run.family
    session.training.run.family = replace(family, step=lambda *a: {**family.step(*a), "loss": float("nan")})
    run(session)
    assert session.training.state == live.DIVERGED and session.training.problem.code == "training_diverged"


def test_time_is_capped():
    session = begun(replace(QUICK, steps=3000), cap=0.3)
    run(session)
    assert session.training.state == live.CAPPED and 0 < session.training.step < 3000 and 0.3 <= session.training.seconds < 3


def test_long_curves_are_means_of_equally_many_rows():
    t = begun(QUICK).training
    t.rows = [{"split": "train", "step": i + 1, "loss": float(i)} for i in range(500)]
    curve = t.curve("train", "loss", most=240)
    assert len(curve) == 167 and curve[0] == [3, 1.0] and curve[-1][0] == 500
    assert t.curve("train", "loss", most=500)[7] == [8, 7.0]


# One visitor


def test_two_trainings_of_one_visitor_are_refused():
    session = begun(QUICK)
    first = session.training
    with pytest.raises(Refusal) as refusal:
        session.begin(QUICK)
    assert refusal.value.code == "live_running" and session.training is first
    session.stop()
    session.begin(QUICK)
    assert session.training is not first and first.state == live.STOPPED
    with pytest.raises(Refusal, match="Press Train first"):
        live.Session().again()


def test_a_wrong_setting_leaves_the_last_training_as_it_was():
    session = begun(QUICK)
    session.stop()
    first = session.training
    with pytest.raises(Refusal):
        session.begin(replace(QUICK, lr=-1))
    assert session.training is first


def test_the_network_that_is_used_is_a_copy():
    session = begun(QUICK)
    run(session, looks=2)
    network = session.training.network().network
    before = network.restore(session.training.damaged)
    session.go_on()
    run(session)
    assert (network.restore(session.training.damaged) == before).all() and session.training.state == live.DONE


def test_visitors_at_once_draw_their_own_first_weights():
    alone = [begun(replace(QUICK, seed=s)).training.run.model.state_dict() for s in range(4)]
    together = [None] * 4

    def begin(s):
        together[s] = begun(replace(QUICK, seed=s)).training.run.model.state_dict()

    threads = [threading.Thread(target=begin, args=(s,)) for s in range(4)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    assert all((a[k] == b[k]).all() for a, b in zip(alone, together, strict=True) for k in a)


def test_the_visitor_s_network_mends():
    session = begun(QUICK)
    with pytest.raises(Refusal) as refusal:
        session.training.network()
    assert refusal.value.code == "live_no_network"
    run(session)
    own, clean = session.training.network(), lab.sample("cat")
    ruined = lab.ruin(clean, (("noise", {"sigma": 25}),))
    mended = lab.mend(ruined, lab.OWN, own=own)
    assert mended.own is own and mended.names == (lab.OWN,) and "50 updates" in mended.notes[0].say("en")
    rows = [lab.row(clean, ruined), lab.row(clean, mended)]
    assert rows[1].psnr > rows[0].psnr + 0.5
    assert "its job" not in lab.say_verdict(rows, ruined, mended, clean, "en")
    blurred = lab.ruin(clean, (("blur", {"sigma": 2}),))
    mended = lab.mend(blurred, lab.OWN, own=own)
    assert "not its job" in lab.say_verdict([lab.row(clean, blurred), lab.row(clean, mended)], blurred, mended, clean, "en")
    small = lab.ruin(clean, (("low-resolution", {"scale": 4}),))
    assert lab.mend(small, lab.OWN, own=own).array.shape == clean.array.shape


def test_without_a_network_of_one_s_own_nothing_breaks():
    ruined = lab.ruin(lab.sample("cat"), (("noise", {"sigma": 25}),))
    for call, code in ((lambda: lab.mend(ruined, lab.OWN), "own_missing"), (lambda: lab.curves_rows(lab.OWN), "own_curves"),
                       (lambda: lab._load(lab.OWN), "own_inside")):  # fmt: skip
        with pytest.raises(Refusal) as refusal:
            call()
        assert refusal.value.code == code and refusal.value.say("zh")
    case, notes = lab.parse_case({"model": lab.OWN, "picture": "coins"})
    assert case.model == lab.AUTO and case.picture == "coins" and [n.code for n in notes] == ["own_in_link"]


# The places


def test_who_comes_first_trains_first():
    clock = iter(range(1000))
    line = Places(2, patience=50, clock=lambda: next(clock))
    assert [line.ask(who, 10) for who in "abcd"] == [0, 0, 1, 2] and line.taken == 2
    assert line.ask("d", 10) == 2 and line.wait(1) == 10 and line.wait(2) == 10 and line.wait(3) == 20 == line.wait()
    assert Places(2).wait() == 0
    line.leave("a")
    assert [line.ask(who) for who in "dcb"] == [1, 0, 0]
    line.leave("nobody")


def test_whoever_goes_away_without_a_word_loses_the_place():
    now = [0.0]
    line = Places(1, patience=5, clock=lambda: now[0])
    assert line.ask("gone") == 0 and line.ask("here") == 1
    now[0] = 4.0
    assert line.ask("here") == 1
    now[0] = 6.0
    assert line.ask("here") == 0 and line.taken == 1 and line.ask("gone") == 1


@pytest.mark.parametrize("end", ["close", "pause", "stop", "cancel"])
def test_the_place_is_free_when_a_training_ends_early(end, monkeypatch):
    line = Places(1)
    monkeypatch.setattr(live, "PLACES", line)
    first, second = begun(replace(QUICK, steps=3000)), begun(QUICK)

    async def go():
        async with aclosing(first.train()) as a, aclosing(second.train()) as b:
            assert await anext(a) == 0 and await anext(b) == 1
            if end == "close":
                await a.aclose()
            elif end == "cancel":
                task = asyncio.create_task(anext(a))
                await asyncio.sleep(0.02)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
            else:
                getattr(first, end)()
                with pytest.raises(StopAsyncIteration):
                    await anext(a)
            assert await anext(b) == 0 and line.taken == 1

    asyncio.run(go())
    assert first.training.state == (live.STOPPED if end == "stop" else live.PAUSED) and line.taken == 0


def test_more_visitors_than_places_all_come_to_their_end(monkeypatch):
    line = Places(2)
    monkeypatch.setattr(live, "PLACES", line)
    monkeypatch.setattr(live, "LOOK", 0.02)
    sessions, most = [begun(replace(QUICK, seed=s)) for s in range(5)], []

    async def visitor(session):
        async for number in session.train():
            most.append(sum(s.training.state == live.RUNNING for s in sessions))
            assert (number == 0) == (session.training.state not in (live.WAITING,))

    async def all_of_them():
        await asyncio.gather(*map(visitor, sessions))

    asyncio.run(all_of_them())
    assert all(s.training.state == live.DONE for s in sessions) and max(most) <= 2 and line.taken == 0


def test_a_training_thread_computes_alone_and_the_others_do_not():
    before = torch.get_num_threads()
    assert places.workers().submit(torch.get_num_threads).result() == 1
    found = []
    thread = threading.Thread(target=lambda: found.append(torch.get_num_threads()))
    thread.start()
    thread.join()
    assert found == [before] == [torch.get_num_threads()]
