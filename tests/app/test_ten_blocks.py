"""The exhibits 'Ten blocks' and 'Losses', in a real browser: what they show is what the networks answer and what the study says."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect
from screen import pixels, until

from restoration import lab
from restoration.studies import small, store
from restoration.ui import blocks

STUDY = store.read("blocks")
LONG = 90_000  # milliseconds: the machine may be busy


def opened(visit, tab="Ten blocks", path="/?tab=inside&lesson=cnn-blocks", **context):
    page = visit(path, **context)
    page.set_default_timeout(LONG)
    page.locator("#blocks table").first.wait_for()  # the link has been read, and opens no tab any more
    if tab != "Ten blocks":
        page.locator("#inside").get_by_role("tab", name=tab).click()
    return page


def seen(page, name):
    """Scrolls to an exhibit and waits until it shows something."""
    page.locator(f"#{name}").scroll_into_view_if_needed()
    page.locator(f"#{name} .verdict, #{name} table").first.wait_for()
    return page.locator(f"#{name}")


def got(page, image) -> np.ndarray:
    return pixels(page, image.get_attribute("src"))


@pytest.fixture(scope="module")
def noisy():
    clean = lab.sample("cat")
    return small.middle(lab.ruin(clean, (("noise", {"sigma": 25}),)), clean)[:2]


def test_two_blocks_side_by_side(visit):
    page = opened(visit)
    pair = seen(page, "blocks")
    sides = pair.locator("[data-show]")
    assert pair.locator("[data-side=first]").input_value() == "plain" and pair.locator("[data-side=second]").input_value() == "residual"
    pair.locator("[data-side=second]").select_option("depthwise")
    expect(sides.nth(1)).to_contain_text("MobileNets")
    sides.nth(1).locator("summary").click()
    assert sides.nth(1).locator("code").inner_text().strip() == small.source("depthwise").strip()
    expect(sides.nth(1).locator("svg")).to_have_attribute("aria-label", re.compile("depthwise 3×3 → ReLU → conv 1×1"))
    cells = pair.locator("tbody tr").all_inner_texts()
    found = [STUDY["blocks"][block] for block in ("plain", "depthwise")]
    assert cells[1].split("\t")[1:] == [f"{f['parameters']:,}" for f in found]
    assert cells[5].split("\t")[1:] == [f"{f['psnr']:.2f}" for f in found]
    assert cells[6].split("\t")[1:] == [f"{f['psnr_same_time']:.2f}" for f in found]
    first = pair.locator(".runs").get_attribute("src")
    pair.get_by_role("button", name="CPU time").click()
    expect(pair.locator(".runs")).not_to_have_attribute("src", first)
    expect(pair.locator(".runs-note")).to_contain_text("CPU seconds")


def test_pictures_follow_the_choice(visit, noisy):
    page = opened(visit)
    seen(page, "blocks").locator("[data-side=first]").select_option("shuffle")
    pictures = seen(page, "blocks-pictures")
    expect(pictures.locator("figcaption").nth(2)).to_contain_text("Shuffle")
    images = pictures.locator("img")
    repairs = [small.damaged(*noisy), small.median_filter(*noisy), *(small.by_block(b, *noisy) for b in ("shuffle", "residual"))]
    for n, repair in enumerate(repairs):
        until(lambda n=n, repair=repair: abs(got(page, images.nth(n)).astype(int) - repair.shown).max() <= 1, f"picture {n}")
        expect(pictures.locator("figcaption").nth(n)).to_contain_text(f"{repair.psnr:.2f} dB")
    expect(pictures.locator(".scale-note")).to_contain_text("trained for noise of σ 25")
    assert pictures.locator(".verdict").inner_text() == blocks.verdict(
        {blocks.name(b, "en"): r.psnr for b, r in zip(("shuffle", "residual"), repairs[2:], strict=True)}, repairs[1].psnr, "en"
    )


def test_another_damage_is_said_to_be_none_of_theirs(visit):
    page = opened(visit, path="/?tab=inside&lesson=cnn-blocks&damage=blur:sigma=2")
    seen(page, "blocks")
    expect(seen(page, "blocks-pictures").locator(".scale-note")).to_contain_text("know only noise of σ 25")


def test_all_ten(visit):
    page = opened(visit)
    everything = seen(page, "blocks-all")
    rows = everything.locator("tbody tr")
    expect(rows).to_have_count(10)
    for n, (name, block) in enumerate(STUDY["blocks"].items()):
        cells = rows.nth(n).locator("td").all_inner_texts()
        assert name in rows.nth(n).inner_text() and cells[1] == f"{block['parameters']:,}"
        assert cells[5].split()[0] == f"{block['psnr']:.2f}" and cells[6].split()[0] == f"{block['psnr_same_time']:.2f}"
    shown = {everything.locator(".scatter").get_attribute("src")}
    for button in ("MACs", "Same training time", "Milliseconds"):
        everything.get_by_role("button", name=button, exact=True).click()
        shown.add(everything.locator(".scatter").get_attribute("src"))
    assert len(shown) == 4


def test_three_losses(visit, noisy):
    page = opened(visit, "Losses")
    pictures = seen(page, "losses")
    repairs = [small.damaged(*noisy), small.by_loss("mse", *noisy), small.by_loss("l1", *noisy)]
    repairs += [small.by_loss("cross-entropy", *noisy, reading) for reading in small.READINGS]
    rows = pictures.locator("tbody tr")
    for n, repair in enumerate(repairs):
        assert abs(got(page, pictures.locator("img").nth(n)).astype(int) - repair.shown).max() <= 1
        cells = [float(text.split()[0]) for text in rows.nth(n).locator("td").all_inner_texts()]
        assert cells == pytest.approx([repair.psnr, repair.mae], abs=0.011)
    page.locator("#inside-loss-curves").scroll_into_view_if_needed()
    charts = page.locator("#loss-curves [data-key]")
    expect(charts.first).to_be_visible()
    first = charts.first.get_attribute("src")
    page.locator("#loss-curves").get_by_role("button", name="CPU time").click()
    expect(charts.first).not_to_have_attribute("src", first)


def test_what_a_pixel_might_be(visit, noisy):
    page = opened(visit, "Losses")
    exhibit = seen(page, "loss-pixel")

    def answered(x, y):
        pixel = small.look_at(*noisy, y, x)
        expect(exhibit.locator(".where")).to_have_text(f"Column {x}, row {y}.")
        expect(exhibit.locator(".level-says")).to_contain_text(f"({pixel.bits:.1f} bits)")
        charts = exhibit.locator("svg")
        expect(charts).to_have_count(3)
        for channel in range(3):
            for name, said in (("truth", "truth"), ("mse", "MSE network"), ("mean", "mean"), ("mode", "mode")):
                level = f"{255 * pixel.values[name][channel]:.0f}".replace("-", "−")
                expect(charts.nth(channel)).to_have_attribute("aria-label", re.compile(f"{said}: {level}(;|$)"))
            assert charts.nth(channel).locator(".bar").count() == 32

    places = small.doubtful(noisy[0])
    answered(*reversed(places["most"]))
    exhibit.get_by_role("button", name="Where it is surest").click()
    answered(*reversed(places["least"]))
    pick = exhibit.locator(".pick")
    box = pick.bounding_box()
    pick.click(position={"x": box["width"] * 100.5 / 256, "y": box["height"] * 60.5 / 256})
    x, y = map(int, re.findall(r"\d+", exhibit.locator(".where").inner_text()))
    assert abs(x - 100) <= 1 and abs(y - 60) <= 1
    answered(x, y)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowUp")
    answered(x + 1, y - 10)


def test_nothing_is_computed_before_it_is_looked_at(visit):
    page = visit("/")
    page.locator(".scores tr.network").wait_for(timeout=LONG)
    assert page.locator("#blocks-pictures img, #losses img, #blocks-all table").count() == 0


@pytest.mark.parametrize("tab, names", [
    ("十种块", ("blocks", "blocks-pictures", "blocks-all")),
    ("损失函数", ("losses", "loss-pixel", "loss-curves")),
])  # fmt: skip
def test_in_chinese_at_phone_width(visit, tab, names):
    page = visit("/?tab=inside&lesson=cnn-blocks&lang=zh", viewport={"width": 390, "height": 800})
    page.set_default_timeout(LONG)
    page.locator("#blocks table").first.wait_for()
    if tab == "损失函数":
        page.locator("#inside .overflow-dropdown button", has_text=tab).click()
    for name in names:
        page.locator(f"#{name}").scroll_into_view_if_needed()
        page.locator(f"#{name} img:visible").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    left = re.findall("[A-Za-z]{7,}", "".join(page.locator(f"#{name} .verdict").first.inner_text() for name in names[1:2]))
    assert not left, left
