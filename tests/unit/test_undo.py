"""The history that Undo goes back in."""

from restoration.ui.undo import LEVELS, begun, changed, noted

START = ((("noise", (("sigma", 25),)),), 0, "")


def damage(sigma: int) -> tuple:
    return ((("noise", (("sigma", sigma),)),), 0, "")


def test_nothing_to_take_back_at_first():
    history, button = begun(START)
    assert history == ((START, None),) and button["interactive"] is False


def test_a_change_can_be_taken_back():
    history, button = changed(begun(START)[0], damage(30), 1)
    assert [d for d, _ in history] == [START, damage(30)] and button["interactive"] is True


def test_a_drag_is_one_change():
    history = begun(START)[0]
    for sigma in (26, 31, 40):
        history = noted(history, damage(sigma), 7)
    assert [d for d, _ in history] == [START, damage(40)]
    history = noted(history, damage(50), 8)
    assert [d for d, _ in history] == [START, damage(40), damage(50)]


def test_a_drag_that_ends_where_it_began_is_none():
    history = begun(START)[0]
    for sigma in (26, 31, 25):
        history = noted(history, damage(sigma), 7)
    assert history == begun(START)[0]


def test_what_is_as_it_was_is_no_change():
    history = begun(START)[0]
    assert noted(history, START, 3) is history


def test_only_so_many_levels():
    history = begun(START)[0]
    for n in range(2 * LEVELS):
        history = noted(history, damage(n), n)
    assert len(history) == LEVELS + 1 and history[-1][0] == damage(2 * LEVELS - 1)
