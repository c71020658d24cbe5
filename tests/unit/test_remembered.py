"""What is asked for often is remembered longest, and no more than there is room for."""

from dataclasses import replace

import gradio as gr

from restoration.lab.remembered import Remembered
from restoration.ui import desk, sessions


def test_the_one_longest_unasked_goes_first():
    kept = Remembered(2)
    kept.keep(("a",), 1)
    kept.keep(("b",), 2)
    assert kept.get(("a",)) == 1 and kept.get(("c",)) is None
    kept.keep(("c",), 3)
    assert kept.all() == [(("a",), 1), (("c",), 3)]
    kept.clear()
    assert kept.all() == []


def test_only_what_a_link_can_hold_is_shared():
    """A visitor's own photo, mask or network is theirs alone."""
    case, wanted = desk.lab.Case(), desk.Wanted
    assert desk._shared(wanted(case))
    assert not desk._shared(wanted(replace(case, picture=""), own="photo.png"))
    assert not desk._shared(wanted(replace(case, damage=(("missing-mask", ()),))))
    assert not desk._shared(wanted(replace(case, size="full")))
    assert not desk._shared(wanted(case, network=object()))


def test_a_visitor_is_let_in_without_describing_the_whole_app():
    """And their widgets hold what they were built with, until they change something."""
    with gr.Blocks() as demo:
        number, kept = gr.Number(3), gr.State([1])
    one, other = sessions.Session(demo), sessions.Session(demo)
    assert one.config_values == {}
    assert one[number._id] is number and one[kept._id] == [1] and one[kept._id] is not other[kept._id]
    one[kept._id] = [2]
    one[number._id] = gr.Number(5, render=False)
    one._update_value_in_config(number._id, 5)
    assert one[kept._id] == [2] and one[number._id].value == 5 and other[kept._id] == [1]
    assert not any(one.config_values.values())
