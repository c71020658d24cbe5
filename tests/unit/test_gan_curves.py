"""The recorded runs of GANs and the studies made of them: charts are the rows, distances are what they say, gaps are sentences."""

import json
import math

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from restoration import lab
from restoration.checkpoints import save_model
from restoration.errors import Refusal
from restoration.lab import gan_curves, gan_images
from restoration.models import gan
from restoration.studies import gan_coverage, gan_film, gan_near, store
from restoration.training.recipes import RECIPES
from restoration.ui.gan import curves_counted, curves_run, latent_near
from restoration.ui.text import LANGUAGES

NAME = "dcgan-digits"
HISTORY = [
    {"step": 10 * k, "split": split, "seconds": 6.0 * k, "loss_d": 1.2 - 0.01 * k, "loss_g": 0.8 + 0.1 * k, "real": 0.6, "fake": 0.4}
    for k in range(1, 11)
    for split in ("train", "val")
]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A GAN that was never trained, with a run of ten rows, and an empty folder of studies."""
    torch.manual_seed(0)
    model = gan.build(gan.Config(widths=(8, 4))).eval()
    model.settle(2, 32)
    facts = {"name": NAME, "about": model.about, "parameters": 1, "date": "2026-01-01", "steps": 100, "seconds": 60.0, "device": "cpu"}
    facts |= {"data": "", "recipe": {"batch": 32, "crop": 28}, "versions": {}, "scores": [], "limits": ""}
    save_model(model, "gan", tmp_path / NAME, HISTORY, facts)
    (tmp_path / gan_images.JUDGE).symlink_to(lab.models_folder() / gan_images.JUDGE)
    monkeypatch.setenv("KINTSUGI_MODELS", str(tmp_path))
    monkeypatch.setattr(gan_images, "network", lambda _: model)
    monkeypatch.setattr(store, "STUDIES", tmp_path / "studies")
    monkeypatch.setattr(store.checkpoints, "MODELS", tmp_path)
    return tmp_path


def test_every_gan_can_be_chosen():
    dcgans = {name for name, recipe in RECIPES.items() if recipe.family == "gan"}
    assert set(gan_curves.GROUPS["pictures"]) <= dcgans
    assert set(gan_curves.GROUPS["photos"]) == {name for name, recipe in RECIPES.items() if recipe.family == "gan-restore"}


def test_charts_are_the_rows_with_the_levels_of_an_even_game(folder):
    losses, answers = gan_curves.charts(NAME)
    assert losses.levels == {"even_d": pytest.approx(1.386294), "even_g": pytest.approx(0.693147)} and answers.levels == {"coin": 0.5}
    lines = {(line.what, line.split): line.points for line in losses.lines}
    for split in ("train", "val"):
        rows = [row for row in HISTORY if row["split"] == split]
        assert lines["g", split] == [[row["step"], row["seconds"] / 60, row["loss_g"]] for row in rows]
    even = torch.zeros(5)  # logits of a D that cannot tell
    assert gan.LOSSES["non-saturating"].discriminator(even, even).item() == pytest.approx(gan_curves.EVEN_D)
    assert gan.LOSSES["non-saturating"].generator(even).item() == pytest.approx(gan_curves.EVEN_G)


def test_a_moment_between_two_rows_has_its_minute():
    assert gan_curves.minutes_at(HISTORY, 15) == pytest.approx(0.15)
    assert gan_curves.minutes_at(HISTORY, 5) == pytest.approx(0.05) and gan_curves.minutes_at(HISTORY, 999) == pytest.approx(1.0)
    assert gan_curves.about(HISTORY, 15)["step"] == 20 and gan_curves.about(HISTORY, 999)["step"] == 100
    assert gan_curves.part(HISTORY, "loss_g", 0.9, 1.0) == pytest.approx((0.8 + 0.9 + 0.8 + 1.0) / 2)


@pytest.mark.parametrize("name", ["dcgan-x", "cnn-denoise", None, 3])
def test_another_network_is_refused(name):
    with pytest.raises(Refusal) as refusal:
        gan_curves.charts(name)
    assert NAME in refusal.value.say("en")


def test_a_broken_run_is_a_sentence(folder):
    (folder / NAME / "history.jsonl").write_text(json.dumps(HISTORY[0]) + "\n")
    with pytest.raises(Refusal, match="no whole run"):
        gan_curves.rows(NAME)


def test_without_a_film_the_curves_stay(folder):
    found = curves_run.value(NAME, "en")
    assert found["film"] is None and "gan-film" in found["missing"] and len(json.loads(found["charts"])) == 2


def snapshots(folder, network):
    """Two moments of a run: other weights, and those that ship."""
    at = folder / "runs" / NAME / "snapshots"
    at.mkdir(parents=True)
    other = {key: value + 0.01 if value.is_floating_point() else value for key, value in network.state_dict().items()}
    save_file({key: value.contiguous() for key, value in other.items()}, at / "step-10.safetensors")
    save_file({key: value.contiguous() for key, value in network.state_dict().items()}, at / "step-100.safetensors")
    return at


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_film_is_shown_beside_its_curves(folder, monkeypatch, lang):
    monkeypatch.setattr(gan_film, "COUNT", 600)
    shipped = gan_images.network("digits")
    at = snapshots(folder, shipped)
    judge = gan_coverage.Judge(torch.rand(600, 1, 28, 28, generator=torch.Generator().manual_seed(0)))
    found, sheet = gan_film.film("digits", at, judge)
    side = 28 * found["columns"]
    assert sheet.shape == (side, 2 * side, 3) and found["steps"] == [10, 100]
    last = gan_images.sheet(gan_images.invent("digits", range(found["columns"] ** 2)), found["columns"])
    assert np.abs(sheet[:, side:].astype(int) - last).max() <= 8  # statistics of another number of batches
    store.write("gan-film-digits", {**found, "real": {"sure": 0.9, "frechet": 1.0}, "sheet": ""}, [NAME])
    shown = curves_run.value(NAME, lang)
    assert shown["film"]["minutes"] == pytest.approx([0.1, 1.0]) and len(shown["film"]["said"]) == 2
    charts = {chart["name"]: chart for chart in json.loads(shown["charts"])}
    assert list(charts) == ["losses", "answers", "sure", "frechet"]
    assert [p[2] for p in charts["frechet"]["lines"][0]["points"]] == pytest.approx([n["frechet"] for n in found["numbers"]], rel=1e-3)
    assert not any("{" in text for text in [shown["says"], *shown["notes"], *shown["film"]["said"]])


def test_a_film_of_another_run_is_refused(folder):
    at = snapshots(folder, gan_images.network("digits"))
    (at / "step-100.safetensors").unlink()
    with pytest.raises(Refusal, match=NAME):
        gan_film.film("digits", at, None)
    with pytest.raises(Refusal, match="snapshot"):
        gan_film.make(folder / "nowhere", None)


def test_the_nearest_picture_against_a_search_by_hand():
    rng = np.random.default_rng(0)
    known = rng.integers(0, 256, (30, 8, 8, 3), dtype=np.uint8)
    asked = np.concatenate([known[[4, 7]], rng.integers(0, 256, (3, 8, 8, 3), dtype=np.uint8)])
    asked[1] = np.roll(known[7], 1, axis=1)  # one pixel to the right
    apart, number = gan_near.nearest(asked, [known[:, :, ::-1], known])
    assert apart[0] == 0 and number[0] == 4 and number[1] == 7
    for one, distance in zip(asked, apart, strict=True):
        wide = np.pad(one, ((1, 1), (1, 1), (0, 0)), mode="edge").astype(float)
        places = [wide[y : y + 8, x : x + 8] for y in range(3) for x in range(3)]
        forms = [*known.astype(float), *known[:, :, ::-1].astype(float)]
        assert distance == pytest.approx(min(math.sqrt(((p - q) ** 2).mean()) for p in places for q in forms), abs=1e-3)


def test_numbers_are_those_of_the_whole_set():
    everything = np.arange(100)
    kept = everything[everything % gan_near.HELD_OUT != 0]
    assert np.array_equal(gan_near.in_set(np.arange(len(kept))), kept)


def test_a_copy_is_told_from_what_is_none():
    near = {"made": {}, "train": 10, "variants": 1, "nearest": [1] * 40, "labels": [], "sheet": ""}
    kinds = {"not": ([50] * 40, "No copies"), "heart": ([12] * 40, "learn by heart"), "some": ([9] + [50] * 39, "1 of 40")}
    for own, words in kinds.values():
        found = gan_near.Near(**near, own=own, held=[40] * 40, moved=[10] * 40)
        assert words in latent_near.verdict(found, "en") and "{" not in latent_near.verdict(found, "zh")


@pytest.mark.parametrize("read", [lambda: gan_near.read("digits"), gan_coverage.read, lambda: gan_film.read("digits")])
def test_missing_and_damaged_studies_are_sentences(read, tmp_path, monkeypatch):
    monkeypatch.setattr(store, "STUDIES", tmp_path)
    with pytest.raises(Refusal, match="missing"):
        read()
    for name in ("gan-near", "gan-coverage", "gan-film-digits"):
        (tmp_path / f"{name}.json").write_text('{"made": {}, "subjects": {"digits": {}}, "rows": {}}')
    with pytest.raises(Refusal, match="cannot be read"):
        read()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_drawn_is_counted(lang):
    rows = {name: gan_coverage.Row(100, [0.1] * 10, 0.9, 1.0 + n) for n, name in enumerate(gan_coverage.ROWS)}
    rows["gan"] = gan_coverage.Row(100, [0.01, 0.19] + [0.1] * 8, 0.8, 0.5)
    study = gan_coverage.Study({}, 50, rows)
    assert curves_counted.bars(study, lang).count("<rect") == 30
    assert "1.0 %" in curves_counted.says(study, lang) and "19.0 %" in curves_counted.table(study, lang)


@pytest.mark.parametrize("name", sorted(path.stem for path in store.STUDIES.glob("gan-*.json")))
def test_studies_were_made_from_the_weights_that_ship(name):
    assert store.stale(name) == []
