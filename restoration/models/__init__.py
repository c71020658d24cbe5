"""The families of networks, one file each."""

from restoration.models import blocks, classifier, cnn, gan, gan_restore, pixel_rnn, rnn, vae

FAMILIES = {
    "cnn": cnn.FAMILY, "blocks": blocks.FAMILY, "vae": vae.FAMILY, "gan": gan.FAMILY, "gan-restore": gan_restore.FAMILY,
    "classifier": classifier.FAMILY, "rnn": rnn.FAMILY, "pixel-rnn": pixel_rnn.FAMILY,
}  # fmt: skip
