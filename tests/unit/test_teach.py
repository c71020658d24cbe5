"""A teacher's tools below the screen: what a plan's link says, what is limited, what a journal may be, what stands on a worksheet."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.datastructures import QueryParams

from restoration.errors import Refusal
from restoration.lessons import LANGUAGES, PAGES, lesson
from restoration.studies import store, worksheets
from restoration.ui.teach import controls, journal, limits, plan, worksheet

LONG = "x" * 10_000


def read(**asked):
    pairs = [(key, value) for key, given in asked.items() for value in (given if isinstance(given, list) else [given])]
    return plan.read(QueryParams(pairs), "en")


@pytest.mark.parametrize("id", PAGES)
def test_every_steps_link_sets_what_the_step_sets(id):
    for n, step in enumerate(lesson(id).steps, 1):
        made, notes = read(lesson=id, step=str(n))
        query = {key: values[0] for key, values in parse_qs(urlsplit(made.path).query).items()}
        page = controls.PAGES[lesson(id).family]
        case, wrong = page.parse(query)
        assert not notes and not wrong
        assert case == page.parse({**step.set, "lesson": id})[0]
        assert query["step"] == str(n) and query["lesson"] == id


def test_a_link_says_what_was_asked_for():
    asked = {"lesson": "start", "step": "1", "limit": "some", "can": ["sigma", "model"], "fix": ["picture", "seed"], "for": "zh"}
    made, notes = read(**asked, seed="7", picture="grass", present="1")
    assert not notes
    link = urlsplit(made.path)
    assert link.path == "zh"
    query = parse_qs(link.query)
    assert query["only"] == ["sigma,model"] and query["fix"] == ["picture,seed"]
    assert query["seed"] == ["7"] and query["picture"] == ["grass"] and query["present"] == ["1"] and query["lang"] == ["zh"]
    nothing, _ = read(lesson="start", limit="some")
    assert "only=none" in nothing.path
    assert "only" not in read(lesson="start", can="sigma")[0].path  # everything may be changed


@pytest.mark.parametrize("bad", ["<script>alert(1)</script>", "../../etc/passwd", LONG, "", "-1", "１"])
def test_hostile_plans_are_sentences_and_a_working_link(bad):
    made, notes = read(lesson=bad, step=bad, limit=bad, can=[bad, bad], fix=bad, seed=bad, picture=bad, present=bad, **{"for": bad})
    assert made.lesson == PAGES[0] and len(made.path) < 200
    said = [note.say(lang) for note in notes for lang in LANGUAGES]
    assert said and all(len(sentence) < 300 for sentence in said)
    assert "script" not in made.path and "passwd" not in made.path


def test_wrong_names_of_controls_are_told_and_the_rest_works():
    assert limits.notes("cnn", {"only": "sigma,seed", "fix": "picture"}) == []
    assert limits.notes("cnn", {"only": "none"}) == []
    (note,) = limits.notes("gan", QueryParams([("only", "sigma"), ("only", f"{LONG},seed")]))
    for lang in LANGUAGES:
        assert "sigma" in note.say(lang) and len(note.say(lang)) < 300
    assert [n.say("en") for n in limits.notes("rnn", {"fix": "<b>"})]


def test_no_control_has_two_meanings():
    for family, page in controls.PAGES.items():
        assert len(set(page.names)) == len(page.names)
        for lang in LANGUAGES:
            assert all(controls.label(family, name, lang) for name in page.names)


@pytest.mark.parametrize("family", controls.PAGES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_settings_in_words(family, lang):
    page = controls.PAGES[family]
    said = controls.words(page.case(), lang)
    named = {name for name, _, _ in said} - {"scale"}  # the GAN page has one scale only, and says it
    assert {"picture", "seed"} <= named <= set(page.names)
    assert all(label and value for _, label, value in said)


def test_two_damages_in_words():
    case, _ = controls.PAGES["cnn"].parse({"damage": "blur:sigma=1.6;noise:sigma=15", "picture": "astronaut"})
    said = controls.words(case, "en")
    assert ("damage", "Damage", "Gaussian blur → Gaussian noise") in said
    assert [value for name, _, value in said if name == "sigma"] == ["1.6 px", "15 /255"]


# The journal


def entry(question="Q", answer="A", right=True):
    return {"said": {"question": question, "answer": answer}, "right": right, "at": 0, "chose": 1}


def test_a_journal_is_read_in_the_order_of_the_course():
    check = {"0": entry("first"), "1": entry("next", right=None)}
    pages = {"gan-game": {"predict": entry("second")}, "start": {"check": check, "steps": [0, 1]}}
    said = journal.read(json.dumps({"v": 1, "pages": pages}))
    told = [(s.lesson, s.question, s.right) for s in said]
    assert told == [("start", "first", True), ("start", "next", None), ("gan-game", "second", True)]
    assert journal.read("") == []


@pytest.mark.parametrize("text", ["{", "[]", "null", "7", '{"pages": 3}', '{"pages": {"start": []}}', "[" * 50_000, "9" * 200_001, 7])
def test_a_journal_that_is_none_is_left_out(text):
    assert journal.read(text) is None


def test_a_journal_may_hold_anything():
    odd = [None, 3, {"said": 4}, entry(5, ["<b>"]), entry(LONG[:900], LONG[:900], "yes")] * 50
    said = journal.read(json.dumps({"pages": {"start": {"guess": odd, "check": [[[[[entry()]]]]]}, "nowhere": {"check": entry()}}}))
    assert {s.lesson for s in said} == {"start"} and len(said) == 80  # of the first 200; what is too deep, or of no page, is passed over
    assert all(len(s.question) <= 800 and s.right in (None, True) for s in said)


# Worksheets


def test_the_scores_were_made_from_the_weights_that_ship():
    assert store.stale(worksheets.NAME) == []


def test_every_step_that_mends_has_scores():
    found = worksheets.read()
    for id in PAGES:
        assert {place for place, _ in worksheets.places(id)} == set(found.get(id, ()))


def test_a_stored_score_is_what_the_lab_gives():
    """The cheapest page, run again."""
    scores, names = worksheets.RUNS["cnn"](lesson("cnn-convolution").steps[2].set)
    stored = worksheets.read()["cnn-convolution"]["2"]
    assert [s.name for s in scores] == [s.name for s in stored]
    assert [s.psnr for s in scores] == pytest.approx([s.psnr for s in stored], abs=0.02)
    assert names == ("cnn-denoise",)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("id", PAGES)
def test_a_sheet_has_the_whole_page(id, lang):
    sheet = worksheet.sheet(id, lang)
    assert [task.step for task in sheet.tasks] == list(lesson(id, lang).steps)
    for table in filter(None, (sheet.predicted, *(task.table for task in sheet.tasks))):
        assert table.rows and all(len(numbers) == len(table.heads) for _, numbers in table.rows)
        assert len(set(table.blank)) == len(table.blank) <= len(table.rows)
        assert all(re.fullmatch(r"-?[\d.]+|∞|–", number) for _, numbers in table.rows for number in numbers)
    texts = [sheet.page.idea, *(task.step.text for task in sheet.tasks), sheet.page.predict.explanation]
    assert not any(re.search(r"[*`]|\$\$|\[\[", text) for text in texts)  # a worksheet prints them as they are


def test_no_sheet_of_an_unknown_page():
    with pytest.raises(Refusal, match="lesson"):
        worksheet.sheet("nowhere", "en")
