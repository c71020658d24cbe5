"""The answers of a class to the questions of one lesson, counted."""

from collections import Counter
from dataclasses import dataclass

from restoration.classroom.reports import MOST
from restoration.lessons import Lesson
from restoration.quiz import guess

SHOWN = 24  # questions besides the lesson's own: students make them of their own runs, and a page must stay readable
KINDS = ("winner", "gap", "truth")  # of guesses, in the order in which they are asked


@dataclass(frozen=True)
class Option:
    text: str
    count: int
    right: bool


@dataclass(frozen=True)
class Counted:
    """what, at: as in a report. answered: students that did; right: of them, None where nothing is right or wrong."""

    what: str
    at: int
    question: str
    options: tuple[Option, ...]
    answered: int


def count(page: Lesson, rows: list, names: dict[str, str]) -> list[Counted]:
    """rows: the reports of the class for this page, first answers only, with student_id, what, at, chose, right, question and answer.

    The page's own questions are always there, with the options in the page's language. A guess before a run is one question, in whatever
    languages it was answered, and stands in the page's. A question about a run stands under the words in which the students met it.
    names: of methods in other languages, to those in the page's.
    """
    own = [_own("predict", 0, page.predict.question, page.predict.options, [page.predict.answer], rows)]
    for n, q in enumerate(page.check):
        right = [k for k, option in enumerate(q.options) if option.right]
        own.append(_own("check", n, q.question, [o.text for o in q.options], right, rows))
    met = {}
    for row in rows:
        if row.what in ("guess", "run") and row.answer:
            met.setdefault((row.what, row.at, _which(row)), []).append(row)
    most = sorted(met, key=lambda key: -len(met[key]))[:SHOWN]
    order = sorted(most, key=lambda key: (*key[:2], KINDS.index(key[2]) if key[2] in KINDS else 0, key[2]))
    return [_met(key, met[key], rows, page.lang, names) for key in order] + own


def _which(row) -> str:
    """What is the same for all who were asked the same."""
    known = row.what in ("guess", "found") and guess.recognise(row.question)
    return known[0] if known else row.question


def _own(what: str, at: int, question: str, options, right: list[int], rows: list) -> Counted:
    chosen = Counter(row.chose for row in rows if (row.what, row.at) == (what, at))
    counted = tuple(Option(text, chosen[k], k in right) for k, text in enumerate(options))
    return Counted(what, at, question, counted, sum(chosen.values()))


def _met(key: tuple, rows: list, all_rows: list, lang: str, names: dict[str, str]) -> Counted:
    """A guess is right if the run that followed found so."""
    what, at, which = key
    found = {row.student_id: row.right for row in all_rows if (row.what, row.at, _which(row)) == ("found", at, which)}
    known = which in KINDS
    rows = sorted(rows, key=lambda row: known and guess.recognise(row.question)[1] != lang)  # the page's own words come first
    options: dict = {}
    for row in rows:
        options.setdefault(row.chose if known and row.chose is not None else row.answer, []).append(row)
    counted = []
    for some in sorted(options.values(), key=lambda some: (MOST if some[0].chose is None else some[0].chose, some[0].answer)):
        right = any(row.right or found.get(row.student_id) for row in some)
        counted.append(Option(guess.translated(some[0].answer, lang, names), len(some), right))
    return Counted(what, at, guess.translated(rows[0].question, lang, names), tuple(counted), len(rows))
