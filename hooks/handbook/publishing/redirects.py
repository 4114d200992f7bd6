"""The old addresses of pages that have moved: which of them answer, and the small page that leads on."""

from collections.abc import Iterator
from html import escape
from posixpath import dirname, relpath

from ..crosslinks.moves import redirect_fault
from ..crosslinks.paths import published_file
from ..languages.labels import LABELS
from ..model.handbook import Handbook
from ..model.page import Page

PAGE = """<!doctype html>
<html lang="{code}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width,initial-scale=1">
  <meta name="robots" content="noindex">
  <title>{title}</title>{canonical}
  <meta http-equiv="refresh" content="0; url={href}">
  <script>location.replace("{href}" + location.hash)</script>
</head>
<body>
  <p>{said}</p>
</body>
</html>
"""
"""The script keeps the section that an old link names; without it the page itself is found."""


def redirects(handbook: Handbook, code: str, folders: bool, site_url: str) -> Iterator[tuple[str, str]]:
    """For a language, the file of each old address, from the site's root, and its text.

    `folders` says whether each page is published as a folder; without `site_url` no canonical address is told.
    """
    home = handbook.folder(code)
    for one in handbook.facts.moved.values():
        if not redirect_fault(handbook, one):
            old, new = (home + published_file(path, folders) for path in (one.id, one.to))
            href = _address(relpath(new, dirname(old) or "."), folders)
            full = f"{site_url.rstrip('/')}/{_address(new, folders)}" if site_url else ""
            yield old, _page(code, _title(handbook, code, one.to), escape(href), escape(full))


def _page(code: str, title: str, href: str, full: str) -> str:
    link = f'<a href="{href}">{escape(title)}</a>'
    return PAGE.format(
        code=code,
        href=href,
        title=LABELS["moved-title"].in_language(code),
        said=LABELS["moved-text"].format(link=link).in_language(code),
        canonical=f'\n  <link rel="canonical" href="{full}">' if full else "",
    )


def _address(file: str, folders: bool) -> str:
    """The address of a published file: on a server, a folder's page is the folder."""
    return file.removesuffix("index.html") if folders else file


def _title(handbook: Handbook, code: str, path: str) -> str:
    pages: Iterator[Page | None] = (handbook.page(one, path) for one in (code, *handbook.languages))
    return next(page.title for page in pages if page)
