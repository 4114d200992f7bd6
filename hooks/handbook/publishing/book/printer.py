"""Prints a volume as PDF/UA-1, the same bytes for the same volume; says what to install where that cannot be done."""

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
"""The files of the typeface, each with all weights, and the style they are for."""


def missing_libraries() -> str:
    """One line that says what is missing for printing and how to install it; empty where nothing is."""
    try:
        importlib.import_module("weasyprint")
    except OSError:
        ways = "; ".join(f"{system}: {command}" for system, command in LIBRARIES)
        return f"The PDF needs Pango and HarfBuzz, which are not installed here. {ways}."
    return ""


def print_pdf(printable_book: PrintableBook, fonts: Path, target: Path) -> None:
    """Write the PDF of a volume, set in the typeface whose files are in `fonts`.

    Raises `HandbookError` with whatever the printer had to complain of: a book is whole or not at all.
    """
    from weasyprint import CSS, HTML  # its libraries may be missing, which `lacking` tells in words
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
        )  # `finished` packs it
    if said:
        raise HandbookError(
            msg("The book cannot be printed:"), *(msg("{text}", text=text) for text in dict.fromkeys(said))
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(finish_pdf(raw, printable_book))


def _style(fonts: Path) -> str:
    """The style sheet with the typeface inside it, so that printing reads nothing else."""
    sheet = files(__package__).joinpath("book.css").read_text("utf-8")
    faces = (
        f'@font-face {{ font-family: "Handbook Sans"; font-style: {style}; '
        f"src: url(data:font/woff2;base64,{b64encode((fonts / name).read_bytes()).decode()}) }}"
        for name, style in FONTS
    )
    return "\n".join((*faces, sheet))


@contextmanager
def collected_warnings() -> Iterator[list[str]]:
    """What the printer says while it works, from warnings on, in a list that fills."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]  # all it has to do
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)
