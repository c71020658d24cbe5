"""The RNN's panels Latent space and Loss curves: a frame is chosen on two paths, and the curves of the recorded runs."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect
from screen import until

from restoration.lab import rnn

PATIENT = 240_000  # milliseconds: a clip is many pictures


def paths(visit, path="/rnn?tab=latent", **context):
    page = visit(path, **context)
    page.locator(".rnn-path").wait_for(timeout=PATIENT)
    page.locator(".path-map circle.point").first.wait_for()
    return page


def frame(page) -> int:
    return int(re.search(r"\d+", page.locator(".path-frame output").inner_text())[0])


def canvas(page, kind: str) -> np.ndarray:
    """What a canvas of the panel shows, (H, W, 3)."""
    width, height, values = page.evaluate(
        """(kind) => { const c = document.querySelector(`.path-frame [data-kind=${kind}] canvas`);
        return [c.width, c.height, Array.from(c.getContext('2d').getImageData(0, 0, c.width, c.height).data)]; }""", kind,
    )  # fmt: skip
    return np.array(values, np.uint8).reshape(height, width, 4)[..., :3]


def test_a_cut_is_a_jump_and_its_frames_are_shown(visit):
    page = paths(visit, "/rnn?tab=latent&picture=cut")
    clip = rnn.picture("cut")
    assert page.locator(".path-map rect.point").count() == page.locator(".path-map circle.point").count() == len(clip.frames)
    assert frame(page) == clip.cut + 1  # where most happens
    until(lambda: np.array_equal(canvas(page, "truth"), clip.frames[clip.cut]))
    map = page.locator(".path-map")
    map.focus()
    map.press("Home")
    assert frame(page) == 1 and "component 1" in page.locator(".path-here table").inner_text()
    map.press("ArrowRight")
    assert frame(page) == 2
    until(lambda: np.array_equal(canvas(page, "truth"), clip.frames[1]))
    page.locator(".path-map circle.point").nth(clip.cut).click(force=True)
    assert frame(page) in (clip.cut, clip.cut + 1)  # two paths lie close to one another there
    page.locator(".path-frame input").fill("20")
    assert frame(page) == 20
    page.get_by_role("button", name="All sample clips").click()
    assert page.locator(".path-map polyline.other").count() == len(rnn.made()) - 1
    expect(page.locator(".path-charts text.mark").first).to_have_text("scene cut")


def test_the_restored_frames_come_when_the_repair_is_done(visit):
    page = paths(visit)
    expect(page.locator(".path-frame [data-kind=restored] figcaption")).to_contain_text("dB", timeout=PATIENT)
    until(lambda: canvas(page, "restored").any())


def test_the_recorded_runs(visit):
    page = visit("/rnn?tab=curves")
    page.locator(".rnn-run svg[data-chart=gain]").wait_for(timeout=PATIENT)
    assert "the memory" in page.locator(".rnn-run .verdict").inner_text()
    page.locator("#rnn-curves select").select_option("pixel-rnn")
    page.locator(".rnn-run svg[data-chart=nats]").wait_for()
    assert "held-out digit costs 85.5 nats" in page.locator(".rnn-run .verdict").inner_text()
    before = page.locator("svg[data-chart=nats] polyline").first.get_attribute("points")
    page.get_by_role("button", name="Logarithmic").click()
    assert page.locator("svg[data-chart=nats] polyline").first.get_attribute("points") != before
    page.get_by_role("button", name="CPU time").click()
    assert "CPU minutes" in page.locator("svg[data-chart=nats] text.name").text_content()


@pytest.mark.parametrize("tab, there", [("latent", ".rnn-path"), ("curves", ".rnn-run")])
def test_a_telephone_shows_it_without_sideways_scrolling(visit, tab, there):
    page = visit(f"/zh-rnn?tab={tab}", viewport={"width": 390, "height": 844}, color_scheme="dark")
    page.locator(there).wait_for(timeout=PATIENT)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
