"""Files that are broken, huge or unusual, through the running app: restored rightly or refused in one plain sentence, in both
languages, with the lab as it was, no traceback, and memory bounded."""

import re
from contextlib import suppress

import numpy as np
import pytest
from files import EXPECTED, make, ramp
from gradio_client import Client, handle_file
from gradio_client.exceptions import AppError
from playwright.sync_api import TimeoutError, expect
from screen import messages, ready, restore, send, shown, source, until

from restoration.errors import MESSAGES

REFUSED = [name for name, (refused, _) in EXPECTED.items() if refused]
TAKEN = [name for name, (refused, _) in EXPECTED.items() if not refused]
MOST_MORE = 600_000_000  # bytes that unusual pictures may add to what the app holds already


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("files")
    make(folder)
    return folder


@pytest.fixture(scope="module")
def client(app):
    return Client(app.url, verbose=False)


@pytest.fixture(scope="module")
def held(app):
    return app.memory


@pytest.fixture(autouse=True)
def memory_stays_bounded(app, held):
    yield
    assert app.memory < held + MOST_MORE, f"{held / 1e9:.2f} GB became {app.memory / 1e9:.2f}"


def says(code: str, lang: str) -> re.Pattern:
    """A message of restoration.errors, whatever numbers stand in it."""
    return re.compile(re.sub(r"\\\{.*?\\\}", ".+", re.escape(MESSAGES[code][lang])))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", REFUSED)
def test_the_api_refuses_in_one_sentence(client, files, name, lang):
    with pytest.raises(AppError) as refusal:
        client.predict(handle_file(files / name), "noise:sigma=25", 0, lang, api_name="/degrade")
    assert says(EXPECTED[name][1], lang).fullmatch(str(refusal.value)), refusal.value


@pytest.mark.parametrize("name", TAKEN)
def test_the_api_takes_it_and_says_what_it_did(client, files, name):
    picture, facts = client.predict(handle_file(files / name), "noise:sigma=5", 0, api_name="/degrade")
    assert any(says(EXPECTED[name][1], "en").fullmatch(note) for note in facts["notes"]), facts["notes"]
    assert facts["width"] * facts["height"] <= 4_194_304
    picture, facts = client.predict(handle_file(files / name), 5, api_name="/restore")
    assert picture.endswith(".png")


@pytest.mark.parametrize(("path", "lang", "names"), [("/", "en", REFUSED), ("/zh", "zh", ["text.png", "1x1.png"])])
def test_the_page_refuses_in_one_sentence_and_keeps_its_state(visit, files, path, lang, names):
    page = ready(visit(path))
    before, link, rows = source(page, "damaged"), page.evaluate("location.href"), page.locator(".scores").inner_text()
    for name in names:
        send(page, files / name)
        wanted = says(EXPECTED[name][1], lang)
        texts = until(lambda: [t for t in messages(page) if wanted.fullmatch(t)], f"{name}: {wanted.pattern}")  # noqa: B023
        assert len(texts) == 1
        with suppress(TimeoutError):  # on a busy machine it may be going by itself
            page.locator(".toast-close").first.click(timeout=5000)
        until(lambda: not messages(page))
    assert (source(page, "damaged"), page.evaluate("location.href")) == (before, link)
    assert page.locator(".scores").inner_text() == rows


def test_the_page_takes_what_is_unusual_rightly(visit, files):
    page = ready(visit())
    pictures = {}
    for name in TAKEN:
        before = source(page, "damaged")
        send(page, files / name)
        until(lambda: source(page, "damaged") != before, name)  # noqa: B023
        expect(page.locator(".notes")).to_contain_text(says(EXPECTED[name][1], "en"))
        page.locator(".stage .right[data-kind=clean]").wait_for()
        pictures[name] = shown(page, "clean").astype(int)
    assert messages(page) == []
    restore(page)  # the last of them
    ready(page)

    middle = ramp()[:, 16:80].astype(int)  # the lab takes the square in the middle
    assert np.abs(pictures["grey16.png"] - middle).max() <= 1  # not white, not clipped
    assert np.abs(pictures["cmyk.jpg"] - middle).mean() < 8
    assert np.abs(pictures["animated.gif"] - middle).mean() < 8
    assert (pictures["grey-alpha.png"][:, :32] == 255).all()  # what was see-through lies on white
    assert np.abs(pictures["grey-alpha.png"][:, 32:] - middle[:, 32:]).max() <= 1
    turned = pictures["turned.jpg"][..., 0]
    assert np.abs(turned - np.rot90(ramp()[..., 0], -1)[16:80]).mean() < 8
    assert pictures["5000x5000.png"].shape == (256, 256, 3)


def test_a_large_picture_at_full_size_is_mended_within_bounded_memory(client, files):
    picture, facts = client.predict(handle_file(files / "5000x5000.png"), None, api_name="/restore")
    assert facts["guessed"]
