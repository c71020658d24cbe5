"""What a GAN of digits draws, counted by a classifier, beside a VAE's samples and real digits."""

from html import escape

from restoration.studies import gan_coverage
from restoration.ui.look import component
from restoration.ui.matrix import made
from restoration.ui.text import say

LOW, HIGH = 0.04, 0.20  # of a class's share, between which nothing was forgotten; see the page's words
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="gan-counted" hidden>
  <p class="verdict counted-says"></p>
  <div class="counted-bars"></div>
  <div class="wide-table counted-table" tabindex="0" role="region" aria-label="{table}"></div>
  <ul class="latent-said counted-notes"></ul>
  <p class="scale-note counted-made"></p>
</div>
"""


def build(lang: str):
    words = {"waiting": "network_waiting", "table": "gan_counted_table"}
    html = TEMPLATE.format(**{key: escape(say(of, lang)) for key, of in words.items()})
    return component(html, "gan-counted", "gan/curves_counted.js")


def draw(lang: str):
    def answer(shown):
        return ({}, shown) if shown else ({"value": value(gan_coverage.read(), lang)}, True)

    return answer


def value(study: gan_coverage.Study, lang: str) -> dict:
    return {
        "says": escape(says(study, lang)),
        "bars": bars(study, lang),
        "table": table(study, lang),
        "notes": [escape(say(f"gan_counted_{key}", lang, compared=f"{study.compared:,}")) for key in ("judge", "frechet", "classes")],
        "made": escape(made(study.made, lang)),
    }


def says(study: gan_coverage.Study, lang: str) -> str:
    classes = study.rows["gan"].classes
    low, high = min(classes), max(classes)
    words = {"least": classes.index(low), "low": f"{100 * low:.1f}", "most": classes.index(high), "high": f"{100 * high:.1f}"}
    frechet = {name: f"{study.rows[name].frechet:.1f}" for name in gan_coverage.ROWS}
    key = "gan_counted_all" if low >= LOW and high <= HIGH else "gan_counted_uneven"
    nearer = study.rows["gan"].frechet < study.rows["vae"].frechet
    return " ".join([say(key, lang, **words), say("gan_counted_nearer" if nearer else "gan_counted_farther", lang, **frechet)])


WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 640, 250, 40, 24, 206
BAR = 15  # pixels


def bars(study: gan_coverage.Study, lang: str) -> str:
    """Three bars for each class, and where ten even classes would be."""
    most = max(0.22, *(share for row in study.rows.values() for share in row.classes)) * 1.05
    each, up = (WIDTH - LEFT) / 10, lambda share: BOTTOM - (BOTTOM - TOP) * share / most
    parts = []
    for percent in range(0, int(100 * most) + 1, 5 if most < 0.3 else 10):
        y = f"{up(percent / 100):.1f}"
        parts.append(f'<path class="rule" d="M{LEFT} {y}H{WIDTH}"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y}" dy="4" text-anchor="end">{percent} %</text>')
    for digit in range(10):
        middle = LEFT + each * (digit + 0.5)
        for n, name in enumerate(gan_coverage.ROWS):
            share, x = study.rows[name].classes[digit], middle + BAR * (n - 1.5)
            title = f"{say(f'gan_counted_row_{name}', lang)}: {digit}, {100 * share:.1f} %"
            box = f'x="{x:.1f}" y="{up(share):.1f}" width="{BAR - 2}" height="{max(BOTTOM - up(share), 0.8):.1f}"'
            parts.append(f'<rect class="{name}" {box}><title>{escape(title)}</title></rect>')
        parts.append(f'<text class="digit" x="{middle:.1f}" y="{BOTTOM + 18}" text-anchor="middle">{digit}</text>')
    parts.append(f'<path class="even" d="M{LEFT} {up(0.1):.1f}H{WIDTH}"/>')
    parts.append(f'<text x="{(LEFT + WIDTH) / 2}" y="{HEIGHT - 8}" text-anchor="middle">{escape(say("gan_counted_axis", lang))}</text>')
    legend = "".join(f'<span><i class="{name}"></i>{escape(say(f"gan_counted_row_{name}", lang))}</span>' for name in gan_coverage.ROWS)
    legend += f'<span><i class="even"></i>{escape(say("gan_counted_even", lang))}</span>'
    alt = escape(say("gan_counted_alt", lang))
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{alt}">{"".join(parts)}</svg><p class="counted-legend">{legend}</p>'


def table(study: gan_coverage.Study, lang: str) -> str:
    keys = ("count", "least", "most", "sure", "frechet")
    heads = "".join(f'<th scope="col">{escape(say(f"gan_counted_c_{key}", lang))}</th>' for key in keys)
    rows = []
    for name, row in study.rows.items():
        shares = (min(row.classes), max(row.classes), row.sure)
        cells = [f"{row.count:,}", *(f"{100 * share:.1f} %" for share in shares), f"{row.frechet:.1f}"]
        kind = "network" if name == "gan" else "yardstick"
        head = escape(say(f"gan_counted_row_{name}", lang))
        rows.append(f'<tr class="{kind}"><th scope="row">{head}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>')
    return f'<table class="scores"><thead><tr><td></td>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
