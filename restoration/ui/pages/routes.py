"""Which plain pages there are, and where. Gradio's app takes them in before its own."""

from starlette.routing import BaseRoute, Route

from restoration.ui.classroom import pages as classroom
from restoration.ui.classroom import web as classroom_web
from restoration.ui.pages import course, glossary, teach_routes

ROUTES: list[BaseRoute] = [
    Route("/course", course.page),
    Route("/glossary", glossary.page),
    *classroom.ROUTES,
    *classroom_web.ROUTES,
    *teach_routes.ROUTES,
]
