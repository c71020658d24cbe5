"""A picture's place on a map and back, for scripts: the network's own numbers, and refusals for what is no picture and no place."""

import numpy as np
import pytest
import torch

from restoration.errors import Refusal
from restoration.lab import vae, vae_codes


@pytest.mark.parametrize("name", ["vae-digits-2d", "vae-flowers"])
def test_the_numbers_are_the_networks(name):
    clean = vae.picture(vae_codes.subject(name), 3)
    mean, logvar = vae_codes.encode(clean, name)
    net = vae.network(name)
    wanted = net.encode(vae.tensor(clean.array))
    assert torch.allclose(torch.tensor([mean, logvar]), torch.stack(wanted)[:, 0], atol=1e-5)
    assert np.allclose(vae_codes.decode(mean, name), vae.array(net.decode(wanted[0])), atol=1e-5)


def test_rows_are_taken_as_they_are():
    clean = vae.picture("digits", 7)
    rows = clean.array[..., 0].tolist()
    assert np.array_equal(vae_codes.take(rows, "vae-digits").array, clean.array)
    clean = vae.picture("emoji", 7)
    assert np.array_equal(vae_codes.take(clean.array.tolist(), "vae-emoji").array, clean.array)


@pytest.mark.parametrize("rows", [None, True, "/etc/hostname", [], [[0.5] * 28] * 27, [[1.1] * 28] * 28, [[float("nan")] * 28] * 28,
                                  [[0.5] * 28] * 27 + [[0.5]], [["a"] * 28] * 28])  # fmt: skip
def test_what_is_no_picture_is_refused(rows):
    with pytest.raises(Refusal, match="28 rows") as refusal:
        vae_codes.take(rows, "vae-digits")
    assert "28 行" in refusal.value.say("zh")


@pytest.mark.parametrize("z", [None, "ab", [], [0.0], [0, 0, 0], [[0, 0]], [0, float("inf")], [0, 20.1], ["a", 0], {"x": 1}])
def test_what_is_no_place_is_refused(z):
    with pytest.raises(Refusal, match="list of 2 numbers"):
        vae_codes.decode(z, "vae-digits-2d")


def test_only_maps_of_whole_pictures():
    assert "cvae-digits" not in vae_codes.MAPS and "digit-classifier" not in vae_codes.MAPS and len(vae_codes.MAPS) == 11
    assert vae_codes.subject("vae-beta-4") == "digits"
    with pytest.raises(Refusal, match="cvae-digits"):
        vae_codes.subject("cvae-digits")
