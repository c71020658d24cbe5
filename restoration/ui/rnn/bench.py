"""What the widgets of the RNN's Restore panel say and do. What all such panels do is in restoration.ui.bench."""

import time
from contextlib import suppress
from dataclasses import replace

import gradio as gr

from restoration import lab
from restoration.errors import Refusal
from restoration.lab import rnn, rnn_repair
from restoration.quiz.guess import Contender, Contest
from restoration.quiz.run import Run
from restoration.quiz.words import say as quiz_say
from restoration.ui import bench, links
from restoration.ui.events import LIVE, QUIET, warn
from restoration.ui.evidence import Evidence, Picture, Score
from restoration.ui.matrix import joined
from restoration.ui.picture import thumb
from restoration.ui.rnn import board, pixels, restore
from restoration.ui.rnn.desk import Desk, Wanted, settle
from restoration.ui.text import say

OWN = "-1"  # the value of the choice of clips while the visitor's own is chosen


class Bench(bench.Bench):
    def __init__(self, panel: restore.Restore, keep: bench.Keep, writing: pixels.Parts, lesson: gr.Dropdown, link: gr.HTML, lang: str):
        self.panel, self.keep, self.link, self.lang = panel, keep, link, lang
        p, self.writing = panel, writing.chosen
        self.widgets = [keep.own, keep.tab, p.picture, p.sigma, p.hole, p.blur, p.wipe, p.seed, self.writing, lesson]
        self.inputs = [keep.desk, keep.outcome, *self.widgets]
        self.run_inputs = [keep.turn, *self.inputs]
        self.shown = [keep.desk, keep.outcome, p.board, p.mp4, p.frames, link]
        self.arranged = [*self.shown, p.single, p.hole, p.blur, p.wipe]
        self.placed = [*self.arranged, p.picture, p.sigma, p.seed, self.writing, *p.undo.looks]
        self.undone = [*self.arranged, p.sigma, p.seed]

    def read(self, values, steps=None) -> Wanted:
        own, tab, picture, sigma, hole, blur, wipe, seed, writing, lesson = values
        chosen = "" if picture["chosen"] == OWN else picture["chosen"]
        numbers = (rnn.check_sigma(sigma), int(hole or 0), int(blur or 0), int(wipe or 0), lab.whole(seed))
        return Wanted(rnn.Case(chosen, *numbers, *writing, tab, lesson), own)

    def settle(self, desk: Desk | None, wanted: Wanted) -> Desk:
        return settle(desk, wanted)

    def mend(self, desk: Desk):
        return rnn_repair.mend(self.key(desk), desk.clean, desk.ruined, desk.wanted.case.wipe)

    def remembered(self, desk: Desk) -> rnn_repair.Outcome | None:
        return rnn_repair.remembered(self.key(desk))

    def evidence(self, desk: Desk | None, outcome: rnn_repair.Outcome | None) -> Evidence | None:
        """The pictures are of the last frame; the scores, means over the frames that all methods were run on."""
        if not (desk and outcome and outcome.done and outcome.key == self.key(desk)):
            return None
        lang, out = self.lang, outcome
        frames = {"truth": desk.clean.frames, "damaged": desk.ruined.shown, "restored": out.restored}
        last = say("rnn_frame_n", lang, n=out.count, count=out.count)
        made = tuple(Picture(kind, f"{say(f'rnn_{board.KINDS[kind]}', lang)} – {last}", shown[-1]) for kind, shown in frames.items())
        rows = []
        for name, (first, late) in out.means().items():
            line, more = out.lines[name], ((say("rnn_first", lang), f"{first:.2f}"),)
            kind = "network" if name == "memory" else "yardstick" if line.kind == "network" else line.kind
            rows.append(Score(name, say(f"rnn_line_{name}", lang), kind, late, None, line.ms, more))
        measure = say("rnn_caption", lang, n=len(out.late()))
        return Evidence(made, tuple(rows), joined(board.said(desk, out, lang), lang), measure)

    def contest(self, desk: Desk) -> Contest:
        """How far the memory brings the network is what this page is about: that distance is asked for."""
        lang = self.lang
        about = {"memory": "about_memory", "alone": "about_alone", "both": "about_both", "cnn": "about_clip_cnn", "nlm": "about_clip_nlm"}
        found = {name: Contender(say(f"rnn_line_{name}", lang), (name,), quiz_say(key, lang)) for name, key in about.items()}
        damaged = rnn_repair.damaged_psnr(desk.clean, desk.ruined)
        return Contest(tuple(found.values()), damaged, bands=(0.5, 1, 2), pair=(found["memory"], found["alone"]))

    def run_of(self, desk: Desk, outcome: rnn_repair.Outcome, evidence: Evidence) -> Run:
        case, wiped = desk.wanted.case, ()
        if case.wipe:
            wiped = (case.wipe, rnn_repair.recovery(outcome.lines["memory"], outcome.lines["unwiped"], case.wipe)[0])
        sigma = None if case.hole or case.blur else case.sigma
        return Run(evidence.scores, "memory", sigma, memory=("memory", "alone"), wiped=wiped)

    def show(self, desk: Desk, outcome, stopped: bool = False) -> list:
        out = outcome if outcome and outcome.key == self.key(desk) else None
        files = restore.downloads(desk, out)
        return [desk, outcome, board.value(desk, out, self.lang, stopped), *files, links.value(desk.wanted.case, self.lang)]

    def arrange(self, desk: Desk, outcome) -> list:
        case, count = desk.wanted.case, len(desk.clean.frames)
        ends = [gr.update(maximum=count, value=number) for number in (case.hole, case.blur, case.wipe)]
        single = gr.update(open=True) if case.hole or case.blur else gr.skip()  # what is set must be seen
        return [*self.show(desk, outcome), single, *ends]

    def place(self, case: rnn.Case, bare: bool = False) -> list:
        desk = self.settle(None, Wanted(case))
        settings = [restore.clips(case.picture, self.lang), case.sigma, case.seed, pixels.chosen(case)]
        arranged = self.arrange(desk, None if bare else self.remembered(desk))
        at = self.arranged.index(self.link)
        return [*arranged[:at], {**arranged[at], "set": time.monotonic()}, *arranged[at + 1 :], *settings, *self.begun(desk)]

    def chose(self, desk, outcome, *values):
        """Another clip: what happened at a frame that it does not have does not happen, and that is said."""
        wanted = self.read(values)
        return self.arrange(self.settle(desk, self.shorter(wanted, settle(None, _plain(wanted)).clean)), outcome)

    def shorter(self, wanted: Wanted, clean: rnn.Footage) -> Wanted:
        count, case = len(clean.frames), wanted.case
        for name in ("hole", "blur", "wipe"):
            try:
                rnn.check_frame(getattr(case, name), count)
            except Refusal as e:
                warn(e, self.lang)
                case = replace(case, **{name: 0})
        return replace(wanted, case=case)

    def took(self, path, desk, outcome, own, *values):
        """A clip came in. A bad one is refused, and the lab stays as it was."""
        if not path:
            return [gr.skip()] * (len(self.arranged) + 2)
        try:
            wanted = self.read((path, *values))
            wanted = replace(wanted, case=replace(wanted.case, picture=""))
            plain = settle(None, _plain(wanted))  # decoded once
            desk = self.settle(plain, self.shorter(wanted, plain.clean))
        except Refusal as e:
            warn(e, self.lang)
            return [*[gr.skip()] * len(self.arranged), own, gr.skip()]
        chosen = gr.update(value=restore.clips("", self.lang), own=thumb(desk.clean.frames[0]))
        return [*self.arrange(desk, outcome), path, chosen]

    def stopped(self, desk, outcome, *values):
        return [*self.show(self.settle(desk, self.read(values)), outcome, stopped=True)[:-1], gr.skip()]

    def damage_of(self, wanted: Wanted) -> tuple:
        case = wanted.case
        return case.sigma, case.hole, case.blur, case.seed

    def with_damage(self, wanted: Wanted, damage: tuple) -> Wanted:
        """Of a shorter clip, without what happened at a frame that it does not have."""
        sigma, hole, blur, seed = damage
        wanted = replace(wanted, case=replace(wanted.case, sigma=sigma, hole=hole, blur=blur, seed=seed))
        return self.shorter(wanted, settle(None, _plain(wanted)).clean)

    def taken_back(self, damage, desk, outcome, *values):
        wanted = self.with_damage(self.read(values), damage)
        return [*self.arrange(self.settle(desk, wanted), outcome), wanted.case.sigma, wanted.case.seed]

    def wire(self, runs: list) -> None:
        p, live, quiet = self.panel, {**LIVE, "cancels": runs}, {**QUIET, "cancels": runs}
        self.change([w.input for w in (p.sigma, p.hole, p.blur, p.wipe, p.seed)], self.moved, self.shown, live)
        self.change([p.picture.input], self.chose, self.arranged, live)
        p.stop.click(self.instead(self.stopped), self.run_inputs, self.shown, **quiet)
        self.wire_undo(quiet)
        self.change([p.intake.upload], self.took, [*self.arranged, self.keep.own, p.picture], quiet, p.intake)


def _plain(wanted: Wanted) -> Wanted:
    """The same clip with nothing that happens at a frame."""
    return replace(wanted, case=replace(wanted.case, hole=0, blur=0, wipe=0))


def first() -> None:
    """The default repair, which is then remembered: what everybody sees first."""
    with suppress(Refusal):
        desk = settle(None, Wanted(rnn.Case()))
        for _ in rnn_repair.mend(desk.wanted.key, desk.clean, desk.ruined):
            pass
