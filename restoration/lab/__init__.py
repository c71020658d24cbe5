"""The door to compute: all that the screen may ask for.

Arrays go in and come out: float32 (H, W, 3), nominally in [0, 1], for computing; uint8 (H, W, 3) for showing. What cannot be done
is a Refusal, what was done to a picture on the way is a Note; the screen says both in the visitor's language. Nothing here is
remembered between calls but the weights and the sample pictures, so two visitors never meet.
"""

import math
import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from restoration import baselines, checkpoints, degrade, images, metrics, plots, verdict
from restoration.cases import PAIRS, Case, case_query, check_steps, damage_steps, damage_text, whole  # noqa: F401
from restoration.cases import parse_case as _parse_case
from restoration.errors import Note, Refusal, unknown
from restoration.exhibits import attribution, convolution, features, pooling
from restoration.exhibits import residual as residuals
from restoration.lessons import list_lessons
from restoration.models.base import MARGIN, MIN_SIDE, TILE
from restoration.models.cnn import MAX_SIGMA
from restoration.performance import give_back_memory, present_device
from restoration.samples import SAMPLES, load_sample

LAB_SIDE, FULL_SIDE = 256, 512  # pixels; a visitor's picture at full size keeps its own
YARDSTICK_PIXELS = 1_100_000  # above, a classical method would take minutes on a processor
AUTO = "auto"  # instead of a model's name: the one that was trained for the damage
OWN = "own"  # the network that the visitor trained, see restoration.live
DEVICE = present_device()

try:  # on a Space with shared GPUs, a function that needs one is marked; elsewhere the mark does nothing
    from spaces import GPU as on_gpu
except ImportError:

    def on_gpu(function):
        return function


@dataclass
class Shot:
    """A clean picture in the lab. name: of the sample, "" for a visitor's own."""

    array: np.ndarray
    notes: list = field(default_factory=list)
    name: str = ""

    @cached_property
    def shown(self) -> np.ndarray:
        return show(self.array)


@dataclass
class Ruined:
    """A damaged picture, at its own size (low resolution is small), and what is known of the damage."""

    array: np.ndarray
    known: dict
    steps: tuple
    notes: list = field(default_factory=list)
    name: str = "damaged"
    en: str = "Damaged"
    zh: str = "损坏的图片"
    kind: str = "damaged"
    ms: float | None = None
    row: "Row | None" = field(default=None, init=False, repr=False, compare=False)  # see row and error_picture
    error: np.ndarray | None = field(default=None, init=False, repr=False, compare=False)

    @cached_property
    def shown(self) -> np.ndarray:
        """At the size of the original, so that it can be compared."""
        return show(full_size(self))


@dataclass
class Mended:
    """What a network or a classical method made of a damaged picture, at the size of the original."""

    array: np.ndarray
    name: str
    en: str
    zh: str
    kind: str  # "yardstick" or "network"
    ms: float
    sigma: float | None = None  # the noise level that was used, told or guessed
    notes: list = field(default_factory=list)
    names: tuple = ()  # of the networks, in the order in which they ran
    given: np.ndarray | None = None  # the picture that the first network was given, and what it was told besides
    told: dict = field(default_factory=dict)
    own: "OwnNetwork | None" = None  # the visitor's own, if that was it
    row: "Row | None" = field(default=None, init=False, repr=False, compare=False)  # see row and error_picture
    error: np.ndarray | None = field(default=None, init=False, repr=False, compare=False)

    @cached_property
    def shown(self) -> np.ndarray:
        return show(self.array)


@dataclass(frozen=True)
class Row:
    """One line of the table of scores. psnr (dB) and ssim are None where there is no original to compare with."""

    name: str
    en: str
    zh: str
    kind: str
    psnr: float | None
    ssim: float | None
    ms: float | None


@dataclass(frozen=True)
class Job:
    """What a checkpoint is called on the screen, what it was trained for, and what becomes of any other damage."""

    en: str
    zh: str
    damages: tuple
    why_en: str
    why_zh: str
    scale: int = 1


@dataclass(frozen=True, eq=False)
class OwnNetwork:
    """A network that a visitor trained. Each is another, however alike. told: what it learned, in a sentence."""

    network: torch.nn.Module
    job: Job
    told: Note


@dataclass(frozen=True)
class Model:
    name: str
    job: Job
    problem: Note | None  # why it is not available

    @property
    def en(self) -> str:
        return self.job.en

    @property
    def zh(self) -> str:
        return self.job.zh

    @property
    def available(self) -> bool:
        return self.problem is None

    def why(self, lang: str) -> str:
        return self.problem.say(lang) if self.problem else ""


JOBS = {
    "cnn-denoise": Job(
        "CNN denoiser (residual U-Net)", "CNN 去噪网络（残差 U-Net）", ("noise",),
        "it was trained on Gaussian noise alone: what does not look like noise it leaves, so this damage is not its job",
        "它只学过高斯噪声，不像噪声的东西会原样留下，所以这种损坏不是它的任务",
    ),
    "cnn-deblur": Job(
        "CNN deblurrer", "CNN 去模糊网络", ("blur", "motion-blur", "defocus-blur"),
        "it was trained to sharpen blur under slight noise and takes whatever it meets for that, so this damage is not its job",
        "它学的是锐化带有轻微噪声的模糊，遇到什么都当作模糊来处理，所以这种损坏不是它的任务",
    ),
    "cnn-inpaint": Job(
        "CNN inpainter", "CNN 修补网络",
        ("missing-pixels", "missing-strokes", "missing-text", "missing-block", "missing-lower", "missing-mask"),
        "it changes only pixels that it is told are missing and returns all others as they are, so this damage is not its job",
        "它只改动被告知缺失的像素，其余原样返回，所以这种损坏不是它的任务",
    ),
    "cnn-jpeg": Job(
        "CNN for JPEG", "CNN 去 JPEG 伪影网络", ("jpeg",),
        "it was trained on the blocks and ringing of JPEG: it smooths what looks like them, so this damage is not its job",
        "它只学过 JPEG 的块效应和振铃，只抹平与之相像的东西，所以这种损坏不是它的任务",
    ),
    "cnn-colour": Job(
        "CNN colouriser", "CNN 上色网络", ("grayscale",),
        "it keeps the brightness, damage and all, and makes up the colours anew, so this damage is not its job",
        "它原样保留亮度（连同损坏），只重新编造颜色，所以这种损坏不是它的任务",
    ),
    "cnn-sr2": Job("CNN super-resolution, 2×", "CNN 超分辨率 2×", ("low-resolution",), "", "", scale=2),
    "cnn-sr4": Job("CNN super-resolution, 4×", "CNN 超分辨率 4×", ("low-resolution",), "", "", scale=4),
}  # fmt: skip
MODELS = {name: job for name, job in JOBS.items() if (checkpoints.MODELS / name).is_dir()}  # those that ship


def tensor(array: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(np.ascontiguousarray(array, dtype=np.float32)).permute(2, 0, 1)[None]


def array(x: torch.Tensor) -> np.ndarray:
    x = x.expand(-1, 3, -1, -1)
    return x[0].permute(1, 2, 0).contiguous().cpu().numpy()


def show(a: np.ndarray) -> np.ndarray:
    return images.to_uint8(tensor(a))


# Pictures


def samples() -> dict:
    return SAMPLES


@lru_cache(maxsize=32)
def _sample(name: str, side: int) -> torch.Tensor:
    return load_sample(name, side)


def sample(name: str, size: str = "lab") -> Shot:
    """One of the shipped pictures: 256x256 ("lab"), or as large as it ships, up to 512x512 ("full")."""
    return Shot(array(_sample(name, LAB_SIDE if size == "lab" else FULL_SIDE)), name=name)


def upload(source, size: str = "lab") -> Shot:
    """A visitor's picture: cropped to its middle square and reduced to 256x256 ("lab"), or as large as it is ("full")."""
    picture = images.open_picture(source)
    x, notes = picture.tensor, list(picture.notes)
    h, w = x.shape[-2:]
    if size == "lab" and (h, w) != (LAB_SIDE, LAB_SIDE):
        side = min(LAB_SIDE, h, w)  # never enlarged
        x = images.fit(x, side)
        notes.append(Note("cropped_to_lab", width=w, height=h, side=side))
    return Shot(array(x), notes)


# Damage


def damages() -> dict:
    return degrade.DEGRADATIONS


def groups() -> dict:
    return degrade.GROUPS


def ruin(clean: Shot, steps, seed: int = 0, mask: np.ndarray | None = None) -> Ruined:
    """The picture damaged by a chain of steps ((name, ((control, value), ...)), ...).

    mask: for "missing-mask", (H, W) bool, True where a part is missing; None: nothing is.
    """
    steps = check_steps(steps)
    x = tensor(clean.array)
    known = _known_mask(mask, steps, *clean.array.shape[:2]) if "missing-mask" in dict(steps) else None
    done = degrade.degrade_chain(x, [(name, dict(controls)) for name, controls in steps], seed=whole(seed), mask=known)
    _tidy(clean.array)
    return Ruined(array(done.picture), done.known, steps, list(done.notes))


def _tidy(picture: np.ndarray) -> None:
    """After a large picture, hand back the memory that working on it took."""
    if picture[..., 0].size > FULL_SIDE**2:
        give_back_memory()


def _known_mask(mask: np.ndarray | None, steps, height: int, width: int) -> torch.Tensor:
    """(1, 1, h, w), 1 where a pixel is known, at the size that the picture has when the mask is laid on it."""
    missing = np.zeros((height, width), bool) if mask is None else np.asarray(mask, bool)  # None: nothing painted yet
    if missing.shape != (height, width):
        raise Refusal("mask_size", shape=" x ".join(map(str, missing.shape)), height=height, width=width)
    scale = 1
    for name, controls in steps:
        if name == "missing-mask":
            break
        scale *= dict(controls).get("scale", 1)  # low resolution came first
    return 1 - F.max_pool2d(torch.from_numpy(missing)[None, None].float(), scale)  # missing where any of its pixels is


def lost(ruined: Ruined) -> np.ndarray | None:
    """(H, W) bool, True where a pixel was lost; None for a picture without holes."""
    return ruined.known["mask"][0, 0].numpy() < 0.5 if "mask" in ruined.known else None


def as_is(shot: Shot) -> Ruined:
    """A picture that came damaged: nothing is known of the damage, and there is no original to compare with."""
    return Ruined(shot.array, {}, ())


def full_size(ruined: Ruined) -> np.ndarray:
    """The damaged picture at the size of the original: low resolution is enlarged (bicubic), all else is as it is."""
    scale = ruined.known.get("scale", 1)
    return ruined.array if scale == 1 else array(degrade.enlarge(tensor(ruined.array), scale))


def parse_case(values: dict) -> tuple[Case, list[Note]]:
    """See restoration.cases; names of models and lessons are checked too."""
    return _parse_case(values, models=(AUTO, *MODELS), lessons=tuple(id for id, _ in list_lessons("en", "cnn")))


# Repair


@lru_cache(maxsize=64)  # all that ship
def _load(name: str, device: str = DEVICE):
    if name == OWN:
        raise Refusal("own_inside")
    with torch.inference_mode(False):  # even if a repair is the first to need them: gradients may pass through these weights later
        return checkpoints.load_model(name, device, folder=models_folder() / name)


def network(name: str, device: str = DEVICE):
    """The network itself, also one that the lab does not mend with, for a study that looks into it. Raises Refusal."""
    if name not in checkpoints.list_models():
        raise unknown("model", name, checkpoints.list_models())
    return _load(name, device)


def models_folder() -> Path:
    """Where the checkpoints are: assets/models, or the folder that KINTSUGI_MODELS names."""
    return Path(os.environ.get("KINTSUGI_MODELS") or checkpoints.MODELS)


def models() -> list[Model]:
    """Every network the lab knows, those whose files are missing or damaged with the reason."""
    found = []
    for name, job in MODELS.items():
        try:
            _load(name)
            problem = None
        except Refusal as e:
            problem = e.note
        found.append(Model(name, job, problem))
    return found


def trained_for(model: str, damage: str, controls: dict) -> bool:
    return damage in MODELS[model].damages and MODELS[model].scale == controls.get("scale", 1)


def fits(names, steps) -> bool:
    """Whether every damage in the chain has a network among these that was trained for it."""
    return all(any(trained_for(n, damage, dict(controls)) for n in names) for damage, controls in steps)


def route(model: str, steps) -> tuple[str, ...]:
    """The networks to run, one after the other: the one that was chosen, or for AUTO those that fit, the last damage first.

    What no network was trained for is left out; if nothing is left, the first of the table tries.
    """
    if model != AUTO:
        if model not in (*MODELS, OWN):
            raise unknown("model", model, (AUTO, *MODELS))
        return (model,)
    names = []
    for damage, controls in reversed(steps):
        fitting = [n for n in MODELS if trained_for(n, damage, dict(controls))]
        if fitting and (names[-1:] != fitting or MODELS[fitting[0]].scale > 1):  # one denoiser for noise upon noise
            names.append(fitting[0])
    return tuple(names) or (next(iter(MODELS)),)


def why_not(names, steps, lang: str) -> str:
    """What becomes of a damage that the first of these networks was not trained for; "" where all fits."""
    job = MODELS[names[0]]
    return "" if fits(names, steps) else job.why_en if lang == "en" else job.why_zh


def puts_back(names, steps) -> bool:
    """Whether a repair by these networks leaves every pixel that was not lost as it was."""
    return names == ("cnn-inpaint",) and all(damage in MODELS["cnn-inpaint"].damages for damage, _ in steps)


def may_be_mistaken(steps) -> bool:
    """Whether so much was lost that a repair has to invent: it may look as real as the original, and be another picture."""
    return any(degrade.DEGRADATIONS[damage].group in ("missing", "low-resolution") or damage == "grayscale" for damage, _ in steps)


def may_be_told(ruined: Ruined, model: str) -> bool:
    """Whether the noise level is known and a network that would run takes it: only then does `blind` change anything."""
    return model != OWN and "sigma" in ruined.known and any("noise" in MODELS[name].damages for name in route(model, ruined.steps))


@dataclass
class _Repair:
    """What one network made of a picture. told: of the damage, sigma (a number; told or guessed) and mask, where the network takes them."""

    array: np.ndarray
    told: dict
    ms: float


@on_gpu
@torch.inference_mode()
def _restore(name: str, picture: np.ndarray, known: dict) -> _Repair:
    """known: what the network may be told of the damage, if it takes it."""
    network = _load(name)
    y = tensor(picture).to(DEVICE)
    told = {key: known[key] for key in network.told if key in known}
    start = time.perf_counter()
    with torch.autocast("cuda", enabled=DEVICE == "cuda"):
        if "sigma" in network.told:
            told["sigma"] = min(told["sigma"], MAX_SIGMA) if "sigma" in told else network.estimate_sigma(y).item()
        if "mask" in network.told:
            told.setdefault("mask", (y != 0).any(1, keepdim=True).float().cpu())
        given = {key: _no_smaller(value) if key == "mask" else value for key, value in told.items()}
        restored = array(network.restore(_no_smaller(y), **given).float())
    height, width = (MODELS[name].scale * side for side in picture.shape[:2])
    return _Repair(restored[:height, :width], told, 1000 * (time.perf_counter() - start))


def _no_smaller(x: torch.Tensor) -> torch.Tensor:
    """What low resolution has made too small for a network, with its right and bottom border repeated."""
    height, width = x.shape[-2:]
    return F.pad(x, (0, max(MIN_SIDE - width, 0), 0, max(MIN_SIDE - height, 0)), mode="replicate")


def mend(ruined: Ruined, model: str = AUTO, blind: bool = False, own: OwnNetwork | None = None) -> Mended:
    """The damaged picture through a network, or through several where damages were chained (see `route`).

    A network is told the noise level where it is known, unless `blind`, and which pixels are missing; else it guesses. own: for OWN.
    """
    if model == OWN:
        return _mend_with(own, ruined)
    names = route(model, ruined.steps)
    known = {key: value for key, value in ruined.known.items() if key != "sigma" or not blind}
    picture, grows = ruined.array, math.prod(MODELS[n].scale for n in names)
    if grows == 1 and "scale" in known:
        picture, known = full_size(ruined), {}  # enlarging a small picture changes its noise and its holes
    elif grows > 1 and ruined.steps and grows != known.get("scale", 1):
        raise Refusal("wrong_scale", name=names[-1], scale=grows)
    notes, repairs, given = [], [], picture
    for name in names:
        repairs.append(_restore(name, picture, known))
        picture, told = repairs[-1].array, repairs[-1].told
        if "sigma" in told and "sigma" not in known:
            notes.append(Note("sigma_guessed", sigma=f"{told['sigma']:.1f}"))
        if MODELS[name].scale > 1:
            known = {}
    _tidy(picture)
    if len(names) > 1:
        notes.insert(0, Note("mended_in_order", names=", ".join(names)))
    en, zh = (", ".join(getattr(MODELS[n], lang) for n in names) for lang in ("en", "zh"))
    sigma = next((r.told["sigma"] for r in reversed(repairs) if "sigma" in r.told), None)
    ms = sum(r.ms for r in repairs)
    return Mended(picture, "+".join(names), en, zh, "network", ms, sigma, notes, names, given, repairs[0].told)


@torch.inference_mode()
def _mend_with(own: OwnNetwork | None, ruined: Ruined) -> Mended:
    if own is None:
        raise Refusal("own_missing")
    given, start = full_size(ruined), time.perf_counter()
    restored = array(own.network.restore(tensor(given)))
    ms = 1000 * (time.perf_counter() - start)
    _tidy(restored)
    return Mended(restored, OWN, own.job.en, own.job.zh, "network", ms, notes=[own.told], names=(OWN,), given=given, own=own)


def yardsticks_problem(ruined: Ruined) -> Note | None:
    """Why no classical method is run, if none is: none fits the damage, or the picture is too large for them."""
    if not ruined.steps:
        return Note("yardstick_unknown_damage")
    if not baselines.fitting([name for name, _ in ruined.steps]):
        return Note("yardstick_none_fits")
    if full_size(ruined)[..., 0].size > YARDSTICK_PIXELS:
        return Note("yardstick_too_large", most=YARDSTICK_PIXELS // 1_000_000)
    return None


def yardsticks(ruined: Ruined) -> Iterator[Mended]:
    """The classical methods that fit the damage, one after the other; none where there is a yardsticks_problem."""
    y = tensor(ruined.array)
    for method in rivals(ruined):
        start = time.perf_counter()
        restored = method.restore(y, **ruined.known)
        ms = 1000 * (time.perf_counter() - start)
        if restored.shape[-2:] != full_size(ruined).shape[:2]:  # it worked on the small picture
            restored = degrade.enlarge(restored, ruined.known["scale"])
        yield Mended(array(restored), method.name, method.en, method.zh, "yardstick", ms)


def rivals(ruined: Ruined) -> list[baselines.Baseline]:
    """The classical methods that `yardsticks` will run, in its order."""
    return [] if yardsticks_problem(ruined) else baselines.fitting([name for name, _ in ruined.steps])


def classicals() -> list[baselines.Baseline]:
    """All classical methods."""
    return list(baselines.BASELINES.values())


def classical(name: str) -> baselines.Baseline | None:
    """A classical method by name; None if there is none of that name."""
    return baselines.BASELINES.get(name)


# Scores


def original(clean: Shot, picture: np.ndarray) -> np.ndarray:
    """The original, cut to the pixels that low resolution could keep (a multiple of the scale)."""
    return clean.array[: picture.shape[0], : picture.shape[1]]


def beside(clean: Shot, picture: Ruined | Mended) -> tuple[torch.Tensor, torch.Tensor]:
    """(the picture at the size of the original, the original), as the scores take them."""
    a = full_size(picture) if isinstance(picture, Ruined) else picture.array
    return tensor(a), tensor(original(clean, a))


def row(clean: Shot | None, picture: Ruined | Mended) -> Row:
    """PSNR and SSIM (RGB, whole picture, rounded to 8 bits) against the original."""
    if clean is None:
        return Row(picture.name, picture.en, picture.zh, picture.kind, None, None, picture.ms)
    if picture.row is None:  # a picture belongs to one original
        x, y = beside(clean, picture)
        picture.row = Row(picture.name, picture.en, picture.zh, picture.kind, metrics.psnr(x, y), metrics.ssim(x, y), picture.ms)
    return picture.row


def error_picture(clean: Shot, picture: Ruined | Mended) -> np.ndarray:
    """The mean absolute error of every pixel as a colour; the scale is fixed, so that two maps can be compared."""
    if picture.error is None:  # a picture belongs to one original
        picture.error = plots.error_colours(metrics.error_map(*beside(clean, picture))[0, 0].numpy())
    return picture.error


def error_scale(lang: str) -> str:
    return {
        "en": "Black: no error. Pale yellow: 32 of 255 or more (mean of the three channels).",
        "zh": "黑色：无误差；浅黄：误差达到或超过 32（满值 255，三通道平均）。",
    }[lang]


def say_verdict(rows: list[Row], ruined: Ruined, mended: Mended, clean: Shot | None, lang: str) -> str:
    """The sentence that reads the result, computed from the scores and the error; see restoration.verdict."""
    error = None
    if clean is not None:
        truth = original(clean, mended.array)
        error = verdict.where_error_sits(truth, mended.array)
    jobs = _jobs(mended)
    right = {name for name, _ in ruined.steps} <= set(jobs[0].damages) if mended.own else fits(mended.names, ruined.steps)
    why = None if right else (jobs[0].why_en if lang == "en" else jobs[0].why_zh)
    return verdict.sentence(rows, error, why, [name for name, _ in ruined.steps], lang, _invented(ruined, mended, clean, lang))


def _jobs(mended: Mended) -> list[Job]:
    """Of the networks that mended, in the order in which they ran."""
    return [mended.own.job] if mended.own else [MODELS[n] for n in mended.names]


def _invented(ruined: Ruined, mended: Mended, clean: Shot | None, lang: str) -> str | None:
    """What of a repair was made up: colours, the contents of holes, the pixels between those of a small picture. None: nothing was."""
    said = []
    if "cnn-colour" in mended.names:
        said.append(Note("invented_colours").say(lang))
        truth = clean and metrics.colourfulness(tensor(original(clean, mended.array)))
        if truth:
            share = metrics.colourfulness(tensor(mended.array)) / truth
            said.append(Note("colourful_share", share=f"{100 * share:.0f}").say(lang))
    if "cnn-inpaint" in mended.names and "mask" in ruined.known:
        missing = 1 - float(ruined.known["mask"].mean())
        said.append(Note("invented_holes", share=f"{100 * missing:.{1 if missing < 0.1 else 0}f}").say(lang))
    if (scale := math.prod(job.scale for job in _jobs(mended))) > 1:
        said.append(Note("invented_pixels", among=scale**2, made=scale**2 - 1).say(lang))
    return {"en": "; ", "zh": "；"}[lang].join(said) or None


def spectrum_figure(clean: Shot | None, ruined: Ruined, mended: Mended):
    """Radial power spectra of the pictures (a matplotlib Figure): how much each kept at each spatial frequency."""
    pictures = {"damaged": full_size(ruined), "restored": mended.array}
    if clean is not None:
        pictures = {"truth": original(clean, mended.array), **pictures}
    return plots.spectrum({kind: metrics.radial_spectrum(tensor(a)) for kind, a in pictures.items()})


def score_notes(lang: str) -> str:
    """Markdown: what each number on the screen means."""
    return "\n".join(f"- {text[lang]}" for text in metrics.METRICS.values())


# Training runs


def curves_rows(model: str) -> list[dict]:
    """The recorded training run of a model, row for row."""
    if model == OWN:
        raise Refusal("own_curves")
    if model not in MODELS:
        raise unknown("model", model, MODELS)
    return checkpoints.read_history(model, models_folder() / model)


def curves_figure(model: str, against: str = "time"):
    """The recorded training run: losses, and PSNR on held-out pictures with the yardstick's as a line."""
    history = curves_rows(model)
    lines = {}
    for scores in checkpoints.read_training(model, models_folder() / model)["scores"][:1]:  # the first is the validation's
        lines = {scores["yardstick_name"]: scores["yardstick"], "damaged": scores["damaged"]}
    return plots.curves(history, against, lines)


def model_facts(model: str, lang: str) -> str:
    """One line of facts about a training run, from its training.json."""
    t = checkpoints.read_training(model, models_folder() / model)
    facts = {"n": f"{t['parameters']:,}", "minutes": f"{t['seconds'] / 60:.0f}", "steps": f"{t['steps']:,}", "date": t["date"]}
    facts |= {"batch": t["recipe"]["batch"], "crop": t["recipe"]["crop"], "device": t["device"], "data": t["data"]}
    return Note("model_facts", **facts).say(lang)


# The machine


def device_line(lang: str = "en") -> str:
    """What the networks run on, in a few words."""
    if DEVICE == "cuda":
        return torch.cuda.get_device_name()
    if DEVICE == "mps":
        return "Apple GPU (MPS)"
    threads = torch.get_num_threads()
    return {"en": f"CPU, {threads} thread{'s' * (threads > 1)}", "zh": f"CPU，{threads} 线程"}[lang]


def save_png(picture: np.ndarray, folder: str | None = None, name: str = "kintsugi") -> str:
    """A float or uint8 picture as a PNG in a new temporary folder; returns its path."""
    folder = folder or tempfile.mkdtemp(prefix="kintsugi-")
    path = Path(folder) / f"{name}.png"
    images.save_image(tensor(picture if picture.dtype != np.uint8 else picture / 255), path)
    return str(path)


# Look inside: what a layer does


def convolution_choices() -> dict:
    """What the convolution exhibit offers: kernels by name, and the values of its settings."""
    c = convolution
    return {"kernels": c.KERNELS, "side": c.SIDES, "stride": c.STRIDES, "padding": c.PADDINGS, "dilation": c.DILATIONS}


def first_layer_slices(model: str = "cnn-denoise") -> list[convolution.Slice]:
    """The strongest 3x3 slices of a network's first layer; [] where the network is not available."""
    try:
        return convolution.strongest_slices(_load(model).head.weight.detach().cpu())
    except Refusal:
        return []


@dataclass(frozen=True)
class Undone:
    """A pooled picture brought back to size. psnr: against the picture before, in dB; None where random weights made it."""

    array: np.ndarray
    psnr: float | None


@dataclass(frozen=True)
class Pooled:
    before: np.ndarray  # cut to whole windows
    pooled: np.ndarray
    ways: dict  # "nearest", "bilinear", "transposed", "shuffled" -> Undone
    counts: np.ndarray  # how many taps of the transposed convolution reach each output pixel, in a piece of 12 x 12
    period: int  # of counts, in pixels; 1: they are all the same


def pooling_choices() -> dict:
    return {"window": pooling.WINDOWS, "kernel": pooling.KERNELS}


@torch.inference_mode()
def pool_and_undo(picture: np.ndarray, kind: str, window: int, kernel: int, weights: str, seed: int = 0, flat: bool = False) -> Pooled:
    """Pools a picture by "max" or "average" and brings it back four ways.

    kernel: of the transposed convolution, whose stride is the window. weights: of it and of pixel shuffle, "random" (of `seed`; shown
    at full contrast) or "equal". flat: an even grey instead of the picture, so that a pattern stands alone.
    """
    x = tensor(picture)
    if flat:
        x = torch.full_like(x, 0.5)
    pooled = pooling.pool(x, window, kind)
    before = x[..., : pooled.shape[-2] * window, : pooled.shape[-1] * window]
    ways = {"nearest": pooling.nearest(pooled, window), "bilinear": pooling.bilinear(pooled, window)}
    if weights == "random":
        made = map(pooling.stretched, pooling.untrained(pooled, kernel, window, whole(seed)))
    else:
        made = pooling.even(pooled, kernel, window)
    ways |= zip(("transposed", "shuffled"), made, strict=True)
    scored = {
        name: Undone(array(y), None if weights == "random" and name in ("transposed", "shuffled") else metrics.psnr(y, before))
        for name, y in ways.items()
    }
    counts = pooling.overlap(kernel, window)
    return Pooled(array(before), array(pooled), scored, counts.numpy(), pooling.period(counts))


# Look inside: the network that mends


@dataclass(frozen=True)
class Residual:
    """What a network took away (H, W, 3), and what the damage had put there, if that is known; both in units of 1.

    noise: the damage is noise and nothing else. sigma: the noise level if, besides, all of it is Gaussian, else None.
    """

    taken: np.ndarray
    there: np.ndarray | None
    numbers: residuals.Numbers
    noise: bool
    sigma: float | None


def residual(clean: Shot | None, ruined: Ruined, mended: Mended) -> Residual:
    y, names = full_size(ruined), {name for name, _ in ruined.steps}
    taken, there = y - mended.array, None if clean is None else y - original(clean, y)
    noise = bool(names) and all(damages()[name].group == "noise" for name in names)
    sigma = ruined.known.get("sigma") if names == {"noise"} else None
    return Residual(taken, there, residuals.measure(taken, there), noise, sigma or None)


def difference_picture(difference: np.ndarray) -> np.ndarray:
    """(H, W, 3) in units of 1 -> (H, W, 3) uint8, grey where it is 0; the scale is fixed, so that two pictures can be compared."""
    return plots.difference_grey(difference)


def difference_scale() -> int:
    """The difference, of 255, from which on that picture is white."""
    return round(255 * plots.DIFFERENCE_SCALE)


def residual_figure(seen: Residual):
    """Histograms (a matplotlib Figure) of what was taken and what was there, with the Gaussian that the noise was drawn from."""
    limit = 255 * plots.DIFFERENCE_SCALE
    lines = {}
    if seen.there is not None:
        lines["truth"] = ("true noise" if seen.noise else "changed by the damage", *residuals.density(255 * seen.there, limit))
    lines["restored"] = ("taken away by the network", *residuals.density(255 * seen.taken, limit))
    if seen.sigma:
        values = lines["restored"][1]
        lines["yardstick"] = (f"Gaussian, sigma {seen.sigma:g}", values, residuals.gaussian(values, seen.sigma))
    return plots.residuals(lines)


@on_gpu
def look_from(mended: Mended, row: int, column: int) -> attribution.Attribution:
    """What one pixel of a repair depends on. Refusal if there is no such pixel."""
    height, width = mended.array.shape[:2]
    for control, place, size in (("row", row, height), ("column", column, width)):
        if not (isinstance(place, int) and 0 <= place < size):
            raise Refusal("not_a_whole_number", control=control, low=0, high=size - 1, value=str(place)[:40])
    network, told = _load(mended.names[0]), _told(mended)
    times = height // (mended.given.shape[0] * network.config.scale)  # a later network may have enlarged what this one made
    seen = attribution.attribute(network, tensor(mended.given).to(DEVICE), row // times, column // times, **told)
    return seen if times == 1 else replace(seen.enlarged(times), row=row, column=column)


def _told(mended: Mended) -> dict:
    """What the first of the networks was told when it made this repair, as its forward() takes it."""
    told = dict(mended.told)
    if "sigma" in told:
        told["sigma"] = torch.tensor([told["sigma"]])
    return {key: value.clone().to(DEVICE) for key, value in told.items()}  # a copy, or no gradient could pass by it


def mended_in_tiles(mended: Mended) -> bool:
    """Whether the picture was too large to be mended in one piece, as `look_from` takes it to be."""
    return max(mended.given.shape[:2]) > TILE + 2 * MARGIN


def heat_picture(seen: attribution.Attribution, log: bool) -> np.ndarray:
    """The size of the gradient as colours, (h, w, 3) uint8."""
    return plots.heat_colours(seen.weight, log)


def job(mended: Mended) -> str:
    """What the first network does: a key of models.cnn.JOBS."""
    return _load(mended.names[0]).config.job


def stages(mended: Mended) -> list[dict]:
    """The stages of the first network, in the order of the forward pass: {name, scale, channels, height, width} as they are for the
    picture that it was given."""
    network, found = _load(mended.names[0]), []
    side = (min(n, features.SIDE) for n in mended.given.shape[:2])
    height, width = (-(-n // network.multiple) * network.multiple for n in side)
    for name, (module, scale) in features.stages(network).items():
        channels = features.last_layer(module).out_channels
        found.append({"name": name, "scale": scale, "channels": channels, "height": height // scale, "width": width // scale})
    return found


@on_gpu
def look_at_stage(clean: Shot | None, mended: Mended, stage: str) -> features.Stage:
    """Feature maps and kernels of a stage, for the picture that the first network was given and, if one of that size is there, for the
    clean one. Refusal for an unknown stage."""
    network = _load(mended.names[0])
    if stage not in (names := features.stages(network)):
        raise unknown("stage", stage, names)
    given, x = mended.given, None
    if clean is not None and given.shape == mended.array.shape:  # of a small picture there is no clean one
        x = tensor(original(clean, given)).to(DEVICE)
    return features.look(network, stage, tensor(given).to(DEVICE), x, **_told(mended))


def map_sheet(seen: features.Stage, kind: str, columns: int) -> np.ndarray:
    """The maps of a stage on one sheet, uint8 (H, W, 3): grey is 0, white is the stage's scale, black its negative."""
    sheet = features.contact_sheet(plots.difference_grey(seen.maps[kind], seen.scale), columns)
    return np.repeat(sheet[..., None], 3, 2)


def feature_side() -> int:
    """Feature maps are shown of so many pixels of the picture, its middle if it is larger."""
    return features.SIDE
