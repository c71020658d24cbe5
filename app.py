"""The door: `python app.py` opens the lab. A hosted Space runs this file as it is."""

import os

os.environ.setdefault(
    "GRADIO_ANALYTICS_ENABLED", "False"
)  # before gradio is imported: the app asks nothing of the network
# Before torch is imported: threads that wait for one another sleep. By default they spin, and when several visitors compute at
# once on few cores, small operations take fifty times as long.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

from restoration.performance import keep_big_blocks

keep_big_blocks()  # before the first tensor

from restoration.ui.app import build
from restoration.ui.style import LAUNCH

demo = build()

if __name__ == "__main__":
    demo.launch(**LAUNCH)
