"""Train it live on the GAN's page, in a real browser: shapes come, both players are followed, bad input is said; and what scripts get."""

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


def at_game(visit, path="/gan?tab=live", **context):
    page = visit(path, **context)
    page.locator("#live-board").evaluate("board => board.scrollIntoView()")  # on a small screen it is below the settings
    page.locator("#live-board .charts svg").first.wait_for(timeout=SLOW)
    return page


def press(page, name):
    page.locator("#live-buttons").get_by_role("button", name=name, exact=True).click()


def choose(page, name, nth=0):
    page.locator("#live-set").get_by_role("radio", name=name, exact=True).nth(nth).check()


def status(page):
    return page.locator("#live-board .gan-live > .status")


def number(page, name) -> float:
    text = page.locator("#live-board .numbers div").filter(has=page.get_by_text(name, exact=True)).locator("dd").inner_text()
    return float(re.match(r"[-\d.,e+]+", text)[0].replace(",", ""))


def set_number(page, label, value, nth=0):
    field = page.locator("#live-set").get_by_label(label).nth(nth)
    field.fill(str(value))
    field.press("Tab")


def picture(page, selector) -> np.ndarray:
    source = page.locator(selector).get_attribute("src")
    assert source.startswith("data:image/png")
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(source.partition("base64,")[2])))).astype(float)


def test_shapes_come(visit):
    page = at_game(visit)
    expect(status(page)).to_contain_text("Nothing is trained yet")
    noise = picture(page, "img.made")
    assert noise.shape == (168, 168, 3) and number(page, "Legible") == 0
    set_number(page, "number input for Updates", 150)
    press(page, "Train")
    expect(status(page)).to_have_text("Training …", timeout=SLOW)
    until(lambda: 0 < number(page, "Update") < 150 and (picture(page, "img.made") != noise).any(), "a picture on the way", 120)
    expect(status(page)).to_contain_text("Done: 150 updates", timeout=SLOW)
    made, real = picture(page, "img.made"), picture(page, "img.real")
    assert noise.mean() > 100 and abs(made.mean() - real.mean()) < 20  # as much ink as in digits
    said = page.locator("#live-board .says")
    expect(said).to_contain_text(re.compile(r"After 150 updates .* picks the real one in (only )?\d+ % of cases \(guessing: 50 %\)"))
    expect(said).to_contain_text(re.compile(r"Of 256 made digits the classifier is sure of \d+ % \(of real ones: 9\d %\)"))
    expect(said).to_contain_text("held-out ones")
    assert page.locator("#live-board .charts svg[role=img]").count() == 3
    legend = page.locator("#live-board .charts .legend").all_inner_texts()
    assert "D, if it can only guess: 1.39" in legend[0] and "G, against such a D: 0.69" in legend[0] and "D(G(z)), made" in legend[1]
    colours = [page.locator(f"#live-board .charts polyline.player-{p}").first.evaluate("l => getComputedStyle(l).stroke") for p in "dg"]
    assert colours[0] != colours[1]
    assert "NaN" not in page.locator("#live-board").inner_html()


def test_pause_one_step_stop_and_the_run_before(visit):
    page = at_game(visit)
    press(page, "One step")
    expect(status(page)).to_contain_text("Paused after 1 of 1500", timeout=SLOW)
    press(page, "One step")
    expect(status(page)).to_contain_text("Paused after 2 of 1500", timeout=SLOW)
    press(page, "Go on")
    until(lambda: number(page, "Update") > 10, "it goes on", 120)
    press(page, "Stop")
    expect(status(page)).to_contain_text("Stopped after", timeout=SLOW)
    choose(page, "least squares")
    choose(page, "0.001")
    set_number(page, "number input for Updates", 50)
    press(page, "Train")
    expect(status(page)).to_contain_text("Done: 50 updates", timeout=SLOW)
    table = page.locator("#live-board table")
    expect(table).to_contain_text("digits, least squares, rate 0.001, beta1 0.5, 50 updates")
    expect(table).to_contain_text("digits, non-saturating, rate 0.002")
    expect(page.locator("#live-board .legend").nth(2)).to_contain_text("run before: non-saturating, rate 0.002")
    expect(page.locator("#live-board .notes")).to_contain_text("1 for real and 0 for made")


def test_emoji_are_few_and_that_is_said(visit):
    page = at_game(visit)
    choose(page, "24 emoji")
    set_number(page, "number input for Updates", 50)
    press(page, "Train")
    expect(status(page)).to_contain_text("Done: 50 updates", timeout=SLOW)
    assert picture(page, "img.made").shape == (192, 192, 3) and picture(page, "img.real").shape == (128, 192, 3)
    expect(page.locator("#live-board .says")).to_contain_text(re.compile(r"nearest training picture it is \d+ of 255"))
    expect(page.locator("#live-board .notes")).to_contain_text("far too few for a GAN")


def test_what_cannot_be_gets_a_sentence(visit):
    page = at_game(visit)
    set_number(page, "or type one", -3)
    press(page, "Train")
    until(lambda: any("'learning rate' must be a number from 0 to 10" in m for m in messages(page)), "the sentence", 60)
    expect(status(page)).to_contain_text("Nothing is trained yet")
    set_number(page, "or type one", 1)
    press(page, "Train")
    expect(status(page)).to_contain_text("Take a tenth of it and train again", timeout=SLOW)
    assert "NaN" not in page.locator("#live-board").inner_html() and "Infinity" not in page.locator("#live-board").inner_html()
    set_number(page, "or type one", 0)
    set_number(page, "number input for Updates", 50)
    press(page, "Train")
    expect(page.locator("#live-board .says")).to_contain_text("With a learning rate of 0 nothing is learned", timeout=SLOW)
    set_number(page, "or type one", 0.002)
    set_number(page, "number input for Updates", 5000)
    press(page, "Train")
    expect(status(page)).to_have_text("Training …", timeout=SLOW)
    press(page, "Train")
    until(lambda: any("one at a time" in m for m in messages(page)), "the sentence", 60)
    press(page, "Stop")
    expect(status(page)).to_contain_text("Stopped after", timeout=SLOW)


def test_in_chinese_on_a_small_screen(visit):
    page = at_game(visit, "/zh-gan?tab=live", viewport={"width": 390, "height": 844})
    press(page, "走一步")
    expect(status(page)).to_contain_text("已暂停：完成 1 / 1500 次更新", timeout=SLOW)
    expect(page.locator("#live-board .says")).to_contain_text("真图")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert page.locator("img.made").bounding_box()["width"] <= 390


def test_a_script_trains_a_gan(app):
    client = Client(app.url, verbose=False)
    sheet, rows, facts = client.predict(steps=50, api_name="/train_gan")
    assert Image.open(sheet).size == (168, 168) and Image.open(sheet).format == "PNG"
    assert facts["state"] == "done" and len(facts["counts"]) == 10 and facts["sure"] > 0.9
    last = [r for r in rows if r["split"] == "val"][-1]
    assert last["step"] == 50 and 0 <= last["told"] <= 1 and last["sure"] == pytest.approx(sum(facts["counts"]) / 256)
    _, again, _ = client.predict(steps=50, api_name="/train_gan")
    assert [r["loss"] for r in rows] == [r["loss"] for r in again] and json.dumps(rows)
    sheet, rows, facts = client.predict(pictures="emoji", loss="wasserstein", steps=50, api_name="/train_gan")
    assert Image.open(sheet).size == (192, 192) and facts["counts"] == [] and facts["near"] > 0 and "near" in rows[0]
    _, _, facts = client.predict(lr=1, steps=50, api_name="/train_gan", lang="zh")
    assert facts["state"] == "diverged" and re.search("发散|不再是数值", facts["problem"])
    for words, wrong in {"cats": {"pictures": "cats"}, "l1": {"loss": "l1"}, "learning rate": {"lr": -1}, "beta1": {"beta1": 1}}.items():
        with pytest.raises(AppError, match=words):
            client.predict(**wrong, api_name="/train_gan")


def test_a_script_asks_for_pictures(app):
    client = Client(app.url, verbose=False)
    for words, wrong in {"whole numbers from 0 to 9999": {"seeds": [-1]}, "1 to 64": {"seeds": []}, "vae": {"model": "vae-digits"}}.items():
        with pytest.raises(AppError, match=words):
            client.predict(**wrong, api_name="/gan_generate")
    try:
        sheet, made = client.predict(seeds=[3, 7, 3], api_name="/gan_generate")
    except AppError:
        pytest.skip("dcgan-digits does not ship yet")
    made = np.array(made)
    assert made.shape == (3, 28, 28) and np.array_equal(made[0], made[2]) and not np.array_equal(made[0], made[1])
    assert 0 <= made.min() and made.max() <= 1
    assert np.array_equal(np.asarray(Image.open(sheet))[:, 28:56, 0], np.round(255 * made[1]))
    _, alone = client.predict(seeds=[7], api_name="/gan_generate")
    assert np.allclose(alone[0], made[1], atol=1e-5)
