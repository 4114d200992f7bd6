"""The sheets that people print: what is on them, their paper and pages, and the links to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml.html import HtmlElement, builder

from handbook.model.handbook import Handbook
from handbook.publishing.book import Edition
from handbook.publishing.sheets import Sheet, SheetFile, files_beside, sheet_files
from handbook.publishing.sheets.columns import in_columns
from handbook.publishing.sheets.content import sheet_content
from handbook.publishing.sheets.links import sheet_links
from handbook.reading.load import read
from pages import page
from printed import Printed, editions
from trees import EDITIONS, example_tree

PEOPLE = """
ana:
  name: Ана Петровић
  form: f
  roles: [manager, designer]
jovan:
  name: Јован Јовић
  roles: [manager]
"""
A3 = (1191, 842)
A4, A4_LANDSCAPE = (595, 842), (842, 595)


@dataclass(frozen=True)
class PrintedSheet(Printed):
    """A sheet of a built site, by the path of its page without suffix."""

    name: str = ""

    @property
    def file(self) -> Path:
        return self.site / SheetFile(self.name, ()).path(self.edition)

    @property
    def paper(self) -> list[tuple[int, int]]:
        """The width and height of each page, in points."""
        return [(round(sheet.mediabox[2]), round(sheet.mediabox[3])) for sheet in self.pdf.pages]

    @property
    def all_text(self) -> str:
        return " ".join("".join(self.text(number + 1) for number in range(len(self.pdf.pages))).split())


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    return read(example_tree(tmp_path_factory.mktemp("sheets") / "example"))


@pytest.fixture(scope="module")
def with_people(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """The example, in which one person holds two roles and another one of them."""
    home = example_tree(tmp_path_factory.mktemp("people") / "example")
    (home / "facts/people.yml").write_text(PEOPLE, "utf-8")
    return read(home)


@editions
def test_there_is_a_sheet_for_each_role_and_responsibility_and_matrix(
    example_books: Path, edition: Edition, book: Handbook
) -> None:
    facts = book.facts
    paths = [*(role.page for role in facts.roles.values()), *(duty.page for duty in facts.responsibilities.values())]
    entries = {path.removesuffix(".md") for path in paths}
    folder = example_books / "pdf" / edition.tag.lower()
    found = {file.relative_to(folder).with_suffix("").as_posix() for file in folder.rglob("*.pdf")}
    assert entries | {"together/raci"} <= found
    assert found == {file.name for file in sheet_files(book, edition.language)}


@editions
def test_a_sheet_is_small_and_on_its_paper(example_books: Path, edition: Edition) -> None:
    role = PrintedSheet(example_books, edition, "sales/roles/manager")
    duty = PrintedSheet(example_books, edition, "sales/responsibilities/pricing")
    matrix = PrintedSheet(example_books, edition, "together/raci")
    assert set(role.paper) == {A4}
    assert len(role.paper) <= 2
    assert duty.paper == [A4]
    assert matrix.paper == [A3]
    assert all(sheet.file.stat().st_size < 60_000 for sheet in (role, duty, matrix))


@editions
@pytest.mark.parametrize("name", ["sales/roles/manager", "together/raci"])
def test_a_sheet_can_be_heard(example_books: Path, edition: Edition, name: str) -> None:
    """Built as PDF/UA-1; `outloud` finds no error in it."""
    sheet = PrintedSheet(example_books, edition, name)
    assert sheet.errors() == []
    assert edition.tag == sheet.pdf.Root.Lang
    assert sheet.fonts
    assert all(font.embedded and font.copyable for font in sheet.fonts)


@editions
def test_a_role_is_on_its_sheet_with_all_its_sections(example_books: Path, edition: Edition) -> None:
    """And with the team, the day of the text, the edition, and the address of the page, which is a link, too."""
    sheet, path = PrintedSheet(example_books, edition, "sales/roles/manager"), "sales/roles/manager.md"
    built = page(example_books, path, edition.language)
    for heading in built.article.xpath(".//h1 | .//h2"):
        heading.find("a").drop_tree()
        assert sheet.spelled(heading.text_content()) in "".join(sheet.all_text.split()).replace("-", "")
    assert "2026.4" in sheet.all_text
    assert "2026" in sheet.all_text.replace("2026.4", "")
    assert sheet.links
    assert {link.address for link in sheet.links} == {built.tree.xpath("string(//link[@rel='canonical']/@href)")}
    assert len(sheet.pictures) == 1, "the QR code"


def test_a_sheet_in_latin_letters_has_no_others(example_books: Path) -> None:
    edition = next(edition for edition in EDITIONS if edition.tag == "sr-Latn")
    text = PrintedSheet(example_books, edition, "sales/roles/manager").all_text
    assert not [letter for letter in text if "Ѐ" <= letter <= "ӿ"]


def test_pages_link_their_sheets(example_books: Path) -> None:
    """In every edition of their language, from above the title."""
    found = page(example_books, "sales/roles/manager.md", "sr").tree.xpath("//p[@class='handbook-sheets']/a")
    assert [link.get("hreflang") for link in found] == ["sr", "sr-Latn"]
    assert [link.text for link in found] == ["PDF, A4, ћирилица", "PDF, A4, latinica"]
    for link in found:
        assert (example_books / "sales/roles/manager" / link.get("href")).resolve().is_file()


def test_pages_link_no_sheets_where_none_are_printed(example_site: Path) -> None:
    assert not page(example_site, "sales/roles/manager.md", "sr").tree.xpath("//p[@class='handbook-sheets']")


def test_the_page_of_the_matrix_links_those_of_the_teams(book: Handbook) -> None:
    matrix = book.pages["en", "together/raci.md"]
    assert next(files_beside(book, matrix)).sheets == (Sheet("matrix", "together/raci.md"),)
    assert {file.sheets[0].kind for file in list(files_beside(book, matrix))[1:]} <= {"team-matrix"}


def test_whoever_holds_two_roles_has_a_pack_of_both(with_people: Handbook) -> None:
    files = {file.name: [sheet.path for sheet in file.sheets] for file in sheet_files(with_people, "en")}
    assert files["people/ana"] == ["sales/roles/manager.md", "marketing/roles/designer.md"]
    assert files["people/jovan"] == ["sales/roles/manager.md"]
    texts = [link.text for link in sheet_links(with_people, with_people.pages["en", "sales/roles/manager.md"])]
    assert texts == ["PDF, A4", "Ana Petrović, PDF, A4"]


def sections(count: int, words: int) -> Sequence[HtmlElement]:
    return [builder.SECTION(builder.H2(f"Title {number}"), builder.P("word " * words)) for number in range(count)]


def test_sections_fill_two_columns_of_equal_height_or_four_on_two_pages() -> None:
    short, long = in_columns(sections(4, 60)), in_columns(sections(8, 200))
    assert [len(half) for half in short.xpath(".//div[@class='half']")] == [2, 2]
    assert [len(half) for half in long.xpath(".//div[@class='half']")] == [2, 2, 2, 2]
    assert len(long.xpath("./div[@class='halves']")) == 2


def test_sections_that_are_too_long_for_two_pages_fill_columns() -> None:
    assert in_columns(sections(3, 2000)).get("class") == "columns"


def test_what_only_a_screen_needs_is_not_on_a_sheet() -> None:
    html = """<h1 id="x">Title<a class="headerlink" href="#x">¶</a></h1><p>First.</p>
      <div class="handbook-card"><dl><dt>Team</dt><dd><a href="..">Sales</a></dd></dl><p>A proposal</p></div>
      <h2>One</h2><figure><svg></svg></figure><details><summary>Informed · 3</summary><p>More</p></details><p>Text</p>"""
    content = sheet_content(Sheet("role", "sales/roles/manager.md"), html)
    assert [text.strip() for text in content.itertext() if text.strip()] == [
        "Title",
        "First.",
        "Team",
        "Sales",
        "One",
        "Text",
    ]
    assert not content.xpath(".//a | .//@id")


def test_titles_of_rotated_columns_stay_elements() -> None:
    html = """<h1>Title</h1><div class="handbook-raci"><table><thead><tr><th><a href="x">Role</a></th></tr></thead>
      <tbody><tr><td><a href="y">Duty</a></td></tr></tbody></table></div>"""
    content = sheet_content(Sheet("matrix", "together/raci.md"), html)
    assert [element.text for element in content.xpath(".//th/span")] == ["Role"]
