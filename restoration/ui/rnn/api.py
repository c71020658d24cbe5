"""The RNN's part of the lab for scripts; see restoration.ui.api."""

import numpy as np

from restoration import lab
from restoration.lab import rnn, rnn_repair
from restoration.ui.picture import keep
from restoration.ui.rnn.board import digest
from restoration.ui.rnn.desk import Wanted


def clip_restore(video: str | None, sigma: int, seed: int, wipe: int, lang: str) -> tuple:
    """Put noise on a clean clip and mend it with a network that has a memory, frame by frame, with yardsticks beside it.

    video: a file (MP4, WebM, animated GIF), of which at most 96 frames are used, made small to fit 320 x 240 (240 x 320 if upright); or
    null for the clip "pan". sigma: of the noise, of 255, a whole number from 10 to 50. seed: 0 to 9999. wipe: the frame, from 1, before
    which the memory is emptied; 0: never. lang: "en" or "zh", the language of messages.
    Returns the restored clip as MP4 (H.264: for eyes, it loses a little; scores are of the frames before), and {frames, width, height,
    fps, sigma, seed, wipe, psnr: {method: [dB of each frame, null where it was not run]} (RGB, whole frame, rounded to 8 bits), mean:
    {method: dB over the frames `over`, numbered from 1, on which all methods were run}, over, ms: {method: of a frame}, notes}. Methods:
    damaged; memory (the network); with a wipe, unwiped (as if it had not been); alone (its memory wiped at every frame); both (never
    wiped, with a second memory from the last frame on); cnn (cnn-denoise, frame by frame); nlm (OpenCV's non-local means over five frames).
    """
    clip = rnn.upload(video) if video else rnn.picture(rnn.Case().picture)
    wipe = rnn.check_frame(wipe, len(clip.frames))
    case = rnn.Case("" if video else rnn.Case().picture, rnn.check_sigma(sigma), wipe=wipe, seed=lab.whole(seed))
    *_, out = rnn_repair.mend(Wanted(case, video or "").key, clip, rnn.ruin(clip, case), case.wipe)
    restored = np.stack(out.restored)
    mp4 = keep(digest((clip.fps,), restored), "kintsugi-restored.mp4", lambda file: file.write(rnn.to_mp4(restored, clip.fps)))
    count, height, width = restored.shape[:3]
    facts = {"frames": count, "width": width, "height": height, "fps": clip.fps, "sigma": case.sigma, "seed": case.seed, "wipe": case.wipe}
    tables = {name: dict(zip(line.at, line.psnr, strict=True)) for name, line in out.lines.items()}
    scores = {name: [_finite(table.get(t)) for t in range(count)] for name, table in tables.items()}
    return mp4, {
        **facts, "psnr": scores, "mean": {name: _finite(late) for name, (_, late) in out.means().items()},
        "over": [t + 1 for t in out.late()], "ms": {name: line.ms for name, line in out.lines.items()},
        "notes": [note.say(lang) for note in clip.notes],
    }  # fmt: skip


def _finite(number: float | None) -> float | None:
    return number if number is not None and number < float("inf") else None
