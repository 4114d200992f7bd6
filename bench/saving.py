"""What an editor waits for: from saving a page to seeing it changed in the open browser, beside stock MkDocs.

Stock is `mkdocs serve` on a copy without our hooks and templates. Both serve at once and are measured in turn.
"""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import count
from pathlib import Path

from playwright.sync_api import Browser, Page

from figures import Figure, in_turn, show

from bench_trees import grown, without_hooks
from browser import chromium
from trees import real_tree

PAGE, SENTENCE = "docs/sr/sales/roles/sales-manager.md", "\n## "
ADDRESS = "sales/roles/sales-manager/"
ROUNDS = 5
PATIENCE = 120_000
GENERATIONS = 5
"""About 250 pairs of pages."""


def figures() -> Iterator[Figure]:
    """Save words of a page of the real handbook, and of one four times as large."""
    with chromium() as browser:
        for name, copy in (("59", real_tree), ("250", partial(grown, generations=GENERATIONS))):
            with tempfile.TemporaryDirectory() as folder:
                trees = {"ours": copy(Path(folder, "ours")), "stock": without_hooks(copy(Path(folder, "stock")))}
                first, later = waits(browser, trees)
            yield _figure(f"preview: first words of a page, about {name} pairs, ours / stock", first)
            yield _figure(f"preview: more words of a page, about {name} pairs, ours / stock", later)


def waits(browser: Browser, trees: Mapping[str, Path]) -> tuple[dict[str, float], dict[str, float]]:
    """Seconds from saving to seeing for each tree: of the first words, and the median of later ones."""
    with ExitStack() as servers:
        savings: dict[str, Callable[[], float]] = {}
        for name, tree in trees.items():
            page = browser.new_context().new_page()
            open_page(page, servers.enter_context(served(tree)))
            savings[name] = partial(seconds, tree, page, (f"Мерење {number}, {name}." for number in count()))
        first = {name: save() for name, save in savings.items()}
        later = in_turn(savings, ROUNDS)
    return first, {name: statistics.median(some) for name, some in later.items()}


def _figure(name: str, wait: Mapping[str, float]) -> Figure:
    return Figure(name, wait["ours"] / wait["stock"], 0.25, note=f"{wait['ours']:.2f} s / {wait['stock']:.2f} s")


@contextmanager
def served(tree: Path) -> Iterator[str]:
    """The address at which `mkdocs serve` shows a tree."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).parent / "mkdocs"), "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""}
    server = subprocess.Popen(command, cwd=tree, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def open_page(page: Page, address: str) -> None:
    """Wait for the first build, then open the page that will be edited."""
    host, port = address.removeprefix("http://").rstrip("/").split(":")
    until = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex((host, int(port))) == 0:
                break
        time.sleep(0.2)
    page.goto(f"{address}{ADDRESS}")


def seconds(tree: Path, page: Page, sentences: Iterator[str]) -> float:
    """Save one more sentence before the first heading; how long until the open page shows it."""
    sentence = next(sentences)
    file = tree / PAGE
    text = file.read_text("utf-8").replace(SENTENCE, f"\n{sentence}\n{SENTENCE}", 1)
    time.sleep(0.5)  # an editor pauses before the next saving; the last reload is over
    start = time.monotonic()
    file.write_text(text, "utf-8")
    page.get_by_text(sentence).first.wait_for(timeout=PATIENCE)
    return time.monotonic() - start


if __name__ == "__main__":
    show(figures())
