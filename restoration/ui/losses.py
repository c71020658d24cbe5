"""The exhibit 'Losses': one network trained three ways, what each makes of the lab's picture, and what each answers for one pixel."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape

import gradio as gr

from restoration.studies import small
from restoration.ui import levels
from restoration.ui.block_table import star
from restoration.ui.blocks import AXES, modes, notes
from restoration.ui.compare import what_of
from restoration.ui.desk import key
from restoration.ui.events import Lab
from restoration.ui.look import ASKED, READ, component, exhibit, heading
from restoration.ui.picture import figure_png, file, png
from restoration.ui.text import say

TITLE = "losses"
# From props.value: {sentence, note, items: [{file, caption, alt}], table: HTML}
PICTURES = """${value?.problem ? `<p class="status">${value.problem}</p>` : value ? `<p class="verdict">${value.sentence}</p>
<div class="figures pixels">${value.items.map((i) => `<figure><img src="${i.file.url}" alt="${i.alt}">
<figcaption>${i.caption}</figcaption></figure>`).join('')}</div><p class="scale-note">${value.note}</p>
<div class="wide-table">${value.table}</div>` : `<p class="status running">WAITING</p>`}"""
PIXEL = """
<p class="status running waiting">{waiting}</p>
<div class="level-pixel" hidden>
  <p class="verdict level-says" role="status"></p>
  <div class="level-views">
    <div><div class="pick pixels" tabindex="0" role="application" aria-label="{pick}"><img alt=""><i class="cross"></i></div>
      <div class="modes goes">{goes}</div>
      <p class="scale-note"><b class="where"></b> {hint}</p><div class="zooms pixels">{zooms}</div></div>
    <div class="level-charts"></div>
  </div>
</div>
"""
CURVES = """
<p class="status running waiting">{waiting}</p>
<div class="loss-curves" hidden>
  <div class="modes" role="group" aria-label="{axis}">{axes}</div>
  <div class="chart pair-of-charts"><img data-key="psnr" alt=""><img data-key="loss" alt=""></div><p class="scale-note curves-note"></p>
</div>
"""
ZOOM = '<figure><div class="zoom"><img data-kind="{kind}" alt=""><i class="cross"></i></div><figcaption></figcaption></figure>'


@dataclass(frozen=True)
class Panel:
    """Three exhibits, each with a state that says what it shows."""

    pictures: gr.HTML
    pictures_shown: gr.State
    pixel: gr.HTML
    pixel_shown: gr.State
    curves: gr.HTML
    curves_shown: gr.State


def build(lang: str) -> Panel:
    waiting = escape(say("network_waiting", lang))
    heading("losses", "losses_title", "losses_intro", lang)
    cost = say("losses_cost", lang, best=f"{small.quantisation():.1f}")
    gr.HTML("".join(f"<p>{escape(text)}</p>" for text in (say("losses_about", lang), cost)), elem_classes="prose-like")
    pictures = component(PICTURES.replace("WAITING", waiting), "losses")
    heading("loss-pixel", "loss_pixel_title", "loss_pixel_intro", lang)
    words = {name: escape(say(f"level_{name}", lang)) for name in ("pick", "hint")}
    goes = "".join(f'<button type="button" data-go="{go}">{escape(say(f"level_go_{go}", lang))}</button>' for go in ("most", "least"))
    where = say("pixel_where", lang, x="{x}", y="{y}")
    zooms = "".join(ZOOM.format(kind=kind) for kind in ("damaged", "original"))
    pixel = component(PIXEL.format(waiting=waiting, goes=goes, zooms=zooms, **words), "loss-pixel", "pick.js", "losses.js", where=where)
    heading("loss-curves", "loss_curves_title", "loss_curves_intro", lang)
    axes = modes("axis", {axis: f"against_{axis}" for axis in AXES}, lang)
    template = CURVES.format(waiting=waiting, axis=escape(say("against", lang)), axes=axes)
    curves = component(template, "loss-curves", "loss_curves.js")
    return Panel(pictures, gr.State(None), pixel, gr.State(None), curves, gr.State(None))


def wire(bench: Lab, panel: Panel) -> None:
    lang = bench.lang

    def pixel(desk, outcome, x=None, y=None, go="most"):
        return pixel_value(desk, x, y, go, lang)

    exhibit(bench, panel.pictures, panel.pictures_shown, lambda desk, outcome: pictures_value(desk, lang), **ASKED)
    exhibit(bench, panel.pixel, panel.pixel_shown, pixel, "x", "y", "go", **ASKED)
    exhibit(bench, panel.curves, panel.curves_shown, lambda desk, outcome: curves_value(lang), **READ)


# Pictures and scores

READ_AS = {"mse": ("mse", ""), "l1": ("l1", ""), "ce_mean": ("cross-entropy", "mean"), "ce_mode": ("cross-entropy", "mode")}


def pictures_value(desk, lang: str) -> dict:
    ruined, clean, cut = small.middle(desk.ruined, desk.clean)
    repairs = {"damaged": small.damaged(ruined, clean)}
    repairs |= {key: small.by_loss(loss, ruined, clean, reading) for key, (loss, reading) in READ_AS.items()}
    items = []
    for key_, repair in repairs.items():
        caption = _name(key_, lang)
        alt = say("residual_alt", lang, name=caption, what=what_of(desk, lang))
        items.append({"file": file(png(repair.shown)), "caption": escape(caption), "alt": escape(alt)})
    return {
        "sentence": escape(verdict(repairs, lang)),
        "items": items,
        "note": escape(notes(desk.ruined, cut, lang)),
        "table": _table({_name(k, lang): r for k, r in repairs.items()}, lang) if clean else "",
    }


def _name(key_: str, lang: str) -> str:
    return say("damaged" if key_ == "damaged" else f"loss_{key_}", lang)


def _table(repairs: dict, lang: str) -> str:
    heads = "".join(f'<th scope="col">{escape(say(key_, lang))}</th>' for key_ in ("psnr", "loss_mae"))
    best = [max(repairs, key=lambda n: repairs[n].psnr), min(repairs, key=lambda n: repairs[n].mae)]
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{r.psnr:.2f}{star(lang) * (name == best[0])}</td>'
        f"<td>{r.mae:.2f}{star(lang) * (name == best[1])}</td></tr>"
        for name, r in repairs.items()
    )
    study = small.study()["losses"]
    stored = {"mse": study["mse"]["answer"], "l1": study["l1"]["answer"]}
    stored |= {f"ce_{reading}": study["cross-entropy"][reading] for reading in small.READINGS}
    numbers = "; ".join(f"{_name(k, lang)}: {s['psnr']:.2f} dB, {s['mae']:.2f}" for k, s in stored.items())
    caption = escape(say("loss_caption", lang, numbers=numbers))
    return f'<table class="scores"><caption>{caption}</caption><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def verdict(repairs: dict, lang: str) -> str:
    """What the scores say, computed from them."""
    if repairs["mse"].psnr is None:
        return say("block_no_truth", lang)
    mean, mode = repairs["ce_mean"], repairs["ce_mode"]
    words = {"lost": f"{mean.psnr - mode.psnr:.2f}", "apart": f"{abs(repairs['mse'].psnr - repairs['l1'].psnr):.2f}"}
    best = max(("mse", "l1", "ce_mean"), key=lambda k: repairs[k].psnr)
    words |= {"best": _name(best, lang), "psnr": f"{repairs[best].psnr:.2f}"}
    return say("losses_say" if mean.psnr > mode.psnr else "losses_say_mode", lang, **words)


# One pixel


def pixel_value(desk, x, y, go: str, lang: str) -> dict:
    """x, y: the pixel, from the left and from the top. go: "most" or "least", where the network is in doubt, if no pixel was chosen."""
    ruined, clean, _ = small.middle(desk.ruined, desk.clean)
    height, width = ruined.array.shape[:2]
    if not (isinstance(x, int) and isinstance(y, int) and 0 <= x < width and 0 <= y < height):
        y, x = small.doubtful(ruined)["least" if go == "least" else "most"]
    pixel = small.look_at(ruined, clean, y, x)
    pictures = {"damaged": ruined.shown, "original": clean.shown} if clean else {"damaged": ruined.shown}
    return {
        "key": str(hash(key(desk))),
        "x": x, "y": y, "width": width, "height": height,
        "pictures": {kind: _picture(kind, picture, desk, lang) for kind, picture in pictures.items()},
        "charts": "".join(levels.svg(pixel, channel, lang) for channel in range(3)),
        "sentence": pixel_sentence(pixel, lang),
    }  # fmt: skip


def _picture(kind: str, picture, desk, lang: str) -> dict:
    name = say(kind, lang)
    return {"file": file(png(picture)), "name": name, "alt": say("residual_alt", lang, name=name, what=what_of(desk, lang))}


def pixel_sentence(pixel: small.Pixel, lang: str) -> str:
    """What the probabilities say, computed from them: how sure the network is, and how far its readings lie apart."""
    spread = 255 * max(abs(float(a - b)) for a, b in zip(pixel.values["mean"], pixel.values["mode"], strict=True))
    words = {"bits": f"{pixel.bits:.1f}", "levels": f"{2**pixel.bits:.1f}", "spread": f"{spread:.0f}"}
    return say("level_says_wide" if spread >= 8 else "level_says_narrow", lang, **words)


# Recorded runs


def curves_value(lang: str) -> dict:
    charts = {axis: {k: file(_runs(k, axis)) for k in ("psnr", "loss")} for axis in AXES}
    alts = {k: say(f"loss_curves_alt_{k}", lang) for k in ("psnr", "loss")}
    return {"charts": charts, "alts": alts, "note": say("loss_curves_note", lang)}


@lru_cache(maxsize=8)
def _runs(key_: str, axis: str) -> str:
    return figure_png(small.losses_figure(key_, axis), "runs")
