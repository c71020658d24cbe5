"""Loss curves of the VAEs, in a real browser: the run of the lab's network, another by choice, and the table of comparable numbers."""

from playwright.sync_api import expect

from restoration.lab import vae_curves
from restoration.subjects import SUBJECTS
from restoration.ui.vae import curves

PATIENCE = 120_000  # milliseconds: the machine may be busy


def look(visit, path="/vae?tab=curves", **context):
    page = visit(path, **context)
    page.set_default_timeout(PATIENCE)
    page.locator("#vae-curves .run-charts img").first.wait_for()
    return page


def said(page):
    return page.locator("#vae-curves .run-says")


def test_the_run_of_the_labs_network_comes_by_itself(visit):
    page = look(visit)
    name = SUBJECTS["digits"].vae
    expect(page.locator("#vae-curves select")).to_have_value(name)
    expect(said(page)).to_have_text(curves.sentence(vae_curves.ended(name), "en"))
    shown = page.locator("#vae-curves .run-charts img")
    assert [chart.get_attribute("data-chart") for chart in shown.all()] == ["nelbo", "reconstruction", "kl"]
    for chart in shown.all():
        assert chart.evaluate("i => i.decode().then(() => i.naturalWidth)") > 500 and chart.get_attribute("alt")
    rows = page.locator("#vae-curves .run-table tbody th").all_inner_texts()
    bounds = [run.name for run in vae_curves.compared() if run.bound]
    assert rows[: len(bounds)] == bounds and rows[-1] == "vae-beta-0"
    expect(page.locator("#vae-curves tr.network th")).to_have_text(name)


def test_another_network_and_the_other_axis_by_keyboard(visit):
    page = look(visit, "/vae?tab=curves&subject=emoji")
    expect(page.locator("#vae-curves select")).to_have_value("vae-emoji")
    expect(page.locator("#vae-curves .run-notes")).to_contain_text("Nats below zero are no mistake")
    first = page.locator("#vae-curves .run-charts img").first
    before = first.get_attribute("src")
    page.locator("#vae-curves [data-axis=step]").focus()
    page.keyboard.press("Enter")
    expect(first).not_to_have_attribute("src", before)
    page.locator("#vae-curves select").select_option("digit-classifier")
    expect(said(page)).to_contain_text("The judge of repaired digits", timeout=PATIENCE)
    expect(page.locator("#vae-curves .run-charts img")).to_have_count(2)
    expect(page.locator("#vae-curves [data-axis=step]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#vae-curves tr.network")).to_have_count(0)


def test_in_chinese_and_at_phone_width(visit):
    page = look(visit, "/zh-vae?tab=curves", viewport={"width": 390, "height": 800})
    expect(said(page)).to_contain_text("在留出图片上")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("#vae-curves select").select_option("vae-beta-4")
    expect(page.locator("#vae-curves .run-notes")).to_contain_text("点划线", timeout=PATIENCE)
