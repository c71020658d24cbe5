"""The lab of pictures as sentences: covers, endings, surprise, and what is refused. And what its panel makes of them."""

import numpy as np
import pytest
import torch
from small import make_like

from restoration import lab
from restoration.errors import Refusal
from restoration.lab import rnn_pixels, vae
from restoration.studies import rnn_nats
from restoration.ui.rnn import pixels

LIT = (rnn_pixels.SIDE, rnn_pixels.SIDE)


@pytest.fixture
def small(tmp_path, monkeypatch):
    """A digit, and small networks in the place of the three that ship."""
    for name in (rnn_pixels.MODEL, rnn_pixels.VAE, rnn_pixels.JUDGE):
        make_like(name, tmp_path)
    monkeypatch.setenv("KINTSUGI_MODELS", str(tmp_path))
    lab._load.cache_clear()
    yield vae.picture("digits", 3)
    lab._load.cache_clear()


def test_every_cover_leaves_what_it_says():
    clean = vae.picture("digits", 3)
    for name in ("lower", "right", "block", "scattered"):
        begun = rnn_pixels.begin(clean, name, seed=2)
        assert begun.known.shape == LIT and 0.2 < begun.known.mean() < 0.8 and begun.known[0].any()
        assert not begun.known.flat[begun.first] and begun.known.reshape(-1)[: begun.first].all()
        assert begun.after == begun.known.sum() - begun.first
        assert np.array_equal(begun.white, clean.array[..., 0] > 0.5)
    assert rnn_pixels.begin(clean, "lower").after == 0 and rnn_pixels.begin(clean, "lower").first == 392
    assert rnn_pixels.begin(clean, "right").known[:, :14].all() and not rnn_pixels.begin(clean, "right").known[:, 14:].any()
    assert not rnn_pixels.begin(clean, rnn_pixels.NOTHING).known.any()
    painted = np.zeros(LIT, bool)
    painted[5, 3:9] = True
    assert np.array_equal(rnn_pixels.begin(clean, "own", painted=painted).known, ~painted)


def test_a_cover_that_leaves_no_beginning_is_refused():
    clean, first_row = vae.picture("digits", 3), np.zeros(LIT, bool)
    first_row[0] = True
    for values in (("upper",), ("own", 0, first_row)):
        with pytest.raises(Refusal) as refused:
            rnn_pixels.begin(clean, *values)
        assert refused.value.code == "pixels_no_prefix" and "write from nothing" in str(refused.value)
    first_row[0, 9] = False
    assert rnn_pixels.begin(clean, "own", 0, first_row).first == 0
    cases = [
        (("own",), "pixels_no_cover"), (("left",), "unknown_name"), (("block", -1), "seed_range"),
        (("own", 0, np.zeros((5, 5), bool)), "mask_size"),
    ]  # fmt: skip
    for values, code in cases:
        with pytest.raises(Refusal) as refused:
            rnn_pixels.begin(clean, *values)
        assert refused.value.code == code
    with pytest.raises(Refusal, match="digits"):
        rnn_pixels.begin(vae.picture("emoji", 0), "lower")


def test_endings_keep_what_is_given_and_their_numbers_add_up(small):
    begun = rnn_pixels.begin(small, "scattered", seed=1)
    out = rnn_pixels.write(begun, seed=4)
    assert out.white.shape == out.p.shape == (rnn_pixels.COUNT, *LIT) and len(out.reads) == len(out.nats) == rnn_pixels.COUNT
    assert (out.white[:, begun.known] == begun.white[begun.known]).all()
    assert len({one.tobytes() for one in out.white}) == rnn_pixels.COUNT
    model = vae.network(rnn_pixels.MODEL)
    for white, p, nats in zip(out.white, out.p, out.nats, strict=True):
        x = torch.from_numpy(white.astype(np.float32))[None, None]
        with torch.no_grad():
            assert np.allclose(p, model(x).softmax(1)[0, 1].numpy(), atol=1e-5)
            whole = model.surprise(x)[0].numpy()
        assert nats == pytest.approx(whole[~begun.known].sum(), abs=0.01)
    assert out.truth == pytest.approx(rnn_pixels.surprise(begun).nats[~begun.known].sum(), abs=0.01)


def test_same_seed_same_endings_and_at_0_all_are_one(small):
    begun = rnn_pixels.begin(small, "lower")
    one, same, other = (rnn_pixels.write(begun, 1.0, seed).white for seed in (1, 1, 2))
    assert np.array_equal(one, same) and not np.array_equal(one, other)
    cold = rnn_pixels.write(begun, 0, 5, count=3).white
    assert (cold == cold[0]).all() and [n.code for n in rnn_pixels.notes(begun, 0)] == ["pixels_binarised", "pixels_cold"]
    assert "pixels_after" in [n.code for n in rnn_pixels.notes(rnn_pixels.begin(small, "right"), 1)]


@pytest.mark.parametrize("values,code", [
    ((-1, 0, 6), "pixels_temperature"), ((float("nan"), 0, 6), "pixels_temperature"), ((3.1, 0, 6), "pixels_temperature"),
    (("hot", 0, 6), "pixels_temperature"), ((None, 0, 6), "pixels_temperature"), ((1, -1, 6), "seed_range"), ((1, None, 6), "seed_range"),
    ((1, 0, 0), "not_a_whole_number"), ((1, 0, 13), "not_a_whole_number"), ((1, 0, 2.5), "not_a_whole_number"),
    ((1, 0, float("nan")), "not_a_whole_number"), ((1, 0, "six"), "not_a_whole_number"),
])  # fmt: skip
def test_what_is_out_of_range_is_refused(values, code):
    with pytest.raises(Refusal) as refused:
        rnn_pixels.check(*values)
    assert refused.value.code == code and all(refused.value.say(lang) for lang in ("en", "zh"))


def test_the_bounds_lie_in_their_order(small):
    seen = rnn_pixels.surprise(rnn_pixels.begin(small, "lower"))
    assert seen.nats.shape == LIT and (seen.nats > 0).all() and seen.total == pytest.approx(seen.nats.sum(), rel=1e-5)
    assert seen.iwae < seen.elbo
    colours = rnn_pixels.surprise_picture(np.array([[0.0, rnn_pixels.HOT, 9.0]]))[0]
    assert colours[0].max() < 10 and np.array_equal(colours[1], colours[2]) and colours[1].min() > 150


def test_the_study_measures_each_network_alike(small):
    x = (torch.rand(6, 1, *LIT, generator=torch.Generator().manual_seed(0)) < 0.2).float()
    exact, map_ = vae.network(rnn_pixels.MODEL), vae.network(rnn_pixels.VAE)
    found = rnn_nats.nats(x, torch.full((1, 1, *LIT), 0.2), exact, map_, draws=20)
    with torch.no_grad():
        assert torch.allclose(found["exact"], exact.surprise(x).sum((1, 2)))
    white = x.sum((1, 2, 3))
    assert torch.allclose(found["pixels"], -(white * np.log(0.2) + (784 - white) * np.log(0.8)), rtol=1e-4)
    assert found["iwae"].mean() < found["elbo"].mean() and all(len(each) == 6 for each in found.values())


def test_the_panel_sends_only_what_has_changed_and_loses_nothing(small):
    draw = pixels.drawer("en")
    updates, seen = draw(None)
    assert {"digit", "surprise", "value", "problem"} == set(updates) and not updates["problem"]["text"]
    value = updates["value"]
    assert value["first"] == 392 and len(value["endings"]) == 6 and len(value["known"]) == len(value["endings"][0]["white"]) == 784
    assert "6 endings" not in value["said"] and "392 of 784" in value["said"]
    again, seen = draw(seen)
    assert set(again) == {"problem"}
    refused, seen_then = draw(seen, cover="upper")
    assert set(refused) == {"problem"} and refused["problem"]["nothing"] and seen_then == seen
    for wrong in ({"picture": "no"}, {"picture": 99}, {"temperature": None}, {"seed": -1}, {"cover": "own", "mask": "012"}):
        refused, _ = draw(seen, **wrong)
        assert set(refused) == {"problem"} and not refused["problem"]["nothing"] and refused["problem"]["text"]
    colder, _ = draw(seen, temperature=0)
    assert {"value", "problem"} == set(colder) and any("temperature 0" in note for note in colder["value"]["notes"])
    assert "全部" not in pixels.drawer("zh")(None)[0]["value"]["said"]


def test_a_missing_network_is_said(small, tmp_path):
    (tmp_path / rnn_pixels.MODEL / "config.json").unlink()
    updates, _ = pixels.drawer("zh")(None)
    assert rnn_pixels.MODEL in updates["problem"]["text"] and "value" not in updates
