"""The families of networks, one file each."""

from restoration.models import blocks, cnn

FAMILIES = {"cnn": cnn.FAMILY, "blocks": blocks.FAMILY}
