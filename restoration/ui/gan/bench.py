"""What the widgets of the GAN's Restore panel say and do. What all such panels do is in restoration.ui.bench."""

import time
from contextlib import suppress
from dataclasses import replace

import gradio as gr

from restoration import lab
from restoration.errors import Refusal
from restoration.lab import gan, gan_repair
from restoration.quiz.guess import Contender, Contest
from restoration.quiz.run import Run
from restoration.quiz.words import say as quiz_say
from restoration.ui import bench, chain, links
from restoration.ui.compare import name_of
from restoration.ui.evidence import Evidence, Picture, Score
from restoration.ui.gan import board
from restoration.ui.gan.desk import Desk, Wanted, settle
from restoration.ui.look import READ
from restoration.ui.matrix import joined
from restoration.ui.picture import thumb
from restoration.ui.text import say


class Bench(bench.Bench):
    def __init__(self, panel, keep: bench.Keep, game: gr.State, lesson: gr.Dropdown, link: gr.HTML, lang: str):
        """game: the name of the preset that the game on points shows; None: it was changed."""
        p, self.game = panel, game
        super().__init__(p, keep, [p.picture, p.seed, p.mix, game, lesson], [p.picture, p.seed, p.mix, game], link, lang)

    def read(self, values, steps=None) -> Wanted:
        own, tab, name, seed, mix, game, lesson, painter, *damage = values
        steps = gan.one_damage(chain.read(damage) if steps is None else steps)
        case = gan.Case(name or "", steps, gan.whole(seed), mix, game or "", tab, lesson)
        return Wanted(case, own, (painter or {}).get("mask", ""))

    def settle(self, desk: Desk | None, wanted: Wanted) -> Desk:
        return settle(desk, wanted)

    def mend(self, desk: Desk):
        return gan_repair.mend(self.key(desk), desk.clean, desk.ruined)

    def remembered(self, desk: Desk) -> gan_repair.Outcome | None:
        return gan_repair.remembered(self.key(desk))

    def board(self, desk: Desk, outcome, stopped: bool = False) -> dict:
        return board.value(desk, self.key(desk), outcome, self.lang, stopped)

    def evidence(self, desk: Desk | None, outcome: gan_repair.Outcome | None) -> Evidence | None:
        if not (desk and outcome and outcome.done and outcome.key == self.key(desk)):
            return None
        lang, out = self.lang, outcome
        judged = [("truth", out.truth), ("damaged", out.damaged), *(("yardstick", y) for y in out.yardsticks[:1])]
        judged += [("restored", out.faithful), ("restored", out.sharp)]
        made = tuple(Picture(kind, name_of(j.row, lang), j.shown) for kind, j in judged)
        rows, rivals = [], (out.damaged, *out.yardsticks, out.faithful, out.sharp)
        gaps = [abs(j.niqe - out.truth.niqe) for j in rivals if None not in (j.niqe, out.truth.niqe)]
        for j in rivals:
            nearest = " ★" if gaps and j.niqe is not None and abs(j.niqe - out.truth.niqe) == min(gaps) else ""  # to the original's
            more = () if j.niqe is None else (("NIQE", f"{j.niqe:.2f}{nearest}"),)
            rows.append(Score(j.row.name, name_of(j.row, lang), j.row.kind, j.row.psnr, j.row.ssim, j.row.ms, more))
        return Evidence(made, tuple(rows), joined(board.said(out, lang), lang), say("gan_b_caption", lang))

    def contest(self, desk: Desk) -> Contest:
        lang, networks = self.lang, gan.networks(desk.ruined.steps[0][0])
        about = (quiz_say("about_near", lang), quiz_say("about_sharp", lang))
        found = [Contender(gan_repair.NAMES[name][lang == "zh"], (name,), why) for name, why in zip(networks, about, strict=True)]
        found += [Contender(name_of(m, lang), (m.name,), m.about_en if lang == "en" else m.about_zh) for m in lab.rivals(desk.ruined)]
        return Contest(tuple(found), lab.row(desk.clean, desk.ruined).psnr, "scale" not in desk.ruined.known)

    def may_be_mistaken(self, desk: Desk) -> bool:
        return True

    def twins(self, desk: Desk):
        repair = gan_repair.mixed_by(1.0, desk.ruined)
        return lab.show(lab.original(desk.clean, repair.array)), repair.shown, lab.lost(desk.ruined)

    def run_of(self, desk: Desk, outcome: gan_repair.Outcome, evidence: Evidence) -> Run:
        """About the network that is told only to be near; of its repair and the other's, also how natural they look."""
        truth, near, sharp = outcome.truth, outcome.faithful, outcome.sharp
        lost, natural = lab.lost(desk.ruined), ()
        if None not in (truth.niqe, near.niqe, sharp.niqe):
            natural = (truth.niqe, near.row.name, near.niqe, sharp.row.name, sharp.niqe)
        share = 0.0 if lost is None else float(lost.mean())
        return Run(evidence.scores, near.row.name, lost=share, scale=desk.ruined.known.get("scale", 1), niqe=natural)

    def place(self, case: gan.Case, bare: bool = False) -> list:
        """The slider goes where the case wants it: only this moves it."""
        updates = super().place(case, bare)
        shown = updates[self.shown.index(self.panel.board)]
        shown["placed"] = str(time.time_ns())
        if bare:  # the visitor shall tell the original from a repair
            del shown["pictures"]["truth"]
        return updates

    def mixed(self, event: gr.EventData, *values):
        """The slider was moved; what it shows is in the browser already. Only the link has to follow."""
        try:
            share = gan.share((event._data or {}).get("mix"))
            return share, links.value(replace(self.case_of(*values), mix=share), self.lang)
        except (Refusal, TypeError, ValueError):  # not what the slider sends
            return gr.skip()

    def settings_of(self, desk: Desk) -> list:
        case = desk.wanted.case
        return [case.picture, case.seed, case.mix, case.game]

    def wanted(self, case: gan.Case) -> Wanted:
        return Wanted(case)

    def thumb(self, desk: Desk) -> dict:
        return gr.update(value="", own=thumb(desk.clean.shown))

    def sliders(self, damage, numbers: dict) -> list:
        """Low resolution is four times smaller here, and has nothing to choose."""
        updates = super().sliders(damage, numbers)
        return updates if damage.name != "low-resolution" else [gr.update(**{**updates[0], "visible": False}), *updates[1:]]

    def wire(self, runs: list) -> None:
        super().wire(runs, [self.panel.picture.input])
        p = self.panel
        p.board.mixed(self.mixed, self.inputs, [p.mix, self.link], **READ)  # holding one back would repeat an older place


def first() -> None:
    """The default repair, which is then remembered: what everybody sees first."""
    with suppress(Refusal):
        desk = settle(None, Wanted(gan.Case()))
        for _ in gan_repair.mend(desk.wanted.key, desk.clean, desk.ruined):
            pass
