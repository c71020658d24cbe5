"""Predictions and the questions about a run: numbers against an independent formula, every kind in both languages, ties and infinities."""

import math
import re
from dataclasses import dataclass, replace

import numpy as np
import pytest

from restoration.quiz import guess, run
from restoration.quiz.guess import Contender, Contest
from restoration.quiz.words import WORDS

LANGS = ("en", "zh")


@dataclass(frozen=True)
class Row:
    id: str
    name: str
    kind: str
    psnr: float
    ssim: float | None = None
    ms: float | None = None


DAMAGED = Row("damaged", "Damaged", "damaged", 20.0, 0.40)
NLM = Row("nlm", "Non-local means", "yardstick", 28.0, 0.85, 20.0)
MEDIAN = Row("median", "Median filter", "yardstick", 25.0, 0.70, 4.0)
NET = Row("net", "Network", "network", 31.0, 0.80, 200.0)
ROWS = (DAMAGED, NLM, MEDIAN, NET)
NETWORK, CLASSICAL = Contender("Network", ("net",), "It learned."), Contender("Classical", ("nlm", "median"), "It smooths.")
CONTEST = Contest((NETWORK, CLASSICAL), 20.0)


def chosen(contest, rows, *options, lang="en"):
    return guess.judge(contest, options, rows, lang)


# Before


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_asked(lang):
    asks = guess.questions(replace(CONTEST, truth=1), lang)
    assert [a.kind for a in asks] == ["winner", "gap", "truth"]
    assert [len(a.options) for a in asks] == [4, 5, 3]  # two, none of them, unknown; four bands, unknown; A, B, unknown
    assert len({a.options[-1] for a in asks}) == 1 and all(len(set(a.options)) == len(a.options) for a in asks)
    assert "20.0 dB" in asks[0].options[2]
    one = guess.questions(Contest((NETWORK,), 20.0, alone=False), lang)
    assert len(one[0].options) == 2 and len(one[1].options) == 6  # of one alone, its lead over the damaged picture, which may be negative


@pytest.mark.parametrize(("lead", "place"), [(0, 0), (0.49, 0), (0.5, 1), (1.99, 1), (2, 2), (4.9, 2), (5, 3), (80, 3)])
def test_bands(lead, place):
    assert guess.band(lead, guess.BANDS) == place


def test_the_winner_and_its_lead():
    won, gap = chosen(CONTEST, ROWS, 0, 2)
    assert won.right and gap.right  # 31.0 over the better of the two, 28.0
    assert "31.0 dB" in won.said and "It learned." in won.said
    assert "3.00 dB ahead" in gap.said and f"{1000 ** 0.1:.1f}" == "2.0" and "2 times smaller" in gap.said  # 10^(3/10) = 1.995
    lost, gap = chosen(CONTEST, ROWS, 1, 0)
    assert lost.right is False and "28.0 dB" in lost.said and "It smooths." in lost.said and gap.right is False


def test_who_does_not_know_is_told_and_not_judged():
    won, gap = chosen(CONTEST, ROWS, 3, 4)
    assert won.right is None and gap.right is None and "Network" in won.said and "3.00 dB" in gap.said


def test_nothing_beats_the_damaged_picture():
    rows = (replace(DAMAGED, psnr=33.0), *ROWS[1:])
    contest = replace(CONTEST, damaged=33.0)
    assert [chosen(contest, rows, n, 4)[0].right for n in range(3)] == [False, False, True]
    alone = Contest((NETWORK,), 33.0)
    assert chosen(alone, rows, 0, 0)[1].right and "2.00 dB behind" in chosen(alone, rows, 0, 0)[1].said


def test_ties_and_perfect_copies():
    rows = (DAMAGED, replace(NLM, psnr=31.02), MEDIAN, NET)
    assert [chosen(CONTEST, rows, n, 0)[0].right for n in (0, 1)] == [True, True]
    assert chosen(CONTEST, rows, 0, 0)[1].right  # less than half a dB
    perfect = (DAMAGED, NLM, MEDIAN, replace(NET, psnr=math.inf))
    won, gap = chosen(CONTEST, perfect, 0, 3)
    assert won.right and "∞" in won.said and gap.right and "nan" not in gap.said and "inf" not in gap.said
    both = (DAMAGED, replace(NLM, psnr=math.inf), MEDIAN, replace(NET, psnr=math.inf))
    assert [chosen(CONTEST, both, n, 0)[0].right for n in (0, 1)] == [True, True] and chosen(CONTEST, both, 0, 0)[1].right


def test_a_pair_is_signed():
    contest = replace(CONTEST, pair=(NETWORK, CLASSICAL), bands=(0.5, 1, 2))
    assert [chosen(contest, ROWS, 0, n)[1].right for n in range(6)] == [False, False, False, False, True, None]
    behind = (DAMAGED, NLM, MEDIAN, replace(NET, psnr=27.0))
    assert chosen(contest, behind, 0, 0)[1].right and "1.00 dB behind" in chosen(contest, behind, 0, 0)[1].said


def test_what_was_not_run_is_not_judged():
    won, gap = chosen(replace(CONTEST, pair=(NETWORK, CLASSICAL)), (DAMAGED, NET), 1, 0)
    assert won.right is None and gap.right is None


@pytest.mark.parametrize("truth", [0, 1])
def test_which_is_the_original(truth):
    contest = replace(CONTEST, truth=truth)
    assert [chosen(contest, ROWS, 0, 0, n)[2].right for n in range(3)] == [truth == 0, truth == 1, None]


# After


FULL = run.Run(ROWS, "net", sigma=25, lost=0.08, scale=4, niqe=(4.0, "nlm", 9.0, "net", 4.5), memory=("net", "nlm"), wiped=(12, 3.2))
NATURAL = replace(FULL, niqe=(4.0, "net", 9.0, "nlm", 4.5))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("make", [*run.SPECIAL, *run.GENERAL])
def test_every_kind_in_both_languages(make, lang):
    question = make(NATURAL, lang)
    assert question and question.text and len(question.options) in (3, 4)
    assert sum(o.right for o in question.options) == 1
    assert all(o.text.strip() and o.why.strip() for o in question.options)
    assert len({o.text for o in question.options}) == len(question.options)
    text = question.text + "".join(o.text + o.why for o in question.options)
    assert "{" not in text and "nan" not in text and bool(re.search("[一-鿿]", text)) == (lang == "zh")


def right(question) -> float:
    text = next(o.text for o in question.options if o.right)
    return float(re.search(r"\d+(\.\d+)?", text)[0])


def test_the_mean_squared_error_of_pictures():
    """A picture with an error of known size: the factor is that of the errors themselves."""
    rng = np.random.default_rng(0)
    before, after = 0.1 * rng.standard_normal(4000), 0.03 * rng.standard_normal(4000)
    a, b = (10 * math.log10(1 / np.mean(e**2)) for e in (before, after))
    question = run._mse(run.Run((replace(DAMAGED, psnr=a), replace(NET, psnr=b)), "net"), "en")
    assert right(question) == pytest.approx(np.mean(before**2) / np.mean(after**2), rel=0.006)


def test_noise_of_half_the_strength():
    rng = np.random.default_rng(1)
    noise = rng.standard_normal(10000)
    psnr = [10 * math.log10(1 / np.mean((sigma / 255 * noise) ** 2)) for sigma in (30, 15)]
    question = run._half(run.Run((replace(DAMAGED, psnr=psnr[0]), NET), "net", sigma=30), "en")
    assert right(question) == pytest.approx(psnr[1], abs=0.06)


def test_the_error_of_the_filled_pixels_alone():
    error = np.zeros(10000)
    error[:800] = 0.2 * np.random.default_rng(2).standard_normal(800)
    whole, hole = (10 * math.log10(1 / np.mean(e**2)) for e in (error, error[:800]))
    question = run._hole(run.Run((DAMAGED, replace(NET, psnr=whole)), "net", lost=0.08), "en")
    assert right(question) == pytest.approx(hole, abs=0.06)


@pytest.mark.parametrize("scale", [2, 3, 4])
def test_the_share_that_was_made_up(scale):
    kept = np.zeros((12 * scale, 12 * scale))
    kept[::scale, ::scale] = 1
    assert right(run._share(run.Run(ROWS, "net", scale=scale), "en")) == pytest.approx(100 * (1 - kept.mean()), rel=1e-3)


def test_a_network_that_loses():
    rows = (replace(DAMAGED, psnr=32.0), replace(NET, psnr=29.0))
    question = run._mse(run.Run(rows, "net"), "en")
    assert "down" in question.text and right(question) == pytest.approx(10**0.3, rel=0.006)


def test_numbers_that_cannot_be_told_apart_are_no_options():
    """At 10 dB the factor is ten as well: who takes dB for a factor would be right by accident."""
    question = run._mse(run.Run((DAMAGED, replace(NET, psnr=30.0)), "net"), "en")
    assert sum(o.text == "10 times" for o in question.options) == 1
    for gain in np.arange(1, 40, 0.37):
        question = run._mse(run.Run((DAMAGED, replace(NET, psnr=20 + gain)), "net"), "en")
        numbers = [float(o.text.split()[0]) for o in question.options] if question else []
        assert all(max(a, b) / min(a, b) > 1.1 for n, a in enumerate(numbers) for b in numbers[:n])


def test_what_does_not_fit_is_not_asked():
    bare = run.Run((DAMAGED, replace(NET, ssim=None, ms=None)), "net")
    assert [make(bare, "en") for make in run.SPECIAL] == [None] * len(run.SPECIAL)
    perfect = replace(FULL, rows=(DAMAGED, replace(NET, psnr=math.inf)))
    assert run._mse(perfect, "en") is run._hole(perfect, "en") is run._perfect(perfect, "en") is run._looks(perfect, "en") is None
    assert run._niqe(FULL, "en") is None  # the more natural one is also nearer: no trade
    assert run._ssim(replace(FULL, rows=(DAMAGED, MEDIAN, NET)), "en") is None  # both crown the network
    assert run._wipe(replace(FULL, wiped=(12, 0.0)), "en") is None
    assert run._speed(replace(FULL, rows=(DAMAGED, replace(NLM, ms=190.0), NET)), "en") is None


def test_two_questions_follow_from_the_number_alone():
    for number in range(40):
        first = run.choose(FULL, "en", number)
        assert first == run.choose(FULL, "en", number) and len({q.kind for q in first}) == 2
        assert first[0].kind in {"wipe", "memory", "share", "hole", "ssim"}  # what only such a run allows comes first
        assert [q.kind for q in run.choose(FULL, "zh", number)] == [q.kind for q in first]
    assert len({q.kind for n in range(60) for q in run.choose(FULL, "en", n)}) > 6
    assert len({run.choose(FULL, "en", n)[1].options[0].right for n in range(60)}) == 2  # the right one is not always the first


def test_the_words_have_the_same_blanks_in_both_languages():
    blanks = [{*re.findall(r"\{(\w+)\}", text)} for pair in WORDS.values() for text in pair]
    assert blanks[::2] == blanks[1::2]


ONE, TWO = Contender("A", ("a",)), Contender("B", ("b",))


@pytest.mark.parametrize("contest", [
    Contest((ONE, TWO), 20.3, truth=1), Contest((ONE,), 20.3, alone=False), Contest((ONE, TWO), 9.0, pair=(ONE, TWO)),
])  # fmt: skip
@pytest.mark.parametrize(("there", "here"), [("en", "zh"), ("zh", "en")])
def test_every_question_can_be_told_in_the_other_language(contest, there, here):
    for one, other in zip(guess.questions(contest, there), guess.questions(contest, here), strict=True):
        assert guess.recognise(one.text) == (one.kind, there)
        assert guess.translated(one.text, here, {}) == other.text
        assert [guess.translated(option, here, {}) for option in one.options] == list(other.options)
