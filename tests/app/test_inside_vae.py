"""The Look inside panel of the VAE's page, in a real browser: what it shows is what the networks answer."""

import base64
import io
import re

import numpy as np
from PIL import Image
from playwright.sync_api import expect

from restoration.lab import vae, vae_inside
from restoration.studies import vae_bytes

LONG = 90_000  # milliseconds: the machine may be busy


def opened(visit, tab="", path="/vae?tab=inside", ready=".strip img", **context):
    """The panel with one of its tabs open and showing something. tab: its name on the screen, "" for the first."""
    page = visit(path, **context)
    page.set_default_timeout(LONG)
    page.locator("#vae-draws .draws").wait_for()  # the link has been read
    if tab:
        page.locator("#vae-inside").get_by_role("tab", name=tab).click()
    page.locator(f"#vae-inside {ready}:visible").first.wait_for()
    return page


def picture(image) -> np.ndarray:
    """An <img> as the browser got it: a PNG of the page itself."""
    head, _, data = image.get_attribute("src").partition(",")
    assert head == "data:image/png;base64"
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB"))


def read(text: str) -> float:
    return float(text.strip("()").replace("−", "-"))


def test_each_draw_is_the_one_that_was_computed(visit):
    page = opened(visit, ready=".draws .strip img")
    panel = page.locator("#vae-draws")
    seen = vae_inside.sample(vae.picture("digits", 3), "vae-digits-2d", 0)
    expect(panel.locator(".strip img")).to_have_count(1)
    panel.get_by_role("button", name="Draw", exact=True).click()
    expect(panel.locator(".strip img")).to_have_count(2)
    assert np.array_equal(picture(panel.locator(".strip img").nth(1)), seen.pictures[1])
    line = panel.locator(".formulas p").first
    mean, sigma, eps = (read(line.locator(f".{name}").inner_text()) for name in ("mean", "sigma", "eps"))
    assert abs(eps - seen.eps[1][0]) < 0.006 and abs(mean - seen.mean[0]) < 0.006 and abs(sigma - seen.sigma[0]) < 0.0006
    assert abs(read(line.locator("strong").inner_text()) - seen.z[1][0]) < 0.006
    gradients = [read(text) for text in panel.locator(".pulls tbody td:last-child").all_inner_texts()]
    expected = [seen.to_mean[1][0], seen.to_sigma[1][0], seen.to_mean[1][1], seen.to_sigma[1][1]]
    assert np.allclose(gradients, expected, atol=0.02, rtol=1e-3)
    panel.get_by_role("button", name="a sampler in between").click()
    assert [read(text) for text in panel.locator(".pulls tbody td:last-child").all_inner_texts()] == [0, 0, 0, 0]
    panel.get_by_role("button", name="Draw 16").click()  # more than were decoded at once
    expect(panel.locator(".strip img")).to_have_count(18)
    panel.get_by_role("button", name="Start again").click()
    expect(panel.locator(".strip img")).to_have_count(1)
    assert np.array_equal(picture(panel.locator(".strip img").first), seen.pictures[0])


def test_beta_moves_through_the_saved_networks_by_keyboard(visit):
    page = opened(visit, "Two terms", ready=".terms .bars rect")
    panel, slider = page.locator("#vae-terms"), page.locator("#vae-terms .beta input")
    for key, name in (("Home", "vae-beta-0"), ("ArrowRight", "vae-beta-quarter"), ("End", "vae-beta-4")):
        slider.press(key)
        told = vae_inside.tell(vae.picture("digits", 3), name)
        assert np.array_equal(picture(panel.locator(".trio img").nth(1)), told.picture)
        bill = panel.locator(".bill tbody tr").first.locator("td").all_inner_texts()
        assert abs(read(bill[0]) - told.reconstruction[0]) < 0.1
        assert bill[1] == "–" if told.beta == 0 else abs(read(bill[1]) - told.kl[0].sum()) < 0.1
    assert panel.locator(".codes .code").count() == 300
    panel.get_by_role("button", name="16 latent numbers").click()
    expect(panel.locator(".beta")).to_be_hidden()
    expect(panel.locator(".bars .solid")).to_have_count(16)


def test_a_code_of_few_bytes_beside_jpeg(visit):
    page = opened(visit, "Compression", ready=".compress .hex")
    panel = page.locator("#vae-compress")
    codes, (jpegs, png) = vae_inside.encode(vae.picture("digits", 3)), vae_inside.jpegs(vae.picture("digits", 3))
    panel.get_by_role("button", name="16", exact=True).click()
    panel.locator(".bits").press("End")
    code = next(c for c in codes if (c.size, c.bits) == (16, 8))
    expect(panel.locator(".hex")).to_have_text(code.data.hex(" "))
    images = panel.locator(".trio img")
    assert np.array_equal(picture(images.nth(1)), code.picture) and np.array_equal(picture(images.nth(2)), jpegs[0].picture)
    panel.locator(".quality").press("End")
    assert np.array_equal(picture(images.nth(2)), jpegs[-1].picture)
    expect(panel.locator(".trio figcaption").nth(0)).to_contain_text(str(png))
    expect(panel.locator(".trio figcaption").nth(2)).to_contain_text(f"file {jpegs[-1].bytes} bytes, of which {jpegs[-1].payload}")
    best = max(row["psnr"] for row in vae_bytes.read().codes)
    expect(panel.locator(".latent-said li").first).to_contain_text(f"{best:.1f} dB")


def test_two_chosen_digits_and_their_mean(visit):
    page = opened(visit, "Why blurred?", ready=".average .answers img")
    panel = page.locator("#vae-average")
    chosen = panel.locator("[data-which=second] [data-number='5']")
    chosen.click()
    expect(chosen).to_have_attribute("aria-pressed", "true")
    panel.get_by_role("button", name="upper half").click()
    expect(panel.locator("[data-half=upper]")).to_have_attribute("aria-pressed", "true")
    seen = vae_inside.answer(vae.picture("digits", 3).array, 5, "upper")
    for n, kind in enumerate(("first", "second", "mean")):
        assert np.array_equal(picture(panel.locator(".answers img").nth(n + 1)), seen.pictures[kind])
    assert np.array_equal(picture(panel.locator(".big img")), seen.pictures["drawn_mean"])
    costs = [read(text.split("=")[-1]) for text in panel.locator("table tbody td:nth-child(4)").all_inner_texts()]
    assert abs(costs[2] - costs[0] / 2) < 0.11 and costs[0] == costs[1]


def test_another_subject_in_chinese_at_phone_width(visit):
    small = {"width": 390, "height": 800}
    page = opened(visit, path="/zh-vae?tab=inside&subject=flowers&picture=1", ready=".draws .strip img", viewport=small)
    expect(page.locator("#vae-draws .note")).to_contain_text("128")
    for tab, ready in (("两项损失", ".terms .bars rect"), ("压缩", ".compress .hex"), ("为什么模糊？", ".average .answers img")):
        page.locator("#vae-inside").get_by_role("tab", name=tab).click()
        page.locator(f"#vae-inside {ready}:visible").first.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.locator("#vae-average .note")).to_contain_text("数字")
    for sentence in page.locator("#vae-average .latent-said li").all_inner_texts():
        assert not re.search("[A-Za-z]{5,}", sentence), sentence
