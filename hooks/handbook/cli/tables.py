"""`handbook export` and `handbook import`: tables that people edit in a spreadsheet."""

from pathlib import Path

import click

from ..languages.messages import msg
from ..reading.load import read
from .language import echo
from .options import ROOT, changes_files, write_and_list

FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.xlsx")


@click.command("export")
@ROOT
@FILE
def export_tables(root: Path, file: Path) -> None:
    """Write who does what (RACI), people, measures and meetings as tables into an XLSX file."""
    from ..publishing.tables import workbook  # no other command needs it

    content = workbook(read(root))
    file.write_bytes(content)
    echo(msg("wrote {path}", path=str(file)))


@click.command("import")
@ROOT
@click.option("--write", "writing", is_flag=True, help="Write the changes; without it they are only shown.")
@FILE
@changes_files
def import_tables(root: Path, writing: bool, file: Path) -> None:
    """Show what an edited XLSX file of `handbook export` changes in the facts; with --write, change them."""
    from ..editing.tables.changes import changes, new_texts  # no other command needs these modules
    from ..editing.tables.spreadsheet import read_tables

    book = read(root)
    found = changes(book, read_tables(file))
    echo(*(change.message for change in found))
    if writing or not found:
        write_and_list(book, new_texts(book, found))
    else:
        echo(msg("Nothing was written yet. To write these changes, add --write."))
