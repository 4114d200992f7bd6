"""The commands `handbook new` and `handbook rename`: they say what they wrote and what comes next."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..editing import new_page
from ..editing.rename import rename as renamed
from ..editing.write import write
from ..languages.messages import Message, msg
from ..languages.registry import KNOWN
from ..model.facts import FREQUENCIES, PLACEHOLDER
from ..model.finding import Place
from ..model.handbook import Handbook
from ..parity.confirm import Writes
from ..reading import yaml_lines
from ..reading.load import read
from .language import LocalizedGroup, echo
from .options import ROOT

ID = click.argument("id_", metavar="ID")


@click.group(cls=LocalizedGroup)
def new() -> None:
    """Begin a page in both languages, with its facts and its place in the navigation."""


def titles(command: Callable[..., None]) -> Callable[..., None]:
    """An option for the title in each language."""
    for code in reversed(KNOWN):
        command = click.option(f"--title-{code}", metavar="TITLE", help=f"The title of the page in docs/{code}/.")(
            command
        )
    return command


@new.command("role")
@ID
@click.option("--team", required=True, help="The team, by its id.")
@titles
@click.option("--group", help="The group of the team, where it has groups.")
@click.option("--reports-to", metavar="ROLE", help="Whom the role reports to.")
@click.option("--deputy", "deputies", multiple=True, metavar="ROLE", help="Who stands in; repeatable, in order.")
@ROOT
def new_role(root: Path, id_: str, **options: Any) -> None:
    """Begin the pages of a role, such as: handbook new role sales-trainer --team sales."""
    book = read(root)
    _begun(book, new_page.role(book, id_, titles=_titles(options), **options), "roles", id_)


@new.command("responsibility")
@ID
@click.option("--team", required=True, help="The team, by its id.")
@titles
@click.option("--accountable", metavar="ROLE", help="The one role that answers for it.")
@click.option("--responsible", multiple=True, metavar="ROLE", help="A role that does the work; repeatable.")
@click.option("--every", multiple=True, type=click.Choice(FREQUENCIES), help="How often; repeatable.")
@ROOT
def new_responsibility(root: Path, id_: str, **options: Any) -> None:
    """Begin the pages of a responsibility, such as: handbook new responsibility price-list --team sales."""
    book = read(root)
    _begun(book, new_page.responsibility(book, id_, titles=_titles(options), **options), "responsibilities", id_)


@new.command("guide")
@ID
@click.option(
    "--team",
    "folder",
    default="",
    metavar="FOLDER",
    help="A team, or another folder such as together (default: beside the front page).",
)
@titles
@click.option("--owner", metavar="ROLE", help="The role that looks after it.")
@ROOT
def new_guide(root: Path, id_: str, folder: str, **options: Any) -> None:
    """Begin the pages of a guide, such as: handbook new guide price-changes --team together."""
    book = read(root)
    path = f"{folder}/{id_}.md" if folder else f"{id_}.md"
    _begun(book, new_page.guide(book, id_, folder, titles=_titles(options), **options), "guides", path)


@click.command()
@click.argument("old")
@click.argument("new_name", metavar="NEW")
@ROOT
def rename(root: Path, old: str, new_name: str) -> None:
    """Give a page a new id, and everything that names it; the old address then leads to the new one.

    OLD is the id of a role, a responsibility or a guide, or the path of a page (together/meetings). NEW is the new
    id; for a guide it may be a path, which puts it into another folder. Titles stay: they are the pages' own words.
    """
    book = read(root)
    writes = renamed(book, old, new_name)
    write(book.root, writes)
    _tell(writes)
    echo(msg("Next: run “handbook check”. Old addresses lead on as facts/moved.yml says."))


def _titles(options: dict[str, Any]) -> new_page.Titles:
    return {code: options.pop(f"title_{code}") for code in KNOWN}


def _begun(book: Handbook, writes: Writes, file: str, id_: str) -> None:
    write(book.root, writes)
    _tell(writes)
    facts = f"facts/{file}.yml"
    draft = Place(facts, yaml_lines.load(writes[facts] or "").lines[id_, "draft"])
    echo(*_next(book, writes, draft))


def _next(book: Handbook, writes: Writes, draft: Place) -> list[Message]:
    page = next(path for path in writes if path.startswith("docs/")).split("/", 2)[2]
    folder = page.partition("/")[0]
    indexes = (f"docs/{code}/{folder}/index.md" for code in book.languages if book.page(code, f"{folder}/index.md"))
    team = [
        msg("Mention the page where readers look for it, and mend the numbers there: {file}.", file=index)
        for index in indexes
        if folder in book.facts.teams
    ]
    return [
        msg(
            "Next: run “handbook check”; every line that ends with [{rule}] is something to write, with file and line.",
            rule=PLACEHOLDER,
        ),
        *team,
        msg("When nothing else is left, remove “draft: true” ({place}).", place=draft),
        msg("Then read both languages once more and run “handbook confirm {page}”.", page=page.removesuffix(".md")),
    ]


def _tell(writes: Writes) -> None:
    for path, text in sorted(writes.items()):
        echo(msg("removed {path}", path=path) if text is None else msg("wrote {path}", path=path))
