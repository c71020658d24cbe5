"""The exhibit 'Ten blocks': two of them side by side, the lab's picture mended by both, and all ten as quality against cost."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape

import gradio as gr

from restoration.studies import small
from restoration.ui.block_diagram import TIPS, svg
from restoration.ui.block_table import name, table
from restoration.ui.compare import what_of
from restoration.ui.events import Lab
from restoration.ui.look import ASKED, READ, component, exhibit, heading
from restoration.ui.picture import figure_png, file, png
from restoration.ui.text import say

TITLE = "blocks"
FIRST, SECOND = "plain", "residual"  # shown first
SIDES = ("first", "second")
AXES = ("step", "cpu")
PAIR = """
<p class="status running waiting">{waiting}</p>
<div class="blocks" hidden>{tips}
  <div class="block-pair">{sides}</div>
  <h3>{curves}</h3>
  <div class="modes" role="group" aria-label="{axis}">{axes}</div>
  <div class="narrow-chart"><img class="runs" alt=""></div><p class="scale-note runs-note"></p>
  <div class="pair-table"></div>
</div>
"""
SIDE = '<div><label><span>{name}</span> <select data-side="{side}">{options}</select></label><div data-show="{side}"></div></div>'
# From props.value: {sentence, note, items: [{file, caption, alt}]}
PICTURES = """${value?.problem ? `<p class="status">${value.problem}</p>` : value ? `<p class="verdict">${value.sentence}</p>
<div class="figures pixels">${value.items.map((i) => `<figure><img src="${i.file.url}" alt="${i.alt}">
<figcaption>${i.caption}</figcaption></figure>`).join('')}</div><p class="scale-note">${value.note}</p>`
: `<p class="status running">WAITING</p>`}"""
ALL = """
<p class="status running waiting">{waiting}</p>
<div class="all-blocks" hidden>
  <p class="verdict all-say"></p>
  <div class="chart-set">
    <div class="modes" role="group" aria-label="{cost}">{costs}</div>
    <div class="modes" role="group" aria-label="{quality}">{qualities}</div>
  </div>
  <div class="narrow-chart"><img class="scatter" alt=""></div>
  <div class="all-table"></div>
</div>
"""


@dataclass(frozen=True)
class Panel:
    """Three exhibits, each with a state that says what it shows."""

    pair: gr.HTML
    pair_shown: gr.State
    pictures: gr.HTML
    pictures_shown: gr.State
    all: gr.HTML
    all_shown: gr.State


def modes(name: str, labels: dict, lang: str) -> str:
    """Buttons of which one is pressed, the first. labels: value -> its key in ui/text.py."""
    return "".join(
        f'<button type="button" data-{name}="{value}" aria-pressed="{str(n == 0).lower()}">{escape(say(key, lang))}</button>'
        for n, (value, key) in enumerate(labels.items())
    )


def build(lang: str) -> Panel:
    words = {"waiting": escape(say("network_waiting", lang))}
    sides = "".join(
        SIDE.format(side=side, name=escape(say(f"block_{side}", lang)), options=_options(start, lang))
        for side, start in zip(SIDES, (FIRST, SECOND), strict=True)
    )
    axis = {"curves": escape(say("block_curves", lang)), "axis": escape(say("against", lang))}
    axes = modes("axis", {axis: f"against_{axis}" for axis in AXES}, lang)
    heading("blocks", "blocks_title", "blocks_intro", lang)
    pair = component(PAIR.format(tips=TIPS, sides=sides, axes=axes, **axis, **words), "blocks", "blocks.js")
    heading("blocks-pictures", "block_pictures_title", "block_pictures_intro", lang)
    pictures = component(PICTURES.replace("WAITING", words["waiting"]), "blocks-pictures", "blocks_pictures.js")
    heading("blocks-all", "blocks_all_title", "blocks_all_intro", lang)
    about = {name: escape(say(f"block_{name}", lang)) for name in ("cost", "quality")}
    costs = modes("cost", {cost: f"block_{cost}_axis" for cost in small.COSTS}, lang)
    qualities = modes("quality", {quality: f"block_{quality}_axis" for quality in small.QUALITIES}, lang)
    everything = component(ALL.format(costs=costs, qualities=qualities, **about, **words), "blocks-all", "blocks_all.js")
    return Panel(pair, gr.State(None), pictures, gr.State(None), everything, gr.State(None))


def wire(bench: Lab, panel: Panel) -> None:
    lang = bench.lang

    def pair(desk, outcome, first=FIRST, second=SECOND):
        return pair_value(*_known(first, second), lang)

    def pictures(desk, outcome, first=FIRST, second=SECOND):
        return pictures_value(desk, *_known(first, second), lang)

    exhibit(bench, panel.pair, panel.pair_shown, pair, *SIDES, **READ)
    exhibit(bench, panel.pictures, panel.pictures_shown, pictures, *SIDES, **ASKED)
    exhibit(bench, panel.all, panel.all_shown, lambda desk, outcome: all_value(lang), **READ)


def _known(first, second) -> tuple[str, str]:
    blocks = small.names()
    return first if first in blocks else FIRST, second if second in blocks else SECOND


def _options(start: str, lang: str) -> str:
    return "".join(
        f'<option value="{block}"{" selected" * (block == start)}>{escape(name(block, lang))}</option>' for block in small.names()
    )


# Two of them


def pair_value(first: str, second: str, lang: str) -> dict:
    study = small.study()
    both = list(dict.fromkeys((first, second)))
    words = {"seconds": f"{study['seconds']:.0f}", "names": say("block_and", lang).join(both)}
    curves = {axis: {"file": file(_runs(first, second, axis)), "alt": say("block_runs_alt", lang, **words)} for axis in AXES}
    for axis in AXES:
        curves[axis]["note"] = say(f"block_runs_{axis}", lang, **words)
    return {
        "sides": {side: _side(block, study["blocks"][block], lang) for side, block in zip(SIDES, (first, second), strict=True)},
        "curves": curves,
        "table": table(study, both, lang, across=True),
    }


@lru_cache(maxsize=128)
def _runs(first: str, second: str, axis: str) -> str:
    return figure_png(small.blocks_figure(first, second, axis), "runs")


def _side(block: str, found: dict, lang: str) -> str:
    about = small.about(block)
    idea = about.idea_en if lang == "en" else about.idea_zh
    link = f'<a href="https://arxiv.org/abs/{about.arxiv}" target="_blank" rel="noopener">{escape(about.paper)}</a>'
    code = f"<pre tabindex=0><code>{escape(small.source(block))}</code></pre>"
    open_code = f"<details><summary>{escape(say('block_code', lang))}</summary>{code}</details>"
    return f"<p>{escape(idea)}</p>{svg(block, found['width'], lang)}<p class='scale-note'>{link}</p>{open_code}"


# The picture in the lab


def pictures_value(desk, first: str, second: str, lang: str) -> dict:
    ruined, clean, cut = small.middle(desk.ruined, desk.clean)
    both = list(dict.fromkeys((first, second)))
    shown = {say("damaged", lang): small.damaged(ruined, clean), say("block_median", lang): small.median_filter(ruined, clean)}
    repairs = {block: small.by_block(block, ruined, clean) for block in both}
    shown |= {name(block, lang): repair for block, repair in repairs.items()}
    items = [picture_item(caption, repair, what_of(desk, lang), lang) for caption, repair in shown.items()]
    median = shown[say("block_median", lang)].psnr
    sentence = verdict({name(b, lang): r.psnr for b, r in repairs.items()}, median, lang)
    return {"sentence": escape(sentence), "items": items, "note": escape(notes(desk.ruined, cut, lang))}


def picture_item(caption: str, repair: small.Repair, what: str, lang: str) -> dict:
    score = "" if repair.psnr is None else f"<br>{repair.psnr:.2f} dB"
    alt = say("residual_alt", lang, name=caption, what=what)
    return {"file": file(png(repair.shown)), "caption": escape(caption) + score, "alt": escape(alt)}


def notes(ruined, cut: bool, lang: str) -> str:
    """What must be known of the pictures: that these networks know one damage only, and that the middle is shown."""
    said = say("small_at_home" if small.at_home(ruined) else "small_abroad", lang)
    return said + (say("small_cut", lang) if cut else "")


def verdict(psnr: dict, median: float | None, lang: str) -> str:
    """psnr: name -> dB, of two or, where both are the same, one."""
    if median is None:
        return say("block_no_truth", lang)
    names = sorted(psnr, key=psnr.get, reverse=True)
    words = {"best": names[0], "other": names[-1], "lead": f"{psnr[names[0]] - psnr[names[-1]]:.2f}"}
    words |= {"over": f"{abs(psnr[names[0]] - median):.2f}"}
    parts = []
    if len(names) > 1:
        parts.append(say("block_leads" if psnr[names[0]] - psnr[names[1]] >= 0.05 else "block_even", lang, **words))
    parts.append(say("block_beats" if psnr[names[0]] > median else "block_loses", lang, **words))
    return (" " if lang == "en" else "").join(parts)


# All ten


def all_value(lang: str) -> dict:
    study = small.study()
    blocks = list(study["blocks"])
    charts = {cost: {quality: file(_scatter(cost, quality)) for quality in small.QUALITIES} for cost in small.COSTS}
    return {
        "sentence": all_verdict(study, lang),
        "charts": charts,
        "alt": say("block_scatter_alt", lang),
        "table": table(study, blocks, lang, across=False),
    }


@lru_cache(maxsize=8)
def _scatter(cost: str, quality: str) -> str:
    return figure_png(small.scatter_figure(cost, quality), "scatter")


def all_verdict(study: dict, lang: str) -> str:
    """What the study says, computed from it."""
    found = study["blocks"]
    macs, ms = ([block[key] for block in found.values()] for key in ("macs", "ms"))
    words = {"macs": f"{max(macs) / min(macs):.2f}", "ms": f"{max(ms) / min(ms):.1f}", "steps": f"{study['steps']:,}"}
    for key in ("psnr", "psnr_same_time"):
        order = sorted(found, key=lambda block: found[block][key], reverse=True)
        words |= {key: name(order[0], lang), f"{key}_spread": f"{found[order[0]][key] - found[order[-1]][key]:.2f}"}
    words |= {"slow": name(max(found, key=lambda b: found[b]["ms"]), lang), "fast": name(min(found, key=lambda b: found[b]["ms"]), lang)}
    return say("blocks_all_say", lang, seconds=f"{study['seconds']:.0f}", **words)
