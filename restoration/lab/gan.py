"""The lab of the GAN's page: photos made four times smaller, or with a large hole, and what a critic's pupil makes of them.

Pictures and damages are those of restoration.lab; here is what this page chooses of them.
"""

from dataclasses import dataclass

import numpy as np

from restoration import lab
from restoration.cases import check_steps, one_of, read_case, steps_of, whole
from restoration.errors import Note, Refusal
from restoration.exhibits.game import PRESETS
from restoration.lessons import list_lessons

DAMAGES = ("low-resolution", "missing-block", "missing-lower", "missing-mask")  # the first is the default
SCALE = 4
MIX_PARTS = 10  # stops of the slider between CNN and GAN, less one
LEAST = 16 * SCALE  # pixels a side: what is left must be as large as a network takes
JOBS = {"low-resolution": ("cnn-sr4", "gan-sr4")}  # damage -> (the network that only wants to be near, the one with a critic)
HOLES = ("cnn-inpaint", "gan-inpaint")  # for all others
GAMES = tuple(PRESETS)  # names of the presets of the game on points
TABS = ("restore", "inside", "latent", "curves", "live")


@dataclass(frozen=True)
class Case:
    """All that a link, a lesson's step or a preset sets. As restoration.cases.Case, of one damage."""

    picture: str = "cat"  # a sample; "" while the visitor's own picture is in the lab
    damage: tuple = (("low-resolution", (("scale", SCALE),)),)
    seed: int = 0
    mix: float = 1.0  # how much of the GAN's weights is in the network of 'Sharp or faithful'; 0: the CNN's alone
    game: str = ""  # a preset of the game on points; "": the first
    tab: str = "restore"
    lesson: str = "gan-game"


def networks(damage: str) -> tuple[str, str]:
    """(the CNN, the GAN) that mend a damage."""
    return JOBS.get(damage, HOLES)


def picture(name: str) -> lab.Shot:
    return lab.sample(name)


def upload(source) -> lab.Shot:
    """A visitor's picture: its middle square, at most 256 x 256. Refusal for one that is too small to be made four times smaller."""
    shot = lab.upload(source)
    height, width = shot.array.shape[:2]
    if min(height, width) < LEAST:
        raise Refusal("gan_too_small", width=width, height=height, least=LEAST, scale=SCALE)
    return shot


def one_damage(steps) -> tuple:
    """The steps, checked: one damage of DAMAGES; low resolution is four times smaller, for which there is a network."""
    steps = check_steps(steps)
    if len(steps) != 1 or steps[0][0] not in DAMAGES:
        raise Refusal("gan_damage", damages=", ".join(DAMAGES))
    return (("low-resolution", (("scale", SCALE),)),) if steps[0][0] == "low-resolution" else steps


def ruin(clean: lab.Shot, steps, seed: int = 0, mask: np.ndarray | None = None) -> lab.Ruined:
    """See restoration.lab.ruin."""
    return lab.ruin(clean, one_damage(steps), seed, mask)


def parse_case(values: dict) -> tuple[Case, list[Note]]:
    """A Case from the strings of a link or the values of a preset, and a Note for each that was not right; never fails."""
    lessons = [id for id, _ in list_lessons("en", "gan")]
    readers = {
        "picture": one_of(lab.samples()), "damage": lambda value: one_damage(steps_of(value)), "seed": whole, "mix": share,
        "game": one_of(GAMES), "tab": one_of(TABS), "lesson": one_of(lessons),
    }  # fmt: skip
    return read_case(Case(), values, readers)


def share(value) -> float:
    """One of the slider's stops."""
    parts = MIX_PARTS * float(value)
    if not 0 <= parts <= MIX_PARTS or abs(parts - round(parts)) > 1e-6:  # NaN too
        raise ValueError
    return round(parts) / MIX_PARTS
