"""The server's side of look.js on the VAE's page. As restoration.ui.look.exhibit, for small pictures."""

from html import escape

import gradio as gr

from restoration.errors import Refusal
from restoration.ui.text import say
from restoration.ui.vae.bench import Bench, read
from restoration.ui.vae.desk import settle


def exhibit(bench: Bench, html: gr.HTML, draw, *names: str, **how) -> None:
    """html: its component. draw: (desk, and by `names` what was chosen in the exhibit) -> its value; not called if it shows that already.
    What is drawn depends on the clean picture and the seed alone. how: ASKED or READ of restoration.ui.look."""
    seen_by = gr.State(None)  # what it shows, so that nothing is computed twice

    def looked(event: gr.EventData, seen, desk, outcome, *values):
        question = event._data or {}
        chosen = {name: value for name, value in question.items() if name in names}
        answered = {"answered": question.get("number")}
        try:
            desk = settle(desk, read(values))
            wanted = (desk.wanted.clean_key, desk.wanted.case.seed, chosen)
            if seen == wanted:
                return gr.update(**answered), gr.skip()
            return gr.update(value=draw(desk, **chosen), **answered), wanted
        except Refusal as e:
            return gr.update(value={"problem": escape(e.say(bench.lang))}, **answered), None

    html.look(looked, [seen_by, *bench.inputs], [html, seen_by], **how)


def looks_at(*keys: str, lang: str) -> None:
    """What to look at: a short list, closed by nothing, open at once."""
    lines = "".join(f"<li>{escape(say(key, lang))}</li>" for key in keys)
    title = escape(say("vae_in_look", lang))
    gr.HTML(f'<div class="look-at"><h3>{title}</h3><ul>{lines}</ul></div>', apply_default_css=False)
