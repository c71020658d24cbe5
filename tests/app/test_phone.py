"""On a telephone, 390 pixels wide: nothing stands out at the side, and what is to be touched can be reached and is large enough."""

import pytest
from walk import opened, stops

from restoration.ui.language import PAGES

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LEAST = 24  # pixels that a control measures at least
# What stands out, a line each. A control may be outside the window inside a box of its own that scrolls.
FAULTS = """(least) => {
  const root = document.scrollingElement, found = [];
  if (root.scrollWidth > root.clientWidth + 1) found.push(`the page is ${root.scrollWidth} pixels wide`);
  const scrolls = (box) => ['auto', 'scroll'].includes(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth;
  const boxed = (e) => { for (let box = e.parentElement; box; box = box.parentElement) if (scrolls(box)) return true; return false; };
  const controls = 'a[href], button, input, select, textarea, summary, [role=button], [role=slider], [role=radio], [tabindex="0"]';
  for (const e of document.querySelectorAll(controls)) {
    if (!e.checkVisibility({ visibilityProperty: true }) || e.closest('[aria-hidden=true], .sr, .skip')) continue;
    const box = (e.matches('input') && e.closest('label') || e).getBoundingClientRect(), said = e.outerHTML.slice(0, 160);
    if ((box.left < -1 || box.right > innerWidth + 1) && !boxed(e)) found.push(`from ${box.left} to ${box.right}: ${said}`);
    const inText = e.matches('pre') || e.matches('a') && getComputedStyle(e).display === 'inline'; // a link is as high as its line
    if (!inText && Math.min(box.width, box.height) < least - 0.5) found.push(`${box.width} x ${box.height}: ${said}`);
  }
  return found;
}"""


@pytest.mark.parametrize("lang", ("en", "zh"))
@pytest.mark.parametrize("family", PAGES)
def test_every_tab(visit, family, lang):
    page = opened(visit, family, lang, **PHONE)
    found = [f"{family} / {lang} / {tab}: {fault}" for tab in stops(page) for fault in page.evaluate(FAULTS, LEAST)]
    assert not found, "\n".join(found)
