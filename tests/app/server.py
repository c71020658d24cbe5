"""The app as a visitor meets it: a process of its own, on a free port."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class App:
    url: str
    log_file: Path
    process: psutil.Process

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8", errors="replace")

    @property
    def memory(self) -> int:
        """Bytes of real memory that the process holds now."""
        return self.process.memory_info().rss


@contextmanager
def running(folder: Path, **env):
    """The app, started with extra settings in its environment; its log and its pictures lie in `folder`."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    log_file = folder / "app.log"
    settings = {
        "GRADIO_SERVER_PORT": str(port),
        "GRADIO_SERVER_NAME": "127.0.0.1",
        "GRADIO_TEMP_DIR": str(folder / "pictures"),
    }
    with log_file.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "app.py"],
            cwd=ROOT,
            env={**os.environ, **settings, **env},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        app = App(f"http://127.0.0.1:{port}", log_file, psutil.Process(process.pid))
        wait_for(app, process)
        yield app
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(app: App, process: subprocess.Popen) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        assert process.poll() is None, f"the app ended at its start:\n{app.log}"
        try:
            urllib.request.urlopen(app.url, timeout=30).close()
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"the app did not answer:\n{app.log}")
