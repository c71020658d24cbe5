"""The listing that is to be mended: its faults are where they are said to be, what is said of them is true, and the mended program runs."""

import ast
import subprocess
import sys

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from restoration import cases
from restoration.digits import draw_digits
from restoration.errors import Refusal
from restoration.exhibits import listing, mended
from restoration.lessons import lesson
from restoration.live import mended as live
from restoration.live.watched import CAPPED, DONE
from restoration.ui.gan.listing_code import coloured
from restoration.ui.text import TEXT

TEXTS = [line.text for line in listing.lines()]
SOURCE = "\n".join(TEXTS)
# what every line at which a fault shows has in it
SIGNS = {
    "imports": ("LeakyReLU", "Reshape", "UpSampling2D", "from keras.layers import"),
    "input": ("Input(shape=(100, 100, 3))",),
    "reshape": ("Reshape((7, 7, 256))",),
    "sizes": ("UpSampling2D()", "Conv2D(3,", "Input(shape=(28, 28, 1))"),
    "sigmoid": ('activation="sigmoid"', "from_logits=True"),
    "frozen": ("discriminator.trainable = False", "d_loss = "),
    "unasked": ("fake_images):", "y_true, fake_images", "generator_loss(fake_images)"),
    "y_true": ("y_true",),
    "lr": ("lr=",),
    "images": ("in images",),
    "numpy": ("np.",),
    "predict": (".predict(",),
    "optimizer": ("discriminator_optimizer",),
    "foreign": (".zero_grad()", ".backward()", ".step()"),
}


# The table


def test_every_fault_is_in_the_table_and_in_the_listing():
    assert list(SIGNS) == list(listing.FAULTS) and len(listing.FAULTS) == 14
    assert {fault for line in listing.lines() for fault in line.faults} == set(listing.FAULTS)
    for fault, signs in SIGNS.items():
        shown = [line.text for line in listing.shown_at(fault)]
        assert shown and all(any(sign in text for sign in signs) for text in shown), fault
        assert all(any(sign in text for text in shown) for sign in signs), fault


def test_whatever_shows_a_fault_is_marked_wherever_it_stands():
    for fault in ("imports", "input", "reshape", "sigmoid", "y_true", "lr", "images", "numpy", "predict", "optimizer", "foreign"):
        signs = SIGNS[fault]
        there = [n for n, text in enumerate(TEXTS, 1) if any(sign in text for sign in signs)]
        assert there == [line.number for line in listing.shown_at(fault)], fault


def test_the_marks_are_not_shown_and_the_first_line_warns():
    assert "#:" not in SOURCE and "#:" in listing.FILE.read_text(encoding="utf-8")
    assert TEXTS[0].startswith("# BROKEN ON PURPOSE") and "fourteen" in TEXTS[0]
    assert listing.FILE.suffix == ".txt"  # nothing imports it


def test_mended_lines_are_python_and_other_than_they_were():
    for fault, code in listing.FAULTS.items():
        ast.parse("if True:\n" + "\n".join(f"    {line}" for line in code.splitlines()) if code.startswith(" ") else code)
        assert not set(code.splitlines()) >= {line.text.strip() for line in listing.shown_at(fault)}


def test_all_is_said_of_every_fault_and_every_line_in_both_languages():
    for fault in listing.FAULTS:
        for part in ("title", "why", "hint"):
            en, zh = TEXT[f"listing_{part}_{fault}"]
            assert en.isascii() or set(c for c in en if not c.isascii()) <= set("×–−…“”")
            assert any("\u4e00" <= c <= "\u9fff" for c in zh)
    for line in listing.lines():
        assert bool(line.faults) + bool(line.fine) == bool(line.text.strip())
        assert not line.fine or f"listing_fine_{line.fine}" in TEXT
    assert {line.fine for line in listing.lines()} - {""} <= set(listing.FINE)
    fine = [line.fine for line in listing.lines()]
    assert [key for key in listing.FINE if key not in fine] in ([], ["line"])


# Are the claims true?


def names(tree, kind) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, kind)}


def test_exactly_these_names_are_defined_nowhere():
    tree = ast.parse(SOURCE)
    known = names(tree, ast.Store) | set(dir(__builtins__ if isinstance(__builtins__, type(ast)) else sys.modules["builtins"]))
    known |= {a.asname or a.name for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom)) for a in node.names}
    known |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    known |= {arg.arg for node in ast.walk(tree) if isinstance(node, ast.arguments) for arg in node.args}
    missing = {"LeakyReLU", "Reshape", "UpSampling2D", "np", "y_true", "images", "discriminator_optimizer"}
    assert names(tree, ast.Load) - known == missing


def test_dense_acts_on_the_last_axis_and_reshape_cannot_fit():
    last = np.zeros((100, 100, 3), np.float32) @ np.zeros((3, 7 * 7 * 256), np.float32)
    assert last.shape == (100, 100, 12544) and last.size == 125_440_000
    with pytest.raises(ValueError):
        last.reshape(7, 7, 256)
    assert (np.zeros(100) @ np.zeros((100, 7 * 7 * 256))).reshape(7, 7, 256).size == 12_544
    for text in TEXT["listing_why_reshape"]:
        assert "125,440,000" in text and "12,544" in text


def test_the_generator_ends_at_56_and_the_discriminator_takes_28():
    first = SOURCE.index("discriminator = Sequential()")
    doubled = SOURCE[:first].count("UpSampling2D()")
    assert 7 * 2**doubled == 56 and 7 * 2 ** (doubled - 1) == 28
    assert "strides" not in SOURCE[:first] and 'Conv2D(3, 5, padding="same"' in SOURCE[:first]


def test_two_sigmoids_squeeze_and_flatten():
    a = torch.linspace(-12, 12, 241, dtype=torch.float64, requires_grad=True)
    once, twice = a.sigmoid(), a.sigmoid().sigmoid()
    assert 0.5 <= twice.min() < 0.501 and 0.73 < twice.max() <= 0.7311
    (slope_once,), (slope_twice,) = (torch.autograd.grad(y.sum(), a, retain_graph=True) for y in (once, twice))
    assert (slope_twice < slope_once).all() and slope_twice.max() < 0.25 * slope_once.max()
    right = F.binary_cross_entropy_with_logits(torch.tensor([-8.0]), torch.tensor([0.0]))
    wrong = F.binary_cross_entropy_with_logits(torch.tensor([-8.0]).sigmoid(), torch.tensor([0.0]))
    assert right < 0.001 and wrong > 0.69  # sure that it is made, and right: with two sigmoids it pays for it all the same
    best = F.binary_cross_entropy_with_logits(torch.tensor([1.0, 0.0]), torch.tensor([1.0, 0.0]), reduction="sum")
    assert best.item() == pytest.approx(live.FLOOR, abs=1e-6) == pytest.approx(1.01, abs=0.005)


def test_an_array_on_the_way_stops_the_gradient():
    dice = torch.Generator().manual_seed(0)
    g, d = mended.start(mended.build_generator(), dice), mended.start(mended.build_discriminator(), dice)
    z = torch.randn(2, mended.LATENT, generator=dice)
    mended.cross_entropy(d(torch.from_numpy(g(z).detach().numpy())), 1.0).backward()
    assert all(p.grad is None for p in g.parameters())
    mended.cross_entropy(d(g(z)), 1.0).backward()
    assert all(p.grad is not None and p.grad.abs().sum() > 0 for name, p in g.named_parameters() if name.endswith("weight"))


def test_a_loss_of_the_pictures_alone_gives_the_same_whatever_d_is():
    """unasked: D's weights have no part in it."""
    dice = torch.Generator().manual_seed(0)
    g, d = mended.start(mended.build_generator(), dice), mended.start(mended.build_discriminator(), dice)
    made = g(torch.randn(2, mended.LATENT, generator=dice))
    F.mse_loss(made, torch.zeros_like(made)).backward()
    assert all(p.grad is None for p in d.parameters())


# The mended program


@pytest.fixture(scope="module")
def images():
    return torch.from_numpy(2 * draw_digits(64, 3)[0] - 1).unsqueeze(1)


def players(seed=0):
    dice = torch.Generator().manual_seed(seed)
    return mended.start(mended.build_generator(), dice), mended.start(mended.build_discriminator(), dice), dice


def weights(player) -> list[torch.Tensor]:
    return [p.detach().clone() for p in player.parameters()]


def changed(before, player) -> list[bool]:
    return [not torch.equal(a, b) for a, b in zip(before, player.parameters(), strict=True)]


def test_shapes_and_range():
    g, d, dice = players()
    made = g(torch.randn(5, mended.LATENT, generator=dice))
    assert made.shape == (5, 1, 28, 28) and made.abs().max() <= 1 and d(made).shape == (5, 1)
    assert mended.ADAM == {"lr": 2e-4, "betas": (0.5, 0.999)} and (mended.BATCH, mended.EPOCHS, mended.LATENT) == (32, 100, 100)


def test_each_turn_changes_one_player():
    g, d, dice = players()
    adam_d, adam_g = (torch.optim.Adam(p.parameters(), **mended.ADAM) for p in (d, g))
    real, noise = torch.zeros(4, 1, 28, 28), torch.randn(4, mended.LATENT, generator=dice)
    before_g, before_d = weights(g), weights(d)
    mended.discriminator_turn(g, d, adam_d, real, noise)
    assert not any(changed(before_g, g)) and all(changed(before_d, d))
    before_d = weights(d)
    mended.generator_turn(g, d, adam_g, noise)
    assert not any(changed(before_d, d)) and any(changed(before_g, g))


def test_the_losses_are_what_the_formula_says():
    """-t log s(a) - (1 - t) log(1 - s(a)), in plain numpy."""
    a = np.array([[-3.0], [0.0], [2.5]])
    s = 1 / (1 + np.exp(-a))
    for t in (0.0, 1.0):
        wanted = (-t * np.log(s) - (1 - t) * np.log(1 - s)).mean()
        assert mended.cross_entropy(torch.from_numpy(a), t).item() == pytest.approx(wanted, abs=1e-12)
    assert live.EVEN == pytest.approx((2 * np.log(2), np.log(2)))


def test_the_same_seed_gives_the_same_rows(images):
    first, again, other = ([row for row, _ in zip(mended.train(*players(seed)[:2], images, players(seed)[2], 1), range(2), strict=False)]
                           for seed in (0, 0, 1))  # fmt: skip
    assert first == again != other and len(first) == 2
    assert set(first[0]) == {"epoch", "loss_d", "loss_g"} and first[0]["loss_d"] == pytest.approx(live.EVEN[0], abs=0.15)


def test_it_runs_from_the_command_line(tmp_path, images):
    np.savez(tmp_path / "digits.npz", x=(127.5 * (images[:, 0].numpy() + 1)).astype(np.uint8))
    script = [sys.executable, listing.MENDED, "--data", "digits.npz", "--epochs", "1"]
    run = subprocess.run(script, cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 0 and "loss_g" in run.stdout, run.stderr
    file = (tmp_path / "digits.pgm").read_bytes()
    assert file.startswith(b"P5 224 28 255 ") and len(file) == len(b"P5 224 28 255 ") + 224 * 28


def test_it_needs_torch_alone():
    tree = ast.parse(listing.mended())
    modules = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    modules |= {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert {m.split(".")[0] for m in modules} == {"torch", "numpy", "argparse", "collections"}
    assert listing.mended().count("\n") <= 100


# Live


def test_a_live_run_is_the_program_itself(images):
    run = live.Training(live.Settings(), images)
    run.advance(0)
    run.one()
    g, d, dice = players()
    torch.randn(30, mended.LATENT, generator=dice)  # of the samples
    wanted = [row for row, _ in zip(mended.train(g, d, images, dice), range(2), strict=False)]
    assert [{k: r[k] for k in wanted[0]} for r in run.rows] == wanted and [r["step"] for r in run.rows] == [1, 2]


def test_looking_leaves_no_trace(images):
    runs = [live.Training(live.Settings(), images) for _ in range(2)]
    for run in runs:
        run.advance(0)
    looked = runs[0].samples()
    assert looked.shape == (3 * 28, 10 * 28) and looked.dtype == np.uint8 and looked.std() > 0
    for run in runs:
        run.advance(0)
    assert runs[0].rows == runs[1].rows
    states = [run.generator.state_dict() for run in runs]
    assert all(torch.equal(states[0][k], states[1][k]) for k in states[0] if "running" in k)


def test_a_run_ends_by_itself(images):
    done = live.Training(live.Settings(epochs=1), images[:20])
    while done.state != DONE and done.step < 50:
        done.advance(0)
    assert done.state == DONE and done.step == 1
    capped = live.Training(live.Settings(), images, cap=0.0)
    capped.advance(0)
    assert capped.state == CAPPED


def test_with_two_sigmoids_d_cannot_get_below_the_floor(images):
    run = live.Training(live.Settings(sigmoid=True), images)
    while run.step < 12:
        run.advance(0)
    assert all(row["loss_d"] >= live.FLOOR for row in run.rows)


@pytest.mark.parametrize("seed", [-1, 0.5, "many", None, 1e300, float("nan")])
def test_a_seed_that_is_none_is_refused(seed):
    with pytest.raises(Refusal) as e:
        live.prepare(live.Settings(seed=seed))
    assert e.value.say("en") and e.value.say("zh")


# The screen, and the lessons


def test_code_is_coloured_line_by_line_and_loses_nothing():
    import html
    import re

    for source in (SOURCE, listing.mended(), *listing.FAULTS.values(), "if (", "'''a\nb", "\tx", ""):
        painted = coloured(source)
        assert [html.unescape(re.sub("<[^>]+>", "", line)) for line in painted] == source.splitlines()
    assert coloured("def f():  # <b>")[0] == (
        '<span class="token keyword">def</span> <span class="token function">f</span>():  <span class="token comment"># &lt;b&gt;</span>'
    )


@pytest.mark.parametrize("id", ["gan-listing", "gan-images"])
def test_every_preset_of_these_pages_can_be_set(id):
    from restoration.lab import gan

    page = lesson(id)
    for preset in [s.set for s in page.steps] + [page.predict.set]:
        case, notes = gan.parse_case({**preset, "lesson": id})
        assert not notes and case.lesson == id and case.tab == preset["tab"]
        back, notes = gan.parse_case(cases.case_query(case))
        assert not notes and back == case


def test_numbers_of_the_lessons():
    """The sizes of the formula, the overlap of kernels, and the floor of two sigmoids."""
    for n in (1, 7, 14):
        layer = torch.nn.ConvTranspose2d(1, 1, 4, stride=2, padding=1)
        assert layer(torch.zeros(1, 1, n, n)).shape[-1] == 2 * (n - 1) - 2 * 1 + 4 == 2 * n
    times = {k: F.conv_transpose2d(torch.ones(1, 1, 8, 8), torch.ones(1, 1, k, k), stride=2)[0, 0, 4:-4, 4:-4] for k in (3, 4)}
    assert set(times[3].flatten().tolist()) == {1, 2, 4} and set(times[4].flatten().tolist()) == {4}
    for lang in ("en", "zh"):
        assert "1.01" in lesson("gan-listing", lang).predict.options[1]


def test_prediction_of_gan_images():
    """In the recorded run G's loss is above log 2 at the end."""
    import json

    history = listing.ROOT / "assets" / "models" / "dcgan-digits" / "history.jsonl"
    if not history.exists():
        pytest.skip("dcgan-digits is not here")
    rows = [json.loads(line) for line in history.read_text(encoding="utf-8").splitlines()]
    last = [r["loss_g"] for r in rows if r.get("split") == "train" and "loss_g" in r][-10:]
    assert lesson("gan-images").predict.answer == (2 if np.mean(last) > 0.9 else 0 if np.mean(last) < 0.5 else 1)
