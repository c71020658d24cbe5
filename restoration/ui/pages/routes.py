"""Which plain pages there are, and where. Gradio's app takes them in before its own."""

from starlette.routing import BaseRoute

ROUTES: list[BaseRoute] = []
