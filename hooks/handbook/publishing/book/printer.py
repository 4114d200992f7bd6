"""Prints a book as PDF/UA-1, reproducibly; reports what to install if the libraries for it are missing."""

import gc
import importlib
import logging
import os
import re
import warnings
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from datetime import UTC, date, datetime, time
from functools import partial
from importlib.resources import files
from io import StringIO
from pathlib import Path

from ...languages.messages import msg
from ...model.errors import HandbookError
from ...reading.git_history import EARLIEST
from . import PrintableBook

LIBRARIES = (
    ("Debian, Ubuntu", "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
    ("Fedora", "dnf install pango harfbuzz"),
    ("macOS", "brew install pango"),
    ("Windows", "pacman -S mingw-w64-x86_64-pango (in MSYS2)"),
)
HARFBUZZ = (4, 1, 0)
"""The oldest HarfBuzz that WeasyPrint uses for font subsets."""
FONTS = (
    ("handbook-sans-400.woff2", "normal", 400),
    ("handbook-sans-700.woff2", "normal", 700),
    ("handbook-sans-italic-400.woff2", "italic", 400),
    ("handbook-sans-italic-700.woff2", "italic", 700),
)
"""The font files, with their style and weight."""
OBJECTS = 200_000
"""How many new objects there are before Python looks for garbage among them."""
OPTIONS = {"pdf_variant": "pdf/ua-1", "pdf_identifier": b"handbook", "uncompressed_pdf": True}
"""How WeasyPrint writes books and sheets; `finish_pdf` compresses them."""

IN_STYLE_SHEET = re.compile(r" at \d+:\d+\b|^Expected a media type")
"""What tells a warning of WeasyPrint about a style sheet from others: the place, or what it expects of `@media`."""


def missing_libraries() -> str:
    """A line that says which libraries are missing and how to install them; empty if none is."""
    missing = _missing()
    commands = "; ".join(f"{system}: {command}" for system, command in LIBRARIES)
    return f"The PDF needs {missing}. {commands}." if missing else ""


def _missing() -> str:
    """The system library that printing needs and that is not installed; empty if none is missing.

    WeasyPrint also prints without HarfBuzz-Subset, but then with a warning per font, and the bytes differ.
    """
    with redirect_stdout(StringIO()), warnings.catch_warnings(action="ignore"):  # one line says it all
        try:
            libraries = importlib.import_module("weasyprint.text.ffi")
        except OSError:
            return "Pango and HarfBuzz, which are not installed here"
    if libraries.harfbuzz_subset is None:
        return "HarfBuzz-Subset, which is not installed here"
    if not libraries.harfbuzz.hb_version_atleast(*HARFBUZZ):
        return f"HarfBuzz {'.'.join(map(str, HARFBUZZ))} or newer, and the one installed here is older"
    return ""


def print_all(books: Mapping[Path, PrintableBook]) -> Iterator[Path]:
    """Print books to their paths, each in its own process; yields each path when it is printed.

    Raises what `print_pdf` raises.
    """
    from concurrent.futures import ProcessPoolExecutor, as_completed  # takes time to load
    from multiprocessing import get_context

    day = next(iter(books.values())).imprint.day
    prepare = partial(prepare_process, day)
    with ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=prepare) as processes:
        jobs = {processes.submit(print_pdf, book, path): path for path, book in books.items()}
        for job in as_completed(jobs):
            job.result()
            yield jobs[job]


def prepare_process(day: date | None) -> None:
    """Set what the bytes of a PDF would depend on otherwise: the time that fontTools writes into fonts.

    The objects of a laid out document all stay, so looking for garbage among them more rarely saves a tenth
    of the time.
    """
    gc.set_threshold(OBJECTS)
    epoch = datetime.combine(day or EARLIEST, time(tzinfo=UTC))
    os.environ["SOURCE_DATE_EPOCH"] = str(int(epoch.timestamp()))


def print_pdf(printable_book: PrintableBook, target: Path) -> None:
    """Write the PDF of a book to `target`.

    Raises `HandbookError` with the warnings of WeasyPrint, if there are any; no file is written then.
    """
    from weasyprint import CSS, HTML  # needs libraries that `missing_libraries` checks for
    from weasyprint.css.properties import INITIAL_VALUES
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    from .numbers import fill_in_numbers
    from .pdf.finish import finish_pdf
    from .pdf.lists import list_kinds
    from .pdf.tags import tag_code

    tag_code()
    firm = printable_book.imprint.style
    with collected_warnings(bool(firm)) as warnings:
        inside, faces = URLFetcher(allowed_protocols=("data",)), FontConfiguration()
        style = CSS(string=f"{style_sheet(__package__, 'book.css')}\n{firm}", url_fetcher=inside, font_config=faces)
        page = HTML(string=printable_book.html, url_fetcher=inside)
        # Text in pictures has no language of its own there, and then has the letter forms of this machine's locale.
        INITIAL_VALUES["lang"] = page.etree_element.get("lang")
        document = page.render(stylesheets=[style], font_config=faces, **OPTIONS)
        fill_in_numbers(document)
        raw = document.write_pdf(**OPTIONS)
    if warnings:
        raise HandbookError(
            msg("The book cannot be printed:"), *(msg("{text}", text=text) for text in dict.fromkeys(warnings))
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(finish_pdf(raw, list_kinds(document), printable_book.imprint.day, printable_book.anchors))


def style_sheet(package: str, name: str) -> str:
    """A style sheet in a package with the fonts embedded, so that WeasyPrint loads no other files."""
    faces = (
        f'@font-face {{ font-family: "Handbook Sans"; font-style: {style}; font-weight: {weight}; '
        f"src: url(data:font/woff2;base64,{b64encode(_font(file)).decode()}) }}"
        for file, style, weight in FONTS
    )
    return "\n".join((*faces, files(package).joinpath(name).read_text("utf-8")))


def _font(file: str) -> bytes:
    return files(__package__).joinpath("fonts", file).read_bytes()


@contextmanager
def collected_warnings(firm: bool = False) -> Iterator[list[str]]:
    """A list to which the warnings and errors of WeasyPrint are added inside the `with` block.

    With a style sheet of the firm (`firm`), those about style sheets are left out: it is written for browsers, too.
    """
    warnings: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: warnings.append(record.getMessage())  # type: ignore[method-assign]  # the only method needed
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield warnings
    finally:
        logger.removeHandler(handler)
    if firm:
        warnings[:] = [text for text in warnings if not IN_STYLE_SHEET.search(text)]
