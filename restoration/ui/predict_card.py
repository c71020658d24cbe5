"""The card above the lab that asks for a prediction: what it knows, and what it shows. What it does is in predict.py."""

import time
import zlib
from dataclasses import dataclass

import gradio as gr

from restoration.quiz import guess
from restoration.ui.picture import script
from restoration.ui.text import say, unfilled

WAITING, OPEN, READY, FOUND, FOLDED = "waiting", "open", "ready", "found", "folded"


@dataclass(frozen=True, eq=False)
class Asked:
    """What was asked before a repair. key: of that repair. step: from 0. pictures: two data URLs, or none. chosen: an option of each
    question, once all are answered. right: what the repair said of each."""

    lesson: str
    step: int
    key: tuple
    contest: guess.Contest
    phase: str = OPEN
    pictures: tuple[str, ...] = ()
    chosen: tuple[int, ...] = ()
    right: tuple[bool | None, ...] = ()

    @property
    def number(self) -> int:
        """The same for everybody who is asked the same: it settles which questions follow, and which picture is A."""
        return zlib.crc32(repr((self.lesson, self.step, self.key)).encode())


def build() -> gr.HTML:
    """The card, empty. All that it shows travels in its value: its tab may not have been opened yet."""
    code = script("predict.js")
    return gr.HTML(None, html_template="<section hidden></section>", js_on_load=code, apply_default_css=False, elem_id="predict")


def card(asked: Asked, lang: str, **more) -> dict:
    """The value of the card; see predict.js."""
    title = say("predict_title", lang, step=asked.step + 1)
    asks = []
    for q in guess.questions(asked.contest, lang):
        two = zip(asked.pictures, q.options, strict=False) if q.kind == "truth" else ()
        asks.append({"text": q.text, "options": list(q.options), "pictures": [{"src": src, "name": name} for src, name in two]})
    damaged = guess.decibels(asked.contest.damaged)
    names = ("submit", "all", "own", "own_intro", "you", "mark_right", "mark_wrong", "mark_none")
    words = {name: unfilled(f"predict_{name}", lang) for name in names}
    intro = say("predict_intro", lang, damaged=damaged)
    status = {
        WAITING: say("predict_waiting", lang), OPEN: "", READY: say("predict_ready", lang), FOUND: counted(asked, lang),
        FOLDED: say("predict_folded", lang, step=asked.step + 1, counted=counted(asked, lang)),
    }[asked.phase]  # fmt: skip
    return {
        "n": str(time.time_ns()), "fresh": False, "phase": asked.phase, "lesson": asked.lesson,
        "step": asked.step, "title": title, "intro": intro, "status": status, "asks": asks, "chosen": list(asked.chosen), "found": [],
        "run": [], "words": words, **more,
    }  # fmt: skip


def counted(asked: Asked, lang: str) -> str:
    """How many predictions came true. What nobody claimed does not count."""
    claimed = [right for right in asked.right if right is not None]
    if not claimed:
        return say("predict_none", lang)
    return say("predict_counted", lang, right=sum(claimed), of=len(claimed))
