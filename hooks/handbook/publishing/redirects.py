"""Redirects from the old addresses of pages that have moved, as small HTML pages."""

from collections.abc import Iterator
from posixpath import dirname, relpath

from markupsafe import Markup

from ..crosslinks.moves import redirect_fault
from ..crosslinks.paths import published_file
from ..languages.labels import LABELS
from ..model.handbook import Handbook
from ..model.page import Page
from .web.policy import POLICY

PAGE = Markup("""<!doctype html>
<html lang="{code}">
<head>
  <meta charset="utf-8">{policy}
  <meta name="viewport" content="width=device-width,initial-scale=1">
  <meta name="robots" content="noindex">
  <title>{title}</title>{canonical}
  <meta http-equiv="refresh" content="0; url={href}">
</head>
<body>
  <p>{text}</p>
  <script src="{script}"></script>
</body>
</html>
""")
"""The script keeps the anchor of an old link; without JavaScript the link opens the top of the page."""
SCRIPT = "assets/javascripts/moved.js"

POLICY_TAG = Markup('\n  <meta http-equiv="Content-Security-Policy" content="{}">').format(POLICY)
"""A page that is opened from a folder has no policy, as browsers differ in what “this site” is there."""
CANONICAL = Markup('\n  <link rel="canonical" href="{}">')


def redirects(handbook: Handbook, code: str, folders: bool, site_url: str) -> Iterator[tuple[str, str]]:
    """The redirects of a language, as (path relative to the site's root, text); invalid ones are left out.

    `folders`: each page is published as a folder. Without `site_url` the pages have no canonical address.
    """
    home = handbook.folder(code)
    for move in handbook.facts.moved.values():
        if not redirect_fault(handbook, move):
            old, new = (home + published_file(path, folders) for path in (move.id, move.to))
            here = dirname(old) or "."
            href, script = _address(relpath(new, here), folders), relpath(SCRIPT, here)
            canonical = f"{site_url.rstrip('/')}/{_address(new, folders)}" if site_url else ""
            link = Markup('<a href="{}">{}</a>').format(href, _title(handbook, code, move.to))
            yield (
                old,
                PAGE.format(
                    code=code,
                    href=href,
                    title=LABELS["moved-title"].in_language(code),
                    text=LABELS["moved-text"].format(link=link).as_html(code),
                    canonical=CANONICAL.format(canonical) if canonical else "",
                    policy=POLICY_TAG if folders else "",
                    script=script,
                ),
            )


def _address(file: str, folders: bool) -> str:
    """The address of a published file: without `index.html` if pages are folders."""
    return file.removesuffix("index.html") if folders else file


def _title(handbook: Handbook, code: str, path: str) -> str:
    """The title of a page in a language, or else in the first language that has the page."""
    pages: Iterator[Page | None] = (handbook.page(language, path) for language in (code, *handbook.languages))
    return next(page.title for page in pages if page)
