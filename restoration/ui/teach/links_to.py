"""Absolute links to this app, as they stand on paper, and their QR codes."""

import io

import segno
from gradio.route_utils import get_root_url
from markupsafe import Markup
from starlette.requests import Request


def root(request: Request) -> str:
    """Where the app is, as the visitor sees it, with a slash at the end."""
    base = request.scope.get("root_path", "")
    return get_root_url(request, request.url.path.removeprefix(base), base or None).rstrip("/") + "/"


def code(link: str) -> Markup:
    """The link as a QR code, an SVG to stand in a page, black on white. Made only of links that the app itself has put together."""
    out = io.BytesIO()
    segno.make(link, error="l", micro=False).save(
        out, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=4, dark="#000", light="#fff", svgclass="qr", lineclass=None
    )
    return Markup(out.getvalue().decode())
