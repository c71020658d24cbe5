"""The Train it live panel of the GAN's page: a small DCGAN of the visitor's own. Widgets and events; what is shown of a training is made
in live_board.py."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration import live
from restoration.live import gan
from restoration.ui import live_run
from restoration.ui.chain import Slider
from restoration.ui.gan import live_board
from restoration.ui.gan.bench import Bench
from restoration.ui.look import READ
from restoration.ui.text import say


@dataclass(frozen=True)
class Panel:
    session: gr.State  # a live.gan.Session, the same object in all handlers of a visitor
    settings: tuple  # widgets, in the order of the fields of live.gan.Settings
    rates: gr.Radio
    buttons: live_run.Buttons
    board: gr.HTML


def build(lang: str) -> Panel:
    title, intro = escape(say("live", lang)), escape(say("gan_live_intro", lang, cap=f"{live.CAP:g}"))
    gr.HTML(f'<h2 class="step">{title}</h2><p>{intro}</p>', apply_default_css=False)
    session = gr.State(gan.Session())
    with gr.Row(elem_id="live-set", elem_classes="pool-set"):
        settings, rates = _settings(lang)
    with gr.Row(elem_id="live-buttons"):
        buttons = live_run.buttons(lang)
    return Panel(session, settings, rates, buttons, live_board.build(lang))


def _settings(lang: str) -> tuple[tuple, gr.Radio]:
    """The widgets in the order of the fields of live.gan.Settings; learning rates to choose from."""
    start = gan.Settings()

    def called(key: str) -> dict:
        return {"label": say(key, lang), "min_width": 200}

    kinds = [(say(f"gan_live_of_{name}", lang), name) for name in gan.PICTURES]
    pictures = gr.Radio(kinds, value=start.pictures, elem_classes="segments", **called("gan_live_pictures"))
    losses = [(live_board.loss_name(name, lang), name) for name in gan.LOSSES]
    loss = gr.Radio(losses, value=start.loss, elem_classes="segments", **called("gan_live_loss"))
    rates, rate = live_run.rates(gan.RATES, start.lr, called("gan_live_rate"), called("live_own_rate"))
    betas = [(f"{b:g}", b) for b in gan.BETAS]
    beta1 = gr.Radio(betas, value=start.beta1, elem_classes="segments", **called("gan_live_beta1"))
    fewest, most = gan.RANGES["steps"]
    steps = Slider(fewest, most, start.steps, step=50, buttons=[], **called("live_steps"))
    seed = gr.Number(start.seed, precision=0, step=1, **called("seed"))
    return (pictures, loss, rate, beta1, steps, seed), rates


def wire(bench: Bench, tab: gr.Tab, panel: Panel) -> None:
    lang, board = bench.lang, panel.board

    async def begin(session, *values) -> None:
        await live.in_worker(session.begin, gan.Settings(*values))

    runner = live_run.Runner(
        lambda session, number, picture: live_board.value(session, number, lang, picture),
        lambda training: live_run.looks(training, lang), begin, len(panel.buttons.changing), lang,
    )  # fmt: skip
    runner.wire(panel.buttons, panel.session, list(panel.settings), [board, *panel.buttons.changing])
    live_run.wire_choice(panel.rates, panel.settings[2])

    def looked(event: gr.EventData, session):
        """The board came into sight."""
        answer = {"answered": (event._data or {}).get("number")}
        if session.training and session.training.state in live.ACTIVE:  # it is shown as it goes on
            return gr.update(**answer)
        return gr.update(value=live_board.value(session, 0, lang), **answer)

    board.look(looked, panel.session, board, **READ)
