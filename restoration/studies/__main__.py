"""Make a study again: python -m restoration.studies NAME"""

import argparse
import sys
from pathlib import Path

from restoration.errors import Refusal
from restoration.performance import keep_big_blocks

keep_big_blocks()  # before the first tensor

from restoration.studies import blocks, latent, matrix, vae_bytes, vae_codes, vae_film, vae_plane, vae_terms  # noqa: E402

STUDIES = {study.NAME: study for study in (blocks, matrix, latent, vae_plane, vae_film, vae_codes, vae_terms, vae_bytes)}


def main() -> None:
    p = argparse.ArgumentParser("python -m restoration.studies", description="Make a stored study again, from the shipped weights.")
    p.add_argument("name", choices=STUDIES)
    p.add_argument("--snapshots", type=Path, help=f"for {vae_film.NAME}: the folder of the run's snapshots")
    a = p.parse_args()
    STUDIES[a.name].make(*[a.snapshots] if a.name == vae_film.NAME else [])


if __name__ == "__main__":
    try:
        main()
    except Refusal as e:
        sys.exit(str(e))
