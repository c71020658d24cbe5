"""The Latent space and Loss curves panels of the GAN, in a real browser: what the page shows against the network itself, by click and by
keyboard, and what is refused. For networks that ship."""

import base64
import io
import json

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect
from screen import until

from restoration import lab
from restoration.lab import gan_curves, gan_images
from restoration.studies import store
from restoration.ui.gan import curves_run

SHIP = [subject for subject, name in gan_images.NETWORKS.items() if (lab.models_folder() / name / "model.safetensors").is_file()]
LARGE = "#gan-plane .gan-large"
pytestmark = pytest.mark.skipif(not SHIP, reason="no DCGAN ships yet")


def look(visit, exhibit, path="/gan?tab=latent", **context):
    page = visit(path, **context)
    page.set_default_timeout(120_000)  # the machine may be busy
    page.locator(f"#{exhibit}").scroll_into_view_if_needed()
    page.locator(f"#{exhibit} .waiting").wait_for(state="hidden")
    return page


def canvas(page, selector) -> np.ndarray:
    """uint8 (H, W, 3), as the page painted it."""
    url = page.locator(selector).evaluate("c => c.toDataURL()")
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(url.partition(",")[2]))).convert("RGB"))


def place(page) -> tuple:
    data = page.locator(LARGE).evaluate("c => ({...c.dataset})")
    return float(data["x"]), float(data["y"])


def test_the_first_seed_is_shown_then_where_one_clicks(visit):
    page = look(visit, "gan-plane")
    page.locator(f"{LARGE}[data-exact=yes]").wait_for()
    first = gan_images.invent("digits", [1])[0]
    assert np.abs(canvas(page, LARGE).astype(int) - first).max() <= 1
    box = page.locator("#gan-plane .gan-map").bounding_box()
    page.locator("#gan-plane .gan-map").click(position={"x": 0.25 * box["width"], "y": 0.2 * box["height"]})
    page.locator(f"{LARGE}[data-exact=yes]").wait_for()
    limit = gan_images.plane_of("digits", (1, 2)).limit
    assert place(page) == (pytest.approx(-0.5 * limit, abs=0.1), pytest.approx(0.6 * limit, abs=0.1))
    assert np.abs(canvas(page, LARGE).astype(int) - gan_images.look("digits", (1, 2), *place(page)).picture).max() <= 1
    expect(page.locator("#gan-plane .gan-says")).to_contain_text("Of all noise")


def test_the_keyboard_moves_and_the_edge_is_said(visit):
    page = look(visit, "gan-plane")
    page.locator(f"{LARGE}[data-exact=yes]").wait_for()
    before, limit = place(page), gan_images.plane_of("digits", (1, 2)).limit
    page.locator("#gan-plane .gan-map").focus()
    page.keyboard.press("ArrowUp")
    until(lambda: place(page)[1] == pytest.approx(before[1] + 0.5 * limit / gan_images.GRID, abs=1e-3), "a step up")
    for _ in range(8):
        page.keyboard.press("Shift+ArrowRight")
    until(lambda: place(page)[0] == limit, "the edge")
    expect(page.locator("#gan-plane .gan-says")).to_contain_text("shown up to")


def test_seeds_that_are_no_plane_are_a_sentence_and_can_be_mended(visit):
    page = look(visit, "gan-plane")
    second = page.locator("#gan-plane .seeds input").nth(1)
    for wrong, words in (("1", "Choose different ones"), ("-5", "9999")):
        second.fill(wrong)
        second.press("Tab")
        expect(page.locator("#gan-plane .waiting")).to_contain_text(words)
    second.fill("8")
    second.press("Tab")
    expect(page.locator("#gan-plane .gan-map text").nth(1)).to_have_text("8")
    page.locator("#gan-plane [data-through='3']").click()
    expect(page.locator("#gan-plane .gan-map text")).to_have_count(3)


def test_a_walk_is_scrubbed(visit):
    page = look(visit, "gan-walk")
    slider = page.locator("#gan-walk .way")
    slider.focus()
    for _ in range(gan_images.FRAMES // 2):
        page.keyboard.press("ArrowRight")
    way, half = gan_images.walk("digits", 4, 9), gan_images.FRAMES // 2
    for name, each in (("line", way.line), ("sphere", way.sphere)):
        assert np.array_equal(canvas(page, f"#gan-walk figure.{name} canvas"), each.pictures[half])
        expect(page.locator(f"#gan-walk figure.{name} figcaption")).to_contain_text(f"{each.lengths[half]:.1f} from the middle")


@pytest.mark.skipif(not (store.STUDIES / "gan-near.json").is_file(), reason="no study yet")
def test_a_sample_is_held_against_the_training_pictures(visit):
    page = look(visit, "gan-near")
    page.locator("#gan-near .gan-tiles input").nth(7).check(force=True)
    expect(page.locator("#gan-near .gan-pair figcaption").first).to_contain_text("Seed 7")
    expect(page.locator("#gan-near .gan-pair figcaption").last).to_contain_text("MNIST's digit no.")


def test_what_does_not_ship_is_said_in_its_place(visit):
    for subject in set(gan_images.NETWORKS) - set(SHIP):
        page = look(visit, "gan-plane")
        page.locator(f"#gan-plane [data-subject={subject}]").click()
        expect(page.locator("#gan-plane .waiting")).to_contain_text(gan_images.NETWORKS[subject])
        page.locator("#gan-plane [data-subject=digits]").click()
        expect(page.locator("#gan-plane .gan-map")).to_be_visible()


def test_one_slider_moves_the_film_and_the_cursors(visit):
    page = look(visit, "gan-curves", "/gan?tab=curves")
    found = curves_run.value("dcgan-digits", "en")
    expect(page.locator("#gan-curves [data-chart]")).to_have_count(len(json.loads(found["charts"])))
    expect(page.locator("#gan-curves .gan-run-says")).to_have_text(found["says"].replace("&#x27;", "'"))
    if found["film"]:
        slider, cursor = page.locator("#gan-curves .gan-film input"), page.locator("#gan-curves [data-chart=losses] .cursor")
        last = cursor.get_attribute("d")
        slider.focus()
        page.keyboard.press("Home")
        expect(page.locator("#gan-curves output")).to_have_text(found["film"]["names"][0])
        assert cursor.get_attribute("d") != last
        page.keyboard.press("ArrowLeft")  # there is nothing before the first
        expect(page.locator("#gan-curves .gan-film-said")).to_have_text(found["film"]["said"][0])
    page.locator("#gan-curves [data-axis=time]").click()
    expect(page.locator("#gan-curves [data-chart=losses] .name")).to_have_text("minutes")


def test_a_run_that_is_missing_leaves_the_choice(visit):
    missing = [name for name in gan_curves.NAMES if not (lab.models_folder() / name).is_dir()]
    page = look(visit, "gan-curves", "/gan?tab=curves")
    for name in missing:
        page.locator("#gan-curves select").select_option(name)
        expect(page.locator("#gan-curves .waiting")).to_contain_text(name)
    page.locator("#gan-curves select").select_option("dcgan-digits")
    expect(page.locator("#gan-curves [data-chart=losses]")).to_be_visible()


@pytest.mark.parametrize("path", ["/gan?tab=latent", "/zh-gan?tab=latent", "/zh-gan?tab=curves"])
def test_at_phone_width(visit, path):
    names = ("plane", "walk") if "latent" in path else ("curves",)
    page = look(visit, f"gan-{names[0]}", path, viewport={"width": 390, "height": 800})
    for name in names:
        page.locator(f"#gan-{name}").scroll_into_view_if_needed()
        page.locator(f"#gan-{name} .waiting").wait_for(state="hidden")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
