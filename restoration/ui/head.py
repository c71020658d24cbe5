"""What all pages share: the title, the families of networks, the languages, the link, Reset, what a teacher needs;
and the foot."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration import lab
from restoration.ui import api, links
from restoration.ui.bowl import BOWL
from restoration.ui.classroom import room, strip
from restoration.ui.language import PAGES, TAGS
from restoration.ui.pages import WAYS
from restoration.ui.picture import script
from restoration.ui.teach import extra
from restoration.ui.text import LANGUAGES, say


@dataclass(frozen=True)
class Head:
    link: gr.HTML
    extra: gr.HTML  # Lab report, Present


def build(family: str, lang: str) -> Head:
    gr.Navbar(visible=False)
    with gr.Row(elem_id="head"):
        gr.HTML(_title(lang), apply_default_css=False, elem_id="title")
        with gr.Row(elem_id="tools"):
            gr.HTML(_languages(lang), apply_default_css=False, elem_id="languages")
            copy = gr.Button(say("copy_link", lang), size="sm", elem_id="copy", min_width=80)
            reset = gr.Button(say("reset", lang), size="sm", elem_id="reset", min_width=80)
            more = extra.build(lang)
        link = links.build(family, lang)
        _resets(reset, lang)
        words = {"notice": say("notice", lang), "close": say("close", lang)}
        gr.HTML(None, html_template="", js_on_load=script("toasts.js"), apply_default_css=False, elem_classes="sr", words=words)
    gr.HTML(_families(family, lang), apply_default_css=False, elem_id="families")
    journal = script("journal_kept.js") + script("journal.js")
    gr.HTML("", js_on_load=journal, apply_default_css=False, elem_id="journal", words={"done": say("course_done", lang)})
    if room.on():
        strip.build(lang)
    copy.click(None, None, None, js=links.COPY)
    return Head(link, more)


def _resets(button: gr.Button, lang: str) -> None:
    words = {"now": say("reset_now", lang), "waiting": say("reset_waiting", lang)}
    gr.HTML(
        None, html_template='<p role="status"></p>', js_on_load=script("reset.js"), apply_default_css=False, elem_id="reset-said",
        words=words, lang=lang,
    )  # fmt: skip
    button.click(None, None, None, js="() => document.dispatchEvent(new CustomEvent('kintsugi-reset'))")


def foot(lang: str) -> None:
    with gr.Accordion(say("api", lang), open=False, elem_classes="slim", elem_id="foot"):
        gr.Markdown(api.guide(lang))


def _title(lang: str) -> str:
    device = say("runs_on", lang, device=lab.device_line(lang))
    tagline = f'{escape(say("tagline", lang))} <span class="device">{escape(device)}</span>'
    return f'<div class="title">{BOWL}<div><h1>Kintsugi</h1><p>{tagline}</p></div></div>'


def _languages(lang: str) -> str:
    """Links; links.js keeps in them the case that is on the screen."""
    anchors = []
    for other, name in LANGUAGES.items():
        current = ' aria-current="true"' if other == lang else ""
        anchors.append(f'<a href="?lang={other}" data-lang="{other}" lang="{TAGS[other]}"{current}>{name}</a>')
    return f'<nav aria-label="{escape(say("language", lang))}">{"".join(anchors)}</nav>'


def _families(family: str, lang: str) -> str:
    """Links to the other families' pages, and to the plain ones. Relative: a Space may stand below another address."""
    anchors = []
    for name in PAGES:
        current = ' aria-current="page"' if name == family else ""
        anchors.append(f'<a href=".{PAGES[name][lang]}?lang={lang}"{current}>{escape(say(f"family_{name}", lang))}</a>')
    ways = "".join(f'<a href="./{way}?lang={lang}">{escape(say(f"way_{way}", lang))}</a>' for way in WAYS)
    return f'<nav aria-label="{escape(say("families", lang))}">{"".join(anchors)}<span class="ways">{ways}</span></nav>'
