"""The Latent space panel, in a real browser: points, patches, and the picture in the lab among them."""

import base64
import io
import re

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect
from screen import ready, send, until

import restoration
from restoration import lab
from restoration.lessons import lesson
from restoration.studies import latent

STUDY = latent.read()
CANVAS = "#latent .plane > canvas"


def look(visit, path="/?tab=latent", **context):
    page = visit(path, **context)
    page.set_default_timeout(90_000)  # the machine may be busy
    return rested(page)


def rested(page):
    """A point is chosen and shown, and the lab's patches have landed."""
    expect(page.locator("#latent .own-note")).not_to_be_empty(timeout=90_000)
    page.locator("#latent .point:not(.asked) img[src]").first.wait_for()
    return page


def picture(page, kind) -> np.ndarray:
    """The chosen patch as the browser got it."""
    url = page.locator(f"#latent img[data-kind={kind}]").get_attribute("src")
    assert url.startswith("data:image/png;base64,")
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(url.partition(",")[2]))).convert("RGB"))


def shows(page, clean, damaged):
    page.locator("#latent .point:not(.asked)").wait_for()
    until(lambda: np.array_equal(picture(page, "damaged"), damaged), "the damaged patch")
    assert np.array_equal(picture(page, "clean"), clean)


def click(page, xyz):
    """Click the place of a point on components 1 and 2."""
    canvas = page.locator(CANVAS)
    canvas.scroll_into_view_if_needed()
    view, box = canvas.evaluate("c => ({...c.dataset})"), canvas.bounding_box()
    x, y, scale = (float(view[key]) for key in ("x", "y", "scale"))
    place = {"x": box["width"] / 2 + (xyz[0] - x) * scale, "y": box["height"] / 2 - (xyz[1] - y) * scale}
    canvas.click(position=place)


def alone(points: np.ndarray) -> tuple:
    """The point (patch, setting) that is furthest from its nearest neighbour on the map: a click there can mean no other."""
    flat = points[..., :2].reshape(-1, 2)
    distance = ((flat[:, None] - flat) ** 2).sum(-1)
    np.fill_diagonal(distance, np.inf)
    return np.unravel_index(distance.min(1).argmax(), points.shape[:2])


def colours(page) -> int:
    """How many different colours are on the map."""
    data = page.evaluate(f"""() => {{ const c = document.querySelector('{CANVAS}');
        return [...c.getContext('2d').getImageData(0, 0, c.width, c.height).data]; }}""")
    return len(np.unique(np.array(data).reshape(-1, 4), axis=0))


def test_the_point_that_moved_furthest_is_shown_first(visit):
    page = look(visit)
    points = STUDY.maps["cnn-denoise"].points[..., :2]
    number, setting = np.unravel_index(((points - points[:, :1]) ** 2).sum(-1).argmax(), points.shape[:2])
    shows(page, *latent.patch(STUDY, number, setting))
    expect(page.locator("#latent .about-point")).to_contain_text(f"changed the patch by {STUDY.rms[number, setting]:.1f} of 255")
    expect(page.locator("#latent .own-note")).to_contain_text("16 patches on the map")
    expect(page.locator("#latent .legend button")).to_have_count(len({latent.kind(s) for s in STUDY.settings}))
    share = f"{100 * STUDY.maps['cnn-denoise'].components[0]['share']:.0f} %"
    expect(page.locator("#latent .latent-said li").first).to_contain_text(f"component 1 holds {share}")


def test_a_clicked_point_shows_its_patch(visit):
    page = look(visit, "/?tab=latent&damage=jpeg:quality=10")
    expect(page.locator("#latent .choose")).to_have_value("cnn-jpeg")  # the network that the lab would run
    points = STUDY.maps["cnn-jpeg"].points
    number, setting = alone(points)
    click(page, points[number, setting])
    shows(page, *latent.patch(STUDY, number, setting))
    sample, row, column = STUDY.patches[number]
    place = f"{lab.samples()[sample].en}, row {row + 1}, column {column + 1} of patches."
    expect(page.locator("#latent .about-point")).to_contain_text(place)
    expect(page.locator("#latent .hover")).to_contain_text(place)
    said = page.locator("#latent .about-point").inner_text()
    page.keyboard.press("Tab")
    page.locator(CANVAS).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#latent .about-point")).not_to_have_text(said)


def test_the_picture_in_the_lab_lands_and_follows(visit):
    page = look(visit, "/?tab=latent&picture=drawing&damage=jpeg:quality=5")
    clean, m = lab.sample("drawing"), STUDY.maps["cnn-jpeg"]
    ruined = lab.ruin(clean, (("jpeg", {"quality": 5}),))
    landed = latent.own(m, clean, ruined).damaged
    row, column = np.unravel_index(landed[..., 0].argmin(), landed.shape[:2])
    for _ in range(4):  # closer, about a point of the map that lies beside it, until no other is as near
        click(page, landed[row, column])
        page.locator("#latent [data-zoom='1.6']").click()
    click(page, landed[row, column])
    expect(page.locator("#latent .about-point")).to_contain_text(f"The picture in the lab, row {row + 1}, column {column + 1} of patches.")
    place = slice(64 * row, 64 * row + 64), slice(64 * column, 64 * column + 64)
    shows(page, clean.shown[place], ruined.shown[place])
    page.get_by_role("tab", name="Restore", exact=True).click()
    page.locator(".thumb:visible input[value=cat]").check(force=True)
    page.get_by_role("tab", name="Latent space").click()
    cat = lab.sample("cat")
    shows(page, cat.shown[place], lab.ruin(cat, (("jpeg", {"quality": 5}),)).shown[place])  # the same place in the new picture
    with page.expect_navigation():
        page.get_by_role("button", name="Reset").click()
    expect(page.get_by_role("tab", name="Restore", exact=True)).to_have_attribute("aria-selected", "true")
    page.get_by_role("tab", name="Latent space").click()
    rested(page)
    expect(page.locator("#latent .choose")).to_have_value("cnn-denoise")
    expect(page.locator("#latent .about-point")).not_to_contain_text("The picture in the lab")


def test_networks_components_and_colours(visit):
    page = look(visit)
    plain = colours(page)
    page.locator("#latent [data-colour=strength]").click()
    until(lambda: colours(page) != plain, "other colours")
    expect(page.locator("#latent .ramp b").last).to_have_text(f"{STUDY.rms.max():.0f}")
    page.locator("#latent .choose").select_option("cnn-jpeg")
    share = f"{100 * STUDY.maps['cnn-jpeg'].components[0]['share']:.0f} %"
    expect(page.locator("#latent .latent-said li").first).to_contain_text(f"component 1 holds {share}")
    for pair in ("0,2", "1,2"):
        page.locator(f"#latent [data-pair='{pair}']").click()
        expect(page.locator(f"#latent [data-pair='{pair}']")).to_have_attribute("aria-pressed", "true")
    page.locator("#latent [data-only='1']").click()
    expect(page.locator("#latent [data-only='1']")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#latent tr.own th")).to_have_text("JPEG compression")


def test_the_page_explains_it(visit):
    page = look(visit)
    section = next(s for s in lesson("cnn-denoise").sections if s.id == "latent")
    page.get_by_role("button", name=f"Read about it: {section.title}").click()
    expect(page.locator("#lesson .prose h2", has_text=section.title)).to_be_in_viewport()


@pytest.mark.parametrize("side, note", [(40, "each side needs at least 64"), (130, "4 patches on the map")])
def test_small_photos(visit, tmp_path, side, note):
    path = tmp_path / "own.png"
    restoration.save_image(restoration.load_sample("coins", side), path)
    page = ready(visit())
    page.set_default_timeout(90_000)
    send(page, path)
    until(lambda: page.locator(".thumb input[value='']").is_visible(), "the photo is in the lab")
    page.get_by_role("tab", name="Latent space").click()
    rested(page)
    expect(page.locator("#latent .own-note")).to_contain_text(note)


def test_in_chinese_and_at_phone_width(visit):
    page = look(visit, "/?tab=latent&lang=zh", viewport={"width": 390, "height": 800})
    expect(page.locator("#latent .about-point")).to_contain_text("图块")
    for sentence in page.locator("#latent .latent-said li").all_inner_texts():
        assert not re.search("[A-Za-z]{5,}", sentence), sentence
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
