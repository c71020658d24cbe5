"""The shipped pictures: whole, credited, and as build.py makes them."""

import importlib.util

import numpy as np
import pytest
import torch
from PIL import Image

from restoration.errors import Refusal
from restoration.samples import SAMPLES, SAMPLES_FOLDER, list_samples, load_sample, sample_path

SHEETS = ("emoji.png", "flowers.png")  # of small pictures
FREE = ("CC0", "public domain", "no known copyright restrictions")


def credits() -> dict[str, list[str]]:
    """CREDITS.md's first table: file -> the row's other cells. The second is of small pictures, see test_subjects.py."""
    lines = (SAMPLES_FOLDER / "CREDITS.md").read_text(encoding="utf-8").split("\n## ")[0].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return {row[0]: row[1:] for row in rows[2:]}


@pytest.fixture(scope="module")
def build():
    spec = importlib.util.spec_from_file_location("build", SAMPLES_FOLDER / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_opens_in_both_sizes(name):
    whole = load_sample(name, None)
    side = whole.shape[-1]
    assert 256 < side <= 512
    for size, expected in ((256, 256), (512, side)):
        x = load_sample(name, size)
        assert x.shape == (1, 3, expected, expected) and x.dtype == torch.float32
        assert 0 <= x.min() and x.max() <= 1 and x.std() > 0.05


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_named_described_and_credited(name):
    sample = SAMPLES[name]
    assert sample.name == name and sample.path == sample_path(name) and sample.path.is_file()
    assert all([sample.en, sample.zh, sample.alt_en, sample.alt_zh, sample.credit])
    for chinese in (sample.zh, sample.alt_zh):
        assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese)
    cells = credits()[sample.file]
    assert len(cells) == 5 and all(cells) and cells[3] in FREE
    assert cells[3] in sample.credit


def test_every_file_is_a_sample_and_all_are_small():
    files = {p.name: p.stat().st_size for p in SAMPLES_FOLDER.glob("*.png")}
    assert set(credits()) == {sample.file for sample in SAMPLES.values()}
    assert set(files) == {*credits(), *SHEETS}
    assert sum(files.values()) < 4_500_000 and max(files.values()) < 600_000


def test_the_names_of_the_table():
    assert list_samples() == list(SAMPLES) and 10 <= len(SAMPLES) <= 12
    for lang in ("en", "zh"):
        assert len({getattr(sample, lang) for sample in SAMPLES.values()}) == len(SAMPLES)


@pytest.mark.parametrize("ask", [load_sample, sample_path])
def test_an_unknown_sample_is_refused(ask):
    with pytest.raises(Refusal, match="'dog'.*cat, astronaut") as refusal:
        ask("dog")
    assert "没有名为“dog”的图片" in refusal.value.say("zh")


def test_the_drawing_is_what_the_script_draws(build):
    shipped = np.asarray(Image.open(sample_path("drawing")))
    assert np.array_equal(np.asarray(build.drawing()), shipped)


def test_the_crops_are_what_the_script_cuts(build):
    assert set(build.CROPS) | {"drawing", "page"} == set(SAMPLES)
    for name, (file, left, top, side) in build.CROPS.items():
        source = build.SCIKIT_IMAGE / file
        if not source.exists():  # the picture of the other package, which is not installed for tests
            continue
        made = np.asarray(build.crop(source, left, top, side)).astype(int)
        shipped = np.asarray(Image.open(sample_path(name))).astype(int)
        assert made.shape == shipped.shape, name
        assert np.abs(made - shipped).mean() < 0.5, name  # another version of Pillow or libjpeg may round otherwise
        with Image.open(source) as whole:
            assert made.shape[:2] != whole.size[::-1], name  # a crop, never the whole source
