"""What a teacher asks for on the page for teachers, and the link that does it. Read from a form that anybody may send anything in."""

from dataclasses import dataclass
from urllib.parse import urlencode

from restoration import lab
from restoration.cases import whole
from restoration.errors import Note, Refusal
from restoration.lab import rnn, vae
from restoration.lessons import PAGES as LESSONS
from restoration.lessons import lesson
from restoration.ui.language import PAGES as PATHS
from restoration.ui.teach.controls import NOTHING, PAGES
from restoration.ui.text import LANGUAGES

ALL = "all"  # of `limit`: nothing is limited


@dataclass(frozen=True)
class Plan:
    """lesson, lang: of the page that the link opens. step: from 1; 0: none. can: the controls that stay, if `limited`. fix: those that are
    shown as text. seed, picture: instead of the step's; None, "": as the step has them."""

    lesson: str
    lang: str
    step: int = 0
    limited: bool = False
    can: tuple[str, ...] = ()
    fix: tuple[str, ...] = ()
    seed: int | None = None
    picture: str = ""
    present: bool = False

    @property
    def family(self) -> str:
        return lesson(self.lesson).family

    @property
    def case(self):
        """What the link sets in the lab: the step, or the page's first, with the seed and the picture that were asked for."""
        page = lesson(self.lesson)
        preset = {**page.steps[max(self.step, 1) - 1].set, "lesson": self.lesson}
        preset |= {"seed": self.seed} if self.seed is not None else {}
        preset |= {"picture": int(self.picture) if self.family == "vae" else self.picture} if self.picture else {}
        return PAGES[self.family].parse(preset)[0]

    @property
    def path(self) -> str:
        """The link from the root of the app, without a slash before it."""
        asked = {"lang": self.lang, **lab.case_query(self.case), "lesson": self.lesson}
        asked |= {"only": ",".join(self.can) or NOTHING} if self.limited else {}
        asked |= {"fix": ",".join(self.fix)} if self.fix else {}
        asked |= {"step": str(self.step)} if self.step else {}
        asked |= {"present": "1"} if self.present else {}
        return f"{PATHS[self.family][self.lang][1:]}?{urlencode(asked, safe=':;=,')}"


def fixable(family: str) -> tuple[str, ...]:
    return ("subject", "picture", "seed") if family == "vae" else ("picture", "seed")


def pictures(family: str, subject: str = "") -> tuple[str, ...]:
    """What can be asked for instead of the step's picture. subject: of the VAE's page."""
    if family == "rnn":
        return tuple(rnn.made())
    return tuple(map(str, range(vae.subjects()[subject].pictures))) if family == "vae" else tuple(lab.samples())


def read(query, lang: str) -> tuple[Plan, list[Note]]:
    """(the plan, a Note for each value that was not right and is passed over). query: starlette's QueryParams."""
    notes = []

    def one(key: str, choices, default: str) -> str:
        value = query.get(key, default)
        if value in choices:
            return value
        notes.append(Note("case_value", key=key, value=value[:40]))
        return default

    def some(key: str, choices) -> tuple[str, ...]:
        given = query.getlist(key)
        notes.extend(Note("case_value", key=key, value=value[:40]) for value in given[:1] if value not in choices)
        return tuple(name for name in choices if name in given)

    id = one("lesson", LESSONS, LESSONS[0])
    page, family = lesson(id), lesson(id).family
    step = int(one("step", [str(n) for n in range(len(page.steps) + 1)], "0"))
    plan = Plan(id, one("for", LANGUAGES, lang), step)
    subject = plan.case.subject if family == "vae" else ""
    seed = None
    if query.get("seed"):
        try:
            seed = whole(query["seed"])
        except Refusal as e:
            notes.append(e.note)
    limited = one("limit", (ALL, "some"), ALL) == "some"
    kept = {name: value for name, value in (("can", some("can", PAGES[family].names)), ("fix", some("fix", fixable(family))))}
    picture = one("picture", ("", *pictures(family, subject)), "")
    return Plan(id, plan.lang, step, limited, kept["can"], kept["fix"], seed, picture, query.get("present") == "1"), notes
