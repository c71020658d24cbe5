"""The families of networks, one file each."""

from restoration.models import cnn

FAMILIES = {"cnn": cnn.FAMILY}
