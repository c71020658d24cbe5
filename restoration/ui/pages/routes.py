"""Which plain pages there are, and where. Gradio's app takes them in before its own."""

from starlette.routing import BaseRoute, Route

from restoration.ui.pages import course, glossary

ROUTES: list[BaseRoute] = [
    Route("/course", course.page),
    Route("/glossary", glossary.page),
]
