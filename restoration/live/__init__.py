"""Train it live: the door for the screen. Each visitor has a Session; nothing is shared but the places, and pictures that ship.

    session = Session()
    session.begin(Settings(lr=1e-3))
    async for number in session.train():     # 0: it trained for a moment; n: it waits, as number n
        ...                                  # read session.training: rows, levels, picture(), state

Of another kind than a denoiser: Session(prepare), as in vae.py.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from functools import lru_cache

from restoration import lab
from restoration.errors import Refusal
from restoration.live.places import PLACES, REPAIRS, workers
from restoration.live.settings import ALL, CROP, OWN, RANGES, RATES, Settings, check, held_out
from restoration.live.training import Score, Training
from restoration.live.watched import ACTIVE, CAP, CAPPED, DIVERGED, DONE, ENDED, PAUSED, RUNNING, STOPPED, WAITING, Watched
from restoration.models.blocks import BLOCKS, LOSSES

__all__ = [
    "ACTIVE", "ALL", "BLOCKS", "CAP", "CAPPED", "CROP", "DIVERGED", "DONE", "ENDED", "LOSSES", "OWN", "PAUSED", "PLACES", "RANGES", "RATES",
    "RUNNING", "STOPPED", "WAITING", "Score", "Session", "Settings", "Training", "Watched", "check", "held_out", "in_worker", "untrained",
]  # fmt: skip

SLICE = 0.2  # seconds of training between two looks at it
LOOK = 0.4  # seconds between two questions of who waits
SAY = 2.0  # seconds between two words to who waits: each takes time of the server's one event loop
WAY = 1.5  # seconds at most that a training rests after a slice while somebody's picture is mended
PEEK = 0.1  # seconds between two looks at whether it still is


async def _give_way() -> None:
    """Python lets only one of them compute at once, and who waits for a picture has nothing to look at meanwhile."""
    end = time.monotonic() + WAY
    while REPAIRS.taken and time.monotonic() < end:
        await asyncio.sleep(PEEK)


async def in_worker(work, *values):
    """work(*values) in one of the threads that train."""
    return await asyncio.get_running_loop().run_in_executor(workers(), work, *values)


@lru_cache(maxsize=1)
def untrained() -> Training:
    """What everybody sees first: the default training before its first update. Nobody trains it."""
    return Training(Settings())


def denoiser(settings: Settings, own: lab.Shot | None = None, cap: float = CAP) -> Training:
    return Training(check(settings), own, cap)


class Session:
    """What one visitor trains, and what they trained before: `training`, None at first, and `previous`, another one or None.

    prepare: (settings, what is the visitor's own, cap) -> a training; checks the settings and raises Refusal. Default: a denoiser, whose
    own is a photo."""

    def __init__(self, prepare: Callable[..., Watched] = denoiser):
        self.prepare = prepare
        self.training: Watched | None = None
        self.previous: Watched | None = None
        self.own = None

    def check_free(self) -> None:
        """Refusal while a training of this visitor waits or runs."""
        if self.training and self.training.state in ACTIVE:
            raise Refusal("live_running")

    def begin(self, settings, own=None, cap: float = CAP) -> None:
        """A new training, not yet begun: see `train`. Raises Refusal, and all stays as it was."""
        self.check_free()
        training = self.prepare(settings, own, cap)
        self.check_free()  # another may have begun meanwhile
        if self.training and self.training.step:
            self.previous = self.training
        self.training, self.own = training, own

    def again(self) -> None:
        """The same training from the beginning: the same seed, so the same curve. Refusal if there was none."""
        if self.training is None:
            raise Refusal("live_nothing")
        self.stop()
        self.begin(self.training.settings, self.own, self.training.cap)

    def pause(self) -> None:
        if self.training and self.training.state in ACTIVE:
            self.training.state = PAUSED

    def go_on(self) -> None:
        if self.training and self.training.state == PAUSED:
            self.training.state = WAITING

    def stop(self) -> None:
        if self.training and self.training.state not in ENDED:
            self.training.state = STOPPED

    async def train(self) -> AsyncIterator[int]:
        """Wait for a place, then train to the end, or until it is paused or stopped. Yields a number after each look: 0, or the place
        in the queue. Whoever stops listening gives the place back, and the training is paused."""
        mine = self.training
        try:
            told, when = None, 0.0
            while mine.state == WAITING and (number := PLACES.ask(mine, mine.needs())):
                if number != told or time.monotonic() - when >= SAY:
                    yield number
                    told, when = number, time.monotonic()
                await asyncio.sleep(LOOK)
            if mine.state == WAITING:
                mine.state = RUNNING
            while mine.state == RUNNING:
                PLACES.ask(mine, mine.needs())
                await in_worker(mine.advance, SLICE)
                yield 0
                await _give_way()
        finally:
            PLACES.leave(mine)
            if mine.state in ACTIVE:
                mine.state = PAUSED
