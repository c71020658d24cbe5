"""The lab of clips: damage frame by frame, the repair with a memory that can be wiped, what it is compared with, and its bounds."""

import io
import zipfile

import numpy as np
import pytest
import torch
from small import make_checkpoint, make_frames

from restoration import clips, clips_made, lab, metrics
from restoration.cases import case_query
from restoration.errors import Refusal
from restoration.images import from_uint8, to_uint8
from restoration.lab import rnn, rnn_repair
from restoration.lab.remembered import Remembered

COUNT = 10


@pytest.fixture(autouse=True)
def networks(checkpoint, monkeypatch):
    """Small networks in the place of those that ship; nothing is remembered."""
    make_checkpoint(checkpoint.parent / "rnn-video", "rnn")
    monkeypatch.setenv("KINTSUGI_MODELS", str(checkpoint.parent))
    monkeypatch.setattr(rnn_repair, "_finished", Remembered(rnn_repair.KEPT))
    lab._load.cache_clear()
    yield
    lab._load.cache_clear()


@pytest.fixture
def clip():
    return rnn.Footage(make_frames(COUNT), 12.0)


def mended(clip, **case) -> rnn_repair.Outcome:
    case = rnn.Case(**case)
    *_, out = rnn_repair.mend((case,), clip, rnn.ruin(clip, case), case.wipe)
    return out


def test_the_same_seed_is_the_same_damage(clip):
    one, two, other = (rnn.ruin(clip, rnn.Case(seed=seed, sigma=30)) for seed in (3, 3, 4))
    assert torch.equal(one.frame(5)[0], two.frame(5)[0]) and not torch.equal(one.frame(5)[0], other.frame(5)[0])
    noise = one.frame(5)[0] - from_uint8(clip.frames[5])
    assert noise.std().item() * 255 == pytest.approx(30, rel=0.1)
    assert not torch.equal(noise, one.frame(6)[0] - from_uint8(clip.frames[6]))
    assert one.shown.shape == clip.frames.shape and one.shown.dtype == np.uint8


def test_a_hole_and_a_blur_are_in_one_frame(clip):
    ruined, plain = rnn.ruin(clip, rnn.Case(hole=4, blur=6)), rnn.ruin(clip, rnn.Case())
    for t in range(COUNT):
        (y, mask), (without, _) = ruined.frame(t), plain.frame(t)
        assert bool(mask.min() == 0) == (t == 3)
        assert torch.equal(y, without) == (t not in (3, 5))
    y, mask = ruined.frame(3)
    assert (y[:, :, mask[0, 0] == 0] == 0).all() and 1 - mask.mean() == pytest.approx(rnn.HOLE**2, abs=0.03)


def test_the_networks_answer_is_that_of_the_library(clip):
    out = mended(clip, hole=4)
    ruined, network = rnn.ruin(clip, rnn.Case(hole=4)), lab.network("rnn-video")
    y, mask = (torch.cat(parts)[None] for parts in zip(*(ruined.frame(t) for t in range(COUNT)), strict=True))
    made = network.restore(y, 25.0, mask)[0]
    for t in range(COUNT):
        assert np.abs(out.restored[t].astype(int) - to_uint8(made[t])).max() <= 1
        assert out.lines["memory"].psnr[t] == pytest.approx(metrics.psnr(made[t : t + 1], from_uint8(clip.frames[t])), abs=0.01)
    assert out.done and out.mended and set(out.lines) == {"damaged", "memory", "alone", "both", "cnn", "nlm"}
    assert out.lines["damaged"].psnr[0] == pytest.approx(metrics.psnr(y[:, 0], from_uint8(clip.frames[0])))
    alone = network.restore(y, 25.0, mask, wipe=tuple(range(COUNT)))[0]
    both = network.restore(y, 25.0, mask, both_ways=True)[0]
    for name, made in (("alone", alone), ("both", both)):
        at = out.lines[name].at[-1]
        psnr = metrics.psnr(made[at : at + 1], from_uint8(clip.frames[at]))
        assert out.lines[name].psnr[-1] == pytest.approx(psnr, abs=0.01)


def test_wiping_changes_only_what_comes_after(clip):
    plain, wiped = mended(clip), mended(clip, wipe=5)
    for t in range(COUNT):
        assert np.array_equal(plain.restored[t], wiped.restored[t]) == (t < 4)
    assert wiped.lines["unwiped"].psnr == pytest.approx(plain.lines["memory"].psnr)
    network, ruined = lab.network("rnn-video"), rnn.ruin(clip, rnn.Case())
    late = torch.cat([ruined.frame(t)[0] for t in range(4, COUNT)])[None]
    made = network.restore(late, 25.0)[0]  # as if the clip began there
    assert all(np.abs(wiped.restored[4 + t].astype(int) - to_uint8(made[t])).max() <= 1 for t in range(COUNT - 4))
    assert mended(clip, wipe=1).lines["memory"].psnr == pytest.approx(plain.lines["memory"].psnr)  # it is empty then anyway


def test_progress_comes_frame_by_frame_and_the_network_first(clip):
    ruined, seen = rnn.ruin(clip, rnn.Case()), []
    for out in rnn_repair.mend((), clip, ruined):
        seen.append((out.now, len(out.restored)))
    assert seen[:COUNT] == [("memory", n + 1) for n in range(COUNT)]
    assert seen[-1] == ("", COUNT) and [name for name in dict(seen) if name] == ["memory", "alone", "both", "cnn", "nlm"]
    run = rnn_repair.mend((), clip, ruined)
    next(run)
    run.close()  # stopped: nothing is remembered
    assert rnn_repair.remembered(()) is None


def test_clips_that_ship_are_remembered_and_not_without_bound(monkeypatch):
    monkeypatch.setattr(rnn_repair, "_finished", Remembered(2))
    small = rnn.picture("cut")
    small = rnn.Footage(small.frames[:3, :32, :32], 12.0, "cut")
    ruined = rnn.ruin(small, rnn.Case(picture="cut"))
    for key in range(4):
        *_, out = rnn_repair.mend((key,), small, ruined)
    assert [key for key, _ in rnn_repair._finished.all()] == [(2,), (3,)] and list(rnn_repair.mend((3,), small, ruined)) == [out]


def test_another_wipe_does_not_measure_all_anew(monkeypatch):
    small = rnn.picture("pan")
    small = rnn.Footage(small.frames[:5, :32, :32], 12.0, "pan")
    ruined = rnn.ruin(small, rnn.Case())
    *_, plain = rnn_repair.mend(("pan", 0), small, ruined)
    steps = list(rnn_repair.mend(("pan", 3), small, ruined, 3))
    assert len(steps) == 5 + 1  # the network, and the end
    assert steps[-1].lines["unwiped"].psnr == plain.lines["memory"].psnr and steps[-1].lines["nlm"] == plain.lines["nlm"]
    assert steps[-1].done and set(steps[-1].lines) == set(rnn_repair.METHODS)
    for _ in rnn_repair.mend(("pan", 25, 3), small, ruined, 3):  # of another damage nothing is taken
        pass
    assert len(list(rnn_repair.mend(("other", 3), small, ruined, 3))) > 6


def test_slow_methods_leave_frames_out_of_a_large_clip():
    assert rnn_repair._spots(24, 256 * 176, None, ()) == list(range(24))
    for count, size in ((24, 256 * 176), (96, 320 * 240), (2, 320 * 240)):
        spots = rnn_repair._spots(count, size, 0.55, (-1, 1))
        assert spots[0] == 0 and 1 in spots and len(spots) * size < 0.75e6 + 2 * size


def test_means_are_over_frames_that_all_have(clip):
    line = rnn_repair.Line
    a, b = line("a", "network", tuple(range(12)), tuple(map(float, range(12)))), line("b", "network", (0, 6, 8, 10), (1, 1, 3, 5))
    out = rnn_repair.Outcome((), 12, {"a": a, "b": b})
    assert out.late() == [8, 10] and out.means() == {"a": (0, 9), "b": (1, 4)}


def test_recovery():
    with_wipe, without = (rnn_repair.Line("", "", (0, 1, 2, 3), psnr) for psnr in ((30, 28, 30, 31.95), (30, 31, 31, 32)))
    lost, after = rnn_repair.recovery(with_wipe, without, 2)
    assert lost == 3 and after == 2
    assert rnn_repair.recovery(with_wipe, without, 2, near=0.01)[1] is None


@pytest.mark.parametrize("case", [{"wipe": 11}, {"hole": -1}, {"blur": 99}, {"sigma": 9}, {"sigma": 51}, {"seed": -1}])
def test_what_cannot_be_is_refused(clip, case):
    with pytest.raises(Refusal) as refusal:
        rnn.ruin(clip, rnn.Case(**case))
    assert refusal.value.say("en") and refusal.value.say("zh")


def test_a_missing_network_is_said(clip, checkpoint):
    (checkpoint.parent / "rnn-video" / "model.safetensors").unlink()
    lab._load.cache_clear()
    with pytest.raises(Refusal, match="rnn-video"):
        mended(clip)


def test_a_link_brings_a_case_back():
    case = rnn.Case("cut", 40, 3, 5, 12, 7)
    assert rnn.parse_case(case_query(case)) == (case, []) and case_query(rnn.Case()) == {}
    wrong = {"picture": "dance", "sigma": "9", "hole": "99", "blur": "x", "wipe": "1.5", "seed": "-1", "tab": "?", "lesson": "?"}
    case, notes = rnn.parse_case(wrong)
    assert case == rnn.Case() and len(notes) == 8
    assert "picture" not in case_query(rnn.Case(picture=""))  # a visitor's own clip is in no link


def test_a_long_upload_is_cut_for_the_lab(tmp_path):
    frames = np.random.default_rng(0).integers(0, 256, (120, 32, 48, 3), np.uint8)
    (tmp_path / "a.mp4").write_bytes(clips.to_mp4(frames, 24))
    clip = rnn.upload(tmp_path / "a.mp4")
    assert len(clip.frames) == rnn.MOST_FRAMES and clip.notes[-1].code == "clip_shortened" and clip.name == "" and clip.cut is None


def test_frames_on_a_sheet_and_out():
    frames = clips_made.made_clip("pan").frames[:7]
    sheet = rnn.sheet(frames)
    h, w = frames.shape[1:3]
    assert sheet.shape == (2 * h, rnn.COLUMNS * w, 3) and np.array_equal(sheet[h:, :w], frames[6])
    assert zipfile.ZipFile(io.BytesIO(rnn.to_zip({"a": frames[:2]}, {}))).namelist() == ["a/001.png", "a/002.png"]


def test_what_is_written_is_in_the_link_too():
    case = rnn.Case(digit=7, cover="block", heat=0.5, draw=12, tab="pixels")
    back, notes = rnn.parse_case(case_query(case))
    assert back == case and not notes
    back, notes = rnn.parse_case({"digit": "99", "cover": "own", "heat": "hot", "draw": "-1"})
    assert back == rnn.Case() and len(notes) == 4
    assert rnn.parse_case({"cover": "right"}, case)[0] == rnn.Case(digit=7, cover="right", heat=0.5, draw=12, tab="pixels")
