"""The line in front of the repairs. A few are computed at once, or all would crawl; the others wait in the order in which they came, and
each visitor is told their place and about how long it will take. Gradio would let them wait as well, but in silence.

A repair that somebody has asked for before, or that is on the screen already, waits for nobody.
"""

import asyncio
import threading
import time

import gradio as gr
from anyio import to_thread

from restoration.live.places import REPAIRS
from restoration.ui.events import QUIET
from restoration.ui.text import say

ASK_EVERY = 0.2  # seconds
SAY_EVERY = 2.0  # seconds; each word costs the server's one event loop time, and forty wait at once
FREE = {**QUIET, "concurrency_id": "line", "concurrency_limit": None}  # waiting costs nothing, so all may
END = object()


class Pace:
    """How long a repair takes: a running mean, in seconds."""

    seconds = 1.0

    def took(self, seconds: float) -> None:
        self.seconds += 0.2 * (seconds - self.seconds)


PACE = Pace()


class Mending:
    """A repair step by step, each step in a thread. steps: the generator of a bench. place: who stands in the line for it."""

    def __init__(self, steps, place):
        self.steps, self.place, self._step = steps, place, threading.Lock()

    def _next(self):
        with self._step:
            return next(self.steps, END)

    async def next(self):
        """What the next step shows; END after the last."""
        return await to_thread.run_sync(self._next)

    def end(self) -> None:
        """Closes the repair and leaves the line. A visitor who goes away cancels the waiting for a step, never the step itself: it is
        waited for."""
        with self._step:
            self.steps.close()
        REPAIRS.leave(self.place)


def run(bench, handler=None) -> tuple:
    """(a handler, its inputs, its outputs) of an event that mends what the widgets of a bench show. handler: instead of bench.run."""
    handler, outputs = handler or bench.run, [*bench.shown, bench.panel.line]

    def said(updates, text: str = "") -> list:
        return [*(updates if isinstance(updates, list) else [gr.skip()] * len(bench.shown)), text]

    async def in_line(turn, *values):
        me, before = object(), turn.number
        mending = Mending(handler(turn, *values), me)
        try:
            if not await to_thread.run_sync(bench.at_hand, *values):
                told, when = None, -SAY_EVERY
                while number := REPAIRS.ask(me, PACE.seconds):
                    if number != told and time.monotonic() - when >= SAY_EVERY:
                        yield said(None, say("line", bench.lang, number=number, seconds=f"{max(1, REPAIRS.wait(number)):.0f}"))
                        told, when = number, time.monotonic()
                    await asyncio.sleep(ASK_EVERY)
                    if turn.number != before:  # something newer was shown meanwhile
                        yield said(None)
                        return
            start, mine = time.monotonic(), None
            while (updates := await mending.next()) is not END:
                REPAIRS.ask(me, PACE.seconds)
                if mine is None:
                    mine = turn.number  # which the handler has taken
                elif turn.number != mine:  # something newer was shown between the thread and here
                    yield said(None)
                    return
                yield said(updates)
            PACE.took(time.monotonic() - start)
        finally:
            asyncio.get_running_loop().run_in_executor(None, mending.end)

    return in_line, bench.run_inputs, outputs


def wire(bench):
    """Restore. Every click counts, also one right after Stop, while Gradio still takes the old run for running: the turn settles who
    shows."""
    return bench.panel.go.click(*run(bench), **FREE, trigger_mode="multiple")
