"""The plain pages of a class: /class for the teacher, /join and /join/<code> for students."""

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from restoration.classroom.rules import CODE, NAME, shown
from restoration.lessons import lesson, list_lessons
from restoration.ui.classroom.room import on
from restoration.ui.pages.layout import language, render
from restoration.ui.text import unfilled

# What the scripts of these pages say: keys after class_js_.
WORDS = (
    "ago_now", "ago_s", "ago_min", "anonymous", "answered", "at_check", "at_open", "at_predict", "at_step", "busy", "closed", "everybody",
    "first_run", "hide", "local", "no_answers", "no_connection", "no_storage", "no_students", "nowhere", "predicted", "q_check", "q_guess",
    "q_predict", "q_run", "remove", "right", "score", "sent", "show", "step", "students", "whole_lesson", "you_are_in",
)  # fmt: skip


def words(lang: str) -> dict:
    return {word: unfilled(f"class_js_{word}", lang) for word in WORDS}


def teacher(request: Request) -> HTMLResponse:
    lang = language(request)
    if not on():
        return render(request, "class_off.html", lang, what="class_off_teacher")
    lessons = [{"id": id, "title": title, "steps": [s.label for s in lesson(id, lang).steps]} for id, title in list_lessons(lang)]
    return render(request, "class.html", lang, lessons=lessons, words=words(lang))


def student(request: Request) -> HTMLResponse:
    lang = language(request)
    if not on():
        return render(request, "class_off.html", lang, what="class_off_student")
    code = "".join(c for c in request.path_params.get("code", "")[:40].upper() if c.isascii() and c.isalnum())[:CODE]
    return render(request, "join.html", lang, code=shown(code) if code else "", most=NAME, words=words(lang))


ROUTES = [Route("/class", teacher), Route("/join", student), Route("/join/{code}", student)]
