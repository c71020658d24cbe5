"""Undo, in a real browser: the last change of the damage is taken back, and the link follows."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect
from screen import messages, slider, until
from walk import opened


def query(page) -> dict:
    return {key: values[0] for key, values in parse_qs(urlsplit(page.evaluate("location.href")).query).items()}


def reads(page, **wanted) -> None:
    """Waits until the link says so; None: it does not name that, which is at its default then."""
    until(lambda: all(query(page).get(key) == value for key, value in wanted.items()), f"the link says {wanted}", 40)


def test_changes_are_taken_back_one_by_one(visit):
    page = opened(visit, "cnn", "en")
    undo = page.locator("#undo")
    expect(undo).to_be_disabled()
    box = slider(page).bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.25, middle)
    page.mouse.down()
    for k in range(4, 13):
        page.mouse.move(box["x"] + box["width"] * 0.05 * k, middle)
        page.wait_for_timeout(50)
    page.mouse.up()  # one drag is one change
    until(lambda: "damage" in query(page), "the drag came")
    page.wait_for_timeout(2000)
    dragged = query(page)["damage"]
    page.get_by_role("button", name="+ another damage").click()
    until(lambda: "jpeg" in query(page)["damage"])
    page.locator("#seed input").fill("7")
    reads(page, seed="7")
    page.get_by_role("radio", name="cup").first.check()  # the picture stays when the damage is taken back
    until(lambda: "picture" in query(page))
    picture = query(page)["picture"]
    undo.click()
    reads(page, seed=None)
    undo.click()
    reads(page, damage=dragged)
    expect(page.locator("#steps > .damage-step:visible")).to_have_count(1)
    undo.click()
    reads(page, damage=None, picture=picture)
    expect(undo).to_be_disabled()
    assert slider(page).input_value() == "25" and messages(page) == []


def test_the_key_takes_back_but_not_where_something_is_written(visit):
    page = opened(visit, "vae", "en")
    slider(page).focus()
    page.keyboard.press("ArrowRight")
    until(lambda: "damage" in query(page))
    changed = query(page)["damage"]
    field = page.locator("#steps .damage-step input[type=number]:visible").first
    field.focus()
    page.keyboard.press("Control+z")  # the browser's own, for what was typed
    page.wait_for_timeout(1500)
    assert query(page)["damage"] == changed
    slider(page).focus()
    page.keyboard.press("Control+z")
    reads(page, damage=None)


@pytest.mark.parametrize("family", ("gan", "rnn"))
def test_while_a_repair_runs(visit, family):
    """It ends the run, as moving a control does."""
    page = opened(visit, family, "en")
    page.locator("#seed input").fill("11")
    reads(page, seed="11")
    page.locator("#go").click()
    page.locator("#undo").click()
    reads(page, seed=None)
    expect(page.locator("#undo")).to_be_disabled()
    expect(page.locator(".status.running:visible")).to_have_count(0)
    assert messages(page) == []


def test_a_step_of_the_lesson_begins_anew(visit):
    page = opened(visit, "vae", "en", "&seed=3")
    expect(page.locator("#undo")).to_be_disabled()
    slider(page).focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#undo")).to_be_enabled()
    page.locator("#lesson .try-button:visible").first.click()
    expect(page.locator("#undo")).to_be_disabled()
