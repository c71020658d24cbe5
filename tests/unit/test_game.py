"""The game on points: its sums against other ways to do them, its presets against what they claim, its rules, and how it ends."""

import asyncio
import copy
import json
import math

import pytest
import torch
from scipy.stats import mannwhitneyu, wasserstein_distance

from restoration.errors import Refusal
from restoration.exhibits import game as exhibit
from restoration.exhibits.game import PRESETS, Settings
from restoration.lessons import lesson
from restoration.live import CAPPED, DIVERGED, PAUSED, STOPPED, game
from restoration.models import gan


def chance(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def played(settings: Settings, turns: int) -> game.Game:
    """A game after at least so many turns."""
    g = game.Game(game.check(settings))
    while g.step < turns and g.state not in game.ENDED:
        g.advance(0)
    return g


def seen(g: game.Game, key: str, first: int = 0) -> list:
    """A key of the rows from turn `first` on."""
    return [r[key] for r in g.rows if r["split"] == "val" and r["step"] >= first]


# The sums


@pytest.mark.parametrize("name", exhibit.TARGETS)
def test_targets_lie_on_the_plane(name):
    points = exhibit.TARGETS[name](2000, chance())
    assert points.shape == (2000, 2) and points.isfinite().all()
    assert (points.abs() <= exhibit.REACH).all(1).float().mean() > 0.99
    assert torch.equal(points, exhibit.TARGETS[name](2000, chance()))
    assert points.mean(0).abs().max() < 0.1  # about the middle


def test_distance_is_the_mean_of_distances_on_lines():
    a, b = exhibit.ring(200, chance(1)), exhibit.moons(200, chance(2))
    angles = [math.pi * (k + 0.5) / 16 for k in range(16)]
    ways = [torch.tensor([math.cos(t), math.sin(t)]) for t in angles]
    by_hand = [wasserstein_distance(a @ way, b @ way) for way in ways]
    assert exhibit.distance(a, b, 16) == pytest.approx(sum(by_hand) / 16, rel=1e-4)
    assert exhibit.distance(a, a) == 0 and exhibit.distance(a, b) == pytest.approx(exhibit.distance(b, a))
    moved = exhibit.distance(a, a + torch.tensor([1.0, 0.0]), 1000)
    assert moved == pytest.approx(2 / math.pi, rel=1e-3)  # the mean of |cos|


def test_told_apart_is_the_rank_statistic():
    real, made = torch.randn(90, generator=chance(1)).round(decimals=1), torch.randn(70, generator=chance(2)).round(decimals=1) - 0.3
    by_ranks = mannwhitneyu(real, made).statistic / (90 * 70)
    assert exhibit.told_apart(real, made) == pytest.approx(by_ranks, abs=1e-6)
    assert exhibit.told_apart(torch.ones(5), torch.zeros(5)) == 1 and exhibit.told_apart(torch.ones(5), torch.ones(5)) == 0.5


@pytest.mark.parametrize("loss", gan.LOSSES)
def test_arrows_point_down_the_loss_of_g(loss):
    """Against differences, point by point; and for the two losses of cross-entropy, against the formula."""
    players = exhibit.Players(2, loss, chance()).double()
    points, h = torch.randn(6, 2, generator=chance(3)).double(), 1e-6
    arrows = exhibit.arrows(players, points)

    def own(x):
        return gan.LOSSES[loss].generator(players.discriminator(x[None])).item()

    for point, arrow in zip(points, arrows, strict=True):
        for k in range(2):
            step = torch.eye(2)[k].double() * h
            assert arrow[k].item() == pytest.approx(-(own(point + step) - own(point - step)) / (2 * h), abs=1e-5)
    x = points.clone().requires_grad_()
    (uphill,) = torch.autograd.grad(players.discriminator(x).sum(), x)
    d = players.discriminator(points).sigmoid()
    factor = {"saturating": d, "non-saturating": 1 - d, "wasserstein": torch.ones_like(d)}
    if loss in factor:
        assert torch.allclose(arrows, factor[loss] * uphill, atol=1e-9)


def test_covered_counts_the_heaps_that_have_a_quarter_of_their_due():
    centres = exhibit.centres()
    assert exhibit.covered(centres.repeat(10, 1)) == 8 and exhibit.covered(centres[:3].repeat(10, 1)) == 3
    assert exhibit.hits(centres[:2]) == [1, 1, 0, 0, 0, 0, 0, 0]
    few = torch.cat([centres[:1].repeat(97, 1), centres[1:2].repeat(3, 1)])  # 3 of 100 are less than 100 / 8 / 4
    assert exhibit.covered(few) == 1 and exhibit.covered(torch.cat([few, centres[1:2]])) == 2
    assert exhibit.covered(torch.zeros(50, 2)) == 0
    beyond = centres + torch.tensor([3.1 * exhibit.SPREAD, 0])
    assert exhibit.covered(beyond) == 0


def test_surface_is_what_d_says_of_the_middles_of_cells():
    players = exhibit.Players(2, "non-saturating", chance())
    surface, side = exhibit.surface(players, 8), 2 * exhibit.REACH / 8
    for row, column in ((0, 0), (2, 7), (7, 3)):
        place = torch.tensor([[-exhibit.REACH + (column + 0.5) * side, exhibit.REACH - (row + 0.5) * side]])
        assert surface[row, column].item() == pytest.approx(players.discriminator(place).sigmoid().item(), abs=1e-6)


@pytest.mark.parametrize("noise", exhibit.NOISES)
def test_the_grid_is_regular(noise):
    z, dims = exhibit.grid(noise), exhibit.latent(noise)
    assert z.shape == ((26, 49, 2) if dims == 2 else (1, 196, 1)) and z.isfinite().all()
    along = z[0, :, 0].double()
    if noise.startswith("normal"):  # steps of equal probability
        along = 0.5 * (1 + torch.erf(along / math.sqrt(2)))
    assert (along.diff().max() - along.diff().min()).abs() < 1e-5
    players = exhibit.Players(dims, "saturating", chance())
    bent = exhibit.manifold(players, noise)
    assert torch.allclose(bent[0, 7], players.generator(z[0, 7][None])[0], atol=1e-6)


def test_where_d_cannot_tell_the_losses_are_those_of_the_page():
    nothing = torch.zeros(10)
    assert gan.cross_entropy(nothing, nothing).item() == pytest.approx(2 * math.log(2), abs=1e-6)
    assert gan.non_saturating(nothing).item() == pytest.approx(math.log(2), abs=1e-6)


# The game


def test_a_turn_moves_one_player_alone():
    g = game.Game(PRESETS["works"])
    for player, other in (("discriminator", "generator"), ("generator", "discriminator")):
        before = copy.deepcopy(g.players.state_dict())
        g.turn(player[0])
        moved = {name.split(".")[0] for name, value in g.players.state_dict().items() if not torch.equal(value, before[name])}
        assert moved == {player} and g.last == player[0] and other not in moved
    assert g.turns == {"d": 1, "g": 1} and g.step == 2


def test_the_same_seed_gives_the_same_curve_however_it_is_cut():
    def curve(slices: int) -> list:
        g = game.Game(PRESETS["works"])
        for _ in range(slices):
            g.advance(0)
        return [{k: v for k, v in r.items() if k != "seconds"} for r in g.rows]

    first = curve(4)
    torch.manual_seed(123)  # numbers that all share play no part
    assert curve(4) == first and curve(2) == first[:5]
    other = played(Settings(seed=1), 80)
    assert seen(other, "distance") != [r["distance"] for r in first if r["split"] == "val"][:3]


def test_d_plays_as_often_as_it_is_told():
    g = played(Settings(steps_d=3), 80)
    assert g.turns["d"] == 3 * g.turns["g"]
    order = []
    for _ in range(8):
        order.append(g.next())
        g.turn()
    assert order == list("dddgdddg")


def test_every_loss_and_noise_plays_and_learns():
    for loss in gan.LOSSES:
        g = played(Settings(loss=loss, noise="uniform-1d", target="line"), 200)
        assert g.state not in game.ENDED and seen(g, "distance")[-1] < 1.5 and all(map(math.isfinite, seen(g, "arrow")))
        assert json.dumps(g.rows)


# What the presets claim


def test_the_default_covers_all_eight():
    g = played(PRESETS["works"], 1600)
    assert seen(g, "covered")[0] == 0
    assert max(seen(g, "covered")) == 8 and seen(g, "covered")[-1] >= 7  # one heap may be left for a moment
    assert seen(g, "distance")[-1] < 4 * g.yardstick < seen(g, "distance")[0]


def test_mode_collapse_and_the_page_s_prediction():
    g = played(PRESETS[lesson("gan-game").predict.set["game"]], 2000)
    assert max(seen(g, "covered")) <= 2 and lesson("gan-game").predict.answer == 2
    where = [exhibit.hits(g.players.generator(g.z).detach())]
    for _ in range(10):
        for _ in range(3):
            g.advance(0)
        where.append(exhibit.hits(g.players.generator(g.z).detach()))
    crowded = {hits.index(max(hits)) for hits in where if max(hits) > 30}
    assert len(crowded) >= 2  # it hops


def test_a_d_too_strong_tells_nothing():
    g = played(PRESETS["strong"], 1000)
    arrow, apart = seen(g, "arrow", 400), seen(g, "apart", 400)
    assert max(arrow) < 0.01 and min(apart) > 0.99 and seen(g, "covered")[-1] == 0
    other = played(Settings(**{**PRESETS["strong"].__dict__, "loss": "non-saturating"}), 1000)
    assert min(seen(other, "arrow", 400)) > 1  # the same players, told by the other loss


def test_no_rest():
    g, calm = played(PRESETS["swing"], 1600), played(Settings(target="line", lr_d=2e-3, lr_g=5e-4), 1600)
    late, quiet = torch.tensor(seen(g, "distance", 800)), torch.tensor(seen(calm, "distance", 800))
    assert late.max() > 3 * late.min() and late.max() > 5 * g.yardstick
    assert late.std() > 1.5 * quiet.std()  # the rates that the page proposes instead


# Rules, and ends


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"target": "cat"}, "target"), ({"loss": "l1"}, "loss"), ({"noise": "pink"}, "noise"), ({"lr_d": -1}, "learning rate"),
        ({"lr_g": 11}, "learning rate"), ({"lr_d": "fast"}, "learning rate"), ({"lr_g": math.nan}, "learning rate"),
        ({"steps_d": 0}, "D steps"),
        ({"steps_d": 1.5}, "whole"), ({"seed": None}, "seed"), ({"target": "drawn"}, "0 points"),
        ({"target": "drawn", "points": ((0, 0),)}, "1 points"), ({"target": "drawn", "points": ((0, 0), (9, 0))}, "pair of numbers"),
        ({"target": "drawn", "points": ("ab", 3)}, "pair of numbers"),
        ({"target": "drawn", "points": ((0, math.nan),) * 2}, "pair of numbers"),
        ({"target": "drawn", "points": ((0, 0),) * 401}, "401 points"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said(wrong, words):
    with pytest.raises(Refusal, match=words) as e:
        game.prepare(Settings(**wrong))
    assert e.value.say("zh") != str(e.value)


def test_points_that_a_visitor_drew():
    g = played(Settings(target="drawn", points=((0.5, 0.5), [-0.5, "0.5"])), 80)
    to_first = torch.cdist(g.real, torch.tensor([[0.5, 0.5], [-0.5, 0.5]])).min(1).values
    assert to_first.max() < 6 * exhibit.JITTER and "covered" not in g.latest("val")


def test_learning_rate_of_nothing_and_of_ten():
    g = played(Settings(lr_d=0, lr_g=0), 80)
    assert g.step == 80 and seen(g, "distance")[0] == pytest.approx(seen(g, "distance")[-1])
    for loss in gan.LOSSES:
        g = played(Settings(lr_d=10, lr_g=10, loss=loss), 400)
        assert g.state == DIVERGED or g.state not in game.ENDED
        assert all(math.isfinite(v) for r in g.rows for v in r.values() if isinstance(v, float))
        look = g.look()
        assert all(t.isfinite().all() for t in (look.made, look.arrows, look.manifold, look.surface))
        if g.state == DIVERGED:
            assert "smaller learning rates" in str(g.problem)


def test_a_game_ends_at_its_cap():
    g = game.Game(PRESETS["works"], cap=0.01)
    g.advance(5)
    assert g.state == CAPPED and g.needs() <= 0


def test_a_session_plays_pauses_and_begins_afresh():
    async def story():
        session = game.Session()
        session.afresh(PRESETS["works"])
        assert session.training.state == PAUSED and not session.training.step
        session.go_on()
        async for _ in session.train():
            session.pause()
        first = session.training
        assert first.state == PAUSED and first.step
        with pytest.raises(Refusal):
            session.afresh(Settings(lr_d=-1))
        assert session.training is None and session.problem.code == "out_of_range" and first.state == STOPPED
        session.afresh(PRESETS["swing"])
        assert session.problem is None and session.training.settings == PRESETS["swing"]
        session.slow = True
        session.go_on()
        async for _ in session.train():
            if session.training.step == 2:
                session.pause()
        assert session.training.turns == {"d": 1, "g": 1}

    asyncio.run(story())
