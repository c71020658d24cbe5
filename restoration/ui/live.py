"""The panel Train it live: a small network of the visitor's own, trained while they watch. Widgets and events; what is shown of a
training is made in live_board.py."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration import lab, live
from restoration.errors import Refusal
from restoration.ui import line, live_board, live_run
from restoration.ui.chain import Slider
from restoration.ui.compare import name_of
from restoration.ui.events import QUIET, Lab, plainly
from restoration.ui.restore import models
from restoration.ui.text import say


@dataclass(frozen=True)
class Panel:
    session: gr.State  # a live.Session, the same object in all handlers of a visitor
    settings: tuple  # widgets, in the order of the fields of live.Settings
    rates: gr.Radio
    buttons: live_run.Buttons
    use: gr.Button
    board: gr.HTML

    @property
    def changing(self) -> list:
        """The buttons that `_looks` sets."""
        return [*self.buttons.changing, self.use]


def build(lang: str) -> Panel:
    gr.HTML(
        f'<h2 class="step">{escape(say("live", lang))}</h2><p>{escape(say("live_intro", lang, cap=f"{live.CAP:g}"))}</p>',
        apply_default_css=False,
    )
    session = gr.State(live.Session())
    with gr.Row(elem_id="live-set", elem_classes="pool-set"):
        settings, rates = _settings(lang)
    with gr.Row(elem_id="live-buttons"):
        buttons = live_run.buttons(lang)
        use = gr.Button(say("live_use", lang), interactive=False, **live_run.SMALL)
    return Panel(session, settings, rates, buttons, use, live_board.build(lang))


def _settings(lang: str) -> tuple[tuple, gr.Radio]:
    """The widgets in the order of the fields of live.Settings, and learning rates to choose from."""
    start = live.Settings()

    def called(key: str) -> dict:
        return {"label": say(key, lang), "min_width": 200}

    blocks = [(say(f"live_block_{name.replace('-', '_')}", lang), name) for name in live.BLOCKS]
    losses = [(say(f"live_loss_{name.replace('-', '_')}", lang), name) for name in live.LOSSES]
    own = [(say("live_all", lang), live.ALL), (say("live_own", lang), live.OWN)]
    pictures = [*own, *((name_of(s, lang), s.name) for s in lab.samples().values())]
    (low, high), (fewest, most) = live.RANGES["sigma"], live.RANGES["steps"]
    block = gr.Dropdown(blocks, value=start.block, filterable=False, elem_id="live-block", **called("live_block"))
    picture = gr.Dropdown(pictures, value=start.picture, filterable=False, **called("live_picture"))
    loss = gr.Radio(losses, value=start.loss, elem_classes="segments", **called("live_loss"))
    rates, rate = live_run.rates(live.RATES, start.lr, called("live_rate"), called("live_own_rate"))
    sigma = Slider(low, high, start.sigma, step=1, buttons=[], **called("live_sigma"))
    steps = Slider(fewest, most, start.steps, step=50, buttons=[], **called("live_steps"))
    seed = gr.Number(start.seed, precision=0, step=1, **called("seed"))
    return (block, loss, rate, sigma, steps, seed, picture), rates


def _looks(training: live.Training | None, lang: str) -> list:
    """Updates for Panel.changing."""
    usable = bool(training and training.step) and training.state != live.DIVERGED
    return [*live_run.looks(training, lang), gr.update(interactive=usable)]


def wire(bench: Lab, tab: gr.Tab, panels: gr.Tabs, panel: Panel) -> gr.events.Dependency:
    """Returns the run that follows "Use it in Restore"."""
    lang = bench.lang
    photo = [bench.keep.own, bench.panel.size, bench.panel.broken]

    async def begin(session, own, size, broken, *values) -> None:
        settings = live.Settings(*values)
        await live.in_worker(session.begin, settings, _photo(settings, own, size, broken))

    runner = live_run.Runner(
        lambda session, number, picture: live_board.value(session, number, lang, picture), lambda training: _looks(training, lang),
        begin, len(panel.changing), lang,
    )  # fmt: skip
    runner.wire(panel.buttons, panel.session, [*photo, *panel.settings], [panel.board, *panel.changing])
    live_run.wire_choice(panel.rates, panel.settings[2])

    def opened(session):
        return gr.skip() if session.training else live_board.value(session, 0, lang)

    tab.select(opened, panel.session, panel.board, **QUIET)

    def use(session):
        if session.training is None:
            raise Refusal("live_no_network")
        own, steps = session.training.network(), f"{session.training.step:,}"
        choices = [*models(lang), (say("live_yours", lang, steps=steps), lab.OWN)]
        return own, gr.update(choices=choices, value=lab.OWN), gr.Tabs(selected="restore"), "restore"

    brought = panel.use.click(
        plainly(use, lang), panel.session, [bench.keep.network, bench.panel.model, panels, bench.keep.tab], **QUIET
    )
    run = brought.then(*line.run(bench), **line.FREE)
    brought.then(plainly(bench.linked, lang), bench.inputs, bench.shown[-1], **QUIET)
    return run


def _photo(settings: live.Settings, own: str, size: str, broken: bool) -> lab.Shot | None:
    """The visitor's photo, if that is to be trained on and there is one."""
    if settings.picture != live.OWN or not own:
        return None
    if broken:
        raise Refusal("live_damaged_photo")
    return lab.upload(own, size)

