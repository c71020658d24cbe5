"""The lab for scripts: every endpoint does what its words say, and nothing else is public."""

import numpy as np
import pytest
from gradio_client import Client, handle_file
from gradio_client.exceptions import AppError
from PIL import Image

import restoration
from restoration.images import from_uint8, to_uint8
from restoration.subjects import load_small

PUBLIC = {
    "/degrade", "/restore", "/compare", "/curves", "/train", "/vae_restore", "/vae_encode", "/vae_decode", "/train_vae",
    "/gan_restore", "/gan_blend", "/gan_generate", "/train_gan", "/clip_restore", "/write_digit", "/train_rnn",
}  # fmt: skip


@pytest.fixture(scope="module")
def client(app):
    return Client(app.url, verbose=False)


@pytest.fixture(scope="module")
def photo(tmp_path_factory):
    path = tmp_path_factory.mktemp("photo") / "photo.png"
    restoration.save_image(restoration.load_sample("cat", 256), path)
    return path


def pixels(path) -> np.ndarray:
    with Image.open(path) as image:
        assert image.format == "PNG"
        return np.asarray(image.convert("RGB"))


def test_endpoints_each_with_its_words(client):
    api = client.view_api(return_format="dict", print_info=False)
    assert set(api["named_endpoints"]) == PUBLIC
    assert api["unnamed_endpoints"] == {}
    for info in api["named_endpoints"].values():
        assert len(info["description"]) > 100
    names = [p["parameter_name"] for p in api["named_endpoints"]["/compare"]["parameters"]]
    assert names == ["picture", "damage", "seed", "model", "blind", "lang"]


def test_nothing_else_is_public(client):
    events = client.config["dependencies"]
    assert {f"/{e['api_name']}" for e in events if e["api_visibility"] != "private"} == PUBLIC
    private = next(e["id"] for e in events if e["api_visibility"] == "private" and e["backend_fn"])
    with pytest.raises(ValueError):
        client.predict(fn_index=private)


def test_degrade_gives_the_pixels_of_the_library(client, photo):
    picture, facts = client.predict(handle_file(photo), "blur:sigma=2;noise:sigma=10", 3, api_name="/degrade")
    wanted = restoration.degrade(
        restoration.load_image(photo), [("blur", {"sigma": 2}), ("noise", {"sigma": 10})], seed=3
    )
    assert np.array_equal(pixels(picture), to_uint8(wanted))
    assert facts["damage"] == "blur:sigma=2;noise:sigma=10"
    assert facts["known"]["sigma"] == 10 and np.sum(facts["known"]["kernel"]) == pytest.approx(1, abs=1e-5)
    assert (facts["width"], facts["height"]) == (256, 256)
    small, facts = client.predict(handle_file(photo), "low-resolution:scale=4", 0, api_name="/degrade")
    assert pixels(small).shape == (64, 64, 3) and facts["known"] == {"scale": 4}
    _, facts = client.predict(handle_file(photo), "missing-pixels:share=0.25", 0, api_name="/degrade")
    assert facts["known"]["mask"]["share_known"] == pytest.approx(0.75, abs=0.02)


def test_restore_mends(client, photo, tmp_path):
    clean = restoration.load_image(photo)
    noisy = restoration.degrade(clean, "noise", sigma=25, seed=0)
    restoration.save_image(noisy, tmp_path / "noisy.png")
    damaged = restoration.psnr(noisy, clean)
    for sigma in (25, None):
        picture, facts = client.predict(handle_file(tmp_path / "noisy.png"), sigma, api_name="/restore")
        assert restoration.psnr(from_uint8(pixels(picture)), clean) > damaged + 5
        assert (
            facts["guessed"] is (sigma is None)
            and facts["sigma"] == pytest.approx(25 if sigma else 22, abs=5)
            and facts["ms"] > 0
        )
    picture, _ = client.predict(handle_file(photo), 10, api_name="/restore")
    assert pixels(picture).shape == (256, 256, 3)


def test_compare_scores_what_it_returns(client, photo):
    damaged, restored, rows, sentence = client.predict(handle_file(photo), "noise:sigma=25", 0, api_name="/compare")
    clean, kinds = restoration.load_image(photo), [row["kind"] for row in rows]
    assert kinds[0] == "damaged" and kinds[-1] == "network" and set(kinds[1:-1]) == {"yardstick"}
    for row, picture in ((rows[0], damaged), (rows[-1], restored)):
        x = from_uint8(pixels(picture))
        assert row["psnr"] == pytest.approx(restoration.psnr(x, clean), abs=1e-3)
        assert row["ssim"] == pytest.approx(restoration.ssim(x, clean), abs=1e-3)
    assert f"gains {rows[-1]['psnr'] - rows[0]['psnr']:.1f} dB" in sentence
    *_, sentence = client.predict(
        handle_file(photo), "noise:sigma=25", 0, "cnn-denoise", True, "zh", api_name="/compare"
    )
    assert "网络" in sentence


def test_curves_are_the_recorded_rows(client):
    rows = client.predict("cnn-denoise", api_name="/curves")
    assert {row["split"] for row in rows} == {"train", "val"}
    assert all(row["seconds"] >= 0 and row["step"] >= 0 for row in rows)


@pytest.mark.parametrize(
    ("endpoint", "values", "words"),
    [
        ("/degrade", ["rust:amount=1", 0, "en"], "There is no damage called 'rust'"),
        ("/degrade", ["noise:sigma=101", 0, "en"], "from 0.0 to 100.0"),
        ("/degrade", ["noise:sigma=101", 0, "zh"], "必须是"),
        ("/degrade", ["noise;blur;jpeg;noise", 0, "en"], "at most 3 damages"),
        ("/degrade", ["noise", 12345, "en"], "whole number from 0 to 9999"),
        ("/restore", [-1, "cnn-denoise", "en"], "from 0.0 to 100.0"),
        ("/restore", [25, "gan", "en"], "There is no model called 'gan'"),
        ("/compare", ["noise", 0, "gan", False, "zh"], "没有名为“gan”的模型"),
    ],
)
def test_wrong_values_are_refused_in_one_sentence(client, photo, endpoint, values, words):
    with pytest.raises(AppError) as refusal:
        client.predict(handle_file(photo), *values, api_name=endpoint)
    assert words in str(refusal.value)


def test_a_picture_is_needed(client):
    with pytest.raises(AppError):
        client.predict(None, "noise", 0, api_name="/degrade")


def test_files_of_the_server_are_out_of_reach(client, app):
    """A client may name only what it uploaded."""
    path = {"path": "/etc/hostname", "meta": {"_type": "gradio.FileData"}}
    with pytest.raises(Exception, match="."):
        client.predict(path, "noise", 0, api_name="/degrade")


def test_a_small_picture_is_repaired(client, photo):
    found, mean, rows, facts = client.predict(None, "digits", 3, "missing-lower:share=0.5", 0, api_name="/vae_restore")
    assert pixels(found).shape == pixels(mean).shape == (28, 28, 3)
    names = [row["name"] for row in rows]
    assert names[0] == "damaged" and {"mean-fill", "telea", "cnn", "pass", "search", "draw", "best", "mean"} <= set(names)
    assert facts["unseen"] == 0.5 and len(facts["fit"]) == len(facts["error"]) == 10
    assert facts["nats"][-1][1] + facts["nats"][-1][2] < facts["nats"][0][1] + facts["nats"][0][2]
    found, _, rows, _ = client.predict(handle_file(photo), "flowers", 0, "noise:sigma=50", 0, api_name="/vae_restore")
    assert pixels(found).shape == (64, 64, 3) and all(row["reads"] is None for row in rows)


@pytest.mark.parametrize("values, word", [
    ((None, "cats", 0, "noise", 0), "cats"), ((None, "digits", 999, "noise", 0), "999"), ((None, "digits", 0, "jpeg", 0), "missing-lower"),
    ((None, "digits", 0, "missing-mask", 0), "mask"), ((None, "digits", 0, "noise:sigma=900", 0), "100"),
])  # fmt: skip
def test_a_small_picture_that_cannot_be_is_refused(client, values, word):
    with pytest.raises(AppError, match=word):
        client.predict(*values, api_name="/vae_restore")


def test_a_place_on_the_map_and_back(client):
    name = "vae-digits-2d"
    code = client.predict(None, None, 3, name, api_name="/vae_encode")
    x = load_small("digits", 3)
    mean, logvar = restoration.load_model(name).encode(x)
    assert code["mean"] == pytest.approx(mean[0].tolist(), abs=1e-4) and code["logvar"] == pytest.approx(logvar[0].tolist(), abs=1e-4)
    again = client.predict(None, x[0, 0].tolist(), 0, name, api_name="/vae_encode")
    assert again["mean"] == pytest.approx(code["mean"], abs=1e-4)
    picture, rows = client.predict(code["mean"], name, api_name="/vae_decode")
    made = restoration.load_model(name).decode(mean)
    assert np.allclose(rows, made[0, 0].numpy(), atol=1e-4) and np.abs(pixels(picture)[..., 0] - 255 * np.array(rows)).max() < 0.6


def test_a_file_and_colours_have_places_too(client, photo):
    code = client.predict(handle_file(photo), None, 0, "vae-emoji", api_name="/vae_encode")
    assert len(code["mean"]) == len(code["logvar"]) == 64 and code["notes"]
    picture, rows = client.predict(code["mean"], "vae-emoji", api_name="/vae_decode")
    assert pixels(picture).shape == (64, 64, 3) and np.shape(rows) == (64, 64, 3)


@pytest.mark.parametrize("endpoint, values, word", [
    ("/vae_encode", (None, None, 3, "cvae-digits"), "vae-digits-2d"),
    ("/vae_encode", (None, [[0.5] * 28] * 27, 0, "vae-digits"), "28 rows"),
    ("/vae_encode", (None, [[7.0] * 28] * 28, 0, "vae-digits"), "from 0 to 1"),
    ("/vae_encode", (None, "/etc/hostname", 0, "vae-digits"), "no picture"),  # a text is no path
    ("/vae_encode", (None, None, 999, "vae-digits"), "999"), ("/vae_decode", ([0.0], "vae-digits-2d"), "list of 2 numbers"),
    ("/vae_decode", ([0, 1e9], "vae-digits-2d"), "-20 to 20"), ("/vae_decode", (["a", "b"], "vae-digits-2d"), "list of 2"),
    ("/vae_decode", (None, "vae-digits-2d"), "list of 2"), ("/vae_decode", ([0, 0], "cnn-denoise"), "cnn-denoise"),
])  # fmt: skip
def test_what_is_on_no_map_is_refused(client, endpoint, values, word):
    with pytest.raises(AppError, match=word):
        client.predict(*values, api_name=endpoint)
