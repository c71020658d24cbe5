"""The mended program at work, in the exhibit 'A listing mended': widgets and events, and what is shown of a run."""

import json
from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration import live
from restoration.live import mended
from restoration.ui import live_run
from restoration.ui.gan.bench import Bench
from restoration.ui.live_board import chart, line, status
from restoration.ui.look import READ, component
from restoration.ui.picture import data_url
from restoration.ui.text import say

TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="board-live listing-run" hidden>
<p class="status" role="status"></p><div class="says"></div>
<div class="work"><div class="made pixels"><figure><figcaption>{made}</figcaption><img class="made-digits" alt=""></figure>
<figure><figcaption>{real}</figcaption><img class="real-digits" alt="{real}"></figure></div>
<dl class="numbers"></dl></div><div class="charts"></div><p class="scale-note">{note}</p></div>"""
LABELS = ("waiting", "made", "real")


@dataclass(frozen=True)
class Panel:
    session: gr.State  # a live.mended.Session, the same object in all handlers of a visitor
    chosen: tuple  # widgets, in the order of the fields of live.mended.Settings
    buttons: live_run.Buttons
    board: gr.HTML


def build(lang: str) -> Panel:
    numbers = {"cap": f"{live.CAP:g}", "digits": f"{mended.DIGITS:,}", "updates": mended.UPDATES, "epochs": mended.EPOCHS}
    title, intro = escape(say("listing_run_title", lang)), escape(say("listing_run_intro", lang, **numbers))
    gr.HTML(f'<h2 class="step" id="inside-listing-run">{title}</h2><p>{intro}</p>', apply_default_css=False)
    session = gr.State(mended.Session())
    with gr.Row(elem_id="listing-settings"):
        seed = gr.Number(mended.Settings.seed, step=1, label=say("seed", lang), elem_id="listing-seed")
        sigmoid = gr.Checkbox(mended.Settings.sigmoid, label=say("listing_run_sigmoid", lang), elem_id="listing-sigmoid")
    with gr.Row(elem_id="listing-buttons"):
        buttons = live_run.Buttons(
            gr.Button(say("listing_run", lang), variant="primary", elem_id="listing-run", **live_run.SMALL),
            gr.Button(say("live_pause", lang), interactive=False, **live_run.SMALL),
            gr.Button(say("listing_run_one", lang), **live_run.SMALL),
            gr.Button(say("stop", lang), interactive=False, **live_run.SMALL),
            gr.Button(say("live_again", lang), interactive=False, **live_run.SMALL),
        )
    words = {name: escape(say(f"listing_run_{name}", lang)) for name in LABELS}
    words["note"] = escape(say("listing_run_note", lang, **numbers))
    board = component(TEMPLATE.format(**words), "listing-board", "live_charts.js", "gan/listing_run.js")
    return Panel(session, (seed, sigmoid), buttons, board)


def wire(bench: Bench, panel: Panel) -> None:
    lang, board, session = bench.lang, panel.board, panel.session

    async def begin(session, *chosen) -> None:
        await live.in_worker(session.begin, mended.Settings(*chosen))

    runner = live_run.Runner(
        lambda session, number, picture: value(session, number, lang, picture),
        lambda training: live_run.looks(training, lang), begin, len(panel.buttons.changing), lang,
    )  # fmt: skip
    shown, b = [board, *panel.buttons.changing], panel.buttons
    for button, handler, chosen in (
        (b.train, runner.train, panel.chosen), (b.one, runner.one, panel.chosen),
        (b.again, runner.again, []), (b.pause, runner.pause, []), (b.stop, runner.stop, []),
    ):  # fmt: skip
        button.click(runner.streamed(handler), [session, *chosen], shown, **live_run.STREAM)

    def looked(event: gr.EventData, session):
        """It came into sight."""
        answer = {"answered": (event._data or {}).get("number")}
        if session.training and session.training.state in live.ACTIVE:  # it is shown as it goes on
            return gr.update(**answer)
        return gr.update(value=value(session, 0, lang), **answer)

    board.look(looked, session, board, **READ)


def value(session: mended.Session, number: int | None, lang: str, picture: bool = True) -> dict:
    """See live_board.value."""
    t = session.training
    said = t and t.step >= 2 * mended.SMOOTH and t.state not in (*live.ACTIVE, live.DIVERGED)
    return {
        "status": escape(status(session, number, lang, "listing_run_nothing")),
        "running": number is None or bool(t) and t.state in live.ACTIVE,
        "sentence": escape(_sentence(t, lang)) if said else "",
        "numbers": [[escape(say(key, lang)), escape(text)] for key, text in _numbers(t)],
        "charts": json.dumps([_chart(t, lang)] if t else []),
        "made": data_url(t.samples()) if t and picture else "",
        "real": data_url(mended.real()) if t and picture else "",
        "alt": escape(say("listing_run_alt", lang, step=t.step if t else 0)),
    }


def _numbers(t: mended.Training | None) -> list:
    if t is None:
        return []
    losses = t.losses() or ("–", "–")
    d, g = (f"{v:.3f}" if isinstance(v, float) else v for v in losses)
    return [
        ("listing_run_epoch", f"{t.epoch:.1f} / {t.settings.epochs}"),
        ("live_update", f"{t.step} / {t.settings.steps}"),
        ("listing_run_loss_d", d),
        ("listing_run_loss_g", g),
        ("live_seconds", f"{t.seconds:.1f}"),
        ("live_speed", f"{t.step / t.seconds:.0f}" if t.seconds else "–"),
        ("listing_run_parameters", " + ".join(f"{n:,}" for n in t.parameters)),
    ]


def _chart(t: mended.Training, lang: str) -> dict:
    """Both losses, and what they are while D knows nothing: it answers 0.5 to everything."""
    d, g = t.losses() or (0.0, 0.0)
    lines = [line(f"loss-{p}", say(f"listing_run_loss_{p}", lang), t.curve("train", f"loss_{p}")) for p in ("d", "g")]
    at = {"even_d": mended.EVEN[0], "even_g": mended.EVEN[1]} | ({"floor": mended.FLOOR} if t.settings.sigmoid else {})
    levels = [
        {"kind": key.replace("_", "-"), "name": escape(f"{say(f'listing_run_{key}', lang)}: {y:.2f}"), "y": y} for key, y in at.items()
    ]
    alt = say("listing_run_alt_chart", lang, step=t.step, d=f"{d:.3f}", g=f"{g:.3f}")
    return chart(say("listing_run_chart", lang), t, lines, levels, False, alt, lang)


def _sentence(t: mended.Training, lang: str) -> str:
    (d, g), (d_first, g_first) = t.losses(), t.losses(before=mended.SMOOTH)
    return say(
        "listing_run_said", lang, epoch=f"{t.epoch:.1f}", count=mended.SMOOTH,
        d=f"{d:.2f}", g=f"{g:.2f}", d_first=f"{d_first:.2f}", g_first=f"{g_first:.2f}",
    )  # fmt: skip
