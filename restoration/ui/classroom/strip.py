"""What a student in a class sees in the lab and on the plain pages: their class, and where the teacher sends them. Empty for others."""

import json
from html import escape

import gradio as gr
from markupsafe import Markup

from restoration.ui.picture import script
from restoration.ui.text import say, unfilled

TEMPLATE = """<div class="in-class" hidden><span class="who"></span> <a class="place" hidden></a> <span class="unsent" role="status"></span>
<button type="button" class="leave">{leave}</button></div>
<div class="class-sent" role="status" hidden><p></p><button type="button" class="go">{go}</button>
<button type="button" class="later">{later}</button></div>
<div class="class-over" role="status" hidden><p></p><button type="button">{ok}</button></div>"""
SAYS = ("in_as", "in", "unsent", "sent", "place", "left")  # keys after class_strip_


def _template(lang: str) -> str:
    buttons = {name: escape(say(f"class_button_{name}", lang)) for name in ("leave", "go", "later", "ok")}
    return TEMPLATE.format(**buttons)


def _value(lang: str, up: str) -> dict:
    """What student.js reads. up: the way to the root of the app."""
    return {"lang": lang, "up": up, "words": {word: unfilled(f"class_strip_{word}", lang) for word in SAYS}}


def build(lang: str) -> gr.HTML:
    """In the lab. Its looks, student.css, are among those that ui/style.py takes in."""
    return gr.HTML(
        _value(lang, "./"), html_template=_template(lang), js_on_load=script("classroom/student.js"), apply_default_css=False,
        elem_id="class-strip",
    )  # fmt: skip


def plain(lang: str, up: str, nonce: str) -> Markup:
    """The same on a plain page. The script is told what Gradio would tell it."""
    told = json.dumps({"value": _value(lang, up)}).replace("<", "\\u003c")
    code = f"(() => {{ const element = document.getElementById('class-strip'), props = {told};\n{script('classroom/student.js')}}})();"
    looks = script("classroom/student.css")
    return Markup(f'<style>{looks}</style><div id="class-strip">{_template(lang)}</div><script nonce="{nonce}">{code}</script>')
