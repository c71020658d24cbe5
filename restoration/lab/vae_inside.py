"""The door to what the VAE's Look inside panel computes for the picture in the lab. Arrays as in restoration.lab.vae."""

from dataclasses import dataclass

import numpy as np
import torch

from restoration.errors import Refusal, unknown
from restoration.exhibits import vae_average, vae_bytes, vae_sampling, vae_terms
from restoration.lab.vae import Small, array, picture, show, tensor
from restoration.lab.vae import network as load
from restoration.subjects import SUBJECTS, load_small

DRAWS = 16  # in one answer
MOST_BATCHES = 1000
DIGIT = 3  # stands in where only digits have the networks, and another subject is in the lab
SAMPLED = {"digits": ("vae-digits-2d", "vae-digits")}  # networks to draw from; another subject has its own alone
SIZES = {2: "vae-digits-2d", 4: "vae-size-4", 8: "vae-size-8", 16: "vae-size-16", 32: "vae-size-32"}
# What the beta slider moves through: name -> beta, and then the larger ones
BETAS = {"vae-beta-0": 0.0, "vae-beta-quarter": 0.25, "vae-digits-2d": 1.0, "vae-beta-4": 4.0}
LARGER = ("vae-size-16", "vae-digits")
HALVES = vae_average.HALVES
REACH, BITS, NEAR = vae_bytes.REACH, vae_bytes.BITS, vae_terms.NEAR
LEAST_KL, LEAST_VARIANCE = vae_terms.LEAST_KL, vae_terms.LEAST_VARIANCE


def as_digit(clean: Small) -> Small:
    """The picture itself if it is a digit, else the one that stands in."""
    return clean if clean.subject == "digits" else picture("digits", DIGIT)


def shown(x: torch.Tensor) -> list[np.ndarray]:
    """(N, C, H, W) -> N pictures, uint8 (H, W, 3)."""
    return [show(array(one[None])) for one in x]


# Reparameterisation


@dataclass(frozen=True)
class Sampled:
    """DRAWS draws. dims: the two strongest dimensions, counted from 0; mean, sigma (2,); of each draw eps, z, to_z, to_mean, to_sigma
    (N, 2) in these two; loss, nudged (N,): nats, and its measured change when the first of the two means moves by `by`. size: of z."""

    network: str
    size: int
    dims: tuple
    mean: np.ndarray
    sigma: np.ndarray
    eps: np.ndarray
    z: np.ndarray
    loss: np.ndarray
    to_z: np.ndarray
    to_mean: np.ndarray
    to_sigma: np.ndarray
    cut: tuple  # of the gradients when z is drawn by a sampler: two times None
    nudged: np.ndarray
    by: float
    pictures: list
    middle: np.ndarray  # what the mean itself decodes to


def samplers(subject: str) -> tuple:
    return SAMPLED.get(subject) or (SUBJECTS[subject].vae,)


def sample(clean: Small, network: str, seed: int, batch: int = 0) -> Sampled:
    """Refusal for a network that does not know the picture's subject, or a batch that there is not."""
    if network not in samplers(clean.subject):
        raise unknown("model", network, samplers(clean.subject))
    if not (isinstance(batch, int) and 0 <= batch < MOST_BATCHES):
        raise Refusal("not_a_whole_number", control="batch", low=0, high=MOST_BATCHES - 1, value=str(batch)[:40])
    vae, x = load(network), tensor(clean.array)
    drawn = vae_sampling.draw(vae, x, vae_sampling.noise(vae, DRAWS, MOST_BATCHES * seed + batch))
    dims = sorted(vae_terms.strongest(vae_terms.terms(vae, x, draws=2).kl)) if len(drawn.mean) > 2 else [0, 1]
    of_two = {key: getattr(drawn, key)[..., dims].numpy() for key in ("mean", "sigma", "eps", "z", "to_z", "to_mean", "to_sigma")}
    return Sampled(
        network=network, size=len(drawn.mean), dims=tuple(dims), **of_two, loss=drawn.loss.numpy(),
        cut=vae_sampling.cut(vae, x), nudged=vae_sampling.nudged(vae, x, drawn.z, dims[0]).numpy(), by=vae_sampling.NUDGE,
        pictures=shown(drawn.pictures), middle=shown(vae.decode(drawn.mean[None]))[0],
    )  # fmt: skip


# Two terms


@dataclass(frozen=True)
class Told:
    """The terms of a picture and of its reconstruction. mean, sigma, kl: (2, Z); reconstruction, spread (2,), nats."""

    mean: np.ndarray
    sigma: np.ndarray
    kl: np.ndarray
    reconstruction: np.ndarray
    spread: np.ndarray
    beta: float
    picture: np.ndarray  # the reconstruction
    samples: list  # drawn from the prior


@torch.no_grad()
def tell(clean: Small, network: str, seed: int = 0, samples: int = 12) -> Told:
    vae, x = load(network), tensor(clean.array)
    vae.check(x)
    again = vae.restore(x)
    told = vae_terms.terms(vae, torch.cat([x, again]), seed=seed)
    z = vae_sampling.noise(vae, samples, seed)
    numbers = {key: getattr(told, key).numpy() for key in ("mean", "sigma", "kl", "reconstruction", "spread")}
    return Told(**numbers, beta=vae.config.beta, picture=shown(again)[0], samples=shown(vae.decode(z)))


# Compression


@dataclass(frozen=True)
class Coded:
    """One picture as so many bytes. size, bits: of a code, data: the code itself; quality: of a JPEG; payload: of the bytes, those that
    hold the picture."""

    bytes: int
    psnr: float
    picture: np.ndarray
    size: int = 0
    bits: int = 0
    quality: int = 0
    payload: int = 0
    data: bytes = b""


def coders(subject: str) -> dict:
    """Size of the code -> network."""
    return SIZES if subject == "digits" else {load(SUBJECTS[subject].vae).config.latent: SUBJECTS[subject].vae}


def grey_or_colour(pictured: np.ndarray) -> np.ndarray:
    """A digit is saved as one channel, as anyone would who wants few bytes. float (H, W, C) -> uint8 (H, W) or (H, W, 3)."""
    rounded = (np.clip(pictured, 0, 1) * 255).round().astype(np.uint8)
    return rounded[..., 0] if rounded.shape[-1] == 1 else rounded


@torch.no_grad()
def encode(clean: Small) -> list[Coded]:
    """The picture as a code of each size, at each number of bits a dimension: packed into bytes and decoded from them."""
    x, truth, coded = tensor(clean.array), grey_or_colour(clean.array), []
    for size, name in coders(clean.subject).items():
        vae = load(name)
        mean = vae.encode(x)[0][0].numpy()
        packed = {bits: vae_bytes.pack(mean, bits) for bits in BITS}
        z = np.stack([vae_bytes.unpack(data, size, bits) for bits, data in packed.items()])
        for (bits, data), out in zip(packed.items(), vae.decode(torch.from_numpy(z)), strict=True):
            made = array(out[None])
            quality = vae_bytes.psnr(grey_or_colour(made), truth)
            coded.append(Coded(len(data), quality, show(made), size, bits, payload=len(data), data=data))
    return coded


def jpegs(clean: Small) -> tuple[list[Coded], int]:
    """The picture as JPEG at every quality of vae_bytes.QUALITIES, and the bytes of its PNG."""
    truth, coded = grey_or_colour(clean.array), []
    for quality in vae_bytes.QUALITIES:
        data = vae_bytes.jpeg(truth, quality)
        made = vae_bytes.opened(data)
        picture = np.repeat(made[..., None], 3, 2) if made.ndim == 2 else made
        bare = vae_bytes.payload(vae_bytes.jpeg(truth, quality, optimize=False))
        coded.append(Coded(len(data), vae_bytes.psnr(made, truth), picture, quality=quality, payload=bare))
    return coded, len(vae_bytes.png(truth))


def decoder_bytes(network: str) -> int:
    """What a decoder's weights take as float32, or would take: they are not counted among the bytes of a code."""
    return 4 * sum(p.numel() for p in load(network).decoder.parameters())


# Why blurred?


@dataclass(frozen=True)
class Answers:
    """Two digits that fit what is seen, and answers. errors: name ("first", "second", "mean", "drawn_mean") -> squared error against each
    of the two truths, summed over the covered pixels; draws: pictures, their expected PSNR (dB, of the covered half, mean of both truths),
    grey: the share of their inked pixels that are unsure."""

    half: str
    pixels: int
    seen: np.ndarray
    pictures: dict  # name -> uint8 (H, W, 3)
    errors: dict  # name -> (against the first, against the second)
    psnr: dict  # name -> dB at the expected error
    grey: dict
    draws: list
    draws_psnr: np.ndarray
    draws_grey: float
    read_as: dict  # class -> how many of the draws the classifier takes for it, the most first; {} without the classifier


def number(chosen: object, otherwise: int) -> int:
    return chosen if isinstance(chosen, int) and 0 <= chosen < SUBJECTS["digits"].pictures else otherwise


@torch.no_grad()
def answer(first: np.ndarray, second: int, half: str = "", seed: int = 0, draws: int = 64) -> Answers:
    """first: (28, 28, 1); second: the number of a shipped digit; half: the covered one, "" for that which leaves both fitting best."""
    a, b = torch.from_numpy(first[..., 0].copy()), load_small("digits", second)[0, 0]
    half = half if half in HALVES else vae_average.best_half(a, b)
    two, cvae = vae_average.overlay(a, b, half), load(SUBJECTS["digits"].cvae)
    y, mask = two.seen[None, None], (~two.hidden).float()[None, None]
    made = cvae.repairs(y, mask, draws, torch.Generator().manual_seed(seed))
    drawn, truths = made[:, 0], [two.first, two.second]
    named = {"first": two.first, "second": two.second, "mean": two.mean, "drawn_mean": drawn.mean(0)}
    pixels = int(two.hidden.sum())
    errors = {name: vae_average.expected(p, truths, two.hidden) for name, p in named.items()}
    single = torch.stack([vae_average.expected(p, truths, two.hidden).mean() for p in drawn])
    return Answers(
        half=half, pixels=pixels, seen=shown(two.seen[None, None])[0],
        pictures={name: shown(p[None, None])[0] for name, p in named.items()},
        errors={name: tuple(e.tolist()) for name, e in errors.items()},
        psnr={name: vae_average.psnr(e.mean(), pixels).item() for name, e in errors.items()},
        grey={name: vae_average.grey(p, two.hidden).item() for name, p in named.items()},
        draws=shown(made), draws_psnr=vae_average.psnr(single, pixels).numpy(),
        draws_grey=vae_average.grey(drawn, two.hidden).mean().item(), read_as=_read_as(made),
    )  # fmt: skip


def _read_as(made: torch.Tensor) -> dict:
    try:
        classes = load("digit-classifier").read(made).argmax(1).tolist()
    except Refusal:
        return {}
    return {digit: classes.count(digit) for digit in sorted(set(classes), key=lambda d: -classes.count(d))}
