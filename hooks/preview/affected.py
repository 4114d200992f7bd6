"""Which pages a change affects: found by comparing the inputs of every page before and after the change.

A page shows its own text, and what is generated from the facts and from other pages. If the facts, the files, the
navigation, or the titles and front matter of pages may have changed, all pages are affected. So what remains to be
compared is the text of each page, and what is generated from texts and locks alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.crosslinks.lexicons import GLOSSARY
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.pages.compose import Blocks, blocks_from_texts
from handbook.pages.index import PageIndex


@dataclass(frozen=True, slots=True)
class PageInputs:
    """The inputs of the pages in one language: the index, and by path what is generated into a page from texts."""

    page_index: PageIndex
    parts: Mapping[str, tuple[Blocks | None, ...]]


def page_inputs(index: PageIndex) -> PageInputs:
    """Compute the inputs of the pages in the language of an index."""
    return PageInputs(
        index, {page.path: blocks_from_texts(index, page) for page in index.handbook.in_language(index.language)}
    )


def only_texts(files: frozenset[str], languages: tuple[str, ...]) -> bool:
    """Return whether all files are pages or locks; not the glossary, as the published data holds its text too."""
    return all(file.startswith("parity/") or _is_text(file, languages) for file in files)


def _is_text(file: str, languages: tuple[str, ...]) -> bool:
    match file.split("/", 2):
        case ["docs", code, path]:
            return code in languages and path.endswith(".md") and path != GLOSSARY
    return False


def affected_pages(before: PageInputs, after: PageInputs, files: frozenset[str]) -> frozenset[str] | None:
    """Return the paths of the pages to rebuild after a change of files; None: everything must be rebuilt.

    That is so if anything changed that pages share: navigation, titles, or the targets and tooltips of mentions.
    """
    old, new = before.page_index.handbook, after.page_index.handbook
    if (
        not only_texts(files, new.languages)
        or _shared(old) != _shared(new)
        or _mentions(before.page_index) != _mentions(after.page_index)
    ):
        return None
    edited = {page.path for page in new.in_language(after.page_index.language) if page.source in files}
    return frozenset(edited | {path for path in after.parts if after.parts[path] != before.parts[path]})


def _shared(handbook: Handbook) -> tuple[object, ...]:
    return handbook.facts, handbook.files, {key: _head(page) for key, page in handbook.pages.items()}


def _head(page: Page) -> tuple[object, ...]:
    """Return what other pages and the navigation use of a page."""
    return page.title, page.front, page.outline.front_matter


def _mentions(index: PageIndex) -> tuple[object, ...]:
    return index.names, index.definitions
