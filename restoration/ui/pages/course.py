"""The course page: three paths through the pages of the course, what is done of them, and where to go on.

What is done is known to the browser only (journal_kept.js); course.js fills it in. Without a script all three paths stand one below the
other.
"""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse

from restoration.course import PATHS, said, whole_page
from restoration.lessons import PAGES as LESSONS
from restoration.lessons import lesson
from restoration.ui.language import PAGES
from restoration.ui.pages import layout
from restoration.ui.text import say, unfilled


@dataclass(frozen=True)
class Part:
    """Something to do on a page. id: as in course.Stop.parts. link: relative to the root of the app. count: how many answers it takes."""

    id: str
    name: str
    link: str
    count: int


@dataclass(frozen=True)
class Entry:
    """A page of the course, as one line of a list."""

    lesson: str
    title: str
    text: str
    link: str
    parts: tuple[Part, ...]
    minutes: int = 0


def page(request: Request) -> HTMLResponse:
    lang = layout.language(request)
    paths = []
    for path in PATHS:
        meetings = [
            {"goal": said(m.goal, lang), "minutes": m.minutes, "stops": [
                _entry(s.lesson, said(s.why, lang), s.parts, lang, s.minutes) for s in m.stops
            ]}
            for m in path.meetings
        ]  # fmt: skip
        name, about = said(path.name, lang), said(path.about, lang)
        paths.append({"id": path.id, "name": name, "about": about, "meetings": meetings})
    families = [
        {"name": say(f"family_{family}", lang), "entries": [
            _entry(id, lesson(id, lang).idea, whole_page(id), lang) for id in LESSONS if lesson(id, lang).family == family
        ]}
        for family in PAGES
    ]  # fmt: skip
    words = {key: unfilled(f"course_{key}", lang) for key in ("go_on", "finished", "done", "not_yet", "count")}
    return layout.render(request, "course.html", lang, paths=paths, by_family=families, words=words, count=len(LESSONS))


def _entry(id: str, text: str, parts: tuple[str, ...], lang: str, minutes: int = 0) -> Entry:
    link = f"{PAGES[lesson(id, lang).family][lang][1:]}?lang={lang}&lesson={id}"
    return Entry(id, lesson(id, lang).title, text, link, tuple(_part(id, part, link, lang) for part in parts), minutes)


def _part(id: str, part: str, link: str, lang: str) -> Part:
    """A step's link sets the lab for it; steps are counted from 1 in a link."""
    if part.startswith("step-"):
        k = int(part.removeprefix("step-"))
        return Part(part, say("course_part_step", lang, label=lesson(id, lang).steps[k].label), f"{link}&step={k + 1}", 1)
    return Part(part, say(f"course_part_{part}", lang), link, len(lesson(id, lang).check) if part == "check" else 1)
