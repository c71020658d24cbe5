"""Look inside the network with a memory: what it holds is the library's own, weights and gradients are checked another way, and numbers of
the graph are counted by hand."""

import numpy as np
import pytest
import torch
from small import make_checkpoint, make_frames

from restoration import lab
from restoration.errors import Refusal
from restoration.images import to_uint8
from restoration.lab import rnn, rnn_inside, rnn_repair
from restoration.lab.remembered import Remembered
from restoration.models.base import pad_to
from restoration.models.motion import moved

COUNT, ROW, COLUMN = 7, 9, 30


@pytest.fixture(autouse=True)
def networks(checkpoint, monkeypatch):
    """A small network in the place of the one that ships; nothing is remembered."""
    make_checkpoint(checkpoint.parent / "rnn-video", "rnn")
    monkeypatch.setenv("KINTSUGI_MODELS", str(checkpoint.parent))
    monkeypatch.setattr(rnn_repair, "_finished", Remembered(rnn_repair.KEPT))
    monkeypatch.setattr(rnn_inside, "_kept", type(rnn_inside._kept)())
    lab._load.cache_clear()
    yield
    lab._load.cache_clear()


@pytest.fixture
def clip():
    return rnn.Footage(make_frames(COUNT), 12.0)


def watch(clip, **case) -> rnn_inside.Pass:
    case = rnn.Case(**case)
    return rnn_inside.watch((case,), clip, rnn.ruin(clip, case), case.wipe)


def given(seen) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """The whole clip, as ClipDenoiser.forward takes it."""
    y, mask = (torch.cat(parts) for parts in zip(*(seen.ruined.frame(t) for t in range(COUNT)), strict=True))
    return (*(pad_to(x, seen.model.multiple)[None] for x in (y, mask)), torch.tensor([float(seen.ruined.sigma)]))


def test_it_holds_what_the_network_holds(clip):
    seen = watch(clip, wipe=4, hole=3)
    y, mask, sigma = given(seen)
    with torch.no_grad():
        for t, memory in enumerate(seen.model.memories(y, sigma, mask, wipe=(3,))):
            assert all(torch.equal(a, b) for a, b in zip(memory, seen.memory(t), strict=True))
        made = seen.model(y, sigma, mask, wipe=(3,))[0, :, :, :26, :38]
    answers = rnn_inside.restored(seen)
    assert all(np.array_equal(answers[t], to_uint8(made[t : t + 1])) for t in range(COUNT))
    assert np.array_equal(rnn_inside.answer(seen, 5), answers[5])
    assert seen.empty == (0, 3) and seen.held.shape == clip.frames.shape


def test_restores_answers_are_taken_if_they_are_there(clip):
    case = rnn.Case()
    *_, out = rnn_repair.mend((case,), rnn.Footage(clip.frames, 12.0, "pan"), rnn.ruin(clip, case))
    seen = watch(clip)
    assert rnn_inside.ready(seen) and np.array_equal(rnn_inside.restored(seen), np.stack(out.restored))


@pytest.mark.parametrize("case", [{}, {"wipe": 4}, {"hole": 3}])
def test_weights_make_the_mean(clip, case):
    """The picture in the memory is linear in the frames, each moved to where its places are now: their sum by these weights."""
    seen = watch(clip, **case)
    assert any(any(by) for by in seen.by)
    for t in (0, 2, COUNT - 1):
        weights = rnn_inside.weights(seen, t)
        frames, way = [], torch.zeros(1, 2, dtype=torch.long)
        for k in range(len(weights)):
            frames.append(seen.crop(moved(pad_to(seen.ruined.frame(t - k)[0], seen.model.multiple), way)[0]))
            way = way + torch.tensor([seen.by[t - k]])
        mean = sum(w * y for w, y in zip(weights, frames, strict=True))
        assert np.allclose(mean, seen.crop(seen.picture[t]), atol=1e-5)
        known = seen.crop(seen.evidence[t, 0]) > 1e-3
        assert np.allclose(weights.sum(0)[known], 1, atol=1e-5)


@pytest.mark.parametrize("wipe", [0, 3])
def test_gradients_are_those_of_the_whole_clip_at_once(clip, wipe):
    seen, t = watch(clip, wipe=wipe), 4
    y, mask, sigma = given(seen)
    y.requires_grad_()
    out = seen.model(y, sigma, mask, wipe=(wipe - 1,) if wipe else ())
    (whole,) = torch.autograd.grad(out[0, t, :, ROW, COLUMN].sum(), y)
    whole = whole[0].abs().sum(1)[:, :26, :38].double().numpy()
    sizes = rnn_inside.gradients(seen, t, ROW, COLUMN)
    first = max(wipe - 1, 0)
    assert len(sizes) == t - first + 1
    assert np.allclose(sizes[::-1], whole[first : t + 1], rtol=1e-3, atol=1e-6 * whole.max())
    assert (whole[t + 1 :] == 0).all() and (whole[:first] == 0).all()  # causal, and nothing from before it was wiped
    assert sizes[1].sum() > 0


def test_what_is_said_of_a_pixel(clip):
    found = rnn_inside.look_back(watch(clip), 4, ROW, COLUMN)
    assert found.at == (4, 3, 2, 1, 0) and found.share.sum() == pytest.approx(1) and found.weight.sum() == pytest.approx(1, abs=1e-5)
    half = rnn_inside.CUT_OUT // 2
    assert np.isnan(found.maps[:, 0, 0]).all() and found.maps.shape == (5, 65, 65)
    assert found.maps[0, half, half] == pytest.approx(rnn_inside.gradients(watch(clip), 4, ROW, COLUMN)[0, ROW, COLUMN])
    assert np.allclose(found.inside, 1)  # the whole clip lies within
    assert found.within(1, found.share) == 5 and found.within(found.share[0], found.share) == 1
    crops, heat = rnn_inside.cut_outs(watch(clip), found), rnn_inside.heat_pictures(found, log=True)
    assert crops.shape == heat.shape == (5, 65, 65, 3) and (heat[:, 0, 0] == 128).all()
    assert np.array_equal(crops[1, half, half], watch(clip).ruined.shown[3, ROW, COLUMN])
    alone = rnn_inside.look_back(watch(clip, wipe=5), 4, ROW, COLUMN)
    assert alone.at == (4,) and alone.share.tolist() == [1] and alone.weight.tolist() == [1]


def test_numbers_of_frames(clip):
    seen = watch(clip, wipe=4)
    found = rnn_inside.frames(seen)
    assert [one.trust is None for one in found] == [t in (0, 3) for t in range(COUNT)]
    assert found[0].left == pytest.approx(25) and found[0].evidence == 1 and found[0].off["plain"] == found[0].off["held"]
    assert all(one.off["damaged"] == pytest.approx(25, rel=0.15) for one in found)
    for t in (2, 5):
        evidence = seen.crop(seen.evidence[t, 0])
        assert found[t].left == pytest.approx(25 * np.sqrt((1 / evidence).mean())) and found[t].left <= 25
        plain = np.mean([seen.ruined.frame(s)[0][0].numpy() for s in range(3 if t > 3 else 0, t + 1)], 0)
        truth = clip.frames[t].transpose(2, 0, 1) / 255
        assert found[t].off["plain"] == pytest.approx(255 * np.sqrt(((plain - truth) ** 2).mean()), rel=1e-4)
    t, row, column = rnn_inside.turning_point(seen)
    assert t not in seen.empty and 0 < row < 26 and 0 < column < 38


def test_gates_write_the_notes(clip):
    seen, t = watch(clip), 3
    r, z = rnn_inside.gates(seen, t)
    assert r.shape == z.shape == rnn_inside.notes(seen, t).shape == (4, 13, 19)
    assert 0 <= r.min() and r.max() <= 1
    spied, read = seen.model, []
    handle = spied.memory.register_forward_pre_hook(lambda _, given: read.append(given))
    with torch.no_grad():
        given = rnn_repair.given_to(spied, seen.ruined, t)
        before, _ = spied.follow(*given, seen.before(t))
        spied.look_back(*given, before)
        handle.remove()
        n = spied.memory.gates(*read[0])[2]
    old = rnn_inside._half(seen, before.notes[0])
    assert np.allclose((1 - z) * rnn_inside._half(seen, n[0]) + z * old, rnn_inside.notes(seen, t), atol=1e-5)
    assert sorted(seen.chosen) == [0, 1, 2, 3]


def test_the_graph_is_measured(clip):
    seen = watch(clip)
    graph, model = rnn_inside.graph(seen, 2), seen.model
    assert graph.shapes["frame"] == (1, 3, *seen.picture.shape[2:]) and graph.shapes["compared"][1] == 32
    assert graph.shapes["notes"][1] == 4 and graph.shapes["trust"][1] == 1
    judge = model.judge.weight.numel() / 4  # at half the resolution
    gru = sum(conv.weight.numel() for conv in (model.memory.x, model.memory.h)) / 4
    assert graph.boxes["judge"].macs == judge and graph.boxes["gru"].macs == gru
    assert graph.boxes["mean"].macs == graph.boxes["mean"].parameters == 0
    inside = sum(box.parameters for box in graph.boxes.values())
    assert inside == sum(p.numel() for name, p in model.named_parameters() if not name.startswith("noise_level"))
    assert "self.memory(" in graph.boxes["gru"].code and "self.tail(" in graph.boxes["unet"].code
    source = open(rnn_inside.inspect.getsourcefile(type(model)), encoding="utf-8").read().splitlines()
    for box in graph.boxes.values():
        first, last = box.lines
        assert [line.strip() for line in box.code.splitlines()] == [line.strip() for line in source[first - 1 : last]]


def test_passes_are_kept_with_a_bound(clip, monkeypatch):
    monkeypatch.setattr(rnn_inside, "KEPT", 2)
    case = rnn.Case()
    ruined = rnn.ruin(clip, case)
    first = rnn_inside.watch((0,), clip, ruined)
    rnn_inside.watch((1,), clip, ruined)
    assert rnn_inside.watch((0,), clip, ruined) is first
    rnn_inside.watch((2,), clip, ruined)
    assert list(rnn_inside._kept) == [(0,), (2,)]
    monkeypatch.setattr(rnn_inside, "MOST_PIXELS", 3 * 26 * 38)
    assert rnn_inside.watch((3,), clip, ruined).count == 3


@pytest.mark.parametrize("place", [(COUNT, 0, 0), (-1, 0, 0), (0, 26, 0), (0, 0, 38), (0, "x", 0), (1.5, 0, 0)])
def test_what_is_not_there_is_refused(clip, place):
    with pytest.raises(Refusal):
        rnn_inside.look_back(watch(clip), *place)
