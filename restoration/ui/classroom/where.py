"""Where a teacher sends everybody: a lesson, one of its steps, or any case of the lab, as plain values that the class's database holds.

A pasted link is taken apart and put together anew of what this app's pages understand: nothing else of it reaches a student.
"""

from dataclasses import fields
from urllib.parse import parse_qsl, urlencode, urlsplit

from restoration import lab
from restoration.errors import Note, Refusal
from restoration.lab import gan, rnn, vae
from restoration.lessons import lesson
from restoration.ui.language import PAGES, PLACES
from restoration.ui.text import say

READERS = {"cnn": lab.parse_case, "gan": gan.parse_case, "vae": vae.parse_case, "rnn": rnn.parse_case}


def of_step(id: object, step: object) -> dict:
    """A lesson, with one of its steps set (from 0) or None. Raises Refusal."""
    page = lesson(str(id)[:60])
    if step is not None and (isinstance(step, bool) or not isinstance(step, int) or not 0 <= step < len(page.steps)):
        raise Refusal("class_link_part", why=Note("case_value", key="step", value=str(step)[:40]))
    preset = {} if step is None else page.steps[step].set
    case, _ = READERS[page.family]({**preset, "lesson": page.id})
    return _where(page.family, case, page.id, step)


def of_link(link: object) -> dict:
    """A link below this app's root, as ./gan?lesson=gan-game or only its part from the ? on. Raises Refusal for any other."""
    try:
        parts = urlsplit(link.strip() if isinstance(link, str) else "javascript:")
    except ValueError as e:
        raise Refusal("class_link") from e
    place = PLACES.get("/" + parts.path.removeprefix(".").removeprefix("/"))
    if parts.scheme or parts.netloc or place is None or not isinstance(link, str) or not link.strip():
        raise Refusal("class_link")
    family, values = place[0], dict(parse_qsl(parts.query, keep_blank_values=True))
    case, notes = READERS[family](values)
    if notes:
        raise Refusal("class_link_part", why=notes[0])
    page = case.lesson if "lesson" in values else None
    step = values.get("step") if page else None
    if step is not None and not (step.isascii() and step.isdigit() and 1 <= int(step[:4]) <= len(lesson(page).steps)):
        raise Refusal("class_link_part", why=Note("case_value", key="step", value=step[:40]))
    return _where(family, case, page, None if step is None else int(step) - 1)


def _where(family: str, case, page: str | None, step: int | None) -> dict:
    query = {f.name: value for f in fields(case) if (value := lab.case_query(case).get(f.name)) is not None}
    return {"family": family, "query": query, "lesson": page, "step": step}


def link(where: dict, lang: str) -> str:
    """Relative to the root of the app; a step is counted from 1 there."""
    place = {key: value for key, value in (("lesson", where["lesson"]), ("step", where["step"])) if value is not None}
    if "step" in place:
        place["step"] += 1
    query = {"lang": lang, **where["query"], **place}
    return f".{PAGES[where['family']][lang]}?{urlencode(query, safe=':;=,')}"


def title(where: dict, lang: str) -> str:
    """In words, in the language of whoever is sent."""
    if where["lesson"] is None:
        return say("class_a_case", lang, family=say(f"family_{where['family']}", lang))
    page = lesson(where["lesson"], lang)
    return page.title if where["step"] is None else f"{page.title} – {page.steps[where['step']].label}"
