"""What a result was computed with, so that it can be computed again: versions, and the weights' checksums."""

import platform
from functools import lru_cache
from pathlib import Path

import torch

from restoration import __version__, checkpoints
from restoration.errors import Refusal
from restoration.lab import models_folder

ROOT = Path(__file__).resolve().parents[2]


def versions() -> dict[str, str]:
    """What is installed -> its version; Kintsugi's with its commit, where the app runs from a clone."""
    ours = f"{__version__} ({commit()})" if commit() else __version__
    return {"Kintsugi": ours, "Python": platform.python_version(), "PyTorch": torch.__version__}


@lru_cache(maxsize=1)
def commit() -> str:
    """The first digits of the commit that is checked out; "" where there is no clone. Read from its files: git need not be installed."""
    try:
        folder = ROOT / ".git"
        if folder.is_file():  # of a worktree
            folder = Path(folder.read_text(encoding="utf-8").partition(":")[2].strip())
        head = (folder / "HEAD").read_text(encoding="utf-8").strip()
        if head.startswith("ref: "):
            ref, common = head[5:], folder / "commondir"
            shared = folder / common.read_text(encoding="utf-8").strip() if common.exists() else folder
            packed = (shared / "packed-refs").read_text(encoding="utf-8").splitlines() if (shared / "packed-refs").exists() else []
            named = [line.split()[0] for line in packed if line.endswith(f" {ref}")]
            head = (shared / ref).read_text(encoding="utf-8").strip() if (shared / ref).exists() else named[0]
        return head[:10]
    except (OSError, LookupError, UnicodeDecodeError):
        return ""


def weights(name: str) -> tuple[str, str] | None:
    """(date of the training, SHA-256 of the weights) of a checkpoint; None if it cannot be read."""
    folder = models_folder() / name
    try:
        return checkpoints.read_training(name, folder)["date"], _digest(folder)
    except (OSError, LookupError, Refusal):
        return None


@lru_cache(maxsize=64)
def _digest(folder: Path) -> str:
    return checkpoints.digest(folder)
