"""What one visitor has on the RNN's desk. See restoration.ui.bench."""

from dataclasses import dataclass, replace

from restoration.errors import unknown
from restoration.lab import rnn


@dataclass(frozen=True)
class Wanted:
    """What the widgets say. own: path of the visitor's clip, in the lab if no other is chosen."""

    case: rnn.Case
    own: str = ""

    @property
    def clean_key(self) -> tuple:
        return (self.case.picture or self.own,)

    @property
    def damage_key(self) -> tuple:
        return (*self.clean_key, self.case.sigma, self.case.seed, self.case.hole, self.case.blur)

    @property
    def key(self) -> tuple:
        return (*self.damage_key, self.case.wipe)


@dataclass(frozen=True, eq=False)
class Desk:
    wanted: Wanted
    clean: rnn.Footage
    ruined: rnn.Ruined


def settle(desk: Desk | None, wanted: Wanted) -> Desk:
    """The desk that the widgets describe. Raises Refusal, and the old desk stays."""
    if desk and desk.wanted.damage_key == wanted.damage_key:
        rnn.ruin(desk.clean, wanted.case)  # refuses a wipe past the end
        return replace(desk, wanted=wanted)
    clean = desk.clean if desk and desk.wanted.clean_key == wanted.clean_key else _clean(wanted)
    return Desk(wanted, clean, rnn.ruin(clean, wanted.case))


def _clean(wanted: Wanted) -> rnn.Footage:
    if wanted.case.picture:
        return rnn.picture(wanted.case.picture)
    if wanted.own:
        return rnn.upload(wanted.own)
    raise unknown("clip", "", rnn.made())  # the server was started anew and has forgotten the visitor's clip
