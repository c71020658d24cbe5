"""Every damage: same seed, same pixels; shapes; both ends of every control; what is known; what is refused."""

import io
import math

import numpy as np
import pytest
import torch
from PIL import Image

import restoration
from restoration.degrade import (
    DEGRADATIONS,
    GIVES,
    GROUPS,
    STILL_TRUE,
    check_controls,
    degrade,
    degrade_chain,
    enlarge,
    known_after,
    list_degradations,
)
from restoration.errors import Refusal
from restoration.resample import blur, defocus_kernel, gaussian_kernel, joined_kernel, motion_kernel, resize


def picture(batch=1, channels=3, height=48, width=64) -> torch.Tensor:
    """(B, C, H, W) in [0, 1]: slopes and a sharp square."""
    y, x = np.mgrid[0:height, 0:width]
    out = np.stack([0.1 + 0.6 * (x / width + c * y / height) / (1 + c) for c in range(channels)])
    out[:, 10:25, 20:40] = 1.0
    out[:, 30:40, 5:15] = 0.0
    return torch.from_numpy(out).float()[None].repeat(batch, 1, 1, 1)


def hole(height=48, width=64) -> torch.Tensor:
    mask = torch.ones(height, width)
    mask[5:20, 8:30] = 0
    return mask


ALL = list(DEGRADATIONS)
MISSING = [name for name in ALL if name.startswith("missing")]
NOISY = [n for n in ALL if n in ("noise", "poisson", "salt-and-pepper", *MISSING) and n not in ("missing-lower", "missing-mask")]
ENDS = [(name, c.name, end) for name, d in DEGRADATIONS.items() for c in d.controls for end in (c.low, c.high)]


def refusal(*args, **kwargs) -> Refusal:
    with pytest.raises(Refusal) as caught:
        degrade(*args, **kwargs)
    assert caught.value.say("en") != caught.value.say("zh")
    return caught.value


@pytest.mark.parametrize("name", ALL)
def test_table(name):
    d = DEGRADATIONS[name]
    assert d.name == name and d.group in GROUPS and all((d.en, d.zh, d.about_en, d.about_zh))
    assert name in list_degradations() and name in GIVES and name in STILL_TRUE
    for c in d.controls:
        assert c.low <= c.default <= c.high and c.en and c.zh
        assert all(isinstance(v, int) for v in (c.low, c.high, c.default)) == isinstance(c.step, int)


@pytest.mark.parametrize("name", ALL)
def test_same_seed_same_pixels(name):
    x = picture(2)
    a, b, c = (degrade(x, name, seed=seed, mask=hole()) for seed in (4, 4, 5))
    assert torch.equal(a, b) and torch.isfinite(a).all() and a.dtype == torch.float32
    assert torch.equal(a, c) != (name in NOISY)
    assert torch.equal(a[0], a[1]) != (name in NOISY)  # items of a batch get noise of their own
    assert torch.equal(x, picture(2))  # the picture that came in is left alone


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("name", ALL)
def test_shapes(name, channels):
    x = picture(2, channels)
    if name == "grayscale" and channels == 1:
        assert refusal(x, name).code == "wrong_shape"
        return
    done = degrade_chain(x, [(name, {})], mask=hole())
    expected = (2, channels, 24, 32) if name == "low-resolution" else x.shape
    assert done.picture.shape == expected and set(done.known) == {GIVES[name]} == known_after([name])
    if name != "noise" and name != "poisson":  # bicubic overshoots a little, the others stay within
        slack = 0.2 if name == "low-resolution" else 1e-5
        assert -slack <= done.picture.min() and done.picture.max() <= 1 + slack


@pytest.mark.parametrize("name, control, end", ENDS)
def test_both_ends_of_every_control(name, control, end):
    y = degrade(picture(), name, **{control: end})
    assert torch.isfinite(y).all()


@pytest.mark.parametrize("name", ALL)
def test_smallest_picture(name):
    controls = {c.name: c.high for c in DEGRADATIONS[name].controls}
    y = degrade(picture(height=16, width=17), name, mask=torch.ones(16, 17), **controls)
    assert torch.isfinite(y).all() and y.shape[-1] in (17, 4)


@pytest.mark.parametrize("name, control, end", ENDS)
def test_out_of_range(name, control, end):
    c = next(c for c in DEGRADATIONS[name].controls if c.name == control)
    beyond = end + 1 if end == c.high else end - 1
    for value in (beyond, math.nan, math.inf, "5", None, True):
        error = refusal(picture(), name, **{control: value})
        assert error.code == "out_of_range" and control in str(error) and str(c.low) in str(error)
        assert str(c.high) in error.say("zh")


def test_whole_numbers():
    assert refusal(picture(), "jpeg", quality=10.5).code == "not_a_whole_number"
    assert torch.equal(degrade(picture(), "jpeg", quality=10.0), degrade(picture(), "jpeg", quality=np.int64(10)))
    assert check_controls("low-resolution", {"scale": 3.0}) == {"scale": 3}
    assert check_controls("motion-blur", {"length": 7}) == {"length": 7.0, "angle": 30.0}


def test_unknown_names():
    error = refusal(picture(), "nois")
    assert error.code == "unknown_name" and "salt-and-pepper" in str(error) and "损坏" in error.say("zh")
    error = refusal(picture(), "motion-blur", sigma=3)
    assert error.code == "unknown_name" and "length, angle" in str(error)
    assert refusal(picture(), "grayscale", sigma=3).code == "no_controls"
    with pytest.raises(Refusal):
        known_after(["nois"])


@pytest.mark.parametrize("bad, code", [
    (torch.zeros(3, 20, 20), "wrong_shape"), (torch.zeros(1, 2, 20, 20), "wrong_shape"),
    (torch.zeros(1, 3, 0, 9), "wrong_shape"), (torch.full((1, 3, 20, 20), torch.nan), "not_finite"),
    (torch.zeros(1, 3, 20, 20, dtype=torch.uint8), "picture_not_float"),
])  # fmt: skip
def test_bad_pictures(bad, code):
    assert refusal(bad, "noise").code == code


def test_bad_seeds_and_steps():
    for seed in (-1, 2**32, 1.5, "a", None):
        assert refusal(picture(), "noise", seed=seed).code in ("out_of_range", "not_a_whole_number")
    for steps in (["noise"], [("noise",)], [("noise", 25)], [None]):
        assert refusal(picture(), steps).code == "wrong_step"
    assert refusal(picture(), [("noise", {})], sigma=3).code == "wrong_step"


def test_the_module_is_a_function_too():
    x = picture()
    assert torch.equal(restoration.degrade(x, "noise", sigma=25, seed=1), degrade(x, "noise", sigma=25, seed=1))
    assert restoration.degrade.DEGRADATIONS is DEGRADATIONS


def test_gaussian_noise():
    x = torch.full((1, 3, 200, 200), 0.02)
    done = degrade_chain(x, [("noise", {"sigma": 25})], seed=3)
    noise = (done.picture - x) * 255
    assert abs(noise.std() - 25) < 0.2 and abs(noise.mean()) < 0.3 and done.known == {"sigma": 25.0}
    assert done.picture.min() < 0  # not clipped
    assert torch.equal(degrade(x, "noise", sigma=0), x)
    twice = degrade(x, "noise", sigma=50, seed=3)  # a moved control keeps the pattern
    assert torch.allclose(twice - x, 2 * (done.picture - x), atol=1e-6)
    expected = np.random.default_rng(3).standard_normal((1, 3, 200, 200), dtype=np.float32) * 25 / 255
    assert np.allclose((done.picture - x).numpy(), expected, atol=1e-6)


@pytest.mark.parametrize("photons", [1, 20, 1000])
def test_poisson_noise(photons):
    y = degrade(torch.full((1, 1, 200, 200), 0.6), "poisson", photons=photons)
    assert abs(y.mean() - 0.6) < 4 * math.sqrt(0.6 / photons / 40000) and abs(y.var() * photons / 0.6 - 1) < 0.05
    assert torch.allclose(y * photons, (y * photons).round(), atol=1e-3)
    assert degrade(torch.full((1, 1, 20, 20), -0.5), "poisson").max() == 0


def test_salt_and_pepper():
    x = torch.full((1, 3, 200, 200), 0.4)
    y = degrade(x, "salt-and-pepper", share=0.3)
    black, white = ((y == v).all(dim=1).float().mean().item() for v in (0, 1))
    assert abs(black - 0.15) < 0.01 and abs(white - 0.15) < 0.01
    assert abs((y == 0.4).all(dim=1).float().mean() - 0.7) < 0.01
    assert torch.equal(degrade(x, "salt-and-pepper", share=0), x)


@pytest.mark.parametrize("kernel", [
    gaussian_kernel(0.0), gaussian_kernel(0.4), gaussian_kernel(8.0), motion_kernel(0, 0), motion_kernel(11, 37),
    motion_kernel(40, 180), defocus_kernel(0), defocus_kernel(0.6), defocus_kernel(15),
], ids=lambda k: f"{len(k)}")  # fmt: skip
def test_kernels(kernel):
    k = len(kernel)
    assert kernel.shape == (k, k) and k % 2 == 1 and abs(kernel.sum() - 1) < 1e-5 and kernel.min() >= 0
    assert torch.allclose(kernel, kernel.flip(0, 1), atol=1e-6)  # its middle is the middle: the picture does not move


def test_kernels_have_the_right_form():
    t = torch.arange(-7, 8).float()
    assert abs(float((gaussian_kernel(1.6).sum(0) * t**2).sum()) - 1.6**2) < 0.02
    across, along = motion_kernel(10, 0), motion_kernel(10, 90)
    assert torch.allclose(across, along.T, atol=1e-6) and across[5].sum() > 0.999 and (across > 0).sum() == 11
    assert torch.allclose(motion_kernel(10, 30), motion_kernel(10, 150).flip(1), atol=1e-6)
    rising = motion_kernel(10, 45)
    assert rising[1:4, 7:10].sum() > 0.1 > rising[1:4, 1:4].sum()  # counter-clockwise: to the upper right
    assert abs((defocus_kernel(6) > 0.9 / (math.pi * 36)).sum() / (math.pi * 36) - 1) < 0.15
    lengths = [motion_kernel(v, 20) for v in (9.9, 10.0)]
    assert (lengths[0] - lengths[1]).abs().max() < 0.02  # no jumps


UNEVEN = torch.arange(25.0).view(5, 5) / 300


@pytest.mark.parametrize("shape", [(20, 33), (16, 16)])
@pytest.mark.parametrize("kernel", [gaussian_kernel(2.5), motion_kernel(13, 70), UNEVEN], ids=["bell", "line", "own"])
def test_blur_is_a_convolution_with_reflected_border(kernel, shape):
    x, r = picture(height=60, width=60)[..., 5 : 5 + shape[0], 3 : 3 + shape[1]], len(kernel) // 2
    padded = np.pad(x[0].numpy(), ((0, 0), (r, r), (r, r)), mode="reflect").astype(np.float64)
    expected = np.zeros(x.shape[1:])
    for i in range(2 * r + 1):
        for j in range(2 * r + 1):
            expected += kernel[2 * r - i, 2 * r - j].item() * padded[:, i : i + shape[0], j : j + shape[1]]
    assert np.abs(blur(x, kernel)[0].numpy() - expected).max() < 1e-5


def cubic(t):
    t = abs(t)
    if t <= 1:
        return 1.5 * t**3 - 2.5 * t**2 + 1
    return -0.5 * t**3 + 2.5 * t**2 - 4 * t + 2 if t < 2 else 0.0


def resizing_matrix(old: int, new: int) -> np.ndarray:
    """(new, old), written from the definition: antialiased cubic, border mirrored with its last pixel doubled."""
    stretch = max(1.0, old / new)
    matrix = np.zeros((new, old))
    for i in range(new):
        centre = (i + 0.5) * old / new - 0.5
        taps = {j: cubic((centre - j) / stretch) for j in range(-5 * old, 6 * old) if abs(centre - j) < 2 * stretch}
        for j, weight in taps.items():
            j %= 2 * old
            matrix[i, j if j < old else 2 * old - 1 - j] += weight / sum(taps.values())
    return matrix


@pytest.mark.parametrize("new", [(24, 32), (16, 21), (12, 16), (96, 128), (48, 64), (3, 5)])
def test_resize_against_an_independent_one(new):
    x = picture()
    expected = resizing_matrix(48, new[0]) @ x[0].double().numpy() @ resizing_matrix(64, new[1]).T
    assert np.abs(resize(x, *new)[0].numpy() - expected).max() < 1e-5
    torchs = torch.nn.functional.interpolate(x, new, mode="bicubic", antialias=True)  # its border differs
    if new[0] >= 12 and new[0] < 48:
        assert (resize(x, *new) - torchs)[..., 3:-3, 3:-3].abs().max() < 1e-5


@pytest.mark.parametrize("scale", [2, 3, 4])
def test_low_resolution(scale):
    x = picture(height=50, width=67)
    done = degrade_chain(x, [("low-resolution", {"scale": scale})])
    h, w = 50 // scale, 67 // scale
    assert done.picture.shape == (1, 3, h, w) and done.known == {"scale": scale}
    assert [n.code for n in done.notes] == ["cropped_to_multiple"]
    for lang in ("en", "zh"):
        assert f"{w * scale} x {h * scale}" in done.notes[0].say(lang)
    assert torch.equal(done.picture, resize(x[..., : h * scale, : w * scale], h, w))
    assert enlarge(done.picture, scale).shape == (1, 3, h * scale, w * scale)
    assert degrade_chain(picture(height=48, width=60), [("low-resolution", {"scale": scale})]).notes == ()
    flat = torch.full((1, 3, 24, 24), 0.37)
    assert torch.allclose(enlarge(degrade(flat, "low-resolution", scale=scale), scale), flat, atol=1e-6)


@pytest.mark.parametrize("name", MISSING)
def test_missing_parts(name):
    x = picture(2, height=96, width=128) * 0.8 + 0.1
    done = degrade_chain(x, [(name, {})], seed=1, mask=hole(96, 128))
    mask = done.known["mask"]
    assert mask.shape == (2, 1, 96, 128) and set(mask.unique().tolist()) == {0.0, 1.0}
    assert torch.equal(done.picture, x * mask)  # known pixels untouched, missing ones black
    assert 0.01 < 1 - mask.mean() < 0.6


def test_size_of_missing_parts():
    x = picture(height=100, width=100)

    def missing(name, **controls):
        return 1 - degrade_chain(x, [(name, controls)]).known["mask"].mean().item()

    assert missing("missing-pixels", share=0) == 0 and abs(missing("missing-pixels", share=0.8) - 0.8) < 0.02
    assert abs(missing("missing-block", size=0.3) - 0.09) < 1e-6
    assert missing("missing-strokes", count=0) == 0
    assert missing("missing-strokes", count=5) < missing("missing-strokes", count=20)
    assert missing("missing-strokes", width=1) < missing("missing-strokes", width=9)


def test_a_mask_of_ones_own():
    x, mask = picture(2), hole()
    forms = [mask, mask.numpy(), mask.bool(), (mask * 255).byte().numpy(), mask[None, None], mask.expand(2, 1, 48, 64)]
    for form in forms:
        assert torch.equal(degrade_chain(x, [("missing-mask", {})], mask=form).known["mask"][1, 0], mask)
    assert refusal(x, "missing-mask").code == "mask_needed"
    for bad in (hole(48, 63), torch.ones(3, 1, 48, 64), torch.ones(2, 3, 48, 64), torch.ones(4)):
        error = refusal(x, "missing-mask", mask=bad)
        assert error.code == "mask_size" and "48" in error.say("zh")


@pytest.mark.parametrize("channels", [1, 3])
def test_jpeg_is_pillows(channels):
    x = picture(1, channels) * 1.2 - 0.1
    done = degrade_chain(x, [("jpeg", {"quality": 30})])
    rows = np.clip(np.round(x[0].permute(1, 2, 0).numpy() * 255), 0, 255).astype(np.uint8)
    file = io.BytesIO()
    Image.fromarray(rows if channels == 3 else rows[..., 0]).save(file, "JPEG", quality=30)
    expected = np.asarray(Image.open(file)).reshape(48, 64, channels)
    assert np.allclose(done.picture[0].permute(1, 2, 0).numpy() * 255, expected, atol=1e-3)
    assert done.known == {"quality": 30}


def test_grayscale():
    x = torch.rand(1, 3, 20, 20, generator=torch.manual_seed(0))
    y = degrade(x, "grayscale")
    r, g, b = x[0]
    assert torch.allclose(y[0], (0.299 * r + 0.587 * g + 0.114 * b).expand(3, 20, 20), atol=1e-6)
    white = degrade(torch.ones(1, 3, 4, 4), "grayscale")
    assert torch.allclose(white, torch.ones_like(white), atol=1e-6)


def test_a_chain_is_its_steps_in_order():
    x = picture()
    steps = [("blur", {"sigma": 1.5}), ("noise", {"sigma": 10}), ("missing-pixels", {"share": 0.3})]
    done = degrade_chain(x, steps, seed=2)
    assert set(done.known) == {"kernel", "sigma", "mask"} and torch.equal(done.picture, degrade(x, steps, seed=2))
    assert torch.equal(done.picture, degrade_chain(x, [list(s) for s in steps], seed=2).picture)  # as a link gives it
    first = degrade(degrade(x, "blur", sigma=1.5), "missing-pixels", share=0.3)
    assert not torch.equal(done.picture, first)
    assert not torch.equal(done.picture, degrade(x, steps[::-1], seed=2))
    two = degrade(torch.zeros(1, 1, 99, 99), [("noise", {"sigma": 10}), ("noise", {"sigma": 10})])
    assert abs(two.std() * 255 - 10 * math.sqrt(2)) < 0.5  # two draws, not the same one twice
    nothing = degrade_chain(x, [])
    assert torch.equal(nothing.picture, x) and nothing.known == {} and nothing.notes == ()


CHAINS = [
    (["noise", "blur"], {"kernel"}), (["blur", "noise"], {"kernel", "sigma"}), (["noise", "jpeg"], {"quality"}),
    (["noise", "missing-text"], {"sigma", "mask"}), (["missing-text", "noise"], {"sigma", "mask"}),
    (["missing-text", "blur"], {"kernel"}), (["missing-text", "jpeg"], {"quality"}), (["poisson", "noise"], {"sigma"}),
    (["noise", "low-resolution"], {"scale"}), (["low-resolution", "noise"], {"scale", "sigma"}),
    (["grayscale", "blur"], {"gray", "kernel"}), (["noise", "grayscale"], {"gray"}),
    (["blur", "jpeg"], {"kernel", "quality"}), (["salt-and-pepper", "noise"], {"sigma"}),
    (["grayscale", "noise"], {"sigma"}),
]  # fmt: skip


@pytest.mark.parametrize("names, expected", CHAINS)
def test_what_is_still_known(names, expected):
    done = degrade_chain(picture(), [(name, {}) for name in names])
    assert set(done.known) == expected == known_after(names)


def test_knowledge_of_two_steps_is_joined():
    x = picture()
    assert degrade_chain(x, [("noise", {"sigma": 30}), ("noise", {"sigma": 40})]).known["sigma"] == 50
    assert degrade_chain(x, [("low-resolution", {"scale": 2}), ("low-resolution", {"scale": 3})]).known["scale"] == 6
    done = degrade_chain(x, [("missing-text", {}), ("missing-mask", {})], mask=hole())
    assert torch.equal(done.picture, x * done.known["mask"]) and done.known["mask"][0, 0, 10, 10] == 0
    done = degrade_chain(x, [("blur", {"sigma": 0.8}), ("motion-blur", {"length": 5})])
    kernel = done.known["kernel"]
    assert torch.equal(kernel, joined_kernel(gaussian_kernel(0.8), motion_kernel(5, 30)))
    assert abs(kernel.sum() - 1) < 1e-5
    assert (done.picture - blur(x, kernel))[..., 8:-8, 8:-8].abs().max() < 1e-5
