"""Undo: takes back the last change of the damage, step by step. What the other widgets say (picture, network, lesson, tab) stays.

A visitor's history is a plain tuple in gr.State: the damages that were on the screen, the one that is there now at its end, each with the
number of the gesture that made it. A bench (events.Lab or of ui/bench.py) says what its damage is: `damage_of(wanted)`, and
`with_damage(wanted, damage)`, which is that damage instead.
"""

from dataclasses import dataclass

import gradio as gr

from restoration.ui.picture import script
from restoration.ui.text import say

LEVELS = 20  # changes that can be taken back


@dataclass(frozen=True)
class Undo:
    button: gr.Button
    gesture: gr.HTML  # value: the number of the visitor's last gesture: all that one drag of a slider sends is one change
    history: gr.State

    @property
    def looks(self) -> list:
        """What `begun` and `changed` set."""
        return [self.history, self.button]


def build(lang: str) -> Undo:
    """In the second step of a Restore panel, under its heading."""
    button = gr.Button(say("undo", lang), interactive=False, size="sm", elem_id="undo", elem_classes="quiet")
    gesture = gr.HTML(0, html_template="", js_on_load=script("undo.js"), apply_default_css=False, elem_classes="sr")
    return Undo(button, gesture, gr.State(()))


def begun(damage: tuple) -> list:
    """Updates for Undo.looks: a link, a lesson's step or Reset has set the lab, and there is nothing to take back."""
    return [((damage, None),), gr.update(interactive=False)]


def noted(history: tuple, damage: tuple, gesture) -> tuple:
    """The history after a change. The changes of one gesture are one; what is as it was is none."""
    if history and history[-1][0] == damage:
        return history
    if len(history) > 1 and history[-1][1] == gesture:
        history = history[:-1]
        if history[-1][0] == damage:  # dragged back to where it was
            return history
    return (*history, (damage, gesture))[-LEVELS - 1 :]


def changed(history: tuple, damage: tuple, gesture) -> list:
    """Updates for Undo.looks."""
    history = noted(history, damage, gesture)
    return [history, gr.update(interactive=len(history) > 1)]


def noting(bench, handler):
    """A handler that takes the turn from a run, and writes down what it changed.

    handler: (*values) -> updates, a desk first, or gr.skip(). Returns (turn, history, gesture, *values) -> (*updates, *updates for looks).
    """

    def newer(turn, history, gesture, *values):
        turn.take()
        updates = handler(*values)
        if not isinstance(updates, list):  # refused: everything stays
            return updates
        desk = updates[0]
        note = changed(history, bench.damage_of(desk.wanted), gesture) if hasattr(desk, "wanted") else [gr.skip(), gr.skip()]
        return [*updates, *note]

    return newer


def taking_back(bench):
    """The handler of the button: (turn, history, *values of the bench's inputs) -> updates for (*bench.undone, *looks)."""

    def back(turn, history, *values):
        if len(history) < 2:
            return gr.skip()
        turn.take()
        (damage, _), left = history[-2], history[:-1]
        return [*bench.taken_back(damage, *values), left, gr.update(interactive=len(left) > 1)]

    return back
