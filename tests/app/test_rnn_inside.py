"""The RNN's panel Look inside: what it remembers, how far back a pixel looks, and the unrolled graph, in the browser."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect
from screen import choose, until

from restoration.lab import rnn

PATIENT = 240_000  # milliseconds: a clip is many pictures
ROOTS = {"What it remembers": ".mem", "How far back": ".back", "Unrolled": ".unrolled", "往回看多远": ".back"}


def opened(visit, tab="What it remembers", path="/rnn?tab=inside", **context):
    page = visit(path, **context)
    page.set_default_timeout(PATIENT)
    choose(page, tab, "#rnn-inside")
    page.locator(ROOTS[tab]).wait_for()
    return page


def canvas(page, kind: str) -> np.ndarray:
    data = page.evaluate(
        """(kind) => { const c = document.querySelector(`.mem-views [data-kind=${kind}] canvas`);
        return [c.width, c.height, Array.from(c.getContext('2d').getImageData(0, 0, c.width, c.height).data)]; }""", kind,
    )  # fmt: skip
    return np.array(data[2], np.uint8).reshape(data[1], data[0], 4)[..., :3]


def test_frames_and_pixels_of_the_memory(visit):
    page = opened(visit)
    expect(page.locator(".mem-views figure.empty")).to_have_count(0, timeout=PATIENT)
    slide = page.locator(".mem").get_by_role("slider", name="Frame")
    slide.focus()
    slide.press("Home")
    expect(page.locator(".mem .said")).to_contain_text("empty memory")
    expect(page.locator(".mem-views [data-kind=trust]")).to_have_class("empty")
    clip = rnn.picture(rnn.Case().picture)
    shown = rnn.ruin(clip, rnn.Case()).shown
    assert np.array_equal(canvas(page, "damaged"), shown[0]) and np.array_equal(canvas(page, "held"), shown[0])  # the mean of one frame
    slide.press("ArrowRight")
    assert np.array_equal(canvas(page, "damaged"), shown[1]) and not np.array_equal(canvas(page, "held"), shown[1])
    cell = page.locator(".mem-views [data-kind=damaged] .stage-cell")
    before = page.locator(".mem-here").inner_text()
    cell.focus()
    cell.press("Shift+ArrowDown")
    here = page.locator(".mem-here").inner_text()
    assert here != before
    column, row, _, damaged = map(int, re.findall(r"\d+", here)[:4])
    assert damaged == round(float(shown[1][row - 1, column - 1].mean()))
    assert page.locator(".mem-chart path.line").count() == 6
    page.locator(".mem [data-do=play]").click()
    until(lambda: int(slide.input_value()) > 3, seconds=120)
    page.locator(".mem [data-do=play]").click()


def test_notes_and_gates_are_there_when_asked_for(visit):
    page = opened(visit)
    page.locator(".mem-inner summary").click()
    expect(page.locator(".mem-notes img")).to_have_count(8, timeout=PATIENT)
    channel = page.get_by_role("spinbutton", name="Map")
    channel.fill("99")
    channel.press("Tab")
    expect(channel).to_have_value("32")
    expect(page.locator(".mem-gates figcaption").nth(1)).to_contain_text("map 32", timeout=PATIENT)


def test_a_pixel_looks_back_as_far_as_the_wipe(visit):
    page = opened(visit, "How far back", "/rnn?tab=inside&wipe=4")
    page.locator(".back .pick").click(position={"x": 60, "y": 60})
    slide = page.locator(".back").get_by_role("slider", name="Frame")
    slide.focus()
    slide.press("Home")
    for _ in range(5):
        slide.press("ArrowRight")
    expect(page.locator(".back .said")).to_contain_text("exactly 0", timeout=PATIENT)
    page.locator(".back summary").click()
    rows = page.locator(".back tbody tr")
    expect(rows).to_have_count(3, timeout=PATIENT)  # frames 6, 5 and 4
    shares = [float(cell.split()[0].lstrip("<") or 0) for cell in page.locator(".back tbody td:nth-child(2)").all_inner_texts()]
    assert sum(shares) == pytest.approx(100, abs=0.3)
    expect(page.locator(".back .bars text.mark")).to_have_text("memory wiped")
    assert page.locator(".back .bars text.none").count() >= 1 and page.locator(".back-maps figure").count() == 3


def test_boxes_of_the_graph_are_explained(visit):
    page = opened(visit, "Unrolled")
    box = page.locator(".graph [tabindex][data-box=judge]")
    box.focus()
    expect(page.locator(".box-said h3")).to_have_text("judge")
    expect(page.locator(".box-said pre")).to_contain_text("self.judge(notes)")
    assert page.locator(".graph .on").count() == 3  # the same box in three frames
    assert page.locator(".unrolled tbody tr").count() == 7


@pytest.mark.parametrize("tab, path, scheme", [
    ("What it remembers", "/rnn", "light"), ("往回看多远", "/zh-rnn", "dark"), ("Unrolled", "/rnn", "dark"),
])  # fmt: skip
def test_a_telephone_shows_it_without_sideways_scrolling(visit, tab, path, scheme):
    page = opened(visit, tab, f"{path}?tab=inside", viewport={"width": 390, "height": 844}, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
