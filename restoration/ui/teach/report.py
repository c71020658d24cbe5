"""The lab report: one HTML file that holds all of a result, to be printed or handed in. It needs no script and no network.

The button is in the page's head (extra.js); what the browser remembers of predictions and answers comes with the click.
"""

import datetime
import hashlib
import math
import time
from urllib.parse import urlencode, urlsplit

import gradio as gr

from restoration import lab
from restoration.errors import Refusal
from restoration.lab import gan, rnn_repair, vae, versions
from restoration.lessons import lesson
from restoration.ui.events import QUIET, warn
from restoration.ui.evidence import Evidence
from restoration.ui.language import TAGS
from restoration.ui.pages.layout import TEMPLATES, read
from restoration.ui.picture import data_url, file, keep
from restoration.ui.teach import controls, journal
from restoration.ui.text import say

NAME = "kintsugi-report.html"


def wire(bench, extra: gr.HTML) -> None:
    """extra: the component whose button asks; it gets the file."""

    def asked(event: gr.EventData, desk, outcome):
        told = event._data if isinstance(event._data, dict) else {}
        try:
            evidence = bench.evidence(desk, outcome)
            if evidence is None:
                raise Refusal("report_no_original" if getattr(desk and desk.wanted, "as_is", False) else "report_nothing")
            text = html(evidence, desk.wanted.case, used(desk, outcome), told.get("journal"), told.get("page"), bench.lang)
        except Refusal as e:
            warn(e, bench.lang)
            return {"at": str(time.time_ns())}
        data = text.encode()
        path = keep(hashlib.sha256(data).hexdigest(), NAME, lambda f: f.write(data))
        return {"file": file(path), "at": str(time.time_ns())}

    extra.report(asked, [bench.keep.desk, bench.keep.outcome], extra, **QUIET)


def used(desk, outcome) -> tuple[str, ...]:
    """The checkpoints that made what a desk shows."""
    case = desk.wanted.case
    family = controls.family_of(case)
    if family == "cnn":
        return outcome.mended.names
    if family == "gan":
        return gan.networks(case.damage[0][0])
    if family == "rnn":
        return rnn_repair.NETWORK, rnn_repair.ALONE
    subject = vae.subjects()[case.subject]
    drawn = (subject.cvae,) if outcome.fills == "conditional" else ()
    return subject.vae, *drawn, "cnn-denoise" if desk.ruined.mask is None else "cnn-inpaint"


def html(evidence: Evidence, case, networks: tuple[str, ...], said, page, lang: str) -> str:
    """The report. said: the journal's text, page: the address of the lab's page, both as the browser sent them, which may be anything."""
    found = journal.read(said or "")
    family = controls.family_of(case)
    titles = {one.lesson: lesson(one.lesson, lang).title for one in found or ()}
    pictures = [(p, data_url(p.pixels), p.pixels.shape[1], p.pixels.shape[0]) for p in evidence.pictures]
    heads, rows = _table(evidence, family, lang)
    meanings = [line.removeprefix("- ") for line in lab.score_notes(lang).splitlines()[:2]][: 2 if say("ssim", lang) in heads else 1]
    meanings += [say("teach_report_niqe", lang)] if "NIQE" in heads else []
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M")
    return TEMPLATES.get_template("report.html").render(
        lang=lang, tag=TAGS[lang], say=lambda key, **values: say(key, lang, **values), css=read("report.css"),
        date=now, page=lesson(case.lesson, lang).title, family=say(f"family_{family}", lang), own=case.picture in ("", vae.OWN),
        pictures=pictures, small=max(p[2] for p in pictures) < 100, evidence=evidence, heads=heads, rows=rows,
        meanings=meanings, settings=controls.words(case, lang),
        link=_link(page, case, lang), device=lab.device_line(lang), versions={**versions.versions(), "Gradio": gr.__version__},
        networks=[(name, versions.weights(name)) for name in dict.fromkeys(networks)], said=found, titles=titles,
    )  # fmt: skip


def _table(evidence: Evidence, family: str, lang: str) -> tuple[list[str], list[tuple]]:
    """(heads of the columns of numbers, lines (name, kind, numbers as text)), the best PSNR and SSIM marked, as on the screen. What was not
    measured has no column."""
    scores = evidence.scores
    best = {key: max((v for s in scores if (v := getattr(s, key)) is not None), default=None) for key in ("psnr", "ssim")}

    def marked(score, key: str, digits: int) -> str:
        value = getattr(score, key)
        return _number(value, digits) + " ★" * (value is not None and value == best[key] and len(scores) > 1)

    columns = {say("teach_late" if family == "rnn" else "psnr", lang): [marked(s, "psnr", 2) for s in scores]}
    columns[say("ssim", lang)] = [marked(s, "ssim", 3) for s in scores]
    more = {head: [dict(s.more).get(head, "–") for s in scores] for s in scores for head, _ in s.more}
    columns = {**more, **columns} if family == "rnn" else {**columns, **more}  # a clip's first frame comes first
    columns[say("ms", lang)] = [_number(s.ms, 0) for s in scores]
    columns = {head: cells for head, cells in columns.items() if set(cells) != {"–"}}
    return list(columns), [(s.name, s.kind, [cells[n] for cells in columns.values()]) for n, s in enumerate(scores)]


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None else "∞" if math.isinf(value) else f"{value:.{digits}f}"


def _link(page, case, lang: str) -> str:
    """The address that brings the case back, as text; "" if the browser sent no address of a page."""
    if not isinstance(page, str) or len(page) > 200:
        return ""
    try:
        parts = urlsplit(page)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        return ""
    return f"{page}?{urlencode({'lang': lang, **lab.case_query(case)}, safe=':;=,')}"
