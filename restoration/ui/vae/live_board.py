"""What is shown of a map that is being trained: where digits lie on it, what each place of it decodes to, curves, numbers. What the rows
say in words: live_said.py."""

import json
from html import escape

import gradio as gr

from restoration import live
from restoration.live import vae
from restoration.ui.live_board import chart, line, status
from restoration.ui.look import component
from restoration.ui.picture import data_url
from restoration.ui.text import say
from restoration.ui.vae import live_said

TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="board-live map-live" hidden>
<p class="status" role="status"></p><div class="says"></div>
<div class="maps">
  <figure><figcaption>{codes}</figcaption><canvas class="codes" tabindex="0" role="application" aria-label="{keys}"></canvas></figure>
  <figure><figcaption>{grid}</figcaption><canvas class="decoded" role="img" aria-label="{grid_alt}"></canvas></figure>
  <div class="beside">
    <figure class="pixels"><figcaption>{place}</figcaption><img class="chosen" alt=""></figure><p class="about-place" role="status"></p>
    <figure class="pixels"><figcaption>{returned}</figcaption><img class="returned" alt="{returned_alt}"></figure></div>
</div>
<p class="scale-note map-note"></p>
<dl class="numbers"></dl>
<div class="charts"></div>
<div class="after"></div>
<div class="notes"></div></div>"""
LABELS = ("codes", "keys", "grid", "grid_alt", "place", "returned", "returned_alt")


def build(lang: str) -> gr.HTML:
    words = {key: escape(say(f"vae_live_{key}", lang)) for key in LABELS} | {"waiting": escape(say("vae_live_waiting", lang))}
    return component(TEMPLATE.format(**words), "live-board", "live_charts.js", "live_shown.js", "vae/live.js", point=None)


def value(session: vae.Session, number: int | None, lang: str, picture: bool = True) -> dict:
    """number: the place in the queue, 0 if it trains or does not want to; None: a new training is being prepared. picture: send the
    decoded pictures too; else the browser keeps the last."""
    t = session.training or vae.untrained()
    plane, resting = t.plane(), bool(t.step) and (t.state in live.ENDED or t.state == live.PAUSED)
    said = resting and t.state != live.DIVERGED
    return {
        "status": escape(status(session, number, lang, "vae_live_nothing_yet")),
        "running": number is None or bool(session.training) and t.state in live.ACTIVE,
        "sentence": "".join(f"<li>{escape(sentence)}</li>" for sentence in live_said.sentences(t, lang)) if said else "",
        "numbers": [[escape(say(key, lang)), escape(text)] for key, text in _numbers(t)],
        # as one text: Gradio sends only what changed, and muddles a list that became shorter
        "charts": json.dumps(_charts(session, t, lang)),
        "map": json.dumps(_map(t, plane, lang)),
        "grid": data_url(t.grid(plane)) if picture else "",
        "returned": data_url(t.returned()) if picture else "",
        "point": point(t, plane, session.place, lang),
        "table": live_said.table(t, session.previous, lang) if said else "",
        "notes": "".join(f"<p>{escape(note)}</p>" for note in live_said.notes(t, lang)),
    }


def _map(t: vae.Training, plane: vae.Plane, lang: str) -> dict:
    """reach: from the middle to the edge; origin: the prior's middle; labels: the classes of the points, a digit each."""
    note = "vae_live_plane" if t.settings.latent == 2 else "vae_live_components"
    return {
        "points": [[round(x, 3), round(y, 3)] for x, y in plane.points.tolist()],
        "labels": "".join(map(str, t.labels.tolist())),
        "reach": round(plane.reach, 4),
        "origin": [round(v, 3) for v in plane.origin.tolist()],
        "note": say(note, lang, latent=t.settings.latent, share=f"{100 * plane.share:.0f}"),
    }


def place_of(asked: object) -> tuple[float, float] | None:
    """A place of the map as the browser says it."""
    if isinstance(asked, list) and len(asked) == 2 and all(isinstance(v, int | float) and abs(v) < 1e6 for v in asked):
        return float(asked[0]), float(asked[1])
    return None


def point(t: vae.Training, plane: vae.Plane, place: tuple[float, float], lang: str) -> dict:
    """A place of the map, and the picture that the network draws there now. A place beyond the edge is taken for the nearest on it."""
    x, y = (min(max(v, -plane.reach), plane.reach) for v in place)
    words = {"x": f"{x:.2f}".replace("-", "−"), "y": f"{y:.2f}".replace("-", "−"), "digit": t.nearest(plane, (x, y))}
    said = say("vae_live_at", lang, **words)
    return {"place": [x, y], "src": data_url(t.picture(plane, (x, y))), "said": said}


def _numbers(t: vae.Training) -> list:
    val = t.latest("val")
    return [
        ("live_update", f"{t.step} / {t.settings.steps}"),
        ("vae_live_neighbours", f"{100 * val['neighbours']:.0f} %"),
        ("vae_live_guess", f"{100 * t.levels['guess']:.0f} %"),
        ("vae_live_nelbo", f"{val['nelbo']:.1f}"),
        ("vae_live_reconstruction", f"{val['reconstruction']:.1f}"),
        ("vae_live_kl", f"{val['kl']:.2f}"),
        ("live_seconds", f"{t.seconds:.1f}"),
        ("live_speed", f"{t.step / t.seconds:.0f}" if t.seconds else "–"),
        ("live_parameters", f"{t.parameters:,}"),
    ]


def _charts(session: vae.Session, t: vae.Training, lang: str) -> list[dict]:
    before, val = session.previous, t.latest("val")
    now = {"reconstruction": f"{val['reconstruction']:.1f}", "kl": f"{val['kl']:.2f}", "neighbours": f"{100 * val['neighbours']:.0f}"}

    def one(key: str, train: bool, levels: list, log: bool, times: float = 1) -> dict:
        def points(of: vae.Training, split: str) -> list:
            return [[step, round(times * v, 4)] for step, v in of.curve(split, key)]

        lines = [line("val", say("vae_live_line_val", lang), points(t, "val"))]
        if train:
            lines.insert(0, line("train", say("vae_live_line_train", lang), points(t, "train")))
        if before and before.settings.digits == t.settings.digits:
            lines.insert(0, line("previous", live_said.before(before, lang), points(before, "val")))
        alt = say(f"vae_live_alt_{key}", lang, step=t.step, value=now[key])
        return chart(say(f"vae_live_chart_{key}", lang), t, lines, levels, log, alt, lang)

    def level(key: str, y: float, unit: str) -> dict:
        return {"kind": "yardstick", "name": escape(f"{say(key, lang)} {y:.0f}{unit}"), "y": y}

    return [
        one("reconstruction", True, [level("vae_live_blind", t.levels["blind"], "")], True),
        one("kl", True, [], False),
        one("neighbours", False, [level("vae_live_guess", 100 * t.levels["guess"], " %")], False, 100),
    ]
