"""Setting up: the commands install what they need themselves, and where they cannot they print the one line to run.

The machine is fake: its package managers write down how they were called. What `make` would do is read from a dry run.
"""

import importlib.metadata
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.__main__ import cli

from actions import workflow, workflows
from browser import NAMES
from git import commit, git, init
from sites import Done, build, environment
from test_cases import FILES, change
from trees import ROOT, smallest_tree

BIN = Path(sys.executable).parent
REQUIREMENTS = ROOT / "requirements"
SCRIPTS = [file for file in sorted(REQUIREMENTS.iterdir()) if file.is_file() and os.access(file, os.X_OK)]
TOOLS = (
    "sh",
    "bash",
    "awk",
    "cat",
    "chmod",
    "dirname",
    "env",
    "git",
    "grep",
    "make",
    "mkdir",
    "paste",
    "rm",
    "touch",
    "tr",
)
"""What every machine has."""
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"

# The fake machine.

STUBS = {
    "python3": """
        case $(cat) in
          *ctypes*) cat "$MACHINE/libraries" ;;
          *) [ -e "$MACHINE/playwright" ] ;;
        esac""",
    "apt-cache": 'printf "chromium-headless-shell:\\n  Installed: (none)\\n  Candidate: %s\\n" "$(cat "$MACHINE/candidate")"',
    "apt-get": """
        echo "apt-get $*" >>"$MACHINE/calls"
        case "$*" in *install*) : >"$MACHINE/libraries" ;; *download*) : >caddy_2.deb ;; esac
        for package; do
          case $package in
            poppler-utils) echo >"$MACHINE/bin/pdftotext" && chmod +x "$MACHINE/bin/pdftotext" ;;
            chromium-headless-shell | jq | npm | faketime) echo >"$MACHINE/bin/$package" && chmod +x "$MACHINE/bin/$package" ;;
            default-jre-headless) echo >"$MACHINE/bin/java" && chmod +x "$MACHINE/bin/java" ;;
            *-venv) : >"$MACHINE/venv" ;;
          esac
        done""",
    "dpkg": 'mkdir -p "$3/usr/bin" && echo >"$3/usr/bin/caddy" && chmod +x "$3/usr/bin/caddy"',
    "brew": """
        echo "brew $*" >>"$MACHINE/calls"
        : >"$MACHINE/libraries"
        for command in pdftotext jq npm faketime java; do echo >"$MACHINE/bin/$command" && chmod +x "$MACHINE/bin/$command"; done""",
    "playwright": 'echo "playwright $*" >>"$MACHINE/calls"; : >"$MACHINE/playwright"',
    "sudo": 'echo "sudo $*" >>"$MACHINE/calls"; if [ "$1" = -n ]; then shift; fi; "$@"',
    "sudo that asks": 'echo "sudo $*" >>"$MACHINE/calls"; exit 1',
    "dnf": "exit 1",
}
COMMANDS = ("chromium-headless-shell", "pdftotext", "jq", "npm", "faketime", "java")
LIBRARIES = "pango\nharfbuzz-subset\n"
EVERYTHING = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 chromium-headless-shell poppler-utils jq npm faketime default-jre-headless"


@dataclass(frozen=True)
class Machine:
    """A machine on disk; it has nothing but a Python and the tools that every machine has."""

    folder: Path

    @property
    def home(self) -> Path:
        """Where the handbook lies on it."""
        return self.folder / "handbook"

    def has(self, name: str, script: str | None = None) -> None:
        """Put a command on the machine; what it does, if it is not said, is what STUBS has under its name."""
        file = self.folder / "bin" / name
        file.write_text(f"#!/bin/sh\n{STUBS.get(name, '') if script is None else script}\n", "utf-8")
        file.chmod(0o755)

    def is_debian(self, user: int = 0, candidate: str = "150.0.1-1") -> None:
        self.has("uname", "echo Linux")
        self.has("id", f"echo {user}")
        self.has("apt-get")
        self.has("apt-cache")
        (self.folder / "candidate").write_text(candidate, "utf-8")

    def is_mac(self) -> None:
        self.has("uname", "echo Darwin")
        self.has("id", "echo 501")

    def run(self, *words: str | Path, **chosen: str) -> Done:
        """Run a command in the handbook's folder."""
        inherited = {name: os.environ[name] for name in ("LANG", "HOME") if name in os.environ}
        place = {"PATH": str(self.folder / "bin"), "MACHINE": str(self.folder)}
        done = subprocess.run(
            words,
            cwd=self.home,
            env={**inherited, **place, **chosen},
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    @property
    def calls(self) -> list[str]:
        """How its package managers were called."""
        log = self.folder / "calls"
        return log.read_text("utf-8").splitlines() if log.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine that lacks everything."""
    machine = Machine(tmp_path)
    for name in ("bin", "handbook/.ci", "handbook/.venv/bin"):
        (tmp_path / name).mkdir(parents=True)
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(str(shutil.which(tool)))
    shutil.copytree(REQUIREMENTS, machine.home / "requirements", ignore=shutil.ignore_patterns("node_modules"))
    for name in ("Makefile", "pyproject.toml", ".ci/run", ".ci/touches-program"):
        shutil.copy(ROOT / name, machine.home / name)
    (tmp_path / "libraries").write_text(LIBRARIES, "utf-8")
    machine.has("python3")
    machine.has("playwright")
    (tmp_path / "bin/playwright").rename(machine.home / ".venv/bin/playwright")
    return machine


def install(machine: Machine, purpose: str, **chosen: str) -> Done:
    return machine.run("requirements/install-system-packages", purpose, **chosen)


# What the system lacks.


@pytest.mark.parametrize("purpose", ["print", "test"])
def test_where_nothing_is_missing_nothing_happens_and_nothing_is_printed(machine: Machine, purpose: str) -> None:
    (machine.folder / "libraries").write_text("", "utf-8")
    for command in COMMANDS:
        machine.has(command)
    assert install(machine, purpose) == Done(0, "", "")


def test_root_installs_with_apt_and_says_what(machine: Machine) -> None:
    machine.is_debian()
    assert install(machine, "test") == Done(0, f"Installing with apt-get: {EVERYTHING}\n", "")
    assert machine.calls == ["apt-get -qq update", f"apt-get -qq install --yes {EVERYTHING}"]


def test_for_the_long_tests_caddy_is_unpacked_and_not_installed(machine: Machine) -> None:
    """Its package would start a web server."""
    machine.is_debian()
    machine.has("dpkg")
    (machine.folder / "libraries").write_text("", "utf-8")
    for command in COMMANDS:
        machine.has(command)
    assert install(machine, "test-all") == Done(0, "Unpacking into .venv/caddy: caddy\n", "")
    assert machine.calls == ["apt-get -qq update", "apt-get -qq download caddy"]
    assert [path.name for path in (machine.home / ".venv").iterdir() if "caddy" in path.name] == ["caddy"]
    assert install(machine, "test-all") == Done(0, "", "")


def test_printing_needs_the_libraries_alone(machine: Machine) -> None:
    machine.is_debian()
    assert install(machine, "print").returncode == 0
    assert machine.calls[-1] == f"apt-get -qq install --yes {EVERYTHING.partition(' chromium-headless-shell')[0]}"


def test_a_python_without_venv_gets_the_package_of_its_version_and_a_python_with_it_nothing(machine: Machine) -> None:
    machine.is_debian()
    machine.has("python3.99", WITHOUT_VENV)
    assert install(machine, "venv", PYTHON="python3.99") == Done(0, "Installing with apt-get: python3.99-venv\n", "")
    assert install(machine, "venv", PYTHON="python3.99") == Done(0, "", "")
    assert machine.calls == ["apt-get -qq update", "apt-get -qq install --yes python3.99-venv"]


def test_only_what_is_missing_is_installed(machine: Machine) -> None:
    machine.is_debian()
    (machine.folder / "libraries").write_text("harfbuzz-subset\n", "utf-8")
    for command in ("chromium-headless-shell", "pdftotext", "npm", "faketime", "java"):
        machine.has(command)
    assert install(machine, "test").stdout == "Installing with apt-get: libharfbuzz-subset0 jq\n"


def test_sudo_is_used_where_it_asks_for_no_password(machine: Machine) -> None:
    machine.is_debian(user=1000)
    machine.has("sudo")
    assert install(machine, "print").returncode == 0
    assert [call.partition(" apt-get")[0] for call in machine.calls if call.startswith("sudo")] == [
        "sudo -n true",
        "sudo env DEBIAN_FRONTEND=noninteractive",
        "sudo env DEBIAN_FRONTEND=noninteractive",
    ]


def test_without_the_right_to_install_the_line_to_run_is_printed_and_nothing_is_done(machine: Machine) -> None:
    machine.is_debian(user=1000)
    machine.has("sudo", STUBS["sudo that asks"])
    assert install(machine, "test") == Done(
        1,
        "",
        "Missing on this machine: pango harfbuzz-subset chromium pdftotext jq npm faketime java. "
        f"Install it with: sudo apt-get install {EVERYTHING}\n",
    )
    assert machine.calls == ["sudo -n true"]


def test_a_machine_without_sudo_is_told_the_same(machine: Machine) -> None:
    machine.is_debian(user=1000)
    done = install(machine, "print")
    assert (done.returncode, done.stdout, machine.calls) == (1, "", [])
    assert done.stderr.endswith(
        "Install it with: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n"
    )


@pytest.mark.parametrize("candidate", ["(none)", ""])
def test_where_apt_has_no_chromium_playwright_installs_its_own(machine: Machine, candidate: str) -> None:
    machine.is_debian(candidate=candidate)
    done = install(machine, "test")
    rest = EVERYTHING.replace("chromium-headless-shell ", "")
    assert done == Done(0, f"Installing with apt-get: {rest}\nInstalling with Playwright: chromium\n", "")
    assert machine.calls[1:] == [f"apt-get -qq install --yes {rest}", "playwright install --with-deps chromium"]


def test_the_line_to_run_names_both_then(machine: Machine) -> None:
    machine.is_debian(user=1000, candidate="(none)")
    (machine.folder / "libraries").write_text("", "utf-8")
    for command in ("pdftotext", "npm", "faketime", "java"):
        machine.has(command)
    assert install(machine, "test").stderr.endswith(
        ": sudo apt-get install jq && .venv/bin/playwright install --with-deps chromium\n"
    )
    machine.has("jq")
    assert install(machine, "test").stderr.endswith("with: .venv/bin/playwright install --with-deps chromium\n")


def test_homebrew_installs_on_a_mac(machine: Machine) -> None:
    machine.is_mac()
    machine.has("brew")
    done = install(machine, "test")
    packages = "pango harfbuzz poppler jq node libfaketime openjdk"
    assert done == Done(0, f"Installing with brew: {packages}\nInstalling with Playwright: chromium\n", "")
    assert machine.calls == [f"brew install --quiet {packages}", "playwright install chromium"]


def test_a_mac_without_homebrew_is_told_the_line(machine: Machine) -> None:
    machine.is_mac()
    done = install(machine, "print")
    assert done == Done(
        1, "", "Missing on this machine: pango harfbuzz-subset. Install it with: brew install pango harfbuzz\n"
    )


def test_fedora_is_told_its_own_line(machine: Machine) -> None:
    machine.has("uname", "echo Linux")
    machine.has("dnf")
    done = install(machine, "test")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith(
        ": sudo dnf install pango harfbuzz chromium poppler-utils jq npm libfaketime java-latest-openjdk-headless\n"
    )


def test_an_unknown_system_is_told_what_is_missing(machine: Machine) -> None:
    machine.has("uname", "echo Linux")
    assert install(machine, "print") == Done(
        1, "", "Missing on this machine: pango harfbuzz-subset. Install it with the system's package manager.\n"
    )


def test_what_is_still_missing_after_the_installation_is_a_failure(machine: Machine) -> None:
    machine.is_debian()
    machine.has("apt-get", "")
    done = install(machine, "print")
    assert (done.returncode, done.stderr) == (1, "Installed, but python3 still does not find: pango harfbuzz-subset.\n")


@pytest.mark.parametrize("name", [name for name in NAMES if "/" not in name])
def test_any_browser_that_the_tests_find_is_enough(machine: Machine, name: str) -> None:
    (machine.folder / "libraries").write_text("", "utf-8")
    for command in (name, "pdftotext", "jq", "npm", "faketime", "java"):
        machine.has(command)
    assert install(machine, "test") == Done(0, "", "")


def test_so_is_the_one_that_playwright_installed_and_chrome_on_a_mac(machine: Machine) -> None:
    (machine.folder / "libraries").write_text("", "utf-8")
    (machine.folder / "playwright").touch()
    for command in ("pdftotext", "jq", "npm", "faketime", "java"):
        machine.has(command)
    assert install(machine, "test") == Done(0, "", "")
    script = (REQUIREMENTS / "install-system-packages").read_text("utf-8")
    assert [name for name in NAMES if name not in script] == []


@pytest.mark.parametrize(
    ("hidden", "missing"),
    [
        ("libpango-1.0", "pango"),
        ("libpangoft2", "pango"),
        ("libharfbuzz-subset", "harfbuzz-subset"),
        ("lib", "pango harfbuzz-subset"),
    ],
)
def test_a_library_is_missing_if_a_process_cannot_load_it(machine: Machine, hidden: str, missing: str) -> None:
    hiding = f"""
import ctypes
class Hiding(ctypes.CDLL):
    def __init__(self, name, *rest, **more):
        if name and name.startswith({hidden!r}):
            raise OSError(name)
        super().__init__(name, *rest, **more)
ctypes.CDLL = Hiding
"""
    (machine.folder / "sitecustomize.py").write_text(hiding, "utf-8")
    machine.has("uname", "echo Linux")
    assert install(machine, "print", PYTHON=sys.executable) == Done(0, "", "")
    done = install(machine, "print", PYTHON=sys.executable, PYTHONPATH=str(machine.folder))
    assert done.stderr.startswith(f"Missing on this machine: {missing}. ")


@pytest.mark.parametrize("words", [(), ("serve",)])
def test_another_word_is_refused(machine: Machine, words: tuple[str, ...]) -> None:
    done = machine.run("requirements/install-system-packages", *words)
    assert done == Done(2, "", "Usage: requirements/install-system-packages venv|print|test|test-all\n")


def test_the_scripts_pass_shellcheck() -> None:
    assert [file.name for file in SCRIPTS] == ["install-in-container", "install-system-packages", "why-a-new-venv"]
    done = subprocess.run([BIN / "shellcheck", *SCRIPTS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


# The virtual environment.


def make_venv(machine: Machine, version: str = VERSION) -> None:
    """What `python -m venv` and the installation leave behind, as far as it is looked at."""
    venv = machine.home / ".venv"
    (venv / "bin/python").symlink_to(sys.executable)
    (venv / f"lib/python{version}/site-packages/pip").mkdir(parents=True)
    (venv / "bin/pip").write_text(f"#!{venv}/bin/python\n", "utf-8")
    for name in ("run", "print", "test"):
        (venv / name).touch()


def reason(machine: Machine, *python: str) -> str:
    done = machine.run("requirements/why-a-new-venv", *python)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.rstrip("\n")


def test_a_venv_of_this_folder_is_kept(machine: Machine) -> None:
    make_venv(machine)
    assert reason(machine) == ""
    assert reason(machine, sys.executable) == ""


def test_a_venv_that_is_a_link_is_kept(machine: Machine) -> None:
    make_venv(machine)
    (machine.home / ".venv").rename(machine.folder / "venv")
    (machine.home / ".venv").symlink_to(machine.folder / "venv")
    (machine.folder / "venv/bin/pip").write_text(f"#!{machine.folder}/venv/bin/python\n", "utf-8")
    assert reason(machine) == ""


def test_a_venv_is_made_anew_in_a_folder_that_was_moved_or_copied(machine: Machine) -> None:
    make_venv(machine)
    shutil.copytree(machine.home, machine.folder / "copy", symlinks=True)
    assert reason(machine) == ""
    done = machine.run("../copy/requirements/why-a-new-venv")
    assert done == Done(0, "this folder was moved or copied\n", "")


def test_a_venv_is_made_anew_where_its_python_is_gone_or_another(machine: Machine) -> None:
    make_venv(machine, version="3.1")
    assert reason(machine) == f"it was made with another Python than {VERSION}, or not to its end"
    (machine.home / ".venv/bin/python").unlink()
    assert reason(machine) == "the Python it was made with is gone"
    shutil.rmtree(machine.home / ".venv")
    assert reason(machine) == "there is none yet"


def test_a_venv_is_made_anew_if_another_python_is_asked_for(machine: Machine) -> None:
    make_venv(machine)
    machine.has("python3.99", "echo 3.99")
    assert reason(machine, "python3.99") == f"it is of Python {VERSION}, and python3.99 is asked for"


# The commands of the Makefile.


def make(machine: Machine, *words: str) -> Done:
    return machine.run("make", "--no-print-directory", *words)


def plan(machine: Machine, *words: str) -> str:
    """What `make` would run."""
    done = make(machine, "--dry-run", *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(
    ("goal", "locks", "packages"),
    [
        ("serve", ["run"], []),
        ("check", ["run"], []),
        ("site", ["run", "print"], []),
        ("offline", ["run", "print"], []),
        ("pdf", ["run", "print"], ["print"]),
        ("test", ["run", "print", "test"], ["test"]),
        ("test-all", ["run", "print", "test"], ["test-all"]),
    ],
)
def test_a_command_installs_what_it_needs_and_no_more(
    machine: Machine, goal: str, locks: list[str], packages: list[str]
) -> None:
    shutil.rmtree(machine.home / ".venv")
    planned = plan(machine, goal)
    fetched = re.findall(r"-r requirements/(\w+)\.txt", planned)
    assert list(dict.fromkeys(fetched)) == locks
    assert "PYTHON=python3 requirements/install-system-packages venv" in planned
    assert re.findall(r"^requirements/install-system-packages ([\w-]+)$", planned, re.M) == packages


def test_a_venv_that_can_be_used_is_used_and_a_moved_one_is_not(machine: Machine) -> None:
    make_venv(machine)
    assert plan(machine, "check") == ".venv/bin/handbook check\n"
    (machine.home / ".venv/bin/pip").write_text("#!/elsewhere/.venv/bin/python\n", "utf-8")
    planned = plan(machine, "check")
    assert 'echo "Preparing .venv (once), as this folder was moved or copied …"\nrm -rf .venv &&' in planned
    assert planned.endswith(".venv/bin/handbook check\n")


def test_new_locks_are_installed_with_the_python_that_is_there(machine: Machine) -> None:
    make_venv(machine)
    (machine.home / ".venv/run").unlink()
    planned = plan(machine, "check")
    assert 'echo "Preparing .venv (once), as the locked versions have changed …"' in planned
    assert "-m venv" not in planned


OLD = 'case "$*" in *version_info\\ \\<*) exit 1 ;; *version_info*) echo 3.9 ;; esac'
WITHOUT_VENV = """
    case "$*" in
      *ensurepip*) [ -e "$MACHINE/venv" ] ;;
      *-venv*) echo python3.99-venv ;;
      *version_info\\[*) echo 3.99 ;;
    esac"""


@pytest.mark.parametrize(
    ("script", "line"),
    [
        (None, "There is no python3.99 here. Name a Python, 3.11 or newer: make serve PYTHON=python3.12"),
        ("exit 127", "There is no python3.99 here. Name a Python, 3.11 or newer: make serve PYTHON=python3.12"),
        (OLD, "The handbook needs Python 3.11 or newer; say which with: make serve PYTHON=python3.12"),
        (WITHOUT_VENV, "Missing on this machine: venv. Install it with: sudo apt-get install python3.99-venv"),
    ],
)
def test_a_python_that_cannot_be_used_is_one_line_and_leaves_the_venv(
    machine: Machine, script: str | None, line: str
) -> None:
    make_venv(machine)
    machine.is_debian(user=1000)
    if script:
        machine.has("python3.99", script)
    done = make(machine, "serve", "PYTHON=python3.99")
    assert (done.returncode, done.stdout) == (2, "")
    assert [text for text in done.stderr.splitlines() if not text.startswith("make: ")] == [line]
    assert (machine.home / ".venv/bin/pip").exists()


@pytest.mark.parametrize(("goal", "name"), [("serve", "PORT"), ("editor", "PORT"), ("editor", "SAVING_PORT")])
def test_a_port_in_use_is_one_line_before_anything_is_built(machine: Machine, goal: str, name: str) -> None:
    init(machine.home, "2027-01-01")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        server = "requirements/editor-server/node_modules/.package-lock.json"
        done = make(machine, goal, f"{name}={port}", f"BIN={BIN}", "-o", ".venv/run", "-o", server)
    assert (done.returncode, done.stdout) == (2, "")
    assert [text for text in done.stderr.splitlines() if not text.startswith("make: ")] == [
        f"Port {port} is in use, or may not be used here. Choose another one: make {goal} {name}={port + 1}"
    ]


CHECKS = [".venv/bin/ruff check", ".venv/bin/ruff format", ".venv/bin/mypy", ".venv/bin/pytest"]


def steps(machine: Machine, *words: str) -> list[str]:
    """The programs of .venv that `make` would run, each with its last words."""
    make_venv(machine)
    return re.findall(r"^\.venv/bin/.*", plan(machine, *words), re.M)


def test_all_tests_come_after_the_checks_of_the_text_and_measure_no_coverage(machine: Machine) -> None:
    planned = steps(machine, "test")
    assert [line.startswith(check) for line, check in zip(planned, CHECKS, strict=True)] == [True] * 4
    assert "--cov" not in planned[-1]


def test_a_part_of_the_tests_is_run_alone(machine: Machine) -> None:
    assert steps(machine, "test", "ARGS=tests/test_views.py -k 'raci and phone'") == [
        ".venv/bin/pytest tests/test_views.py -k 'raci and phone'"
    ]


def test_everything_is_run_with_the_long_tests_and_the_coverage(machine: Machine) -> None:
    planned = steps(machine, "test-all")
    assert len(planned) == 4
    assert planned[-1] == '.venv/bin/pytest -m "" --cov --cov-report=term'


def test_help_lists_every_target_in_two_groups(machine: Machine) -> None:
    done = make(machine)
    assert (done.returncode, done.stderr) == (0, "")
    days, maintenance = done.stdout.split("\n\n")
    assert days.splitlines()[0] == "Every day"
    assert maintenance.splitlines()[0] == "Maintenance"
    names = [[line.split()[0] for line in group.splitlines()[1:]] for group in (days, maintenance)]
    assert names[0] == ["help", "serve", "check", "test", "site", "pdf", "offline", "editor"]
    assert names[1] == ["test-all", "bench", "bench-pdf", "messages", "fonts", "lock", "sbom", "clean"]
    described = re.findall(r"^([\w-]+):.* ## ", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert names[0] + names[1] == described


def test_the_readme_names_every_command_of_the_makefile(machine: Machine) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    targets = re.findall(r"^  ([\w-]+) ", make(machine).stdout, re.M)
    assert [target for target in targets if f"make {target}" not in readme] == []


# The locked versions.


def pins(name: str) -> dict[str, str]:
    """Each locked package, with its version and its hashes."""
    text = (REQUIREMENTS / f"{name}.txt").read_text("utf-8")
    return {found[1]: found[2] for found in re.finditer(r"^([\w.-]+)(==(?:.*\\\n)*.*)", text, re.M)}


def test_each_set_holds_the_smaller_one_with_the_same_versions() -> None:
    run, printing, test = pins("run"), pins("print"), pins("test")
    assert run.items() < printing.items() < test.items()
    assert {"weasyprint", "pikepdf"} <= printing.keys() - run.keys()


def test_a_site_without_books_needs_nothing_of_what_prints_them(smallest: Path, tmp_path: Path) -> None:
    printer = pins("print").keys() - pins("run").keys()
    owners = importlib.metadata.packages_distributions()
    hidden = [module for module, names in owners.items() if printer & {name.lower() for name in names}]
    assert {"weasyprint", "pikepdf"} <= {*hidden}
    without = f"import sys; sys.modules.update(dict.fromkeys({hidden!r})); from mkdocs.__main__ import cli; cli()"
    words = [
        "build",
        "--strict",
        "--quiet",
        "--config-file",
        str(smallest / "mkdocs.yml"),
        "--site-dir",
        str(tmp_path / "out"),
    ]
    chosen = {name: value for name, value in {**os.environ, **environment()}.items() if value is not None}
    done = subprocess.run(
        [sys.executable, "-c", without, *words], env=chosen, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "out/index.html").exists()


# What runs on a proposal.


def test_ci_runs_the_command_of_the_readme_then_the_long_tests_then_prints(machine: Machine) -> None:
    record = 'echo "{}$* [$PYTEST_ADDOPTS]" >>"$MACHINE/calls"'
    (machine.folder / "bin/make").unlink()
    machine.has("make", record.format("make "))
    machine.has("pytest", record.format("pytest "))
    (machine.folder / "bin/pytest").rename(machine.home / ".venv/bin/pytest")
    (machine.home / "requirements/install-system-packages").write_text(f"#!/bin/sh\n{record.format('install ')}\n")
    assert machine.run("bash", ".ci/run") == Done(0, "", "")
    expected = ["make test [--cov --cov-report=term]", "install test-all []", "pytest -m long []", "make pdf []"]
    assert machine.calls == expected


def test_ci_stops_at_the_first_failure(machine: Machine) -> None:
    (machine.folder / "bin/make").unlink()
    machine.has("make", 'echo "make $*" >>"$MACHINE/calls"; exit 2')
    assert machine.run("bash", ".ci/run") == Done(2, "", "")
    assert machine.calls == ["make test"]


SETTINGS = "site_name: A\nnav:\n  - Start: index.md\n  # a note\n- More: more.md\nplugins:\n  - search\n"

Change = Callable[[Path], object]


def writes(path: str, text: str = "changed\n") -> Change:
    def change(home: Path) -> None:
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text(text, "utf-8")

    return change


def moves(path: str, to: str) -> Change:
    def change(home: Path) -> None:
        (home / to).parent.mkdir(parents=True, exist_ok=True)
        (home / path).rename(home / to)

    return change


@pytest.mark.parametrize(
    "change",
    [
        writes("docs/sr/улога.md"),
        writes("facts/roles.yml"),
        writes("parity/index.lock"),
        writes("templates/role.md"),
        writes("mkdocs.yml", SETTINGS.replace("- More: more.md", "- Else: else.md\n  - Third: third.md")),
        moves("docs/index.md", "docs/start.md"),
    ],
)
def test_content_is_pages_facts_locks_templates_and_the_navigation(machine: Machine, change: Change) -> None:
    assert touched(machine, change) == "program=false\n"


@pytest.mark.parametrize(
    "change",
    [
        writes("hooks/new.py"),
        writes("README.md"),
        writes("other/docs/index.md"),
        writes("mkdocs.yml", SETTINGS.replace("site_name: A", "site_name: B")),
        writes("mkdocs.yml", SETTINGS.replace("- search", "- other")),
        moves("hooks/old.py", "docs/old.py"),
        lambda home: None,
    ],
)
def test_all_else_is_the_program_and_so_is_no_change(machine: Machine, change: Change) -> None:
    assert touched(machine, change) == "program=true\n"


def test_a_commit_that_is_not_there_counts_as_the_program(machine: Machine) -> None:
    assert touched(machine, writes("docs/index.md"), "origin/main") == "program=true\n"


def touched(machine: Machine, change: Change, base: str = "main") -> str:
    """What is printed for a proposal with a change, after the main branch went on."""
    for write in (writes("mkdocs.yml", SETTINGS), writes("docs/index.md", "Start\n"), writes("hooks/old.py", "old\n")):
        write(machine.home)
    init(machine.home, "2027-01-01")
    git(machine.home, "checkout", "--quiet", "-b", "proposal")
    change(machine.home)
    git(machine.home, "add", "--all")
    git(machine.home, "commit", "--quiet", "--allow-empty", "--message", "change")
    git(machine.home, "checkout", "--quiet", "main")
    writes("hooks/since.py")(machine.home)
    commit(machine.home, "2027-01-02")
    git(machine.home, "checkout", "--quiet", "proposal")
    done = machine.run(".ci/touches-program", base)
    assert done.returncode == 0
    return done.stdout


def test_workflows_leave_packages_to_the_script_and_tests_to_the_script_of_ci() -> None:
    assert [file.name for file in workflows() if re.search("apt-get|apt install", file.read_text("utf-8"))] == []
    jobs = workflow("check")["jobs"]
    assert ".ci/run" in runs(jobs["test"])
    assert {"make .venv/print", "requirements/install-system-packages print"} <= {*runs(jobs["check"])}
    assert jobs["test"]["if"] == "needs.changes.outputs.program == 'true'"
    assert jobs["report"]["needs"] == ["changes", "check", "test"]


def runs(job: Mapping[str, Any]) -> list[str]:
    return [step["run"] for step in job["steps"] if "run" in step]


def test_a_proposal_with_errors_still_gets_its_preview() -> None:
    job = workflow("check")["jobs"]["check"]["steps"]
    before = len([*takewhile(lambda step: step.get("id") != "findings", job)])
    failed = "success() || steps.findings.outcome == 'failure'"
    building, packing, showing = job[before + 1 :]
    assert (building["if"], packing["if"]) == (failed, failed)
    assert building["env"] == {"HANDBOOK_PREVIEW": "${{ steps.findings.outcome == 'failure' && '1' || '' }}"}
    assert showing["if"] == "always() && steps.preview.outcome == 'success'"
    assert not any("continue-on-error" in step for step in job), "errors leave the job red"


# A preview with errors.


def previewed(home: Path, into: Path, **chosen: str) -> Done:
    """Build a handbook as `make offline` and `make site` do with HANDBOOK_PREVIEW set."""
    words = ["build", "--quiet", "--config-file", str(home / "mkdocs.yml"), "--site-dir", str(into)]
    result = CliRunner(env=environment(HANDBOOK_PREVIEW="1", **chosen)).invoke(cli, words)
    return Done(result.exit_code, result.stdout, result.stderr)


def test_a_preview_reports_errors_and_is_built_all_the_same(smallest: Path, tmp_path: Path) -> None:
    (smallest / "docs/en/extra.md").write_text("# Extra\n\n[Nowhere](nowhere.md)\n", "utf-8")
    refused = build(smallest, tmp_path / "site")
    assert refused.returncode == 1
    assert not (tmp_path / "site").exists()
    done = previewed(smallest, tmp_path / "preview")
    assert done.returncode == 0
    assert "docs/en/extra.md:1: " in done.stderr
    assert "[missing-page]" in done.stderr
    assert "Extra" in (tmp_path / "preview/en/extra/index.html").read_text("utf-8")
    assert not (tmp_path / "preview/preview").exists(), "the panel belongs to `make serve`"


@pytest.mark.parametrize(("goal", "strict"), [("site", True), ("offline", True), ("site", False), ("offline", False)])
def test_a_build_is_strict_and_has_books_unless_it_is_a_preview(machine: Machine, goal: str, strict: bool) -> None:
    make_venv(machine)
    chosen = [] if strict else ["HANDBOOK_PREVIEW=1"]
    planned = plan(machine, goal, *chosen)
    (command,) = re.findall(r".*mkdocs build.*", planned)
    assert ("--strict" in command) is strict
    if goal == "offline":
        assert ("HANDBOOK_PDF=wanted" in command) is strict


UNREADABLE = {"not-utf-8", "link-out", "settings-unreadable"}
"""Cases with a file that MkDocs itself cannot read: no build goes on with them."""
EACH_RULE = {file.parent.name: file for file in FILES if file.stem not in UNREADABLE}
"""One case of each rule."""


@pytest.mark.long
@pytest.mark.parametrize("rule", EACH_RULE)
def test_whatever_is_found_a_preview_of_it_is_built(tmp_path: Path, rule: str) -> None:
    home = smallest_tree(tmp_path)
    change(home, yaml.safe_load(EACH_RULE[rule].read_text("utf-8")))
    done = previewed(home, tmp_path / "site", HANDBOOK_OFFLINE="1")
    assert done.returncode == 0, done.stderr


@pytest.mark.long
def test_the_preview_of_a_page_with_errors_opens_from_a_folder(example: Path) -> None:
    (example / "docs/en/extra.md").write_text("# Extra\n\n[Nowhere](nowhere.md)\n", "utf-8")
    for name in ("Makefile", "requirements"):
        (example / name).symlink_to(ROOT / name)
    words = ["make", "offline", f"BIN={BIN}", "--assume-old=.venv/run", "--assume-old=.venv/print"]
    chosen = {name: value for name, value in {**os.environ, **environment()}.items() if value is not None}
    for preview, code in (("", 2), ("1", 0)):
        done = subprocess.run(
            words, cwd=example, env={**chosen, "HANDBOOK_PREVIEW": preview}, capture_output=True, text=True, check=False
        )
        assert done.returncode == code, done.stderr
        assert (example / "handbook-offline.zip").exists() is (code == 0)
