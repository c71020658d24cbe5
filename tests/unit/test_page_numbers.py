"""A number with a unit in a page is of a stored result (a mark), or it is one of those below, and why."""

import re

import pytest

from restoration.lessons import CODE, LANGUAGES, NUMBER, PAGES, ROOT

UNITS = {
    "dB": "dB", "nat": "nats", "nats": "nats", "奈特": "nats", "%": "%", "ms": "ms", "毫秒": "ms", "seconds": "s", "秒": "s",
    "bytes": "B", "字节": "B", "GB": "GB", "MB": "MB", "kB": "kB",
}  # fmt: skip
VALUE = re.compile(rf"(?<![\w.,])(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>{'|'.join(sorted(UNITS, key=len, reverse=True))})(?![a-zA-Z])")
BAND = "the bounds of an option of a question: a test runs the case and holds the answer"
EXACT = "arithmetic that the page shows"
SETTLED = {
    "start": {"1 dB": BAND},
    "cnn-convolution": {"1 dB": BAND, "0.1 dB": BAND},
    "cnn-pooling": {"1 dB": BAND},
    "cnn-denoise": {"1 dB": BAND, "90 %": "the share that the exhibit asks for"},
    "cnn-tasks": {"1 dB": BAND + "; the specialist's gain is held by test_claims_of_cnn_tasks", "0.2 dB": BAND},
    "cnn-blocks": {"13 %": EXACT, "2 %": EXACT},
    "gan-images": {"0.69 nats": EXACT},
    "gan-listing": {"1.01 nats": EXACT, "1.39 nats": EXACT, "0.31 nats": EXACT, "0.69 nats": EXACT},
    "gan-restore": {"0.02 dB": BAND},
    "vae-restore": {"60 %": "a setting of the lab", "70 %": "a setting of the lab"},
    "questions": {"1 dB": BAND},
}


def bare(id: str, lang: str) -> set[str]:
    """Numbers with a unit that no study gives, in what a page says: its texts and its body, without formulas."""
    text = (ROOT / "lessons" / lang / f"{id}.md").read_text(encoding="utf-8")
    text = re.sub(r"\$\$.*?\$\$", "", NUMBER.sub("", CODE.sub("", text)), flags=re.DOTALL)
    return {f"{m['number']} {UNITS[m['unit']]}" for m in VALUE.finditer(text)}


@pytest.mark.parametrize("id", PAGES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_number_is_typed_that_was_measured(id, lang):
    found, settled = bare(id, lang), set(SETTLED.get(id, {}))
    assert found <= settled, f"{found - settled}: quote a study with {{{{study:...}}}}, or say here why it is settled"


def test_nothing_is_settled_that_no_page_says():
    for id, settled in SETTLED.items():
        assert set(settled) <= bare(id, "en") | bare(id, "zh"), id


def test_a_measured_number_is_noticed():
    for text in ("gains 28.4 dB more", "付 84 奈特", "in 12 ms", "it has 2.5 MB", "约 13 %"):
        assert VALUE.search(text), text
    for text in ("σ 25", "784 numbers", "GAN 2.5 dBm"):
        assert not VALUE.search(text), text
