"""Printing the sheets of a build: every file in every edition, as HTML with the path of its PDF."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig

from handbook.model.errors import HandbookError
from handbook.publishing.book import PrintableBook, editions
from handbook.publishing.sheets import sheet_files
from handbook.publishing.sheets.press import start_printing

from .books import fonts
from .build_state import build_state
from .failures import FailedError


@contextmanager
def print_sheets_beside(config: MkDocsConfig) -> Iterator[None]:
    """Print all sheets into the built site in another process, while the books are printed inside the `with` block.

    Raises `FailedError` if a sheet cannot be printed.
    """
    sheets = dict(_printable(config))
    printing = start_printing(sheets, fonts(config))
    yield
    try:
        printing.result()
    except HandbookError as error:
        raise FailedError(str(error)) from None
    click.echo(f"Printed {len(sheets)} sheets.", err=True)


def _printable(config: MkDocsConfig) -> Iterator[tuple[Path, PrintableBook]]:
    from handbook.publishing.sheets.document import SheetTexts, printable_sheets  # no other build needs them

    state = build_state(config)
    for edition in editions(state.handbook.languages):
        code = edition.language
        pages = {path: page for (its_code, path), page in state.books.pages.items() if its_code == code}
        texts = SheetTexts(state.handbook, edition, pages, state.books.imprints[code])
        for file in sheet_files(state.handbook, code):
            yield Path(config.site_dir, file.path(edition)), printable_sheets(texts, file)
