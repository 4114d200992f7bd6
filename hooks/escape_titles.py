"""Makes titles HTML, as templates expect: MkDocs itself escapes only titles that are headings of pages.

Addresses of links in the navigation get no character that could end an attribute.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page

ADDRESS = "%:/?#[]@!$&'()*+,;="
"""The characters of an address besides letters, digits and `_.-~`, as RFC 3986 has them."""


@event_priority(-110)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Escape the titles in the settings, after static-i18n has translated them."""
    for item in _all(nav.items):
        if vars(item).get("title"):  # a page without a title in the settings computes one later
            item.title = escape(item.title)
        if isinstance(item, Link):
            item.url = quote(item.url, safe=ADDRESS)
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Escape the title in the front matter of a page."""
    if "title" in page.meta:
        page.meta["title"] = escape(page.meta["title"])


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Say that the title from the first heading is HTML already, so that templates do not escape it a second time."""
    if page._title_from_render:
        page._title_from_render = Markup(page._title_from_render)


def _all(items: Iterable[Any]) -> Iterator[Any]:
    """Every item of a navigation: sections, pages and links."""
    for item in items:
        yield item
        yield from _all(item.children or ())
