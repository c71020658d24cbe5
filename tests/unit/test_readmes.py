"""The two READMEs say the same: sections, commands, tables' numbers, files; and what they name is there."""

import re

import pytest

from restoration.lessons import ROOT

READMES = {lang: (ROOT / name).read_text(encoding="utf-8") for lang, name in (("en", "README.md"), ("zh", "README.zh.md"))}
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
WORDS = {"twofold": "2", "fourfold": "4", "四倍": "4"}  # numbers in letters


def body(lang: str) -> str:
    """Without the front matter that a Space reads, which only README.md has."""
    text = READMES[lang]
    return text.split("---\n", 2)[2] if text.startswith("---\n") else text


def tables(lang: str) -> list[list[list[str]]]:
    """Rows of cells of each table."""
    found = re.findall(r"(?:^\|.*\|\n)+", body(lang), re.MULTILINE)
    return [[row.strip("|\n").split("|") for row in table.splitlines()] for table in found]


def numbers(cell: str) -> list[str]:
    return sorted(NUMBER.findall(re.sub("|".join(WORDS), lambda word: WORDS[word[0]], cell)))


def blocks(lang: str) -> list[tuple[str, str]]:
    return BLOCK.findall(body(lang))


def tree(lang: str) -> str:
    return next(code for kind, code in blocks(lang) if not kind)


def without_comments(code: str) -> list[str]:
    return [line.split("#")[0].rstrip() for line in code.splitlines()]


def test_only_the_english_one_has_the_front_matter_of_a_space():
    assert READMES["en"].startswith("---\ntitle: Kintsugi\n") and READMES["zh"].startswith("# ")
    assert "(README.zh.md)" in READMES["en"] and "(README.md)" in READMES["zh"]


def test_sections_and_pictures_are_the_same():
    for part in (r"^## ", r"^- \*\*", r"^!\[", r"^\|---"):
        assert len({len(re.findall(part, body(lang), re.MULTILINE)) for lang in READMES}) == 1, part
    for what in (r"!\[[^]]*\]\(([^)]*)\)", r"\]\((?!README|assets/screenshots)([^)]*)\)", r"\(`?(/\w*)`?\)|（`(/\w*)`）"):
        found = [sorted(filter(None, (group for m in re.finditer(what, body(lang)) for group in m.groups()))) for lang in READMES]
        assert found[0] == found[1] != [], what


def test_commands_are_the_same():
    code = [[without_comments(code) for kind, code in blocks(lang) if kind] for lang in READMES]
    assert code[0] == code[1] and len(code[0]) >= 5
    inline = [re.findall(r"`(python [^`]*|tests/[^`]*)`", body(lang)) for lang in READMES]
    assert inline[0] == inline[1]


def test_tables_have_the_same_numbers_cell_by_cell():
    en, zh = tables("en"), tables("zh")
    assert len(en) == len(zh) >= 5
    for table, other in zip(en, zh, strict=True):
        assert len(table) == len(other)
        for row, its in zip(table, other, strict=True):
            assert len(row) == len(its)
            for cell, same in zip(row, its, strict=True):
                assert numbers(cell) == numbers(same), (cell, same)


def test_the_trees_name_the_same_files_and_they_are_there():
    names = [re.findall(r"\b[\w/]+\.(?:py|txt)\b|^ *\w+/(?= )", tree(lang), re.MULTILINE) for lang in READMES]
    assert [n.strip() for n in names[0]] == [n.strip() for n in names[1]]
    folder = ""
    for line in tree("en").splitlines():
        name = line[:24].strip()
        if not name:
            continue
        folder = "" if not line.startswith(" ") else folder
        assert (ROOT / folder / name).exists(), name
        if name == "restoration/":
            folder = name


@pytest.mark.parametrize("lang", READMES)
def test_what_is_linked_is_there(lang):
    for target in re.findall(r"\]\((?!http)([^)#]*)\)", body(lang)):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("lang", READMES)
def test_what_a_teacher_needs_is_named(lang):
    for name in ("/course", "/glossary", "/teach", "/class", "KINTSUGI_CLASS"):
        assert name in body(lang)
