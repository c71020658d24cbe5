"""The course page: the three paths, what is done of them, where to go on; the journal that the browser keeps, and what breaks it."""

import json

import pytest
from playwright.sync_api import expect

from restoration.course import PATHS
from restoration.lessons import PAGES, glossary, lesson
from restoration.ui.language import PAGES as FAMILIES
from restoration.ui.text import say

KEY = "kintsugi-journal"
# In private windows of some browsers, and where cookies are off, the very name raises.
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"


def did(page, lesson: str, what: str, at: int | None = None, **detail) -> None:
    """What the lab tells the document when something is done."""
    detail = {"lesson": lesson, "what": what, "at": at, "chose": None, "right": None, "said": {"question": "?", "answer": "!"}, **detail}
    page.evaluate("detail => document.dispatchEvent(new CustomEvent('kintsugi-did', { detail }))", detail)


def journal(page) -> dict | None:
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')") or "null")


def lab(visit, path="/?lang=en", **context):
    """A page of the lab that listens."""
    page = visit(path, **context)
    page.locator("#lesson .try").first.wait_for()
    page.locator("#journal").wait_for(state="attached")
    page.wait_for_function("() => JSON.parse(localStorage.getItem('kintsugi-journal'))?.pages.start?.open")
    return page


def course(page, app, lang="en"):
    page.goto(f"{app.url}/course?lang={lang}")
    return page


def part(page, path: str, lesson: str, name: str):
    return page.locator(f"#{path} [data-lesson={lesson}] [data-part={name}]")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_orders_the_course(app, visit, lang):
    page = visit(f"/course?lang={lang}")
    expect(page.locator("html")).to_have_attribute("lang", {"en": "en", "zh": "zh-CN"}[lang])
    expect(page.locator("h1")).to_have_text(say("course_title", lang))
    expect(page.locator(".families [aria-current]")).to_have_text(say("way_course", lang))
    for number, path in enumerate(PATHS):
        page.locator(".segments a").nth(number).click()
        shown = page.locator(".path:visible")
        expect(shown).to_have_count(1)
        assert shown.get_attribute("id") == path.id and page.url.endswith(f"#{path.id}")
        titles = [lesson(s.lesson, lang).title for m in path.meetings for s in m.stops]
        assert shown.locator(".entry .name a").all_inner_texts() == titles
        expect(shown.locator(".go-on .button")).to_have_text(say("course_begin", lang, page=titles[0]))
    below = page.locator(".pages .entry")
    assert {e.get_attribute("data-lesson") for e in below.all()} == set(PAGES)


def test_every_link_leads_to_the_lesson_on_its_family_s_page(app, visit):
    for lang in ("en", "zh"):
        page = visit(f"/course?lang={lang}")
        for anchor in page.locator(".entry a").all():
            id = anchor.locator("xpath=ancestor::li[@data-lesson]").get_attribute("data-lesson")
            address = anchor.evaluate("a => a.href").removeprefix(app.url)
            assert address.split("?")[0] == FAMILIES[lesson(id).family][lang]
            query = dict(pair.split("=") for pair in address.split("?")[1].split("&"))
            assert (query["lang"], query["lesson"]) == (lang, id)
            assert 1 <= int(query.get("step", 1)) <= len(lesson(id).steps)


def test_begin_opens_the_lab_at_the_first_lesson(app, visit):
    page = visit("/course?lang=en")
    page.locator(".path:visible .go-on .button").click()
    expect(page.locator("#lesson-read h2")).to_have_text(lesson("start").title)


def test_what_is_done_is_ticked_and_the_page_says_where_to_go_on(app, visit):
    page = lab(visit)
    did(page, "start", "open")
    did(page, "start", "step", 0)
    expect(page.locator("#lesson .try[data-done]")).to_have_count(1)
    expect(page.locator("#lesson .try[data-done] button")).to_have_text(lesson("start").steps[0].label)
    did(page, "start", "predict", chose=1, right=True)
    for n in range(2):
        did(page, "start", "check", n, chose=0, right=False)
    course(page, app)
    for name, done in (("open", True), ("step-0", True), ("step-1", False), ("predict", True)):
        state = part(page, "one-lesson", "start", name).locator(".state")
        expect(state).to_have_text(f"✓ {say('course_done', 'en')}" if done else say("course_not_yet", "en"))
    expect(page.locator("#one-lesson [data-lesson=start] .count")).to_have_text("3 of 5 done")
    go_on = page.locator("#one-lesson .go-on .button")
    expect(go_on).to_have_text(f"Go on: {lesson('start').title} – Step {lesson('start').steps[1].label}")
    assert go_on.evaluate("a => a.href").endswith("lesson=start&step=2")
    expect(part(page, "double-lesson", "start", "check")).to_have_class("done")
    expect(page.locator(".pages [data-lesson=start] .count")).to_have_text("4 of 6 done")
    expect(page.locator(".pages [data-lesson=rnn-state] .count")).to_have_text("0 of 7 done")


def test_a_path_can_be_finished(app, visit):
    page = lab(visit)
    for stop in PATHS[0].meetings[0].stops:
        for name in stop.parts:
            what, _, at = name.partition("-")
            did(page, stop.lesson, what, int(at) if at else None)
    course(page, app)
    expect(page.locator("#one-lesson .tally")).to_contain_text(say("course_finished", "en"))
    expect(page.locator("#one-lesson .go-on .button")).to_be_hidden()


def test_one_question_of_two_is_not_both(app, visit):
    page = lab(visit)
    did(page, "start", "check", 1, chose=0, right=False)
    course(page, app)
    expect(part(page, "double-lesson", "start", "check")).not_to_have_class("done")


def test_forgetting_asks_first(app, visit):
    page = lab(visit)
    did(page, "start", "step", 0)
    course(page, app)
    for answer, left in (("no", True), ("yes", False)):
        page.get_by_role("button", name=say("course_forget", "en")).click()
        page.locator(f"#ask [data-forget={answer}]").click()
        expect(page.locator("#ask")).to_be_hidden()
        assert (journal(page) is not None) == left
        expect(page.locator("#one-lesson [data-part].done")).to_have_count(2 if left else 0)  # the page was opened, too
    expect(page.locator("#forgotten")).to_have_text(say("course_forgotten", "en"))


def test_the_chosen_path_is_chosen_again(app, visit):
    page = visit("/course?lang=en")
    page.locator(".segments a").nth(2).click()
    course(page, app, "zh")
    expect(page.locator(".path:visible")).to_have_attribute("id", "term")
    page.goto(f"{app.url}/course?lang=en#double-lesson")  # a link says it louder
    expect(page.locator(".path:visible")).to_have_attribute("id", "double-lesson")


def test_without_a_script_all_of_it_is_there(app, visit):
    page = visit("/course?lang=en", java_script_enabled=False)
    expect(page.locator(".path:visible")).to_have_count(len(PATHS))
    expect(page.locator(".path .go-on .button").first).to_be_visible()
    expect(page.locator("#forget")).to_be_hidden()


def test_the_keyboard_is_enough(app, visit):
    page = visit("/course?lang=en")
    page.locator(".segments a").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#double-lesson")).to_be_visible()
    page.locator("#forget").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#ask")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#ask")).to_be_hidden()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_phone_shows_it_without_scrolling_sideways(app, visit, lang):
    page = visit(f"/course?lang={lang}#term", viewport={"width": 390, "height": 844})
    expect(page.locator("#term")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_word_is_found_in_the_glossary(app, visit):
    page = visit("/course?lang=zh")
    page.get_by_role("link", name=say("course_glossary", "zh")).click()
    expect(page.locator("h1")).to_have_text(say("glossary_title", "zh"))
    for typed, key in (("receptive", "receptive-field"), ("感受野", "receptive-field"), ("Nat", "nats")):
        page.locator("#find").fill(typed)
        expect(page.locator(f"#{key}")).to_be_visible()
        assert page.locator(".word:visible").count() < 20
    page.locator("#find").fill("xyzzy")
    expect(page.locator("#found")).to_have_text(say("glossary_none", "zh"))
    page.locator("#find").fill("")
    expect(page.locator(".word:visible")).to_have_count(len(glossary("zh")))
    page.locator("#receptive-field a").first.click()
    expect(page.locator("#lesson-read h2")).to_be_visible()


# The journal


def test_the_journal_keeps_what_the_report_needs(app, visit):
    page = lab(visit)
    said = {"question": "Which wins?", "answer": "The network"}
    did(page, "start", "open")
    did(page, "start", "step", 2)
    did(page, "start", "guess", 2, chose=0, said=said)
    did(page, "start", "guess", 2, chose=1, said=said)  # thought again
    did(page, "start", "found", 2, chose=1, right=True, said=said)
    did(page, "start", "run", 0, chose=3, right=False, said={"question": "By what factor?", "answer": "2"})
    kept = journal(page)
    assert kept["v"] == 1 and list(kept["pages"]) == ["start"]
    start = kept["pages"]["start"]
    assert start["open"] > 1.7e12 and list(start["steps"]) == ["2"] and start["predict"] is None and start["check"] == {}
    assert [(g["at"], g["chose"], g["said"]) for g in start["guess"]] == [(2, 1, said)]
    assert [(f["right"], f["chose"]) for f in start["found"]] == [(True, 1)]
    assert [r["said"]["answer"] for r in start["run"]] == ["2"] and start["run"][0]["time"] > 1.7e12


NOTHING = [
    None, {}, {"lesson": "start"}, {"lesson": "__proto__", "what": "open"}, {"lesson": "start", "what": "constructor"},
    {"lesson": "start", "what": "step", "at": -1}, {"lesson": 3, "what": "open"},
]  # fmt: skip


def test_what_says_nothing_is_not_kept(app, visit):
    page = lab(visit)
    before = journal(page)
    for detail in NOTHING:
        page.evaluate("detail => document.dispatchEvent(new CustomEvent('kintsugi-did', { detail }))", detail)
        assert journal(page) == before, detail


@pytest.mark.parametrize("stored", [
    "", "{", "null", "[]", '"x"', '{"v": 2, "pages": {"start": {"open": 5}}}', '{"v": 1, "pages": 7}',
    '{"v": 1, "pages": {"start": null, "x y": {}, "gan-game": {"steps": [1], "check": {"0": 3}, "guess": 1, "open": "?", "run": [7]}}}',
])  # fmt: skip
def test_a_broken_journal_breaks_nothing(app, visit, stored):
    page = visit("/course?lang=en")
    page.evaluate("text => localStorage.setItem('kintsugi-journal', text)", stored)
    page.reload()
    expect(page.locator("#one-lesson .tally")).to_have_text("0 of 11 done")
    page.evaluate("kintsugiJournal.add({ lesson: 'start', what: 'step', at: 0 })")  # as journal.js does
    assert list(journal(page)["pages"]["start"]["steps"]) == ["0"]


def test_the_journal_stays_small(app, visit):
    page = lab(visit)
    for n in range(60):
        did(page, f"page-{n}", "run", 0, said={"question": f"{n}" * 5000, "answer": "a" * 5000})
    for n in range(40):
        did(page, "start", "run", n % 10, said={"question": f"number {n}", "answer": "a" * 5000})
    kept = journal(page)
    assert len(json.dumps(kept)) < 250_000 and len(kept["pages"]) <= 40
    assert len(kept["pages"]["start"]["run"]) <= 12 and kept["pages"]["start"]["run"][-1]["said"]["question"] == "number 39"


def test_refused_storage_is_said_and_breaks_nothing(app, visit):
    page = visit("/course?lang=en")
    page.add_init_script(REFUSED)
    course(page, app)
    expect(page.locator("#not-kept")).to_be_visible()
    expect(page.locator("#forget")).to_be_hidden()
    page.locator(".segments a").nth(1).click()
    expect(page.locator("#double-lesson")).to_be_visible()
    page.goto(f"{app.url}/?lang=en")
    page.locator("#lesson .try").first.wait_for()
    did(page, "start", "open")
    did(page, "start", "step", 1)
    expect(page.locator("#lesson .try[data-done] button")).to_have_text(lesson("start").steps[1].label)  # as long as the page lasts


def test_done_steps_are_marked_again_when_the_page_is_opened_again(app, visit):
    page = lab(visit)
    did(page, "start", "step", 1)
    page.reload()
    page.locator("#lesson .try").first.wait_for()
    did(page, "start", "open")
    marked = page.locator("#lesson .try[data-done]")
    expect(marked).to_have_attribute("data-done", say("course_done", "en"))
    expect(marked.locator("button")).to_have_text(lesson("start").steps[1].label)
    did(page, "cnn-denoise", "open")
    expect(page.locator("#lesson .try[data-done]")).to_have_count(0)
