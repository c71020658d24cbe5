"""Train it live, in a real browser: a run to its end, its buttons, bad input, visitors at once, and one who leaves."""

import re
import time

import numpy as np
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from PIL import Image
from playwright.sync_api import expect
from screen import messages, ready, send, slider, until


def at_live(visit, query="", **context):
    page = visit(f"/?tab=live{query}", **context)
    page.locator("#live-board svg").first.wait_for()
    return page


def press(page, name):
    page.locator("#live-buttons").get_by_role("button", name=name, exact=True).click()


def status(page):
    return page.locator("#live-board .status")


def number(page, name) -> float:
    text = page.locator("#live-board .numbers div").filter(has=page.get_by_text(name, exact=True)).locator("dd").inner_text()
    return float(re.match(r"[-\d.,e+]+", text)[0].replace(",", ""))


def updates(page) -> int:
    return int(number(page, "Update"))


def set_number(page, label, value):
    field = page.locator("#live-set").get_by_label(label).first
    field.fill(str(value))
    field.press("Tab")


def small(page, steps=50):
    """Settings for a run of a few seconds."""
    set_number(page, "number input for Updates", steps)
    return page


def points(page, kind) -> list:
    """The points of a line, as the browser draws it."""
    text = page.locator(f"#live-board polyline.{kind}").first.get_attribute("points")
    return [tuple(map(float, p.split(","))) for p in text.split()]


def test_a_run_to_its_end(visit):
    page = small(at_live(visit), 150)
    expect(status(page)).to_contain_text("Nothing is trained yet")
    assert page.locator("#live-board .figures img").count() == 4
    assert number(page, "Median filter") == pytest.approx(27.6, abs=0.1)
    untrained = page.locator("#live-board .figures img").nth(2).get_attribute("src")
    press(page, "Train")
    expect(status(page)).to_have_text("Training …")
    until(lambda: updates(page) > 0, "the first updates")
    expect(status(page)).to_contain_text("Done: 150 updates", timeout=90_000)
    expect(page.locator("#live-board .verdict")).to_contain_text(re.compile(r"After \d+ updates .* it passed the median filter"))
    assert number(page, "PSNR, held out") > 28 and updates(page) == 150
    line = points(page, "val")
    assert len(line) == 16 and line == sorted(line) and line[-1][1] < line[0][1]  # rising, on a screen
    assert len(points(page, "train")) == 150
    assert page.locator("#live-board .figures img").nth(2).get_attribute("src") != untrained
    held, seen = page.locator("#live-board table thead th").all_inner_texts()[1:]
    assert "held out" in held.lower() and "trained on" in seen.lower()
    for image in page.locator("#live-board img").all():
        assert image.get_attribute("alt")
    assert "28" in page.locator("#live-board svg[role=img]").nth(1).get_attribute("aria-label")


def test_pause_one_step_go_on_stop_and_the_same_again(visit):
    page = at_live(visit)
    press(page, "One step")  # the first update may be a single one
    expect(status(page)).to_contain_text("Paused after 1 of 800")
    press(page, "One step")
    expect(status(page)).to_contain_text("Paused after 2 of 800")
    until(lambda: len(points(page, "val")) == 3, "a score for each single step")
    press(page, "Go on")
    until(lambda: updates(page) > 20, "it goes on", 60)
    press(page, "Pause")
    expect(status(page)).to_contain_text("Paused after")
    paused = updates(page)
    time.sleep(1)
    assert updates(page) == paused
    press(page, "One step")
    expect(status(page)).to_contain_text(f"Paused after {paused + 1} of")
    press(page, "Stop")
    expect(status(page)).to_contain_text(f"Stopped after {paused + 1} updates")
    expect(page.locator("#live-board .verdict")).to_be_visible()


def test_the_same_seed_again_is_the_same_run(visit):
    page = small(at_live(visit))
    press(page, "Train")
    expect(status(page)).to_contain_text("Done: 50 updates", timeout=60_000)
    seen = [number(page, "Loss"), number(page, "PSNR, held out")]
    press(page, "Restart, same seed")
    expect(page.locator("#live-board .legend").first).to_contain_text("Run before: Residual, rate 0.002")
    expect(status(page)).to_contain_text("Done: 50 updates", timeout=60_000)
    assert [number(page, "Loss"), number(page, "PSNR, held out")] == seen
    assert points(page, "train") == points(page, "previous")


def test_a_learning_rate_that_diverges_is_said(visit):
    page = at_live(visit)
    set_number(page, "or type one", 1)
    expect(page.locator("#live-set").get_by_role("radio", name="1", exact=True)).to_be_checked()
    press(page, "Train")
    expect(status(page)).to_contain_text("The training diverged")
    expect(status(page)).to_contain_text("Take a tenth")
    assert "NaN" not in page.locator("#live-board").inner_html() and "Infinity" not in page.locator("#live-board").inner_html()
    expect(page.get_by_role("button", name="Use it in Restore")).to_be_disabled()
    page.locator("#live-set").get_by_role("radio", name="0.002").check()  # and the panel goes on working
    small(page)
    press(page, "Train")
    expect(status(page)).to_contain_text("Done: 50 updates", timeout=60_000)


def test_wrong_numbers_and_a_second_training_get_a_sentence(visit):
    page = at_live(visit)
    set_number(page, "or type one", -3)
    press(page, "Train")
    until(lambda: any("'learning rate' must be a number" in m for m in messages(page)), "the sentence")
    set_number(page, "or type one", "")
    press(page, "One step")
    until(lambda: len(messages(page)) == 2, "the sentence")
    expect(status(page)).to_contain_text("Nothing is trained yet")
    set_number(page, "or type one", 0.002)
    press(page, "Train")
    expect(status(page)).to_have_text("Training …")
    press(page, "Train")
    until(lambda: any("one at a time" in m for m in messages(page)), "the sentence")
    until(lambda: updates(page) > 30, "the first goes on", 60)
    press(page, "Stop")
    expect(status(page)).to_contain_text("Stopped after")


def test_a_photo_of_one_s_own(visit, tmp_path):
    page = visit()
    ready(page)
    page.get_by_role("tab", name="Train it live").click()
    small(page)

    def train_on(choice):
        page.locator("#live-set").get_by_label("Train on").click()
        page.get_by_role("option", name=choice).click()
        press(page, "Train")

    train_on("Your photo in the lab")
    until(lambda: any("no photo of yours" in m for m in messages(page)), "the sentence")
    Image.fromarray(np.random.default_rng(0).integers(0, 255, (2000, 2000, 3), dtype=np.uint8)).save(tmp_path / "large.png")
    page.get_by_role("tab", name="Restore").click()
    page.get_by_role("radio", name="Full size").check()
    send(page, tmp_path / "large.png")
    expect(page.locator("#scores .notes")).not_to_contain_text("Stefan", timeout=60_000)
    page.get_by_role("tab", name="Train it live").click()
    press(page, "Train")
    expect(status(page)).to_contain_text("Done: 50 updates", timeout=90_000)
    expect(page.locator("#live-board .notes")).to_contain_text("2000 x 2000 pixels; what is trained on is its middle, 1024 x 1024")
    expect(page.locator("#live-board table")).to_contain_text("Your photo (trained on)")
    expect(page.locator("#live-board table")).to_contain_text("Cat (held out)")


def test_visitors_at_once_each_see_their_own_and_the_third_waits(visit, app):
    first, second = (at_live(visit) for _ in range(2))
    others = []
    for page in (first, second):
        set_number(page, "number input for Updates", 3000)
        press(page, "Train")
        expect(status(page)).to_have_text("Training …", timeout=60_000)
    set_number(first, "seed", 1)
    while not others or "number 1 in the queue" not in status(others[-1]).inner_text():  # as many as the machine has places for
        assert len(others) < 8
        others.append(at_live(visit))
        set_number(others[-1], "number input for Updates", 3000)
        press(others[-1], "Train")
        expect(status(others[-1])).to_have_text(re.compile("Training …|number 1 in the queue"), timeout=60_000)
    waiting = others[-1]
    expect(status(waiting)).to_contain_text(re.compile(r"places are taken. You are number 1 in the queue; about \d+ s"))
    waiting.get_by_role("tab", name="Restore").click()  # it can use the other panels meanwhile
    slider(waiting).press("ArrowRight")
    expect(waiting.locator("#scores .status")).to_contain_text("not been mended")
    waiting.get_by_role("button", name="Restore", exact=True).click()
    ready(waiting)
    waiting.get_by_role("tab", name="Train it live").click()
    second.close()  # somebody leaves: the next one comes in
    expect(status(waiting)).to_have_text("Training …", timeout=5_000)
    assert updates(first) > updates(waiting)
    for page in (first, *others):
        press(page, "Stop")
        expect(status(page)).to_contain_text("Stopped after")


def test_leaving_the_page_stops_the_training(visit, app):
    def busy(seconds=2):
        before = app.process.cpu_times().user
        time.sleep(seconds)
        return (app.process.cpu_times().user - before) / seconds

    page = at_live(visit)
    set_number(page, "number input for Updates", 3000)
    rest = min(busy() for _ in range(3))  # with many visitors behind it, an app uses a tenth of a slow core
    press(page, "Train")
    until(lambda: updates(page) > 5, "it trains", 60)
    training = busy() - rest
    page.close()
    until(lambda: busy() - rest < training / 3, f"at rest again, as before a training that took {training:.0%} of a core", 15)


def test_the_network_mends_in_restore(visit):
    page = small(at_live(visit), 100)
    expect(page.get_by_role("button", name="Use it in Restore")).to_be_disabled()
    press(page, "Train")
    expect(status(page)).to_contain_text("Done: 100 updates", timeout=60_000)
    seen = number(page, "PSNR, held out")
    press(page, "Use it in Restore")
    expect(page.get_by_role("tab", name="Restore")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#scores tr.network")).to_contain_text("Your own network", timeout=60_000)
    expect(page.locator("#scores .verdict")).to_be_visible(timeout=60_000)
    mended = float(page.locator("#scores tr.network td").first.inner_text().split()[0])
    assert mended == pytest.approx(seen, abs=0.3)  # the same picture, other noise, rounded to 8 bits
    expect(page.locator("#scores .notes")).to_contain_text("Your network learned for 100 updates, from Gaussian noise of sigma 25")
    assert page.locator("#steps").get_by_label("Network").input_value() == "Your network, 100 updates"
    page.get_by_role("tab", name="Look inside").click()
    page.locator("#inside-pixel").scroll_into_view_if_needed()
    expect(page.locator("#pixel")).to_contain_text("the network chosen under Restore is your own")
    page.get_by_role("tab", name="Loss curves").click()
    expect(page.locator("#curves")).to_contain_text("in the panel 'Train it live'")
    assert "model=own" in page.url
    other = visit("/?model=own")
    until(lambda: any("made with a network that its author trained" in m for m in messages(other)), "the sentence")
    ready(other)


def test_in_chinese_on_a_small_screen(visit):
    page = at_live(visit, "&lang=zh", viewport={"width": 390, "height": 844})
    page.locator("#live-buttons").get_by_role("button", name="走一步").click()
    expect(status(page)).to_contain_text("已暂停：完成 1 / 800 次更新")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert page.locator("#live-board svg[role=img]").first.bounding_box()["width"] <= 390


def test_a_script_trains(app):
    client = Client(app.url, verbose=False)
    rows, facts = client.predict(steps=50, picture="coins", api_name="/train")
    assert facts["state"] == "done" and facts["held_out"] == "cat" and facts["median"] > facts["damaged"] + 4
    assert [r["step"] for r in rows if r["split"] == "train"] == list(range(1, 51))
    again, _ = client.predict(steps=50, picture="coins", api_name="/train")
    assert [r["loss"] for r in rows] == [r["loss"] for r in again]
    _, facts = client.predict(lr=1, steps=50, api_name="/train", lang="zh")
    assert facts["state"] == "diverged" and "发散" in facts["problem"]
    refused = {"learning rate": {"lr": 0}, "50 to 3000": {"steps": 10**6}, "photo": {"picture": "own"}, "no block": {"block": "x"}}
    for words, wrong in refused.items():
        with pytest.raises(AppError, match=words):
            client.predict(**wrong, api_name="/train")
