"""The space of a GAN's noise: planes, walks and lengths against independent formulas, and what is refused."""

import numpy as np
import pytest
import torch
from scipy import stats

from restoration import lab
from restoration.checkpoints import save_model
from restoration.errors import Refusal
from restoration.exhibits import gan_noise
from restoration.lab import gan_images
from restoration.models import gan

CONFIGS = {"digits": gan.Config(widths=(8, 4)), "emoji": gan.Config(side=64, channels=3, latent=100, widths=(8, 8, 4, 4))}


@pytest.fixture(params=list(CONFIGS))
def subject(request, tmp_path, monkeypatch):
    """A GAN that was never trained, in a folder of its own: what is tested holds for any weights."""
    torch.manual_seed(0)
    model, name = gan.build(CONFIGS[request.param]).eval(), gan_images.NETWORKS[request.param]
    model.settle(2, 32)
    facts = {"name": name, "about": model.about, "parameters": 1, "date": "2026-01-01", "steps": 1, "seconds": 1.0, "device": "cpu"}
    facts |= {"data": "", "recipe": {}, "versions": {}, "scores": [], "limits": ""}
    save_model(model, "gan", tmp_path / name, [], facts)
    judge = lab.models_folder() / gan_images.JUDGE
    (tmp_path / gan_images.JUDGE).symlink_to(judge)
    monkeypatch.setenv("KINTSUGI_MODELS", str(tmp_path))
    monkeypatch.setattr(gan_images, "network", lambda asked: {request.param: model}[asked])
    return request.param


@pytest.mark.parametrize("dimensions", [1, 2, 64, 100])
def test_the_shell_is_that_of_the_chi_distribution(dimensions):
    mean, spread = gan_noise.shell(dimensions)
    assert mean == pytest.approx(stats.chi(dimensions).mean()) and spread == pytest.approx(stats.chi(dimensions).std())
    for length in (0.0, mean / 2, mean, 1.3 * mean):
        assert gan_noise.nearer(length, dimensions) == pytest.approx(stats.chi(dimensions).cdf(length), rel=1e-6)
    drawn = torch.randn(20_000, dimensions, generator=torch.Generator().manual_seed(0)).norm(dim=1)
    assert drawn.mean().item() == pytest.approx(mean, abs=0.02) and drawn.std().item() == pytest.approx(spread, abs=0.02)


@pytest.mark.parametrize("count", [2, 3])
def test_a_plane_goes_through_its_points(count):
    points = torch.randn(count, 64, generator=torch.Generator().manual_seed(1))
    cut = gan_noise.slice_through(points)
    assert torch.allclose(cut.axes @ cut.axes.T, torch.eye(2), atol=1e-5)
    assert torch.allclose(cut.axes @ cut.foot, torch.zeros(2), atol=1e-4)
    assert torch.allclose(cut.at(cut.marks), points, atol=1e-4)
    assert abs(cut.marks[0, 1]) < 1e-4 and cut.marks[0, 0] > 0 < cut.marks[1, 1]
    if count == 2:
        assert cut.foot.norm() < 1e-4  # it goes through the middle
    else:  # its foot is the point of the plane that least squares finds
        a = (points[1:] - points[0]).T.double().numpy()
        t = np.linalg.lstsq(a, -points[0].double().numpy(), rcond=None)[0]
        assert np.allclose(cut.foot, points[0].numpy() + a @ t, atol=1e-4)
    places = torch.tensor([[3.0, -4.0], [0.0, 7.0]])
    lengths = (cut.foot.norm() ** 2 + places.square().sum(1)).sqrt()
    assert torch.allclose(cut.at(places).norm(dim=1), lengths, atol=1e-4)
    on_ring = torch.tensor([[0.6, 0.8]]) * cut.ring(9.0)
    assert cut.at(on_ring).norm().item() == pytest.approx(9.0, abs=1e-3)
    assert cut.ring(0.0) == 0.0


def test_points_that_span_no_plane_are_refused():
    a, b = torch.randn(2, 16, generator=torch.Generator().manual_seed(2))
    for points in ([a, a], [a, b, a], [a, b, (a + b) / 2], [a, 2 * a]):
        with pytest.raises(Refusal, match="different"):
            gan_noise.slice_through(torch.stack(points))


def test_a_grid_fills_the_plane():
    places = gan_noise.grid(3, 6.0)
    assert torch.allclose(places[[0, 1, -1]], torch.tensor([[-4.0, 4.0], [0.0, 4.0], [4.0, -4.0]]))


def test_a_plane_shows_what_the_network_makes(subject):
    found, net = gan_images.plane_of(subject, (3, 5)), gan_images.network(subject)
    side = net.config.side
    assert found.sheet.shape == (gan_images.GRID * side, gan_images.GRID * side, 3) and found.sheet.dtype == np.uint8
    middle = gan_images.GRID // 2 * side
    of_zero = gan_images.shown(net.generate(torch.zeros(1, net.config.latent)))[0]
    assert np.abs(found.sheet[middle : middle + side, middle : middle + side].astype(int) - of_zero).max() <= 1
    assert found.foot < 1e-3 and found.ring == pytest.approx(found.usual)


def test_a_seed_on_the_plane_is_the_seed(subject):
    z = gan_images.noise(subject, 7, 8, 9)
    found = gan_images.plane_of(subject, (7, 8, 9))
    for mark, own, seed in zip(found.marks, z, (7, 8, 9), strict=True):
        place = gan_images.look(subject, (7, 8, 9), *mark)
        assert place.length == pytest.approx(own.norm().item(), abs=1e-3)
        assert np.abs(place.picture.astype(int) - gan_images.invent(subject, [seed])[0]).max() <= 1
        assert (place.reads is None) == (subject != "digits")


def test_a_place_beyond_the_edge_is_brought_back(subject):
    limit = gan_images.plane_of(subject, (1, 2)).limit
    assert gan_images.look(subject, (1, 2), 99, -1e9).at == (limit, -limit)


def test_a_walk_goes_from_one_to_the_other(subject):
    way = gan_images.walk(subject, 1, 2)
    ends = gan_images.invent(subject, [1, 2])
    for each in (way.line, way.sphere):
        assert np.abs(each.pictures[[0, -1]].astype(int) - ends).max() <= 1
    a, b = gan_images.noise(subject, 1, 2).double()
    half = gan_images.FRAMES // 2
    assert way.line.lengths[half] == pytest.approx(((a + b) / 2).norm().item(), rel=1e-4)
    assert way.sphere.lengths[half] == pytest.approx((a.norm() + b.norm()).item() / 2, rel=1e-4)
    assert way.line.lengths[half] < way.usual - 2 * way.spread and way.line.nearer[half] < 1e-3  # where no draw comes
    assert abs(way.sphere.lengths[half] - way.usual) < 3 * way.spread


def test_a_seed_is_the_noise_of_a_notebook(subject):
    net = gan_images.network(subject)
    assert torch.equal(gan_images.noise(subject, 4), net.noise(1, torch.Generator().manual_seed(4)))


@pytest.mark.parametrize("seeds", [(1, 1), (1, 2, 1), (1,), (-1, 2), ("x", 2), (1, 10**9), (1.5, 2)])
def test_what_are_no_seeds_is_refused(seeds, monkeypatch):
    monkeypatch.setattr(gan_images, "network", lambda _: gan.build(CONFIGS["digits"]).eval())
    with pytest.raises(Refusal) as refusal:
        gan_images.plane_of("digits", seeds)
    assert refusal.value.say("zh")


def test_missing_files_are_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("KINTSUGI_MODELS", str(tmp_path))
    for subject, name in gan_images.NETWORKS.items():
        with pytest.raises(Refusal, match=name):
            gan_images.plane_of(subject, (1, 2))
    with pytest.raises(Refusal, match="subject"):
        gan_images.network("cats")
