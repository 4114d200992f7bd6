"""Printing the sheets of a build: every edition as HTML with the folder of its PDFs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig

from handbook.model.errors import HandbookError
from handbook.publishing.book import editions
from handbook.publishing.sheets import PrintableSheets, sheet_files, sheet_folder
from handbook.publishing.sheets.press import start_printing

from .build_state import build_state
from .failures import FailedError


@contextmanager
def print_sheets_beside(config: MkDocsConfig) -> Iterator[None]:
    """Print all sheets into the built site in another process, while the books are printed inside the `with` block.

    Raises `FailedError` if a sheet cannot be printed.
    """
    sheets = dict(_printable(config))
    printing = start_printing(sheets)
    yield
    try:
        printing.result()
    except HandbookError as error:
        raise FailedError(str(error)) from None
    click.echo(f"Printed {sum(len(edition.files) for edition in sheets.values())} sheets.", err=True)


def _printable(config: MkDocsConfig) -> Iterator[tuple[Path, PrintableSheets]]:
    from handbook.publishing.sheets.document import SheetTexts, printable_sheets  # no other build needs them

    state = build_state(config)
    for edition in editions(state.handbook.languages):
        code = edition.language
        pages = {path: page for (its_code, path), page in state.books.pages.items() if its_code == code}
        texts = SheetTexts(state.handbook, edition, pages, state.books.imprints[code])
        folder = Path(config.site_dir, sheet_folder(edition))
        yield folder, printable_sheets(texts, sheet_files(state.handbook, code))
