"""Prints sheets as PDF/UA-1 in one process of their own, with one style sheet and the same fonts for all."""

import os
from collections.abc import Mapping
from concurrent.futures import Future
from datetime import UTC, date, datetime, time
from functools import partial
from importlib.resources import files
from pathlib import Path

from ...languages.messages import msg
from ...model.errors import HandbookError
from ...reading.git_history import EARLIEST
from ..book import PrintableBook
from ..book.printer import collected_warnings
from .faces import font_faces

OPTIONS = {"pdf_variant": "pdf/ua-1", "pdf_identifier": b"handbook", "uncompressed_pdf": True}
"""How WeasyPrint writes a sheet; `finish_pdf` compresses it."""


def start_printing(sheets: Mapping[Path, PrintableBook], fonts: Path) -> Future[None]:
    """Begin to print sheets to their paths in another process; the result raises what `print_sheets` raises."""
    from concurrent.futures import ProcessPoolExecutor  # takes time to load
    from multiprocessing import get_context

    day = next((sheet.imprint.day for sheet in sheets.values()), None)
    process = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=partial(_prepare, day))
    printing = process.submit(print_sheets, sheets, fonts)
    process.shutdown(wait=False)
    return printing


def _prepare(day: date | None) -> None:
    """Set the time that fontTools writes into fonts."""
    epoch = datetime.combine(day or EARLIEST, time(tzinfo=UTC))
    os.environ["SOURCE_DATE_EPOCH"] = str(int(epoch.timestamp()))


def print_sheets(sheets: Mapping[Path, PrintableBook], fonts: Path) -> None:
    """Write the PDF of each sheet to its path, with the font files in the folder `fonts`.

    Raises `HandbookError` with the warnings of WeasyPrint, if there are any.
    """
    from weasyprint import CSS, HTML  # needs libraries that `missing_libraries` checks for
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    from ..book.finish import finish_pdf
    from ..book.lists import list_kinds

    inside, faces = URLFetcher(allowed_protocols=("data",)), FontConfiguration()
    firm = next((sheet.imprint.style for sheet in sheets.values()), "")
    with collected_warnings(bool(firm)) as warnings:
        style = CSS(string=f"{_style(sheets, fonts)}\n{firm}", url_fetcher=inside, font_config=faces)
        for target, sheet in sheets.items():
            page = HTML(string=sheet.html, url_fetcher=inside)
            document = page.render(stylesheets=[style], font_config=faces, **OPTIONS)
            raw = document.write_pdf(**OPTIONS)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(finish_pdf(raw, sheet, list_kinds(document)))
    if warnings:
        texts = (msg("{text}", text=text) for text in dict.fromkeys(warnings))
        raise HandbookError(msg("The sheets cannot be printed:"), *texts)


def _style(sheets: Mapping[Path, PrintableBook], fonts: Path) -> str:
    """The style sheet, with the fonts in it."""
    characters = "".join(sorted({character for sheet in sheets.values() for character in sheet.html} | {"–", "…"}))
    return "\n".join((*font_faces(fonts, characters), files(__package__).joinpath("sheet.css").read_text("utf-8")))
