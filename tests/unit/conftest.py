"""Fixtures that several tests share; what they are made of is in small.py."""

import pytest
from small import make_checkpoint


@pytest.fixture
def checkpoint(tmp_path):
    """A folder with one small checkpoint, cnn-denoise, as it would stand in assets/models."""
    folder = tmp_path / "models" / "cnn-denoise"
    make_checkpoint(folder)
    return folder
