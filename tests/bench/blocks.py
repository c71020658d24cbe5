"""Ten blocks, quality against cost, measured anew: figures, not pass or fail.

    python tests/bench/blocks.py

Milliseconds are CPU time of one picture of 256 x 256 on one thread, the median of interleaved rounds; compare the ratios to the plain
block, which were measured in the same run. PSNR: the recorded validation after equally many updates and after equal CPU time, and the
mean over the shipped pictures at sigma 25. In brackets what the stored study says, where it may differ.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from restoration.performance import keep_big_blocks  # noqa: E402

keep_big_blocks()  # before the first tensor, as the app does

from restoration.studies import blocks, store  # noqa: E402


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("--rounds", type=int, default=blocks.ROUNDS, help="how often each network mends the picture")
    a = p.parse_args()
    found, stored = blocks.measured(a.rounds), store.read(blocks.NAME)["blocks"]
    print(f"{found['device']}, one thread; equal updates: {found['steps']}; equal time: {found['seconds']:.0f} CPU seconds\n")
    print("| block | parameters | MACs / 10^9 | ms | against plain | field | PSNR, equal updates | PSNR, equal time | PSNR, samples |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name, b in found["blocks"].items():
        old = stored[name]
        field = f"{b['field']}{' + all' if b['sees_all'] else ''}"
        cells = [name, f"{b['parameters']:,}", f"{b['macs'] / 1e9:.3f}", f"{b['ms']:.1f}"]
        cells += [f"{b['ms_ratio']:.2f} ({old['ms_ratio']:.2f})", field]
        cells += [f"{b['psnr']:.2f}", f"{b['psnr_same_time']:.2f}", f"{b['samples']['psnr']:.2f} ({old['samples']['psnr']:.2f})"]
        print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
