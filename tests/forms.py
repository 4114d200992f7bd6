"""The form editor as somebody at a browser uses it, and what it is served by."""

import http.server
import json
import os
import re
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

from filelock import FileLock
from playwright.sync_api import Browser, Locator, Page, expect

from browser import PATIENCE, served, window
from handbook.model.handbook import Handbook
from handbook.publishing.forms.files import form_files
from handbook.publishing.forms.options import FormOptions
from handbook.publishing.forms.packages import fetched_packages
from trees import ROOT, example_tree

EDITOR, SERVER = ROOT / "requirements/editor", ROOT / "requirements/editor-server"
LOGO = "assets/images/favicon.svg"
MAKE = ("make", "--no-print-directory", f"BIN={Path(sys.executable).parent}", "--assume-old=.venv/run")
"""A command of the Makefile in a copy, which uses the environment of these tests."""
PACKAGES = FileLock(Path(sys.prefix) / "npm.lock")
"""Held by the worker that fetches packages of npm; they are kept in the repository for all workers."""

EDGE, DESCRIPTION = "---\n", re.compile(r"^description:.*\n(?:[ \t].*\n)*", re.MULTILINE)

expect.set_options(timeout=PATIENCE)


def fetch_server() -> None:
    """Fetch the server that saves what is written in the forms, unless it is there."""
    with PACKAGES:
        subprocess.run([*MAKE, f"{SERVER.relative_to(ROOT)}/node_modules/.package-lock.json"], cwd=ROOT, check=True)


def fetch_editor() -> tuple[Path, ...]:
    """Fetch the editor, unless it is there; returns the files that a browser loads."""
    with PACKAGES:
        return fetched_packages(EDITOR)


def put_forms(site: Path, book: Handbook, wish: FormOptions) -> None:
    """Write the forms of a handbook into a site, as the build does."""
    folder = site / "admin"
    folder.mkdir()
    for name, text in form_files(book, wish, LOGO):
        (folder / name).write_text(text, "utf-8")
    for part in fetch_editor():
        shutil.copyfile(part, folder / part.name)


@contextmanager
def forms_shown(browser: Browser, site: Path, book: Handbook) -> Iterator[Page]:
    """A page on which the forms of a handbook have started, to call their functions; nobody would save them."""
    put_forms(site, book, FormOptions("main", server="http://127.0.0.1:9/api/v1"))
    with served(site) as address, window(browser) as context:
        page = context.new_page()
        page.goto(f"{address}/admin/")
        page.get_by_role("button", name="Пријава").wait_for()
        yield page


READ_AND_WRITE = """texts => texts.map(text => {
    const format = CMS.getCustomFormatsFormatters().handbook;
    return format.toFile(format.fromFile(text));
})"""
CHANGE = """([texts, change]) => texts.map(text => {
    const format = CMS.getCustomFormatsFormatters().handbook;
    return format.toFile({ ...format.fromFile(text), ...change }, ["body", "title", "description", "aliases"]);
})"""


def saved_unchanged(page: Page, texts: list[str]) -> list[str]:
    """The files that the forms write when texts are opened and saved."""
    return list(page.evaluate(READ_AND_WRITE, texts))


def saved(page: Page, texts: list[str], **change: object) -> list[str]:
    """The files that the forms write when the same boxes of each text are filled in."""
    return list(page.evaluate(CHANGE, [texts, change]))


def parted(text: str) -> tuple[str, str]:
    """The front matter of a page with its two lines of hyphens, and its body."""
    end = text.index("\n---\n") + 5 if text.startswith("---\n") else 0
    return text[:end], text[end:]


def described(text: str, description: str) -> str:
    """A page with another description, on a line of its own in quotes; every other byte as it was."""
    front, body = parted(text)
    line = f'description: "{description}"\n'
    if DESCRIPTION.search(front):
        return DESCRIPTION.sub(lambda _: line, front) + body
    return f"{front.removesuffix(EDGE) or EDGE}{line}{EDGE}{body}"


@dataclass(frozen=True)
class Repository:
    """A repository in which `make editor` runs, and the address of its forms."""

    folder: Path
    address: str

    def git(self, *words: str) -> str:
        return git(self.folder, *words)

    @property
    def branches(self) -> set[str]:
        return set(self.git("branch", "--format=%(refname:short)").split())

    def changed_lines(self, branch: str) -> dict[str, list[str]]:
        """The lines that a branch removes (-) and adds (+), by file."""
        lines: dict[str, list[str]] = {}
        for line in self.git("diff", "--unified=0", "--no-color", f"main...{branch}").splitlines():
            if line.startswith("+++ b/"):
                file = line.removeprefix("+++ b/")
            elif line.startswith(("+", "-")) and not line.startswith("---"):
                lines.setdefault(file, []).append(line)
        return lines


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True).stdout


@contextmanager
def forms_running(folder: Path) -> Iterator[Repository]:
    """Run `make editor` in a clean repository."""
    fetch_server()
    fetch_editor()
    port, saving = free_port(), free_port()
    words = [*MAKE, "editor", f"PORT={port}", f"SAVING_PORT={saving}"]
    with subprocess.Popen(
        words, cwd=folder, start_new_session=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as running:
        try:
            wait_for(f"http://127.0.0.1:{port}/admin/", running)
            yield Repository(folder, f"http://127.0.0.1:{port}/admin/")
        finally:
            os.killpg(running.pid, signal.SIGTERM)


def example_repository(to: Path) -> Path:
    """A repository with one branch, `main`, that holds the example and what `make editor` needs."""
    example_tree(to)
    link_makefile(to)
    shutil.copy(ROOT / ".gitignore", to)
    git(to, "init", "--quiet", "--initial-branch", "main")
    commit_all(to)
    return to


def link_makefile(home: Path) -> None:
    """Link what the commands in `MAKE` need into a copy."""
    for name in ("Makefile", "requirements"):
        (home / name).symlink_to(ROOT / name)


def clone_of_this(to: Path) -> Path:
    """A clone with one branch, `main`, that holds this repository's files as they are; what npm fetched comes along."""
    fetch_server()
    fetch_editor()
    git(ROOT, "clone", "--quiet", "--no-hardlinks", str(ROOT), str(to))
    git(to, "checkout", "--quiet", "-B", "main")
    for branch in git(to, "branch", "--format=%(refname:short)").split():
        if branch != "main":
            git(to, "branch", "-D", branch)
    for file in git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z").split("\0"):
        if file and (ROOT / file).exists():
            (to / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / file, to / file)
    commit_all(to)
    (to / "requirements/editor/node_modules").symlink_to(EDITOR / "node_modules")
    shutil.copytree(SERVER / "node_modules", to / "requirements/editor-server/node_modules")
    (to / "requirements/editor-server/node_modules/.package-lock.json").touch()
    return to


def commit_all(folder: Path) -> None:
    """Commit everything, by somebody in whose name the server commits too."""
    for key, value in {"user.name": "Мира Илић", "user.email": "mira@example.com", "commit.gpgsign": "false"}.items():
        git(folder, "config", key, value)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "as it is now")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(address: str, running: subprocess.Popen[str]) -> str:
    """The page at an address as soon as it answers; fails with the output of the command if that ends first."""
    for _ in range(3000):
        assert running.poll() is None, running.stdout and running.stdout.read()
        try:
            with urlopen(address) as page:
                return str(page.read().decode())
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer.")


def text_box(page: Page) -> Locator:
    """The box with a page's text, whatever its label says in the page's language."""
    return page.locator("textarea[id^=body-field]")


def sign_in(page: Page, forms: str) -> None:
    """Open the forms and press the only button they begin with."""
    page.goto(forms)
    page.get_by_role("button", name="Пријава").click()
    page.get_by_text("Одговорности", exact=True).wait_for()


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
    """The whole of what a login service has to offer, without GitHub behind it; described in about/adapting.md."""

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
