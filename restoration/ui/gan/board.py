"""What came of a repair on the GAN's page: the pictures, a slider between CNN and GAN, a lens, scores, where each stands between sharp and
faithful, and how much was made up. The words and numbers only; board.js moves them."""

import hashlib
import json
import math
from html import escape

import gradio as gr
import numpy as np

from restoration import lab
from restoration.lab import gan, gan_repair
from restoration.ui.compare import name_of
from restoration.ui.gan.desk import Desk
from restoration.ui.matrix import joined
from restoration.ui.picture import file, png, script
from restoration.ui.text import say, unfilled

LENS = 40  # pixels of the picture a side
INK = (213, 94, 0)  # of what is invented: the generator's colour, hatched
WORDS = (
    "lens_alt", "shows", "faithful", "sharp", "mix", "shade", "shade_on", "lens", "lens_hint", "plane", "plane_alt", "plane_note",
    "spectrum", "spectrum_alt", "spectrum_note", "slide", "slide_note", "truth", "damaged", "cnn", "gan",
)  # fmt: skip
FILLS = ("axis_x", "axis_y", "axis_f", "axis_p", "mixed", "truth", "cnn", "gan", "lost", "wait", "no_niqe")
TEMPLATE = """
<p class="status" role="status"></p>
<p class="verdict" hidden></p>
<div class="gan-board" hidden>
  <div class="gan-frame" tabindex="0" role="group" aria-label="{lens_alt}"><img class="picture" alt=""><img class="shading" alt="" hidden>
    <i class="lens" aria-hidden="true"></i><span class="name" role="status"></span></div>
  <div class="modes gan-shows" role="group" aria-label="{shows}">
    <button type="button" data-kind="truth">{truth}</button><button type="button" data-kind="damaged">{damaged}</button>
    <button type="button" data-kind="classical"></button><button type="button" data-kind="cnn">{cnn}</button>
    <button type="button" data-kind="gan">{gan}</button></div>
  <div class="gan-mixer control-mix"><span>{faithful}</span>
    <input type="range" min="0" max="{parts}" step="1" aria-label="{mix}"><span>{sharp}</span>
    <output></output></div>
  <label class="gan-shade"><input type="checkbox"> <span>{shade}</span></label>
  <p class="scale-note shade-said" hidden>{shade_on}</p>
  <h3>{lens}</h3><p class="scale-note">{lens_hint}</p>
  <div class="gan-lens"></div>
  <h3 class="of-numbers">{slide}</h3><p class="scale-note of-numbers">{slide_note}</p>
  <div class="gan-charts of-numbers">
    <figure><figcaption>{plane}</figcaption><svg class="plane" viewBox="0 0 360 260" role="img" aria-label="{plane_alt}"></svg>
      <p class="scale-note">{plane_note}</p></figure>
    <figure><figcaption>{spectrum}</figcaption><svg class="spectrum" viewBox="0 0 360 260" role="img" aria-label="{spectrum_alt}"></svg>
      <p class="scale-note">{spectrum_note}</p></figure></div>
  <div class="gan-said"></div>
</div>
"""


def build(lang: str) -> gr.HTML:
    words = {name: escape(say(f"gan_b_{name}", lang)) for name in WORDS}
    fills = {name: unfilled(f"gan_b_{name}", lang) for name in FILLS}
    return gr.HTML(
        None, html_template=TEMPLATE.format(parts=gan.MIX_PARTS, **words), apply_default_css=False, elem_id="gan-board",
        js_on_load="".join(map(script, ("vae/inside_draw.js", "gan/board.js", "gan/board_charts.js"))), words=fills, size=LENS,
    )  # fmt: skip


def value(desk: Desk, key: tuple, outcome: gan_repair.Outcome | None, lang: str, stopped: bool = False) -> dict:
    """What board.js shows. Pictures are files, numbers a JSON text: both grow while a repair runs.

    key: of the repair that belongs to the desk. placed: "", or another text whenever the slider shall go to `mix`.
    """
    out = outcome if outcome and outcome.key == key else None
    running = bool(out and not out.done and not stopped)
    if running:
        status = say("gan_running", lang, done=len(out.path), of=gan.MIX_PARTS + 1)
    else:
        status = "" if out and out.done else say("gan_stopped" if stopped else "gan_not_yet", lang)
    height, width = (out.truth if out else desk.clean).shown.shape[:2]
    return {
        "status": escape(status), "running": running, "placed": "", "mix": desk.wanted.case.mix, "width": width, "height": height,
        "key": hashlib.sha256(repr(key).encode()).hexdigest()[:16], "hole": "mask" in desk.ruined.known,
        "lens": _lens(desk, out), "verdict": escape(joined(said(out, lang), lang)) if out and out.done else "",
        "pictures": _pictures(desk, out, lang), "numbers": json.dumps(_numbers(out)),
        "html": (_table(out, lang) + _meter(out, lang) if out and out.sharp else "") + _notes(desk, out, lang),
    }  # fmt: skip


def _pictures(desk: Desk, out: gan_repair.Outcome | None, lang: str) -> dict:
    """kind, or place on the path -> {file, name, alt, said, shade}"""
    sample = lab.samples().get(desk.clean.name)
    what = say("alt_own", lang) if sample is None else sample.alt_en if lang == "en" else sample.alt_zh
    size = (out.truth if out else desk.clean).shown.shape[:2]

    def picture(shown, name, judged=None, kind="picture"):
        found = {"file": file(png(shown, kind)), "name": name, "alt": say("gan_b_alt", lang, what=what, name=name), "said": ""}
        if judged and name != say("gan_b_small", lang):
            found["said"] = _short(judged)
        if judged and judged.shade is not None:
            found["shade"] = file(png(_hatched(judged.shade), "invented"))
        return found

    found = {
        "truth": picture(desk.clean.shown[: size[0], : size[1]], say("original", lang), out and out.truth),
        "damaged": picture(*_given(desk, lang), out and out.damaged),
    }
    if out and out.yardsticks:
        best = out.yardsticks[0]
        found["classical"] = picture(best.shown, name_of(best.row, lang), best)
    for judged in out.path if out else ():
        ends = {0.0: say("gan_b_cnn", lang), 1.0: say("gan_b_gan", lang)}
        name = ends.get(judged.mix) or say("gan_b_mixed", lang, mix=judged.mix)
        found[_place(judged)] = picture(judged.shown, name, judged, "kintsugi-restored")
    return found


def _given(desk: Desk, lang: str) -> tuple:
    """(what the networks were given, its name): a small photo with its pixels as they are, each a square."""
    scale = desk.ruined.known.get("scale", 1)
    if scale == 1:
        return desk.ruined.shown, say("damaged", lang)
    return lab.show(desk.ruined.array).repeat(scale, 0).repeat(scale, 1), say("gan_b_small", lang)


def _place(judged: gan_repair.Judged) -> str:
    """Of a network on the path: at0 for the CNN, at10 for the GAN."""
    return f"at{round(judged.mix * gan.MIX_PARTS)}"


def _hatched(shade: np.ndarray) -> np.ndarray:
    """RGBA, (H, W, 4): hatched, so that it is told from what is in the picture by more than colour."""
    rows, columns = np.indices(shade.shape)
    alpha = np.where((rows + columns) % 4 < 2, 0.85, 0.35) * shade
    return np.dstack([np.full((*shade.shape, 3), INK, np.uint8), alpha.astype(np.uint8)])


def _lens(desk: Desk, out: gan_repair.Outcome | None) -> list:
    """Where the lens lies at first, [x, y] of its middle: in the middle of what is missing, else where CNN and GAN differ most."""
    height, width = desk.clean.array.shape[:2]
    spot = [width // 2, height // 2]
    missing = lab.lost(desk.ruined)
    if missing is not None and missing.any():
        return [int(places.mean()) for places in np.nonzero(missing)[::-1]]
    if missing is None and out and out.sharp:
        half = LENS // 2
        inside = out.sharp.shade[half:-half, half:-half]
        y, x = np.unravel_index(int(inside.argmax()), inside.shape)
        spot = [int(x) + half, int(y) + half]
    return spot


def _numbers(out: gan_repair.Outcome | None) -> dict:
    """What the charts draw: {frequencies, truth: power, kinds: {kind: [rmse, niqe, what is said, power]}}; power in decades."""
    if not out:
        return {}
    of = {"truth": out.truth, "damaged": out.damaged, **({"classical": out.yardsticks[0]} if out.yardsticks else {})}
    of |= {_place(judged): judged for judged in out.path}
    kinds = {kind: [round(j.rmse, 3), j.niqe and round(j.niqe, 3), _long(j), _rings(j.spectrum)] for kind, j in of.items()}
    return {"frequencies": _rings(out.frequencies), "kinds": kinds}


def _rings(values: tuple) -> list:
    """Means of four neighbouring rings: a smooth curve."""
    rings = np.asarray(values)[: len(values) // 4 * 4]
    return rings.reshape(-1, 4).mean(1).round(3).tolist()


# What is said


def _decibels(psnr: float) -> str:
    return "∞ dB" if math.isinf(psnr) else f"{psnr:.2f} dB"


def _short(judged: gan_repair.Judged) -> str:
    parts = [] if math.isinf(judged.row.psnr) else [_decibels(judged.row.psnr)]
    return " · ".join([*parts, *([] if judged.niqe is None else [f"NIQE {judged.niqe:.1f}"])])


def _long(judged: gan_repair.Judged) -> str:
    niqe = "–" if judged.niqe is None else f"{judged.niqe:.2f}"
    return f"{_decibels(judged.row.psnr)} · SSIM {judged.row.ssim:.3f} · NIQE {niqe}"


def said(out: gan_repair.Outcome, lang: str) -> list[str]:
    """The verdict, computed from the numbers."""
    cnn, critic, truth = out.faithful, out.sharp, out.truth
    if math.isinf(out.damaged.row.psnr):
        return [say("gan_b_nothing_lost", lang)]
    lead = cnn.row.psnr - critic.row.psnr
    lines = [say("gan_b_nearer_cnn" if lead >= 0 else "gan_b_nearer_gan", lang, db=f"{abs(lead):.1f}")]
    if None not in (cnn.niqe, critic.niqe, truth.niqe):
        nearer = abs(critic.niqe - truth.niqe) < abs(cnn.niqe - truth.niqe)
        scores = {name: f"{judged.niqe:.1f}" for name, judged in (("cnn", cnn), ("gan", critic), ("truth", truth))}
        lines.append(say("gan_b_looks_gan" if nearer else "gan_b_looks_cnn", lang, **scores))
    unseen = f"{100 * critic.made_up.unseen:.0f}"
    lines.append(say("gan_b_unseen_hole" if "hole" == _kind(out) else "gan_b_unseen_small", lang, share=unseen))
    return lines


def _kind(out: gan_repair.Outcome) -> str:
    """"hole" or "small": of holes, known pixels are put back, so that the fit is exact."""
    return "hole" if out.sharp.made_up.fit == 0 or math.isnan(out.sharp.made_up.fit) else "small"


def _table(out: gan_repair.Outcome, lang: str) -> str:
    damaged = [] if _kind(out) == "small" else [out.damaged]  # a small photo, enlarged to be compared, is what bicubic makes of it
    judged = [out.truth, *damaged, *out.yardsticks, out.faithful, out.sharp]
    rivals = judged[1:]
    best = {"psnr": max(j.row.psnr for j in rivals), "ssim": max(j.row.ssim for j in rivals)}
    if out.truth.niqe is not None:
        gaps = [abs(j.niqe - out.truth.niqe) for j in rivals if j.niqe is not None]
        best["niqe"] = min(gaps, default=None)
    star = f' <span class="star" title="{escape(say("best", lang))}">★<span class="sr">{escape(say("best", lang))}</span></span>'
    heads = [say("method", lang), "PSNR / dB", "SSIM", "NIQE", say("ms", lang)]
    body = []
    for j in judged:
        first = {key: j in rivals and not math.isinf(j.row.psnr) and getattr(j.row, key) == best[key] for key in ("psnr", "ssim")}
        niqe = "–" if j.niqe is None else f"{j.niqe:.2f}"
        nearest = j in rivals and None not in (j.niqe, out.truth.niqe) and abs(j.niqe - out.truth.niqe) == best["niqe"]
        cells = [
            ("∞" if math.isinf(j.row.psnr) else f"{j.row.psnr:.2f}") + star * first["psnr"], f"{j.row.ssim:.3f}" + star * first["ssim"],
            niqe + star * nearest, "–" if j.row.ms is None else f"{j.row.ms:,.0f}",
        ]  # fmt: skip
        cells = "".join(f"<td>{cell}</td>" for cell in cells)
        body.append(f'<tr class="{j.row.kind}"><th scope="row">{escape(name_of(j.row, lang))}</th>{cells}</tr>')
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in heads)
    caption = escape(say("gan_b_caption", lang))
    return (
        f"<h3>{escape(say('gan_b_scores', lang))}</h3><div class=\"wide-table\"><table class=\"scores\"><caption>{caption}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )


def _meter(out: gan_repair.Outcome, lang: str) -> str:
    """Fit to what was given, how much was made up, how wrong that is."""
    cnn, critic = out.faithful.made_up, out.sharp.made_up
    if not critic.unseen:
        return ""
    kind = _kind(out)
    rows = [
        (say(f"gan_b_fit_{kind}", lang), cnn.fit, critic.fit, None),
        (say(f"gan_b_amount_{kind}", lang), cnn.amount, critic.amount, critic.nothing),
        (say("gan_b_wrong", lang), cnn.error, critic.error, None),
        (say("gan_b_nothing", lang), critic.nothing, critic.nothing, None),
    ]  # fmt: skip
    most = max(n for row in rows for n in row[1:] if n is not None and not math.isnan(n)) or 1
    bar = '<td>{}<i class="bar {}" style="width:{:.0f}%"></i></td>'

    def cell(number, css):
        if number is None or math.isnan(number):
            return "<td>–</td>"
        return bar.format(f"{number:.1f}", css, 100 * number / most)

    body = []
    for n, (name, *numbers) in enumerate(rows):
        css = "seen" if n == 0 else "made"
        body.append(f'<tr><th scope="row">{escape(name)}</th>{"".join(cell(number, css) for number in numbers)}</tr>')
    heads = "".join(f'<th scope="col">{escape(say(key, lang))}</th>' for key in ("gan_b_meter_of", "gan_b_cnn", "gan_b_gan", "original"))
    worse = critic.error > critic.nothing
    sentence = say("gan_b_worse_than_nothing" if worse else "gan_b_better_than_nothing", lang, made=f"{critic.error:.1f}",
                   nothing=f"{critic.nothing:.1f}", cnn=f"{cnn.error:.1f}")  # fmt: skip
    return (
        f'<h3>{escape(say("gan_b_meter", lang))}</h3><div class="wide-table"><table class="scores gan-meter">'
        f"<caption>{escape(say('gan_b_meter_note', lang))}</caption><thead><tr>{heads}</tr></thead><tbody>{''.join(body)}</tbody>"
        f"</table></div>"
        f'<p class="scale-note">{escape(sentence)}</p>'
    )


def _notes(desk: Desk, out: gan_repair.Outcome | None, lang: str) -> str:
    notes = [note.say(lang) for note in (*desk.clean.notes, *desk.ruined.notes)]
    if out and out.truth.niqe is None:
        notes.append(say("gan_b_no_niqe", lang))
    sample = lab.samples().get(desk.clean.name)
    notes += [say("credit", lang, credit=sample.credit)] if sample else []
    return '<ul class="notes">' + "".join(f"<li>{escape(note)}</li>" for note in notes) + "</ul>"
