"""A class by its rules: who may do what, what is kept and for how long, and what happens when the database does not do its part."""

import hashlib
import os
import sqlite3

import pytest
import sqlalchemy as sa

from restoration.classroom import reports, rules
from restoration.classroom.limits import Tries
from restoration.classroom.rules import DAY, Classroom
from restoration.classroom.store import Store
from restoration.errors import Refusal
from restoration.lessons import lesson
from restoration.quiz.guess import Contender, Contest, questions
from restoration.ui.classroom.names import names

WORDS = "open sesame please"
HERE = "10.0.0.1"


class Clock:
    now = 1_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def file(tmp_path):
    return tmp_path / "class.sqlite"


@pytest.fixture
def room(file, clock):
    store = Store(f"sqlite:///{file}")
    yield Classroom(store, WORDS, clock, names)
    store.close()


def told(n=0, **detail):
    return {"id": f"report-{n:04}", "lesson": "start", "what": "step", "at": 0, "chose": None, "right": None, "said": None, **detail}


def predicted(n, chose):
    return told(n, what="predict", chose=chose, right=True, said={"question": "?", "answer": "!"})


def refused(code, what, *args, **kwargs):
    with pytest.raises(Refusal) as e:
        what(*args, **kwargs)
    assert e.value.code == code, e.value
    return e.value


def question(state, what, at=0):
    return next(q for q in state.questions if (q.what, q.at) == (what, at))


# Who may


def test_a_class_goes_through_a_step_together(room, clock):
    teacher, code = room.open(WORDS, HERE)
    students = [room.join(code, name, HERE) for name in ("Kim", "", "Kim")]
    assert [s.number for s in students] == [1, 2, 3] and len({s.token for s in students}) == 3
    for k, student in enumerate(students):
        room.report(student.token, told(0))
        room.report(student.token, predicted(1, chose=(1, 1, 0)[k]))
    clock.now += 7
    state = room.state(teacher, "start", "en")
    assert [(s.number, s.name, s.lesson, s.what, s.seen) for s in state.students] == [
        (1, "Kim", "start", "predict", 7), (2, "", "start", "predict", 7), (3, "Kim", "start", "predict", 7)
    ]  # fmt: skip
    asked = question(state, "predict")
    assert [o.count for o in asked.options] == [1, 2, 0] and asked.answered == 3
    assert [o.right for o in asked.options] == [k == lesson("start").predict.answer for k in range(3)]
    assert [(s.predicted, s.judged, s.right) for s in state.students] == [(1, 1, 1), (1, 1, 1), (1, 1, 0)]
    assert state.busy == {"start": 3}
    assert question(room.state(teacher, "start", "zh"), "predict").question == lesson("start", "zh").predict.question


def test_the_passphrase_is_needed(room):
    for wrong in ("", "Open sesame please", WORDS + " ", "\ud800", "x" * 10_000):
        refused("class_passphrase", room.open, wrong, HERE)


def test_guessing_a_passphrase_is_held_back_by_address_and_for_all_together(room):
    for _ in range(10):
        refused("class_passphrase", room.open, "wrong", HERE)
    refused("class_patience", room.open, WORDS, HERE)  # the right one does not show that it is
    room.open(WORDS, "10.0.0.2")
    for n in range(50):
        refused("class_passphrase", room.open, "wrong", f"10.0.1.{n}")
    refused("class_patience", room.open, WORDS, "10.0.0.2")


def test_a_wait_is_over_after_its_minutes_and_addresses_do_not_pile_up():
    now = Clock()
    tries = Tries(each=2, together=10_000, seconds=600, clock=now)
    tries.wrong("a"), tries.wrong("a")
    assert "10 min" in str(refused("class_patience", tries.check, "a"))
    now.now += 601
    tries.check("a")
    for n in range(6000):
        tries.wrong(str(n))
    assert len(tries._of) <= 5000


def test_a_code_is_read_in_any_writing_and_guessing_is_held_back(room):
    _, code = room.open(WORDS, HERE)
    assert room.join(f" {code.lower().replace('-', ' ')} ", "", HERE).code == code
    for _ in range(60):
        refused("class_unknown", room.join, "BBBB-BBBB", "", "10.9.9.9")
    refused("class_patience", room.join, code, "", "10.9.9.9")
    for odd in ("", "../../etc", "B" * 10_000, "<script>", "'; drop table classes;--", "ＢＢＢＢＢＢＢＢ"):
        refused("class_unknown", room.join, odd, "", HERE)


def test_no_code_holds_what_looks_like_another_letter():
    assert len(set(rules.LETTERS)) == len(rules.LETTERS) and not set(rules.LETTERS) & set("ILOQU01AE")


def test_a_browser_that_joins_twice_is_one_student(room):
    teacher, code = room.open(WORDS, HERE)
    kim = room.join(code, "Kim", HERE)
    room.report(kim.token, told(0))
    again = room.join(code, "Kim Lee", HERE, token=kim.token)
    assert (again.number, again.name, again.token) == (1, "Kim Lee", "")
    assert room.join(code, "", HERE, token=kim.token).name == "Kim Lee"
    (student,) = room.state(teacher, "start", "en").students
    assert student.name == "Kim Lee" and student.lesson == "start"


def test_tokens_open_only_what_they_were_made_for(room):
    teacher, code = room.open(WORDS, HERE)
    other, other_code = room.open(WORDS, HERE)
    kim, stranger = room.join(code, "Kim", HERE), room.join(other_code, "Stranger", HERE)
    room.report(kim.token, predicted(0, 1))
    for token in (kim.token, "", "x", teacher[:-1], rules.digest(teacher)):
        for act in (lambda t: room.state(t, "start", "en"), room.version, room.close, room.code, lambda t: room.send(t, {}),
                    lambda t: room.remove(t, 1)):  # fmt: skip
            refused("class_not_yours", act, token)
    for token in (teacher, "", "x"):
        refused("class_over", room.news, token)
        refused("class_over", room.report, token, told(1))
    assert [s.name for s in room.state(other, "start", "en").students] == ["Stranger"]
    assert question(room.state(other, "start", "en"), "predict").answered == 0
    room.remove(other, kim.number + 1)  # the number of nobody
    room.leave("x")
    assert room.join(other_code, "Kim", HERE, token=kim.token).number == 2  # somebody new there, and still in the first class
    assert len(room.state(teacher, "start", "en").students) == 1
    assert room.news(stranger.token)[0].code == other_code


# What is kept


def test_of_a_token_the_database_has_the_digest_only(room, file):
    teacher, code = room.open(WORDS, HERE)
    kim = room.join(code, "Kim", HERE)
    room.store.close()
    kept = b"".join(p.read_bytes() for p in file.parent.iterdir())
    assert hashlib.sha256(kim.token.encode()).hexdigest().encode() in kept
    for secret in (teacher, kim.token, WORDS, HERE):
        assert secret.encode() not in kept


def test_a_name_is_cleaned_and_limited(room):
    teacher, code = room.open(WORDS, HERE)
    room.join(code, "  <b>Kim</b>\x00\u202e\ud800\n Lee ", HERE)
    assert room.state(teacher, "start", "en").students[0].name == "<b>Kim</b> Lee"  # the screen escapes; nothing is silently cut
    room.join(code, "名" * 40, HERE)
    refused("class_name", room.join, code, "名" * 41, HERE)
    assert len(room.state(teacher, "start", "en").students) == 2


def test_a_report_that_comes_twice_counts_once_and_the_first_answer_counts(room):
    teacher, code = room.open(WORDS, HERE)
    kim = room.join(code, "", HERE).token
    for _ in range(3):
        room.report(kim, predicted(0, 2))
    room.report(kim, predicted(1, 1))
    assert [o.count for o in question(room.state(teacher, "start", "en"), "predict").options] == [0, 0, 1]
    lee = room.join(code, "", HERE).token
    room.report(lee, predicted(0, 1))  # another student's id may be the same
    assert question(room.state(teacher, "start", "en"), "predict").answered == 2


def test_a_guess_is_counted_by_its_words_and_judged_by_the_run(room):
    teacher, code = room.open(WORDS, HERE)
    said = {"question": "Which method wins?", "answer": "The network"}
    for chose, answer, right in ((0, "The network", True), (1, "Median", False), (0, "The network", True)):
        student = room.join(code, "", HERE).token
        room.report(student, told(0, what="guess", at=1, chose=chose, said={**said, "answer": answer}))
        room.report(student, told(1, what="found", at=1, right=right, said=said))
        room.report(student, told(2, what="run", at=0, chose=2, right=right, said={"question": "By what factor?", "answer": "4"}))
    state = room.state(teacher, "start", "en")
    assert [(o.text, o.count, o.right) for o in question(state, "guess", 1).options] == [("The network", 2, True), ("Median", 1, False)]
    assert question(state, "run").answered == 3
    assert [(s.predicted, s.judged, s.right) for s in state.students] == [(1, 2, 2), (1, 2, 0), (1, 2, 2)]


@pytest.mark.parametrize(("lang", "shown"), [("en", ("CNN deblurrer", "Total variation")), ("zh", ("CNN 去模糊网络", "全变分"))])
def test_a_guess_is_one_question_in_both_languages(room, lang, shown):
    teacher, code = room.open(WORDS, HERE)
    names = {"en": ("CNN deblurrer", "Total variation"), "zh": ("CNN 去模糊网络", "全变分")}
    asked = {one: questions(Contest(tuple(Contender(name, (name,)) for name in names[one]), 20.0), one) for one in names}
    for one, chose, right in (("en", 0, True), ("zh", 0, True), ("zh", 1, False)):
        student = room.join(code, "", HERE).token
        for n, q in enumerate(asked[one]):
            said = {"question": q.text, "answer": q.options[chose]}
            room.report(student, told(2 * n, what="guess", at=1, chose=chose, said=said))
            room.report(student, told(2 * n + 1, what="found", at=1, right=right, said=said))
    met = [q for q in room.state(teacher, "start", lang).questions if q.what == "guess"]
    assert [q.question for q in met] == [q.text for q in asked[lang]]
    winner, gap = met
    assert [o.text for o in gap.options] == list(asked[lang][1].options[:2])
    assert [(o.text, o.count, o.right) for o in winner.options] == [(shown[0], 2, True), (shown[1], 1, False)]


@pytest.mark.parametrize(
    ("field", "detail"),
    [
        ("id", {"id": "short"}), ("id", {"id": None}), ("id", {"id": "../../../../x"}), ("id", {"id": "x" * 65}),
        ("lesson", {"lesson": "no-such"}), ("lesson", {"lesson": ["start"]}), ("lesson", {"lesson": "<script>"}),
        ("what", {"what": "drop"}), ("what", {"what": {}}), ("at", {"at": 3}), ("at", {"at": -1}), ("at", {"at": True}),
        ("at", {"at": 0.5}),
        ("at", {"at": 10**30}), ("at", {"what": "check", "at": 2}), ("chose", {"what": "predict", "chose": 3}),
        ("chose", {"what": "predict", "chose": None}), ("chose", {"what": "check", "at": 1, "chose": -1}), ("chose", {"chose": "1"}),
        ("right", {"right": "yes"}), ("right", {"right": 1}), ("said", {"said": "hello"}), ("said", {"said": {"question": 5}}),
    ],
)  # fmt: skip
def test_a_report_is_checked_field_by_field(field, detail):
    assert refused("class_report", reports.check, {**told(), **detail}).note.values == {"field": field}


@pytest.mark.parametrize("detail", [None, 5, "x", [], [told()]])
def test_a_report_is_an_object(detail):
    refused("class_report", reports.check, detail)


def test_what_is_right_is_the_lesson_s_to_say():
    page = lesson("start")
    assert reports.check(told(what="predict", chose=0, right=True)).right is (page.predict.answer == 0)
    checked = [reports.check(told(what="check", at=0, chose=k, right=True)).right for k in range(3)]
    assert checked == [o.right for o in page.check[0].options]
    long = reports.check(told(what="run", at=1, chose=1, right=False, said={"question": "q" * 3000, "answer": "a\x00b\ud800"}))
    assert len(long.question) == reports.TEXT and long.answer == "ab" and long.right is False
    assert reports.check(told(what="open", at=None, more="unknown")).at == 0


def test_there_are_limits(room, monkeypatch):
    monkeypatch.setattr(rules, "MOST_CLASSES", 2)
    monkeypatch.setattr(rules, "MOST_STUDENTS", 2)
    monkeypatch.setattr(rules, "MOST_REPORTS", 2)
    _, code = [room.open(WORDS, HERE) for _ in range(2)][-1]
    refused("class_many", room.open, WORDS, HERE)
    kim = [room.join(code, "", HERE) for _ in range(2)][0].token
    refused("class_full", room.join, code, "", HERE)
    assert room.join(code, "Kim", HERE, token=kim).number == 1  # who is in may come back
    room.report(kim, told(0)), room.report(kim, told(1))
    refused("class_reports", room.report, kim, told(2))


# How it ends


def everything(file):
    with sqlite3.connect(file) as db:
        return [n for table in ("classes", "students", "reports") for n in db.execute(f"select count(*) from {table}").fetchone()]


def test_closing_deletes_all_and_only_this_class(room, file):
    teacher, code = room.open(WORDS, HERE)
    other, other_code = room.open(WORDS, HERE)
    kim, lee = room.join(code, "Kim", HERE).token, room.join(other_code, "Lee", HERE).token
    room.report(kim, told(0)), room.report(lee, told(0))
    room.close(teacher)
    assert everything(file) == [1, 1, 1]
    refused("class_over", room.report, kim, told(1))
    refused("class_over", room.news, kim)
    refused("class_unknown", room.join, code, "", HERE)
    refused("class_not_yours", room.state, teacher, "start", "en")
    room.leave(kim)
    assert room.state(other, "start", "en").students[0].name == "Lee"


def test_a_day_ends_a_class_by_the_server_s_clock(room, clock, file):
    teacher, code = room.open(WORDS, HERE)
    kim = room.join(code, "Kim", HERE).token
    room.report(kim, told(0))
    clock.now += DAY - 1
    room.sweep()
    assert room.news(kim)[0].name == "Kim"
    clock.now += 1
    refused("class_over", room.news, kim)  # over for all, also before it is swept
    refused("class_over", room.report, kim, told(1))
    refused("class_not_yours", room.version, teacher)
    refused("class_unknown", room.join, code, "", HERE)
    room.sweep()
    assert everything(file) == [0, 0, 0]


def test_a_clock_that_is_set_back_shows_no_negative_times(room, clock):
    teacher, code = room.open(WORDS, HERE)
    kim = room.join(code, "Kim", HERE).token
    clock.now -= 3600
    room.news(kim), room.report(kim, told(0))
    state = room.state(teacher, "start", "en")
    assert state.opened == 0 and state.students[0].seen == 0


def test_leaving_and_being_removed_delete_what_was_told(room, file):
    teacher, code = room.open(WORDS, HERE)
    kim, lee = room.join(code, "Kim", HERE).token, room.join(code, "Lee", HERE).token
    room.report(kim, told(0)), room.report(lee, told(0))
    room.leave(kim)
    room.remove(teacher, 2)
    room.remove(teacher, 2)
    refused("class_over", room.news, lee)
    assert everything(file) == [1, 0, 0]
    assert room.join(code, "Mo", HERE).number == 3  # a number names one student only


def test_everybody_is_sent_and_called_back(room):
    teacher, code = room.open(WORDS, HERE)
    kim = room.join(code, "Kim", HERE).token
    assert room.news(kim)[1] is None
    room.send(teacher, {"family": "gan", "now": True})
    assert room.news(kim)[1] == {"family": "gan", "now": True, "number": 1}
    room.send(teacher, None)
    assert room.news(kim)[1] is None
    room.send(teacher, {"family": "cnn"})
    assert room.news(kim)[1]["number"] == 3  # each has a number of its own, so that no browser goes twice or not at all


def test_the_version_changes_with_what_is_shown_and_with_nothing_else(room, clock):
    teacher, code = room.open(WORDS, HERE)
    seen = [room.version(teacher)]

    def changed():
        seen.append(room.version(teacher))
        return seen[-1] != seen[-2]

    kim = room.join(code, "Kim", HERE).token
    assert changed()
    room.news(kim)
    assert not changed()  # seen a moment ago
    clock.now += 11
    room.news(kim)
    assert changed()
    room.report(kim, told(0))
    assert changed()
    room.report(kim, told(0))
    assert not changed()


# When the database does not do its part


def test_a_read_only_database_is_said_and_nothing_is_lost(room, file, clock):
    teacher, code = room.open(WORDS, HERE)
    kim = room.join(code, "Kim", HERE).token
    room.store.close()
    locked = Classroom(Store(f"sqlite:///file:{file}?mode=ro&uri=true"), WORDS, clock)
    clock.now += 60
    assert locked.news(kim)[0].name == "Kim"  # the lesson goes on
    assert "read-only" in str(refused("class_store", locked.report, kim, told(0)))
    assert locked.store.trouble.values["why"].code == "class_store_readonly"
    assert len(locked.state(teacher, "start", "en").students) == 1
    refused("class_store", locked.open, WORDS, HERE)
    locked.store.close()
    room.report(kim, told(0))  # the browser kept it, and it comes again
    assert room.store.trouble is None and room.state(teacher, "start", "en").students[0].what == "step"


def test_a_full_database_is_said_and_nothing_is_half_written(room):
    teacher, code = room.open(WORDS, HERE)
    kim = room.join(code, "Kim", HERE).token
    room.store.close()

    def little(connection, _):
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages + 1}")

    sa.event.listen(room.store.engine, "connect", little)
    long = {"question": "q" * 400, "answer": "a" * 400}
    with pytest.raises(Refusal, match="full"):
        for n in range(100):
            room.report(kim, told(n, what="run", at=n % 20, chose=0, said=long))
    kept = question_count(room)
    sa.event.remove(room.store.engine, "connect", little)
    room.store.close()
    room.report(kim, told(n, what="run", at=n % 20, chose=0, said=long))
    assert question_count(room) == kept + 1 == n + 1


def question_count(room):
    with room.store.read() as db:
        return db.scalar(sa.text("select count(*) from reports"))


def test_a_database_that_is_gone_is_said_or_begun_anew(file, clock, tmp_path):
    nowhere = Classroom(Store(f"sqlite:///{tmp_path / 'no-folder' / 'x.sqlite'}"), WORDS, clock)
    assert "does not answer" in str(refused("class_store", nowhere.open, WORDS, HERE))
    nobody = pytest.raises(Refusal, Store, "no-such-database://x").value
    assert nobody.code == "class_database"
    room = Classroom(Store(f"sqlite:///{file}"), WORDS, clock)
    teacher, _ = room.open(WORDS, HERE)
    for part in file.parent.glob("class.sqlite*"):
        os.remove(part)
    refused("class_not_yours", room.version, teacher)
    room.open(WORDS, HERE)  # a new class is possible at once
    file.write_bytes(b"no database at all" * 100)
    for part in file.parent.glob("class.sqlite-*"):
        os.remove(part)
    refused("class_store", Classroom(Store(f"sqlite:///{file}"), WORDS, clock).open, WORDS, HERE)


def test_two_servers_share_a_database(room, file, clock):
    teacher, code = room.open(WORDS, HERE)
    other = Classroom(Store(f"sqlite:///{file}"), WORDS, clock)
    kim = other.join(code, "Kim", HERE).token
    room.report(kim, told(0))
    assert other.state(teacher, "start", "en").students[0].what == "step"
    other.store.close()
