"""Train it live on the RNN's page, in a real browser: a memory gets ahead, a writer learns, bad input is said; and what scripts get."""

import base64
import io
import json
import re

import numpy as np
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from PIL import Image
from playwright.sync_api import expect
from screen import messages, until

SLOW = 240_000  # milliseconds: the machine may be busy


class Trainer:
    """One of the two kinds on a page: its widgets by their ids."""

    def __init__(self, page, kind="clips"):
        self.page, self.id = page, "live" if kind == "clips" else "live-pixels"
        if kind == "pixels":
            page.locator("#live-kinds").get_by_role("tab").nth(1).click()
        self.set, self.board = page.locator(f"#{self.id}-set"), page.locator(f"#{self.id}-board")
        self.board.evaluate("board => board.scrollIntoView()", timeout=SLOW)  # on a small screen it is below the settings
        self.board.locator(".charts svg").first.wait_for(timeout=SLOW)
        self.status = self.board.locator(".board-live > .status")

    def press(self, name):
        self.page.locator(f"#{self.id}-buttons").get_by_role("button", name=name, exact=True).click()

    def type(self, label, value):
        field = self.set.get_by_label(label).first
        field.fill(str(value))
        field.press("Tab")

    def number(self, name) -> float:
        text = self.board.locator(".numbers div").filter(has=self.page.get_by_text(name, exact=True)).locator("dd").inner_text()
        return float(re.match(r"[-+\d.,]+", text.replace("−", "-"))[0].replace(",", ""))

    def picture(self, selector) -> np.ndarray:
        source = self.board.locator(selector).get_attribute("src")
        return np.asarray(Image.open(io.BytesIO(base64.b64decode(source.partition("base64,")[2]))).convert("RGB")).astype(float)


def canvas(page, kind) -> np.ndarray:
    data = page.evaluate(
        """(kind) => { const c = document.querySelector(`.clip-live [data-kind=${kind}] canvas`);
        return [c.width, c.height, Array.from(c.getContext('2d').getImageData(0, 0, c.width, c.height).data)]; }""", kind,
    )  # fmt: skip
    return np.array(data[2]).reshape(data[1], data[0], 4)[..., :3]


def test_a_memory_gets_ahead_and_its_clips_play(visit):
    page = visit("/rnn?tab=live", reduced_motion="reduce")
    t = Trainer(page)
    expect(t.status).to_contain_text("Nothing is trained yet")
    assert page.locator(".clip-live .clip-bar button").inner_text() == "Play"  # who wants less motion starts it
    until(lambda: canvas(page, "truth").any() and canvas(page, "memory").shape == (32, 100, 3))
    before = canvas(page, "memory")
    t.type("number input for Updates", 60)
    t.press("Train")
    expect(t.status).to_contain_text("Done: 60 updates", timeout=SLOW)
    until(lambda: (canvas(page, "memory") != before).any())
    truth, memory, damaged = (canvas(page, kind).astype(float) for kind in ("truth", "memory", "damaged"))
    assert np.abs(memory - truth).mean() < np.abs(damaged - truth).mean() / 2
    assert t.number("The memory is worth") > 0.7 and t.number("With memory") > t.number("Mean of the last 5 frames") + 3
    expect(t.board.locator(".says")).to_contain_text(re.compile(r"The memory is worth \d\.\d dB"))
    expect(t.board.locator("table")).to_contain_text("digits, speed 1, σ 200, width 16, rate 0.005, 60 updates")
    assert t.board.locator(".clip-curves > svg path.line").count() == 4 and t.board.locator(".charts svg[role=img]").count() == 2
    page.locator(".clip-live .clip-player").press("End")
    expect(page.locator(".clip-live .clip-bar output")).to_have_text("Frame 10 of 10")
    assert "NaN" not in t.board.inner_html()


def test_it_plays_by_itself_and_steps_pause_and_the_run_before(visit):
    page = visit("/rnn?tab=live")
    t = Trainer(page)
    expect(page.locator(".clip-live .clip-bar button")).to_have_text("Pause")
    t.press("One step")
    expect(t.status).to_contain_text("Paused after 1 of 600", timeout=SLOW)
    t.press("Go on")
    until(lambda: t.number("Update") > 2, "it goes on", 120)
    Trainer(page, "pixels")  # what nobody looks at is paused
    page.locator("#live-kinds").get_by_role("tab").nth(0).click()
    expect(t.status).to_contain_text("Paused after", timeout=SLOW)
    t.press("Stop")
    expect(t.status).to_contain_text("Stopped after", timeout=SLOW)
    t.set.get_by_role("radio", name="8", exact=True).check()
    t.type("number input for Updates", 20)
    t.press("Train")
    expect(t.status).to_contain_text("Done: 20 updates", timeout=SLOW)
    expect(t.board.locator("table")).to_contain_text("width 16")
    expect(t.board.locator(".legend").nth(1)).to_contain_text("Run before: width 16, rate 0.005")


def test_a_writer_learns(visit):
    t = Trainer(visit("/rnn?tab=live"), "pixels")
    noise = t.picture("img.nothing")
    assert noise.shape == (28, 178, 3) and t.number("Nats, held out") > 500
    t.type("number input for Updates", 30)
    t.press("Train")
    expect(t.status).to_contain_text("Done: 30 updates", timeout=SLOW)
    assert t.number("Nats, held out") < t.number("Each pixel's mean")
    made, completed, truth = (t.picture(f"img.{name}") for name in ("nothing", "completed", "truth"))
    assert made[:, :28].mean() < noise[:, :28].mean() - 10 and np.array_equal(completed[:14], truth[:14])
    expect(t.board.locator(".says")).to_contain_text("it does better than the mean of each pixel")


def test_what_cannot_be_gets_a_sentence(visit):
    page = visit("/rnn?tab=live")
    t = Trainer(page)
    t.type("or type one", -3)
    t.press("Train")
    until(lambda: any("'learning rate' must be a number from 0 to 10" in m for m in messages(page)), "the sentence", 60)
    expect(t.status).to_contain_text("Nothing is trained yet")
    t.type("or type one", 1)
    t.press("Train")
    expect(t.status).to_contain_text("Take a tenth of it and train again", timeout=SLOW)
    assert "NaN" not in t.board.inner_html() and "Infinity" not in t.board.inner_html()


def test_in_chinese_on_a_small_dark_screen(visit):
    page = visit("/zh-rnn?tab=live", viewport={"width": 390, "height": 844}, color_scheme="dark")
    t = Trainer(page)
    t.press("走一步")
    expect(t.status).to_contain_text("已暂停：完成 1 / 600 次更新", timeout=SLOW)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    Trainer(page, "pixels")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_script_trains(app):
    client = Client(app.url, verbose=False)
    strip, rows, facts = client.predict(steps=20, width=8, api_name="/train_rnn")
    assert Image.open(strip).size == (320, 128) and Image.open(strip).format == "PNG" and facts["state"] == "done"
    last = [r for r in rows if r["split"] == "val"][-1]
    assert last["step"] == 20 and len(last["frames"]["memory"]) == 10 and facts["mean"] > facts["damaged"]
    _, again, _ = client.predict(steps=20, width=8, api_name="/train_rnn")
    assert [r["loss"] for r in rows] == [r["loss"] for r in again] and json.dumps(rows)
    sheet, rows, facts = client.predict(kind="pixels", steps=20, lr=0.01, api_name="/train_rnn")
    assert Image.open(sheet).size == (178, 84) and rows[-1]["loss"] < 400 and facts["coin"] == pytest.approx(543.43, abs=0.01)
    picture, _, facts = client.predict(lr=1, steps=20, api_name="/train_rnn", lang="zh")
    assert picture is None and facts["state"] == "diverged" and re.search("发散|不再是数值", facts["problem"])
    wrongs = {"clips, pixels": {"kind": "x"}, "bars": {"shapes": "cats"}, "from 0 to 3": {"speed": 9}, "8, 16, 24": {"width": 5}}
    for words, wrong in wrongs.items():
        with pytest.raises(AppError, match=words):
            client.predict(**wrong, api_name="/train_rnn")
