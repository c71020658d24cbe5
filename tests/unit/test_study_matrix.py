"""Wrong specialist: what is stored is what the shipped weights do, and a gain is what the scores say."""

import json
import math
from dataclasses import replace

import pytest
from skimage.metrics import peak_signal_noise_ratio
from small import make_like

from restoration import checkpoints, degrade, lab
from restoration.cases import check_steps
from restoration.errors import Refusal
from restoration.studies import matrix, store
from restoration.ui import matrix as screen
from restoration.ui.desk import Wanted, settle

SHIPPED = matrix.read()
NOISE, SMALL = check_steps([("noise", {"sigma": 25})]), check_steps([("low-resolution", {"scale": 2})])


@pytest.fixture
def three(models_folder, monkeypatch):
    """Small networks for the jobs that show every kind of cell."""
    names = ("cnn-denoise", "cnn-inpaint", "cnn-sr2")
    for name in names:
        make_like(name, models_folder)
    monkeypatch.setattr(lab, "MODELS", {name: lab.JOBS[name] for name in names})


def stored(found: dict, tmp_path, monkeypatch) -> matrix.Matrix:
    """What compute found, as it is read again."""
    monkeypatch.setattr(store, "STUDIES", tmp_path)
    monkeypatch.setattr(checkpoints, "digest", lambda folder: "0" * 64)
    store.write(matrix.NAME, found, ["cnn-denoise"])
    return matrix.read()


def test_the_stored_matrix_is_up_to_date():
    assert store.stale(matrix.NAME) == [], "make it again: python -m restoration.studies matrix"
    assert SHIPPED.models == tuple(lab.MODELS) and set(SHIPPED.made["weights"]) == set(lab.MODELS)
    assert SHIPPED.samples == tuple(lab.samples())
    assert SHIPPED.damages == tuple(check_steps([damage]) for damage in matrix.DAMAGES)


def test_every_damage_that_needs_no_painting_has_a_row():
    assert {steps[0][0] for steps in SHIPPED.damages} == set(degrade.DEGRADATIONS) - {"missing-mask"}


@pytest.mark.parametrize("place", [(0, 0), (5, -1), (-2, 0), (-1, 1)])
def test_a_stored_gain_is_what_the_lab_shows(place):
    """Computed anew from the shipped weights, on two samples: what the table of scores says of that case."""
    steps, model = SHIPPED.damages[place[0]], SHIPPED.models[place[1]]
    for sample in ("cat", "page"):
        clean = lab.sample(sample)
        ruined = lab.ruin(clean, steps, matrix.SEED)
        if code := SHIPPED.cells[steps, model].refused:
            with pytest.raises(Refusal) as e:
                lab.mend(ruined, model)
            assert e.value.code == code
            continue
        gain = lab.row(clean, lab.mend(ruined, model)).psnr - lab.row(clean, ruined).psnr
        assert SHIPPED.cells[steps, model].gains[sample] == pytest.approx(gain, abs=0.02)


def test_a_gain_is_psnr_after_less_psnr_before(three, tmp_path, monkeypatch):
    found = stored(matrix.compute(["cat", "coins"], [("noise", {"sigma": 25}), ("low-resolution", {"scale": 2})]), tmp_path, monkeypatch)
    for steps, model in [(NOISE, "cnn-denoise"), (SMALL, "cnn-sr2"), (SMALL, "cnn-denoise")]:
        cell = found.cells[steps, model]
        for sample, gain in cell.gains.items():
            clean = lab.sample(sample)
            ruined = lab.ruin(clean, steps)
            before, after = (
                peak_signal_noise_ratio(clean.shown, picture.shown, data_range=255) for picture in (ruined, lab.mend(ruined, model))
            )
            assert gain == pytest.approx(after - before, abs=0.006)
        assert (cell.worst, cell.best) == (min(cell.gains, key=cell.gains.get), max(cell.gains, key=cell.gains.get))
        assert cell.mean == pytest.approx(sum(cell.gains.values()) / 2)
    told, guessed = found.cells[NOISE, "cnn-denoise"], found.cells[SMALL, "cnn-denoise"]
    assert told.own and not told.guessed and told.sigma == 25
    assert not guessed.own and guessed.guessed == ("sigma",) and 0 <= guessed.sigma <= 100
    assert found.cells[NOISE, "cnn-inpaint"].guessed == ("mask",) and found.cells[NOISE, "cnn-inpaint"].sigma is None
    assert found.cells[NOISE, "cnn-sr2"].refused == "wrong_scale" and found.cells[SMALL, "cnn-sr2"].own


def test_a_damage_that_changes_nothing_has_no_gain(three, tmp_path, monkeypatch):
    found = stored(matrix.compute(["cat", "coins"], [("grayscale", {})]), tmp_path, monkeypatch)
    assert list(found.cells[found.damages[0], "cnn-denoise"].gains) == ["cat"]  # the coins are grey


def test_it_is_made_the_same_again(three):
    once, again = (matrix.compute(["page"], [("noise", {"sigma": 25})]) for _ in range(2))
    assert once == again


def test_a_damaged_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "STUDIES", tmp_path)
    with pytest.raises(Refusal, match="missing"):
        matrix.read()
    whole = json.loads((checkpoints.MODELS.parent / "studies" / "matrix.json").read_text(encoding="utf-8"))
    for wrong in ({**whole, "cells": whole["cells"][1:]}, {**whole, "damages": ["x"]}, {"made": {}}):
        (tmp_path / "matrix.json").write_text(json.dumps(wrong), encoding="utf-8")
        with pytest.raises(Refusal, match="cannot be read"):
            matrix.read()


# On the screen


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_cell_says_its_numbers(lang):
    for (steps, model), cell in SHIPPED.cells.items():
        said = screen.sentence(SHIPPED, steps, model, "cat", lang)
        assert lab.MODELS[model].en in said or lab.MODELS[model].zh in said
        if cell.refused:
            continue
        assert screen.decibels(cell.gains[cell.worst], 2) in said and screen.decibels(cell.gains[cell.best], 2) in said
        assert ("trained for." in said or "正是它训练过的任务" in said) == cell.own
        assert "cat" not in cell.gains or screen.decibels(cell.gains["cat"], 2) in said


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_cell_that_cannot_be_run_says_why(three, tmp_path, monkeypatch, lang):
    found = stored(matrix.compute(["page"], [("noise", {"sigma": 25})]), tmp_path, monkeypatch)
    said = screen.sentence(found, NOISE, "cnn-sr2", "page", lang)
    assert ("2 times larger" if lang == "en" else "放大 2 倍") in said
    assert 'class="refused"' in screen.value(settle(None, Wanted(lab.Case())), lang)["table"]


def test_every_specialist_has_a_short_name():
    for name in lab.JOBS:
        assert screen.say(f"specialist_{name}", "en") != screen.say(f"specialist_{name}", "zh")


def test_numbers_have_a_sign_where_there_is_one_to_see():
    shown = [screen.decibels(gain) for gain in (11.62, -0.26, 0.04, -0.04, 0.0)]
    assert shown == ["+11.6", "−0.3", "0.0", "0.0", "0.0"] and screen.decibels(math.pi, 2) == "+3.14"


def test_a_cell_is_a_case_of_the_lab():
    kept = replace(lab.Case(), picture="coins", lesson="cnn-denoise", seed=7, blind=True, size="full", tab="inside")
    case = screen.case_of(len(SHIPPED.models) + 1, kept)
    assert case == lab.Case("coins", SHIPPED.damages[1], model=SHIPPED.models[1], lesson="cnn-denoise")
    assert screen.case_of(0, replace(kept, picture="")).picture == lab.Case().picture  # the visitor's own photo was not measured
    for wrong in (-1, 10**6, None, "0", 1.5):
        with pytest.raises(Refusal):
            screen.case_of(wrong, kept)
