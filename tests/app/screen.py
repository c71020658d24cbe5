"""Short words for what the browser tests do on the screen."""

import io
import time

import numpy as np
from PIL import Image
from playwright.sync_api import expect


def ready(page, row="network"):
    """Wait until the page shows a finished result."""
    page.locator(f".scores tr.{row}").wait_for()
    expect(page.locator(".verdict")).to_be_visible()
    page.locator(".stage .left img[src]").wait_for()
    return page


def until(condition, what="", seconds=20):
    """Wait for a condition on the Python side; returns what it returned."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := condition():
            return value
        time.sleep(0.05)
    raise AssertionError(f"in vain: {what or condition}")


def choose(page, name: str, tabs: str):
    """Open a tab of the tabs with that selector. On a narrow screen it may stand in a row of its own."""
    wrapper = page.locator(f"{tabs} > .tab-wrapper")
    wrapper.get_by_role("tab").first.wait_for()
    page.wait_for_timeout(1000)  # until it is settled which fit
    tab = wrapper.get_by_role("tab", name=name, exact=True)
    if not tab.is_visible():
        tab = wrapper.locator(".overflow-dropdown button", has_text=name)
    tab.click()


def source(page, kind):
    """The address of the picture of a kind (damaged, clean, restored, yardstick) that is shown."""
    return page.locator(f".stage [data-kind={kind}] img").first.get_attribute("src")


def pixels(page, address) -> np.ndarray:
    """A picture as the browser got it: (H, W, 3) uint8. It must be a PNG."""
    answer = page.request.get(address)
    assert answer.headers["content-type"] == "image/png"
    image = Image.open(io.BytesIO(answer.body()))
    assert image.format == "PNG"
    return np.asarray(image.convert("RGB"))


def shown(page, kind) -> np.ndarray:
    return pixels(page, source(page, kind))


def restore(page, button="Restore"):
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator(".verdict")).to_be_visible()


def score(page, row="network", column=0) -> str:
    """A cell of the table: column 0 PSNR, 1 SSIM, 2 milliseconds."""
    return page.locator(f".scores tr.{row} td").nth(column).inner_text().split()[0]


def messages(page) -> list[str]:
    return page.locator(".toast-message-text").all_inner_texts()


def slider(page, n=0):
    return page.locator("#steps .damage-step input[type=range]:visible").nth(n)


def pair(page, name):
    page.locator("#view").get_by_role("radio", name=name, exact=True).check()


def send(page, path):
    """Hand a file in as the browser's file chooser does."""
    field = page.locator("#intake input[type=file]")
    if not field.count():
        page.locator("#steps .slim button").first.click()
    field.set_input_files(str(path))


def answer(page, option: int = 0):
    """Answer every question of the card that asks for a prediction with that option, and hand it in."""
    page.locator("#predict section.open").wait_for(timeout=120_000)
    for question in page.locator("#predict fieldset").all():
        question.locator("input").nth(option).check()
    page.locator("#predict .predict-go").click()
    page.locator("#predict section.ready").wait_for(timeout=60_000)


def foretell(page, option: int = 0):
    """What a step of a lesson asks before it is run: predict, run it, and wait for what came of it."""
    answer(page, option)
    page.locator("#go").click()
    page.locator("#predict section.found").wait_for(timeout=240_000)
