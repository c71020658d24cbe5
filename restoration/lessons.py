"""The pages of the course: lessons/<language>/<id>.md -> Lesson.

A page is YAML front matter and Markdown. Four marks in the Markdown are replaced when the page is read:

    {{code:restoration/models/cnn.py:Denoiser.forward}}   the real lines of that function, method, class or table
    {{study:blocks:blocks.plain.psnr:.2f}}            a number of a stored study (assets/studies), by its keys, in a format of Python's
    [[psnr]]  [[psnr|shown as this]]                  a term of lessons/glossary.yml, explained there and below the page
    ## Heading {#id}                                  begins a section; the id is the same in every language

A number's mark may stand in the front matter too. A page in another language says in `of` which English one it was written for: see
translations.py.

A page that is not right is a Refusal: a mended page is better than half a page.
"""

import ast
import html
import json
import re
import textwrap
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

import yaml

from restoration.errors import Refusal, unknown

ROOT = Path(__file__).resolve().parent.parent
PAGES = (
    "start",
    "cnn-convolution",
    "cnn-pooling",
    "cnn-denoise",
    "cnn-tasks",
    "cnn-blocks",
    "gan-game",
    "gan-images",
    "gan-listing",
    "gan-restore",
    "vae-elbo",
    "vae-restore",
    "rnn-state",
    "rnn-pixels",
    "questions",
)  # in the order in which they are read
LANGUAGES = ("en", "zh")
WORDS_HEADING = {"en": "Words on this page", "zh": "本页术语"}

CODE = re.compile(r"\{\{code:(?P<file>[\w/]+\.py):(?P<name>[\w.]+)\}\}")
NUMBER = re.compile(r"\{\{study:(?P<study>[\w-]+):(?P<keys>[\w.-]+)(?::(?P<format>[^}]+))?\}\}")
TERM = re.compile(r"\[\[(?P<key>[\w-]+)(?:\|(?P<shown>[^\]|]+))?\]\]")
SECTION = re.compile(r"^## (?P<title>.+?) \{#(?P<id>[\w-]+)\}\n(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """Something to try. `set` is a case as lab.parse_case reads it; what it does not name takes its default."""

    label: str
    text: str
    set: dict


@dataclass(frozen=True)
class Prediction:
    """A question that one run settles: `set` is that run's case, options[answer] is what it shows."""

    question: str
    options: tuple[str, ...]
    set: dict
    answer: int
    explanation: str


@dataclass(frozen=True)
class Option:
    text: str
    right: bool
    why: str


@dataclass(frozen=True)
class Question:
    question: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Source:
    """A reference. A page gives either `arxiv` (a number such as 1608.03981) or `url`; `link` serves for both."""

    text: str
    arxiv: str = ""
    url: str = ""

    @property
    def link(self) -> str:
        return f"https://arxiv.org/abs/{self.arxiv}" if self.arxiv else self.url


@dataclass(frozen=True)
class Section:
    id: str
    title: str
    text: str  # Markdown


@dataclass(frozen=True)
class Term:
    key: str
    term: str
    text: str


@dataclass(frozen=True)
class Lesson:
    """One page in one language. All texts are Markdown; formulas stand between $$."""

    id: str
    lang: str
    title: str
    family: str  # the tab of the lab that it belongs to: "cnn", ...
    idea: str  # the page in one sentence
    sections: tuple[Section, ...]
    steps: tuple[Step, ...]
    predict: Prediction
    check: tuple[Question, ...]
    sources: tuple[Source, ...]
    terms: tuple[Term, ...]  # in the order in which the page uses them

    @property
    def body(self) -> str:
        """All sections and, folded, the page's terms, as one Markdown text. abbr needs a mouse; the list needs none."""
        parts = [f"## {s.title}\n\n{s.text}" for s in self.sections]
        if self.terms:
            words = "\n".join(f"- **{t.term}** – {t.text}" for t in self.terms)
            parts.append(f"<details><summary>{WORDS_HEADING[self.lang]}</summary>\n\n{words}\n\n</details>")
        return "\n\n".join(parts)


def list_lessons(lang: str = "en", family: str | None = None) -> list[tuple[str, str]]:
    """(id, title) of every page, or of a family's, in the order in which they are read."""
    return [(id, lesson(id, lang).title) for id in PAGES if family in (None, lesson(id, lang).family)]


@lru_cache(maxsize=64)
def lesson(id: str, lang: str = "en") -> Lesson:
    """A page by its id. Raises Refusal: unknown_name; page_broken or code_missing if the page itself is wrong."""
    if lang not in LANGUAGES:
        raise unknown("language", lang, LANGUAGES)
    if id not in PAGES:
        raise unknown("lesson", id, PAGES)
    return parse((ROOT / "lessons" / lang / f"{id}.md").read_text(encoding="utf-8"), id, lang)


@lru_cache(maxsize=4)
def glossary(lang: str = "en") -> dict[str, Term]:
    """Every term of lessons/glossary.yml: key -> Term."""
    if lang not in LANGUAGES:
        raise unknown("language", lang, LANGUAGES)
    table = yaml.safe_load((ROOT / "lessons" / "glossary.yml").read_text(encoding="utf-8"))
    return {key: Term(key, **entry[lang]) for key, entry in table.items()}


def parse(page: str, id: str, lang: str) -> Lesson:
    """The Lesson that a file's text holds."""
    where = f"{lang}/{id}"
    try:
        _, head, body = page.split("---\n", 2)
        front = yaml.safe_load(NUMBER.sub(_number, head))
        if front.pop("id") != id:
            raise ValueError("its id is not its file's name")
        if lang != LANGUAGES[0]:
            front.pop("of", None)
        steps = tuple(Step(**s) for s in front.pop("steps"))
        predict = front.pop("predict")
        predict = Prediction(**{**predict, "options": tuple(predict["options"])})
        check = tuple(Question(q["question"], tuple(Option(**o) for o in q["options"])) for q in front.pop("check"))
        sources = tuple(Source(**s) for s in front.pop("sources"))
        sections = tuple(_section(m, where, lang) for m in SECTION.finditer(body))
        terms = tuple(glossary(lang)[key] for key in dict.fromkeys(m["key"] for m in TERM.finditer(body)))
        left_over = SECTION.sub("", body).strip()
        if left_over:
            raise ValueError(f"this stands before the first section: {left_over[:40]}")
        extra = set(front) - {f.name for f in fields(Lesson)}
        if extra:
            raise ValueError(f"it has unknown entries: {', '.join(sorted(extra))}")
        questions = {"predict": predict, "check": check}
        return Lesson(id, lang, sections=sections, steps=steps, **questions, sources=sources, terms=terms, **front)
    except Refusal:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError) as e:
        raise Refusal("page_broken", page=where, why=f"{type(e).__name__}: {e}") from e


def _section(match: re.Match, where: str, lang: str) -> Section:
    text = TERM.sub(lambda m: _abbreviation(m["key"], m["shown"], lang), match["text"].strip())
    text = NUMBER.sub(_number, text)
    text = CODE.sub(lambda m: _listing(m["file"], m["name"], where), text)  # last: what is quoted stays as it is
    return Section(match["id"], match["title"], text)


def _abbreviation(key: str, shown: str | None, lang: str) -> str:
    words = glossary(lang)
    if key not in words:
        raise unknown("term", key, words)
    return f'<abbr title="{html.escape(words[key].text)}">{shown or words[key].term}</abbr>'


def _number(mark: re.Match) -> str:
    """A number that a study found, so that no page can say another."""
    try:
        found = json.loads((ROOT / "assets" / "studies" / f"{mark['study']}.json").read_text(encoding="utf-8"))
    except OSError as e:
        raise ValueError(f"there is no study {mark['study']}") from e
    for key in mark["keys"].split("."):
        found = found[key]
    return format(found, mark["format"] or "")


def _listing(file: str, name: str, where: str) -> str:
    """A fenced block with the lines of `name`, under the place where they stand."""
    lines = quote(file, name)
    if lines is None:
        raise Refusal("code_missing", page=where, name=name, file=file)
    return f"`{file}` · `{name}`\n\n```python\n{lines}\n```"


def quote(file: str, name: str) -> str | None:
    """The source of a function, method (Class.method), class or module-level table, or None if it is not there."""
    path = ROOT / file
    if not path.is_file():
        return None
    source = path.read_text(encoding="utf-8")
    node = ast.parse(source)
    for part in name.split("."):
        node = next((n for n in getattr(node, "body", []) if part in _names(n)), None)
        if node is None:
            return None
    first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
    return textwrap.dedent("\n".join(source.splitlines()[first - 1 : node.end_lineno]))


def _names(node: ast.stmt) -> list[str]:
    """What a statement defines."""
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [t.id for t in targets if isinstance(t, ast.Name)]
