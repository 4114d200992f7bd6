"""The rule `same-address` knows every name that a build gives a file."""

from pathlib import Path

from handbook.checks.addresses import OWN, OWN_IN_LANGUAGES
from handbook.crosslinks.paths import published_file
from handbook.reading.load import read


def names(site: Path) -> set[str]:
    """The names of OWN that a site has, and the paths of all other files."""
    files = (file.relative_to(site) for file in site.rglob("*") if file.is_file())
    own = ([name for name in map(str, (file, *file.parents)) if name in OWN] or [str(file)] for file in files)
    return {name for found in own for name in found}


def test_the_names_that_are_taken_are_those_that_the_build_writes(example_copy: Path, example_books: Path) -> None:
    book = read(example_copy)
    pages = {book.folder(code) + published_file(path) for path in book.paths for code in book.languages}
    in_languages = {f"{code}/{name}" for code in book.languages[1:] for name in OWN_IN_LANGUAGES}
    by_the_form_editor = {"admin"}
    written = {
        "/".join(name.split("/")[:2]) if name.startswith("en/search/") else name for name in names(example_books)
    }
    assert written == pages | ({*OWN} - by_the_form_editor) | in_languages
