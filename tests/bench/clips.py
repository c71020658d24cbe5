"""Tables of the recurrent denoiser on clips that it was not trained on.

    python tests/bench/clips.py --data clips/test
    python tests/bench/clips.py --data clips/test --folder runs/out-rnn-video --record

DIR holds a folder of pictures for each clip. Gaussian noise of sigma 25 in colour, numpy default_rng(clip index), not clipped, not
quantised; output rounded to 8 bits; PSNR (RGB, whole frame, mean over frames 8 on). Beside the network: itself with its memory wiped at
every frame, cnn-denoise frame by frame (both told sigma), OpenCV's multi-frame non-local means (five frames, the two next ones among them;
of 8-bit frames, set as in the lab, to win: h = 0.65 sigma gains 2.7 dB over h = sigma), and the mean of five frames. CPU seconds per
megapixel are those of one thread. --record writes the rows into
the checkpoint's training.json and model card.
"""

import argparse
import sys
import time
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from restoration.performance import keep_big_blocks  # noqa: E402

keep_big_blocks()  # before the first tensor, as the app does

import cv2  # noqa: E402
import numpy as np  # noqa: E402
import torch  # noqa: E402

from restoration import checkpoints  # noqa: E402
from restoration.errors import Refusal  # noqa: E402
from restoration.images import from_uint8, to_uint8  # noqa: E402
from restoration.lab.rnn_repair import NLM_FRAMES, NLM_PATCH, NLM_SEARCH, NLM_STRENGTH  # noqa: E402
from restoration.metrics import psnr  # noqa: E402
from restoration.models.rnn import WARM  # noqa: E402
from restoration.training.clips import as_tensor, load_clips  # noqa: E402

SIGMA = 25
WINDOW = NLM_FRAMES  # of non-local means, and of the plain mean


def frames8(y: torch.Tensor) -> list[np.ndarray]:
    return [to_uint8(frame[None].clamp(0, 1)) for frame in y]


def multi_frame_nlm(y: torch.Tensor) -> torch.Tensor:
    noisy, half, h, out = frames8(y), WINDOW // 2, NLM_STRENGTH * SIGMA, []
    for t in range(len(noisy)):
        if half <= t < len(noisy) - half:
            out.append(cv2.fastNlMeansDenoisingColoredMulti(noisy, t, WINDOW, None, h, h, NLM_PATCH, NLM_SEARCH))
        else:  # too near to either end for five frames
            out.append(cv2.fastNlMeansDenoisingColored(noisy[t], None, h, h, NLM_PATCH, NLM_SEARCH))
    return torch.cat([from_uint8(frame) for frame in out])


def mean_of_five(y: torch.Tensor) -> torch.Tensor:
    """Of a frame and the four before it."""
    return torch.stack([y[max(0, t - WINDOW + 1) : t + 1].mean(0) for t in range(len(y))])


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("--data", type=Path, required=True)
    p.add_argument("--folder", type=Path, help="where rnn-video is, if not in assets/models")
    p.add_argument("--skip-nlm", action="store_true", help="without multi-frame non-local means, which takes minutes")
    p.add_argument("--record", action="store_true")
    a = p.parse_args()
    torch.set_num_threads(1)
    folder = a.folder or checkpoints.MODELS / "rnn-video"
    network, single = checkpoints.load_model("rnn-video", folder=folder), checkpoints.load_model("cnn-denoise")
    scores, cost, curve = {}, {}, []
    names = [path.name for path in sorted(a.data.iterdir()) if path.is_dir()]
    for number, (clip, frames) in enumerate(zip(names, load_clips(a.data), strict=True)):
        clean = as_tensor(frames)
        noise = np.random.default_rng(number).standard_normal(clean.shape, dtype=np.float32)
        y = clean + SIGMA / 255 * torch.from_numpy(noise)
        methods = {
            "noisy": lambda y: y,
            "mean of five frames": mean_of_five,
            "multi-frame non-local means": multi_frame_nlm,
            "cnn-denoise frame by frame": lambda y: torch.cat([single.restore(f[None], sigma=SIGMA) for f in y]),
            "rnn-video, wiped at every frame": lambda y: network.restore(y[None], sigma=SIGMA, wipe=tuple(range(len(y))))[0],
            "rnn-video": lambda y: network.restore(y[None], sigma=SIGMA)[0],
        }
        for name, method in methods.items():
            if a.skip_nlm and "non-local" in name:
                continue
            begun = time.process_time()
            made = method(y)
            seconds = time.process_time() - begun
            by_frame = [psnr(from_uint8(m), c[None]) for m, c in zip(frames8(made), clean, strict=True)]
            scores.setdefault(name, []).append(mean(by_frame[WARM - 1 :]))
            cost.setdefault(name, []).append(1e6 * seconds / (clean.numel() / 3))
            print(f"{clip}: {name} {scores[name][-1]:.2f} dB", file=sys.stderr, flush=True)
        curve.append(by_frame)
    print(f"| sigma {SIGMA}, frames {WARM} on, PSNR in dB | {' | '.join(names)} | mean | CPU s/MP |\n|{'---|' * (len(names) + 3)}")
    for name, found in scores.items():
        print(f"| {name} | {' | '.join(f'{x:.2f}' for x in found)} | {mean(found):.2f} | {mean(cost[name]):.2f} |")
    print("\n| rnn-video, PSNR of frame | " + " | ".join(str(t) for t in (1, 2, 4, 8, 16, 32)) + " |\n|---|---|---|---|---|---|---|")
    print("| mean of clips | " + " | ".join(f"{mean(c[t - 1] for c in curve):.2f}" for t in (1, 2, 4, 8, 16, 32)) + " |\n")
    ours = mean(scores["rnn-video"])
    rivals = (("rnn-video, wiped at every frame", 0.8), ("multi-frame non-local means", 2.5), ("cnn-denoise frame by frame", 0.0))
    for rival, least in rivals:
        if rival in scores:
            gain = ours - mean(scores[rival])
            print(f"- {'met' if gain >= least else 'MISSED'}: {gain:+.2f} dB over {rival}; at least {least}")
    if a.record:
        test, noisy = f"{', '.join(names)}: sigma {SIGMA}, PSNR in dB (RGB), frames {WARM} on, beside", mean(scores["noisy"])
        rows = [
            {"test": f"{test} {rival}", "damaged": noisy, "yardstick_name": rival, "yardstick": mean(scores[rival]), "model": ours}
            for rival, _ in rivals if rival in scores
        ]  # fmt: skip
        checkpoints.record_scores("rnn-video", rows, folder)


if __name__ == "__main__":
    try:
        main()
    except Refusal as e:
        sys.exit(str(e))
