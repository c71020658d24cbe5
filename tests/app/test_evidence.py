"""What a repair showed as plain values, for every family of networks: what a prediction is held against, and what a report prints."""

import math
from dataclasses import replace

import numpy as np
import pytest

from restoration import lab
from restoration.lab import gan, gan_repair, rnn, rnn_repair, vae, vae_repair
from restoration.quiz import guess, run
from restoration.ui import desk as cnn_desk
from restoration.ui import events
from restoration.ui.classroom.names import names
from restoration.ui.gan import bench as gan_bench
from restoration.ui.rnn import bench as rnn_bench
from restoration.ui.vae import bench as vae_bench


def of(kind, lang):
    """A bench without its widgets: what it says of a desk needs none."""
    bench = object.__new__(kind)
    bench.lang = lang
    return bench


def cnn():
    steps = lab.check_steps([("missing-block", {"size": 0.25})])
    desk = cnn_desk.settle(None, cnn_desk.Wanted(lab.Case(picture="astronaut", damage=steps, seed=38)))
    return events.Lab, desk, list(cnn_desk.mend(desk))


def with_critic():
    desk = gan_bench.settle(None, gan_bench.Wanted(gan.Case()))
    return gan_bench.Bench, desk, list(gan_repair.mend(desk.wanted.key, desk.clean, desk.ruined, between=False))


def small():
    desk = vae_bench.settle(None, vae_bench.Wanted(vae.Case()))
    return vae_bench.Bench, desk, list(vae_repair.mend(desk.wanted.key, desk.clean, desk.ruined, 0))


def clip():
    desk = rnn_bench.settle(None, rnn_bench.Wanted(rnn.Case()))
    clean = replace(desk.clean, frames=desk.clean.frames[:10, :64, :64].copy(), name="")  # short and small, so that it takes a second
    desk = replace(desk, clean=clean, ruined=rnn.ruin(clean, desk.wanted.case))
    return rnn_bench.Bench, desk, list(rnn_repair.mend(desk.wanted.key, clean, desk.ruined))


@pytest.fixture(scope="module", params=[cnn, with_critic, small, clip], ids=lambda make: make.__name__)
def made(request):
    return request.param()


def psnr(a, b) -> float:
    error = np.mean((a.astype(float) - b) ** 2)
    return math.inf if error == 0 else 10 * math.log10(255**2 / error)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_pictures_and_scores(made, lang):
    kind, desk, outcomes = made
    bench = of(kind, lang)
    assert bench.evidence(desk, None) is None and bench.evidence(desk, outcomes[0]) is None  # not before it is done
    found = bench.evidence(desk, outcomes[-1])
    truth = found.picture("truth").pixels
    for picture in found.pictures:
        assert picture.pixels.dtype == np.uint8 and picture.pixels.shape == truth.shape and picture.name
    assert {p.kind for p in found.pictures} >= {"truth", "damaged", "restored"}
    assert found.scores[0].kind == "damaged" and {s.kind for s in found.scores} == {"damaged", "yardstick", "network"}
    assert len({s.id for s in found.scores}) == len(found.scores) and all(s.name for s in found.scores)
    assert found.said and found.measure
    if kind in (events.Lab, gan_bench.Bench):  # the whole picture is scored as it is shown
        scores = {s.name: s.psnr for s in found.scores}
        for picture in found.pictures[1:]:
            assert psnr(picture.pixels, truth) == pytest.approx(scores.get(picture.name, scores[found.scores[0].name]), abs=0.01)


def test_a_repair_of_something_else_is_no_evidence(made):
    kind, desk, outcomes = made
    assert of(kind, "en").evidence(desk, replace(outcomes[-1], key=("another",))) is None


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_who_is_named_before_the_run_is_in_the_table_after_it(made, lang):
    kind, desk, outcomes = made
    bench = of(kind, lang)
    contest, found = bench.contest(desk), bench.evidence(desk, outcomes[-1])
    named = {id for contender in contest.contenders for id in contender.ids}
    assert named == {s.id for s in found.scores if s.kind != "damaged"}
    assert contest.damaged == pytest.approx(found.scores[0].psnr, abs=0.02)
    assert all(contender.about for contender in contest.contenders)
    asks = guess.questions(contest, lang)
    verdicts = guess.judge(contest, (0,) * len(asks), found.scores, lang)
    assert len(verdicts) == len(asks) and all(v.right in (True, False) for v in verdicts)
    about = bench.run_of(desk, outcomes[-1], found)
    assert about.row(about.network).kind == "network"
    assert len(run.choose(about, lang, 0)) == 2


@pytest.mark.parametrize(("here", "there"), [("en", "zh"), ("zh", "en")])
def test_what_was_asked_in_one_language_is_told_in_the_other(made, here, there):
    kind, desk, _ = made
    asked = {lang: guess.questions(of(kind, lang).contest(desk), lang) for lang in (here, there)}
    for q, wanted in zip(asked[there], asked[here], strict=True):
        told = [guess.translated(text, here, names(here)) for text in (q.text, *q.options)]
        assert told == [wanted.text, *wanted.options]


def test_the_two_pictures_are_the_original_and_a_repair(made):
    kind, desk, _ = made
    bench = of(kind, "en")
    two = bench.twins(desk) if bench.may_be_mistaken(desk) else None
    assert (two is None) == (kind in (vae_bench.Bench, rnn_bench.Bench))
    if two:
        truth, repair, lost = two
        assert truth.shape == repair.shape and 15 < psnr(truth, repair) < 45
        assert lost is None or lost.shape == truth.shape[:2]
