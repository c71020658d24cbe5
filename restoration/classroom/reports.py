"""What a student's browser may tell: the detail of `kintsugi-did` (see ui/journal.js) and an id, checked against the lessons."""

import re
import unicodedata
from dataclasses import dataclass

from restoration.errors import Refusal
from restoration.lessons import PAGES, lesson

WHATS = ("open", "step", "guess", "found", "predict", "check", "run")
ANSWERS = ("guess", "predict", "check", "run")  # those that choose an option
MOST = 20  # questions, steps or options: no page has as many
TEXT = 400  # characters of a question or an answer


@dataclass(frozen=True)
class Report:
    key: str
    lesson: str
    what: str
    at: int
    chose: int | None
    right: bool | None
    question: str
    answer: str


def check(detail: object) -> Report:
    """Raises Refusal, which names the field that is not right. Fields that are not known are left out."""
    if not isinstance(detail, dict):
        raise Refusal("class_report", field="report")
    key = detail.get("id")
    _hold(isinstance(key, str) and re.fullmatch(r"[A-Za-z0-9_-]{8,64}", key), "id")
    id, what = detail.get("lesson"), detail.get("what")
    _hold(isinstance(id, str) and id in PAGES, "lesson")
    _hold(isinstance(what, str) and what in WHATS, "what")
    page = lesson(id)
    at = detail.get("at")
    at = 0 if at is None else at
    places = {"step": len(page.steps), "guess": len(page.steps), "found": len(page.steps), "check": len(page.check), "predict": 1}
    _hold(_whole(at, places.get(what, MOST)), "at")
    chose, right = detail.get("chose"), detail.get("right")
    options = {"predict": lambda: page.predict.options, "check": lambda: page.check[at].options}.get(what, lambda: range(MOST))()
    _hold((chose is None and what not in ("predict", "check")) or _whole(chose, len(options)), "chose")
    _hold(right is None or isinstance(right, bool), "right")
    if what == "predict":  # the lesson knows, whatever the browser says
        right = chose == page.predict.answer
    if what == "check":
        right = options[chose].right
    said = detail.get("said")
    said = {} if said is None else said
    _hold(isinstance(said, dict), "said")
    return Report(key, id, what, at, chose, right, _text(said.get("question")), _text(said.get("answer")))


def clean(text: str, most: int) -> str:
    """Without control characters and what turns the direction of writing; blanks in a row are one; at most so many characters."""
    kept = "".join(" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))
    return " ".join(kept.split())[:most].strip()


def _text(value: object) -> str:
    _hold(value is None or isinstance(value, str), "said")
    return clean(value or "", TEXT)


def _whole(value: object, count: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < count


def _hold(condition: object, field: str) -> None:
    if not condition:
        raise Refusal("class_report", field=field)
