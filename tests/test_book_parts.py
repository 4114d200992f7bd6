"""What the book has and the site has not: an index, a glossary in alphabetical order, no-break spaces, an imprint."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from lxml import html

from handbook.model.handbook import Handbook
from handbook.publishing.book import BookPage, Chapter, Imprint
from handbook.publishing.book.front import cover, imprint_page
from handbook.publishing.book.glossary import sort_terms
from handbook.publishing.book.index import index_page, initial, printed_index, without
from handbook.publishing.book.letters import transliterate
from handbook.publishing.book.links import book_links
from handbook.publishing.book.spacing import keep_together
from handbook.reading.load import read
from trees import EDITIONS, ROOT

EDITION = {edition.name: edition for edition in EDITIONS}
Index = Callable[[str], html.HtmlElement]


@pytest.fixture(scope="module")
def book() -> Handbook:
    return read(ROOT)


@pytest.fixture(scope="module")
def index(book: Handbook) -> Index:
    """The index of the real handbook in an edition, by the name of the edition."""

    def index(name: str) -> html.HtmlElement:
        edition = EDITION[name]
        chapters = tuple(chapter(page.path, page.title) for page in book.in_language(edition.language))
        paths = frozenset(page.path for page in book.in_language(edition.language))
        links, listed = book_links(chapters, ""), index_page(chapters)
        assert listed is not None
        assert len(without(chapters, listed)) == len(chapters) - 1
        return transliterate(printed_index(book, edition, listed, links, paths), edition)

    return index


def chapter(path: str, title: str) -> Chapter:
    return Chapter(title, BookPage(path, path.removesuffix(".md") + "/", f"<h1>{title}</h1>"))


def test_the_index_leads_from_every_name_to_its_page(index: Index) -> None:
    places = {link.text: link.get("href") for link in index("handbook-sr").iter("a")}
    assert places["Менаџер продаје"] == "#sales/roles/sales-manager"
    assert places["Менаџерка продаје"] == "#sales/roles/sales-manager"
    assert places["Купац"] == "#glossary:customer"


@pytest.mark.parametrize(
    ("name", "letters"), [("handbook-sr", "АБВГ"), ("handbook-sr-latn", "ABCČ"), ("handbook-en", "9ABC")]
)
def test_the_index_follows_the_alphabet_of_its_edition(index: Index, name: str, letters: str) -> None:
    found = [heading.text for heading in index(name).iter("h2")]
    assert "".join(found).startswith(letters)
    assert len(found) == len(set(found))


def test_no_name_is_twice_in_the_index_for_one_place(index: Index) -> None:
    lines = [(link.text.casefold(), link.get("href")) for link in index("handbook-sr").iter("a")]
    assert len(lines) == len(set(lines))


def test_a_digraph_is_a_letter_of_its_own() -> None:
    assert initial(EDITION["handbook-sr-latn"], "њихов") == "Nj"
    assert initial(EDITION["handbook-sr"], "њихов") == "Њ"


def test_terms_are_sorted_with_all_that_belongs_to_them() -> None:
    page = html.fromstring(
        "<section><h2 class='title'>Речник</h2><p>Увод</p>"
        "<h3 class='own'>Шифра</h3><p>прво</p><p>друго</p><h3 class='own'>Артикал</h3><p>треће</p></section>"
    )
    sort_terms(page, EDITION["handbook-sr"])
    assert page.text_content() == "РечникУводАртикалтрећеШифрапрводруго"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<p>Продаја и маркетинг</p>", "Продаја и_маркетинг"),
        ("<p>За 12 људи у фирми</p>", "За 12_људи у_фирми"),
        ("<p>Састанак у <a>среду</a></p>", "Састанак у_среду"),
        ("<p>a day of 30 days</p>", "a_day of 30_days"),
        ("<p>Пише <code>a b 3 c</code></p>", "Пише a b 3 c"),
        ("<p>Члан 5. закона</p>", "Члан 5. закона"),
    ],
)
def test_what_a_line_must_not_end_between(text: str, kept: str) -> None:
    tree = html.fromstring(f"<div>{text}</div>")
    keep_together(tree)
    assert tree.text_content().replace("\u00a0", "_") == kept


def test_the_last_word_of_a_paragraph_is_not_divided() -> None:
    tree = html.fromstring("<div><p>Обука <b>продајног</b> тима на територији.</p></div>")
    keep_together(tree)
    assert tree.xpath("string(.//span[@class='undivided'])") == "територији."
    assert tree.text_content() == "Обука продајног тима на територији."


IMPRINT = Imprint(
    title="Приручник за продају и маркетинг",
    description="Ко шта ради",
    version="2026.4",
    day=date(2026, 11, 15),
    licence="CC BY 4.0",
    site_url="https://firm.example/",
)


def test_a_title_is_broken_before_its_first_short_word() -> None:
    (name,) = cover(EDITION["handbook-sr"], IMPRINT).xpath(".//*[@class='name']")
    assert [*name.itertext()] == ["Приручник", "за продају и маркетинг"]


@pytest.mark.parametrize(
    ("reports", "said"), [("https://hub.example/a", "https://hub.example/a"), ("", "јавите ономе ко води рачуна")]
)
def test_the_imprint_says_what_was_printed_and_where_mistakes_are_reported(reports: str, said: str) -> None:
    imprint = Imprint(**{name: getattr(IMPRINT, name) for name in IMPRINT.__slots__} | {"reports": reports})
    text = imprint_page(EDITION["handbook-sr"], imprint, "about/changes").text_content()
    for words in ("2026.4", "15. новембар 2026.", "CC BY 4.0", "https://firm.example/", "Шта је ново", said):
        assert words in text


def test_a_book_without_a_page_of_changes_does_not_refer_to_it() -> None:
    page = imprint_page(EDITION["handbook-sr"], IMPRINT, "")
    assert not page.xpath(".//a")
    assert not re.search("Шта је ново", page.text_content())
