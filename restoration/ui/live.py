"""The panel Train it live: a small network of the visitor's own, trained while they watch. Widgets and events; what is shown of a
training is made in live_board.py."""

import time
from contextlib import aclosing
from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration import lab, live
from restoration.errors import Refusal
from restoration.ui import live_board
from restoration.ui.chain import Slider
from restoration.ui.compare import name_of
from restoration.ui.events import HEAVY, QUIET, Lab, plainly, warn
from restoration.ui.restore import models
from restoration.ui.text import say

# Who waits for a place waits in live.places, where the place in the queue can be said, and holds no thread meanwhile.
STREAM = {**QUIET, "concurrency_id": "live", "concurrency_limit": None, "trigger_mode": "multiple"}
PICTURE_EVERY = 0.5  # seconds; the numbers come more often


# On a small screen the curves are below the settings.
TO_BOARD = """() => {
  if (innerWidth < 700) document.getElementById('live-board').scrollIntoView({ behavior: 'smooth' });
}"""


@dataclass(frozen=True)
class Panel:
    session: gr.State  # a live.Session, the same object in all handlers of a visitor
    settings: tuple  # widgets, in the order of the fields of live.Settings
    rates: gr.Radio
    train: gr.Button
    pause: gr.Button
    one: gr.Button
    stop: gr.Button
    again: gr.Button
    use: gr.Button
    board: gr.HTML

    @property
    def buttons(self) -> list:
        """Those that `_buttons` sets."""
        return [self.pause, self.one, self.stop, self.again, self.use]


def build(lang: str) -> Panel:
    gr.HTML(
        f'<h2 class="step">{escape(say("live", lang))}</h2><p>{escape(say("live_intro", lang, cap=f"{live.CAP:g}"))}</p>',
        apply_default_css=False,
    )
    session = gr.State(live.Session())
    with gr.Row(elem_id="live-set", elem_classes="pool-set"):
        settings, rates = _settings(lang)
    with gr.Row(elem_id="live-buttons"):
        small = {"size": "sm", "min_width": 80}
        train = gr.Button(say("live_train", lang), variant="primary", elem_id="live-train", **small)
        pause = gr.Button(say("live_pause", lang), interactive=False, **small)
        one = gr.Button(say("live_one", lang), **small)
        stop = gr.Button(say("stop", lang), interactive=False, **small)
        again = gr.Button(say("live_again", lang), interactive=False, **small)
        use = gr.Button(say("live_use", lang), interactive=False, **small)
    return Panel(session, settings, rates, train, pause, one, stop, again, use, live_board.build(lang))


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
    offered = [(f"{rate:.5f}".rstrip("0").rstrip("."), rate) for rate in live.RATES]
    rates = gr.Radio(offered, value=start.lr, elem_classes="segments", **called("live_rate"))
    rate = gr.Number(start.lr, step=0.0005, **called("live_own_rate"))
    sigma = Slider(low, high, start.sigma, step=1, buttons=[], **called("live_sigma"))
    steps = Slider(fewest, most, start.steps, step=50, buttons=[], **called("live_steps"))
    seed = gr.Number(start.seed, precision=0, step=1, **called("seed"))
    return (block, loss, rate, sigma, steps, seed, picture), rates


def _buttons(training: live.Training | None, lang: str) -> list:
    """Updates for Panel.buttons."""
    state = training.state if training else None
    paused, active, ended = state == live.PAUSED, state in live.ACTIVE, state in live.ENDED
    return [
        gr.update(value=say("live_go_on" if paused else "live_pause", lang), interactive=active or paused),
        gr.update(interactive=not active),
        gr.update(interactive=active or paused),
        gr.update(interactive=active or paused or ended),
        gr.update(interactive=bool(training and training.step) and state != live.DIVERGED),
    ]


def wire(bench: Lab, tab: gr.Tab, panels: gr.Tabs, panel: Panel) -> gr.events.Dependency:
    """Returns the run that follows "Use it in Restore"."""
    lang, shown = bench.lang, [panel.board, *panel.buttons]
    photo = [bench.keep.own, bench.panel.size, bench.panel.broken]

    def now(session: live.Session, number: int = 0, picture: bool = True) -> list:
        """Updates for `shown`."""
        return [live_board.value(session, number, lang, picture), *_buttons(session.training, lang)]

    def preparing(session: live.Session) -> list:
        """A word at once: where many train, a beginning can take a second."""
        session.check_free()
        return [live_board.value(session, None, lang, picture=False), *[gr.skip()] * len(panel.buttons)]

    async def begin(session, own, size, broken, values) -> None:
        settings = live.Settings(*values)
        await live.in_worker(session.begin, settings, _photo(settings, own, size, broken))

    async def follow(session):
        """Train, and show it, to the end; or until another training took this one's place."""
        mine, buttons, pictured = session.training, None, 0.0
        async with aclosing(session.train()) as going:
            async for number in going:
                if due := time.monotonic() - pictured > PICTURE_EVERY:
                    pictured = time.monotonic()
                updates = await live.in_worker(now, session, number, due)
                if session.training is not mine:
                    break
                same, buttons = buttons == updates[1:], updates[1:]
                yield [updates[0], *[gr.skip()] * len(buttons)] if same else updates
        # Gradio sends a generator's last word again, so that must not be of a training that is gone
        yield await live.in_worker(now, session) if session.training is mine else [gr.skip()] * len(shown)

    def streamed(handler):
        """The handler (session, ...), an async generator, whose refusals are said in one sentence; what was on the screen stays."""

        async def plain(*values):
            try:
                async with aclosing(handler(*values)) as going:
                    async for updates in going:
                        yield updates
            except Refusal as e:
                warn(e, lang)
                yield [gr.skip()] * len(shown) if e.code == "live_running" else now(values[0])

        return plain

    async def train(session, own, size, broken, *values):
        yield preparing(session)
        await begin(session, own, size, broken, values)
        async with aclosing(follow(session)) as going:
            async for updates in going:
                yield updates

    async def again(session):
        await live.in_worker(session.again)
        async with aclosing(follow(session)) as going:
            async for updates in going:
                yield updates

    async def pause(session):
        if session.training and session.training.state == live.PAUSED:
            session.go_on()
            async with aclosing(follow(session)) as going:
                async for updates in going:
                    yield updates
        else:
            session.pause()  # `follow` sees it and shows it
            yield [gr.skip()] * len(shown)

    async def one(session, own, size, broken, *values):
        yield preparing(session)
        if session.training is None or session.training.state in live.ENDED:
            await begin(session, own, size, broken, values)
            session.pause()
        await live.in_worker(session.training.one)
        yield await live.in_worker(now, session)

    async def stop(session):
        was = session.training and session.training.state
        session.stop()
        yield await live.in_worker(now, session) if was == live.PAUSED else [gr.skip()] * len(shown)

    chosen = [panel.session, *photo, *panel.settings]
    panel.train.click(streamed(train), chosen, shown, **STREAM)
    panel.one.click(streamed(one), chosen, shown, **STREAM)
    for button, handler in ((panel.again, again), (panel.pause, pause), (panel.stop, stop)):
        button.click(streamed(handler), panel.session, shown, **STREAM)

    panel.train.click(None, None, None, js=TO_BOARD)
    rate = panel.settings[2]
    panel.rates.input(None, panel.rates, rate, js="(rate) => rate")
    rate.input(None, rate, panel.rates, js="(rate) => rate")  # none of the offered ones, if it is another

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
    run = brought.then(bench.run, bench.run_inputs, bench.shown, **HEAVY)
    brought.then(plainly(bench.linked, lang), bench.inputs, bench.shown[-1], **QUIET)
    return run


def _photo(settings: live.Settings, own: str, size: str, broken: bool) -> lab.Shot | None:
    """The visitor's photo, if that is to be trained on and there is one."""
    if settings.picture != live.OWN or not own:
        return None
    if broken:
        raise Refusal("live_damaged_photo")
    return lab.upload(own, size)

