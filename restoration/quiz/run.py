"""Questions made of a visitor's own repair, with its numbers. Every option has an explanation, right or wrong."""

import math
from dataclasses import dataclass

from restoration.lessons import Option
from restoration.quiz.guess import NEAR
from restoration.quiz.words import decibels, say

COUNT = 2  # questions a run
APART = 1.05  # numbers among the options differ at least by this factor


@dataclass(frozen=True)
class Run:
    """What a repair showed, besides its table of scores.

    rows: of the table, each with .id, .name, .kind ("damaged", "yardstick", "network"), .psnr (dB), .ssim and .ms (None where they are not
    measured). network: id of the network that the questions are about. sigma: of Gaussian noise in 1/255, if that is all the damage. lost:
    the share of pixels that were lost, where that network leaves all others as they were. scale: how much smaller the picture was given.
    niqe: (of the original, id of the network told to be near, its NIQE, id of the one told to look real, its NIQE). memory: ids of the
    same network (with, without) its memory. wiped: (frame from 1, dB lost in it).
    """

    rows: tuple
    network: str
    sigma: float | None = None
    lost: float = 0.0
    scale: int = 1
    niqe: tuple = ()
    memory: tuple = ()
    wiped: tuple = ()

    def row(self, id: str):
        return next((row for row in self.rows if row.id == id), None)

    @property
    def damaged(self):
        return next((row for row in self.rows if row.kind == "damaged"), None)


@dataclass(frozen=True)
class Question:
    kind: str
    text: str
    options: tuple[Option, ...]


def choose(run: Run, lang: str, number: int) -> tuple[Question, ...]:
    """Two questions that fit the run; which, and the order of their options, follow from `number` alone. If there is one that only
    runs of this sort allow, it is the first."""
    special = [q for q in (make(run, lang) for make in SPECIAL) if q]
    general = [q for q in (make(run, lang) for make in GENERAL) if q]
    special, general = _turned(special, number), _turned(general, number)
    return tuple(_shuffled(q, number) for q in (*special[:1], *general)[:COUNT])


def _turned(items: list, number: int) -> list:
    at = number % len(items) if items else 0
    return items[at:] + items[:at]


def _shuffled(question: Question, number: int) -> Question:
    return Question(question.kind, question.text, tuple(_turned(list(question.options), number // 7)))


def _worded(kind: str, lang: str, others: tuple[str, ...], **values) -> Question:
    """A question whose options are sentences: KIND_right and KIND_OTHER, each with a _why."""
    options = [Option(say(f"{kind}_{name}", lang), name == "right", say(f"{kind}_{name}_why", lang)) for name in ("right", *others)]
    return Question(kind, say(kind, lang, **values), tuple(options))


def _numbers(kind: str, text: str, right: tuple, others: list[tuple], apart: float = APART) -> Question | None:
    """A question whose options are numbers, each (number, as it is shown, why). Wrong ones that cannot be told from the right one, or
    from one another, are left out; None if fewer than two are left."""
    kept = [right]
    for other in others:
        if all(other[1] != k[1] and not _near(other[0], k[0], apart) for k in kept):
            kept.append(other)
    if len(kept) < 3:
        return None
    return Question(kind, text, tuple(Option(shown, n == 0, why) for n, (_, shown, why) in enumerate(kept)))


def _near(a: float, b: float, apart: float) -> bool:
    return max(abs(a), abs(b)) < apart * min(abs(a), abs(b))


def _finite(*psnr: float) -> bool:
    return all(math.isfinite(p) for p in psnr)


# Those that only some runs allow


def _niqe(run: Run, lang: str) -> Question | None:
    """The network that looks more natural is further from the truth."""
    if not run.niqe:
        return None
    truth, near_id, near, sharp_id, sharp = run.niqe
    a, b = run.row(near_id), run.row(sharp_id)
    if not a or not b or not _finite(a.psnr, b.psnr) or a.psnr - b.psnr < NEAR or abs(sharp - truth) >= abs(near - truth):
        return None
    values = {"truth": f"{truth:.1f}", "niqe_near": f"{near:.1f}", "niqe_sharp": f"{sharp:.1f}"}
    values |= {"near": a.name, "sharp": b.name, "psnr_near": decibels(a.psnr), "psnr_sharp": decibels(b.psnr)}
    return _worded("niqe", lang, ("truth", "bad"), **values)


def _wipe(run: Run, lang: str) -> Question | None:
    """What comes after the memory was emptied."""
    if not run.wiped or run.wiped[1] < NEAR:
        return None
    return _worded("wipe", lang, ("stays", "grows"), n=run.wiped[0], lost=f"{run.wiped[1]:.1f}")


def _memory(run: Run, lang: str) -> Question | None:
    """What a memory is worth."""
    a, b = (run.row(id) for id in run.memory) if run.memory else (None, None)
    if not a or not b or not _finite(a.psnr, b.psnr) or a.psnr - b.psnr < NEAR:
        return None
    values = {"memory": decibels(a.psnr), "alone": decibels(b.psnr), "gain": f"{a.psnr - b.psnr:.1f}"}
    return _worded("memory", lang, ("weights", "later"), **values)


def _share(run: Run, lang: str) -> Question | None:
    """How many pixels of an enlarged picture were made up."""
    if run.scale < 2:
        return None
    area = run.scale**2
    right = (1 - 1 / area, _percent(1 - 1 / area), say("share_right", lang, area=area, made=area - 1))
    side, given = 1 - 1 / run.scale, 1 / area
    others = [(side, _percent(side), say("share_side", lang)), (given, _percent(given), say("share_given", lang))]
    return _numbers("share", say("share", lang, scale=run.scale), right, others)


def _percent(share: float) -> str:
    return f"{100 * share:.4g} %"


def _hole(run: Run, lang: str) -> Question | None:
    """The score of the filled pixels alone."""
    row = run.row(run.network)
    if not 0 < run.lost < 1 or not row or not _finite(row.psnr):
        return None
    drop = -10 * math.log10(run.lost)
    share, factor = f"{100 * run.lost:.3g}", f"{1 / run.lost:.3g}"

    def option(psnr: float, key: str) -> tuple:
        return psnr, say("about_db", lang, n=f"{psnr:.1f}"), say(key, lang, share=share, factor=factor, drop=f"{drop:.1f}")

    others = [option(row.psnr, "hole_same"), option(row.psnr + drop, "hole_more"), option(row.psnr * run.lost, "hole_share")]
    text = say("hole", lang, share=share, psnr=decibels(row.psnr))
    return _numbers("hole", text, option(row.psnr - drop, "hole_right"), others)


def _ssim(run: Run, lang: str) -> Question | None:
    """PSNR and SSIM crown different ones."""
    rows = [row for row in run.rows if row.kind != "damaged" and row.ssim is not None]
    if len(rows) < 2:
        return None
    by_psnr, by_ssim = max(rows, key=lambda r: r.psnr), max(rows, key=lambda r: r.ssim)
    if by_psnr.psnr - by_ssim.psnr < 0.005 or by_ssim.ssim - by_psnr.ssim < 0.0005:  # what the table would show as a tie; inf - inf too
        return None
    return _worded("ssim", lang, ("wrong", "truth"), psnr=by_psnr.name, ssim=by_ssim.name)


# Those that nearly every run allows


def _mse(run: Run, lang: str) -> Question | None:
    """A gain in dB as a factor of the squared error."""
    row, damaged = run.row(run.network), run.damaged
    if not row or not damaged or not _finite(row.psnr, damaged.psnr) or abs(row.psnr - damaged.psnr) < 1:
        return None
    gain = abs(row.psnr - damaged.psnr)
    ratio = max(row.psnr, damaged.psnr) / min(row.psnr, damaged.psnr) if min(row.psnr, damaged.psnr) > 0 else gain

    def option(factor: float, key: str) -> tuple:
        n = f"{factor:.3g}" if factor < 1000 else f"{factor:.0f}"
        return factor, say("times", lang, n=n), say(key, lang, gain=f"{gain:.1f}", n=n)

    values = {"way": say("up" if row.psnr > damaged.psnr else "down", lang), "gain": f"{gain:.1f}"}
    text = say("mse", lang, name=row.name, damaged=decibels(damaged.psnr), restored=decibels(row.psnr), **values)
    others = [option(10 ** (gain / 20), "mse_root"), option(gain, "mse_linear"), option(ratio, "mse_ratio")]
    return _numbers("mse", text, option(10 ** (gain / 10), "mse_right"), others, apart=1.15)


def _half(run: Run, lang: str) -> Question | None:
    """Noise of half the strength."""
    damaged = run.damaged
    if not run.sigma or not damaged or not _finite(damaged.psnr):
        return None

    def option(psnr: float, key: str) -> tuple:
        return psnr, say("about_db", lang, n=f"{psnr:.1f}"), say(key, lang)

    text = say("half", lang, sigma=f"{run.sigma:g}", damaged=decibels(damaged.psnr))
    psnr = damaged.psnr
    others = [option(psnr + 10 * math.log10(2), "half_three"), option(2 * psnr, "half_double"), option(psnr, "half_same")]
    return _numbers("half", text, option(psnr + 10 * math.log10(4), "half_right"), others)


def _speed(run: Run, lang: str) -> Question | None:
    """The network's time beside a classical method's."""
    row = run.row(run.network)
    rivals = [r for r in run.rows if r.kind == "yardstick" and r.ms]
    if not row or not row.ms or not rivals:
        return None
    rival = max(rivals, key=lambda r: r.psnr)
    ratio = max(row.ms, rival.ms) / min(row.ms, rival.ms)
    if ratio < 1.5:
        return None
    shown = f"{ratio:.1f}" if ratio < 10 else f"{ratio:.0f}"
    values = {"a": row.name, "ms_a": _ms(row.ms), "b": rival.name, "ms_b": _ms(rival.ms), "ratio": shown}
    return _worded("speed", lang, ("always", "better"), **values)


def _ms(ms: float) -> str:
    return f"{ms:.1f}" if ms < 10 else f"{ms:,.0f}"


def _looks(run: Run, lang: str) -> Question | None:
    """What the first place is worth."""
    rows = sorted((row for row in run.rows if row.kind != "damaged"), key=lambda r: -r.psnr)
    if len(rows) < 2 or not _finite(rows[0].psnr) or rows[0].psnr - rows[1].psnr < NEAR:
        return None
    return _worded("looks", lang, ("yes", "large"), name=rows[0].name, lead=f"{rows[0].psnr - rows[1].psnr:.1f}")


def _perfect(run: Run, lang: str) -> Question | None:
    """The upper end of the scale."""
    row = run.row(run.network)
    if not row or not _finite(row.psnr):
        return None
    return _worded("perfect", lang, ("hundred", "one"), name=row.name, psnr=decibels(row.psnr))


SPECIAL = (_niqe, _wipe, _memory, _share, _hole, _ssim)
GENERAL = (_mse, _half, _speed, _looks, _perfect)
