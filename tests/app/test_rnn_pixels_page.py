"""The panel 'A picture as a sentence' in a real browser: a digit is covered, and watched while it is written. And /write_digit."""

import re

import numpy as np
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from PIL import Image
from playwright.sync_api import expect
from screen import until

from restoration.lab import rnn_pixels, vae

LONG = 90_000  # milliseconds: the machine may be busy
# The colours of cells of the large ending: "given", "made" or "missing" by the middle of each, and white or not by its corner
CELLS = """(canvas) => {
  const pen = canvas.getContext('2d'), cell = canvas.width / 28;
  return [...Array(784).keys()].map((i) => {
    const [x, y] = [(i % 28) * cell, Math.floor(i / 28) * cell];
    return [0.12, 0.5].map((at) => [...pen.getImageData(x + at * cell, y + at * cell, 1, 1).data].slice(0, 3).join());
  });
}"""
WHITE = {"255,255,255": True, "243,220,157": True, "0,0,0": False, "51,41,26": False}


def opened(visit, path="/rnn?tab=pixels", **context):
    page = visit(path, **context)
    page.set_default_timeout(LONG)
    expect(page.locator("#pixels .px-endings button")).to_have_count(6, timeout=LONG)
    return page


def stand(page) -> int:
    return int(page.locator("#pixels .turn").input_value())


def ending(page, n: int) -> np.ndarray:
    """What the browser shows of an ending, (28, 28) bool, or an error if a cell is not written."""
    cells = page.locator("#pixels .px-endings canvas").nth(n).evaluate(CELLS)
    return np.array([WHITE[corner] for corner, _ in cells]).reshape(28, 28)


def table(page, css: str) -> list[float]:
    return [float(text) for text in page.locator(f"#pixels .written tr.{css} td:nth-child(2)").all_inner_texts()]


def test_the_endings_are_those_that_were_computed(visit):
    page = opened(visit)
    begun = rnn_pixels.begin(vae.picture("digits", 3), "lower")
    out = rnn_pixels.write(begun)
    for n in range(6):
        assert np.array_equal(ending(page, n), out.white[n])
    assert np.allclose(table(page, "network"), out.nats, atol=0.06)
    assert table(page, "yardstick")[0] == pytest.approx(out.truth, abs=0.06)
    expect(page.locator("#pixels .said")).to_contain_text("invented")
    seen = rnn_pixels.surprise(begun)
    shown = page.locator("#pixels .nats-table td:nth-child(2)").all_inner_texts()
    assert [float(text) for text in shown[:3]] == pytest.approx([seen.total, seen.iwae, seen.elbo], abs=0.06)


def test_a_completion_is_watched_and_stepped(visit):
    page = opened(visit)
    panel, large = page.locator("#pixels"), page.locator("#pixels canvas.large")
    assert stand(page) == 784
    panel.get_by_role("button", name="Write", exact=True).click()
    pause = panel.get_by_role("button", name="Pause")
    until(lambda: 392 < stand(page) < 784, "the play runs")
    pause.click()
    at = stand(page)
    assert 392 < at <= 784
    slider = panel.locator(".turn")
    slider.fill("400")
    assert stand(page) == 400
    cells = large.evaluate(CELLS)
    assert all(cells[i][0] in WHITE for i in range(398)) and all(cells[i][1] not in WHITE for i in range(402, 784))  # hatched
    for name, n in (("Next pixel", 401), ("Next row", 420), ("Pixel back", 419), ("Row back", 392), ("Row back", 364)):
        panel.get_by_role("button", name=name).click()
        assert stand(page) == n
    slider.focus()
    slider.press("ArrowRight")
    assert stand(page) == 365
    panel.get_by_role("button", name="Write", exact=True).click()
    until(lambda: stand(page) == 784, "the play ends")
    expect(panel.get_by_role("button", name="Write", exact=True)).to_be_visible()
    large.focus()
    large.press("ArrowUp")
    expect(panel.locator(".px-at")).to_contain_text(re.compile(r"Row \d+, column \d+: pixel \d+ of 784"))
    box = large.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 14.5 / 28, box["y"] + box["height"] * 2.5 / 28)
    expect(panel.locator(".px-at")).to_contain_text("Row 3, column 15: pixel 71 of 784. Before it stand 70 given and 0 invented")
    expect(panel.locator(".px-at")).to_contain_text("It was given")


def test_another_temperature_digit_and_seed(visit):
    page = opened(visit)
    panel = page.locator("#pixels")
    heat = panel.locator(".heat")
    for _ in range(10):
        heat.press("ArrowLeft")
    expect(panel.locator(".notes")).to_contain_text("At temperature 0", timeout=LONG)
    assert all(np.array_equal(ending(page, n), ending(page, 0)) for n in range(6))
    heat.fill("1")
    heat.dispatch_event("change")
    panel.locator(".thumb input").nth(8).check(force=True)
    panel.get_by_role("button", name="right half").click()
    panel.get_by_role("button", name="Six others").click()
    out = rnn_pixels.write(rnn_pixels.begin(vae.picture("digits", 8), "right", 1), seed=1)
    until(lambda: np.allclose(table(page, "network"), out.nats, atol=0.06), "the endings of the 8", 60)
    assert np.array_equal(ending(page, 2), out.white[2])
    expect(panel.locator(".notes")).to_contain_text("come after the first missing one")


def test_without_a_beginning_it_is_offered_to_write_from_nothing(visit):
    page = opened(visit, "/zh-rnn?tab=pixels")
    panel = page.locator("#pixels")
    panel.get_by_role("button", name="上半部").click()
    expect(panel.locator(".px-problem")).to_contain_text("第一行全被遮住", timeout=LONG)
    expect(panel.locator(".px-endings button")).to_have_count(6)  # nothing else is lost
    panel.get_by_role("button", name="从空白写起").click()
    expect(panel.locator(".px-problem")).to_be_hidden(timeout=LONG)
    expect(panel.locator(".said")).to_contain_text("784 个像素全是编造的")


def test_a_cover_is_painted_by_pointer_and_by_keyboard(visit):
    page = opened(visit)
    panel = page.locator("#pixels")
    panel.get_by_role("button", name="paint it").click()
    expect(panel.locator(".px-problem")).to_contain_text("Nothing is covered", timeout=LONG)
    board = panel.locator(".px-paint canvas")
    board.focus()
    board.press("Space")
    expect(panel.locator(".said")).to_contain_text("1 of 784 pixels", timeout=LONG)
    expect(panel.locator(".px-problem")).to_be_hidden()
    box = board.bounding_box()
    page.mouse.move(box["x"] + 8, box["y"] + box["height"] * 0.8)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 8, box["y"] + box["height"] * 0.8)
    page.mouse.up()
    expect(panel.locator(".said")).to_contain_text(re.compile(r"8\d of 784 pixels"), timeout=LONG)


def test_it_fits_a_telephone_and_moves_nothing_where_none_is_wanted(visit):
    page = opened(visit, viewport={"width": 390, "height": 844}, reduced_motion="reduce", color_scheme="dark")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("#pixels .turn").fill("400")
    page.locator("#pixels").get_by_role("button", name="Write", exact=True).click()
    assert stand(page) == 784


def test_the_endpoint_writes_what_the_lab_writes(app):
    client = Client(app.url, verbose=False)
    picture, facts = client.predict(None, 4, "block", 1.2, 3, 2, api_name="/write_digit")
    begun = rnn_pixels.begin(vae.picture("digits", 4), "block", 3)
    out = rnn_pixels.write(begun, 1.2, 3, 2)
    assert np.array_equal(np.array(facts["known"]), begun.known) and facts["written"] == (~begun.known).sum()
    for n, one in enumerate(facts["endings"]):
        assert np.array_equal(np.array(one["pixels"]), out.white[n]) and np.allclose(one["p_white"], out.p[n], atol=1e-5)
        assert one["nats"] == pytest.approx(out.nats[n], abs=0.01)
    with Image.open(picture) as image:
        assert image.format == "PNG" and image.size == (57, 28)
    for values, word in ((("upper", 1, 0, 6), "first row"), (("lower", -1, 0, 6), "temperature"), (("lower", 1, 0, 99), "whole number")):
        with pytest.raises(AppError, match=word):
            client.predict(None, 4, *values, api_name="/write_digit")


def test_what_is_written_is_in_the_address(visit):
    """Opened by a link, changed by hand, set by a step of the lesson, and brought back by Reset."""
    page = opened(visit, "/rnn?tab=pixels&digit=8&cover=right&heat=0.5&draw=2&lesson=rnn-pixels")
    panel = page.locator("#pixels")
    out = rnn_pixels.write(rnn_pixels.begin(vae.picture("digits", 8), "right", 2), 0.5, 2)
    until(lambda: np.allclose(table(page, "network"), out.nats, atol=0.06), "the endings that the link asks for", 60)
    expect(panel.locator(".thumb input").nth(8)).to_be_checked()
    panel.get_by_role("button", name="Six others").click()
    page.wait_for_url(lambda url: "draw=3" in url and "digit=8" in url)
    page.locator("#lesson").get_by_role("button", name="2 Turn the temperature").click()
    page.wait_for_url(lambda url: "heat=0.0" in url and "digit" not in url)
    expect(panel.locator(".notes")).to_contain_text("At temperature 0", timeout=LONG)
    with page.expect_navigation():
        page.get_by_role("button", name="Reset").click()
    page.wait_for_url(lambda url: "heat" not in url and "draw" not in url)
    page.get_by_role("tab", name="Write").click()
    expect(panel.locator(".px-endings button")).to_have_count(6, timeout=LONG)
    expect(panel.locator(".notes")).not_to_contain_text("At temperature 0", timeout=LONG)
