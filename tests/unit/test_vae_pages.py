"""What the pages of the VAE claim: the predictions and the sentences between them, computed with the weights that ship."""

import io
import math

import pytest
import torch
from PIL import Image

from restoration.checkpoints import read_history
from restoration.digits import draw_digits
from restoration.errors import Refusal
from restoration.lab import vae
from restoration.lessons import LANGUAGES, lesson
from restoration.metrics import psnr
from restoration.models.vae import kl

DIGITS = 200


def network(name: str):
    try:
        return vae.network(name)
    except Refusal as e:
        pytest.skip(e.say("en"))


def digits() -> torch.Tensor:
    return torch.from_numpy(draw_digits(DIGITS, 7)[0])[:, None]


@torch.no_grad()
def codes(name: str) -> tuple[torch.Tensor, torch.Tensor]:
    """Means and sigmas of written digits, (N, Z) each."""
    mean, logvar = network(name).encode(digits())
    return mean, (0.5 * logvar).exp()


def repaired(preset: dict, draws: int = 10) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """(truth (1, C, H, H), repairs (draws, C, H, H), missing (1, C, H, H) bool) of a case."""
    case, _ = vae.parse_case(preset)
    clean = vae.picture(case.subject, case.picture)
    ruined = vae.ruin(clean, case.damage, case.seed)
    mask = torch.from_numpy(ruined.mask)[None, None]
    made = network(vae.subjects()[case.subject].cvae).repairs(
        vae.tensor(ruined.array), mask, draws, torch.Generator().manual_seed(case.seed)
    )
    truth = vae.tensor(clean.array)
    return truth, made, (mask < 0.5).expand_as(truth)


def spread(made: torch.Tensor, missing: torch.Tensor) -> float:
    return made.std(0, unbiased=False, keepdim=True)[missing].mean().item()


# vae-elbo


def test_prediction_of_vae_elbo():
    """How wide the codes lie at beta 0, against beta 1; and that nearly all of the latter lie within 3."""
    (bound, _), (free, _) = codes("vae-digits-2d"), codes("vae-beta-0")
    assert (bound.norm(dim=1) < 3).float().mean() > 0.95
    wider = free.std(0).norm() / bound.std(0).norm()
    assert lesson("vae-elbo").predict.answer == (0 if wider < 0.5 else 2 if wider > 2 else 1)


def test_clouds_grow_with_beta():
    """Against the width of the whole map: small below 1, large above."""
    sizes = []
    for name in ("vae-beta-quarter", "vae-digits-2d", "vae-beta-4"):
        mean, sigma = codes(name)
        sizes.append((sigma.mean(0) / mean.std(0)).mean().item())
    assert sizes[0] < sizes[1] < sizes[2]


@torch.no_grad()
def test_what_comes_back_is_vaguer_at_beta_4():
    x, fits = digits(), []
    for name in ("vae-digits-2d", "vae-beta-4"):
        net = network(name)
        fits.append(net.log_likelihood(x, net.decoder(net.encode(x)[0])).flatten(1).sum(1).mean().item())
    assert fits[1] < fits[0]


@torch.no_grad()
def test_a_small_step_changes_the_picture_a_little():
    net = network("vae-digits-2d")
    z = torch.randn(200, 2, generator=torch.Generator().manual_seed(0))
    step = 0.02 * torch.nn.functional.normalize(torch.randn(200, 2, generator=torch.Generator().manual_seed(1)))
    assert (net.decode(z + step) - net.decode(z)).abs().mean((1, 2, 3)).max() < 0.05


@torch.no_grad()
def test_the_middle_of_two_codes_is_one_picture():
    """The decoder's middle is surer, nearer to black and white, than the average of the pixels of two digits."""
    net, x = network("vae-digits"), digits()
    mean = net.encode(x)[0]
    back = net.decode(mean)
    unsure = [(p * (1 - p)).mean().item() for p in (net.decode((mean[:-1] + mean[1:]) / 2), (back[:-1] + back[1:]) / 2)]
    assert unsure[0] < 0.8 * unsure[1]


def test_a_small_cloud_far_out_costs_much():
    """The formula of the page, against that of torch."""
    mean, sigma = torch.tensor([0.0, 2.0, 0.0]), torch.tensor([1.0, 1.0, 0.1])
    by_page = 0.5 * (mean**2 + sigma**2 - (sigma**2).log() - 1)
    assert torch.allclose(by_page, kl(mean, 2 * sigma.log()))
    normal = torch.distributions.Normal
    assert torch.allclose(by_page, torch.distributions.kl_divergence(normal(mean, sigma), normal(0.0, 1.0)), atol=1e-6)
    assert by_page[0] == 0 < by_page[1:].min()


@pytest.mark.parametrize("name", ["vae-digits-2d", "vae-digits", "vae-emoji", "vae-flowers"])
def test_kl_rises_while_reconstruction_falls(name):
    rows = [r for r in history(name) if r["split"] == "train"]
    assert rows[-1]["reconstruction"] < rows[1]["reconstruction"] and rows[-1]["kl"] > rows[1]["kl"]


def history(name: str) -> list[dict]:
    network(name)
    return read_history(name)


def test_nats_are_negative_in_colour_only():
    assert history("vae-flowers")[-1]["loss"] < 0 < history("vae-digits")[-1]["loss"]


# vae-restore


def test_prediction_of_vae_restore():
    """The repairs' spread where 70 % of the pixels are missing, against the lower half: for this digit and for others."""
    page = lesson("vae-restore")
    halves, dots = page.steps[1].set, page.predict.set
    for number in (halves["picture"], 0, 12, 25, 38):
        first, second = (spread(*repaired({**preset, "picture": number})[1:]) for preset in (halves, dots))
        assert page.predict.answer == (0 if second > 4 / 3 * first else 2 if second < 2 / 3 * first else 1)
    assert repaired(dots)[2].float().mean() > repaired(halves)[2].float().mean()  # more is missing


@pytest.mark.parametrize("step", [1, 2])
def test_the_mean_of_repairs_beats_a_repair(step):
    """The identity of the page, and what it says of PSNR; and the mean is the greyest of all."""
    truth, made, _ = repaired(lesson("vae-restore").steps[step].set)
    mean = made.mean(0, keepdim=True)
    left = ((made - truth) ** 2).flatten(1).sum(1).mean()
    right = ((mean - truth) ** 2).sum() + ((made - mean) ** 2).flatten(1).sum(1).mean()
    assert math.isclose(left.item(), right.item(), rel_tol=1e-5)
    assert psnr(mean, truth) > torch.tensor([psnr(m[None], truth) for m in made]).mean()


def test_every_repair_fits_what_survived():
    truth, made, missing = repaired(lesson("vae-restore").steps[1].set)
    known = ~missing.expand_as(made)
    assert (made[known] == truth.expand_as(made)[known]).all()


@torch.no_grad()
def test_one_pass_takes_noise_off_and_black_for_black():
    page, gains, net = lesson("vae-restore"), [], network("vae-digits")
    for step in page.steps[:2]:
        case, _ = vae.parse_case(step.set)
        clean = vae.picture(case.subject, case.picture)
        ruined = vae.ruin(clean, case.damage, case.seed)
        truth, y = vae.tensor(clean.array), vae.tensor(ruined.array)
        passed = net.restore(y)
        gains.append(psnr(passed, truth) - psnr(y, truth))
    hole = torch.from_numpy(ruined.mask) < 0.5
    assert gains[0] > 1 and passed[0, 0, hole].mean() < 0.7 * truth[0, 0, hole].mean()


@torch.no_grad()
def test_jpeg_s_header_is_longer_than_a_code():
    """And the decoder is larger than thousands of files. A number of a code takes at most two bytes."""
    file = io.BytesIO()
    Image.new("L", (28, 28)).save(file, "JPEG", quality=1)
    decoder = network("vae-size-32").decoder
    assert file.tell() > 2 * 32
    assert sum(p.numel() * p.element_size() for p in decoder.parameters()) > 2000 * file.tell()


def test_the_largest_map_is_what_the_pages_say():
    for lang in LANGUAGES:
        assert "128" in lesson("vae-elbo", lang).check[0].options[2].why
    assert max(network(s.vae).config.latent for s in vae.subjects().values()) == network("vae-flowers").config.latent == 128
