"""The main path of each family's page without a mouse, and a focus that is always to be seen."""

from contextlib import suppress

import pytest
from playwright.sync_api import expect
from screen import until
from walk import opened

from restoration.ui.language import PAGES

FOCUSED = "(css) => !!document.activeElement?.closest(css)"
# Focusable elements that look the same with and without the focus: themselves, what is around them, and what is beside them.
UNSEEN = """() => {
  const look = (e) => [e, e.parentElement, e.parentElement?.parentElement, e.nextElementSibling].filter(Boolean).map((one) => {
    const s = getComputedStyle(one);
    return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.borderColor].join(' ');
  }).join('|');
  const found = [], controls = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  for (const e of document.querySelectorAll(controls)) {
    if (e.disabled || e.tabIndex < 0 || !e.checkVisibility({ visibilityProperty: true })) continue;
    document.activeElement?.blur();
    const before = look(e);
    e.focus({ preventScroll: true });
    if (document.activeElement === e && look(e) === before) found.push(e.outerHTML.slice(0, 160));
  }
  return found;
}"""


def to(page, css: str, key: str = "Tab") -> None:
    """Presses Tab until something that the selector names has the focus."""
    for _ in range(250):
        page.keyboard.press(key)
        if page.evaluate(FOCUSED, css):
            return
    raise AssertionError(f"no Tab leads to {css}")


def address(page) -> str:
    return page.evaluate("location.search")


def changes(page, *keys: str) -> None:
    """Presses keys; the link follows."""
    before = address(page)
    for key in keys:
        page.keyboard.press(key)
    until(lambda: address(page) != before, f"the link follows {keys}", 40)


def work(page, family: str) -> None:
    """What is special of a family."""
    if family == "cnn":
        to(page, ".compare [data-set=side]")
        page.keyboard.press("Space")
        expect(page.locator(".compare")).to_have_attribute("data-mode", "side")
    if family == "gan":
        to(page, "#view input[type=range]")
        changes(page, "ArrowLeft", "ArrowLeft")
    if family == "vae":
        to(page, "#panels [role=tab]", "Shift+Tab")
        to(page, "[data-tab-id=latent]")
        page.keyboard.press("Enter")
        to(page, "canvas.map")
        place = page.locator(".plane-seen .z")
        before = place.inner_text()
        page.keyboard.press("ArrowRight")
        until(lambda: place.inner_text() != before, "the plane says where it is", 40)
        to(page, "#panels [data-tab-id=restore]", "Shift+Tab")
    if family == "rnn":
        to(page, "#view input[type=range]")
        before = page.evaluate("document.activeElement.value")
        page.keyboard.press("ArrowLeft" if before != "0" else "ArrowRight")
        assert page.evaluate("document.activeElement.value") != before


@pytest.mark.parametrize("family", PAGES)
def test_the_main_path(visit, family):
    page = opened(visit, family, "en")
    page.wait_for_timeout(1000)
    to(page, ".thumbs input")
    changes(page, "ArrowRight")
    if family != "rnn":
        to(page, "#steps .damage-step [role=combobox]")
        changes(page, "ArrowDown", "Enter")
        to(page, "#undo", "Shift+Tab")
        changes(page, "Enter")
        to(page, "#steps .damage-step")
    if page.locator("#steps input[type=range]:visible").count():
        to(page, "#steps input[type=range]")
        changes(page, "ArrowRight")
        changes(page, "Control+z")
    page.wait_for_timeout(2000)  # what was changed has settled
    to(page, "#go")
    verdict = page.locator(".verdict:visible")
    for _ in range(3):  # a change that comes later still ends the run
        page.keyboard.press("Enter")
        with suppress(AssertionError):
            expect(verdict.first).to_be_visible(timeout=30_000)
            break
    expect(verdict.first).to_be_visible()
    work(page, family)
    to(page, "#lesson .try-button")
    page.keyboard.press("Enter")
    expect(page.locator("#undo")).to_be_disabled()  # the step has set the lab
    to(page, "#lesson .check input")
    page.keyboard.press("Space")
    expect(page.locator("#lesson .block.answer p").first).to_be_visible()


@pytest.mark.parametrize("theme", ("dark", "light"))
@pytest.mark.parametrize("family", PAGES)
def test_the_focus_is_always_to_be_seen(visit, family, theme):
    page = opened(visit, family, "en", f"&__theme={theme}")
    page.keyboard.press("Tab")  # from now on the browser shows where the focus is
    assert page.evaluate(UNSEEN) == []
