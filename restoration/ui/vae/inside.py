"""The Look inside panel of the VAE's page: exhibits on the small picture that is in the lab. See restoration.ui.sections.

They compute when they are seen (ui/look.js), and what is moved in them after that is moved in the browser.
"""

from restoration.ui import sections
from restoration.ui.vae import average, compress, draws, terms
from restoration.ui.vae.bench import Bench

SECTIONS = {"draws": draws, "terms": terms, "compress": compress, "average": average}  # in the order of their tabs


def build(lang: str) -> dict:
    return sections.build(SECTIONS, "vae-inside", "vae_in_intro", lang)


def wire(bench: Bench, parts: dict) -> None:
    sections.wire(SECTIONS, bench, parts)
