"""What a visitor does in the course is told to the page, as journal.js says: handlers give it to the herald, whose script speaks."""

import time

import gradio as gr

from restoration.ui.picture import script


def build() -> gr.HTML:
    """Its value: see `told`."""
    return gr.HTML(None, html_template="", js_on_load=script("herald.js"), apply_default_css=False, elem_id="herald")


def told(*did: dict) -> dict:
    """The value of the herald. did: details of the event `kintsugi-did`."""
    return {"n": str(time.time_ns()), "did": list(did)}


def did(
    lesson: str, what: str, at=0, part=0, chose: int | None = None, right: bool | None = None, question="", answer="", waits=False
) -> dict:  # fmt: skip
    """A detail of the event `kintsugi-did`, see journal.js."""
    said = {"question": question, "answer": answer}
    return {"lesson": lesson, "what": what, "at": at, "part": part, "chose": chose, "right": right, "said": said, "waits": waits}
