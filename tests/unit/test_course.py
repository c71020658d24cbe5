"""The paths through the course: what they name is there, the minutes are kept, and a term leaves nothing out."""

import pytest

from restoration.course import LANGUAGES, PATHS, said, whole_page
from restoration.lessons import LANGUAGES as LESSONS_LANGUAGES
from restoration.lessons import PAGES, lesson

MINUTES = {"one-lesson": [45], "double-lesson": [90], "term": [60] * 12}
BY_ID = {path.id: path for path in PATHS}


def test_there_are_three_paths_and_their_minutes_add_up():
    assert {path.id: [m.minutes for m in path.meetings] for path in PATHS} == MINUTES
    assert all(path.minutes == sum(MINUTES[path.id]) for path in PATHS)


@pytest.mark.parametrize("id", BY_ID)
def test_every_stop_names_what_its_page_has(id):
    stops = [stop for meeting in BY_ID[id].meetings for stop in meeting.stops]
    for stop in stops:
        assert stop.lesson in PAGES and stop.minutes >= 10 and list(stop.steps) == sorted(set(stop.steps))
        assert stop.parts[0] == "open" and set(stop.parts) <= set(whole_page(stop.lesson)) and len(stop.parts) >= 3
    assert len({stop.lesson for stop in stops}) == len(stops)
    order = [PAGES.index(stop.lesson) for stop in stops]
    assert order == sorted(order)  # no path goes back


@pytest.mark.parametrize("id", BY_ID)
def test_every_text_stands_in_both_languages(id):
    path = BY_ID[id]
    pairs = [path.name, path.about, *(m.goal for m in path.meetings), *(s.why for m in path.meetings for s in m.stops)]
    assert LANGUAGES == LESSONS_LANGUAGES
    for pair in pairs:
        assert len(pair) == 2 and all(pair) and pair[0].isascii() and not said(pair, "zh").isascii()


def test_a_term_takes_all_of_every_page():
    stops = [stop for meeting in BY_ID["term"].meetings for stop in meeting.stops]
    assert [stop.lesson for stop in stops] == list(PAGES)
    assert all(stop.parts == whole_page(stop.lesson) for stop in stops)


def test_a_double_lesson_meets_every_family():
    families = {lesson(stop.lesson).family for meeting in BY_ID["double-lesson"].meetings for stop in meeting.stops}
    assert families == {"cnn", "gan", "vae", "rnn"}
