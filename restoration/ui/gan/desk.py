"""What one visitor has on the GAN's desk. See restoration.ui.bench."""

from restoration import lab
from restoration.errors import unknown
from restoration.lab import gan
from restoration.ui import bench
from restoration.ui.bench import Desk, Wanted


def settle(desk: Desk | None, wanted: Wanted) -> Desk:
    """See bench.settle."""
    return bench.settle(desk, wanted, _clean, gan.ruin)


def _clean(wanted: Wanted) -> lab.Shot:
    if wanted.case.picture:
        return gan.picture(wanted.case.picture)
    if wanted.own:
        return gan.upload(wanted.own)
    raise unknown("picture", "", lab.samples())  # the server was started anew and has forgotten the visitor's photo
