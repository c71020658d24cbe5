"""Visitors that cost little to let in and to serve.

Gradio describes every component of every page anew for each visitor: half a second, in which it answers nobody, and 2.6 MB. It describes
a component again whenever it changes. All that is read again only where an app has deep links, which this one has not.
"""

from types import SimpleNamespace

from gradio import state_holder


class Session(state_holder.SessionState):
    """A visitor's state, in which no component is described."""

    def __init__(self, blocks):
        super().__init__(SimpleNamespace(default_config=blocks.default_config, blocks={}))
        self.blocks_config.config_for_block = lambda *_: {}


def let_in_lightly() -> None:
    """Gradio makes Sessions from now on."""
    state_holder.SessionState = Session
