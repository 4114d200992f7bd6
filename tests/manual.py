"""The texts about changing the handbook, the commands that they show, and those that `test_contributing.py` runs."""

import re
from pathlib import Path

import click
from markdown_it import MarkdownIt

from handbook.cli.main import commands
from trees import CODES, ROOT

CONTRIBUTING = "CONTRIBUTING.md"
EDITING = {code: f"docs/{code}/about/editing.md" for code in CODES}
ADAPTING = {code: f"docs/{code}/about/adapting.md" for code in CODES}
TRANSLATION = {code: f"docs/{code}/about/translation.md" for code in CODES}
TEXTS = (CONTRIBUTING, *EDITING.values())
PROGRAMS = ("handbook", "make", ".", "pre-commit", "/confirm", "/keep")
"""How a command begins."""

SECTION = "together/meetings#weekly"
NEW_ROLE = "handbook new role sales-trainer --team sales"
CONFIRM_ROLE = "handbook confirm --all"
NEW_RESPONSIBILITY = "handbook new responsibility price-list --team sales --accountable manager"
NEW_GUIDE = "handbook new guide price-changes --team together"
RENAME = "handbook rename price-changes price-list-changes"
DIFF = f"handbook diff {SECTION}"
CONFIRM = f"handbook confirm {SECTION}"
KEEP = f"handbook keep {SECTION} --reason REASON"
AUDIT = f"handbook audit {SECTION}"
CHECK = "handbook check"
FIX = "handbook fix"
DUE = "handbook due"
COMMENTS = ("/confirm", f"/confirm {SECTION}", "/keep REASON", f"/keep {SECTION} REASON")
TERMINAL = ("make check", ". .venv/bin/activate", "make serve", "make test", "make messages", "pre-commit install")
RUN = {
    NEW_ROLE,
    CONFIRM_ROLE,
    NEW_RESPONSIBILITY,
    NEW_GUIDE,
    RENAME,
    DIFF,
    AUDIT,
    CONFIRM,
    KEEP,
    CHECK,
    FIX,
    DUE,
    *COMMENTS,
    *TERMINAL,
}
"""The commands that are run, with ids that the example has."""


def text(home: Path, path: str) -> str:
    """A text of a handbook; a copy without a CONTRIBUTING.md has that of this repository."""
    file = home / path
    return (file if file.exists() else ROOT / path).read_text("utf-8")


def parts(markdown: str) -> list[tuple[str, str]]:
    """The parts of a text as (heading, text), in order."""
    _, *found = re.split(r"^## ", markdown, flags=re.MULTILINE)
    return [(part.partition("\n")[0], part) for part in found]


def codes(markdown: str) -> list[str]:
    """The code in a text: in sentences, and the lines of blocks."""
    tokens = MarkdownIt().parse(markdown)
    spans = [child.content for token in tokens for child in token.children or () if child.type == "code_inline"]
    return [*spans, *(line for token in tokens if token.type == "fence" for line in token.content.splitlines())]


def shown(markdown: str) -> set[str]:
    """Every command that a text shows, in a block or in a sentence; not the name of a program alone."""
    return {code for code in codes(markdown) if code.split(" ")[0] in PROGRAMS and code not in PROGRAMS[:4]}


def form(command: str) -> str:
    """A command with … in place of what it is about: ids, sections, reasons."""
    fixed, *rest = command.split(" ")
    known: click.Command | None = commands if fixed == "handbook" else None
    while isinstance(known, click.Group) and rest:
        known = known.commands.get(rest[0])
        fixed += f" {rest.pop(0)}"
    if fixed.startswith(("handbook", "/")):
        rest = [word if word.startswith("-") else "…" for word in rest]
    return " ".join((fixed, *rest))
