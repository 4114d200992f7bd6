"""The rule `same-address`: whatever is published has an address of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..crosslinks.moves import redirect_fault
from ..crosslinks.paths import published_file
from ..languages.messages import Message, msg
from ..languages.registry import language
from ..model.finding import Finding, Place
from ..model.handbook import Handbook

THEME = msg("the theme")
OWN = {
    "404.html": msg("the page for wrong addresses"),
    "admin": msg("the forms for editing"),
    "assets/fonts": THEME,
    "assets/images/favicon.png": THEME,
    "assets/images/favicon.svg": THEME,
    "assets/images/logo.svg": THEME,
    "assets/images/apple-touch-icon.png": THEME,
    "assets/javascripts": THEME,
    "assets/share": msg("the pictures of shared links"),
    "assets/stylesheets": THEME,
    "data": msg("the data files"),
    "_headers": msg("what the host sends with each page"),
    "pdf": msg("the books"),
    "robots.txt": msg("the rules for search engines"),
    "search": msg("the search index"),
    "sitemap.xml": msg("the list of all pages"),
}
"""The folders and files of the site that the build itself writes."""
OWN_IN_LANGUAGES = ("404.html", "search")
"""Those that are also in the folder of each other language."""


@dataclass(frozen=True, slots=True)
class Published:
    """A file of the site and the place it comes from; `file` is its path below `home`, the folder of its language."""

    home: str
    file: str
    place: Place

    @property
    def path(self) -> str:
        return self.home + self.file


def same_address(handbook: Handbook) -> Iterator[Finding]:
    """A page, a file beside the pages and an old address each have an address that nothing else has.

    Bad: `docs/sr/en.md`, which would be published where the English pages begin. Good: `docs/sr/english.md`.
    """
    own = {home: _own(handbook, home) for home in map(handbook.folder, handbook.languages)}
    for folders in (True, False):  # the site, and the copy that opens without a server
        first: dict[str, Published] = {}
        for published in _published(handbook, folders):
            if taken := _taken(published, own[published.home]):
                yield taken
            elif (other := first.setdefault(published.path.lower(), published)).place != published.place:
                yield _same(published, other)
        for path, published in first.items():
            for folder in _with_folders(path):
                if folder in first and folder != path:
                    yield _same(published, first[folder])


def _own(handbook: Handbook, home: str) -> Mapping[str, Message]:
    """Return what the build itself writes into the folder of a language."""
    if home:
        return {name: OWN[name] for name in OWN_IN_LANGUAGES}
    pages = {code: msg("the pages in {language}", language=language(code).label) for code in handbook.languages[1:]}
    return {**OWN, **pages}


def _taken(published: Published, own: Mapping[str, Message]) -> Finding | None:
    """Return the finding on a file where the build writes something itself."""
    name = next((name for name in _with_folders(published.file) if name in own), None)
    if name is None:
        return None
    message = msg("The address “{path}” of the site is taken: {what}.", path=published.home + name, what=own[name])
    return Finding(published.place, "same-address", message, msg("Choose another name."))


def _with_folders(file: str) -> Iterator[str]:
    """Yield the path of a file and of the folders that contain it, in lower case."""
    path = file.lower()
    while path:
        yield path
        path = path.rpartition("/")[0]


def _same(published: Published, other: Published) -> Finding:
    message = msg("{file} has the same address on the site: “{path}”.", file=other.place, path=other.path)
    return Finding(published.place, "same-address", message, msg("Rename one of the two."), related=other.place)


def _published(handbook: Handbook, folders: bool) -> Iterator[Published]:
    """Yield everything that is published and where it comes from: pages, redirects, files beside the pages."""
    for code in handbook.languages:
        home = handbook.folder(code)
        for path in handbook.paths:
            if page := handbook.page(code, path) or handbook.fallback(code, path):
                yield Published(home, published_file(path, folders), page.at(1))
        for redirect in handbook.facts.moved.values():
            if not redirect_fault(handbook, redirect):
                place = handbook.facts.place("moved", redirect.id)
                yield Published(home, published_file(redirect.id, folders), place)
    for file in sorted(handbook.files):
        _, first, *rest = file.split("/", 2)
        if not file.endswith(".md"):
            in_language = rest and first in handbook.languages
            home, path = (handbook.folder(first), rest[0]) if in_language else ("", file.removeprefix("docs/"))
            yield Published(home, path, Place(file, 1))
