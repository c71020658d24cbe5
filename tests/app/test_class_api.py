"""A class over HTTP, asked by those who mean no good."""

import http.client
import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import pytest
from server import running

WORDS = "open sesame please"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    folder = tmp_path_factory.mktemp("class")
    with running(folder, KINTSUGI_CLASS=WORDS, KINTSUGI_DATABASE=f"sqlite:///{folder / 'class.sqlite'}") as app:
        yield app.url.removeprefix("http://"), folder / "class.sqlite"
        assert "Traceback" not in app.log and WORDS not in app.log


class Answer:
    def __init__(self, status, headers, text):
        self.status, self.headers, self.text = status, headers, text

    @property
    def json(self):
        return json.loads(self.text)


def ask(base, path, body=None, token="", method=None, headers=(), raw=None):
    connection = http.client.HTTPConnection(base[0], timeout=60)
    data = raw if raw is not None else None if body is None else json.dumps(body).encode()
    send = {"content-type": "application/json", **dict(headers), **({"authorization": f"Bearer {token}"} if token else {})}
    connection.request(method or ("GET" if data is None else "POST"), path, data, send)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return Answer(answer.status, answer.headers, text)


@pytest.fixture(scope="module")
def opened(base):
    """Two classes with a student each."""
    classes = []
    for name in ("Kim", "Stranger"):
        teacher = ask(base, "/class/open", {"passphrase": WORDS}).json
        student = ask(base, "/class/join", {"code": teacher["code"], "name": name}).json
        classes.append((teacher, student))
    return classes


def told(key, **detail):
    return {"id": key, "lesson": "start", "what": "predict", "at": 0, "chose": 1, "right": True, "said": None, **detail}


def state(base, teacher, **query):
    return ask(base, f"/class/state?lesson={query.get('lesson', 'start')}&lang=en", token=teacher["token"]).json


def refused(answer, status, code):
    assert (answer.status, answer.json["code"]) == (status, code), answer.text
    assert answer.json["say"].endswith((".", "。"))


def test_a_report_arrives_and_nothing_new_costs_nothing(base, opened):
    (teacher, kim), _ = opened
    assert ask(base, "/class/report", told("report-0001"), kim["token"]).status == 200
    path = "/class/state?lesson=start&lang=en"
    first = ask(base, path, token=teacher["token"])
    assert first.json["questions"][0]["options"][1] == {"text": first.json["questions"][0]["options"][1]["text"], "count": 1, "right": True}
    again = ask(base, path, token=teacher["token"], headers={"if-none-match": first.headers["etag"]})
    assert (again.status, again.text) == (304, "")
    assert first.headers["cache-control"] == "no-store"
    news = ask(base, "/class/news?lang=en", token=kim["token"])
    assert ask(base, "/class/news?lang=en", token=kim["token"], headers={"if-none-match": news.headers["etag"]}).status == 304


def test_a_student_s_token_opens_nothing_of_the_teacher_s(base, opened):
    (_, kim), _ = opened
    for token in (kim["token"], "x", "", "x" * 5000):
        refused(ask(base, "/class/state", token=token), 401, "class_not_yours")
        for path, body in (("send", {"lesson": "start"}), ("close", {}), ("remove", {"number": 1}), ("qr", {"link": "x"})):
            refused(ask(base, f"/class/{path}", body, token), 401, "class_not_yours")


def test_nobody_reads_or_tells_in_a_class_that_is_not_theirs(base, opened):
    (teacher, _), (other, stranger) = opened
    assert [s["name"] for s in state(base, other)["students"]] == ["Stranger"]
    assert "Stranger" not in json.dumps(state(base, teacher))
    for token in (teacher["token"], "x", ""):
        refused(ask(base, "/class/news", token=token), 401, "class_over")
        refused(ask(base, "/class/report", told("report-0009"), token), 401, "class_over")
    ask(base, "/class/remove", {"number": 1}, other["token"])  # the other class's student 1, not Kim
    assert [s["name"] for s in state(base, teacher)["students"]][0] == "Kim"
    refused(ask(base, "/class/news", token=stranger["token"]), 401, "class_over")
    news = ask(base, "/class/news", token=opened[0][1]["token"]).json
    assert set(news) == {"code", "name", "number", "sent"}  # a student hears of nobody else


def test_a_token_counts_in_its_header_only(base, opened):
    (teacher, _), _ = opened
    token = teacher["token"]
    for path, headers in ((f"/class/state?token={token}", {}), ("/class/state", {"cookie": f"token={token}"}),
                          ("/class/state", {"authorization": f"Basic {token}"})):  # fmt: skip
        refused(ask(base, path, headers=headers), 401, "class_not_yours")


@pytest.mark.parametrize("name", [SCRIPT, "'; drop table students;--", "\u202eevil\x00", "名" * 40, "{{7*7}}", "%s%n", "../../etc/passwd"])
def test_a_name_is_only_a_name(base, opened, name):
    teacher = opened[0][0]
    answer = ask(base, "/class/join", {"code": teacher["code"], "name": name})
    assert answer.status == 200 and answer.headers["content-type"] == "application/json"
    assert answer.json["name"] == name.replace("\u202e", "").replace("\x00", "")
    assert len(state(base, teacher)["students"]) >= 1


@pytest.mark.parametrize(
    ("path", "body", "status", "code"),
    [
        ("join", {"code": "../../etc/passwd", "name": ""}, 404, "class_unknown"),
        ("join", {"code": SCRIPT, "name": ""}, 404, "class_unknown"),
        ("join", {"code": "B" * 3000, "name": ""}, 404, "class_unknown"),
        ("join", {"code": None, "name": ""}, 413, "class_body"),
        ("join", {"code": {"$gt": ""}, "name": ""}, 413, "class_body"),
        ("join", {}, 404, "class_unknown"),
        ("open", {"passphrase": ["x"]}, 413, "class_body"),
        ("join", {"code": "BBBB-BBBB", "name": "x" * 41}, 400, "class_name"),
        ("join", {"code": "BBBB-BBBB", "name": "x" * 10_000}, 413, "class_body"),
        ("report", ["x"], 413, "class_body"),
    ],
)  # fmt: skip
def test_bodies_that_are_not_right(base, opened, path, body, status, code):
    refused(ask(base, f"/class/{path}", body), status, code)


@pytest.mark.parametrize("raw", [b"{", b"\xff\xfe", b"[" * 4000, b"NaN", b'"x"', b"5", b"x" * 5_000_000, b'{"a":' * 600])
def test_bytes_that_are_no_request(base, opened, raw):
    (_, kim), _ = opened
    try:
        refused(ask(base, "/class/report", token=kim["token"], raw=raw), 413, "class_body")
    except (BrokenPipeError, ConnectionResetError):
        assert len(raw) > 100_000  # the server did not read on
    assert ask(base, "/class/news", token=kim["token"]).status == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"lesson": "no-such"}, {"lesson": SCRIPT}, {"chose": 99}, {"at": -1}, {"at": 1e400}, {"what": "own"}, {"id": "x"}, {"said": 7},
        {"right": 2},
    ],
)  # fmt: skip
def test_reports_that_do_not_fit_the_course(base, opened, wrong):
    (teacher, kim), _ = opened
    before = state(base, teacher)
    refused(ask(base, "/class/report", told("report-0002") | wrong, kim["token"]), 400, "class_report")
    assert [s["judged"] for s in state(base, teacher)["students"]] == [s["judged"] for s in before["students"]]


def test_what_students_say_is_shown_as_it_was_said(base, opened):
    (teacher, kim), _ = opened
    said = {"question": SCRIPT, "answer": '"><img src=x onerror=alert(1)>'}
    assert ask(base, "/class/report", told("report-0003", what="run", said=said), kim["token"]).status == 200
    asked = next(q for q in state(base, teacher)["questions"] if q["what"] == "run")
    assert asked["question"] == SCRIPT and asked["options"][0]["text"] == said["answer"]  # plain text in JSON; the page sets it as text
    ask(base, "/class/report", told("report-0004", what="run", said={"question": "\ud800lone", "answer": "x"}), kim["token"])
    assert any(q["question"] == "lone" for q in state(base, teacher)["questions"])


@pytest.mark.parametrize(
    "link",
    [
        "https://evil.example/?lesson=start", "//evil.example/gan", "javascript:alert(1)", "data:text/html,x", "/class", "/etc/passwd",
        "\\\\evil.example", "./gan/../../x", "http:///gan", "https://[", "", None, 5, {"a": 1}, "./gan\r\nlocation: x",
    ],
)  # fmt: skip
def test_everybody_can_be_sent_to_the_lab_only(base, opened, link):
    (teacher, kim), _ = opened
    refused(ask(base, "/class/send", {"link": link}, teacher["token"]), 400, "class_link")
    assert ask(base, "/class/news", token=kim["token"]).json["sent"] is None


@pytest.mark.parametrize(
    "link",
    [
        "./?damage=noise:sigma=9999", "./gan?lesson=start", "./?picture=none", "./rnn?seed=x", "./?lesson=start&step=4",
        "./?lesson=start&step=٣", f"./?lesson={quote(SCRIPT)}",
    ],
)  # fmt: skip
def test_a_link_that_the_lab_would_not_take_is_refused_with_the_reason(base, opened, link):
    (teacher, _), _ = opened
    refused(ask(base, "/class/send", {"link": link}, teacher["token"]), 400, "class_link_part")


def test_a_link_arrives_made_anew_in_each_student_s_language(base, opened):
    (teacher, kim), _ = opened
    link = "./zh-gan?lang=zh&lesson=gan-restore&step=2&mix=0.5&__theme=dark&evil=<script>"
    assert ask(base, "/class/send?lang=en", {"link": link, "now": "yes"}, teacher["token"]).status == 200
    sent = {lang: ask(base, f"/class/news?lang={lang}", token=kim["token"]).json["sent"] for lang in ("en", "zh")}
    assert sent["en"]["link"] == "./gan?lang=en&mix=0.5&lesson=gan-restore&step=2" and sent["en"]["now"] is False
    assert sent["zh"]["link"] == "./zh-gan?lang=zh&mix=0.5&lesson=gan-restore&step=2" and sent["zh"]["title"] != sent["en"]["title"]
    ask(base, "/class/send", {"lesson": "start", "step": 1, "now": True}, teacher["token"])
    sent = ask(base, "/class/news?lang=en", token=kim["token"]).json["sent"]
    assert sent["now"] and "picture=astronaut" in sent["link"] and "lesson=start&step=2" in sent["link"]
    for wrong in ({"lesson": "start", "step": 3}, {"lesson": "start", "step": True}, {"lesson": "no-such"}, {"lesson": [1]}):
        assert ask(base, "/class/send", wrong, teacher["token"]).status == 400
    ask(base, "/class/send", {}, teacher["token"])
    assert ask(base, "/class/news", token=kim["token"]).json["sent"] is None


def test_a_qr_code_leads_to_this_class_only(base, opened):
    (teacher, _), (other, _) = opened
    good = f"https://lab.example/kintsugi/join/{teacher['code']}"
    assert ask(base, "/class/qr", {"link": good}, teacher["token"]).json["svg"].startswith("<svg")
    for bad in (f"https://lab.example/join/{other['code']}", f"javascript:/join/{teacher['code']}", "x" * 400, "https://[", ""):
        refused(ask(base, "/class/qr", {"link": bad}, teacher["token"]), 400, "class_link")


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "HEAD"])
def test_the_wrong_way_of_asking(base, opened, method):
    for path in ("open", "join", "report", "send", "close", "remove", "leave", "qr"):
        assert ask(base, f"/class/{path}", method=method).status == 405
    assert ask(base, "/class/state", {}, method="POST").status == 405


def test_pages_hold_no_words_of_the_address(base):
    page = ask(base, f"/join/{quote('<script>alert(1)')}")
    assert page.status == 200 and "<script>alert" not in page.text and "script-src 'nonce-" in page.headers["content-security-policy"]
    assert 'value="ABCD-XYZ0"' in ask(base, "/join/abcdxyz0").text
    assert "<script>alert" not in ask(base, f"/class?x={quote(SCRIPT)}&lang=en").text


def test_sentences_come_in_the_asker_s_language(base):
    assert "口令" in ask(base, "/class/open?lang=zh", {"passphrase": "x"}).json["say"]


def test_forty_join_and_tell_at_once(base):
    teacher = ask(base, "/class/open", {"passphrase": WORDS}).json

    def student(n):
        token = ask(base, "/class/join", {"code": teacher["code"], "name": f"S{n}"}).json["token"]
        reports = [told(f"report-{k:04}", what=what) for k, what in enumerate(("open", "predict") * 2)]
        answers = [ask(base, "/class/report", report, token).status for report in reports]
        return answers, ask(base, "/class/news", token=token).status

    with ThreadPoolExecutor(40) as pool:
        assert list(pool.map(student, range(40))) == [([200] * 4, 200)] * 40
    seen = state(base, teacher)
    assert sorted(s["number"] for s in seen["students"]) == list(range(1, 41)) and seen["questions"][0]["answered"] == 40


def test_a_class_that_closes_in_the_middle(base, opened):
    _, (other, _) = opened
    late = ask(base, "/class/join", {"code": other["code"], "name": "Late"}).json["token"]
    assert ask(base, "/class/close", {}, other["token"]).status == 200
    refused(ask(base, "/class/report", told("report-0005"), late), 401, "class_over")
    refused(ask(base, "/class/join", {"code": other["code"], "name": ""}), 404, "class_unknown")
    refused(ask(base, "/class/close", {}, other["token"]), 401, "class_not_yours")
    assert ask(base, "/class/leave", {}, late).status == 200


def test_a_database_that_is_held_or_gone_is_said(base, opened):
    (teacher, kim), _ = opened
    with sqlite3.connect(base[1], isolation_level=None) as db:
        db.execute("begin immediate")  # for longer than the server waits
        refused(ask(base, "/class/report", told("report-0006"), kim["token"]), 503, "class_store")
        assert "busy" in state(base, teacher)["trouble"] and ask(base, "/class/news", token=kim["token"]).status == 200
        db.execute("rollback")
    assert ask(base, "/class/report", told("report-0006"), kim["token"]).status == 200
    assert state(base, teacher)["trouble"] == ""


def test_a_flood_of_codes_and_of_passphrases_is_held_back(base, opened):  # the last: it shuts the door on this address
    for _ in range(80):
        answer = ask(base, "/class/join", {"code": "BBBB-BBBB", "name": ""})
        assert answer.status in (404, 429)
    refused(answer, 429, "class_patience")
    for _ in range(12):
        answer = ask(base, "/class/open", {"passphrase": "wrong"})
        assert answer.status in (403, 429)
    refused(answer, 429, "class_patience")
    refused(ask(base, "/class/open", {"passphrase": WORDS}), 429, "class_patience")
    (teacher, kim), _ = opened
    assert ask(base, "/class/news", token=kim["token"]).status == 200  # those inside stay
    assert state(base, teacher)["code"] == teacher["code"]


def test_without_the_setting_there_is_no_class(app):
    base = (app.url.removeprefix("http://"), None)
    for path in ("open", "join", "report", "leave"):
        refused(ask(base, f"/class/{path}", {"passphrase": "1", "code": "BBBB-BBBB", "name": ""}), 404, "class_off")
    for path in ("state", "news"):
        refused(ask(base, f"/class/{path}", token="x"), 404, "class_off")
    assert "KINTSUGI_CLASS" in ask(base, "/class?lang=en").text and "KINTSUGI_CLASS" in ask(base, "/class?lang=zh").text
    assert "<form" not in ask(base, "/join/BBBB-BBBB").text


def test_a_student_is_met_on_the_plain_pages_too(monkeypatch):
    from starlette.requests import Request

    from restoration.ui.pages.layout import render

    scope = {"type": "http", "method": "GET", "path": "/a/b", "query_string": b"lang=zh", "headers": [], "server": ("x", 80)}
    assert "class-strip" not in render(Request(scope), "class_off.html", "zh", what="class_off_student").body.decode()
    monkeypatch.setenv("KINTSUGI_CLASS", WORDS)
    page = render(Request(scope), "class_off.html", "zh", what="class_off_student").body.decode()
    assert 'id="class-strip"' in page and '"up": "../"' in page and "退出" in page and WORDS not in page
