"""The buttons of a panel Train it live, and what they do: alike for every kind of training. What is shown of one: see `Runner`."""

import time
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass

import gradio as gr

from restoration import live
from restoration.errors import Refusal
from restoration.ui import motion
from restoration.ui.events import QUIET, warn
from restoration.ui.text import say

# Who waits for a place waits in live.places, where the place in the queue can be said, and holds no thread meanwhile.
STREAM = {**QUIET, "concurrency_id": "live", "concurrency_limit": None, "trigger_mode": "multiple"}
SCRIPT_CAP, SCRIPT_WAIT = 20.0, 60.0  # seconds that a script's training takes at most, and waits for its place
PICTURE_EVERY = 0.5  # seconds; the numbers come more often

@dataclass(frozen=True)
class Buttons:
    train: gr.Button
    pause: gr.Button
    one: gr.Button
    stop: gr.Button
    again: gr.Button

    @property
    def changing(self) -> list:
        """Those that `looks` sets."""
        return [self.pause, self.one, self.stop, self.again]


SMALL = {"size": "sm", "min_width": 80}


def buttons(lang: str, id: str = "live-train") -> Buttons:
    """In a row with the id live-buttons. id: of the first."""
    return Buttons(
        gr.Button(say("live_train", lang), variant="primary", elem_id=id, **SMALL),
        gr.Button(say("live_pause", lang), interactive=False, **SMALL),
        gr.Button(say("live_one", lang), **SMALL),
        gr.Button(say("stop", lang), interactive=False, **SMALL),
        gr.Button(say("live_again", lang), interactive=False, **SMALL),
    )


def looks(training: live.Watched | None, lang: str) -> list:
    """Updates for Buttons.changing."""
    state = training.state if training else None
    paused, active, ended = state == live.PAUSED, state in live.ACTIVE, state in live.ENDED
    return [
        gr.update(value=say("live_go_on" if paused else "live_pause", lang), interactive=active or paused),
        gr.update(interactive=not active),
        gr.update(interactive=active or paused),
        gr.update(interactive=active or paused or ended),
    ]


@dataclass(frozen=True)
class Runner:
    """Handlers (session, ...) for the buttons: async generators of updates for [the board, *the buttons that change].

    value: (session, place in the queue, picture) -> the board's value; place 0: it trains or does not want to, None: a new training is
    being prepared; picture: draw the pictures anew too. looks: training -> updates for the buttons. begin: async (session, *chosen),
    begins a training of what was chosen.
    """

    value: Callable
    looks: Callable
    begin: Callable
    count: int  # buttons that change
    lang: str

    def now(self, session: live.Session, number: int = 0, picture: bool = True) -> list:
        return [self.value(session, number, picture), *self.looks(session.training)]

    def same(self, buttons: int = 0) -> list:
        return [gr.skip()] * (buttons or 1 + self.count)

    def preparing(self, session: live.Session) -> list:
        """A word at once: where many train, a beginning can take a second."""
        session.check_free()
        return [self.value(session, None, False), *self.same(self.count)]

    async def follow(self, session):
        """Train, and show it, to the end; or until another training took this one's place."""
        mine, buttons, pictured = session.training, None, 0.0
        async with aclosing(session.train()) as going:
            async for number in going:
                if due := time.monotonic() - pictured > PICTURE_EVERY:
                    pictured = time.monotonic()
                updates = await live.in_worker(self.now, session, number, due)
                if session.training is not mine:
                    break
                same, buttons = buttons == updates[1:], updates[1:]
                yield [updates[0], *self.same(self.count)] if same else updates
        # Gradio sends a generator's last word again, so that must not be of a training that is gone
        yield await live.in_worker(self.now, session) if session.training is mine else self.same()

    def streamed(self, handler):
        """The handler's refusals are said in one sentence; what was on the screen stays."""

        async def plain(*values):
            try:
                async with aclosing(handler(*values)) as going:
                    async for updates in going:
                        yield updates
            except Refusal as e:
                warn(e, self.lang)
                yield self.same() if e.code == "live_running" else self.now(values[0])

        return plain

    async def train(self, session, *chosen):
        yield self.preparing(session)
        await self.begin(session, *chosen)
        async with aclosing(self.follow(session)) as going:
            async for updates in going:
                yield updates

    async def again(self, session):
        await live.in_worker(session.again)
        async with aclosing(self.follow(session)) as going:
            async for updates in going:
                yield updates

    async def pause(self, session):
        if session.training and session.training.state == live.PAUSED:
            session.go_on()
            async with aclosing(self.follow(session)) as going:
                async for updates in going:
                    yield updates
        else:
            session.pause()  # `follow` sees it and shows it
            yield self.same()

    async def one(self, session, *chosen):
        yield self.preparing(session)
        if session.training is None or session.training.state in live.ENDED:
            await self.begin(session, *chosen)
            session.pause()
        await live.in_worker(session.training.one)
        yield await live.in_worker(self.now, session)

    async def stop(self, session):
        was = session.training and session.training.state
        session.stop()
        yield await live.in_worker(self.now, session) if was == live.PAUSED else self.same()

    def wire(self, buttons: Buttons, session: gr.State, chosen: list, shown: list) -> None:
        """shown: the board, and the buttons that change."""
        buttons.train.click(self.streamed(self.train), [session, *chosen], shown, **STREAM)
        buttons.one.click(self.streamed(self.one), [session, *chosen], shown, **STREAM)
        for button, handler in ((buttons.again, self.again), (buttons.pause, self.pause), (buttons.stop, self.stop)):
            button.click(self.streamed(handler), session, shown, **STREAM)
        buttons.train.click(None, None, None, js=motion.to(shown[0].elem_id, 700))  # on a small screen the curves are below


def rates(offered: tuple, start: float, called: dict, called_own: dict) -> tuple[gr.Radio, gr.Number]:
    """Learning rates to choose from, and a field for any other."""
    choices = [(f"{rate:.5f}".rstrip("0").rstrip("."), rate) for rate in offered]
    return gr.Radio(choices, value=start, elem_classes="segments", **called), gr.Number(start, step=0.0005, **called_own)


def wire_choice(choices: gr.Radio, number: gr.Number) -> None:
    """The field says what is chosen; what is typed is chosen, if it is one of those that are offered."""
    choices.input(None, choices, number, js="(chosen) => chosen")
    number.input(None, number, choices, js="(typed) => typed")


async def for_script(session: live.Session, settings) -> live.Watched:
    """A whole training for somebody who listens to its end only. Refusal if the queue is too long for that."""
    if (wait := live.PLACES.wait()) > SCRIPT_WAIT:
        raise Refusal("live_too_long", seconds=f"{wait:.0f}")
    await live.in_worker(session.begin, settings, None, SCRIPT_CAP)
    async for _ in session.train():
        pass
    return session.training
