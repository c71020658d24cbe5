"""What one visitor has on the VAE's desk. See restoration.ui.bench."""

from dataclasses import dataclass

from restoration.lab import vae
from restoration.ui import bench
from restoration.ui.bench import Desk


@dataclass(frozen=True)
class Wanted(bench.Wanted):
    invert: bool = False  # dark ink on light paper

    @property
    def clean_key(self) -> tuple:
        own = (self.own, self.invert) if self.case.picture == vae.OWN else ()
        return (self.case.subject, self.case.picture, *own)


def settle(desk: Desk | None, wanted: Wanted) -> Desk:
    """See bench.settle."""
    return bench.settle(desk, wanted, _clean, vae.ruin)


def _clean(wanted: Wanted) -> vae.Small:
    case = wanted.case
    return vae.upload(wanted.own, case.subject, wanted.invert) if case.picture == vae.OWN else vae.picture(case.subject, case.picture)


def key(desk: Desk) -> tuple:
    return desk.wanted.key
