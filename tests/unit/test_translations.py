"""Chinese pages are of today's English ones, and pages and screen use the glossary's words."""

import re

import pytest

from restoration import translations
from restoration.errors import Refusal
from restoration.lessons import LANGUAGES, PAGES, ROOT, glossary

# What the course does not say, for it says it otherwise: variants of the glossary's terms, and of the screen's.
OTHERWISE = {
    "潜在空间": "潜空间", "隐空间": "潜空间", "特征映射": "特征图", "感受域": "感受野", "接受域": "感受野", "步长": "步幅",
    "掩码": "遮罩", "掩膜": "遮罩", "蒙版": "遮罩", "批标准化": "批归一化", "批量归一化": "批归一化", "实例标准化": "实例归一化",
    "鉴别器": "判别器", "判别网络": "判别器", "评判网络": "判别器", "生成网络": "生成器", "模式崩溃": "模式坍塌",
    "模式崩塌": "模式坍塌", "跳连": "跳跃连接", "跳跃链接": "跳跃连接", "学习速率": "学习率", "自动编码器": "自编码器",
    "隐状态": "隐藏状态", "过度拟合": "过拟合", "均方差": "均方误差", "传统方法": "经典方法", "变分下界": "证据下界",
    "梯度弥散": "梯度消失", "后验崩溃": "后验坍塌",
}  # fmt: skip
FILES = [*sorted((ROOT / "lessons" / "zh").glob("*.md")), ROOT / "lessons" / "glossary.yml", ROOT / "restoration" / "errors.py",
         ROOT / "restoration" / "course.py", *sorted((ROOT / "restoration" / "ui").rglob("*text.py"))]  # fmt: skip


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """One page in both languages, to be changed."""
    for lang in LANGUAGES:
        page = tmp_path / "lessons" / lang / "start.md"
        page.parent.mkdir(parents=True)
        page.write_text(translations.path("start", lang).read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "PAGES", ("start",))
    return tmp_path / "lessons"


def test_no_page_was_written_for_an_older_english_one():
    assert translations.behind() == [], "read both pages, mend the Chinese one, then: python -m restoration.translations --written ID"


def test_a_changed_word_is_noticed_and_a_changed_line_break_is_not(copied):
    english = copied / "en" / "start.md"
    text = english.read_text(encoding="utf-8")
    english.write_text(text.replace("Restoration goes the other way:", "Restoration goes\nthe other way:"), encoding="utf-8")
    assert translations.behind() == []
    english.write_text(text.replace("10 \\log_{10}", "20 \\log_{10}"), encoding="utf-8")
    assert translations.behind() == [("zh", "start")]
    english.write_text(text.replace("controls: {sigma: 25}", "controls: {sigma: 30}"), encoding="utf-8")
    assert translations.behind() == [("zh", "start")]


def test_a_page_that_was_read_is_stamped_and_nothing_else_in_it_changes(copied):
    chinese, english = copied / "zh" / "start.md", copied / "en" / "start.md"
    before = chinese.read_text(encoding="utf-8")
    translations.stamp("start")
    assert chinese.read_text(encoding="utf-8") == before
    english.write_text(english.read_text(encoding="utf-8").replace("noise", "hiss"), encoding="utf-8")
    translations.stamp("start")
    assert translations.behind() == [] and english.read_text(encoding="utf-8").startswith("---\nid: start\ntitle")
    changed = zip(before.splitlines(), chinese.read_text(encoding="utf-8").splitlines(), strict=True)
    assert [a.split(":")[0] for a, b in changed if a != b] == ["of"]
    chinese.write_text(translations.OF.sub("", before), encoding="utf-8")
    assert translations.behind() == [("zh", "start")]
    translations.stamp("start")
    assert translations.behind() == []


def test_an_unknown_page_has_no_mark():
    with pytest.raises(Refusal):
        translations.mark("no-such-page")


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_the_glossary_s_words_are_used(path):
    text = path.read_text(encoding="utf-8")
    assert {word: instead for word, instead in OTHERWISE.items() if word in text} == {}


def test_no_word_is_both_used_and_avoided():
    terms = "".join(term.term for term in glossary("zh").values())
    assert not [word for word in OTHERWISE if word in terms] and set(OTHERWISE).isdisjoint(OTHERWISE.values())


def test_every_page_has_its_mark_below_its_id():
    for id in PAGES:
        assert re.match(rf"---\nid: {id}\nof: [0-9a-f]{{12}}\ntitle: ", translations.path(id, "zh").read_text(encoding="utf-8"))
