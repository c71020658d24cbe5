"""One pixel's GRU, the vanishing gradient, and their studies: against sums written out by hand in numpy."""

import numpy as np
import pytest
import torch

from restoration.errors import Refusal
from restoration.lab import rnn, rnn_cell, rnn_vanish
from restoration.lab.rnn_cell import NAMES, PRESETS
from restoration.studies import rnn_cell as cell_study
from restoration.studies import rnn_memory
from restoration.ui.rnn import vanish_study


def sigmoid(v):
    return 1 / (1 + np.exp(-v))


def by_hand(numbers, x):
    """(N, T) -> the states, as the four formulas on the screen say."""
    w_r, u_r, b_r, w_z, u_z, b_z, w_n, u_n, b_n = numbers
    h, states = np.zeros(len(x)), []
    for now in x.T:
        r, z = sigmoid(w_r * now + u_r * h + b_r), sigmoid(w_z * now + u_z * h + b_z)
        n = np.tanh(w_n * now + b_n + r * (u_n * h))
        h = (1 - z) * n + z * h
        states.append(h)
    return np.stack(states, 1)


@pytest.mark.parametrize("numbers", [*PRESETS.values(), (0.5, -1.2, 0.3, 1.1, -0.7, 0.9, 1.6, -2.0, 0.2)])
def test_the_networks_own_cell_does_the_four_formulas(numbers):
    x = np.random.default_rng(0).uniform(-1.3, 1.3, (4, 20))
    found = rnn_cell.steps(numbers, x)
    assert np.allclose(found["h"], by_hand(numbers, x), atol=1e-12)
    assert found["z"].shape == (4, 20) and len(numbers) == len(NAMES)


def test_the_presets_do_what_they_are_called():
    x = np.random.default_rng(1).uniform(-1, 1, (1, 30))
    state = {name: rnn_cell.steps(numbers, x) for name, numbers in PRESETS.items()}
    assert np.abs(state["keep"]["h"]).max() < 0.1
    assert np.abs(state["follow"]["h"] - np.tanh(x)).max() < 0.02
    assert state["mean"]["z"] == pytest.approx(0.9, abs=0.001)
    falls = np.diff(state["climb"]["h"][0])
    assert falls.min() > -0.12 and state["climb"]["h"][0, -1] > 0.5


@pytest.fixture
def clip():
    return rnn.Footage(np.random.default_rng(0).integers(0, 256, (6, 20, 30, 3), np.uint8), 12.0)


def test_a_pixels_trace_is_its_luma(clip):
    ruined = rnn.ruin(clip, rnn.Case(hole=3, seed=2))
    trace = rnn_cell.trace(clip, ruined, 5, 7)
    luma = clip.frames[:, 5, 7] @ np.array([0.299, 0.587, 0.114]) / 255
    assert np.allclose(trace.truth, 2 * luma - 1, atol=1e-5)
    mask = ruined.mask[0, 0].numpy()
    row, column = (int(v) for v in np.argwhere(mask == 0)[0])
    lost = rnn_cell.trace(clip, ruined, row, column)
    assert lost.hidden.tolist() == [False, False, True, False, False, False] and lost.x[2] == -1
    assert np.std(rnn_cell.films(ruined)[0][0] - rnn_cell.films(ruined)[1][0]) == pytest.approx(2 * 25 / 255 * 0.669, rel=0.1)
    row, column = rnn_cell.busiest(clip)
    assert 4 <= row < 16 and 4 <= column < 26


@pytest.mark.parametrize("place", [(20, 0), (0, 30), (-1, 0), ("a", 0), (None, None)])
def test_a_pixel_outside_is_refused(clip, place):
    with pytest.raises(Refusal, match="no pixel") as refusal:
        rnn_cell.trace(clip, rnn.ruin(clip, rnn.Case()), *place)
    assert "没有" in refusal.value.say("zh")


def test_the_mean_so_far():
    assert np.allclose(rnn_cell.mean_so_far(np.array([[1.0, 3.0, 5.0]])), [[1, 2, 3]])


def test_a_fit_gets_better_and_stays_in_reach():
    x, truth = cell_study.sequences("pan", 40, 1)
    numbers, first, last = cell_study.fit(x, truth, 0, updates=25)
    assert last < 0.7 * first and max(map(abs, numbers)) <= rnn_cell.REACH
    assert ((by_hand(numbers, x) - truth) ** 2).mean() == pytest.approx(last, rel=0.15)  # one update more, and rounded


def test_the_stored_fit_measured_again():
    found = cell_study.read()
    for name, scores in found.rows.items():
        x, truth = cell_study.sequences(name, found.tested, 2)
        assert np.mean((by_hand(found.numbers, x) - truth) ** 2) == pytest.approx(scores["fitted"], abs=2e-5)
        assert np.mean((x.cumsum(1) / np.arange(1, x.shape[1] + 1) - truth) ** 2) == pytest.approx(scores["mean"], abs=2e-5)


# The vanishing gradient: the product of the Jacobians of the steps, written out


def products(jacobians):
    """Norms of c J_T ... J_t+1, from distance 0 on."""
    row = rnn_vanish.towards().numpy()
    found = [np.linalg.norm(row)]
    for jacobian in reversed(jacobians):
        row = row @ jacobian
        found.append(np.linalg.norm(row))
    return np.array(found)


@pytest.mark.parametrize("radius", [0.5, 1.0, 1.5])
def test_the_plain_networks_gradient_is_the_product_of_its_jacobians(radius):
    cell = rnn_vanish.plain_cell(radius)
    w, u = cell.w.detach().numpy(), cell.u.detach().numpy()
    assert np.abs(np.linalg.eigvals(u)) == pytest.approx(radius)
    h, jacobians = np.zeros(rnn_vanish.WIDTH), []
    for x in rnn_vanish.inputs().numpy()[:, 0]:
        h = np.tanh(w @ x + u @ h)
        jacobians.append((1 - h**2)[:, None] * u)
    assert np.allclose(rnn_vanish.plain(radius).norms, products(jacobians[1:]), rtol=1e-8)


@pytest.mark.parametrize("bias", [-2.0, 1.0, 4.0])
def test_the_grus_gradient_is_the_product_of_its_jacobians(bias):
    cell, width = rnn_vanish.gru_cell(bias), rnn_vanish.WIDTH
    w_r, w_z, w_n = cell.x.weight.detach().numpy()[..., 0].reshape(3, width, -1)
    u_r, u_z, u_n = cell.h.weight.detach().numpy()[..., 0].reshape(3, width, width)
    h, jacobians, gates = np.zeros(width), [], []
    for x in rnn_vanish.inputs().numpy()[:, 0]:
        r, z, past = sigmoid(w_r @ x + u_r @ h), sigmoid(w_z @ x + u_z @ h + bias), u_n @ h
        n = np.tanh(w_n @ x + r * past)
        to_n = ((1 - z) * (1 - n**2))[:, None] * (r[:, None] * u_n + (past * r * (1 - r))[:, None] * u_r)
        jacobians.append(np.diag(z) + ((h - n) * z * (1 - z))[:, None] * u_z + to_n)
        h = (1 - z) * n + z * h
        gates.append(z)
    flow = rnn_vanish.gated(bias)
    assert np.allclose(flow.norms, products(jacobians[1:]), rtol=1e-8)
    assert flow.keeps == pytest.approx(np.mean(gates))


def test_what_the_page_says_of_the_sliders_is_so():
    plain = {radius: rnn_vanish.plain(radius).left for radius in (0.5, 1.0, 1.5)}
    assert plain[0.5] < 1e-15 and 0.01 < plain[1.0] < 1 and plain[1.5] > 10
    gru = {bias: rnn_vanish.gated(bias) for bias in (-2, 0, 3, 4)}
    assert gru[-2].left < gru[0].left < 1e-9 and gru[3].left > 0.03 and gru[4].left > 0.2
    assert gru[-2].keeps == pytest.approx(0.12, abs=0.01) and gru[4].keeps == pytest.approx(0.98, abs=0.01)
    assert rnn_vanish.Flow(2.0 ** -np.arange(60), 0.5).halves == pytest.approx(1)


@pytest.mark.parametrize("ask, values", [(rnn_vanish.plain, (0.4, 1.6, "x", None)), (rnn_vanish.gated, (-3, 5, float("nan")))])
def test_what_is_out_of_range_is_refused(ask, values):
    for value in values:
        with pytest.raises(Refusal, match="from"):
            ask(value)


# The study of memory


@pytest.mark.parametrize("name", rnn_memory.NETWORKS)
def test_networks_trained_together_are_those_asked_one_by_one(name):
    nets = [rnn_memory.Teller(*rnn_memory.NETWORKS[name], seed) for seed in range(3)]
    x, _ = rnn_memory.sequences(15, 7, torch.Generator().manual_seed(0))
    x = x.view(3, 5, 8, -1)
    assert torch.allclose(rnn_memory.scores_of(nets, x), torch.stack([net(part) for net, part in zip(nets, x, strict=True)]), atol=1e-6)


def test_the_gradient_that_arrives_is_that_of_a_nudge():
    net = rnn_memory.Teller("gru", True, 0).double()
    x, symbol = rnn_memory.sequences(6, 5, torch.Generator().manual_seed(1))
    x = x.double()

    def loss(nudge, place):
        _, h = net.memory(x[:, :1] if place == "first" else x)
        h = h + nudge
        if place == "first":
            _, h = net.memory(x[:, 1:], h)
        return torch.nn.functional.cross_entropy(net.tell(h[0]), symbol).item()

    found = []
    for place in ("first", "last"):
        squares = 0.0
        for b in range(6):
            for unit in range(net.memory.hidden_size):
                nudge = torch.zeros(1, 6, net.memory.hidden_size, dtype=torch.float64)
                nudge[0, b, unit] = 1e-5
                squares += ((loss(nudge, place) - loss(-nudge, place)) / 2e-5) ** 2
        found.append(squares**0.5)
    assert rnn_memory.arriving(net, x, symbol) == pytest.approx(found[0] / found[1], rel=1e-4)


def test_the_task_is_fair():
    sizes = rnn_memory.parameters()
    assert abs(sizes["plain"] - sizes["gru"]) < 0.05 * sizes["gru"]
    x, symbol = rnn_memory.sequences(500, 9, torch.Generator().manual_seed(0))
    assert torch.equal(x[:, 0].argmax(1), symbol) and x[:, 1:].std().item() == pytest.approx(rnn_memory.NOISE, rel=0.05)


def test_the_stored_study_of_memory():
    found = rnn_memory.read()
    assert found.parameters == rnn_memory.parameters() and found.updates == rnn_memory.UPDATES and found.tested == rnn_memory.TESTED
    assert list(found.rows) == list(rnn_memory.NETWORKS) and found.rates == list(rnn_memory.RATES)
    for name, row in found.rows.items():
        assert list(row) == [str(n) for n in rnn_memory.LENGTHS]
        assert all(len(of["accuracy"]) == len(rnn_memory.SEEDS) for of in row.values())
        net = rnn_memory.Teller(*rnn_memory.NETWORKS[name], 0)
        x, symbol = rnn_memory.sequences(rnn_memory.TESTED, 10, torch.Generator().manual_seed(9))
        assert rnn_memory.arriving(net, x[:256], symbol[:256]) == pytest.approx(row["10"]["before"][0], rel=0.02)


def test_the_shortest_is_learned_again():
    runs = rnn_memory.best(rnn_memory.train("gru-keeping", 5, updates=150))
    assert min(runs["accuracy"]) > 0.9


@pytest.mark.parametrize("value, text", [(1, "1.0"), (0.123, "0.12"), (3.14e-9, "3.1 × 10⁻⁹"), (25.3, "25"), (4.2e4, "4.2 × 10⁴")])
def test_numbers_as_they_are_read(value, text):
    assert vanish_study.number(value) == text
