"""Worksheets as they are printed: every page, both languages, as PDF."""

import io
import re
import unicodedata

import pypdf
import pytest

from restoration.lessons import LANGUAGES, PAGES, lesson
from restoration.ui.text import say

A4 = (595, 842)  # points
# Radicals that a font may share a glyph with, and that Unicode's normal form leaves alone.
RADICALS = str.maketrans(
    "⻅⻓⻔⻋⻢⻚⻛⻝⻥⻦⻩⻆⻄⻜⻨⻬⻮⻰⻣⻤⻉⻘⻙⻞⻧⻳⻁⺟⺠⻊",
    "见长门车马页风食鱼鸟黄角西飞麦齐齿龙骨鬼贝青韦饣卤龟虎母民足",
)  # fmt: skip


def pdf(page) -> list[str]:
    """The text of each page."""
    read = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    for sheet in read.pages:
        assert [round(float(side)) for side in sheet.mediabox[2:]] == pytest.approx(A4, abs=1)
    return [bare(sheet.extract_text()) for sheet in read.pages]


def bare(text: str) -> str:
    """A PDF keeps no white space, and names some glyphs by other characters of the same look: ligatures, radicals."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).translate(RADICALS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_worksheet_is_printed_whole(visit, app, lang):
    page = visit(f"/teach?lang={lang}")
    for id in PAGES:
        sheet = lesson(id, lang)
        page.goto(f"{app.url}/worksheet/{id}?lang={lang}")
        assert page.locator(".corner svg.qr").count() == 1
        printed = pdf(page)
        heading = bare(say("teach_answers", lang))
        (start,) = (n for n, text in enumerate(printed) if heading in text)
        assert start > 0 and printed[start].startswith(bare(f"Kintsugi · {say('teach_answers', lang)}")), id
        asked, answered = "".join(printed[:start]), "".join(printed[start:])
        assert all(len(text) > 12 for text in printed), id  # no empty page: the least is a heading over lines to write on
        assert not any("English" in text for text in printed)  # no navigation
        for text in (sheet.title, sheet.idea, sheet.predict.question, *sheet.predict.options, *(s.text for s in sheet.steps)):
            assert bare(text) in asked, (id, text)
        for question in sheet.check:
            for text in (question.question, *(option.text for option in question.options)):
                assert bare(text) in asked and bare(text) in answered
            assert all(bare(option.why) in answered and bare(option.why) not in asked for option in question.options)
        assert bare(sheet.predict.explanation) in answered and bare(sheet.predict.explanation) not in asked
        assert "✓" not in asked and answered.count("✓") == 1 + len(sheet.check)


def test_students_get_no_answers(visit):
    page = visit("/worksheet/start?lang=en&answers=0")
    sheet = lesson("start", "en")
    text = "".join(pdf(page))
    assert bare(sheet.predict.explanation) not in text and "31.7" not in text and bare(sheet.check[0].options[0].why) not in text
    page.get_by_role("link", name="With the answers").click()
    assert "31.7" in "".join(pdf(page))  # the network's PSNR of step 1


def test_an_unknown_page_is_a_sentence(visit, app):
    page = visit("/teach")
    for name in ("nowhere", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "x" * 5000):
        answer = page.goto(f"{app.url}/worksheet/{name}?lang=en")
        assert answer.status == 404
        assert len(page.locator("[role=alert]").inner_text()) < 600
        page.get_by_role("link", name="All worksheets").wait_for()


@pytest.mark.parametrize("path", ["/worksheet/gan-restore?lang=zh", "/worksheet/rnn-state?lang=en"])
def test_it_can_be_read_on_a_phone(visit, path):
    page = visit(path, viewport={"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
