"""One pixel's GRU and the vanishing gradient in a real browser: the page's own sums against those of the network's own class."""

import numpy as np
import pytest
from playwright.sync_api import expect
from screen import choose, until

from restoration.lab import rnn, rnn_cell, rnn_vanish
from restoration.studies import rnn_cell as study
from restoration.studies import rnn_memory

LONG = 90_000  # milliseconds: the machine may be busy
EXHIBITS = {"One pixel's GRU": ".cell", "The vanishing gradient": ".vanish", "一个像素的 GRU": ".cell", "梯度消失": ".vanish"}
OWN = (0.5, -1.25, 0.3, 1.1, -0.7, 0.95, 1.6, -2, 0.2)


def opened(visit, path="/rnn?tab=inside", tab="One pixel's GRU", **context):
    page = visit(path, **context)
    page.set_default_timeout(LONG)
    choose(page, tab, "#rnn-inside")
    page.locator(EXHIBITS[tab]).wait_for(timeout=LONG)
    return page


def column(page, name) -> np.ndarray:
    """A column of the table of all steps, with all its digits."""
    at = 2 + ["x", "r", "z", "n", "h", "mean", "truth"].index(name)
    return np.array([float(v) for v in page.locator(f".steps tbody td:nth-child({at})").evaluate_all("(all) => all.map((td) => td.title)")])


def trace(row=None, column=None) -> rnn_cell.Trace:
    clip = rnn.picture(rnn.Case().picture)
    place = rnn_cell.busiest(clip) if row is None else (row, column)
    return rnn_cell.trace(clip, rnn.ruin(clip, rnn.Case()), *place)


def same(page, numbers, of: rnn_cell.Trace) -> None:
    found = rnn_cell.steps(numbers, of.x[None])
    for name in "rznh":
        assert np.abs(column(page, name) - found[name][0]).max() < 1e-6
    assert np.abs(column(page, "truth") - of.truth).max() < 1e-6
    assert np.abs(column(page, "mean") - rnn_cell.mean_so_far(of.x[None])[0]).max() < 1e-6


def test_the_pages_sums_are_those_of_the_networks_class(visit):
    page, of = opened(visit), trace()
    same(page, study.read().numbers, of)
    for name, button in (("keep", "Remember everything"), ("mean", "Running mean"), ("climb", "Up, not down")):
        page.get_by_role("button", name=button).click()
        same(page, rnn_cell.PRESETS[name], of)
    for name, number in zip(rnn_cell.NAMES, OWN, strict=True):
        page.locator(f"[data-name={name}]").fill(str(number))
    same(page, OWN, of)
    expect(page.locator(".cell-about")).to_have_text("Your own numbers.")
    held = float(page.locator(".held tr.network td").nth(1).get_attribute("title"))
    assert held == pytest.approx(((rnn_cell.steps(OWN, of.x[None])["h"][0] - of.truth) ** 2).mean())
    bias = page.locator("[data-slide=b_z]")
    bias.focus()
    bias.press("End")
    same(page, (*OWN[:5], rnn_cell.REACH, *OWN[6:]), of)


def test_steps_are_written_out_with_their_numbers(visit):
    page = opened(visit)
    page.get_by_role("button", name="Running mean").click()
    formulas, output = page.locator(".cell-formulas"), page.locator(".cell-walk output")
    found = rnn_cell.steps(rnn_cell.PRESETS["mean"], trace().x[None])
    expect(output).to_have_text("frame 1 of 24")
    page.get_by_role("button", name="Next frame").click()
    expect(output).to_have_text("frame 2 of 24")
    assert f"= {found['h'][0, 1]:.3f}".replace("-", "−") in formulas.locator(".h").inner_text()
    assert "σ(2.200) = 0.900" in formulas.locator(".z").inner_text()
    page.get_by_role("button", name="Back", exact=True).click()
    page.get_by_role("button", name="Start", exact=True).click()
    expect(formulas).to_contain_text("h = 0")
    page.locator("svg.lines").focus()
    page.keyboard.press("End")
    expect(output).to_have_text("frame 24 of 24")
    expect(page.get_by_role("button", name="Next frame")).to_be_disabled()
    page.keyboard.press("ArrowLeft")
    expect(output).to_have_text("frame 23 of 24")


def test_a_number_that_cannot_be_is_said_and_the_rest_stays(visit):
    page = opened(visit)
    before = column(page, "h")
    for wrong in ("", "99"):
        page.locator("[data-name=U_z]").fill(wrong)
        expect(page.locator(".cell .problem")).to_contain_text("from −8 to 8")
        assert np.array_equal(column(page, "h"), before)
    page.locator("[data-name=U_z]").fill("1")
    expect(page.locator(".cell .problem")).to_be_empty()


def test_another_pixel_by_click_and_by_key(visit):
    page = opened(visit)
    canvas = page.locator(".cell-picture")
    box = canvas.bounding_box()
    canvas.click(position={"x": box["width"] * 100.5 / 256, "y": box["height"] * 60.5 / 176})
    expect(page.locator(".cell-at")).to_contain_text("Row 60, column 100")
    same(page, study.read().numbers, trace(60, 100))
    canvas.press("ArrowDown")
    expect(page.locator(".cell-at")).to_contain_text("Row 61, column 100")
    same(page, study.read().numbers, trace(61, 100))


def test_the_sliders_of_the_vanishing_gradient(visit):
    page = opened(visit, tab="The vanishing gradient")
    cells = page.locator(".flows tbody td")

    def left(row):
        return float(cells.nth(4 * row + 3).get_attribute("title"))

    assert left(0) == pytest.approx(rnn_vanish.plain(0.8).left) and left(1) == pytest.approx(rnn_vanish.gated(3).left)
    radius, bias = (page.locator(f"[data-name={name}]") for name in ("radius", "bias"))
    radius.press("End")
    expect(page.locator(".vanish-said")).to_contain_text("it explodes", timeout=LONG)
    assert left(0) == pytest.approx(rnn_vanish.plain(1.5).left)
    bias.press("Home")
    until(lambda: left(1) == pytest.approx(rnn_vanish.gated(-2).left), "the GRU vanishes too", 60)
    expect(page.locator(".vanish-said")).to_contain_text("does not keep the gradient either")
    assert page.locator("svg.flow polyline").count() == 4
    page.locator("#rnn-remember").scroll_into_view_if_needed()
    page.locator(".remember figure").first.wait_for()
    assert page.locator(".remember figure svg polyline").count() == 2 * len(rnn_memory.NETWORKS)


def test_a_telephone_shows_both_without_sideways_scrolling(visit):
    page = opened(visit, "/zh-rnn?tab=inside", "一个像素的 GRU", viewport={"width": 390, "height": 844}, color_scheme="dark")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    expect(page.locator(".cell-walk output")).to_have_text("第 1 帧，共 24 帧")
    choose(page, "梯度消失", "#rnn-inside")
    page.locator(".vanish").wait_for(timeout=LONG)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
