"""Every family and every shipped network: sizes, batches, tiles, refusals, and the arithmetic against plain numpy."""

import math

import numpy as np
import pytest
import torch
from PIL import Image
from skimage.metrics import peak_signal_noise_ratio
from small import SMALL, SMALL_JOBS, make_network, make_picture, noisy

from restoration import checkpoints
from restoration.baselines import baseline
from restoration.errors import Refusal
from restoration.models import FAMILIES, cnn
from restoration.models.base import MIN_SIDE, check_picture, in_tiles, pad_to
from restoration.samples import list_samples, load_sample
from restoration.training.data import PAIRS, as_told, damaged
from restoration.training.recipes import RECIPES

SIZES = [(16, 16), (17, 33), (64, 48), (321, 481)]
SHIPPED = checkpoints.list_models()


@pytest.fixture(scope="module")
def shipped():
    """name -> network, loaded once."""
    return {name: checkpoints.load_model(name) for name in SHIPPED}


@pytest.fixture
def denoiser(shipped):
    return shipped["cnn-denoise"]


def psnr(a, b):
    return peak_signal_noise_ratio(b.numpy(), a.clamp(0, 1).numpy(), data_range=1)


def batch(job, size=32, n=2):
    """(clean, damaged, told) as training makes them."""
    recipe = next(r for r in RECIPES.values() if getattr(r.config, "job", "") == job)
    clean = torch.cat([make_picture(size, size, seed) for seed in range(n)])
    rng = np.random.default_rng(0)
    pictures, known = damaged(clean, [PAIRS[recipe.pairs](rng) for _ in clean], range(n))
    if job == "upscale":  # the small network is the one that makes pictures twice as large
        pictures = torch.nn.functional.interpolate(clean, scale_factor=0.5, mode="area")
    return clean, pictures, as_told(known, cnn.JOBS[job].told)


# The contract, for every family and every job


def test_every_family_has_a_small_network():
    assert set(SMALL) == set(FAMILIES)
    assert {r.family for r in RECIPES.values()} <= set(FAMILIES)
    assert {r.config.job for r in RECIPES.values() if r.family == "cnn"} == set(cnn.JOBS)


@pytest.mark.parametrize("job", cnn.JOBS)
def test_a_step_learns(job):
    """Ten updates on one batch lower its loss; the row is plain finite numbers."""
    model, family = make_network(job=job).requires_grad_(True), FAMILIES["cnn"]
    optimisers = family.optimisers(model, 1e-3)
    data = batch(job)
    rows = [family.step(model, data, optimisers) for _ in range(10)]
    assert all(isinstance(v, float) and math.isfinite(v) for row in rows for v in row.values())
    assert rows[-1]["loss"] < rows[0]["loss"]


@pytest.mark.parametrize("job", cnn.JOBS)
def test_every_parameter_has_one_optimiser(job):
    model = make_network(job=job)
    held = [id(p) for o in FAMILIES["cnn"].optimisers(model, 1e-3).values() for g in o.param_groups for p in g["params"]]
    assert sorted(held) == sorted(id(p) for p in model.parameters())


@pytest.mark.parametrize("name", RECIPES)
def test_weights_of_a_recipe_may_ship(name):
    model = FAMILIES[RECIPES[name].family].build(RECIPES[name].config)
    assert 4 * sum(p.numel() for p in model.parameters()) < checkpoints.MAX_BYTES
    assert model.config == RECIPES[name].config and model.about
    assert set(model.told) <= {"sigma", "mask", "label"}


@pytest.mark.parametrize("job", cnn.JOBS)
@pytest.mark.parametrize("size", SIZES)
def test_any_size(job, size):
    model, y = make_network(job=job), make_picture(*size)
    z = model.restore(y)
    assert z.shape == (1, 3, *(model.config.scale * n for n in size)) and z.dtype == torch.float32 and torch.isfinite(z).all()


@pytest.mark.parametrize("job", cnn.JOBS)
def test_a_batch_is_its_pictures(job):
    model, y = make_network(job=job), torch.cat([make_picture(40, 56, 0), noisy(make_picture(40, 56, 1), 25)])
    z = model.restore(y)
    assert torch.allclose(z[:1], model.restore(y[:1]), atol=1e-5)
    assert torch.allclose(z[1:], model.restore(y[1:]), atol=1e-5)


@pytest.mark.parametrize("job", cnn.JOBS)
def test_restoring_leaves_no_trace(job):
    """The input is as it was, the output is an ordinary tensor that may be worked on in place."""
    model, y = make_network(job=job), make_picture(32, 32)
    before = y.clone()
    z = model.restore(y)
    assert torch.equal(y, before) and not z.requires_grad
    z.clamp_(0, 1)
    assert torch.equal(model.restore(y), model.restore(y))


@pytest.mark.parametrize("job", cnn.JOBS)
@pytest.mark.parametrize(
    "bad, code",
    [
        (torch.zeros(3, 32, 32), "wrong_shape"),
        (torch.zeros(1, 1, 32, 32), "wrong_shape"),
        (torch.zeros(1, 3, 15, 32), "picture_too_small"),
        (torch.zeros(1, 3, 32, 32, dtype=torch.uint8), "picture_not_float"),
        (torch.full((1, 3, 32, 32), math.nan), "not_finite"),
    ],
)
def test_refusals(job, bad, code):
    with pytest.raises(Refusal) as e:
        make_network(job=job).restore(bad)
    assert e.value.code == code and e.value.say("zh") != e.value.say("en")


@pytest.mark.parametrize("job", cnn.JOBS)
def test_tiles_are_laid_where_they_belong(job):
    """A large picture in tiles is the picture at once, but for what lies beyond a tile's margin."""
    torch.manual_seed(0)
    model, y = cnn.build(SMALL_JOBS[job]), make_picture(700, 650)
    kept = {k: v.clone() for k, v in model.state_dict().items()}
    model.load_state_dict({k: v if k.startswith(("head", "up", "down")) else 0.1 * v for k, v in kept.items()})
    with torch.no_grad():
        model.tail.weight.normal_(0, 0.02)
    told = {"mask": torch.ones(1, 1, 700, 650)} if job == "inpaint" else {}
    told = {"sigma": 25.0} if job == "denoise" else told
    tiled = model.restore(y, **told)
    with torch.no_grad():
        whole = model(pad_to(y, model.multiple), **{k: pad_to(v, model.multiple) if k == "mask" else torch.tensor([v])
                                                    for k, v in told.items()})  # fmt: skip
    scale = model.config.scale
    assert (tiled - whole[..., : 700 * scale, : 650 * scale]).abs().max() < 1 / 255


def test_least_side():
    check_picture(torch.zeros(1, 3, MIN_SIDE, MIN_SIDE), 3)


# Padding and tiles, with operations whose answer is known


@pytest.mark.parametrize("h, w, multiple", [(16, 16, 16), (17, 33, 16), (31, 5, 8)])
def test_padding_repeats_the_border(h, w, multiple):
    x = torch.rand(2, 3, h, w)
    expected = np.pad(x.numpy(), ((0, 0), (0, 0), (0, -h % multiple), (0, -w % multiple)), mode="edge")
    assert np.array_equal(pad_to(x, multiple).numpy(), expected)


@pytest.mark.parametrize("h, w", [(40, 40), (65, 200), (130, 97), (128, 129)])
def test_tiles_of_a_filter_that_sees_less_than_the_margin(h, w):
    """A 9x9 mean sees 4 pixels far: with a margin of 8 tiles must give the very same picture, and stay small."""
    seen = []

    def mean(x):
        seen.append(x.shape[-2:])
        return torch.nn.functional.avg_pool2d(x, 9, stride=1, padding=4, count_include_pad=False)[:, :2]

    x = torch.rand(2, 3, h, w)
    tiled = in_tiles(mean, x, multiple=8, tile=48, margin=8)
    tiles, seen = seen, []
    whole = mean(pad_to(x, 8))[..., :h, :w]
    assert tiled.shape == (2, 2, h, w)
    assert torch.allclose(tiled, whole, atol=1e-6)
    assert all(max(side) <= 64 and side[0] % 8 == 0 and side[1] % 8 == 0 for side in tiles)
    assert len(tiles) == (1 if max(h, w) <= 64 else math.ceil(h / 48) * math.ceil(w / 48))


# The CNN's own arithmetic, against numpy


def conv(x, weight, bias, stride=1):
    """(C, H, W) and (D, C, k, k) -> (D, H/stride, W/stride), by summing shifted pictures."""
    k = weight.shape[-1]
    pad = k // 2 if k % 2 else 0
    x = np.pad(x, ((0, 0), (pad, pad), (pad, pad)))
    h, w = (x.shape[1] - k) // stride + 1, (x.shape[2] - k) // stride + 1
    out = np.zeros((weight.shape[0], h, w)) + bias[:, None, None]
    for i in range(k):
        for j in range(k):
            part = x[:, i : i + stride * (h - 1) + 1 : stride, j : j + stride * (w - 1) + 1 : stride]
            out += np.tensordot(weight[:, :, i, j], part, 1)
    return out


def squares_to_channels(x):
    """(C, H, W) -> (4C, H/2, W/2): channel 4c + 2i + j holds row i, column j of each 2x2 square of channel c."""
    return np.stack([plane[i::2, j::2] for plane in x for i in (0, 1) for j in (0, 1)])


def channels_to_squares(x):
    out = np.zeros((x.shape[0] // 4, 2 * x.shape[1], 2 * x.shape[2]))
    for c in range(len(x)):
        out[c // 4, (c % 4) // 2 :: 2, c % 2 :: 2] = x[c]
    return out


def test_unet_against_numpy():
    """Every layer again, in float64, for a network of two levels."""
    model = make_network("cnn")
    w = {k: v.double().numpy() for k, v in model.state_dict().items()}

    def layer(name, x, stride=1):
        return conv(x, w[name + ".weight"], w[name + ".bias"], stride)

    def block(name, x):
        hidden = layer(name + ".conv1", x)
        return x + layer(name + ".conv2", np.where(hidden > 0, hidden, 0.1 * hidden))

    y = noisy(make_picture(24, 32), 20)[0].double().numpy()
    sigma = 20 / 255
    x = squares_to_channels(y)
    x = layer("head", np.concatenate([x, np.full((1, *x.shape[1:]), sigma)]))
    skip = block("down.0.0", x)
    x = block("middle.0", layer("shrink.0", skip, stride=2))
    x = block("up.0.0", channels_to_squares(layer("grow.0", x)) + skip)
    expected = y - sigma * channels_to_squares(layer("tail", x))
    got = model(torch.from_numpy(y).float()[None], torch.tensor([20.0]))
    assert np.abs(got[0].numpy() - expected).max() < 1e-5


def test_noise_level_against_numpy():
    model = make_network("cnn")
    w = {k: v.double().numpy() for k, v in model.noise_level.state_dict().items()}
    y = noisy(make_picture(32, 40), 30)
    x = squares_to_channels(y[0].double().numpy())
    x = np.maximum(conv(x, w["layers.0.weight"], w["layers.0.bias"]), 0)
    x = np.maximum(conv(x, w["layers.2.weight"], w["layers.2.bias"]), 0)
    estimate, confidence = conv(x, w["layers.4.weight"], w["layers.4.bias"])
    weight = np.exp(confidence) / np.exp(confidence).sum()
    expected = np.clip(255 * (estimate * weight).sum(), 0, cnn.MAX_SIGMA)
    assert model.estimate_sigma(y).item() == pytest.approx(expected, abs=1e-3)


def test_losses_against_numpy():
    model, (clean, damaged, known) = make_network("cnn"), batch("denoise")
    parts = cnn.losses(model, (clean, damaged, known))
    loss, loss_sigma = parts["loss"], parts["loss_sigma"]
    restored = model(damaged, known["sigma"])
    assert loss.item() == pytest.approx(np.abs(restored.numpy() - clean.numpy()).mean(), rel=1e-5)
    guess = model.noise_level(damaged)
    assert loss_sigma.item() == pytest.approx(np.abs(guess.numpy() - known["sigma"].numpy() / 255).mean(), rel=1e-5)


def test_validation_scores_against_skimage():
    model, (clean, damaged, known) = make_network("cnn"), batch("denoise", size=48)
    scores = cnn.validate(model, (clean, damaged, known))
    pictures = {
        "psnr": model.restore(damaged, sigma=known["sigma"]),
        "psnr_blind": model.restore(damaged),
        "psnr_damaged": damaged,
    }
    for key, z in pictures.items():
        assert scores[key] == pytest.approx(np.mean([psnr(a, b) for a, b in zip(z, clean, strict=True)]), abs=1e-4)


def test_no_noise_nothing_to_do():
    """restored = noisy - sigma * noise: at sigma 0 the picture comes back as it is."""
    y = make_picture(33, 47)
    assert torch.equal(make_network("cnn").restore(y, sigma=0), y)


def test_sigma_of_each_picture():
    model, y = make_network("cnn"), torch.cat([make_picture(32, 32), make_picture(32, 32)])
    both = model.restore(y, sigma=torch.tensor([10, 50]))
    assert torch.allclose(both[:1], model.restore(y[:1], sigma=10), atol=1e-6)
    assert torch.allclose(both[1:], model.restore(y[1:], sigma=50.0), atol=1e-6)
    assert (both[0] - both[1]).abs().max() > 1e-3


def test_blind_is_told_its_own_guess():
    model, y = make_network("cnn"), noisy(make_picture(40, 40), 25)
    assert torch.allclose(model.restore(y), model.restore(y, sigma=model.estimate_sigma(y)), atol=1e-6)


@pytest.mark.parametrize("sigma", [-1, 101, math.nan, math.inf])
def test_sigma_out_of_range(sigma):
    with pytest.raises(Refusal) as e:
        make_network("cnn").restore(make_picture(32, 32), sigma=sigma)
    assert e.value.code == "sigma_range"


def test_known_pixels_are_returned_untouched():
    model, y = make_network(job="inpaint"), make_picture(48, 64)
    mask = (torch.rand(1, 1, 48, 64, generator=torch.Generator().manual_seed(0)) > 0.5).float()
    z = model.restore(y * mask, mask)
    assert torch.equal(z * mask, y * mask) and (z - y)[:, :, mask[0, 0] == 0].abs().max() > 1e-3
    assert torch.equal(model.restore(y * mask), z)  # not told: what is exactly black is missing
    assert torch.equal(model.restore(y * mask + 0.5 * (1 - mask), mask), z)  # whatever lies under a hole is not looked at
    with pytest.raises(Refusal) as e:
        model.restore(y, mask[..., 1:])
    assert e.value.code == "mask_size"


def test_colours_keep_the_brightness():
    """Luma before and after, by Pillow's own conversion weights; and any picture gives what its grey version gives."""
    model, y = make_network(job="colour"), make_picture(48, 64)
    weights = torch.tensor([0.299, 0.587, 0.114]).view(1, 3, 1, 1)
    luma = (y * weights).sum(1, keepdim=True)
    z = model.restore(y)
    assert ((z * weights).sum(1, keepdim=True) - luma).abs().max() < 1e-5
    assert (z - luma).abs().max() > 1e-2
    assert torch.allclose(model.restore(luma.repeat(1, 3, 1, 1)), z, atol=1e-5)


def test_chroma_means_what_jpeg_means_by_it(monkeypatch):
    """The colours that come out for given chroma, against Pillow's YCbCr."""
    model, y = make_network(job="colour"), torch.full((1, 3, 32, 32), 120 / 255)
    blue, red = 30, -45  # of 255
    folded = torch.tensor([blue] * 4 + [red] * 4).view(1, 8, 1, 1).expand(1, 8, 16, 16) / 255
    monkeypatch.setattr(model, "unet", lambda x: folded)
    expected = Image.new("YCbCr", (1, 1), (120, 128 + blue, 128 + red)).convert("RGB").getpixel((0, 0))
    got = 255 * model(y)[0, :, 0, 0]
    assert np.abs(got.numpy() - expected).max() <= 1


@pytest.mark.parametrize("job", ["deblur", "jpeg", "upscale"])
def test_untrained_nothing_is_added(job):
    model, y = cnn.build(SMALL_JOBS[job]), make_picture(32, 48)
    scale = model.config.scale
    as_is = y if scale == 1 else torch.nn.functional.interpolate(y, scale_factor=scale, mode="bicubic")
    assert torch.allclose(model.restore(y), as_is, atol=1e-6)


def test_blocks_begin_as_nothing():
    torch.manual_seed(0)
    block = cnn.Block(6)
    with torch.no_grad():
        block.conv2.bias.zero_()
    x = torch.rand(1, 6, 8, 8)
    assert torch.equal(block(x), x)


# What ships


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_is_what_its_recipe_makes(name, shipped):
    assert shipped[name].config == RECIPES[name].config and shipped[name].name == name
    assert not any(p.requires_grad for p in shipped[name].parameters())


def test_a_denoiser_ships():
    assert "cnn-denoise" in SHIPPED


@pytest.mark.parametrize("size", SIZES)
def test_denoiser_any_size(denoiser, size):
    clean = make_picture(*size)
    y = noisy(clean, 25)
    assert psnr(denoiser.restore(y, sigma=25), clean) > psnr(y, clean) + 5


def test_denoiser_batch(denoiser):
    y = noisy(torch.cat([make_picture(64, 80, seed) for seed in (0, 1)]), 25)
    both = denoiser.restore(y)
    assert torch.allclose(both[:1], denoiser.restore(y[:1]), atol=1e-5)
    assert torch.allclose(both[1:], denoiser.restore(y[1:]), atol=1e-5)


def test_denoiser_shows_no_seam(denoiser):
    """In tiles and at once, the picture is the same to less than one grey level, at the tiles' borders too."""
    y = noisy(make_picture(900, 1100), 25)
    s = torch.tensor([25.0])
    tiled = denoiser.restore(y, sigma=25)
    with torch.no_grad():
        whole = in_tiles(lambda part: denoiser(part, s), y, denoiser.multiple, tile=2000)
    assert (tiled - whole).abs().max() < 1 / 255


@pytest.mark.parametrize("sigma", [5, 15, 25, 50])
def test_denoiser_guesses_sigma(denoiser, sigma):
    guess = denoiser.estimate_sigma(noisy(make_picture(128, 128), sigma)).item()
    assert guess == pytest.approx(sigma, rel=0.1, abs=4 if sigma < 10 else 2)  # fine stripes are taken for weak noise: see its card


@pytest.mark.parametrize("sigma", [0, 5, 15, 25, 50, 75])
def test_denoiser_gains_at_every_level(denoiser, sigma):
    clean = load_sample(list_samples()[0], 256)
    y = noisy(clean, sigma)
    told, blind = denoiser.restore(y, sigma=sigma), denoiser.restore(y)
    if sigma == 0:
        assert psnr(blind, clean) > 42  # a clean picture is left nearly as it is
    else:
        assert psnr(told, clean) > psnr(y, clean) + {5: 1, 15: 3}.get(sigma, 5)
        assert psnr(blind, clean) > psnr(told, clean) - 0.3


def test_denoiser_beats_non_local_means(denoiser):
    """By 2 dB where there is texture, which non-local means smooths away, and by 1 dB on the average of all samples."""
    gains = {}
    for name in list_samples():
        clean = load_sample(name, 256)
        y = noisy(clean, 25)
        gains[name] = psnr(denoiser.restore(y, sigma=25), clean) - psnr(baseline("nlm").restore(y, sigma=25), clean)
    assert gains["grass"] > 2 and gains["page"] > 2 and np.mean(list(gains.values())) > 1, gains
