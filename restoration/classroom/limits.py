"""How often somebody may guess: a passphrase or a code that was wrong counts, for its address and for all together."""

import math
import time
from collections import deque
from threading import Lock

from restoration.errors import Refusal

ADDRESSES = 5000  # that are remembered; with more, the longest known is forgotten. The count of all together goes on


class Tries:
    """Wrong tries of the last `seconds`. clock: seconds that never go back, whatever is done to the server's time of day."""

    def __init__(self, each: int, together: int, seconds: float = 600, clock=time.monotonic):
        self.each, self.together, self.seconds, self.clock = each, together, seconds, clock
        self._all, self._of, self._lock = deque(), {}, Lock()

    def check(self, address: str) -> None:
        """Raises Refusal while this address, or all together, must wait."""
        with self._lock:
            now = self.clock()
            self._forget(self._all, now)
            own = self._of.get(address, deque())
            self._forget(own, now)
            for tries, most in ((own, self.each), (self._all, self.together)):
                if len(tries) >= most:
                    raise Refusal("class_patience", minutes=max(1, math.ceil((tries[0] + self.seconds - now) / 60)))

    def wrong(self, address: str) -> None:
        with self._lock:
            now = self.clock()
            if len(self._of) >= ADDRESSES and address not in self._of:
                del self._of[next(iter(self._of))]
            self._all.append(now)
            self._of.setdefault(address, deque()).append(now)

    def _forget(self, tries: deque, now: float) -> None:
        while tries and tries[0] <= now - self.seconds:
            tries.popleft()
