"""What came of a repair on the GAN's page: pictures, scores."""

from html import escape

import gradio as gr

from restoration.lab import gan_repair
from restoration.ui.gan.desk import Desk
from restoration.ui.picture import data_url, script
from restoration.ui.text import say

TEMPLATE = '<p class="status" role="status"></p><div class="gan-said"></div>'


def build(lang: str) -> gr.HTML:
    return gr.HTML(None, html_template=TEMPLATE, js_on_load=script("gan/board.js"), apply_default_css=False, elem_id="gan-board")


def value(desk: Desk, outcome: gan_repair.Outcome | None, lang: str, stopped: bool = False) -> dict:
    """{status, running, html}"""
    out = outcome if outcome and outcome.key == desk.wanted.key else None
    pictures = [(desk.clean.shown, "original"), (desk.ruined.shown, "damaged")]
    pictures += [(mended.shown, name) for mended, name in ((out and out.faithful, "gan_cnn"), (out and out.sharp, "gan_gan")) if mended]
    html = "".join(
        f'<figure><img src="{data_url(shown)}" alt="{escape(say(name, lang))}"><figcaption>{escape(say(name, lang))}</figcaption></figure>'
        for shown, name in pictures
    )
    running = bool(out and not out.done and not stopped)
    status = "" if out and out.done else say("gan_running" if running else "gan_stopped" if stopped else "gan_not_yet", lang)
    return {"status": escape(status), "running": running, "html": f'<div class="figures gan-four">{html}</div>'}
