"""The Loss curves panel of the VAE's page: the recorded run of a chosen network, and the numbers that can be compared."""

import math
from dataclasses import dataclass
from functools import lru_cache
from html import escape

import gradio as gr

from restoration.errors import Refusal
from restoration.lab import vae, vae_curves
from restoration.ui.blocks import modes
from restoration.ui.look import READ, component
from restoration.ui.picture import figure_png, file
from restoration.ui.text import say
from restoration.ui.vae.bench import Bench, read

AXES = ("time", "step")
RUN = """
<label class="run-choice"><span>{choose}</span><select class="run-name">{options}</select></label>
<div class="modes" role="group" aria-label="{axis}">{axes}</div>
<p class="status running waiting">{waiting}</p>
<div class="vae-run" hidden>
  <p class="verdict run-says" role="status"></p>
  <div class="run-charts"></div>
  <div class="run-notes"></div>
  <p class="facts"></p>
  <h3>{compare}</h3><p>{compare_intro}</p>
  <div class="wide-table run-table"></div>
  <div class="run-compared"></div>
</div>
"""


@dataclass(frozen=True)
class Panel:
    run: gr.HTML
    shown: gr.State  # the network and its charts' axes, so that nothing is drawn twice


def build(lang: str) -> Panel:
    intro = "".join(f"<p>{escape(say(key, lang))}</p>" for key in ("curves_intro", "vae_curves_intro"))
    gr.HTML(f'<h2 class="step">{escape(say("curves", lang))}</h2>{intro}', apply_default_css=False)
    words = {"choose": "vae_curves_choose", "axis": "against", "waiting": "vae_curves_waiting", "compare": "vae_compare_title",
             "compare_intro": "vae_compare_intro"}  # fmt: skip
    words = {key: escape(say(of, lang)) for key, of in words.items()}
    axes = modes("axis", {axis: f"against_{axis}" for axis in AXES}, lang)
    return Panel(component(RUN.format(options=_options(lang), axes=axes, **words), "vae-curves", "vae/curves.js"), gr.State(None))


def _options(lang: str) -> str:
    groups = []
    for group, names in vae_curves.GROUPS.items():
        inner = "".join(f'<option value="{name}">{escape(label(name, lang))}</option>' for name in names)
        groups.append(f'<optgroup label="{escape(say(f"vae_runs_{group}", lang))}">{inner}</optgroup>')
    return "".join(groups)


def label(name: str, lang: str) -> str:
    """A checkpoint's name, and what sets it apart."""
    if name in vae_curves.GROUPS["judge"]:
        return f"{name}: {say('vae_run_judge', lang)}"
    c = vae_curves.config(name)
    return f"{name}: {say('vae_run_label', lang, latent=c.latent, beta=f'{c.beta:g}')}"


def wire(bench: Bench, tab: gr.Tab, panel: Panel) -> None:
    """The panel asks when it comes into sight (look.js), and whenever another network is chosen in it."""

    def looked(event: gr.EventData, seen, desk, outcome, *values):
        question = event._data or {}
        answered = {"answered": question.get("number")}
        try:
            name = question.get("model") or vae.subjects()[read(values).case.subject].vae
            if seen == name:
                return gr.update(**answered), gr.skip()
            return gr.update(value=value(name, bench.lang), **answered), name
        except Refusal as e:
            return gr.update(value={"problem": escape(e.say(bench.lang))}, **answered), None

    panel.run.look(looked, [panel.shown, *bench.inputs], [panel.run, panel.shown], **READ)


def value(name: str, lang: str) -> dict:
    """What the panel shows of a checkpoint: see curves.js."""
    charts = {axis: [[file(path), chart] for chart, path in _drawn(name, axis).items()] for axis in AXES}
    for drawn in charts.values():
        for picture in drawn:
            picture += [escape(say(f"vae_chart_{picture[1]}", lang)), escape(say(f"vae_chart_alt_{picture[1]}", lang))]
    judge = name in vae_curves.GROUPS["judge"]
    says = say("vae_says_judge", lang) if judge else sentence(vae_curves.ended(name), lang)
    return {
        "model": name, "charts": charts, "sentence": escape(says), "facts": escape(vae_curves.facts(name, lang)),
        "notes": "".join(f"<p>{escape(note)}</p>" for note in notes(name, lang)),
        "table": table(name, lang),
        "compared": "".join(f"<p>{escape(say(key, lang))}</p>" for key in ("vae_compare_beta", "vae_compare_not")),
    }  # fmt: skip


@lru_cache(maxsize=64)
def _drawn(name: str, against: str) -> dict:
    return {chart: figure_png(figure, f"{name}-{chart}") for chart, figure in vae_curves.figures(name, against).items()}


def sentence(run: vae_curves.Ended, lang: str) -> str:
    """What came of a run, computed from its last row."""
    words = {key: f"{getattr(run, key):,.1f}" for key in ("nelbo", "reconstruction", "kl", "yardstick", "trained")}
    if not run.bound:
        return say("vae_says_points", lang, **words)
    words |= {"active": run.active, "latent": run.latent}
    return " ".join((say("vae_says_nats", lang, **words), say("vae_says_active", lang, **words)))


def notes(name: str, lang: str) -> list[str]:
    """How a run's numbers are to be read."""
    if name in vae_curves.GROUPS["judge"]:
        return [say("vae_note_judge", lang)]
    c, told = vae_curves.config(name), []
    if c.beta == 0:
        told.append(say("vae_note_points", lang))
    elif c.beta != 1:
        told.append(say("vae_note_beta", lang, beta=f"{c.beta:g}"))
    if c.conditional:
        told.append(say("vae_note_holes", lang))
    if sigma := vae_curves.sigma(name):
        most = 1 / (sigma * math.sqrt(2 * math.pi))
        words = {"sigma": f"{sigma:.3f}", "density": f"{most:.1f}", "values": f"{c.side**2 * c.channels:,}"}
        told.append(say("vae_note_density", lang, **words))
    elif not c.conditional:
        told.append(say("vae_note_bits", lang))
    return [*told, say("vae_note_early", lang)]


def table(name: str, lang: str) -> str:
    """The VAEs of digits by their nats, with two yardsticks. name: of the chosen one, which is marked."""
    runs = vae_curves.compared()
    heads = "".join(f'<th scope="col">{escape(say(f"vae_head_{key}", lang))}</th>' for key in HEADS)
    rows = [_row(run, run.name == name, lang) for run in runs if run.bound]
    known = {"vae_row_pixel": runs[0].yardstick, "vae_row_coin": vae_curves.COIN} if runs else {"vae_row_coin": vae_curves.COIN}
    rows += [_cells(say(key, lang), [*["–"] * 6, *_nats(nats)], "yardstick") for key, nats in known.items()]
    rows += [_row(run, run.name == name, lang) for run in runs if not run.bound]
    caption, body = escape(say("vae_compare_caption", lang)), "".join(rows)
    return f'<table class="scores"><caption>{caption}</caption><thead><tr><td></td>{heads}</tr></thead><tbody>{body}</tbody></table>'


HEADS = ("latent", "beta", "layers", "minutes", "reconstruction", "kl", "nelbo", "bits")


def _row(run: vae_curves.Ended, chosen: bool, lang: str) -> str:
    terms = [f"{run.reconstruction:.1f}", *([f"{run.kl:.1f}", *_nats(run.nelbo)] if run.bound else ["–"] * 3)]
    layers = say(f"vae_layers_{run.layers}", lang)
    return _cells(run.name, [str(run.latent), f"{run.beta:g}", layers, f"{run.minutes:.1f}", *terms], "network" * chosen)


def _nats(nats: float) -> list[str]:
    return [f"{nats:.1f}", f"{nats / math.log(2):.0f}"]


def _cells(name: str, cells: list[str], kind: str) -> str:
    return f'<tr class="{kind}"><th scope="row">{escape(name)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'
