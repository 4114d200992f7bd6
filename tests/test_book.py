"""The book as whoever reads, hears, prints or copies from it gets it: every page of the site, on paper."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pikepdf
import pytest
from cffi import FFI
from lxml import html
from pikepdf import Dictionary, Name, Object, Pdf

import sites
from conftest import ROOT, build, run
from handbook import serbian
from handbook.book import EDITIONS, Chapter, Edition, Imprint, Leaf, Volume
from handbook.book.letters import respelled
from handbook.book.press import LIBRARIES, lacking, press
from handbook.book.ways import ways
from handbook.finding import HandbookError
from handbook.model import Handbook
from handbook.reader import read
from pages import Built, page, pages
from sites import Done
from trees import SMALLEST, settings

MEGABYTE, PAGES = 1_000_000, 65
"""Bytes that a book of so many pages of the handbook may take; a handbook that grows may take as much more."""
DAY = "1794700800"
"""15 November 2026, in seconds since 1970."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with its books, as `make pdf` builds it on a set day."""
    into = tmp_path_factory.mktemp("books") / "site"
    built = build(ROOT / "mkdocs.yml", into, HANDBOOK_PDF="required", SOURCE_DATE_EPOCH=DAY,
                  HANDBOOK_FIRM="Пример д.о.о.", HANDBOOK_VERSION="2026.4")  # fmt: skip
    assert (built.returncode, built.stdout, built.stderr) == (0, "", "")
    return into


@pytest.fixture(scope="module")
def book() -> Handbook:
    return read(ROOT)


def by_name(name: str) -> Edition:
    return next(edition for edition in EDITIONS if edition.name == name)


editions = pytest.mark.parametrize("edition", EDITIONS, ids=[edition.name for edition in EDITIONS])


@editions
def test_a_book_is_there_and_small(site: Path, book: Handbook, edition: Edition) -> None:
    room = MEGABYTE * max(1, len(book.paths) / PAGES)
    assert 100_000 < (site / edition.file).stat().st_size <= room


@editions
def test_a_book_can_be_heard(site: Path, edition: Edition) -> None:
    """Built as PDF/UA-1; `outloud` finds no error in it."""
    done = run("outloud", "--layer", "conformance", "--no-info", site / edition.file)
    assert done.returncode == 0, done.stdout


@editions
def test_a_book_says_what_it_is(site: Path, edition: Edition) -> None:
    with pikepdf.open(site / edition.file) as pdf:
        assert pdf.Root.Lang == edition.tag
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.StructTreeRoot.K
        assert str(pdf.docinfo["/Title"])
        assert b"pdfuaid:part" in pdf.Root.Metadata.read_bytes()


def walk(element: Object) -> Iterator[Object]:
    """Every element of the structure below one, in reading order."""
    for kid in element.K if isinstance(element.get("/K"), pikepdf.Array) else ():
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from walk(kid)


def titles(item: pikepdf.OutlineItem) -> Iterator[str]:
    yield item.title
    for child in item.children:
        yield from titles(child)


def heads(site: Path, edition: Edition) -> list[str]:
    """What `pdftotext` cannot tell: the headings of the structure, as `S` of each."""
    with pikepdf.open(site / edition.file) as pdf:
        return [str(one.S) for one in walk(pdf.Root.StructTreeRoot.K[0]) if re.fullmatch("/H[1-6]", str(one.S))]


@editions
def test_the_outline_holds_every_heading(site: Path, edition: Edition) -> None:
    with pikepdf.open(site / edition.file) as pdf, pdf.open_outline() as outline:
        entries = [title for root in outline.root for title in titles(root)]
    assert len(entries) > 400
    assert len(entries) == len(heads(site, edition))


@editions
def test_no_heading_skips_a_level(site: Path, edition: Edition) -> None:
    levels = [int(head[2]) for head in heads(site, edition)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def annotations(pdf: Pdf) -> Iterator[Object]:
    return (one for sheet in pdf.pages for one in sheet.get("/Annots", ()) if one.Subtype == Name.Link)


@editions
def test_every_link_leads_somewhere_and_says_where(site: Path, edition: Edition) -> None:
    with pikepdf.open(site / edition.file) as pdf:
        places = {str(name) for name, _ in pikepdf.NameTree(pdf.Root.Names.Dests).items()}
        links = list(annotations(pdf))
        inner = [str(link.Dest) for link in links if "/Dest" in link]
        assert len(inner) > 500
        assert set(inner) <= places
        for link in links:
            said = str(link.Contents)
            assert said
            assert said != str(link.get("/Dest", ""))
            assert "file:" not in str(link.get("/A", ""))


@editions
def test_every_picture_is_described(site: Path, edition: Edition) -> None:
    with pikepdf.open(site / edition.file) as pdf:
        figures = [one for one in walk(pdf.Root.StructTreeRoot.K[0]) if Name.Figure == one.S]
        assert len(figures) >= 21
        assert all(len(str(one.Alt)) > 20 for one in figures)


@editions
def test_every_letter_is_embedded_and_can_be_copied(site: Path, edition: Edition) -> None:
    with pikepdf.open(site / edition.file) as pdf:
        fonts = [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Type") == Name.Font]
        composed = [one for one in fonts if one.Subtype == Name.Type0]
        assert composed
        for font in composed:
            (inner,) = font.DescendantFonts
            assert "/ToUnicode" in font
            assert {"/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys())
            assert "Handbook-Sans" in str(font.BaseFont)


@editions
def test_nothing_in_a_book_tells_of_the_machine_it_was_printed_on(site: Path, edition: Edition) -> None:
    with pikepdf.open(site / edition.file) as pdf:
        for one in pdf.objects:
            text = one.read_bytes() if isinstance(one, pikepdf.Stream) else b""
            assert b"file:/" not in text
            assert str(ROOT).encode() not in text


@cache
def words_of(file: Path) -> str:
    """The text that can be copied from a PDF: parts of a word that a line end split joined, all white space out.

    A running head or a page number may stand between two lines, so pages are read one by one without the margins.
    """
    said = subprocess.run(["pdftotext", "-y", "52", "-x", "0", "-W", "2000", "-H", "735", "-raw",
                           file, "-"], capture_output=True, check=True)  # fmt: skip
    return squeezed(said.stdout.decode("utf-8"))


def squeezed(text: str) -> str:
    """A text without white space, and without the hyphens by which lines are broken."""
    return re.sub(r"[\s\u00ad]+", "", re.sub(r"[-\u2010]\s*\n\s*", "", text)).replace("-", "").replace("\u2010", "")


def paragraphs(built: Built) -> Iterator[str]:
    """The words of each paragraph and item of a page, as the site shows them."""
    article = built.article
    for unprinted in article.xpath(
        ".//a[@class='headerlink'] | .//*[@id='mentioned-in']/ancestor::div[1] | .//script | .//style"
        " | .//*[contains(@class, 'handbook-choices') or contains(@class, 'handbook-label') or contains(@class, 'handbook-screen') or contains(@class, 'handbook-foot')]"
    ):
        unprinted.drop_tree()
    for block in article.xpath(".//p | .//li[not(p)] | .//dd[not(p)] | .//td"):
        for inner in block.xpath("./ul | ./ol"):
            inner.drop_tree()
        if text := block.text_content().strip():
            yield text


BETWEEN = 400
"""Letters that may stand between two paragraphs of a page: headings and the words of a picture; the longest is 361."""


@editions
def test_every_paragraph_of_every_page_can_be_copied_in_order(site: Path, book: Handbook, edition: Edition) -> None:
    text = words_of(site / edition.file)
    for path in book.paths:
        said = [as_spelled(one, edition) for one in paragraphs(page(site, path, edition.language))]
        if sorted_anew(path, edition):
            assert [one for one in said if one not in text and "·" not in one] == []
            continue
        first, *others = said
        at = text.index(first) + len(first)
        for paragraph in others:
            found = text.find(paragraph, at, at + BETWEEN + len(paragraph))
            assert found >= 0, (path, paragraph)
            at = found + len(paragraph)


def as_spelled(paragraph: str, edition: Edition) -> str:
    return squeezed(serbian.latin(paragraph) if edition.tag == "sr-Latn" else paragraph)


def sorted_anew(path: str, edition: Edition) -> bool:
    """The list of all names, and the row of letters above it, follow the alphabet of the edition."""
    return path == "a-z.md" and edition.tag == "sr-Latn"


def test_the_latin_book_is_latin_to_the_last_letter(site: Path) -> None:
    assert not re.search("[А-Яа-яЂ-џ]", words_of(site / by_name("handbook-sr-latn").file))


def test_the_cover_says_title_firm_edition_and_day(site: Path) -> None:
    said = subprocess.run(["pdftotext", "-l", "1", site / by_name("handbook-sr").file, "-"],
                          capture_output=True, text=True, check=True).stdout  # fmt: skip
    for line in ("Пример д.о.о.", "Приручник за продају", "Издање 2026.4", "Текст од: 15. новембар 2026."):
        assert line in said


def test_the_whole_matrix_stands_on_one_landscape_page_with_its_heading(site: Path) -> None:
    with pikepdf.open(site / by_name("handbook-en").file) as pdf:
        wide = [number for number, one in enumerate(pdf.pages, start=1) if one.mediabox[2] > one.mediabox[3]]
    (number,) = wide
    said = subprocess.run(["pdftotext", "-f", str(number), "-l", str(number), site / by_name("handbook-en").file, "-"],
                          capture_output=True, text=True, check=True).stdout  # fmt: skip
    assert "The whole table" in said
    for duty in read(ROOT).facts.responsibilities:
        title = read(ROOT).page("en", read(ROOT).facts.responsibilities[duty].page)
        assert title
        assert title.title.split()[0] in said


def test_every_page_offers_the_books_of_its_language(site: Path) -> None:
    for built in pages(site):
        offered = {path for path, _ in built.inner("//*[@class='handbook-books']//@href")}
        assert offered == {edition.file for edition in EDITIONS if edition.language == built.language}
        assert all((site / path).exists() for path in offered)


def test_no_page_offers_a_book_that_was_not_printed(smallest_build: Path) -> None:
    assert not (smallest_build / "pdf").exists()
    assert not [built.path for built in pages(smallest_build) if built.tree.xpath("//*[@class='handbook-books']")]


def print_alone(monkeypatch: pytest.MonkeyPatch, *editions: Edition) -> None:
    """Let a copy that is built after this print these editions alone."""
    monkeypatch.setattr("handbook.book.EDITIONS", editions)


def printed_twice(smallest: Path, into: Path, *editions: Edition) -> None:
    """Build and print a handbook twice: the same bytes, and a line for each book."""
    books = []
    for name in ("first", "second"):
        built = sites.build(smallest, into / name, HANDBOOK_PDF="required", SOURCE_DATE_EPOCH=sites.DAY)
        first, *others = built.stderr.splitlines()
        assert (built.returncode, built.stdout, first) == (0, "", "Printing the books …")
        assert sorted(others) == sorted(f"Printed {edition.file}." for edition in editions)
        books.append([(into / name / edition.file).read_bytes() for edition in editions])
    assert books[0] == books[1]


def test_the_same_text_gives_the_same_bytes(tmp_path: Path, smallest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = by_name("handbook-sr-latn")
    print_alone(monkeypatch, edition)
    printed_twice(smallest, tmp_path, edition)


@pytest.mark.long
def test_the_same_text_gives_the_same_bytes_in_every_edition(tmp_path: Path, smallest: Path) -> None:
    printed_twice(smallest, tmp_path, *EDITIONS)


UNKNOWN = "\ue123"
"""A character for private use: no typeface has it."""


def test_a_book_with_a_letter_that_no_typeface_has_is_not_printed(tmp_path: Path) -> None:
    text = Volume(
        f"<!doctype html><html lang='en'><title>A</title><p>{UNKNOWN}</p>", {}, Imprint(title="A", description="")
    )
    with pytest.raises(HandbookError, match=r"(?s)The book cannot be printed:.*U\+E123"):
        press(text, ROOT / "overrides/assets/fonts", tmp_path / "book.pdf")
    assert not (tmp_path / "book.pdf").exists()


def test_a_book_that_cannot_be_printed_fails_the_build(
    tmp_path: Path, smallest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    print_alone(monkeypatch, by_name("handbook-sr"))
    with settings(smallest) as changed:
        changed["site_description"] = UNKNOWN
    built = sites.build(smallest, tmp_path / "site", HANDBOOK_PDF="wanted")
    assert built.returncode == 1
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
    assert [one.path for one in pages(site)]
    assert not [one.path for one in pages(site) if one.tree.xpath("//*[@class='handbook-books']")]


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
    assert built.returncode == 1
    assert (built.stdout.strip(), built.stderr) == (lacking(), "")
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
        done = run("mkdocs", "build", "--strict", "--quiet", "--config-file", SMALLEST / "mkdocs.yml", "--site-dir",
                   tmp_path / name, PYTHONPATH=str(tmp_path), HIDDEN=library, **environment)  # fmt: skip
        return Done(done.returncode, done.stdout, done.stderr)

    wanted = build_in_process_of_its_own("wanted", HANDBOOK_PDF="wanted")
    assert_built_without_books(wanted, tmp_path / "wanted", missing)
    line = wanted.stderr.removesuffix(" The site is built without it.\n")
    for environment in ({"HANDBOOK_PDF": "required"}, {"HANDBOOK_PDF": "wanted", "CI": "true"}):
        failed = build_in_process_of_its_own("failed", **environment)
        assert (failed.returncode, failed.stdout, failed.stderr) == (1, f"\n{line}\n", "")
        assert not (tmp_path / "failed").exists()


def test_nothing_is_lacking_on_a_machine_that_runs_the_tests() -> None:
    assert lacking() == ""


def leaf(path: str, text: str) -> Leaf:
    return Leaf(path, path.removesuffix(".md").removesuffix("index") + "/", text)


@pytest.mark.parametrize(("href", "said"), [
    ("../b/#missing", "a.md leads to “#missing” of b.md, which is not there."),
    ("../elsewhere/", "a.md leads to “../elsewhere/”, which is not in the book."),
])  # fmt: skip
def test_a_link_that_would_lead_nowhere_stops_the_press(href: str, said: str) -> None:
    here, there = leaf("a.md", "<h1>A</h1>"), leaf("b.md", "<h1>B</h1><h2 id='x'>X</h2>")
    with pytest.raises(HandbookError, match=re.escape(said)):
        ways((Chapter("A", here), Chapter("B", there)), "").follow(here, href)


@pytest.mark.parametrize(("href", "where"), [
    ("../b/#x", "#b:x"),
    ("../b/", "#b"),
    ("#y", "#a:y"),
    ("https://example.com/", "https://example.com/"),
    ("mailto:ana@example.com", "mailto:ana@example.com"),
    ("../data/raci.csv", "https://firm.example/data/raci.csv"),
])  # fmt: skip
def test_where_links_lead_on_paper(href: str, where: str) -> None:
    here, there = leaf("a.md", "<h1>A</h1><h2 id='y'>Y</h2>"), leaf("b.md", "<h1>B</h1><h2 id='x'>X</h2>")
    assert ways((Chapter("A", here), Chapter("B", there)), "https://firm.example/").follow(here, href) == where


def test_a_file_of_a_site_without_an_address_cannot_be_followed() -> None:
    here = leaf("a.md", "<h1>A</h1>")
    assert ways((Chapter("A", here),), "").follow(here, "../data/raci.csv") is None


def test_a_list_from_a_to_z_is_sorted_anew_in_latin_letters() -> None:
    tree = html.fromstring(
        "<div><p><a href='#a-z:letter-3'>В</a></p>"
        "<h2 id='a-z:letter-3'>В</h2><ul><li>вођа</li></ul>"
        "<h2 id='a-z:letter-16'>Н</h2><ul><li>назив</li></ul>"
        "<h2 id='a-z:letter-17'>Њ</h2><ul><li>њихов</li></ul>"
        "<h2 id='a-z:letter-27'>Ц</h2><ul><li>циљ</li></ul>"
        "<h2 id='a-z:letter-c'>C</h2><ul><li>CRM</li></ul></div>"
    )
    respelled(tree, "sr-Latn")
    assert [one.text_content() for one in tree.xpath("//h2")] == ["C", "N", "Nj", "V"]
    assert [one.text_content() for one in tree.xpath("//li")] == ["cilj", "CRM", "naziv", "njihov", "vođa"]
    assert tree.xpath("string(//p)") == "C · N · Nj · V"


@pytest.mark.parametrize(("cyrillic", "latin"), [
    ("Његош", "Njegoš"), ("ЊЕГОШ", "NJEGOŠ"), ("Џемпер и ЏЕМ", "Džemper i DŽEM"), ("CRM-а", "CRM-a"), ("Љ.", "Lj."),
])  # fmt: skip
def test_cyrillic_words_in_latin_letters(cyrillic: str, latin: str) -> None:
    assert serbian.latin(cyrillic) == latin
