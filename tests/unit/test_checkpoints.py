"""A checkpoint comes back as it was saved, and anything else is one plain sentence in both languages."""

import json

import pytest
import torch
from safetensors.torch import load_file, save_file
from small import HISTORY, TRAINING, make_checkpoint, make_network, make_picture, noisy

from restoration import checkpoints
from restoration.errors import Refusal
from restoration.models import cnn


def load(folder):
    return checkpoints.load_model("cnn-denoise", folder=folder)


def is_plain(refusal: Refusal) -> bool:
    """One sentence a language, without the language of Python's errors."""
    en, zh = refusal.say("en"), refusal.say("zh")
    words = ("Error", "Traceback", "state_dict", "<class", "\n", "None")
    return en != zh and not any(word in text for word in words for text in (en, zh)) and any("\u4e00" <= c <= "\u9fff" for c in zh)


def refused(folder, code, part):
    """Loading fails with `model_unavailable`, for the reason `code`, and says `part`."""
    with pytest.raises(Refusal) as e:
        load(folder)
    assert e.value.code == "model_unavailable" and e.value.note.values["why"].code == code
    assert part in e.value.say("en") and part in e.value.say("zh") and is_plain(e.value)


def change_weights(folder, change):
    weights = load_file(folder / "model.safetensors")
    change(weights)
    save_file(weights, folder / "model.safetensors")


def change_config(folder, **changes):
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({k: v for k, v in {**config, **changes}.items() if v is not None}))


def test_round_trip(tmp_path):
    model = make_checkpoint(tmp_path / "one")
    again = load(tmp_path / "one")
    y = noisy(make_picture(40, 56), 25)
    assert again.config == model.config and again.name == "cnn-denoise"
    for (name, a), (other, b) in zip(model.state_dict().items(), again.state_dict().items(), strict=True):
        assert name == other and torch.equal(a, b)
    as_loaded = model.to(memory_format=torch.channels_last)  # the same arithmetic in the same order
    assert torch.equal(as_loaded.restore(y, sigma=25), again.restore(y, sigma=25))
    assert torch.equal(as_loaded.restore(y), again.restore(y))


def test_records_round_trip(checkpoint):
    assert checkpoints.read_history("cnn-denoise", checkpoint) == HISTORY
    training = checkpoints.read_training("cnn-denoise", checkpoint)
    assert {k: v for k, v in training.items() if k != "sha256"} == TRAINING


def test_the_folder_is_whole(checkpoint):
    assert {p.name for p in checkpoint.iterdir()} == {
        "config.json", "model.safetensors", "history.jsonl", "training.json", "README.md",
    }  # fmt: skip
    config = json.loads((checkpoint / "config.json").read_text())
    assert set(config) == {"family", "job", "channels", "widths", "blocks", "scale"}  # the constructor's arguments, nothing else


def test_the_card_holds_the_scores(checkpoint):
    scores = [{**TRAINING["scores"][0], "test": "CBSD68", "model": 31.234, "blind": 31.111}]
    checkpoints.write_training(checkpoint, {**TRAINING, "scores": scores})
    card = (checkpoint / "README.md").read_text()
    assert "31.23" in card and "31.11" in card and "nlm 26.00" in card and TRAINING["limits"] in card
    load(checkpoint)  # and the weights still belong to it


@pytest.mark.parametrize("file", ["config.json", "model.safetensors", "training.json"])
def test_missing_file(checkpoint, file):
    (checkpoint / file).unlink()
    refused(checkpoint, "file_missing", file)


def test_missing_folder(tmp_path):
    refused(tmp_path / "nowhere", "file_missing", "config.json")


@pytest.mark.parametrize("file", ["config.json", "training.json"])
@pytest.mark.parametrize("text", ["", "{", "[]", "[1, 2]", "null", "3", "\0\1\2", '{"family": "cnn"', '{"name": "x"}'])
def test_damaged_text(checkpoint, file, text):
    (checkpoint / file).write_text(text)
    refused(checkpoint, "file_damaged", file)


def test_not_even_text(checkpoint):
    (checkpoint / "config.json").write_bytes(b"\xff\xfe\x00\xff")
    refused(checkpoint, "file_damaged", "config.json")


@pytest.mark.parametrize("changes", [{"depth": 4}, {"widths": None}, {"channels": None, "chanels": 3}])
def test_unknown_and_missing_keys(checkpoint, changes):
    change_config(checkpoint, **changes)
    refused(checkpoint, "config_keys", "channels, widths, blocks")


@pytest.mark.parametrize(
    "changes",
    [{"widths": "wide"}, {"widths": []}, {"widths": [8, -1]}, {"channels": 0.5}, {"family": "rnm"}, {"family": []}],
)
def test_impossible_values(checkpoint, changes):
    change_config(checkpoint, **changes)
    refused(checkpoint, "file_damaged", "config.json")


def test_another_size(checkpoint):
    change_config(checkpoint, widths=[8, 16])
    refused(checkpoint, "weight_shape", "shrink.0.weight")


def test_missing_tensor(checkpoint):
    change_weights(checkpoint, lambda w: w.pop("tail.bias"))
    refused(checkpoint, "weight_missing", "tail.bias")


def test_extra_tensor(checkpoint):
    change_weights(checkpoint, lambda w: w.update(extra=torch.zeros(3)))
    refused(checkpoint, "weight_unknown", "extra")


def test_wrong_shape(checkpoint):
    change_weights(checkpoint, lambda w: w.update({"head.bias": torch.zeros(3)}))
    refused(checkpoint, "weight_shape", "head.bias")


@pytest.mark.parametrize("keep", [0, 5, 100, 0.5, -1])
def test_truncated_weights(checkpoint, keep):
    data = (checkpoint / "model.safetensors").read_bytes()
    (checkpoint / "model.safetensors").write_bytes(data[: int(len(data) * keep) if keep == 0.5 else keep])
    refused(checkpoint, "file_damaged", "model.safetensors")


def test_weights_that_are_text(checkpoint):
    (checkpoint / "model.safetensors").write_text("version https://git-lfs.github.com/spec/v1\n")
    refused(checkpoint, "file_damaged", "model.safetensors")


def test_weights_that_are_a_folder(checkpoint):
    (checkpoint / "model.safetensors").unlink()
    (checkpoint / "model.safetensors").mkdir()
    refused(checkpoint, "file_damaged", "model.safetensors")


def test_a_changed_byte(checkpoint):
    """Still a whole file of the right shapes: only the checksum tells."""
    data = bytearray((checkpoint / "model.safetensors").read_bytes())
    data[-7] ^= 0x40
    (checkpoint / "model.safetensors").write_bytes(data)
    refused(checkpoint, "weights_changed", "model.safetensors")


def test_weights_of_another_run(checkpoint):
    save_file(make_network(seed=1).state_dict(), checkpoint / "model.safetensors")
    refused(checkpoint, "weights_changed", "training.json")


@pytest.mark.parametrize("text", ["{", "[]\n", '{"step": 1}\n', "3\n"])
def test_damaged_history(checkpoint, text):
    (checkpoint / "history.jsonl").write_text(text)
    with pytest.raises(Refusal) as e:
        checkpoints.read_history("cnn-denoise", checkpoint)
    assert e.value.code == "model_unavailable" and "history.jsonl" in str(e.value) and is_plain(e.value)
    load(checkpoint)  # the network itself is whole


def test_missing_history(checkpoint):
    (checkpoint / "history.jsonl").unlink()
    with pytest.raises(Refusal, match="history.jsonl is missing"):
        checkpoints.read_history("cnn-denoise", checkpoint)


@pytest.mark.parametrize("name", ["", "cnn", "../models", "cnn-denoise/..", "\u4e2d"])
def test_unknown_name(name):
    with pytest.raises(Refusal) as e:
        checkpoints.load_model(name)
    assert e.value.code == "unknown_name"


def test_names_are_the_folders(monkeypatch, checkpoint):
    monkeypatch.setattr(checkpoints, "MODELS", checkpoint.parent)
    (checkpoint.parent / "a-file").write_text("")
    assert checkpoints.list_models() == ["cnn-denoise"]
    assert checkpoints.load_model("cnn-denoise").name == "cnn-denoise"
    monkeypatch.setattr(checkpoints, "MODELS", checkpoint.parent / "nowhere")
    assert checkpoints.list_models() == []


def test_too_big_to_ship(tmp_path):
    with pytest.raises(Refusal) as e:
        checkpoints.save_model(cnn.build(cnn.Config(widths=(64, 128, 256))), "cnn", tmp_path / "big", HISTORY, TRAINING)
    assert e.value.code == "weights_too_big" and not (tmp_path / "big" / "config.json").exists()


@pytest.mark.parametrize("name", checkpoints.list_models())
def test_shipped_folders_are_whole(name):
    """The files agree with each other: the size, the last step, and a checksum."""
    model, training, history = checkpoints.load_model(name), checkpoints.read_training(name), checkpoints.read_history(name)
    assert training["name"] == name and training["parameters"] == sum(p.numel() for p in model.parameters())
    assert training["sha256"] == checkpoints.digest(checkpoints.MODELS / name)
    assert history[-1]["step"] <= training["steps"] and {r["split"] for r in history} == {"train", "val"}
    assert [r["step"] for r in history] == sorted(r["step"] for r in history)
    assert (checkpoints.MODELS / name / "README.md").read_text(encoding="utf-8") == checkpoints.card(training)
    decibels = [s for s in training["scores"] if "damaged" in s and "PSNR" in s["test"]]
    assert all(s["model"] > s["damaged"] <= s["yardstick"] for s in decibels)  # a test may be one that it loses, and says so
    if name.startswith("cnn"):
        assert training["scores"][0]["model"] > training["scores"][0]["yardstick"]
