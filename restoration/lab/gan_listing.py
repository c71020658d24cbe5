"""The door to the listing that is to be mended, and to the program that is mended. See restoration.exhibits.listing."""

from restoration.exhibits.listing import FAULTS, FINE, Line, lines, mended, shown_at

__all__ = ["FAULTS", "FINE", "Line", "lines", "mended", "shown_at"]
