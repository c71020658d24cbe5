"""assets/models/<name>/ in and out.

    config.json        the constructor's arguments, and the family they belong to
    model.safetensors  the weights, float32
    history.jsonl      the training curve, row for row as it was
    training.json      recipe, data, seed, versions, wall time, scores with the yardstick's beside them
    README.md          the model card, written from the others

Loading is strict: a missing file, an unknown key, a missing or an extra tensor, or weights that are not those that training
wrote (training.json keeps their checksum) is a Refusal that says so.
"""

import hashlib
import json
from dataclasses import asdict, fields
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file

from restoration.errors import Note, Refusal, unknown
from restoration.models import FAMILIES
from restoration.models.base import Restorer

MODELS = Path(__file__).resolve().parent.parent / "assets" / "models"
MAX_BYTES = 10_000_000  # of one model's weights


def list_models() -> list[str]:
    """Names of the checkpoints that ship, whether or not their files are whole."""
    return sorted(p.name for p in MODELS.iterdir() if p.is_dir()) if MODELS.is_dir() else []


def load_model(name: str, device: str = "cpu", folder: Path | None = None) -> Restorer:
    """A trained network, ready to `.restore(y)`. name: one of list_models().

    Raises Refusal: unknown_name; model_unavailable if its files are missing or not as they were.
    """
    if folder is None and name not in list_models():
        raise unknown("model", name, list_models())
    folder = folder or MODELS / name
    model = _build(name, folder)
    weights = _weights(name, folder)
    wanted = model.state_dict()
    for key in wanted:
        if key not in weights:
            raise _unavailable(name, "weight_missing", weight=key)
        if weights[key].shape != wanted[key].shape:
            raise _unavailable(name, "weight_shape", weight=key)
    for key in weights:
        if key not in wanted:
            raise _unavailable(name, "weight_unknown", weight=key)
    if read_training(name, folder).get("sha256", digest(folder)) != digest(folder):
        raise _unavailable(name, "weights_changed")
    model.load_state_dict(weights)
    model.name = name
    return model.eval().requires_grad_(False).to(device, memory_format=torch.channels_last)


def _unavailable(name: str, code: str, **values) -> Refusal:
    return Refusal("model_unavailable", name=name, why=Note(code, **values))


def _build(name: str, folder: Path) -> Restorer:
    """The network that config.json describes, untrained."""
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        family = FAMILIES[config.pop("family")]
        keys = [f.name for f in fields(family.config)]
        if set(config) != set(keys):
            raise _unavailable(name, "config_keys", keys=", ".join(["family", *keys]))
        return family.build(family.config(**{k: tuple(v) if isinstance(v, list) else v for k, v in config.items()}))
    except FileNotFoundError as e:
        raise _unavailable(name, "file_missing", file="config.json") from e
    except Refusal:
        raise
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RuntimeError) as e:
        raise _unavailable(name, "file_damaged", file="config.json") from e


def _weights(name: str, folder: Path) -> dict[str, torch.Tensor]:
    try:
        return load_file(folder / "model.safetensors")
    except FileNotFoundError as e:
        raise _unavailable(name, "file_missing", file="model.safetensors") from e
    except (OSError, ValueError, SafetensorError) as e:
        raise _unavailable(name, "file_damaged", file="model.safetensors") from e


def digest(folder: Path) -> str:
    """The checksum of a checkpoint's weights."""
    return hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()


def save_model(model: Restorer, family: str, folder: Path, history: list[dict], training: dict) -> None:
    """Write the whole folder of a checkpoint."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = {k: v.float().contiguous().cpu() for k, v in model.state_dict().items()}
    save_file(weights, folder / "model.safetensors")
    size = (folder / "model.safetensors").stat().st_size
    if size > MAX_BYTES:
        raise Refusal("weights_too_big", size=size, most=MAX_BYTES)
    (folder / "config.json").write_text(json.dumps({"family": family, **asdict(model.config)}, indent=1) + "\n")
    (folder / "history.jsonl").write_text("".join(json.dumps(row) + "\n" for row in history))
    write_training(folder, training)


def write_training(folder: Path, training: dict) -> None:
    """training.json, with the checksum of the weights, and the model card that is written from it."""
    training = {**training, "sha256": digest(folder)}
    (folder / "training.json").write_text(json.dumps(training, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "README.md").write_text(card(training), encoding="utf-8")


def record_scores(name: str, rows: list[dict], folder: Path | None = None) -> None:
    """Rows of scores into training.json and the model card, in the place of rows of the same tests; the others stay."""
    folder = folder or MODELS / name
    training = read_training(name, folder)
    kept = {r["test"]: r for r in training["scores"]} | {r["test"]: r for r in rows}
    write_training(folder, {**training, "scores": list(kept.values())})


def read_history(name: str, folder: Path | None = None) -> list[dict]:
    """The rows of a checkpoint's training run; see restoration.training.loop for what is in them."""
    path = (folder or MODELS / name) / "history.jsonl"
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    except FileNotFoundError as e:
        raise _unavailable(name, "file_missing", file=path.name) from e
    except (OSError, ValueError) as e:
        raise _unavailable(name, "file_damaged", file=path.name) from e
    if not all(isinstance(row, dict) and {"step", "split", "seconds"} <= set(row) for row in rows):
        raise _unavailable(name, "file_damaged", file=path.name)
    return rows


def read_training(name: str, folder: Path | None = None) -> dict:
    """How a checkpoint was trained: the contents of its training.json."""
    path = (folder or MODELS / name) / "training.json"
    try:
        training = json.loads(path.read_text(encoding="utf-8"))
        card(training)  # needs all that the screen shows of it
    except FileNotFoundError as e:
        raise _unavailable(name, "file_missing", file=path.name) from e
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as e:
        raise _unavailable(name, "file_damaged", file=path.name) from e
    return training


def card(t: dict) -> str:
    """The model card, Markdown, from a training.json."""
    lines = [
        f"# {t['name']}",
        "",
        t["about"],
        "",
        f"- Parameters: {t['parameters']:,}",
        f"- Trained: {t['date']}, {t['seconds'] / 60:.0f} minutes on {t['device']}, {t['steps']:,} updates",
        f"- Data: {t['data']}",
        f"- Recipe: `{json.dumps(t['recipe'])}`",
        f"- Versions: {', '.join(f'{k} {v}' for k, v in t['versions'].items())}",
        "- Licence of the weights: MIT, as the code",
        "",
        "| test | damaged | yardstick | this model | guessing the damage's strength |",
        "|---|---|---|---|---|",
    ]
    for s in t["scores"]:
        blind = f"{s['blind']:.2f}" if "blind" in s else "-"
        yardstick = f"{s['yardstick_name']} {s['yardstick']:.2f}"
        damaged = f"{s['damaged']:.2f}" if "damaged" in s else "-"
        lines.append(f"| {s['test']} | {damaged} | {yardstick} | {s['model']:.2f} | {blind} |")
    return "\n".join(lines + ["", t["limits"], ""])
