"""The one loop: its rows, a run that is killed and taken up again, two processes that train one model, and the command line."""

import json
import math
import os
import runpy
import signal
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from PIL import Image
from small import SMALL_JOBS, make_network, make_picture
from small_run import SMALL_RECIPE as RECIPE

from restoration import checkpoints, performance
from restoration.degrade import degrade_chain
from restoration.errors import Refusal
from restoration.images import to_uint8
from restoration.models import cnn
from restoration.training import data
from restoration.training.loop import Run, begin_from
from restoration.training.small import KINDS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TRAIN = [to_uint8(make_picture(48, 56, seed)) for seed in range(4)]
VAL = [to_uint8(make_picture(48, 48, seed)) for seed in (10, 11)]


def new_run(steps=120, **changes):
    return Run(RECIPE, TRAIN, VAL, steps=steps, **{"dtype": torch.float32, **changes})


def untimed(rows):
    return [{k: v for k, v in row.items() if k not in ("cpu", "seconds")} for row in rows]


@pytest.fixture(scope="module")
def whole():
    """A run from beginning to end: (run, rows)."""
    run = new_run()
    return run, list(run.rows())


# Rows


def test_rows_come_in_order(whole):
    _, rows = whole
    assert [(r["step"], r["split"]) for r in rows] == [
        (30, "val"), (50, "train"), (60, "val"), (90, "val"), (100, "train"), (120, "val"), (120, "train"),
    ]  # fmt: skip


def test_rows_are_plain_and_finite(whole):
    _, rows = whole
    keys = {"train": {"loss", "loss_sigma", "lr"}, "val": {"loss", "psnr", "psnr_blind", "psnr_damaged"}}
    for row in rows:
        assert set(row) == {"step", "split", "cpu", "seconds"} | keys[row["split"]]
        assert all(isinstance(v, (int, float)) and math.isfinite(v) for k, v in row.items() if k != "split")
    assert json.loads(json.dumps(rows)) == rows
    assert [r["seconds"] for r in rows] == sorted(r["seconds"] for r in rows)


def test_training_trains(whole):
    _, rows = whole
    val = [r for r in rows if r["split"] == "val"]
    assert val[-1]["psnr"] > val[0]["psnr"] and val[-1]["psnr"] > val[-1]["psnr_damaged"] + 0.5
    assert len({r["psnr_damaged"] for r in val}) == 1  # the same pictures at every validation


def test_learning_rate(whole):
    """A warm-up times a cosine of the steps done."""
    _, rows = whole
    for row in rows:
        if row["split"] == "train":
            done = row["step"] - 1
            expected = RECIPE.lr * min(1, (done + 1) / RECIPE.warmup) * 0.5 * (1 + math.cos(math.pi * done / 120))
            assert row["lr"] == pytest.approx(expected)


def test_a_row_is_the_mean_since_the_last(monkeypatch):
    run, losses = new_run(steps=70), []
    step = run.family.step

    def watched(*arguments):
        row = step(*arguments)
        losses.append(row["loss"])
        return row

    monkeypatch.setattr(run, "family", replace(run.family, step=watched))
    train = [r["loss"] for r in run.rows() if r["split"] == "train"]
    assert train == [pytest.approx(np.mean(losses[:50])), pytest.approx(np.mean(losses[50:]))]


def test_the_average_follows(monkeypatch):
    """The moving average against its definition, a step at a time."""
    run, expected = new_run(steps=20), None
    update = run.update_average

    def watched():
        nonlocal expected
        expected = {k: v.clone() for k, v in run.average.state_dict().items()} if expected is None else expected
        decay = min(RECIPE.ema, (1 + run.step) / (10 + run.step))
        expected = {k: decay * v + (1 - decay) * run.model.state_dict()[k] for k, v in expected.items()}
        update()

    monkeypatch.setattr(run, "update_average", watched)
    list(run.rows())
    for key, value in run.average.state_dict().items():
        assert torch.allclose(value, expected[key], atol=1e-6), key


def test_a_time_budget_ends():
    run = new_run(steps=None, minutes=0.01)
    rows = list(run.rows())
    assert run.step > 0 and rows[-1]["split"] == "val" and rows[-1]["step"] == run.step


def test_stop_listening_and_training_stops():
    run = new_run()
    next(iter(run.rows()))
    assert run.step == 30


def test_divergence_is_said(monkeypatch):
    run = new_run(steps=5)
    with torch.no_grad():
        run.model.tail.bias.fill_(math.nan)
    with pytest.raises(Refusal) as e:
        list(run.rows())
    assert e.value.code == "training_diverged"


# Killed and taken up again


def test_the_same_run_twice_is_the_same(whole):
    run, rows = whole
    assert untimed(new_run().rows()) == untimed(rows)


def test_a_resumed_run_gives_the_curve_it_would_have_given(whole, tmp_path):
    run, rows = whole
    first, seen = new_run(), []
    for row in first.rows():
        seen.append(row)
        if (row["split"], row["step"]) == ("train", 50):
            first.save(tmp_path / "last.pt")
            break
    second = new_run()
    second.load(tmp_path / "last.pt")
    assert second.step == 50 and second.seconds == first.seconds
    assert untimed(seen + list(second.rows())) == untimed(rows)
    for key, value in second.average.state_dict().items():
        assert torch.equal(value, run.average.state_dict()[key]), key


# Data


def test_batches_are_a_function_of_seed_process_and_step():
    a, b = (data.Pairs(TRAIN, VAL, "noise", ("sigma",), 2, 32, seed=3) for _ in range(2))
    for x, y in zip(a.at(7), b.at(7), strict=True):
        assert torch.equal(x, y) if isinstance(x, torch.Tensor) else torch.equal(x["sigma"], y["sigma"])
    others = [data.Pairs(TRAIN, VAL, "noise", ("sigma",), 2, 32, seed=4).at(7), a.at(8)]
    others.append(data.Pairs(TRAIN, VAL, "noise", ("sigma",), 2, 32, seed=3, rank=1).at(7))
    assert not any(torch.equal(a.at(7)[1], other[1]) for other in others)


def test_every_kind_of_pair_is_damaged_as_the_lab_damages():
    """What a network learns from is what the lab makes of the same crop; strengths differ from crop to crop, and stay within the
    ranges of the screen (degrade_chain refuses what does not)."""
    for kind, draw in data.PAIRS.items():
        clean, pictures, told = data.Pairs(TRAIN, VAL, kind, (), 4, 32, seed=0).at(5)
        assert told == {} and pictures.shape[:2] == clean.shape[:2] and not torch.equal(pictures, clean)
        rng = np.random.default_rng(0)
        chains = [draw(rng) for _ in range(200)]
        for chain in chains[:50]:
            degrade_chain(clean[:1], chain)
        assert len({str(c) for c in chains}) > 40 or kind in ("grey", "half", "quarter")
        for chain in data.VALIDATION[kind]:
            degrade_chain(clean[:1], chain)
    assert set(data.VALIDATION) == set(data.PAIRS)


def test_a_network_is_told_the_truth():
    clean, noisy, told = data.Pairs(TRAIN, VAL, "noise", ("sigma",), 64, 48, seed=0).at(0)
    measured = 255 * (noisy - clean).flatten(1).std(1)
    assert torch.allclose(measured, told["sigma"].float(), rtol=0.05, atol=0.05) and told["sigma"].max() <= 75
    assert noisy.min() < 0 and noisy.max() > 1  # not clipped
    clean, holes, told = data.Pairs(TRAIN, VAL, "missing", ("mask",), 16, 48, seed=0).at(0)
    mask = told["mask"]
    assert mask.shape == (16, 1, 48, 48) and 0 < mask.mean() < 1
    assert torch.equal(holes, clean * mask)


@pytest.mark.parametrize("job", [job for job in cnn.JOBS if job != "denoise"])
def test_a_specialist_begins_as_the_denoiser(job):
    """Every weight that fits is the denoiser's, the colours of the first layer too; the last layer adds nothing yet."""
    denoiser = make_network()
    model = cnn.build(SMALL_JOBS[job])
    begin_from(model, denoiser)
    mine, theirs = model.state_dict(), denoiser.state_dict()
    assert torch.equal(mine["middle.0.conv1.weight"], theirs["middle.0.conv1.weight"])
    assert not mine["tail.weight"].any()
    head, colours = mine["head.weight"], theirs["head.weight"][:, :12]
    if job == "colour":  # a grey picture gives the same as before
        x = torch.rand(1, 4, 8, 8)
        assert torch.allclose(F.conv2d(x, head), F.conv2d(x.repeat(1, 3, 1, 1), colours), atol=1e-5)
    elif job != "upscale":
        assert torch.equal(head[:, :12], colours) and not head[:, 12:].any()
    assert head.any()


def test_crops_are_pieces_of_the_pictures():
    """Every crop is found in a picture, turned or mirrored."""
    picture = np.random.default_rng(0).integers(0, 256, (20, 24, 3), dtype=np.uint8)
    windows = np.lib.stride_tricks.sliding_window_view(picture, (16, 16, 3)).reshape(-1, 16, 16, 3)
    crops = data.random_crops([picture], 12, 16, np.random.default_rng(1))
    for crop in crops:
        crop = to_uint8(crop)
        turned = [np.rot90(m, k) for m in (crop, crop[:, ::-1]) for k in range(4)]
        assert any((windows == t).all((1, 2, 3)).any() for t in turned)


def write_pictures(folder, pictures):
    folder.mkdir(parents=True, exist_ok=True)
    for i, p in enumerate(pictures):
        Image.fromarray(p).save(folder / f"{i:02}.png")


def test_folders(tmp_path):
    write_pictures(tmp_path / "both" / "train", TRAIN)
    write_pictures(tmp_path / "both" / "val", VAL)
    train, val = data.split_folder(tmp_path / "both", least=32)
    assert [len(train), len(val)] == [4, 2] and np.array_equal(train[0], TRAIN[0])
    write_pictures(tmp_path / "one", TRAIN)
    train, val = data.split_folder(tmp_path / "one", least=32)
    assert [len(train), len(val)] == [3, 1]
    write_pictures(tmp_path / "small", [TRAIN[0], TRAIN[1][:8, :8], TRAIN[2][:20]])
    assert len(data.load_folder(tmp_path / "small", least=32)) == 1
    (tmp_path / "one" / "notes.txt").write_text("not a picture, and not named like one")
    assert len(data.load_folder(tmp_path / "one", least=32)) == 4


def test_a_bad_picture_is_named(tmp_path):
    write_pictures(tmp_path, TRAIN)
    (tmp_path / "broken.png").write_bytes(b"not a picture")
    with pytest.raises(Refusal) as e:
        data.load_folder(tmp_path, least=32)
    assert "broken.png" in e.value.say("en") and "broken.png" in e.value.say("zh")


# The machine


def test_bfloat16_only_where_it_is_fast():
    assert performance.training_dtype("cpu") in (torch.float32, torch.bfloat16)
    assert performance.training_dtype("mps") == torch.float32


@pytest.mark.parametrize(
    "cuda, mps, device", [(True, True, "cuda"), (True, False, "cuda"), (False, True, "mps"), (False, False, "cpu")]
)
def test_the_device_is_the_best_of_what_is_there(cuda, mps, device):
    assert performance.pick_device(cuda, mps) == device


def test_big_blocks_are_kept_where_there_is_glibc():
    assert performance.keep_big_blocks() in (True, False)
    if sys.platform == "darwin" or os.name == "nt":
        assert performance.keep_big_blocks() is False


# The command line, in processes of its own


def start(*arguments, script=HERE / "small_run.py", launcher=(), **environment):
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{HERE}", "CUDA_VISIBLE_DEVICES": "", **environment}
    command = [sys.executable, *launcher, *([str(script)] if script else ["-m", "restoration.training"]), *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finish(process):
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, err[-2000:]
    return out


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    folder = tmp_path_factory.mktemp("photos")
    write_pictures(folder / "train", TRAIN)
    write_pictures(folder / "val", VAL)
    return folder


def read(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_killed_and_resumed(pictures, tmp_path, whole):
    """kill -9 in the middle, then --resume: the files hold the same curve, and the model that ships is the same."""
    common = ["cnn-denoise", "--data", pictures, "--steps", 120, "--float32", "--runs", tmp_path, "--out", tmp_path / "out"]
    process = start(*common)
    for line in process.stdout:
        if line.split()[:2] == ["60", "val"]:
            process.send_signal(signal.SIGKILL)
            break
    process.communicate()
    assert process.returncode == -signal.SIGKILL and not (tmp_path / "out").exists()
    out = finish(start(*common, "--resume"))
    run, rows = whole
    assert "resumed at step 50" in out and "min left" in out
    assert untimed(read(tmp_path / "cnn-denoise" / "history.jsonl")) == untimed(rows)
    assert untimed(checkpoints.read_history("cnn-denoise", tmp_path / "out")) == untimed(rows)
    shipped = checkpoints.load_model("cnn-denoise", folder=tmp_path / "out")
    for key, value in shipped.state_dict().items():
        assert torch.equal(value, run.average.state_dict()[key]), key
    training = checkpoints.read_training("cnn-denoise", tmp_path / "out")
    scores = training["scores"][0]
    assert training["steps"] == 120 and training["seed"] == 0 and training["pictures"] == {"train": 4, "val": 2}
    assert scores["model"] == pytest.approx(rows[-2]["psnr"], abs=0.1)  # the same pictures, rounded to 8 bits and one by one
    assert scores["damaged"] == pytest.approx(rows[-2]["psnr_damaged"], abs=0.1) and scores["yardstick"] > scores["damaged"]


def test_two_processes_train_one_model(pictures, tmp_path):
    """Both end with the same weights, and they are what one process gets that sees both batches at once."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    launcher = ["-m", "torch.distributed.run", "--nproc-per-node", "2", "--master-addr", "127.0.0.1", "--master-port", str(port)]
    arguments = ["cnn-denoise", "--data", pictures, "--steps", 40, "--float32", "--runs", tmp_path, "--out", tmp_path / "out"]
    out = finish(start(*arguments, launcher=launcher, WEIGHTS=str(tmp_path)))
    assert out.count(" 40 val ") == 1  # one process speaks
    first, second = (torch.load(tmp_path / f"{rank}.pt") for rank in (0, 1))
    assert all(torch.equal(first[k], second[k]) for k in first)
    assert checkpoints.read_training("cnn-denoise", tmp_path / "out")["processes"] == 2

    class Both(data.Pairs):
        def at(self, step):
            (a, b, c), (d, e, f) = super().at(step), other.pairs.at(step)
            return torch.cat([a, d]), torch.cat([b, e]), {k: torch.cat([c[k], f[k]]) for k in c}

    run, alone, other = new_run(steps=40), new_run(steps=40), new_run(steps=40)
    other.pairs.rank = 1
    run.pairs.__class__ = Both
    start_weights = {k: v.clone() for k, v in run.model.state_dict().items()}
    list(run.rows())
    list(alone.rows())

    def distance(a, b):
        return math.sqrt(sum(((a[k] - b[k]) ** 2).sum().item() for k in a))

    moved, off = distance(run.model.state_dict(), start_weights), distance(run.model.state_dict(), first)
    assert off < 5e-3 * moved, (off, moved)  # the sums are taken in another order, no more; how much that is, the processor decides
    assert distance(alone.model.state_dict(), first) > 0.1 * moved  # and one process's pictures alone lead elsewhere


def test_dry_run(tmp_path):
    """Nothing but the shipped samples is needed, a real run's files are left alone, and nothing ships."""
    kept = tmp_path / "cnn-denoise" / "last.pt"
    kept.parent.mkdir()
    kept.write_text("a real run")
    before = sorted(p.name for p in checkpoints.MODELS.iterdir()) if checkpoints.MODELS.is_dir() else []
    out = finish(start("cnn-denoise", "--dry-run", "--runs", tmp_path, script=None))
    assert " 20 train " in out and " 20 val " in out and kept.read_text() == "a real run"
    assert before == (sorted(p.name for p in checkpoints.MODELS.iterdir()) if checkpoints.MODELS.is_dir() else [])


def test_a_mistake_is_one_sentence_and_an_exit_code(tmp_path):
    process = start("cnn-denois", "--data", ".", "--runs", tmp_path, script=None)
    out, err = process.communicate(timeout=300)
    assert process.returncode == 1 and err.startswith("There is no recipe called 'cnn-denois'. Choose one of: cnn-denoise")
    assert len(err.strip().splitlines()) == 1 and not list(tmp_path.iterdir())


@pytest.mark.filterwarnings("ignore:.*found in sys.modules")
@pytest.mark.parametrize(
    "arguments, sentence",
    [
        (["cnn-denoise", "--data", "no/such/folder"], "No picture of at least 128 pixels a side was found in no/such/folder"),
        (["cnn-denoise", "--data", "{empty}"], "No picture of at least 128 pixels a side"),
        (["cnn-denoise", "--data", "{broken}"], "photo.png cannot be trained on: This file could not be read"),
        (["cnn-denoise"], "Say where the training pictures are"),
    ],
)
def test_other_mistakes(arguments, sentence, tmp_path, monkeypatch):
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "photo.png").write_bytes(b"\x89PNG")
    arguments = [a.format(empty=tmp_path / "empty", broken=tmp_path / "broken") for a in arguments]
    monkeypatch.setattr(sys, "argv", ["restoration.training", *arguments, "--runs", str(tmp_path / "runs")])
    with pytest.raises(SystemExit) as e:
        runpy.run_module("restoration.training", run_name="__main__")
    assert sentence in e.value.code and "\n" not in e.value.code and not (tmp_path / "runs").exists()


def test_kinds_of_pictures_are_not_mistaken_for_damages():
    """A recipe's pairs are one or the other by name."""
    assert not set(data.PAIRS) & set(KINDS)
