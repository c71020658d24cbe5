"""A listing mended, in a real browser: its faults are found by mouse and by keyboard, the mended program is shown and runs."""

import base64
import io
import re

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect
from screen import messages, until

from restoration.exhibits import listing

SLOW = 180_000  # milliseconds: the machine may be busy
LINES = {fault: [line.number for line in listing.shown_at(fault)] for fault in listing.FAULTS}
FINE = next(line.number for line in listing.lines() if line.fine == "norm")


def at_listing(visit, path="/gan?tab=inside&lesson=gan-listing", **context):
    page = visit(path, **context)
    title = "修代码" if "lang=zh" in path else "Listing"
    page.locator("#gan-inside").get_by_role("tab", name=title, exact=True).click(timeout=SLOW)
    page.locator(".listing-code button").first.wait_for(timeout=SLOW)
    return page


def line(page, number):
    return page.locator(f".listing-code [data-line='{number}']")


def said(page):
    return page.locator(".listing-said")


def count(page):
    return page.locator(".listing-count")


def press(page, name):
    page.locator(".listing").get_by_role("button", name=name, exact=True).click()


def test_a_wrong_guess_costs_nothing_and_a_fault_is_explained(visit):
    page = at_listing(visit)
    expect(count(page)).to_have_text("0 of 14 found")
    line(page, FINE).click()
    expect(said(page)).to_contain_text(f"Line {FINE} is fine.")
    expect(count(page)).to_have_text("0 of 14 found")
    (lr,) = LINES["lr"]
    line(page, lr).click()
    expect(said(page)).to_contain_text("The argument lr is gone")
    expect(said(page).locator(".was")).to_contain_text("Adam(lr=2e-4, beta_1=0.5)")
    expect(said(page).locator(".now")).to_contain_text("Adam(learning_rate=2e-4, beta_1=0.5)")
    expect(count(page)).to_have_text("1 of 14 found")
    assert line(page, lr).locator("b").inner_text() == "✓"
    line(page, lr).click()  # a second time it is known
    expect(said(page)).to_contain_text("you have this one already")
    expect(count(page)).to_have_text("1 of 14 found")
    both = next(n for n in LINES["reshape"] if n in LINES["imports"])
    line(page, both).click()
    expect(said(page)).to_contain_text("2 faults at once")
    expect(count(page)).to_have_text("3 of 14 found")
    press(page, "Start over")
    expect(count(page)).to_have_text("0 of 14 found")
    assert not page.locator(".listing-code .found").count() and "Begin anywhere" in said(page).inner_text()


def test_all_is_found_by_keyboard_and_hints(visit):
    page = at_listing(visit)
    first = line(page, 1)
    first.focus()
    page.keyboard.press("End")
    expect(line(page, len(listing.lines()))).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    expect(line(page, 2)).to_be_focused()
    page.keyboard.press("ArrowUp")
    press(page, "Hint")
    once = said(page).inner_text()
    press(page, "Hint")
    assert once in said(page).inner_text() and re.search(r"Look at lines \d+ to \d+\.", said(page).inner_text())
    low, high = map(int, re.search(r"lines (\d+) to (\d+)", said(page).inner_text()).groups())
    assert any(low <= n <= high for n in LINES["imports"])
    first.focus()
    buttons = [n.number for n in listing.lines() if n.text.strip()]
    for number in buttons:  # down the whole listing, every line with a fault is chosen
        if listing.lines()[number - 1].faults:
            page.keyboard.press("Enter")
        page.keyboard.press("ArrowDown")
    expect(count(page)).to_have_text("14 of 14 found")
    expect(page.locator(".listing-mended")).to_be_visible()  # a reward
    assert page.locator(".listing-list li").count() == 14
    press(page, "Hint")
    expect(said(page)).to_contain_text("nothing left to hint at")


def test_all_can_be_shown_and_the_mended_program_is_the_real_file(visit):
    page = at_listing(visit)
    (y_true,) = LINES["y_true"]
    line(page, y_true).click()
    press(page, "Show all")
    expect(count(page)).to_have_text("2 of 14 found, 12 shown")
    page.locator("[data-fault=foreign]").click()
    expect(said(page)).to_contain_text("These calls belong to PyTorch")
    shows = page.locator("[data-do=mended]")
    assert shows.get_attribute("aria-expanded") == "false"
    shows.click()
    assert shows.get_attribute("aria-expanded") == "true"
    assert page.locator(".listing-mended pre").inner_text().strip() == listing.mended().strip()
    shows.click()
    expect(page.locator(".listing-mended")).to_be_hidden()


def test_in_chinese(visit):
    page = at_listing(visit, "/gan?tab=inside&lesson=gan-listing&lang=zh")
    expect(count(page)).to_have_text("找到 0 / 14")
    line(page, LINES["predict"][0]).click()
    expect(said(page)).to_contain_text("predict() 切断了梯度")
    expect(page.locator("#lesson-read")).to_contain_text("十四处错误")
    assert page.locator("#listing-board").inner_text()


def test_on_a_phone_the_answer_stands_below_the_line(visit):
    page = at_listing(visit, viewport={"width": 390, "height": 844})
    press(page, "Hint")
    set_, board = (page.locator(s).bounding_box() for s in (".listing-set", ".listing-said"))
    assert 0 <= board["y"] - set_["y"] - set_["height"] < 40
    line(page, LINES["predict"][0]).click()
    button, board = line(page, LINES["predict"][0]).bounding_box(), said(page).bounding_box()
    assert 0 <= board["y"] - button["y"] - button["height"] < 20
    assert board["x"] >= 0 and board["x"] + board["width"] <= 390
    press(page, "Show the mended program")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


# Run it


def at_run(visit, **context):
    page = at_listing(visit, **context)
    page.locator("#listing-board").evaluate("board => board.scrollIntoView()")
    page.locator("#listing-board .listing-run").wait_for(timeout=SLOW)
    expect(page.locator(".listing-run > .status")).to_contain_text("Nothing has run yet")
    return page


def run_button(page, name):
    return page.locator("#listing-buttons").get_by_role("button", name=name, exact=True)


def number(page, name) -> str:
    return page.locator(".listing-run .numbers div").filter(has=page.get_by_text(name, exact=True)).locator("dd").inner_text()


def made(page) -> np.ndarray:
    source = page.locator("img.made-digits").get_attribute("src")
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(source.partition("base64,")[2]))))


def test_one_update_and_then_the_program_runs_until_it_is_stopped(visit):
    page = at_run(visit)
    run_button(page, "One update").click()
    expect(page.locator(".listing-run .numbers")).to_contain_text("1 / 2000", timeout=SLOW)
    first = made(page)
    assert first.shape == (3 * 28, 10 * 28)
    run_button(page, "Run it").click()
    until(lambda: int(number(page, "Update").split()[0]) > 3, "updates", 180)
    run_button(page, "Stop").click()
    expect(page.locator(".listing-run > .status")).to_contain_text("Stopped after", timeout=SLOW)
    expect(run_button(page, "One update")).to_be_enabled()
    assert (made(page) != first).any()
    assert page.locator(".listing-run .charts polyline.loss-d").count() == page.locator(".listing-run .charts polyline.loss-g").count() == 1
    assert 0 < float(number(page, "D's loss, nats")) < 3


def test_the_second_sigmoid_put_back_has_its_floor_in_the_chart(visit):
    page = at_run(visit)
    page.get_by_label("Put the second sigmoid back").check()
    run_button(page, "One update").click()
    expect(page.locator(".listing-run .charts")).to_contain_text("1.01", timeout=SLOW)
    assert float(number(page, "D's loss, nats")) > 1.0


@pytest.mark.parametrize("seed", ["-3", "0.5"])
def test_a_seed_that_is_none_is_said(visit, seed):
    page = at_run(visit)
    field = page.locator("#listing-seed input")
    field.fill(seed)
    field.press("Tab")
    run_button(page, "Run it").click()
    until(lambda: any("seed" in m or "whole number" in m for m in messages(page)), "a message", 60)
    expect(page.locator(".listing-run > .status")).to_contain_text("Nothing has run yet")
