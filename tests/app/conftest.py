"""One app for all tests, one browser, a fresh page for each test."""

import os
import shutil

import pytest
from server import running

# Debian's browser, kept from calling home
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HERE = ("http://127.0.0.1", "http://localhost", "data:", "blob:")


@pytest.fixture(scope="session")
def app(tmp_path_factory):
    with running(tmp_path_factory.mktemp("app")) as app:
        yield app
        assert "Traceback" not in app.log, app.log


@pytest.fixture(scope="session")
def browser():
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        missing = "no browser here: install chromium"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)  # the machine may be busy
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(app, browser):
    """visit(path="/", **context): a visitor of their own on a page of the app. At the end of the test: no page had an error, none
    asked anything of another machine."""
    contexts, errors, leaks = [], [], []

    def visit(path="/", base=None, **context):
        context = {"viewport": {"width": 1440, "height": 900}, "locale": "en-US", **context}
        contexts.append(browser.new_context(**context))
        page = contexts[-1].new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda e: errors.append(str(e)))
        page.on("request", lambda r: None if r.url.startswith(HERE) else leaks.append(r.url))
        page.goto((base or app.url) + path)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert not errors, errors
    assert not leaks, leaks
