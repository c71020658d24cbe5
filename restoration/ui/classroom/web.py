"""What the pages of a class ask of the server: JSON in, JSON out, a token in the Authorization header.

No cookies, so that no other site can ask in a visitor's name, and a class works inside the frame of a hosted Space. All work is done in
threads of its own: a class that waits for its database holds up nobody's lab.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import lru_cache, partial
from urllib.parse import urlsplit
from zlib import crc32

import anyio
import anyio.to_thread
import segno
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from restoration.classroom.rules import Classroom
from restoration.errors import Refusal
from restoration.lessons import PAGES
from restoration.ui.classroom import where
from restoration.ui.classroom.room import room
from restoration.ui.pages.layout import language

MOST = 4096  # bytes of a request
THREADS = 8
STATUS = {
    "class_body": 413, "class_database": 503, "class_full": 409, "class_many": 409, "class_method": 405, "class_not_yours": 401,
    "class_off": 404, "class_over": 401, "class_passphrase": 403, "class_patience": 429, "class_reports": 409, "class_store": 503,
    "class_unknown": 404,
}  # fmt: skip
METHODS = ("GET", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")  # all come here, so that the wrong one is answered with a sentence
HEADERS = {"cache-control": "no-store", "x-content-type-options": "nosniff"}


@dataclass(frozen=True)
class Asked:
    room: Classroom
    token: str
    body: dict
    lang: str
    address: str
    page: str  # the lesson whose answers are wanted
    etag: str  # of what the asker has

    def text(self, field: str) -> str:
        value = self.body.get(field, "")
        if not isinstance(value, str):
            raise Refusal("class_body", most=MOST)
        return value


# The teacher


def opened(a: Asked) -> dict:
    token, code = a.room.open(a.text("passphrase"), a.address)
    return {"token": token, "code": code}


def state(a: Asked) -> tuple[dict | None, str]:
    """None: nothing has changed since the asker's."""
    page = a.page if a.page in PAGES else PAGES[0]
    trouble = a.room.store.trouble
    etag = f'"{a.room.version(a.token)}-{page}-{a.lang}-{trouble.values["why"].code if trouble else ""}"'
    if etag == a.etag:
        return None, etag
    seen = a.room.state(a.token, page, a.lang)
    said = {**asdict(seen), "lesson": page, "trouble": trouble.say(a.lang) if trouble else "", "sent": _sent(seen.sent, a.lang)}
    return said, etag


def send(a: Asked) -> dict:
    """To a lesson and step, or to a link; to neither: takes it back."""
    if "link" in a.body:
        to = where.of_link(a.body["link"])
    else:
        to = where.of_step(a.body["lesson"], a.body.get("step")) if a.body.get("lesson") else None
    a.room.send(a.token, {**to, "now": a.body.get("now") is True} if to else None)
    return {"title": where.title(to, a.lang) if to else ""}


def qr(a: Asked) -> dict:
    """The join link of this class, at the address at which the teacher's browser sees the app, as a picture."""
    code, link = a.room.code(a.token), a.text("link")
    try:
        parts = urlsplit(link)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc or not parts.path.endswith(f"/join/{code}") or len(link) > 300:
        raise Refusal("class_link")
    return {"svg": segno.make(link, error="m", micro=False).svg_inline(border=3, dark="#000", light="#fff", omitsize=True)}


def remove(a: Asked) -> dict:
    number = a.body.get("number")
    if not isinstance(number, int) or isinstance(number, bool) or abs(number) > 10**6:
        raise Refusal("class_body", most=MOST)
    a.room.remove(a.token, number)
    return {}


def close(a: Asked) -> dict:
    a.room.close(a.token)
    return {}


# The student


def join(a: Asked) -> dict:
    return asdict(a.room.join(a.text("code")[:40], a.text("name"), a.address, a.token))


def report(a: Asked) -> dict:
    a.room.report(a.token, a.body)
    return {}


def news(a: Asked) -> tuple[dict | None, str]:
    place, sent = a.room.news(a.token)
    etag = f'"{sent["number"] if sent else 0}-{a.lang}-{crc32(place.name.encode())}"'
    if etag == a.etag:
        return None, etag
    return {"code": place.code, "name": place.name, "number": place.number, "sent": _sent(sent, a.lang)}, etag


def leave(a: Asked) -> dict:
    a.room.leave(a.token)
    return {}


def _sent(sent: dict | None, lang: str) -> dict | None:
    if not sent:
        return None
    return {"number": sent["number"], "now": sent["now"], "link": where.link(sent, lang), "title": where.title(sent, lang)}


# How they are asked


def _route(path: str, method: str, act: Callable) -> Route:
    async def answer(request: Request) -> Response:
        lang = language(request)
        try:
            if request.method != method:
                raise Refusal("class_method", method=method)
            asked = partial(_asked, request, await _body(request) if method == "POST" else {}, lang)
            said = await anyio.to_thread.run_sync(lambda: act(asked()), limiter=_threads())
        except Refusal as e:
            headers = {**HEADERS, "allow": method} if e.code == "class_method" else HEADERS
            return JSONResponse({"code": e.code, "say": e.say(lang)}, STATUS.get(e.code, 400), headers)
        said, etag = said if isinstance(said, tuple) else (said, None)
        headers = {**HEADERS, "etag": etag} if etag else HEADERS
        return Response(status_code=304, headers=headers) if said is None else JSONResponse(said, headers=headers)

    return Route(f"/class/{path}", answer, methods=METHODS)


def _asked(request: Request, body: dict, lang: str) -> Asked:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    token = token.strip() if scheme.lower() == "bearer" and len(token) < 200 else ""
    address = request.client.host if request.client else ""
    query = request.query_params
    return Asked(room(), token, body, lang, address, query.get("lesson", ""), request.headers.get("if-none-match", ""))


async def _body(request: Request) -> dict:
    """A JSON object. More bytes than fit are not read."""
    data = b""
    async for part in request.stream():
        data += part
        if len(data) > MOST:
            raise Refusal("class_body", most=MOST)
    try:
        body = json.loads(data or b"{}")
    except (ValueError, RecursionError) as e:
        raise Refusal("class_body", most=MOST) from e
    if not isinstance(body, dict):
        raise Refusal("class_body", most=MOST)
    return body


@lru_cache(maxsize=1)
def _threads() -> anyio.CapacityLimiter:
    return anyio.CapacityLimiter(THREADS)


ROUTES = [
    _route("open", "POST", opened), _route("state", "GET", state), _route("send", "POST", send), _route("qr", "POST", qr),
    _route("remove", "POST", remove), _route("close", "POST", close), _route("join", "POST", join), _route("report", "POST", report),
    _route("news", "GET", news), _route("leave", "POST", leave),
]  # fmt: skip
