"""The books of this handbook: all of its text is there, and can be heard, followed and copied."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from handbook.model.handbook import Handbook
from handbook.publishing.book import Edition
from handbook.reading.load import read
from printed import MATRICES, Printed, editions
from trees import EDITIONS, ROOT

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def book() -> Handbook:
    return read(ROOT)


@pytest.fixture
def printed(real_books: Path, edition: Edition) -> Printed:
    return Printed(real_books, edition)


@editions
def test_a_book_can_be_heard(printed: Printed) -> None:
    assert printed.errors() == []


@editions
def test_the_outline_holds_every_page_and_no_level_is_skipped(printed: Printed, book: Handbook) -> None:
    first, *_ = levels = printed.levels
    assert len(printed.outline) < 2 * len(book.paths)
    assert printed.titles(book.paths) <= {printed.spelled(title) for title in printed.outline}
    assert first == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@editions
def test_every_page_is_linked_and_every_link_leads_somewhere(printed: Printed, book: Handbook) -> None:
    links = printed.links
    assert {path.removesuffix(".md") for path in book.paths} <= {link.place for link in links} <= {*printed.places, ""}
    for link in links:
        assert link.words not in ("", link.place)
        assert "file:" not in link.address


@editions
def test_every_picture_is_there_and_described(printed: Printed) -> None:
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
def test_no_text_of_a_book_names_a_file_of_this_machine(printed: Printed) -> None:
    assert not printed.holds("file:/", str(ROOT))


@editions
def test_every_paragraph_of_every_page_can_be_copied_in_order(printed: Printed, book: Handbook) -> None:
    assert {path: lost for path in book.paths if (lost := printed.lost(path))} == {}


@pytest.mark.parametrize("edition", [edition for edition in EDITIONS if edition.tag == "sr-Latn"])
def test_the_latin_book_is_latin_to_the_last_letter(printed: Printed) -> None:
    assert not re.search("[А-Яа-яЂ-џ]", printed.words)


@editions
def test_each_whole_matrix_stands_on_landscape_pages_with_every_responsibility(
    printed: Printed, book: Handbook, edition: Edition
) -> None:
    wide = printed.landscape
    assert bool(wide) == bool(printed.on_pages(MATRICES))
    text = "".join(printed.spelled(printed.text(number)) for number in wide)
    pages = (book.page(edition.language, duty.page) for duty in book.facts.responsibilities.values() if wide)
    assert [page.path for page in pages if page and printed.spelled(page.title) not in text] == []
