"""Which plain pages there are, and where. Gradio's app takes them in before its own."""

from starlette.routing import BaseRoute

from restoration.ui.classroom import pages as classroom
from restoration.ui.classroom import web as classroom_web

ROUTES: list[BaseRoute] = [*classroom.ROUTES, *classroom_web.ROUTES]
