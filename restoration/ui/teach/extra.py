"""Two buttons of the page's head: Lab report (report.py makes it) and Present; and the bar of the presenter's view."""

from html import escape

import gradio as gr

from restoration.ui.picture import script
from restoration.ui.text import say, unfilled

TEMPLATE = """<div class="extra">
<button type="button" data-do="report">{report}</button>
<button type="button" data-do="present" aria-pressed="false">{present}</button>
</div>
<div class="presenter" role="toolbar" aria-label="{present}" hidden>
<button type="button" data-do="previous" aria-label="{previous}">◀</button>
<p role="status"><strong></strong> <span></span></p>
<button type="button" data-do="next" aria-label="{next}">▶</button>
<button type="button" data-do="controls" aria-pressed="false">{controls}</button>
<button type="button" data-do="lesson" aria-pressed="false">{lesson}</button>
<button type="button" data-do="leave">{leave}</button>
</div>"""
WORDS = {
    "report": "teach_report", "present": "teach_present", "previous": "teach_previous", "next": "teach_next",
    "controls": "teach_show_controls", "lesson": "teach_show_lesson", "leave": "teach_leave",
}  # fmt: skip


def build(lang: str) -> gr.HTML:
    words = {name: escape(say(key, lang)) for name, key in WORDS.items()}
    return gr.HTML(
        None, html_template=TEMPLATE.format(**words), js_on_load=script("teach/report.js") + script("teach/present.js"),
        apply_default_css=False, elem_id="extra", at_step=unfilled("teach_at_step", lang), before=say("teach_before", lang),
    )  # fmt: skip
