"""The lab report: one file, nothing fetched, the pixels that were shown, whatever the browser remembers."""

import base64
import io
import json
import re
from html.parser import HTMLParser

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect
from screen import messages, ready, shown, slider, until

from restoration.lessons import lesson


class Read(HTMLParser):
    """Whatever a report names outside itself, and its pictures by kind."""

    def __init__(self, text: str):
        super().__init__()
        self.outside, self.tags, self.pictures = [], [], {}
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append(tag)
        named = [value for key, value in attrs.items() if key in ("href", "src", "action", "data")]
        self.outside += [value for value in named if not value.startswith("data:image/png")]
        self.outside += [key for key in attrs if key.startswith("on")]
        if tag == "img":
            data = base64.b64decode(attrs["src"].partition("base64,")[2])
            self.pictures.setdefault(attrs["data-kind"], np.asarray(Image.open(io.BytesIO(data)).convert("RGB")))


def report(page, button="Lab report") -> str:
    with page.expect_download() as saved:
        page.get_by_role("button", name=button, exact=True).click()
    assert saved.value.suggested_filename == "kintsugi-report.html"
    return saved.value.path().read_text(encoding="utf-8")


def remember(page, journal) -> None:
    text = journal if isinstance(journal, str) else json.dumps(journal)
    page.evaluate("text => localStorage.setItem('kintsugi-journal', text)", text)


def test_a_report_holds_all_of_a_result(visit):
    page = ready(visit("/?lang=en&lesson=cnn-denoise&picture=cat"))
    said = {"question": "What happens to the gain?", "answer": "It grows"}
    remember(page, {"v": 1, "pages": {"cnn-denoise": {"predict": {"said": said, "right": True, "chose": 2}}}})
    text = report(page)
    read = Read(text)
    assert read.outside == [] and "script" not in read.tags and "@import" not in text and "url(" not in text
    for kind in ("damaged", "restored"):
        assert np.array_equal(read.pictures[kind], shown(page, kind))
    assert set(read.pictures) == {"truth", "damaged", "yardstick", "restored"}
    plain = re.sub(r"<[^>]+>", " ", text)
    assert page.locator(".verdict").inner_text() in plain
    for row in page.locator(".scores tbody tr").all():
        name, psnr, ssim = row.locator("th").inner_text(), *(row.locator("td").nth(n).inner_text().split()[0] for n in (0, 1))
        assert name in plain and psnr in plain and ssim in plain
    told = ("PSNR, in decibels", "SSIM", "Random seed", "Gaussian noise", "25 /255", "SHA-256", "PyTorch", "UTC", "My conclusion")
    for words in (*told, "lesson=cnn-denoise"):
        assert words in plain, words
    assert "What happens to the gain?" in plain and "It grows" in plain and lesson("cnn-denoise", "en").title in plain
    assert re.search(r"[0-9a-f]{64}", plain)


@pytest.mark.parametrize(
    ("path", "button", "words"),
    [
        ("/zh-gan?lang=zh&lesson=gan-restore", "实验报告", ("我的结论", "随机种子", "NIQE，从 0 起")),
        ("/vae?lang=en", "Lab report", ("Search of the map", "Random seed")),
        ("/zh-rnn?lang=zh", "实验报告", ("带记忆的网络", "第 1 帧 / dB", "rnn-video")),
    ],
)
def test_the_other_families(visit, path, button, words):
    page = visit(path)
    page.locator(".verdict:visible").first.wait_for()
    text = report(page, button)
    read = Read(text)
    assert read.outside == [] and {"truth", "damaged", "restored"} <= set(read.pictures)
    assert all(word in text for word in words)


def test_a_hostile_journal_is_escaped(visit):
    page = ready(visit("/?lang=en"))
    bad = "</td><script>alert(1)</script><img src=x onerror=alert(1)>"
    remember(page, {"pages": {"start": {"check": [{"said": {"question": bad, "answer": bad * 999}, "right": False}]}, bad: {"check": bad}}})
    text = report(page)
    read = Read(text)
    assert "script" not in read.tags and read.outside == [] and read.tags.count("img") == 4
    assert "&lt;script&gt;" in text and "not right" in text


@pytest.mark.parametrize("journal", ["{", "x" * 300_000])
def test_a_broken_journal_is_left_out_and_told(visit, journal):
    page = ready(visit("/?lang=en"))
    remember(page, journal)
    assert "could not be read" in report(page)


def test_nothing_to_report_is_a_sentence(visit):
    page = ready(visit("/?lang=en"))
    slider(page).fill("40")
    expect(page.locator(".status")).to_contain_text("not been mended")
    page.get_by_role("button", name="Lab report", exact=True).click()
    until(lambda: any("Press Restore first" in said for said in messages(page)))
    expect(page.get_by_role("button", name="Lab report", exact=True)).to_be_enabled()
