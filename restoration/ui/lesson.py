"""The lesson beside the lab: a page to read, steps that set the lab, a prediction that a run settles, two questions.

The page's parts are fixed places that every page fills, so that the screen does not grow with the course.
"""

from dataclasses import dataclass
from html import escape

import gradio as gr

from restoration.errors import Note
from restoration.lessons import Lesson, lesson, list_lessons
from restoration.ui import herald, line, links, motion, predict
from restoration.ui.events import LIVE, QUIET, plainly
from restoration.ui.picture import script
from restoration.ui.restore import BARE
from restoration.ui.text import say

STEPS, QUESTIONS = 4, 2  # places; a page has two to four steps and two questions
NAV = ("read", "try", "predict", "check")
# On a small screen the lab is far above the lesson.
TO_LAB = motion.to("panels", 1000)
MATH = [{"left": "$$", "right": "$$", "display": True}]


@dataclass(frozen=True)
class Panel:
    page: gr.Dropdown
    title: gr.HTML
    body: gr.Markdown
    steps: list  # (box, text, button)
    predict_question: gr.Markdown
    predict: gr.Radio
    predict_run: gr.Button
    predict_answer: gr.Markdown
    check: list  # (question, radio, answer)
    sources: gr.Markdown
    asked: gr.State  # a predict.Asked, None while nothing is asked
    herald: gr.HTML

    @property
    def looks(self) -> list:
        """The widgets that `show` sets."""
        steps = [w for step in self.steps for w in step]
        predict = [self.predict_question, self.predict, self.predict_run, self.predict_answer]
        return [
            self.title,
            self.body,
            *steps,
            *predict,
            *[w for question in self.check for w in question],
            self.sources,
        ]


def build(family: str, lang: str) -> Panel:
    found = list_lessons(lang, family) or list_lessons(lang)[:1]  # a family without pages of its own shows the first of all
    pages = [(title, id) for id, title in found]
    nav = "".join(f'<button type="button" data-to="lesson-{part}">{escape(say(f"nav_{part}", lang))}</button>' for part in NAV)
    with gr.Column(elem_id="lesson-head"):
        page = gr.Dropdown(pages, value=pages[0][1], label=say("lesson", lang), filterable=False, elem_id="lesson-page", **BARE)
        nav = f'<nav aria-label="{escape(say("lesson", lang))}">{nav}</nav>'
        gr.HTML(nav, js_on_load=script("lesson.js"), apply_default_css=False)
    title = gr.HTML(elem_id="lesson-read", apply_default_css=False)
    body = _markdown(elem_classes="prose")
    _heading("try", "try_it", lang, say("try_it_info", lang))
    steps = []
    for _ in range(STEPS):
        with gr.Group(visible=False, elem_classes="try") as box:
            steps.append((box, _markdown(), gr.Button("", size="sm", elem_classes="try-button")))
    _heading("predict", "predict", lang)
    predict_question = _markdown()
    guess = gr.Radio([], show_label=False, label=say("answers", lang), elem_classes="answers")
    predict_run = gr.Button(interactive=False, size="sm", elem_classes="try-button", elem_id="predict-run")
    predict_answer = _markdown(elem_classes="answer", elem_id="predict-answer")
    _heading("check", "check", lang)
    check = []
    for n in range(QUESTIONS):
        question = _markdown()
        radio = gr.Radio([], label=say("question", lang, n=n + 1), show_label=False, elem_classes="answers check")
        check.append((question, radio, _markdown(elem_classes="answer")))
    sources = _markdown(elem_classes="sources")
    parts = (page, title, body, steps, predict_question, guess, predict_run, predict_answer, check, sources)
    return Panel(*parts, gr.State(None), herald.build())


def _markdown(**kwargs) -> gr.Markdown:
    return gr.Markdown(latex_delimiters=MATH, **kwargs)


def _heading(part: str, key: str, lang: str, info: str = "") -> None:
    about = f"<p>{escape(info)}</p>" if info else ""
    gr.HTML(f"<h3>{escape(say(key, lang))}</h3>{about}", elem_id=f"lesson-{part}", apply_default_css=False)


def show(id: str, lang: str) -> list:
    """Updates for Panel.looks."""
    page = lesson(id, lang)
    steps = []
    for k in range(STEPS):
        step = page.steps[k] if k < len(page.steps) else None
        steps += [gr.update(visible=bool(step)), step.text if step else "", gr.update(value=step.label if step else "")]
    waiting = gr.update(value=say("predict_first", lang), interactive=False)
    predict = [page.predict.question, _choices(page.predict.options), waiting, ""]
    check = []
    for n in range(QUESTIONS):
        question = page.check[n] if n < len(page.check) else None
        options = [o.text for o in question.options] if question else []
        check += [f"**{n + 1}.** {question.question}" if question else "", _choices(options), ""]
    title = f"<h2>{escape(page.title)}</h2><p>{escape(page.idea)}</p>"
    return [title, page.body, *steps, *predict, *check, _sources(page, lang)]


def ready(lang: str) -> dict:
    """An answer is chosen: it may be run."""
    return gr.update(value=say("predict_run", lang), interactive=True)


def _choices(options) -> dict:
    return gr.update(choices=[(text, k) for k, text in enumerate(options)], value=None, visible=bool(options))


def _sources(page: Lesson, lang: str) -> str:
    lines = [f"- [{s.text}]({s.link})" if s.link else f"- {s.text}" for s in page.sources]
    return f"### {say('sources', lang)}\n\n" + "\n".join(lines)


def check_answer(id: str, n: int, choice: int | None, lang: str) -> str:
    """The explanation for an option, right or wrong."""
    if choice is None:
        return ""
    option = lesson(id, lang).check[n].options[choice]
    mark, word = ("✓", "right") if option.right else ("✗", "wrong")
    return f"{mark} **{say(word, lang)}** {option.why}"


def predicted(id: str, choice: int, lang: str) -> str:
    """What the run showed, beside what was guessed."""
    predict = lesson(id, lang).predict
    if choice == predict.answer:
        said = f"✓ **{say('predict_right', lang)}**"
    else:
        said = f"✗ **{say('predict_wrong', lang, answer=predict.options[predict.answer])}**"
    return f"{said} {predict.explanation}"


def step_of(values: dict, id: str, lang: str) -> tuple[int | None, list[Note]]:
    """(the step that a link asks for, from 0; a Note if the page has none of that number). In a link, steps are numbered from 1."""
    if "step" not in values:
        return None, []
    value, most = str(values["step"])[:40], len(lesson(id, lang).steps)
    if value.isdecimal() and 1 <= int(value) <= most:
        return int(value) - 1, []
    return None, [Note("step_unknown", value=value, most=most)]


GIVEN = ("subject", "picture", "seed")  # what a link may say besides its step, and says instead of it


def case_of_step(parse, id: str, step: int, lang: str, link: dict):
    """The case that a step sets: what it does not name takes its default. link: the values of a link."""
    given = {key: link[key] for key in GIVEN if key in link}
    return parse({**lesson(id, lang).steps[step].set, **given, "lesson": id})[0]


def wire(bench, course: Panel, placed: list, place, parse) -> list:
    """Steps and the page's prediction set the lab; returns the runs that follow. A step under Restore is run by the visitor, who has
    predicted first (predict.py); all else runs at once.

    bench: of events.Lab or of another family. place: a case, whether without a repair -> updates for `placed`, the desk first. parse: the
    values of a preset -> (a case, Notes).
    """
    lang, asks = bench.lang, predict.places(bench, course)

    def turned(*values):
        case = bench.case_of(*values)
        told = herald.told(herald.did(case.lesson, "open"))
        return [links.value(case, lang), *show(case.lesson, lang), told]

    course.page.input(plainly(turned, lang), bench.inputs, [bench.link, *course.looks, course.herald], **LIVE)

    def run_after(button, handler) -> gr.events.Dependency:
        """handler: (turn, id of the page) -> updates for `placed` and `asks`."""
        button.click(None, None, None, js=TO_LAB)
        return button.click(handler, [bench.keep.turn, course.page], [*placed, *asks], **QUIET)

    def set_step(turn, id, k):
        case = case_of_step(parse, id, k, lang, {})
        updates = place(case, bare=case.tab == "restore")
        return [*updates, *predict.set_step(bench, turn, updates[0], case.tab, id, k)]

    def set_predicted(turn, id):
        case = parse({**lesson(id, lang).predict.set, "lesson": id})[0]
        return [*place(case), *predict.ended(bench, turn), gr.skip()]

    set_by = [run_after(button, lambda turn, id, k=k: set_step(turn, id, k)) for k, (_, _, button) in enumerate(course.steps)]
    for event in set_by:
        predict.wire_fill(bench, course, event)
    set_by.append(run_after(course.predict_run, set_predicted))
    started = [event.then(*line.run(bench, predict.follow(bench)), **line.FREE) for event in set_by]

    def settled(id, choice):
        """What the run showed of the page's prediction."""
        asked = lesson(id, lang).predict
        right, answer = choice == asked.answer, asked.options[choice]
        return predicted(id, choice, lang), herald.told(herald.did(id, "predict", 0, 0, choice, right, asked.question, answer))

    def checked(id, choice, n):
        if choice is None:
            return "", gr.skip()
        asked = lesson(id, lang).check[n]
        option = asked.options[choice]
        told = herald.told(herald.did(id, "check", n, 0, choice, option.right, asked.question, option.text))
        return check_answer(id, n, choice, lang), told

    started[-1].then(settled, [course.page, course.predict], [course.predict_answer, course.herald], **QUIET)
    course.predict.input(lambda: ready(lang), None, course.predict_run, **QUIET)
    for n, (_, radio, answer) in enumerate(course.check):
        radio.input(lambda id, choice, n=n: checked(id, choice, n), [course.page, radio], [answer, course.herald], **LIVE)
    return started
