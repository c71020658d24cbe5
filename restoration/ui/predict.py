"""Predict first: a step of a lesson sets the lab, and the repair waits until the visitor has said what they expect of it. Then the card
above the lab shows the prediction beside what happened, and asks two questions about the visitor's own run.

What was asked is kept for each visitor in gr.State; which repair waits, in events.Turn, so that no handler runs it. Whatever changes
the lab lets go of both.
"""

from dataclasses import replace

import gradio as gr
import numpy as np

from restoration.errors import Refusal
from restoration.lab.remembered import Remembered
from restoration.lessons import lesson
from restoration.quiz import guess, run
from restoration.ui.events import HEAVY, QUIET, warn
from restoration.ui.herald import did, told
from restoration.ui.picture import data_url
from restoration.ui.predict_card import FOLDED, FOUND, OPEN, READY, WAITING, Asked, card
from restoration.ui.text import say

CROP = 128  # pixels a side, of the two pictures of which one is the original
_crops = Remembered(48)  # a class is asked about the same few


# What a step asks


def begun(bench, turn, desk, id: str, step: int) -> list:
    """Updates for `places` but the herald: a step has set the lab to `desk`, and its repair waits."""
    turn.hold(bench.key(desk))
    asked = Asked(id, step, bench.key(desk), bench.contest(desk), WAITING if bench.may_be_mistaken(desk) else OPEN)
    return [asked, card(asked, bench.lang, fresh=True), gr.update(value=say("predict_go_locked", bench.lang), interactive=False)]


def ended(bench, turn) -> list:
    """Updates for `places` but the herald: nothing is asked, and whoever runs may."""
    turn.take()
    return [None, None, free(bench.lang)]


def free(lang: str) -> dict:
    return gr.update(value=say("go", lang), interactive=True)


def places(bench, course) -> list:
    return [course.asked, bench.panel.predict, bench.panel.go, course.herald]


def set_step(bench, turn, desk, tab: str, id: str, step: int, before: tuple = ()) -> list:
    """Updates for `places`: a step was set. One on another tab than Restore has nothing to predict. before: what was done before it."""
    label = lesson(id, bench.lang).steps[step].label
    updates = begun(bench, turn, desk, id, step) if tab == "restore" else ended(bench, turn)
    return [*updates, told(*before, did(id, "step", step, question=label, waits=tab == "restore"))]


def _two(bench, asked: Asked, desk) -> Asked:
    """With two pictures of which one is the original, in an order that follows from what is asked."""
    key = (type(bench), *asked.key)
    if (shown := _crops.get(key)) is None:
        truth, repair, lost = bench.twins(desk)
        place = spot(truth, lost)
        shown = [data_url(np.ascontiguousarray(picture[place])) for picture in (truth, repair)]
        _crops.keep(key, shown)
    first = asked.number % 2
    pictures = (shown[first], shown[1 - first])
    return replace(asked, phase=OPEN, pictures=pictures, contest=replace(asked.contest, truth=first))


def spot(truth: np.ndarray, lost: np.ndarray | None) -> tuple[slice, slice]:
    """Where to look, CROP pixels a side: about what was lost, else where there is most to see. truth: (H, W, 3); lost: (H, W) bool."""
    height, width = truth.shape[:2]
    if lost is not None and lost.shape == (height, width) and lost.any():
        middle = [int(places.mean()) for places in np.nonzero(lost)]
    else:
        grey = truth.mean(-1)
        detail = np.abs(np.diff(grey, axis=0))[:, :-1] + np.abs(np.diff(grey, axis=1))[:-1]
        blocks = detail[: height // 16 * 16 - 16, : width // 16 * 16 - 16]
        blocks = blocks.reshape(blocks.shape[0] // 16, 16, blocks.shape[1] // 16, 16).mean((1, 3))
        middle = [16 * int(n) + 8 for n in np.unravel_index(int(blocks.argmax()), blocks.shape)]
    return tuple(_around(m, side) for m, side in zip(middle, (height, width), strict=True))


def _around(middle: int, side: int) -> slice:
    crop = min(CROP, side)
    start = min(max(middle - crop // 2, 0), side - crop)
    return slice(start, start + crop)


# What the events do


def wire(bench, course, runs: list) -> None:
    """Binds the card. What opens it is wired in lesson.py and frame.py. course: lesson.Panel. runs: those that the visitor can start."""
    lang, shown = bench.lang, bench.panel.predict
    outputs = places(bench, course)

    def guessed(event: gr.EventData, turn, asked):
        """All questions are answered: the repair may be run."""
        chosen = (event._data or {}).get("chosen")
        if asked is None or asked.phase != OPEN or not _valid(asked, chosen, lang):
            return gr.skip()
        turn.held = None
        asked = replace(asked, chosen=tuple(chosen), phase=READY)
        return asked, card(asked, lang), free(lang), told(*_guesses(asked, lang))

    shown.guessed(guessed, [bench.keep.turn, course.asked], outputs, **QUIET)

    def looked(turn, asked, id, desk):
        """The lab was set: if it is no longer what was asked about, the card lets go of it."""
        if asked is None or asked.phase == FOLDED or asked.lesson == id and desk is not None and asked.key == bench.key(desk):
            return [gr.skip()] * 3
        turn.held = None
        folded = replace(asked, phase=FOLDED) if asked.phase == FOUND else None
        return folded, card(folded, lang) if folded else None, free(lang)

    seen = [bench.keep.turn, course.asked, course.page, bench.keep.desk]
    shown.look(looked, seen, outputs[:3], **QUIET, trigger_mode="multiple")

    after = [course.asked, bench.panel.predict, course.herald]
    for event in runs:
        event.then(lambda *values: found(bench, *values), [course.asked, bench.keep.desk, bench.keep.outcome], after, **QUIET)


def found(bench, asked: Asked | None, desk, outcome) -> list:
    """Updates for asked, card and herald after a run. A run that was stopped or refused leaves the card as it is."""
    if asked is None or asked.phase != READY or desk is None or bench.key(desk) != asked.key:
        return [gr.skip()] * 3
    evidence, lang = bench.evidence(desk, outcome), bench.lang
    if evidence is None:
        return [gr.skip()] * 3
    verdicts = guess.judge(asked.contest, asked.chosen, evidence.scores, lang)
    asked = replace(asked, phase=FOUND, right=tuple(v.right for v in verdicts))
    about = run.choose(bench.run_of(desk, outcome, evidence), lang, asked.number)
    questions = [{"text": q.text, "options": [vars(o) for o in q.options]} for q in about]
    shown = card(asked, lang, found=[vars(v) for v in verdicts], run=questions)
    asks = guess.questions(asked.contest, lang)
    events = [did(asked.lesson, "found", asked.step, n, asked.chosen[n], v.right, asks[n].text, v.said) for n, v in enumerate(verdicts)]
    return [asked, shown, told(*events)]


def follow(bench):
    """A handler for what follows a step, a link or Reset: the run, unless it waits for a prediction."""

    def run_unless_held(turn, *values):
        if turn.held:
            yield gr.skip()
            return
        yield from bench.run(turn, *values)

    return run_unless_held


def wire_fill(bench, course, event) -> None:
    """After a step or a link has set the lab: the two pictures, if they are asked about. They need a repair, which takes a while."""

    def fill(turn, asked, desk):
        if asked is None or asked.phase != WAITING:
            return gr.skip(), gr.skip()
        key = asked.key
        try:
            asked = _two(bench, asked, desk)
        except Refusal as e:  # the network is not there: the other questions can be asked all the same
            warn(e, bench.lang)
            asked = replace(asked, phase=OPEN)
        return (asked, card(asked, bench.lang)) if turn.held == key else (gr.skip(), gr.skip())  # the lab may have been set anew

    event.then(fill, [bench.keep.turn, course.asked, bench.keep.desk], [course.asked, bench.panel.predict], **HEAVY)


def _valid(asked: Asked, chosen, lang: str) -> bool:
    asks = guess.questions(asked.contest, lang)
    return isinstance(chosen, list) and len(chosen) == len(asks) and all(
        type(n) is int and 0 <= n < len(ask.options) for n, ask in zip(chosen, asks, strict=True)
    )  # fmt: skip


def _guesses(asked: Asked, lang: str) -> list[dict]:
    asks = enumerate(zip(asked.chosen, guess.questions(asked.contest, lang), strict=True))
    return [did(asked.lesson, "guess", asked.step, k, n, None, ask.text, ask.options[n]) for k, (n, ask) in asks]
