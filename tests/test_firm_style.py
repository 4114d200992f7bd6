"""A firm's own style sheet, `overrides/firm.css`: the last one of every page, and of every book and sheet."""

import shutil
from pathlib import Path

import pikepdf
import pytest
from lxml import html

import sites
from handbook.model.errors import HandbookError
from handbook.publishing.book import Imprint, PrintableBook
from handbook.publishing.book.printer import print_pdf
from handbook.publishing.sheets import About, PrintableSheets
from handbook.publishing.sheets.press import print_sheets
from trees import ROOT

COLOUR = "#c2185b"
ONLY_FOR_BROWSERS = "p { backdrop-filter: blur(2px); color: var(--ink) } @media (hover) { p { color: red } }"


@pytest.fixture
def firm_site(tmp_path: Path, example: Path) -> Path:
    """The site of a firm with a style sheet of its own."""
    overrides = example / "overrides"
    overrides.unlink()
    shutil.copytree(ROOT / "overrides", overrides)
    (overrides / "firm.css").write_text(f":root {{ --handbook-sales: {COLOUR} }}\n", "utf-8")
    done = sites.build(example, tmp_path / "site")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return tmp_path / "site"


def style_sheets(file: Path) -> list[str]:
    """The last parts of the addresses of a page's style sheets, in their order."""
    return [href.rpartition("/")[2] for href in html.parse(file).xpath("//link[@rel='stylesheet']/@href")]


def test_the_style_sheet_of_a_firm_is_the_last_one_of_every_page(firm_site: Path) -> None:
    for path in ("index.html", "en/index.html", "404.html", "en/404.html"):
        assert style_sheets(firm_site / path) == ["site.css", "firm.css"], path
    assert style_sheets(firm_site / "en/sales/index.html") == ["site.css", "team-sales.css", "firm.css"]
    assert COLOUR in (firm_site / "assets/stylesheets/firm.css").read_text("utf-8")
    assert [file.parent.name for file in firm_site.rglob("firm.css")] == ["stylesheets"]


def test_without_one_nothing_is_linked_or_published(example_site: Path) -> None:
    assert style_sheets(example_site / "index.html") == ["site.css"]
    assert [*example_site.rglob("firm.css")] == []


def book(style: str) -> PrintableBook:
    text = "<!doctype html><html lang='en'><title>A</title><section class='chapter sales of-sales'><h1 class='head'>A</h1></section>"
    return PrintableBook(text, {}, Imprint(title="A", description="", style=style))


def sheets(style: str) -> PrintableSheets:
    text = "<!doctype html><html lang='en'><title>A</title><div id='sheet'><section class='of-sales'><h1 class='head'>A</h1></section></div>"
    return PrintableSheets(text, {"sheet": About("A", "A")}, Imprint(title="A", description="", style=style))


RED, GIVEN = "0.611765 0.247059 0.078431", "0.760784 0.094118 0.356863"
"""The colour of sales and that of the firm, as parts of a PDF from 0 to 1."""


def colours(file: Path) -> set[str]:
    """The colours with which the first page of a PDF draws."""
    with pikepdf.open(file) as pdf:
        drawn = pikepdf.parse_content_stream(pdf.pages[0])
        operators = [
            [float(operand) for operand in one.operands]
            for one in drawn
            if str(one.operator) in ("rg", "RG", "scn", "SCN") and len(one.operands) == 3
        ]
    return {" ".join(f"{part:.6f}" for part in operands) for operands in operators}


@pytest.mark.parametrize(("style", "colour"), [("", RED), (f":root {{ --handbook-sales: {COLOUR} }}", GIVEN)])
def test_books_and_sheets_read_it(tmp_path: Path, style: str, colour: str) -> None:
    print_pdf(book(style), tmp_path / "book.pdf")
    print_sheets({tmp_path: sheets(style)})
    assert colours(tmp_path / "book.pdf") & {RED, GIVEN} == {colour}
    assert colours(tmp_path / "sheet.pdf") & {RED, GIVEN} == {colour}


def test_what_only_browsers_know_does_not_keep_a_book_from_being_printed(tmp_path: Path) -> None:
    print_pdf(book(ONLY_FOR_BROWSERS), tmp_path / "book.pdf")
    assert (tmp_path / "book.pdf").read_bytes().startswith(b"%PDF")


def test_a_picture_of_another_host_is_named(tmp_path: Path) -> None:
    with pytest.raises(HandbookError, match="logo"):
        print_pdf(book("h1 { background: url(https://example.com/logo.png) }"), tmp_path / "book.pdf")
