"""A map of pictures that can be walked on: its decoder for a browser, what the codes on it look like from above, and ways across it.

A code is the mean of q(z|x), (Z,); codes are (N, Z).
"""

import base64

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

SIDE, BOX = 28, 20  # pixels of a digit's picture, and of the digit in it, as in MNIST
LEAST_LIMIT = 4.0  # a map ends here, 4 standard deviations of the prior away, or where its codes end


def pack(decoder: nn.Module) -> dict:
    """A fully connected decoder as text: {"sizes": [Z, ..., pixels], "weights": base64}.

    The weights are float16, lowest byte first: of each layer the matrix (outputs, inputs), row by row, then the biases. Halving the digits
    moves a picture by less than 1/255. Raises ValueError for a decoder with other layers than Linear and SiLU in turn.
    """
    layers = list(decoder.dense)
    linear = layers[::2]
    if len(decoder.grow) or not all(isinstance(a, nn.Linear) for a in linear) or not all(isinstance(b, nn.SiLU) for b in layers[1::2]):
        raise ValueError("only a fully connected decoder can be packed")
    parts = [p.detach().cpu().numpy().astype("<f2").tobytes() for layer in linear for p in (layer.weight, layer.bias)]
    sizes = [linear[0].in_features, *(layer.out_features for layer in linear)]
    return {"sizes": sizes, "weights": base64.b64encode(b"".join(parts)).decode()}


# From above


def limit(codes: Tensor) -> float:
    """How far the map is shown from 0, in both directions: LEAST_LIMIT, or as far as nearly all codes (199 of 200) reach."""
    reach = codes.abs().amax(1).quantile(0.995).ceil().item()
    return max(LEAST_LIMIT, reach)


def overlap(codes: Tensor, labels: np.ndarray) -> float:
    """Share of codes (N, Z) whose nearest other code is of another class: 0 is well sorted, 0.9 is chance for ten classes."""
    apart = torch.cdist(codes, codes).fill_diagonal_(torch.inf)
    nearest = apart.argmin(1).numpy()
    return float((labels[nearest] != labels).mean())


def holes(codes: Tensor, radius: float, draws: int = 4000) -> float:
    """Share of points drawn from the prior, a standard Gaussian, with no code within `radius`: what sampling would decode from nowhere."""
    points = torch.randn(draws, codes.shape[1], generator=torch.Generator().manual_seed(0))
    return (torch.cdist(points, codes).amin(1) > radius).float().mean().item()


# Ways


def line(a: Tensor, b: Tensor, count: int) -> Tensor:
    """`count` codes from a (Z,) to b (Z,), both among them, at equal steps: (count, Z)."""
    t = torch.linspace(0, 1, count).to(a)[:, None]
    return (1 - t) * a + t * b


def sphere(a: Tensor, b: Tensor, count: int) -> Tensor:
    """As `line`, along the arc that keeps the distance from 0, or changes it evenly (Shoemake 1985; for codes, White 2016,
    arXiv 1609.04468). A Gaussian in many dimensions has nearly all its draws about as far out, and hardly any near 0, where a straight
    line passes. Two codes in the same direction, or in opposite ones, have no arc of their own: the line is taken."""
    t = torch.linspace(0, 1, count).to(a)[:, None]
    lengths = a.norm(), b.norm()
    if min(lengths) < 1e-6:
        return line(a, b, count)
    u, v = a / lengths[0], b / lengths[1]
    angle = (u @ v).clamp(-1, 1).acos()
    if angle.sin() < 1e-4:
        return line(a, b, count)
    directions = (((1 - t) * angle).sin() * u + (t * angle).sin() * v) / angle.sin()
    return directions * ((1 - t) * lengths[0] + t * lengths[1])


# A drawing


def centred(ink: np.ndarray) -> np.ndarray:
    """A drawing (S, S) in [0, 1], white on black, as MNIST has its digits: BOX pixels high or wide, the centre of mass in the middle of
    SIDE x SIDE. What is small on its board is enlarged no more than twice, so a dot stays a dot. Empty: as it is."""
    inked = np.argwhere(ink > 0.1)
    out = np.zeros((SIDE, SIDE), np.float32)
    if not len(inked):
        return out
    (top, left), (bottom, right) = inked.min(0), inked.max(0) + 1
    scale = min(BOX / max(bottom - top, right - left), 2 * SIDE / ink.shape[0])
    size = [max(1, round(scale * n)) for n in (bottom - top, right - left)]
    part = torch.from_numpy(np.ascontiguousarray(ink[top:bottom, left:right], dtype=np.float32))
    small = F.interpolate(part[None, None], size=size, mode="bilinear", antialias=True)[0, 0].clamp(0, 1).numpy()
    mass = small.sum() or 1
    middle = [(small.sum(1 - axis) * np.arange(n)).sum() / mass for axis, n in enumerate(size)]
    y, x = (int(np.clip(round((SIDE - 1) / 2 - m), 0, SIDE - n)) for m, n in zip(middle, size, strict=True))
    out[y : y + size[0], x : x + size[1]] = small
    return out
