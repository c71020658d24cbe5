"""The one classroom of this server. Off by default: KINTSUGI_CLASS turns it on."""

import os
import secrets
import time
from functools import lru_cache
from threading import Thread

from restoration.classroom.rules import LETTERS, Classroom
from restoration.classroom.store import Store
from restoration.errors import Refusal
from restoration.ui.classroom.names import names

OFF, MADE = ("", "0", "off"), ("1", "on")  # values of KINTSUGI_CLASS; any other is the passphrase itself
SHORT = 8  # characters: a passphrase below is soon guessed
SWEEP = 600  # seconds


def setting() -> str:
    return os.environ.get("KINTSUGI_CLASS", "").strip()


def on() -> bool:
    return setting().lower() not in OFF


@lru_cache(maxsize=1)
def passphrase() -> str:
    """The one that was set, or one that is made for this run of the server."""
    if setting().lower() in MADE:
        return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
    return setting()


@lru_cache(maxsize=1)
def room() -> Classroom:
    """Raises Refusal: class_off, or class_database if KINTSUGI_DATABASE is not right."""
    if not on():
        raise Refusal("class_off")
    return Classroom(Store(os.environ.get("KINTSUGI_DATABASE", "")), passphrase(), names=names)


def begin() -> None:
    """At the start: says in the log how a class is opened, and keeps deleting what is over."""
    if not on():
        return
    if setting().lower() in MADE:
        print(f"Classes are on. The passphrase for teachers, at /class: {passphrase()}", flush=True)
    elif len(passphrase()) < SHORT:
        print(f"KINTSUGI_CLASS is a short passphrase: take {SHORT} characters or more.", flush=True)
    try:
        Thread(target=_sweep, args=(room(),), daemon=True).start()
    except Refusal as e:  # the lab opens all the same; the page of the class says it too
        print(e, flush=True)


def _sweep(room: Classroom) -> None:
    while True:
        try:
            room.sweep()
        except Refusal as e:  # kept in room.store.trouble
            print(e, flush=True)
        time.sleep(SWEEP)
