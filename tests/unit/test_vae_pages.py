"""What the pages of the VAE claim: the predictions and the sentences between them, computed with the weights that ship."""

import io
import math

import pytest
import torch
from PIL import Image

from restoration.checkpoints import read_history
from restoration.digits import draw_digits
from restoration.errors import Refusal
from restoration.exhibits import repair
from restoration.lab import vae
from restoration.lessons import LANGUAGES, lesson
from restoration.metrics import psnr
from restoration.models.vae import kl
from restoration.studies import store

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


def repaired(preset: dict, keep: bool = True) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """(truth (1, C, H, H), the ten repairs (10, C, H, H), mask (1, 1, H, H)) of a case; keep: known pixels put back."""
    case, _ = vae.parse_case(preset)
    clean = vae.picture(case.subject, case.picture)
    ruined = vae.ruin(clean, case.damage, case.seed)
    y, mask = vae.tensor(ruined.array), torch.from_numpy(ruined.mask)[None, None]
    net, chance = network(vae.subjects()[case.subject].cvae), torch.Generator().manual_seed(case.seed)
    return vae.tensor(clean.array), net.repairs(y, mask, 10, chance, keep), mask


def meter(preset: dict) -> tuple[repair.Invention, float]:
    """What the invention meter says, and the spread over the missing pixels."""
    truth, made, mask = repaired(preset, keep=False)
    return repair.invention(made, truth, truth, mask), made.std(0).mean(0)[mask[0, 0] < 0.5].mean().item()


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
    """Error and spread of the repairs where 70 % of the pixels are missing, against the lower part: for this digit and for others."""
    page = lesson("vae-restore")
    lower, dots = page.steps[1].set, page.predict.set
    for number in (lower["picture"], 0, 3, 12, 25):
        (block, wide), (scattered, narrow) = (meter({**preset, "picture": number}) for preset in (lower, dots))
        ratio = scattered.error.mean() / block.error.mean()
        assert page.predict.answer == (0 if ratio > 4 / 3 else 2 if ratio < 2 / 3 else 1)
        assert narrow < 0.67 * wide and scattered.unseen > block.unseen


def test_several_digits_fit_the_top_of_a_nine():
    _, made, _ = repaired(lesson("vae-restore").steps[1].set)
    assert len(set(network("digit-classifier").read(made).argmax(1).tolist())) >= 2


@pytest.mark.parametrize("step", [1, 2])
def test_what_survived_fits_nearly_alike_and_the_rest_does_not(step):
    found, _ = meter(lesson("vae-restore").steps[step].set)
    assert found.fit.max() < found.error.min() and found.fit.std() < 0.5 * found.error.std()


@pytest.mark.parametrize("step", [1, 2])
def test_the_mean_of_repairs_beats_a_repair(step):
    """The identity of the page, and what it says of PSNR."""
    truth, made, _ = repaired(lesson("vae-restore").steps[step].set)
    mean = made.mean(0, keepdim=True)
    left = ((made - truth) ** 2).flatten(1).sum(1).mean()
    right = ((mean - truth) ** 2).sum() + ((made - mean) ** 2).flatten(1).sum(1).mean()
    assert math.isclose(left.item(), right.item(), rel_tol=1e-5)
    assert psnr(mean, truth) > torch.tensor([psnr(m[None], truth) for m in made]).mean()


def small_case(step: int) -> tuple:
    """(truth, damaged, ruined) of a step of vae-restore."""
    case, _ = vae.parse_case(lesson("vae-restore").steps[step].set)
    clean = vae.picture(case.subject, case.picture)
    ruined = vae.ruin(clean, case.damage, case.seed)
    return vae.tensor(clean.array), vae.tensor(ruined.array), ruined


def unrest(x: torch.Tensor) -> torch.Tensor:
    """Mean difference of neighbours, which noise makes large."""
    return x.diff(dim=-1).abs().mean() + x.diff(dim=-2).abs().mean()


def test_one_pass_returns_no_noise_and_the_search_comes_nearer():
    net, (truth, y, ruined) = network("vae-digits"), small_case(0)
    passed = net.restore(y)
    assert unrest(passed) < 0.5 * unrest(y) and unrest(passed) < 1.2 * unrest(truth)
    *_, found = repair.search(net, y, sigma=ruined.sigma)
    assert psnr(found.picture, truth) > psnr(passed, truth)


def test_one_pass_takes_black_for_black():
    truth, y, ruined = small_case(1)
    hole = torch.from_numpy(ruined.mask) < 0.5
    assert network("vae-digits").restore(y)[0, 0, hole].mean() < 0.8 * truth[0, 0, hole].mean()


def test_what_the_page_says_of_bytes():
    """JPEG's header is longer than a code, whose numbers take at most a byte each; the decoder is as large as is said; up to a point more
    numbers bring more back, and JPEG wins in the end."""
    file = io.BytesIO()
    Image.new("L", (28, 28)).save(file, "JPEG", quality=1)
    assert file.tell() > 2 * 32
    found = store.read("vae-bytes")
    decoder = network("vae-size-32").decoder
    assert found["decoders"]["32"] == sum(p.numel() * p.element_size() for p in decoder.parameters())
    best = {size: max(c["psnr"] for c in found["codes"] if c["size"] == size) for size in (2, 4, 8, 16, 32)}
    assert best[2] < best[4] < best[8] and max(best.values()) < found["jpeg"][-1]["psnr"]


def test_what_the_page_says_of_holes_and_nats():
    """A plain autoencoder's map is mostly empty where the prior lies; a place in 16 dimensions costs more and saves more than that."""
    maps, models = store.read("vae-plane")["maps"], store.read("vae-terms")["models"]
    assert maps["0"]["holes"] > 0.5 > maps["1"]["holes"] and maps["0"]["spread"] > maps["0.25"]["spread"] > maps["1"]["spread"]
    plane, wide = models["vae-digits-2d"], models["vae-digits"]
    assert plane["kl"] < wide["kl"] and plane["reconstruction"] + plane["kl"] > wide["reconstruction"] + wide["kl"]


def test_the_largest_map_is_what_the_pages_say():
    for lang in LANGUAGES:
        assert "128" in lesson("vae-elbo", lang).check[0].options[2].why
    assert max(network(s.vae).config.latent for s in vae.subjects().values()) == network("vae-flowers").config.latent == 128
