"""The VAE's mathematics against torch.distributions and finite differences; its networks; their training."""

import copy
import math
from dataclasses import replace

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch.distributions import Bernoulli, Normal, kl_divergence

from restoration import checkpoints
from restoration.digits import draw_digits
from restoration.errors import Refusal
from restoration.models import classifier, vae
from restoration.training.loop import Run
from restoration.training.recipes import RECIPES
from restoration.training.small import KINDS, Set, SmallPictures, binarised, load_set, random_mask

SMALL = vae.Config(28, 1, 3, (16,), (4, 8))
NAMES = [name for name, recipe in RECIPES.items() if recipe.family == "vae"]


def digits(count: int = 8) -> torch.Tensor:
    return torch.from_numpy(draw_digits(count)[0])[:, None]


def written(count: int = 200) -> Set:
    pictures, labels = draw_digits(count)
    return Set((255 * pictures[..., None]).astype(np.uint8), labels)


def model(**config) -> vae.VAE:
    torch.manual_seed(0)
    return vae.build(replace(SMALL, **config)).eval()


def halves() -> torch.Tensor:
    mask = torch.ones(1, 1, 28, 28)
    mask[:, :, 14:] = 0
    return mask


# Mathematics


def test_kl_is_that_of_torch():
    mean, logvar, to_mean, to_logvar = torch.randn(4, 5, 7)
    mine = vae.kl(mean, logvar)
    assert torch.allclose(mine, kl_divergence(Normal(mean, (0.5 * logvar).exp()), Normal(0.0, 1.0)), atol=1e-5)
    theirs = kl_divergence(Normal(mean, (0.5 * logvar).exp()), Normal(to_mean, (0.5 * to_logvar).exp()))
    assert torch.allclose(vae.kl(mean, logvar, to_mean, to_logvar), theirs, atol=1e-4)
    assert (mine >= 0).all() and vae.kl(torch.zeros(1), torch.zeros(1)) == 0


def test_log_normal_is_that_of_torch():
    z, mean, logvar = torch.randn(3, 5, 7)
    assert torch.allclose(vae.log_normal(z, mean, logvar), Normal(mean, (0.5 * logvar).exp()).log_prob(z), atol=1e-5)
    assert torch.allclose(vae.log_normal(z), Normal(0.0, 1.0).log_prob(z), atol=1e-6)


def test_likelihoods_are_those_of_torch():
    out, x = torch.randn(2, 1, 28, 28), binarised(torch.rand(2, 1, 28, 28), 0)
    assert torch.allclose(model().log_likelihood(x, out), Bernoulli(logits=out).log_prob(x), atol=1e-5)
    gaussian = model(likelihood="gaussian")
    wanted = Normal(out.sigmoid(), gaussian.log_sigma.exp()).log_prob(x)
    assert torch.allclose(gaussian.log_likelihood(x, out), wanted, atol=1e-5)


def test_the_elbo_is_its_two_terms_by_hand():
    m, x = model(), binarised(digits(), 0)
    seen, spent = m.elbo(x, torch.Generator().manual_seed(3))
    mean, logvar = m.encode(x)
    eps = torch.empty_like(mean).normal_(generator=torch.Generator().manual_seed(3))
    out = m.decode(mean + torch.sqrt(torch.exp(logvar)) * eps)
    by_hand = (x * out.log() + (1 - x) * (1 - out).log()).sum((1, 2, 3))
    assert torch.allclose(seen, by_hand, rtol=1e-4) and spent.shape == (8, 3)


def test_a_gradient_passes_the_sample_as_finite_differences_say():
    """With eps held still, z moves by one for one with the mean and by eps for one with sigma."""
    m, x = model().double(), digits(1).double()

    def loss(mean, logvar):
        z = m.sample(mean, logvar, torch.Generator().manual_seed(1))
        return -m.log_likelihood(x, m.decoder(z).double()).sum()

    mean, logvar = (t.double().detach().requires_grad_() for t in m.encode(x))
    grads = torch.autograd.grad(loss(mean, logvar), (mean, logvar))
    for k, (grad, h) in enumerate(zip(grads, (1e-3, 1e-3), strict=True)):
        moved = [mean.detach().clone(), logvar.detach().clone()]
        moved[k][0, 0] += h
        up = loss(*moved)
        moved[k][0, 0] -= 2 * h
        assert ((up - loss(*moved)) / (2 * h)).item() == pytest.approx(grad[0, 0].item(), rel=2e-2, abs=1e-3)


def test_a_plain_autoencoder_draws_nothing():
    m, x = model(beta=0.0), digits()
    mean, logvar = m.encode(x)
    assert torch.equal(m.sample(mean, logvar), mean)


def test_many_draws_bound_tighter_than_one():
    """IWAE with 100 draws is at least as high as the ELBO, on the mean, by the weights that ship."""
    m, x = checkpoints.load_model("vae-digits-2d"), binarised(digits(40), 0)
    generator = torch.Generator().manual_seed(0)
    elbo = np.mean([(seen - spent.sum(1)).mean().item() for seen, spent in (m.elbo(x, generator) for _ in range(10))])
    assert m.log_evidence(x, 100, generator).mean().item() >= elbo


# Networks


FLAT, COLOUR = replace(SMALL, widths=(), hidden=(32, 16)), replace(SMALL, side=64, channels=3, widths=(4, 4, 8))


@pytest.mark.parametrize("config", [SMALL, FLAT, COLOUR])
def test_pictures_go_in_and_come_out(config):
    m = vae.build(config)
    x = torch.rand(2, config.channels, config.side, config.side)
    mean, logvar = m.encode(x)
    assert mean.shape == logvar.shape == (2, config.latent)
    made = m.decode(mean)
    assert made.shape == x.shape and 0 <= made.min() and made.max() <= 1
    assert m.about


@pytest.mark.parametrize("conditional", [False, True])
def test_known_pixels_are_returned_untouched(conditional):
    m, x, mask = model(conditional=conditional), digits(2), halves()
    y = x * mask
    made = m.restore(y, mask)
    assert torch.equal(made[:, :, :14], y[:, :, :14]) and not torch.equal(made[:, :, 14:], y[:, :, 14:])


def test_repairs_differ_and_can_be_had_again():
    m, y, mask = model(conditional=True), digits(1) * halves(), halves()
    a, b, c = (m.repairs(y, mask, 10, torch.Generator().manual_seed(seed)) for seed in (0, 0, 1))
    assert a.shape == (10, 1, 28, 28) and torch.equal(a, b) and not torch.equal(a, c)
    assert torch.equal(a[:, :, :14], y.expand(10, -1, -1, -1)[:, :, :14])
    assert a.std(0)[:, 14:].max() > 0


def test_what_is_missing_cannot_be_seen():
    """A repair depends on the known pixels alone."""
    m, x, mask = model(conditional=True), digits(2), halves()
    assert torch.equal(m.restore(x[:1] * mask, mask)[:, :, 14:], m.restore(torch.where(mask > 0.5, x[:1], x[1:]), mask)[:, :, 14:])


def test_only_missing_pixels_count_for_a_conditional_vae():
    m, x, mask = model(conditional=True), digits(2), halves()
    seen, _ = m.elbo(x, mask, torch.Generator().manual_seed(0))
    nothing, spent = m.elbo(x, torch.ones_like(mask), torch.Generator().manual_seed(0))
    assert (seen < 0).all() and (nothing == 0).all() and (spent >= 0).all()


WRONG = [torch.rand(1, 1, 32, 32), torch.rand(1, 3, 28, 28), torch.rand(28, 28), torch.full((1, 1, 28, 28), math.nan)]


@pytest.mark.parametrize("y", WRONG)
@pytest.mark.parametrize("conditional", [False, True])
def test_other_pictures_are_refused(y, conditional):
    with pytest.raises(Refusal) as refused:
        model(conditional=conditional).restore(y)
    assert refused.value.code in ("vae_shape", "not_finite")


@pytest.mark.parametrize("name", [*NAMES, "digit-classifier"])
def test_every_recipe_has_a_checkpoint_of_its_shape(name):
    m = checkpoints.load_model(name)
    assert m.config == RECIPES[name].config
    assert 4 * sum(p.numel() for p in m.parameters()) < checkpoints.MAX_BYTES
    scores = [s for s in checkpoints.read_training(name)["scores"] if s["test"].startswith("validation")]
    assert scores and all(score["model"] < score["yardstick"] for score in scores)


@pytest.mark.parametrize("name", NAMES)
def test_what_ships_knows_its_subject(name):
    """More of a picture comes back than its mean, and the code says which it was."""
    m = checkpoints.load_model(name)
    if m.config.conditional or m.config.channels == 3:
        return
    x = digits(20)
    error = ((m.restore(x) - x) ** 2).mean()
    assert error < 0.75 * ((x.mean(0) - x) ** 2).mean()


def test_the_classifier_reads_written_digits():
    judge = checkpoints.load_model("digit-classifier")
    x, labels = draw_digits(300, seed=5)
    read = judge.read(torch.from_numpy(x)[:, None])
    assert torch.allclose(read.sum(1), torch.ones(300), atol=1e-5)
    assert (read.argmax(1).numpy() == labels).mean() > 0.95


# Training


@pytest.mark.parametrize("kind", KINDS)
def test_batches_by_step(kind):
    photos = Set(np.random.default_rng(0).integers(0, 256, (30, 40, 40, 3), dtype=np.uint8), np.arange(30))
    pictures, side = (photos, 32) if "colour" in kind else (written(30), 28)
    told = ("mask",) if "covered" in kind else ("label",)
    pairs = SmallPictures(pictures, pictures.take(slice(5)), kind, told, 4, side, seed=0)
    clean, damaged, known = pairs.at(7)
    again, other = pairs.at(7)[0], pairs.at(8)[0]
    assert clean.shape == (4, pictures.pictures.shape[-1], side, side) and torch.equal(clean, again) and not torch.equal(clean, other)
    assert set(known) == set(told) and 0 <= clean.min() and clean.max() <= 1
    if "covered" in kind:
        assert torch.equal(damaged, clean * known["mask"]) and (known["mask"] < 1).any()
    if kind == "binary":
        assert set(clean.unique().tolist()) == {0.0, 1.0}
    assert pairs.mean.shape == clean.shape[1:] and len(pairs.validation[0]) == 5


def test_binarised_pixels_are_white_as_often_as_their_grey_says():
    x = torch.full((1, 1, 200, 200), 0.3)
    assert binarised(x, 1).mean().item() == pytest.approx(0.3, abs=0.01)
    assert torch.equal(binarised(x, 1), binarised(x, 1)) and not torch.equal(binarised(x, 1), binarised(x, 2))


def test_masks_cover_something_and_leave_something():
    rng = np.random.default_rng(0)
    shares = [random_mask(28, rng).mean() for _ in range(200)]
    assert 0 < min(shares) and max(shares) < 1


def test_sets_are_read_and_split(tmp_path):
    x = np.random.default_rng(0).integers(0, 256, (40, 28, 28), dtype=np.uint8)
    np.savez(tmp_path / "a.npz", x_train=x, y_train=np.arange(40) % 10)
    train, val = load_set(tmp_path / "a.npz", 28)
    assert (len(train), len(val)) == (38, 2) and train.pictures.shape == (38, 28, 28, 1) and val.labels.tolist() == [0, 0]
    for bad in ("nothing.npz", "b.npz"):
        (tmp_path / "b.npz").write_bytes(b"no set")
        with pytest.raises(Refusal):
            load_set(tmp_path / bad, 28)


RUNS = [(SMALL, "binary"), (replace(SMALL, beta=0.0), "binary"), (replace(SMALL, conditional=True), "covered-grey")]


@pytest.mark.parametrize("config, kind", RUNS)
def test_a_run_lowers_its_loss(config, kind):
    recipe = replace(RECIPES["vae-digits"], config=config, pairs=kind, batch=16, lr=3e-3, warmup=5, log_every=20, val_every=60)
    run = Run(recipe, written().take(slice(20, None)), written().take(slice(20)), steps=60, dtype=torch.float32)
    rows = list(run.rows())
    train = [row for row in rows if row["split"] == "train"]
    assert train[-1]["loss"] < 0.7 * train[0]["loss"]
    assert {"nelbo", "reconstruction", "kl", "psnr", "active"} <= set(next(row for row in rows if row["split"] == "val"))
    wanted = train[-1]["reconstruction"] + config.beta * train[-1]["kl"]
    assert train[-1]["loss"] == pytest.approx(wanted, rel=1e-4)


def test_the_classifier_learns():
    recipe = replace(RECIPES["digit-classifier"], config=classifier.Config((8, 16), 32), batch=64, lr=3e-3, warmup=5, log_every=20, ema=0.9)
    run = Run(recipe, written().take(slice(40, None)), written().take(slice(40)), steps=100, dtype=torch.float32)
    list(run.rows())
    assert run.validate()["error"] < 0.6


def test_calibrated_it_means_what_it_says():
    """A judge that is right nine times in ten, and says so; then one that is as often right and says it is surer, or less sure."""
    judge = classifier.Classifier(classifier.Config((4, 4), 8)).eval()
    digits, labels = draw_digits(400, seed=2)
    x = torch.from_numpy(digits)[:, None]
    noise = torch.Generator().manual_seed(0)
    labels = torch.multinomial(judge.read(x), 1, generator=noise)[:, 0]  # what it says is then the truth about the labels
    for factor in (0.5, 2.0):
        bent = copy.deepcopy(judge)
        bent.last.weight.data *= factor
        bent.last.bias.data *= factor
        choice = bent.read(x).argmax(1)
        temperature = classifier.calibrate(bent, x, labels)
        assert torch.equal(bent.read(x).argmax(1), choice)
        with torch.no_grad():
            out = judge(x) * factor / temperature
            best = min(F.cross_entropy(out * other, labels).item() for other in (0.9, 1, 1.1))
            assert F.cross_entropy(bent(x), labels).item() == pytest.approx(best, abs=1e-5)


def test_calibration_error():
    sure = torch.tensor([[0.95, 0.05]] * 100)
    assert classifier.calibration_error(sure, torch.tensor([0] * 95 + [1] * 5)) == pytest.approx(0, abs=1e-6)
    assert classifier.calibration_error(sure, torch.tensor([0] * 55 + [1] * 45)) == pytest.approx(0.4, abs=1e-6)


def test_the_classifier_that_ships_is_calibrated():
    """On digits that the program writes, which it was not calibrated with: sure of nearly all that it reads right."""
    digits, labels = draw_digits(400, seed=6)
    chances = checkpoints.load_model("digit-classifier").read(torch.from_numpy(digits)[:, None])
    sure = chances.amax(1) > 0.9
    assert sure.float().mean() > 0.9 and (chances.argmax(1)[sure] == torch.from_numpy(labels)[sure]).float().mean() > 0.95
