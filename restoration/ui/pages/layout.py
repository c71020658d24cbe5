"""How a plain page is drawn: its template, title and ways to other pages, colours, language, and what it may load."""

import secrets
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from restoration.ui.bowl import BOWL
from restoration.ui.classroom import room, strip
from restoration.ui.language import PAGES, TAGS, wanted
from restoration.ui.pages import WAYS
from restoration.ui.picture import script
from restoration.ui.text import LANGUAGES, say

HERE = Path(__file__).parent
TEMPLATES = Environment(
    loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)  # fmt: skip
# A page loads what this server gives it, and runs the scripts that it was sent with.
POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'nonce-{nonce}'; base-uri 'none'; "
    "form-action 'self'; object-src 'none'"
)  # fmt: skip
CLASS_PAGES = ("class.html", "join.html")  # they show by themselves what a student's strip would


def language(request: Request) -> str:
    """The link decides, then the last choice, then the browser."""
    return wanted(request, "en")


def render(request: Request, template: str, lang: str, status: int = 200, **values) -> HTMLResponse:
    """A page. template: a file of this folder that extends base.html. values: what it names. Every page also has lang, say, and `up`, the
    way from this page to the root of the app: all links are relative, since the app may stand below another address."""
    nonce = secrets.token_urlsafe(16)
    depth = request.url.path.removeprefix(request.scope.get("root_path", "")).count("/") - 1
    up = "../" * depth or "./"
    languages = []
    for other, name in LANGUAGES.items():
        kept = [(key, value) for key, value in request.query_params.multi_items() if key != "lang"]
        query = urlencode([*kept, ("lang", other)])
        languages.append({"id": other, "name": name, "tag": TAGS[other], "link": f"?{query}"})
    families = [(family, say(f"family_{family}", lang), f"{up}{paths[lang][1:]}?lang={lang}") for family, paths in PAGES.items()]
    ways = [(way, say(f"way_{way}", lang), f"{up}{way}?lang={lang}") for way in WAYS]
    page = TEMPLATES.get_template(template).render(
        lang=lang, tag=TAGS[lang], say=partial(_say, lang), up=up, nonce=nonce, bowl=Markup(BOWL), languages=languages,
        families=families, ways=ways, here=request.url.path.strip("/"),
        strip=strip.plain(lang, up, nonce) if room.on() and template not in CLASS_PAGES else "",
        css=read("pages.css"), read=read,
        dark=request.query_params.get("__theme") == "dark", light=request.query_params.get("__theme") == "light", **values,
    )  # fmt: skip
    headers = {"content-security-policy": POLICY.format(nonce=nonce), "x-content-type-options": "nosniff", "referrer-policy": "same-origin"}
    answer = HTMLResponse(page, status, headers)
    answer.headers["vary"] = "Accept-Language, Cookie"
    if request.query_params.get("lang") == lang:
        answer.set_cookie("lang", lang, path="/", samesite="lax")
    return answer


def _say(lang: str, key: str, **values) -> str:
    return say(key, lang, **values)


def read(name: str) -> Markup:
    """A stylesheet or a script of this folder, to stand in the page itself."""
    return Markup(script(f"pages/{name}"))
