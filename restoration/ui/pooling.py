"""Pooling and its undoing: the picture pooled, brought back to size four ways, and the pattern that a stride leaves."""

from dataclasses import dataclass
from html import escape

import gradio as gr
import numpy as np

from restoration import lab
from restoration.ui.desk import Desk
from restoration.ui.picture import file, png
from restoration.ui.text import say

TITLE = "pool"
CONTROLS_AT_START = ("max", 2, 3, False, "random", 0, True)
DETAIL = 48  # pixels a side: a multiple of every window

# props.value: {groups: [{title, items: [{file, caption, alt}]}], pattern: HTML, notes: HTML, view}
PICTURES = """${value ? `<div class="pooled ${value.view}">
${value.groups.map((g) => `<h3>${g.title}</h3><div class="planes">${g.items.map((i) => `<figure><img src="${i.file.url}" alt="${i.alt}">
<figcaption>${i.caption}</figcaption></figure>`).join('')}</div>`).join('')}
<div class="planes overlap">${value.pattern}<div>${value.notes}</div></div></div>` : ''}"""


@dataclass(frozen=True)
class Panel:
    controls: tuple
    pictures: gr.HTML

    @property
    def looks(self) -> list:
        return [self.pictures]


def build(lang: str) -> Panel:
    gr.HTML(f"<p>{escape(say('pool_intro', lang))}</p>", elem_classes="about")

    def choice(key: str, options, start) -> gr.Radio:
        return gr.Radio(list(options), value=start, label=say(f"pool_{key}", lang), elem_classes="segments", min_width=200)

    def named(*keys):
        return [(say(f"pool_{key}", lang), key) for key in keys]

    kind, window, kernel, flat, weights, seed, detail = CONTROLS_AT_START
    choices = lab.pooling_choices()
    with gr.Row(elem_classes="pool-set"):
        controls = (
            choice("kind", named("max", "average"), kind),
            choice("window", [(f"{n} × {n}", n) for n in choices["window"]], window),
            choice("kernel", [(f"{n} × {n}", n) for n in choices["kernel"]], kernel),
            choice("input", [(say("pool_picture", lang), False), (say("pool_flat", lang), True)], flat),
            choice("weights", named("random", "equal"), weights),
            gr.Number(seed, label=say("pool_seed", lang), precision=0, step=1, min_width=120),
            choice("view", [(say("pool_detail", lang), True), (say("pool_whole", lang), False)], detail),
        )
    pictures = gr.HTML(None, html_template=PICTURES, js_on_load=None, apply_default_css=False, elem_id="pooling")
    return Panel(controls, pictures)


def drawn(desk: Desk, original: bool, lang: str, kind, window, kernel, flat, weights, seed, detail) -> list:
    """Updates for Panel.looks."""
    clean = original and desk.clean is not None
    picture = desk.clean.array if clean else lab.full_size(desk.ruined)
    done = lab.pool_and_undo(picture, kind, window, kernel, weights, seed, flat)

    def item(pixels: np.ndarray, name: str, caption: str = "", scale: int = 1) -> dict:
        shown = lab.show(_middle(pixels, done.pooled.shape, window, scale) if detail else pixels)
        alt = say("pool_alt", lang, what=say("pool", lang), name=name)
        small = f"<small>{escape(caption)}</small>" if caption else ""
        return {"file": file(png(shown, "pooling")), "caption": f"{escape(name)} {small}", "alt": escape(alt)}

    def size(key: str, pixels: np.ndarray) -> str:
        return say(key, lang, width=pixels.shape[1], height=pixels.shape[0], share=window**2)

    down = [item(done.before, size("pool_before", done.before)), item(done.pooled, size("pool_pooled", done.pooled), scale=window)]
    up = [item(way.array, say(f"pool_{name}", lang), _score(way.psnr, seed, lang)) for name, way in done.ways.items()]
    groups = [{"title": escape(say("pool_down", lang)), "items": down}, {"title": escape(say("pool_up", lang)), "items": up}]
    notes = "".join(f"<p>{escape(note)}</p>" for note in _notes(done, window, kernel, weights, lang))
    view = "detail" if detail else "all"
    return [{"groups": groups, "pattern": _pattern(done.counts, lang), "notes": notes, "view": view}]


def _middle(pixels: np.ndarray, pooled: tuple, window: int, scale: int) -> np.ndarray:
    """The same DETAIL x DETAIL pixels of the middle in every picture. scale: how many of them one pixel of this picture stands for."""
    side = DETAIL // window
    top, left = (max(n - side, 0) // 2 * window // scale for n in pooled[:2])
    return pixels[top : top + DETAIL // scale, left : left + DETAIL // scale]


def _score(psnr: float | None, seed: int, lang: str) -> str:
    if psnr is None:
        return say("pool_untrained", lang, seed=int(seed))
    return say("pool_same", lang) if psnr == float("inf") else say("pool_psnr", lang, psnr=f"{psnr:.2f}")


def _pattern(counts: np.ndarray, lang: str) -> str:
    """How many taps reach each output pixel, as numbers on shades of gold."""
    most = max(int(counts.max()), 1)
    shares = [(n, 100 * n // most) for n in counts.ravel().tolist()]
    cells = "".join(f'<span style="--share:{share}%"{" class=strong" * (share > 60)}>{n}</span>' for n, share in shares)
    title = escape(say("pool_overlap", lang))
    grid = f'<div class="cells taps" role="img" aria-label="{title}" style="--n:{len(counts)}">{cells}</div>'
    return f"<figure><figcaption>{title}</figcaption>{grid}</figure>"


def _notes(done: lab.Pooled, stride: int, kernel: int, weights: str, lang: str) -> list[str]:
    """What the pattern is, said from the counts."""
    *others, last = map(str, sorted(set(done.counts.ravel().tolist())))
    counts = say("pool_or", lang).join([say("pool_comma", lang).join(others), last]) if others else last
    values = {"kernel": kernel, "stride": stride, "counts": counts, "period": done.period, "places": stride**2}
    keys = ["pool_uneven" if done.period > 1 else "pool_even"]
    keys += ["pool_none"] if "0" in others else []
    keys.append("pool_random_too" if weights == "random" else "pool_equal_too")
    return [say(key, lang, **values) for key in keys]
