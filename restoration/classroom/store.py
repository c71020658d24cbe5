"""Where classes are kept: three tables in one database, SQLite if no other is named.

Of a token only the SHA-256 is kept, of a student only the name they chose. Everything goes with the class.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from restoration.errors import Note, Refusal

META = sa.MetaData()
CLASSES = sa.Table(
    "classes", META,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("code", sa.String(8), unique=True, nullable=False),
    sa.Column("token", sa.String(64), unique=True, nullable=False),  # SHA-256 of the teacher's
    sa.Column("opened", sa.Float, nullable=False),  # seconds since 1970 by the server's clock, as all times here
    sa.Column("version", sa.Integer, nullable=False, default=0),  # grows with every change that the teacher's page shows
    sa.Column("joined", sa.Integer, nullable=False, default=0),  # students that ever joined; the last one's number
    sa.Column("sent", sa.Text),  # where the teacher sends everybody, as JSON
    sa.Column("sent_number", sa.Integer, nullable=False, default=0),
)  # fmt: skip
STUDENTS = sa.Table(
    "students", META,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("class_id", sa.ForeignKey("classes.id"), index=True, nullable=False),
    sa.Column("token", sa.String(64), unique=True, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),  # in the class, from 1
    sa.Column("name", sa.String(40), nullable=False),
    sa.Column("seen", sa.Float, nullable=False),
    sa.Column("lesson", sa.String(40)),  # where they are; None before they did anything
    sa.Column("what", sa.String(10)),
    sa.Column("at", sa.Integer),
)  # fmt: skip
REPORTS = sa.Table(
    "reports", META,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("class_id", sa.ForeignKey("classes.id"), index=True, nullable=False),
    sa.Column("student_id", sa.ForeignKey("students.id"), nullable=False),
    sa.Column("key", sa.String(64), nullable=False),  # the student's browser made it: a report that comes twice counts once
    sa.Column("lesson", sa.String(40), nullable=False),
    sa.Column("what", sa.String(10), nullable=False),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Column("chose", sa.Integer),
    sa.Column("right", sa.Boolean),
    sa.Column("question", sa.Text, nullable=False),
    sa.Column("answer", sa.Text, nullable=False),
    sa.Column("first", sa.Boolean, nullable=False),  # the student's first answer to this question: the one that is counted
    sa.UniqueConstraint("student_id", "key"),
)  # fmt: skip


def default_url() -> str:
    """A SQLite file that this user of the machine alone can read. Not in Gradio's folder, which is served."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    folder = Path(tempfile.gettempdir()) / f"kintsugi-class-{user}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if user and folder.stat().st_uid != user:  # somebody else made it, to read along
        folder = Path(tempfile.mkdtemp(prefix="kintsugi-class-"))
    return f"sqlite:///{folder / 'class.sqlite'}"


class Store:
    """Transactions, and what goes wrong with them as a Refusal.

    trouble: the Note of the last write, if it failed: students wait without a word, so the teacher is told by the next look.
    """

    def __init__(self, url: str = ""):
        self.url = url or default_url()
        self.trouble: Note | None = None
        self._lock, self._made, self._file = Lock(), False, None
        try:
            self.engine = sa.create_engine(self.url, pool_pre_ping=not self.url.startswith("sqlite"))
        except Exception as e:  # a URL that cannot be read, or a driver that is not installed
            raise Refusal("class_database", why=f"{type(e).__name__}: {e}"[:200]) from e
        if self.engine.dialect.name == "sqlite":
            sa.event.listen(self.engine, "connect", _prepare)
            sa.event.listen(self.engine, "begin", _begin)

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        with self._plainly():
            self._make()
            with self.engine.connect() as connection, connection.begin():
                yield connection

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """All of it or nothing. SQLite's one writer is waited for at the start, so that nothing read inside is out of date."""
        try:
            with self._plainly():
                self._make()
                with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
                    yield connection
        except Refusal as e:
            if e.code == "class_store":
                self.trouble = e.note
            raise
        self.trouble = None

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def _plainly(self):
        try:
            yield
        except (SQLAlchemyError, OSError) as e:
            raise Refusal("class_store", why=_why(e)) from e

    def _make(self) -> None:
        """The tables, at first, and again if the file was taken away from under us: open connections would go on writing into nothing."""
        with self._lock:
            if self._made and self._file == self._inode():
                return
            self.engine.dispose()
            META.create_all(self.engine)
            self._made, self._file = True, self._inode()

    def _inode(self) -> int | None:
        """Which file it is; None while there is none, or where it is no plain file of ours."""
        path = self.engine.url.database if self.engine.dialect.name == "sqlite" else None
        return os.stat(path).st_ino if path and os.path.exists(path) else None


def _prepare(connection, _) -> None:
    connection.isolation_level = None  # sqlite3 begins no transaction of its own: _begin does
    for pragma in ("busy_timeout=5000", "secure_delete=ON", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")
    try:
        connection.execute("PRAGMA journal_mode=WAL")  # readers do not wait for a writer
    except Exception:  # noqa: BLE001  a read-only file keeps the mode it has; what cannot be written is said when it is written
        pass


def _begin(connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def _why(error: Exception) -> Note:
    text = str(getattr(error, "orig", None) or error).lower()
    for words, code in (("readonly", "class_store_readonly"), ("read-only", "class_store_readonly"), ("full", "class_store_full"),
                        ("no space", "class_store_full"), ("locked", "class_store_busy")):  # fmt: skip
        if words in text:
            return Note(code)
    return Note("class_store_gone")
