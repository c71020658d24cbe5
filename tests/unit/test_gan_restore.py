"""Repairs between a CNN and a GAN, and what the critic sees: with small networks; the page's claims with the weights that ship."""

import math

import numpy as np
import pytest
import torch
from small import make_like, make_network, make_picture

from restoration import cases, checkpoints, lab
from restoration.errors import Refusal
from restoration.exhibits import critic
from restoration.exhibits.blend import blend
from restoration.lab import gan, gan_repair
from restoration.lab.remembered import Remembered
from restoration.lessons import lesson
from restoration.models import gan_restore

HOLE = (("missing-block", (("size", 0.375),)),)


@pytest.fixture
def networks(models_folder, monkeypatch):
    """Small networks in the place of all four, and nothing remembered."""
    names = [*gan_repair.NAMES][:4]
    for name in names:
        make_like(name, models_folder)
    monkeypatch.setattr(checkpoints, "list_models", lambda: names)
    monkeypatch.setattr(gan_repair, "_finished", Remembered(gan_repair.KEPT))


def shot(height: int = 64, width: int = 64, name: str = "") -> lab.Shot:
    return lab.Shot(lab.array(make_picture(height, width)), name=name)


# Weights, mixed


def test_the_ends_of_a_blend_are_the_networks_to_the_last_bit():
    first, second = (make_network(seed=n, job="upscale") for n in (0, 1))
    for share, end in ((0.0, first), (1.0, second)):
        mixed = blend(first, second, share).state_dict()
        assert all(torch.equal(mixed[k], v) for k, v in end.state_dict().items())


def test_a_blend_is_what_its_formula_says_and_changes_neither():
    first, second = (make_network(seed=n, job="upscale") for n in (0, 1))
    before = [{k: v.clone() for k, v in net.state_dict().items()} for net in (first, second)]
    mixed = blend(first, second, 0.3).state_dict()
    for k, v in mixed.items():
        wanted = 0.7 * before[0][k].double().numpy() + 0.3 * before[1][k].double().numpy()
        assert np.allclose(v.numpy(), wanted, atol=1e-6)
    for net, old in zip((first, second), before, strict=True):
        assert all(torch.equal(net.state_dict()[k], v) for k, v in old.items())


def test_networks_of_different_shapes_cannot_be_mixed():
    with pytest.raises(ValueError, match="different shapes"):
        blend(make_network(job="upscale"), make_network(job="inpaint"), 0.5)


# The critic


@pytest.mark.parametrize("widths", [(4, 6, 8, 8), (4, 6, 8)])
def test_what_an_answer_sees_is_counted_rightly(widths):
    """Against the gradient: the pixels that an answer in the middle depends on."""
    model = gan_restore.Critic(3, widths).eval()
    x = torch.rand(1, 3, 128, 128, requires_grad=True)
    model(x)[0, 7, 5].backward()
    rows, columns = (x.grad[0].abs().sum(0) > 0).nonzero().T
    found = critic.field(model)
    assert found.box(7, 5) == (rows.min(), columns.min(), rows.max() + 1, columns.max() + 1)
    assert found.step == 2 ** (len(widths) - 1)


def test_the_critic_that_ships_sees_40_pixels_as_the_page_says():
    found = critic.field(gan_restore.Critic(3, gan_restore.Config().critic))
    assert (found.side, found.step) == (40, 8)
    assert all("40" in lesson("gan-restore", lang).body for lang in ("en", "zh"))


def test_of_holes_only_what_is_about_them_is_asked():
    torch.manual_seed(0)
    model = gan_restore.build(gan_restore.Config("inpaint", widths=(8, 12), blocks=1, critic=(4, 6, 8, 8))).eval()
    mask = torch.ones(1, 1, 64, 64)
    mask[..., 20:30, 40:50] = 0
    found = critic.judge(model, make_picture(64, 64), mask)
    wanted = np.zeros((8, 8), bool)
    wanted[2:4, 5:7] = True
    assert np.array_equal(found.asked, wanted)
    assert found.mean == pytest.approx(found.belief[wanted].mean()) and 0 <= found.share <= 1
    none = critic.judge(model, make_picture(64, 64), torch.ones_like(mask))
    assert math.isnan(none.mean) and math.isnan(none.share)


# Repairs


def test_a_run_gives_the_whole_path_and_the_ends_are_the_networks(networks):
    clean = shot()
    ruined = gan.ruin(clean, gan.Case().damage)
    *_, out = gan_repair.mend(("k",), clean, ruined)
    assert out.done and [judged.mix for judged in out.path] == list(gan_repair.MIXES)
    for mix, net in ((0.0, lab.network("cnn-sr4")), (1.0, lab.network("gan-sr4"))):
        alone = lab.array(net.restore(lab.tensor(ruined.array)))
        assert np.array_equal(out.at(mix).shown, lab.show(alone))
    assert out.faithful.row.name == "cnn-sr4" and out.sharp.row.name == "gan-sr4"
    assert all(a.row.psnr >= b.row.psnr for a, b in zip(out.yardsticks, out.yardsticks[1:], strict=False))
    assert out.truth.rmse == 0 and out.truth.niqe is None  # 64 pixels are too few for NIQE
    assert not out.faithful.shade.any()


def test_rmse_is_what_psnr_is_the_logarithm_of(networks):
    clean = shot()
    judged = gan_repair.measure(clean, gan_repair.mixed_by(0.5, gan.ruin(clean, gan.Case().damage)))
    truth = clean.shown.astype(float)
    assert judged.rmse == pytest.approx(np.sqrt(((judged.shown - truth) ** 2).mean()), rel=1e-4)


def test_samples_are_remembered_and_own_pictures_are_not(networks):
    own, sample = shot(), shot(name="cat")
    ruined = gan.ruin(own, gan.Case().damage)
    for key, clean in ((("own",), own), (("sample",), sample)):
        list(gan_repair.mend(key, clean, ruined))
    assert gan_repair.remembered(("own",)) is None
    again = list(gan_repair.mend(("sample",), sample, ruined))
    assert again == [gan_repair.remembered(("sample",))] and again[0].done
    for n in range(gan_repair.KEPT + 3):
        gan_repair._finished.keep(("more", n), again[0])
    list(gan_repair.mend(("last",), sample, ruined))
    assert len(gan_repair._finished.all()) <= gan_repair.KEPT


@pytest.mark.parametrize("mask", [None, np.ones((64, 64), bool)], ids=["nothing painted", "all painted"])
def test_a_mask_of_nothing_or_of_everything_is_mended_all_the_same(networks, mask):
    clean = shot()
    ruined = gan.ruin(clean, [("missing-mask", ())], mask=mask)
    *_, out = gan_repair.mend(("k",), clean, ruined)
    assert out.done and out.sharp.made_up.unseen == (0 if mask is None else 1)
    if mask is None:
        assert math.isinf(out.damaged.row.psnr) and np.array_equal(out.sharp.shown, clean.shown)
    gan_repair.eyes(clean, ruined, out)


def test_known_pixels_come_back_untouched_at_every_mix(networks):
    clean = shot()
    ruined = gan.ruin(clean, HOLE)
    holes = lab.lost(ruined)
    for mix in (0.0, 0.4, 1.0):
        assert np.array_equal(gan_repair.mixed_by(mix, ruined).array[~holes], ruined.array[~holes])


@pytest.mark.parametrize("mix", [-0.1, 1.1, math.nan])
def test_a_mix_out_of_range_is_refused(networks, mix):
    with pytest.raises(Refusal, match="mix"):
        gan_repair.mixed_by(mix, gan.ruin(shot(), gan.Case().damage))


def test_a_side_that_is_no_multiple_of_four(networks):
    clean = shot(70, 66)
    ruined = gan.ruin(clean, gan.Case().damage)
    *_, out = gan_repair.mend(("k",), clean, ruined)
    assert out.truth.shown.shape == out.sharp.shown.shape == (68, 64, 3)


# Links and the lesson


@pytest.mark.parametrize("mix", ["2", "nan", "-1", "0.55", "x", ""])
def test_a_wrong_mix_in_a_link_is_said_and_the_default_taken(mix):
    case, notes = gan.parse_case({"mix": mix})
    assert case.mix == gan.Case().mix and len(notes) == 1


def test_every_step_of_the_lesson_is_a_link():
    page = lesson("gan-restore")
    for preset in [*(step.set for step in page.steps), page.predict.set]:
        case, notes = gan.parse_case({**preset, "lesson": page.id})
        assert not notes and case.lesson == page.id and case.picture == preset["picture"] and case.mix == preset["mix"]
        back, notes = gan.parse_case(cases.case_query(case))
        assert not notes and back == case


def test_prediction_of_gan_restore():
    """With the weights that ship."""
    page = lesson("gan-restore")
    case, _ = gan.parse_case(page.predict.set)
    clean = gan.picture(case.picture)
    ruined = gan.ruin(clean, case.damage, case.seed)
    try:
        faithful, sharp = (lab.row(clean, gan_repair.mixed_by(mix, ruined)).psnr for mix in (0.0, 1.0))
    except Refusal as e:
        pytest.skip(e.say("en"))
    assert page.predict.answer == (0 if sharp > faithful + 0.02 else 1 if faithful > sharp + 0.02 else 2)
