"""axe-core finds nothing serious or critical: on every tab of each family and on the plain pages, in both languages, dark and light."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from screen import foretell
from walk import opened, stops

from restoration.ui.language import PAGES

GRAVE = ("serious", "critical")
PLAIN = ("/course", "/glossary", "/teach", "/class", "/join", "/worksheet/cnn-denoise")
ALL = {"resultTypes": ["violations"]}
COLOURS = {**ALL, "runOnly": ["color-contrast", "link-in-text-block"]}  # the rules that light and dark can differ in
LIGHT = "document.body.classList.remove('dark')"
DARK = "document.body.classList.add('dark')"
TALL = {"width": 1440, "height": 3000}  # nothing that sticks to the window lies over something else
STILL = "* { transition: none !important; }"  # a colour is read while it changes otherwise


def faults(page, where: tuple, options: dict, within: str | None = None) -> list[str]:
    """What axe-core finds, a line for each element: where, the rule, the element, and what is wrong with it."""
    found = Axe().run(page, context=within, options=options).response["violations"]
    return [
        f"{' / '.join(map(str, where))}: {rule['id']} ({rule['impact']}) at {node['target'][-1]}: {node['failureSummary']}"
        for rule in found if rule["impact"] in GRAVE for node in rule["nodes"]
    ]  # fmt: skip


@pytest.mark.parametrize("lang", ("en", "zh"))
@pytest.mark.parametrize("family", PAGES)
def test_every_tab(visit, family, lang):
    """One page for both looks: it is opened dark, and made light at each stop."""
    page = opened(visit, family, lang, "&__theme=dark", viewport=TALL)
    page.add_style_tag(content=STILL)
    found, within = [], None  # the whole page at first, then what another tab changes
    for tab in stops(page):
        assert page.evaluate("document.body.classList.contains('dark')")
        found += faults(page, (family, lang, *tab, "dark"), ALL, within)
        page.evaluate(LIGHT)
        page.wait_for_timeout(300)
        found += faults(page, (family, lang, *tab, "light"), COLOURS, within)
        page.evaluate(DARK)
        within = "#panels"
    assert not found, "\n".join(found)


@pytest.mark.parametrize("lang", ("en", "zh"))
def test_a_message(visit, lang):
    """What could not be done is said in a corner: announced, and with one button, Close."""
    page = opened(visit, "vae", lang, "&seed=oops&__theme=dark")
    message = page.get_by_role("alert").locator(".toast-body")
    expect(message).to_contain_text("9999")
    expect(message).to_contain_text({"en": "Notice", "zh": "提示"}[lang])
    found = faults(page, (lang, "message"), ALL, ".toast-wrap")
    assert not found, "\n".join(found)
    message.get_by_role("button", name={"en": "Close", "zh": "关闭"}[lang]).click()
    expect(message).to_have_count(0)


@pytest.mark.parametrize("theme", ("dark", "light"))
@pytest.mark.parametrize("lang", ("en", "zh"))
def test_a_prediction(visit, lang, theme):
    """The card that asks first, then the same with what was found and two questions."""
    page = visit(f"{PAGES['cnn'][lang]}?lang={lang}&lesson=start&step=1&__theme={theme}", viewport=TALL)
    page.add_style_tag(content=STILL)
    page.locator("#predict fieldset").first.wait_for()
    found = faults(page, (lang, theme, "asked"), ALL, "#predict")
    foretell(page)
    found += faults(page, (lang, theme, "found"), ALL, "#predict")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", ("dark", "light"))
@pytest.mark.parametrize("lang", ("en", "zh"))
@pytest.mark.parametrize("path", PLAIN)
def test_plain_pages(visit, path, lang, theme):
    page = visit(f"{path}?lang={lang}&__theme={theme}")
    page.locator("h1").first.wait_for()  # a worksheet and its answers each have one
    found = faults(page, (path, lang, theme), ALL)
    assert not found, "\n".join(found)
