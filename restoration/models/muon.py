"""Muon, the optimiser of the hidden convolutions (Jordan et al. 2024, kellerjordan.github.io/posts/muon).

Adam scales every weight's step by itself. Muon looks at a layer's whole update as a matrix and replaces it by the nearest matrix
that turns and mirrors but does not stretch: every direction the layer can learn in gets an equal step, the rare ones too.
"""

import torch
from torch import Tensor


def orthogonalise(g: Tensor, rounds: int = 5) -> Tensor:
    """(N, rows, columns) -> the same, with singular values near 1: U V^T where g = U S V^T.

    A Newton-Schulz iteration pushes the singular values towards 1 by matrix products alone, no decomposition needed.
    """
    wide = g.mT if g.shape[1] > g.shape[2] else g
    x = wide / (wide.norm(dim=(1, 2), keepdim=True) + 1e-7)  # the largest singular value is now at most 1
    for _ in range(rounds):
        a = x @ x.mT
        x = 3.4445 * x + (-4.7750 * a + 2.0315 * a @ a) @ x  # a quintic in each singular value, steep at 0
    return x.mT if g.shape[1] > g.shape[2] else x


class Muon(torch.optim.Optimizer):
    """For weights of two or more dimensions, seen as (out, in * kernel) matrices.

    lr: length of a step, 0.02 is usual. weight_decay: every step has the same length, however small the gradient, so without it
    weights grow and grow.
    """

    def __init__(self, params, lr: float, momentum: float = 0.95, weight_decay: float = 0.1):
        super().__init__(params, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure=None) -> None:
        for group in self.param_groups:
            alike = {}  # weights of one shape are orthogonalised in one batch
            for p in group["params"]:
                if p.grad is not None:
                    alike.setdefault(p.shape, []).append(p)
            for shape, weights in alike.items():
                updates = []
                for p in weights:
                    m = self.state[p].setdefault("momentum", torch.zeros_like(p)).lerp_(p.grad, 1 - group["momentum"])
                    updates.append(p.grad.lerp(m, group["momentum"]).flatten(1))  # Nesterov: look one step ahead
                scale = max(1, shape[0] / shape[1:].numel()) ** 0.5
                for p, u in zip(weights, orthogonalise(torch.stack(updates)), strict=True):
                    p.mul_(1 - group["lr"] * group["weight_decay"]).add_(u.view_as(p), alpha=-group["lr"] * scale)
