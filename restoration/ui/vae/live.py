"""The Train it live panel of the VAE's page: a map of digits of the visitor's own, which unfolds while they watch. Widgets and events; what
is shown of a training is made in live_board.py."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration import live
from restoration.live import vae
from restoration.ui import live_run
from restoration.ui.chain import Slider
from restoration.ui.look import READ
from restoration.ui.text import say
from restoration.ui.vae import live_board
from restoration.ui.vae.bench import Bench

GROUPS = (vae.ALL, "49", "17", "38", "01")  # digits that may be trained on; a script may name any


@dataclass(frozen=True)
class Panel:
    session: gr.State  # a live.vae.Session, the same object in all handlers of a visitor
    settings: tuple  # widgets, in the order of the fields of live.vae.Settings
    betas: gr.Radio
    rates: gr.Radio
    buttons: live_run.Buttons
    board: gr.HTML


def build(lang: str) -> Panel:
    title, intro = escape(say("live", lang)), escape(say("vae_live_intro", lang, cap=f"{live.CAP:g}"))
    gr.HTML(f'<h2 class="step">{title}</h2><p>{intro}</p>', apply_default_css=False)
    session = gr.State(vae.Session())
    with gr.Row(elem_id="live-set", elem_classes="pool-set"):
        settings, betas, rates = _settings(lang)
    with gr.Row(elem_id="live-buttons"):
        buttons = live_run.buttons(lang)
    return Panel(session, settings, betas, rates, buttons, live_board.build(lang))


def _settings(lang: str) -> tuple[tuple, gr.Radio, gr.Radio]:
    """The widgets in the order of the fields of live.vae.Settings; values of beta and learning rates to choose from."""
    start = vae.Settings()

    def called(key: str) -> dict:
        return {"label": say(key, lang), "min_width": 200}

    betas = gr.Radio([(f"{b:g}", b) for b in vae.BETAS], value=start.beta, elem_classes="segments", **called("vae_live_beta"))
    beta = gr.Number(start.beta, step=0.25, **called("live_own_rate"))
    latent = gr.Radio([(str(n), n) for n in vae.SIZES], value=start.latent, elem_classes="segments", **called("vae_live_latent"))
    groups = [(say("vae_live_all", lang), vae.ALL), *((say("vae_live_pair", lang, a=g[0], b=g[1]), g) for g in GROUPS[1:])]
    digits = gr.Radio(groups, value=start.digits, elem_classes="segments", **called("vae_live_digits"))
    rates, rate = live_run.rates(vae.RATES, start.lr, called("live_rate"), called("live_own_rate"))
    fewest, most = vae.RANGES["steps"]
    steps = Slider(fewest, most, start.steps, step=50, buttons=[], **called("live_steps"))
    seed = gr.Number(start.seed, precision=0, step=1, **called("seed"))
    return (beta, latent, rate, steps, seed, digits), betas, rates


def wire(bench: Bench, tab: gr.Tab, panel: Panel) -> None:
    lang, board = bench.lang, panel.board

    async def begin(session, *values) -> None:
        await live.in_worker(session.begin, vae.Settings(*values))

    runner = live_run.Runner(
        lambda session, number, picture: live_board.value(session, number, lang, picture),
        lambda training: live_run.looks(training, lang), begin, len(panel.buttons.changing), lang,
    )  # fmt: skip
    runner.wire(panel.buttons, panel.session, list(panel.settings), [board, *panel.buttons.changing])
    live_run.wire_choice(panel.betas, panel.settings[0])
    live_run.wire_choice(panel.rates, panel.settings[2])

    def looked(event: gr.EventData, session):
        """The map came into sight, or a place of it was chosen."""
        question = event._data or {}
        answer = {"answered": question.get("number")}
        t = session.training or vae.untrained()
        if place := live_board.place_of(question.get("place")):
            session.place = place
            return gr.update(point=live_board.point(t, t.plane(), place, lang), **answer)
        if session.training and t.state in live.ACTIVE:  # it is shown as it goes on
            return gr.update(**answer)
        return gr.update(value=live_board.value(session, 0, lang), **answer)

    board.look(looked, panel.session, board, **READ)
