"""What the widgets of the Restore panel do: read them all, settle the desk that they describe, show it."""

import time
from dataclasses import dataclass, replace
from html import escape

import gradio as gr

from restoration import lab
from restoration.errors import Refusal
from restoration.quiz.guess import Contender, Contest
from restoration.quiz.run import Run
from restoration.quiz.words import say as quiz_say
from restoration.ui import chain, compare, links, picture, scores, undo
from restoration.ui.desk import Desk, Outcome, Wanted, current, key, mend, remembered, settle
from restoration.ui.evidence import Evidence, Picture, Score
from restoration.ui.restore import Restore
from restoration.ui.text import say

QUIET = {"show_progress": "hidden", "api_visibility": "private"}
# Repairs wait for one another; light work does not wait for them.
HEAVY = {**QUIET, "concurrency_id": "mend", "concurrency_limit": 2}
# While a control moves: at most one run and one waiting, the latest.
LIVE = {**QUIET, "trigger_mode": "always_last"}


SHOW_EVERY = 0.5  # seconds between two looks at a run, which take the server's time as well


@dataclass
class Turn:
    """Whose turn it is. Gradio cancels a run between two of its yields only, so a result may still be on its way when something newer
    (Stop, a moved control, another run) has been shown. Whoever is newer takes the turn, and a run that lost it shows nothing more."""

    number: int = 0
    held: tuple | None = None  # key of the repair that waits for a prediction
    loaded: bool = False  # whether the page shows what its link says
    tab: str = ""  # that the visitor opened before

    def take(self) -> int:
        self.number += 1
        self.held = None
        return self.number

    def run(self, key: tuple) -> int:
        """Take the turn for a repair. Refusal while it waits for a prediction."""
        if self.held == key:
            raise Refusal("predict_first")
        return self.take()

    def hold(self, key: tuple) -> None:
        """Nobody runs, and this repair shall not before a prediction."""
        self.take()
        self.held = key


@dataclass(frozen=True)
class Keep:
    """What is kept for each visitor between events."""

    turn: gr.State  # one Turn, the same object in all handlers of a visitor
    desk: gr.State
    outcome: gr.State
    own: gr.State  # path of the visitor's photo, "" while there is none
    tab: gr.State
    spectrum_open: gr.State
    network: gr.State  # what the visitor trained and brought to Restore, None while there is none


def read(values, steps=None) -> Wanted:
    """The values of Lab.widgets; steps: the damages, if not those that the widgets show."""
    numbers = values[-chain.WIDGETS :]
    own, network, tab, name, size, seed, broken, model, blind, pair, lesson, painter = values[: -chain.WIDGETS]
    damage = lab.check_steps(chain.read(numbers) if steps is None else steps)
    case = lab.Case(name or "", damage, lab.whole(seed), model, blind, size, pair, tab, lesson)
    return Wanted(case, own, broken, (painter or {}).get("mask", ""), network)


class Lab:
    """The Restore panel, wired up. Other panels use `place` to set it and `run` to start a repair."""

    def __init__(self, panel: Restore, keep: Keep, lesson: gr.Dropdown, link: gr.HTML, lang: str):
        self.panel, self.keep, self.link, self.lang = panel, keep, link, lang
        p = panel
        self.widgets = [
            keep.own, keep.network, keep.tab, p.picture, p.size, p.seed, p.broken, p.model, p.blind, p.pair, lesson, p.chain.painter,
            *p.chain.values,
        ]  # fmt: skip
        self.inputs = [keep.desk, keep.outcome, keep.spectrum_open, *self.widgets]
        self.run_inputs = [keep.turn, *self.inputs]
        self.shown = [keep.desk, keep.outcome, p.compare, p.scores, p.download, p.errors, p.spectrum, link]
        self.arranged = [*self.shown, *p.chain.looks, p.chain.painter, p.broken_note, p.blind]
        self.placed = [*self.arranged, p.picture, p.size, p.seed, p.broken, p.model, p.pair, p.model_note, *p.undo.looks]
        self.undone = [*self.arranged, p.seed]

    def case_of(self, *values) -> lab.Case:
        """What the values of `inputs` say."""
        return read(values[len(self.inputs) - len(self.widgets) :]).case

    # What handlers return

    def show(self, desk: Desk, outcome: Outcome | None, spectrum_open: bool, stopped: bool = False) -> list:
        """Updates for `shown`. An outcome of another picture, damage or setting is kept, but not shown as if it belonged here."""
        lang, fits = self.lang, current(outcome, desk)
        mended = fits and fits.mended
        path = picture.png(mended.shown, "kintsugi-restored") if mended else None
        return [
            desk,
            outcome,
            compare.value(desk, fits, lang),
            scores.html(desk, fits, lang, stopped),
            gr.update(value=path, interactive=bool(mended)),
            scores.errors(desk, fits, lang),
            scores.spectrum(desk, fits, lang) if spectrum_open else gr.skip(),
            links.value(desk.wanted.case, lang),
        ]

    def arrange(self, desk: Desk, outcome: Outcome | None, spectrum_open: bool) -> list:
        """Updates for `arranged`: what is shown, and the controls that fit the damages."""
        wanted = desk.wanted
        note = gr.update(value=f"<p>{escape(say('broken_now', self.lang))}</p>", visible=wanted.as_is)
        looks = chain.show(wanted.case.damage, self.lang, wanted.as_is)
        told = gr.update(value=wanted.case.blind, visible=lab.may_be_told(desk.ruined, wanted.case.model))
        return [*self.show(desk, outcome, spectrum_open), *looks, chain.canvas(desk, wanted.mask), note, told]

    def key(self, desk: Desk) -> tuple:
        return key(desk)

    def place(self, case: lab.Case, bare: bool = False) -> list:
        """See bench.Bench.place."""
        desk = settle(None, Wanted(case))
        problems = "".join(f"<p>{escape(m.why(self.lang))}</p>" for m in lab.models() if not m.available)
        settings = [case.picture, case.size, case.seed, False, case.model, case.pair]
        updates = self.arrange(desk, None if bare else remembered(desk), False)
        if bare and self.may_be_mistaken(desk):  # the visitor shall tell the original from a repair
            del updates[self.shown.index(self.panel.compare)]["pictures"]["clean"]
        return [*updates, *settings, problems, *undo.begun(self.damage_of(desk.wanted))]

    def damage_of(self, wanted: Wanted) -> tuple:
        """What Undo takes back."""
        masked = any(name == "missing-mask" for name, _ in wanted.case.damage)
        return wanted.case.damage, wanted.case.seed, wanted.mask if masked else ""

    def with_damage(self, wanted: Wanted, damage: tuple) -> Wanted:
        steps, seed, mask = damage
        return replace(wanted, case=replace(wanted.case, damage=steps, seed=seed), mask=mask)

    def evidence(self, desk: Desk | None, outcome: Outcome | None) -> Evidence | None:
        """Of a finished repair of what is on the desk, with an original to judge by; None while there is none."""
        fits = current(outcome, desk)
        if not (fits and fits.done and fits.mended and desk.clean):
            return None
        lang = self.lang
        height, width = desk.ruined.shown.shape[:2]
        made = [Picture("truth", say("original", lang), desk.clean.shown[:height, :width])]
        made.append(Picture("damaged", say("damaged", lang), desk.ruined.shown))
        for kind, one in (("yardstick", fits.yardstick), ("restored", fits.mended)):
            made += [Picture(kind, compare.name_of(one, lang), one.shown)] if one else []
        rows = [Score(r.name, compare.name_of(r, lang), r.kind, r.psnr, r.ssim, r.ms) for r in fits.rows]
        return Evidence(tuple(made), tuple(rows), scores.verdict(desk, fits, lang), say("scores_caption", lang))

    def contest(self, desk: Desk) -> Contest:
        names, steps, lang = lab.route(desk.wanted.case.model, desk.ruined.steps), desk.ruined.steps, self.lang
        why = lab.why_not(names, steps, lang)
        about = quiz_say("about_foreign", lang, why=why) if why else quiz_say("about_trained", lang)
        networks = {model.name: compare.name_of(model, lang) for model in lab.models()}
        found = [Contender(", ".join(networks[name] for name in names), ("+".join(names),), about)]
        rivals = lab.rivals(desk.ruined)
        found += [Contender(compare.name_of(m, lang), (m.name,), m.about_en if lang == "en" else m.about_zh) for m in rivals]
        return Contest(tuple(found), lab.row(desk.clean, desk.ruined).psnr, "scale" not in desk.ruined.known)

    def may_be_mistaken(self, desk: Desk) -> bool:
        steps = desk.ruined.steps
        return lab.may_be_mistaken(steps) and lab.fits(lab.route(desk.wanted.case.model, steps), steps)

    def twins(self, desk: Desk):
        mended = lab.mend(desk.ruined, desk.wanted.case.model, desk.wanted.case.blind)
        return lab.show(lab.original(desk.clean, mended.array)), mended.shown, lab.lost(desk.ruined)

    def run_of(self, desk: Desk, outcome: Outcome, evidence: Evidence) -> Run:
        known, steps, names = desk.ruined.known, desk.ruined.steps, outcome.mended.names
        sigma = known.get("sigma") if [name for name, _ in steps] == ["noise"] else None
        lost = lab.lost(desk.ruined) if lab.puts_back(names, steps) else None
        return Run(evidence.scores, outcome.mended.name, sigma, 0.0 if lost is None else float(lost.mean()), known.get("scale", 1))

    # Handlers: (desk, outcome, spectrum_open, *values of widgets)

    def at_hand(self, desk, outcome, spectrum_open, *values) -> bool:
        """Whether a run would have nothing to compute."""
        try:
            desk = settle(desk, read(values))
        except Refusal:
            return True  # the run will say it
        fits = current(outcome, desk)
        return bool(fits and fits.done) or remembered(desk) is not None

    def moved(self, desk, outcome, spectrum_open, *values):
        return self.show(settle(desk, read(values)), outcome, spectrum_open)

    def rearranged(self, desk, outcome, spectrum_open, *values):
        return self.arrange(settle(desk, read(values)), outcome, spectrum_open)

    def change_steps(self, change):
        """A handler for the same lab with other damages. change: what the widgets show -> what they shall show."""

        def handler(desk, outcome, spectrum_open, *values):
            steps = change(chain.read(values[-chain.WIDGETS :]))
            return self.arrange(settle(desk, read(values, steps)), outcome, spectrum_open)

        return handler

    def took(self, path, desk, outcome, spectrum_open, own, *values):
        """A photo came in. A bad one is refused and the lab stays as it was; the box is emptied for the next either way."""
        outputs = len(self.arranged)
        if not path:
            return [gr.skip()] * (outputs + 3)
        try:
            wanted = read((path, *values))
            wanted = replace(wanted, case=replace(wanted.case, picture=""))
            desk = settle(None, wanted)
        except Refusal as e:
            warn(e, self.lang)
            return [*[gr.skip()] * outputs, own, gr.skip(), None]
        thumb = gr.update(value="", own=picture.thumb(desk.shot.shown))
        return [*self.arrange(desk, outcome, spectrum_open), path, thumb, None]

    def masked(self, path, desk, outcome, spectrum_open, *values):
        """A mask was uploaded."""
        wanted = read(values)
        desk = settle(desk, wanted)
        mask = picture.mask_url(path, *desk.shot.array.shape[:2])
        return self.arrange(settle(desk, replace(wanted, mask=mask)), outcome, spectrum_open)

    def taken_back(self, damage, desk, outcome, spectrum_open, *values):
        """Updates for `undone`."""
        wanted = self.with_damage(read(values), damage)
        return [*self.arrange(settle(desk, wanted), outcome, spectrum_open), wanted.case.seed]

    def run(self, turn, desk, outcome, spectrum_open, *values):
        """Mend what the widgets show. Yields as results come; changes nothing if it is mended already, or is no longer wanted."""
        try:
            desk = settle(desk, read(values))
            mine = turn.run(key(desk))
            if (fits := current(outcome, desk)) and fits.done:
                yield gr.skip()  # a generator that yields nothing would empty the screen
                return
            yield self.progress(desk, None, spectrum_open)
            shown = 0.0
            for outcome in mend(desk):
                if not outcome.done and time.monotonic() - shown < SHOW_EVERY:
                    continue
                shown = time.monotonic()
                updates = self.progress(desk, outcome, spectrum_open)
                if turn.number != mine:
                    yield gr.skip()  # at its end Gradio sends a generator's last word again: let it be this one
                    return
                yield updates
        except Refusal as e:
            warn(e, self.lang)
            yield gr.skip()

    def progress(self, desk: Desk, outcome: Outcome | None, spectrum_open: bool) -> list:
        """As `show`, but the link is left alone: another tab or pair may have been chosen since the run began."""
        updates = self.show(desk, outcome, spectrum_open)
        if outcome is None:
            updates[self.shown.index(self.panel.scores)] = scores.waiting(desk, self.lang)
        return [*updates[:-1], gr.skip()]

    def stopped(self, desk, outcome, spectrum_open, *values):
        return self.show(settle(desk, read(values)), outcome, spectrum_open, stopped=True)

    def linked(self, desk, outcome, spectrum_open, *values):
        return links.value(read(values).case, self.lang)

    def drawn(self, desk, outcome, spectrum_open, *values):
        fits = current(outcome, settle(desk, read(values)))
        return True, scores.spectrum(desk, fits, self.lang)


def warn(e, lang: str) -> None:
    """Says a Refusal or a Note in a corner of the page. Escaped: it may quote a link."""
    gr.Warning(escape(e.say(lang)), duration=20)  # seconds: some read slowly


def plainly(handler, lang: str):
    """A handler whose refusals are said in one sentence, with everything on the screen left as it was."""

    def plain(*values):
        try:
            return handler(*values)
        except Refusal as e:
            warn(e, lang)
            return gr.skip()

    return plain


def wire(bench: Lab, runs: list) -> None:
    """Binds the panel's widgets. runs: the events that Stop, or another damage, must end."""
    p, keep, lang = bench.panel, bench.keep, bench.lang
    quiet, live = {**QUIET, "cancels": runs}, {**LIVE, "cancels": runs}

    def instead(handler):
        """The handler takes the turn from a run, and answers plainly."""

        def newer(turn, *values):
            turn.take()
            return plainly(handler, lang)(*values)

        return newer

    back = [keep.turn, p.undo.history, p.undo.gesture]

    def change(event, handler, outputs, how, *first):
        """As `instead`, of a handler that may change the damage. first: inputs that it has before the bench's."""
        noted = undo.noting(bench, plainly(handler, lang))
        gr.on(event, noted, [*back, *first, *bench.inputs], [*outputs, *p.undo.looks], **how)

    sliders = [slider for step in p.chain.steps for slider in step.sliders]
    moving = [w.input for w in (*sliders, p.seed, p.chain.painter, p.blind)]
    change(moving, bench.moved, bench.shown, live)
    placing = [w.input for w in (p.picture, p.size, p.broken, p.model)]
    change(placing, bench.rearranged, bench.arranged, live)
    p.stop.click(instead(bench.stopped), bench.run_inputs, bench.shown, **quiet)
    p.undo.button.click(plainly(undo.taking_back(bench), lang), [*back[:2], *bench.inputs], [*bench.undone, *p.undo.looks], **quiet)

    def change_steps(event, how):
        change([event], bench.change_steps(how), bench.arranged, quiet)

    for k, step in enumerate(p.chain.steps):
        change_steps(step.damage.input, lambda steps, k=k: chain.with_default(steps, k))
        if step.away:
            change_steps(step.away.click, lambda steps, k=k: (*steps[:k], *steps[k + 1 :]))
    change_steps(p.chain.add.click, chain.with_one_more)
    change([p.intake.input], bench.took, [*bench.arranged, keep.own, p.picture, p.intake], quiet, p.intake)
    change([p.chain.mask_file.upload], bench.masked, bench.arranged, quiet, p.chain.mask_file)

    p.pair.input(None, [p.pair, p.compare], p.compare, js="(pair, value) => ({...value, pair})")
    p.pair.input(plainly(bench.linked, lang), bench.inputs, bench.shown[-1], **LIVE)
    p.spectrum_box.expand(plainly(bench.drawn, lang), bench.inputs, [keep.spectrum_open, p.spectrum], **QUIET)
    p.spectrum_box.collapse(lambda: False, None, keep.spectrum_open, **QUIET)
