"""The game on points in a real browser: it is played, taken turn by turn, drawn by hand and by keys, and what cannot be is said."""

import re

from playwright.sync_api import expect
from screen import messages, until

SLOW = 180_000  # milliseconds: the machine may be busy


def at_game(visit, path="/gan?tab=inside", **context):
    page = visit(path, **context)
    page.locator("#game-board canvas.plane").wait_for(timeout=SLOW)
    return page


def press(page, name):
    page.locator("#game-buttons").get_by_role("button", name=name, exact=True).click(timeout=SLOW)


def status(page):
    return page.locator("#game-board .game-board > .status")


def turns(page) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", page.locator("#game-board .turns").inner_text())]


def picture(page) -> str:
    return page.locator("canvas.plane").evaluate("(canvas) => canvas.toDataURL()")


def test_it_is_played_paused_and_begun_anew(visit):
    page = at_game(visit)
    expect(status(page)).to_contain_text("Press Play", timeout=SLOW)
    expect(page.locator("#game-board .says")).to_contain_text("cover 0 of 8")
    first = picture(page)
    press(page, "One turn of D")
    until(lambda: turns(page) == [1, 0], "D's turn", 60)
    press(page, "One turn of G")
    until(lambda: turns(page) == [1, 1], "G's turn", 60)
    press(page, "Go on")
    expect(status(page)).to_have_text("Playing …", timeout=SLOW)
    until(lambda: sum(turns(page)) > 200, "turns", 120)
    press(page, "Pause")
    expect(status(page)).to_contain_text("Paused after", timeout=SLOW)
    assert picture(page) != first and page.locator("#game-board .charts svg[role=img]").count() == 2
    assert "cover" in page.locator("canvas.plane").get_attribute("aria-label")
    press(page, "Start over")
    until(lambda: turns(page) == [0, 0], "a new game", 60)
    assert "NaN" not in page.locator("#game-board").inner_html()


def test_points_are_drawn_by_keys_and_by_hand(visit):
    page = at_game(visit)
    page.locator("#game-target").get_by_label("Draw your own").check()
    expect(status(page)).to_contain_text("There are 0 points", timeout=SLOW)
    plane = page.locator("canvas.plane")
    plane.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("There are 1 points", timeout=SLOW)
    plane.click(position={"x": 60, "y": 60})
    expect(status(page)).to_contain_text("Press Play", timeout=SLOW)
    expect(page.locator("#game-board .count")).to_have_text("Points drawn: 2")
    press(page, "One turn of D")
    until(lambda: turns(page) == [1, 0], "D's turn", 60)
    page.get_by_role("button", name="Remove all").click()
    expect(status(page)).to_contain_text("There are 0 points", timeout=SLOW)


def test_a_step_sets_the_game_and_what_cannot_be_is_said(visit):
    page = at_game(visit, "/gan?tab=inside&game=collapse")
    expect(page.locator("#game-board .watch")).to_contain_text("three times as fast", timeout=SLOW)
    expect(page.locator("#game-preset").get_by_label("Mode collapse")).to_be_checked()
    page.get_by_role("button", name="2 A judge who is too sure").click()
    expect(page.locator("#game-preset").get_by_label("D too strong")).to_be_checked(timeout=SLOW)
    expect(page.locator("#game-board .watch")).to_contain_text("ten times", timeout=SLOW)
    page.locator("#game-rules > button").click()
    field = page.get_by_label("D: or type one")
    field.fill("-3")
    field.press("Tab")
    until(lambda: any("'learning rate' must be a number" in m for m in messages(page)), "the sentence", 60)
    field.fill("0")
    field.press("Tab")
    expect(page.locator("#game-board .says")).to_contain_text("The learning rate of D is 0", timeout=SLOW)


def test_in_chinese_on_a_small_screen(visit):
    page = at_game(visit, "/gan?tab=inside&lang=zh", viewport={"width": 390, "height": 844})
    expect(status(page)).to_contain_text("按“开始”", timeout=SLOW)
    press(page, "D 走一步")
    until(lambda: turns(page) == [1, 0], "D's turn", 60)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
