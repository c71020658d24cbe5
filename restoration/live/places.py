"""Who trains now and who is next: a few trainings run at once on the whole server, the others wait in the order in which they came.

A place is kept by asking for it again and again, so whoever goes away without a word, with a closed page or a broken line, loses it.
"""

import heapq
import os
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

import torch

MOST = 8  # trainings at once; beyond that they wait for one another inside Python anyway
PATIENCE = 5.0  # seconds without a word after which a place is given to the next
NICENESS = 5  # training goes slower where somebody waits for a repair


def cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Places:
    """count: how many may train at once. clock: a function that tells seconds."""

    def __init__(self, count: int, patience: float = PATIENCE, clock=time.monotonic):
        self.count, self.patience, self.clock = count, patience, clock
        self._line: dict = {}  # who -> (when they last asked, seconds that they still need), in the order in which they came
        self._lock = threading.Lock()

    def ask(self, who, needs: float = 0.0) -> int:
        """0: it may train now. n: it is number n among those who wait. needs: about how many seconds it will still take."""
        with self._lock:
            now = self.clock()
            self._line[who] = (now, needs)
            self._line = {w: (seen, left) for w, (seen, left) in self._line.items() if now - seen <= self.patience}
            return max(0, list(self._line).index(who) - self.count + 1)

    def leave(self, who) -> None:
        with self._lock:
            self._line.pop(who, None)

    def wait(self, number: int | None = None) -> float:
        """About how many seconds number `number` in the queue has to wait; None: whoever comes next."""
        with self._lock:
            needs = [left for _, left in self._line.values()]
        number = max(0, len(needs) - self.count) + 1 if number is None else number
        free_at = needs[: self.count]
        heapq.heapify(free_at)
        for left in needs[self.count : self.count + number - 1]:  # those before it
            heapq.heapreplace(free_at, free_at[0] + left)
        return free_at[0] if len(free_at) == self.count else 0.0

    @property
    def taken(self) -> int:
        """How many train now."""
        with self._lock:
            return min(len(self._line), self.count)


PLACES = Places(min(MOST, cores()))
# Repairs have a line of their own (ui/line.py), in which nobody loses a place to a slow stage of a large photo.
REPAIRS = Places(max(2, min(MOST, cores() // 2)), patience=120.0)


@lru_cache(maxsize=1)
def workers() -> ThreadPoolExecutor:
    """The threads that train. Each computes alone, so that a run gives the same digits on every machine, and gives way to repairs."""
    before = torch.get_num_threads()
    ready = threading.Barrier(PLACES.count + 1)
    pool = ThreadPoolExecutor(PLACES.count, "training", initializer=_alone)
    for _ in range(PLACES.count):
        pool.submit(ready.wait)  # none ends before all have begun, so each starts a thread
    ready.wait()
    torch.set_num_threads(before)  # what threads that are yet to come begin with
    return pool


def _alone() -> None:
    torch.get_num_threads()  # a thread's first question sets its number; what is set before would be forgotten
    torch.set_num_threads(1)
    if sys.platform == "linux":  # elsewhere a thread has no niceness of its own
        me = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, me, min(19, os.getpriority(os.PRIO_PROCESS, me) + NICENESS))
