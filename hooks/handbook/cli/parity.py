"""The commands about both languages: `status`, `diff`, `seed`, `confirm`, `keep`, `fix`."""

import json
from datetime import datetime
from pathlib import Path

import click

from ..checks.runner import file_findings
from ..crosslinks.moves import with_published
from ..editing.merge_locks import resolved_locks
from ..editing.repair import repairs, with_lines
from ..editing.write import write
from ..languages.messages import msg, plural
from ..languages.registry import KNOWN
from ..model.errors import RefusedError
from ..parity import confirm as agreements
from ..parity.diff import changes
from ..parity.status import as_data, as_lines
from ..parity.status import status as page_status
from ..reading.cached import read
from ..reading.git_history import fault
from .language import echo
from .options import ROOT, TODAY, changes_files, write_and_list

SECTIONS = click.argument("pages", nargs=-1, required=True, metavar="PAGE[#ID] …")


@click.command()
@ROOT
@TODAY
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="The output format.")
def status(root: Path, today: datetime, form: str) -> None:
    """Print the state of both languages page by page: sections in step, to confirm, kept and waived."""
    pages = page_status(read(root), today.date())
    echo(*([json.dumps(as_data(pages), indent=2)] if form == "json" else as_lines(pages)))


@click.command()
@ROOT
@SECTIONS
def diff(root: Path, pages: tuple[str, ...]) -> None:
    """Show what changed in sections since both languages agreed, word by word."""
    book = read(root)
    sections = agreements.find_sections(book, pages)
    for section in [section for section in sections if section.changed] or sections[:1]:
        echo(*changes(book, section))
    if note := fault(root):
        echo(note, err=True)


@click.command()
@ROOT
@click.option("--all", "everything", is_flag=True, help="Every page, the facts and the navigation.")
@click.argument("pages", nargs=-1, metavar="PAGE …")
@changes_files
def seed(root: Path, everything: bool, pages: tuple[str, ...]) -> None:
    """Write the first lock lines of new sections, marked as not confirmed. Lines that exist do not change."""
    book = read(root)
    names = [page.page for page in page_status(book)] if everything else pages
    if not names:
        raise RefusedError(msg("Name at least one page, or use --all."))
    write_and_list(book, agreements.seed(book, names))


@click.command()
@ROOT
@TODAY
@click.option("--all", "everything", is_flag=True, help="Every section that waits to be confirmed.")
@click.argument("pages", nargs=-1, metavar="PAGE[#ID] …")
@changes_files
def confirm(root: Path, today: datetime, everything: bool, pages: tuple[str, ...]) -> None:
    """Record that you have read both languages and they say the same."""
    book = read(root)
    waiting = [section.name for section in agreements.waiting(book)]
    names = (*pages, *(waiting if everything else ()))
    if not names and not everything:
        raise RefusedError(msg("Name at least one page or section, or use --all for everything that waits."))
    writes = agreements.confirm(book, names, file_findings(book, today.date()))
    if notes := agreements.differences(book, names):
        echo(*notes)
    if everything and waiting:
        echo(*waiting)
    write_and_list(book, writes)


@click.command()
@ROOT
@TODAY
@click.argument("sections", nargs=-1, required=True, metavar="PAGE#ID …")
@click.option("--reason", required=True, help="Why no new translation is needed.")
@changes_files
def keep(root: Path, today: datetime, sections: tuple[str, ...], reason: str) -> None:
    """Record that a change in one language of sections needs no new translation, with the reason."""
    book = read(root)
    writes = agreements.keep(book, sections, reason, today.date())
    if notes := agreements.differences(book, sections):
        echo(*notes)
    write_and_list(book, writes)


@click.command()
@ROOT
@click.option("--from", "source", type=click.Choice(tuple(KNOWN)), help="Copy code from this language to the other.")
@changes_files
def fix(root: Path, source: str | None) -> None:
    """Fix heading ids, characters that cannot be seen, conflicts in locks and the list of published pages.

    With --from, also code that differs.
    """
    book = read(root)
    lines = repairs(book, source)
    locks = resolved_locks(book)
    published = with_published(book, (path for path in book.paths if not book.facts.is_draft(path)))
    write(book.root, {**with_lines(book.root, lines), **locks, **published})
    for path, line in sorted(lines):
        click.echo(f"{path}:{line}: {lines[path, line].strip()}")
    resolved = (msg("{path}: the conflict is resolved.", path=path) for path in sorted(locks))
    listed = (msg("wrote {path}", path=path) for path in published)
    echo(*resolved, *listed, plural("{number} line repaired.", "{number} lines repaired.", number=len(lines)))
