"""Links and presets: every case comes back as it went, and a wrong value falls back and says so."""

import math
import random
from dataclasses import fields, replace
from urllib.parse import parse_qsl, urlencode

import pytest

from restoration import cases
from restoration.cases import Case, case_query, check_steps, damage_steps, damage_text, parse_case
from restoration.degrade import DEGRADATIONS
from restoration.errors import Refusal
from restoration.samples import SAMPLES


def through_a_link(case: Case) -> Case:
    """A case as the address bar would carry it."""
    again, notes = parse_case(dict(parse_qsl(urlencode(case_query(case)), keep_blank_values=True)))
    assert notes == []
    return again


def settings(name):
    """A few settings of a damage: its defaults, both ends, and values with many digits."""
    rng = random.Random(name)
    controls = DEGRADATIONS[name].controls
    yield {}
    yield {c.name: c.low for c in controls}
    yield {c.name: c.high for c in controls}
    for _ in range(3):
        yield {c.name: rng.randint(c.low, c.high) if isinstance(c.step, int) else rng.uniform(c.low, c.high) for c in controls}


@pytest.mark.parametrize("name", DEGRADATIONS)
def test_every_damage_travels_in_a_link(name):
    for controls in settings(name):
        case = replace(Case(), damage=check_steps([(name, controls)]))
        assert through_a_link(case) == case
        assert damage_steps(damage_text(case.damage)) == case.damage


@pytest.mark.parametrize("name", DEGRADATIONS)
def test_every_damage_travels_in_a_preset(name):
    for controls in settings(name):
        case, notes = parse_case({"damage": [{"name": name, "controls": controls}]})
        assert notes == [] and case.damage == check_steps([(name, controls)])
        assert dict(case.damage[0][1]).keys() == {c.name for c in DEGRADATIONS[name].controls}


@pytest.mark.parametrize("first", DEGRADATIONS)
def test_every_pair_of_damages_travels(first):
    for second in DEGRADATIONS:
        case = replace(Case(), damage=check_steps([(first, {}), (second, {}), (first, {})]))
        assert through_a_link(case) == case


CHANGES = [
    *[{"picture": name} for name in SAMPLES],
    *[{"pair": key} for key in cases.PAIRS],
    *[{"tab": key} for key in cases.TABS],
    *[{"size": key} for key in cases.SIZES],
    {"seed": 0}, {"seed": 9999}, {"blind": True}, {"damage": ()}, {"lesson": "cnn-denoise"}, {"model": "another"},
    {"picture": "coins", "seed": 7, "blind": True, "pair": "damaged-clean", "size": "full", "tab": "curves", "damage": ()},
]  # fmt: skip


@pytest.mark.parametrize("changes", CHANGES, ids=str)
def test_every_value_travels(changes):
    case = replace(Case(), **changes)
    assert through_a_link(case) == case
    assert set(case_query(case)) == {k for k, v in changes.items() if v != getattr(Case(), k)}


def test_the_default_case_is_an_empty_link():
    assert case_query(Case()) == {} and parse_case({}) == (Case(), [])


def test_the_default_case_is_a_right_one():
    """Its values are what check_steps and the tables would make of them."""
    assert check_steps(Case().damage) == Case().damage
    everything = {f.name: getattr(Case(), f.name) for f in fields(Case)}
    everything["damage"] = damage_text(Case().damage)
    assert parse_case(everything, models=["auto"], lessons=["start"]) == (Case(), [])


def test_a_visitors_own_picture_stays_out_of_the_link():
    assert "picture" not in case_query(replace(Case(), picture=""))


def test_a_link_reads_as_it_is_written():
    assert damage_text(damage_steps("noise:sigma=25;jpeg:quality=20")) == "noise:sigma=25;jpeg:quality=20"
    assert damage_text(damage_steps(" noise : sigma = 25.0 ; grayscale ")) == "noise:sigma=25;grayscale"


WRONG = [
    {"picture": "dog"}, {"picture": ""}, {"picture": None}, {"picture": ["cat"]}, {"picture": "<script>alert(1)</script>"},
    {"seed": "-1"}, {"seed": "10000"}, {"seed": "1.5"}, {"seed": "x"}, {"seed": ""}, {"seed": "nan"}, {"seed": "inf"},
    {"seed": "1e999"}, {"seed": None}, {"seed": [1]}, {"seed": math.inf},
    {"blind": "2"}, {"blind": "yes"}, {"blind": None}, {"blind": ""},
    {"size": "huge"}, {"pair": "left-right"}, {"tab": "admin"}, {"model": "gan"}, {"lesson": "intro"}, {"lesson": 3},
    {"damage": "blurry"}, {"damage": "noise:sigma"}, {"damage": "noise:sigma="}, {"damage": "noise:sigma=x"},
    {"damage": "noise:sigma=101"}, {"damage": "noise:sigma=-1"}, {"damage": "noise:sigma=nan"}, {"damage": "noise:sigma=inf"},
    {"damage": "noise:strength=3"}, {"damage": "grayscale:sigma=3"}, {"damage": "jpeg:quality=20.5"}, {"damage": ":"},
    {"damage": "noise;noise;noise;noise"}, {"damage": "noise:sigma=1;;blurry"}, {"damage": 25}, {"damage": None},
    {"damage": ["noise"]}, {"damage": [{"name": "noise", "controls": [1]}]}, {"damage": [{"controls": {}}]},
    {"damage": [{"name": ["noise"]}]}, {"damage": [{"name": "noise", "controls": {"sigma": "25"}}]}, {"damage": {"name": "noise"}},
    {"damage": [{"name": "noise", "controls": {"sigma": None}}]}, {"damage": "x" * 10000}, {"damage": b"noise"},
]  # fmt: skip


@pytest.mark.parametrize("values", WRONG, ids=lambda v: str(v)[:60])
def test_a_wrong_value_falls_back_and_says_so(values):
    case, notes = parse_case({"seed": "7", "tab": "curves", **values}, models=["cnn-denoise"], lessons=["start"])
    key = next(iter(values))
    assert getattr(case, key) == getattr(Case(), key), "not the default"
    assert replace(case, **{key: getattr(Case(), key)}) == replace(Case(), seed=0 if key == "seed" else 7,
                                                                   tab="restore" if key == "tab" else "curves")  # fmt: skip
    assert len(notes) == 1
    en, zh = notes[0].say("en"), notes[0].say("zh")
    assert en != zh and any("\u4e00" <= c <= "\u9fff" for c in zh) and len(en) < 400
    assert en.isprintable() and en[-1] == "."


def test_several_wrong_values_are_several_notes():
    case, notes = parse_case({"picture": "dog", "seed": "x", "blind": "?", "pair": "coins", "nonsense": "1"})
    assert case == Case() and len(notes) == 4


def test_unknown_keys_are_left_alone():
    """A link carries other things too: the language, a teacher's own mark."""
    assert parse_case({"lang": "zh", "utm_source": "x"}) == (Case(), [])


@pytest.mark.parametrize("value", ["3", 3, 3.0, " 3 ", "3.0", "3e0"])
def test_whole(value):
    assert cases.whole(value) == 3 and isinstance(cases.whole(value), int)


@pytest.mark.parametrize("value", [None, "", "x", -1, 10000, 2.5, math.nan, math.inf, -math.inf, "1e400", [], "3 4"])
def test_not_whole(value):
    with pytest.raises(Refusal) as e:
        cases.whole(value)
    assert e.value.code == "seed_range"


def test_steps_are_bounded():
    assert len(check_steps([("noise", {})] * cases.MAX_STEPS)) == cases.MAX_STEPS
    with pytest.raises(Refusal) as e:
        check_steps([("noise", {})] * (cases.MAX_STEPS + 1))
    assert e.value.code == "too_many_steps"
