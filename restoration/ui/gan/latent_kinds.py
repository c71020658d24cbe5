"""What the sections of the GAN's Latent space panel share: the choice of what is invented, seeds, and shares in words."""

from html import escape

from restoration.cases import whole
from restoration.lab import gan_images
from restoration.ui.compare import name_of
from restoration.ui.text import say

CHOICE = '<div class="latent-set"><span class="modes kinds" role="group" aria-label="{label}">{buttons}</span>{more}</div>'


def choice(lang: str, more: str = "") -> str:
    """Buttons, one for each subject, outside what an exhibit hides when it has nothing to show. more: HTML beside them."""
    buttons = "".join(
        f'<button type="button" data-subject="{name}" aria-pressed="{str(not n).lower()}">{escape(name_of(s, lang))}</button>'
        for n, (name, s) in enumerate(gan_images.subjects().items())
    )
    return CHOICE.format(label=escape(say("gan_kinds", lang)), buttons=buttons, more=more)


def subject_of(asked: object) -> str:
    """The chosen subject, else the first."""
    return asked if isinstance(asked, str) and asked in gan_images.NETWORKS else next(iter(gan_images.NETWORKS))


def seeds_of(asked: object, default: tuple) -> tuple:
    """Seeds from the page. Refusal for what is none."""
    return tuple(map(whole, asked)) if isinstance(asked, list) and asked else default


def share(part: float, lang: str) -> str:
    """A share in [0, 1] in words that stay true when it is tiny."""
    if part >= 0.001:
        return f"{100 * part:.{0 if part >= 0.1 else 1}f} %"
    return say("gan_one_in", lang, count=f"{1 / part:,.0f}") if part > 1e-12 else say("gan_none_in", lang)


def reads(found: tuple | None, lang: str) -> str:
    """What the classifier takes a digit for; "" if it was not asked."""
    return "" if found is None else say("gan_reads", lang, digit=found[0], sure=f"{100 * found[1]:.0f}")
