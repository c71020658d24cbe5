"""A lesson as a sheet of paper: what to fill in, and on a second sheet what comes out. The words only; see pages/worksheet.html."""

import math
from dataclasses import dataclass

from restoration import lab
from restoration.lab import gan_repair
from restoration.lessons import Lesson, Step, lesson
from restoration.studies import worksheets
from restoration.studies.worksheets import PREDICTION, Score
from restoration.ui.compare import name_of
from restoration.ui.text import say
from restoration.ui.vae.board import row_name

COLUMNS = {  # family -> numbers of a Score, in the order of the table's columns -> heading, a key in ui/text.py
    "cnn": {"psnr": "psnr", "ssim": "ssim"}, "gan": {"psnr": "psnr", "ssim": "ssim", "niqe": "teach_niqe"}, "vae": {"psnr": "psnr"},
    "rnn": {"first": "rnn_first", "psnr": "teach_late"},
}  # fmt: skip
DIGITS = {"psnr": 2, "first": 2, "ssim": 3, "niqe": 1}


@dataclass(frozen=True)
class Table:
    """heads: of the columns of numbers. blank: names of the lines to fill in. rows: (name, numbers as text) of all that was measured."""

    heads: tuple[str, ...]
    blank: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Task:
    step: Step
    table: Table | None  # None where the step mends nothing


@dataclass(frozen=True)
class Sheet:
    page: Lesson
    tasks: tuple[Task, ...]
    predicted: Table | None


def sheet(id: str, lang: str) -> Sheet:
    """Refusal for an unknown page; study_missing or study_damaged if there are no scores to print."""
    page, scores = lesson(id, lang), worksheets.read().get(id, {})
    tasks = tuple(Task(step, _table(page, scores.get(str(n), ()))) for n, step in enumerate(page.steps))
    return Sheet(page, tasks, _table(page, scores.get(PREDICTION, ())))


def _table(page: Lesson, scores: tuple[Score, ...]) -> Table | None:
    if not scores:
        return None
    family, lang = page.family, page.lang
    if family == "gan" and any(s.name == "bicubic" for s in scores):
        scores = tuple(s for s in scores if s.kind != "damaged")  # a small photo, enlarged to be compared, is what bicubic makes of it
    columns = COLUMNS[family]
    rows = tuple((_name(family, score.name, lang), tuple(_number(score, key) for key in columns)) for score in scores)
    best = say("teach_classical", lang)
    named = dict.fromkeys(best if score.kind == "yardstick" else name for score, (name, _) in zip(scores, rows, strict=True))
    return Table(tuple(say(key, lang) for key in columns.values()), tuple(named), rows)


def _name(family: str, name: str, lang: str) -> str:
    if family == "vae":
        return row_name(Score(name, "", None), lang)
    if family == "rnn":
        return say(f"rnn_line_{name}", lang)
    if name == "damaged":
        return say("damaged", lang)
    if family == "gan" and name in gan_repair.NAMES:
        return gan_repair.NAMES[name][lang == "zh"]
    if method := lab.classical(name):
        return name_of(method, lang)
    return ", ".join(name_of(lab.MODELS[one], lang) for one in name.split("+"))


def _number(score: Score, key: str) -> str:
    value = getattr(score, key)
    if value is None:
        return "∞" if key == "psnr" else "–"
    return "∞" if math.isinf(value) else f"{value:.{DIGITS[key]}f}"
