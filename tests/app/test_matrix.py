"""Wrong specialist, in a real browser: the numbers are the stored ones, and a cell opens its case in the lab."""

from playwright.sync_api import expect
from screen import messages, ready, score, send, until

import restoration
from restoration import lab
from restoration.cases import damage_text
from restoration.studies import matrix
from restoration.ui.matrix import decibels

FOUND = matrix.read()
CELLS = [(steps, model) for steps in FOUND.damages for model in FOUND.models]


def look(visit, path="/?tab=inside", **context):
    page = visit(path, **context)
    page.set_default_timeout(90_000)  # the machine may be busy
    ready(page) if "tab" not in path else None
    page.locator("#pixel .verdict, #pixel .status:not(.running)").first.wait_for()  # the page has come to rest
    return opened(page)


def opened(page, name="Wrong specialist"):
    tab = page.get_by_role("tab", name=name, exact=True)
    if not tab.is_visible():  # on a narrow screen it stands in a further row
        tab = page.locator("#inside > .tab-wrapper .overflow-dropdown button", has_text=name)
    tab.click()
    page.locator("#matrix table").wait_for()
    return page


def cell(page, number):
    return page.locator(f"#matrix [data-cell='{number}']")


def test_the_table_holds_the_stored_numbers(visit):
    page = look(visit)
    assert page.locator("#matrix [data-cell]").count() == len(CELLS)
    assert page.locator("#matrix tbody th").count() == len(FOUND.damages)
    for number, key in enumerate(CELLS):
        found, shown = FOUND.cells[key], cell(page, number).inner_text().replace("−", "-")
        if found.refused:
            assert shown == "size"
        else:
            assert float(shown.split()[0]) == round(found.mean, 1)
    assert page.locator("#matrix td.own").count() == sum(c.own for c in FOUND.cells.values())


def test_a_cell_opens_its_case_in_the_lab(visit):
    page = look(visit, "/?tab=inside&picture=coins")
    number = next(n for n, (steps, model) in enumerate(CELLS) if steps[0][0] == "jpeg" and model == "cnn-denoise")
    cell(page, number).click()
    gain = FOUND.cells[CELLS[number]].gains["coins"]
    expect(page.locator("#matrix .verdict")).to_contain_text(f"The picture in the lab (Coins): {decibels(gain, 2)} dB.")
    expect(page.locator("#matrix .verdict")).to_contain_text("trained on Gaussian noise alone")
    page.get_by_role("button", name="Open in the lab").click()
    expect(page.get_by_role("tab", name="Restore", exact=True)).to_have_attribute("aria-selected", "true")
    until(lambda: "damage=jpeg:quality=10" in page.url and "model=cnn-denoise" in page.url and "picture=coins" in page.url, page.url)
    expect(page.locator("#scores .verdict")).to_be_visible()
    before, after = float(score(page, "damaged")), float(score(page))
    assert abs(after - before - gain) < 0.02
    page.get_by_role("tab", name="Look inside").click()  # and the table is still there, at the same cell
    expect(cell(page, number)).to_have_attribute("aria-pressed", "true")


def test_the_keyboard_walks_over_the_table(visit):
    page = look(visit)
    columns = len(FOUND.models)
    cell(page, 0).focus()
    page.keyboard.press("ArrowLeft")  # the border stops it
    expect(cell(page, 0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(cell(page, columns + 1)).to_be_focused()
    expect(cell(page, columns + 1)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#matrix .verdict")).to_contain_text("Photon (Poisson) noise")


def test_a_visitors_photo_gives_way_to_a_sample(visit, tmp_path):
    path = tmp_path / "own.png"
    restoration.save_image(restoration.load_sample("brick", 128), path)
    page = ready(visit())
    send(page, path)
    until(lambda: page.locator(".thumb input[value='']").is_visible(), "the photo is in the lab")
    page.get_by_role("tab", name="Look inside").click()
    opened(page)
    expect(page.locator("#matrix .verdict")).not_to_contain_text("The picture in the lab")
    page.get_by_role("button", name="Open in the lab").click()
    expect(page.get_by_role("tab", name="Restore", exact=True)).to_have_attribute("aria-selected", "true")
    expect(page.locator(f".thumb input[value='{lab.Case.picture}']")).to_be_checked()
    expect(page.locator("#scores .verdict")).to_be_visible()
    assert not messages(page)
    until(lambda: f"model={CELLS[0][1]}" in page.url, "the network of the first cell")
    assert damage_text(CELLS[0][0]) == "noise:sigma=25"  # the lab's own first damage, which stays out of the link


def test_in_chinese_and_at_phone_width(visit):
    page = visit("/?tab=inside&lang=zh", viewport={"width": 390, "height": 800})
    page.set_default_timeout(90_000)
    page.locator("#pixel .verdict").wait_for()
    opened(page, "专家不对口")
    expect(page.locator("#matrix .verdict")).to_contain_text("平均提高")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    box = page.locator("#matrix .matrix-box")
    assert box.evaluate("b => b.scrollWidth <= b.clientWidth || getComputedStyle(b).overflowX === 'auto'")
