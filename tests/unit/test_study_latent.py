"""The stored maps of the bottleneck: up to date, every point can be made again, and what the screen says is what was measured."""

import json

import numpy as np
import pytest
import torch
from small import make_picture

from restoration import checkpoints, lab
from restoration.cases import damage_steps
from restoration.errors import Refusal
from restoration.exhibits import latent as maths
from restoration.studies import latent, store
from restoration.ui import latent as screen
from restoration.ui.desk import Desk, Wanted, settle

STUDY = latent.read()
FEW = (latent.SETTINGS[0], *damage_steps("noise:sigma=25;jpeg:quality=10;low-resolution:scale=2"))
FEW = (FEW[0], *((step,) for step in FEW[1:]))


def desk(**case) -> Desk:
    return settle(None, Wanted(lab.Case(**case)))


def own_desk(height: int, width: int, as_is: bool = False, damage: str = "noise:sigma=25") -> Desk:
    shot = lab.Shot(make_picture(height, width)[0].permute(1, 2, 0).numpy().copy())
    steps = damage_steps(damage)
    return Desk(Wanted(lab.Case("", steps), "own.png", as_is), shot, lab.as_is(shot) if as_is else lab.ruin(shot, steps))


# The study


def test_it_is_up_to_date():
    assert store.stale(latent.NAME) == [], "make it again: python -m restoration.studies latent"
    assert list(STUDY.maps) == latent.networks() == list(STUDY.made["weights"])
    assert STUDY.settings == latent.SETTINGS and list(STUDY.patches) == latent.places(lab.samples())


def test_it_is_small():
    assert (store.STUDIES / "latent.json").stat().st_size < 300_000


def test_it_is_balanced():
    """Every patch under every setting; every sample with as many patches, each of them once."""
    assert STUDY.rms.shape == (len(STUDY.patches), len(STUDY.settings)) and 600 <= STUDY.rms.size <= 1500
    samples = [sample for sample, _, _ in STUDY.patches]
    assert {samples.count(sample) for sample in lab.samples()} == {latent.PER_SAMPLE}
    assert len(set(STUDY.patches)) == len(STUDY.patches) and len(set(STUDY.settings)) == len(STUDY.settings)
    assert STUDY.settings[0] == () and np.all(STUDY.rms[:, 0] == 0)
    for m in STUDY.maps.values():
        assert m.points.shape == (*STUDY.rms.shape, latent.KEPT) and len(m.moves) == len(STUDY.settings)


def test_what_the_panel_tells_of_the_networks_is_so():
    """128 numbers for 16x16 pixels."""
    for name, m in STUDY.maps.items():
        assert m.basis.components.shape == (latent.KEPT, 128) and lab.network(name).multiple == 16
        assert np.allclose(m.basis.components @ m.basis.components.T, np.eye(latent.KEPT), atol=1e-4)


def test_the_damage_of_every_setting_can_be_made_again():
    """Each on two samples in turn, so that every sample has its share."""
    samples = list(lab.samples())
    for s, steps in enumerate(STUDY.settings):
        for sample in (samples[2 * s % len(samples)], samples[(2 * s + 1) % len(samples)]):
            clean = lab.sample(sample)
            changed = latent.change(clean.array, lab.full_size(lab.ruin(clean, steps, latent.SEED)))
            for p, (name, row, column) in enumerate(STUDY.patches):
                if name == sample:
                    assert STUDY.rms[p, s] == pytest.approx(changed[row, column], abs=0.06)


@pytest.mark.parametrize("model", STUDY.maps)
def test_points_can_be_made_again(model):
    """From the shipped weights, as a picture in the lab would land."""
    for sample, setting in (("cat", 3), ("page", len(STUDY.settings) - 2)):
        clean = lab.sample(sample)
        landed = latent.own(STUDY.maps[model], clean, lab.ruin(clean, STUDY.settings[setting], latent.SEED))
        for p, (name, row, column) in enumerate(STUDY.patches):
            if name == sample:
                assert np.allclose(landed.damaged[row, column], STUDY.maps[model].points[p, setting], atol=3e-3)
                assert np.allclose(landed.clean[row, column], STUDY.maps[model].points[p, 0], atol=3e-3)
                assert landed.rms[row, column] == pytest.approx(STUDY.rms[p, setting], abs=0.06)


@pytest.mark.parametrize("number, setting", [(0, 0), (7, 5), (35, -1)])
def test_a_point_as_pictures(number, setting):
    setting %= len(STUDY.settings)
    sample, row, column = STUDY.patches[number]
    clean, damaged = latent.patch(STUDY, number, setting)
    whole = lab.sample(sample)
    ruined = lab.ruin(whole, STUDY.settings[setting], latent.SEED)
    place = slice(64 * row, 64 * row + 64), slice(64 * column, 64 * column + 64)
    assert np.array_equal(clean, whole.shown[place]) and np.array_equal(damaged, ruined.shown[place])


def test_it_is_made_the_same_again(models_folder, tmp_path, monkeypatch):
    """With small networks: computed twice, stored, read."""
    once, again = (latent.compute(["page", "coins"], FEW) for _ in range(2))
    assert once == again
    monkeypatch.setattr(store, "STUDIES", tmp_path)
    store.write(latent.NAME, once, [])
    study = latent.read()
    assert study.settings == FEW and len(study.patches) == 2 * latent.PER_SAMPLE
    for m in study.maps.values():
        clean = lab.sample("coins")
        landed = latent.own(m, clean, lab.ruin(clean, FEW[2], latent.SEED))
        p = next(p for p, place in enumerate(study.patches) if place[0] == "coins")
        assert np.allclose(landed.damaged[study.patches[p][1:]], m.points[p, 2], atol=1e-3)
    assert "nearest centroid" in latent.text(study)


def test_a_damaged_file_is_refused(tmp_path, monkeypatch):
    whole = json.loads((store.STUDIES / "latent.json").read_text(encoding="utf-8"))
    monkeypatch.setattr(store, "STUDIES", tmp_path)
    with pytest.raises(Refusal, match="missing"):
        latent.read()
    wrong = [{**whole, "rms": whole["rms"][1:]}, {**whole, "settings": ["x"]}, {**whole, "maps": {"cnn-denoise": {}}}, {"made": {}}]
    for found in wrong:
        (tmp_path / "latent.json").write_text(json.dumps(found), encoding="utf-8")
        with pytest.raises(Refusal, match="cannot be read"):
            latent.read()


# A visitor's picture


@pytest.mark.parametrize("height, width, rows, columns", [(64, 64, 1, 1), (100, 200, 1, 3), (256, 256, 4, 4), (300, 700, 4, 4)])
@pytest.mark.parametrize("damage", ["noise:sigma=25", "missing-pixels:share=0.5", "low-resolution:scale=2", "noise:sigma=5;blur:sigma=2"])
def test_pictures_of_any_size_land(models_folder, height, width, rows, columns, damage):
    one = own_desk(height, width, damage=damage)
    m = latent.Map("cnn-denoise", maths.Basis(torch.zeros(12), torch.eye(12)[:3], torch.ones(3)), None, [], 1, {}, [])
    landed = latent.own(m, one.clean, one.ruined)
    assert landed.damaged.shape == landed.clean.shape == (rows, columns, 3) and landed.rms.shape == (rows, columns)
    assert latent.grid(lab.full_size(one.ruined)) == (rows, columns)
    assert np.isfinite(landed.damaged).all() and (landed.rms > 0).all()
    assert latent.crop(one.shot.array, rows - 1, columns - 1).shape == (64, 64, 3)


@pytest.mark.parametrize("lang, said", [("en", "each side needs at least 64"), ("zh", "每边至少需要 64 像素")])
def test_a_tiny_picture_gets_a_sentence(models_folder, lang, said):
    shown = screen.own(STUDY.maps["cnn-denoise"], own_desk(40, 90), lang)
    assert shown["points"] == [] and said in shown["note"]


def test_of_a_large_picture_the_middle_lands():
    shown = screen.own(STUDY.maps["cnn-denoise"], own_desk(300, 400), "en")
    assert len(shown["points"]) == 16 and "middle 256 × 256 pixels" in shown["note"]
    assert "middle" not in screen.own(STUDY.maps["cnn-denoise"], desk(), "en")["note"]


def test_a_photo_that_came_damaged_lands_alone():
    shown = screen.own(STUDY.maps["cnn-denoise"], own_desk(128, 128, as_is=True), "en")
    assert len(shown["points"]) == 4 and all(set(point) == {"damaged"} for point in shown["points"])
    chosen = screen.patch(STUDY, STUDY.maps["cnn-denoise"], own_desk(128, 128, as_is=True), ["own", 3], "en")
    assert "clean" not in chosen and "It came damaged" in chosen["said"]


# On the screen


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("model", STUDY.maps)
def test_the_numbers_on_the_screen_are_the_study_s(model, lang):
    m = STUDY.maps[model]
    shown = screen.value(STUDY, m, lang)
    said = " ".join(shown["said"]).replace("−", "-")
    for c in m.components:
        assert f"{c['noise']:.2f}" in said and f"{c['change']:.2f}" in said and f"{100 * c['setting']:.0f} %" in said
    assert f"{100 * m.accuracy['map']:.0f} %" in said and f"{100 * m.accuracy['all']:.0f} %" in said
    assert f"{max(m.moves):.2f}" in said and f"{min(m.moves[1:]):.2f}" in said
    assert shown["moves"].count("<td") == len(STUDY.settings) - 1
    assert shown["moves"].count('class="own"') == len({latent.kind(s) for s in STUDY.settings} & set(lab.MODELS[model].damages))
    assert len({(kind["colour"], kind["shape"]) for kind in shown["kinds"]}) == len(shown["kinds"])
    assert len({kind["shape"] for kind in shown["kinds"]}) == len(shown["kinds"]), "never colour alone"


def test_the_noise_is_where_the_study_says():
    """What the sentences on the noise level rest on, from the stored points."""
    noisy = [s for s, steps in enumerate(STUDY.settings) if latent.kind(steps) in (latent.CLEAN, "noise")]
    sigma = [dict(STUDY.settings[s][0][1])["sigma"] if STUDY.settings[s] else 0 for s in noisy]
    for m in STUDY.maps.values():
        for k, c in enumerate(m.components):
            r = np.corrcoef(m.points[:, noisy, k].ravel(), np.tile(sigma, len(STUDY.patches)))[0, 1]
            assert c["noise"] == pytest.approx(r, abs=2e-3)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_chosen_point(lang):
    m = STUDY.maps["cnn-denoise"]
    for point in ([0, 0], [35, 27], ["own", 5]):
        shown = screen.patch(STUDY, m, desk(), point, lang)
        assert shown["point"] == point and shown["said"] and all(shown[k].startswith("data:image/png") for k in ("clean", "damaged"))
    for wrong in (None, [], [0], [0, 28], [-1, 0], [36, 0], ["own", 16], ["own", "x"], ["x", 0], [0.5, 1], "own", {"own": 1}):
        assert screen.patch(STUDY, m, desk(), wrong, lang) is None


def test_which_network_is_shown_first():
    assert screen._network(None, STUDY, desk()) == "cnn-denoise"
    assert screen._network(None, STUDY, desk(damage=damage_steps("jpeg:quality=10"))) == "cnn-jpeg"
    assert screen._network("cnn-jpeg", STUDY, desk()) == "cnn-jpeg"
    for wrong in ("cnn-sr2", "x", 3, ["cnn-jpeg"]):
        assert screen._network(wrong, STUDY, desk()) == "cnn-denoise"


def test_the_weights_are_those_of_the_checkpoints():
    for model, sha256 in STUDY.made["weights"].items():
        assert checkpoints.digest(checkpoints.MODELS / model) == sha256


def test_the_lesson_s_question_has_its_answer():
    """cnn-denoise asks which network sets its own damage far apart, and which hardly moves with its own: the one for JPEG does, the
    inpainter, which is told where the holes are, does not."""

    def share(model: str, own: str) -> float:
        """The strongest of a network's own damage, against what moves it most."""
        m = STUDY.maps[model]
        return max(move for steps, move in zip(STUDY.settings, m.moves, strict=True) if latent.kind(steps) == own) / max(m.moves)

    assert share("cnn-jpeg", "jpeg") == 1 and share("cnn-inpaint", "missing-pixels") < 0.5
