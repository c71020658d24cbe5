"""Fixtures that several tests share; what they are made of is in small.py."""

import pytest
import torch
from small import make_checkpoint, make_like, make_shipped

from restoration import lab


@pytest.fixture(autouse=True)
def threads():
    """A study computes with one thread; the next test begins with as many as the process had."""
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.fixture
def checkpoint(tmp_path):
    """A folder with one small checkpoint, cnn-denoise, as it would stand in assets/models."""
    folder = tmp_path / "models" / "cnn-denoise"
    make_checkpoint(folder)
    return folder


@pytest.fixture
def models_folder(checkpoint, monkeypatch):
    """The lab finds small networks in the place of those that ship, and forgets them afterwards."""
    make_shipped(checkpoint.parent)
    monkeypatch.setenv("KINTSUGI_MODELS", str(checkpoint.parent))
    lab._load.cache_clear()
    yield checkpoint.parent
    lab._load.cache_clear()


@pytest.fixture
def specialists(models_folder, monkeypatch):
    """A small network for every job, as if all of them shipped."""
    for name in lab.JOBS:
        make_like(name, models_folder)
    monkeypatch.setattr(lab, "MODELS", lab.JOBS)
    return models_folder
