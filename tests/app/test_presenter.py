"""The presenter's view, at a projector's size."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect
from screen import ready, until

PROJECTOR = {"width": 1280, "height": 720}


def size(page, selector: str) -> float:
    return page.locator(selector).first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")


def shown(page) -> dict:
    return parse_qs(urlsplit(page.evaluate("location.href")).query)


def test_present_and_leave(visit):
    page = ready(visit("/?lang=en", viewport=PROJECTOR))
    sizes = {place: size(page, place) for place in (".verdict", ".scores tbody td", "#panels [role=tab]")}
    page.get_by_role("button", name="Present", exact=True).click()
    for place, before in sizes.items():
        assert size(page, place) >= 1.4 * before, place
    expect(page.locator("#lesson")).to_be_hidden()
    expect(page.locator("#families")).to_be_hidden()
    assert shown(page)["present"] == ["1"]
    assert "present=1" in page.locator("#families nav > a").nth(1).get_attribute("href")
    picture = page.locator(".stage img").first.bounding_box()
    assert picture["width"] >= 512 and picture["y"] + picture["height"] < page.locator(".presenter").bounding_box()["y"] + 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.keyboard.press("Escape")
    expect(page.locator("#lesson")).to_be_visible()
    assert "present" not in shown(page)
    assert size(page, ".verdict") == sizes[".verdict"]


def test_steps_are_at_hand(visit):
    page = ready(visit("/?lang=en&present=1&lesson=start", viewport=PROJECTOR))
    bar = page.locator(".presenter")
    expect(bar.get_by_role("button", name="Previous step")).to_be_disabled()
    bar.get_by_role("button", name="Next step").click()
    expect(bar).to_contain_text("Step 1 of 3")
    bar.get_by_role("button", name="Next step").click()
    expect(bar).to_contain_text("Step 2 of 3")
    expect(bar).to_contain_text("Now a blur")
    until(lambda: shown(page).get("picture") == ["astronaut"], "the step is set")
    assert shown(page)["present"] == ["1"]  # it stays in the address
    bar.get_by_role("button", name="Controls").click()
    expect(page.locator("#steps .control-sigma").first).to_be_visible()
    bar.get_by_role("button", name="Lesson").click()
    expect(page.locator("#lesson-read")).to_be_visible()


def test_a_link_that_opens_at_a_step_says_so(visit):
    page = visit("/?lang=en&present=1&lesson=cnn-denoise&step=2", viewport=PROJECTOR)
    bar = page.locator(".presenter")
    page.locator("#predict section.open").wait_for()
    expect(bar).to_contain_text("Step 2 of")
    bar.get_by_role("button", name="Previous step").click()
    expect(bar).to_contain_text("Step 1 of")
    bar.get_by_role("button", name="Lesson").click()
    page.locator("#lesson [role=listbox], #lesson [role=combobox], #lesson input").first.click()
    page.get_by_role("option", name="What restoration is", exact=False).click()
    expect(bar).to_contain_text("No step is set yet")


def test_the_other_pages_too(visit):
    for path in ("/zh-gan?lang=zh&present=1&lesson=gan-restore", "/vae?lang=en&present=1&lesson=vae-restore", "/rnn?lang=en&present=1"):
        page = visit(path, viewport=PROJECTOR)
        page.locator(".verdict:visible").first.wait_for(timeout=90_000)
        assert size(page, ".verdict") >= 1.3 * 16
        expect(page.locator(".presenter")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
