"""Snapshots of a training run, for a film of it: the averaged weights at moments that lie closer together at the beginning."""

from pathlib import Path

from safetensors.torch import save_file

FIRST = 10  # updates done before the first snapshot
FINER = 1.25  # ratio of a snapshot's step to the one before, until the run's end is known


class Snapshots:
    """Writes folder/step-<n>.safetensors. How long a run will be is not known while it goes on (it may have minutes, not steps), so more
    are written than wanted, and `thin` leaves `count` of them, spread evenly in the logarithm of the step."""

    def __init__(self, folder: Path, count: int, done: int = 0):
        """done: updates that the run has behind it; snapshots of later ones are of another run, and go."""
        self.folder, self.count, self.next = folder, count, max(FIRST, round(FINER * done))
        folder.mkdir(parents=True, exist_ok=True)
        self.remove(step for step in self.saved() if step > done)

    def after(self, run) -> None:
        """After every update of a run."""
        if run.step >= self.next:
            self.save(run)
            self.next = max(self.next + 1, round(FINER * run.step))

    def save(self, run) -> None:
        weights = {k: v.float().contiguous().cpu() for k, v in run.average.state_dict().items()}
        save_file(weights, self.folder / f"step-{run.step}.safetensors")

    def saved(self) -> list[int]:
        return sorted(int(path.stem.removeprefix("step-")) for path in self.folder.glob("step-*.safetensors"))

    def remove(self, steps) -> None:
        for step in steps:
            (self.folder / f"step-{step}.safetensors").unlink()

    def thin(self, run) -> None:
        """At the end of a run: the last one is the network that ships, the others at steps in geometric progression from the first."""
        self.save(run)
        saved, parts = self.saved(), max(self.count - 1, 1)
        wanted = [saved[0] * (saved[-1] / saved[0]) ** (k / parts) for k in range(self.count)]
        kept = {saved[-1]} | {min(saved, key=lambda step, w=w: abs(step - w)) for w in wanted}
        self.remove(step for step in saved if step not in kept)
