"""The families of networks, one file each."""

from restoration.models import blocks, classifier, cnn, vae

FAMILIES = {"cnn": cnn.FAMILY, "blocks": blocks.FAMILY, "vae": vae.FAMILY, "classifier": classifier.FAMILY}
