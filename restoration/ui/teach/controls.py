"""The controls of each family's Restore panel by name, as a teacher's link names them, and what they are set to in words.

A component that is such a control has the CSS class `control-<name>`. See limits.py, which hides them.
"""

from dataclasses import dataclass

from restoration import lab
from restoration.lab import gan, rnn, vae
from restoration.ui.compare import name_of
from restoration.ui.text import say

TABS = "tabs"  # the other panels
NOTHING = "none"  # instead of names: nothing may be changed


@dataclass(frozen=True)
class Page:
    """What a family's page has. case: the class of its cases; parse: the values of a link -> (a case, Notes). pick, ruin, mend: the
    controls of the panel's three steps."""

    case: type
    parse: object
    pick: tuple[str, ...]
    ruin: tuple[str, ...]
    mend: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return (*self.pick, *self.ruin, *self.mend, TABS)


def _of(damages) -> tuple[str, ...]:
    """The names of the damages' controls, each once."""
    return tuple(dict.fromkeys(control.name for damage in damages for control in lab.damages()[damage].controls))


PAGES = {
    "cnn": Page(
        lab.Case, lab.parse_case, ("picture", "upload", "pixels"), ("damage", "chain", *_of(lab.damages()), "mask", "seed"),
        ("model", "blind"),
    ),
    "gan": Page(gan.Case, gan.parse_case, ("picture", "upload"), ("damage", *_of(gan.DAMAGES[1:]), "mask", "seed"), ("mix",)),
    "vae": Page(vae.Case, vae.parse_case, ("subject", "picture", "upload"), ("damage", *_of(vae.DAMAGES), "mask", "seed"), ()),
    "rnn": Page(rnn.Case, rnn.parse_case, ("picture", "upload"), ("sigma", "hole", "blur", "seed"), ("wipe",)),
}  # fmt: skip
# What is fixed takes these with it: each would change it too.
WITH = {"picture": ("upload", "subject"), "subject": ("picture", "upload"), "damage": ("chain",)}


def label(family: str, name: str, lang: str) -> str:
    """What a control is called."""
    if name == "picture" and family == "rnn":
        return say("teach_clip", lang)
    if family == "rnn" and name in ("sigma", "hole", "blur", "wipe"):
        return say(f"rnn_{name}", lang)
    if (plain := {**OWN, **SHARED}.get(name)) is not None:
        return say(plain, lang)
    controls = [c for damage in lab.damages().values() for c in damage.controls if c.name == name]
    return " / ".join(dict.fromkeys(name_of(c, lang) for c in controls))


OWN = {
    "picture": "teach_picture", "upload": "teach_upload", "chain": "teach_chain", "mask": "teach_mask", "blind": "teach_blind",
    "mix": "teach_mix", TABS: "teach_tabs",
}  # fmt: skip
SHARED = {"pixels": "size", "damage": "damage", "seed": "seed", "model": "model", "subject": "vae_subject"}


def family_of(case) -> str:
    return next(family for family, page in PAGES.items() if type(case) is page.case)


def words(case, lang: str) -> list[tuple[str, str, str]]:
    """(control, what it is called, what it is set to) of all that a case sets on the Restore panel."""
    family = family_of(case)

    def named(*names: str) -> list:
        found = ((name, _value(family, case, name, lang)) for name in names)
        return [(name, label(family, name, lang), value) for name, value in found if value]

    damage = _clip(case, lang) if family == "rnn" else _damage(case, lang)
    return [*named("subject", "picture", "pixels"), *damage, *named("seed", "model", "blind")]


def _value(family: str, case, name: str, lang: str) -> str:
    """"" for what the case does not have."""
    value = getattr(case, "size" if name == "pixels" else name, None)
    if value is None:
        return ""
    if name == "picture":
        return picture(family, case, lang)
    if name == "subject":
        return name_of(vae.subjects()[value], lang)
    if name == "seed":
        return str(value)
    if name == "pixels":
        return say("size_lab" if value == "lab" else "size_full", lang)
    if name == "blind":
        return say("blind_yes" if value else "blind_no", lang)
    known = {m.name: name_of(m, lang) for m in lab.models()} | {lab.AUTO: say("model_auto", lang), lab.OWN: say("teach_own_network", lang)}
    return known.get(value, value)


def picture(family: str, case, lang: str) -> str:
    """What the picture, or clip, of a case is called."""
    if case.picture in ("", vae.OWN):
        return say("teach_own", lang)
    if family == "vae":
        return vae.picture_name(case.subject, case.picture, lang)
    return name_of(rnn.made()[case.picture] if family == "rnn" else lab.samples()[case.picture], lang)


def _damage(case, lang: str) -> list[tuple[str, str, str]]:
    """The chain of damages, and every control of it."""
    damages = [lab.damages()[name] for name, _ in case.damage]
    found = [("damage", say("damage", lang), " → ".join(name_of(damage, lang) for damage in damages))]
    for damage, (_, numbers) in zip(damages, case.damage, strict=True):
        values = dict(numbers)
        found += [(c.name, name_of(c, lang), f"{values[c.name]:g} {c.unit}".strip()) for c in damage.controls if c.name in values]
    return found


def _clip(case, lang: str) -> list[tuple[str, str, str]]:
    frames = [(name, str(number)) for name in ("hole", "blur", "wipe") if (number := getattr(case, name))]
    return [(name, label("rnn", name, lang), value) for name, value in (("sigma", f"{case.sigma} /255"), *frames)]
