"""Prints sheets as PDF/UA-1 in one process of their own: all of an edition are laid out at once, then written apart."""

from collections.abc import Mapping
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

from ...languages.messages import msg
from ...model.errors import HandbookError
from ..book.printer import OPTIONS, collected_warnings, prepare_process, style_sheet
from . import PrintableSheets


def start_printing(editions: Mapping[Path, PrintableSheets]) -> Future[None]:
    """Begin to print the sheets of editions in another process; the result raises what `print_sheets` raises."""
    from concurrent.futures import ProcessPoolExecutor  # takes time to load
    from multiprocessing import get_context

    day = next((sheets.imprint.day for sheets in editions.values()), None)
    process = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=partial(prepare_process, day))
    printing = process.submit(print_sheets, editions)
    process.shutdown(wait=False)
    return printing


def print_sheets(editions: Mapping[Path, PrintableSheets]) -> None:
    """Write the PDF of each file of sheets to the folder of its edition.

    Raises `HandbookError` with the warnings of WeasyPrint, if there are any.
    """
    from weasyprint import CSS, HTML  # needs libraries that `missing_libraries` checks for
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    inside, faces = URLFetcher(allowed_protocols=("data",)), FontConfiguration()
    firm = next((sheets.imprint.style for sheets in editions.values()), "")
    with collected_warnings(bool(firm)) as warnings:
        text = f"{style_sheet(__package__, 'sheet.css')}\n{firm}"
        style = CSS(string=text, url_fetcher=inside, font_config=faces)
        for folder, sheets in editions.items():
            page = HTML(string=sheets.html, url_fetcher=inside)
            document = page.render(stylesheets=[style], font_config=faces, **OPTIONS)
            _write_files(document, sheets, folder)
    if warnings:
        texts = (msg("{text}", text=text) for text in dict.fromkeys(warnings))
        raise HandbookError(msg("The sheets cannot be printed:"), *texts)


def _write_files(document: Any, sheets: PrintableSheets, folder: Path) -> None:
    """Write the pages of each file of a rendered document of WeasyPrint as a PDF of their own."""
    from weasyprint.document import DocumentMetadata

    from ..book.pdf.finish import finish_pdf
    from ..book.pdf.lists import list_kinds

    for name, about in sheets.files.items():
        file = document.copy([page for page in document.pages if name in page.anchors])
        file.metadata = DocumentMetadata(
            about.title, [about.author], keywords=about.keywords, lang=document.metadata.lang
        )
        raw = file.write_pdf(**OPTIONS)
        target = folder / f"{name}.pdf"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(finish_pdf(raw, list_kinds(file), sheets.imprint.day))
