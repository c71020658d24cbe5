"""The screen, in a real browser."""

import re
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import urlopen

import numpy as np
import pytest
from playwright.sync_api import expect
from screen import foretell, messages, pair, ready, restore, score, send, shown, slider, source, until

import restoration
from restoration import lab
from restoration.images import from_uint8, to_uint8
from restoration.lessons import lesson

CLEAN = restoration.load_sample("cat", 256)
CAT = to_uint8(CLEAN)


def query(page) -> dict:
    return {key: values[0] for key, values in parse_qs(urlsplit(page.evaluate("location.href")).query).items()}


def test_opens_with_a_computed_result(visit):
    page = ready(visit())
    assert page.title() == "Kintsugi"
    assert page.locator("h1").inner_text() == "Kintsugi"
    assert page.evaluate("document.documentElement.lang") == "en"
    damaged, restored = shown(page, "damaged"), shown(page, "restored")
    psnr = [restoration.psnr(from_uint8(x), CLEAN) for x in (damaged, restored)]
    assert psnr[1] > psnr[0] + 5
    assert [score(page, "damaged"), score(page)] == [f"{x:.2f}" for x in psnr]
    methods = page.locator(".scores tr.yardstick th").all_inner_texts()
    assert "Non-local means" in methods and len(methods) >= 3
    assert page.locator(".scores tr.network .star").count() == 2
    gain = re.search(r"gains (\d+\.\d) dB", page.locator(".verdict").inner_text())[1]
    assert float(gain) == pytest.approx(psnr[1] - psnr[0], abs=0.06)
    assert page.locator("#errors img").count() == 3
    for image in page.locator("#errors img, .stage img, .thumb img").all():
        assert image.get_attribute("alt")


@pytest.mark.parametrize(("path", "settings"), [("/", {}), ("/gan", {"seed": "4"}), ("/vae", {}), ("/zh-rnn", {})])
def test_a_tab_opened_while_the_page_loads_stays_open(visit, app, path, settings):
    page, held = visit("/course"), []
    page.route("**/queue/data*", lambda route: held.append(route), times=1)  # what the server first says to the page
    page.goto(f"{app.url}{path}?{urlencode(settings)}")
    tab = page.locator("#panels [data-tab-id=curves]:visible")
    tab.click()
    until(lambda: page.wait_for_timeout(500) or held, "the page listens")
    held[0].continue_()
    page.locator(".verdict").first.wait_for(state="attached")
    until(lambda: query(page).get("tab") == "curves", "the link names the tab")
    assert settings.items() <= query(page).items()
    page.wait_for_timeout(1000)
    expect(tab).to_have_attribute("aria-selected", "true")


def test_the_sign_stands_in_the_browser_s_tab(app):
    """Gradio's pages name no icon: a browser asks for /favicon.ico then."""
    with urlopen(f"{app.url}/course") as page:
        assert b'rel="icon"' in page.read()
    with urlopen(f"{app.url}/favicon.ico") as sign:
        assert sign.headers["content-type"].startswith("image/svg") and b'class="gold"' in sign.read()


def test_pictures_reach_the_browser_without_loss(visit):
    page = ready(visit())
    pair(page, "Damaged | original")
    until(lambda: page.locator(".stage [data-kind=clean]").count())
    clean, damaged = shown(page, "clean"), shown(page, "damaged")
    assert np.array_equal(clean, CAT)
    middle = (clean > 90) & (clean < 165)  # where noise of sigma 25 is not clipped at black or white
    noise = (damaged.astype(float) - clean)[middle]
    assert noise.std() == pytest.approx(25, rel=0.03)
    assert np.array_equal(damaged, to_uint8(restoration.degrade(CLEAN, "noise", sigma=25, seed=0)))


def test_a_sample_is_chosen_ruined_and_mended(visit):
    page = ready(visit())
    page.get_by_role("radio", name=lab.samples()["coffee"].alt_en).check()
    until(lambda: query(page).get("picture") == "coffee", "the link names the new picture")
    expect(page.locator(".status")).to_contain_text("not been mended")
    assert page.locator(".scores tr.network").count() == 0  # the old result is not shown as if it were this picture's
    expect(page.locator(".stage [data-kind=restored]")).to_have_count(0)  # when the new picture is decoded
    restore(page)
    ready(page)
    clean = restoration.load_sample("coffee", 256)
    assert score(page) == f"{restoration.psnr(from_uint8(shown(page, 'restored')), clean):.2f}"


def test_the_damaged_picture_follows_the_control(visit):
    page = ready(visit())
    before = source(page, "damaged")
    slider(page).focus()
    page.keyboard.press("ArrowRight")
    until(lambda: source(page, "damaged") != before, "another picture", seconds=10)
    wanted = restoration.degrade(CLEAN, "noise", sigma=26, seed=0)
    until(lambda: np.array_equal(shown(page, "damaged"), to_uint8(wanted)), "noise of sigma 26")
    page.keyboard.press("ArrowLeft")  # back where it was: its result is shown again
    ready(page)
    number = page.locator(".damage-step input[type=number]:visible").first
    number.fill("999")  # while it is typed in, it counts as the largest
    until(lambda: query(page).get("damage") == "noise:sigma=100", "sigma 100")
    assert messages(page) == []


def test_only_the_controls_that_fit_and_three_damages_at_most(visit):
    page = ready(visit("/?damage=motion-blur:length=9,angle=45"))
    assert slider(page).count() + slider(page, 1).count() == 2
    page.get_by_role("button", name="+ another damage").click()
    until(lambda: "jpeg" in query(page)["damage"])
    page.get_by_role("button", name="+ another damage").click()
    until(lambda: query(page)["damage"].count(";") == 2)
    expect(page.get_by_role("button", name="+ another damage")).to_be_hidden()
    page.get_by_role("button", name="Take away").first.click()
    until(lambda: "jpeg" not in query(page)["damage"])
    page.get_by_label("Damage", exact=True).click()
    page.get_by_role("option", name="Lost colour").click()
    until(lambda: query(page)["damage"].startswith("grayscale;"))
    page.locator("#steps > .damage-step").nth(1).get_by_role("button", name="Take away").click()
    until(lambda: query(page)["damage"] == "grayscale")
    assert slider(page).count() == 0
    restore(page)
    expect(page.locator(".notes")).to_contain_text("No classical method")


def test_pairs_slider_and_side_by_side_by_keyboard(visit):
    page = ready(visit())
    for name, kinds in (
        ("Original | restored", ["clean", "restored"]),
        ("Classical | restored", ["yardstick", "restored"]),
        ("Damaged | original", ["damaged", "clean"]),
        ("Damaged | restored", ["damaged", "restored"]),
    ):
        pair(page, name)
        for side, kind in zip(("left", "right"), kinds, strict=True):
            page.locator(f".stage .{side}[data-kind={kind}]").wait_for()
    until(lambda: "pair" not in query(page))  # the default is not in the link

    divider = page.locator(".stage input")
    divider.focus()
    page.keyboard.press("Home")
    assert page.evaluate("getComputedStyle(document.querySelector('.seam')).left") == "0px"
    page.keyboard.press("ArrowRight")
    assert divider.input_value() == "1"

    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.get_by_role("button", name="Side by side").get_attribute("aria-pressed") == "true"
    left, right = (page.locator(f".stage .{side}").bounding_box() for side in ("left", "right"))
    assert left["x"] + left["width"] <= right["x"] and left["y"] == right["y"]


def test_what_is_downloaded_is_what_is_scored(visit):
    page = ready(visit())
    with page.expect_download() as download:
        page.locator("#download").click()
    assert download.value.suggested_filename == "kintsugi-restored.png"
    saved = restoration.load_image(download.value.path())
    assert np.array_equal(to_uint8(saved), shown(page, "restored"))
    assert f"{restoration.psnr(saved, CLEAN):.2f}" == score(page)


def test_a_run_shows_where_it_is_and_can_be_stopped(visit):
    page = ready(visit("/?picture=coffee"))
    page.get_by_role("radio", name="Full size").check()
    until(lambda: query(page).get("size") == "full")
    until(lambda: "not been mended" in page.locator(".status").inner_text())
    page.get_by_role("button", name="Restore", exact=True).click()
    expect(page.locator(".status.running")).to_contain_text(
        "Classical methods"
    )  # the network's result is there already
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(page.locator(".status")).to_contain_text("Stopped")
    expect(page.get_by_role("button", name="Stop", exact=True)).to_be_hidden()
    assert shown(page, "damaged").shape == lab.sample("coffee", "full").array.shape
    restore(page)


def test_the_spectrum_is_drawn_and_the_scores_are_explained(visit):
    page = ready(visit())
    page.locator("#spectrum-box button").first.click()
    page.locator("#spectrum img").wait_for()
    assert page.locator("#spectrum img").get_attribute("alt")
    page.locator("#definitions button").first.click()
    expect(page.locator("#definitions")).to_contain_text("PSNR")
    expect(page.locator("#definitions")).to_contain_text("SSIM")


def test_loss_curves(visit):
    page = visit("/?tab=curves")
    page.locator("#curves img").wait_for()
    expect(page.locator("#facts")).to_contain_text("parameters")
    before = page.locator("#curves img").get_attribute("src")
    page.get_by_role("radio", name="Updates").check()
    until(lambda: page.locator("#curves img").get_attribute("src") != before, "the other axis")
    page.get_by_role("tab", name="Restore").click()
    until(lambda: "tab" not in query(page))
    ready(page)


def test_a_second_click_on_an_axis_is_not_lost_while_the_first_is_answered(visit):
    page = visit("/?tab=curves")
    page.locator("#curves img").wait_for()
    src = page.locator("#curves img").get_attribute
    time = src("src")
    page.get_by_role("radio", name="Updates").check()
    until(lambda: src("src") != time, "the other axis")
    updates = src("src")
    page.evaluate(
        "(radios) => { radios[0].click(); return new Promise((done) => setTimeout(() => done(radios[1].click()), 15)); }",
        page.locator(".segments input[type=radio]:visible").element_handles(),
    )
    page.wait_for_timeout(2000)  # both are answered
    assert src("src") == updates


def test_the_language_is_switched_and_the_case_kept(visit):
    page = ready(visit("/?picture=coffee&damage=missing-text:size=20&seed=3"))
    page.get_by_role("link", name="中文").click()
    page.wait_for_url(re.compile("/zh"))
    ready(page)
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    assert query(page) == {"lang": "zh", "picture": "coffee", "damage": "missing-text:size=20", "seed": "3"}
    expect(page.get_by_role("button", name="修复", exact=True)).to_be_visible()
    expect(page.locator("#lesson-read")).to_contain_text(lesson("start", "zh").title)
    expect(page.locator(".verdict")).to_contain_text("网络")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(re.compile(r"/\?"))
    ready(page)
    assert query(page)["lang"] == "en"


def test_a_browser_in_chinese_gets_the_chinese_page_unless_the_link_says_otherwise(visit):
    page = ready(visit(locale="zh-CN"))
    assert urlsplit(page.url).path == "/zh"
    page = ready(visit("/?lang=en", locale="zh-CN"))
    assert urlsplit(page.url).path == "/"


CASE = {
    "lang": "en", "picture": "rocket", "damage": "blur:sigma=2.5;noise:sigma=12;missing-pixels:share=0.2", "seed": "77", "blind": "1",
    "size": "full", "pair": "clean-restored", "tab": "curves", "lesson": "cnn-denoise",
}  # fmt: skip


def test_a_link_holds_everything(visit):
    page = visit("/?" + "&".join(f"{key}={value}" for key, value in CASE.items()))
    page.locator("#curves img").wait_for()
    assert query(page) == CASE
    assert messages(page) == []
    page.get_by_role("tab", name="Restore").click()
    ready(page)
    assert page.get_by_role("radio", name=lab.samples()["rocket"].alt_en).is_checked()
    assert page.locator("#seed input").input_value() == "77"
    assert [slider(page, n).input_value() for n in range(3)] == ["2.5", "12", "0.2"]
    assert page.get_by_role("radio", name="Must guess it (blind)").is_checked()
    assert page.get_by_role("radio", name="Full size").is_checked()
    page.locator(".stage .left[data-kind=clean]").wait_for()
    expect(page.locator("#lesson-read")).to_contain_text(lesson("cnn-denoise", "en").title)
    until(lambda: query(page) == {key: value for key, value in CASE.items() if key != "tab"}, "the tab left the link")


def test_told_or_blind_is_asked_only_where_it_makes_a_difference(visit):
    for damage, times in (("jpeg:quality=10", 0), ("noise:sigma=25", 1)):
        page = ready(visit(f"/?damage={damage}"))
        expect(page.get_by_role("radio", name="Must guess it (blind)")).to_have_count(times)


def test_copy_link(visit):
    page = ready(visit("/?pair=clean-restored", permissions=["clipboard-read", "clipboard-write"]))
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("#link .copied")).to_contain_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.evaluate("location.href")
    page = ready(visit("/?pair=clean-restored"))
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")  # as on a page without https
    page.get_by_role("button", name="Copy link").click()
    field = page.get_by_label("Copy this link:")
    expect(field).to_be_visible()
    assert field.input_value() == page.evaluate("location.href")


@pytest.mark.parametrize(("path", "words"), [("/?", "the default is used"), ("/zh?", "默认值")])
def test_wrong_values_in_a_link_fall_back_and_say_so(visit, path, words):
    page = ready(
        visit(
            path + "picture=<img src=x onerror=alert(1)>&damage=noise:sigma=999&seed=7&pair=none&blind=maybe&model=gan"
        )
    )
    texts = until(lambda: len(messages(page)) == 5 and messages(page), "five messages")
    assert any(words in text and "<img src=x" in text for text in texts)  # shown as text, not run
    assert any("sigma" in text and "100" in text for text in texts)
    assert query(page) == {"lang": "zh" if "zh" in path else "en", "seed": "7"}  # what was right is kept


def test_reset(visit):
    page = ready(visit("/?picture=coffee&damage=missing-text;grayscale&seed=3&pair=clean-restored&lesson=cnn-denoise"))
    with page.expect_navigation():
        page.get_by_role("button", name="Reset").click()
    ready(page)
    until(lambda: query(page) == {"lang": "en"}, "the default case")
    ready(page)
    assert page.get_by_role("radio", name=lab.samples()["cat"].alt_en).is_checked()
    assert page.locator("#steps > .damage-step:visible").count() == 1
    assert page.locator("#seed input").input_value() == "0"


def test_a_lesson_sets_the_lab_and_answers(visit):
    page = ready(visit())
    start = lesson("start", "en")
    step = start.steps[1]
    page.get_by_role("button", name=step.label).click()
    case, _ = lab.parse_case(step.set)
    until(lambda: query(page) == {"lang": "en", **lab.case_query(case), "step": "2"}, "the step's case in the link")
    foretell(page)
    until(lambda: "not its job" in page.locator(".verdict").inner_text(), "the step is run")

    run = page.locator("#predict-run")
    expect(run).to_be_disabled()
    page.get_by_label(start.predict.options[start.predict.answer], exact=True).check()
    expect(run).to_be_enabled()
    run.click()
    expect(page.locator("#predict-answer")).to_contain_text("You said so", timeout=30_000)
    assert query(page)["damage"] == lab.damage_text(lab.parse_case(start.predict.set)[0].damage)

    for n, question in enumerate(start.check):
        for option in question.options:
            page.get_by_label(option.text, exact=True).check()
            answer = page.locator("#lesson .block.answer").nth(1 + n)  # the first belongs to the prediction
            expect(answer).to_contain_text("Right." if option.right else "Not quite.")
            expect(answer).to_contain_text(option.why[:30])


def test_another_page_of_the_lesson(visit):
    page = ready(visit())
    page.locator("#lesson-page input").click()
    page.get_by_role("option", name=lesson("cnn-denoise", "en").title).click()
    expect(page.locator("#lesson-read")).to_contain_text(lesson("cnn-denoise", "en").title)
    assert page.locator("#lesson pre code").count() >= 1  # quoted code
    assert page.locator("#lesson .katex").count() >= 1  # formulas
    until(lambda: query(page).get("lesson") == "cnn-denoise")
    assert page.locator("#lesson .column > .try:visible, #lesson > .try:visible").count() == len(
        lesson("cnn-denoise", "en").steps
    )


@pytest.mark.parametrize("path", ["/", "/zh?lesson=cnn-denoise", "/?tab=curves"])
def test_a_telephone_needs_no_sideways_scroll(visit, path):
    page = visit(path, viewport={"width": 390, "height": 844})
    page.locator(".stage .left img[src]" if "curves" not in path else "#curves img").wait_for()
    page.wait_for_timeout(500)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    wide = page.evaluate("""[...document.querySelectorAll('main *')].filter((e) => {
      const box = e.getBoundingClientRect();
      return box.width && (box.right > 391 || box.left < -1)
        && !e.closest('pre, .katex-display, .sr, .thumb span, .visually-hidden, [hidden]');
    }).map((e) => e.tagName + '#' + e.id + '.' + e.className).slice(0, 5)""")
    assert wide == []


def test_a_painted_mask(visit):
    page = ready(visit("/?damage=missing-mask"))
    box = page.locator(".board canvas").bounding_box()
    page.mouse.move(box["x"] + 60, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 160, box["y"] + 60, steps=4)
    page.mouse.up()
    until(lambda: (shown(page, "damaged") == 0).all(-1).sum() > 1000, "black where it was painted")
    lost = (shown(page, "damaged") == 0).all(-1)
    assert lost[60, 60:160].all() and not lost[200:].any()
    restore(page)
    until(lambda: "Telea" in page.locator(".scores").inner_text())
    page.get_by_role("button", name="Clear").click()
    until(lambda: not (shown(page, "damaged") == 0).all(-1).any(), "nothing lost any more")


def test_an_uploaded_mask(visit, tmp_path):
    from PIL import Image

    mask = np.full((64, 64, 3), 255, np.uint8)
    mask[:32] = 0  # black: the upper half
    Image.fromarray(mask).save(tmp_path / "mask.png")
    page = ready(visit("/?damage=missing-mask"))
    page.locator(".mask-box input[type=file]").set_input_files(str(tmp_path / "mask.png"))
    until(lambda: (shown(page, "damaged")[:128] == 0).all(), "the upper half is lost")
    assert np.array_equal(shown(page, "damaged")[128:], CAT[128:])


def test_a_photo_that_came_damaged_is_mended_without_scores(visit, tmp_path):
    noisy = restoration.degrade(restoration.load_sample("coffee", 200), "noise", sigma=20, seed=1)
    restoration.save_image(noisy, tmp_path / "noisy.png")
    page = ready(visit())
    send(page, tmp_path / "noisy.png")
    until(
        lambda: "Your own" in (page.locator(".stage .left img").get_attribute("alt") or ""), "the photo is in the lab"
    )
    page.get_by_label("My photo is already damaged").check()
    until(lambda: np.array_equal(shown(page, "damaged"), to_uint8(noisy)), "as it came")
    expect(page.locator(".damage-step").first).to_be_hidden()
    restore(page)
    expect(page.locator(".verdict")).to_contain_text("no score is possible")
    assert score(page) == "–"
    expect(page.locator(".notes")).to_contain_text("guessed sigma")
    gain = restoration.psnr(
        from_uint8(shown(page, "restored")), restoration.load_sample("coffee", 200)
    ) - restoration.psnr(noisy, restoration.load_sample("coffee", 200))
    assert gain > 3
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("#link")).to_contain_text("not part of the link")


def test_two_visitors_never_meet(visit, tmp_path):
    colours = {"red": (200, 30, 30), "blue": (30, 30, 200)}
    pages = {}
    for name, colour in colours.items():
        restoration.save_image(from_uint8(np.full((96, 96, 3), colour, np.uint8)), tmp_path / f"{name}.png")
        pages[name] = ready(visit())
    for name, page in pages.items():
        send(page, tmp_path / f"{name}.png")
    for page in pages.values():
        until(lambda page=page: page.locator(".status").inner_text().startswith("This picture has not"))
    for _ in range(2):
        for page in pages.values():  # both at once: neither is waited for
            page.get_by_role("button", name="Restore", exact=True).click()
        for name, page in pages.items():
            ready(page)
            for kind in ("damaged", "restored"):
                mean = shown(page, kind).mean((0, 1))
                assert np.abs(mean - colours[name]).max() < 12, (name, kind, mean)
        for page in pages.values():
            slider(page).focus()
            page.keyboard.press("ArrowRight")
            until(lambda page=page: "not been mended" in page.locator(".status").inner_text())
