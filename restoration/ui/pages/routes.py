"""Which plain pages there are, and where. Gradio's app takes them in before its own."""

from starlette.routing import BaseRoute

from restoration.ui.pages import teach_routes

ROUTES: list[BaseRoute] = [*teach_routes.ROUTES]
