"""The Train it live panel of the RNN's page: a memory for clips, or a writer of digits, of the visitor's own. Widgets and events; the two
are live_clips.py and live_pixels.py, which also make what is shown of a training."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration import live
from restoration.live.vae import TRAIN
from restoration.ui import live_run
from restoration.ui.events import QUIET
from restoration.ui.look import READ
from restoration.ui.rnn import live_clips, live_pixels
from restoration.ui.rnn.bench import Bench
from restoration.ui.text import say

# name -> module, with TRAINS (of restoration.live), RATE, settings(lang), board(lang), value(session, place in the queue, lang, picture)
KINDS = {"clips": live_clips, "pixels": live_pixels}
IDS = {"clips": "live", "pixels": "live-pixels"}


@dataclass(frozen=True)
class Part:
    tab: gr.Tab
    session: gr.State  # the same object in all handlers of a visitor
    settings: tuple  # widgets, in the order of the fields of the settings
    rates: gr.Radio
    buttons: live_run.Buttons
    board: gr.HTML


def build(lang: str) -> dict[str, Part]:
    title, intro = escape(say("live", lang)), escape(say("rnn_live_intro", lang, cap=f"{live.CAP:g}", digits=f"{TRAIN:,}"))
    gr.HTML(f'<h2 class="step">{title}</h2><p>{intro}</p>', apply_default_css=False)
    with gr.Tabs(elem_id="live-kinds"):
        return {name: _part(name, kind, lang) for name, kind in KINDS.items()}


def _part(name: str, kind, lang: str) -> Part:
    id = IDS[name]
    with gr.Tab(say(f"rnn_live_{name}", lang), id=name) as tab:
        gr.HTML(f"<p>{escape(say(f'rnn_live_{name}_intro', lang))}</p>", apply_default_css=False)
        session = gr.State(kind.TRAINS.Session())
        with gr.Row(elem_id=f"{id}-set", elem_classes="pool-set"):
            settings, rates = kind.settings(lang)
        with gr.Row(elem_id=f"{id}-buttons"):
            buttons = live_run.buttons(lang, f"{id}-train")
        return Part(tab, session, settings, rates, buttons, kind.board(f"{id}-board", lang))


def wire(bench: Bench, tab: gr.Tab, parts: dict[str, Part]) -> None:
    for name, part in parts.items():
        _wire(KINDS[name], part, bench.lang)
        others = [other.session for other in parts.values() if other is not part]
        part.tab.select(_rest, others, None, **QUIET)


def _rest(*sessions) -> None:
    """The other kind was chosen: what nobody looks at is paused."""
    for session in sessions:
        session.pause()


def _wire(kind, part: Part, lang: str) -> None:
    async def begin(session, *values) -> None:
        await live.in_worker(session.begin, kind.TRAINS.Settings(*values))

    runner = live_run.Runner(
        lambda session, number, picture: kind.value(session, number, lang, picture),
        lambda training: live_run.looks(training, lang), begin, len(part.buttons.changing), lang,
    )  # fmt: skip
    runner.wire(part.buttons, part.session, list(part.settings), [part.board, *part.buttons.changing])
    live_run.wire_choice(part.rates, part.settings[kind.RATE])

    def looked(event: gr.EventData, session):
        """The board came into sight."""
        answer = {"answered": (event._data or {}).get("number")}
        if session.training and session.training.state in live.ACTIVE:  # it is shown as it goes on
            return gr.update(**answer)
        return gr.update(value=kind.value(session, 0, lang), **answer)

    part.board.look(looked, part.session, part.board, **READ)
