"""Repair from a prior: the search, what it is measured by, and the lab of small pictures."""

import math

import numpy as np
import pytest
import torch
from torch.distributions import Bernoulli, Normal

from restoration.checkpoints import load_model
from restoration.errors import Refusal
from restoration.exhibits import repair
from restoration.lab import vae, vae_repair


@pytest.fixture(scope="module")
def digits():
    return load_model("vae-digits")


def covered(number: int = 3, share: float = 0.5):
    clean = vae.picture("digits", number)
    return clean, vae.ruin(clean, [("missing-lower", {"share": share})])


def parts(ruined):
    return vae.tensor(ruined.array), torch.from_numpy(ruined.mask)[None, None]


def test_the_misfit_is_minus_the_log_likelihood_of_what_is_known(digits):
    y, mask = parts(covered()[1])
    z = torch.randn(2, 16)
    out = digits.decoder(z)
    white = Bernoulli(logits=out).log_prob((y > 0.5).float().expand_as(out))
    mine = repair.misfit(digits, z, (y > 0.5).float(), mask)
    assert torch.allclose(mine, -(white * mask).sum((1, 2, 3)), rtol=1e-4)
    noisy = y + 0.2
    spread = math.hypot(50 / 255, repair.ROUGH)
    wanted = -Normal(out.sigmoid(), spread).log_prob(noisy.expand_as(out)).sum((1, 2, 3))
    assert torch.allclose(repair.misfit(digits, z, noisy, None, 50.0), wanted, rtol=1e-4)


def test_a_search_goes_downhill_and_leaves_the_network_alone(digits):
    y, mask = parts(covered()[1])
    before = {k: v.clone() for k, v in digits.state_dict().items()}
    looks = list(repair.search(digits, y, mask, seed=0))
    assert [look.step for look in looks] == list(range(0, repair.STEPS + 1, repair.EVERY))
    assert looks[-1].fit + looks[-1].prior < 0.7 * (looks[0].fit + looks[0].prior)
    assert torch.equal(looks[-1].picture, digits.decode(looks[-1].z))
    assert all(torch.equal(v, before[k]) for k, v in digits.state_dict().items())
    again = list(repair.search(digits, y, mask, seed=0))[-1]
    assert torch.equal(again.z, looks[-1].z)


def test_others_differ_and_fit_about_as_well(digits):
    y, mask = parts(covered()[1])
    *_, found = repair.search(digits, y, mask)
    z = repair.others(digits, found.z, y, mask)
    assert z.shape == (10, 16) and z.std(0).min() > 0.01
    cost = repair.misfit(digits, z, y, mask) + repair.prior(z)
    blind = torch.randn(50, 16)
    assert cost.max() < (repair.misfit(digits, blind, y, mask) + repair.prior(blind)).min() + 40
    assert cost.mean() < found.fit + found.prior + 16  # a Gaussian in 16 dimensions lies 8 nats above its top, on the mean


def test_invention_by_hand():
    truth, mask = torch.zeros(1, 1, 2, 2), torch.tensor([[[[1.0, 1.0], [0.0, 0.0]]]])
    made = torch.tensor([[[[0.1, 0.1], [0.5, 0.5]]], [[[0.0, 0.2], [1.0, 0.0]]]])
    seen = repair.invention(made, truth * mask, truth, mask)
    assert seen.fit.tolist() == pytest.approx([25.5, 255 * math.sqrt(0.02)], rel=1e-5)
    assert seen.error.tolist() == pytest.approx([127.5, 255 * math.sqrt(0.5)], rel=1e-5)
    assert seen.unseen == 0.5
    whole = repair.invention(made, truth, truth, None)
    assert whole.unseen == 0 and whole.error.isnan().all()


# The lab


@pytest.mark.parametrize("subject, damage", [
    ("digits", "missing-lower:share=0.5"), ("digits", "noise:sigma=75"), ("digits", "missing-pixels:share=0.5"),
    ("emoji", "noise:sigma=50"), ("emoji", "missing-block:size=0.4"), ("flowers", "missing-strokes:count=5,width=4"),
])  # fmt: skip
def test_a_repair_from_beginning_to_end(subject, damage):
    clean = vae.picture(subject, 1)
    ruined = vae.ruin(clean, vae.damage_steps(damage))
    key = (subject, damage)
    assert vae_repair.remembered(key) is None
    outs = list(vae_repair.mend(key, clean, ruined, 0))
    assert [out.done for out in outs] == [False] * (len(outs) - 1) + [True] and len(outs) > 10
    out = outs[-1]
    assert list(vae_repair.mend(key, clean, ruined, 0)) == [out]  # the next of a class who asks need not wait
    names = [row.name for row in out.rows]
    assert names[0] == "damaged" and names[-5:] == ["pass", "search", "draw", "best", "mean"] and len(set(names)) == len(names)
    assert len(out.ten) == 10 and out.spread.shape == clean.array.shape[:2]
    scores = [r.psnr for r in out.ten]
    assert out.rows[-2].psnr == max(scores) and out.rows[-3].psnr == pytest.approx(np.mean(scores))
    assert out.mean.psnr > np.mean(scores)  # the mean of answers is nearer to any truth than they are, on the mean
    if ruined.mask is not None:
        known = ruined.mask > 0.5
        for made in (out.one_pass, out.found, out.mean, *out.ten):
            assert np.allclose(made.array[known], ruined.array[known], atol=1e-6)
        assert out.unseen == pytest.approx(1 - ruined.mask.mean(), abs=1e-6)
    assert all((row.reads is not None) == (subject == "digits") for row in out.rows)


@pytest.mark.parametrize("value", [0.0, 1.0])
@pytest.mark.parametrize("subject", ["digits", "emoji"])
def test_a_black_and_a_white_picture(subject, value):
    s = vae.subjects()[subject]
    clean = vae.Small(np.full((s.side, s.side, s.channels), value, np.float32), subject)
    *_, out = vae_repair.mend((), clean, vae.ruin(clean, vae.damage_steps("missing-lower:share=0.5")), 0)
    assert out.done and np.isfinite(out.found.array).all()


@pytest.mark.parametrize("missing", [False, True])
def test_nothing_masked_and_everything_masked(missing):
    clean = vae.picture("digits", 3)
    ruined = vae.ruin(clean, vae.damage_steps("missing-mask"), mask=np.full((28, 28), missing))
    *_, out = vae_repair.mend((), clean, ruined, 0)
    assert out.unseen == float(missing)
    if not missing:
        assert math.isinf(out.found.psnr) and all(math.isnan(e) for e in out.error)


def test_a_hole_is_hatched():
    _, ruined = covered()
    shown = vae_repair.invented(ruined, 8)
    assert shown.shape == (224, 224, 3) and shown.dtype == np.uint8
    assert len(np.unique(shown[112:].reshape(-1, 3), axis=0)) == 2
    assert (shown[:112] == np.kron(ruined.shown, np.ones((8, 8, 1)))[:112]).all()


@pytest.mark.parametrize("values, case", [
    ({}, vae.Case()),
    ({"subject": "flowers", "picture": "2", "damage": "noise:sigma=50", "seed": "7", "tab": "latent"},
     vae.Case("flowers", 2, (("noise", (("sigma", 50.0),)),), 7, "latent")),
])  # fmt: skip
def test_a_link_is_read(values, case):
    assert vae.parse_case(values) == (case, [])


@pytest.mark.parametrize("key, value", [
    ("subject", "cats"), ("subject", "<script>"), ("picture", "999"), ("picture", "-1"), ("picture", "x"), ("damage", "jpeg"),
    ("damage", "noise;noise"), ("damage", "noise:sigma=1e9"), ("damage", ""), ("seed", "-3"), ("seed", "nan"), ("tab", "../.."),
    ("lesson", "start"), ("picture", "1" * 10_000),
])  # fmt: skip
def test_a_wrong_link_is_said_and_the_rest_is_kept(key, value):
    case, notes = vae.parse_case({"seed": "5", key: value} if key != "seed" else {key: value})
    assert len(notes) == 1 and getattr(case, key) == getattr(vae.Case(), key)
    assert all(note.say(lang) for note in notes for lang in ("en", "zh"))
    assert key == "seed" or case.seed == 5


def test_a_picture_number_of_another_subject_falls_back():
    assert vae.parse_case({"picture": "39", "subject": "flowers"})[0].picture in (0, vae.Case().picture)


def test_a_visitors_picture_is_made_to_fit():
    photo = np.random.default_rng(0).integers(0, 256, (90, 200, 3), dtype=np.uint8)
    small = vae.upload(photo, "digits", invert=True)
    assert small.array.shape == (28, 28, 1) and small.number == vae.OWN and small.notes[-1].code == "cropped_to_lab"
    assert np.allclose(vae.upload(photo, "digits").array, 1 - small.array, atol=1e-6)
    assert vae.upload(photo, "flowers").array.shape == (64, 64, 3)


@pytest.mark.parametrize("steps", [[("jpeg", {})], [], [("noise", {}), ("noise", {})]])
def test_other_damage_is_refused(steps):
    with pytest.raises(Refusal, match="missing-lower"):
        vae.ruin(vae.picture("digits", 0), steps)
