"""The Latent space panel of the RNN's page: what the memory notes of the clip in the lab, frame by frame, as a path on a stored plane."""

import json
from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration.lab import rnn, rnn_path, rnn_repair
from restoration.studies import rnn_path as plane
from restoration.ui.compare import name_of
from restoration.ui.look import ASKED, answer, component
from restoration.ui.matrix import made
from restoration.ui.rnn import board
from restoration.ui.rnn.bench import Bench
from restoration.ui.rnn.desk import Desk
from restoration.ui.run_charts import packed
from restoration.ui.text import say, unfilled

WARM = 8  # frames: from here on the memory counts as filled, as in the table of Restore
CALM = 0.1  # of what lies between two clips: a state that moves less from frame to frame is at rest
PATHS = ("clean", "damaged")
WORDS = (
    "map", "map_alt", "view", "both", "all", "nearer", "farther", "play", "frame", "clean", "damaged", "charts",
)  # fmt: skip
FILLS = (
    "play", "pause", "at", "axis", "apart", "mended_not", "clean", "damaged", "other", "x_step", "right", "up", "moved", "evidence",
    "trust",
)  # fmt: skip
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="rnn-path" hidden>
  <p class="verdict path-says"></p>
  <div class="latent-set"><span>{view}</span>
    <div class="modes" role="group" aria-label="{view}"><button type="button" data-view="both" aria-pressed="true">{both}</button><button
      type="button" data-view="all" aria-pressed="false">{all}</button></div>
    <div class="modes"><button type="button" data-zoom="1.6" aria-label="{nearer}">+</button><button
      type="button" data-zoom="0.625" aria-label="{farther}">−</button></div></div>
  <div class="path-views">
    <div class="path-left">
      <div class="path-map" tabindex="0" role="group" aria-label="{map}"><svg role="img" aria-label="{map_alt}"></svg></div>
      <p class="path-legend"></p>
      <div class="path-here" aria-live="polite"><table class="scores"><thead><tr><td></td><th scope="col">{clean}</th><th
        scope="col">{damaged}</th></tr></thead><tbody></tbody></table><p class="scale-note"></p></div>
    </div>
    <section class="path-frame">
      <div class="film-set"><button type="button" class="play">{play}</button>
        <label><span class="sr">{frame}</span><input type="range" min="1" max="1" step="1" value="1"></label><output></output></div>
      <figure data-kind="truth"><canvas role="img"></canvas><figcaption></figcaption></figure>
      <figure data-kind="damaged"><canvas role="img"></canvas><figcaption></figcaption></figure>
      <figure data-kind="restored"><canvas role="img"></canvas><figcaption></figcaption></figure>
    </section>
  </div>
  <div class="gan-run-charts path-charts" role="group" aria-label="{charts}"></div>
  <ul class="latent-said"></ul>
  <p class="scale-note made"></p>
</div>
"""


@dataclass(frozen=True)
class Panel:
    html: gr.HTML
    shown: gr.State  # of what the paths are shown, and whether the clip was mended then


def build(lang: str) -> Panel:
    title, intro = (escape(say(key, lang)) for key in ("latent", "rnn_path_intro"))
    gr.HTML(f'<h2 class="step">{title}</h2><p>{intro}</p>', apply_default_css=False)
    words = {name: escape(say(f"rnn_path_{name}", lang)) for name in WORDS}
    html = TEMPLATE.format(waiting=escape(say("network_waiting", lang)), **words)
    fills = {name: unfilled(f"rnn_path_{name}", lang) for name in FILLS}
    fills |= {key: say(f"rnn_{of}", lang) for key, of in (("truth", "truth"), ("noisy", "damaged_clip"), ("restored", "restored_clip"))}
    scripts = ("vae/inside_draw.js", "gan/curves_chart.js", "rnn/latent_map.js", "rnn/latent.js")
    return Panel(component(html, "rnn-path", *scripts, words=fills), gr.State(None))


MENDED = "(value) => { if (value?.verdict) document.dispatchEvent(new CustomEvent('kintsugi-placed')); }"


def wire(bench: Bench, tab: gr.Tab, panel: Panel) -> None:
    """The panel asks when it comes into sight, when the lab is set, and once more when a repair is done."""

    def draw(shown, desk, outcome, *values):
        desk = bench.settle(desk, bench.read(values))
        key = bench.key(desk)
        out = outcome if outcome and outcome.key == key else rnn_repair.remembered(key)
        wanted = (key, bool(out and out.done))
        return ({}, shown) if shown == wanted else ({"value": value(desk, out, bench.lang)}, wanted)

    answer(panel.html, panel.shown, draw, lang=bench.lang, inputs=bench.inputs, **ASKED)
    bench.panel.board.change(None, bench.panel.board, None, js=MENDED)


def value(desk: Desk, out: rnn_repair.Outcome | None, lang: str) -> dict:
    """{film, path: a JSON text, see latent.js; says, said, made: HTML}. out: a repair of the desk, or None."""
    study, case = plane.read(), desk.wanted.case
    paths = rnn_path.paths(desk.wanted.key, desk.clean, desk.ruined, case.wipe)
    trails = {name: getattr(paths, name) for name in PATHS}
    marks = [mark for mark in board.marks(desk, lang) if mark[0] <= len(paths.gap)]
    others = {name: points for name, points in study.shipped.items() if name != case.picture}
    path = {
        "paths": {name: _rounded(plane.place(study, trail)) for name, trail in trails.items()},
        "others": [{"label": name_of(rnn.made()[name], lang), "points": points} for name, points in others.items() if name in rnn.made()],
        "shares": [f"{100 * float(share):.0f}" for share in study.basis.shares],
        "steps": {name: _rounded(trail.steps) for name, trail in trails.items()},
        "evidence": {name: _rounded(trail.evidence) for name, trail in trails.items()},
        "trust": {name: [round(100 * float(trust)) for trust in trail.trust] for name, trail in trails.items()},
        "clip": desk.wanted.key, "longest": int(paths.damaged.steps.argmax()) + 1,
        "gap": _rounded(paths.gap), "marks": marks, "charts": charts(paths, study, marks, lang),
        "psnr": {kind: _psnr(out, line) for kind, line in (("damaged", "damaged"), ("restored", "memory"))},
    }  # fmt: skip
    first, *rest = said(desk, paths, study, lang)
    return {
        "film": board.film(desk, out if out and out.mended else None), "path": json.dumps(path), "says": escape(first),
        "said": [escape(sentence) for sentence in rest], "made": escape(made(study.made, lang)),
    }  # fmt: skip


def _rounded(numbers) -> list:
    return [_rounded(n) if isinstance(n, list) else round(float(n), 4) for n in numbers]


def _psnr(out: rnn_repair.Outcome | None, name: str) -> list:
    """dB of each frame, as text; none while the clip is not mended."""
    return [f"{psnr:.1f}" for psnr in out.lines[name].psnr] if out and out.mended else []


def charts(paths: rnn_path.Paths, study: plane.Study, marks: list, lang: str) -> list:
    """Two charts against the frame: how far apart the paths are, and how far each moves."""
    gap = [{"kind": "gap", "split": "val", "name": say("rnn_path_line_gap", lang), "points": _points(paths.gap)}]
    moved = [
        {"kind": name, "split": "val", "name": say(f"rnn_path_{name}", lang), "points": _points(getattr(paths, name).steps)}
        for name in PATHS
    ]  # fmt: skip
    levels = [{"kind": key, "name": say(f"rnn_path_level_{key}", lang), "y": getattr(study, key)} for key in ("between", "redraw")]
    made = (("gap", gap, levels), ("steps", moved, levels[:1]))
    return [packed(f"path-{name}", lines, lvl, _words(name, lang), marks=marks) for name, lines, lvl in made]


def _points(numbers) -> list:
    return [[n, n, float(y)] for n, y in enumerate(numbers, 1)]


def _words(name: str, lang: str) -> dict:
    return {key: say(f"rnn_path_chart_{name}{of}", lang) for key, of in (("title", ""), ("alt", "_alt"), ("y", "_y"))}


def said(desk: Desk, paths: rnn_path.Paths, study: plane.Study, lang: str) -> list[str]:
    """Sentences read off the numbers, the most telling first. All distances are those of all numbers, not of the two that are drawn."""
    gap, count = paths.gap, len(paths.gap)
    late = float(gap[min(WARM, count) - 1 :].mean())
    key = "rnn_path_said_noise" if late > 2 * study.redraw else "rnn_path_said_no_noise"
    words = {"gap": f"{late:.2f}", "between": f"{study.between:.2f}", "redraw": f"{study.redraw:.3f}", "n": min(WARM, count)}
    lines = [_rest(paths.damaged, study, lang), say(key, lang, **words), say("rnn_path_said_start", lang, gap=f"{gap[0]:.2f}")]
    lines += _events(desk, paths.damaged, lang)
    shares = [f"{100 * float(share):.0f}" for share in study.basis.shares]
    lines.append(say("rnn_path_said_plane", lang, numbers=paths.clean.states.shape[1], first=shares[0], second=shares[1]))
    lines += [_goes_with(n, found, lang) for n, found in enumerate(study.correlations, 1)]
    if len(desk.clean.frames) > count:
        lines.append(say("rnn_path_said_short", lang, most=count, count=len(desk.clean.frames)))
    return lines


def _rest(trail: rnn_path.Trail, study: plane.Study, lang: str) -> str:
    """Whether the state comes to rest, and when."""
    steps, most = trail.steps, CALM * study.between
    loud = [n for n, step in enumerate(steps, 1) if step > most]
    last, longest = max(loud, default=1), int(steps.argmax()) + 1
    words = {"last": last, "longest": longest, "step": f"{steps.max():.2f}", "most": f"{most:.2f}", "from": last + 1}
    if last >= len(steps) - 1:
        return say("rnn_path_said_restless", lang, **words, loud=len(loud), count=len(steps) - 1)
    return say("rnn_path_said_rest", lang, **words)


def _events(desk: Desk, trail: rnn_path.Trail, lang: str) -> list[str]:
    """What the path does where something happens."""
    case, cut, steps, lines = desk.wanted.case, desk.clean.cut, trail.steps, []
    happens = (("wipe", case.wipe), ("cut", cut + 1 if cut else 0), ("hole", case.hole), ("blur", case.blur))
    for name, n in happens:
        if 1 < n <= len(steps):
            back = float(((trail.states[n - 1] - trail.states[0]) ** 2).sum() ** 0.5)
            before = f"{steps[n - 2]:.2f}"
            lines.append(say(f"rnn_path_said_{name}", lang, n=n, step=f"{steps[n - 1]:.2f}", before=before, back=f"{back:.2f}"))
    return lines


def _goes_with(n: int, correlations: dict, lang: str) -> str:
    """What a component goes with, of what was measured."""
    name, r = max(correlations.items(), key=lambda item: abs(item[1]))
    what, number = say(f"rnn_path_with_{name}", lang), f"{r:+.2f}".replace("-", "−")
    return say("rnn_path_said_with" if abs(r) >= 0.5 else "rnn_path_said_without", lang, n=n, what=what, r=number)
