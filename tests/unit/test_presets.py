"""Every step and every prediction of every page, run through the lab with the weights that ship: what its panel shows first."""

import math
from functools import lru_cache

import numpy as np
import pytest
import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from restoration import lab
from restoration.errors import Refusal
from restoration.exhibits import game as points
from restoration.lab import gan, gan_curves, gan_images, gan_repair, rnn, rnn_inside, rnn_pixels, rnn_repair, vae, vae_inside, vae_repair
from restoration.lessons import PAGES, lesson
from restoration.live import game
from restoration.ui.bench import Wanted as WantedOne
from restoration.ui.desk import Wanted
from restoration.ui.desk import settle as settle_photo
from restoration.ui.gan.desk import settle as settle_gan
from restoration.ui.rnn.desk import Wanted as WantedClip
from restoration.ui.rnn.desk import settle as settle_clip
from restoration.ui.vae.desk import Wanted as WantedSmall
from restoration.ui.vae.desk import settle as settle_small

PRESETS = [
    (id, name) for id in PAGES for name in (*(f"step {k + 1}" for k in range(len(lesson(id).steps))), "predict")
]  # fmt: skip


def preset(id: str, name: str) -> dict:
    page = lesson(id)
    return page.predict.set if name == "predict" else page.steps[int(name.split()[1]) - 1].set


def is_score(value: float) -> bool:
    return 3 < value < 70  # dB; NaN is neither


def is_picture(pixels: np.ndarray) -> bool:
    """More than one colour: something is shown."""
    return pixels.dtype == np.uint8 and len(np.unique(pixels)) > 1


# One function a family: what is shown first for a case


def show_cnn(case: lab.Case) -> None:
    desk = settle_photo(None, Wanted(case))
    assert is_picture(desk.ruined.shown)
    if case.tab == "live":
        return  # trains from nothing, when it is asked to
    mended, rows = _photo(case.picture, case.size, case.damage, case.seed, case.model, case.blind)
    assert mended.array.shape[2] == 3 and is_picture(mended.shown) and not np.isnan(mended.array).any()
    assert all(is_score(row.psnr) and 0 < row.ssim <= 1 for row in rows) and len(rows) >= 2
    if case.tab == "inside":
        assert 0 < lab.look_from(mended, 100, 100).radius() < 256


@lru_cache(maxsize=64)
def _photo(picture: str, size: str, damage: tuple, seed: int, model: str, blind: bool):
    clean = lab.sample(picture, size)
    ruined = lab.ruin(clean, damage, seed)
    mended = lab.mend(ruined, model, blind)
    tried = lab.yardsticks(ruined) if size == "lab" and lab.yardsticks_problem(ruined) is None else ()
    return mended, [lab.row(clean, one) for one in (ruined, *tried, mended)]


def show_gan(case: gan.Case) -> None:
    if case.game:
        settings = points.PRESETS[case.game]
        assert game.check(settings) == settings
        return
    if case.tab == "curves":
        assert all(chart.lines for chart in gan_curves.charts("dcgan-digits")) and gan_curves.rows("dcgan-digits")
    elif case.tab == "latent":
        assert is_picture(gan_images.invent("digits", [case.seed]))
    elif case.lesson == "gan-restore":
        desk = settle_gan(None, WantedOne(case))
        out = _both(case.picture, case.damage, case.seed)
        assert out.done and is_score(out.faithful.row.psnr) and is_score(out.sharp.row.psnr) and is_picture(out.sharp.shown)
        if case.tab == "inside":
            assert len(gan_repair.eyes(desk.clean, desk.ruined, out).pictures) == 4


@lru_cache(maxsize=8)
def _both(picture: str, damage: tuple, seed: int) -> gan_repair.Outcome:
    clean = gan.picture(picture)
    *_, out = gan_repair.mend((picture, damage, seed), clean, gan.ruin(clean, damage, seed), between=False)
    return out


def show_vae(case: vae.Case) -> None:
    desk = settle_small(None, WantedSmall(case))
    assert is_picture(desk.ruined.shown)
    if case.tab == "restore":
        *_, out = vae_repair.mend(desk.wanted.key, desk.clean, desk.ruined, case.seed)
        assert out.done and len(out.ten) == 10 and all(is_score(row.psnr) for row in out.rows)
    elif case.tab == "inside":
        name = vae_inside.samplers(case.subject)[0]
        assert np.isfinite(vae_inside.sample(desk.clean, name, case.seed).loss).all()
        assert np.isfinite(vae_inside.tell(desk.clean, name, case.seed).reconstruction).all()
    elif case.tab == "latent":
        mean, _ = vae.network(vae.subjects()[case.subject].vae).encode(vae.tensor(desk.clean.array))
        assert torch.isfinite(mean).all()


def show_rnn(case: rnn.Case) -> None:
    if case.tab == "pixels":
        written = _written(case.digit, case.cover, case.heat, case.draw)
        assert written.white.shape == (rnn_pixels.COUNT, 28, 28) and np.isfinite(written.nats).all()
        assert (written.white == written.white[:1]).all() == (case.heat == 0)
        return
    desk = settle_clip(None, WantedClip(case))
    assert is_picture(desk.ruined.shown[0])
    if case.tab == "restore":
        assert desk.ruined.hole == case.hole and case.wipe <= len(desk.clean.frames)
        # the network with its memory comes first; what it is held against takes minutes
        for out in rnn_repair.mend(desk.wanted.key, desk.clean, desk.ruined, case.wipe):
            line = out.lines.get("memory")
            if line and len(line.at) == (case.wipe or 3):
                break
        assert all(map(is_score, line.psnr)) and line.psnr[1] > line.psnr[0]
    elif case.tab == "inside":
        assert rnn_inside.watched(desk.clean) > 2


@lru_cache(maxsize=8)
def _written(digit: int, cover: str, heat: float, draw: int) -> rnn_pixels.Written:
    return rnn_pixels.write(rnn_pixels.begin(vae.picture("digits", digit), cover, 0), heat, draw)


FAMILIES = {"cnn": (lab.parse_case, show_cnn), "gan": (gan.parse_case, show_gan), "vae": (vae.parse_case, show_vae),
            "rnn": (rnn.parse_case, show_rnn)}  # fmt: skip


@pytest.mark.parametrize("id, name", PRESETS)
def test_the_lab_shows_it(id, name):
    parse, show = FAMILIES[lesson(id).family]
    case, notes = parse({**preset(id, name), "lesson": id})
    assert notes == []
    try:
        show(case)
    except Refusal as e:
        if e.code == "model_unavailable":
            pytest.skip(e.say("en"))
        raise


def test_prediction_of_rnn_pixels():
    """Which rows of the given left half move the guess at the right end of row 10: those up to it, and no other."""
    case, _ = rnn.parse_case(lesson("rnn-pixels").predict.set)
    begun = rnn_pixels.begin(vae.picture("digits", case.digit), case.cover, 0)
    model = vae.network(rnn_pixels.MODEL)
    white = torch.from_numpy(begun.white)[None, None].float()

    @torch.no_grad()
    def at_the_end_of_row_10(x: torch.Tensor) -> float:
        return model.surprise(x)[0, 9, 27].item()

    def changed(rows: slice) -> torch.Tensor:
        other = white.clone()
        other[..., rows, :14] = 1 - other[..., rows, :14]
        return other

    told = at_the_end_of_row_10(white)
    above, below = (at_the_end_of_row_10(changed(rows)) for rows in (slice(0, 10), slice(10, 28)))
    assert not math.isclose(above, told, rel_tol=1e-6) and math.isclose(below, told, rel_tol=1e-6)
    assert lesson("rnn-pixels").predict.answer == 1 and begun.known[:, :14].all() and not begun.known[:, 14:].any()


def test_prediction_of_gan_listing():
    """The least loss of a D whose sigmoid's answers are taken for logits."""
    answers = torch.linspace(0, 1, 101)
    least = [binary_cross_entropy_with_logits(answers, torch.full_like(answers, t), reduction="none").min() for t in (1, 0)]
    assert lesson("gan-listing").predict.answer == 1 and f"{sum(least):.2f}" == "1.01"
    for lang in ("en", "zh"):
        page = lesson("gan-listing", lang).predict
        assert "1.01" in page.options[1] and all(f"{float(part):.2f}" in page.explanation for part in least)
