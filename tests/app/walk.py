"""A walk through all there is on a family's page: every tab and inner tab, with what opens opened and what computes in sight computed."""

import json

from playwright.sync_api import expect

from restoration.ui.language import PAGES

OPEN = """() => {
  for (const box of document.querySelectorAll('details:not([open])')) box.open = true;
  for (const button of document.querySelectorAll('.label-wrap:not(.open)')) if (button.checkVisibility()) button.click();
}"""
LONGEST = 90_000  # milliseconds that an exhibit may take where the machine is busy


def opened(visit, family: str, lang: str, query: str = "", **context):
    """The family's page in a language, its first repair done."""
    page = visit(f"{PAGES[family][lang]}?lang={lang}{query}", **context)
    page.locator(".verdict:visible").first.wait_for(timeout=LONGEST)
    return page


def stops(page):
    """Opens every tab of the panels, and every tab within; yields what is open, as (panel, inner tab or "")."""
    for name in names(page, "#panels"):
        turn_to(page, "#panels", name)
        inner = inner_tabs(page)
        for part in names(page, inner) if inner else [""]:
            if part:
                turn_to(page, inner, part)
            see_all(page)
            yield name, part


def names(page, tabs: str) -> list[str]:
    """What the tabs are called, in their order. Gradio keeps a list of all, to measure which fit."""
    return page.locator(f"{tabs} > .tab-wrapper > .visually-hidden > button").all_inner_texts()


def inner_tabs(page) -> str:
    """The selector of the tabs inside the panel that is open, "" if it has none."""
    id = page.locator("#panels .tabs").evaluate_all("all => all.find((tabs) => tabs.id && tabs.checkVisibility())?.id")
    return f"#{id}" if id else ""


def turn_to(page, tabs: str, name: str) -> None:
    """Opens a tab, also one of those that do not fit in the row."""
    page.locator(f"{tabs} > .tab-wrapper > :not(.visually-hidden) button:text-is({json.dumps(name, ensure_ascii=False)})").click()


def see_all(page) -> None:
    """Opens what is closed, and looks at every part of the page once, so that what computes when it is seen computes."""
    page.wait_for_timeout(300)
    page.evaluate(OPEN)
    page.wait_for_timeout(300)
    exhibits = page.locator("#panels .exhibit:visible, #panels h2:visible")
    for k in range(exhibits.count()):
        exhibits.nth(k).scroll_into_view_if_needed()
        page.wait_for_timeout(150)
    expect(page.locator("#panels .waiting.running:visible")).to_have_count(0, timeout=LONGEST)
    expect(page.locator("#panels .asked:visible")).to_have_count(0, timeout=LONGEST)  # dimmed until the answer is there
    page.evaluate(OPEN)  # what came may hold more that opens
    page.wait_for_timeout(500)
