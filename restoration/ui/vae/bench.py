"""What the widgets of the VAE's Restore panel do. As restoration.ui.events, for small pictures."""

from dataclasses import dataclass, replace
from html import escape

import gradio as gr

from restoration import lab
from restoration.errors import Refusal
from restoration.lab import vae, vae_repair
from restoration.ui import chain, links
from restoration.ui.events import HEAVY, LIVE, QUIET, plainly, warn
from restoration.ui.picture import data_url, file, png
from restoration.ui.vae import board, restore
from restoration.ui.vae.desk import Desk, Wanted, key, settle


@dataclass(frozen=True)
class Keep:
    """What is kept for each visitor between events."""

    turn: gr.State  # one events.Turn, the same object in all handlers of a visitor
    desk: gr.State
    outcome: gr.State
    own: gr.State  # path of the visitor's picture, "" while there is none
    tab: gr.State


def read(values, steps=None) -> Wanted:
    """The values of Bench.widgets; steps: the damage, if not the one that the widgets show."""
    own, tab, subject, picture, seed, invert, lesson, painter, *damage = values
    steps = lab.check_steps(chain.read(damage) if steps is None else steps)
    case = vae.Case(subject, _number(subject, picture), steps, lab.whole(seed), tab, lesson)
    return Wanted(case, own, bool(invert), (painter or {}).get("mask", ""))


def _number(subject: str, picture: dict) -> int:
    """The chosen picture: of another subject than the one whose pictures are shown, the first."""
    return int(picture["chosen"]) if picture["subject"] == subject or picture["chosen"] == str(vae.OWN) else 0


class Bench:
    """The Restore panel, wired up. Other panels use `place` to set it and `run` to start a repair."""

    def __init__(self, panel, keep: Keep, lesson: gr.Dropdown, link: gr.HTML, lang: str):
        self.panel, self.keep, self.link, self.lang = panel, keep, link, lang
        p = panel
        self.widgets = [keep.own, keep.tab, p.subject, p.picture, p.seed, p.invert, lesson, p.painter, p.damage, *p.sliders]
        self.inputs = [keep.desk, keep.outcome, *self.widgets]
        self.run_inputs = [keep.turn, *self.inputs]
        self.shown = [keep.desk, keep.outcome, p.board, link]
        self.arranged = [*self.shown, p.damage, *p.sliders, p.about, p.painter, p.mask_box]
        self.placed = [*self.arranged, p.subject, p.picture, p.seed, p.invert]

    def case_of(self, *values) -> vae.Case:
        """What the values of `inputs` say."""
        return read(values[2:]).case

    # What handlers return

    def show(self, desk: Desk, outcome) -> list:
        """Updates for `shown`."""
        return [desk, outcome, board.value(desk, outcome, self.lang), links.value(desk.wanted.case, self.lang)]

    def arrange(self, desk: Desk, outcome) -> list:
        """Updates for `arranged`: what is shown, and the controls that fit the damage."""
        wanted = desk.wanted
        (name, numbers), lang = wanted.case.damage[0], self.lang
        damage = lab.damages()[name]
        about = f"<p>{escape(damage.about_en if lang == 'en' else damage.about_zh)}</p>"
        masked = name == "missing-mask"
        canvas = {"file": file(png(desk.clean.shown)), "width": desk.clean.array.shape[1], "height": desk.clean.array.shape[0],
                  "mask": wanted.mask} if masked else None  # fmt: skip
        looks = [name, *chain.sliders(damage, dict(numbers), lang), about, canvas, gr.update(visible=masked)]
        return [*self.show(desk, outcome), *looks]

    def place(self, case: vae.Case) -> list:
        """Updates for `placed`: the whole lab as a link, a lesson or Reset wants it."""
        desk = settle(None, Wanted(case))
        return [*self.arrange(desk, None), case.subject, restore.pictures(case, self.lang), case.seed, True]

    # Handlers: (desk, outcome, *values of widgets)

    def moved(self, desk, outcome, *values):
        return self.show(settle(desk, read(values)), outcome)

    def rearranged(self, desk, outcome, *values):
        return self.arrange(settle(desk, read(values)), outcome)

    def chose_damage(self, desk, outcome, *values):
        name = values[self.widgets.index(self.panel.damage)]
        return self.arrange(settle(desk, read(values, [(name, ())])), outcome)

    def chose_subject(self, desk, outcome, *values):
        wanted = read(values)
        return [*self.arrange(settle(desk, wanted), outcome), restore.pictures(wanted.case, self.lang)]

    def took(self, path, desk, outcome, own, *values):
        """A picture came in. A bad one is refused and the lab stays as it was; the box is emptied for the next either way."""
        if not path:
            return [gr.skip()] * (len(self.arranged) + 3)
        try:
            wanted = read((path, *values))
            wanted = replace(wanted, case=replace(wanted.case, picture=vae.OWN))
            desk = settle(None, wanted)
        except Refusal as e:
            warn(e, self.lang)
            return [*[gr.skip()] * len(self.arranged), own, gr.skip(), None]
        chosen = gr.update(value=restore.pictures(wanted.case, self.lang), own=data_url(desk.clean.shown))
        return [*self.arrange(desk, outcome), path, chosen, None]

    def run(self, turn, desk, outcome, *values):
        """Mend what the widgets show. Yields as results come; changes nothing if it is mended already, or is no longer wanted."""
        mine = turn.take()
        try:
            desk = settle(desk, read(values))
            if outcome and outcome.done and outcome.key == key(desk):
                yield gr.skip()  # a generator that yields nothing would empty the screen
                return
            for outcome in vae_repair.mend(key(desk), desk.clean, desk.ruined, desk.wanted.case.seed):
                updates = [*self.show(desk, outcome)[:-1], gr.skip()]  # another tab may have been chosen since the run began
                if turn.number != mine:
                    yield gr.skip()  # at its end Gradio sends a generator's last word again: let it be this one
                    return
                yield updates
        except Refusal as e:
            warn(e, self.lang)
            yield gr.skip()

    def stopped(self, desk, outcome, *values):
        desk = settle(desk, read(values))
        return [desk, outcome, board.value(desk, outcome, self.lang, stopped=True), gr.skip()]


# On a small screen the pictures are below the settings.
TO_VIEW = """() => {
  if (innerWidth < 700) document.getElementById('view').scrollIntoView({ behavior: 'smooth' });
}"""


def wire_run(bench: Bench):
    bench.panel.go.click(None, None, None, js=TO_VIEW)
    return bench.panel.go.click(bench.run, bench.run_inputs, bench.shown, **HEAVY, trigger_mode="multiple")


def wire(bench: Bench, runs: list) -> None:
    """Binds the panel's widgets. runs: the events that Stop, or another damage, must end."""
    p, lang = bench.panel, bench.lang
    live = {**LIVE, "cancels": runs}

    def instead(handler):
        """The handler takes the turn from a run, and answers plainly."""

        def newer(turn, *values):
            turn.take()
            return plainly(handler, lang)(*values)

        return newer

    moving = [w.input for w in (*p.sliders, p.seed, p.painter)]
    gr.on(moving, instead(bench.moved), bench.run_inputs, bench.shown, **live)
    gr.on([p.picture.input, p.invert.input], instead(bench.rearranged), bench.run_inputs, bench.arranged, **live)
    p.damage.input(instead(bench.chose_damage), bench.run_inputs, bench.arranged, **live)
    p.subject.input(instead(bench.chose_subject), bench.run_inputs, [*bench.arranged, p.picture], **live)
    p.stop.click(instead(bench.stopped), bench.run_inputs, bench.shown, **{**QUIET, "cancels": runs})
    took = [*bench.arranged, bench.keep.own, p.picture, p.intake]
    p.intake.input(instead(bench.took), [bench.keep.turn, p.intake, *bench.inputs], took, **{**QUIET, "cancels": runs})
