"""The small pictures that ship: whole, named in both languages, credited, and as build_small.py makes them."""

import importlib.util

import numpy as np
import pytest
import torch
from PIL import Image

from restoration.errors import Refusal
from restoration.lab import vae
from restoration.samples import SAMPLES_FOLDER
from restoration.subjects import SUBJECTS, TILES, labels, load_small, tile_name

EACH = [(subject, number) for subject, s in SUBJECTS.items() for number in range(s.pictures)]


@pytest.fixture(scope="module")
def build():
    spec = importlib.util.spec_from_file_location("build_small", SAMPLES_FOLDER / "build_small.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("subject", "number"), EACH)
def test_a_small_picture_opens(subject, number):
    s, x = SUBJECTS[subject], load_small(subject, number)
    assert x.shape == (1, s.channels, s.side, s.side) and x.dtype == torch.float32
    assert 0 <= x.min() and x.max() <= 1 and x.std() > 0.05
    x.zero_()  # the visitor's copy
    assert load_small(subject, number).max() > 0


@pytest.mark.parametrize("subject", SUBJECTS)
def test_all_differ_and_are_named_in_both_languages(subject):
    count = SUBJECTS[subject].pictures
    assert len({load_small(subject, n).numpy().tobytes() for n in range(count)}) == count
    for lang in ("en", "zh"):
        names = [tile_name(subject, n, lang) for n in range(count)]
        assert len(set(names)) == (10 if subject == "digits" else count)
        assert all(any("\u4e00" <= letter <= "\u9fff" for letter in name) == (lang == "zh") for name in names)
        assert vae.picture_name(subject, 3, lang) == names[3]
    assert subject == "digits" or len(TILES[subject]) == count
    assert 0 <= SUBJECTS[subject].trained_on <= count


def test_a_digit_is_named_by_what_it_is():
    assert tile_name("digits", 13, "en") == "a handwritten 3" and tile_name("digits", 13, "zh") == "手写的数字 3"
    assert labels(12).tolist() == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]


@pytest.mark.parametrize("ask", [load_small, lambda subject, number: tile_name(subject, number, "en")])
def test_what_there_is_not_is_refused(ask):
    with pytest.raises(Refusal, match="cats") as refusal:
        ask("cats", 0)
    assert "cats" in refusal.value.say("zh")
    for number in (-1, SUBJECTS["flowers"].pictures, 1.5, "0", None):
        with pytest.raises(Refusal):
            ask("flowers", number)


def test_sheets_hold_the_tiles_and_nothing_else(build):
    for subject, columns, tiles in (("emoji", 8, build.EMOJI), ("flowers", 4, build.FLOWERS)):
        s = SUBJECTS[subject]
        assert len(tiles) == s.pictures and s.side == build.SIDE
        with Image.open(SAMPLES_FOLDER / f"{subject}.png") as sheet:
            assert sheet.size == (columns * s.side, -(-s.pictures // columns) * s.side) and sheet.mode == "RGB"


def test_a_sheet_is_laid_out_row_by_row(build):
    tiles = [Image.new("RGB", (64, 64), (n, 0, 0)) for n in range(6)]
    whole = np.asarray(build.sheet(tiles, 4))
    assert whole.shape == (128, 256, 3)
    assert [int(whole[n // 4 * 64, n % 4 * 64, 0]) for n in range(6)] == list(range(6))


def test_every_tile_and_its_source_is_credited(build):
    text = (SAMPLES_FOLDER / "CREDITS.md").read_text(encoding="utf-8").split("\n## The small pictures")[1]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")][2:]
    assert all(len(row) == 6 and all(row) for row in rows)
    credited = {}
    for tiles, _, source, _, licence, _ in rows:
        assert licence.startswith(("MIT", "CC0", "CC BY 2.0", "public domain"))
        name, numbers = tiles.split()
        first, last = map(int, numbers.split("-"))
        credited |= {(name, n): source for n in range(first, last + 1)}
    assert set(credited) == {(f"{subject}.png", n + 1) for subject, n in EACH if subject != "digits"}
    for n, (file, *_) in enumerate(build.FLOWERS):
        assert file.rpartition("/")[2] in credited["flowers.png", n + 1]
    assert "fluent-emoji-3d" in credited["emoji.png", 1]
