"""The GAN's page: a photo is mended by two networks and by those between them, in the browser."""

import pytest
from playwright.sync_api import expect
from screen import messages, pixels, send, until

from restoration import lab
from restoration.lab import gan, gan_repair

PATIENT = 120_000  # milliseconds


def mended(page):
    expect(page.locator("#gan-board .verdict")).to_be_visible(timeout=PATIENT)
    return page


def out_of(page, text: str) -> str:
    return page.locator("#gan-board .scores").first.locator("tr", has_text=text).locator("td").first.inner_text().split()[0]


def test_the_page_opens_with_both_repairs_and_their_real_scores(visit):
    page = mended(visit("/gan"))
    case = gan.Case()
    clean = gan.picture(case.picture)
    ruined = gan.ruin(clean, case.damage, case.seed)
    for mix, name in ((0.0, "CNN:"), (1.0, "GAN:")):
        assert float(out_of(page, name)) == pytest.approx(lab.row(clean, gan_repair.mixed_by(mix, ruined)).psnr, abs=0.02)
    verdict = page.locator("#gan-board .verdict").inner_text()
    assert "dB" in verdict and "NIQE" in verdict and "invented" in verdict
    assert page.locator(".gan-lens figure").count() == 5
    assert page.locator("#gan-board svg.plane .here").count() == 1


def test_the_slider_shows_the_mixed_network_and_stands_in_the_link(visit):
    page = mended(visit("/gan"))
    image, slider = page.locator(".gan-frame .picture"), page.locator(".gan-mixer input")
    sharp = pixels(page, image.get_attribute("src"))
    slider.focus()
    for _ in range(5):
        slider.press("ArrowLeft")
    expect(page.locator(".gan-mixer output")).to_contain_text("Mix 0.5")
    page.wait_for_url(lambda url: "mix=0.5" in url)
    middle = pixels(page, image.get_attribute("src"))
    ruined = gan.ruin(gan.picture("cat"), gan.Case().damage)
    wanted = gan_repair.mixed_by(0.5, ruined).shown.astype(int)
    assert abs(middle.astype(int) - wanted).max() <= 1 and abs(middle.astype(int) - sharp).max() > 1
    again = mended(visit(page.url.removeprefix(page.evaluate("location.origin"))))
    assert again.locator(".gan-mixer input").input_value() == "5"
    again.get_by_role("button", name="Reset").click()
    until(lambda: again.locator(".gan-mixer input").input_value() == "10", seconds=60)


def test_pictures_lens_and_shading_by_hand_and_by_key(visit):
    page = mended(visit("/gan"))
    name = page.locator(".gan-frame .name")
    for button in ("Original", "Small photo", "Bicubic", "CNN", "GAN"):
        page.locator(".gan-shows").get_by_role("button", name=button if button != "Small photo" else "Damaged").click()
        expect(name).to_have_text(button)
    lens = page.locator(".gan-frame .lens")
    before = lens.get_attribute("style")
    page.locator(".gan-frame").focus()
    page.keyboard.press("ArrowDown")
    until(lambda: lens.get_attribute("style") != before)
    page.get_by_label("Shade what is invented").check()
    expect(page.locator(".gan-frame .shading")).to_be_visible()


def test_a_photo_that_is_too_small_and_a_file_that_is_none(visit, tmp_path):
    from PIL import Image

    page = mended(visit("/gan"))
    Image.new("RGB", (40, 300), "red").save(tmp_path / "small.png")
    (tmp_path / "no.png").write_bytes(b"not a picture")
    for n, name in enumerate(("small.png", "no.png")):
        send(page, tmp_path / name)
        until(lambda n=n: len(messages(page)) > n, seconds=60)
    assert "too small" in messages(page)[0] or "too small" in messages(page)[-1]
    assert page.locator(".thumb:visible input:checked").input_value() == "cat"
    expect(page.locator("#gan-board .verdict")).to_be_visible()


def test_a_hostile_link_is_said_and_the_page_works(visit):
    page = mended(visit("/gan?picture=<img src=x onerror=alert(1)>&damage=jpeg:quality=5&mix=1e9&seed=-3&tab=admin"))
    until(lambda: len(messages(page)) >= 1)
    assert page.locator(".gan-mixer input").input_value() == "10"
    assert "mix=1.0" in page.url or "mix" not in page.url


def test_the_critic_s_map_and_what_one_answer_sees(visit):
    page = mended(visit("/gan"))
    page.get_by_role("tab", name="Look inside").click()
    page.get_by_role("tab", name="Critic's eye").click()
    page.locator("#gan-critic canvas").first.wait_for(timeout=PATIENT)
    assert page.locator("#gan-critic canvas").count() == 4
    told = page.locator("#gan-critic .critic-maps figcaption")
    mark, before = page.locator("#gan-critic .critic-maps i").first, told.all_inner_texts()
    place = mark.get_attribute("style")
    page.locator("#gan-critic .critic-maps").focus()
    for _ in range(4):
        page.keyboard.press("ArrowUp")
    until(lambda: mark.get_attribute("style") != place)
    assert told.all_inner_texts() != before
    means = [float(text) for text in page.locator("#gan-critic .scores td:nth-child(2)").all_inner_texts()]
    assert len(means) == 4 and all(0 <= mean <= 1 for mean in means)


@pytest.mark.parametrize("path", ["/gan", "/zh-gan"])
def test_nothing_runs_off_a_telephone(visit, path):
    page = mended(visit(path, viewport={"width": 390, "height": 844}))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
