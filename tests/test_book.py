"""The book as whoever reads, hears, prints or copies from it gets it: every page of the site, on paper."""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
import yaml
from cffi import FFI
from pikepdf import NumberTree, parse_content_stream

import sites
from handbook.model.errors import HandbookError
from handbook.model.handbook import Handbook
from handbook.publishing.book import BookPage, Chapter, Edition, Imprint, PrintableBook
from handbook.publishing.book.links import book_links
from handbook.publishing.book.printer import LIBRARIES, missing_libraries, print_pdf
from handbook.reading.load import read
from pages import page, pages
from printed import MATRICES, Printed, editions
from sites import Done
from trees import EDITIONS, ROOT, SMALLEST, Loader, settings


@pytest.fixture(scope="module")
def book(example_copy: Path) -> Handbook:
    return read(example_copy)


@pytest.fixture
def printed(example_books: Path, edition: Edition) -> Printed:
    """A book of the example."""
    return Printed(example_books, edition)


def by_name(name: str) -> Edition:
    return next(edition for edition in EDITIONS if edition.name == name)


@editions
def test_a_book_is_there_and_small(printed: Printed) -> None:
    """Fonts hold only the letters that are used, and all is packed."""
    assert 100_000 < printed.file.stat().st_size < 250_000


@pytest.mark.parametrize(
    "edition",
    [
        pytest.param(edition, id=edition.name, marks=() if edition.tag == "sr-Latn" else pytest.mark.long)
        for edition in EDITIONS
    ],
)
def test_a_book_can_be_heard(printed: Printed) -> None:
    """Built as PDF/UA-1; `outloud` finds no error in it. The book of the most steps is checked each time."""
    assert printed.errors() == []


@editions
def test_a_book_says_what_it_is(printed: Printed, edition: Edition) -> None:
    root = printed.pdf.Root
    assert edition.tag == root.Lang
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    assert root.StructTreeRoot.K
    assert str(printed.pdf.docinfo["/Title"])
    assert b"pdfuaid:part" in root.Metadata.read_bytes()


@editions
def test_the_outline_holds_every_page_and_is_closed(printed: Printed, book: Handbook) -> None:
    assert len(printed.outline) < len(printed.levels)
    with printed.pdf.open_outline() as outline:
        assert all(item.is_closed for item in outline.root if item.children)
    assert printed.titles(book.paths) <= {printed.spelled(title) for title in printed.outline}


@editions
def test_no_heading_skips_a_level(printed: Printed) -> None:
    first, *_ = levels = printed.levels
    assert first == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@editions
def test_every_link_leads_somewhere_and_says_where(printed: Printed, book: Handbook) -> None:
    links = printed.links
    assert {path.removesuffix(".md") for path in book.paths} <= {link.place for link in links} <= {*printed.places, ""}
    assert sites.ADDRESS in {link.address[: len(sites.ADDRESS)] for link in links}, "data can be downloaded"
    for link in links:
        assert link.words not in ("", link.place)
        assert "file:" not in link.address


@editions
def test_a_number_behind_a_reference_is_the_page_it_leads_to(printed: Printed) -> None:
    numbers = {anchor: str(number) for number, anchors in printed.anchors.items() for anchor in anchors}
    found = 0
    for number, sheet in enumerate(printed.pdf.pages, start=1):
        led_to = {numbers[str(link.Dest)] for link in sheet.get("/Annots", ()) if "/Dest" in link}
        printed_numbers = set(re.findall(r"→(\d+)", printed.text(number)))
        assert printed_numbers <= led_to
        found += len(printed_numbers)
    assert found > 20


@editions
def test_running_heads_and_page_numbers_are_not_read_aloud(printed: Printed) -> None:
    """Each tagged piece of a page belongs to an element; what belongs to none is an artifact."""
    parents = NumberTree(printed.pdf.Root.StructTreeRoot.ParentTree)
    artifacts = 0
    for sheet in printed.pdf.pages:
        begun = [one.operands for one in parse_content_stream(sheet) if str(one.operator) == "BDC"]
        tagged = {int(words[1].MCID) for words in begun if "/MCID" in words[1]}
        assert tagged == {n for n, element in enumerate(parents[int(sheet.StructParents)]) if element is not None}
        artifacts += len(begun) - len(tagged)
    assert artifacts >= len(printed.pdf.pages) - 3  # neither the cover nor an empty page has a number


@editions
def test_code_is_said_to_be_code(printed: Printed) -> None:
    kinds = {str(element.S) for element in printed.elements}
    assert ("/Code" in kinds) == bool(printed.on_pages(".//code"))


@editions
def test_both_kinds_of_metadata_say_the_same(printed: Printed) -> None:
    """Readers of PDF show one or the other."""
    info = printed.pdf.docinfo
    with printed.pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == str(info["/Title"])
        assert metadata["dc:creator"] == [str(info["/Author"])]
        assert metadata["pdf:Keywords"] == str(info["/Keywords"])
        assert metadata["pdf:Producer"] == str(info["/Producer"])
        assert metadata["dc:language"] == {printed.edition.tag}


@editions
def test_every_picture_is_described(printed: Printed) -> None:
    assert len(printed.pictures) == printed.on_pages(".//figure//svg")
    assert all(len(description) > 20 for description in printed.pictures)


@editions
def test_every_letter_is_embedded_and_can_be_copied(printed: Printed) -> None:
    assert printed.fonts
    for font in printed.fonts:
        assert font.embedded
        assert font.copyable
        assert "Handbook-Sans" in font.name


@editions
def test_nothing_in_a_book_tells_of_the_machine_it_was_printed_on(printed: Printed, example_books: Path) -> None:
    assert not printed.holds("file:/", str(ROOT), str(example_books.parent.parent))


@editions
def test_every_paragraph_of_every_page_can_be_copied_in_order(printed: Printed, book: Handbook) -> None:
    assert {path: lost for path in book.paths if (lost := printed.lost(path))} == {}


@editions
def test_hyphens_are_copied_as_they_are_typed(printed: Printed) -> None:
    text = "".join(printed.text(number) for number in range(1, len(printed.pdf.pages) + 1))
    assert "-" in text
    assert "\u2010" not in text


@editions
def test_anchors_are_ascii(printed: Printed) -> None:
    """The bytes of other names depend on how they are written, and readers of PDF search the anchors by their order."""
    assert all(place.isascii() for place in {*printed.places, *(link.place for link in printed.links)})


def test_the_latin_book_is_latin_to_the_last_letter(example_books: Path) -> None:
    words = Printed(example_books, by_name("handbook-sr-latn")).words
    assert re.search("[A-Za-zčćžšđ]{20}", words)
    assert not re.search("[А-Яа-яЂ-џ]", words)


def test_the_cover_says_title_firm_edition_and_day(example_books: Path, example_copy: Path) -> None:
    cover = Printed(example_books, by_name("handbook-sr")).text(1)
    title = yaml.load((example_copy / "mkdocs.yml").read_text("utf-8"), Loader)["site_name"]  # a safe loader
    for words in (title, "Пример д.о.о.", "Издање 2026.4", "Текст од: 15. новембар 2026."):
        assert words in " ".join(cover.split())


@editions
def test_the_whole_matrix_stands_on_one_landscape_page_with_its_heading(
    printed: Printed, book: Handbook, edition: Edition
) -> None:
    (number,) = printed.landscape
    text = printed.spelled(printed.text(number))
    built = page(printed.site, "together/raci.md", edition.language)
    (matrix,) = built.article.xpath(MATRICES)
    (heading,) = built.article.xpath("./h2[1]/text()")
    assert printed.spelled(heading) in text
    for duty in book.facts.responsibilities.values():
        title = book.page(edition.language, duty.page)
        assert title
        assert title.title in matrix.text_content()
        assert printed.spelled(title.title) in text


def test_every_page_offers_the_books_of_its_language(example_books: Path) -> None:
    """The page for lost readers may be shown at any address, so it names them with the path of the site."""
    for built in pages(example_books):
        offered = {path.removeprefix("team/") for path, _ in built.inner("//*[@class='handbook-books']//@href")}
        assert offered == {edition.file for edition in EDITIONS if edition.language == built.language}
        assert all((example_books / path).exists() for path in offered)


def test_no_page_offers_a_book_that_was_not_printed(smallest_site: Path) -> None:
    assert not (smallest_site / "pdf").exists()
    assert not [built.path for built in pages(smallest_site) if built.tree.xpath("//*[@class='handbook-books']")]


def print_alone(monkeypatch: pytest.MonkeyPatch, *editions: Edition) -> None:
    """Let a copy that is built after this print these editions alone."""
    monkeypatch.setattr("mkdocs_adapter.books.editions", lambda codes: editions)


@pytest.mark.long
def test_the_same_text_gives_the_same_bytes(tmp_path: Path, smallest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each book is printed in a process of its own; one line says that it begins, one more that a book is done."""
    latin = by_name("handbook-sr-latn")
    editions = [replace(latin, printed=replace(latin.printed, name=name)) for name in ("first", "second")]
    print_alone(monkeypatch, *editions)
    built = sites.build(smallest, tmp_path / "site", HANDBOOK_PDF="required", SOURCE_DATE_EPOCH=sites.DAY)
    begun, *done = built.stderr.splitlines()
    assert (built.returncode, built.stdout, begun) == (0, "", "Printing the books …")
    assert sorted(done) == ["Printed 15 sheets.", "Printed pdf/first.pdf.", "Printed pdf/second.pdf."]
    first, second = ((tmp_path / "site" / edition.file).read_bytes() for edition in editions)
    assert first == second


@pytest.mark.long
def test_the_same_text_gives_the_same_bytes_in_another_process(tmp_path: Path, smallest: Path) -> None:
    def books(name: str) -> list[bytes]:
        words = (
            "build",
            "--strict",
            "--quiet",
            "--config-file",
            smallest / "mkdocs.yml",
            "--site-dir",
            tmp_path / name,
        )
        done = sites.run("mkdocs", *words, HANDBOOK_PDF="required", SOURCE_DATE_EPOCH=sites.DAY)
        assert done.returncode == 0, done
        return [(tmp_path / name / edition.file).read_bytes() for edition in EDITIONS]

    assert books("first") == books("second")


UNKNOWN = "\ue123"
"""A character for private use: no typeface has it."""


def test_a_book_with_a_letter_that_no_typeface_has_is_not_printed(tmp_path: Path) -> None:
    text = PrintableBook(
        f"<!doctype html><html lang='en'><title>A</title><p>{UNKNOWN}</p>", {}, Imprint(title="A", description="")
    )
    with pytest.raises(HandbookError, match=r"(?s)The book cannot be printed:.*U\+E123"):
        print_pdf(text, tmp_path / "book.pdf")
    assert not (tmp_path / "book.pdf").exists()


def test_a_book_that_cannot_be_printed_fails_the_build(
    tmp_path: Path, smallest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    print_alone(monkeypatch, by_name("handbook-sr"))
    with settings(smallest) as changed:
        changed["site_description"] = UNKNOWN
        changed["plugins"][-1]["i18n"]["languages"][1]["site_description"] = "A description"
    assert sites.handbook(smallest, "confirm", "--all").returncode == 0
    built = sites.build(smallest, tmp_path / "site", HANDBOOK_PDF="wanted")
    assert built.returncode == 2
    assert "The book cannot be printed:" in built.stdout
    assert "U+E123" in built.stdout


LIBRARIES_HIDDEN = {"pango-1.0": "Pango and HarfBuzz", "harfbuzz-subset": "HarfBuzz-Subset"}
"""System libraries by what their file names contain, and what the message calls them."""


def loaded_printer() -> dict[str, ModuleType]:
    """Every loaded module of WeasyPrint."""
    return {name: module for name, module in sys.modules.items() if name.split(".")[0] == "weasyprint"}


@pytest.fixture
def hide(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Hides a system library from WeasyPrint, which is loaded anew here and again after the test."""
    before = loaded_printer()
    for name in before:
        del sys.modules[name]
    load = FFI.dlopen

    def hide(library: str) -> None:
        def dlopen(self: object, name: str, flags: int = 0) -> object:
            if library in name:
                raise OSError(f"cannot load library '{name}'")
            return load(self, name, flags)

        monkeypatch.setattr(FFI, "dlopen", dlopen)

    yield hide
    for name in loaded_printer():
        del sys.modules[name]
    sys.modules.update(before)


@pytest.fixture
def old_harfbuzz(monkeypatch: pytest.MonkeyPatch) -> None:
    """The HarfBuzz of this machine is that of Ubuntu 22.04."""
    old = SimpleNamespace(hb_version_atleast=lambda *version: version <= (2, 7, 4))
    monkeypatch.setattr("weasyprint.text.ffi.harfbuzz", old)


def assert_built_without_books(built: Done, site: Path, missing: str) -> None:
    """The site is complete but for its books, and one line says what is missing and how to install it."""
    assert (built.returncode, built.stdout) == (0, "")
    (line,) = built.stderr.splitlines()
    assert line.startswith(f"The PDF needs {missing}")
    assert all(command in line for _, command in LIBRARIES)
    assert not (site / "pdf").exists()
    assert [built.path for built in pages(site)]
    assert not [built.path for built in pages(site) if built.tree.xpath("//*[@class='handbook-books']")]


@pytest.mark.parametrize(("library", "missing"), LIBRARIES_HIDDEN.items())
def test_without_a_library_the_site_is_built_and_one_line_says_what_to_install(
    tmp_path: Path, hide: Callable[[str], None], library: str, missing: str
) -> None:
    hide(library)
    built = sites.build(SMALLEST, tmp_path / "site", HANDBOOK_PDF="wanted")
    assert_built_without_books(built, tmp_path / "site", missing)


@pytest.mark.usefixtures("old_harfbuzz")
def test_a_harfbuzz_that_is_too_old_is_as_good_as_none(tmp_path: Path) -> None:
    built = sites.build(SMALLEST, tmp_path / "site", HANDBOOK_PDF="wanted")
    assert_built_without_books(built, tmp_path / "site", "HarfBuzz 4.1.0 or newer")


@pytest.mark.usefixtures("old_harfbuzz")
@pytest.mark.parametrize("environment", [{"HANDBOOK_PDF": "required"}, {"HANDBOOK_PDF": "wanted", "CI": "true"}])
def test_where_a_book_is_required_that_line_is_the_failure(tmp_path: Path, environment: dict[str, str]) -> None:
    built = sites.build(SMALLEST, tmp_path / "site", **environment)
    assert built.returncode == 2
    assert (built.stdout.strip(), built.stderr) == (missing_libraries(), "")
    assert not (tmp_path / "site").exists()


HIDE = """import os
from cffi import FFI

load = FFI.dlopen


def dlopen(self, name, flags=0):
    if os.environ["HIDDEN"] in name:
        raise OSError(name)
    return load(self, name, flags)


FFI.dlopen = dlopen
"""
"""Run by Python when it starts, before anything else."""


@pytest.mark.long
@pytest.mark.parametrize(("library", "missing"), LIBRARIES_HIDDEN.items())
def test_without_a_library_each_command_does_the_same(tmp_path: Path, library: str, missing: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(HIDE, "utf-8")

    def build_in_process_of_its_own(name: str, **environment: str) -> Done:
        words = (
            "build",
            "--strict",
            "--quiet",
            "--config-file",
            SMALLEST / "mkdocs.yml",
            "--site-dir",
            tmp_path / name,
        )
        done = sites.run("mkdocs", *words, PYTHONPATH=str(tmp_path), HIDDEN=library, **environment)
        return Done(done.returncode, done.stdout, done.stderr)

    wanted = build_in_process_of_its_own("wanted", HANDBOOK_PDF="wanted")
    assert_built_without_books(wanted, tmp_path / "wanted", missing)
    line = wanted.stderr.removesuffix(" The site is built without it.\n")
    for environment in ({"HANDBOOK_PDF": "required"}, {"HANDBOOK_PDF": "wanted", "CI": "true"}):
        failed = build_in_process_of_its_own("failed", **environment)
        assert (failed.returncode, failed.stdout, failed.stderr) == (2, f"\n{line}\n", "")
        assert not (tmp_path / "failed").exists()


def test_nothing_is_lacking_on_a_machine_that_runs_the_tests() -> None:
    assert missing_libraries() == ""


def leaf(path: str, text: str) -> BookPage:
    return BookPage(path, path.removesuffix(".md").removesuffix("index") + "/", text)


@pytest.mark.parametrize(
    ("href", "message"),
    [
        ("../b/#missing", "a.md links to “#missing” of b.md, which is not there."),
        ("../elsewhere/", "a.md links to “../elsewhere/”, which is not in the book."),
    ],
)
def test_a_link_that_would_lead_nowhere_stops_the_press(href: str, message: str) -> None:
    here, there = leaf("a.md", "<h1>A</h1>"), leaf("b.md", "<h1>B</h1><h2 id='x'>X</h2>")
    with pytest.raises(HandbookError, match=re.escape(message)):
        book_links((Chapter("A", here), Chapter("B", there)), "").resolve(here, href)


@pytest.mark.parametrize(
    ("href", "where"),
    [
        ("../b/#x", "#b:x"),
        ("../b/", "#b"),
        ("#y", "#a:y"),
        ("https://example.com/", "https://example.com/"),
        ("mailto:ana@example.com", "mailto:ana@example.com"),
        ("../data/raci.csv", "https://firm.example/data/raci.csv"),
    ],
)
def test_where_links_lead_on_paper(href: str, where: str) -> None:
    here, there = leaf("a.md", "<h1>A</h1><h2 id='y'>Y</h2>"), leaf("b.md", "<h1>B</h1><h2 id='x'>X</h2>")
    assert book_links((Chapter("A", here), Chapter("B", there)), "https://firm.example/").resolve(here, href) == where


def test_a_file_of_a_site_without_an_address_cannot_be_followed() -> None:
    here = leaf("a.md", "<h1>A</h1>")
    assert book_links((Chapter("A", here),), "").resolve(here, "../data/raci.csv") is None
