"""The lab of clips, its latent space: what the network's memory notes, frame by frame, as a path. See restoration.lab.rnn.

A point is the state of the memory after a frame: of each of the M maps of notes (models/rnn.py) the mean over all places and the standard
deviation, 2 M numbers. They say what kind of notes are taken, not where, so that clips of any size can be compared.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from restoration import lab
from restoration.lab.rnn import Footage, Ruined
from restoration.lab.rnn_repair import NETWORK
from restoration.models.base import pad_to
from restoration.models.rnn import LEAST_EVIDENCE, ClipDenoiser, Memory

MOST = 48  # frames of a path: of a longer clip the first, so that nobody waits for long
KEPT = 32  # paths, small as they are


@dataclass(frozen=True, eq=False)
class Trail:
    """states (T, 2 M) float64. evidence (T,): how many frames are in the memory's mean, the mean over all places. trust (T,): how far what
    was remembered was trusted, 0 to 1, the mean over the places of which something was; 0 if the memory was empty."""

    states: np.ndarray
    evidence: np.ndarray
    trust: np.ndarray

    @property
    def steps(self) -> np.ndarray:
        """(T,) how far each state lies from the one before; the first 0."""
        return np.linalg.norm(np.diff(self.states, axis=0, prepend=self.states[:1]), axis=1)


@dataclass(frozen=True, eq=False)
class Paths:
    """The path of a clip as it was and as it was damaged. The network is told the same noise level both times, and its memory is emptied
    before the same frame, so that the frames alone make the difference."""

    clean: Trail
    damaged: Trail

    @property
    def gap(self) -> np.ndarray:
        """(T,) how far apart the two states are."""
        return np.linalg.norm(self.damaged.states - self.clean.states, axis=1)


def state(memory: Memory, height: int, width: int) -> Tensor:
    """The point of a memory of one clip, (2 M,): means over all places, then standard deviations. height, width: of the frame, without
    what it was padded with."""
    notes = memory.notes[0, :, : -(-height // 2), : -(-width // 2)].double().flatten(1)
    return torch.cat([notes.mean(1), notes.std(1, correction=0)])


@torch.inference_mode()
def follow(model: ClipDenoiser, frames: Iterable[tuple[Tensor, Tensor]], sigma: float, wipe: int = 0) -> Trail:
    """Only the memory runs, no frame is mended. frames: y (1, 3, H, W) and mask (1, 1, H, W) of each. sigma: what the network is told, of
    255. wipe: the frame, from 1, before which the memory is emptied."""
    memory, states, evidence, trusted = None, [], [], []
    for n, (y, mask) in enumerate(frames, 1):
        height, width = y.shape[-2:]
        y, mask = (pad_to(x.to(lab.DEVICE), model.multiple) for x in (y, mask))
        memory = model.empty(y) if memory is None or n == wipe else memory
        held = memory.evidence[..., :height, :width] > LEAST_EVIDENCE
        memory, trust = model.remember(y, y.new_tensor([sigma]), mask, memory)
        states.append(state(memory, height, width).cpu())
        evidence.append(float(memory.evidence[..., :height, :width].mean()))
        trusted.append(float(trust[..., :height, :width][held].mean()) if held.any() else 0.0)
    return Trail(torch.stack(states).numpy(), np.array(evidence), np.array(trusted))


_known: dict[tuple, Paths] = {}


@lab.on_gpu
def paths(key: tuple, clip: Footage, ruined: Ruined, wipe: int = 0) -> Paths:
    """The two paths of a clip, of its first MOST frames. key: of all that they depend on; wipe as in `follow`. Refusal if the network is
    not there."""
    if key not in _known:
        model, count = lab.network(NETWORK), min(len(clip.frames), MOST)
        clean = replace(ruined, sigma=0, hole=0, blur=0)
        trails = [follow(model, (each.frame(t) for t in range(count)), ruined.sigma, wipe) for each in (clean, ruined)]
        while len(_known) >= KEPT:
            _known.pop(next(iter(_known)), None)
        _known[key] = Paths(*trails)
    return _known[key]


