"""The RNN's part of the lab for scripts; see restoration.ui.api."""

import numpy as np

from restoration import lab, live
from restoration.errors import unknown
from restoration.lab import rnn, rnn_repair
from restoration.live import rnn as live_rnn
from restoration.live import rnn_pixels
from restoration.ui.live_run import for_script
from restoration.ui.picture import keep, png
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


async def train_rnn(
    kind: str, shapes: str, speed: float, sigma: float, width: int, lr: float, steps: int, seed: int, lang: str
) -> tuple:
    """Train a small recurrent network, as the RNN's panel Train it live does, for 20 s at most.

    kind: "clips", a denoiser of moving things with its memory, and beside it one whose memory is wiped at every frame; or "pixels", a
    writer of digits, pixel by pixel. shapes: what moves in the clips, "digits" or "bars". speed: 0 to 3 pixels a frame. sigma: of the
    noise, of 255, 10 to 250. These three are for "clips" alone. width: of the memory, one of 8, 16, 24 for "clips" and 16, 32, 48 for
    "pixels". lr: the learning rate, 0 to 10. steps: 20 to 5000 updates. seed: 0 to 9999, the same seed gives the same rows. lang: "en" or
    "zh", the language of messages.
    Returns a picture as PNG, null where the training diverged (of clips: a held-out clip, a frame a column: the truth, damaged, with
    memory, without; of pixels: six written from nothing, six with the lower half written, and these whole); the rows [{step, split
    ("train" or "val": held out), and for "clips" loss_memory, loss_alone (mean squared errors), psnr_memory, psnr_alone (dB, from frame 6
    on), frames: {memory, alone: dB of each frame}; for "pixels" loss (nats a digit)}]; and {state ("done", "capped" or "diverged"),
    parameters (of a network), passed (the first row of "clips" with the memory 1 dB ahead, or of "pixels" below blind; or null), problem,
    and the yardsticks, for "clips" in dB mean (of the last five frames), damaged and black (a black picture), for "pixels" in nats blind
    (each pixel's mean) and coin}.
    """
    if kind == "clips":
        session, settings = live_rnn.Session(), live_rnn.Settings(shapes, speed, sigma, width, lr, steps, seed)
    elif kind == "pixels":
        session, settings = rnn_pixels.Session(), rnn_pixels.Settings(width, lr, steps, seed)
    else:
        raise unknown("kind", kind, ("clips", "pixels"))
    t = await for_script(session, settings)
    picture = None
    if t.state != live.DIVERGED:
        picture = png(await live.in_worker(t.strip if kind == "clips" else t.sheet))
    facts = {"state": t.state, "parameters": t.parameters, "passed": t.passed(), **t.levels}
    return picture, t.rows, {**facts, "problem": t.problem and t.problem.say(lang)}


def _finite(number: float | None) -> float | None:
    return number if number is not None and number < float("inf") else None
