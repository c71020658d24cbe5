"""What one visitor has on the VAE's desk. As restoration.ui.desk, for small pictures."""

from dataclasses import dataclass, replace

from restoration.lab import vae
from restoration.ui.picture import painted_mask


@dataclass(frozen=True)
class Wanted:
    """What the widgets say."""

    case: vae.Case
    own: str = ""  # path of the visitor's picture, in the lab if case.picture is vae.OWN
    invert: bool = False  # dark ink on light paper
    mask: str = ""  # what was painted, as a data URL

    @property
    def clean_key(self) -> tuple:
        own = (self.own, self.invert) if self.case.picture == vae.OWN else ()
        return (self.case.subject, self.case.picture, *own)

    @property
    def key(self) -> tuple:
        masked = self.case.damage[0][0] == "missing-mask"
        return (*self.clean_key, self.case.damage, self.case.seed, self.mask if masked else "")


@dataclass(frozen=True)
class Desk:
    wanted: Wanted
    clean: vae.Small
    ruined: vae.Ruined


def settle(desk: Desk | None, wanted: Wanted) -> Desk:
    """The desk that the widgets describe. Raises Refusal, and the old desk stays."""
    if desk and desk.wanted.key == wanted.key:
        return replace(desk, wanted=wanted)
    case = wanted.case
    if desk and desk.wanted.clean_key == wanted.clean_key:
        clean = desk.clean
    elif case.picture == vae.OWN:
        clean = vae.upload(wanted.own, case.subject, wanted.invert)
    else:
        clean = vae.picture(case.subject, case.picture)
    mask = None
    if wanted.mask and case.damage[0][0] == "missing-mask":
        mask = painted_mask(wanted.mask, *clean.array.shape[:2])
    return Desk(wanted, clean, vae.ruin(clean, case.damage, case.seed, mask))


def key(desk: Desk) -> tuple:
    return desk.wanted.key
