"""The glossary: every word that the pages of the course mark, with its name in the other language and the pages that use it."""

from starlette.requests import Request
from starlette.responses import HTMLResponse

from restoration.lessons import PAGES as LESSONS
from restoration.lessons import glossary, lesson
from restoration.ui.language import PAGES, TAGS
from restoration.ui.pages import layout
from restoration.ui.text import unfilled


def page(request: Request) -> HTMLResponse:
    lang = layout.language(request)
    other = "zh" if lang == "en" else "en"
    marked = {key: [] for key in glossary(lang)}  # term -> (title, link) of each page
    for id in LESSONS:
        course_page = lesson(id, lang)
        for term in course_page.terms:
            marked[term.key].append((course_page.title, f"{PAGES[course_page.family][lang][1:]}?lang={lang}&lesson={id}"))
    words = [
        {"key": key, "term": term.term, "text": term.text, "other": glossary(other)[key].term, "pages": marked[key]}
        for key, term in glossary(lang).items()
    ]  # fmt: skip
    words.sort(key=lambda word: word["term"].casefold())
    said = {key: unfilled(f"glossary_{key}", lang) for key in ("found", "none")}
    return layout.render(request, "glossary.html", lang, words=words, said=said, other_tag=TAGS[other])
