"""The words of the screen: both languages, all used, and room for the same values in both."""

import re
import string
from pathlib import Path

from restoration.ui.text import LANGUAGES, TEXT

UI = Path(__file__).resolve().parents[2] / "restoration" / "ui"


def fields(text: str) -> set:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_text_stands_in_both_languages():
    assert all(len(texts) == len(LANGUAGES) and all(text.strip() for text in texts) for texts in TEXT.values())
    assert all(fields(en) == fields(zh) for en, zh in TEXT.values())


def test_no_text_is_left_over():
    """A key stands in the source, or is put together there, as in f"stage_{part}"."""
    files = [p for p in [*UI.rglob("*.py"), *UI.rglob("*.html"), *(UI.parent / "lab").glob("*.py")] if not p.name.endswith("text.py")]
    source = "".join(p.read_text(encoding="utf-8") for p in files)
    put_together = [re.sub(r"\{.*?\}", r"[\\w-]+", key) for key in re.findall(r"f\"([a-z]+_\w*\{.*?)\"", source)]
    assert not re.search(r"say\(f\"(?![a-z]+_)", source)  # that would excuse every key

    def used(key: str) -> bool:
        return bool(re.search(f"[\"']{key}[\"']", source)) or any(re.fullmatch(pattern, key) for pattern in put_together)

    assert [key for key in TEXT if not used(key)] == []
