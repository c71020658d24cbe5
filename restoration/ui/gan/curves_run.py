"""One recorded run: its curves, and below them what the network made of the same noise at twenty moments, with one slider for both."""

import json
from html import escape

from restoration.errors import Refusal
from restoration.lab import gan_curves
from restoration.studies import gan_coverage, gan_film
from restoration.ui.blocks import modes
from restoration.ui.look import component
from restoration.ui.matrix import made
from restoration.ui.run_charts import packed
from restoration.ui.text import say, unfilled

AXES = {"log": "gan_axis_log", "step": "against_step", "time": "against_time"}
WORDS = {
    "choose": "gan_curves_choose", "axis": "against", "waiting": "gan_curves_waiting", "charts": "gan_curves_charts",
    "film": "gan_film_title", "play": "gan_film_play", "moment": "gan_film_moment", "samples": "gan_film_samples",
}  # fmt: skip
TEMPLATE = """
<label class="run-choice"><span>{choose}</span><select class="run-name">{options}</select></label>
<div class="modes" role="group" aria-label="{axis}">{axes}</div>
<p class="status running waiting">{waiting}</p>
<div class="gan-run" hidden>
  <p class="verdict gan-run-says" role="status"></p>
  <div class="gan-run-views">
    <div class="gan-run-charts" role="group" aria-label="{charts}"></div>
    <section class="gan-film"><h3>{film}</h3>
      <div class="film-set"><button type="button" class="play">{play}</button>
        <label><span class="sr">{moment}</span><input type="range" min="0" max="0" step="1"></label><output></output></div>
      <canvas role="img" aria-label="{samples}"></canvas>
      <p class="gan-film-said" role="status"></p></section>
  </div>
  <ul class="latent-said gan-run-notes"></ul>
  <p class="facts"></p>
</div>
"""


def build(lang: str):
    words = {key: escape(say(of, lang)) for key, of in WORDS.items()}
    html = TEMPLATE.format(options=_options(lang), axes=modes("axis", AXES, lang), **words)
    fills = {key: unfilled(f"gan_film_{key}", lang) for key in ("play", "pause")}
    fills |= {f"x_{axis}": say(f"gan_x_{axis}", lang) for axis in AXES}
    return component(html, "gan-curves", "vae/inside_draw.js", "gan/curves_chart.js", "gan/curves.js", words=fills)


def _options(lang: str) -> str:
    groups = []
    for group, names in gan_curves.GROUPS.items():
        inner = "".join(f'<option value="{name}">{escape(name)}: {escape(say(f"gan_run_{_word(name)}", lang))}</option>' for name in names)
        groups.append(f'<optgroup label="{escape(say(f"gan_runs_{group}", lang))}">{inner}</optgroup>')
    return "".join(groups)


def _word(name: str) -> str:
    return name.replace("-", "_")


def draw(lang: str):
    def answer(shown, model=None):
        name = gan_curves.NAMES[0] if model is None else model
        return ({}, shown) if shown == name else ({"value": value(name, lang)}, name)

    return answer


def value(name: str, lang: str) -> dict:
    """What is shown of a run: see curves.js. Without its film, the curves alone, and why."""
    subject, history = gan_curves.subject(name), gan_curves.rows(name)
    film, missing = None, ""
    if subject:
        try:
            film = gan_film.read(subject)
        except Refusal as e:
            missing = e.say(lang)
    charts = [chart(c, lang) for c in gan_curves.charts(name)]
    if film:
        charts += [chart(c, lang) for c in measured(film, history)]
    return {
        "model": name,
        "charts": json.dumps(charts),
        "film": film and reel(film, history, lang),
        "missing": escape(missing),
        "says": escape(says(name, film, history, lang)),
        "notes": [escape(note) for note in notes(name, film, lang)],
        "facts": escape(" ".join([gan_curves.facts(name, lang), *([made(film.made, lang)] if film else [])])),
    }


def chart(c: gan_curves.Chart, lang: str) -> dict:
    """A chart as curves_chart.js takes it."""
    lines = []
    for line in c.lines:
        name = say(f"gan_line_{line.what}", lang)
        split = say(f"gan_split_{line.split}", lang) if any(other.split != line.split for other in c.lines) else ""
        lines.append({"kind": line.what, "split": line.split, "name": f"{name}{split}", "points": line.points})
    levels = [{"name": level(name, lang), "kind": name.replace("_", "-"), "y": y} for name, y in c.levels.items()]
    words = {key: say(f"gan_chart_{c.name}{of}", lang) for key, of in (("title", ""), ("alt", "_alt"), ("y", "_y"))}
    return packed(c.name, lines, levels, words, c.log)


def level(name: str, lang: str) -> str:
    """What a level is called: a network and a classical method by their names."""
    known = ("even_d", "even_g", "coin", "real", "vae")
    return say(f"gan_level_{name}", lang) if name in known else name


def measured(film: gan_film.Film, history: list) -> list[gan_curves.Chart]:
    """The classifier's measures at the film's moments, as charts; none unless the film is of digits."""
    charts = []
    for name in gan_film.NUMBERS if film.numbers else ():
        scale = 100 if name == "sure" else 1
        points = [[step, gan_curves.minutes_at(history, step), scale * n[name]] for step, n in zip(film.steps, film.numbers, strict=True)]
        levels = {"real": scale * film.real[name]} if name in film.real else {}
        try:
            levels["vae"] = scale * getattr(gan_coverage.read().rows["vae"], name)
        except Refusal:
            pass
        charts.append(gan_curves.Chart(name, [gan_curves.Line(name, "val", points)], levels, log=name == "frechet"))
    return charts


def reel(film: gan_film.Film, history: list, lang: str) -> dict:
    """The film as curves.js takes it."""
    numbers = film.numbers or [None] * len(film.steps)
    return {
        "steps": film.steps,
        "minutes": [round(gan_curves.minutes_at(history, step), 3) for step in film.steps],
        "names": [say("gan_film_step", lang, step=f"{step:,}") for step in film.steps],
        "said": [moment(gan_curves.about(history, step), n, lang) for step, n in zip(film.steps, numbers, strict=True)],
        "sheet": f"data:image/webp;base64,{film.sheet}",
    }


def moment(row: dict, numbers: dict | None, lang: str) -> str:
    """What was to be read off at a moment."""
    words = {key: f"{row[of]:.2f}" for key, of in (("d", "loss_d"), ("g", "loss_g"), ("real", "real"), ("fake", "fake"))}
    sentences = [say("gan_film_losses", lang, **words)]
    if numbers:
        sentences.append(say("gan_film_measure", lang, sure=f"{100 * numbers['sure']:.0f}", frechet=f"{numbers['frechet']:.1f}"))
    return " ".join(sentences)


EARLY, LATE = (0.0, 0.1), (0.9, 1.0)  # shares of a run that are compared


def says(name: str, film: gan_film.Film | None, history: list, lang: str) -> str:
    """What came of a run, computed from its rows."""
    last = [row for row in history if row["split"] == "val"][-1]
    if not gan_curves.subject(name):
        psnr = next(c for c in gan_curves.charts(name) if c.name == "psnr")
        start = gan_curves.RECIPES[name].start
        words = {"psnr": f"{last['psnr']:.2f}", "real": f"{last['real']:.2f}", "fake": f"{last['fake']:.2f}", "start": start}
        if start not in psnr.levels:
            return say("gan_says_mends", lang, **words)
        gap = last["psnr"] - psnr.levels[start]
        return say("gan_says_lower" if gap < 0 else "gan_says_higher", lang, gap=f"{abs(gap):.2f}", **words)
    words = {f"{key}_{when}": f"{gan_curves.part(history, of, *span):.2f}"
             for key, of in (("d", "loss_d"), ("g", "loss_g")) for when, span in (("early", EARLY), ("late", LATE))}  # fmt: skip
    sentences = [say("gan_says_losses", lang, **words)]
    if film and film.numbers:
        end = film.steps[-1]
        k = max(k for k, step in enumerate(film.steps) if step <= max(EARLY[1] * end, film.steps[0]))
        a, b = film.numbers[k]["frechet"], film.numbers[-1]["frechet"]
        key = "gan_says_better" if b < a else "gan_says_worse"
        sentences.append(say(key, lang, early=f"{a:.1f}", late=f"{b:.1f}", step=f"{film.steps[k]:,}"))
    return " ".join(sentences)


def notes(name: str, film: gan_film.Film | None, lang: str) -> list[str]:
    """How the curves are to be read."""
    if not gan_curves.subject(name):
        return [say(f"gan_note_{key}", lang) for key in ("even", "parts", "psnr")]
    told = [say(f"gan_note_{key}", lang) for key in ("even", "relative", "val")]
    if film:
        told.append(say("gan_note_film", lang))
    if film and film.numbers:
        told.append(say("gan_note_measure", lang, count=f"{gan_film.COUNT:,}"))
    return told
