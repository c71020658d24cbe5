"""A panel Look inside made of exhibits, a tab each. An exhibit is a module with TITLE (a key in ui/text.py), build(lang) -> what its wire
needs, and wire(bench, that)."""

from html import escape

import gradio as gr

from restoration.ui.text import say


def build(sections: dict, id: str, intro: str, lang: str) -> dict:
    """sections: name -> exhibit, in the order of the tabs; id: of the tabs; intro: a key. Returns name -> what its build gave."""
    title, intro = (escape(say(key, lang)) for key in ("inside", intro))
    gr.HTML(f'<h2 class="step">{title}</h2><p>{intro}</p>', apply_default_css=False)
    parts = {}
    with gr.Tabs(elem_id=id):
        for name, section in sections.items():
            with gr.Tab(say(section.TITLE, lang), id=name):
                parts[name] = section.build(lang)
    return parts


def wire(sections: dict, bench, parts: dict) -> None:
    for name, section in sections.items():
        section.wire(bench, parts[name])
