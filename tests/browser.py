"""A headless Chromium, the machine's own, and the search box as a reader uses it."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
"""Browsers to look for, in this order. The first one is Chromium without windows: pages cost 0.4 of the processor time."""
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
BOX, ITEM, META = "input.md-search__input", ".md-search-result__item", ".md-search-result__meta"


PATIENCE = 120_000
"""Milliseconds a page may take on a machine that tests much else at the same time."""


def window(browser: Browser, **options: Any) -> BrowserContext:
    """A window of the browser, with patience."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    return context


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser: the system's Chromium or Chrome, else the one that Playwright has installed."""
    with sync_playwright() as playwright:
        system = next(filter(None, map(shutil.which, NAMES)), None)
        path = system or playwright.chromium.executable_path
        assert Path(path).exists(), "This test needs Chromium: run “make test”, which installs it."
        browser = playwright.chromium.launch(executable_path=path, args=list(SWITCHES))
        yield browser
        browser.close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the base class's
        pass


@contextmanager
def served(site: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of a folder served on this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def ask(page: Page, query: str) -> list[str]:
    """Type into the search box; the addresses of the pages found, in order, with their `?h=`."""
    page.locator(BOX).fill(query)
    page.wait_for_function("([meta, query]) => document.querySelector(meta).dataset.query === query", arg=[META, query])
    links = page.locator(f"{ITEM} > a.md-search-result__link")
    return [str(address) for address in links.evaluate_all("links => links.map(link => link.href)")]


def open_search(page: Page, address: str) -> None:
    """Open a page and its search box."""
    page.goto(address)
    page.locator("label.md-search__icon[for=__search]").first.click(force=True)
    page.locator(BOX).focus()
