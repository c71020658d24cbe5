"""The pages of the course: both languages say the same, every step can be set, every quotation and answer holds."""

import re
from functools import partial

import pytest
import torch
import yaml

from restoration import cases
from restoration.degrade import DEGRADATIONS, check_controls
from restoration.errors import Refusal
from restoration.lessons import CODE, LANGUAGES, NUMBER, PAGES, ROOT, SECTION, TERM, glossary, lesson, list_lessons, parse, quote
from restoration.samples import SAMPLES

PAGES_IN_BOTH = [(id, lang) for id in PAGES for lang in LANGUAGES]
MODELS = ("auto", "cnn-denoise")
FAMILIES = ("cnn", "gan", "vae", "rnn")
REFERENCES = yaml.safe_load((ROOT / "lessons" / "references.yml").read_text(encoding="utf-8"))


def raw(id: str, lang: str) -> str:
    """The Markdown of a page as it stands in the file, without its front matter."""
    return (ROOT / "lessons" / lang / f"{id}.md").read_text(encoding="utf-8").split("---\n", 2)[2]


def prose(id: str, lang: str) -> str:
    """What a reader reads: no headings' ids, no quoted code, no formulas."""
    text = NUMBER.sub("1", CODE.sub("", raw(id, lang)))
    text = TERM.sub(lambda m: m["shown"] or glossary(lang)[m["key"]].term, text)
    return re.sub(r"\$\$.*?\$\$|\{#[\w-]+\}", "", text, flags=re.DOTALL)


def formulas(id: str, lang: str) -> list[str]:
    return re.findall(r"\$\$(.*?)\$\$", raw(id, lang), flags=re.DOTALL)


def without_words(formula: str) -> str:
    return re.sub(r"\\text\{[^}]*\}", r"\\text{}", formula)


def sections(id: str, lang: str) -> dict[str, str]:
    """id -> Markdown as it stands in the file."""
    return {m["id"]: m["text"] for m in SECTION.finditer(raw(id, lang))}


def presets(page) -> list[dict]:
    return [s.set for s in page.steps] + [page.predict.set]


def texts(page) -> list[str]:
    """Every text of a page outside its body."""
    out = [page.title, page.idea, page.predict.question, page.predict.explanation, *page.predict.options]
    out += [t for s in page.steps for t in (s.label, s.text)]
    out += [t for q in page.check for t in (q.question, *(t for o in q.options for t in (o.text, o.why)))]
    return out


# Both languages


def test_folders_hold_the_same_pages():
    for lang in LANGUAGES:
        assert {p.stem for p in (ROOT / "lessons" / lang).iterdir()} == set(PAGES)
        assert [id for id, _ in list_lessons(lang)] == list(PAGES)


@pytest.mark.parametrize("id", PAGES)
def test_languages_do_not_drift(id):
    en, zh = lesson(id, "en"), lesson(id, "zh")
    assert en.family == zh.family
    assert [s.id for s in en.sections] == [s.id for s in zh.sections]
    assert presets(en) == presets(zh)
    assert len(en.predict.options) == len(zh.predict.options) and en.predict.answer == zh.predict.answer
    assert [[o.right for o in q.options] for q in en.check] == [[o.right for o in q.options] for q in zh.check]
    assert [(s.arxiv, s.url) for s in en.sources] == [(s.arxiv, s.url) for s in zh.sources]
    assert [s.label.split()[0] for s in en.steps] == [s.label.split()[0] for s in zh.steps]  # their numbers
    assert [*map(without_words, formulas(id, "en"))] == [*map(without_words, formulas(id, "zh"))]
    numbers = [NUMBER.findall((ROOT / "lessons" / lang / f"{id}.md").read_text(encoding="utf-8")) for lang in LANGUAGES]
    assert numbers[0] == numbers[1]
    for a, b in zip(sections(id, "en").values(), sections(id, "zh").values(), strict=True):
        assert CODE.findall(a) == CODE.findall(b)
        assert {m["key"] for m in TERM.finditer(a)} == {m["key"] for m in TERM.finditer(b)}
        assert all(a.count(mark) == b.count(mark) for mark in ("\n- ", "$$", "\n\n"))


@pytest.mark.parametrize("id", PAGES)
def test_each_language_is_itself(id):
    """No text was left untranslated, and no English page holds Chinese."""
    chinese = re.compile(r"[\u4e00-\u9fff]")
    assert not chinese.search(lesson(id, "en").body + "".join(texts(lesson(id, "en"))))
    for text in [*texts(lesson(id, "zh")), *(s.title + s.text for s in lesson(id, "zh").sections)]:
        assert chinese.search(text), text


@pytest.mark.parametrize("id", PAGES)
def test_no_line_is_broken_between_chinese_characters(id):
    """A browser shows a line break as a space, which Chinese does not have."""
    han = "[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]"
    for text in [*texts(lesson(id, "zh")), raw(id, "zh")]:
        assert not re.search(f"{han}\n{han}", text)
        assert not re.search(f"{han} {han}", text)


# The page as a page


@pytest.mark.parametrize("id, lang", PAGES_IN_BOTH)
def test_length(id, lang):
    """About 600 words; a Chinese text of that length has about 1,000 characters."""
    text = prose(id, lang)
    han = len(re.findall(r"[\u4e00-\u9fff]", text))
    words = len(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", re.sub(r"[\u4e00-\u9fff]", " ", text)))
    assert (300 < words <= 620) if lang == "en" else (600 < han + words <= 1150), (han, words)


@pytest.mark.parametrize("id, lang", PAGES_IN_BOTH)
def test_parts_are_there(id, lang):
    page = lesson(id, lang)
    assert page.title and page.idea and page.family in FAMILIES and (page.id, page.lang) == (id, lang)
    assert 2 <= len(page.steps) <= 4 and len(page.check) == 2 and page.sources
    assert len({s.id for s in page.sections}) == len(page.sections) >= 3
    assert all(t.strip() for t in texts(page))
    assert "<details>" in page.body and page.body.count("```") == 2 * len(CODE.findall(raw(id, lang)))


@pytest.mark.parametrize("id, lang", PAGES_IN_BOTH)
def test_formulas_are_balanced(id, lang):
    assert raw(id, lang).count("$$") % 2 == 0 and formulas(id, lang)
    assert "$" not in raw(id, lang).replace("$$", "")  # a single $ is not rendered
    for text in texts(lesson(id, lang)):
        assert "$" not in text and "[[" not in text and "{{" not in text
    for formula in formulas(id, lang):
        assert "\n" not in formula  # an empty line or a marker inside would end it
        depth = 0
        for bracket in re.sub(r"\\[{}]", "", formula):
            depth += (bracket == "{") - (bracket == "}")
            assert depth >= 0
        assert depth == 0 and formula.count("(") == formula.count(")")
        assert formula.count(r"\left") == formula.count(r"\right")


@pytest.mark.parametrize("id, lang", PAGES_IN_BOTH)
def test_quoted_code_is_the_real_code(id, lang):
    quoted = [m.groups() for m in CODE.finditer(raw(id, lang))]
    assert quoted
    body = lesson(id, lang).body
    for file, name in quoted:
        lines = quote(file, name)
        assert lines and lines in body
        source = (ROOT / file).read_text(encoding="utf-8")
        assert all(line.strip() in source for line in lines.splitlines())
    assert "{{" not in body


@pytest.mark.parametrize("id, lang", PAGES_IN_BOTH)
def test_sources_are_the_checked_ones(id, lang):
    for source in lesson(id, lang).sources:
        assert bool(source.arxiv) != bool(source.url)
        wanted = REFERENCES[source.arxiv or source.url]
        assert re.sub(r"\s*[（(][^()（）]*[)）]$", "", source.text) == wanted
        assert source.link.startswith("https://")


def test_every_checked_reference_is_cited():
    cited = {source.arxiv or source.url for id in PAGES for source in lesson(id).sources}
    assert cited == set(REFERENCES)


# Questions


@pytest.mark.parametrize("id, lang", PAGES_IN_BOTH)
def test_every_question_has_one_right_answer_and_every_option_its_reason(id, lang):
    page = lesson(id, lang)
    for question in page.check:
        assert 2 <= len(question.options) <= 4
        assert [o.right for o in question.options].count(True) == 1
        assert all(isinstance(o.right, bool) and len(o.why) > 10 for o in question.options)
        assert len({o.text for o in question.options}) == len(question.options)
    assert 2 <= len(page.predict.options) <= 4 and page.predict.answer in range(len(page.predict.options))
    assert len({q.question for q in page.check}) == 2


# Steps


def check_damage(steps: list[dict]) -> None:
    for step in steps:
        assert set(step) <= {"name", "controls"} and step["name"] in DEGRADATIONS
        allowed = {c.name: c for c in DEGRADATIONS[step["name"]].controls}
        assert set(step["controls"]) == set(allowed)  # all of them: a default may change, a lesson may not
        for key, value in step["controls"].items():
            assert allowed[key].low <= value <= allowed[key].high
        check_controls(step["name"], step["controls"])


@pytest.mark.parametrize("id", [id for id, _ in list_lessons("en", "cnn")])
def test_every_preset_can_be_set(id):
    for preset in presets(lesson(id, "en")):
        assert set(preset) <= {"picture", "damage", "seed", "model", "blind", "tab", "pair", "size"}
        assert preset["picture"] in SAMPLES and preset["model"] in MODELS
        check_damage(preset["damage"])
        case, notes = cases.parse_case({**preset, "lesson": id}, models=MODELS, lessons=PAGES)
        assert not notes and case.lesson == id and case.picture == preset["picture"]
        back, notes = cases.parse_case(cases.case_query(case), models=MODELS, lessons=PAGES)
        assert not notes and back == case  # every step is a link


@pytest.mark.parametrize("id", [id for id, _ in list_lessons("en", "vae")])
def test_every_preset_of_small_pictures_can_be_set(id):
    from restoration.lab import vae
    from restoration.ui.vae.desk import Wanted, settle

    for preset in presets(lesson(id, "en")):
        assert set(preset) <= {"subject", "picture", "damage", "seed", "tab"}
        check_damage(preset["damage"])
        case, notes = vae.parse_case({**preset, "lesson": id})
        assert not notes and case.lesson == id and (case.subject, case.picture) == (preset["subject"], preset["picture"])
        assert settle(None, Wanted(case)).ruined.steps == case.damage
        back, notes = vae.parse_case(cases.case_query(case))
        assert not notes and back == case  # every step is a link


@pytest.mark.parametrize("id", [id for id, _ in list_lessons("en", "gan")])
def test_every_preset_of_the_gan_s_page_can_be_set(id):
    from restoration.lab import gan

    for preset in presets(lesson(id, "en")):
        assert set(preset) <= {"picture", "damage", "seed", "mix", "game", "tab"}
        if "damage" in preset:
            check_damage(preset["damage"])
        case, notes = gan.parse_case({**preset, "lesson": id})
        assert not notes and case.lesson == id and all(getattr(case, key) == preset[key] for key in preset if key != "damage")
        back, notes = gan.parse_case(cases.case_query(case))
        assert not notes and back == case  # every step is a link


@pytest.mark.parametrize("id", [id for id, _ in list_lessons("en", "rnn")])
def test_every_preset_of_the_rnn_s_page_can_be_set(id):
    from restoration.lab import rnn

    for preset in presets(lesson(id, "en")):
        assert set(preset) <= {"picture", "sigma", "hole", "blur", "wipe", "seed", "digit", "cover", "heat", "draw", "tab"}
        case, notes = rnn.parse_case({**preset, "lesson": id})
        assert not notes and case.lesson == id and all(getattr(case, key) == preset[key] for key in preset)
        rnn.ruin(rnn.picture(case.picture), case)
        back, notes = rnn.parse_case(cases.case_query(case))
        assert not notes and back == case  # every step is a link


def test_models_named_here_are_the_lab_s():
    from restoration import lab

    assert set(MODELS) <= {lab.AUTO, *lab.MODELS}


def psnrs(preset: dict) -> dict[str, float]:
    """The score table of a case, told unless blind: name -> PSNR."""
    from restoration import lab

    case, _ = cases.parse_case(preset)
    clean = lab.sample(case.picture)
    ruined = lab.ruin(clean, case.damage, case.seed)
    rows = [ruined, *lab.yardsticks(ruined), lab.mend(ruined, case.model, case.blind)]
    return {r.name: lab.row(clean, r).psnr for r in rows}


def needs_weights():
    from restoration import lab

    for model in lab.models():
        if not model.available:
            pytest.skip(f"{model.name}: {model.why('en')}")


def test_prediction_of_start():
    needs_weights()
    page = lesson("start")
    table = psnrs(page.predict.set)
    lead = table["cnn-denoise"] - table["median"]
    assert page.predict.answer == (0 if lead > 1 else 1 if lead < -1 else 2)


def test_prediction_of_cnn_denoise():
    needs_weights()
    page = lesson("cnn-denoise")
    gains = [t["cnn-denoise"] - t["damaged"] for t in map(psnrs, (page.steps[0].set, page.predict.set))]
    more = gains[1] - gains[0]
    assert page.predict.answer == (0 if more < -1 else 2 if more > 1 else 1)


def test_prediction_of_cnn_convolution():
    """Two Gaussian blurs in a row are one."""
    page, clean = lesson("cnn-convolution"), None
    from restoration import lab

    once, twice = (cases.parse_case(p)[0] for p in (page.steps[2].set, page.predict.set))
    clean = lab.sample(once.picture)
    more = lab.row(clean, lab.ruin(clean, twice.damage)).psnr - lab.row(clean, lab.ruin(clean, once.damage)).psnr
    assert page.predict.answer == (0 if more < -1 else 2 if more > 1 else 1) and abs(more) < 0.1


def test_prediction_of_cnn_pooling():
    """The gain at full size, against the gain at the lab's."""
    needs_weights()
    from restoration import lab

    page, gains = lesson("cnn-pooling"), []
    for preset in (page.steps[2].set, page.predict.set):
        case, _ = cases.parse_case(preset)
        clean = lab.sample(case.picture, case.size)
        ruined = lab.ruin(clean, case.damage, case.seed)
        mended = lab.mend(ruined, case.model)
        assert mended.array.shape == clean.array.shape
        gains.append(lab.row(clean, mended).psnr - lab.row(clean, ruined).psnr)
    assert clean.array.shape == (512, 512, 3)
    assert page.predict.answer == (1 if gains[1] < gains[0] - 1 else 2)


def test_prediction_of_questions():
    needs_weights()
    page, gains = lesson("questions"), []
    for preset in (page.steps[1].set, page.predict.set):
        table = psnrs(preset)
        gains.append(table["cnn-denoise"] - table["damaged"])
    assert page.predict.answer == (0 if gains[1] > gains[0] + 1 else 2 if gains[1] < gains[0] - 1 else 1)


def test_prediction_of_rnn_state():
    """The wiped frame is as good as a first one, and better ones follow."""
    from restoration.lab import rnn, rnn_repair

    case, _ = rnn.parse_case(lesson("rnn-state").predict.set)
    clip = rnn.picture(case.picture)
    ruined, held, scores = rnn.ruin(clip, case), [], []
    try:
        for t, made in rnn_repair._with_memory(ruined, case.wipe, held):
            scores.append(float(-10 * (made.clamp(0, 1) - rnn_repair.from_uint8(clip.frames[t])).square().mean().log10()))
    except Refusal as e:
        pytest.skip(str(e))
    before, wiped, first = scores[case.wipe - 2], scores[case.wipe - 1], scores[0]
    assert lesson("rnn-state").predict.answer == 1
    assert before - wiped > 2 and abs(wiped - first) < 0.7 and scores[-1] - wiped > 2


def test_numbers_of_cnn_convolution_and_cnn_pooling():
    """Parameters as the pages count them, and the formula for the taps of a transposed convolution."""
    from restoration.exhibits.pooling import overlap
    from restoration.models import cnn

    def parameters(layer):
        return sum(p.numel() for p in layer.parameters())

    head = cnn.build(cnn.Config()).head
    values = 3 * 256**2
    for lang in LANGUAGES:
        assert f"{parameters(head):,}" in lesson("cnn-convolution", lang).body
        assert f"{values:,}" in lesson("cnn-pooling", lang).body
        assert f"{parameters(torch.nn.Conv2d(16, 32, 5)):,}" in lesson("cnn-convolution", lang).check[0].options[1].text
    assert f"{values * (values + 1) / 1e9:.1f}" == "38.7"
    for k, s in ((3, 2), (4, 2), (5, 2), (3, 3), (4, 3), (5, 3), (2, 3), (5, 4)):
        taps = {-(-(k - q % s) // s) for q in range(s)}
        assert {a * b for a in taps for b in taps} == set(overlap(k, s).unique().tolist())


def test_claims_of_cnn_blocks():
    """The prediction, the shares of weights, and what the texts say of channels, of time and of readings."""
    from restoration.studies import store

    found, page = store.read("blocks"), lesson("cnn-blocks")
    plain, depthwise = found["blocks"]["plain"], found["blocks"]["depthwise"]
    ratio = depthwise["ms"] / plain["ms"]
    assert page.predict.answer == (0 if ratio < 2 / 3 else 2 if ratio > 1.5 else 1)
    assert depthwise["width"] > 2 * plain["width"] and found["blocks"]["dilated"]["field"] > plain["field"]
    for block in found["blocks"].values():
        assert abs(block["parameters"] / plain["parameters"] - 1) < 0.1 and abs(block["macs"] / plain["macs"] - 1) < 0.1
    order = sorted(found["blocks"], key=lambda name: found["blocks"][name]["psnr"], reverse=True)
    assert set(order[:5]) == {"residual", "se", "shuffle", "instance-norm", "dense"} and order[-1] == "depthwise"
    assert found["losses"]["cross-entropy"]["mean"]["psnr"] > found["losses"]["cross-entropy"]["mode"]["psnr"]
    for lang in LANGUAGES:
        assert f"{plain['macs']:,}" in lesson("cnn-blocks", lang).body and f"{plain['psnr']:.2f} dB" in lesson("cnn-blocks", lang).body


def test_claims_of_start():
    """Step 1: the network gains, and so does plain smoothing. Steps 2 and 3: only the classical methods gain."""
    needs_weights()
    noise, blur, hole = (psnrs(s.set) for s in lesson("start").steps)
    assert noise["gaussian"] > noise["damaged"] + 1
    assert noise["cnn-denoise"] > max(v for k, v in noise.items() if k != "cnn-denoise")
    for table, methods in ((blur, ["wiener"]), (hole, ["telea", "navier-stokes"])):
        assert abs(table["cnn-denoise"] - table["damaged"]) < 0.5
        assert all(table[m] > table["damaged"] + 2 for m in methods)


def test_claims_of_cnn_denoise():
    """Untouched at sigma 0; texture restored under strong noise is smoother than the truth."""
    needs_weights()
    from restoration import lab, metrics

    clean = lab.sample("grass")
    still = lab.ruin(clean, [("noise", {"sigma": 0})])
    assert abs(lab.mend(still).array - clean.array).max() < 1e-6
    case, _ = cases.parse_case(lesson("cnn-denoise").steps[1].set)
    ruined = lab.ruin(clean, case.damage, case.seed)
    for blind in (False, True):
        mended = lab.mend(ruined, blind=blind)
        truth, repair = (metrics.radial_spectrum(lab.tensor(a))[1][32:].mean() for a in (clean.array, mended.array))
        assert repair < truth - 3  # dB, upper three quarters of the frequencies


def test_claims_of_cnn_tasks():
    """Who runs in the steps, what the denoiser does to JPEG and to blur, what the inpainter and the deblurrer do away from their job."""
    needs_weights()
    from restoration import lab

    def gains(case, *models):
        clean = lab.sample(case.picture)
        ruined = lab.ruin(clean, case.damage, case.seed)
        before = lab.row(clean, ruined).psnr
        return [lab.row(clean, lab.mend(ruined, model)).psnr - before for model in models]

    page = lesson("cnn-tasks")
    holes, _, chain = (cases.parse_case(step.set)[0] for step in page.steps)
    assert lab.route(holes.model, holes.damage) == ("cnn-inpaint",)
    assert lab.route(chain.model, chain.damage) == ("cnn-inpaint", "cnn-denoise", "cnn-deblur")
    together, *alone = gains(chain, "auto", "cnn-inpaint", "cnn-denoise", "cnn-deblur")
    assert together > max(alone) + 1
    hard, _ = cases.parse_case({"damage": "blur:sigma=1.6;noise:sigma=15;jpeg:quality=30"})
    together, one = gains(hard, "auto", "cnn-jpeg")
    assert together < one
    jpeg, _ = cases.parse_case(page.predict.set)
    stranger, specialist = gains(jpeg, jpeg.model, "cnn-jpeg")
    assert abs(stranger) < 0.2 and specialist > 1 and page.predict.answer == 1
    blur, noise = (cases.parse_case({"damage": text})[0] for text in ("blur:sigma=1.6", "noise:sigma=25"))
    (denoiser,) = gains(blur, "cnn-denoise")
    (noise_off,), (edges_on,) = gains(noise, "cnn-deblur"), gains(jpeg, "cnn-deblur")
    assert abs(denoiser) < 0.1 and noise_off > 0.5 and edges_on < -0.1
    ruined = lab.ruin(lab.sample(jpeg.picture), jpeg.damage, jpeg.seed)
    untouched = lab.mend(ruined, "cnn-inpaint").array == ruined.array
    assert untouched[(ruined.array != 0).any(-1)].all()


def test_a_pixel_looks_further_when_there_is_more_noise():
    """Step 3 of cnn-denoise, for pixels of every kind of place."""
    needs_weights()
    from restoration import lab

    case, _ = cases.parse_case(lesson("cnn-denoise").steps[2].set)
    assert case.tab == "inside"
    clean, radii = lab.sample(case.picture), []
    for damage in (case.damage, [("noise", {"sigma": 75})]):
        ruined = lab.ruin(clean, damage, case.seed)
        mended = lab.mend(ruined)
        radii.append([lab.look_from(mended, row, column).radius() for row, column in ((128, 128), (225, 235), (40, 128))])
    assert all(further > near + 5 for near, further in zip(*radii, strict=True))


def test_receptive_field_is_what_the_page_says():
    """Measured: which input rows have a gradient, for an output pixel at each place of a 16x16 square."""
    from restoration.models import cnn

    net = cnn.build(cnn.Config(widths=(2,) * len(cnn.Config.widths)))  # as deep as the shipped one, and narrow
    with torch.no_grad():
        for p in net.parameters():
            p.fill_(0.1 if p.ndim > 1 else 0.0)  # all positive: nothing cancels, no ReLU closes
    height, width, found = 32 * 16, 32, set()
    for place in range(16):
        y = torch.ones(1, 3, height, width, dtype=torch.float64, requires_grad=True)
        row = height // 2 + place
        (net.double()(y, torch.ones(1, dtype=torch.float64)) - y)[0, 0, row, width // 2].backward()
        rows = y.grad.abs().sum((0, 1, 3)).nonzero().flatten()
        assert 0 < rows[0] and rows[-1] < height - 1  # the picture was large enough to see the end of it
        assert min(row - rows[0], rows[-1] - row) >= 180
        found.add(int(rows[-1] - rows[0] + 1))
    for lang in LANGUAGES:
        text = next(s.text for s in lesson("cnn-denoise", lang).sections if s.id == "field")
        assert f"{min(found)}" in text and f"{max(found)}" in text


# Glossary


def test_glossary_is_whole_and_used():
    en, zh = glossary("en"), glossary("zh")
    assert list(en) == list(zh) == sorted(en) and 25 <= len(en) <= 120
    for table in (en, zh):
        assert all(t.term and len(t.text) > 5 and "\n" not in t.text for t in table.values())
    used = {m["key"] for id, lang in PAGES_IN_BOTH for m in TERM.finditer(raw(id, lang))}
    assert used == set(en)


@pytest.mark.parametrize("id, lang", PAGES_IN_BOTH)
def test_marked_terms_are_explained_below_the_page(id, lang):
    page = lesson(id, lang)
    assert [t.key for t in page.terms] == list(dict.fromkeys(m["key"] for m in TERM.finditer(raw(id, lang))))
    below = page.body.split("<details>")[1]
    assert all(t.term in below and t.text in below for t in page.terms)
    assert page.body.count("<abbr") == len(TERM.findall(raw(id, lang))) and "[[" not in page.body


# Pages that are wrong


PAGE = """---
id: x
title: T
family: cnn
idea: I
steps: []
predict: {question: q, options: [a, b], set: {}, answer: 0, explanation: e}
check: []
sources: []
---
## One {#one}

Text.
"""


def test_a_small_page_is_read():
    page = parse(PAGE, "x", "en")
    assert page.sections[0].text == "Text." and page.terms == () and "<details>" not in page.body


@pytest.mark.parametrize("old, new, code", [
    ("Text.", "{{code:restoration/models/cnn.py:UNet.backwards}}", "code_missing"),
    ("Text.", "{{code:restoration/models/nowhere.py:UNet}}", "code_missing"),
    ("Text.", "[[no-such-term]]", "unknown_name"),
    ("Text.", "{{study:no-such-study:steps}}", "page_broken"),
    ("Text.", "{{study:blocks:no.such.key}}", "page_broken"),
    ("question: q", "question: 'q {{study:blocks:no.such.key}}'", "page_broken"),
    ("id: x", "id: x\nof: 0123456789ab", "page_broken"),
    ("id: x", "id: y", "page_broken"),
    ("idea: I\n", "", "page_broken"),
    ("idea: I", "idea: I\nmood: good", "page_broken"),
    ("idea: I", "idea: [", "page_broken"),
    ("explanation: e", "reason: e", "page_broken"),
    ("## One {#one}", "Stray text\n\n## One {#one}", "page_broken"),
    ("---\n", "", "page_broken"),
])  # fmt: skip
def test_a_wrong_page_is_refused(old, new, code):
    with pytest.raises(Refusal) as e:
        parse(PAGE.replace(old, new), "x", "en")
    assert e.value.code == code and e.value.say("zh")


def test_unknown_pages_and_languages_are_refused():
    for call, argument in ((lesson, "gan"), (partial(lesson, "start"), "de"), (glossary, "de"), (list_lessons, "de")):
        with pytest.raises(Refusal) as e:
            call(argument)
        assert e.value.code == "unknown_name" and e.value.say("zh")


def test_quote_finds_tables_classes_and_decorated_methods():
    assert quote("restoration/models/cnn.py", "FAMILY").startswith("FAMILY = Family(")
    assert quote("restoration/models/cnn.py", "Config").startswith("@dataclass(frozen=True)\nclass Config:")
    assert quote("restoration/models/cnn.py", "UNet.multiple").startswith("@property\ndef multiple")
    assert quote("restoration/samples.py", "SAMPLES").startswith("SAMPLES = {")
    assert quote("restoration/models/cnn.py", "Config.widths").startswith("widths: tuple")
    assert quote("restoration/models/cnn.py", "UNet.head") is None
