"""The answers of a class to the questions of one lesson, counted."""

from collections import Counter
from dataclasses import dataclass

from restoration.lessons import Lesson

SHOWN = 24  # questions besides the lesson's own: students make them of their own runs, and a page must stay readable


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


def count(page: Lesson, rows: list) -> list[Counted]:
    """rows: the reports of the class for this page, first answers only, with student_id, what, at, chose, right, question and answer.

    The page's own questions are always there, with the options in the page's language. A guess before a run and a question about it stand
    under the words in which the students met them.
    """
    own = [_own("predict", 0, page.predict.question, page.predict.options, [page.predict.answer], rows)]
    for n, q in enumerate(page.check):
        right = [k for k, option in enumerate(q.options) if option.right]
        own.append(_own("check", n, q.question, [o.text for o in q.options], right, rows))
    met = {}
    for row in rows:
        if row.what in ("guess", "run") and row.answer:
            met.setdefault((row.what, row.at, row.question), []).append(row)
    most = sorted(met, key=lambda key: -len(met[key]))[:SHOWN]
    return [_met(key, met[key], rows) for key in sorted(most)] + own


def _own(what: str, at: int, question: str, options, right: list[int], rows: list) -> Counted:
    chosen = Counter(row.chose for row in rows if (row.what, row.at) == (what, at))
    counted = tuple(Option(text, chosen[k], k in right) for k, text in enumerate(options))
    return Counted(what, at, question, counted, sum(chosen.values()))


def _met(key: tuple, rows: list, all_rows: list) -> Counted:
    """A guess is right if the run that followed found so."""
    what, at, question = key
    found = {}
    for row in all_rows:
        if row.what == "found" and row.at == at and row.question == question:
            found[row.student_id] = row
    right = {row.answer for row in rows if row.right or (row.student_id in found and found[row.student_id].right)}
    chosen = Counter(row.answer for row in rows)
    place = {row.answer: row.chose if row.chose is not None else len(rows) for row in rows}  # the order in which they were offered
    texts = sorted(chosen, key=lambda text: (place[text], text))
    return Counted(what, at, question, tuple(Option(text, chosen[text], text in right) for text in texts), len(rows))
