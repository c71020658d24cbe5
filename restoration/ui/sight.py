"""The server's side of look.js on the pages whose Restore panel is a bench of restoration.ui.bench. As restoration.ui.look.exhibit."""

from html import escape

import gradio as gr

from restoration.ui import look
from restoration.ui.bench import Bench
from restoration.ui.text import say


def answer(bench: Bench, html: gr.HTML, shown: gr.State, draw, *names: str, **how) -> None:
    """As look.answer, of what is on the desk: draw gets (desk, what is shown, and by `names` what was chosen in the exhibit)."""

    def settled(seen, desk, _, *values, **chosen):
        return draw(bench.settle(desk, bench.read(values)), seen, **chosen)

    look.answer(html, shown, settled, *names, lang=bench.lang, inputs=bench.inputs, **how)


def exhibit(bench: Bench, html: gr.HTML, draw, *names: str, **how) -> None:
    """An exhibit of which all is sent anew, and depends on the clean picture and the seed alone. draw: (desk, and by `names` what was
    chosen) -> its value; not called if it shows that already."""

    def drawn(desk, seen, **chosen):
        wanted = (desk.wanted.clean_key, desk.wanted.case.seed, chosen)
        return ({}, seen) if seen == wanted else ({"value": draw(desk, **chosen)}, wanted)

    answer(bench, html, gr.State(None), drawn, *names, **how)


def looks_at(*keys: str, lang: str) -> None:
    """What to look at: a short list, closed by nothing, open at once."""
    lines = "".join(f"<li>{escape(say(key, lang))}</li>" for key in keys)
    title = escape(say("vae_in_look", lang))
    gr.HTML(f'<div class="look-at"><h3>{title}</h3><ul>{lines}</ul></div>', apply_default_css=False)
