"""Between two networks: their weights, mixed.

Two networks of one shape, the second trained on from the first, lie close together in the space of weights, and what lies on the straight
line between them works too: network interpolation (Wang et al., ESRGAN, 2018, arXiv 1809.00219).

    weights = (1 - share) * first + share * second

Mixing the two *pictures* instead would lay one half-transparent over the other; a mixed network answers as one.
"""

import copy

import torch
from torch import nn


@torch.no_grad()
def blend(first: nn.Module, second: nn.Module, share: float) -> nn.Module:
    """A network of its own with `share` (0 to 1) of the second's weights; 0 and 1 are the two themselves, to the last bit.

    Both must have the same layers: ValueError otherwise. Neither is changed.
    """
    start, end = first.state_dict(), second.state_dict()
    if {k: v.shape for k, v in start.items()} != {k: v.shape for k, v in end.items()}:
        raise ValueError("networks of different shapes cannot be mixed")
    mixed = copy.deepcopy(first)
    mixed.load_state_dict({k: torch.lerp(v, end[k], share) if v.is_floating_point() else v for k, v in start.items()})
    return mixed
