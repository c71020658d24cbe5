"""Everything is in the link: the address bar always holds the case that is on the screen, so that a teacher's slide is a link."""

from html import escape
from urllib.parse import urlencode

import gradio as gr

from restoration import lab
from restoration.ui.picture import script
from restoration.ui.teach import controls, limits
from restoration.ui.text import say

# The field appears only where the browser does not let a page write to the clipboard.
TEMPLATE = """<p class="copied" role="status"></p>
<div class="by-hand" hidden><label>{copy_by_hand} <input readonly></label></div>
<p class="limits" hidden>{limited} <a href="">{show_all}</a></p>"""

COPY = """() => document.dispatchEvent(new CustomEvent('kintsugi-copy'))"""


def build(family: str, lang: str) -> gr.HTML:
    words = {"copied": say("copied", lang), "own": say("own_not_in_link", lang)}
    said = {"copy_by_hand": "copy_by_hand", "limited": "teach_limited", "show_all": "teach_show_all"}
    template = TEMPLATE.format(**{name: escape(say(key, lang)) for name, key in said.items()})
    return gr.HTML(
        None, html_template=template, js_on_load=script("links.js") + script("teach/limits.js"), apply_default_css=False, elem_id="link",
        words=words, kept=limits.KEYS, limits=limits.props(family),
    )  # fmt: skip


def value(case: lab.Case, lang: str) -> dict:
    """{query: "lang=en&...", own: whether the visitor's own photo, which a link cannot hold, is in the lab, words: see controls.words}.
    A page may add `set`, a number that no other has, where a link, a lesson's step or Reset sets all of a case (see links.js)."""
    query = urlencode({"lang": lang, **lab.case_query(case)}, safe=":;=,")
    return {"query": query, "own": case.picture in ("", -1), "words": controls.words(case, lang)}
