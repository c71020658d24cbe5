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


@pytest.fixture(autouse=True)
def no_traceback(request):
    """A traceback in the app's log belongs to the test in which it came."""
    app = request.getfixturevalue("app") if "app" in request.fixturenames else None
    before = len(app.log) if app else 0
    yield
    assert not app or "Traceback" not in app.log[before:], app.log[before:]


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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    item.failed = report.failed or getattr(item, "failed", False)
    return report


@pytest.fixture
def visit(app, browser, request):
    """visit(path="/", **context): a visitor of their own on a page of the app. At the end of the test: no page had an error, none
    asked anything of another machine. If the test failed, what its pages said is printed."""
    contexts, errors, leaks = [], [], []

    def visit(path="/", base=None, **context):
        context = {"viewport": {"width": 1440, "height": 900}, "locale": "en-US", **context}
        contexts.append(browser.new_context(**context))
        page = contexts[-1].new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda e: errors.append(str(e)))
        page.on("console", lambda said: errors.append(said.text) if "js_on_load" in said.text else None)  # an exhibit's script
        page.on("request", lambda r: None if r.url.startswith(HERE) else leaks.append(r.url))
        page.goto((base or app.url) + path)
        return page

    yield visit
    for context in contexts:
        for page in context.pages if getattr(request.node, "failed", False) else ():
            print(page.url, page.evaluate("document.body.innerText")[:3000], sep="\n")
        context.close()
    assert not errors, errors
    assert not leaks, leaks
