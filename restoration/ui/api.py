"""The lab for scripts, by gradio_client or plain HTTP: /degrade, /restore, /compare, /curves, /train, and of small pictures
/vae_restore, /vae_encode, /vae_decode, /train_vae; of the GAN /gan_restore, /gan_blend, /gan_generate, /train_gan; of the RNN
/clip_restore, /write_digit, /train_rnn. Nothing else is public.

Each is an event of a button that nobody sees, so that Gradio checks the files that come in.
"""

import inspect
from collections.abc import Callable
from contextlib import contextmanager
from functools import wraps

import gradio as gr

from restoration import lab, live
from restoration.errors import Refusal
from restoration.lab import gan
from restoration.live import gan as live_gan
from restoration.live import rnn as live_rnn
from restoration.live import vae as live_vae
from restoration.ui.gan.api import gan_blend, gan_generate, gan_restore, train_gan
from restoration.ui.live_run import for_script
from restoration.ui.picture import Intake, png
from restoration.ui.rnn.api import clip_restore, train_rnn
from restoration.ui.rnn.intake import ClipFile
from restoration.ui.rnn.pixels_api import write_digit
from restoration.ui.text import LANGUAGES, say
from restoration.ui.vae.api import train_vae, vae_decode, vae_encode, vae_restore


def degrade(picture: str, damage: str, seed: int, lang: str) -> tuple:
    """Damage a picture. Every pixel is kept: nothing is cropped to the size of the lab.

    picture: a file (PNG, JPEG, WebP, GIF, BMP, TIFF). damage: up to three steps as in the lab's links, such as
    "noise:sigma=25" or "blur:sigma=1.6;jpeg:quality=20"; the controls left out take their defaults. seed: 0 to 9999, the
    same seed gives the same pixels. lang: "en" or "zh", the language of messages.
    Returns the damaged picture as PNG (8 bits, clipped; low resolution is returned small), and what is known of the
    damage: {damage, seed, width, height, known: {sigma (of 255), scale, quality, share, ...}, notes}.
    """
    shot = _open(picture)
    ruined = lab.ruin(shot, lab.damage_steps(damage), seed)
    height, width = ruined.array.shape[:2]
    known = {key: _plain(value) for key, value in ruined.known.items()}
    facts = {"damage": lab.damage_text(ruined.steps), "seed": seed, "width": width, "height": height, "known": known}
    return png(lab.show(ruined.array)), {**facts, "notes": _notes(lang, shot, ruined)}


def restore(picture: str, sigma: float | None, model: str, lang: str) -> tuple:
    """Restore a damaged picture with a network.

    picture: a file. sigma: its noise level in units of 1/255, from 0 to 100; null to let the network guess. model: the
    name of a network, such as "cnn-denoise", which "auto" stands for here. lang: "en" or "zh", the language of messages.
    Returns the restored picture as PNG (super-resolution: larger), and {model, sigma (used), guessed, ms, notes}.
    """
    shot = _open(picture)
    ruined = lab.as_is(shot)
    if sigma is not None:
        lab.check_steps((("noise", (("sigma", sigma),)),))
        ruined.known["sigma"] = sigma
    mended = lab.mend(ruined, model, blind=sigma is None)
    facts = {"model": mended.names[0], "sigma": mended.sigma, "guessed": sigma is None, "ms": mended.ms}
    return png(mended.shown), {**facts, "notes": _notes(lang, shot, mended)}


def compare(picture: str, damage: str, seed: int, model: str, blind: bool, lang: str) -> tuple:
    """Damage a clean picture, restore it with a network and with every classical method that fits, and score them all.

    picture, damage, seed: as for /degrade. model: as for /restore. blind: true to let the network guess what is known of
    the damage. Returns the damaged picture and the restored one as PNG of the same size, the rows of scores
    [{name, kind ("damaged", "yardstick", "network"), psnr (dB; null if infinite), ssim, ms}], and the sentence that reads
    them. The scores are of RGB, the whole picture, rounded to 8 bits.
    """
    shot = _open(picture)
    ruined = lab.ruin(shot, lab.damage_steps(damage), seed)
    mended = lab.mend(ruined, model, blind)
    pictures = [ruined, *lab.yardsticks(ruined), mended]
    rows = [lab.row(shot, made) for made in pictures]
    sentence = lab.say_verdict(rows, ruined, mended, shot, lang)
    table = [{"name": r.name, "kind": r.kind, "psnr": _finite(r.psnr), "ssim": r.ssim, "ms": r.ms} for r in rows]
    return png(ruined.shown), png(mended.shown), table, sentence


def curves(model: str, lang: str) -> list:
    """The recorded training run of a network, row for row: [{step, split ("train" or "val"), loss, psnr, seconds, ...}].

    model: the name of a network, such as "cnn-denoise". lang: "en" or "zh", the language of messages.
    """
    return lab.curves_rows(lab.route(model, ())[0])


async def train(block: str, loss: str, lr: float, sigma: float, steps: int, seed: int, picture: str, lang: str) -> tuple:
    """Train a small denoiser on the shipped pictures, as the panel Train it live does, for 20 s at most.

    block: "residual", "plain", "nin", "inception", "dense", "se", "depthwise", "shuffle", "dilated" or "instance-norm". loss: "l1",
    "mse" or "cross-entropy". lr: the learning rate. sigma: of the noise, of 255, from 5 to 75. steps: 50 to 3000 updates. seed: 0 to
    9999, the same seed gives the same rows. picture: the sample to train on, such as "coffee", or "all". lang: "en" or "zh".
    Returns the rows [{step, split ("train" or "val"), loss, psnr (dB, of the picture that is held out), seconds, ...}], and {state
    ("done", "capped" or "diverged"), held_out, median (dB), damaged (dB), passed (the row that passed the median filter, or null),
    problem}.
    """
    if picture == live.OWN:
        raise Refusal("live_no_photo")
    t = await for_script(live.Session(), live.Settings(block, loss, lr, sigma, steps, seed, picture))
    facts = {"state": t.state, "held_out": live.held_out(picture), **t.levels, "passed": t.passed()}
    return t.rows, {**facts, "problem": t.problem and t.problem.say(lang)}


def _open(picture: str | None) -> lab.Shot:
    if not picture:
        raise Refusal("unreadable_picture")
    return lab.upload(picture, "full")


def _notes(lang: str, *things) -> list[str]:
    return [note.say(lang) for thing in things for note in thing.notes]


def _finite(number: float) -> float | None:
    return number if number < float("inf") else None


def _plain(value):
    """What is known of a damage as JSON: of a mask, only the share of pixels that are known."""
    if not hasattr(value, "tolist"):
        return value
    return {"share_known": float(value.mean())} if value.ndim == 4 else value.tolist()


def plainly(fn: Callable) -> Callable:
    """A refusal becomes an error with its sentence, in the language of the last argument, and no traceback."""

    @contextmanager
    def said(lang: str):
        try:
            yield
        except Refusal as e:
            raise gr.Error(e.say(lang), print_exception=False) from None

    def language(values) -> str:
        return values[-1] if values[-1] in LANGUAGES else "en"

    @wraps(fn)  # the names of its arguments are the names in the API
    def endpoint(*values):
        with said(language(values)):
            return fn(*values[:-1], language(values))

    @wraps(fn)
    async def waiting(*values):
        with said(language(values)):
            return await fn(*values[:-1], language(values))

    return waiting if inspect.iscoroutinefunction(fn) else endpoint


EXAMPLE = """```python
from gradio_client import Client, handle_file
lab = Client("http://127.0.0.1:7860")
picture, known = lab.predict(handle_file("photo.png"), "noise:sigma=25", 0, api_name="/degrade")
restored, facts = lab.predict(handle_file(picture), 25, api_name="/restore")
```"""


def guide(lang: str) -> str:
    """Markdown: how to call the lab, and every endpoint by its docstring."""
    intro = say("api_intro", lang, address="`http://127.0.0.1:7860`")
    endpoints = (
        f"**/{fn.__name__}**{inspect.signature(fn)}\n\n{inspect.getdoc(fn)}"
        for fn in (
            degrade, restore, compare, curves, train, vae_restore, vae_encode, vae_decode, train_vae, gan_restore, gan_blend, gan_generate,
            train_gan, clip_restore, write_digit, train_rnn,
        )
    )
    return "\n\n".join([intro, EXAMPLE, *endpoints])


def build() -> None:
    """The endpoints, once for the whole app."""
    case = lab.Case()
    with gr.Column(visible=False):
        picture = Intake(label="picture", type="filepath", format="png")
        damage = gr.Textbox(lab.damage_text(case.damage), label="damage")
        seed = gr.Number(case.seed, label="seed", precision=0)
        sigma = gr.Number(None, label="sigma")
        model = gr.Textbox(case.model, label="model")
        blind = gr.Checkbox(case.blind, label="blind")
        lang = gr.Textbox("en", label="lang")
        out, out_2 = gr.Image(label="picture", format="png"), gr.Image(label="restored", format="png")
        facts, sentence = gr.JSON(label="facts"), gr.Textbox(label="sentence")
        chosen = live.Settings()
        training = [
            gr.Textbox(chosen.block, label="block"), gr.Textbox(chosen.loss, label="loss"), gr.Number(chosen.lr, label="lr"),
            gr.Number(chosen.sigma, label="sigma"), gr.Number(100, label="steps"), gr.Number(chosen.seed, label="seed"),
            gr.Textbox(chosen.picture, label="picture"),
        ]  # fmt: skip
        rows = gr.JSON(label="rows")
        small = [
            gr.Textbox("digits", label="subject"), gr.Number(3, label="number", precision=0),
            gr.Textbox("missing-lower:share=0.5", label="damage"), gr.Number(0, label="seed", precision=0),
        ]  # fmt: skip
        map_ = gr.Textbox("vae-digits-2d", label="model")
        place, numbers = gr.JSON([0, 0], label="z"), gr.JSON(None, label="array")
        chosen = live_vae.Settings()
        mapping = [
            gr.Number(chosen.beta, label="beta"), gr.Number(chosen.latent, label="latent", precision=0), gr.Number(chosen.lr, label="lr"),
            gr.Number(300, label="steps"), gr.Number(chosen.seed, label="seed"), gr.Textbox(chosen.digits, label="digits"),
        ]  # fmt: skip
        small_photo, mix = gr.Textbox(lab.damage_text(gan.Case().damage), label="damage"), gr.Number(0.5, label="mix")
        chosen = live_gan.Settings()
        gaming = [
            gr.Textbox(chosen.pictures, label="pictures"), gr.Textbox(chosen.loss, label="loss"), gr.Number(chosen.lr, label="lr"),
            gr.Number(chosen.beta1, label="beta1"), gr.Number(200, label="steps"), gr.Number(chosen.seed, label="seed"),
        ]  # fmt: skip
        writing = [
            small[1], gr.Textbox("lower", label="cover"), gr.Number(1, label="temperature"), seed, gr.Number(6, label="count"),
        ]  # fmt: skip
        chosen = live_rnn.Settings()
        recurring = [
            gr.Textbox("clips", label="kind"), gr.Textbox(chosen.shapes, label="shapes"), gr.Number(chosen.speed, label="speed"),
            gr.Number(chosen.sigma, label="sigma"), gr.Number(chosen.width, label="width", precision=0), gr.Number(chosen.lr, label="lr"),
            gr.Number(100, label="steps"), gr.Number(chosen.seed, label="seed"),
        ]  # fmt: skip
        inventor, seeds = gr.Textbox("dcgan-digits", label="model"), gr.JSON([0, 1, 2], label="seeds")
        video, moving = ClipFile(label="video"), gr.File(label="restored")
        clip = [gr.Number(25, label="sigma"), gr.Number(0, label="seed"), gr.Number(0, label="wipe")]
        button = gr.Button()
    shared = {"api_visibility": "public", "show_progress": "hidden"}
    for fn, inputs, outputs in (
        (degrade, [picture, damage, seed, lang], [out, facts]),
        (restore, [picture, sigma, model, lang], [out, facts]),
        (compare, [picture, damage, seed, model, blind, lang], [out, out_2, facts, sentence]),
        (curves, [model, lang], facts),
        (train, [*training, lang], [rows, facts]),
        (vae_restore, [picture, *small, lang], [out, out_2, rows, facts]),
        (vae_encode, [picture, numbers, small[1], map_, lang], facts),
        (vae_decode, [place, map_, lang], [out, rows]),
        (train_vae, [*mapping, lang], [rows, facts]),
        (gan_restore, [picture, small_photo, seed, lang], [out, out_2, rows]),
        (gan_blend, [picture, small_photo, seed, mix, lang], [out, facts]),
        (gan_generate, [seeds, inventor, lang], [out, rows]),
        (train_gan, [*gaming, lang], [out, rows, facts]),
        (clip_restore, [video, *clip, lang], [moving, facts]),
        (write_digit, [picture, *writing, lang], [out, facts]),
        (train_rnn, [*recurring, lang], [out, rows, facts]),
    ):
        mends = fn in (restore, compare, vae_restore, gan_restore, gan_blend, clip_restore, write_digit)
        heavy = {"concurrency_id": "mend", "concurrency_limit": 2} if mends else {}
        if fn in (train, train_vae, train_gan, train_rnn):
            heavy = {"concurrency_id": "live", "concurrency_limit": None}  # it waits in live.places
        button.click(
            plainly(fn), inputs, outputs, api_name=fn.__name__, api_description=inspect.getdoc(fn), **shared, **heavy
        )
