"""Where the handbook is published: what each host reads of the repository, and when it may be published at all."""

import json
import os
import re
import shutil
import socket
import subprocess
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import jsonschema
import pytest
import yaml

from actions import BIN, workflow
from handbook.publishing.web.policy import EVERYWHERE, FRAMES, POLICY, UNLISTED
from handbook.reading.load import read
from sites import build
from test_host import schema
from trees import ROOT

PEOPLE = "ana:\n  name: Ана Петровић\n  roles: [seller]\n"
SERVER = ROOT / "hosting/Caddyfile"


@dataclass(frozen=True, slots=True)
class Asked:
    """What `.ci/may-publish` came to."""

    code: int
    publish: str
    summary: str


def asked(home: Path, publish: str, private: bool, pages: dict[str, Any] | None) -> Asked:
    """Ask whether a handbook may be published; `pages` is what the host says of its Pages, None where they are off."""
    host = home.parent / "host"
    host.mkdir()
    (host / "api.json").write_text(json.dumps({} if pages is None else {"repos/firm/book/pages": pages}))
    for name in (".ci", ".github", ".venv"):
        if not (home / name).exists():
            (home / name).symlink_to(ROOT / name)
    out, summary = host / "out", host / "summary.md"
    done = subprocess.run(
        [".ci/may-publish"],
        cwd=home,
        env={
            **os.environ,
            "PATH": f"{BIN}:{os.environ['PATH']}",
            "HOST": str(host),
            "GH_TOKEN": "t",
            "REPOSITORY": "firm/book",
            "PUBLISH": publish,
            "PRIVATE": str(private).lower(),
            "GITHUB_OUTPUT": str(out),
            "GITHUB_STEP_SUMMARY": str(summary),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    said = summary.read_text("utf-8") if summary.exists() else ""
    return Asked(done.returncode, out.read_text("utf-8").strip(), said)


def test_the_first_run_of_a_copy_is_green_and_says_where_to_switch_publishing_on(smallest: Path) -> None:
    first = asked(smallest, "", private=True, pages=None)
    assert (first.code, first.publish) == (0, "publish=false")
    assert "`HANDBOOK_PUBLISH` with the value `on`" in first.summary


def test_without_pages_the_run_says_where_they_are_switched_on(smallest: Path) -> None:
    off = asked(smallest, "on", private=False, pages=None)
    assert (off.code, off.publish) == (0, "publish=false")
    assert "Settings → Pages" in off.summary


@pytest.mark.parametrize(
    ("publish", "private", "pages", "people", "code"),
    [
        ("on", True, {"public": True}, PEOPLE, 1),
        ("on", True, {}, PEOPLE, 1),  # a host that does not say it shows the site to all
        ("on", True, {"public": False}, PEOPLE, 0),
        ("on", True, {"public": True}, "", 0),
        ("on", False, {"public": True}, PEOPLE, 0),
        ("public", True, {"public": True}, PEOPLE, 0),
    ],
)
def test_people_of_a_private_repository_are_shown_to_all_only_on_purpose(
    smallest: Path, publish: str, private: bool, pages: dict[str, Any], people: str, code: int
) -> None:
    (smallest / "facts/people.yml").write_text(people, "utf-8")
    answer = asked(smallest, publish, private, pages)
    assert (answer.code, answer.publish) == (code, f"publish={str(not code).lower()}")
    assert ("from `on` to `public`" in answer.summary) is bool(code)


def test_every_setting_of_the_firm_is_handed_on_to_the_site() -> None:
    handed_on = {
        name
        for step in workflow("publish")["jobs"]["build"]["steps"]
        if step.get("run") == "make pdf"
        for name in step["env"]
    }
    settings = set(re.findall(r"!ENV \[(\w+),", (ROOT / "mkdocs.yml").read_text("utf-8")))
    assert settings - handed_on == {"HANDBOOK_EDITOR_SERVER"}, "this one is for editing on one's own machine"


def test_a_main_branch_with_errors_is_never_left_unpublished_without_a_word(smallest: Path) -> None:
    (step,) = (step for step in workflow("publish")["jobs"]["build"]["steps"] if step.get("id") == "findings")
    (smallest / "docs/en/extra.md").write_text("# Extra\n")
    for name in (".github", ".venv"):
        (smallest / name).symlink_to(ROOT / name)
    summary = smallest.parent / "summary.md"
    env = {**os.environ, "GITHUB_STEP_SUMMARY": str(summary)}
    done = subprocess.run(["bash", "-e", "-c", step["run"]], cwd=smallest, env=env, capture_output=True, check=False)
    assert done.returncode == 1
    assert "The site was not updated" in summary.read_text("utf-8")


def test_search_engines_list_a_site_of_the_workflow_only_when_it_is_public_on_purpose() -> None:
    (step,) = (step for step in workflow("publish")["jobs"]["build"]["steps"] if step.get("run") == "make pdf")
    assert step["env"]["HANDBOOK_NOINDEX"] == "${{ vars.HANDBOOK_PUBLISH != 'public' }}"


@pytest.mark.parametrize(("value", "listed"), [("true", False), ("false", True)])
def test_one_variable_asks_search_engines_not_to_list_the_site(
    smallest: Path, tmp_path: Path, value: str, listed: bool
) -> None:
    (own,) = re.findall(r"^  noindex: .*$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.M)
    settings = smallest / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("extra:\n", f"extra:\n{own}\n")
    settings.write_text(text if own in text else f"{text}\nextra:\n{own}\n", "utf-8")
    build(smallest, tmp_path / "site", HANDBOOK_NOINDEX=value)
    assert (UNLISTED not in (tmp_path / "site/_headers").read_text("utf-8")) is listed


def test_what_gitlab_reads_is_valid_and_publishes_only_when_asked() -> None:
    pipeline = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    jsonschema.validate(pipeline, schema("editor/schema/ci"))
    assert all("$HANDBOOK_PUBLISH ==" in rule["if"] for rule in pipeline["pages"]["rules"])
    quiet, public = pipeline["pages"]["rules"]
    assert (quiet["variables"], "variables" in public) == ({"HANDBOOK_NOINDEX": "true"}, False)
    assert pipeline["pages"]["artifacts"] == {"paths": ["public"]}


def test_the_check_of_a_gitlab_proposal_fails_with_errors_and_builds_the_preview_all_the_same(tmp_path: Path) -> None:
    check = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))["check"]
    bin_ = tmp_path / ".venv/bin"
    bin_.mkdir(parents=True)
    (tmp_path / "requirements").mkdir()
    for code in (0, 1):
        for file, text in (
            (bin_ / "handbook", f"exit {code}"),
            (bin_ / "make", 'echo "$HANDBOOK_PREVIEW $*" >>made'),
            (tmp_path / "requirements/install-system-packages", ":"),
        ):
            file.write_text(f"#!/bin/sh\n{text}\n")
            file.chmod(0o755)
        script = "\n".join(check["script"])
        done = subprocess.run(
            ["bash", "-e", "-c", script], cwd=tmp_path, env={"PATH": f"{bin_}:{os.environ['PATH']}"}, check=False
        )
        assert done.returncode == code
    assert (tmp_path / "made").read_text() == " .venv/print\n offline\n .venv/print\n1 offline\n"


def test_what_netlify_reads_builds_the_site_and_keeps_the_site_out_of_search_engines() -> None:
    settings = tomllib.loads((ROOT / "netlify.toml").read_text("utf-8"))
    assert settings["build"]["publish"] == "site"
    assert settings["build"]["command"] == 'SITE_URL="$URL/" HANDBOOK_PDF= make site'
    assert settings["build"]["environment"]["HANDBOOK_NOINDEX"] == "true"
    others = read(ROOT).languages[1:]
    assert [rule["to"] for rule in settings["redirects"]] == [f"/{code}/404.html" for code in others]


@pytest.mark.long
def test_a_server_of_ones_own_sends_what_other_hosts_are_told_to_send() -> None:
    text = SERVER.read_text("utf-8").replace('"', "")
    for header in (*EVERYWHERE, UNLISTED, f"Content-Security-Policy: {POLICY}; {FRAMES}"):
        assert header.replace(": ", " ", 1) in text, header


def wait_for(port: int) -> None:
    """Wait until something answers at a port of this machine, at most ten seconds."""
    last = monotonic() + 10
    while monotonic() < last:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.05)


@contextmanager
def server(site: Path, tmp_path: Path) -> Iterator[int]:
    """Serve a site as `hosting/Caddyfile` says, to Ана with the password `tajna`; yield the port."""
    caddy = shutil.which("caddy") or shutil.which(ROOT / ".venv/caddy/usr/bin/caddy")
    assert caddy, "This test needs Caddy: run “make test-all”, which installs it."
    words = [caddy, "hash-password", "--plaintext", "tajna"]
    hashed = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    (tmp_path / "readers").write_text(f"ana {hashed}")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = tmp_path / "Caddyfile"
    settings.write_text("{\n\tadmin off\n}\n" + SERVER.read_text("utf-8"), "utf-8")
    env = {
        "HOME": str(tmp_path),
        "HANDBOOK_ADDRESS": f"http://127.0.0.1:{port}",
        "HANDBOOK_SITE": str(site),
        "HANDBOOK_READERS": str(tmp_path / "readers"),
    }
    process = subprocess.Popen([caddy, "run", "--config", settings], env=env, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def fetched(port: int, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response, content


@pytest.mark.long
def test_a_server_of_ones_own_asks_who_reads_and_tells_a_missing_page_in_its_language(
    smallest_site: Path, tmp_path: Path
) -> None:
    ana = {"Authorization": "Basic YW5hOnRham5h"}  # ana:tajna
    with server(smallest_site, tmp_path) as port:
        for path in ("/", "/data/raci.csv", "/none"):
            assert fetched(port, path)[0].status == 401
        response, page = fetched(port, "/", **ana)
        assert (response.status, page) == (200, (smallest_site / "index.html").read_bytes())
        assert response.headers["Content-Security-Policy"] == f"{POLICY}; {FRAMES}"
        assert response.headers["X-Robots-Tag"] == "noindex"
        packed, _ = fetched(port, "/", **ana, **{"Accept-Encoding": "gzip"})
        assert packed.headers["Content-Encoding"] == "gzip"
        for path, file in (("/none/", "404.html"), ("/en/none/", "en/404.html"), ("/_headers", "404.html")):
            missing, told = fetched(port, path, **ana)
            assert (missing.status, told) == (404, (smallest_site / file).read_bytes()), path
