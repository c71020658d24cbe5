"""Reset always works: from every state a page comes back as it is opened first, with nothing of before left on it or at its address."""

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect
from screen import choose, messages, send, until
from walk import opened

from restoration.ui.language import PAGES


def address(page) -> str:
    return page.evaluate("location.search")


def reset(page, label="Reset", lang="en") -> None:
    """Presses it, and waits for the page that comes."""
    page.evaluate("window.before = true")
    page.get_by_role("button", name=label, exact=True).click()
    page.wait_for_function("!window.before", timeout=60_000)
    page.locator(".verdict:visible").first.wait_for(timeout=90_000)
    until(lambda: address(page) == f"?lang={lang}", "the address is clean")
    expect(page.locator("#undo")).to_be_disabled()
    assert messages(page) == []


@pytest.mark.parametrize("family", PAGES)
def test_from_a_mess(visit, family):
    """A broken link, another seed, a run that goes on, a training that goes on, another tab."""
    page = opened(visit, family, "en", "&seed=oops&damage=nothing&sigma=x&lesson=none")
    page.locator(".toast-message-text").first.wait_for()
    page.locator("#seed input").fill("12")
    until(lambda: "seed=12" in address(page))
    page.locator("#go").click()
    choose(page, "Train it live", "#panels")
    train = page.get_by_role("button", name="Train", exact=False).locator("visible=true").first
    train.click()
    stop = page.locator("#live-buttons, [id$=live-buttons]").get_by_role("button", name="Stop").locator("visible=true").first
    expect(stop).to_be_enabled(timeout=60_000)
    reset(page)
    assert page.locator("#seed input").input_value() == "0"
    choose(page, "Train it live", "#panels")
    expect(stop).to_be_disabled()


def test_a_photo_of_ones_own_is_dropped(visit, tmp_path):
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (64, 64, 3), np.uint8)).save(tmp_path / "own.png")
    (tmp_path / "no.png").write_bytes(b"this is no picture")
    page = opened(visit, "cnn", "zh")
    send(page, tmp_path / "own.png")
    own = page.locator(".thumb:has(input[value=''])")
    expect(own).to_be_visible()
    send(page, tmp_path / "no.png")
    page.locator(".toast-message-text").first.wait_for()
    page.locator(".compare [data-set=side]").click()
    reset(page, "重置", "zh")
    expect(own).to_be_hidden()
    expect(page.locator(".compare")).to_have_attribute("data-mode", "slide")


def test_while_the_server_cannot_be_reached(visit):
    page = opened(visit, "gan", "en", "&seed=4&__theme=dark", viewport={"width": 390, "height": 844})
    page.context.set_offline(True)
    page.get_by_role("button", name="Reset", exact=True).click()
    expect(page.locator("#reset-said")).to_contain_text("cannot be reached")
    assert "seed=4" in address(page)  # the page is as it was
    page.context.set_offline(False)
    page.wait_for_url("**/gan?lang=en&__theme=dark", timeout=60_000)  # it is reset when the server answers
    page.locator(".verdict:visible").first.wait_for(timeout=90_000)
