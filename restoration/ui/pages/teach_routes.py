"""The pages for teachers: /teach, where a link is made, and /worksheet/<lesson>, to be printed."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from restoration.errors import Refusal, unknown
from restoration.lessons import PAGES, lesson, list_lessons
from restoration.ui.language import PAGES as PATHS
from restoration.ui.pages import layout
from restoration.ui.teach import controls, links_to, plan, worksheet
from restoration.ui.text import say


def teach(request: Request) -> Response:
    lang = layout.language(request)
    wanted, notes = plan.read(request.query_params, lang)
    link = links_to.root(request) + wanted.path
    family = wanted.family
    names = controls.PAGES[family].names
    parts = [(name, controls.label(family, name, lang)) for name in names]
    pictures = [(name, controls.picture(family, _with(wanted, name), lang)) for name in _pictures(wanted)]
    return layout.render(
        request, "teach.html", lang, wanted=wanted, notes=[note.say(lang) for note in notes], link=link, code=links_to.code(link),
        lessons=_by_family(lang), steps=lesson(wanted.lesson, lang).steps, parts=parts, pictures=pictures,
        fixable=[(name, controls.label(family, name, lang)) for name in plan.fixable(family)], sets=controls.words(wanted.case, lang),
    )  # fmt: skip


def _pictures(wanted: plan.Plan) -> tuple[str, ...]:
    return plan.pictures(wanted.family, wanted.case.subject if wanted.family == "vae" else "")


def _with(wanted: plan.Plan, picture: str):
    return replace(wanted, picture=picture).case


def _by_family(lang: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """(family's name, its pages as (id, title))"""
    return [(say(f"family_{family}", lang), list_lessons(lang, family)) for family in PATHS]


def sheet(request: Request) -> Response:
    lang = layout.language(request)
    id = request.path_params["lesson"]
    try:
        if id not in PAGES:
            raise unknown("lesson", id[:40], PAGES)
        made = worksheet.sheet(id, lang)
    except Refusal as e:
        status = 404 if id not in PAGES else 500
        return layout.render(request, "teach_problem.html", lang, status=status, problem=e.say(lang))
    link = f"{links_to.root(request)}{PATHS[made.page.family][lang][1:]}?lang={lang}&lesson={id}"
    answers = request.query_params.get("answers") != "0"
    return layout.render(request, "worksheet.html", lang, sheet=made, link=link, code=links_to.code(link), answers=answers)


ROUTES = [Route("/teach", teach), Route("/worksheet/{lesson:path}", sheet)]
