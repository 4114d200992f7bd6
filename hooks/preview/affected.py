"""Which pages a change touches: found by comparing what every page is made of, before and after.

A page shows its own text and what is generated into it. Both are compared whole, so nothing has to be known of
what a generated part depends on. Where anything else may have changed, the answer is: everything.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.crosslinks.mentions import GLOSSARY
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.pages.compose import generated_parts
from handbook.pages.index import PageIndex


@dataclass(frozen=True, slots=True)
class PageInputs:
    """What the pages of one language are made of: the names they link, and the parts generated into each."""

    page_index: PageIndex
    parts: Mapping[str, tuple[str, ...]]


def page_inputs(threads: PageIndex) -> PageInputs:
    """Work out the generated parts of every page, by its path."""
    return PageInputs(
        threads, {page.path: generated_parts(threads, page) for page in threads.handbook.in_language(threads.language)}
    )


def only_words(files: frozenset[str], languages: tuple[str, ...]) -> bool:
    """Whether files hold nothing but the text of pages, and locks; the glossary's words go into the data too."""
    return all(file.startswith("parity/") or _is_page(file, languages) for file in files)


def _is_page(file: str, languages: tuple[str, ...]) -> bool:
    match file.split("/", 2):
        case ["docs", code, path]:
            return code in languages and path.endswith(".md") and path != GLOSSARY
    return False


def affected_pages(before: PageInputs, after: PageInputs, files: frozenset[str]) -> frozenset[str] | None:
    """The paths of the pages to make anew after these files changed; None: all of them, and all around them.

    What stands around a page's text (navigation, titles, what mentions lead to and say) has to be as it was.
    """
    old, new = before.page_index.handbook, after.page_index.handbook
    if (
        not only_words(files, new.languages)
        or _around(old) != _around(new)
        or _linked(before.page_index) != _linked(after.page_index)
    ):
        return None
    mine = {page.path for page in new.in_language(after.page_index.language) if page.source in files}
    return frozenset(mine | {path for path in after.parts if after.parts[path] != before.parts[path]})


def _around(handbook: Handbook) -> tuple[object, ...]:
    return handbook.facts, handbook.files, {key: _head(page) for key, page in handbook.pages.items()}


def _head(page: Page) -> tuple[object, ...]:
    """What other pages and the navigation take from a page."""
    return page.title, page.front, page.outline.front_matter


def _linked(threads: PageIndex) -> tuple[object, ...]:
    return threads.names, threads.definitions
