"""How fast the lab is, and how much memory it takes: figures, not pass or fail.

    python tests/bench/speed.py                      the network beside its peers, and a 4-megapixel restore
    python tests/bench/speed.py --app                also starts the app: start time, memory, latencies through the API
    python tests/bench/speed.py --url http://127.0.0.1:7860     latencies of an app that runs already

Wall times drift on shared machines, so the cost is CPU seconds per megapixel on one thread; all sides are measured in one run, in
an order that alternates, and medians are told. The learned peer has the shape of FFDNet for colour (Zhang et al. 2018, arXiv
1710.04026): twelve 3x3 convolutions of 96 channels at half resolution, ReLU between; its weights are random, which costs the same.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from restoration.performance import keep_big_blocks  # noqa: E402

keep_big_blocks()  # before the first tensor, as the app does

import torch  # noqa: E402
from torch import nn  # noqa: E402

from restoration import checkpoints  # noqa: E402
from restoration.baselines import baseline  # noqa: E402
from restoration.degrade import degrade_chain  # noqa: E402
from restoration.errors import Refusal  # noqa: E402
from restoration.images import save_image  # noqa: E402
from restoration.samples import list_samples, load_sample  # noqa: E402

SIGMA = 25


class Peer(nn.Module):
    """The shape of FFDNet for colour: 854 thousand parameters."""

    def __init__(self, width: int = 96, depth: int = 12):
        super().__init__()
        widths = [12 + 3, *[width] * (depth - 1), 12]  # the picture's 2x2 squares and a noise map a colour come in
        layers = []
        for a, b in zip(widths, widths[1:], strict=False):
            layers += [nn.Conv2d(a, b, 3, padding=1), nn.ReLU(inplace=True)]
        self.layers = nn.Sequential(*layers[:-1])

    @torch.no_grad()
    def forward(self, y: torch.Tensor) -> torch.Tensor:
        x = nn.functional.pixel_unshuffle(y, 2)
        x = torch.cat([x, x.new_full((len(x), 3, *x.shape[2:]), SIGMA / 255)], 1)
        return nn.functional.pixel_shuffle(self.layers(x.contiguous(memory_format=torch.channels_last)), 2)


def arguments() -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("--side", type=int, default=512, help="pixels of the square picture that is restored")
    p.add_argument("--rounds", type=int, default=7, help="how often each side runs")
    p.add_argument("--model", default="cnn-denoise", help="name of a checkpoint")
    p.add_argument("--folder", type=Path, help="where that checkpoint is, if not in assets/models")
    p.add_argument("--no-networks", action="store_true", help="the app only")
    p.add_argument("--app", action="store_true", help="start app.py and measure it")
    p.add_argument("--url", help="measure the app that runs here")
    p.add_argument("--calls", type=int, default=20, help="how often each endpoint is called")
    p.add_argument("--peak", type=int, help=argparse.SUPPRESS)  # a process of its own, so that its peak is this picture's
    return p.parse_args()


def noisy_picture(side: int) -> torch.Tensor:
    """(1, 3, side, side): samples side by side, with noise."""
    tiles = [load_sample(name, 256) for name in list_samples()]
    n = -(-side // 256)
    rows = [torch.cat([tiles[(n * i + j) % len(tiles)] for j in range(n)], 3) for i in range(n)]
    return degrade_chain(torch.cat(rows, 2)[..., :side, :side], [("noise", {"sigma": SIGMA})]).picture


def alternate(sides: dict[str, Callable], rounds: int, clock: Callable) -> dict[str, float]:
    """The median time of each side: one run of each to warm up, then all in turn, every other round backwards."""
    times = {name: [] for name in sides}
    for fn in sides.values():
        fn()
    for i in range(rounds):
        for name in list(sides)[:: 1 if i % 2 == 0 else -1]:
            start = clock()
            sides[name]()
            times[name].append(clock() - start)
    return {name: median(t) for name, t in times.items()}


def networks(a: argparse.Namespace) -> None:
    model = checkpoints.load_model(a.model, folder=a.folder or checkpoints.MODELS / a.model)
    peer, nlm = Peer().to(memory_format=torch.channels_last).eval(), baseline("nlm")
    y = noisy_picture(a.side)
    megapixels = a.side**2 / 1e6
    sides = {
        f"{a.model}, told": lambda: model.restore(y, sigma=SIGMA),
        f"{a.model}, blind": lambda: model.restore(y),
        "FFDNet's shape": lambda: peer(y),
        "non-local means": lambda: nlm.restore(y, sigma=SIGMA),
    }
    parameters = {"FFDNet's shape": sum(p.numel() for p in peer.parameters())}
    parameters |= {name: sum(p.numel() for p in model.parameters()) for name in list(sides)[:2]}
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    cpu = alternate(sides, a.rounds, time.process_time)
    torch.set_num_threads(threads)
    wall = alternate(sides, a.rounds, time.perf_counter)
    first = cpu[f"{a.model}, told"]
    print(f"\n{a.side}x{a.side}, medians of {a.rounds} runs in turn\n")
    print(f"| side | parameters | CPU s/MP, one thread | wall s/MP, {threads} threads | times the network's CPU |")
    print("|---|---|---|---|---|")
    for name in sides:
        n = f"{parameters[name]:,}" if name in parameters else "-"
        print(f"| {name} | {n} | {cpu[name] / megapixels:.2f} | {wall[name] / megapixels:.2f} | {cpu[name] / first:.2f} |")


def resident(pid: int) -> float:
    """MB that a process holds in memory now."""
    import psutil

    return psutil.Process(pid).memory_info().rss / 1e6


def peak(a: argparse.Namespace) -> None:
    """In a process of its own: restore a picture of this side, then print the most memory that the process ever held."""
    import resource

    model = checkpoints.load_model(a.model, folder=a.folder or checkpoints.MODELS / a.model)
    y = noisy_picture(a.peak)
    before = resident(os.getpid())
    start = time.perf_counter()
    model.restore(y)
    seconds = time.perf_counter() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    size = f"{a.peak}x{a.peak} ({a.peak**2 / 1e6:.1f} megapixels)"
    print(f"| {size}, blind | {seconds:.1f} | {before:.0f} | {most:.0f} |")


def wait_for(url: str, seconds: float, process: subprocess.Popen) -> float:
    """Seconds until a page comes back with all its text."""
    start = time.perf_counter()
    while time.perf_counter() - start < seconds:
        if process.poll() is not None:
            sys.exit(f"The app ended at once, with exit code {process.returncode}.")
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                answer.read()
                return time.perf_counter() - start
        except OSError:
            time.sleep(0.05)
    sys.exit(f"The app did not answer within {seconds:.0f} s.")


def app(a: argparse.Namespace) -> None:
    """Start app.py on a free port; its start time, memory and latencies."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    settings = {**os.environ, "GRADIO_SERVER_PORT": str(port), "GRADIO_SERVER_NAME": "127.0.0.1"}
    process = subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env=settings, stdout=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}"
        seconds = wait_for(url, 120, process)
        print(f"\nApp: first page after {seconds:.1f} s, {resident(process.pid):.0f} MB then", end="", flush=True)
        rows = latencies(a, url)
        print(f", {resident(process.pid):.0f} MB after the calls below")
        print_latencies(rows, a.calls)
    finally:
        process.terminate()
        process.wait(20)


def latencies(a: argparse.Namespace, url: str) -> dict[str, list[float]]:
    """Seconds of every call, by endpoint, at 256x256 and one caller, after one call to warm up; the picture's way there and back counts.

    gradio_client looks for its answer 20 times a second, which a browser or plain HTTP need not wait for.
    """
    import httpx
    from gradio_client import Client, handle_file

    client, plain = Client(url, verbose=False), httpx.Client(base_url=url, timeout=60)
    with tempfile.TemporaryDirectory() as folder:
        clean, noisy = f"{folder}/clean.png", f"{folder}/noisy.png"
        save_image(load_sample(list_samples()[0], 256), clean)
        save_image(noisy_picture(256), noisy)
        told, blind, ruin = [SIGMA, a.model, "en"], [None, a.model, "en"], [f"noise:sigma={SIGMA}", 0, "en"]
        calls = {
            "/degrade, HTTP": lambda: over_http(plain, "degrade", clean, ruin),
            "/restore told, HTTP": lambda: over_http(plain, "restore", noisy, told),
            "/restore blind, HTTP": lambda: over_http(plain, "restore", noisy, blind),
            "/degrade, gradio_client": lambda: client.predict(handle_file(clean), *ruin, api_name="/degrade"),
            "/restore told, gradio_client": lambda: client.predict(handle_file(noisy), *told, api_name="/restore"),
            "/curves, gradio_client": lambda: client.predict(a.model, "en", api_name="/curves"),
        }
        times = {name: [] for name in calls}
        for call in calls.values():
            call()
        for _ in range(a.calls):
            for name, call in calls.items():
                start = time.perf_counter()
                call()
                times[name].append(time.perf_counter() - start)
    return times


def over_http(client, name: str, picture: str, arguments: list) -> bytes:
    """Upload a picture, call an endpoint, fetch the picture that it answers with."""
    with open(picture, "rb") as file:
        (path,) = client.post("/gradio_api/upload", files={"files": file}).raise_for_status().json()
    data = {"data": [{"path": path, "meta": {"_type": "gradio.FileData"}}, *arguments]}
    event = client.post(f"/gradio_api/call/{name}", json=data).raise_for_status().json()["event_id"]
    with client.stream("GET", f"/gradio_api/call/{name}/{event}") as answer:
        lines = list(answer.iter_lines())
    (out,) = (json.loads(line[5:]) for line in lines if line.startswith("data:") and line[5:].strip() != "null")
    return client.get(out[0]["url"]).raise_for_status().content


def print_latencies(times: dict[str, list[float]], calls: int) -> None:
    print(f"\n| through the API, 256x256, {calls} calls | median, s | slowest, s |")
    print("|---|---|---|")
    for name, t in times.items():
        print(f"| {name} | {median(t):.3f} | {max(t):.3f} |")


def main() -> None:
    a = arguments()
    if a.peak:
        return peak(a)
    if not a.no_networks:
        networks(a)
        print("\n| restore | wall s | MB before | peak MB |\n|---|---|---|---|", flush=True)
        again = ["--model", a.model, *(["--folder", str(a.folder)] if a.folder else [])]
        subprocess.run([sys.executable, __file__, "--peak", "2048", *again], check=True)
    if a.app:
        app(a)
    if a.url:
        print_latencies(latencies(a, a.url), a.calls)
    return None


if __name__ == "__main__":
    try:
        main()
    except Refusal as e:
        sys.exit(str(e))
