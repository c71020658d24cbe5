"""What the widgets of a Restore panel do that takes one damage at a time: read them all, settle the desk that they describe, show it.

A family's own bench says what its widgets are, and what a desk, a repair and a board of it are; see ui/vae/bench.py and ui/gan/bench.py.
"""

from dataclasses import dataclass, replace
from html import escape

import gradio as gr

from restoration import lab
from restoration.errors import Refusal
from restoration.ui import chain, line, links, motion, undo
from restoration.ui.events import LIVE, QUIET, plainly, warn
from restoration.ui.picture import file, painted_mask, png


@dataclass(frozen=True)
class Keep:
    """What is kept for each visitor between events."""

    turn: gr.State  # one events.Turn, the same object in all handlers of a visitor
    desk: gr.State
    outcome: gr.State
    own: gr.State  # path of the visitor's picture, "" while there is none
    tab: gr.State


@dataclass(frozen=True)
class Wanted:
    """What the widgets say. case: of the family, with picture, damage and seed."""

    case: object
    own: str = ""  # path of the visitor's picture, in the lab if no other is chosen
    mask: str = ""  # what was painted, as a data URL

    @property
    def masked(self) -> bool:
        return self.case.damage[0][0] == "missing-mask"

    @property
    def clean_key(self) -> tuple:
        """Of all that the clean picture depends on."""
        return (self.case.picture or self.own,)

    @property
    def key(self) -> tuple:
        return (*self.clean_key, self.case.damage, self.case.seed, self.mask if self.masked else "")


@dataclass(frozen=True)
class Desk:
    """clean, ruined: as the family's lab gives them; each has .array, (H, W, C)."""

    wanted: Wanted
    clean: object
    ruined: object


def settle(desk: Desk | None, wanted: Wanted, clean_of, ruin) -> Desk:
    """The desk that the widgets describe. Raises Refusal, and the old desk stays. clean_of: wanted -> the clean picture; ruin: (that,
    damage, seed, mask) -> the damaged one."""
    if desk and desk.wanted.key == wanted.key:
        return replace(desk, wanted=wanted)
    clean = desk.clean if desk and desk.wanted.clean_key == wanted.clean_key else clean_of(wanted)
    mask = painted_mask(wanted.mask, *clean.array.shape[:2]) if wanted.mask and wanted.masked else None
    return Desk(wanted, clean, ruin(clean, wanted.case.damage, wanted.case.seed, mask))


class Bench:
    """The Restore panel, wired up. Other panels use `place` to set it and `run` to start a repair.

    panel: has picture, intake, damage, sliders, about, mask_box, painter, undo, seed, go, stop, board. widgets: those that say what is
    wanted, besides keep's and the damage's. settings: those that `settings_of` sets, besides what follows from the damage.
    """

    own_picture = ""  # case.picture while the visitor's own is in the lab

    def __init__(self, panel, keep: Keep, widgets: list, settings: list, link: gr.HTML, lang: str):
        self.panel, self.keep, self.link, self.lang = panel, keep, link, lang
        p = panel
        self.widgets = [keep.own, keep.tab, *widgets, p.painter, p.damage, *p.sliders]
        self.inputs = [keep.desk, keep.outcome, *self.widgets]
        self.run_inputs = [keep.turn, *self.inputs]
        self.shown = [keep.desk, keep.outcome, p.board, link]
        self.arranged = [*self.shown, p.damage, *p.sliders, p.about, p.painter, p.mask_box]
        self.placed = [*self.arranged, *settings, *p.undo.looks]
        self.undone = [*self.arranged, p.seed]

    # What a family says of itself

    def read(self, values, steps=None):
        """The values of `widgets` -> what is wanted. steps: the damage, if not the one that the widgets show."""
        raise TypeError(f"{type(self).__name__} does not say what its widgets mean")

    def settle(self, desk, wanted):
        """The desk that is wanted. Raises Refusal, and the old desk stays."""
        raise TypeError(f"{type(self).__name__} has no desk")

    def key(self, desk) -> tuple:
        """Of all that a repair depends on."""
        return desk.wanted.key

    def mend(self, desk):
        """Yields outcomes of the desk, better and better; each has .key and .done."""
        raise TypeError(f"{type(self).__name__} does not mend")

    def remembered(self, desk):
        """A finished outcome of the desk, if somebody has asked for it before."""
        raise TypeError(f"{type(self).__name__} remembers nothing")

    def board(self, desk, outcome, stopped: bool = False):
        """The value of the board."""
        raise TypeError(f"{type(self).__name__} has no board")

    def settings_of(self, desk) -> list:
        """Updates for the settings."""
        raise TypeError(f"{type(self).__name__} has no settings")

    def wanted(self, case):
        """What is wanted by a link, a lesson or Reset."""
        raise TypeError(f"{type(self).__name__} wants nothing")

    def damage_of(self, wanted) -> tuple:
        """What Undo takes back."""
        return wanted.case.damage, wanted.case.seed, wanted.mask if wanted.masked else ""

    def with_damage(self, wanted, damage: tuple):
        steps, seed, mask = damage
        return replace(wanted, case=replace(wanted.case, damage=steps, seed=seed), mask=mask)

    def thumb(self, desk):
        """The update for the choice of pictures when the visitor's own has come in."""
        raise TypeError(f"{type(self).__name__} shows no pictures")

    def evidence(self, desk, outcome):
        """The evidence.Evidence of a finished repair of what is on the desk; None while there is none."""
        raise TypeError(f"{type(self).__name__} gives no evidence")

    def contest(self, desk):
        """The quiz.guess.Contest of what will be tried on the desk."""
        raise TypeError(f"{type(self).__name__} has no contest")

    def twins(self, desk):
        """(the original, a network's repair, both uint8 (H, W, 3), what was lost: (H, W) bool or None) where the repair might be taken for
        the original; None where it would not. Computes the repair."""
        return None

    def may_be_mistaken(self, desk) -> bool:
        """Whether `twins` gives two pictures. Quick."""
        return False

    def run_of(self, desk, outcome, evidence):
        """The quiz.run.Run of a finished repair. evidence: of it."""
        raise TypeError(f"{type(self).__name__} tells nothing of a run")

    # What handlers return

    def case_of(self, *values):
        """What the values of `inputs` say."""
        return self.read(values[2:]).case

    def show(self, desk, outcome) -> list:
        """Updates for `shown`."""
        return [desk, outcome, self.board(desk, outcome), links.value(desk.wanted.case, self.lang)]

    def arrange(self, desk, outcome) -> list:
        """Updates for `arranged`: what is shown, and the controls that fit the damage."""
        wanted = desk.wanted
        (name, numbers), lang = wanted.case.damage[0], self.lang
        damage = lab.damages()[name]
        about = f"<p>{escape(damage.about_en if lang == 'en' else damage.about_zh)}</p>"
        canvas = {"file": file(png(desk.clean.shown)), "width": desk.clean.array.shape[1], "height": desk.clean.array.shape[0],
                  "mask": wanted.mask} if wanted.masked else None  # fmt: skip
        looks = [name, *self.sliders(damage, dict(numbers)), about, canvas, gr.update(visible=wanted.masked)]
        return [*self.show(desk, outcome), *looks]

    def sliders(self, damage, numbers: dict) -> list:
        """Updates for the sliders of a damage."""
        return chain.sliders(damage, numbers, self.lang)

    def place(self, case, bare: bool = False) -> list:
        """Updates for `placed`, the desk first: the whole lab as a link, a lesson or Reset wants it. A repair that somebody has asked for
        before is there at once. bare: no repair, even if one is at hand, and no original where it is to be told from a repair."""
        desk = self.settle(None, self.wanted(case))
        known = None if bare else self.remembered(desk)
        return [*self.arrange(desk, known), *self.settings_of(desk), *self.begun(desk)]

    def begun(self, desk) -> list:
        """Updates for panel.undo.looks: all was set, so there is nothing to take back."""
        return undo.begun(self.damage_of(desk.wanted))

    # Handlers: (desk, outcome, *values of widgets)

    def moved(self, desk, outcome, *values):
        return self.show(self.settle(desk, self.read(values)), outcome)

    def rearranged(self, desk, outcome, *values):
        return self.arrange(self.settle(desk, self.read(values)), outcome)

    def chose_damage(self, desk, outcome, *values):
        name = values[self.widgets.index(self.panel.damage)]
        return self.arrange(self.settle(desk, self.read(values, [(name, ())])), outcome)

    def took(self, path, desk, outcome, own, *values):
        """A picture came in. A bad one is refused and the lab stays as it was; the box is emptied for the next either way."""
        if not path:
            return [gr.skip()] * (len(self.arranged) + 3)
        try:
            wanted = self.read((path, *values))
            wanted = replace(wanted, case=replace(wanted.case, picture=self.own_picture))
            desk = self.settle(None, wanted)
        except Refusal as e:
            warn(e, self.lang)
            return [*[gr.skip()] * len(self.arranged), own, gr.skip(), None]
        return [*self.arrange(desk, outcome), path, self.thumb(desk), None]

    def taken_back(self, damage, desk, outcome, *values):
        """Updates for `undone`."""
        wanted = self.with_damage(self.read(values), damage)
        return [*self.arrange(self.settle(desk, wanted), outcome), wanted.case.seed]

    def at_hand(self, desk, outcome, *values) -> bool:
        """Whether a run would have nothing to compute."""
        try:
            desk = self.settle(desk, self.read(values))
        except Refusal:
            return True  # the run will say it
        return bool(outcome and outcome.done and outcome.key == self.key(desk)) or self.remembered(desk) is not None

    def run(self, turn, desk, outcome, *values):
        """Mend what the widgets show. Yields as results come; changes nothing if it is mended already, or is no longer wanted."""
        try:
            desk = self.settle(desk, self.read(values))
            mine = turn.run(self.key(desk))
            if outcome and outcome.done and outcome.key == self.key(desk):
                yield gr.skip()  # a generator that yields nothing would empty the screen
                return
            for outcome in self.mend(desk):
                updates = [*self.show(desk, outcome)[:-1], gr.skip()]  # another tab may have been chosen since the run began
                if turn.number != mine:
                    yield gr.skip()  # at its end Gradio sends a generator's last word again: let it be this one
                    return
                yield updates
        except Refusal as e:
            warn(e, self.lang)
            yield gr.skip()

    def stopped(self, desk, outcome, *values):
        desk = self.settle(desk, self.read(values))
        return [desk, outcome, self.board(desk, outcome, stopped=True), gr.skip()]

    # Wiring

    def instead(self, handler):
        """The handler takes the turn from a run, and answers plainly."""

        def newer(turn, *values):
            turn.take()
            return plainly(handler, self.lang)(*values)

        return newer

    def wire_run(self):
        self.panel.go.click(None, None, None, js=TO_VIEW)
        return line.wire(self)

    def change(self, events, handler, outputs: list, how: dict, *first) -> None:
        """Binds a handler that may change the damage: Undo takes that back. first: inputs that it has before the bench's."""
        p, turn = self.panel, self.keep.turn
        noted = undo.noting(self, plainly(handler, self.lang))
        gr.on(events, noted, [turn, p.undo.history, p.undo.gesture, *first, *self.inputs], [*outputs, *p.undo.looks], **how)

    def wire_undo(self, quiet: dict) -> None:
        p, back = self.panel, plainly(undo.taking_back(self), self.lang)
        p.undo.button.click(back, [self.keep.turn, p.undo.history, *self.inputs], [*self.undone, *p.undo.looks], **quiet)

    def wire(self, runs: list, placing: list) -> None:
        """Binds the panel's widgets. runs: the events that Stop, or another damage, must end. placing: events of widgets that choose
        another picture."""
        p, live, quiet = self.panel, {**LIVE, "cancels": runs}, {**QUIET, "cancels": runs}
        self.change([w.input for w in (*p.sliders, p.seed, p.painter)], self.moved, self.shown, live)
        self.change(placing, self.rearranged, self.arranged, live)
        self.change([p.damage.input], self.chose_damage, self.arranged, live)
        p.stop.click(self.instead(self.stopped), self.run_inputs, self.shown, **quiet)
        self.wire_undo(quiet)
        self.change([p.intake.input], self.took, [*self.arranged, self.keep.own, p.picture, p.intake], quiet, p.intake)


# On a small screen the pictures are below the settings.
TO_VIEW = motion.to("view", 700)
