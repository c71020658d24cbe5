"""The Latent space panel of the VAE, in a real browser: what the page decodes against the network itself, and what lands on the map."""

import base64
import io

import numpy as np
import pytest
import torch
from PIL import Image
from playwright.sync_api import expect
from screen import until

from restoration import checkpoints
from restoration.lab import vae
from restoration.studies import vae_codes, vae_film, vae_plane

MAP, SEEN = "#vae-plane .map", "#vae-plane .seen"
STUDY = vae_plane.read()


def look(visit, path="/vae?tab=latent", exhibit="vae-plane", **context):
    page = visit(path, **context)
    page.set_default_timeout(120_000)  # the machine may be busy
    page.locator(f"#{exhibit}").scroll_into_view_if_needed()
    page.locator(f"#{exhibit} .waiting").wait_for(state="hidden")
    return page


def looked(visit, *args, **context):
    """The map is there, and the lab's digit on it."""
    page = look(visit, *args, **context)
    page.locator(f"{SEEN}[data-x]").wait_for()
    expect(page.locator("#vae-plane .landed-notes, #vae-plane .landed li").first).to_be_attached()
    return page


def place(page, z):
    """Where z lies on the canvas."""
    canvas = page.locator(MAP)
    canvas.scroll_into_view_if_needed()
    data = {key: float(v) for key, v in canvas.evaluate("c => ({...c.dataset})").items() if key in ("limit", "left", "top", "size")}
    x, y = (z[0] / data["limit"] + 1) / 2, (1 - z[1] / data["limit"]) / 2
    return {"x": data["left"] + x * data["size"], "y": data["top"] + y * data["size"]}


def at(page):
    """z of what is shown."""
    data = page.locator(SEEN).evaluate("c => ({...c.dataset})")
    return [float(data["x"]), float(data["y"])]


def painted(page) -> np.ndarray:
    """(28, 28) of 255, as the page painted it."""
    data = page.evaluate(f"[...document.querySelector('{SEEN}').getContext('2d').getImageData(0, 0, 28, 28).data]")
    return np.array(data).reshape(28, 28, 4)[..., 0]


def decoded(beta, z) -> np.ndarray:
    with torch.no_grad():
        return 255 * checkpoints.load_model(vae_plane.BETAS[beta]).decode(torch.tensor([z]))[0, 0].numpy()


def click(page, z):
    before = at(page)
    page.locator(MAP).click(position=place(page, z))
    until(lambda: at(page) != before, "the point moved")


def url_picture(locator) -> np.ndarray:
    url = locator.get_attribute("src")
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(url.partition(",")[2]))).convert("RGB"))


def test_a_click_decodes_in_the_page_what_the_network_would(visit):
    page = looked(visit)
    for z in [(1.3, -0.8), (-2.1, 0.4), (0.2, 2.9)]:
        click(page, z)
        shown = at(page)
        assert np.allclose(shown, z, atol=0.02)
        assert np.abs(painted(page) - decoded("1", shown)).max() < 2
        n = np.linalg.norm(STUDY.maps["1"].codes - shown, axis=1).argmin()
        expect(page.locator("#vae-plane .about-near")).to_contain_text(f"The nearest written digit is a {n % 10}")


def test_a_drag_is_followed_and_its_end_is_clamped(visit):
    page = looked(visit)
    page.locator(MAP).scroll_into_view_if_needed()
    box = page.locator(MAP).bounding_box()
    start, end = place(page, (-2, -2)), place(page, (2, 1))
    page.mouse.move(box["x"] + start["x"], box["y"] + start["y"])
    page.mouse.down()
    page.mouse.move(box["x"] + end["x"], box["y"] + end["y"], steps=12)
    until(lambda: np.allclose(at(page), (2, 1), atol=0.03), "the end of the drag")
    expect(page.locator("#vae-plane .path")).to_be_visible()
    page.mouse.move(box["x"] + box["width"] + 200, box["y"] + end["y"])
    until(lambda: at(page)[0] == 4, "the edge of the map")
    expect(page.locator("#vae-plane .edge")).to_contain_text("ends at ±4")
    page.mouse.up()
    assert np.abs(painted(page) - decoded("1", at(page))).max() < 2


def test_the_keyboard_moves_the_point(visit):
    page = looked(visit)
    page.locator(MAP).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowUp")
    until(lambda: np.allclose(at(page), (0.1, 0.5)), "two steps")
    expect(page.locator("#vae-plane .z")).to_contain_text("(0.10, 0.50)")


def test_the_picture_in_the_lab_and_a_drawing_land(visit):
    page = looked(visit, "/vae?tab=latent&picture=7")
    page.locator("#vae-plane [data-mark='1']").wait_for()
    clean = vae.picture("digits", 7)
    mean, _ = vae_plane.posterior("1", clean.array)
    expect(page.locator("#vae-plane [data-mark='0']")).to_contain_text("mean (" + ", ".join(f"{v:.2f}" for v in mean).replace("-", "−"))
    page.locator("#vae-plane [data-mark='0']").click()
    until(lambda: np.allclose(at(page), mean, atol=1e-4), "the point went to the lab's digit")
    board = page.locator("#vae-plane .board-own canvas")
    board.scroll_into_view_if_needed()
    box = board.bounding_box()
    page.mouse.move(box["x"] + 80, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + 84, box["y"] + 130, steps=5)
    page.mouse.up()
    expect(page.locator("#vae-plane .landed")).to_contain_text("Your drawing")
    expect(page.locator("#vae-plane .landed-notes")).to_contain_text("20 pixels")
    page.locator("#vae-plane .board-own button").click()
    expect(page.locator("#vae-plane .landed")).not_to_contain_text("Your drawing")


def test_another_beta_is_another_map(visit):
    page = looked(visit)
    page.locator("#vae-plane [data-beta='0']").click()
    expect(page.locator("#vae-plane [data-beta='0']")).to_have_attribute("aria-pressed", "true")
    limit = STUDY.maps["0"].limit
    expect(page.locator(MAP)).to_have_attribute("data-limit", f"{limit:g}")
    expect(page.locator("#vae-plane .plane-said")).to_contain_text("plain autoencoder")
    expect(page.locator("#vae-plane tr[aria-current] th")).to_have_text("0")
    click(page, (0.6 * limit, 0.3 * limit))
    assert np.abs(painted(page) - decoded("0", at(page))).max() < 2
    page.locator("#vae-plane [data-show=grid]").click()
    expect(page.locator(MAP)).to_have_attribute("data-grid", "0")
    page.locator("#vae-plane [data-only='6']").click()
    expect(page.locator("#vae-plane [data-only='6']")).to_have_attribute("aria-pressed", "true")


def test_the_film_is_scrubbed_and_played(visit):
    page = look(visit, exhibit="vae-film")
    film, slider = vae_film.read(), page.locator("#vae-film input")
    expect(page.locator("#vae-film output")).to_have_text(f"after {film.steps[-1]:,} updates")
    slider.focus()
    page.keyboard.press("Home")
    expect(page.locator("#vae-film .film-said")).to_contain_text(f"KL {film.numbers[0]['kl']:.1f} nats")
    page.locator("#vae-film .play").click()
    expect(page.locator("#vae-film output")).to_have_text(f"after {film.steps[2]:,} updates")


def test_a_slider_moves_the_picture(visit):
    page = look(visit, exhibit="vae-slide")
    moved, found = page.locator("#vae-slide [data-kind-of=moved]"), vae_codes.read().subjects["digits"]
    start = vae_codes.code("digits", vae.picture("digits", 3).array)
    until(lambda: np.array_equal(url_picture(moved), vae_codes.decode("digits", start[None])[0]), "the lab's digit")
    page.locator("#vae-slide .sliders input").first.focus()
    page.keyboard.press("End")
    wanted = vae_codes.decode("digits", vae_codes.moved(found, start, [3] + [0] * 7)[None])[0]
    until(lambda: np.array_equal(url_picture(moved), wanted), "the moved digit", 60)
    page.locator("#vae-slide [data-kind=emoji]").click()
    expect(page.locator("#vae-slide .slide-note")).to_contain_text("the first that comes with Kintsugi")
    expect(page.locator("#vae-slide .slide-said")).to_contain_text("64 dimensions")


def test_a_walk_and_a_sum(visit):
    page = look(visit, "/vae?tab=latent&picture=0", exhibit="vae-walk")
    way = vae_codes.walk("digits", vae.picture("digits", 0).array, vae.picture("digits", 8).array)
    for name, row in (("line", way.line), ("sphere", way.sphere), ("blend", way.blend)):
        assert np.array_equal(url_picture(page.locator(f"#vae-walk [data-row={name}]")), np.concatenate(row, 1))
    page.locator("#vae-walk [data-name=last] input").nth(4).check(force=True)
    way = vae_codes.walk("digits", vae.picture("digits", 0).array, vae.picture("digits", 4).array)
    line = page.locator("#vae-walk [data-row=line]")
    until(lambda: np.array_equal(url_picture(line), np.concatenate(way.line, 1)), "another walk", 60)
    page.locator("#vae-sums").scroll_into_view_if_needed()
    expect(page.locator("#vae-sums .sums-said li").first).to_contain_text("classifier")
    page.locator("#vae-sums select[data-of=plus]").select_option("6")
    wanted = vae_codes.add(vae_codes.read(), vae.picture("digits", 0).array, 0, 6).result
    until(lambda: np.array_equal(url_picture(page.locator("#vae-sums [data-of=result]")), wanted), "the sum", 60)


@pytest.mark.parametrize("path", ["/vae?tab=latent", "/zh-vae?tab=latent&subject=flowers"])
def test_at_phone_width(visit, path):
    page = looked(visit, path, viewport={"width": 390, "height": 800})
    for name in ("film", "slide", "walk", "sums"):
        page.locator(f"#vae-{name}").scroll_into_view_if_needed()
        page.locator(f"#vae-{name} .waiting").wait_for(state="hidden")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
