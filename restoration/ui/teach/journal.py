"""What a visitor's browser remembers of predictions and answers, read for the lab report. The browser sends it, so it may be anything."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from restoration.lessons import PAGES

MOST_BYTES, MOST_ENTRIES, MOST_LETTERS, MOST_DEPTH = 200_000, 200, 800, 4
KINDS = ("guess", "found", "predict", "check", "run")  # of ui/journal.js; those that hold what was said


@dataclass(frozen=True)
class Said:
    """right: None where nothing is right or wrong."""

    lesson: str
    question: str
    answer: str
    right: bool | None


def read(text: str) -> list[Said] | None:
    """What was said, page by page in the order of the course; None if it cannot be read. Empty for "", the journal of a new browser."""
    if not text:
        return []
    if not isinstance(text, str) or len(text.encode("utf-8", "replace")) > MOST_BYTES:
        return None
    try:
        pages = json.loads(text)["pages"]
        found = [said for id in PAGES for kind in KINDS for said in _all(id, pages.get(id, {}).get(kind), MOST_DEPTH)]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    return found[:MOST_ENTRIES]


def _all(lesson: str, entry, depth: int) -> Iterator[Said]:
    """Entries may stand alone, in a list, or in a table by number."""
    if depth == 0:
        return
    if isinstance(entry, list):
        for one in entry[:MOST_ENTRIES]:
            yield from _all(lesson, one, depth - 1)
    elif isinstance(entry, dict) and isinstance(said := entry.get("said"), dict):
        question, answer = (str(said.get(key) or "")[:MOST_LETTERS] for key in ("question", "answer"))
        if question or answer:
            yield Said(lesson, question, answer, entry.get("right") if isinstance(entry.get("right"), bool) else None)
    elif isinstance(entry, dict):
        for one in list(entry.values())[:MOST_ENTRIES]:
            yield from _all(lesson, one, depth - 1)
