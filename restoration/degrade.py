"""Every kind of damage: a table from name to function, with its controls and their ranges. Same seed, same pixels.

A damage takes a picture (B, C, H, W), C = 3 or 1, in [0, 1], and returns a Degraded: the damaged picture and what is
known of the damage, so that a restorer may be told. Damages chain. Only JPEG works on 8 bits; nothing else clips or
rounds the result.
"""

import io
import math
import operator
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType

import cv2
import numpy as np
import torch
from PIL import Image
from torch import Tensor

from restoration.errors import Note, Refusal, unknown
from restoration.images import from_uint8, to_uint8
from restoration.resample import blur, defocus_kernel, gaussian_kernel, joined_kernel, motion_kernel, resize

WORDS = "light paper river stone copper window morning garden winter letter bridge silver forest number island".split()


@dataclass(frozen=True)
class Control:
    """One number a damage can be set by: low <= value <= high; whole numbers only if `step` is an int."""

    name: str
    en: str
    zh: str
    unit: str
    low: float
    high: float
    step: float
    default: float


@dataclass(frozen=True)
class Degraded:
    """A damaged picture.

    known   what a restorer may be told; see degrade_chain
    notes   what was done besides the damage
    """

    picture: Tensor  # (B, C, H, W), or (B, C, H / scale, W / scale)
    known: dict = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Degradation:
    """One kind of damage. `apply(x, rng, **controls) -> Degraded`."""

    name: str
    group: str
    en: str
    zh: str
    apply: Callable
    controls: tuple[Control, ...] = ()
    about_en: str = ""
    about_zh: str = ""


def gaussian_noise(x, rng, sigma):
    """Independent normal noise on every value, sigma in units of 1/255. Not clipped: values outside 0..1 stay."""
    noise = torch.from_numpy(rng.standard_normal(tuple(x.shape), dtype=np.float32)).to(x.device)
    return Degraded(x + noise * (sigma / 255), {"sigma": float(sigma)})


def poisson_noise(x, rng, photons):
    """Counted light: white is `photons` photons on average; a value is its count over `photons`. Not clipped above 1.

    Values below 0, which an earlier step may leave, count as 0.
    """
    counts = rng.poisson(x.clamp(min=0).cpu().double().numpy() * photons)
    return Degraded(torch.from_numpy(counts / photons).to(x), {"photons": float(photons)})


def salt_and_pepper(x, rng, share):
    """A share of the pixels, in all channels together, becomes black or white, half and half."""
    u = torch.from_numpy(rng.random((x.shape[0], 1, *x.shape[2:]))).to(x.device)  # (B, 1, H, W)
    y = torch.where(u < share / 2, torch.zeros_like(x), x)
    return Degraded(torch.where(u > 1 - share / 2, torch.ones_like(x), y), {"share": float(share)})


def gaussian_blur(x, rng, sigma):
    kernel = gaussian_kernel(sigma)
    return Degraded(blur(x, kernel), {"kernel": kernel})


def motion_blur(x, rng, length, angle):
    kernel = motion_kernel(length, angle)
    return Degraded(blur(x, kernel), {"kernel": kernel})


def defocus_blur(x, rng, radius):
    kernel = defocus_kernel(radius)
    return Degraded(blur(x, kernel), {"kernel": kernel})


def _cover(x: Tensor, masks: list[np.ndarray]) -> Degraded:
    """Known pixels stay as they are, missing ones become 0 (black). Masks are (H, W), one an item, 1 = known."""
    mask = torch.from_numpy(np.stack(masks)[:, None].astype(np.float32)).to(x.device)  # (B, 1, H, W)
    return Degraded(torch.where(mask > 0, x, torch.zeros_like(x)), {"mask": mask})


def missing_pixels(x, rng, share):
    return _cover(x, [rng.random(x.shape[2:]) >= share for _ in x])


def missing_strokes(x, rng, count, width):
    """Curved scratches: each a quadratic Bezier curve through three random points."""
    h, w = x.shape[2:]
    t = np.linspace(0, 1, 33)[:, None]
    masks = []
    for _ in x:
        mask = np.ones((h, w), np.uint8)
        for _ in range(count):
            start, bend, end = rng.uniform(-0.1, 1.1, (3, 2)) * (w, h)
            points = (1 - t) ** 2 * start + 2 * t * (1 - t) * bend + t**2 * end  # (33, 2)
            cv2.polylines(mask, [np.round(points).astype(np.int32)], False, 0, thickness=width)
        masks.append(mask)
    return _cover(x, masks)


def missing_text(x, rng, size):
    """Lines of words over the whole picture, letters about `size` pixels high."""
    h, w = x.shape[2:]
    font, thickness = cv2.FONT_HERSHEY_SIMPLEX, max(1, round(size / 16))
    scale = size / 22  # the font's capitals are 22 pixels high at scale 1
    masks = []
    for _ in x:
        mask = np.ones((h, w), np.uint8)
        for line in range(int(h / (2 * size)) + 1):
            left, bottom = -int(rng.uniform(0, 4 * size)), round((1 + 2 * line) * size)
            while left < w:
                word = WORDS[rng.integers(len(WORDS))]
                cv2.putText(mask, word, (left, bottom), font, scale, 0, thickness)
                left += cv2.getTextSize(word + " ", font, scale, thickness)[0][0]
        masks.append(mask)
    return _cover(x, masks)


def missing_block(x, rng, size):
    """One square of `size` times the shorter side, anywhere in the picture."""
    h, w = x.shape[2:]
    side = round(size * min(h, w))
    masks = []
    for _ in x:
        mask = np.ones((h, w), np.uint8)
        top, left = rng.integers(h - side + 1), rng.integers(w - side + 1)
        mask[top : top + side, left : left + side] = 0
        masks.append(mask)
    return _cover(x, masks)


def missing_lower(x, rng, share):
    """The lowest rows, a share of all."""
    h, w = x.shape[2:]
    mask = np.ones((h, w), np.uint8)
    mask[h - round(share * h) :] = 0
    return _cover(x, [mask] * len(x))


def missing_mask(x, rng, mask):
    """The mask that was painted or uploaded: (B, 1, H, W) or (H, W); above 0.5 a pixel is known."""
    if mask is None:
        raise Refusal("mask_needed")
    mask = torch.as_tensor(np.asarray(mask.cpu() if isinstance(mask, Tensor) else mask)).float()
    b, (h, w) = len(x), x.shape[2:]
    if tuple(mask.shape) not in ((h, w), (1, h, w), (1, 1, h, w), (b, 1, h, w)):
        raise Refusal("mask_size", shape=" x ".join(str(n) for n in mask.shape), height=h, width=w)
    mask = mask.reshape(-1, h, w).expand(b, h, w)
    return _cover(x, list((mask > 0.5).numpy()))


def low_resolution(x, rng, scale):
    """The small picture: antialiased bicubic, as MATLAB's imresize. A side that not divisible is cropped."""
    h, w = x.shape[2:]
    if min(h, w) < scale:
        raise Refusal("picture_too_small", width=w, height=h, least=scale)
    new_h, new_w = h - h % scale, w - w % scale
    notes = ()
    if (new_h, new_w) != (h, w):
        notes = (Note("cropped_to_multiple", width=w, height=h, scale=scale, new_width=new_w, new_height=new_h),)
    y = resize(x[..., :new_h, :new_w], new_h // scale, new_w // scale)
    return Degraded(y, {"scale": scale}, notes)


def jpeg(x, rng, quality):
    """Pillow's JPEG, colours at half resolution (4:2:0, its default). Clipped and rounded to 8 bits first."""
    out = []
    for item in x:
        file = io.BytesIO()
        Image.fromarray(to_uint8(item)).save(file, format="JPEG", quality=quality)
        out.append(from_uint8(np.array(Image.open(file))))
    return Degraded(torch.cat(out).to(x.device), {"quality": quality})


def grayscale(x, rng):
    """Three equal channels of BT.601 luma: 0.299 R + 0.587 G + 0.114 B."""
    if x.shape[1] != 3:
        raise Refusal("wrong_shape", shape=tuple(x.shape), channels=3)
    luma = 0.299 * x[:, :1] + 0.587 * x[:, 1:2] + 0.114 * x[:, 2:]  # (B, 1, H, W)
    return Degraded(luma.repeat(1, 3, 1, 1), {"gray": True})


def enlarge(y: Tensor, scale: int) -> Tensor:
    """(B, C, H, W) -> (B, C, scale * H, scale * W), bicubic: to show a small picture large."""
    return resize(y, y.shape[2] * scale, y.shape[3] * scale)


# group -> its name on the screen
GROUPS = {
    "noise": ("Noise", "噪声"),
    "blur": ("Blur", "模糊"),
    "missing": ("Missing parts", "缺失"),
    "low-resolution": ("Low resolution", "低分辨率"),
    "jpeg": ("JPEG compression", "JPEG 压缩"),
    "colour": ("Lost colour", "失去颜色"),
}

SHARE = Control("share", "Share of pixels", "像素比例", "", 0.0, 0.95, 0.01, 0.5)

# name -> everything about it
DEGRADATIONS = {
    "noise": Degradation(
        "noise", "noise", "Gaussian noise", "高斯噪声", gaussian_noise,
        (Control("sigma", "Noise level σ", "噪声水平 σ", "/255", 0.0, 100.0, 1.0, 25.0),),
        "A random number is added to every value, as a warm sensor does. What is restored and scored is not clipped.",
        "给每个值加上一个随机数，如同发热的传感器。用于复原和评分的值不做截断。",
    ),
    "poisson": Degradation(
        "poisson", "noise", "Photon (Poisson) noise", "光子（泊松）噪声", poisson_noise,
        (Control("photons", "Photons at white", "白色处的光子数", "", 1.0, 1000.0, 1.0, 50.0),),
        "Light is counted: fewer photons, more noise, and bright parts vary more than dark ones.",
        "光按光子计数：光子越少噪声越大，亮处比暗处波动更大。",
    ),
    "salt-and-pepper": Degradation(
        "salt-and-pepper", "noise", "Salt and pepper", "椒盐噪声", salt_and_pepper,
        (Control("share", "Share of pixels", "像素比例", "", 0.0, 0.95, 0.01, 0.1),),
        "Some pixels turn black or white; all others are untouched.",
        "部分像素变成黑或白，其余像素不变。",
    ),
    "blur": Degradation(
        "blur", "blur", "Gaussian blur", "高斯模糊", gaussian_blur,
        (Control("sigma", "Width σ", "宽度 σ", "px", 0.0, 8.0, 0.1, 1.6),),
        "Every pixel becomes a weighted mean of its neighbours: a convolution with a bell-shaped kernel.",
        "每个像素变为邻域的加权平均：与钟形核做卷积。",
    ),
    "motion-blur": Degradation(
        "motion-blur", "blur", "Motion blur", "运动模糊", motion_blur,
        (
            Control("length", "Length of the path", "移动距离", "px", 0.0, 40.0, 0.5, 12.0),
            Control("angle", "Direction", "方向", "°", 0.0, 180.0, 1.0, 30.0),
        ),
        "The camera moved in a straight line while the shutter was open.",
        "快门打开时相机沿直线移动。",
    ),
    "defocus-blur": Degradation(
        "defocus-blur", "blur", "Out of focus", "散焦模糊", defocus_blur,
        (Control("radius", "Radius of the disc", "圆盘半径", "px", 0.0, 15.0, 0.1, 4.0),),
        "The lens was set to a wrong distance: every point becomes a disc.",
        "镜头对焦距离不对：每个点变成一个圆盘。",
    ),
    "missing-pixels": Degradation(
        "missing-pixels", "missing", "Random pixels missing", "随机缺失像素", missing_pixels, (SHARE,),
        "A share of the pixels is lost, here and there. Missing pixels are black, and it is known which they are.",
        "随机丢失一部分像素。缺失处为黑色，且已知其位置。",
    ),
    "missing-strokes": Degradation(
        "missing-strokes", "missing", "Scratches", "划痕", missing_strokes,
        (
            Control("count", "Number of scratches", "划痕数量", "", 0, 60, 1, 10),
            Control("width", "Width", "宽度", "px", 1, 15, 1, 2),
        ),
        "Curved scratches cross the picture. It is known which pixels they cover.",
        "弯曲的划痕穿过图片，已知被覆盖的像素。",
    ),
    "missing-text": Degradation(
        "missing-text", "missing", "Text written over it", "文字遮挡", missing_text,
        (Control("size", "Height of the letters", "字高", "px", 8, 48, 1, 16),),
        "Words are printed over the picture. It is known which pixels they cover.",
        "图片上印了文字，已知被覆盖的像素。",
    ),
    "missing-block": Degradation(
        "missing-block", "missing", "A block missing", "方块缺失", missing_block,
        (Control("size", "Side, as a share of the shorter one", "边长（占短边的比例）", "", 0.05, 0.75, 0.01, 0.25),),
        "A whole square is lost: what stood there can only be guessed.",
        "丢失一整块方形区域：原有内容只能猜测。",
    ),
    "missing-lower": Degradation(
        "missing-lower", "missing", "The lower part missing", "下部缺失", missing_lower,
        (Control("share", "Share of the rows", "行的比例", "", 0.05, 0.9, 0.01, 0.5),),
        "The lowest rows are lost, and nothing is known on their other side.",
        "最下面若干行丢失，而且缺口的另一侧也没有任何线索。",
    ),
    "missing-mask": Degradation(
        "missing-mask", "missing", "A mask of your own", "自定义遮罩", missing_mask, (),
        "The pixels you painted over, or those that are black in the mask you upload, are lost.",
        "丢失你涂抹的像素，或上传遮罩中的黑色像素。",
    ),
    "low-resolution": Degradation(
        "low-resolution", "low-resolution", "Low resolution", "低分辨率", low_resolution,
        (Control("scale", "Times smaller", "缩小倍数", "×", 2, 4, 1, 2),),
        "The picture is made smaller by antialiased bicubic resampling; it is shown enlarged, to be compared.",
        "用抗混叠双三次重采样缩小图片；显示时放大以便比较。",
    ),
    "jpeg": Degradation(
        "jpeg", "jpeg", "JPEG compression", "JPEG 压缩", jpeg,
        (Control("quality", "Quality", "质量", "", 1, 100, 1, 10),),
        "Blocks of 8 x 8 pixels are stored coarsely, and colours at half resolution (4:2:0).",
        "8 x 8 像素块被粗略存储，颜色只保留一半分辨率（4:2:0）。",
    ),
    "grayscale": Degradation(
        "grayscale", "colour", "Lost colour", "失去颜色", grayscale, (),
        "Only brightness is left (BT.601 luma): three equal channels.",
        "只留下亮度（BT.601）：三个通道相同。",
    ),
}  # fmt: skip

# damage -> what it makes known
GIVES = {
    "noise": "sigma", "poisson": "photons", "salt-and-pepper": "share",
    "blur": "kernel", "motion-blur": "kernel", "defocus-blur": "kernel",
    "missing-pixels": "mask", "missing-strokes": "mask", "missing-text": "mask", "missing-block": "mask",
    "missing-lower": "mask", "missing-mask": "mask", "low-resolution": "scale", "jpeg": "quality", "grayscale": "gray",
}  # fmt: skip
# damage -> which earlier knowledge is still true after it. All else is dropped: a restorer told what is no longer true
# would be misled. Noise then blur, for example, leaves noise of another strength and colour: sigma is not known.
STILL_TRUE = {
    "noise": {"sigma", "kernel", "scale", "mask"},  # sigmas add as squares
    "poisson": {"kernel", "scale", "mask"},
    "salt-and-pepper": {"kernel", "scale", "mask"},
    "blur": {"kernel", "scale", "gray"},  # a hole spreads into its neighbours; two kernels are convolved into one
    "motion-blur": {"kernel", "scale", "gray"},
    "defocus-blur": {"kernel", "scale", "gray"},
    "missing-pixels": {"sigma", "photons", "share", "kernel", "mask", "scale", "quality", "gray"},  # masks multiply
    "missing-strokes": {"sigma", "photons", "share", "kernel", "mask", "scale", "quality", "gray"},
    "missing-text": {"sigma", "photons", "share", "kernel", "mask", "scale", "quality", "gray"},
    "missing-block": {"sigma", "photons", "share", "kernel", "mask", "scale", "quality", "gray"},
    "missing-lower": {"sigma", "photons", "share", "kernel", "mask", "scale", "quality", "gray"},
    "missing-mask": {"sigma", "photons", "share", "kernel", "mask", "scale", "quality", "gray"},
    "low-resolution": {"scale", "gray"},  # scales multiply
    "jpeg": {"kernel", "scale", "gray"},
    "grayscale": {"kernel", "scale", "mask"},
}
# key -> how what two steps say of it becomes one; without an entry the later step is believed
JOIN = {"sigma": math.hypot, "scale": operator.mul, "mask": operator.mul, "kernel": joined_kernel}


def list_degradations() -> list[str]:
    """The names `degrade` knows."""
    return list(DEGRADATIONS)


def known_after(names) -> set[str]:
    """What is known of a picture after a chain of damages, by name: the keys of Degraded.known."""
    known = set()
    for name in names:
        if name not in DEGRADATIONS:
            raise unknown("damage", name, DEGRADATIONS)
        known = (known & STILL_TRUE[name]) | {GIVES[name]}
    return known


def check_controls(name: str, controls: dict) -> dict:
    """All controls of a damage, defaults filled in.

    Raises Refusal: unknown_name, no_controls, out_of_range, not_a_whole_number.
    """
    if name not in DEGRADATIONS:
        raise unknown("damage", name, DEGRADATIONS)
    table = {c.name: c for c in DEGRADATIONS[name].controls}
    for given in controls:
        if given not in table:
            raise unknown("control", given, table) if table else Refusal("no_controls", name=name, control=given)
    return {k: _check_number(k, controls.get(k, c.default), c.low, c.high, c.step) for k, c in table.items()}


def _check_number(name, value, low, high, step):
    good = isinstance(value, (int, float, np.integer, np.floating)) and not isinstance(value, bool)
    if not good or not low <= value <= high:  # also refuses NaN
        raise Refusal("out_of_range", control=name, low=low, high=high, value=value)
    if isinstance(step, int) and value != int(value):
        raise Refusal("not_a_whole_number", control=name, low=low, high=high, value=value)
    return int(value) if isinstance(step, int) else float(value)


def degrade_chain(x: Tensor, steps, seed: int = 0, mask=None) -> Degraded:
    """Damage a picture in several steps, each a pair (name, {control: value}).

    x      (B, C, H, W) float, C = 3 or 1, nominally in [0, 1]
    seed   whole number from 0 to 2**32 - 1; each step draws from its own, so that moving a control keeps the pattern
    mask   for 'missing-mask', else unused: (B, 1, H, W) or (H, W), 1 where a pixel is known
    The result's `known` may hold sigma (in units of 1/255), photons, share, kernel (k, k) that sums to 1, mask
    (B, 1, H, W) with 1 where a pixel is known, scale (whole number), quality, gray=True. A later step drops what it
    makes untrue (STILL_TRUE). Raises Refusal: wrong_shape, picture_not_float, not_finite, wrong_step, mask_needed,
    mask_size, and those of check_controls.
    """
    if x.ndim != 4 or x.shape[1] not in (1, 3) or 0 in x.shape:
        raise Refusal("wrong_shape", shape=tuple(x.shape), channels="1 / 3")
    if not x.is_floating_point():
        raise Refusal("picture_not_float", dtype=str(x.dtype))
    if not torch.isfinite(x).all():
        raise Refusal("not_finite")
    seed = _check_number("seed", seed, 0, 2**32 - 1, 1)
    out = Degraded(x.float())
    for k, step in enumerate(steps):
        if not isinstance(step, (tuple, list)) or len(step) != 2 or not isinstance(step[1], dict):
            raise Refusal("wrong_step", step=repr(step))
        name, controls = step[0], check_controls(*step)
        if name == "missing-mask":
            controls["mask"] = mask
        rng = np.random.default_rng(seed if k == 0 else (seed, k))
        new = DEGRADATIONS[name].apply(out.picture, rng, **controls)
        known = {key: value for key, value in out.known.items() if key in STILL_TRUE[name]}
        for key, value in new.known.items():
            known[key] = JOIN[key](known[key], value) if key in known and key in JOIN else value
        out = Degraded(new.picture, known, out.notes + new.notes)
    return out


def degrade(x: Tensor, name, seed: int = 0, mask=None, **controls) -> Tensor:
    """`degrade_chain(...).picture` for one damage by name with its controls, or for a list of steps.

    y = degrade(x, "noise", sigma=25, seed=0)
    y = degrade(x, [("blur", {"sigma": 1.6}), ("noise", {"sigma": 2})])
    """
    if isinstance(name, str):
        return degrade_chain(x, [(name, controls)], seed, mask).picture
    if controls:
        raise Refusal("wrong_step", step=repr(controls))
    return degrade_chain(x, name, seed, mask).picture


class _CallableModule(ModuleType):
    def __call__(self, *args, **kwargs):
        return degrade(*args, **kwargs)


# Importing this file makes Python set `restoration.degrade` to the module, in place of the function of the same name
# that the package offers. A module that can be called is both: restoration.degrade(x, "noise") works either way.
sys.modules[__name__].__class__ = _CallableModule
