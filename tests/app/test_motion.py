"""Who asked their system for less motion gets it: nothing glides, nothing goes round."""

import pytest
from playwright.sync_api import expect
from screen import foretell

WATCH = """
window.glided = []; window.moved = [];
for (const [what, method] of [[Element, 'scrollIntoView'], [Element, 'scrollTo'], [window.constructor, 'scrollTo']]) {
  const before = what.prototype[method] ?? window[method], owner = what.prototype[method] ? what.prototype : window;
  owner[method] = function (...how) { window.glided.push(how[0]?.behavior ?? 'auto'); return before.apply(this, how); };
}
setInterval(() => {
  for (const one of document.getAnimations()) {
    const { duration, iterations } = one.effect.getComputedTiming();
    if (duration * iterations > 50) window.moved.push(one.animationName ?? one.transitionProperty ?? 'a script');
  }
}, 50);
"""


def watched(visit, app, path: str, **context):
    """A page that notes how it scrolls and what moves."""
    page = visit("/join", **context)
    page.add_init_script(WATCH)
    page.goto(app.url + path)
    return page


@pytest.mark.parametrize("wish", ("reduce", "no-preference"))
def test_a_step_of_a_lesson(visit, app, wish):
    page = watched(visit, app, "/?lang=en&lesson=start&step=1", viewport={"width": 390, "height": 844}, reduced_motion=wish)
    foretell(page)
    expect(page.locator(".verdict")).to_be_visible()
    glided, moved = page.evaluate("[window.glided, window.moved]")
    if wish == "reduce":
        assert "smooth" not in glided and not moved, (glided, set(moved))
    else:
        assert "smooth" in glided and moved  # so the watch sees what there is


@pytest.mark.parametrize("path", ("/course", "/teach", "/worksheet/start"))
def test_plain_pages(visit, app, path):
    page = watched(visit, app, f"{path}?lang=en", reduced_motion="reduce")
    page.locator("h1").first.wait_for()
    page.wait_for_timeout(500)
    assert page.evaluate("[...window.glided, ...window.moved]") == []
