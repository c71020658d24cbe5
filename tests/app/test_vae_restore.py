"""The VAE's page: a small picture is ruined and repaired in three ways, in the browser."""

import base64
import io

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect
from screen import messages, send, until

from restoration.lab import vae, vae_repair

PATIENT = 90_000  # milliseconds


def repaired(page):
    page.locator(".vae-meter").wait_for(timeout=PATIENT)
    expect(page.locator("#vae-board .verdict")).to_be_visible(timeout=PATIENT)
    return page


def cells(page, row: str) -> list[str]:
    return page.locator("#vae-board table.scores").last.locator("tr", has_text=row).first.locator("td").all_inner_texts()


def pixels_of(url: str) -> np.ndarray:
    """A data URL of a PNG -> (H, W, 3)."""
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(url.partition(",")[2]))).convert("RGB"))


def test_the_page_opens_with_a_repair(visit):
    page = repaired(visit("/vae"))
    assert page.locator("#families a[aria-current]").inner_text() == "VAE"
    assert page.locator(".thumb:visible").count() == vae.subjects()["digits"].pictures
    assert page.locator(".vae-ten figure").count() == 10
    case = vae.Case()
    clean = vae.picture(case.subject, case.picture)
    *_, out = vae_repair.mend((), clean, vae.ruin(clean, case.damage, case.seed), case.seed)
    assert float(cells(page, "Mean of the ten")[0].split()[0]) == pytest.approx(out.mean.psnr, abs=0.02)
    assert "%" in cells(page, "Damaged")[1]
    assert "invented" in page.locator("#vae-board .verdict").inner_text()


def test_the_search_can_be_watched_frame_by_frame(visit):
    page = repaired(visit("/vae"))
    image, said = page.locator(".vae-film img"), page.locator(".vae-film p")
    last = image.get_attribute("src")
    slider = page.locator(".vae-film input")
    slider.focus()
    slider.press("Home")
    expect(said).to_contain_text("After 0 updates")
    first = image.get_attribute("src")
    assert first != last
    pictures = [pixels_of(src) for src in (first, last)]
    assert pictures[0].shape == (28, 28, 3) and np.array_equal(pictures[0][:14], pictures[1][:14])  # what survived is put back


def test_another_subject_and_damage_by_hand(visit):
    page = repaired(visit("/vae"))
    page.get_by_role("radio", name="Flowers").check()
    until(lambda: page.locator(".thumb:visible").count() == vae.subjects()["flowers"].pictures)
    expect(page.locator("#vae-board .status")).to_contain_text("not been mended", timeout=PATIENT)
    page.locator(".thumb:visible").nth(1).click()
    page.get_by_label("Damage", exact=True).click()
    page.get_by_role("option", name="Gaussian noise").click()
    page.wait_for_url(lambda url: "noise" in url and "flowers" in url and "picture=1" in url)
    page.get_by_role("button", name="Restore", exact=True).click()
    repaired(page)
    assert page.locator("#vae-board table.scores").last.locator("tr").count() > 8
    assert "reads" not in page.locator("#vae-board table.scores thead").last.inner_text().lower()


def test_the_address_brings_it_back_in_chinese(visit):
    page = repaired(visit("/zh-vae?subject=emoji&picture=2&damage=missing-block:size=0.4&seed=4"))
    assert page.locator(".thumb:visible input:checked").input_value() == "2"
    assert page.locator("#families a[aria-current]").inner_text().startswith("VAE")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(lambda url: "/vae" in url and "zh" not in url)
    repaired(page)
    assert "subject=emoji" in page.url and "picture=2" in page.url


def test_a_picture_of_ones_own_and_a_bad_one(visit, tmp_path):
    page = repaired(visit("/vae"))
    (tmp_path / "no.png").write_bytes(b"not a picture")
    send(page, tmp_path / "no.png")
    until(lambda: messages(page), seconds=60)
    assert page.locator(".thumb:visible input:checked").input_value() == "3"
    ink = Image.new("L", (300, 200), 240)
    for x in range(140, 160):
        for y in range(40, 160):
            ink.putpixel((x, y), 10)
    ink.save(tmp_path / "one.png")
    send(page, tmp_path / "one.png")
    until(lambda: page.locator(".thumb:visible input:checked").input_value() == "-1", seconds=60)
    page.get_by_role("button", name="Restore", exact=True).click()
    repaired(page)


def test_a_wrong_link_is_said_and_the_page_works(visit):
    page = repaired(visit("/vae?subject=<script>&picture=9999&damage=jpeg&seed=abc"))
    assert len(messages(page)) >= 1
    assert page.locator(".thumb:visible input:checked").input_value() == "3"


def test_two_visitors_do_not_meet(visit):
    one, two = visit("/vae?picture=1"), visit("/vae?picture=8")
    repaired(one), repaired(two)
    sources = [page.locator("#vae-board figure img").first.get_attribute("src") for page in (one, two)]
    assert sources[0] != sources[1]
    assert [page.locator(".thumb:visible input:checked").input_value() for page in (one, two)] == ["1", "8"]


def test_families_lead_to_each_other(visit):
    page = repaired(visit("/vae"))
    page.locator("#families a", has_text="CNN").click()
    page.locator("#scores .verdict").wait_for(timeout=PATIENT)
    page.locator("#families a", has_text="VAE").click()
    repaired(page)


def test_nothing_runs_off_a_telephone(visit):
    page = repaired(visit("/vae", viewport={"width": 390, "height": 844}))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
