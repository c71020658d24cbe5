"""The exhibits that look into the network that mends, in a real browser."""

import re

import numpy as np
from playwright.sync_api import expect
from screen import pixels, ready, send, shown, slider, until
from server import running

import restoration
from restoration import lab, plots


def inside(page):
    page.get_by_role("tab", name="Look inside").click()
    return page


def picture(page, selector):
    """A picture of an exhibit, as the browser got it."""
    return pixels(page, page.locator(selector).first.get_attribute("src"))


def test_a_question_whose_answer_is_lost_is_asked_again(visit):
    page, lost = ready(visit()), []

    def lose(route):
        if '"number"' not in (route.request.post_data or "") or len(lost) > 2:
            return route.continue_()
        lost.append(route)
        route.fulfill(json={"event_id": f"lost-{len(lost)}"})

    page.route("**/queue/join*", lose)
    inside(page)
    page.locator("#inside-residual").scroll_into_view_if_needed()
    page.locator("#residual .chart img").wait_for(timeout=90_000)
    assert lost


def test_residual_is_the_noise_and_what_was_taken(visit):
    page = ready(visit())
    assert page.locator("#residual img").count() == 0  # nothing is computed before it is looked at
    inside(page)
    page.locator("#inside-residual").scroll_into_view_if_needed()
    page.locator("#residual .chart img").wait_for()
    clean = lab.sample("cat")
    ruined = lab.ruin(clean, (("noise", {"sigma": 25}),))
    assert np.array_equal(picture(page, "#residual figure img"), plots.difference_grey(ruined.array - clean.array))
    assert page.locator("#residual figure").count() == 3
    correlation = float(re.search(r"correlation of (\d\.\d\d)", page.locator("#residual .verdict").inner_text())[1])
    assert 0.9 < correlation <= 1
    assert page.locator("#residual td").all_inner_texts()[-1] == f"{correlation:.2f}"
    for image in page.locator("#residual img").all():
        assert image.get_attribute("alt")


def test_residual_follows_the_lab(visit):
    page = visit("/?tab=inside&damage=jpeg:quality=10")
    page.locator("#inside-residual").scroll_into_view_if_needed()
    expect(page.locator("#residual .verdict")).to_contain_text("not noise")
    page.get_by_role("button", name="Reset").click()
    expect(page.get_by_role("tab", name="Restore")).to_have_attribute("aria-selected", "true")
    inside(page)
    page.locator("#inside-residual").scroll_into_view_if_needed()
    expect(page.locator("#residual .verdict")).to_contain_text("true noise")


def test_a_clicked_pixel_says_what_it_looked_at(visit):
    page = inside(ready(visit()))
    restored = shown(page, "restored")
    pick, says = page.locator("#pixel .pick"), page.locator("#pixel .pixel-says")
    says.scroll_into_view_if_needed()
    expect(says).to_contain_text("372 × 372 pixels, is larger than the whole picture")
    assert np.array_equal(picture(page, "#pixel [data-kind=restored]"), restored)
    assert "Column 128, row 128" in page.locator("#pixel .where").inner_text()

    def answered(x, y):
        seen = lab.look_from(mended, y, x)
        expect(page.locator("#pixel .where")).to_have_text(f"Column {x}, row {y}.")
        page.locator("#pixel .pixel:not(.asked)").wait_for()
        expect(page.locator("#pixel tbody tr").first).to_contain_text(f"{100 * seen.share(4):.1f} %")
        expect(says).to_contain_text(f"within {seen.radius()} pixels")
        wanted = lab.heat_picture(seen, log=True)
        until(lambda: np.array_equal(picture(page, "#pixel .field img"), wanted), "the heat map")

    ruined = lab.ruin(lab.sample("cat"), (("noise", {"sigma": 25}),))
    mended = lab.mend(ruined)
    answered(128, 128)
    box = pick.bounding_box()
    pick.click(position={"x": box["width"] * 40.5 / 256, "y": box["height"] * 60.5 / 256})
    x, y = map(int, re.findall(r"\d+", page.locator("#pixel .where").inner_text()))
    assert abs(x - 40) <= 1 and abs(y - 60) <= 1  # a mouse points at whole points of the screen
    answered(x, y)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowDown")
    answered(x - 1, y + 10)
    for _ in range(5):
        page.keyboard.press("Shift+ArrowLeft")  # the border stops it
        page.wait_for_timeout(150)  # as a slow hand does: each asks, and all but the last may be passed over
    answered(0, y + 10)
    expect(says).to_contain_text("larger than the whole picture")
    page.get_by_role("button", name="Linear").click()
    seen = lab.look_from(mended, y + 10, 0)
    until(lambda: np.array_equal(picture(page, "#pixel .field img"), lab.heat_picture(seen, log=False)), "the linear map")


def test_the_pixel_stays_when_the_damage_changes(visit):
    page = inside(ready(visit()))
    pick = page.locator("#pixel .pick")
    pick.wait_for()
    pick.focus()
    for _ in range(3):
        page.keyboard.press("Shift+ArrowUp")
    expect(page.locator("#pixel .where")).to_have_text("Column 128, row 98.")
    page.locator("#pixel .pixel:not(.asked)").wait_for()
    before = page.locator("#pixel .pixel-says").inner_text()
    page.get_by_role("tab", name="Restore").click()
    slider(page).focus()
    page.keyboard.press("End")
    until(lambda: "sigma=100" in page.evaluate("location.href"), "sigma 100")
    inside(page)
    expect(page.locator("#pixel .pixel-says")).not_to_have_text(before)
    expect(page.locator("#pixel .where")).to_have_text("Column 128, row 98.")
    ruined = lab.ruin(lab.sample("cat"), (("noise", {"sigma": 100}),))
    radius = lab.look_from(lab.mend(ruined), 98, 128).radius()
    expect(page.locator("#pixel .pixel-says")).to_contain_text(f"within {radius} pixels")


def test_without_weights_each_exhibit_says_why(visit, tmp_path):
    (tmp_path / "models").mkdir()
    with running(tmp_path, KINTSUGI_MODELS=str(tmp_path / "models")) as app:
        page = visit("/?tab=inside", base=app.url)
        for name in ("pixel", "residual", "maps"):
            page.locator(f"#inside-{name}").scroll_into_view_if_needed()
            expect(page.locator(f"#{name}")).to_contain_text("The model 'cnn-denoise' is not available")
        assert "Traceback" not in app.log, app.log


def test_a_photo_that_came_damaged_has_a_residual_and_no_truth(visit, tmp_path):
    path = tmp_path / "own.png"
    noisy = restoration.degrade(restoration.load_sample("coins", 256), "noise", sigma=20, seed=3)
    restoration.save_image(noisy.clamp(0, 1), path)
    page = ready(visit())
    send(page, path)
    until(lambda: page.locator(".thumb input[value='']").is_visible(), "the photo is in the lab")
    page.get_by_label("My photo is already damaged").check()
    page.locator(".scores tr.yardstick").wait_for(state="detached")
    inside(page)
    page.locator("#inside-residual").scroll_into_view_if_needed()
    expect(page.locator("#residual .verdict")).to_contain_text("Without a clean original")
    assert page.locator("#residual figure").count() == 1


def test_stages_maps_and_kernels(visit):
    page = inside(ready(visit()))
    page.locator("#inside-maps").scroll_into_view_if_needed()
    stages = page.locator("#maps .unet button")
    expect(stages).to_have_count(9)
    ruined = lab.ruin(lab.sample("cat"), (("noise", {"sigma": 25}),))
    mended = lab.mend(ruined)

    def check(stage, count, columns):
        seen = lab.look_at_stage(lab.sample("cat"), mended, stage)
        page.locator(f"#maps [data-stage={stage}][aria-pressed=true]").wait_for()
        page.locator("#maps .maps:not(.asked)").wait_for()
        expect(page.locator("#maps .maps-say")).to_contain_text(f"of the {count} maps")
        until(lambda: np.array_equal(picture(page, "#maps .sheet img"), lab.map_sheet(seen, "damaged", columns)), "the sheet")
        return seen

    seen = check("head", 32, 8)
    facts = page.locator("#maps .facts")
    expect(facts).to_contain_text(f"Channel {seen.order[0]}, number 1")
    expect(page.locator("#maps .tiles canvas")).to_have_count(1)
    page.get_by_role("button", name="up 1/4").click()
    seen = check("up-4", 64, 8)
    box = page.locator("#maps .sheet img").bounding_box()
    page.locator("#maps .sheet").click(position={"x": box["width"] * 2.5 / 8, "y": box["height"] * 1.5 / 8})
    expect(facts).to_contain_text(f"Channel {seen.order[10]}, number 11")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowLeft")
    expect(facts).to_contain_text(f"Channel {seen.order[17]}, number 18")
    assert page.locator("#maps .tiles figcaption").all_inner_texts() == [f"from {c}" for c, _ in seen.kernels[17]["slices"]]
    page.locator("#maps [data-view=difference]").click()
    until(lambda: np.array_equal(picture(page, "#maps .sheet img"), lab.map_sheet(seen, "difference", 8)), "the difference")
    expect(facts).to_contain_text(f"{seen.energy('difference')[17]:.3g}".rstrip("0"))

    def drawn():
        """The large map as it is on the canvas."""
        pixels = page.evaluate("""() => { const c = document.querySelector('#maps .large');
            return [...c.getContext('2d').getImageData(0, 0, c.width, c.height).data]; }""")
        return np.array(pixels).reshape(64, 64, 4)[..., 0]

    until(lambda: np.array_equal(drawn(), plots.difference_grey(seen.maps["difference"][17], seen.scale)), "the large map")


def test_exhibits_in_chinese_and_at_phone_width(visit):
    page = visit("/?tab=inside&lang=zh", viewport={"width": 390, "height": 800})
    for name in ("residual", "pixel", "maps"):
        page.locator(f"#inside-{name}").scroll_into_view_if_needed()
        page.locator(f"#{name} .verdict").wait_for()
        assert not re.search("[A-Za-z]{4,}", page.locator(f"#{name} .verdict").inner_text().replace("head", ""))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
