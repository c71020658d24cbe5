"""A class on one machine: figures, not pass or fail.

    python tests/bench/classroom.py                           starts the app; 40 students and 10 live trainings, for two minutes
    python tests/bench/classroom.py --students 20 --think 5

Every student is what a browser is to the server: loads the page and its settings, holds the values of all widgets, sends what the
screen's own events send, listens to the queue, puts what comes back into the widgets, and fetches the pictures. All come within ten
seconds. A lesson step is: the lab is set as a link sets it, the damage is changed (every other time, to a strength of the student's own),
Restore, and all that it shows until the table of scores is complete; before each, the student reads and thinks. Trainings are those of the
panel Train it live, one after the other.
"""

import argparse
import asyncio
import json
import os
import random
import re
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

import httpx
from gradio_client.utils import apply_diff

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "app"))
sys.path.insert(0, str(ROOT))

from server import App, running  # noqa: E402

from restoration.cases import damage_text  # noqa: E402
from restoration.lessons import PAGES, lesson  # noqa: E402

PATIENCE = 60  # seconds after which an answer that has not come is an error
TRAINING = {"block": "residual", "loss": "l1", "lr": 0.002, "sigma": 25, "steps": 3000, "picture": "all"}


def arguments() -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("--students", type=int, default=40)
    p.add_argument("--trainings", type=int, default=10, help="who train live besides")
    p.add_argument("--seconds", type=float, default=120)
    p.add_argument("--think", type=float, default=30, help="mean seconds between two steps, drawn evenly from half to one and a half of it")
    p.add_argument("--arrive", type=float, default=10, help="seconds within which all have opened the page")
    p.add_argument("--lesson", default="cnn-denoise", help="the page of the CNN's family that the class does")
    return p.parse_args()


@dataclass
class Log:
    """Seconds of everything that was waited for, by its name, and what went wrong."""

    times: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def took(self, name: str, seconds: float) -> None:
        self.times.setdefault(name, []).append(seconds)


class Browser:
    """What a page of the app is to the server."""

    def __init__(self, http: httpx.AsyncClient, seed: int):
        self.http, self.session, self.query = http, f"student{seed:08d}", ""
        self.values: dict[int, object] = {}

    async def open(self, path: str) -> None:
        """The page, and the settings in it."""
        page = await self.http.get(path)
        page.raise_for_status()
        self.query = path.partition("?")[2]
        found = re.search(r"window\.gradio_config = (\{.*?\});</script>", page.text, re.DOTALL)
        self.config = json.loads(found[1]) if found else (await self.http.get("/config")).json()
        self.values = {c["id"]: c["props"].get("value") for c in self.config["components"]}
        self.ids = {c["props"]["elem_id"]: c["id"] for c in self.config["components"] if c["props"].get("elem_id")}
        self.events = self.config["dependencies"]

    def event(self, component: int, trigger: str, first: bool = True) -> dict:
        """What the server does when that happens there. first: of those that it runs itself."""
        found = [e for e in self.events if [component, trigger] in map(list, e["targets"]) and e["backend_fn"]]
        return found[0 if first else -1]

    def after(self, event: dict) -> dict:
        return next(e for e in self.events if e.get("trigger_after") == event["id"])

    async def fire(self, event: dict) -> None:
        """Runs it to its end, and puts what comes back into the widgets."""
        kinds = {c["id"]: c["type"] for c in self.config["components"]}
        data = [None if kinds.get(i) == "state" else self.values.get(i) for i in event["inputs"]]
        body = {"data": data, "fn_index": event["id"], "session_hash": self.session, "event_data": None, "trigger_id": None}
        joined = await self.http.post(f"/gradio_api/queue/join?{self.query}", json=body)
        joined.raise_for_status()
        streams: list = []
        async with self.http.stream("GET", "/gradio_api/queue/data", params={"session_hash": self.session}) as answer:
            async for line in answer.aiter_lines():
                if not line.startswith("data:"):
                    continue
                message = json.loads(line[5:])
                if message["msg"] == "process_generating":
                    got = message["output"]["data"]
                    streams = [apply_diff(a, b) for a, b in zip(streams, got, strict=True)] if streams else got
                    self.take(event, streams)
                elif message["msg"] == "process_completed":
                    if not message["success"]:
                        raise RuntimeError(f"{message['output'].get('error')}")
                    got = message["output"].get("data") or []
                    self.take(event, got)
                    return
                elif message["msg"] in ("unexpected_error", "queue_full"):
                    raise RuntimeError(str(message.get("message") or message["msg"]))
        raise RuntimeError("the stream ended before its answer")

    def take(self, event: dict, values: list) -> None:
        for id, value in zip(event["outputs"], values, strict=False):
            if isinstance(value, dict) and value.get("__type__") == "update":
                if "value" in value:
                    self.values[id] = value["value"]
            else:
                self.values[id] = value

    async def fetch(self, name: str) -> None:
        """The pictures that a widget shows: as a browser does, each address once."""
        for url in set(re.findall(r"/gradio_api/file=[^\"'\s]+?\.png", json.dumps(self.values[self.ids[name]]))):
            (await self.http.get(url)).raise_for_status()


class Student:
    def __init__(self, url: str, number: int, a: argparse.Namespace, log: Log):
        self.http = httpx.AsyncClient(base_url=url, timeout=PATIENCE)
        self.browser, self.rng, self.a, self.log = Browser(self.http, number), random.Random(number), a, log
        self.cases = [step.set for step in lesson(a.lesson).steps if step.set.get("tab", "restore") == "restore"]

    async def come(self) -> None:
        start = time.perf_counter()
        await self.browser.open("/?lang=en")
        await self.set_by("lang=en")
        self.log.took("page", time.perf_counter() - start)

    async def set_by(self, query: str) -> None:
        """What a link sets, and the run that follows."""
        self.browser.query = query
        load = next(e for e in self.browser.events if any(t[1] == "load" for t in e["targets"]) and len(e["outputs"]) > 20)
        await self.browser.fire(load)
        await self.browser.fire(self.browser.after(load))

    async def step(self) -> None:
        """One lesson step, from the link to the scores."""
        b, case, begun = self.browser, self.rng.choice(self.cases), time.perf_counter()
        damage = [(d["name"], tuple(d.get("controls", {}).items())) for d in case["damage"]]
        words = {"lang": "en", "lesson": self.a.lesson, **{k: str(v).lower() for k, v in case.items()}, "damage": damage_text(damage)}
        await self.set_by(urlencode(words, safe=":;=,"))
        if self.rng.random() < 0.5:
            start = time.perf_counter()
            slider = next(c for c in b.config["components"] if c["type"] == "slider" and b.values[c["id"]] is not None)
            b.values[slider["id"]] = self.rng.randrange(5, 76)
            await b.fire(b.event(slider["id"], "input"))
            self.log.took("damage", time.perf_counter() - start)
            start = time.perf_counter()
            await b.fire(b.event(b.ids["go"], "click"))
            self.log.took("restore", time.perf_counter() - start)
        start = time.perf_counter()
        await b.fetch("compare")
        self.log.took("pictures", time.perf_counter() - start)
        self.log.took("lesson step", time.perf_counter() - begun)

    async def train(self) -> None:
        """A live training, from the press of the button to its end. The page's own: its place in the queue is waited for."""
        b, start = self.browser, time.perf_counter()
        await b.fire(b.event(b.ids["live-train"], "click"))
        self.log.took("training, with its wait", time.perf_counter() - start)


async def life(student: Student, end: float, trains: bool) -> None:
    """What one student does until the time is over."""
    log, rng = student.log, student.rng
    await asyncio.sleep(rng.uniform(0, student.a.arrive))
    try:
        await student.come()
    except Exception as e:  # noqa: BLE001  whatever goes wrong is told in the table
        log.errors.append(f"page: {type(e).__name__}: {e}")
        return
    while time.perf_counter() < end:
        await asyncio.sleep(1 if trains else student.a.think * rng.uniform(0.5, 1.5))
        try:
            await (student.train() if trains else student.step())
        except Exception as e:  # noqa: BLE001
            log.errors.append(f"{'training' if trains else 'step'}: {type(e).__name__}: {e}")


def settled(app: App) -> None:
    """Wait until the app has prepared what everybody sees first: a class does not come in the second of the start."""
    app.process.cpu_percent()
    for _ in range(60):
        time.sleep(1)
        if app.process.cpu_percent() < 10:
            return


async def watch(app: App, seen: list[int]) -> None:
    while True:
        seen.append(app.memory)
        await asyncio.sleep(0.5)


async def lesson_of(app: App, a: argparse.Namespace) -> tuple[Log, list[int]]:
    log, seen = Log(), []
    watching = asyncio.create_task(watch(app, seen))
    end = time.perf_counter() + a.seconds
    students = [Student(app.url, n, a, log) for n in range(a.students + a.trainings)]
    everybody = [asyncio.create_task(life(s, end, n >= a.students)) for n, s in enumerate(students)]
    await asyncio.wait(everybody[: a.students])
    for task in everybody[a.students :]:
        task.cancel()  # a training may take longer than the lesson
    await asyncio.gather(*everybody, return_exceptions=True)
    watching.cancel()
    for s in students:
        await s.http.aclose()
    return log, seen


def percentile(times: list[float], share: float) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def main() -> None:
    a = arguments()
    if a.lesson not in PAGES or lesson(a.lesson).family != "cnn":
        sys.exit(f"--lesson must be a page of the CNN's family, one of: {', '.join(id for id in PAGES if lesson(id).family == 'cnn')}")
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as app:
        settled(app)
        before, start, own = app.memory, app.process.cpu_times(), time.process_time()
        log, seen = asyncio.run(lesson_of(app, a))
        tracebacks, end = app.log.count("Traceback"), app.process.cpu_times()
        computed = sum(end[:2]) - sum(start[:2])
        print(f"\n{a.students} students, {a.trainings} trainings, {a.seconds:.0f} s, {os.cpu_count()} cores; {a.think:.0f} s to think\n")
        print("| what | times | p50, s | p95, s | longest, s |\n|---|---|---|---|---|")
        for name, times in log.times.items():
            print(f"| {name} | {len(times)} | {median(times):.2f} | {percentile(times, 0.95):.2f} | {max(times):.2f} |")
        print(f"\nErrors: {len(log.errors)}, tracebacks in the app's log: {tracebacks}.", end=" ")
        print(f"Memory: {before / 1e6:.0f} MB before, {max(seen) / 1e6:.0f} MB at most.", end=" ")
        print(f"Seconds of a core: the app {computed:.0f}, these students {time.process_time() - own:.0f}.")
        for line in sorted(set(log.errors)):
            print(f"- {log.errors.count(line)} x {line}")
        if tracebacks:
            print(app.log[-3000:])


if __name__ == "__main__":
    main()
