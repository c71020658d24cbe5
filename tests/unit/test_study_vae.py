"""The stored studies of the VAE's terms and bytes belong to the weights that ship, and what can be counted again is what they say."""

import numpy as np
import pytest
import torch

from restoration import checkpoints, lab
from restoration.lab import vae, vae_inside
from restoration.studies import store, vae_bytes, vae_terms


@pytest.mark.parametrize("study", [vae_terms, vae_bytes])
def test_they_were_made_from_the_weights_that_ship(study):
    assert store.stale(study.NAME) == []


def test_a_model_of_the_terms_measured_again():
    found = vae_terms.read()
    assert list(found.models) == vae_terms.models() and len(found.labels) == vae_terms.DRAWN
    x = vae_terms.digits()
    again = vae_terms.measure(lab.network("vae-digits-2d"), lab.network(vae_terms.JUDGE), x)
    stored = found.models["vae-digits-2d"]
    for key in ("reconstruction", "kl", "psnr"):
        assert again[key] == pytest.approx(stored[key], abs=0.1)  # another processor rounds otherwise
    assert again["active"] == stored["active"]
    assert np.allclose(again["codes"], stored["codes"], atol=0.02)


def test_what_the_autoencoder_was_never_trained_to_say_is_not_said():
    plain = vae_terms.read().models["vae-beta-0"]
    assert plain["kl"] is plain["kl_of"] is plain["sigma"] is plain["active"][0] is None and plain["overlap"] == 0


def test_a_code_of_the_study_made_again():
    """The first digits, by hand: rounded, decoded, and compared."""
    found, size, bits = vae_bytes.read(), 8, 4
    row = next(r for r in found.codes if (r["size"], r["bits"]) == (size, bits))
    assert row["bytes"] == 4
    network, scores = lab.network(vae_inside.SIZES[size]), []
    for x in vae_terms.digits(found.count):
        with torch.no_grad():
            z = ((network.encode(x[None])[0].clamp(-3.999, 3.999) + 4) * 2).floor() / 2 - 4 + 0.25
            out = network.decode(z)
        scores.append(-10 * np.log10((((out * 255).round() - (x * 255).round()) / 255).square().mean().item()))
    assert np.mean(scores) == pytest.approx(row["psnr"], abs=0.05)
    assert int(found.decoders["8"]) == 4 * sum(p.numel() for p in network.decoder.parameters())


def test_networks_of_the_beta_slider_have_the_beta_that_they_say():
    for name, beta in vae_inside.BETAS.items():
        assert checkpoints.load_model(name).config.beta == beta
    for size, name in vae_inside.SIZES.items():
        assert checkpoints.load_model(name).config.latent == size


def test_another_subject_is_answered_by_its_own_network_or_by_a_digit():
    flower = vae.picture("flowers", 0)
    assert vae_inside.samplers("flowers") == ("vae-flowers",) and list(vae_inside.coders("flowers")) == [128]
    assert vae_inside.as_digit(flower).subject == "digits"
    digit = vae.picture("digits", 7)
    assert vae_inside.as_digit(digit) is digit
