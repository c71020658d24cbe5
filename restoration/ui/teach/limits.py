"""A teacher's link limits what can be changed on a page: `only=sigma,seed` names the controls that stay, `fix=picture,seed` those that are
shown as text. limits.js does it in the browser, where the link is read; here is what it needs to know, and what is said of a wrong name.
"""

from restoration.errors import Note
from restoration.ui.teach.controls import NOTHING, PAGES, WITH

KEYS = ("only", "fix", "present")  # of a teacher's link: they stay in the address, and Reset goes back to it (links.js)


def props(family: str) -> dict:
    """What limits.js reads: {names, parts: {CSS selector of what encloses controls and goes when all are gone: their names}, with}."""
    page = PAGES[family]
    parts = {".step-1": page.pick, ".step-2": page.ruin, "#clip-single": ("hole", "blur")}
    return {"names": page.names, "parts": parts, "with": WITH, "nothing": NOTHING}


def notes(family: str, query) -> list[Note]:
    """A Note for each of `only` and `fix` that names what the page does not have. query: starlette's QueryParams, or a dict."""
    found, names = [], PAGES[family].names
    for key in ("only", "fix"):
        given = query.getlist(key) if hasattr(query, "getlist") else [query[key]] if key in query else []
        asked = [name.strip() for name in ",".join(given).split(",") if name.strip()]
        wrong = [name for name in asked if name not in names and (key, name) != ("only", NOTHING)]
        if wrong:
            some = ", ".join(name[:24] for name in wrong[:3]) + (", …" if len(wrong) > 3 else "")
            found.append(Note("limit_unknown", key=key, wrong=some, names=", ".join(names)))
    return found
