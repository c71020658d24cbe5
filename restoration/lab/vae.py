"""The lab of small pictures, for networks that know one kind of thing: what the VAE's screen may ask for.

As restoration.lab: arrays go in and come out, float32 (H, W, C) nominally in [0, 1] for computing (C = 1 for digits), uint8 (H, W, 3) for
showing; what cannot be done is a Refusal; nothing is remembered between calls but weights and shipped pictures.
"""

from dataclasses import dataclass, field, replace

import numpy as np
import torch

from restoration import degrade, images, lab
from restoration.cases import check_steps, damage_steps, one_of, read_case, steps_of, whole  # noqa: F401
from restoration.errors import Note, Refusal
from restoration.lessons import list_lessons
from restoration.subjects import SUBJECTS, load_small, tile_name

DAMAGES = ("missing-lower", "missing-block", "missing-pixels", "missing-strokes", "missing-mask", "noise")  # the first is the default
TABS = ("restore", "inside", "latent", "curves", "live")
OWN = -1  # instead of a number: the visitor's own picture


@dataclass(frozen=True)
class Case:
    """All that a link, a lesson's step or a preset sets. As restoration.cases.Case, of one damage."""

    subject: str = "digits"
    picture: int = 3  # a number of the subject's pictures; OWN while the visitor's is in the lab
    damage: tuple = (("missing-lower", (("share", 0.5),)),)
    seed: int = 0
    tab: str = "restore"
    lesson: str = "vae-elbo"


@dataclass(frozen=True, eq=False)
class Small:
    """A clean small picture. array (side, side, C)."""

    array: np.ndarray
    subject: str
    number: int = OWN
    notes: tuple = ()

    @property
    def shown(self) -> np.ndarray:
        return show(self.array)


@dataclass(frozen=True, eq=False)
class Ruined:
    """A damaged one. mask: (side, side), 1 where a pixel is known, None if all are; sigma: of noise in units of 1/255, or None."""

    array: np.ndarray
    subject: str
    steps: tuple
    mask: np.ndarray | None = None
    sigma: float | None = None
    notes: tuple = field(default=())

    @property
    def shown(self) -> np.ndarray:
        return show(self.array)


def tensor(array: np.ndarray) -> torch.Tensor:
    """(H, W, C) -> (1, C, H, W)"""
    return torch.from_numpy(np.ascontiguousarray(array.transpose(2, 0, 1), dtype=np.float32))[None]


def array(x: torch.Tensor) -> np.ndarray:
    """(1, C, H, W) -> (H, W, C)"""
    return x[0].permute(1, 2, 0).contiguous().cpu().numpy()


def show(a: np.ndarray) -> np.ndarray:
    """uint8 (H, W, 3)"""
    shown = images.to_uint8(tensor(a))
    return np.repeat(shown[..., None], 3, 2) if shown.ndim == 2 else shown


def subjects() -> dict:
    return SUBJECTS


def picture(subject: str, number: int) -> Small:
    return Small(array(load_small(subject, number)), subject, number)


def picture_name(subject: str, number: int, lang: str) -> str:
    """What a shipped picture shows, in a few words."""
    return tile_name(subject, number, lang)


def upload(source, subject: str, invert: bool = False) -> Small:
    """A visitor's picture: its middle square, at the size that the network knows; for digits, grey. invert: dark ink on light paper
    becomes white on black."""
    opened = images.open_picture(source)
    s, (h, w) = SUBJECTS[subject], opened.tensor.shape[-2:]
    x = images.fit(opened.tensor, s.side)
    if s.channels == 1:
        x = (0.299 * x[:, :1] + 0.587 * x[:, 1:2] + 0.114 * x[:, 2:]).clamp(0, 1)
        x = 1 - x if invert else x
    return Small(array(x), subject, OWN, (*opened.notes, Note("cropped_to_lab", width=w, height=h, side=s.side)))


def ruin(clean: Small, steps, seed: int = 0, mask: np.ndarray | None = None) -> Ruined:
    """mask: for "missing-mask", (H, W) bool, True where a part is missing; None: nothing is."""
    steps = check_steps(steps)
    if any(name not in DAMAGES for name, _ in steps) or len(steps) != 1:
        raise Refusal("vae_damage", damages=", ".join(DAMAGES))
    known = None
    if steps[0][0] == "missing-mask":
        missing = np.zeros(clean.array.shape[:2], bool) if mask is None else np.asarray(mask, bool)
        if missing.shape != clean.array.shape[:2]:
            raise Refusal("mask_size", shape=" x ".join(map(str, missing.shape)), height=clean.array.shape[0], width=clean.array.shape[1])
        known = torch.from_numpy(1 - missing[None, None].astype(np.float32))
    done = degrade.degrade_chain(tensor(clean.array), [(n, dict(c)) for n, c in steps], seed=whole(seed), mask=known)
    held = done.known.get("mask")
    return Ruined(array(done.picture), clean.subject, steps, None if held is None else held[0, 0].numpy(), done.known.get("sigma"))


def network(name: str):
    """A network of this lab, ready to use, on the processor: it is small, and a GPU would take longer to begin than it computes. Refusal
    if its files are missing."""
    return lab.network(name, "cpu")


def parse_case(values: dict) -> tuple[Case, list[Note]]:
    """A Case from the strings of a link or the values of a preset, and a Note for each that was not right; never fails."""
    lessons = [id for id, _ in list_lessons("en", "vae")]
    readers = {
        "subject": one_of(SUBJECTS), "picture": int, "damage": _one_damage, "seed": whole, "tab": one_of(TABS), "lesson": one_of(lessons),
    }  # fmt: skip
    case, notes = read_case(Case(), values, readers)
    count = SUBJECTS[case.subject].pictures
    if not 0 <= case.picture < count:
        notes.append(Note("case_value", key="picture", value=str(case.picture)[:40]))
        case = replace(case, picture=min(Case.picture, count - 1))
    return case, notes


def _one_damage(value) -> tuple:
    steps = steps_of(value)
    if len(steps) != 1 or steps[0][0] not in DAMAGES:
        raise Refusal("vae_damage", damages=", ".join(DAMAGES))
    return steps
