"""Which language a visitor reads: the link decides, then the page (/zh, /zh-vae), then the last choice, then the browser.

Each family of networks has an English page and a Chinese one. This ASGI middleware sends each visitor to theirs, and makes
Gradio's own strings and <html lang> follow: Gradio asks the browser for its language, so a line of script answers in the
browser's place.
"""

from starlette.datastructures import MutableHeaders
from starlette.requests import Request

PAGES = {  # family -> language -> path
    "cnn": {"en": "/", "zh": "/zh"}, "gan": {"en": "/gan", "zh": "/zh-gan"}, "vae": {"en": "/vae", "zh": "/zh-vae"},
    "rnn": {"en": "/rnn", "zh": "/zh-rnn"},
}  # fmt: skip
PLACES = {path: (family, lang) for family, paths in PAGES.items() for lang, path in paths.items()}
TAGS = {"en": "en", "zh": "zh-CN"}
WHERE = ("host", "x-forwarded-host", "x-forwarded-proto", "x-gradio-server")  # what Gradio takes its own address from
KEPT = 64  # pages: families, languages and names of this server
SCRIPT = (
    "<script>for(const[k,v]of[['language','{0}'],['languages',['{0}']]])"
    "Object.defineProperty(navigator,k,{{get:()=>v}});</script>"
)  # fmt: skip


def wanted(request: Request, here: str) -> str:
    """The language a request asks for. here: the language of the page that it names."""
    for choice in (request.query_params.get("lang"), here if here != "en" else None, request.cookies.get("lang")):
        if choice in TAGS:
            return choice
    first = request.headers.get("accept-language", "").split(",")[0]
    return "zh" if first.lower().startswith("zh") else "en"


class Language:
    """Pure ASGI: event streams and files pass through untouched."""

    def __init__(self, app):
        self.app = app
        self.pages = {}  # what decides what a page says -> (its start, its body), rewritten

    async def __call__(self, scope, receive, send):
        path = scope.get("path", "")
        if scope["type"] != "http" or scope["method"] != "GET" or path not in PLACES:
            return await self.app(scope, receive, send)
        request = Request(scope)
        family, here = PLACES[path]
        lang = wanted(request, here)
        if lang != here:
            query = f"?{request.url.query}" if request.url.query else ""
            headers = [(b"location", f".{PAGES[family][lang]}{query}".encode("latin-1")), (b"vary", b"Accept-Language, Cookie")]
            await send({"type": "http.response.start", "status": 307, "headers": headers})
            return await send({"type": "http.response.body", "body": b""})

        # Gradio writes a page anew for everybody, which takes it 60 ms; it follows from the path and from where the visitor thinks this is.
        key = (path, lang, scope["scheme"], scope.get("root_path"), *(request.headers.get(name) for name in WHERE))
        if key in self.pages:
            return await send_page(*self.pages[key], send)
        start, body = None, b""

        async def rewrite(message):
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if message.get("more_body"):
                return
            page = rewritten(start, body, lang)
            if start["status"] == 200 and "deep_link" not in request.query_params:
                if len(self.pages) >= KEPT:
                    self.pages.clear()
                self.pages[key] = page
            await send_page(*page, send)

        await self.app(scope, receive, rewrite)


def rewritten(start: dict, body: bytes, lang: str) -> tuple[dict, bytes]:
    headers = MutableHeaders(raw=list(start["headers"]))
    if headers.get("content-type", "").startswith("text/html") and "content-encoding" not in headers:
        body = body.replace(b"<head>", b"<head>" + SCRIPT.format(TAGS[lang]).encode(), 1)
        body = body.replace(b'lang="en"', f'lang="{TAGS[lang]}"'.encode(), 1)
        headers["content-length"] = str(len(body))
        headers.append("set-cookie", f"lang={lang}; Path=/; SameSite=Lax")
        headers.append("vary", "Accept-Language, Cookie")
    return {**start, "headers": headers.raw}, body


async def send_page(start: dict, body: bytes, send) -> None:
    await send(start)
    await send({"type": "http.response.body", "body": body})
