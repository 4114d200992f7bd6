"""What an editor waits for: from saving a page to seeing it changed in the open browser, beside stock MkDocs.

Stock is `mkdocs serve` on a copy of this tree with the same pages, plugins and hooks, but for the one hook that
makes the preview quick. Both serve at once and are measured in turn, so that both meet the same machine.
"""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from bench_trees import leave_out  # noqa: E402  # the path to it is set just above
from browser import chromium  # noqa: E402  # so is the path to this
from trees import real_tree  # noqa: E402  # and to this

QUICK = "incremental_preview.py"
PAGE, SENTENCE = "docs/sr/sales/roles/sales-manager.md", "\n## "
ADDRESS = "sales/roles/sales-manager/"
ROUNDS = 7
PATIENCE = 120_000


def main() -> None:
    """Measure and print; nothing is left behind."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        trees = {name: real_tree(Path(folder, name)) for name in ("stock", "ours")}
        leave_out(trees["stock"], [QUICK])
        with served(trees["stock"]) as stock, served(trees["ours"]) as ours:
            pages = {name: browser.new_context().new_page() for name in trees}
            for name, address in (("stock", stock), ("ours", ours)):
                open_page(pages[name], address)
            times = {name: list[float]() for name in trees}
            for number in range(ROUNDS):
                for name, tree in trees.items():
                    times[name].append(seconds(tree, pages[name], f"Мерење {number}, {name}."))
    middle = {name: statistics.median(some) for name, some in times.items()}
    print(f"preview: from saving to seeing, ours / stock = {middle['ours'] / middle['stock']:.2f} (at most 0.25)")
    print(f"  medians of {ROUNDS}: ours {middle['ours']:.2f} s, stock {middle['stock']:.2f} s")


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


def seconds(tree: Path, page: Page, sentence: str) -> float:
    """Save one more sentence before the first heading; how long until the open page shows it."""
    file = tree / PAGE
    text = file.read_text("utf-8").replace(SENTENCE, f"\n{sentence}\n{SENTENCE}", 1)
    time.sleep(0.5)  # an editor pauses before the next saving; the last reload is over
    start = time.monotonic()
    file.write_text(text, "utf-8")
    page.get_by_text(sentence).first.wait_for(timeout=PATIENCE)
    return time.monotonic() - start


if __name__ == "__main__":
    main()
