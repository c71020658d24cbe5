"""The rest of the Latent space panel: codes of many dimensions, moved along directions, walked between, added and subtracted."""

from functools import lru_cache
from html import escape

import numpy as np

from restoration.lab import vae
from restoration.studies import vae_codes
from restoration.ui.compare import name_of
from restoration.ui.look import component
from restoration.ui.picture import data_url
from restoration.ui.text import say
from restoration.ui.vae.desk import Desk

SLIDE = """
<p class="status running waiting">{waiting}</p>
<div class="slide" hidden>
  <div class="latent-set"><span class="modes kinds" role="group" aria-label="{kinds}"></span></div>
  <div class="slide-views">
    <div class="three pixels">
      <figure><img data-kind-of="picture" alt="{picture}"><figcaption>{picture}</figcaption></figure>
      <figure><img data-kind-of="start" alt="{start}"><figcaption>{start}</figcaption></figure>
      <figure class="moved"><img data-kind-of="moved" alt="{moved}"><figcaption>{moved}</figcaption></figure></div>
    <div class="sliders pixels"></div>
  </div>
  <p class="tools"><span class="scale-note slide-note"></span><button type="button" class="zero">{zero}</button></p>
  <ul class="latent-said slide-said"></ul>
</div>
"""
WALK = """
<p class="status running waiting">{waiting}</p>
<div class="walk" hidden>
  <div class="latent-set"><span class="modes kinds" role="group" aria-label="{kinds}"></span></div>
  <div class="choice"><span>{first}</span><div class="tiles" role="radiogroup" aria-label="{first}" data-name="first"></div></div>
  <div class="choice"><span>{last}</span><div class="tiles" role="radiogroup" aria-label="{last}" data-name="last"></div></div>
  <div class="rows pixels">
    <figure><figcaption>{line}</figcaption><img data-row="line" alt=""></figure>
    <figure><figcaption>{sphere}</figcaption><img data-row="sphere" alt=""></figure>
    <figure class="contrast"><figcaption>{blend}</figcaption><img data-row="blend" alt=""></figure></div>
  <ul class="latent-said walk-said"></ul>
</div>
"""
SUMS = """
<p class="status running waiting">{waiting}</p>
<div class="sums" hidden>
  <div class="choice"><span>{digit}</span><div class="tiles" role="radiogroup" aria-label="{digit}" data-name="digit"></div></div>
  <div class="sum pixels">
    <figure><img data-of="start" alt="{start}"><figcaption>{start}</figcaption></figure><b>−</b>
    <figure><img data-of="minus" alt=""><figcaption>{mean_minus}</figcaption></figure><b>+</b>
    <figure><img data-of="plus" alt=""><figcaption>{mean_plus}</figcaption></figure><b>=</b>
    <figure class="moved"><img data-of="result" alt=""><figcaption>{result}</figcaption></figure></div>
  <ul class="latent-said sums-said"></ul>
</div>
"""


def build_slide(lang: str):
    words = {key: escape(say(f"vae_slide_{key}", lang)) for key in ("picture", "start", "moved", "zero")}
    return component(SLIDE.format(**words, **_shared(lang)), "vae-slide", "vae/tiles.js", "vae/slide.js", moved=None)


def build_walk(lang: str):
    words = {key: escape(say(f"vae_walk_{key}", lang)) for key in ("first", "last", "line", "sphere", "blend")}
    return component(WALK.format(**words, **_shared(lang)), "vae-walk", "vae/tiles.js", "vae/walk.js")


def build_sums(lang: str):
    words = {key: escape(say(f"vae_sums_{key}", lang)) for key in ("digit", "result")}
    words["start"] = escape(say("vae_slide_start", lang))
    for name in ("minus", "plus"):
        options = "".join(f'<option value="{c}">{c}</option>' for c in range(10))
        label = escape(say(f"vae_sums_{name}", lang))
        select = f'<select data-of="{name}" aria-label="{label}">{options}</select>'
        words[f"mean_{name}"] = say("vae_sums_mean", lang, select=select)
    return component(SUMS.format(**words, **_shared(lang)), "vae-sums", "vae/tiles.js", "vae/sums.js")


def _shared(lang: str) -> dict:
    return {"kinds": escape(say("vae_kinds", lang)), "waiting": escape(say("network_waiting", lang))}


def _subjects(lang: str) -> list:
    return [[name, escape(name_of(s, lang))] for name, s in vae.subjects().items()]


def _subject(asked: object, desk: Desk) -> str:
    """The chosen kind of picture, else the lab's."""
    return asked if asked in list(vae.subjects()) else desk.wanted.case.subject


def _within(asked: object, count: int, default: int) -> int:
    """The number of a picture; the default if it is none."""
    return asked if isinstance(asked, int) and 0 <= asked < count else default % count


@lru_cache(maxsize=8)
def strip(subject: str, lang: str) -> dict:
    """The pictures that ship, to choose one of."""
    s = vae.subjects()[subject]
    return {"src": data_url(vae_codes.sheet(subject)), "count": s.pictures, "name": name_of(s, lang)}


def row(pictures: list) -> str:
    return data_url(np.concatenate(pictures, 1))


# Eight directions


def draw_slide(lang: str):
    """The exhibit is sent when it starts from another picture; else the moved code alone, decoded."""

    def answer(desk, shown, subject=None, offsets=()):
        subject = _subject(subject, desk)
        at_home = subject == desk.wanted.case.subject
        picture = desk.clean if at_home else vae.picture(subject, 0)
        key = (subject, *desk.wanted.clean_key) if at_home else (subject,)
        found, updates = vae_codes.read().subjects[subject], {}
        start = vae_codes.code(subject, picture.array)
        if shown != key:
            updates["value"] = slide(found, subject, picture, start, key, at_home, lang)
            offsets = ()
        offsets = _offsets(offsets)
        moved = vae_codes.moved(found, start, offsets)
        updates["moved"] = {"offsets": offsets, "src": data_url(vae_codes.decode(subject, moved[None])[0])}
        return updates, key

    return answer


def _offsets(asked: object) -> list[float]:
    known = isinstance(asked, list) and len(asked) == vae_codes.KEPT and all(isinstance(o, (int, float)) for o in asked)
    return [min(max(float(o), -vae_codes.REACH), vae_codes.REACH) for o in asked] if known else [0.0] * vae_codes.KEPT


def slide(found: vae_codes.Directions, subject: str, picture, start, key: tuple, at_home: bool, lang: str) -> dict:
    ends = [data_url(shown) for shown in vae_codes.decode(subject, vae_codes.ends(found, start))]
    shares = [f"{100 * share:.0f}" for share in found.shares.tolist()]
    words = {"share": f"{100 * sum(found.shares.tolist()):.0f}", "count": found.pictures, "dimensions": found.dimensions}
    sentences = [say("vae_slide_said", lang, **words), say("vae_slide_meaning", lang)]
    if found.pictures < 100:
        sentences.append(say("vae_slide_few", lang, count=found.pictures))
    return {
        "subject": subject,
        "subjects": _subjects(lang),
        "key": repr(key),
        "picture": data_url(picture.shown),
        "start": data_url(vae_codes.decode(subject, start[None])[0]),
        "ends": [[ends[2 * k], ends[2 * k + 1]] for k in range(vae_codes.KEPT)],
        "names": [escape(say("vae_slide_name", lang, n=k + 1, share=s)) for k, s in enumerate(shares)],
        "said": list(map(escape, sentences)),
        "note": say("vae_slide_from_lab" if at_home else "vae_slide_from_first", lang) + " " + say("vae_slide_unit", lang),
    }


# A walk


def draw_walk(lang: str):
    def answer(desk, shown, subject=None, first=None, last=None):
        subject = _subject(subject, desk)
        count = vae.subjects()[subject].pictures
        first, last = _within(first, count, max(desk.wanted.case.picture, 0)), _within(last, count, DEFAULT_LAST[subject])
        key = (subject, first, last)
        return ({}, shown) if shown == key else ({"value": walk(subject, first, last, lang)}, key)

    return answer


DEFAULT_LAST = {"digits": 8, "emoji": 9, "flowers": 5}


def walk(subject: str, first: int, last: int, lang: str) -> dict:
    way = vae_codes.walk(subject, vae.picture(subject, first).array, vae.picture(subject, last).array)
    words = {"kind": name_of(vae.subjects()[subject], lang), "first": first + 1, "last": last + 1}
    rows = {"line": way.line, "sphere": way.sphere, "blend": way.blend}
    return {
        "subject": subject,
        "subjects": _subjects(lang),
        "strip": strip(subject, lang),
        "first": first,
        "last": last,
        "rows": {name: row(pictures) for name, pictures in rows.items()},
        "alts": {name: say("vae_walk_alt", lang, row=say(f"vae_walk_{name}", lang), **words) for name in rows},
        "said": [escape(sentence) for sentence in walk_said(way, vae_codes.read().subjects[subject].radius, lang)],
    }


def walk_said(way: vae_codes.Walk, radius: float, lang: str) -> list[str]:
    half = vae_codes.FRAMES // 2
    lengths = {"line": way.line_lengths[half], "sphere": way.sphere_lengths[half]}
    lengths |= {"first": way.line_lengths[0], "last": way.line_lengths[-1]}
    share = lengths["line"] / lengths["sphere"]
    return [
        say("vae_walk_lengths", lang, radius=f"{radius:.1f}", **{key: f"{v:.1f}" for key, v in lengths.items()}),
        say("vae_walk_inside" if share < 0.85 else "vae_walk_alike", lang, share=f"{100 * share:.0f}"),
        say("vae_walk_double", lang),
    ]


# Sums


def draw_sums(lang: str):
    def answer(desk, shown, digit=None, minus=None, plus=None):
        of_lab = desk.wanted.case.picture if desk.wanted.case.subject == "digits" else 3
        digit = _within(digit, vae.subjects()["digits"].pictures, max(of_lab, 0))
        minus = _within(minus, 10, vae_codes.class_of(digit))
        plus = _within(plus, 10, 8 if minus != 8 else 3)
        key = (digit, minus, plus)
        return ({}, shown) if shown == key else ({"value": sums(digit, minus, plus, lang)}, key)

    return answer


def sums(digit: int, minus: int, plus: int, lang: str) -> dict:
    study = vae_codes.read()
    found = vae_codes.add(study, vae.picture("digits", digit).array, minus, plus)
    sentences = [say("vae_sums_read", lang, read=found.read, sure=f"{100 * found.sure:.0f}")]
    words = {"minus": minus, "plus": plus, "share": f"{100 * study.sums[minus, plus]:.0f}"}
    same = {key: words[key] for key in ("minus", "share")}
    sentences.append(say("vae_sums_same", lang, **same) if minus == plus else say("vae_sums_share", lang, **words))
    if vae_codes.class_of(digit) != minus:
        sentences.append(say("vae_sums_other", lang, digit=vae_codes.class_of(digit), minus=minus))
    pictures = {name: data_url(getattr(found, name)) for name in ("start", "minus", "plus", "result")}
    chosen = {"digit": digit, "minus": minus, "plus": plus}
    return {"strip": strip("digits", lang), **chosen, "pictures": pictures, "said": list(map(escape, sentences))}
