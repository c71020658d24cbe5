"""What a student in a class sees in the lab: where they are in, and where the teacher sends everybody. Empty for all others."""

from html import escape

import gradio as gr

from restoration.ui.picture import HERE
from restoration.ui.text import say, unfilled

TEMPLATE = """<div class="in-class" hidden><span class="who"></span> <a class="place" hidden></a> <span class="unsent" role="status"></span>
<button type="button" class="leave">{leave}</button></div>
<div class="class-sent" role="status" hidden><p></p><button type="button" class="go">{go}</button>
<button type="button" class="later">{later}</button></div>
<div class="class-over" role="status" hidden><p></p><button type="button">{ok}</button></div>"""
SAYS = ("in_as", "in", "unsent", "sent", "place", "left")  # keys after class_strip_


def build(lang: str) -> gr.HTML:
    buttons = {name: escape(say(f"class_button_{name}", lang)) for name in ("leave", "go", "later", "ok")}
    value = {"lang": lang, "words": {word: unfilled(f"class_strip_{word}", lang) for word in SAYS}}
    return gr.HTML(
        value, html_template=TEMPLATE.format(**buttons), js_on_load=(HERE / "classroom" / "student.js").read_text(encoding="utf-8"),
        apply_default_css=False, elem_id="class-strip",
    )  # fmt: skip
