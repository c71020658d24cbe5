"""The exhibit 'Compression': the picture in the lab as a code of a few bytes, beside JPEG, and how both do on average."""

from html import escape
from math import isfinite

import gradio as gr

from restoration.lab import vae
from restoration.lab import vae_inside as inside
from restoration.studies import vae_bytes
from restoration.ui.compare import name_of
from restoration.ui.look import ASKED, component, heading
from restoration.ui.matrix import made
from restoration.ui.picture import data_url
from restoration.ui.sight import exhibit, looks_at
from restoration.ui.text import say, unfilled
from restoration.ui.vae.bench import Bench

TITLE = "vae_in_compress"
WORDS = ("size", "bits", "quality", "the_bytes", "chart", "chart_alt", "numbers")
FILLS = (
    "bits_are", "quality_is", "original", "code", "jpeg", "sizes", "bytes_axis", "psnr_axis", "jpeg_file", "jpeg_payload", "png", "said",
    "bytes_note",
)  # fmt: skip
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="compress" hidden>
  <p class="scale-note note"></p>
  <div class="latent-set"><span>{size}</span> <span class="modes sizes" role="group" aria-label="{size}"></span></div>
  <div class="dials"><label>{bits} <input type="range" class="bits" step="1"><output></output></label>
    <label>{quality} <input type="range" class="quality" min="0" step="1"><output></output></label></div>
  <div class="trio three pixels"></div>
  <p class="verdict now-said" role="status"></p>
  <h3>{the_bytes}</h3><p class="hex"></p><p class="scale-note bytes-note"></p>
  <h3>{chart}</h3><svg class="rates" viewBox="0 0 560 330" role="img" aria-label="{chart_alt}"></svg>
  <p class="scale-note chart-note"></p>
  <h3>{numbers}</h3><ul class="latent-said"></ul><p class="scale-note made"></p>
</div>
"""


def build(lang: str) -> gr.HTML:
    heading("vae-compress", "vae_in_compress_title", "vae_in_compress_intro", lang)
    words = {name: escape(say(f"vae_byte_{name}", lang)) for name in WORDS} | {"waiting": escape(say("network_waiting", lang))}
    fills = {name: unfilled(f"vae_byte_{name}", lang) for name in FILLS}
    scripts = ("vae/inside_draw.js", "vae/compress_chart.js", "vae/compress.js")
    html = component(TEMPLATE.format(**words), "vae-compress", *scripts, words=fills)
    looks_at("vae_byte_look_1", "vae_byte_look_2", "vae_byte_look_3", lang=lang)
    return html


def wire(bench: Bench, html: gr.HTML) -> None:
    exhibit(bench, html, lambda desk: value(desk, bench.lang), **ASKED)


def value(desk, lang: str) -> dict:
    clean, study = desk.clean, vae_bytes.read()
    codes, (jpegs, png) = inside.encode(clean), inside.jpegs(clean)
    side, channels = clean.array.shape[0], clean.array.shape[2]
    digits = clean.subject == "digits"
    subject = name_of(vae.subjects()[clean.subject], lang)
    weights = {size: inside.decoder_bytes(name) for size, name in inside.coders(clean.subject).items()}
    chart = "vae_byte_chart_digits" if digits else "vae_byte_chart_own"
    return {
        "codes": [{**_numbers(c), "size": c.size, "bits": c.bits, "hex": c.data.hex(" ")} for c in codes],
        "jpeg": [{**_numbers(c), "quality": c.quality} for c in jpegs],
        "png": png, "raw": side * side * channels, "truth": data_url(clean.shown),
        "lines": _lines(study, codes, jpegs, png, digits), "weights": {str(size): f"{n / 1e6:.1f}" for size, n in weights.items()},
        "note": "" if digits else say("vae_byte_one_size", lang, subject=subject, size=codes[0].size),
        "chart_note": say(chart, lang, count=study.count, reach=f"{inside.REACH:g}"),
        "said": said(study, lang), "made": made(study.made, lang), "key": str(desk.wanted.clean_key),
    }  # fmt: skip


def _numbers(coded: inside.Coded) -> dict:
    """psnr: None if nothing was lost, for which JSON has no number."""
    quality = round(coded.psnr, 2) if isfinite(coded.psnr) else None
    return {"bytes": coded.bytes, "payload": coded.payload, "psnr": quality, "src": data_url(coded.picture)}


def _lines(study: vae_bytes.Study, codes: list, jpegs: list, png: int, digits: bool) -> dict:
    """What the chart draws: averages over digits, or, where there are none, the picture's own. Points are [bytes, dB]."""
    if digits:
        code_rows, jpeg_rows, lossless = study.codes, study.jpeg, study.png
    else:
        code_rows, jpeg_rows, lossless = [vars(c) for c in codes], [vars(c) for c in jpegs], png
    code_rows, jpeg_rows = ([row for row in rows if isfinite(row["psnr"])] for rows in (code_rows, jpeg_rows))
    sizes = {}
    for row in code_rows:
        sizes.setdefault(row["size"], []).append([row["bytes"], round(row["psnr"], 2)])
    jpeg = {key: [[row[key], round(row["psnr"], 2)] for row in jpeg_rows] for key in ("bytes", "payload")}
    return {"sizes": [[size, points] for size, points in sizes.items()], **jpeg, "png": lossless}


def said(study: vae_bytes.Study, lang: str) -> list[str]:
    """Sentences on shipped digits, each computed from the study."""
    best = max(study.codes, key=lambda row: row["psnr"])
    least, finest = study.jpeg[0], study.jpeg[-1]
    cheapest = min((row for row in study.codes if row["psnr"] > best["psnr"] - 0.5), key=lambda row: row["bytes"])
    near = {key: cheapest[key] for key in ("size", "bits", "bytes")}
    lines = [say("vae_byte_say_best", lang, best=f"{best['psnr']:.1f}", **near)]
    small = {"file": f"{least['bytes']:.0f}", "payload": f"{least['payload']:.0f}", "psnr": f"{least['psnr']:.1f}"}
    lines.append(say("vae_byte_say_least", lang, share=f"{100 * least['payload'] / least['bytes']:.0f}", **small))
    wins = next(row for row in study.jpeg if row["psnr"] > best["psnr"])
    fair = min(row["payload"] for row in study.jpeg if row["psnr"] > best["psnr"])
    fine = {"fine": f"{finest['psnr']:.1f}", "large": f"{finest['bytes']:.0f}", "png": f"{study.png:.0f}"}
    lines.append(say("vae_byte_say_wins", lang, file=f"{wins['bytes']:.0f}", payload=f"{fair:.0f}", best=f"{best['psnr']:.1f}", **fine))
    weights = [n / 1e6 for n in study.decoders.values()]
    lines.append(say("vae_byte_say_weights", lang, low=f"{min(weights):.1f}", high=f"{max(weights):.1f}"))
    return lines
