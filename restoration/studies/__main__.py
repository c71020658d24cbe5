"""Make a study again: python -m restoration.studies NAME"""

import argparse
import sys
from pathlib import Path

from restoration.errors import Refusal
from restoration.performance import keep_big_blocks

keep_big_blocks()  # before the first tensor

from restoration.studies import (  # noqa: E402
    blocks,
    gan_coverage,
    gan_film,
    gan_near,
    latent,
    matrix,
    rnn_cell,
    rnn_memory,
    rnn_nats,
    rnn_path,
    vae_bytes,
    vae_codes,
    vae_film,
    vae_plane,
    vae_terms,
    worksheets,
)

STUDIES = {
    study.NAME: study
    for study in (
        blocks, matrix, latent, vae_plane, vae_film, vae_codes, vae_terms, vae_bytes, gan_coverage, gan_near, gan_film, rnn_nats,
        rnn_cell, rnn_memory, rnn_path, worksheets,
    )
}  # fmt: skip
# what a study is made from besides the weights that ship: options of the command line
NEEDS = {
    vae_film.NAME: ("snapshots",), gan_film.NAME: ("snapshots", "data"), gan_coverage.NAME: ("data",), gan_near.NAME: ("data",),
    rnn_nats.NAME: ("data",),
}  # fmt: skip


def main() -> None:
    p = argparse.ArgumentParser("python -m restoration.studies", description="Make a stored study again, from the shipped weights.")
    p.add_argument("name", choices=STUDIES)
    p.add_argument("--snapshots", type=Path, help=f"for {vae_film.NAME}: a run's folder of snapshots; for {gan_film.NAME}: where runs are")
    p.add_argument("--data", type=Path, help="for studies of GANs, and rnn-nats: the folder with digits/mnist.npz, emoji/, flowers/ are")
    a = p.parse_args()
    STUDIES[a.name].make(*(getattr(a, need) for need in NEEDS.get(a.name, ())))


if __name__ == "__main__":
    try:
        main()
    except Refusal as e:
        sys.exit(str(e))
