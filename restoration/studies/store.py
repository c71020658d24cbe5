"""assets/studies/<name>.json in and out: the numbers of a study, and where they come from.

    {"made": {"date", "versions": {...}, "weights": {checkpoint: sha256, ...}}, ...what the study says}

A study that was made from other weights than those that ship is out of date; `stale` says so, and a test holds the shipped ones to it.
"""

import datetime
import json
import platform
from pathlib import Path

import torch

from restoration import __version__, checkpoints
from restoration.errors import Refusal

STUDIES = Path(__file__).resolve().parents[2] / "assets" / "studies"


def write(name: str, found: dict, models: list[str]) -> None:
    """found: what the study says, of JSON's types. models: the checkpoints that it was made from."""
    versions = {"restoration": __version__, "torch": torch.__version__, "python": platform.python_version()}
    weights = {model: checkpoints.digest(checkpoints.MODELS / model) for model in models}
    made = {"date": datetime.date.today().isoformat(), "versions": versions, "weights": weights}
    STUDIES.mkdir(parents=True, exist_ok=True)
    entries = [f"{json.dumps(key)}: {_lines(value)}" for key, value in {"made": made, **found}.items()]
    (STUDIES / f"{name}.json").write_text("{\n" + ",\n".join(entries) + "\n}\n", encoding="utf-8")


def _lines(value) -> str:
    """JSON with a line for each item of a list and each entry of a table, so that a study stays short and its changes can be read."""
    if isinstance(value, list) and value and isinstance(value[0], (list, dict)):
        return "[\n" + ",\n".join(f" {_flat(item)}" for item in value) + "\n]"
    if isinstance(value, dict):
        return "{\n" + ",\n".join(f" {_flat(key)}: {_flat(item)}" for key, item in value.items()) + "\n}"
    return _flat(value)


def _flat(value) -> str:
    return json.dumps(value, ensure_ascii=False)


def read(name: str) -> dict:
    """Refusal if the file is missing or damaged."""
    try:
        found = json.loads((STUDIES / f"{name}.json").read_text(encoding="utf-8"))
        return {"made": found.pop("made"), **found}
    except FileNotFoundError as e:
        raise Refusal("study_missing", name=name) from e
    except (OSError, ValueError, LookupError, AttributeError) as e:
        raise Refusal("study_damaged", name=name) from e


def stale(name: str) -> list[str]:
    """The checkpoints whose weights are no longer those that the study was made from."""
    weights = read(name)["made"]["weights"]
    return [model for model, sha256 in weights.items() if checkpoints.digest(checkpoints.MODELS / model) != sha256]
