"""Visitors that cost little to let in.

Gradio describes every component of every page anew for each visitor: half a second, in which it answers nobody, and 2.6 MB. Only what
a visitor changes is ever read again, unless an app has deep links, which this one has not. So a component is described when it is needed.
"""

from types import SimpleNamespace

from gradio import state_holder


class Session(state_holder.SessionState):
    """A visitor's state, with no component described beforehand."""

    def __init__(self, blocks):
        super().__init__(SimpleNamespace(default_config=blocks.default_config, blocks={}))


def let_in_lightly() -> None:
    """Gradio makes Sessions from now on."""
    state_holder.SessionState = Session
