"""What one visitor has on the desk, and what was made of it. Plain values: Gradio keeps them for each visitor in gr.State.

Every handler reads all the widgets (`Wanted`) and asks `settle` for the desk that they describe. Only what changed is
computed anew, and what is restored is always what the widgets show, in whatever order a slow network brings the clicks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from restoration import lab
from restoration.errors import Refusal, unknown
from restoration.lab.remembered import Remembered
from restoration.ui.picture import painted_mask


@dataclass(frozen=True)
class Wanted:
    """What the widgets say."""

    case: lab.Case
    own: str = ""  # path of the visitor's photo, in the lab if case.picture is ""
    broken: bool = False  # that photo is itself damaged
    mask: str = ""  # what was painted, as a data URL
    network: lab.OwnNetwork | None = None  # what the visitor trained and brought here

    @property
    def as_is(self) -> bool:
        return self.broken and not self.case.picture

    @property
    def shot_key(self) -> tuple:
        return (self.case.picture or self.own, self.case.size)

    @property
    def key(self) -> tuple:
        if self.as_is:
            return (*self.shot_key, "as it is")
        masked = any(name == "missing-mask" for name, _ in self.case.damage)
        return (*self.shot_key, self.case.damage, self.case.seed, self.mask if masked else "")


@dataclass(frozen=True)
class Desk:
    wanted: Wanted
    shot: lab.Shot  # the picture as it came
    ruined: lab.Ruined

    @property
    def clean(self) -> lab.Shot | None:
        """What a repair is compared with; None for a photo that came damaged."""
        return None if self.wanted.as_is else self.shot


def settle(desk: Desk | None, wanted: Wanted) -> Desk:
    """The desk that the widgets describe. Raises Refusal, and the old desk stays."""
    if desk and desk.wanted.key == wanted.key:
        return replace(desk, wanted=wanted)
    if _shared(wanted) and (known := _finished.get(_key(wanted))):  # with all that was drawn of it
        return replace(known[0], wanted=wanted)
    if desk and desk.wanted.shot_key == wanted.shot_key:
        shot = desk.shot
    elif wanted.case.picture:
        shot = lab.sample(wanted.case.picture, wanted.case.size)
    elif wanted.own:
        shot = lab.upload(wanted.own, wanted.case.size)
    else:
        raise unknown("picture", "", lab.samples())  # the server was started anew and has forgotten the visitor's photo
    return Desk(wanted, shot, lab.as_is(shot) if wanted.as_is else _ruin(shot, wanted))


def _ruin(shot: lab.Shot, wanted: Wanted) -> lab.Ruined:
    mask = None
    if wanted.mask and any(name == "missing-mask" for name, _ in wanted.case.damage):
        mask = painted_mask(wanted.mask, *shot.array.shape[:2])
    return lab.ruin(shot, wanted.case.damage, wanted.case.seed, mask)


@dataclass(frozen=True)
class Outcome:
    """A repair of one desk: the network's and the best classical method's picture, and the scores of all."""

    key: tuple
    mended: lab.Mended | None = None  # None: the network is not available
    problem: Refusal | None = None  # why
    yardstick: lab.Mended | None = None  # the best of them, or the first where there is no original to judge by
    rows: tuple[lab.Row, ...] = ()
    done: bool = False

    @property
    def tried(self) -> int:
        return sum(row.kind == "yardstick" for row in self.rows)


def key(desk: Desk) -> tuple:
    return _key(desk.wanted)


def _key(wanted: Wanted) -> tuple:
    case = wanted.case
    return (*wanted.key, case.model, case.blind, wanted.network if case.model == lab.OWN else None)


def current(outcome: Outcome | None, desk: Desk | None) -> Outcome | None:
    """The outcome if it belongs to what is on the desk now; None if something was moved since."""
    return outcome if outcome and desk and outcome.key == key(desk) else None


def mend(desk: Desk) -> Iterator[Outcome]:
    """The network first, then the classical methods one by one: an Outcome after each."""
    if known := remembered(desk):
        yield known
        return
    case, clean = desk.wanted.case, desk.clean
    rows = [lab.row(clean, desk.ruined)]
    mended, problem, yardstick, best = None, None, None, None
    try:
        mended = lab.mend(desk.ruined, case.model, case.blind, desk.wanted.network)
    except Refusal as e:
        problem = e
    network = [lab.row(clean, mended)] if mended else []
    yield Outcome(key(desk), mended, problem, None, (*rows, *network))
    for tried in lab.yardsticks(desk.ruined):
        row = lab.row(clean, tried)
        rows.append(row)
        if best is None or (row.psnr is not None and row.psnr > best.psnr):
            yardstick, best = tried, row
        yield Outcome(key(desk), mended, problem, yardstick, (*rows, *network))
    out = Outcome(key(desk), mended, problem, yardstick, (*rows, *network), done=True)
    if problem is None and _shared(desk.wanted):
        _finished.keep(out.key, (desk, out))
    yield out


KEPT = 48  # finished repairs and their desks, about 6 MB each
_finished = Remembered(KEPT)


def _shared(wanted: Wanted) -> bool:
    """Whether the repair follows from what a link can hold, so that it is the same for every visitor; of the small size only."""
    case = wanted.case
    painted = any(name == "missing-mask" for name, _ in case.damage)
    return bool(case.picture) and case.size == lab.Case.size and not painted and wanted.network is None


def remembered(desk: Desk) -> Outcome | None:
    """The finished repair of what is on the desk, if somebody has asked for it before."""
    known = _finished.get(key(desk)) if _shared(desk.wanted) else None
    return known and known[1]


def first() -> None:
    """The default case, really computed, and then remembered: what everybody sees first."""
    desk = settle(None, Wanted(lab.Case()))
    *_, out = mend(desk)
    for made in filter(None, (desk.ruined, out.yardstick, out.mended)):
        lab.error_picture(desk.shot, made)  # kept with them
