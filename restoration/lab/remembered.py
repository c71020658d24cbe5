"""Finished repairs of pictures that ship. A class opens the same few links and presses the same buttons: each is computed once."""

from collections import OrderedDict
from threading import Lock


class Remembered:
    """The last `most` outcomes by their key, which must name all that an outcome depends on. What is asked for often is kept longest.
    Visitors share them: nothing in an outcome is ever changed."""

    def __init__(self, most: int):
        self._most, self._kept, self._lock = most, OrderedDict(), Lock()

    def get(self, key: tuple):
        """None if it is not there."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: tuple, outcome) -> None:
        with self._lock:
            self._kept[key] = outcome
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def all(self) -> list[tuple]:
        """(key, outcome), the one longest unasked first."""
        with self._lock:
            return list(self._kept.items())

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
