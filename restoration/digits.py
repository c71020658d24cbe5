"""Handwritten digits, written by this program: as many as are asked for, each another hand. No picture of anybody's is in them.

A digit is a few strokes, each a smooth curve through points that were set by hand for this project. A hand moves the points a little,
slants, turns and squeezes the whole, and presses more or less. The frame is that of MNIST, so that networks trained there can read
them: white on black, 28 x 28 pixels, the digit 20 pixels high or wide and its centre of mass in the middle.
"""

import cv2
import numpy as np

from restoration.errors import Refusal

SIDE, BOX = 28, 20  # pixels
# class -> ways to write it; a way is a list of strokes, a stroke is points (x, y), y downwards, in a box of 1 x 1
STROKES = {
    0: [
        [[(0.55, 0.02), (0.2, 0.2), (0.12, 0.6), (0.4, 0.98), (0.78, 0.8), (0.88, 0.35), (0.62, 0.03), (0.5, 0.03)]],
        [[(0.5, 0.0), (0.25, 0.3), (0.25, 0.7), (0.5, 1.0), (0.72, 0.7), (0.74, 0.3), (0.5, 0.0)]],
        [[(0.7, 0.12), (0.4, 0.0), (0.08, 0.3), (0.05, 0.7), (0.4, 1.0), (0.85, 0.85), (0.98, 0.45), (0.8, 0.1), (0.5, 0.04)]],
    ],
    1: [
        [[(0.5, 0.0), (0.5, 0.5), (0.5, 1.0)]],
        [[(0.62, 0.0), (0.5, 0.5), (0.38, 1.0)]],
        [[(0.3, 0.25), (0.42, 0.13), (0.52, 0.0)], [(0.52, 0.0), (0.52, 0.5), (0.52, 1.0)]],
        [[(0.28, 0.24), (0.42, 0.12), (0.52, 0.0)], [(0.52, 0.0), (0.52, 0.5), (0.52, 1.0)], [(0.28, 1.0), (0.52, 1.0), (0.76, 0.99)]],
    ],
    2: [
        [[(0.15, 0.25), (0.4, 0.02), (0.78, 0.15), (0.72, 0.45), (0.4, 0.75), (0.12, 0.97)], [(0.12, 0.97), (0.5, 0.95), (0.9, 0.95)]],
        [[(0.18, 0.2), (0.5, 0.0), (0.8, 0.22), (0.6, 0.58), (0.25, 0.92), (0.12, 0.82), (0.3, 0.74), (0.6, 0.9), (0.92, 0.9)]],
        [[(0.1, 0.3), (0.35, 0.02), (0.7, 0.08), (0.75, 0.38), (0.4, 0.8), (0.15, 0.98), (0.05, 0.88), (0.22, 0.8), (0.5, 0.9),
          (0.98, 1.0)]],
    ],
    3: [
        [[(0.2, 0.12), (0.5, 0.0), (0.78, 0.18), (0.7, 0.4), (0.42, 0.48)],
         [(0.42, 0.48), (0.75, 0.56), (0.82, 0.8), (0.5, 1.0), (0.15, 0.88)]],
        [[(0.18, 0.05), (0.5, 0.03), (0.8, 0.05), (0.6, 0.25), (0.42, 0.42)],
         [(0.42, 0.42), (0.75, 0.5), (0.82, 0.78), (0.5, 1.0), (0.18, 0.9)]],
        [[(0.2, 0.1), (0.55, 0.0), (0.8, 0.2), (0.6, 0.42), (0.38, 0.48), (0.44, 0.44), (0.75, 0.55), (0.85, 0.8), (0.5, 1.0),
          (0.12, 0.9)]],
    ],
    4: [
        [[(0.3, 0.0), (0.22, 0.3), (0.15, 0.58)], [(0.15, 0.58), (0.5, 0.56), (0.88, 0.54)], [(0.75, 0.05), (0.72, 0.5), (0.68, 1.0)]],
        [[(0.62, 0.0), (0.38, 0.32), (0.1, 0.66)], [(0.1, 0.66), (0.5, 0.65), (0.92, 0.64)], [(0.64, 0.0), (0.64, 0.5), (0.63, 1.0)]],
        [[(0.22, 0.0), (0.12, 0.3), (0.2, 0.54), (0.5, 0.54), (0.8, 0.44)], [(0.85, 0.0), (0.78, 0.5), (0.7, 1.0)]],
    ],
    5: [
        [[(0.8, 0.03), (0.55, 0.04), (0.28, 0.05)], [(0.28, 0.05), (0.25, 0.25), (0.22, 0.45)],
         [(0.22, 0.45), (0.5, 0.36), (0.8, 0.55), (0.72, 0.88), (0.4, 1.0), (0.12, 0.88)]],
        [[(0.85, 0.0), (0.6, 0.03), (0.35, 0.02)], [(0.35, 0.02), (0.28, 0.22), (0.22, 0.42)],
         [(0.22, 0.42), (0.52, 0.4), (0.75, 0.62), (0.6, 0.92), (0.3, 1.0), (0.1, 0.94)]],
        [[(0.88, 0.02), (0.5, 0.03), (0.28, 0.14), (0.3, 0.36), (0.6, 0.5), (0.72, 0.75), (0.5, 0.97), (0.12, 0.95)]],
    ],
    6: [
        [[(0.68, 0.0), (0.38, 0.2), (0.2, 0.6), (0.35, 0.95), (0.68, 0.95), (0.8, 0.7), (0.6, 0.52), (0.3, 0.6), (0.22, 0.75)]],
        [[(0.5, 0.0), (0.28, 0.35), (0.2, 0.75), (0.45, 1.0), (0.75, 0.85), (0.7, 0.6), (0.45, 0.55), (0.24, 0.72)]],
        [[(0.6, 0.0), (0.25, 0.3), (0.1, 0.65), (0.3, 0.98), (0.75, 0.98), (0.95, 0.75), (0.75, 0.55), (0.4, 0.62), (0.14, 0.8)]],
    ],
    7: [
        [[(0.12, 0.08), (0.45, 0.05), (0.85, 0.03)], [(0.85, 0.03), (0.62, 0.4), (0.42, 1.0)]],
        [[(0.12, 0.12), (0.45, 0.08), (0.82, 0.05)], [(0.82, 0.05), (0.6, 0.45), (0.45, 1.0)], [(0.35, 0.5), (0.55, 0.48), (0.78, 0.46)]],
        [[(0.1, 0.22), (0.2, 0.06), (0.5, 0.1), (0.88, 0.02)], [(0.88, 0.02), (0.6, 0.4), (0.5, 0.7), (0.48, 1.0)]],
    ],
    8: [
        [[(0.72, 0.12), (0.45, 0.0), (0.25, 0.2), (0.45, 0.42), (0.72, 0.65), (0.68, 0.92), (0.42, 1.0), (0.22, 0.82), (0.4, 0.55),
          (0.68, 0.32), (0.72, 0.12)]],
        [[(0.5, 0.0), (0.26, 0.16), (0.34, 0.4), (0.66, 0.58), (0.76, 0.82), (0.5, 1.0), (0.24, 0.82), (0.34, 0.58), (0.66, 0.4),
          (0.74, 0.16), (0.5, 0.0)]],
        [[(0.85, 0.08), (0.5, 0.0), (0.22, 0.18), (0.4, 0.42), (0.7, 0.62), (0.68, 0.9), (0.4, 1.0), (0.18, 0.85), (0.35, 0.6), (0.7, 0.35),
          (0.88, 0.12)]],
    ],
    9: [
        [[(0.75, 0.2), (0.5, 0.0), (0.25, 0.2), (0.35, 0.48), (0.62, 0.45), (0.75, 0.2)], [(0.75, 0.2), (0.72, 0.6), (0.6, 1.0)]],
        [[(0.76, 0.15), (0.45, 0.03), (0.22, 0.3), (0.45, 0.52), (0.72, 0.35), (0.76, 0.15)],
         [(0.76, 0.15), (0.78, 0.5), (0.7, 0.85), (0.4, 1.0)]],
        [[(0.8, 0.15), (0.5, 0.0), (0.18, 0.15), (0.2, 0.42), (0.5, 0.5), (0.78, 0.25), (0.8, 0.1), (0.76, 0.5), (0.68, 1.0)]],
    ],
}  # fmt: skip
PER_CURVE = 8  # points between two of a stroke
FINE = 4
MOST = 2**31 - 1  # digits, or a seed


def draw_digits(count: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """(pictures, labels): float32 (count, 28, 28) in [0, 1] and int (count,), digit i % 10 at place i. Same seed, same digits; the first
    of many are the same as of few. Refusal for a count or a seed that is not a whole number, from 1 and from 0 up."""
    for name, value, low in (("count", count, 1), ("seed", seed, 0)):
        if isinstance(value, bool) or not isinstance(value, (int, np.integer)) or not low <= value <= MOST:
            raise Refusal("not_a_whole_number", control=name, low=low, high=MOST, value=str(value)[:40])
    pictures = np.stack([_written(i % 10, np.random.default_rng((seed, i))) for i in range(count)])
    return pictures, np.arange(count) % 10


def _written(digit: int, rng: np.random.Generator) -> np.ndarray:
    """One digit of one hand, (28, 28)."""
    ways = STROKES[digit]
    way = ways[rng.integers(len(ways))]
    slant, turn, unsteady = rng.normal(0.12, 0.18), rng.normal(0, 0.1), rng.uniform(0.015, 0.045)
    squeeze = rng.uniform(0.65, 1.15) * (0.8 if digit == 1 else 1)
    frame = np.array([[squeeze, -slant], [0, 1]])  # the top leans to the right
    frame = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]) @ frame
    ends: dict = {}  # where two strokes meet they move together
    strokes = []
    for stroke in way:
        points = [ends.setdefault(p, np.array(p) + rng.normal(0, unsteady, 2)) for p in stroke]
        strokes.append(_curve(np.array(points)) @ frame.T)
    low, high = np.concatenate(strokes).min(0), np.concatenate(strokes).max(0)
    thick = rng.uniform(0.75, 1.5)  # half the pen, in pixels
    scale = (BOX - 2 * thick) / (high - low).max()
    strokes = [(s - (low + high) / 2) * scale for s in strokes]
    picture = _ink(strokes, thick, np.zeros(2))
    grid = np.arange(SIDE) - (SIDE - 1) / 2
    mass = picture.sum()
    away = np.array([(picture.sum(0) * grid).sum(), (picture.sum(1) * grid).sum()]) / mass
    return _ink(strokes, thick, -away)


def _curve(points: np.ndarray) -> np.ndarray:
    """A smooth curve through points (n, 2): Catmull and Rom's."""
    if len(points) < 3:
        return points
    around = np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    t = np.linspace(0, 1, PER_CURVE, endpoint=False)[:, None]
    pieces = []
    for a, b, c, d in zip(around, around[1:], around[2:], around[3:], strict=False):
        pieces.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    return np.concatenate([*pieces, points[-1:]])


def _ink(strokes: list, thick: float, shift: np.ndarray) -> np.ndarray:
    """White where the pen went, `thick` pixels to both sides: drawn FINE times as large, and made small."""
    large = np.zeros((FINE * SIDE, FINE * SIDE), np.uint8)
    for stroke in strokes:
        points = (stroke + shift + SIDE / 2) * FINE - 0.5
        cv2.polylines(large, [np.round(points * 16).astype(np.int32)], False, 255, round(2 * thick * FINE), cv2.LINE_AA, shift=4)
    return cv2.resize(large, (SIDE, SIDE), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
