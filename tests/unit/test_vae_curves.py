"""The recorded runs of the VAEs: the charts are the rows, the table holds what can be compared."""

import json
import math

import pytest
import torch
from test_plots import drawn, png

from restoration import checkpoints, plots
from restoration.errors import Refusal
from restoration.lab import vae_curves
from restoration.training.recipes import RECIPES
from restoration.ui.text import LANGUAGES
from restoration.ui.vae import curves


def rows(name, split):
    return [row for row in checkpoints.read_history(name) if row["split"] == split]


def test_every_small_picture_network_can_be_chosen():
    known = {name for name, recipe in RECIPES.items() if recipe.family in ("vae", "classifier")}
    assert set(vae_curves.NAMES) == known and len(vae_curves.NAMES) == len(known)
    assert set(vae_curves.COMPARABLE) == {n for n in known if RECIPES[n].family == "vae" and RECIPES[n].pairs == "binary"}
    for lang in LANGUAGES:
        assert len({curves.label(name, lang) for name in known}) == len(known)


@pytest.mark.parametrize("name", vae_curves.NAMES)
def test_the_recipe_is_what_shipped(name):
    stored = json.loads((checkpoints.MODELS / name / "config.json").read_text(encoding="utf-8"))
    asked = vae_curves.config(name)
    for key, value in stored.items():
        if key != "family":
            assert getattr(asked, key) == (tuple(value) if isinstance(value, list) else value)


@pytest.mark.parametrize("against", ["time", "step"])
def test_charts_are_the_rows(against):
    name = "vae-digits-2d"
    charts = vae_curves.figures(name, against)
    assert list(charts) == ["nelbo", "reconstruction", "kl"]
    for split, label in vae_curves.SPLITS.items():
        x = [row["step"] if against == "step" else row["seconds"] / 60 for row in rows(name, split)]
        for chart, fig in charts.items():
            y = [row["reconstruction"] + row["kl"] if chart == "nelbo" else row[chart] for row in rows(name, split)]
            assert drawn(fig.axes[0])[label] == (pytest.approx(x), pytest.approx(y))
    yardstick = checkpoints.read_training(name)["scores"][0]["yardstick"]
    assert drawn(charts["nelbo"].axes[0])[f"mean of each pixel: {yardstick:,.1f}"][1] == [yardstick] * 2
    assert charts["nelbo"].axes[0].get_xlabel() == {"step": "updates", "time": "minutes"}[against]
    assert all(png(fig).startswith(b"\x89PNG") for fig in charts.values())


def test_what_another_beta_minimises_is_drawn_too():
    charts = vae_curves.figures("vae-beta-4", "step")
    assert charts["nelbo"].axes[0].get_title() == "beta = 4: negative ELBO"
    minimised = [row["reconstruction"] + 4 * row["kl"] for row in rows("vae-beta-4", "val")]
    assert drawn(charts["nelbo"].axes[0])["held out, with 4 x KL"][1] == pytest.approx(minimised, rel=1e-4)


def test_a_plain_autoencoder_has_no_bound():
    assert list(vae_curves.figures("vae-beta-0", "time")) == ["reconstruction", "kl"]
    assert not vae_curves.ended("vae-beta-0").bound and "nelbo" not in curves.sentence(vae_curves.ended("vae-beta-0"), "en")


def test_the_classifier_has_curves_of_its_own():
    charts = vae_curves.figures("digit-classifier", "step")
    assert list(charts) == ["entropy", "error"]
    lines = drawn(charts["error"].axes[0])
    assert lines["held out"][1] == pytest.approx([100 * row["error"] for row in rows("digit-classifier", "val")])
    assert lines["guessing: 90.0"][1] == [90.0, 90.0]
    assert "train" in drawn(charts["entropy"].axes[0])


def test_how_a_run_ended():
    for name in vae_curves.COMPARABLE:
        run, last = vae_curves.ended(name), rows(name, "val")[-1]
        assert run.nelbo == pytest.approx(last["nelbo"], rel=1e-5)
        assert run.nelbo == pytest.approx(checkpoints.read_training(name)["scores"][0]["model"], rel=1e-3)
        assert run.latent == RECIPES[name].config.latent and 0 <= run.active <= run.latent


def test_the_table_is_sorted_and_of_the_same_digits():
    runs = vae_curves.compared()
    bounds = [run.nelbo for run in runs if run.bound]
    assert len(runs) == len(vae_curves.COMPARABLE) and bounds == sorted(bounds) and not runs[-1].bound
    assert len({run.yardstick for run in runs}) == 1  # the same pixels of the same digits
    assert max(bounds) < runs[0].yardstick < vae_curves.COIN == pytest.approx(-torch.tensor(0.5).log().item() * 784)


def test_a_density_may_be_above_one():
    sigma = vae_curves.sigma("vae-emoji")
    most = torch.distributions.Normal(0, sigma).log_prob(torch.tensor(0.0)).exp().item()
    assert vae_curves.sigma("vae-digits") is None
    assert f"as large as {most:.1f} here" in " ".join(curves.notes("vae-emoji", "en"))
    assert most == pytest.approx(1 / (sigma * math.sqrt(2 * math.pi)), rel=1e-5)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["vae-beta-0", "vae-beta-4", "cvae-flowers", "digit-classifier", "vae-size-8"])
def test_what_is_said_is_whole(name, lang):
    said = [*curves.notes(name, lang), curves.table(name, lang), curves.label(name, lang)]
    if name != "digit-classifier":
        said.append(curves.sentence(vae_curves.ended(name), lang))
    assert all(said) and not any("{" in text for text in said)
    assert ('class="network"' in curves.table(name, lang)) == (name in vae_curves.COMPARABLE)


@pytest.mark.parametrize("ask", [lambda: vae_curves.figures("vae-x", "time"), lambda: vae_curves.figures("vae-digits", "width"),
                                 lambda: vae_curves.ended("cnn-denoise")])  # fmt: skip
def test_what_there_is_not_is_refused(ask):
    with pytest.raises(Refusal) as refusal:
        ask()
    assert refusal.value.say("en") and refusal.value.say("zh")


def test_missing_files_are_a_sentence_and_the_table_goes_on(tmp_path, monkeypatch):
    for name in ("vae-digits", "vae-size-8"):
        (tmp_path / name).symlink_to((checkpoints.MODELS / name).resolve())
    monkeypatch.setenv("KINTSUGI_MODELS", str(tmp_path))
    assert [run.name for run in vae_curves.compared()] == ["vae-digits", "vae-size-8"]
    with pytest.raises(Refusal, match="vae-emoji"):
        vae_curves.figures("vae-emoji", "time")


def test_the_frame_fits_what_comes_after_the_beginning():
    x, y = [0.0, 1.0, 5.0, 10.0], [900.0, 12.0, 11.0, 10.0]
    fig = plots.run({"train": ("train", x, y)}, {"yardstick": ("mean", 20.0)}, "step", "nats")
    low, high = fig.axes[0].get_ylim()
    assert low < 10 and 20 < high < 30
    png(plots.run({"train": ("train", [], [])}, {}, "time", "nats"))
    assert plots.run({"val": ("val", x, y)}, {}, "step", "nats", log=True).axes[0].get_yscale() == "log"
