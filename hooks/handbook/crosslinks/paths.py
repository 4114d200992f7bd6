"""Ways between pages: from what a link says to the page it leads to, and back."""

import posixpath
from functools import lru_cache
from urllib.parse import urlsplit

Address = tuple[str | None, str]
"""A path from the language's folder (None: an absolute path, which leads nowhere) and an anchor."""


def resolve(here: str, target: str) -> Address | None:
    """Where a link on the page `here` leads; None for an address outside the handbook."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    if parts.path.startswith("/"):
        return None, parts.fragment
    if not parts.path:
        return here, parts.fragment
    path = posixpath.normpath(posixpath.join(posixpath.dirname(here), parts.path))
    return path, parts.fragment


def neutral(here: str, target: str) -> str:
    """A link's target as every language would name it; outside addresses as they are."""
    match resolve(here, target):
        case (str() as path, anchor):
            return f"{path}#{anchor}" if anchor else path
    return target


@lru_cache(maxsize=65536)
def way(here: str, there: str) -> str:
    """The relative link from one page to another: `way("a/b.md", "c.md")` is `../c.md`."""
    return posixpath.relpath(there, posixpath.dirname(here) or ".")


def built(here: str, there: str, folders: bool = True) -> str:
    """The address from one published page to another, for links MkDocs never sees.

    Each is a folder, or, in a copy that opens without a server, a file: `../b/` or `b.html`.
    """
    if not folders:
        return way(here, f"{there.removesuffix('.md')}.html")
    return posixpath.relpath(_folder(there), _folder(here)) + "/"


def top(here: str, folders: bool = True) -> str:
    """The address from a published page to the folder that holds all pages."""
    return posixpath.relpath(".", _folder(here) if folders else posixpath.dirname(here) or ".") + "/"


def _folder(path: str) -> str:
    folder = posixpath.dirname(path) if posixpath.basename(path) == "index.md" else path.removesuffix(".md")
    return folder or "."


def published(path: str, folders: bool = True) -> str:
    """The file a page is published as, from its language's folder: `a/b.md` is `a/b/index.html`, or `a/b.html`."""
    if not folders or posixpath.basename(path) == "index.md":
        return f"{path.removesuffix('.md')}.html"
    return f"{path.removesuffix('.md')}/index.html"
