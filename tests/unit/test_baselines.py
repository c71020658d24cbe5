"""Classical methods: each one runs, keeps shapes, helps against the damage it is for, and says what it must be told."""

import numpy as np
import pytest
import torch

import restoration
from restoration.baselines import BASELINES, baseline, estimate_sigma, fitting, list_baselines
from restoration.degrade import DEGRADATIONS, degrade, degrade_chain, enlarge
from restoration.errors import Refusal
from restoration.metrics import psnr

ALL = list(BASELINES)
PAIRS = [(name, damage) for name, b in BASELINES.items() for damage in b.damages]


def picture(batch=1, channels=3, height=72, width=88) -> torch.Tensor:
    """(B, C, H, W) in [0, 1]: slopes, a disc, some stripes."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    disc = (x - 40) ** 2 + (y - 30) ** 2 < 300
    out = [0.2 + 0.5 * x / width + 0.2 * disc - 0.1 * c + 0.06 * np.sin(y * 0.7) * (x > 60) for c in range(channels)]
    return torch.from_numpy(np.stack(out)).float().clamp(0, 1)[None].repeat(batch, 1, 1, 1)


def damaged(name, x):
    """Blur comes with a little noise, as in life."""
    steps = [(name, {})]
    if DEGRADATIONS[name].group == "blur":
        steps.append(("noise", {"sigma": 2}))
    mask = torch.ones(x.shape[2:])
    mask[20:30, 30:50] = 0
    return degrade_chain(x, steps, seed=0, mask=mask)


def refusal(name, y, **known) -> Refusal:
    with pytest.raises(Refusal) as caught:
        baseline(name).restore(y, **known)
    assert caught.value.say("en") != caught.value.say("zh")
    return caught.value


@pytest.mark.parametrize("name", ALL)
def test_table(name):
    b = BASELINES[name]
    assert b.name == name and all((b.en, b.zh, b.about_en, b.about_zh)) and name in list_baselines()
    assert set(b.damages) <= set(DEGRADATIONS) and b.damages
    assert restoration.baseline(name) is b


def test_unknown_name():
    with pytest.raises(Refusal) as caught:
        baseline("bm4d")
    assert "richardson-lucy" in str(caught.value) and "经典方法" in caught.value.say("zh")


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("name, damage", PAIRS)
def test_helps_against_its_damage(name, damage, channels):
    x = picture(2, channels)
    d = damaged(damage, x)
    kept = d.picture.clone()
    z = BASELINES[name].restore(d.picture, **d.known)
    assert z.shape == x.shape and z.dtype == torch.float32 and torch.isfinite(z).all()
    assert torch.equal(d.picture, kept)
    if damage == "low-resolution":
        assert torch.equal(z, enlarge(d.picture, 2)) and psnr(z[:1], x[:1]) > 25
    else:
        # a picture made by formulas is no photo: of JPEG little more is asked here than to do no harm
        assert psnr(z[:1], x[:1]) > psnr(d.picture[:1], x[:1]) + (-0.5 if damage == "jpeg" else 0.1)
    if damage.startswith("missing"):
        seen = (d.known["mask"] > 0).expand_as(x)
        assert torch.equal(z[seen], d.picture[seen])  # known pixels untouched
    one = BASELINES[name].restore(d.picture[1:], **{k: v[1:] if k == "mask" else v for k, v in d.known.items()})
    assert torch.equal(one, z[1:])  # a batch is its items


@pytest.mark.parametrize("name", ["median", "gaussian", "tv", "nlm"])
def test_blind_is_nearly_as_good_as_told(name):
    x = picture(height=128, width=128)
    y = degrade(x, "noise", sigma=25)
    assert psnr(baseline(name).restore(y), x) > psnr(baseline(name).restore(y, sigma=25), x) - 0.3
    both = baseline(name).restore(torch.cat([y, y]), sigma=torch.tensor([25.0, 10.0]))
    assert torch.equal(both[:1], baseline(name).restore(y, sigma=25))
    assert torch.equal(both[1:], baseline(name).restore(y, sigma=10))


def test_better_methods_are_better():
    x = picture(height=128, width=128)
    y = degrade(x, "noise", sigma=25)
    gaussian, tv, nlm = (psnr(baseline(name).restore(y, sigma=25), x) for name in ("gaussian", "tv", "nlm"))
    assert nlm > gaussian and tv > gaussian


@pytest.mark.parametrize("sigma", [0, 5, 25, 75])
def test_noise_level_is_estimated(sigma):
    y = degrade(picture(height=200, width=200), "noise", sigma=sigma)
    assert abs(estimate_sigma(y) - sigma) < 0.05 * sigma + 0.5


@pytest.mark.parametrize("name", ["gaussian", "tv", "nlm", "median"])
def test_no_noise_no_change(name):
    x = picture()
    assert torch.equal(baseline(name).restore(x, sigma=0), x)


@pytest.mark.parametrize("name", ["wiener", "richardson-lucy"])
@pytest.mark.parametrize("blur", [("blur", {"sigma": 8}), ("motion-blur", {"length": 40, "angle": 77}),
                                  ("blur", {"sigma": 0}), ("defocus-blur", {"radius": 3})])  # fmt: skip
def test_deblurring_any_kernel_any_size(name, blur):
    for size in ((16, 16), (17, 40)):
        x = picture(1, 1, *size)
        d = degrade_chain(x, [blur])
        z = baseline(name).restore(d.picture, **d.known)
        assert z.shape == x.shape and torch.isfinite(z).all() and z.abs().max() < 3
        if blur[1] == {"sigma": 0}:
            assert torch.equal(z, x)


def test_wiener_undoes_a_blur_without_noise_up_to_the_border():
    x = picture()
    for name, controls in (("blur", {"sigma": 1.2}), ("defocus-blur", {"radius": 3}), ("motion-blur", {"length": 9})):
        d = degrade_chain(x, [(name, controls)])
        z = baseline("wiener").restore(d.picture, sigma=0, **d.known)
        whole, inside = psnr(z, x), psnr(z, x, border=16)
        assert whole > psnr(d.picture, x) + 3 and whole > inside - 6


@pytest.mark.parametrize("photons", [2, 20, 300])
def test_photon_noise_keeps_the_brightness(photons):
    x = torch.full((1, 1, 96, 96), 0.5)
    y = degrade(x, "poisson", photons=photons)
    for name in ("gaussian", "tv", "nlm"):
        z = baseline(name).restore(y, photons=photons)
        assert abs(z.mean() - y.mean()) < 0.03 and z.std() < y.std() * 0.7


@pytest.mark.parametrize("name", ["telea", "navier-stokes"])
def test_all_and_nothing_missing(name):
    x = picture()
    assert torch.equal(baseline(name).restore(x, mask=torch.ones(1, 1, 72, 88)), x)
    assert torch.isfinite(baseline(name).restore(x * 0, mask=torch.zeros(1, 1, 72, 88))).all()


def test_values_outside_the_range_are_not_clipped():
    y = degrade(torch.full((1, 3, 64, 64), 0.0), "noise", sigma=50)
    for name in ("median", "gaussian", "tv", "nlm"):
        z = baseline(name).restore(y, sigma=50)
        assert abs(z.mean() - y.mean()) < 0.01 and z.min() < 0


def test_what_is_refused():
    x = picture()
    for name, key in (("bicubic", "scale"), ("wiener", "kernel"), ("richardson-lucy", "kernel"), ("telea", "mask")):
        error = refusal(name, x)
        assert error.code == "baseline_needs" and key in str(error)
    assert refusal("nlm", x, sgima=25).code == "unknown_name"
    assert refusal("nlm", x, sigma=-1).code == refusal("nlm", x, sigma=float("nan")).code == "out_of_range"
    assert refusal("bicubic", x, scale=0).code == "out_of_range"
    assert refusal("nlm", x[0]).code == refusal("nlm", x[:, :2]).code == "wrong_shape"
    assert refusal("nlm", x * torch.nan).code == "not_finite"
    assert refusal("nlm", x[..., :15]).code == "picture_too_small"
    assert refusal("wiener", x, kernel=torch.ones(2, 2)).code == "wrong_kernel"
    assert refusal("telea", x, mask=torch.ones(1, 1, 72, 87)).code == "mask_size"
    assert refusal("telea", x, mask=torch.ones(72, 88)).code == "mask_size"


FITTING = [
    (["noise"], ["median", "gaussian", "tv", "nlm"]), (["salt-and-pepper"], ["median"]),
    (["jpeg"], ["gaussian", "tv", "nlm"]), (["blur"], ["wiener", "richardson-lucy"]),
    (["motion-blur", "noise"], ["wiener", "richardson-lucy"]),
    (["missing-mask"], ["telea", "navier-stokes"]), (["noise", "missing-text"], ["telea", "navier-stokes"]),
    (["blur", "low-resolution", "noise"], ["bicubic"]), (["grayscale"], []), ([], []), (["missing-text", "jpeg"], []),
    (["grayscale", "noise"], ["median", "gaussian", "tv", "nlm"]),
]  # fmt: skip


@pytest.mark.parametrize("damages, names", FITTING)
def test_fitting(damages, names):
    assert [b.name for b in fitting(damages)] == names


def test_fitting_refuses_unknown_names():
    with pytest.raises(Refusal):
        fitting(["nois"])


@pytest.mark.parametrize("first", list(DEGRADATIONS))
@pytest.mark.parametrize("second", list(DEGRADATIONS))
def test_what_fits_a_chain_can_run(first, second):
    x = picture(height=48, width=64)
    names = [first, second]
    d = degrade_chain(x, [(n, {}) for n in names if n != "missing-mask"], mask=None)
    for b in fitting([n for n in names if n != "missing-mask"]):
        if b.name != "richardson-lucy":  # slow, and told the same as wiener
            assert torch.isfinite(b.restore(d.picture, **d.known)).all()
