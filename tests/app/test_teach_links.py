"""A teacher's link in a real browser: what it hides and fixes, that it stays, that nobody is trapped; and the page that makes it."""

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import expect
from screen import foretell, messages, ready, slider, until


def query(page) -> dict:
    return {key: values[0] for key, values in parse_qs(urlsplit(page.evaluate("location.href")).query).items()}


def seen(page, *names) -> list[bool]:
    return [page.locator(f"#steps .control-{name}").first.is_visible() for name in names]


def test_only_sigma(visit):
    page = ready(visit("/?lesson=start&picture=grass&seed=5&damage=noise:sigma%3D40&only=sigma&fix=seed,picture"))
    assert seen(page, "sigma", "picture", "upload", "pixels", "damage", "chain", "seed", "model", "blind") == [True] + [False] * 8
    expect(page.locator(".step-1 .fixed")).to_have_text("Photo: Grass")
    expect(page.locator(".step-2 .fixed")).to_have_text("Random seed: 5")
    expect(page.get_by_role("button", name="Restore", exact=True)).to_be_visible()
    expect(page.locator("#lesson-read")).to_contain_text("What restoration is")
    slider(page).fill("30")
    until(lambda: "sigma=30" in query(page).get("damage", ""), "the link follows")
    assert query(page)["only"] == "sigma" and query(page)["fix"] == "picture,seed"
    assert "only=sigma" in page.locator("a[data-lang=zh]").get_attribute("href")
    with page.expect_navigation():
        page.get_by_role("button", name="Reset", exact=True).click()
    ready(page)
    until(lambda: "sigma=40" in query(page).get("damage", ""), "Reset goes back to the link's case")
    assert query(page)["picture"] == "grass"
    page.get_by_role("link", name="Show everything").click()
    page = ready(page)
    assert seen(page, "sigma", "picture", "damage", "seed") == [True] * 4
    assert query(page)["picture"] == "grass" and not {"only", "fix"} & set(query(page))


@pytest.mark.parametrize(
    ("path", "stays", "goes"),
    [
        ("/gan?only=damage,size&damage=missing-block:size%3D0.25", ("damage", "size"), ("picture", "upload", "seed")),
        ("/vae?only=share", ("share",), ("subject", "picture", "upload", "damage", "seed")),
        ("/rnn?only=sigma", ("sigma",), ("picture", "upload", "wipe", "seed")),
    ],
)
def test_other_families(visit, path, stays, goes):
    page = visit(path)
    expect(page.locator("#link .limits")).to_be_visible()
    page.locator(f"#steps .control-{stays[-1]}").first.wait_for()
    assert seen(page, *stays, *goes) == [True] * len(stays) + [False] * len(goes)


HOSTILE = quote("<script>document.title='broken'</script>") + ",../../etc," + "x" * 10_000


def test_a_hostile_link_is_a_sentence(visit):
    page = ready(visit(f"/?only=sigma&only={HOSTILE}&fix={HOSTILE}&fix=seed&step={HOSTILE[:200]}&present={HOSTILE[:99]}&picture=%00"))
    until(lambda: len(messages(page)) >= 3)
    assert all(len(said) < 400 for said in messages(page))
    assert page.title() == "Kintsugi"
    assert seen(page, "sigma", "damage") == [True, False]
    assert "script" not in page.evaluate("location.search") and len(page.evaluate("location.search")) < 300
    expect(page.locator(".step-2 .fixed")).to_have_text("Random seed: 0")


def test_a_link_of_wrong_names_only_limits_nothing(visit):
    page = ready(visit("/?only=banana"))
    until(lambda: any("banana" in said for said in messages(page)))
    assert seen(page, "picture", "damage", "seed") == [True] * 3
    expect(page.locator("#link .limits")).to_be_hidden()


def test_a_plain_link_resets_to_the_default(visit):
    page = ready(visit("/?picture=grass"))
    with page.expect_navigation():
        page.get_by_role("button", name="Reset", exact=True).click()
    ready(page)
    until(lambda: "picture" not in query(page))


def test_the_page_makes_a_link_that_works(visit):
    page = visit("/teach?lang=en")
    page.get_by_label("Lesson").select_option("cnn-denoise")
    page.get_by_label("Open at step").locator("option", has_text="Sweep").wait_for(state="attached")
    page.get_by_label("Open at step").select_option("1")
    page.get_by_label("Noise level σ").check()
    expect(page.locator("#made-link")).to_have_value(re.compile("only=sigma"))
    page.get_by_role("group", name="Show as text").get_by_label("Photo").check()
    expect(page.locator("#made-link")).to_have_value(re.compile("only=sigma&fix=picture&step=1"))
    assert page.locator("#made svg.qr").is_visible()
    page.get_by_role("link", name="Open it").click()
    foretell(page)  # it opens at a step, which asks first
    assert seen(page, "sigma", "picture", "damage") == [True, False, False]
    assert query(page)["lesson"] == "cnn-denoise" and query(page)["damage"] == "noise:sigma=10"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_works_without_script(visit, lang):
    page = visit(f"/teach?lang={lang}", java_script_enabled=False)
    page.locator("[name=lesson]").select_option("gan-restore")
    page.locator("[name=limit][value=some]").check()
    page.locator("button.make").click()
    assert "only=none" in page.locator("#made-link").input_value()
    assert "gan" in urlsplit(page.locator("#made-link").input_value()).path
    assert page.locator("[name=can][value=mix]").count() == 1


def test_hostile_values_of_the_page_are_sentences(visit):
    bad = "&".join(f"{key}={HOSTILE}" for key in ("lesson", "step", "can", "seed", "picture", "for"))
    page = visit(f"/teach?{bad}&limit=some&can=sigma")
    assert page.locator("[role=alert]").count() == 6
    assert "only=sigma" in page.locator("#made-link").input_value()
    assert "script" not in page.locator("#made-link").input_value()
    assert page.evaluate("document.title") == "For teachers – Kintsugi"


def test_a_phone_needs_no_sideways_scrolling(visit):
    for path in ("/teach?lang=en", "/teach?lang=zh", "/?only=sigma&fix=picture,seed"):
        page = visit(path, viewport={"width": 390, "height": 844})
        page.locator("h1").first.wait_for()
        page.wait_for_timeout(1000)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
