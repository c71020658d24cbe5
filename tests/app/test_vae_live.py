"""Train it live on the VAE's page, in a real browser: a map unfolds, a place of it is what the decoder says, bad input is said."""

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

SLOW = 180_000  # milliseconds: the machine may be busy


def at_map(visit, path="/vae?tab=live", **context):
    page = visit(path, **context)
    page.locator("#live-board").evaluate("board => board.scrollIntoView()")  # on a small screen it is below the settings
    page.locator("#live-board .charts svg").first.wait_for(timeout=SLOW)
    return page


def press(page, name):
    page.locator("#live-buttons").get_by_role("button", name=name, exact=True).click()


def status(page):
    return page.locator("#live-board .map-live > .status")


def number(page, name) -> float:
    text = page.locator("#live-board .numbers div").filter(has=page.get_by_text(name, exact=True)).locator("dd").inner_text()
    return float(re.match(r"[-\d.,e+]+", text)[0].replace(",", ""))


def set_number(page, label, value, nth=0):
    field = page.locator("#live-set").get_by_label(label).nth(nth)
    field.fill(str(value))
    field.press("Tab")


def data(page, selector) -> np.ndarray:
    source = page.locator(selector).get_attribute("src")
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(source.partition("base64,")[2]))))


def pixels(page, selector) -> np.ndarray:
    """What a canvas shows, (H, W, 3)."""
    url = page.locator(selector).evaluate("(canvas) => canvas.toDataURL()")
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(url.partition("base64,")[2]))).convert("RGB"))


def test_the_map_unfolds_and_a_click_decodes(visit):
    page = at_map(visit)
    expect(status(page)).to_contain_text("Nothing is trained yet")
    heap, asked = pixels(page, "canvas.codes"), page.locator("img.chosen")
    before = number(page, "Known by 5 neighbours")
    set_number(page, "number input for Updates", 400)
    press(page, "Train")
    expect(status(page)).to_have_text("Training …", timeout=SLOW)
    until(lambda: number(page, "Update") > 0, "the first updates", 120)
    expect(status(page)).to_contain_text("Done: 400 updates", timeout=SLOW)
    said = page.locator("#live-board .says")
    expect(said).to_contain_text(re.compile(r"After 400 updates .* name \d+ % of the 400 held-out digits rightly; blind guessing"))
    expect(said).to_contain_text("2 of 2")
    assert number(page, "Known by 5 neighbours") > max(60, before + 10) and number(page, "Blind guessing") == 10
    assert (pixels(page, "canvas.codes") != heap).mean() > 0.02
    assert page.locator("#live-board .charts svg[role=img]").count() == 3
    assert "NaN" not in page.locator("#live-board").inner_html()
    assert page.locator("#live-board table tbody tr").count() == 7
    # the cell of the grid under a click is the picture of that place
    canvas = page.locator("canvas.decoded")
    box, reach = canvas.bounding_box(), float(page.locator("canvas.codes").get_attribute("data-reach"))
    first = asked.get_attribute("src")
    row, column = 2, 8
    grid = page.evaluate("""async (side) => {
      const value = document.querySelector('canvas.decoded'), small = document.createElement('canvas');
      small.width = small.height = side;
      small.getContext('2d').drawImage(value, 0, 0, side, side);
      return small.toDataURL();
    }""", 12 * 28)  # fmt: skip
    canvas.click(position={"x": (column + 0.5) * box["width"] / 12, "y": (row + 0.5) * box["height"] / 12})
    until(lambda: asked.get_attribute("src") != first, "the picture of the place", 60)
    x, y = -reach + (column + 0.5) * reach / 6, reach - (row + 0.5) * reach / 6
    at = re.search(r"\((.+), (.+)\)", page.locator(".about-place").inner_text().replace("−", "-"))
    assert [float(v) for v in at.groups()] == pytest.approx([x, y], abs=0.03 * reach)
    shown = np.asarray(Image.open(io.BytesIO(base64.b64decode(grid.partition("base64,")[2]))).convert("L")).astype(float)
    there = shown[row * 28 : row * 28 + 28, column * 28 : column * 28 + 28]
    assert np.corrcoef(there.ravel(), data(page, "img.chosen").astype(float).ravel())[0, 1] > 0.9
    page.locator("canvas.codes").focus()
    said = page.locator(".about-place").inner_text()
    page.keyboard.press("ArrowLeft")
    until(lambda: page.locator(".about-place").inner_text() != said, "the next place", 60)


def test_pause_one_step_stop_and_the_run_before(visit):
    page = at_map(visit)
    press(page, "One step")
    expect(status(page)).to_contain_text("Paused after 1 of 3000", timeout=SLOW)
    press(page, "One step")
    expect(status(page)).to_contain_text("Paused after 2 of 3000", timeout=SLOW)
    press(page, "Go on")
    until(lambda: number(page, "Update") > 20, "it goes on", 120)
    press(page, "Stop")
    expect(status(page)).to_contain_text("Stopped after", timeout=SLOW)
    page.locator("#live-set").get_by_role("radio", name="8", exact=True).check()
    page.locator("#live-set").get_by_role("radio", name="4", exact=True).first.check()
    set_number(page, "number input for Updates", 50)
    press(page, "Train")
    expect(status(page)).to_contain_text("Done: 50 updates", timeout=SLOW)
    expect(page.locator(".map-note")).to_contain_text(re.compile(r"8 dimensions.*principal components.*\d+ % of their variance"))
    expect(page.locator("#live-board table")).to_contain_text("β 4, 8 dimensions")
    expect(page.locator("#live-board .legend").first).to_contain_text("Run before: β 1, 2 dimensions")


def test_what_cannot_be_gets_a_sentence(visit):
    page = at_map(visit)
    set_number(page, "or type one", 21)
    press(page, "Train")
    until(lambda: any("'beta' must be a number from 0 to 20" in m for m in messages(page)), "the sentence", 60)
    set_number(page, "or type one", 1)
    set_number(page, "or type one", -3, nth=1)
    press(page, "Train")
    until(lambda: any("'learning rate' must be a number" in m for m in messages(page)), "the sentence", 60)
    expect(status(page)).to_contain_text("Nothing is trained yet")
    set_number(page, "or type one", 1, nth=1)
    press(page, "Train")
    expect(status(page)).to_contain_text("The training diverged", timeout=SLOW)
    assert "NaN" not in page.locator("#live-board").inner_html() and "Infinity" not in page.locator("#live-board").inner_html()
    set_number(page, "or type one", 0.003, nth=1)
    press(page, "Train")
    expect(status(page)).to_have_text("Training …", timeout=SLOW)
    press(page, "Train")
    until(lambda: any("one at a time" in m for m in messages(page)), "the sentence", 60)
    press(page, "Stop")
    expect(status(page)).to_contain_text("Stopped after", timeout=SLOW)


def test_in_chinese_on_a_small_screen(visit):
    page = at_map(visit, "/zh-vae?tab=live", viewport={"width": 390, "height": 844})
    press(page, "走一步")
    expect(status(page)).to_contain_text("已暂停：完成 1 / 3000 次更新", timeout=SLOW)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert page.locator("canvas.codes").bounding_box()["width"] <= 390


def test_a_script_trains_a_map(app):
    client = Client(app.url, verbose=False)
    rows, facts = client.predict(steps=100, api_name="/train_vae")
    assert facts["state"] == "done" and facts["guess"] == 0.1 and len(facts["codes"]) == len(facts["labels"]) == 400
    last = [r for r in rows if r["split"] == "val"][-1]
    assert last["step"] == 100 and last["nelbo"] == pytest.approx(last["reconstruction"] + last["kl"]) and last["nelbo"] < rows[0]["nelbo"]
    again, _ = client.predict(steps=100, api_name="/train_vae")
    assert [r["loss"] for r in rows] == [r["loss"] for r in again] and json.dumps(rows)
    _, facts = client.predict(steps=50, digits="49", latent=4, api_name="/train_vae")
    assert facts["guess"] == 0.5 and set(facts["labels"]) == {4, 9} and len(facts["codes"][0]) == 4
    _, facts = client.predict(lr=1, steps=50, api_name="/train_vae", lang="zh")
    assert facts["state"] == "diverged" and "发散" in facts["problem"]
    for words, wrong in {"beta": {"beta": -1}, "2, 3, 4, 8, 16": {"latent": 5}, "two different": {"digits": "7"}}.items():
        with pytest.raises(AppError, match=words):
            client.predict(**wrong, api_name="/train_vae")
