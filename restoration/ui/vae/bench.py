"""What the widgets of the VAE's Restore panel say and do. What all such panels do is in restoration.ui.bench."""

import gradio as gr

from restoration import lab
from restoration.lab import vae, vae_repair
from restoration.quiz.guess import Contender, Contest
from restoration.quiz.run import Run
from restoration.quiz.words import say as quiz_say
from restoration.ui import bench, chain
from restoration.ui.events import LIVE
from restoration.ui.evidence import Evidence, Picture, Score
from restoration.ui.matrix import joined
from restoration.ui.picture import data_url
from restoration.ui.text import say
from restoration.ui.vae import board, restore
from restoration.ui.vae.desk import Desk, Wanted, settle


def read(values, steps=None) -> Wanted:
    """The values of Bench.widgets; steps: the damage, if not the one that the widgets show."""
    own, tab, subject, picture, seed, invert, lesson, painter, *damage = values
    steps = lab.check_steps(chain.read(damage) if steps is None else steps)
    case = vae.Case(subject, _number(subject, picture), steps, lab.whole(seed), tab, lesson)
    return Wanted(case, own, (painter or {}).get("mask", ""), bool(invert))


def _number(subject: str, picture: dict) -> int:
    """The chosen picture: of another subject than the one whose pictures are shown, the first."""
    return int(picture["chosen"]) if picture["subject"] == subject or picture["chosen"] == str(vae.OWN) else 0


class Bench(bench.Bench):
    own_picture = vae.OWN

    def __init__(self, panel, keep: bench.Keep, lesson: gr.Dropdown, link: gr.HTML, lang: str):
        p = panel
        super().__init__(p, keep, [p.subject, p.picture, p.seed, p.invert, lesson], [p.subject, p.picture, p.seed, p.invert], link, lang)

    def read(self, values, steps=None) -> Wanted:
        return read(values, steps)

    def settle(self, desk: Desk | None, wanted: Wanted) -> Desk:
        return settle(desk, wanted)

    def mend(self, desk: Desk):
        return vae_repair.mend(self.key(desk), desk.clean, desk.ruined, desk.wanted.case.seed)

    def remembered(self, desk: Desk) -> vae_repair.Outcome | None:
        return vae_repair.remembered(self.key(desk))

    def board(self, desk: Desk, outcome, stopped: bool = False) -> dict:
        return board.value(desk, outcome, self.lang, stopped)

    def evidence(self, desk: Desk | None, outcome: vae_repair.Outcome | None) -> Evidence | None:
        """The best of the ten is left out: it was chosen by the truth."""
        if not (desk and outcome and outcome.done and outcome.key == self.key(desk)):
            return None
        lang, out = self.lang, outcome
        yardsticks = [r for r in out.rows if r.kind == "yardstick"]
        made = [Picture("truth", say("original", lang), desk.clean.shown)]
        made.append(Picture("damaged", say("damaged", lang), vae_repair.invented(desk.ruined, 1)))
        shown = [("yardstick", max(yardsticks, key=lambda r: r.psnr))] if yardsticks else []
        shown += [("restored", repair) for repair in (out.found, out.one_pass, out.ten[0], out.mean)]
        made += [Picture(kind, board.row_name(repair, lang), vae.show(repair.array)) for kind, repair in shown]
        rows = []
        for r in (r for r in out.rows if r.name != "best"):
            more = ((say("vae_read_as", lang), str(r.reads[0])),) if r.reads else ()
            rows.append(Score(r.name, board.row_name(r, lang), r.kind, r.psnr, None, r.ms, more))
        return Evidence(tuple(made), tuple(rows), joined(board.said(desk, out, lang), lang), say("vae_table_caption", lang))

    def contest(self, desk: Desk) -> Contest:
        """The classical methods as one, since there are many lines here."""
        lang, names = self.lang, ("search", "pass", "draw", "mean")
        found = [Contender(say(f"vae_row_{name}", lang), (name,), quiz_say(f"about_{name}", lang)) for name in names]
        found.append(Contender(say("vae_row_cnn", lang), ("cnn",), quiz_say("about_cnn", lang)))
        classical = vae_repair.classical(desk.ruined)
        if classical:
            named = [board.method_name(name, lang) for name in classical]
            name = quiz_say("classical", lang, names=quiz_say("comma", lang).join(named))
            found.append(Contender(name, classical, quiz_say("about_classical", lang)))
        return Contest(tuple(found), vae_repair.damaged_psnr(desk.clean, desk.ruined))

    def run_of(self, desk: Desk, outcome: vae_repair.Outcome, evidence: Evidence) -> Run:
        return Run(evidence.scores, "search", desk.ruined.sigma, outcome.unseen)

    def settings_of(self, desk: Desk) -> list:
        case = desk.wanted.case
        return [case.subject, restore.pictures(case, self.lang), case.seed, True]

    def wanted(self, case: vae.Case) -> Wanted:
        return Wanted(case)

    def thumb(self, desk: Desk) -> dict:
        return gr.update(value=restore.pictures(desk.wanted.case, self.lang), own=data_url(desk.clean.shown))

    def chose_subject(self, desk, outcome, *values):
        wanted = self.read(values)
        return [*self.arrange(self.settle(desk, wanted), outcome), restore.pictures(wanted.case, self.lang)]

    def wire(self, runs: list) -> None:
        p = self.panel
        super().wire(runs, [p.picture.input, p.invert.input])
        self.change([p.subject.input], self.chose_subject, [*self.arranged, p.picture], {**LIVE, "cancels": runs})
