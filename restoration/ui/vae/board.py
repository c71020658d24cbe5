"""What came of a repair on the VAE's page."""

import gradio as gr

from restoration.ui.picture import data_url
from restoration.ui.text import say
from restoration.ui.vae.desk import Desk

TEMPLATE = """<div class="figures pixels"></div>"""
SCRIPT = """
const box = element.querySelector('.figures');
function show() {
  box.innerHTML = (props.value?.pictures ?? []).map(([src, name]) =>
    `<figure><img src="${src}" alt="${name}"><figcaption>${name}</figcaption></figure>`).join('');
}
watch('value', show);
show();
"""


def build(lang: str) -> gr.HTML:
    return gr.HTML(None, html_template=TEMPLATE, js_on_load=SCRIPT, apply_default_css=False, elem_id="vae-board")


def value(desk: Desk, outcome, lang: str) -> dict:
    pictures = [(desk.clean.shown, say("original", lang)), (desk.ruined.shown, say("damaged", lang))]
    return {"pictures": [[data_url(shown), name] for shown, name in pictures]}
