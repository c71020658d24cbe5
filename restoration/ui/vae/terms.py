"""The exhibit 'Two terms': reconstruction and KL of the picture in the lab, and what the weight beta of the KL does to the whole map."""

from html import escape

import gradio as gr

from restoration.lab import vae
from restoration.lab import vae_inside as inside
from restoration.studies import vae_terms
from restoration.ui.compare import name_of
from restoration.ui.look import ASKED, component, heading
from restoration.ui.matrix import made
from restoration.ui.picture import data_url
from restoration.ui.sight import exhibit, looks_at
from restoration.ui.text import say, unfilled
from restoration.ui.vae.bench import Bench

TITLE = "vae_in_terms"
OWN = "own"  # the network of a subject that is not digits
KINDS = ("plane", "wide", "conv")
WORDS = (
    "network", "beta", "bars", "bars_alt", "formula", "map", "map_alt", "samples", "all", "plane", "wide", "conv", "own", "legend_picture",
    "legend_again", "ring", "numbers",
)  # fmt: skip
FILLS = ("dim", "dim_alone", "beta_is", "axis", "sample_alt", "no_kl", "nats")
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="terms" hidden>
  <div class="latent-set"><span class="modes kinds" role="group" aria-label="{network}">
    <button type="button" data-kind="own">{own}</button><button type="button" data-kind="plane">{plane}</button>
    <button type="button" data-kind="wide">{wide}</button><button type="button" data-kind="conv">{conv}</button></span></div>
  <label class="beta">{beta} <input type="range" min="0" max="3" step="1" list="vae-betas"><output></output></label>
  <p class="scale-note note"></p>
  <div class="two-views">
    <div><div class="trio pixels"></div><div class="wide-table"><table class="scores bill"></table></div>
      <h3>{bars}</h3><svg class="bars" viewBox="0 0 420 170" role="img" aria-label="{bars_alt}"></svg>
      <p class="legend"><span><i class="key solid"></i>{legend_picture}</span><span><i class="key hollow"></i>{legend_again}</span></p>
    </div>
    <div class="of-map"><h3>{map}</h3><svg class="codes" viewBox="0 0 420 420" role="img" aria-label="{map_alt}"></svg>
      <p class="scale-note">{ring}</p></div>
  </div>
  <h3>{formula}</h3><div class="formulas"></div>
  <h3>{samples}</h3><div class="strip pixels samples"></div>
  <h3>{numbers}</h3><ul class="latent-said"></ul>
  <h3>{all}</h3><div class="wide-table">{table}</div><p class="scale-note made"></p>
</div>
"""
COLUMNS = ("network", "reconstruction", "kl", "total", "psnr", "active", "overlap", "holes", "legible")


def build(lang: str) -> gr.HTML:
    heading("vae-terms", "vae_in_terms_title", "vae_in_terms_intro", lang)
    words = {name: escape(say(f"vae_term_{name}", lang)) for name in WORDS} | {"waiting": escape(say("network_waiting", lang))}
    fills = {name: unfilled(f"vae_term_{name}", lang) for name in FILLS}
    table = '<table class="scores of-models"></table>'
    html = component(TEMPLATE.format(table=table, **words), "vae-terms", "vae/inside_draw.js", "vae/terms.js", words=fills)
    looks_at("vae_term_look_1", "vae_term_look_2", "vae_term_look_3", lang=lang)
    return html


def wire(bench: Bench, html: gr.HTML) -> None:
    exhibit(bench, html, lambda desk: value(desk, bench.lang), **ASKED)


def value(desk, lang: str) -> dict:
    study, clean, seed = vae_terms.read(), desk.clean, desk.wanted.case.seed
    digit, models = inside.as_digit(clean), []
    for name, found in study.models.items():
        told = inside.tell(digit, name, seed)
        kind = "plane" if found["size"] == 2 else "wide" if name == inside.LARGER[0] else "conv"
        entry = {**of_picture(digit, told, lang), "name": name, "kind": kind, "beta": found["beta"], "codes": found["codes"]}
        models.append({**entry, "dims": [n + 1 for n in found["dims"]], "said": said(study, name, lang)})
    note = ""
    if clean.subject != "digits":
        subject = vae.subjects()[clean.subject]
        told = inside.tell(clean, subject.vae, seed)
        own = {**of_picture(clean, told, lang), "name": subject.vae, "kind": OWN, "beta": told.beta, "codes": [], "dims": []}
        models.insert(0, {**own, "said": [own_said(told, lang)]})
        note = say("vae_term_stand_in", lang, subject=name_of(subject, lang), number=inside.DIGIT + 1)
    return {
        "models": models, "labels": study.labels, "note": note, "table": table(study, lang), "made": made(study.made, lang),
        "key": str(desk.wanted.clean_key),
    }  # fmt: skip


def of_picture(clean, told: inside.Told, lang: str) -> dict:
    """The two terms of a picture and of its reconstruction, as numbers and as a table."""
    noisy = told.beta > 0
    rows = []
    for n, who in enumerate(("picture", "again")):
        rec, kl = float(told.reconstruction[n]), float(told.kl[n].sum())
        cells = [f"{rec:.1f}", f"{kl:.1f}" if noisy else "–", f"{rec + kl:.1f}" if noisy else "–"]
        rows.append([say(f"vae_term_row_{who}", lang), *[cell.replace("-", "−") for cell in cells]])
    heads = [say(f"vae_term_{key}", lang) for key in ("of", "reconstruction", "kl", "total")]
    return {
        "mean": told.mean.round(3).tolist(), "sigma": told.sigma.round(4).tolist(), "kl": told.kl.round(3).tolist() if noisy else None,
        "bill": _table(heads, rows, say("vae_term_bill", lang, draws=16)),
        "pictures": [[data_url(clean.shown), say("original", lang)], [data_url(told.picture), say("vae_term_row_again", lang)]],
        "samples": [data_url(sample) for sample in told.samples],
    }  # fmt: skip


def _table(heads: list, rows: list, caption: str) -> str:
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in heads)
    cells = ["".join(f"<td>{escape(cell)}</td>" for cell in row) for _, *row in rows]
    body = "".join(f'<tr><th scope="row">{escape(name)}</th>{row}</tr>' for (name, *_), row in zip(rows, cells, strict=True))
    return f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody>"


# What the numbers say


def model_name(name: str, found: dict, lang: str) -> str:
    if found["size"] == 2:
        return f"β = {found['beta']:g}"
    return say("vae_term_wide" if name == inside.LARGER[0] else "vae_term_conv", lang)


def percent(share: float) -> str:
    return f"{100 * share:.1f}" if share < 0.1 else f"{100 * share:.0f}"


def said(study: vae_terms.Study, name: str, lang: str) -> list[str]:
    """Sentences, each computed from the study."""
    found, at_one = study.models[name], study.models[inside.SIZES[2]]
    words = {"size": found["size"], "count": study.count, "near": inside.NEAR, "overlap": percent(found["overlap"])}
    words |= {"spread": f"{max(found['spread']):.1f}", "by_kl": found["active"][0], "by_variance": found["active"][1]}
    if found["holes"] is not None:
        words["holes"] = percent(found["holes"])
    noisy = found["beta"] > 0
    layout = "vae_term_say_wide" if found["holes"] is None else "vae_term_say_plane" if noisy else "vae_term_say_plain"
    lines = [say(layout, lang, **words)]
    lines.append(say("vae_term_say_active" if noisy else "vae_term_say_active_plain", lang, least=inside.LEAST_KL, **words))
    if name != inside.SIZES[2]:
        less = found["reconstruction"] - at_one["reconstruction"]
        key = "vae_term_say_better" if less < 0 else "vae_term_say_worse"
        lines.append(say(key, lang, nats=f"{abs(less):.1f}", psnr=f"{found['psnr']:.1f}", one=f"{at_one['psnr']:.1f}"))
    lines.append(say("vae_term_say_legible", lang, share=percent(found["legible"]), real=percent(study.legible), sure="80"))
    return lines


def own_said(told: inside.Told, lang: str) -> str:
    used = int((told.kl[0] > inside.LEAST_KL).sum())
    return say("vae_term_say_own", lang, used=used, size=len(told.kl[0]), kl=f"{told.kl[0].sum():.0f}", least=inside.LEAST_KL)


def table(study: vae_terms.Study, lang: str) -> str:
    """All models, a row each."""
    rows = []
    for name, m in study.models.items():
        kl, total = ("–", "–") if m["kl"] is None else (f"{m['kl']:.1f}", f"{m['kl'] + m['reconstruction']:.1f}")
        active = f"{'–' if m['active'][0] is None else m['active'][0]} / {m['active'][1]}"
        holes = "–" if m["holes"] is None else f"{percent(m['holes'])} %"
        shares = [f"{percent(m['overlap'])} %", holes, f"{percent(m['legible'])} %"]
        rows.append([model_name(name, m, lang), f"{m['reconstruction']:.1f}", kl, total, f"{m['psnr']:.1f}", active, *shares])
    heads = [say(f"vae_term_{key}", lang) for key in COLUMNS]
    return _table(heads, rows, say("vae_term_caption", lang, count=study.count, near=inside.NEAR, least=inside.LEAST_KL))
