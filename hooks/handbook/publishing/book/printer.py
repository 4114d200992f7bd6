"""Prints a book as PDF/UA-1, reproducibly; reports what to install if the libraries for it are missing."""

import importlib
import logging
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from ...languages.messages import msg
from ...model.errors import HandbookError
from . import PrintableBook

LIBRARIES = (
    ("Debian, Ubuntu", "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
    ("Fedora", "dnf install pango harfbuzz"),
    ("macOS", "brew install pango"),
    ("Windows", "pacman -S mingw-w64-x86_64-pango (in MSYS2)"),
)
FONTS = (("handbook-sans.woff2", "normal"), ("handbook-sans-italic.woff2", "italic"))
"""The font files, each with all weights, and their style."""


def missing_libraries() -> str:
    """A line that says which libraries are missing and how to install them; empty if none is."""
    try:
        importlib.import_module("weasyprint")
    except OSError:
        ways = "; ".join(f"{system}: {command}" for system, command in LIBRARIES)
        return f"The PDF needs Pango and HarfBuzz, which are not installed here. {ways}."
    return ""


def print_pdf(printable_book: PrintableBook, fonts: Path, target: Path) -> None:
    """Write the PDF of a book to `target`, with the font files in the folder `fonts`.

    Raises `HandbookError` with the warnings of WeasyPrint, if there are any; no file is written then.
    """
    from weasyprint import CSS, HTML  # needs libraries that `missing_libraries` checks for
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    from .finish import finish_pdf

    with collected_warnings() as said:
        inside, faces = URLFetcher(allowed_protocols=("data",)), FontConfiguration()
        style = CSS(string=_style(fonts), url_fetcher=inside, font_config=faces)
        page = HTML(string=printable_book.html, url_fetcher=inside)
        raw = page.write_pdf(
            stylesheets=[style],
            font_config=faces,
            pdf_variant="pdf/ua-1",
            pdf_identifier=b"handbook",
            uncompressed_pdf=True,
        )  # `finish_pdf` compresses it
    if said:
        raise HandbookError(
            msg("The book cannot be printed:"), *(msg("{text}", text=text) for text in dict.fromkeys(said))
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(finish_pdf(raw, printable_book))


def _style(fonts: Path) -> str:
    """The style sheet with the fonts embedded, so that WeasyPrint loads no other files."""
    sheet = files(__package__).joinpath("book.css").read_text("utf-8")
    faces = (
        f'@font-face {{ font-family: "Handbook Sans"; font-style: {style}; '
        f"src: url(data:font/woff2;base64,{b64encode((fonts / name).read_bytes()).decode()}) }}"
        for name, style in FONTS
    )
    return "\n".join((*faces, sheet))


@contextmanager
def collected_warnings() -> Iterator[list[str]]:
    """A list to which the warnings and errors of WeasyPrint are added inside the `with` block."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]  # the only method needed
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)
