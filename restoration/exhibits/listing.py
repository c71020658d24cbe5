"""The listing to be mended: a GAN in Keras that cannot run, and what is wrong with it. It is read here, and never run.

The listing itself, lessons/listings/keras_gan.py.txt, says at the end of a line which faults show there:

    generator.add(Reshape((7, 7, 256)))  #: reshape imports

The marks are cut off before anybody sees it. What is said about a fault, in two languages: restoration/ui/gan/text.py.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "lessons" / "listings" / "keras_gan.py.txt"
MENDED = Path(__file__).with_name("mended.py")
MARK = re.compile(r"\s*#: (?P<faults>[\w ]+)$")

# fault -> the lines that mend it, in Keras still. In the order in which a reader meets them. "" where lines only go.
FAULTS = {
    "imports": (
        "from keras.layers import (BatchNormalization, Conv2D, Dense, Dropout,\n"
        "    Flatten, Input, LeakyReLU, Reshape, UpSampling2D)"
    ),
    "input": "generator.add(Input(shape=(100,)))  # 100 random numbers a picture",
    "reshape": (
        "generator.add(Input(shape=(100,)))\n"
        "generator.add(Dense(7 * 7 * 256))  # 100 -> 12,544\n"
        "generator.add(BatchNormalization())\n"
        "generator.add(LeakyReLU(0.2))\n"
        "generator.add(Reshape((7, 7, 256)))  # 12,544 = 7 x 7 x 256"
    ),
    "sizes": (
        'generator.add(Conv2D(1, 5, padding="same", activation="tanh"))  # no third UpSampling2D: 7, 14, 28\n'
        "discriminator.add(Input(shape=(28, 28, 1)))"
    ),
    "sigmoid": "discriminator.add(Dense(1))  # a logit\ncross_entropy = BinaryCrossentropy(from_logits=True)",
    "frozen": (
        "# without the line that freezes it, and with a turn of its own:\n"
        "with tf.GradientTape() as d_tape:\n"
        "    real_output = discriminator(real_images, training=True)\n"
        "    fake_output = discriminator(fake_images, training=True)\n"
        "    d_loss = discriminator_loss(real_output, fake_output)\n"
        "weights = discriminator.trainable_variables\n"
        "discriminator_optimizer.apply_gradients(zip(d_tape.gradient(d_loss, weights), weights))"
    ),
    "unasked": (
        "def generator_loss(fake_output):\n"
        "    return cross_entropy(ops.ones_like(fake_output), fake_output)\n\n"
        "g_loss = generator_loss(fake_output)"
    ),
    "y_true": "    return cross_entropy(ops.ones_like(fake_output), fake_output)",
    "lr": "generator_optimizer = Adam(learning_rate=2e-4, beta_1=0.5)",
    "images": (
        'digits = np.load("digits.npz")["x"][..., None] / 127.5 - 1  # 28 x 28 x 1, in tanh\'s range\n'
        "images = [digits[i : i + batch_size] for i in range(0, len(digits), batch_size)]"
    ),
    "numpy": "import numpy as np",
    "predict": "fake_images = generator(noise, training=True)",
    "optimizer": "discriminator_optimizer = Adam(learning_rate=2e-4, beta_1=0.5)",
    "foreign": (
        "import tensorflow as tf\n\n"
        "with tf.GradientTape() as g_tape:\n"
        "    fake_output = discriminator(generator(noise, training=True), training=True)\n"
        "    g_loss = generator_loss(fake_output)\n"
        "weights = generator.trainable_variables\n"
        "generator_optimizer.apply_gradients(zip(g_tape.gradient(g_loss, weights), weights))"
    ),
}

# Why a line without a fault is as it is: the first that fits. The last fits all.
FINE = {
    "comment": r"#",
    "import": r"(from|import) ",
    "norm": r".*BatchNormalization",
    "dense": r".*Dense\(7",
    "strides": r".*strides=2",
    "dropout": r".*Dropout",
    "flatten": r".*Flatten",
    "conv": r".*Conv2D",
    "losses": r"def discriminator_loss|.*(real|fake)_loss",
    "settings": r"batch_size|for epoch",
    "asks": r".*discriminator\(.*training",
    "line": r"",
}


@dataclass(frozen=True)
class Line:
    """number: from 1. faults: keys of FAULTS. fine: a key of FINE, "" where there are faults, or where the line is empty."""

    number: int
    text: str
    faults: tuple[str, ...]
    fine: str


@lru_cache(maxsize=1)
def lines() -> tuple[Line, ...]:
    """The listing, line by line, without the marks."""
    return tuple(_line(n, raw) for n, raw in enumerate(FILE.read_text(encoding="utf-8").splitlines(), 1))


def _line(number: int, raw: str) -> Line:
    mark = MARK.search(raw)
    text, faults = MARK.sub("", raw), tuple(mark["faults"].split()) if mark else ()
    fine = "" if faults or not text.strip() else next(key for key, pattern in FINE.items() if re.match(pattern, text))
    return Line(number, text, faults, fine)


def shown_at(fault: str) -> tuple[Line, ...]:
    """The lines at which a fault shows."""
    return tuple(line for line in lines() if fault in line.faults)


def mended() -> str:
    """The mended program, whole, as it stands in its file."""
    return MENDED.read_text(encoding="utf-8")
