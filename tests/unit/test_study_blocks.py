"""The stored study of blocks and losses belongs to the weights that ship, and what can be counted again is what it says."""

import pytest

from restoration import checkpoints
from restoration.baselines import baseline
from restoration.models.blocks import BLOCKS
from restoration.studies import blocks, small, store
from restoration.training.recipes import RECIPES

STEPS = RECIPES["block-plain"].steps
ROWS = [{"split": "train", "step": 50, "cpu": 1.0}] + [
    {"split": "val", "step": n, "psnr": p, "cpu": c} for n, p, c in ((100, 20.0, 2.0), (200, 24.0, 6.0), (300, 25.0, 8.0))
]


def test_it_was_made_from_the_weights_that_ship():
    assert store.stale("blocks") == []
    assert set(store.read("blocks")["made"]["weights"]) == {*blocks.NETWORKS.values(), *blocks.LOSSES.values()}


def test_it_says_what_the_files_say():
    found, again = store.read("blocks"), blocks.recorded()
    assert list(found["blocks"]) == list(BLOCKS)
    seconds = min(block["cpu"] for block in again["blocks"].values())
    assert (found["steps"], found["seconds"]) == (again["steps"], again["seconds"]) == (STEPS, seconds)
    for block, row in again["blocks"].items():
        assert {key: found["blocks"][block][key] for key in row} == row
        last = [r for r in checkpoints.read_history(f"block-{block}") if r["split"] == "val"][-1]
        assert row["psnr"] == round(last["psnr"], 3)
        assert found["blocks"][block]["ms_ratio"] == pytest.approx(found["blocks"][block]["ms"] / found["blocks"]["plain"]["ms"], abs=0.01)


@pytest.mark.parametrize("name", [*blocks.NETWORKS.values(), "loss-mse", "loss-cross-entropy"])
def test_the_networks_were_made_by_their_recipes(name):
    training, recipe = checkpoints.read_training(name), RECIPES[name]
    assert checkpoints.load_model(name).config == recipe.config
    assert training["steps"] == recipe.steps and training["recipe"]["schedule"] == "constant"


def test_scores_are_those_of_the_screen():
    """The stored mean over the samples, for what needs no network and for one network."""
    found = store.read("blocks")
    assert blocks.score(lambda y: y) == pytest.approx(found["others"]["damaged"])
    scores = blocks.score(checkpoints.load_model("block-plain").restore)
    assert scores["psnr"] == pytest.approx(found["blocks"]["plain"]["samples"]["psnr"], abs=0.02)  # another processor rounds otherwise


def test_at_time_lies_on_the_line_between_two_validations():
    assert blocks.at_time(ROWS, 3.0) == (21.0, 125.0)
    assert blocks.at_time(ROWS, 8.0) == (25.0, 300.0) and blocks.at_time(ROWS, 2.0) == (20.0, 100.0)
    with pytest.raises(ValueError):
        blocks.at_time(ROWS, 9.0)


def test_milliseconds_are_those_of_each_network():
    """A network that does its work three times takes about three times as long."""

    class Thrice:
        def __init__(self, network, times):
            self.network, self.times = network, times

        def restore(self, y):
            for _ in range(self.times):
                self.network.restore(y)

    network = checkpoints.load_model("block-plain")
    took = blocks.milliseconds({"once": Thrice(network, 1), "thrice": Thrice(network, 3)}, rounds=5)
    assert 2 < took["thrice"] / took["once"] < 4.5


# The door of the screen


@pytest.fixture(scope="module")
def noisy():
    from restoration import lab

    clean = lab.sample("cat")
    return lab.ruin(clean, (("noise", {"sigma": 25}),)), clean


def test_repairs_and_their_scores(noisy):
    from restoration import lab

    ruined, clean, cut = small.middle(*noisy)
    assert not cut and small.at_home(noisy[0])
    mended = small.by_block("dense", ruined, clean)
    x = lab.tensor(ruined.array)
    assert abs(mended.array - lab.array(checkpoints.load_model("block-dense").restore(x))).max() < 1e-5
    assert mended.psnr == lab.row(clean, lab.Mended(mended.array, "", "", "", "network", 0)).psnr
    assert mended.mae == pytest.approx(255 * abs(mended.array.clip(0, 1) - clean.array).mean(), rel=1e-4)
    median = small.median_filter(ruined, clean)
    assert abs(median.array - lab.array(baseline("median").restore(x, sigma=25))).max() == 0
    assert small.by_loss("mse", ruined, None).psnr is None


def test_where_the_networks_are_not_at_home():
    from restoration import lab

    clean = lab.sample("cat")
    for steps in ((("noise", {"sigma": 60}),), (("blur", {"sigma": 2}),), (("noise", {"sigma": 25}), ("jpeg", {"quality": 20}))):
        assert not small.at_home(lab.ruin(clean, steps))
    assert not small.at_home(lab.as_is(clean))
    ruined = lab.ruin(clean, (("low-resolution", {"scale": 2}),))
    piece, shot, _ = small.middle(ruined, clean)
    assert piece.array.shape == shot.array.shape == (256, 256, 3)
    assert small.by_block("plain", piece, shot).array.shape == (256, 256, 3)


def test_of_a_large_picture_the_middle_is_taken():
    import numpy as np

    from restoration import lab

    shot = lab.Shot(np.random.default_rng(0).random((700, 530, 3), dtype=np.float32))
    piece, clean, cut = small.middle(lab.as_is(shot), shot)
    assert cut and piece.array.shape == (512, 512, 3)
    assert (piece.array == shot.array[94:606, 9:521]).all() and (clean.array == piece.array).all()


def test_one_pixel(noisy):
    from restoration import lab

    ruined, clean, _ = small.middle(*noisy)
    places = small.doubtful(ruined)
    pixels = {name: small.look_at(ruined, clean, *place) for name, place in places.items()}
    assert 0 <= pixels["least"].bits <= pixels["most"].bits <= 5
    pixel = small.look_at(ruined, clean, 70, 90)
    assert pixel.probabilities.shape == (3, 32)
    assert (pixel.values["truth"] == clean.array[70, 90]).all() and (pixel.values["damaged"] == ruined.array[70, 90]).all()
    for loss in ("mse", "l1"):
        assert abs(pixel.values[loss] - small.by_loss(loss, ruined, clean).array[70, 90]).max() < 1e-4
    for reading in ("mean", "mode"):
        assert abs(pixel.values[reading] - small.by_loss("cross-entropy", ruined, clean, reading).array[70, 90]).max() < 1e-4
    assert small.look_at(lab.as_is(clean), None, 3, 4).values["truth"] is None
