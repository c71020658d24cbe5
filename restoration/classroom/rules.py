"""What teacher and students of a class may do. Every answer depends on the token that came with the question, and on nothing else.

A teacher's token opens the teacher's page of one class, a student's token tells and hears as one student of one class. Times are the
server's; a browser's clock is never asked.
"""

import hashlib
import hmac
import json
import secrets
import time
from dataclasses import dataclass

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from restoration.classroom import answers, reports
from restoration.classroom.limits import Tries
from restoration.classroom.store import CLASSES, REPORTS, STUDENTS, Store
from restoration.errors import Refusal
from restoration.lessons import lesson

LETTERS = "BCDFGHJKMNPRSTVWXYZ"  # of a code: none looks like another or like a digit, and without vowels they make no words
CODE = 8
DAY = 24 * 3600  # seconds that a class lasts at most
MOST_CLASSES, MOST_STUDENTS, MOST_REPORTS = 20, 200, 500  # open at once; in a class; of a student
NAME = 40  # characters
SEEN = 10  # seconds: a student who only listens is written down as seen no more often


@dataclass(frozen=True)
class Place:
    """Of a student in a class. token: "" where the student has it already."""

    token: str
    code: str
    name: str
    number: int


@dataclass(frozen=True)
class Student:
    """As the teacher sees one. lesson, what, at: the last report's, None before there is one. seen: seconds ago. right: of the `judged`
    answers, those that were right at the first try; predicted: how many predictions were made."""

    number: int
    name: str
    lesson: str | None
    what: str | None
    at: int | None
    seen: float
    predicted: int
    judged: int
    right: int


@dataclass(frozen=True)
class State:
    code: str
    opened: float  # seconds ago
    sent: dict | None
    students: tuple[Student, ...]
    busy: dict  # lesson -> students that answered something there
    questions: tuple[answers.Counted, ...]


def digest(secret: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def shown(code: str) -> str:
    """ABCD-EFGH"""
    return f"{code[:4]}-{code[4:]}"


class Classroom:
    """clock: the time of day, in seconds. names: a language -> the names of methods in the other, to those in it."""

    def __init__(self, store: Store, passphrase: str, clock=time.time, names=lambda lang: {}):
        self.store, self.clock, self.names = store, clock, names
        self.passphrase = digest(passphrase)
        self.wrong_words = Tries(each=10, together=60)
        self.wrong_codes = Tries(each=60, together=600)  # a whole class may sit behind one address

    # The teacher

    def open(self, passphrase: str, address: str) -> tuple[str, str]:
        """(token, code) of a new class."""
        self.wrong_words.check(address)
        if not hmac.compare_digest(digest(passphrase), self.passphrase):
            self.wrong_words.wrong(address)
            raise Refusal("class_passphrase")
        self.sweep()
        token, code = secrets.token_urlsafe(32), "".join(secrets.choice(LETTERS) for _ in range(CODE))
        with self.store.write() as db:
            if db.scalar(select(func.count()).select_from(CLASSES)) >= MOST_CLASSES:
                raise Refusal("class_many", most=MOST_CLASSES)
            db.execute(insert(CLASSES).values(code=code, token=digest(token), opened=self.clock()))
        return token, shown(code)

    def version(self, token: str) -> int:
        """A number that changes whenever the state does."""
        with self.store.read() as db:
            return self._taught(db, token).version

    def state(self, token: str, page: str, lang: str) -> State:
        """page: the lesson whose answers are counted. lang: of the lesson's own questions."""
        now, counted = self.clock(), lesson(page, lang)
        with self.store.read() as db:
            taught = self._taught(db, token)
            here = REPORTS.c.class_id == taught.id
            students = db.execute(select(STUDENTS).where(STUDENTS.c.class_id == taught.id).order_by(STUDENTS.c.number)).all()
            rows = db.execute(select(REPORTS).where(here, REPORTS.c.lesson == page, REPORTS.c.first).order_by(REPORTS.c.id)).all()
            scores = db.execute(
                select(REPORTS.c.student_id, REPORTS.c.what, REPORTS.c.right, func.count().label("count"))
                .where(here, REPORTS.c.first).group_by(REPORTS.c.student_id, REPORTS.c.what, REPORTS.c.right)
            ).all()  # fmt: skip
            answered = REPORTS.c.what.in_(reports.ANSWERS)
            busy = db.execute(
                select(REPORTS.c.lesson, func.count(REPORTS.c.student_id.distinct())).where(here, answered).group_by(REPORTS.c.lesson)
            ).all()  # fmt: skip
        seen = tuple(_seen(student, [s for s in scores if s.student_id == student.id], now) for student in students)
        sent = json.loads(taught.sent) if taught.sent else None
        questions = tuple(answers.count(counted, rows, self.names(lang)))
        return State(shown(taught.code), max(0.0, now - taught.opened), sent, seen, {id: n for id, n in busy}, questions)

    def code(self, token: str) -> str:
        with self.store.read() as db:
            return shown(self._taught(db, token).code)

    def send(self, token: str, where: dict | None) -> None:
        """Sends everybody to `where`, a dict of plain values that the screen understands; None takes it back."""
        with self.store.write() as db:
            taught = self._taught(db, token)
            number = taught.sent_number + 1
            sent = json.dumps({**where, "number": number}) if where else None
            self._change(db, taught.id, sent=sent, sent_number=number)

    def remove(self, token: str, number: int) -> None:
        """A student, with all that is kept of them. One who is gone already is no error."""
        with self.store.write() as db:
            taught = self._taught(db, token)
            student = db.execute(select(STUDENTS).where(STUDENTS.c.class_id == taught.id, STUDENTS.c.number == number)).first()
            if student:
                self._forget(db, student)

    def close(self, token: str) -> None:
        """Deletes the class and all that is kept of it."""
        with self.store.write() as db:
            _delete(db, [self._taught(db, token).id])

    # The student

    def join(self, code: str, name: str, address: str, token: str = "") -> Place:
        """token: the one this browser has, if any: whoever is in this class already stays the same student."""
        self.wrong_codes.check(address)
        letters = "".join(c for c in code.upper() if c.isalnum())
        name = reports.clean(name, NAME + 1)
        if len(name) > NAME:
            raise Refusal("class_name", most=NAME)
        with self.store.write() as db:
            found = db.execute(select(CLASSES).where(CLASSES.c.code == letters).with_for_update()).first() if len(letters) == CODE else None
            if not found or self._is_over(found):
                self.wrong_codes.wrong(address)
                raise Refusal("class_unknown")
            known = self._student(db, token)
            if known and known.class_id == found.id:
                if name and name != known.name:
                    db.execute(update(STUDENTS).where(STUDENTS.c.id == known.id).values(name=name))
                    self._change(db, found.id)
                return Place("", shown(found.code), name or known.name, known.number)
            if db.scalar(select(func.count()).select_from(STUDENTS).where(STUDENTS.c.class_id == found.id)) >= MOST_STUDENTS:
                raise Refusal("class_full", most=MOST_STUDENTS)
            token, number = secrets.token_urlsafe(32), found.joined + 1
            student = {"class_id": found.id, "token": digest(token), "number": number, "name": name, "seen": self.clock()}
            db.execute(insert(STUDENTS).values(**student))
            self._change(db, found.id, joined=number)
        return Place(token, shown(found.code), name, number)

    def report(self, token: str, detail: object) -> None:
        """What a student did. The same report may come again: it counts once."""
        report = reports.check(detail)
        with self.store.write() as db:
            student = self._learning(db, token)
            mine = REPORTS.c.student_id == student.id
            if db.scalar(select(REPORTS.c.id).where(mine, REPORTS.c.key == report.key)):
                return
            if db.scalar(select(func.count()).select_from(REPORTS).where(mine)) >= MOST_REPORTS:
                raise Refusal("class_reports", most=MOST_REPORTS)
            first = report.what not in ("open", "step") and not db.scalar(select(REPORTS.c.id).where(mine, *_same(report)).limit(1))
            db.execute(insert(REPORTS).values(class_id=student.class_id, student_id=student.id, first=first, **vars(report)))
            place = {"lesson": report.lesson, "what": report.what, "at": report.at, "seen": self.clock()}
            db.execute(update(STUDENTS).where(STUDENTS.c.id == student.id).values(**place))
            self._change(db, student.class_id)

    def news(self, token: str) -> tuple[Place, dict | None]:
        """The student's place, and where the teacher sends everybody."""
        with self.store.read() as db:
            student = self._learning(db, token)
        if not 0 <= self.clock() - student.seen < SEEN:
            try:
                with self.store.write() as db:
                    db.execute(update(STUDENTS).where(STUDENTS.c.id == student.id).values(seen=self.clock()))
                    self._change(db, student.class_id)
            except Refusal as e:  # nobody needs to know when a student was seen: the lesson goes on
                if e.code != "class_store":
                    raise
        place = Place("", shown(student.code), student.name, student.number)
        return place, json.loads(student.sent) if student.sent else None

    def leave(self, token: str) -> None:
        """Deletes all that is kept of the student. Whoever is gone already is no error."""
        with self.store.write() as db:
            if student := self._student(db, token):
                self._forget(db, student)

    # Both

    def sweep(self) -> None:
        """Deletes classes that were opened more than a day ago."""
        with self.store.write() as db:
            _delete(db, [row.id for row in db.execute(select(CLASSES.c.id).where(CLASSES.c.opened <= self.clock() - DAY))])

    def _taught(self, db: Connection, token: str) -> Row:
        found = db.execute(select(CLASSES).where(CLASSES.c.token == digest(token))).first() if token else None
        if not found or self._is_over(found):
            raise Refusal("class_not_yours")
        return found

    def _learning(self, db: Connection, token: str) -> Row:
        student = self._student(db, token)
        if not student or self._is_over(student):
            raise Refusal("class_over")
        return student

    def _student(self, db: Connection, token: str) -> Row | None:
        """With what there is to know of the class: `opened`, `code` and `sent`."""
        both = select(STUDENTS, CLASSES.c.opened, CLASSES.c.code, CLASSES.c.sent).join(CLASSES, CLASSES.c.id == STUDENTS.c.class_id)
        return db.execute(both.where(STUDENTS.c.token == digest(token))).first() if token else None

    def _is_over(self, found: Row) -> bool:
        return found.opened <= self.clock() - DAY

    def _change(self, db: Connection, id: int, **values) -> None:
        db.execute(update(CLASSES).where(CLASSES.c.id == id).values(version=CLASSES.c.version + 1, **values))

    def _forget(self, db: Connection, student: Row) -> None:
        db.execute(delete(REPORTS).where(REPORTS.c.student_id == student.id))
        db.execute(delete(STUDENTS).where(STUDENTS.c.id == student.id))
        self._change(db, student.class_id)


def _delete(db: Connection, ids: list[int]) -> None:
    for table, column in ((REPORTS, "class_id"), (STUDENTS, "class_id"), (CLASSES, "id")):
        db.execute(delete(table).where(table.c[column].in_(ids)))


def _same(report: reports.Report) -> list:
    """Which reports answer the same question. A page's own has one text a language, so its number decides."""
    same = [REPORTS.c.lesson == report.lesson, REPORTS.c.what == report.what, REPORTS.c.at == report.at]
    return same if report.what in ("predict", "check") else [*same, REPORTS.c.question == report.question]


def _seen(student: Row, scores: list, now: float) -> Student:
    """scores: rows of what, right and how many, of this student's first answers."""
    judged = [s for s in scores if s.right is not None and s.what != "guess"]  # a guess is judged by what its run found
    return Student(
        student.number, student.name, student.lesson, student.what, student.at, max(0.0, now - student.seen),
        predicted=sum(s.count for s in scores if s.what in ("guess", "predict")),
        judged=sum(s.count for s in judged), right=sum(s.count for s in judged if s.right),
    )  # fmt: skip
