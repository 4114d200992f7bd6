"""The navigation that a page shows: beyond a size, only what is near the page, so that a site grows with its pages."""

from collections.abc import Iterator
from copy import copy
from itertools import islice

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

MOST = 60
"""The number of pages up to which a top section of the navigation is shown whole."""
NEAR = 20
"""The number of pages before and after the current page that a larger section shows."""


def near_navigation(nav: Navigation, page: Page) -> Navigation:
    """Return the navigation for a page: itself, or with its large top section reduced to what is near the page.

    Its other sections become links to their first pages, and so do other large top sections.
    """
    *_, top = (None, *page.ancestors)
    if not any(map(_is_large, nav.items)):
        return nav
    reduced = copy(nav)
    reduced.items = [_reduced(item, page, item is top) if _is_large(item) else item for item in nav.items]
    return reduced


def _is_large(item: StructureItem) -> bool:
    return isinstance(item, Section) and len([*islice(_pages(item), MOST + 1)]) > MOST


def _reduced(section: StructureItem, page: Page, current: bool) -> StructureItem:
    """A large section: what is near the page in it, or a link to its first page."""
    assert isinstance(section, Section)
    return _near(section, page) if current else Link(section.title, next(_pages(section)).url)


def _near(section: Section, page: Page) -> Section:
    reduced = copy(section)
    reduced.children = [*_near_children(section, page)]
    return reduced


def _near_children(section: Section, page: Page) -> Iterator[StructureItem]:
    """Yield the children that a section shows: near pages, the section of the page, links to other sections."""
    position = next((number for number, child in enumerate(section.children) if child is page), 0)
    for number, child in enumerate(section.children):
        if not isinstance(child, Section):
            if abs(number - position) <= NEAR:
                yield child
        elif child in page.ancestors:
            yield _near(child, page)
        elif first := next(_pages(child), None):
            yield Link(child.title, first.url)


def _pages(section: Section) -> Iterator[Page]:
    for child in section.children:
        if isinstance(child, Section):
            yield from _pages(child)
        elif isinstance(child, Page):
            yield child
