"""The sentence under a result, from scores and pictures whose answer is known."""

import math
import re
from types import SimpleNamespace

import numpy as np
import pytest
from small import make_picture

from restoration import verdict

SIDE = 96


def row(kind, psnr, en="Non-local means", zh="非局部均值"):
    return SimpleNamespace(kind=kind, psnr=psnr, en=en, zh=zh)


def rows(damaged, network, *yardsticks):
    return [row("damaged", damaged), *[row("yardstick", p, en, en) for en, p in yardsticks], row("network", network)]


def say(table, error=None, why=None, damages=("noise",)):
    """The sentence in both languages, English first; both must be clean."""
    whys = why or (None, None)
    both = [verdict.sentence(table, error, w, list(damages), lang) for w, lang in zip(whys, ("en", "zh"), strict=True)]
    for text in both:
        assert not re.search(r"\b(nan|inf|None)\b", text) and "-" not in re.sub(r"[a-z]-[a-z]", "", text, flags=re.I)
    assert both[0].endswith(".") and both[1].endswith("。") and both[0].isascii()
    return both


def test_gain_and_lead():
    en, zh = say(rows(20.2, 31.3, ("TV", 27.0), ("NLM", 28.2), ("median", 24.0)))
    assert "gains 11.1 dB over the damaged picture" in en and "3.1 dB ahead of NLM, the best classical" in en
    assert "11.1 dB" in zh and "领先" in zh and "NLM" in zh and "3.1 dB" in zh and "TV" not in zh


def test_loss_and_lag():
    en, zh = say(rows(30.0, 28.0, ("NLM", 29.5)))
    assert "loses 2.0 dB against" in en and "1.5 dB behind NLM" in en
    assert "降低了 2.0 dB" in zh and "落后" in zh


def test_without_a_yardstick():
    en, zh = say(rows(20.0, 25.0))
    assert "classical" not in en and "经典" not in zh and "5.0 dB" in en and "5.0 dB" in zh


def test_no_original_no_score():
    en, zh = say([row("damaged", None), row("network", None)], damages=())
    assert "no score is possible" in en and "无法打分" in zh


@pytest.mark.parametrize("network", [45.0, math.inf])
@pytest.mark.parametrize("damages", [(), ("noise",)])
def test_nothing_was_damaged(network, damages):
    """No damage at all, or one too weak to change a pixel: the damaged picture's PSNR is infinite."""
    en, zh = say(rows(math.inf, network), damages=damages)
    assert "nothing to mend" in en and "无需修复" in zh


def test_a_perfect_repair():
    say(rows(20.0, math.inf, ("Telea", 40.0)))
    say(rows(20.0, 30.0, ("Telea", math.inf)))
    en, _ = say(rows(20.0, math.inf, ("Telea", math.inf)), error={"flat": 0.0, "texture": 0.0, "edges": 0.0})
    assert "0.0 dB ahead" in en and "remaining" not in en


def test_a_damage_that_it_never_saw():
    error = {"flat": 1.0, "texture": 0.0, "edges": 0.0}
    en, zh = say(rows(20.0, 21.0), error, why=("It looks for noise", "它只找噪声"), damages=("jpeg",))
    assert en.endswith("; It looks for noise.") and zh.endswith("；它只找噪声。") and "remaining" not in en


@pytest.mark.parametrize("kind", verdict.PLACES)
def test_where_the_error_sits(kind):
    error = {"flat": 0.2, "texture": 0.2, "edges": 0.2, kind: 0.6}
    en, zh = say(rows(20.0, 30.0), error)
    assert f"60 % of the remaining squared error sits on {verdict.PLACES[kind][0]}" in en
    assert "60 %" in zh and verdict.PLACES[kind][1] in zh


def three_places():
    """A clean picture (H, W, 3): smooth on the left, a strong edge in the middle, a weak fine pattern on the right."""
    x = np.full((SIDE, SIDE), 0.2, np.float32)
    x[:, SIDE // 2 :] = 0.8
    x[:, 2 * SIDE // 3 :] += 0.03 * (-1) ** np.arange(SIDE // 3)
    return np.repeat(x[..., None], 3, 2)


def test_places_are_told_apart():
    found = verdict.places(three_places())
    assert found["flat"][:, : SIDE // 2 - 8].all()
    assert found["edges"][:, SIDE // 2 - 1 : SIDE // 2 + 1].all()
    assert found["texture"][:, 2 * SIDE // 3 + 6 :].mean() > 0.95


@pytest.mark.parametrize("truth", [three_places(), np.zeros((16, 16, 3)), np.ones((17, 33, 3)),
                                   make_picture(64, 48)[0].permute(1, 2, 0).numpy()])  # fmt: skip
def test_every_pixel_is_in_one_place(truth):
    found = verdict.places(truth)
    assert set(found) == set(verdict.PLACES)
    assert (sum(mask.astype(int) for mask in found.values()) == 1).all()


@pytest.mark.parametrize("kind, column", [("flat", 8), ("edges", SIDE // 2), ("texture", SIDE - 8)])
def test_an_error_is_found_where_it_was_put(kind, column):
    truth = three_places()
    restored = truth.copy()
    restored[20:30, column] += 0.1
    shares = verdict.where_error_sits(truth, restored)
    assert shares[kind] == pytest.approx(1) and sum(shares.values()) == pytest.approx(1)


def test_shares_against_plain_sums():
    truth = make_picture(64, 64)[0].permute(1, 2, 0).numpy()
    restored = truth + np.random.default_rng(0).normal(0, 0.3, truth.shape)  # also beyond what can be shown
    shares, squares = verdict.where_error_sits(truth, restored), (np.clip(restored, 0, 1) - truth) ** 2
    for kind, mask in verdict.places(truth).items():
        assert shares[kind] == pytest.approx(squares[mask].sum() / squares.sum())


def test_no_error_at_all():
    assert set(verdict.where_error_sits(three_places(), three_places()).values()) == {0.0}
