"""What is shown of a training: two curves, numbers, the held-out picture as it is restored, and sentences computed from the rows."""

import json
import re
from html import escape

import gradio as gr

from restoration import lab, live
from restoration.ui.compare import name_of
from restoration.ui.picture import data_url, file, png, script
from restoration.ui.text import say

TEMPLATE = """<div class="board-live">
<p class="status" role="status"></p><div class="says"></div>
<dl class="numbers"></dl>
<div class="charts"></div>
<div class="after"></div>
<div class="figures pixels"></div>
<div class="notes"></div></div>"""


def build(lang: str) -> gr.HTML:
    code = script("live_charts.js") + script("live.js")
    return gr.HTML(None, html_template=TEMPLATE, js_on_load=code, apply_default_css=False, elem_id="live-board")


def value(session: live.Session, number: int | None, lang: str, picture: bool = True) -> dict:
    """number: the place in the queue, 0 if it trains or does not want to; None: a new training is being prepared. picture: restore and
    send the picture too; else the browser keeps the last."""
    t = session.training or live.untrained()
    ended = t.state in live.ENDED
    return {
        "status": escape(status(session, number, lang)),
        "running": number is None or bool(session.training) and t.state in live.ACTIVE,
        "sentence": escape(_sentence(t, lang)) if ended or t.state == live.PAUSED and t.step else "",
        "numbers": [[escape(say(key, lang)), escape(text)] for key, text in _numbers(t)],
        # as one text: Gradio sends only what changed, and muddles a list that became shorter
        "charts": json.dumps([_loss_chart(session, t, lang), _psnr_chart(session, t, lang)]),
        "pictures": _pictures(t, picture, lang),
        "table": _table(t.scores(), lang) if ended and t.state != live.DIVERGED and t.step else "",
        "notes": "".join(f"<p>{escape(note)}</p>" for note in _notes(t, lang)),
    }


def status(session: live.Session, number: int | None, lang: str, nothing: str = "live_nothing_yet") -> str:
    """nothing: what is said before the first training, a key in text.py."""
    t = session.training
    if number is None or t and t.state == live.WAITING and not number:
        return say("live_preparing", lang)
    if t is None:
        return say(nothing, lang)
    if t.state == live.DIVERGED:
        return t.problem.say(lang)
    if t.state == live.WAITING:
        seconds = f"{live.PLACES.wait(number):.0f}"
        return say("live_waiting", lang, places=live.PLACES.count, number=number, seconds=seconds)
    return say(f"live_is_{t.state}", lang, step=t.step, steps=t.settings.steps, seconds=f"{t.seconds:.1f}", cap=f"{t.cap:g}")


def _numbers(t: live.Training) -> list:
    train, val = t.latest("train"), t.latest("val")
    return [
        ("live_update", f"{t.step} / {t.settings.steps}"),
        ("live_loss", f"{train['loss']:.4g}" if train else "–"),
        ("live_psnr", f"{val['psnr']:.2f} dB"),
        ("live_line_median", f"{t.levels['median']:.2f} dB"),
        ("live_seconds", f"{t.seconds:.1f}"),
        ("live_speed", f"{t.step / t.seconds:.0f}" if t.seconds else "–"),
        ("live_parameters", f"{t.parameters:,}"),
    ]


def _loss_chart(session: live.Session, t: live.Training, lang: str) -> dict:
    before, name = session.previous, say(f"live_loss_{t.settings.loss.replace('-', '_')}", lang)
    lines = [line("train", say("live_line_train", lang), t.curve("train", "loss"))]
    if before and before.settings.loss == t.settings.loss:  # losses of another kind have another scale
        lines.insert(0, line("previous", _before(before, lang), before.curve("train", "loss")))
    last = t.latest("train")
    alt = say("live_alt_loss", lang, step=t.step, loss=f"{last['loss']:.4g}" if last else "–")
    return chart(say("live_chart_loss", lang, loss=name), t, lines, [], True, alt, lang)


def _psnr_chart(session: live.Session, t: live.Training, lang: str) -> dict:
    before, picture = session.previous, live.held_out(t.settings.picture)
    lines = [line("val", say("live_your_network", lang), t.curve("val", "psnr"))]
    if before and (live.held_out(before.settings.picture), before.settings.sigma) == (picture, t.settings.sigma):
        lines.insert(0, line("previous", _before(before, lang), before.curve("val", "psnr")))
    levels = [
        {"kind": kind, "name": escape(f"{say(key, lang)} {t.levels[level]:.1f} dB"), "y": t.levels[level]}
        for kind, key, level in (("yardstick", "live_line_median", "median"), ("damaged", "damaged", "damaged"))
    ]
    numbers = {"psnr": f"{t.latest('val')['psnr']:.2f}", "median": f"{t.levels['median']:.2f}", "damaged": f"{t.levels['damaged']:.2f}"}
    alt = say("live_alt_psnr", lang, step=t.step, **numbers)
    return chart(say("live_chart_psnr", lang, picture=_name(picture, lang)), t, lines, levels, False, alt, lang)


def line(kind: str, name: str, points: list) -> dict:
    return {"kind": kind, "name": escape(name), "points": points}


def _before(before: live.Training, lang: str) -> str:
    block = say(f"live_block_{before.settings.block.replace('-', '_')}", lang)
    return say("live_line_previous", lang, block=re.split("[:：]", block)[0], lr=f"{before.settings.lr:g}")


def chart(title: str, t: live.Watched, lines: list, levels: list, log: bool, alt: str, lang: str) -> dict:
    words = {"title": escape(title), "alt": escape(alt), "x": escape(say("live_axis", lang))}
    return {**words, "steps": t.settings.steps, "lines": lines, "levels": levels, "log": log}


def _pictures(t: live.Training, now: bool, lang: str) -> list:
    what = lab.samples()[live.held_out(t.settings.picture)]
    still, levels = t.still(), t.levels
    psnr = t.latest("val")["psnr"]

    def item(name: str, level: float | None, **where) -> dict:
        caption = escape(name) + (f" <small>{level:.2f} dB</small>" if level is not None else "")
        alt = say("live_alt_picture", lang, what=what.alt_en if lang == "en" else what.alt_zh, name=name)
        return {**where, "caption": caption, "alt": escape(alt)}

    return [
        item(say("damaged", lang), levels["damaged"], file=file(png(still["damaged"]))),
        item(say("live_line_median", lang), levels["median"], file=file(png(still["median"]))),
        # in the page itself: hundreds of files a run would fill the disk
        item(say("live_your_network", lang), psnr, src=data_url(t.picture()) if now else ""),
        item(say("original", lang), None, file=file(png(still["clean"]))),
    ]


def _table(scores: list, lang: str) -> str:
    """PSNR on the held-out picture and on one that was trained on."""
    heads = "".join(f'<th scope="col">{escape(_seen(s, lang))}</th>' for s in scores)
    rows = []
    of_rows = {"damaged": ("damaged", "damaged"), "median": ("yardstick", "live_line_median"), "network": ("network", "live_your_network")}
    for key, (kind, name) in of_rows.items():
        cells = "".join(f"<td>{getattr(s, key):.2f}</td>" for s in scores)
        rows.append(f'<tr class="{kind}"><th scope="row">{escape(say(name, lang))}</th>{cells}</tr>')
    caption = escape(say("live_table", lang, side=lab.LAB_SIDE))
    return (
        f'<table class="scores"><caption>{caption}</caption><thead><tr><th scope="col">{escape(say("psnr", lang))}</th>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _seen(score: live.Score, lang: str) -> str:
    return say("live_seen" if score.seen else "live_unseen", lang, picture=_name(score.picture, lang))


def _name(picture: str, lang: str) -> str:
    return say("own", lang) if picture == live.OWN else name_of(lab.samples()[picture], lang)


def _sentence(t: live.Training, lang: str) -> str:
    """What the rows say."""
    if t.state == live.DIVERGED:
        return ""
    passed, psnr, median = t.passed(), t.latest("val")["psnr"], t.levels["median"]
    numbers = {"median": f"{median:.1f}", "psnr": f"{psnr:.1f}", "step": t.step, "picture": _name(live.held_out(t.settings.picture), lang)}
    gain, lead = psnr - t.levels["damaged"], psnr - median
    numbers |= {"gain": f"{gain:+.1f}".replace("-", "−"), "lead": f"{lead:+.1f}".replace("-", "−")}
    if not passed:
        return say("live_not_passed", lang, **numbers)
    return say("live_passed", lang, at=passed["step"], seconds=f"{passed['seconds']:.1f}", **numbers)


def _notes(t: live.Training, lang: str) -> list[str]:
    held, s = _name(live.held_out(t.settings.picture), lang), t.settings
    trained = say("live_on_all", lang, count=len(lab.samples()) - 1) if s.picture == live.ALL else _name(s.picture, lang)
    return [say("live_held_out", lang, held=held, trained=trained, crop=live.CROP), *(note.say(lang) for note in t.notes)]
