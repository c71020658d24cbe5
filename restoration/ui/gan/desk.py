"""What one visitor has on the GAN's desk. As restoration.ui.desk, for one damage."""

from dataclasses import dataclass, replace

from restoration import lab
from restoration.errors import unknown
from restoration.lab import gan
from restoration.ui.picture import painted_mask


@dataclass(frozen=True)
class Wanted:
    """What the widgets say."""

    case: gan.Case
    own: str = ""  # path of the visitor's photo, in the lab if case.picture is ""
    mask: str = ""  # what was painted, as a data URL

    @property
    def clean_key(self) -> tuple:
        return (self.case.picture or self.own,)

    @property
    def key(self) -> tuple:
        masked = self.case.damage[0][0] == "missing-mask"
        return (*self.clean_key, self.case.damage, self.case.seed, self.mask if masked else "")


@dataclass(frozen=True)
class Desk:
    wanted: Wanted
    clean: lab.Shot
    ruined: lab.Ruined


def settle(desk: Desk | None, wanted: Wanted) -> Desk:
    """The desk that the widgets describe. Raises Refusal, and the old desk stays."""
    if desk and desk.wanted.key == wanted.key:
        return replace(desk, wanted=wanted)
    case = wanted.case
    if desk and desk.wanted.clean_key == wanted.clean_key:
        clean = desk.clean
    elif case.picture:
        clean = gan.picture(case.picture)
    elif wanted.own:
        clean = gan.upload(wanted.own)
    else:
        raise unknown("picture", "", lab.samples())  # the server was started anew and has forgotten the visitor's photo
    mask = None
    if wanted.mask and case.damage[0][0] == "missing-mask":
        mask = painted_mask(wanted.mask, *clean.array.shape[:2])
    return Desk(wanted, clean, gan.ruin(clean, case.damage, case.seed, mask))
