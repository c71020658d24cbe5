"""What the rows of a GAN of the visitor's own say: sentences and a table, computed from them."""

from html import escape

from restoration.live import gan
from restoration.ui.text import say

WINNING, GUESSING = 0.9, 0.6  # of pairs that D tells rightly: from here on D is winning; up to here it guesses
COMMON = 0.5  # of the legible digits: one class that is so many of them is a collapse
FLAT = 0.1  # of D(G(z)): below, the saturating loss has hardly a slope
LEARNED = 0.1  # by which D believes training pictures more than held-out ones: it knows some by heart


def sentences(t: gan.Training, lang: str) -> list[str]:
    val, s = t.latest("val"), t.settings
    if s.lr == 0:
        return [say("gan_live_said_nothing", lang, step=t.step)]
    # of the last row of "val", which may lie some updates back
    side = "winning" if val["told"] >= WINNING else "guessing" if val["told"] <= GUESSING else "even"
    said = [say(f"gan_live_said_{side}", lang, told=f"{100 * val['told']:.0f}", step=val["step"], seconds=f"{val['seconds']:.1f}")]
    if s.loss == "saturating" and val["fake"] < FLAT:
        said.append(say("gan_live_said_flat", lang, fake=f"{val['fake']:.2f}", other=f"{1 - val['fake']:.2f}"))
    if "sure" in val:
        said.append(_read(t, lang))
    if "near" in val:
        near = {key: f"{255 * v:.0f}" for key, v in (("near", val["near"]), ("held", t.levels["near"]))}
        said.append(say("gan_live_said_copies" if val["near"] < t.levels["near"] else "gan_live_said_apart", lang, **near))
    if s.loss in gan.PROBABLE:
        heart = val["seen"] - val["real"] > LEARNED
        numbers = {"seen": f"{val['seen']:.2f}", "real": f"{val['real']:.2f}"}
        said.append(say("gan_live_said_heart" if heart else "gan_live_said_both", lang, **numbers))
    return said


def _read(t: gan.Training, lang: str) -> str:
    """What the classifier reads."""
    counts, share = t.legible, f"{100 * t.levels['sure']:.0f}"
    total = sum(counts)
    if not total:
        return say("gan_live_said_none", lang, count=gan.JUDGED, share=share)
    words = {"sure": f"{100 * total / gan.JUDGED:.0f}", "count": gan.JUDGED, "share": share, "classes": sum(n > 0 for n in counts)}
    most = max(range(10), key=counts.__getitem__)
    said = say("gan_live_said_read", lang, **words)
    missing = [str(k) for k in range(10) if not counts[k]]
    if total >= 10 and counts[most] > COMMON * total:
        return said + say("gan_live_said_collapse", lang, digit=most, part=f"{100 * counts[most] / total:.0f}")
    return said + (say("gan_live_said_missing", lang, digits=", ".join(missing)) if missing else "")


def before(t: gan.Training, key: str, lang: str) -> str:
    return say(f"gan_live_before_{key}", lang, loss=_loss(t, lang), lr=f"{t.settings.lr:g}")


def _loss(t: gan.Training, lang: str) -> str:
    return say(f"gan_live_loss_{t.settings.loss.replace('-', '_')}", lang)


def table(t: gan.Training, previous: gan.Training | None, lang: str) -> str:
    """This run beside the one before."""
    runs = [run for run in (t, previous) if run]
    names = [say("gan_live_this", lang), *([say("gan_live_last", lang)] if previous else [])]
    rows = [("gan_live_settings", [_settings(run, lang) for run in runs])]
    for label, key, times, unit, digits in (
        ("gan_live_told", "told", 100, " %", 0), ("gan_live_sure", "sure", 100, " %", 0), ("gan_live_classes", "classes", 1, " / 10", 0),
        ("gan_live_near", "near", 255, "", 0), ("gan_live_line_real", "real", 1, "", 2), ("gan_live_line_seen", "seen", 1, "", 2),
        ("gan_live_line_fake", "fake", 1, "", 2),
    ):  # fmt: skip
        found = [run.latest("val").get(key) for run in runs]
        if any(v is not None for v in found):
            cells = ["–" if v is None else f"{times * v:.{digits}f}{unit}".replace("-", "−") for v in found]
            rows.append((label, cells))
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    body = ""
    for key, cells in rows:
        columns = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        body += f'<tr><th scope="row">{escape(say(key, lang))}</th>{columns}</tr>'
    caption = escape(say("gan_live_table", lang))
    return f'<table class="scores"><caption>{caption}</caption><thead><tr><td></td>{heads}</tr></thead><tbody>{body}</tbody></table>'


def _settings(t: gan.Training, lang: str) -> str:
    s = t.settings
    words = {"pictures": say(f"gan_live_of_{s.pictures}", lang), "lr": f"{s.lr:g}", "beta1": f"{s.beta1:g}", "step": t.step}
    return say("gan_live_set", lang, loss=_loss(t, lang), **words)


def notes(t: gan.Training, lang: str) -> list[str]:
    s = t.settings
    said = [say(f"gan_live_data_{s.pictures}", lang, held=len(t.held)), say("gan_live_shown", lang, judged=gan.JUDGED)]
    if s.loss not in gan.PROBABLE:
        said.append(say(f"gan_live_output_{s.loss.replace('-', '_')}", lang))
    return said
