"""Imports run one way only (see LAYERS), read from the source; and importing the package is cheap, seen in a fresh process."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# From the ground up: a module imports only what stands in an earlier line, and what is in its own folder.
# A new file needs a place here.
LAYERS = [
    {"errors", "performance", "distributions"},
    {"images", "digits", "clips"},
    {"resample"},
    {"degrade"},
    {"metrics", "baselines", "samples"},
    {"niqe"},
    {"subjects", "clips_made"},
    {"models"},
    {"checkpoints"},
    {"training"},
    {"exhibits", "plots", "lessons", "cases", "verdict"},
    {"course", "translations", "quiz"},
    {"lab"},
    {"live", "studies", "classroom"},
    {"ui"},
]
# What the screen may ask for: compute through the one door, the rest is words and plain values.
SCREEN_MAY = {
    "errors", "performance", "lessons", "course", "cases", "plots", "samples", "quiz", "lab", "live", "studies", "classroom", "ui",
}  # fmt: skip
FILES = sorted(p for p in (ROOT / "restoration").rglob("*.py")) + [p for p in [ROOT / "app.py"] if p.exists()]


def module(path: Path) -> str:
    """restoration/models/cnn.py -> restoration.models.cnn"""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module(p): p for p in FILES}


def imports(path: Path) -> set[str]:
    """Full names of all that a file imports, wherever in the file: modules, and names that are modules of this package."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write the import in full"
            inside = {f"{node.module}.{alias.name}" for alias in node.names} & set(MODULES)
            plain = {alias.name for alias in node.names if f"{node.module}.{alias.name}" not in MODULES}
            found |= inside | ({node.module} if plain else set())
    return found


def layer(name: str) -> int:
    """The line of LAYERS in which a module of the package stands."""
    part = name.split(".")[1]
    places = [i for i, names in enumerate(LAYERS) if part in names]
    assert places, f"restoration/{part} has no place in LAYERS"
    return places[0]


def outside(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)}


def ids(paths):
    return {"argvalues": paths, "ids": [str(p.relative_to(ROOT)) for p in paths]}


INNER = [p for p in FILES if len(module(p).split(".")) > 1]
BELOW = [p for p in INNER if module(p).split(".")[1] != "ui"]
UI = [p for p in INNER if p not in BELOW]
# A network that is made of others' parts
MADE_OF = {"gan_restore.py": {"cnn", "gan"}, "rnn.py": {"cnn"}, "pixel_rnn.py": {"rnn"}}
NETWORKS = [p for p in (ROOT / "restoration" / "models").glob("*.py") if p.name != "__init__.py"]


@pytest.mark.parametrize("path", **ids(INNER))
def test_one_way(path):
    own = module(path)
    for name in imports(path):
        if name.startswith("restoration."):
            same_folder = name.split(".")[1] == own.split(".")[1]
            assert same_folder or layer(name) < layer(own), f"{own} must not import {name}"


@pytest.mark.parametrize("path", **ids(BELOW))
def test_only_the_screen_knows_gradio(path):
    assert not outside(path) & {"gradio", "gradio_client", "fastapi", "starlette"}


@pytest.mark.parametrize("path", **ids(UI + [p for p in FILES if p.name == "app.py" and p.parent == ROOT]))
def test_the_screen_computes_nothing(path):
    assert not outside(path) & {"torch", "torchvision", "matplotlib", "scipy", "skimage", "cv2", "safetensors", "av"}
    inside = {name.split(".")[1] for name in imports(path) if name.startswith("restoration.")}
    assert inside <= SCREEN_MAY, f"ask restoration.lab instead of {inside - SCREEN_MAY}"


@pytest.mark.parametrize("path", **ids(NETWORKS))
def test_a_model_file_stands_alone(path):
    """So that it can be read from top to bottom: torch, the contract, the optimiser and the sentences."""
    names = {n for n in imports(path) if n.split(".")[0] not in sys.stdlib_module_names and not n.startswith("torch")}
    others = {f"restoration.models.{name}" for name in MADE_OF.get(path.name, ())}
    assert names <= {"restoration.models.base", "restoration.models.motion", "restoration.models.muon", "restoration.errors"} | others
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300


@pytest.mark.parametrize("path", **ids(FILES))
def test_no_pyplot(path):
    """pyplot keeps figures in a global list, and a server has many threads."""
    assert not any(name.startswith(("matplotlib.pyplot", "pylab")) for name in imports(path))
    assert "pyplot" not in {alias.name for n in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                            if isinstance(n, ast.ImportFrom) and n.module == "matplotlib" for alias in n.names}  # fmt: skip


@pytest.mark.parametrize("path", **ids(FILES))
def test_nothing_is_left_undone(path):
    text = path.read_text(encoding="utf-8")
    for word in ("NotImplementedError", "TODO", "FIXME", "XXX"):
        assert word not in text


def loaded_by(code: str) -> set[str]:
    """The top-level packages that a fresh Python has loaded after `code`."""
    code += "\nimport sys; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(run.stdout.split())


HEAVY = {"torch", "numpy", "gradio", "matplotlib", "PIL", "scipy", "skimage", "cv2", "safetensors", "yaml", "av"}


def test_importing_the_package_is_cheap():
    assert not loaded_by("import restoration; dir(restoration); restoration.__version__") & HEAVY


def test_sentences_are_cheap():
    assert not loaded_by("import restoration.errors") & HEAVY


def test_the_lab_works_without_the_screen():
    loaded = loaded_by("import restoration.lab")
    assert "torch" in loaded and not loaded & {"gradio", "starlette"}


@pytest.mark.parametrize("first", ["", "import restoration.degrade", "from restoration import degrade"])
def test_the_notebook_works_whatever_is_imported_first(first):
    """Every name that the package offers is there; `restoration.degrade`, a module and a function, serves as both."""
    code = f"""
{first}
import torch, restoration as r
y = r.degrade(torch.zeros(1, 3, 16, 16), 'noise', sigma=5, seed=0)
for name in r.__all__:
    assert callable(getattr(r, name)), name
assert torch.equal(r.degrade(torch.zeros(1, 3, 16, 16), 'noise', sigma=5, seed=0), y)
{"assert torch.equal(degrade(torch.zeros(1, 3, 16, 16), 'noise', sigma=5, seed=0), y)" if "from" in first else ""}
"""
    assert "torch" in loaded_by(code)


def test_an_unknown_name_is_said():
    import restoration

    with pytest.raises(AttributeError, match="it has load_image"):
        restoration.load_picture  # noqa: B018
