"""Built sites: `build` builds one in this process; the `shared_site` of a name is built once for all workers."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from filelock import FileLock
from mkdocs.__main__ import cli

from handbook.cli.main import commands
from trees import ROOT, SMALLEST, example_tree

DAY = "1794700800"
"""15 November 2026, in seconds since 1970: the day on which shared sites are built."""
ADDRESS = "https://handbook.example/team/"
FIRM = {"HANDBOOK_FIRM": "Пример д.о.о.", "HANDBOOK_VERSION": "2026.4"}
REPOSITORY = "https://github.com/team/book"
SETTINGS = ("SITE_URL", "REPO_URL", "SOURCE_DATE_EPOCH", "CI")


@dataclass(frozen=True)
class Done:
    """What a command did: its exit code and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def environment(**chosen: str) -> dict[str, str | None]:
    """The environment of a command: nothing of a firm or a machine is set but what is chosen."""
    unset = dict.fromkeys(name for name in os.environ if name.startswith("HANDBOOK_"))
    return {**unset, **dict.fromkeys(SETTINGS), "NO_MKDOCS_2_WARNING": "1", "HANDBOOK_LANGUAGE": "en", **chosen}


def build(home: Path, into: Path, **chosen: str) -> Done:
    """Build a handbook strictly, as `make site` does, in this process; `chosen` are environment variables."""
    words = ["build", "--strict", "--quiet", "--config-file", str(home / "mkdocs.yml"), "--site-dir", str(into)]
    result = CliRunner(env=environment(**chosen)).invoke(cli, words)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, result.stderr)


def faults(done: Done) -> str:
    """What a build wrote to stderr besides the progress of its printing."""
    return "".join(line for line in done.stderr.splitlines(keepends=True) if not line.startswith("Print"))


def handbook(home: Path, *words: str | Path) -> Done:
    """Run a command of `handbook` on a copy, in this process."""
    result = CliRunner(env=environment()).invoke(commands, [*map(str, words), "--root", str(home)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, result.stderr)


def run(*words: str | Path, **chosen: str) -> subprocess.CompletedProcess[str]:
    """Run a command of this environment (`handbook`, `mkdocs`) as a process of its own."""
    command = Path(sys.executable).parent / words[0]
    inherited = {name: value for name, value in os.environ.items() if name not in environment()}
    set_here = {name: value for name, value in environment(**chosen).items() if value is not None}
    return subprocess.run(
        [command, *words[1:]],
        capture_output=True,
        text=True,
        check=False,
        env={**inherited, "PYTHONUTF8": "1", **set_here},
    )


def shared_site(factory: pytest.TempPathFactory, name: str, build_into: Callable[[Path], Done]) -> Path:
    """A site that the first worker to need it builds, and that every worker then reads; nobody writes to it."""
    home = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        home = home.parent
    site = home / "sites" / name
    with FileLock(home / f"{name}.lock"):
        if not site.exists():
            done = build_into(home / "building" / name)
            assert (done.returncode, done.stdout, faults(done)) == (0, "", ""), done
            site.parent.mkdir(exist_ok=True)
            (home / "building" / name).rename(site)
    return site


def smallest(into: Path) -> Done:
    """Build the smallest handbook where it is."""
    return build(SMALLEST, into)


def example(into: Path, **more: str) -> Done:
    """Build a copy of the example with everything a firm may set, without books."""
    return build(
        example_tree(into.parent / f"{into.name}-tree"),
        into,
        SITE_URL=ADDRESS,
        REPO_URL=REPOSITORY,
        SOURCE_DATE_EPOCH=DAY,
        **FIRM,
        **more,
    )


def example_books(into: Path) -> Done:
    """Build the same with its books."""
    return example(into, HANDBOOK_PDF="required")


def real(into: Path, home: Path = ROOT, **more: str) -> Done:
    """Build the real handbook, or a copy of it, with everything a firm may set, without books."""
    return build(home, into, SITE_URL=ADDRESS, REPO_URL=REPOSITORY, SOURCE_DATE_EPOCH=DAY, **FIRM, **more)


def real_books(into: Path) -> Done:
    """Build the same with its books and sheets: two minutes, so only for long tests."""
    return real(into, HANDBOOK_PDF="required")


def offline(into: Path) -> Done:
    """Build the copy of the example that opens from a folder."""
    return build(example_tree(into.parent / f"{into.name}-tree"), into, HANDBOOK_OFFLINE="1", SOURCE_DATE_EPOCH=DAY)
