"""The Latent space panel: the network's bottleneck as a map of patches, in which the picture of the lab lands too."""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration import lab
from restoration.errors import Refusal
from restoration.lessons import lesson as lesson_page
from restoration.studies import latent
from restoration.ui import lesson
from restoration.ui.compare import name_of
from restoration.ui.desk import Desk, settle
from restoration.ui.events import QUIET, Lab, read
from restoration.ui.look import ASKED, component
from restoration.ui.matrix import damage_words, joined, made, strength
from restoration.ui.motion import GLIDE
from restoration.ui.picture import data_url
from restoration.ui.text import say, unfilled

PAGE, SECTION = "cnn-denoise", "latent"  # the paragraph that explains this panel
# kind of damage -> colour (one for a family of damages; Okabe and Ito's) and shape (latent_draw.js): never colour alone
MARKS = {
    latent.CLEAN: ("ink", "star"),
    "noise": ("#d55e00", "disc"), "poisson": ("#d55e00", "ring"), "salt-and-pepper": ("#d55e00", "plus"),
    "blur": ("#2b86cc", "square"), "motion-blur": ("#2b86cc", "frame"), "defocus-blur": ("#2b86cc", "diamond"),
    "missing-pixels": ("#cc79a7", "cross"), "low-resolution": ("#009e73", "up"), "jpeg": ("#e69f00", "down"),
    "grayscale": ("#8c8c8c", "bar"),
}  # fmt: skip
TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="latent" hidden>
  <div class="latent-set">
    <label>{network} <select class="choose"></select></label>
    <span class="modes" role="group" aria-label="{components}">{pairs}</span>
    <span class="modes" role="group" aria-label="{colour}">
      <button type="button" data-colour="damage" aria-pressed="true">{by_damage}</button>
      <button type="button" data-colour="strength" aria-pressed="false">{by_strength}</button></span>
    <span class="modes" role="group" aria-label="{zoom}">
      <button type="button" data-zoom="1.6" aria-label="{closer}">+</button>
      <button type="button" data-zoom="0.625" aria-label="{wider}">−</button>
      <button type="button" data-zoom="0">{whole}</button></span>
    <span class="modes"><button type="button" class="lines" aria-pressed="true">{lines}</button></span>
  </div>
  <div class="latent-views">
    <div class="plane"><canvas tabindex="0" role="application" aria-label="{plane}"></canvas>
      <p class="scale-note hover" aria-hidden="true"></p>
      <div class="legend" role="group" aria-label="{legend}"></div>
      <p class="scale-note ramp" hidden><i aria-hidden="true"></i><span></span>{ramp}</p></div>
    <div class="point"><h3>{chosen}</h3><div class="pair pixels">
      <figure><img data-kind="clean" alt="" hidden><figcaption>{original}</figcaption></figure>
      <figure><img data-kind="damaged" alt="" hidden><figcaption>{damaged}</figcaption></figure></div>
      <p class="verdict about-point" role="status"></p><p class="scale-note own-note"></p></div>
  </div>
  <h3>{numbers}</h3><ul class="latent-said"></ul>
  <div class="matrix-box moves" tabindex="0" role="region" aria-label="{moves}"></div>
  <p class="scale-note made"></p>
</div>
"""
LABELS = (
    "network", "components", "colour", "by_damage", "by_strength", "zoom", "closer", "wider", "whole", "lines", "plane", "legend", "ramp",
    "chosen", "numbers", "moves",
)  # fmt: skip
# After the page has been set: its paragraph is brought into view. Sections are the page's second-level headings, in order.
TO_SECTION = """() => setTimeout(() => {
  document.querySelectorAll('#lesson .prose h2')[SECTION]?.scrollIntoView({ GLIDE, block: 'start' });
}, 400)""".replace("GLIDE", GLIDE)


@dataclass(frozen=True)
class Panel:
    page: gr.HTML
    shown: gr.State  # what the page shows, so that nothing is sent twice
    about: gr.Button


def build(lang: str) -> Panel:
    title, intro, look = (escape(say(key, lang)) for key in ("latent", "latent_intro", "latent_look"))
    gr.HTML(f'<h2 class="step" id="latent-title">{title}</h2><p>{intro}</p>', apply_default_css=False)
    words = {key: escape(say(f"latent_{key}", lang)) for key in LABELS}
    words |= {key: escape(say(key, lang)) for key in ("original", "damaged")} | {"waiting": escape(say("network_waiting", lang))}
    pair = '<button type="button" data-pair="{0},{1}" aria-pressed="{2}">{3}</button>'
    pairs = [(0, 1), (0, 2), (1, 2)]
    words["pairs"] = "".join(pair.format(a, b, str((a, b) == (0, 1)).lower(), f"{a + 1} · {b + 1}") for a, b in pairs)
    fills = {key: unfilled(f"latent_{key}", lang) for key in ("axis", "at", "own_at", "own_clean", "changed")}
    page = component(TEMPLATE.format(**words), "latent", "latent_draw.js", "latent.js", own=None, patch=None, words=fills)
    gr.HTML(f"<p>{look}</p>", apply_default_css=False)
    section = next(s for s in lesson_page(PAGE, lang).sections if s.id == SECTION)
    about = gr.Button(say("read_about", lang, section=section.title), size="sm", elem_classes="quiet", elem_id="latent-about")
    return Panel(page, gr.State(None), about)


def wire(bench: Lab, panel: Panel, course: lesson.Panel) -> None:
    lang = bench.lang

    def looked(event: gr.EventData, seen, desk, outcome, _, *values):
        """seen: (network, desk) that the page shows. The map is sent when the network changes, the lab's patches when either does."""
        question = event._data or {}
        updates = {"answered": question.get("number")}
        try:
            study, desk = latent.read(), settle(desk, read(values))
            model = _network(question.get("network"), study, desk)
            found, now = latent.landscape(study, model), (model, desk.wanted.key)
            if seen is None or seen[0] != model:
                updates["value"] = value(study, found, lang)
            if seen != now:
                updates["own"] = own(found, desk, lang)
            updates["patch"] = patch(study, found, desk, question.get("point"), lang)
            return gr.update(**updates), now
        except Refusal as e:
            return gr.update(value={"problem": escape(e.say(lang))}, **updates), None

    panel.page.look(looked, [panel.shown, *bench.inputs], [panel.page, panel.shown], **ASKED)
    order = [s.id for s in lesson_page(PAGE, lang).sections].index(SECTION)
    shown = panel.about.click(lambda: [PAGE, *lesson.show(PAGE, lang)], None, [course.page, *course.looks], **QUIET)
    shown.then(None, None, None, js=TO_SECTION.replace("SECTION", str(order)))


def _network(asked: object, study: latent.Study, desk: Desk) -> str:
    """The network whose map is shown: the chosen one, else the one that the lab would run, if it has a map."""
    wanted = asked if asked in list(study.maps) else lab.route(desk.wanted.case.model, desk.wanted.case.damage)[0]
    return wanted if wanted in study.maps else next(iter(study.maps))


# What the page shows


def value(study: latent.Study, found: latent.Map, lang: str) -> dict:
    """The map of one network."""
    kinds = list(dict.fromkeys(map(latent.kind, study.settings)))
    return {
        "network": found.model,
        "networks": [[name, name_of(lab.MODELS[name], lang)] for name in study.maps],
        "kinds": [{"name": kind_name(kind, lang), "colour": MARKS[kind][0], "shape": MARKS[kind][1]} for kind in kinds],
        "settings": [[kinds.index(latent.kind(steps)), setting_name(steps, lang)] for steps in study.settings],
        "patches": [place_name(*place, lang) for place in study.patches],
        "points": found.points.tolist(),
        "rms": study.rms.tolist(),
        "shares": [f"{100 * c['share']:.0f}" for c in found.components],
        "said": said(study, found, lang),
        "moves": moves(study, found, lang),
        "made": made(study.made, lang),
    }


def kind_name(kind: str, lang: str) -> str:
    return say("latent_clean", lang) if kind == latent.CLEAN else name_of(lab.damages()[kind], lang)


def setting_name(steps: tuple, lang: str) -> str:
    return damage_words(steps, lang) if steps else say("latent_clean", lang)


def place_name(sample: str, row: int, column: int, lang: str) -> str:
    return say("latent_place", lang, picture=name_of(lab.samples()[sample], lang), row=row + 1, column=column + 1)


def own(found: latent.Map, desk: Desk, lang: str) -> dict:
    """The patches of the picture in the lab: {points: [{clean, damaged, rms}], columns, note} or {points: [], note} with the reason."""
    try:
        landed = latent.own(found, desk.clean, desk.ruined)
    except Refusal as e:
        return {"points": [], "columns": 1, "note": say("latent_not_landed", lang, why=e.say(lang))}
    rows, columns = landed.damaged.shape[:2]
    points = []
    for row, column in ((r, c) for r in range(rows) for c in range(columns)):
        point = {"damaged": landed.damaged[row, column].round(4).tolist()}
        if landed.clean is not None:
            point |= {"clean": landed.clean[row, column].round(4).tolist(), "rms": round(float(landed.rms[row, column]), 1)}
        points.append(point)
    notes = [say("latent_landed" if landed.clean is not None else "latent_landed_alone", lang, count=len(points))]
    if max(desk.shot.array.shape[:2]) > lab.feature_side():
        notes.append(say("latent_cut", lang, side=lab.feature_side()))
    return {"points": points, "columns": columns, "note": joined(notes, lang)}


def patch(study: latent.Study, found: latent.Map, desk: Desk, point: object, lang: str) -> dict | None:
    """The chosen point as pictures and a sentence: [patch, setting] of the map, or ["own", number]. None if there is no such point."""
    if not (isinstance(point, list) and len(point) == 2):
        return None
    if point[0] == "own":
        return _own_patch(desk, point, lang)
    number, setting = point
    if not (_within(number, len(study.patches)) and _within(setting, len(study.settings))):
        return None
    clean, damaged = latent.patch(study, number, setting)
    steps, words = study.settings[setting], {"rms": f"{study.rms[number, setting]:.1f}", "move": f"{found.moves[setting]:.2f}"}
    parts = [say("latent_point", lang, place=place_name(*study.patches[number], lang), damage=setting_name(steps, lang))]
    parts.append(say("latent_undamaged" if not steps else "latent_change", lang, **words))
    return {"point": point, "clean": data_url(clean), "damaged": data_url(damaged), "said": joined(parts, lang)}


def _within(number: object, count: int) -> bool:
    return isinstance(number, int) and 0 <= number < count


def _own_patch(desk: Desk, point: list, lang: str) -> dict | None:
    picture = lab.full_size(desk.ruined)
    rows, columns = latent.grid(picture)
    if not _within(point[1], rows * columns):
        return None
    row, column = divmod(point[1], columns)
    words = {"row": row + 1, "column": column + 1}
    shown = {"point": point, "damaged": data_url(latent.crop(picture, row, column))}
    if desk.clean is None:
        return {**shown, "said": say("latent_own_alone", lang, **words)}
    truth = lab.original(desk.clean, picture)
    rms = f"{latent.change(truth, picture)[row, column]:.1f}"
    damage = setting_name(desk.ruined.steps, lang)
    sentence = say("latent_own_point", lang, rms=rms, damage=damage, **words)
    return {**shown, "clean": data_url(latent.crop(truth, row, column)), "said": sentence}


# What the numbers say


def said(study: latent.Study, found: latent.Map, lang: str) -> list[str]:
    """Sentences, each computed from the study."""
    shares = [f"{100 * c['share']:.0f}" for c in found.components]
    counts = {"features": len(found.basis.mean), "needed": found.needed}
    lines = [say("latent_shares", lang, first=shares[0], second=shares[1], third=shares[2], **counts)]
    for k, c in enumerate(found.components):
        parts = {key: f"{100 * c[key]:.0f}" for key in ("setting", "patch", "both")}
        goes = {key: f"{c[key]:.2f}".replace("-", "−") for key in ("noise", "change")}
        lines.append(say("latent_component", lang, n=k + 1, **parts, **goes))
    kinds = {latent.kind(steps) for steps in study.settings}
    rates = {key: f"{100 * found.accuracy[key]:.0f}" for key in ("map", "all")}
    lines.append(say("latent_read_off", lang, count=len(kinds), guess=f"{100 / len(kinds):.0f}", features=len(found.basis.mean), **rates))
    moved = dict(zip(study.settings[1:], found.moves[1:], strict=True))
    most, least = max(moved, key=moved.get), min(moved, key=moved.get)
    ends = {"most": damage_words(most, lang), "least": damage_words(least, lang)}
    lines.append(say("latent_moved", lang, far=f"{moved[most]:.2f}", near=f"{moved[least]:.2f}", **ends))
    return lines


def moves(study: latent.Study, found: latent.Map, lang: str) -> str:
    """How far each damage moves a patch, weak to strong, as a table."""
    by_kind = {}
    for steps, move in zip(study.settings[1:], found.moves[1:], strict=True):
        by_kind.setdefault(latent.kind(steps), []).append((steps, move))
    most, rows = max(found.moves), []
    for kind, entries in by_kind.items():
        cells = "".join(_move(steps, move, most, lang) for steps, move in entries)
        own = ' class="own"' if kind in lab.MODELS[found.model].damages else ""
        rows.append(f'<tr{own}><th scope="row">{escape(kind_name(kind, lang))}</th>{cells}</tr>')
    caption = escape(say("latent_moves_caption", lang))
    return f"<table><caption>{caption}</caption><tbody>{''.join(rows)}</tbody></table>"


def _move(steps: tuple, move: float, most: float, lang: str) -> str:
    small = escape(strength(*steps[0], lang))
    return f'<td class="gain" style="--depth:{move / most:.2f}"><b>{move:.2f}</b><small>{small}</small></td>'
