"""Copies of handbooks that a test may change: the smallest one, the example with a page of every kind, the real one.

In every copy `hooks/` and `overrides/` are links to those of this repository, so a copy can be built as it is.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from handbook.cli.main import commands
from handbook.languages.registry import DEFAULT
from handbook.publishing.book import editions

TESTS = Path(__file__).parent
ROOT = TESTS.parent
SMALLEST, EXAMPLE = TESTS / "smallest", TESTS / "example"
CONTENT = ("docs", "facts", "parity", "templates")
PROGRAM = ("hooks", "overrides")
CODES = DEFAULT
"""The languages of the copies."""
EDITIONS = editions(CODES)
"""The books of the copies."""


def smallest_tree(to: Path) -> Path:
    """Copy the smallest handbook below `to`; returns its folder."""
    home = to / "tests/smallest"  # its settings name ../../hooks
    shutil.copytree(SMALLEST, home)
    link_program(to)
    return home


def example_tree(to: Path) -> Path:
    """Copy the example into `to`: the smallest handbook, a page of every kind, and the settings of the real one."""
    beside = shutil.ignore_patterns("parity", "nav.yml", "mkdocs.yml")
    for source in (SMALLEST, EXAMPLE):
        shutil.copytree(source, to, dirs_exist_ok=True, ignore=beside)
    shutil.copytree(ROOT / "templates", to / "templates")
    link_program(to)
    shutil.copy(ROOT / "mkdocs.yml", to)
    with settings(to) as changed:
        changed["nav"] = yaml.safe_load((EXAMPLE / "nav.yml").read_text("utf-8"))
        changed["plugins"][1]["i18n"]["languages"][1]["nav_translations"] |= {"Почетак": "Start"}
    CliRunner().invoke(commands, ["seed", "--all", "--root", str(to)], catch_exceptions=False)
    return to


def real_tree(to: Path) -> Path:
    """Copy the pages, facts, locks and settings of the real handbook into `to`."""
    for name in CONTENT:
        shutil.copytree(ROOT / name, to / name)
    shutil.copy(ROOT / "mkdocs.yml", to)
    link_program(to)
    return to


def link_program(to: Path) -> None:
    """Link the hooks and templates of this repository into a copy."""
    for name in PROGRAM:
        (to / name).symlink_to(ROOT / name)


@dataclass(frozen=True)
class Env:
    """A setting that MkDocs reads from the environment, as it is written."""

    node: yaml.Node


class Loader(yaml.SafeLoader):
    """Reads `mkdocs.yml` without looking at the environment."""


class Dumper(yaml.SafeDumper):
    """Writes `mkdocs.yml` with its references to the environment."""


Loader.add_constructor("!ENV", lambda _, node: Env(node))
Dumper.add_representer(Env, lambda _, env: env.node)


@contextmanager
def settings(home: Path) -> Iterator[dict[str, Any]]:
    """The settings of a copy, to be changed inside a `with` block; they are written back at its end."""
    file = home / "mkdocs.yml"
    data: dict[str, Any] = yaml.load(file.read_text("utf-8"), Loader)  # a safe loader
    yield data
    file.write_text(yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False), "utf-8")


def files(home: Path) -> dict[str, bytes]:
    """Every file of a copy by its path, without the linked program."""
    return {file.relative_to(home).as_posix(): file.read_bytes() for file in home.rglob("*") if file.is_file()}


def edit(home: Path, path: str, *replacements: tuple[str, str]) -> None:
    """Replace texts in a file of a copy; each must stand there exactly once. Line ends stay."""
    text = (home / path).read_bytes().decode()
    for old, new in replacements:
        assert text.count(old) == 1, (path, old)
        text = text.replace(old, new)
    (home / path).write_bytes(text.encode())
