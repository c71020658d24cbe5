"""The one training loop: a generator of plain rows.

The command line prints the rows, the screen draws them, the tests count them; a recorded curve and a live one are the same rows:

    {"step", "split": "train", "loss", ..., "lr", "cpu", "seconds"}    every `log_every` steps, the mean since the last row
    {"step", "split": "val", "loss", "psnr", ..., "cpu", "seconds"}    on held-out pictures, by the averaged weights

"seconds" is the time of the run by the clock, "cpu" what the processor spent on updates alone.
"""

import copy
import math
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import torch
import torch.distributed as dist

from restoration.checkpoints import load_model
from restoration.errors import Refusal
from restoration.models import FAMILIES
from restoration.performance import training_dtype
from restoration.training.clips import Clips
from restoration.training.data import Pairs
from restoration.training.features import load_features
from restoration.training.recipes import Recipe
from restoration.training.small import KINDS, SmallPictures

BEGIN = threading.Lock()  # the seed is the whole process's: two runs that begin at once would draw from one another


def processes() -> tuple[int, int]:
    """(rank, how many), as torchrun tells them."""
    return int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))


def average_gradients(optimiser, *_) -> None:
    """Before an update, give every process the mean of all gradients: several processes then train one model."""
    grads = [p.grad for group in optimiser.param_groups for p in group["params"] if p.grad is not None]
    flat = torch.cat([g.flatten() for g in grads])
    dist.all_reduce(flat)
    for g, part in zip(grads, (flat / dist.get_world_size()).split([g.numel() for g in grads]), strict=True):
        g.copy_(part.view_as(g))


def move(batch, device: str):
    clean, damaged, known = batch
    return clean.to(device), damaged.to(device), {k: v.to(device) for k, v in known.items()}


@torch.no_grad()
def begin_from(model, other) -> None:
    """Copy the weights that two networks share.

    First layers differ: colours are copied, the rest begins at 0; a network that sees brightness alone takes the sum over the colours,
    which is the same on a grey picture. The last layer is left as it is: another job wants another answer. A generator that does the
    other's job takes all of it, and so does a network that does it with a memory; what it is told besides begins at 0.
    """
    theirs = other.state_dict()
    if hasattr(model, "generator"):
        model.generator.load_state_dict(theirs)
        return
    if hasattr(model, "memory"):
        first = theirs.pop("head.weight")
        model.head.weight.zero_()[:, : first.shape[1]] = first
        model.load_state_dict(theirs, strict=False)
        return
    for name, weight in model.state_dict().items():
        if name == "head.weight":
            colours = theirs[name][:, :12]  # 2x2 squares of red, of green, of blue
            if weight.shape[1] >= 12:
                weight.zero_()[:, :12] = colours
            elif weight.shape[1] == 4:
                weight.copy_(colours.unflatten(1, (3, 4)).sum(1))
        elif not name.startswith("tail") and name in theirs and weight.shape == theirs[name].shape:
            weight.copy_(theirs[name])


class Run:
    """A training run that can be stopped after any step and taken up again.

    The learning rate follows progress p in 0..1: a warm-up, then a cosine. p counts steps when `steps` is given, which makes a run
    repeatable to the last digit; else it is the share of the time budget that is used, so that a run ends when it was meant to.

    train, val: what the recipe's pairs are made of. family, pairs: others than the recipe names; pairs as training.data.Pairs is.
    """

    def __init__(self, recipe: Recipe, train, val, *, steps=None, minutes=None, device="cpu", dtype=None, family=None, pairs=None):
        self.recipe, self.device = recipe, device
        self.steps, self.minutes = steps or (None if minutes else recipe.steps), minutes or recipe.minutes
        self.dtype = training_dtype(device) if dtype is None else dtype
        self.rank, self.world = processes()
        self.family = family or FAMILIES[recipe.family]
        with BEGIN:
            torch.manual_seed(recipe.seed)
            self.model = self.family.build(recipe.config)
        self.model.to(device, memory_format=torch.channels_last)
        if recipe.start:
            begin_from(self.model, load_model(recipe.start, device))
        self.average = copy.deepcopy(self.model).requires_grad_(False)
        if recipe.features:
            self.model.features = load_features(recipe.features, device)
        self.optimisers = self.family.optimisers(self.model, recipe.lr)
        if self.world > 1:
            for optimiser in self.optimisers.values():
                optimiser.register_step_pre_hook(average_gradients)
        if pairs is not None:
            self.pairs = pairs
        elif recipe.pairs == "clips":
            self.pairs = Clips(train, val, recipe.batch, recipe.crop, recipe.seed, self.rank)
        else:
            kind = SmallPictures if recipe.pairs in tuple(KINDS) else Pairs  # not `in KINDS`: pairs may be a tuple of dicts
            self.pairs = kind(train, val, recipe.pairs, self.model.told, recipe.batch, recipe.crop, recipe.seed, self.rank)
        self.step, self.seconds, self.cpu = 0, 0.0, 0.0  # done so far, by earlier sittings too

    def progress(self) -> float:
        p = self.step / self.steps if self.steps else self.seconds / (60 * self.minutes)
        if self.world > 1:  # one clock for all
            shared = torch.tensor([p], device=self.device)
            dist.broadcast(shared, src=0)
            p = shared.item()
        return min(p, 1.0)

    def set_lr(self, progress: float) -> float:
        """Scale every group's own learning rate; returns the recipe's, scaled alike."""
        scale = min(1, (self.step + 1) / self.recipe.warmup)
        if self.recipe.schedule == "cosine":
            scale *= 0.5 * (1 + math.cos(math.pi * progress))
        for optimiser in self.optimisers.values():
            for group in optimiser.param_groups:
                group["lr"] = scale * optimiser.defaults["lr"]
        return scale * self.recipe.lr

    def update_average(self) -> None:
        decay = min(self.recipe.ema, (1 + self.step) / (10 + self.step))
        torch._foreach_lerp_(list(self.average.parameters()), list(self.model.parameters()), 1 - decay)
        for mine, its in zip(self.average.buffers(), self.model.buffers(), strict=True):
            mine.copy_(its)

    def rows(self, after=None) -> Iterator[dict]:
        """Train to the end of the budget, yielding rows. Stop listening and training stops. after: told of the run after every update."""
        since, before, sums, count = time.perf_counter(), self.seconds, {}, 0
        while (progress := self.progress()) < 1:
            cpu, lr = time.process_time(), self.set_lr(progress)
            with torch.autocast(self.device, self.dtype, enabled=self.dtype != torch.float32):
                row = self.family.step(self.model, move(self.pairs.at(self.step), self.device), self.optimisers)
            if not math.isfinite(row["loss"]):
                raise Refusal("training_diverged", step=self.step)
            self.update_average()
            self.step, self.cpu = self.step + 1, self.cpu + time.process_time() - cpu
            self.seconds = before + time.perf_counter() - since
            if after:
                after(self)
            sums, count = {k: sums.get(k, 0) + v for k, v in row.items()}, count + 1
            last = self.step == self.steps
            if self.step % self.recipe.val_every == 0 or last:
                yield self.validate()
            if self.step % self.recipe.log_every == 0 or last:  # the last row of its step: a run may be saved here and lose nothing
                means = {k: v / count for k, v in sums.items()}
                yield {"step": self.step, "split": "train", **means, "lr": lr, **self.spent()}
                sums, count = {}, 0
        if not self.steps and self.step % self.recipe.val_every:
            yield self.validate()

    def validate(self) -> dict:
        scores = self.family.validate(self.average, move(self.pairs.validation, self.device))
        return {"step": self.step, "split": "val", **scores, **self.spent()}

    def spent(self) -> dict:
        return {"cpu": round(self.cpu, 2), "seconds": round(self.seconds, 2)}

    def save(self, path: Path) -> None:
        """Everything the run needs to go on; written beside and moved, so that a kill leaves a whole file."""
        if self.rank == 0:
            state = {k: v for k, v in vars(self).items() if k in ("step", "seconds", "cpu")}
            state |= {"model": self.model.state_dict(), "average": self.average.state_dict()}
            state |= {"optimisers": {k: o.state_dict() for k, o in self.optimisers.items()}}
            torch.save(state, path.with_suffix(".tmp"))
            path.with_suffix(".tmp").replace(path)

    def load(self, path: Path) -> None:
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.step, self.seconds, self.cpu = state["step"], state["seconds"], state.get("cpu", 0.0)
        self.model.load_state_dict(state["model"])
        self.average.load_state_dict(state["average"])
        for k, o in self.optimisers.items():
            o.load_state_dict(state["optimisers"][k])
