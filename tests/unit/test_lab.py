"""The door to compute: all that it offers, on the shipped samples and on pictures of odd sizes, with a small network."""

import re
import shutil
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import torch
from PIL import Image
from skimage.metrics import peak_signal_noise_ratio, structural_similarity
from small import HISTORY, make_picture

from restoration import degrade, lab
from restoration.cases import Case, check_steps
from restoration.degrade import DEGRADATIONS
from restoration.errors import Note, Refusal
from restoration.lessons import lesson as open_lesson
from restoration.lessons import list_lessons
from restoration.samples import SAMPLES
from restoration.training.recipes import RECIPES

NOISE = (("noise", {"sigma": 25}),)
LANGUAGES = ("en", "zh")


pytestmark = pytest.mark.usefixtures("models_folder")


def shot(height=48, width=64) -> lab.Shot:
    return lab.Shot(make_picture(height, width)[0].permute(1, 2, 0).numpy().copy())


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text)


def say_both(note) -> None:
    assert note.say("en").isascii() and is_chinese(note.say("zh"))


def check_shown(picture, height, width):
    assert picture.shown.dtype == np.uint8 and picture.shown.shape == (height, width, 3)


# Pictures


@pytest.mark.parametrize("size, side", [("lab", 256), ("full", 512)])
@pytest.mark.parametrize("name", SAMPLES)
def test_samples(name, size, side):
    picture = lab.sample(name, size)
    assert picture.name == name and picture.notes == [] and picture.array.dtype == np.float32
    assert 0 <= picture.array.min() < picture.array.max() <= 1
    assert picture.array.shape[0] == picture.array.shape[1] <= side and picture.array.shape[0] >= 256
    check_shown(picture, *picture.array.shape[:2])


def test_there_are_enough_samples():
    assert len(lab.samples()) >= 8 and Case().picture in lab.samples()


def test_an_unknown_sample_is_refused():
    with pytest.raises(Refusal, match="There is no picture called 'dog'"):
        lab.sample("dog")


def test_two_visitors_share_no_picture():
    """What one does to a picture is not seen by the next, nor by the picture's own other uses."""
    first = lab.sample("cat")
    kept = first.array.copy()
    ruined = lab.ruin(first, NOISE)
    mended = lab.mend(ruined)
    for a in (first.array, ruined.array, mended.array):
        a[:] = 0.5
    assert np.array_equal(lab.sample("cat").array, kept)
    assert not np.array_equal(lab.ruin(lab.sample("cat"), NOISE).array, ruined.array)
    assert first.notes is not lab.sample("cat").notes and ruined.notes is not lab.ruin(first, NOISE).notes


@pytest.mark.parametrize("height, width", [(16, 16), (17, 33), (200, 300), (256, 256), (257, 256), (1000, 400)])
def test_uploads_of_any_size(height, width, tmp_path):
    pixels = np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(tmp_path / "photo.png")
    for source in (pixels, Image.fromarray(pixels), tmp_path / "photo.png", str(tmp_path / "photo.png")):
        full = lab.upload(source, "full")
        assert np.array_equal(full.shown, pixels) and full.notes == [] and full.name == ""
        small = lab.upload(source)
        side = min(256, height, width)
        check_shown(small, side, side)
        assert [n.code for n in small.notes] == ([] if (height, width) == (256, 256) else ["cropped_to_lab"])
        for note in small.notes:
            say_both(note)
    cut = (min(height, width) - min(256, height, width)) == 0
    if cut:  # nothing is reduced: the middle square, pixel for pixel
        top, left = (height - side) // 2, (width - side) // 2
        assert np.array_equal(small.shown, pixels[top : top + side, left : left + side])


@pytest.mark.parametrize("bad", [np.zeros((15, 40, 3), np.uint8), np.zeros((2, 2, 2, 2)), "no-such-file.png", None, 3, b"", "a\0b"])
@pytest.mark.parametrize("size", ["lab", "full"])
def test_bad_uploads_are_refused(bad, size):
    with pytest.raises(Refusal) as e:
        lab.upload(bad, size)
    assert is_chinese(e.value.say("zh")) and e.value.say("en").endswith(".")


def test_a_text_named_png_is_refused(tmp_path):
    (tmp_path / "photo.png").write_text("hello")
    with pytest.raises(Refusal) as e:
        lab.upload(str(tmp_path / "photo.png"))
    assert e.value.code == "unreadable_picture"


# Damage


@pytest.mark.parametrize("name", DEGRADATIONS)
@pytest.mark.parametrize("height, width", [(16, 16), (33, 47), (64, 64)])
def test_every_damage(name, height, width):
    clean = shot(height, width)
    kept = clean.array.copy()
    steps = [(name, {})]
    ruined = lab.ruin(clean, steps, seed=3)
    assert np.array_equal(clean.array, kept) and ruined.steps == check_steps(steps)
    assert np.array_equal(ruined.array, lab.ruin(clean, steps, seed=3).array)
    scale = ruined.known.get("scale", 1)
    check_shown(ruined, height - height % scale, width - width % scale)
    for note in ruined.notes:
        say_both(note)
    if name != "missing-mask":
        x = torch.from_numpy(kept).permute(2, 0, 1)[None]
        expected = degrade.degrade(x, name, seed=3)[0].permute(1, 2, 0).numpy()
        assert np.array_equal(ruined.array, expected)


def test_the_tables_are_those_of_the_damages():
    assert lab.damages() is DEGRADATIONS and {d.group for d in lab.damages().values()} == set(lab.groups())


def test_noise_is_not_clipped_but_what_is_shown_is():
    ruined = lab.ruin(shot(), [("noise", {"sigma": 100})])
    assert ruined.array.min() < 0 and ruined.array.max() > 1 and ruined.known["sigma"] == 100
    assert np.array_equal(ruined.shown, np.round(255 * ruined.array.clip(0, 1)).astype(np.uint8))


def test_a_seed_is_a_pattern():
    a, b, c = (lab.ruin(shot(), NOISE, seed=s).array for s in (1, 1, 2))
    assert np.array_equal(a, b) and not np.array_equal(a, c)
    for seed in (-1, 10000, 0.5, "x", None):
        with pytest.raises(Refusal):
            lab.ruin(shot(), NOISE, seed=seed)


@pytest.mark.parametrize("steps, code", [([("fog", {})], "unknown_name"), ([("noise", {"sigma": 101})], "out_of_range"),
                                         ([("noise", {"photons": 1})], "unknown_name"), (NOISE * 4, "too_many_steps")])  # fmt: skip
def test_wrong_damage_is_refused(steps, code):
    with pytest.raises(Refusal) as e:
        lab.ruin(shot(), steps)
    assert e.value.code == code and is_chinese(e.value.say("zh"))


def test_a_painted_mask():
    clean, mask = shot(), np.zeros((48, 64), bool)
    mask[10:20, 30:50] = True
    ruined = lab.ruin(clean, [("missing-mask", {})], mask=mask)
    assert (ruined.array[mask] == 0).all() and np.array_equal(ruined.array[~mask], clean.array[~mask])
    assert np.array_equal(ruined.known["mask"][0, 0].numpy() == 0, mask)
    nothing = lab.ruin(clean, [("missing-mask", {})])
    assert np.array_equal(nothing.array, clean.array)


@pytest.mark.parametrize("shape", [(48, 48), (64, 48), (48, 64, 3), ()])
def test_a_mask_of_another_size_is_refused(shape):
    with pytest.raises(Refusal) as e:
        lab.ruin(shot(), [("missing-mask", {})], mask=np.zeros(shape, bool))
    assert e.value.code == "mask_size" and is_chinese(e.value.say("zh"))


@pytest.mark.parametrize("scale", [2, 3, 4])
def test_a_mask_on_a_reduced_picture(scale):
    """A small pixel is missing where any of the pixels it was made of is painted over."""
    mask = np.random.default_rng(0).random((50, 65)) < 0.02
    ruined = lab.ruin(shot(50, 65), [("low-resolution", {"scale": scale}), ("missing-mask", {})], mask=mask)
    h, w = 50 // scale, 65 // scale
    expected = mask[: h * scale, : w * scale].reshape(h, scale, w, scale).any((1, 3))
    assert np.array_equal(ruined.known["mask"][0, 0].numpy() == 0, expected) and (ruined.array[expected] == 0).all()


# Repair


@pytest.mark.parametrize("name", DEGRADATIONS)
@pytest.mark.parametrize("size", [(16, 16), (33, 47)])
def test_every_damage_is_mended_scored_and_read(name, size):
    """The whole way that one click on Restore takes, for every damage."""
    clean = shot(*size)
    ruined = lab.ruin(clean, [(name, {})], seed=1)
    mended, methods = lab.mend(ruined), list(lab.yardsticks(ruined))
    shape = ruined.shown.shape
    rows = [lab.row(clean, picture) for picture in (ruined, *methods, mended)]
    assert [r.kind for r in rows] == ["damaged", *["yardstick"] * len(methods), "network"]
    for picture, row in zip((ruined, *methods, mended), rows, strict=True):
        assert picture.shown.shape == shape and row.en and is_chinese(row.zh)
        truth = clean.shown[: shape[0], : shape[1]]
        with np.errstate(divide="ignore"):
            assert row.psnr == pytest.approx(peak_signal_noise_ratio(truth, picture.shown, data_range=255), abs=1e-4)
        assert -1 <= row.ssim <= 1 and (row.ms is None) == (picture is ruined)
    problem = lab.yardsticks_problem(ruined)
    assert (problem is None) == bool(methods)
    if problem:
        say_both(problem)
    for lang in LANGUAGES:
        text = lab.say_verdict(rows, ruined, mended, clean, lang)
        assert is_chinese(text) == (lang == "zh") and not re.search(r"\b(nan|inf)\b", text)
    assert lab.error_picture(clean, ruined).shape == lab.error_picture(clean, mended).shape == shape
    assert lab.spectrum_figure(clean, ruined, mended).axes


@pytest.mark.parametrize("first", DEGRADATIONS)
def test_every_pair_of_damages_is_mended(first):
    clean = shot(32, 40)
    for second in DEGRADATIONS:
        ruined = lab.ruin(clean, [(first, {}), (second, {})])
        for picture in (lab.mend(ruined), *lab.yardsticks(ruined)):
            assert picture.shown.shape == ruined.shown.shape and np.isfinite(picture.array).all()
            assert lab.row(clean, picture).psnr > 0


def test_scores_against_skimage():
    clean = shot(60, 70)
    ruined = lab.ruin(clean, NOISE)
    options = dict(channel_axis=2, gaussian_weights=True, sigma=1.5, use_sample_covariance=False, data_range=255, full=True)
    _, whole = structural_similarity(clean.shown, ruined.shown, **options)
    row = lab.row(clean, ruined)
    assert row.ssim == pytest.approx(whole[5:-5, 5:-5].mean(), abs=1e-4)
    assert row.psnr == pytest.approx(peak_signal_noise_ratio(clean.shown, ruined.shown), abs=1e-4)


def test_told_and_blind(models_folder):
    ruined = lab.ruin(shot(), NOISE)
    told, blind = lab.mend(ruined), lab.mend(ruined, blind=True)
    assert told.sigma == 25 and told.notes == [] and told.kind == "network" and told.ms > 0
    assert blind.sigma != 25 and [n.code for n in blind.notes] == ["sigma_guessed"]
    say_both(blind.notes[0])
    network = lab._load("cnn-denoise")
    y = torch.from_numpy(ruined.array).permute(2, 0, 1)[None].to(lab.DEVICE)
    for picture, sigma in ((told, 25), (blind, None)):
        expected = network.restore(y, sigma=sigma)[0].permute(1, 2, 0).cpu().numpy()
        assert np.allclose(picture.array, expected, atol=1e-5 if lab.DEVICE == "cpu" else 0.02)


def test_the_network_is_told_no_more_than_is_true():
    """Two noises add as squares; beyond what it takes it is told the most it takes; enlarging changes a picture's noise."""
    assert lab.mend(lab.ruin(shot(), [("noise", {"sigma": 30}), ("noise", {"sigma": 40})])).sigma == pytest.approx(50)
    assert lab.mend(lab.ruin(shot(), [("noise", {"sigma": 100})] * 2)).sigma == lab.MAX_SIGMA
    for steps in ([("noise", {}), ("blur", {})], [("low-resolution", {}), ("noise", {})], [("jpeg", {})], [("poisson", {})]):
        assert [n.code for n in lab.mend(lab.ruin(shot(), steps), "cnn-denoise").notes] == ["sigma_guessed"]


def test_who_may_be_told(specialists):
    for steps, model, may in (
        ([("noise", {})], "auto", True),
        ([("noise", {})], "cnn-jpeg", False),
        ([("jpeg", {})], "auto", False),
        ([("noise", {}), ("blur", {})], "auto", False),  # no longer the noise that was added
        ([("blur", {}), ("noise", {})], "auto", True),
        ([("poisson", {})], "cnn-denoise", False),
    ):
        assert lab.may_be_told(lab.ruin(shot(), steps), model) == may
    assert not lab.may_be_told(lab.as_is(shot()), "auto")


# Which network mends what


def test_every_damage_of_the_table_is_one_that_there_is():
    for name, job in lab.JOBS.items():
        assert set(job.damages) <= set(DEGRADATIONS) and job.zh != job.en and name in RECIPES
        assert is_chinese(job.zh) and is_chinese(job.why_zh) == bool(job.why_en) == (job.scale == 1)
        assert not job.why_en.endswith(".") and not job.why_zh.endswith("。")


ROUTES = [
    ([("noise", {})], ["cnn-denoise"]),
    ([("motion-blur", {})], ["cnn-deblur"]),
    ([("missing-text", {})], ["cnn-inpaint"]),
    ([("jpeg", {})], ["cnn-jpeg"]),
    ([("grayscale", {})], ["cnn-colour"]),
    ([("low-resolution", {"scale": 2})], ["cnn-sr2"]),
    ([("low-resolution", {"scale": 3})], ["cnn-denoise"]),  # none was trained for it: the first tries
    ([("salt-and-pepper", {})], ["cnn-denoise"]),
    ([], ["cnn-denoise"]),
    ([("blur", {}), ("noise", {}), ("jpeg", {})], ["cnn-jpeg", "cnn-denoise", "cnn-deblur"]),  # the last damage first
    ([("noise", {}), ("noise", {})], ["cnn-denoise"]),
    ([("low-resolution", {"scale": 2}), ("low-resolution", {"scale": 2})], ["cnn-sr2", "cnn-sr2"]),
    ([("salt-and-pepper", {}), ("jpeg", {})], ["cnn-jpeg"]),
]


@pytest.mark.parametrize("steps, names", ROUTES, ids=str)
def test_the_fitting_networks_are_found_and_run(steps, names, specialists):
    clean = shot(64, 80)
    steps = check_steps(steps)
    assert list(lab.route("auto", steps)) == names
    ruined = lab.ruin(clean, steps)
    mended = lab.mend(ruined)
    assert list(mended.names) == names and mended.name == "+".join(names) and mended.shown.shape == ruined.shown.shape
    order = [note for note in mended.notes if note.code == "mended_in_order"]
    assert len(order) == (len(names) > 1)
    if order:
        assert ", ".join(names) in order[0].say("en")
        say_both(order[0])


def test_a_chain_is_mended_as_by_hand(specialists):
    """Noise upon a small picture: denoised small and told sigma, then enlarged."""
    ruined = lab.ruin(shot(64, 80), [("low-resolution", {"scale": 2}), ("noise", {"sigma": 20})])
    denoiser, upscaler = lab._load("cnn-denoise"), lab._load("cnn-sr2")
    expected = upscaler.restore(denoiser.restore(lab.tensor(ruined.array), sigma=20))
    assert np.allclose(lab.mend(ruined).array, lab.array(expected), atol=1e-5)
    assert lab.mend(ruined).sigma == 20 and "sigma_guessed" not in [n.code for n in lab.mend(ruined).notes]


def test_holes_are_told_and_what_is_known_stays(specialists):
    ruined = lab.ruin(shot(64, 80), [("missing-block", {"size": 0.4})])
    mended, known = lab.mend(ruined), ruined.known["mask"][0, 0].numpy() == 1
    assert np.array_equal(mended.array[known], ruined.array[known])
    assert np.array_equal(mended.array, lab.mend(ruined, blind=True).array)  # blind is about the noise level


@pytest.mark.parametrize("model", ["cnn-denoise", "cnn-deblur", "cnn-inpaint", "cnn-jpeg", "cnn-colour"])
def test_the_wrong_specialist_may_be_chosen_and_the_sentence_says_why_it_fails(model, specialists):
    clean = shot(64, 80)
    for damage in DEGRADATIONS:
        if damage in lab.JOBS[model].damages:
            continue
        ruined = lab.ruin(clean, [(damage, {})], mask=np.eye(64, 80, dtype=bool) if damage == "missing-mask" else None)
        mended = lab.mend(ruined, model)
        rows = [lab.row(clean, ruined), lab.row(clean, mended)]
        assert mended.names == (model,) and mended.shown.shape == ruined.shown.shape
        assert lab.JOBS[model].why_en in lab.say_verdict(rows, ruined, mended, clean, "en")
        assert lab.JOBS[model].why_zh in lab.say_verdict(rows, ruined, mended, clean, "zh")


def test_super_resolution_of_a_picture_that_is_not_small(specialists):
    with pytest.raises(Refusal) as e:
        lab.mend(lab.ruin(shot(), NOISE), "cnn-sr2")
    assert e.value.code == "wrong_scale" and "2 times" in e.value.say("en")
    say_both(e.value.note)
    own = lab.as_is(shot(48, 64))  # a visitor's own small photo has no original that it must fit
    assert lab.mend(own, "cnn-sr2").array.shape == (96, 128, 3)


def test_an_unknown_model_is_refused():
    for ask in (lambda: lab.mend(lab.ruin(shot(), NOISE), "gan"), lambda: lab.curves_rows("gan"), lambda: lab.curves_figure("gan")):
        with pytest.raises(Refusal, match="There is no model called 'gan'. Choose one of: .*cnn-denoise"):
            ask()


def test_a_picture_that_came_damaged():
    """Nothing is known, so nothing is scored; but it is mended."""
    ruined = lab.as_is(lab.upload(lab.ruin(shot(33, 47), NOISE).shown, "full"))
    mended = lab.mend(ruined)
    assert ruined.known == {} and ruined.steps == () and mended.shown.shape == (33, 47, 3)
    assert [n.code for n in mended.notes] == ["sigma_guessed"]
    assert list(lab.yardsticks(ruined)) == [] and is_chinese(lab.yardsticks_problem(ruined).say("zh"))
    rows = [lab.row(None, ruined), lab.row(None, mended)]
    assert all(r.psnr is None and r.ssim is None for r in rows)
    assert "no score is possible" in lab.say_verdict(rows, ruined, mended, None, "en")
    assert "无法打分" in lab.say_verdict(rows, ruined, mended, None, "zh")
    assert [line.get_label() for line in lab.spectrum_figure(None, ruined, mended).axes[0].get_lines()] == ["damaged", "restored"]


def test_classical_methods_stay_away_from_huge_pictures(monkeypatch):
    monkeypatch.setattr(lab, "YARDSTICK_PIXELS", 1000)
    ruined = lab.ruin(shot(), NOISE)
    assert list(lab.yardsticks(ruined)) == []
    say_both(lab.yardsticks_problem(ruined))


def test_nothing_damaged_nothing_to_mend():
    clean = shot()
    for steps in ([], [("noise", {"sigma": 0})], [("missing-mask", {})]):
        ruined = lab.ruin(clean, steps)
        mended = lab.mend(ruined)
        rows = [lab.row(clean, ruined), lab.row(clean, mended)]
        assert rows[0].psnr == float("inf") and rows[0].ssim == pytest.approx(1)
        assert "nothing to mend" in lab.say_verdict(rows, ruined, mended, clean, "en")


def test_an_error_map_is_black_where_there_is_no_error():
    clean = shot()
    ruined = lab.ruin(clean, [("missing-block", {"size": 0.3})])
    colours, missing = lab.error_picture(clean, ruined), ruined.known["mask"][0, 0].numpy() == 0
    assert colours.dtype == np.uint8 and colours[~missing].max() < 8 and colours[missing].mean() > 50
    assert "32" in lab.error_scale("en") and is_chinese(lab.error_scale("zh")) and "32" in lab.error_scale("zh")


def test_many_at_once_get_their_own():
    """Eight visitors in eight threads: each gets what they would get alone."""

    def visit(i):
        ruined = lab.ruin(lab.sample(list(SAMPLES)[i % 3]), [("noise", {"sigma": 10 + i})], seed=i)
        return ruined.array, lab.mend(ruined, blind=bool(i % 2)).array

    alone = [visit(i) for i in range(8)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(visit, range(8)))
    for (a, b), (c, d) in zip(alone, together, strict=True):
        assert np.array_equal(a, c) and np.allclose(b, d, atol=1e-5 if lab.DEVICE == "cpu" else 0.02)


# Links and lessons


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_step_of_every_lesson_sets_the_lab(lang):
    for id, _ in list_lessons(lang, "cnn"):
        page = open_lesson(id, lang)
        for values in [s.set for s in page.steps] + [page.predict.set]:
            case, notes = lab.parse_case(values)
            assert notes == [], (id, values)
            for key in values.keys() - {"damage"}:
                assert getattr(case, key) == values[key]


def test_models_and_lessons_of_a_link_are_checked():
    case, notes = lab.parse_case({"model": "gan", "lesson": "gan", "picture": "coins"})
    assert case == Case(picture="coins") and len(notes) == 2


# Training runs


def test_curves():
    assert lab.curves_rows("cnn-denoise") == HISTORY
    for against in ("step", "time"):
        labels = [line.get_label() for line in lab.curves_figure("cnn-denoise", against).axes[1].get_lines()]
        assert any("nlm" in text and "26.00" in text for text in labels)


def test_facts_and_definitions():
    for lang in LANGUAGES:
        facts, notes = lab.model_facts("cnn-denoise", lang), lab.score_notes(lang)
        assert "1,234" in facts and "2026-01-31" in facts and is_chinese(facts) == (lang == "zh")
        assert "PSNR" in notes and "SSIM" in notes and is_chinese(notes) == (lang == "zh")


# What may be missing


def truncate(folder):
    data = (folder / "model.safetensors").read_bytes()
    (folder / "model.safetensors").write_bytes(data[: len(data) // 2])


def flip(folder):
    data = bytearray((folder / "model.safetensors").read_bytes())
    data[-9] ^= 0x40
    (folder / "model.safetensors").write_bytes(data)


HARM = {
    "no folder": shutil.rmtree,
    "no models at all": lambda folder: shutil.rmtree(folder.parent),
    "no weights": lambda folder: (folder / "model.safetensors").unlink(),
    "half the weights": truncate,
    "a changed byte": flip,
    "another config": lambda folder: (folder / "config.json").write_text('{"family": "gan"}'),
    "no config": lambda folder: (folder / "config.json").unlink(),
    "no training.json": lambda folder: (folder / "training.json").unlink(),
}


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_without_its_weights_the_lab_goes_on(harm, checkpoint):
    """The lab says which network is not available and why; all else works."""
    harm(checkpoint)
    model = lab.models()[0]
    assert not model.available and "'cnn-denoise' is not available" in model.why("en")
    assert is_chinese(model.why("zh")) and "Error" not in model.why("en") + model.why("zh")
    clean = shot()
    ruined = lab.ruin(clean, NOISE)
    with pytest.raises(Refusal) as e:
        lab.mend(ruined)
    assert e.value.note == model.problem
    for picture in (ruined, *lab.yardsticks(ruined)):
        assert lab.row(clean, picture).psnr > 10


def test_models_that_are_there():
    model = lab.models()[0]
    assert model.available and model.why("en") == model.why("zh") == "" and model.name == "cnn-denoise"
    assert lab.fits(["cnn-denoise"], check_steps(NOISE)) and not lab.fits(["cnn-denoise"], check_steps([*NOISE, ("jpeg", {})]))


def test_a_network_comes_back_when_its_files_do(checkpoint, tmp_path):
    """A failed load is not remembered."""
    shutil.move(checkpoint, tmp_path / "away")
    assert not lab.models()[0].available
    shutil.move(tmp_path / "away", checkpoint)
    assert lab.models()[0].available and lab.mend(lab.ruin(shot(), NOISE)).sigma == 25


def test_without_its_curve(checkpoint):
    (checkpoint / "history.jsonl").unlink()
    with pytest.raises(Refusal, match="history.jsonl is missing"):
        lab.curves_rows("cnn-denoise")
    assert lab.models()[0].available


# The machine


@pytest.mark.parametrize("threads, en", [(1, "CPU, 1 thread"), (2, "CPU, 2 threads")])
def test_device_line(monkeypatch, threads, en):
    monkeypatch.setattr(lab, "DEVICE", "cpu")
    monkeypatch.setattr(torch, "get_num_threads", lambda: threads)
    assert lab.device_line("en") == en and str(threads) in lab.device_line("zh") and is_chinese(lab.device_line("zh"))


def test_device_line_of_others(monkeypatch):
    monkeypatch.setattr(lab, "DEVICE", "mps")
    assert "Apple" in lab.device_line("en")
    monkeypatch.setattr(lab, "DEVICE", "cuda")
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda: "A GPU")
    assert lab.device_line("zh") == "A GPU"


def test_saved_pictures(tmp_path):
    ruined = lab.ruin(shot(33, 47), [("noise", {"sigma": 100})])
    first, second = lab.save_png(ruined.array), lab.save_png(ruined.shown)
    assert first != second and first.endswith(".png")
    for path in (first, second, lab.save_png(ruined.shown, str(tmp_path), "restored")):
        assert np.array_equal(np.asarray(Image.open(path)), ruined.shown)
    assert (tmp_path / "restored.png").exists()


def test_notes_are_equal_by_what_they_say():
    assert Note("seed_range", most=3) == Note("seed_range", most=3) != Note("seed_range", most=4)
