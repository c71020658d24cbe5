"""The latent space of clips: a path is what the memory holds, the plane is that of an independent decomposition, sentences say the numbers;
and recorded runs become charts point for point."""

import json

import numpy as np
import pytest
import torch
from small import make_checkpoint, make_network, make_picture

from restoration import lab
from restoration.checkpoints import save_model
from restoration.errors import Refusal
from restoration.images import from_uint8, to_uint8
from restoration.lab import rnn, rnn_curves, rnn_path, rnn_repair
from restoration.studies import rnn_path as study
from restoration.studies import store
from restoration.ui.rnn import curves, latent
from restoration.ui.rnn.desk import Desk, Wanted
from restoration.ui.text import LANGUAGES

COUNT = 10


@pytest.fixture
def networks(checkpoint, monkeypatch):
    """Small networks in the place of those that ship; nothing is remembered."""
    model = make_checkpoint(checkpoint.parent / "rnn-video", "rnn")
    monkeypatch.setenv("KINTSUGI_MODELS", str(checkpoint.parent))
    monkeypatch.setattr(rnn_path, "_known", {})
    lab._load.cache_clear()
    yield model
    lab._load.cache_clear()


@pytest.fixture
def clip():
    """A window that moves over a picture, of odd sizes for a network: 26 x 38."""
    wide = to_uint8(make_picture(26, 60))
    return rnn.Footage(np.stack([wide[:, 2 * t : 2 * t + 38] for t in range(COUNT)]), 12.0)


def by_hand(notes: torch.Tensor) -> list[float]:
    """Mean and spread of each map (M, h, w), added up place by place."""
    means = [sum(m.reshape(-1).tolist()) / m.numel() for m in notes]
    spreads = [(sum((v - mean) ** 2 for v in m.reshape(-1).tolist()) / m.numel()) ** 0.5 for m, mean in zip(notes, means, strict=True)]
    return means + spreads


def test_a_path_is_what_the_memory_holds(networks, clip):
    """Of a size that needs no padding, so that the model's own loop over frames is the reference."""
    frames = np.ascontiguousarray(clip.frames[:, :16, :24])
    ruined = rnn.ruin(rnn.Footage(frames, 12.0), rnn.Case(sigma=30))
    y = torch.stack([ruined.frame(t)[0] for t in range(COUNT)], 1)
    memories = list(networks.memories(y, torch.tensor([30.0]), torch.ones_like(y[:, :, :1]), wipe=(5,)))
    trail = rnn_path.follow(networks, (ruined.frame(t) for t in range(COUNT)), 30, wipe=6)
    assert trail.states.shape == (COUNT, 2 * networks.config.memory)
    for t, memory in enumerate(memories):
        assert trail.states[t] == pytest.approx(by_hand(memory.notes[0]), abs=1e-5)
        assert trail.evidence[t] == pytest.approx(memory.evidence.mean().item(), abs=1e-5)
    assert trail.trust[0] == trail.trust[5] == 0 and (np.delete(trail.trust, [0, 5]) > 0).all() and trail.trust.max() <= 1
    assert trail.steps[0] == 0
    assert trail.steps[4] == pytest.approx(np.sqrt(((trail.states[4] - trail.states[3]) ** 2).sum()))


def test_two_paths_differ_by_their_frames_alone(networks, clip):
    case = rnn.Case(sigma=25, hole=4)
    paths = rnn_path.paths(("a",), clip, rnn.ruin(clip, case))
    assert paths.gap.shape == (COUNT,) and (paths.gap[1:] > 0).all()
    clean = [(from_uint8(f), torch.ones(1, 1, 26, 38)) for f in clip.frames]
    assert np.allclose(rnn_path.follow(networks, clean, 25).states, paths.clean.states)  # told the level of the noise that is not there
    assert rnn_path.paths(("a",), clip, None) is paths  # remembered
    plain = rnn_path.paths(("b",), clip, rnn.ruin(clip, rnn.Case(sigma=25)))
    hurt, whole = paths.damaged.states, plain.damaged.states
    assert np.allclose(whole[:3], hurt[:3]) and not np.allclose(whole[3], hurt[3])
    long = rnn.Footage(np.concatenate([clip.frames] * 6), 12.0)
    assert len(rnn_path.paths(("c",), long, rnn.ruin(long, case)).gap) == rnn_path.MOST


@pytest.fixture(scope="module")
def found():
    """A study on small clips, and all states that its plane was fitted to."""
    states, follow = [], rnn_path.follow

    def watched(*values):
        trail = follow(*values)
        states.append(trail.states)
        return trail

    photos = [to_uint8(make_picture(64, 80, seed)) for seed in range(3)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rnn_path, "follow", watched)
        made = study.compute(make_network("rnn"), photos, 2 * study.ALIKE, 16)
    return made, np.stack(states)


def test_the_plane_is_that_of_an_independent_decomposition(found):
    """Eigenvectors of the covariance, of which each may be turned round."""
    made, states = found
    noisy, again, clean = states[0::3], states[1::3], states[2::3]
    cloud = np.concatenate([noisy, clean]).reshape(-1, states.shape[2])
    values, vectors = np.linalg.eigh(np.cov(cloud.T))
    assert made["basis"]["mean"] == pytest.approx(cloud.mean(0), abs=1e-5)
    assert made["basis"]["shares"] == pytest.approx(values[::-1][:2] / values.sum(), abs=1e-4)
    basis = study._basis(made["basis"])
    trail = rnn_path.Trail(clean[3], np.ones(study.FRAMES), np.ones(study.FRAMES))
    here = np.array(study.place(study.Study({}, basis, 1, 1, 1, [], {}), trail))
    for k in range(2):
        expected = (clean[3] - cloud.mean(0)) @ vectors[:, -1 - k]
        assert np.allclose(here[:, k], expected, atol=1e-3) or np.allclose(here[:, k], -expected, atol=1e-3)
    late = slice(study.WARM - 1, None)
    apart = [np.median(np.sqrt(((a - b)[:, late] ** 2).sum(-1))) for a, b in ((noisy, again), (noisy, np.roll(noisy, study.ALIKE, 0)))]
    assert [made["redraw"], made["between"]] == pytest.approx(apart, abs=1e-4)
    assert 0 < made["redraw"] < made["between"]
    assert all(set(one) == set(study.GOES_WITH) and max(map(abs, one.values())) <= 1 for one in made["correlations"])


def test_kinds_of_clips():
    photos, rng = [to_uint8(make_picture(64, 80, seed)) for seed in range(3)], np.random.default_rng(0)
    light = study.clip(photos, "flicker", rng, crop=16).mean((1, 2, 3))
    assert light.std() > 0.02
    for kind in set(study.KINDS):
        assert study.clip(photos, kind, rng, crop=16).shape == (study.FRAMES, 3, 16, 16)


@pytest.fixture
def stored(found, tmp_path, monkeypatch, networks):
    """That study, as if it shipped."""
    monkeypatch.setattr(store, "STUDIES", tmp_path / "studies")
    monkeypatch.setattr(store.checkpoints, "MODELS", lab.models_folder())
    store.write(study.NAME, {**found[0], "shipped": {"pan": [[0.0, 0.1], [0.2, 0.3]]}}, ["rnn-video"])
    assert store.stale(study.NAME) == []


def desk_of(clip, **case) -> Desk:
    wanted = Wanted(rnn.Case(picture="", **case), "own")
    return Desk(wanted, clip, rnn.ruin(clip, wanted.case))


def test_what_is_said_are_the_numbers(stored, clip):
    desk = desk_of(clip, wipe=6, hole=3)
    paths = rnn_path.paths(desk.wanted.key, clip, desk.ruined, 6)
    for lang in LANGUAGES:
        sentences = " ".join(latent.said(desk, paths, study.read(), lang))
        assert f"{paths.damaged.steps[5]:.2f}" in sentences and f"{paths.damaged.steps[2]:.2f}" in sentences
        assert f"{paths.gap[latent.WARM - 1 :].mean():.2f}" in sentences


def test_what_the_page_is_sent(stored, clip, monkeypatch):
    monkeypatch.setattr(latent.board, "film", lambda desk, out: {"mended": bool(out)})
    desk = desk_of(clip, wipe=6)
    value = latent.value(desk, None, "en")
    path = json.loads(value["path"])
    assert [len(points) for points in path["paths"].values()] == [COUNT, COUNT] and path["psnr"] == {"damaged": [], "restored": []}
    assert path["marks"] == [[6, "memory wiped"]] and [c["marks"] for c in path["charts"]] == [path["marks"]] * 2
    assert path["longest"] == int(np.argmax(path["steps"]["damaged"])) + 1
    *_, out = rnn_repair.mend(desk.wanted.key, clip, desk.ruined, 6)
    path = json.loads(latent.value(desk, out, "en")["path"])
    assert path["psnr"]["restored"] == [f"{v:.1f}" for v in out.lines["memory"].psnr]


def test_a_clip_that_is_too_long_is_followed_in_part_and_that_is_said(stored, clip):
    long = rnn.Footage(np.concatenate([clip.frames] * 6), 12.0)
    desk = desk_of(long)
    assert "first 48 of the clip's 60 frames" in latent.said(desk, rnn_path.paths(("l",), long, desk.ruined), study.read(), "en")[-1]


def test_a_missing_study_is_said(tmp_path, monkeypatch, networks, clip):
    monkeypatch.setattr(store, "STUDIES", tmp_path)
    with pytest.raises(Refusal, match="python -m restoration.studies rnn-path"):
        latent.value(desk_of(clip), None, "en")


def test_the_stored_plane_is_that_of_the_weights_that_ship():
    assert store.stale(study.NAME) == []


# Loss curves

VAL = {"loss": 0.02, "psnr_1": 31.0, "psnr_4": 32.0, "psnr_16": 32.5, "psnr": 32.4, "psnr_wiped": 31.1, "psnr_damaged": 20.3}
HISTORY = [
    {"step": 50, "split": "train", "loss": 0.03, "cpu": 60.0, "seconds": 90.0},
    {"step": 100, "split": "val", **VAL, "psnr": 31.6, "cpu": 120.0, "seconds": 180.0},
    {"step": 200, "split": "val", **VAL, "cpu": 240.0, "seconds": 360.0},
]


@pytest.fixture
def run(tmp_path, monkeypatch):
    """A clip network with a run of three rows."""
    facts = {"name": "rnn-video", "about": "", "parameters": 1, "date": "2026-01-01", "steps": 200, "seconds": 360.0, "device": "cpu"}
    facts |= {"data": "", "recipe": {"batch": 2, "crop": 96}, "versions": {}, "scores": [], "limits": ""}

    def written(history):
        save_model(make_network("rnn"), "rnn", tmp_path / "rnn-video", history, facts)
        monkeypatch.setenv("KINTSUGI_MODELS", str(tmp_path))

    return written


def test_the_gain_is_what_the_memory_adds(run):
    run(HISTORY)
    charts = {c.name: c for c in rnn_curves.charts("rnn-video")}
    assert charts["gain"].lines[0].points == [[100, 2.0, pytest.approx(0.5)], [200, 4.0, pytest.approx(1.3)]]
    assert charts["psnr"].levels == {"damaged": 20.3}
    assert [line.what for line in charts["frames"].lines] == ["frame_1", "frame_4", "frame_16"]
    assert [line.split for line in charts["loss"].lines] == ["train", "val"]
    said = curves.says_clips("en")
    assert "worth 1.30 dB" in said and "worth 0.50 dB" in said and "4 CPU minutes" in said


def test_a_memory_that_gains_nothing_is_said(run):
    run([*HISTORY, {"step": 300, "split": "val", **VAL, "psnr": 31.0, "cpu": 360.0, "seconds": 400.0}])
    assert "gains nothing" in curves.says_clips("en")


def test_the_digits_run_is_held_against_the_same_digits():
    level = rnn_curves.levels()
    assert level["elbo"] > rnn_curves.ended("pixel-rnn")["loss"] and level["pixels"] > 2 * level["elbo"]
    nats, late = rnn_curves.charts("pixel-rnn")
    assert nats.lines[0].points[0][0] < late.lines[0].points[0][0] and set(late.levels) == {"elbo"}
    for lang in LANGUAGES:
        value = curves.value("pixel-rnn", lang)
        assert f"{level['pixels']:.1f}" in value["says"] and "84.0" in value["table"]


@pytest.mark.parametrize("name", ["cnn-denoise", "", None, 3, ["pixel-rnn"]])
def test_another_run_is_refused(name):
    with pytest.raises(Refusal):
        rnn_curves.rows(name)


def test_half_a_run_is_refused(run):
    run(HISTORY[:1])
    with pytest.raises(Refusal, match="no whole run"):
        rnn_curves.charts("rnn-video")
