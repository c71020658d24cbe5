"""The digits that the program writes: framed as MNIST's, the same for a seed, and legible."""

import numpy as np
import pytest
import torch

from restoration.digits import BOX, SIDE, STROKES, draw_digits
from restoration.errors import Refusal
from restoration.lab import vae


@pytest.fixture(scope="module")
def many():
    return draw_digits(1000, 7)


def test_shapes_range_and_labels(many):
    pictures, labels = many
    assert pictures.shape == (1000, SIDE, SIDE) and pictures.dtype == np.float32
    assert pictures.min() == 0 and 0.9 < pictures.max() <= 1
    assert np.array_equal(labels, np.arange(1000) % 10)


def test_same_seed_same_digits_and_few_are_the_first_of_many(many):
    assert np.array_equal(draw_digits(50, 7)[0], many[0][:50])
    assert not np.array_equal(draw_digits(10, 8)[0], many[0][:10])


@pytest.mark.parametrize("asked", [(0, 0), (-3, 0), (2.5, 0), ("10", 0), (True, 0), (10, -1), (10, "x"), (10, 0.5)])
def test_what_is_no_count_or_no_seed_is_refused(asked):
    with pytest.raises(Refusal) as refusal:
        draw_digits(*asked)
    assert refusal.value.say("en") and refusal.value.say("zh")


def test_no_two_are_alike(many):
    assert len({picture.tobytes() for picture in many[0]}) == 1000


def test_the_frame_is_mnists(many):
    """20 pixels high or wide, with the centre of mass in the middle."""
    grid = np.arange(SIDE) - (SIDE - 1) / 2
    for picture in many[0][:300]:
        mass = picture.sum()
        assert abs((picture.sum(0) * grid).sum() / mass) < 0.1 and abs((picture.sum(1) * grid).sum() / mass) < 0.1
        rows, columns = (np.flatnonzero(picture.max(axis) > 0.3) for axis in (1, 0))
        longer = max(np.ptp(rows), np.ptp(columns)) + 1
        assert BOX - 2 <= longer <= BOX + 2


def test_every_digit_can_be_written_in_several_ways():
    assert set(STROKES) == set(range(10)) and all(len(ways) >= 3 for ways in STROKES.values())
    for ways in STROKES.values():
        assert all(0 <= x <= 1 and 0 <= y <= 1 for way in ways for stroke in way for x, y in stroke)


def test_the_classifier_reads_them(many):
    """It learned to read from MNIST, and was never shown these."""
    pictures, labels = many
    read = vae.network("digit-classifier").read(torch.from_numpy(pictures)[:, None]).argmax(1).numpy()
    right = [float((read[labels == digit] == digit).mean()) for digit in range(10)]
    assert np.mean(right) >= 0.97 and min(right) >= 0.93, right
