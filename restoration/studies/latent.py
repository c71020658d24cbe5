"""Latent space: the bottleneck features of many patches under every damage, flattened to three components, for each specialist.

    python -m restoration.studies latent

Every patch of PATCHES stands in the map under every damage of SETTINGS, so the numbers below can tell what the damage does from what the
patch shows. The whole picture passes through the network, at 256x256 and seed 0; the features are those of the middle stage, averaged over
the patch. No network is told a noise level (the denoiser guesses it, as it would have to for a photo), so that what the map shows was seen
in the picture; a mask is told. Super-resolution works on small pictures and has no map.
"""

from dataclasses import dataclass

import numpy as np
import torch

from restoration import lab
from restoration.cases import check_steps, damage_steps, damage_text
from restoration.errors import Refusal, unknown
from restoration.exhibits import latent
from restoration.exhibits.features import SIDE, middle
from restoration.studies import store

NAME = "latent"
SEED = 0
KEPT = 3  # components
PER_SAMPLE = 3  # patches
CLEAN = "clean"  # the kind of a patch without damage
STRENGTHS = {
    "noise": [{"sigma": 10}, {"sigma": 25}, {"sigma": 50}],
    "poisson": [{"photons": 200}, {"photons": 50}, {"photons": 10}],
    "salt-and-pepper": [{"share": 0.02}, {"share": 0.1}, {"share": 0.3}],
    "blur": [{"sigma": 1}, {"sigma": 2}, {"sigma": 4}],
    "motion-blur": [{"length": length, "angle": 30} for length in (6, 12, 24)],
    "defocus-blur": [{"radius": 2}, {"radius": 4}, {"radius": 8}],
    "missing-pixels": [{"share": 0.1}, {"share": 0.5}, {"share": 0.8}],
    "low-resolution": [{"scale": 2}, {"scale": 4}],
    "jpeg": [{"quality": 40}, {"quality": 15}, {"quality": 5}],
    "grayscale": [{}],
}
SETTINGS = ((), *(check_steps([(name, controls)]) for name, all in STRENGTHS.items() for controls in all))  # the first: no damage


def kind(steps: tuple) -> str:
    return steps[0][0] if steps else CLEAN


@dataclass(frozen=True)
class Map:
    """The map of one network: S settings, P patches, K components.

    points      (P, S, K) where each patch lies under each setting
    The rest is what exhibits.latent.measure found.
    """

    model: str
    basis: latent.Basis
    points: np.ndarray
    components: list
    needed: int
    accuracy: dict
    moves: list


@dataclass(frozen=True)
class Study:
    """patches: (sample, row, column), counted in patches. settings: damage steps. rms (P, S): what the damage changed in the patch,
    root mean square, of 255."""

    made: dict
    patches: tuple
    settings: tuple
    rms: np.ndarray
    maps: dict  # network -> Map


def networks() -> list[str]:
    return [name for name, job in lab.MODELS.items() if job.scale == 1]


def read() -> Study:
    """The stored study; Refusal if it is missing or damaged. A network that the lab does not have is left out."""
    found = store.read(NAME)
    try:
        patches = tuple((str(sample), int(row), int(column)) for sample, row, column in found["patches"])
        settings = tuple(damage_steps(text) for text in found["settings"])
        maps = {name: _map(name, m, len(patches), len(settings)) for name, m in found["maps"].items() if name in networks()}
        return Study(found["made"], patches, settings, np.array(found["rms"]).reshape(len(patches), len(settings)), maps)
    except (LookupError, TypeError, ValueError, AttributeError) as e:
        raise Refusal("study_damaged", name=NAME) from e


def _map(name: str, m: dict, patches: int, settings: int) -> Map:
    mean, components = (torch.tensor(m["basis"][key], dtype=torch.float64) for key in ("mean", "components"))
    basis = latent.Basis(mean, components, torch.tensor([c["share"] for c in m["components"]]))
    points = np.array(m["points"]).reshape(patches, settings, len(components))
    return Map(name, basis, points, m["components"], m["needed"], m["accuracy"], m["moves"])


# Features of a picture


@lab.on_gpu
@torch.inference_mode()
def patch_features(model: str, picture: np.ndarray, known: dict) -> torch.Tensor:
    """(rows, columns, C) of a picture (H, W, 3), of its middle if it is large. known: of its damage; the noise level is not told.

    Raises Refusal: picture_too_small if it is smaller than a patch.
    """
    network, y = lab.network(model), middle(lab.tensor(picture))
    height, width = y.shape[-2:]
    if min(height, width) < latent.PATCH:
        raise Refusal("picture_too_small", width=width, height=height, least=latent.PATCH)
    told = {key: middle(known[key]).to(lab.DEVICE) for key in network.told if key in known and key != "sigma"}
    features = latent.bottleneck(network, y.to(lab.DEVICE), **told)
    return latent.patch_means(features, height, width, network.multiple)


def known_of(ruined: lab.Ruined) -> dict:
    """What is still true of a damaged picture at full size: enlarging changes its noise and its holes."""
    return {} if "scale" in ruined.known else ruined.known


def change(clean: np.ndarray, damaged: np.ndarray) -> np.ndarray:
    """(rows, columns): root mean square difference in every whole patch of two pictures (H, W, 3), of 255."""
    squares = middle(lab.tensor(damaged - clean))[0].double() ** 2  # (3, H, W)
    height, width = squares.shape[-2:]
    return 255 * latent.patch_means(squares, height, width, 1).mean(-1).sqrt().numpy()


# Making the study


def places(samples) -> list[tuple]:
    """PER_SAMPLE patches of every sample, drawn once: (sample, row, column)."""
    rng, side = np.random.default_rng(SEED), SIDE // latent.PATCH
    drawn = [(sample, sorted(rng.choice(side**2, PER_SAMPLE, replace=False).tolist())) for sample in samples]
    return [(sample, n // side, n % side) for sample, chosen in drawn for n in chosen]


def compute(samples=None, settings=SETTINGS) -> dict:
    """samples: names of shipped pictures, all of them if None. settings: damage steps; the first must be no damage."""
    patches = places(samples or lab.samples())
    rms, seen = np.zeros((len(patches), len(settings))), {model: None for model in networks()}
    for s, steps in enumerate(settings):
        for sample in dict.fromkeys(sample for sample, _, _ in patches):
            clean = lab.sample(sample)
            ruined = lab.ruin(clean, steps, SEED)
            picture = lab.full_size(ruined)
            changed = change(clean.array, picture)
            mine = [(p, row, column) for p, (name, row, column) in enumerate(patches) if name == sample]
            for model in seen:
                features = patch_features(model, picture, known_of(ruined)).numpy()
                if seen[model] is None:
                    seen[model] = np.zeros((len(patches), len(settings), features.shape[-1]))
                for p, row, column in mine:
                    seen[model][p, s] = features[row, column]
            for p, row, column in mine:
                rms[p, s] = changed[row, column]
    kinds = [kind(steps) for steps in settings]
    sigmas = {s: dict(steps[0][1])["sigma"] if steps else 0 for s, steps in enumerate(settings) if kinds[s] in (CLEAN, "noise")}
    owners = np.array([sample for sample, _, _ in patches])
    maps = {model: latent.measure(x, rms, kinds, sigmas, owners, KEPT) for model, x in seen.items()}
    return {
        "patches": [list(patch) for patch in patches],
        "settings": [damage_text(steps) for steps in settings],
        "rms": rms.round(1).tolist(),
        "maps": maps,
    }


def make() -> None:
    """Computes the maps on one thread, so that every machine adds up in the same order; stores them and prints what they show."""
    torch.set_num_threads(1)
    store.write(NAME, compute(), networks())
    print(text(read()))


def text(study: Study) -> str:
    """What the maps show, as Markdown tables."""
    lines = [f"{len(study.patches)} patches x {len(study.settings)} settings", ""]
    keys = ("share", "setting", "patch", "both", "noise", "change")
    lines += [f"| network | component | {' | '.join(keys)} |", "|---" * (len(keys) + 2) + "|"]
    for model, m in study.maps.items():
        lines += [f"| {model} | {k + 1} | {' | '.join(f'{c[key]:.2f}' for key in keys)} |" for k, c in enumerate(m.components)]
    lines += ["", f"| moves | {' | '.join(study.maps)} |", "|---" * (len(study.maps) + 1) + "|"]
    for s, steps in enumerate(study.settings):
        lines.append(f"| {damage_text(steps) or CLEAN} | {' | '.join(f'{m.moves[s]:.2f}' for m in study.maps.values())} |")
    for key in ("map", "all"):
        lines.append(f"| nearest centroid, {key} | {' | '.join(f'{100 * m.accuracy[key]:.0f} %' for m in study.maps.values())} |")
    return "\n".join(lines)


# What the screen asks for


def landscape(study: Study, model: str) -> Map:
    if model not in study.maps:
        raise unknown("model", model, study.maps)
    return study.maps[model]


def grid(picture: np.ndarray) -> tuple[int, int]:
    """(rows, columns) of whole patches in a picture (H, W, 3), in its middle if it is large."""
    height, width = (min(n, SIDE) // latent.PATCH for n in picture.shape[:2])
    return height, width


def crop(picture: np.ndarray, row: int, column: int) -> np.ndarray:
    """One patch of a picture (H, W, 3), of its middle if it is large, as uint8."""
    top, left, side = row * latent.PATCH, column * latent.PATCH, latent.PATCH
    return lab.show(lab.array(middle(lab.tensor(picture))[..., top : top + side, left : left + side]))


def patch(study: Study, number: int, setting: int) -> tuple[np.ndarray, np.ndarray]:
    """A point of the map as pictures, made again: (clean, damaged), uint8."""
    sample, row, column = study.patches[number]
    clean = lab.sample(sample)
    return crop(clean.array, row, column), crop(lab.full_size(lab.ruin(clean, study.settings[setting], SEED)), row, column)


@dataclass(frozen=True)
class Own:
    """Where the patches of the picture in the lab lie: damaged and clean (rows, columns, K), rms (rows, columns); clean and rms are None
    where there is no original."""

    damaged: np.ndarray
    clean: np.ndarray | None
    rms: np.ndarray | None


def own(m: Map, clean: lab.Shot | None, ruined: lab.Ruined) -> Own:
    """Raises Refusal: picture_too_small."""

    def land(picture: np.ndarray, known: dict) -> np.ndarray:
        features = patch_features(m.model, picture, known)
        return m.basis.project(features.flatten(0, 1)).reshape(*features.shape[:2], -1).numpy()

    picture = lab.full_size(ruined)
    damaged = land(picture, known_of(ruined))
    if clean is None:
        return Own(damaged, None, None)
    truth = lab.original(clean, picture)
    return Own(damaged, land(truth, {}), change(truth, picture))
