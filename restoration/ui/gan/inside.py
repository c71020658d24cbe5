"""The Look inside panel of the GAN's page: the game, the critic's eye, and a listing to be mended. See restoration.ui.sections."""

from restoration.ui import sections
from restoration.ui.gan import critic, game, listing
from restoration.ui.gan.bench import Bench

SECTIONS = {"game": game, "critic": critic, "listing": listing}  # in the order of their tabs


def build(lang: str) -> dict:
    return sections.build(SECTIONS, "gan-inside", "gan_in_intro", lang)


def wire(bench: Bench, parts: dict) -> None:
    sections.wire(SECTIONS, bench, parts)
