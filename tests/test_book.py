"""The book as whoever reads, hears, prints or copies from it gets it: every page of the site, on paper."""

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from lxml import html
from pikepdf import Dictionary, Name, Object, Pdf

from conftest import ROOT, TESTS, build, run
from handbook.languages import serbian
from handbook.model.errors import HandbookError
from handbook.model.handbook import Handbook
from handbook.publishing.book import EDITIONS, BookPage, Chapter, Edition
from handbook.publishing.book.letters import transliterate
from handbook.publishing.book.links import book_links
from handbook.publishing.book.printer import LIBRARIES, missing_libraries
from handbook.reading.load import read
from pages import Built, page, pages

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


def test_the_same_text_gives_the_same_bytes(tmp_path: Path) -> None:
    said = []
    for name in ("one", "other"):
        built = build(TESTS / "smallest" / "mkdocs.yml", tmp_path / name, HANDBOOK_PDF="required",
                      SOURCE_DATE_EPOCH=DAY)  # fmt: skip
        assert (built.returncode, built.stderr) == (0, "")
        said.append([(tmp_path / name / edition.file).read_bytes() for edition in EDITIONS])
    assert said[0] == said[1]


HIDE = """import sys
class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
sys.meta_path.insert(0, Hidden())
"""


@pytest.fixture
def without_libraries(tmp_path: Path) -> dict[str, str]:
    """An environment in which the printer's system libraries cannot be loaded."""
    (tmp_path / "sitecustomize.py").write_text(HIDE)
    return {"PYTHONPATH": str(tmp_path)}


def test_without_the_libraries_the_site_is_built_and_one_line_says_what_to_install(
    tmp_path: Path, without_libraries: dict[str, str]
) -> None:
    built = build(
        TESTS / "smallest" / "mkdocs.yml", tmp_path / "site", HANDBOOK_PDF="wanted", CI="", **without_libraries
    )
    assert built.returncode == 0
    (line,) = built.stderr.splitlines()
    assert all(command in line for _, command in LIBRARIES)
    assert not [one.path for one in pages(tmp_path / "site") if one.tree.xpath("//*[@class='handbook-books']")]


@pytest.mark.parametrize(
    "environment", [{"HANDBOOK_PDF": "required", "CI": ""}, {"HANDBOOK_PDF": "wanted", "CI": "true"}]
)
def test_where_a_book_is_required_that_line_is_the_failure(
    tmp_path: Path, without_libraries: dict[str, str], environment: dict[str, str]
) -> None:
    built = build(TESTS / "smallest" / "mkdocs.yml", tmp_path / "site", **environment, **without_libraries)
    assert built.returncode == 1
    assert LIBRARIES[0][1] in built.stdout + built.stderr
    assert "Traceback" not in built.stdout + built.stderr
    assert not (tmp_path / "site").exists()


def test_nothing_is_lacking_on_a_machine_that_runs_the_tests() -> None:
    assert missing_libraries() == ""


def book_page(path: str, text: str) -> BookPage:
    return BookPage(path, path.removesuffix(".md").removesuffix("index") + "/", text)


@pytest.mark.parametrize(("href", "said"), [
    ("../b/#missing", "a.md leads to “#missing” of b.md, which is not there."),
    ("../elsewhere/", "a.md leads to “../elsewhere/”, which is not in the book."),
])  # fmt: skip
def test_a_link_that_would_lead_nowhere_stops_the_press(href: str, said: str) -> None:
    here, there = book_page("a.md", "<h1>A</h1>"), book_page("b.md", "<h1>B</h1><h2 id='x'>X</h2>")
    with pytest.raises(HandbookError, match=re.escape(said)):
        book_links((Chapter("A", here), Chapter("B", there)), "").resolve(here, href)


@pytest.mark.parametrize(("href", "where"), [
    ("../b/#x", "#b:x"),
    ("../b/", "#b"),
    ("#y", "#a:y"),
    ("https://example.com/", "https://example.com/"),
    ("mailto:ana@example.com", "mailto:ana@example.com"),
    ("../data/raci.csv", "https://firm.example/data/raci.csv"),
])  # fmt: skip
def test_where_links_lead_on_paper(href: str, where: str) -> None:
    here, there = book_page("a.md", "<h1>A</h1><h2 id='y'>Y</h2>"), book_page("b.md", "<h1>B</h1><h2 id='x'>X</h2>")
    assert book_links((Chapter("A", here), Chapter("B", there)), "https://firm.example/").resolve(here, href) == where


def test_a_file_of_a_site_without_an_address_cannot_be_followed() -> None:
    here = book_page("a.md", "<h1>A</h1>")
    assert book_links((Chapter("A", here),), "").resolve(here, "../data/raci.csv") is None


def test_a_list_from_a_to_z_is_sorted_anew_in_latin_letters() -> None:
    tree = html.fromstring(
        "<div><p><a href='#a-z:letter-3'>В</a></p>"
        "<h2 id='a-z:letter-3'>В</h2><ul><li>вођа</li></ul>"
        "<h2 id='a-z:letter-16'>Н</h2><ul><li>назив</li></ul>"
        "<h2 id='a-z:letter-17'>Њ</h2><ul><li>њихов</li></ul>"
        "<h2 id='a-z:letter-27'>Ц</h2><ul><li>циљ</li></ul>"
        "<h2 id='a-z:letter-c'>C</h2><ul><li>CRM</li></ul></div>"
    )
    transliterate(tree, "sr-Latn")
    assert [one.text_content() for one in tree.xpath("//h2")] == ["C", "N", "Nj", "V"]
    assert [one.text_content() for one in tree.xpath("//li")] == ["cilj", "CRM", "naziv", "njihov", "vođa"]
    assert tree.xpath("string(//p)") == "C · N · Nj · V"


@pytest.mark.parametrize(("cyrillic", "latin"), [
    ("Његош", "Njegoš"), ("ЊЕГОШ", "NJEGOŠ"), ("Џемпер и ЏЕМ", "Džemper i DŽEM"), ("CRM-а", "CRM-a"), ("Љ.", "Lj."),
])  # fmt: skip
def test_cyrillic_words_in_latin_letters(cyrillic: str, latin: str) -> None:
    assert serbian.latin(cyrillic) == latin
