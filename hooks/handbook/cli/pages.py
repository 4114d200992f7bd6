"""The commands `handbook new`, `rename` and `remove`: they list the files they wrote and the next steps."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from ..editing import new_page
from ..editing.draft import Titles
from ..editing.remove import remove as remove_page
from ..editing.rename import rename as rename_page
from ..editing.write import write
from ..languages.messages import Message, msg
from ..languages.registry import KNOWN
from ..model.facts import FREQUENCIES, PLACEHOLDER
from ..model.finding import Place
from ..model.handbook import Handbook
from ..parity.new_locks import Writes
from ..reading import yaml_lines
from ..reading.cached import read
from .language import LocalizedGroup, echo
from .options import ROOT, changes_files

ID = click.argument("id_", metavar="ID")


@click.group(cls=LocalizedGroup)
def new() -> None:
    """Create a page in both languages, with its facts and its place in the navigation."""


def titles(command: Callable[..., None]) -> Callable[..., None]:
    """Add to a command an option for the title in each language."""
    for code in reversed(KNOWN):
        command = click.option(f"--title-{code}", metavar="TITLE", help=f"The title of the page in docs/{code}/.")(
            command
        )
    return command


@new.command("role")
@ID
@click.option("--team", required=True, help="The team, by its id.")
@titles
@click.option("--group", help="The group within the team, if the team has groups.")
@click.option("--reports-to", metavar="ROLE", help="The role that this role reports to.")
@click.option("--deputy", "deputies", multiple=True, metavar="ROLE", help="A deputy; repeatable, in order.")
@ROOT
@changes_files
def new_role(root: Path, id_: str, **options: Any) -> None:
    """Create the pages of a role, for example: handbook new role sales-trainer --team sales."""
    book = read(root)
    _write_page(book, new_page.role(book, id_, titles=_titles(options), **options), "roles", id_)


@new.command("responsibility")
@ID
@click.option("--team", required=True, help="The team, by its id.")
@titles
@click.option("--accountable", metavar="ROLE", help="The role that is accountable for it.")
@click.option("--responsible", multiple=True, metavar="ROLE", help="A role that does the work; repeatable.")
@click.option("--every", multiple=True, type=click.Choice(FREQUENCIES), help="How often it is done; repeatable.")
@ROOT
@changes_files
def new_responsibility(root: Path, id_: str, **options: Any) -> None:
    """Create the pages of a responsibility, for example: handbook new responsibility price-list --team sales."""
    book = read(root)
    _write_page(book, new_page.responsibility(book, id_, titles=_titles(options), **options), "responsibilities", id_)


@new.command("guide")
@ID
@click.option(
    "--team",
    "folder",
    default="",
    metavar="FOLDER",
    help="A team, or another folder such as together (default: the folder of the front page).",
)
@titles
@click.option("--owner", metavar="ROLE", help="The role that maintains it.")
@ROOT
@changes_files
def new_guide(root: Path, id_: str, folder: str, **options: Any) -> None:
    """Create the pages of a guide, for example: handbook new guide price-changes --team together."""
    book = read(root)
    path = f"{folder}/{id_}.md" if folder else f"{id_}.md"
    _write_page(book, new_page.guide(book, id_, folder, titles=_titles(options), **options), "guides", path)


@click.command()
@click.argument("old")
@click.argument("new_name", metavar="NEW")
@ROOT
@changes_files
def rename(root: Path, old: str, new_name: str) -> None:
    """Change the id of a page and all references to it; the old address redirects to the new one.

    OLD is the id of a role, a responsibility or a guide, or the path of a page (together/meetings). NEW is the new
    id; for a guide it may be a path, which moves the guide to another folder. The titles of the page do not change.
    """
    book = read(root)
    writes = rename_page(book, old, new_name)
    write(book.root, writes)
    print_writes(writes)
    echo(msg("Next: run “handbook check”. Old addresses redirect as listed in facts/moved.yml."))


@click.command()
@ID
@click.option("--heir", required=True, metavar="ID", help="The page of the same kind that takes its place.")
@click.option("--dry-run", is_flag=True, help="Only list the files that would change.")
@ROOT
@changes_files
def remove(root: Path, id_: str, heir: str, dry_run: bool) -> None:
    """Remove a page and let another take its place in facts, links and the navigation.

    ID is the id of a role, a responsibility or a guide, or the path of a page. Its address then redirects to the
    heir, and handbook check reports where the text still uses its title.
    """
    book = read(root)
    removal = remove_page(book, id_, heir)
    if not dry_run:
        write(book.root, removal.writes)
    print_writes(removal.writes)
    if dry_run:
        echo(msg("Nothing was written yet: run the command again without --dry-run."))
    else:
        echo(
            msg("Next: run “handbook check”. It lists where the text still says {names}.", names=_names(removal.former))
        )


def _names(former: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"“{name}”" for name in former.values())


def _titles(options: dict[str, Any]) -> Titles:
    return {code: options.pop(f"title_{code}") for code in KNOWN}


def _write_page(book: Handbook, writes: Writes, table: str, id_: str) -> None:
    write(book.root, writes)
    print_writes(writes)
    facts = f"facts/{table}.yml"
    draft = Place(facts, yaml_lines.load(writes[facts] or "").lines[id_, "draft"])
    echo(*_next_steps(book, writes, draft))


def _next_steps(book: Handbook, writes: Writes, draft: Place) -> list[Message]:
    page = next(path for path in writes if path.startswith("docs/")).split("/", 2)[2]
    folder, in_facts = page.partition("/")[0], [path for path in writes if path.startswith("facts/")]
    confirmed = "--all" if len(in_facts) > 1 else page.removesuffix(".md")
    indexes = (f"docs/{code}/{folder}/index.md" for code in book.languages if book.page(code, f"{folder}/index.md"))
    team = [
        msg("Mention the page where readers look for it, and update the numbers there: {file}.", file=index)
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
        msg("Then read both languages once more and run “handbook confirm {page}”.", page=confirmed),
    ]


def print_writes(writes: Writes) -> None:
    """Print the path of each file that was written or removed."""
    for path, text in sorted(writes.items()):
        echo(msg("removed {path}", path=path) if text is None else msg("wrote {path}", path=path))
