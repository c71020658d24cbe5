"""What students may choose between before a repair, as the pages call it."""

from functools import lru_cache

from restoration import lab
from restoration.lab import gan_repair
from restoration.ui.text import say

WORDS = (
    "vae_row_search", "vae_row_pass", "vae_row_draw", "vae_row_mean", "vae_row_cnn", "vae_row_mean_fill",
    "rnn_line_memory", "rnn_line_alone", "rnn_line_both", "rnn_line_cnn", "rnn_line_nlm",
)  # fmt: skip


@lru_cache(maxsize=2)
def names(lang: str) -> dict[str, str]:
    """Their names in the other language -> in this."""
    both = [(m.en, m.zh) for m in (*lab.models(), *lab.classicals())]
    both += [*gan_repair.NAMES.values(), *((say(key, "en"), say(key, "zh")) for key in WORDS)]
    return {zh: en for en, zh in both} if lang == "en" else dict(both)
