"""What is shown of a game on points: the plane, curves, numbers, and sentences computed from its rows."""

import json
from html import escape

import gradio as gr

from restoration import live
from restoration.live import game
from restoration.ui.live_board import line
from restoration.ui.look import component
from restoration.ui.text import say

TEMPLATE = """
<p class="status running waiting">{waiting}</p>
<div class="board-live game-board" hidden>
<p class="status" role="status"></p>
<p class="watch"></p>
<div class="game-two">
  <div class="plane-box">
    <canvas class="plane" tabindex="0" role="img"></canvas>
    <div class="surface-key"></div>
    <div class="by-hand" hidden><p>{by_hand}</p><span class="count" role="status"></span>
      <button type="button" data-do="undo">{undo}</button><button type="button" data-do="clear">{clear}</button></div>
  </div>
  <div class="beside-plane">
    <div class="game-legend" role="group" aria-label="{legend}">
      <div><svg viewBox="0 0 34 18" aria-hidden="true"><circle class="real" cx="17" cy="9" r="5"/></svg><span>{real}</span></div>
      <div><svg viewBox="0 0 34 18" aria-hidden="true"><path class="made" d="M17 2l7 7-7 7-7-7z"/></svg><span>{made}</span></div>
      <div><svg viewBox="0 0 34 18" aria-hidden="true"><path class="way" d="M2 9H28M22 4l7 5-7 5"/></svg>
        <label><span><input type="checkbox" data-layer="arrows">{arrows}</span></label></div>
      <div><svg viewBox="0 0 34 18" aria-hidden="true"><path class="net" d="M2 4h30M2 9h30M2 14h30M8 1v16M17 1v16M26 1v16"/></svg>
        <label><span><input type="checkbox" data-layer="grid">{grid}</span></label></div>
      <div><svg viewBox="0 0 34 18" aria-hidden="true"><path class="divide" d="M2 14C10 2 22 16 32 4"/></svg>
        <label><span><input type="checkbox" data-layer="surface">{surface}</span></label></div>
    </div>
    <p class="turns"></p>
    <div class="says"></div>
    <dl class="numbers"></dl>
  </div>
</div>
<div class="charts"></div>
<div class="notes"></div></div>"""
WORDS = ("by_hand", "undo", "clear", "legend", "real", "made", "arrows", "grid", "surface")
FAINT = 0.05  # arrows shorter than this are hardly seen: G is told nothing
CELLS = 40


def build(lang: str) -> gr.HTML:
    words = {key: escape(say(f"game_word_{key}", lang)) for key in WORDS} | {"waiting": escape(say("network_waiting", lang))}
    return component(TEMPLATE.format(**words), "game-board", "live_charts.js", "gan/game_draw.js", "gan/game.js")


def value(session: game.Session, place: int | None, lang: str) -> dict:
    """place: in the queue, 0 if it plays or does not want to."""
    g = session.training or game.untrained()
    problem = session.problem
    said = [] if problem or g.state == live.DIVERGED else sentences(g, lang)
    name = session.named if session.named is None else session.named or next(iter(game.PRESETS))
    return {
        "status": escape(problem.say(lang) if problem else status(g, place, lang)),
        "running": not problem and bool(session.training) and g.state in live.ACTIVE,
        "watch": escape(say(f"game_watch_{name}", lang)) if name else "",
        "sentence": "".join(f"<li>{escape(sentence)}</li>" for sentence in said),
        "about": " ".join([say("game_plane", lang), *said]),
        "turns": "" if problem else _turns(g, lang),
        "numbers": [[escape(say(key, lang)), escape(text)] for key, text in _numbers(g)] if not problem else [],
        "game": json.dumps(_empty(session, lang) if problem else _plane(session, g, lang), separators=(",", ":")),
        "key": _key(g, lang),
        # as one text: Gradio sends only what changed, and muddles a list that became shorter
        "charts": json.dumps([] if problem else _charts(session, g, lang)),
        "notes": "".join(f"<p>{escape(note)}</p>" for note in notes(g, lang)),
    }


def status(g: game.Game, place: int | None, lang: str) -> str:
    if g.state == live.DIVERGED:
        return g.problem.say(lang)
    if g.state == live.WAITING and place:
        return say("live_waiting", lang, places=live.PLACES.count, number=place, seconds=f"{live.PLACES.wait(place):.0f}")
    if g.state in live.ACTIVE:
        return say("game_is_running", lang)
    if not g.step:
        return say("game_is_new", lang)
    key = "game_is_capped" if g.state == live.CAPPED else "game_is_paused"
    return say(key, lang, turns=g.step, seconds=f"{g.seconds:.1f}", cap=f"{g.cap:g}")


def sentences(g: game.Game, lang: str) -> list[str]:
    """What the last row says."""
    row, s = g.latest("val"), g.settings
    said = []
    if "covered" in row:
        said.append(say("game_says_covered", lang, covered=row["covered"], near=f"{100 * row['near']:.0f}"))
    near = {"distance": f"{row['distance']:.2f}", "least": f"{g.yardstick:.2f}"}
    said.append(say("game_says_distance", lang, **near))
    share = 100 * row["apart"]
    said.append(say("game_says_apart" if share >= 55 else "game_says_not_apart", lang, share=f"{share:.0f}"))
    said.append(say("game_says_faint" if row["arrow"] < FAINT else "game_says_arrow", lang, arrow=f"{row['arrow']:.2g}"))
    if g.step and not s.lr_d and not s.lr_g:
        said.append(say("game_says_nobody", lang))
    elif not s.lr_d or not s.lr_g:
        said.append(say("game_says_still", lang, player="D" if not s.lr_d else "G"))
    return said


def notes(g: game.Game, lang: str) -> list[str]:
    """How the numbers are measured."""
    numbers = {"points": game.SEEN, "directions": game.DIRECTIONS, "batch": game.BATCH, "row": game.ROW}
    kept = [say("game_note_distance", lang, **numbers)]
    if g.settings.target == "gaussians":
        kept.append(say("game_note_covered", lang, sd=game.NEAR, due=f"{100 * game.SHARE / game.MODES:.1f}", points=game.SEEN))
    if g.settings.target == game.DRAWN:
        kept.append(say("game_note_drawn", lang, jitter=game.JITTER))
    return kept


def _turns(g: game.Game, lang: str) -> str:
    """How often each has played, and who did last."""
    parts = []
    for player in ("d", "g"):
        kind = f"{player} now" if g.last == player else player
        parts.append(f'<span class="{kind}">{escape(say(f"game_turns_{player}", lang, count=g.turns[player]))}</span>')
    return "".join(parts)


def _numbers(g: game.Game) -> list:
    train, val = g.latest("train") or {}, g.latest("val")
    loss = {key: f"{train[key]:.3f}".replace("-", "−") if key in train else "–" for key in ("loss_d", "loss_g")}
    rounds = min(g.turns["d"] / g.settings.steps_d, g.turns["g"])
    return [
        ("game_loss_of_d", loss["loss_d"]),
        ("game_loss_of_g", loss["loss_g"]),
        ("game_distance", f"{val['distance']:.3f}"),
        ("game_yardstick", f"{g.yardstick:.3f}"),
        ("live_seconds", f"{g.seconds:.1f}"),
        ("game_speed", f"{rounds / g.seconds:.0f}" if g.seconds and rounds > 10 else "–"),
        ("game_parameters", " + ".join(f"{n:,}" for n in g.parameters.values())),
    ]


def _points(x) -> list:
    return [[round(v, 3) for v in point] for point in x.tolist()]


def _plane(session: game.Session, g: game.Game, lang: str) -> dict:
    """A look for game_draw.js. surface: from 0, made, to 65535, real, four hex digits a cell."""
    look = g.look(cells=CELLS)
    levels = "".join(f"{v:04x}" for v in look.surface.mul(65535).round().int().flatten().tolist())
    drawing = g.settings.target == game.DRAWN
    return {
        "key": f"{id(g)}", "reach": game.REACH, "real": _points(look.real), "made": _points(look.made), "arrows": _points(look.arrows),
        "lines": [_points(one) for one in look.manifold], "cells": CELLS, "surface": levels, "level": look.divided,
        **_by_hand(session, drawing, lang),
    }  # fmt: skip


def _empty(session: game.Session, lang: str) -> dict:
    """A plane on which nobody plays: there is no game of what is chosen."""
    drawing = session.problem.code in ("game_points", "game_no_point")
    return {
        "key": "", "reach": game.REACH, "real": [list(p) for p in session.points] if drawing else [], "made": [], "arrows": [], "lines": [],
        "cells": CELLS, "surface": "8000" * CELLS**2, "level": False, **_by_hand(session, drawing, lang),
    }  # fmt: skip


def _by_hand(session: game.Session, drawing: bool, lang: str) -> dict:
    return {"drawing": drawing, "drawn": [list(p) for p in session.points], "count": say("game_count", lang, count=len(session.points))}


def _key(g: game.Game, lang: str) -> str:
    """What the colours of the surface mean."""
    loss = g.settings.loss
    kind = loss if loss in ("least-squares", "wasserstein") else "probability"
    ends = [say(f"game_key_{kind.replace('-', '_')}_{end}", lang) for end in ("low", "high")]
    return '<span class="bar"></span><span class="ends"><span>{}</span><span>{}</span></span>'.format(*map(escape, ends))


def _charts(session: game.Session, g: game.Game, lang: str) -> list[dict]:
    steps, before, loss = max(g.step, 400), session.previous, g.settings.loss
    axis = escape(say("game_axis", lang))
    names = {"d": say("game_line_d", lang), "g": say("game_line_g", lang)}
    levels = []
    if even := game.EVEN[loss]:
        for player, level in zip(("d", "g"), even, strict=True):
            level_name = say(f"game_even_{player}", lang, level=f"{level:.2f}".replace("-", "−"))
            levels.append({"kind": f"level-{player}", "name": escape(level_name), "y": level})
    losses = {
        "title": escape(say("game_chart_losses", lang)), "alt": escape(say("game_alt_losses", lang)), "x": axis, "steps": steps,
        "log": False, "lines": [line(player, names[player], g.curve("train", f"loss_{player}")) for player in ("g", "d")], "levels": levels,
    }  # fmt: skip
    away = [line("val", say("game_line_distance", lang), g.curve("val", "distance"))]
    if before and before.settings.target == g.settings.target and before.settings.points == g.settings.points:
        away.insert(0, line("previous", say("game_line_before", lang), before.curve("val", "distance")))
    least = {"kind": "yardstick", "name": escape(say("game_line_least", lang, least=f"{g.yardstick:.2f}")), "y": g.yardstick}
    alt = say("game_alt_distance", lang, distance=f"{g.latest('val')['distance']:.2f}", least=f"{g.yardstick:.2f}")
    distance = {
        "title": escape(say("game_chart_distance", lang)), "alt": escape(alt), "x": axis, "steps": steps, "log": True, "lines": away,
        "levels": [least],
    }  # fmt: skip
    return [losses, distance]
