"""What the study says of the blocks, as a table: a column a block for two of them, a row a block for all ten."""

from html import escape

from restoration.studies import small
from restoration.ui.text import say


def name(block: str, lang: str) -> str:
    about = small.about(block)
    return about.en if lang == "en" else about.zh


def facts(found: dict, study: dict, lang: str) -> dict:
    """What the tables say of a block: key in ui/text.py -> cell."""
    plain = study["blocks"]["plain"]["ms"]
    field = f"{found['field']} × {found['field']}" + say("block_and_all", lang) * found["sees_all"]
    return {
        "block_width": f"{found['width']} × {found['depth']}",
        "block_parameters": f"{found['parameters']:,}",
        "block_macs": f"{found['macs'] / 1e9:.3f}",
        "block_ms": f"{found['ms']:.1f} ({found['ms'] / plain:.1f}×)",
        "block_field": field,
        "block_psnr": f"{found['psnr']:.2f}",
        "block_psnr_same_time": f"{found['psnr_same_time']:.2f}",
        "block_samples": f"{found['samples']['psnr']:.2f} / {found['samples']['ssim']:.3f}",
    }


def table(study: dict, blocks: list[str], lang: str, across: bool) -> str:
    """across: a column a block; else a row a block, with a star at the best of each score."""
    words = {"steps": f"{study['steps']:,}", "seconds": f"{study['seconds']:.0f}", "side": study["side"], "sigma": study["sigma"]}
    cells = {block: facts(study["blocks"][block], study, lang) for block in blocks}
    heads = {key: escape(say(key, lang, **words)) for key in cells[blocks[0]]}
    caption = escape(say("block_caption", lang, device=study["device"], **words))
    names = {block: escape(name(block, lang)) for block in blocks}
    if across:
        head = "<td></td>" + "".join(f'<th scope="col">{names[b]}</th>' for b in blocks)
        rows = "".join(
            f'<tr><th scope="row">{label}</th>{"".join(f"<td>{cells[b][key]}</td>" for b in blocks)}</tr>' for key, label in heads.items()
        )
    else:
        best = _best(study, blocks)
        head = "<td></td>" + "".join(f'<th scope="col">{label}</th>' for label in heads.values())
        rows = "".join(
            f'<tr><th scope="row">{names[b]} <code>{b}</code></th>'
            + "".join(f"<td>{text}{star(lang) * (best.get(key) == b)}</td>" for key, text in cells[b].items())
            + "</tr>"
            for b in blocks
        )
    scores = f'<table class="scores"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    return f'<div class="wide-table" tabindex="0">{scores}</div><p class="scale-note">{caption}</p>'


def star(lang: str) -> str:
    return f' <span class="star" aria-label="{escape(say("best", lang))}">★</span>'


def _best(study: dict, blocks: list[str]) -> dict:
    """text key of a column -> the block that is best in it."""
    found = study["blocks"]
    best = {f"block_{key}": max(blocks, key=lambda b: found[b][key]) for key in ("psnr", "psnr_same_time")}
    best["block_ms"] = min(blocks, key=lambda b: found[b]["ms"])
    return best | {"block_samples": max(blocks, key=lambda b: found[b]["samples"]["psnr"])}
