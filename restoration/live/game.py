"""A game of two players on points of the plane, played while one watches: turn by turn, slowly, or as fast as it goes.

    session = game.Session()
    session.begin(exhibits.game.PRESETS["works"])
    async for number in session.train(): ...    # as in restoration.live
"""

import asyncio
import math
import threading
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import lru_cache

import torch
from torch import Tensor

from restoration.cases import whole
from restoration.errors import Refusal, unknown
from restoration.exhibits import game as exhibit
from restoration.exhibits.game import DIRECTIONS, DRAWN, JITTER, MODES, NEAR, NOISES, PRESETS, REACH, SHARE, TARGETS, Settings  # noqa: F401
from restoration.live import LOOK, SLICE, in_worker
from restoration.live import Session as AnySession
from restoration.live.places import PLACES
from restoration.live.settings import number
from restoration.live.watched import ACTIVE, CAP, CAPPED, DIVERGED, ENDED, PAUSED, RUNNING, WAITING, Watched
from restoration.models import gan

LOSSES = tuple(gan.LOSSES)
EVEN = {name: loss.even for name, loss in gan.LOSSES.items()}
RANGES = {"learning rate": (0, 10.0), "D steps": (1, 10)}
RATES = (0.0, 5e-4, 1e-3, 2e-3, 5e-3, 1e-2, 1e-1)  # offered; any number in the range will do
LEAST, MOST = 2, 400  # points that a visitor may draw
BATCH = 64  # real points, and as many made ones, of each update
SEEN = 512  # points of each kind that are measured; a part of them is drawn
ROW = 80  # turns between two rows: about seven rows a second on one core
SLOW, TURNS = 0.6, 120  # slow motion: seconds between two turns, and turns after which it ends
FAR = 1e6  # a loss or a point beyond this does not come back


def check(s: Settings) -> Settings:
    """The settings with numbers for what was typed. Refusal for the first that is not right."""
    if s.target not in (*TARGETS, DRAWN):
        raise unknown("target", s.target, (*TARGETS, DRAWN))
    if s.loss not in LOSSES:
        raise unknown("loss", s.loss, LOSSES)
    if s.noise not in NOISES:
        raise unknown("noise", s.noise, NOISES)
    lr_d, lr_g = (number("learning rate", lr, RANGES["learning rate"]) for lr in (s.lr_d, s.lr_g))
    steps_d = number("D steps", s.steps_d, RANGES["D steps"])
    if steps_d != int(steps_d):
        low, high = RANGES["D steps"]
        raise Refusal("not_a_whole_number", control="D steps", low=low, high=high, value=str(s.steps_d)[:40])
    points = check_points(s.points) if s.target == DRAWN else ()
    return Settings(s.target, s.loss, lr_d, lr_g, int(steps_d), s.noise, whole(s.seed), points)


def check_points(points) -> tuple:
    """What was drawn, as ((x, y), ...) within the plane. Refusal for too few or too many, and for what is no point."""
    try:
        pairs = tuple((float(x), float(y)) for x, y in points)
    except (TypeError, ValueError):
        raise Refusal("game_no_point", reach=REACH) from None
    if not all(abs(v) <= REACH for pair in pairs for v in pair):  # false for NaN
        raise Refusal("game_no_point", reach=REACH)
    if not LEAST <= len(pairs) <= MOST:
        raise Refusal("game_points", count=len(pairs), least=LEAST, most=MOST)
    return pairs


@dataclass(frozen=True)
class Look:
    """What is drawn of a game. real, made, arrows: (N, 2); manifold: (L, P, 2); surface: D's opinion from 0, made, to 1, real,
    (cells, cells) from the top left; divided: 0.5 is as much for real as for made. Heights have no such middle: 0 is the lowest seen, 1
    the highest."""

    real: Tensor
    made: Tensor
    arrows: Tensor
    manifold: Tensor
    surface: Tensor
    divided: bool


class Game:
    """settings: checked. As live.watched.Watched, of two players.

    A round is D's turns, steps_d of them, and then one of G; a player may be told to play alone. step: turns of both together. Rows of the
    split "train" are means over the turns since the last; those of "val" are measured on SEEN points that neither player is shown.
    """

    curve, latest = Watched.curve, Watched.latest

    def __init__(self, settings: Settings, cap: float = CAP):
        self.settings, self.cap = settings, cap
        self.state, self.problem = WAITING, None
        self.weights = threading.Lock()  # held while they change
        self.seconds, self.turns, self.last = 0.0, {"d": 0, "g": 0}, ""
        self.target = TARGETS[settings.target] if settings.target != DRAWN else exhibit.drawn(torch.tensor(settings.points))
        self.chance = torch.Generator().manual_seed(settings.seed)
        self.players = exhibit.Players(exhibit.latent(settings.noise), settings.loss, self.chance)
        self.optimisers = {
            "d": exhibit.optimiser(self.players.discriminator, settings.lr_d),
            "g": exhibit.optimiser(self.players.generator, settings.lr_g),
        }
        held = torch.Generator().manual_seed(settings.seed + 1_000_000)
        self.real, self.z = self.target(SEEN, held), exhibit.draw_noise(settings.noise, SEEN, held)
        others = [self.target(SEEN, held) for _ in range(8)]
        self.yardstick = sum(exhibit.distance(self.real, other) for other in others) / len(others)  # as near as chance lets anybody come
        self.rows, self._heard = [self._measured()], []

    # The turns

    def turn(self, player: str = "") -> None:
        """One update of one player, "d" or "g", default: whose turn it is; the other stays as it is."""
        self._play([player or self.next()])
        if self.state != DIVERGED:
            self._row()

    def next(self) -> str:
        """Whose turn it is: D plays steps_d times, then G once."""
        return "d" if self.turns["d"] < (self.turns["g"] + 1) * self.settings.steps_d else "g"

    def advance(self, seconds: float) -> None:
        """Play for so many seconds, and at least to the next row. Ends the game where its end has come."""
        until, a_round = time.perf_counter() + seconds, ["d"] * self.settings.steps_d + ["g"]
        while self.state not in ENDED:
            self._play(a_round * -(-ROW // len(a_round)))
            if self.state != DIVERGED:
                self._row()
            if time.perf_counter() > until:
                break

    def _play(self, players: list[str]) -> None:
        begun = time.perf_counter()
        with self.weights:
            for player in players:
                z = exhibit.draw_noise(self.settings.noise, BATCH, self.chance)
                if player == "d":
                    real = self.target(BATCH, self.chance)
                    said = gan.update_discriminator(self.players, real, z, self.optimisers["d"], self.chance)
                else:
                    said = gan.update_generator(self.players, z, self.optimisers["g"])
                self.turns[player] += 1
                self.last = player
                self._heard.append(said)
                if not all(abs(value) < FAR for value in said.values()):  # NaN is not smaller than anything
                    self.state, self.problem = DIVERGED, Refusal("game_diverged", step=self.step)
                    break
        self.seconds += time.perf_counter() - begun
        if self.state not in ENDED and self.seconds >= self.cap:
            self.state = CAPPED

    def _row(self) -> None:
        known = dict.fromkeys(key for said in self._heard for key in said)
        means = {key: _mean([said[key] for said in self._heard if key in said]) for key in known}
        measured = self._measured()
        if not all(math.isfinite(v) and abs(v) < FAR for v in measured.values() if isinstance(v, float)):
            self.state, self.problem = DIVERGED, Refusal("game_diverged", step=self.step)
            return
        self.rows += [{"step": self.step, "split": "train", **means, "seconds": self.seconds}, measured]
        self._heard = []

    @torch.no_grad()
    def _measured(self) -> dict:
        with self.weights:
            made = self.players.generator(self.z)
            answers = self.players.discriminator(self.real), self.players.discriminator(made)
            with torch.enable_grad():
                arrow = exhibit.arrows(self.players, made).norm(dim=1).median().item()
        row = {
            "step": self.step, "split": "val", "distance": exhibit.distance(self.real, made), "apart": exhibit.told_apart(*answers),
            "arrow": arrow, "seconds": self.seconds,
        }  # fmt: skip
        if self.settings.target == "gaussians":
            row |= {"covered": exhibit.covered(made), "near": sum(exhibit.hits(made)) / len(made)}
        return row

    # What is seen of it

    @property
    def step(self) -> int:
        return sum(self.turns.values())

    @property
    def parameters(self) -> dict:
        """Numbers that each player learns."""
        return {name: sum(p.numel() for p in player.parameters()) for name, player in self.players.named_children()}

    def needs(self) -> float:
        """About how many seconds it will still take: games are played until they are stopped."""
        return self.cap - self.seconds

    def look(self, points: int = 160, arrows: int = 60, cells: int = 40) -> Look:
        """What is drawn of it: so many points of each kind, and so many arrows, of the first made points."""
        with self.weights, torch.no_grad():
            made = self.players.generator(self.z[:points])
            with torch.enable_grad():
                slopes = exhibit.arrows(self.players, made[:arrows])
            shape, seen = exhibit.manifold(self.players, self.settings.noise), exhibit.surface(self.players, cells)
        divided = self.settings.loss != "wasserstein"
        if not divided:
            seen = (seen - seen.min()) / (seen.max() - seen.min()).clamp(min=1e-9)
        return Look(self.real[:points], *(x.nan_to_num(0, 0, 0) for x in (made, slopes, shape, seen.clamp(0, 1))), divided)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def prepare(settings: Settings, own=None, cap: float = CAP) -> Game:
    """For live.Session: a game of checked settings, not yet begun."""
    return Game(check(settings), cap)


class Session(AnySession):
    """What one visitor plays. slow: turn by turn, so that eyes can follow; may be changed while it goes on. points: what was drawn. named:
    the preset that is shown, None for the visitor's own settings. problem: why there is no game of what was chosen, or None."""

    def __init__(self):
        super().__init__(prepare)
        self.slow, self.points, self.named, self.problem = False, (), "", None

    def afresh(self, settings: Settings) -> None:
        """A game of these settings in place of the last one, before its first turn. Refusal: then there is none."""
        self.stop()
        try:
            self.begin(settings)
        except Refusal as e:
            self.training, self.problem = None, e
            raise
        self.problem = None
        self.pause()

    async def train(self) -> AsyncIterator[int]:
        """As live.Session.train. In slow motion a game needs no place: two turns a second keep nobody waiting."""
        mine, turns = self.training, 0
        try:
            while mine.state in ACTIVE:
                if self.slow:
                    PLACES.leave(mine)
                    mine.state = RUNNING
                    await in_worker(mine.turn)
                    yield 0
                    turns += 1
                    if turns >= TURNS and mine.state == RUNNING:
                        mine.state = PAUSED
                    await asyncio.sleep(SLOW)
                elif place := PLACES.ask(mine, mine.needs()):
                    mine.state = WAITING
                    yield place
                    await asyncio.sleep(LOOK)
                else:
                    mine.state = RUNNING
                    await in_worker(mine.advance, SLICE)
                    yield 0
        finally:
            PLACES.leave(mine)
            if mine.state in ACTIVE:
                mine.state = PAUSED


@lru_cache(maxsize=8)
def untrained(settings: Settings = PRESETS["works"]) -> Game:
    """What everybody sees first: a preset before the first turn. Nobody plays it."""
    game = Game(settings)
    game.state = PAUSED
    return game
