"""What is predicted before a repair, and how it is held against the scores of that repair."""

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from restoration.quiz.words import WORDS, decibels, say

NEAR = 0.05  # dB; scores as close as that share the first place
MOST = 100.0  # dB; stands for the infinite PSNR of a perfect copy, where a difference is asked
BANDS = (0.5, 2.0, 5.0)  # dB; limits between the answers


@dataclass(frozen=True)
class Contender:
    """One of those that will be tried. ids: the lines of the table of scores that stand for it. about: why it does as it does, in a
    sentence."""

    name: str
    ids: tuple[str, ...]
    about: str = ""


@dataclass(frozen=True)
class Contest:
    """What will be tried on a damage.

    damaged: PSNR of the damaged picture in dB. alone: it takes part; not where a method does nothing but what was done to show it.
    bands: limits in dB, rising. pair: (a, b), two contenders whose distance is asked; (): the winner's lead over the next. truth: which
    of two unlabelled pictures is the original, 0 or 1; None: that is not asked.
    """

    contenders: tuple[Contender, ...]
    damaged: float
    alone: bool = True
    bands: tuple[float, ...] = BANDS
    pair: tuple[Contender, Contender] | tuple[()] = ()
    truth: int | None = None


@dataclass(frozen=True)
class Guess:
    """A question before the repair. kind: "winner", "gap" or "truth". The last option says that one does not know."""

    kind: str
    text: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """What a repair says of a guess. right: None where nothing was claimed, or the repair cannot tell."""

    right: bool | None
    said: str


def questions(contest: Contest, lang: str) -> tuple[Guess, ...]:
    """At most three, all about the same repair."""
    unknown = say("unknown", lang)
    names = [c.name for c in contest.contenders]
    none = [say("none", lang, damaged=decibels(contest.damaged))] if contest.alone else []
    made = [Guess("winner", say("winner", lang), (*names, *none, unknown))]
    if contest.pair:
        a, b = contest.pair
        made.append(Guess("gap", say("gap_pair", lang, a=a.name, b=b.name), (say("behind", lang), *_bands(contest, lang), unknown)))
    elif len(names) > 1:
        made.append(Guess("gap", say("gap_lead", lang), (*_bands(contest, lang), unknown)))
    else:
        made.append(Guess("gap", say("gap_damaged", lang, a=names[0]), (say("behind", lang), *_bands(contest, lang), unknown)))
    if contest.truth is not None:
        made.append(Guess("truth", say("truth", lang), (say("picture_a", lang), say("picture_b", lang), unknown)))
    return tuple(made)


def recognise(text: str) -> tuple[str, str] | None:
    """(kind, language) of a question that `questions` asks, by its words; None for any other text. Of a contest each kind is asked once."""
    key, lang, _ = _met(text)
    return (key.partition("_")[0], lang) if key in ASKED else None


def translated(text: str, lang: str, names: dict[str, str]) -> str:
    """A question or an option of `questions` in another language; any other text as it is. names: of contenders, to those in `lang`."""
    key, _, fills = _met(text)
    return say(key, lang, **{k: _called(v, lang, names) for k, v in fills.items()}) if key else _called(text, lang, names)


def _called(text: str, lang: str, names: dict[str, str]) -> str:
    """A name, or several with commas between, in another language; what is none, as it is."""
    if text in names:
        return names[text]
    key, _, fills = _met(text)
    if key == "classical":
        return say(key, lang, names=_called(fills["names"], lang, names))
    parts = re.split(", |、", text)
    return say("comma", lang).join(names[part] for part in parts) if all(part in names for part in parts) else text


ASKED = ("winner", "gap_lead", "gap_pair", "gap_damaged", "truth")
OFFERED = ("unknown", "none", "classical", "behind", "band_below", "band_between", "band_above", "picture_a", "picture_b")


def _met(text: str) -> tuple[str, str, dict[str, str]]:
    """(key in WORDS, language, what was filled in), the key "" if it is none of ASKED and OFFERED."""
    met = ((key, lang, pattern.fullmatch(text)) for pattern, key, lang in _patterns())
    return next(((key, lang, found.groupdict()) for key, lang, found in met if found), ("", "", {}))


@lru_cache(maxsize=1)
def _patterns() -> list[tuple]:
    return [
        (re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(text))), key, lang)
        for key in ASKED + OFFERED for lang, text in zip(("en", "zh"), WORDS[key], strict=True)
    ]  # fmt: skip


def judge(contest: Contest, chosen: tuple[int, ...], rows, lang: str) -> tuple[Found, ...]:
    """What became of each guess. chosen: an option of each of `questions`. rows: of the table of scores, each with .id, .name and .psnr in
    dB (infinite for a perfect copy)."""
    scores = {row.id: row.psnr for row in rows}
    judges = {"winner": _winner, "gap": _gap, "truth": _truth}
    asked = questions(contest, lang)
    return tuple(judges[q.kind](contest, q, n, scores, lang) for q, n in zip(asked, chosen, strict=True))


def difference(a: float, b: float) -> float:
    """a - b in dB, of which either may be infinite."""
    return min(a, MOST) - min(b, MOST)


def band(lead: float, bands: tuple[float, ...]) -> int:
    """Into which of the answers a lead in dB falls: 0 below the first limit, len(bands) from the last on."""
    return sum(lead >= limit for limit in bands)


def score(contender: Contender, scores: dict) -> float | None:
    """The best of the lines that stand for a contender; None: it was not run."""
    return max((scores[id] for id in contender.ids if id in scores), default=None)


def _bands(contest: Contest, lang: str) -> tuple[str, ...]:
    limits = [f"{limit:g}" for limit in contest.bands]
    between = [say("band_between", lang, low=a, high=b) for a, b in zip(limits, limits[1:], strict=False)]
    return (say("band_below", lang, high=limits[0]), *between, say("band_above", lang, low=limits[-1]))


def _ranked(contest: Contest, scores: dict, damaged: bool) -> list[tuple[str, float]]:
    """(name, dB), the best first. damaged: with the damaged picture, if it takes part."""
    ran = [(c.name, score(c, scores)) for c in contest.contenders]
    ran = [(name, psnr) for name, psnr in ran if psnr is not None]
    if damaged and contest.alone:
        ran.append(("", contest.damaged))
    return sorted(ran, key=lambda pair: -pair[1])


def _winner(contest: Contest, asked: Guess, chosen: int, scores: dict, lang: str) -> Found:
    ranked = _ranked(contest, scores, True)
    if not ranked:
        return Found(None, say("not_run", lang))
    best = ranked[0][1]
    first = [name for name, psnr in ranked if difference(best, psnr) < NEAR]
    if len(first) > 1:
        names = say("and", lang).join(name or say("damaged", lang) for name in first)
        won = say("won_together", lang, names=names, psnr=decibels(best))
    else:
        won = say("won", lang, name=first[0], psnr=decibels(best)) if first[0] else say("won_damaged", lang, psnr=decibels(best))
    why = next((c.about for c in contest.contenders if c.name == first[0]), say("about_damaged", lang))
    if chosen == len(asked.options) - 1:
        return Found(None, _joined((won, why), lang))
    if contest.alone and chosen == len(contest.contenders):
        return Found("" in first, _joined((won, why), lang))
    mine = contest.contenders[chosen]
    psnr = score(mine, scores)
    if psnr is None:
        return Found(None, _joined((say("not_run", lang), won), lang))
    if mine.name in first:
        return Found(True, _joined((won, mine.about), lang))
    return Found(False, _joined((won, why, say("reached", lang, name=mine.name, psnr=decibels(psnr)), mine.about), lang))


def _gap(contest: Contest, asked: Guess, chosen: int, scores: dict, lang: str) -> Found:
    signed = bool(contest.pair) or len(contest.contenders) == 1
    if contest.pair:
        (a, b) = contest.pair
        one, other = score(a, scores), score(b, scores)
        names = (a.name, b.name)
    elif signed:
        one, other = score(contest.contenders[0], scores), contest.damaged
        names = (contest.contenders[0].name, say("damaged", lang))
    else:
        ranked = _ranked(contest, scores, False)
        one, other = (ranked[0][1], ranked[1][1]) if len(ranked) > 1 else (None, None)
        names = (ranked[0][0], ranked[1][0]) if len(ranked) > 1 else ("", "")
    if one is None or other is None:
        return Found(None, say("not_run", lang))
    lead = difference(one, other)
    if signed:
        there = 0 if lead < 0 else 1 + band(lead, contest.bands)
    else:
        there = band(lead, contest.bands)
    key = "lead_is" if lead >= 0 else "lag_is"
    said = say(key, lang, a=names[0], b=names[1], psnr_a=decibels(one), psnr_b=decibels(other), lead=f"{abs(lead):.2f}")
    if math.isfinite(one) and math.isfinite(other) and abs(lead) >= NEAR:
        factor = 10 ** (abs(lead) / 10)
        shown = f"{factor:.2g}" if factor < 10 else f"{factor:.0f}"
        said = _joined((said, say("lead_means", lang, lead=f"{abs(lead):.2f}", factor=shown)), lang)
    right = None if chosen == len(asked.options) - 1 else chosen == there
    return Found(right, said)


def _truth(contest: Contest, asked: Guess, chosen: int, scores: dict, lang: str) -> Found:
    truth = say("truth_is", lang, name=asked.options[contest.truth])
    if chosen == len(asked.options) - 1:
        return Found(None, truth)
    right = chosen == contest.truth
    return Found(right, _joined((truth, say("truth_right" if right else "truth_wrong", lang)), lang))


def _joined(sentences, lang: str) -> str:
    return (" " if lang == "en" else "").join(s for s in sentences if s)
