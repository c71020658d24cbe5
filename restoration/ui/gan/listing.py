"""The exhibit 'A listing mended': a GAN in Keras that cannot run, its faults to be found by the visitor, and beside it the same idea as a
program that runs. All that is said of a line is on the page from the start; the browser does the rest (listing.js)."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration.lab import gan_listing
from restoration.ui.gan import listing_run
from restoration.ui.gan.bench import Bench
from restoration.ui.gan.listing_code import coloured
from restoration.ui.look import heading
from restoration.ui.picture import script
from restoration.ui.text import say, unfilled

TITLE = "listing"
WORDS = ("hint", "all", "over", "mended", "code", "keys", "found_title", "mended_title", "copy", "about_mended", "board", "start")
FILLS = (
    "count", "found", "found_more", "was", "now", "fine", "again", "hint_lines", "done", "copied", "not_copied", "no_hint", "shown",
    "shows_at", "hide", "mended", "line",
)  # fmt: skip
TEMPLATE = """<div class="listing" data-open="false">
<div class="listing-set"><p class="listing-count" role="status"></p><progress max="1" value="0" aria-hidden="true"></progress>
<span class="do"><button type="button" class="main" data-do="hint">{hint}</button> <button type="button" data-do="all">{all}</button>
<button type="button" data-do="over">{over}</button>
<button type="button" data-do="mended" aria-expanded="false" aria-controls="listing-mended">{mended}</button></span></div>
<div class="listing-views">
  <div class="listing-left"><p class="scale-note">{keys}</p>
    <div class="listing-box" role="group" aria-label="{code}"><ol class="listing-code"></ol></div></div>
  <div class="listing-right"><div class="listing-said" role="region" aria-live="polite" aria-label="{board}"><p>{start}</p></div>
    <div class="listing-list" hidden><h3>{found_title}</h3><ol></ol></div></div>
</div>
<div class="listing-mended" id="listing-mended" hidden><h3>{mended_title}</h3><p>{about_mended}</p>
  <p><button type="button" data-do="copy">{copy}</button> <span class="copy-said" role="status"></span></p>
  <div class="listing-box" role="region" tabindex="0" aria-label="{mended_title}"><pre></pre></div></div>
</div>"""


@dataclass(frozen=True)
class Panel:
    html: gr.HTML
    run: listing_run.Panel


def build(lang: str) -> Panel:
    heading("listing", "listing_title", "listing_intro", lang)
    words = {name: escape(say(f"listing_{name}", lang, count=len(gan_listing.FAULTS))) for name in WORDS}
    program = gan_listing.mended().rstrip()
    html = gr.HTML(
        None, html_template=TEMPLATE.format(**words), js_on_load=script("gan/listing.js"), apply_default_css=False, elem_id="gan-listing",
        lines=_lines(lang), faults=_faults(lang), program=program, painted="\n".join(coloured(program)),
        words={name: unfilled(f"listing_{name}", lang) for name in FILLS},
    )  # fmt: skip
    return Panel(html, listing_run.build(lang))


def wire(bench: Bench, panel: Panel) -> None:
    listing_run.wire(bench, panel.run)


def _lines(lang: str) -> list[dict]:
    """name: as a screen reader says it. fine: what is said of a line without a fault."""
    painted = coloured("\n".join(line.text for line in gan_listing.lines()))
    return [
        {"number": line.number, "code": code, "faults": list(line.faults),
         "name": say("listing_line", lang, number=line.number, code=line.text.strip()) if line.text.strip() else "",
         "fine": escape(say(f"listing_fine_{line.fine}", lang)) if line.fine else ""}
        for line, code in zip(gan_listing.lines(), painted, strict=True)
    ]  # fmt: skip


def _faults(lang: str) -> list[dict]:
    """What is said of each, as HTML."""
    return [
        {"id": fault, "title": escape(say(f"listing_title_{fault}", lang)), "why": escape(say(f"listing_why_{fault}", lang)),
         "hint": escape(say(f"listing_hint_{fault}", lang)), "lines": [line.number for line in gan_listing.shown_at(fault)],
         "mended": "\n".join(coloured(code))}
        for fault, code in gan_listing.FAULTS.items()
    ]  # fmt: skip

