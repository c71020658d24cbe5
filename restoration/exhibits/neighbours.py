"""How well classes keep apart on a map of codes: told by the nearest neighbours of each code (Cover and Hart 1967).

Nothing is trained for it, so it is a statement about the map itself, of however many dimensions: if a code's neighbours are mostly of its
own class, then the class has a region of its own. Also here: a plane through codes that does not spin while a network trains.
"""

from collections import Counter

import torch
import torch.nn.functional as F
from torch import Tensor

K = 5  # neighbours asked


def guesses(codes: Tensor, labels: Tensor, k: int = K) -> Tensor:
    """What the k nearest others say of each code: codes (N, Z), labels (N,) whole numbers from 0 -> (N,). The majority decides; where two
    classes have equally many votes, the nearer ones count."""
    far = torch.cdist(codes, codes).fill_diagonal_(torch.inf)  # nobody is asked about himself
    votes = F.one_hot(labels[far.topk(k, largest=False).indices]).double()  # (N, k, classes), the nearest first
    weights = 1 + 0.01 * torch.arange(k, 0, -1).double()  # too little to overrule a vote
    return (votes * weights[:, None]).sum(1).argmax(1)


def agreement(codes: Tensor, labels: Tensor, k: int = K) -> float:
    """The share of codes, 0..1, whose neighbours guess their class. Guessing blindly among C equally many classes: 1 / C."""
    return (guesses(codes, labels, k) == labels).double().mean().item()


def mixed_up(codes: Tensor, labels: Tensor, k: int = K) -> list[tuple[int, int, int]]:
    """Pairs of classes that lie in one another's region: [(how many codes of the two, class, class), ...], the most first."""
    guessed = guesses(codes, labels, k)
    pairs = Counter(tuple(sorted(pair)) for pair in zip(labels.tolist(), guessed.tolist(), strict=True) if pair[0] != pair[1])
    return sorted(((count, *pair) for pair, count in pairs.items()), key=lambda found: (-found[0], found[1:]))


def turned_to(basis: Tensor, before: Tensor) -> Tensor:
    """The same plane with axes as near as can be to those before: both (2, Z), orthonormal -> (2, Z). Principal components may swap or
    turn round from one step of a training to the next though the cloud hardly moved (Schoenemann 1966, orthogonal Procrustes)."""
    u, _, v = torch.linalg.svd(before @ basis.T)
    return u @ v @ basis
