"""The rule `same-address` knows every name that a build gives a file."""

from pathlib import Path

from handbook.checks.addresses import OWN, OWN_IN_LANGUAGES
from handbook.crosslinks.paths import published_file
from handbook.reading.load import read


def test_every_name_of_the_site_is_that_of_a_page_or_is_listed(example_copy: Path, example_books: Path) -> None:
    book = read(example_copy)
    pages = {published_file(path).partition("/")[0] for path in book.paths}
    others = {*book.languages[1:]}
    assert {file.name for file in example_books.iterdir()} <= pages | {*OWN} | others
    for code in others:
        assert {file.name for file in (example_books / code).iterdir()} <= pages | {*OWN_IN_LANGUAGES}


def test_every_listed_name_is_written_by_the_build(example_books: Path) -> None:
    by_the_form_editor = {"admin"}
    assert {*OWN} - by_the_form_editor <= {file.name for file in example_books.iterdir()}
