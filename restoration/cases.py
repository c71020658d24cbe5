"""A case: everything that a link, a lesson's step or a preset sets in the lab, as plain values.

`parse_case` reads one from a query string or a lesson and never fails: a value that is not right falls back to the default, and
a Note says so. In a link, damage is written `noise:sigma=25;jpeg:quality=20`.
"""

from dataclasses import dataclass, fields, replace
from functools import partial

from restoration.degrade import check_controls
from restoration.errors import Note, Refusal
from restoration.samples import SAMPLES

MAX_STEPS = 3  # damages in a chain
MAX_SEED = 9999
PAIRS = {
    "damaged-restored": ("Damaged | restored", "损坏 | 修复"),
    "clean-restored": ("Original | restored", "原图 | 修复"),
    "yardstick-restored": ("Classical | restored", "经典方法 | 修复"),
    "damaged-clean": ("Damaged | original", "损坏 | 原图"),
}
TABS = ("restore", "inside", "latent", "curves", "live")
SIZES = ("lab", "full")


@dataclass(frozen=True)
class Case:
    picture: str = next(iter(SAMPLES))  # a sample; "" while the visitor's own picture is in the lab
    damage: tuple = (("noise", (("sigma", 25),)),)  # steps in order: (name, ((control, value), ...))
    seed: int = 0
    model: str = "auto"  # lab.AUTO: the network that was trained for the damage
    blind: bool = False  # True: the network is not told the noise level and must guess it
    size: str = "lab"
    pair: str = "damaged-restored"
    tab: str = "restore"
    lesson: str = "start"


def check_steps(steps) -> tuple:
    """Damage steps ((name, {control: value} or pairs), ...) with every control filled in, or a Refusal."""
    if len(steps) > MAX_STEPS:
        raise Refusal("too_many_steps", most=MAX_STEPS)
    checked = []
    for name, controls in steps:
        controls = check_controls(name, dict(controls))
        checked.append((name, tuple(controls.items())))
    return tuple(checked)


def damage_text(steps) -> str:
    """Steps as they stand in a link: noise:sigma=25;jpeg:quality=20."""
    parts = []
    for name, controls in steps:
        values = ",".join(f"{key}={str(value).removesuffix('.0')}" for key, value in controls)  # every digit: the same pixels
        parts.append(f"{name}:{values}" if values else name)
    return ";".join(parts)


def damage_steps(text: str) -> tuple:
    """The inverse of damage_text, checked; Refusal for anything else."""
    steps = []
    for part in filter(None, text.split(";")):
        name, _, controls = part.partition(":")
        try:
            pairs = [(k.strip(), float(v)) for k, _, v in (c.partition("=") for c in controls.split(",") if c)]
        except ValueError as e:
            raise Refusal("damage_text", text=part[:40]) from e
        steps.append((name.strip(), tuple(pairs)))
    return check_steps(steps)


def parse_case(values: dict, models=(), lessons=()) -> tuple[Case, list[Note]]:
    """A Case from the strings of a link or the values of a preset, and a Note for each that was not right.

    models, lessons: the names there are; an empty one is not checked.
    """
    readers = {
        "picture": one_of(SAMPLES), "damage": steps_of, "seed": whole, "model": partial(_model, models), "blind": _yes_or_no,
        "size": one_of(SIZES), "pair": one_of(PAIRS), "tab": one_of(TABS), "lesson": one_of(lessons),
    }  # fmt: skip
    return read_case(Case(), values, readers)


def read_case(case, values: dict, readers: dict) -> tuple:
    """(the case with what the values say, a Note for each that was not right). It never fails.

    readers: key -> a function of the value that gives what is set; it raises whatever it likes for one that is not right.
    """
    notes = []
    for key in readers:
        if key not in values:
            continue
        try:
            case = replace(case, **{key: readers[key](values[key])})
        except Refusal as e:
            notes.append(e.note)
        except (TypeError, KeyError, ValueError, AttributeError):
            notes.append(Note("case_value", key=key, value=str(values[key])[:40]))
    return case, notes


def one_of(choices):
    """A reader of names; no choices: any will do."""

    def reader(value):
        if choices and value not in choices:
            raise ValueError
        return value

    return reader


def steps_of(value) -> tuple:
    """Damage steps from a link's text, or from a preset's list of {name, controls}."""
    return damage_steps(value) if isinstance(value, str) else check_steps([(d["name"], d.get("controls", {})) for d in value])


def _model(models, value):
    if value == "own":
        raise Refusal("own_in_link")
    return one_of(models)(value)


def _yes_or_no(value) -> bool:
    return {"0": False, "1": True, "false": False, "true": True}[str(value).lower()]


def whole(value) -> int:
    """A seed: a whole number from 0 to MAX_SEED."""
    try:
        number = float(value)
    except (TypeError, ValueError) as e:
        raise Refusal("seed_range", most=MAX_SEED) from e
    if not 0 <= number <= MAX_SEED or number != int(number):  # NaN and infinity fail the first test
        raise Refusal("seed_range", most=MAX_SEED)
    return int(number)


def case_query(case) -> dict[str, str]:
    """What differs from the default case, as strings for a link. A visitor's own picture ("" or a negative number) cannot be in a link."""
    out = {}
    for f in fields(case):
        value = getattr(case, f.name)
        if value != f.default and not (f.name == "picture" and value in ("", -1)):
            out[f.name] = damage_text(value) if f.name == "damage" else str(int(value)) if f.name == "blind" else str(value)
    return out
