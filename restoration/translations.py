"""Which pages of the course were written for an English page that has changed since.

Every page in another language says in its front matter, `of: <mark>`, which English text it was written for. The mark is a hash of that
text, so a change of one word shows; where lines are broken does not count.

    python -m restoration.translations                    which pages are behind
    python -m restoration.translations --written ID ...   these were read against the English page just now, and say the same
"""

import argparse
import hashlib
import re

from restoration.errors import unknown
from restoration.lessons import LANGUAGES, PAGES, ROOT

OF = re.compile(r"^of: *(?P<mark>\S+)\n", re.MULTILINE)
ENGLISH, *OTHERS = LANGUAGES


def path(id: str, lang: str):
    return ROOT / "lessons" / lang / f"{id}.md"


def mark(id: str) -> str:
    """Of the English page as it is now: 12 hex digits. Raises Refusal: unknown_name."""
    if id not in PAGES:
        raise unknown("lesson", id, PAGES)
    words = " ".join(path(id, ENGLISH).read_text(encoding="utf-8").split())
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def written_for(id: str, lang: str) -> str:
    """The mark that a page bears, "" if it bears none."""
    head = path(id, lang).read_text(encoding="utf-8").split("---\n", 2)[1]
    found = OF.search(head)
    return found["mark"] if found else ""


def behind() -> list[tuple[str, str]]:
    """(lang, id) of every page that was written for another English text than today's."""
    return [(lang, id) for lang in OTHERS for id in PAGES if written_for(id, lang) != mark(id)]


def stamp(id: str) -> None:
    """Says that the page says in every language what the English one says now."""
    line = f"of: {mark(id)}\n"
    for lang in OTHERS:
        text = path(id, lang).read_text(encoding="utf-8")
        _, head, body = text.split("---\n", 2)
        head = OF.sub(line, head, count=1) if OF.search(head) else head.replace(f"id: {id}\n", f"id: {id}\n{line}", 1)
        path(id, lang).write_text(f"---\n{head}---\n{body}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m restoration.translations", description="Which pages are behind their English ones.")
    parser.add_argument("--written", metavar="ID", nargs="+", choices=PAGES, default=[], help="pages that were just read against English")
    for id in parser.parse_args().written:
        stamp(id)
    for lang, id in behind():
        print(f"lessons/{lang}/{id}.md was written for an older lessons/{ENGLISH}/{id}.md: read both, mend it, then --written {id}")


if __name__ == "__main__":
    main()
