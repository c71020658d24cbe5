"""The table of nats of held-out digits: pixel-rnn beside the VAE's bounds and the mean of each pixel; and the time of one completion.

    python tests/bench/rnn_pixels.py --data DATA --first 8000

DATA/digits/mnist.npz holds x_train, x_test, y_test. The digits are made black and white once with seed 0, as tests/bench/vae.py does it.
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import torch

from restoration.lab import rnn_pixels, vae
from restoration.studies import rnn_nats

NAMES = {
    "pixels": "each pixel's mean", "elbo": "vae-digits, negative ELBO, one draw", "iwae": "vae-digits, IWAE, {draws} draws",
    "exact": "pixel-rnn, exact",
}  # fmt: skip


def table(data: Path, first: int, draws: int) -> None:
    x, _, mean = rnn_nats.digits(data, first)
    found = rnn_nats.nats(x, mean, vae.network(rnn_pixels.MODEL), vae.network(rnn_pixels.VAE), draws)
    print(f"| {len(x)} test digits, nats per digit | mean | standard error | bits per pixel |\n|---|---|---|---|")
    for name, words in NAMES.items():
        each = found[name]
        bits = each.mean().item() / rnn_pixels.COIN
        print(f"| {words.format(draws=draws)} | {each.mean():.2f} | {each.std() / len(each) ** 0.5:.2f} | {bits:.4f} |")
    ahead = (found["exact"] < found["iwae"]).float().mean().item()
    print(f"\npixel-rnn gives {100 * ahead:.1f} % of them more than the VAE's bound does.")


def seconds(count: int, repeats: int = 5) -> float:
    """The middle one of so many times that `count` endings of one digit, lower half covered, took."""
    begun, times = rnn_pixels.begin(vae.picture("digits", 3), "lower"), []
    for seed in range(repeats):
        start = time.perf_counter()
        rnn_pixels.write(begun, seed=seed, count=count)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("--data", type=Path, required=True)
    p.add_argument("--first", type=int, default=8000, help="test digits")
    p.add_argument("--draws", type=int, default=rnn_pixels.DRAWS, help="of IWAE")
    a = p.parse_args()
    torch.set_num_threads(1)
    table(a.data, a.first, a.draws)
    seconds(1, 1)  # the networks are loaded
    for count in (1, rnn_pixels.COUNT):
        print(f"{count} ending(s) of one digit, one thread: {seconds(count):.2f} s")


if __name__ == "__main__":
    main()
