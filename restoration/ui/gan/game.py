"""The exhibit 'The game': two players on points of the plane. Widgets and events; what is shown of a game is made in game_board.py."""

from dataclasses import dataclass, fields

import gradio as gr

from restoration import live
from restoration.errors import Refusal
from restoration.live import game
from restoration.ui import links, live_run
from restoration.ui.chain import Slider
from restoration.ui.events import LIVE, QUIET, plainly, warn
from restoration.ui.gan import game_board
from restoration.ui.gan.bench import Bench
from restoration.ui.live_run import SMALL, STREAM
from restoration.ui.look import READ, heading
from restoration.ui.text import say

TITLE = "game_tab"
FIRST = next(iter(game.PRESETS))
OWN = None  # instead of a preset's name: the visitor changed something
NAMES = tuple(field.name for field in fields(game.Settings) if field.name != "points")  # of the settings that have a widget
# A step of a lesson wants a preset: the game is the first of the panel's tabs.
TO_GAME = "(name) => { if (name) document.querySelector('#gan-inside button[role=tab]')?.click(); }"


@dataclass(frozen=True)
class Buttons:
    play: gr.Button
    pause: gr.Button
    d: gr.Button
    g: gr.Button
    reset: gr.Button

    @property
    def changing(self) -> list:
        return [self.play, self.pause, self.d, self.g]


@dataclass(frozen=True)
class Panel:
    session: gr.State  # a live.game.Session, the same object in all handlers of a visitor
    preset: gr.Radio
    settings: dict  # NAMES -> widget
    rates: dict  # "lr_d", "lr_g" -> the rates to choose from
    slow: gr.Checkbox
    buttons: Buttons
    board: gr.HTML

    @property
    def widgets(self) -> list:
        return list(self.settings.values())

    @property
    def placed(self) -> list:
        """What `_values` sets: a preset's."""
        return [*self.widgets, *self.rates.values()]


def build(lang: str) -> Panel:
    heading("game", "game_title", "game_intro", lang)
    session, start = gr.State(game.Session()), game.PRESETS[FIRST]
    presets = [(say(f"game_preset_{name}", lang), name) for name in game.PRESETS]
    targets = [(say(f"game_target_{name}", lang), name) for name in (*game.TARGETS, game.DRAWN)]
    called = {"elem_classes": "segments", "min_width": 260}
    with gr.Row(elem_classes="pool-set"):
        preset = gr.Radio(presets, value=FIRST, label=say("game_preset", lang), elem_id="game-preset", **called)
        target = gr.Radio(targets, value=start.target, label=say("game_target", lang), elem_id="game-target", **called)
    with gr.Accordion(say("game_rules", lang), open=False, elem_id="game-rules"), gr.Row(elem_classes="pool-set"):
        settings, rates = _rules(start, lang)
    with gr.Row(elem_id="game-buttons"):
        buttons = Buttons(
            gr.Button(say("game_play", lang), variant="primary", elem_id="game-play", **SMALL),
            gr.Button(say("live_pause", lang), interactive=False, **SMALL),
            gr.Button(say("game_turn_d", lang), elem_id="game-turn-d", **SMALL),
            gr.Button(say("game_turn_g", lang), elem_id="game-turn-g", **SMALL),
            gr.Button(say("game_reset", lang), **SMALL),
        )
        slow = gr.Checkbox(False, label=say("game_slow", lang), elem_id="game-slow", container=False, min_width=120)
    settings = {name: target if name == "target" else settings[name] for name in NAMES}
    return Panel(session, preset, settings, rates, slow, buttons, game_board.build(lang))


def _rules(start: game.Settings, lang: str) -> tuple[dict, dict]:
    """(widgets by the names of settings, learning rates to choose from)"""

    def called(key: str) -> dict:
        return {"label": say(key, lang), "min_width": 200}

    losses = [(say(f"game_loss_{name.replace('-', '_')}", lang), name) for name in game.LOSSES]
    loss = gr.Radio(losses, value=start.loss, elem_classes="segments", **called("game_loss"))
    low, high = game.RANGES["D steps"]
    steps = Slider(low, high, start.steps_d, step=1, buttons=[], **called("game_steps_d"))
    rates_d, lr_d = live_run.rates(game.RATES, start.lr_d, called("game_lr_d"), called("game_own_lr_d"))
    rates_g, lr_g = live_run.rates(game.RATES, start.lr_g, called("game_lr_g"), called("game_own_lr_g"))
    noises = [(say(f"game_noise_{name.replace('-', '_')}", lang), name) for name in game.NOISES]
    noise = gr.Radio(noises, value=start.noise, elem_classes="segments", **called("game_noise"))
    seed = gr.Number(start.seed, precision=0, step=1, **called("seed"))
    widgets = {"loss": loss, "lr_d": lr_d, "lr_g": lr_g, "steps_d": steps, "noise": noise, "seed": seed}
    return widgets, {"lr_d": rates_d, "lr_g": rates_g}


def _values(settings: game.Settings) -> list:
    """Values for Panel.placed."""
    return [*(getattr(settings, name) for name in NAMES), settings.lr_d, settings.lr_g]


def looks(g: game.Game | None, lang: str) -> list:
    """Updates for Buttons.changing."""
    active, begun = bool(g) and g.state in live.ACTIVE, bool(g) and g.step and g.state not in live.ENDED
    return [
        gr.update(value=say("live_go_on" if begun and not active else "game_play", lang), interactive=not active),
        gr.update(interactive=active),
        gr.update(interactive=not active),
        gr.update(interactive=not active),
    ]


@dataclass(frozen=True)
class Runner(live_run.Runner):
    """As live_run.Runner, with turns of one player instead of one step."""

    async def play(self, session, *chosen):
        session.check_free()
        if session.training is None or session.training.state in live.ENDED:
            await self.begin(session, *chosen)
        session.go_on()
        async for updates in self.follow(session):
            yield updates

    def alone(self, player: str):
        """A handler: one turn of one player."""

        async def one(session, *chosen):
            session.check_free()
            if session.training is None or session.training.state in live.ENDED:
                await self.begin(session, *chosen)
            await live.in_worker(session.training.turn, player)
            yield await live.in_worker(self.now, session)

        return one

    async def halt(self, session):
        session.pause()  # `follow` sees it and shows it
        yield self.same()


def wire(bench: Bench, panel: Panel) -> None:
    lang, board, buttons, session = bench.lang, panel.board, panel.buttons, panel.session

    async def begin(session, *chosen) -> None:
        settings = game.Settings(**dict(zip(NAMES, chosen, strict=True)), points=session.points)
        await live.in_worker(session.afresh, settings)

    runner = Runner(
        lambda session, place, picture: game_board.value(session, place, lang), lambda g: looks(g, lang), begin, len(buttons.changing), lang
    )
    shown, chosen = [board, *buttons.changing], [session, *panel.widgets]

    async def reset(session, *chosen):
        await begin(session, *chosen)
        yield await live.in_worker(runner.now, session)

    for button, handler in (
        (buttons.play, runner.play), (buttons.d, runner.alone("d")), (buttons.g, runner.alone("g")), (buttons.reset, reset),
    ):  # fmt: skip
        button.click(runner.streamed(handler), chosen, shown, **STREAM)
    buttons.pause.click(runner.streamed(runner.halt), session, shown, **STREAM)

    def pace(session, slow) -> None:
        session.slow = bool(slow)

    panel.slow.input(pace, [session, panel.slow], None, **LIVE)

    # A changed rule begins a new game, so that what is seen always belongs to what is chosen

    async def changed(session, *chosen):
        session.named = OWN
        try:
            await begin(session, *chosen)
        except Refusal as e:
            if e.code != "game_points":  # nobody has done anything wrong before the first point is drawn
                warn(e, lang)
        return [*await live.in_worker(runner.now, session), OWN, OWN]

    for name, choices in panel.rates.items():
        live_run.wire_choice(choices, panel.settings[name])
    for widget in panel.widgets:
        widget.input(changed, chosen, [*shown, panel.preset, bench.game], **LIVE)
    for name, choices in panel.rates.items():
        others = [choices if other == name else widget for other, widget in panel.settings.items()]  # it was not yet copied to the field
        choices.input(changed, [session, *others], [*shown, panel.preset, bench.game], **LIVE)

    async def placed(session, name):
        """A preset was chosen: here, by a link, a step or Reset."""
        if name is OWN or name == session.named:
            return [gr.skip()] * (len(shown) + len(panel.placed) + 1)
        session.named, settings = name, game.PRESETS[name or FIRST]
        await live.in_worker(session.afresh, settings)
        return [*await live.in_worker(runner.now, session), *_values(settings), name or FIRST]

    panel.preset.input(lambda name: name, panel.preset, bench.game, **LIVE)
    bench.game.change(placed, [session, bench.game], [*shown, *panel.placed, panel.preset], **QUIET)
    bench.game.change(None, bench.game, None, js=TO_GAME)

    def linked(desk, *values):
        return gr.skip() if desk is None else links.value(bench.case_of(desk, *values), lang)

    bench.game.change(plainly(linked, lang), bench.inputs, bench.link, **QUIET)

    async def looked(event: gr.EventData, session, *chosen):
        """The game came into sight, or points were drawn."""
        question = event._data or {}
        drawn = question.get("drawn")
        if isinstance(drawn, list) and chosen[NAMES.index("target")] == game.DRAWN and tuple(map(tuple, drawn)) != session.points:
            session.points = tuple(map(tuple, drawn))
            try:
                await begin(session, *chosen)
            except Refusal:
                pass  # the board says it
        elif session.training and session.training.state in live.ACTIVE:  # it is shown as it goes on
            return [gr.update(answered=question.get("number")), *runner.same(len(buttons.changing))]
        updates = await live.in_worker(runner.now, session)
        return [gr.update(value=updates[0], answered=question.get("number")), *updates[1:]]

    board.look(looked, chosen, shown, **READ)
