"""The line in front of the repairs: who waits is told their place, what is at hand waits for nobody, whoever leaves makes room."""

import asyncio
import threading
from types import SimpleNamespace

import gradio as gr
import pytest

from restoration.live.places import Places
from restoration.ui import line


class Bench:
    """What the line asks of a bench. ready: the repair is at hand."""

    shown, run_inputs, lang, panel = ["board", "link"], [], "en", SimpleNamespace(line="line")

    def __init__(self, ready=False, fails=False):
        self.ready, self.fails, self.ran = ready, fails, 0

    def at_hand(self, *values):
        return self.ready

    def run(self, turn, *values):
        self.ran += 1
        yield ["half", "link"]
        if self.fails:
            raise ValueError("broken")
        yield gr.skip()


@pytest.fixture
def places(monkeypatch):
    places = Places(1, 60)
    monkeypatch.setattr(line, "REPAIRS", places)
    monkeypatch.setattr(line, "ASK_EVERY", 0.01)
    monkeypatch.setattr(line, "SAY_EVERY", 0.0)
    return places


def turn():
    return SimpleNamespace(number=0)


def collected(bench, visitor=None, most=99):
    async def go():
        seen, (handler, *_) = [], line.run(bench)
        async for updates in handler(visitor or turn()):
            seen.append(updates)
            if len(seen) == most:
                break
        return seen

    return asyncio.run(go())


def test_alone_nobody_waits(places):
    bench = Bench()
    seen = collected(bench)
    assert seen[0] == ["half", "link", ""] and len(seen[1]) == 3 and seen[1][2] == ""
    assert places.taken == 0  # it has left


def test_who_waits_is_told_their_place(places):
    places.ask("another", 5.0)
    places.ask("one more", 5.0)
    bench = Bench()
    seen = collected(bench, most=1)
    assert "number 2" in seen[0][2] and "about" in seen[0][2] and bench.ran == 0


def test_their_turn_comes(places):
    places.ask("another", 5.0)

    async def go():
        bench = Bench()
        handler, *_ = line.run(bench)
        seen = []
        async for updates in handler(turn()):
            seen.append(updates[2])
            places.leave("another")
        return seen, bench

    seen, bench = asyncio.run(go())
    assert "number 1" in seen[0] and seen[-1] == "" and bench.ran == 1


def test_what_is_at_hand_waits_for_nobody(places):
    places.ask("another", 5.0)
    assert collected(Bench(ready=True))[0] == ["half", "link", ""]


def test_something_newer_ends_the_wait(places):
    places.ask("another", 5.0)
    visitor, bench = turn(), Bench()

    async def go():
        handler, *_ = line.run(bench)
        seen = []
        async for updates in handler(visitor):
            seen.append(updates)
            visitor.number += 1
        return seen

    seen = asyncio.run(go())
    assert seen[-1][2] == "" and bench.ran == 0 and places.ask("next") == 1  # behind the other, before nobody


def test_a_repair_that_fails_leaves_its_place(places):
    with pytest.raises(ValueError, match="broken"):
        collected(Bench(fails=True))
    assert places.taken == 0


def test_a_visitor_who_leaves_while_it_computes(places):
    """The step is finished, then the repair is closed and its place is free."""
    computing, left, closed = threading.Event(), threading.Event(), []

    class Slow(Bench):
        def run(self, turn, *values):
            try:
                computing.set()
                assert left.wait(5)
                yield ["half", "link"]
            finally:
                closed.append(True)

    async def go():
        handler, *_ = line.run(Slow())
        visit = asyncio.ensure_future(anext(handler(turn())))
        await asyncio.to_thread(computing.wait, 5)
        visit.cancel()
        with pytest.raises(asyncio.CancelledError):
            await visit
        assert places.taken == 1
        left.set()

    asyncio.run(go())
    assert closed == [True] and places.taken == 0
