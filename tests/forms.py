"""The form editor as somebody at a browser uses it, and what it is served by."""

import http.server
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from playwright.sync_api import Locator, Page, expect

from browser import PATIENCE
from conftest import ROOT
from handbook.model.handbook import Handbook
from handbook.publishing.forms import Wish, files

EDITOR, SERVER = ROOT / "requirements/editor", ROOT / "requirements/editor-server"
LOGO = "assets/images/favicon.svg"

expect.set_options(timeout=PATIENCE)


def put_forms(site: Path, book: Handbook, wish: Wish) -> None:
    """Write the forms of a handbook into a site, as the build does."""
    folder = site / "admin"
    folder.mkdir()
    for name, text in files(book, wish, LOGO):
        (folder / name).write_text(text, "utf-8")
    for part in parts(EDITOR):
        shutil.copyfile(part, folder / part.name)


@dataclass(frozen=True)
class Clone:
    """A clean clone in which `make editor` runs, and where its forms are."""

    folder: Path
    address: str

    def git(self, *words: str) -> str:
        return git(self.folder, *words)


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True).stdout


@contextmanager
def forms_running(folder: Path) -> Iterator[Clone]:
    """Clone what is committed or staged here, and run `make editor` in the clone."""
    clean_clone(folder)
    port, saving = free_port(), free_port()
    words = [f"BIN={Path(sys.executable).parent}", f"PORT={port}", f"SAVING_PORT={saving}", "--assume-old=.venv/run"]
    with subprocess.Popen(["make", "--no-print-directory", "editor", *words], cwd=folder, start_new_session=True, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as running:  # fmt: skip
        try:
            wait_for(f"http://127.0.0.1:{port}/admin/", running)
            yield Clone(folder, f"http://127.0.0.1:{port}/admin/")
        finally:
            os.killpg(running.pid, signal.SIGTERM)


def clean_clone(folder: Path) -> None:
    """A clone with one branch, `main`, that holds this folder's files as they are now; what npm fetched comes along."""
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", ROOT, folder], check=True)
    for branch in git(folder, "branch", "--format=%(refname:short)").split():
        git(folder, "checkout", "--quiet", "-B", "main")
        if branch != "main":
            git(folder, "branch", "-D", branch)
    git(folder, "config", "user.name", "Мира Илић")
    git(folder, "config", "user.email", "mira@example.com")
    for file in git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z").split("\0"):
        if file and (ROOT / file).exists():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / file, folder / file)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "as it is now")
    (folder / "requirements/editor/node_modules").symlink_to(EDITOR / "node_modules")
    shutil.copytree(SERVER / "node_modules", folder / "requirements/editor-server/node_modules")
    (folder / "requirements/editor-server/node_modules/.package-lock.json").touch()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(address: str, running: subprocess.Popen[str]) -> None:
    """Wait until an address answers; what the command said if it ended instead."""
    for _ in range(3000):
        assert running.poll() is None, running.stdout and running.stdout.read()
        try:
            with urlopen(address):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer.")


def text_box(page: Page) -> Locator:
    """The box with a page's text, whatever its label says in the page's language."""
    return page.locator("textarea[id^=body-field]")


def open_page(page: Page, forms: str, collection: str, name: str) -> None:
    """Open a page's form, from the list it stands in."""
    page.goto(f"{forms}#/collections/{collection}")
    expect(text_box(page)).to_have_count(0)
    page.goto(f"{forms}#/collections/{collection}/entries/{name}")
    text_box(page).wait_for()


def save(page: Page) -> None:
    page.get_by_role("button", name="Сачувај").click()
    expect(page.get_by_text("Стање: Нацрт")).to_be_visible()
    expect(page.get_by_text("Све је сачувано")).to_be_visible()


TOKEN = "a-token-from-github"


class Login(http.server.BaseHTTPRequestHandler):
    """The whole of what a login service has to offer, without GitHub behind it; told in about/adapting.md."""

    def do_GET(self) -> None:
        answer = json.dumps({"token": TOKEN, "provider": "github"})
        page = f"""<script>
            addEventListener("message", (event) =>
              event.source.postMessage('authorization:github:success:{answer}', event.origin), {{once: true}});
            opener.postMessage("authorizing:github", "*");
        </script>"""
        with suppress(BrokenPipeError):  # the window closes as soon as it has what it came for
            self.send_response(200 if self.path.startswith("/auth?") else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode() if self.path.startswith("/auth?") else b"")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name is the base class's
        pass


@contextmanager
def login_service() -> Iterator[str]:
    """The address of a login service on this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Login)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
