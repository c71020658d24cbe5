"""The GAN's losses by hand, its two turns, DCGAN, and the restorers that a critic teaches."""

import math
from types import SimpleNamespace

import pytest
import torch
from small import SMALL, make_network, make_picture
from torch import nn

from restoration.errors import Refusal
from restoration.models import cnn, gan, gan_restore

REAL, FAKE = torch.tensor([1.5, -0.3, 0.0]), torch.tensor([-2.0, 0.7])


def sigmoid(a: float) -> float:
    return 1 / (1 + math.exp(-a))


# By hand, from the formulas: the value of each loss, and its gradient with respect to every answer of D.

BY_HAND = {
    "saturating": (
        lambda r, f: -sum(math.log(sigmoid(a)) for a in r) / len(r) - sum(math.log(1 - sigmoid(a)) for a in f) / len(f),
        lambda r, f: ([(sigmoid(a) - 1) / len(r) for a in r], [sigmoid(a) / len(f) for a in f]),
        lambda f: sum(math.log(1 - sigmoid(a)) for a in f) / len(f),
        lambda f: [-sigmoid(a) / len(f) for a in f],
    ),
    "least-squares": (
        lambda r, f: sum((a - 1) ** 2 for a in r) / 2 / len(r) + sum(a**2 for a in f) / 2 / len(f),
        lambda r, f: ([(a - 1) / len(r) for a in r], [a / len(f) for a in f]),
        lambda f: sum((a - 1) ** 2 for a in f) / 2 / len(f),
        lambda f: [(a - 1) / len(f) for a in f],
    ),
    "wasserstein": (
        lambda r, f: sum(f) / len(f) - sum(r) / len(r),
        lambda r, f: ([-1 / len(r)] * len(r), [1 / len(f)] * len(f)),
        lambda f: -sum(f) / len(f),
        lambda f: [-1 / len(f)] * len(f),
    ),
}
BY_HAND["non-saturating"] = (
    *BY_HAND["saturating"][:2],
    lambda f: -sum(math.log(sigmoid(a)) for a in f) / len(f),
    lambda f: [(sigmoid(a) - 1) / len(f) for a in f],
)


@pytest.mark.parametrize("name", gan.LOSSES)
def test_losses_by_hand(name):
    value_d, slope_d, value_g, slope_g = BY_HAND[name]
    real, fake = REAL.clone().requires_grad_(), FAKE.clone().requires_grad_()
    loss = gan.LOSSES[name].discriminator(real, fake)
    assert loss.item() == pytest.approx(value_d(REAL.tolist(), FAKE.tolist()), abs=1e-6)
    for slope, wanted in zip(torch.autograd.grad(loss, (real, fake)), slope_d(REAL.tolist(), FAKE.tolist()), strict=True):
        assert slope.tolist() == pytest.approx(wanted, abs=1e-6)
    loss = gan.LOSSES[name].generator(fake)
    assert loss.item() == pytest.approx(value_g(FAKE.tolist()), abs=1e-6)
    assert torch.autograd.grad(loss, fake)[0].tolist() == pytest.approx(slope_g(FAKE.tolist()), abs=1e-6)


def test_the_saturating_loss_is_flat_where_d_wins():
    """Why G minimises -log D(G(z)) instead: see the first lines of gan.py."""
    sure = torch.tensor([-8.0], requires_grad=True)
    (flat,) = torch.autograd.grad(gan.saturating(sure), sure)
    (steep,) = torch.autograd.grad(gan.non_saturating(sure), sure)
    assert abs(flat.item()) < 1e-3 and steep.item() == pytest.approx(-1, abs=1e-3)


def test_at_equilibrium_d_pays_two_log_two():
    undecided = torch.zeros(5)
    assert gan.cross_entropy(undecided, undecided).item() == pytest.approx(2 * math.log(2))


def test_losses_stay_finite_where_a_sigmoid_would_not():
    for loss in gan.LOSSES.values():
        assert torch.isfinite(loss.discriminator(torch.tensor([-400.0]), torch.tensor([400.0])))
        assert torch.isfinite(loss.generator(torch.tensor([-400.0])))


def test_gradient_penalty_of_a_plane():
    """A linear D has the same slope everywhere."""
    plane = nn.Linear(2, 1, bias=False)
    plane.weight.data = torch.tensor([[3.0, 4.0]])
    real, fake = torch.randn(6, 2), torch.randn(6, 2)
    penalty = gan.gradient_penalty(plane, real, fake, torch.Generator().manual_seed(0))
    assert penalty.item() == pytest.approx((5 - 1) ** 2, rel=1e-5)
    penalty.backward()  # 2 (|w| - 1) w / |w|
    assert plane.weight.grad[0].tolist() == pytest.approx([2 * 4 * 3 / 5, 2 * 4 * 4 / 5], rel=1e-5)


# The two turns


def copied(module: nn.Module) -> list:
    return [p.detach().clone() for p in module.parameters()]


def same(module: nn.Module, before: list) -> bool:
    return all(torch.equal(p, b) for p, b in zip(module.parameters(), before, strict=True))


def points(loss: str):
    torch.manual_seed(0)
    g = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 2))
    d = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Flatten(0))
    return SimpleNamespace(generator=g, discriminator=d, loss=loss)


@pytest.mark.parametrize("game", [*(points(name) for name in gan.LOSSES), make_network("gan").requires_grad_(True)])
def test_each_turn_changes_one_player(game):
    real = torch.rand(6, 1, 28, 28) if isinstance(game, gan.GAN) else torch.randn(6, 2)
    z = torch.randn(6, 5 if isinstance(game, gan.GAN) else 2)
    adam = {name: torch.optim.Adam(getattr(game, name).parameters(), 0.01) for name in ("generator", "discriminator")}
    g, d = copied(game.generator), copied(game.discriminator)
    row = gan.update_discriminator(game, real, z, adam["discriminator"])
    assert same(game.generator, g) and not same(game.discriminator, d)
    assert all(p.grad is None for p in game.generator.parameters())
    assert set(row) == {"loss_d", "real", "fake"}
    d = copied(game.discriminator)
    row = gan.update_generator(game, z, adam["generator"])
    assert not same(game.generator, g) and same(game.discriminator, d)
    assert set(row) == {"loss_g"}
    assert all(p.requires_grad for p in game.discriminator.parameters())  # it may learn again


def test_a_turn_lowers_its_own_loss():
    """The same question, asked again after the update."""
    game, real, z = points("non-saturating"), torch.randn(64, 2), torch.randn(64, 2)
    for turn, key, player in (
        (lambda o: gan.update_discriminator(game, real, z, o), "loss_d", game.discriminator),
        (lambda o: gan.update_generator(game, z, o), "loss_g", game.generator),
    ):
        adam = torch.optim.Adam(player.parameters(), 1e-3)
        assert turn(adam)[key] > turn(adam)[key]


# DCGAN


@pytest.mark.parametrize("config", [SMALL["gan"], gan.Config(64, 3, 7, (16, 8, 8, 4)), gan.Config(28, 1, 8, (8, 4), 16)])
def test_shapes_and_ranges(config):
    model = gan.build(config).eval()
    z = model.noise(3, torch.Generator().manual_seed(0))
    made = model.generate(z)
    assert z.shape == (3, config.latent) and made.shape == (3, config.channels, config.side, config.side)
    assert 0 <= made.min() and made.max() <= 1
    judged = model.judge(made)
    assert judged.shape == (3,) and 0 <= judged.min() and judged.max() <= 1


def test_the_same_noise_gives_the_same_picture_whatever_its_neighbours():
    model = make_network("gan")
    model.settle()
    z = model.noise(8, torch.Generator().manual_seed(1))
    assert torch.allclose(model.generate(z)[:1], model.generate(z[:1]), atol=1e-6)


def test_settling_takes_the_statistics_of_the_weights_as_they_are():
    model = make_network("gan")
    model.settle(batches=4, batch=64)
    norm = next(layer for layer in model.generator if isinstance(layer, nn.BatchNorm2d))
    z = model.noise(256, torch.Generator().manual_seed(0))
    with torch.no_grad():
        before = model.generator[1](model.generator[0](z))
    assert torch.allclose(norm.running_mean, before.mean((0, 2, 3)), atol=1e-5)
    again = norm.running_mean.clone()
    model.settle(batches=4, batch=64)
    assert torch.equal(norm.running_mean, again)


def test_a_hidden_layer_is_settled_too():
    model = gan.build(gan.Config(28, 1, 8, (8, 4), 16))
    model.settle(batches=4, batch=64)
    with torch.no_grad():
        before = model.generator[0](model.noise(256, torch.Generator().manual_seed(0)))
    assert torch.allclose(model.generator[1].running_mean, before.mean(0), atol=1e-5)


def test_a_seed_repeats_a_run():
    rows = []
    for _ in range(2):
        model = make_network("gan").requires_grad_(True).train()
        adam, noise = gan.optimisers(model, 2e-4), torch.Generator().manual_seed(3)
        x = torch.rand(4, 1, 28, 28, generator=torch.Generator().manual_seed(4))
        rows.append([gan.step(model, (x, x, {}), adam, noise) for _ in range(3)])
    assert rows[0] == rows[1]


def test_what_a_gan_cannot_do_is_said():
    model = make_network("gan")
    with pytest.raises(Refusal) as e:
        model.generate(torch.zeros(2, 4))
    assert e.value.code == "gan_latent"
    with pytest.raises(Refusal) as e:
        model.restore(make_picture(28, 28))
    assert e.value.code == "gan_no_restore"


# Restorers with a critic


def one_batch(job: str, side: int = 48):
    clean = torch.cat([make_picture(side, side, seed) for seed in range(2)])
    if job == "upscale":
        return clean, nn.functional.avg_pool2d(clean, 2), {}
    mask = torch.ones(2, 1, side, side)
    mask[:, :, 10:30, 8:28] = 0
    return clean, clean * mask, {"mask": mask}


def learner(job: str):
    config = gan_restore.Config(job, widths=(8, 12), blocks=1, scale=2 if job == "upscale" else 1, critic=(4, 6, 8, 8))
    torch.manual_seed(0)
    model = gan_restore.build(config)
    model.features = lambda x: [nn.functional.avg_pool2d(x, 2), x]
    return model


@pytest.mark.parametrize("job", ["upscale", "inpaint"])
def test_one_update_of_a_restorer_and_its_critic(job):
    model, batch = learner(job), one_batch(job)
    adam = gan_restore.optimisers(model, 1e-3)
    generator, critic = copied(model.generator), copied(model.critic)
    row = gan_restore.step(model, batch, adam)
    assert not same(model.generator, generator) and not same(model.critic, critic)
    assert set(row) == {"loss", "pixel", "perceptual", "adversarial", "loss_d", "real", "fake"}
    assert all(math.isfinite(v) for v in row.values())
    seen = gan_restore.validate(model.eval(), batch)
    assert set(seen) == {"loss", "psnr", "psnr_damaged", "real", "fake"}


@pytest.mark.parametrize("job", ["upscale", "inpaint"])
def test_the_generator_is_the_cnn(job):
    """Same weights, same repair; so weights can be interpolated between the two."""
    model, (_, damaged, known) = learner(job).eval(), one_batch(job)
    other = cnn.build(cnn.Config(job, widths=(8, 12), blocks=1, scale=model.config.scale)).eval()
    other.load_state_dict(model.generator.state_dict())
    assert torch.equal(model.restore(damaged, **known), other.restore(damaged, **known))


def test_the_critic_answers_for_patches_and_only_holes_count():
    model, (clean, _, known) = learner("inpaint"), one_batch("inpaint")
    logits = model.judge(clean, **known)
    assert logits.shape == (2, 6, 6)
    assert len(model.judged(logits, **known)) == 2 * 3 * 3  # rows 10 to 29 and columns 8 to 27 lie in three patches of 8 a side
    assert torch.equal(learner("upscale").judged(logits), logits)


def test_an_answer_of_the_critic_sees_40_pixels():
    """1 + 2 * 1 + 3 * 1 + 3 * 2 + 3 * 4 + 2 * 8: a kernel's side less one, times the strides before it."""
    critic = gan_restore.Critic(3, (4, 4, 4, 4)).eval()
    x = torch.zeros(1, 3, 128, 128, requires_grad=True)
    critic(x)[0, 8, 8].backward()
    rows = x.grad.abs().sum((0, 1, 3)).nonzero()
    assert rows.max() - rows.min() + 1 == 40


def test_perceptual_loss_by_hand():
    model = learner("upscale")
    model.features = lambda x: [x]
    a, b = torch.rand(1, 3, 4, 4), torch.rand(1, 3, 4, 4)
    cosine = (a * b).sum(1) / (a.norm(dim=1) * b.norm(dim=1))
    assert model.perceptual(a, b).item() == pytest.approx((2 - 2 * cosine).mean().item(), abs=1e-6)
    assert model.perceptual(a, a).item() == pytest.approx(0, abs=1e-6)


def test_all_pictures_are_cut_alike():
    torch.manual_seed(0)
    clean, _, known = one_batch("inpaint")
    a, b, m = gan_restore.off_the_grid(clean, clean, known["mask"])
    assert torch.equal(a, b) and a.shape[-2:] == m.shape[-2:] == (40, 40)
