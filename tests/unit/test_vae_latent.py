"""The Latent space panel of the VAE: the packed decoder, measures of a map, ways between codes, drawings, snapshots, stored studies."""

import base64
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from restoration.errors import Refusal
from restoration.exhibits import plane
from restoration.models import vae
from restoration.studies import store, vae_codes, vae_film, vae_plane
from restoration.training.snapshots import Snapshots


def small(**config) -> vae.VAE:
    torch.manual_seed(0)
    return vae.build(vae.Config(side=8, hidden=(12, 6), **config)).eval()


def unpacked(packed: dict):
    """The decoder that a page builds of what was packed, in numpy."""
    numbers, at = np.frombuffer(base64.b64decode(packed["weights"]), "<f2").astype(np.float64), 0
    layers = []
    for inputs, outputs in zip(packed["sizes"], packed["sizes"][1:], strict=False):
        layers.append((numbers[at : at + inputs * outputs].reshape(outputs, inputs), numbers[at + inputs * outputs :][:outputs]))
        at += inputs * outputs + outputs
    assert at == len(numbers)

    def decode(z):
        for k, (matrix, bias) in enumerate(layers):
            s = z @ matrix.T + bias
            z = (1 if k == len(layers) - 1 else s) / (1 + np.exp(-s))
        return z

    return decode


def test_a_packed_decoder_decodes_as_the_network_does():
    model = small()
    packed = plane.pack(model.decoder)
    assert packed["sizes"] == [2, 6, 12, 64]
    z = torch.randn(5, 2, generator=torch.Generator().manual_seed(1)) * 2
    assert np.abs(unpacked(packed)(z.numpy()) - model.decode(z).detach().flatten(1).numpy()).max() < 1 / 255


def test_the_shipped_decoders_lose_less_than_one_grey_level():
    for beta, name in vae_plane.BETAS.items():
        model = vae_plane.vae.network(name)
        limit = vae_plane.read().maps[beta].limit
        z = (torch.rand(50, 2, generator=torch.Generator().manual_seed(2)) * 2 - 1) * limit
        assert np.abs(unpacked(vae_plane.decoder(beta))(z.numpy()) - model.decode(z).flatten(1).numpy()).max() < 1 / 255


def test_convolutions_are_not_packed():
    with pytest.raises(ValueError):
        plane.pack(vae.build(vae.Config(side=8, hidden=(6,), widths=(4,))).decoder)


def test_overlap_by_hand():
    codes = torch.tensor([[0.0, 0], [0.1, 0], [5, 5], [5, 5.1], [5.05, 5]])
    assert plane.overlap(codes, np.array([0, 0, 1, 1, 2])) == pytest.approx(2 / 5)  # the last, and the one it lies nearest to


def test_holes_and_limits():
    assert plane.holes(torch.full((3, 2), 100.0), 1.0) == 1
    everywhere = torch.cartesian_prod(*[torch.linspace(-6, 6, 61)] * 2)
    assert plane.holes(everywhere, 0.2) == 0
    assert plane.limit(torch.randn(100, 2)) == 4
    assert plane.limit(torch.linspace(-9.5, 9.5, 500)[:, None].expand(-1, 2)) == 10


def slerp(a, b, t):
    """In the plane of a and b: turn a by t times the angle, by Gram and Schmidt."""
    e = a / np.linalg.norm(a)
    f = b - (b @ e) * e
    f /= np.linalg.norm(f)
    angle = np.arctan2(b @ f, b @ e)
    length = (1 - t) * np.linalg.norm(a) + t * np.linalg.norm(b)
    return length * (np.cos(t * angle) * e + np.sin(t * angle) * f)


def test_ways_between_two_codes():
    rng = np.random.default_rng(0)
    a, b = rng.normal(size=(2, 16))
    way = plane.sphere(torch.tensor(a), torch.tensor(b), 9).numpy()
    assert np.allclose(way, [slerp(a, b, t) for t in np.linspace(0, 1, 9)])
    straight = plane.line(torch.tensor(a), torch.tensor(b), 9).numpy()
    assert np.allclose(straight[[0, 4, 8]], [a, (a + b) / 2, b])
    assert np.linalg.norm(straight[4]) < np.linalg.norm(way[4])


@pytest.mark.parametrize("b", [[2.0, 0, 0], [-1.0, 0, 0], [0.0, 0, 0]])
def test_without_an_arc_the_line_is_taken(b):
    a = torch.tensor([1.0, 0, 0])
    assert torch.equal(plane.sphere(a, torch.tensor(b), 5), plane.line(a, torch.tensor(b), 5))


def test_a_drawing_is_centred():
    ink = np.zeros((112, 112), np.float32)
    ink[5:45, 60:70] = 1  # a stroke in a corner
    out = plane.centred(ink)
    assert out.shape == (28, 28) and out.max() <= 1
    rows = np.flatnonzero(out.max(1) > 0.1)
    assert 19 <= rows[-1] - rows[0] + 1 <= 21
    grid = np.arange(28) - 13.5
    assert abs((out.sum(1) * grid).sum() / out.sum()) <= 0.5 and abs((out.sum(0) * grid).sum() / out.sum()) <= 0.5
    dot = np.zeros((112, 112), np.float32)
    dot[50:54, 50:54] = 1
    assert (plane.centred(dot) > 0.1).sum() <= 9
    assert vae_plane.drawing(np.zeros((112, 112), np.float32)) is None


def test_directions_by_hand():
    rng = np.random.default_rng(0)
    turn = np.linalg.qr(rng.normal(size=(10, 10)))[0]
    spreads = np.arange(10, 0, -1.0)
    codes = torch.tensor(rng.normal(size=(4000, 10)) * spreads @ turn + 3)
    found = vae_codes._directions(vae_codes.directions(codes))
    assert np.allclose(found.spreads, spreads[:8], rtol=0.05) and found.dimensions == 10
    assert found.shares[0] == pytest.approx(100 / (spreads**2).sum(), rel=0.05)
    assert torch.allclose(found.components @ found.components.T, torch.eye(8), atol=1e-3)
    moved = vae_codes.moved(found, found.mean, [1, 0, 0, 0, 0, 0, 0, -99])  # no further than a slider goes
    along = (moved - found.mean) @ found.components.T
    assert np.allclose(along, [found.spreads[0], 0, 0, 0, 0, 0, 0, -3 * found.spreads[7]], atol=0.02)
    assert len(vae_codes.ends(found, found.mean)) == 16


def test_the_mean_of_a_class_added():
    """code - mean a + mean b has b's mean where code has a's."""
    study = vae_codes.read()
    picture = vae_codes.vae.picture("digits", 3)
    found = vae_codes.add(study, picture.array, 3, 3)
    assert np.array_equal(found.start, found.result)
    z = vae_codes.code("digits", picture.array) - study.classes[3] + study.classes[8]
    assert np.array_equal(vae_codes.add(study, picture.array, 3, 8).result, vae_codes.decode("digits", z[None])[0])
    with pytest.raises(Refusal):
        vae_codes.add(study, picture.array, 3, 11)


def test_snapshots_are_few_and_end_with_the_run(tmp_path):
    model = small()
    run = SimpleNamespace(step=0, average=model)
    film = Snapshots(tmp_path, 5)
    for run.step in range(1, 1001):
        film.after(run)
    film.thin(run)
    assert film.saved()[0] == 10 and film.saved()[-1] == 1000 and len(film.saved()) == 5
    ratios = np.diff(np.log(film.saved()))
    assert ratios.max() / ratios.min() < 1.5
    assert [step for step, _ in vae_film.moments(tmp_path)] == film.saved()
    Snapshots(tmp_path, 5, done=400)  # the run went back to step 400: what came after is another run's
    assert all(step <= 400 for step in film.saved())


def test_a_film_needs_snapshots(tmp_path):
    with pytest.raises(Refusal, match="--snapshots"):
        vae_film.make(tmp_path)
    with pytest.raises(Refusal, match="--snapshots"):
        vae_film.make(None)


def test_the_stored_film():
    film = vae_film.read()
    assert len(film.steps) == len(film.codes) == len(film.numbers) and film.steps == sorted(film.steps)
    codes = np.frombuffer(base64.b64decode(film.codes[-1]), "<f2").reshape(-1, 2)
    assert len(codes) == vae_plane.COUNT
    assert (store.STUDIES / "vae-film.json").stat().st_size < 1_000_000


def test_the_stored_plane_is_what_the_networks_say():
    study, (pictures, labels) = vae_plane.read(), vae_plane.digits()
    for beta, found in study.maps.items():
        mean, logvar = vae_plane.posterior(beta, pictures[123][..., None])
        assert np.allclose(found.codes[123], mean, atol=2e-3) and np.allclose(found.logvars[123], logvar, atol=2e-3)
    assert np.array_equal(labels, np.arange(500) % 10)


@pytest.mark.parametrize("name", [vae_plane.NAME, vae_codes.NAME, vae_film.NAME])
def test_studies_are_of_the_weights_that_ship(name):
    assert store.stale(name) == []
