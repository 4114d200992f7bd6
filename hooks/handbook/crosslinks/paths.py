"""Links between pages: from the target of a link to the path of a page, and back."""

import posixpath
import re
from functools import lru_cache
from urllib.parse import urlsplit

from ..languages.registry import KNOWN

Address = tuple[str | None, str]
"""A path below the folder of the language (None for an absolute path, which is not allowed) and an anchor."""
LANGUAGE_FOLDER = re.compile(rf"/(?:{'|'.join(sorted(KNOWN))})(?:-[A-Za-z]+)?(?=/|$)")
"""The folder of a language in the address of another site: `example.com/sr/cene`."""


def resolve(page: str, target: str) -> Address | None:
    """Return the address of a link target on a page; None for a link to another site."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    if parts.path.startswith("/"):
        return None, parts.fragment
    if not parts.path:
        return page, parts.fragment
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), parts.path))
    return path, parts.fragment


def normalize_target(page: str, target: str) -> str:
    """Return a link target on a page in a form that is the same in every language: a path, or an outside address."""
    match resolve(page, target):
        case (str() as path, anchor):
            return f"{path}#{anchor}" if anchor else path
    return without_language(target)


def without_language(address: str) -> str:
    """Return an address on another site without the folder of a language: `example.com/sr/a` gives `example.com/a`."""
    return LANGUAGE_FOLDER.sub("", address)


@lru_cache(maxsize=65536)
def relative_link(source: str, target: str) -> str:
    """Return the relative link from one page to another: `../c.md` from `a/b.md` to `c.md`."""
    return posixpath.relpath(target, posixpath.dirname(source) or ".")


@lru_cache(maxsize=65536)
def published_link(source: str, target: str, folders: bool = True) -> str:
    """Return the relative link from one published page to another, for links that MkDocs does not convert.

    A published page is a folder, or a file in a copy that opens without a server: `../b/` or `b.html`.
    """
    if not folders:
        return relative_link(source, f"{target.removesuffix('.md')}.html")
    return posixpath.relpath(_folder(target), _folder(source)) + "/"


def root_link(page: str, folders: bool = True) -> str:
    """Return the relative link from a published page to the folder of all pages."""
    return posixpath.relpath(".", _folder(page) if folders else posixpath.dirname(page) or ".") + "/"


def _folder(path: str) -> str:
    folder = posixpath.dirname(path) if posixpath.basename(path) == "index.md" else path.removesuffix(".md")
    return folder or "."


def published_file(path: str, folders: bool = True) -> str:
    """Return the published file of a page below the language's folder: `a/b/index.html` or `a/b.html` for `a/b.md`."""
    if not folders or posixpath.basename(path) == "index.md":
        return f"{path.removesuffix('.md')}.html"
    return f"{path.removesuffix('.md')}/index.html"
