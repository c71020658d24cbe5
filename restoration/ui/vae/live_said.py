"""What the rows of a training of the visitor's own say: sentences and a table, computed from them."""

from html import escape

from restoration.live import vae
from restoration.ui.text import say

ENOUGH = 0.8  # of the held-out digits known by their neighbours: "the classes have come apart"

BLIND = 0.97  # of the nats of a decoder that is told nothing: above, the code is of no use to it


def sentences(t: vae.Training, lang: str) -> list[str]:
    val, s = t.latest("val"), t.settings
    known = {"step": t.step, "seconds": f"{t.seconds:.1f}", "share": f"{100 * val['neighbours']:.0f}", "count": len(t.labels)}
    said = [say("vae_live_apart", lang, guess=f"{100 * t.levels['guess']:.0f}", **known)]
    if (passed := t.passed(ENOUGH)) and passed["step"]:
        said[0] += say("vae_live_passed", lang, at=passed["step"], after=f"{passed['seconds']:.1f}", enough=f"{100 * ENOUGH:.0f}")
    if val["reconstruction"] > BLIND * t.levels["blind"]:
        return [*said, say("vae_live_unused", lang, nats=f"{val['reconstruction']:.0f}", blind=f"{t.levels['blind']:.0f}")]
    mixed = t.mixed_up()
    if mixed:
        count, a, b = mixed[0]
        both = int(((t.labels == a) | (t.labels == b)).sum())
        said.append(say("vae_live_mixed", lang, a=a, b=b, count=count, both=both))
    else:
        said.append(say("vae_live_unmixed", lang))
    words = {"spread": f"{t.spread():.2f}", "active": val["active"], "latent": s.latent, "kl": f"{val['kl']:.1f}", "beta": f"{s.beta:g}"}
    said.append(say("vae_live_plain" if s.beta == 0 else "vae_live_active", lang, **words))
    return said


def before(t: vae.Training, lang: str) -> str:
    return say("vae_live_before", lang, beta=f"{t.settings.beta:g}", latent=t.settings.latent)


def table(t: vae.Training, previous: vae.Training | None, lang: str) -> str:
    """This run beside the one before, of held-out digits."""
    runs = [run for run in (t, previous) if run]
    names = [say("vae_live_this", lang), *([say("vae_live_last", lang)] if previous else [])]
    rows = [
        ("vae_live_settings", [say("vae_live_set", lang, **_settings(run)) for run in runs]),
        ("vae_live_neighbours", [f"{100 * run.latest('val')['neighbours']:.0f} %" for run in runs]),
        ("vae_live_reconstruction", [f"{run.latest('val')['reconstruction']:.1f}" for run in runs]),
        ("vae_live_kl", [f"{run.latest('val')['kl']:.2f}" for run in runs]),
        ("vae_live_nelbo", [f"{run.latest('val')['nelbo']:.1f}" for run in runs]),
        ("vae_live_dimensions", [f"{run.latest('val')['active']} / {run.settings.latent}" for run in runs]),
        ("vae_live_spread", [f"{run.spread():.2f}" for run in runs]),
    ]
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    body = ""
    for key, cells in rows:
        columns = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        body += f'<tr><th scope="row">{escape(say(key, lang))}</th>{columns}</tr>'
    caption = escape(say("vae_live_table", lang))
    return f'<table class="scores"><caption>{caption}</caption><thead><tr><td></td>{heads}</tr></thead><tbody>{body}</tbody></table>'


def _settings(t: vae.Training) -> dict:
    s = t.settings
    digits = "0–9" if s.digits == vae.ALL else ", ".join(s.digits)
    return {"beta": f"{s.beta:g}", "latent": s.latent, "lr": f"{s.lr:g}", "digits": digits, "step": t.step}


def notes(t: vae.Training, lang: str) -> list[str]:
    said = [say("vae_live_data", lang, count=len(t.labels))]
    return [*said, say("vae_live_beta_zero", lang)] if t.settings.beta == 0 else said
