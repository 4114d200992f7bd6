"""What weaving one language needs, worked out once and used for every page of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..crosslinks.mentions import GLOSSARY, Lexicon, find, lexicon
from ..crosslinks.paths import relative_link, resolve
from ..model.document import Run
from ..model.handbook import Handbook
from ..model.page import Page
from ..parity.status import owed


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a run that becomes a link; `tip` is the definition of a term."""

    start: int
    end: int
    href: str
    tip: str | None


@dataclass(frozen=True, slots=True)
class PageIndex:
    """A handbook in one language: its names, the definitions of its terms, who mentions whom.

    `owed` are the sections of each page, by its path, in which this language is behind another.
    """

    handbook: Handbook
    language: str
    names: Lexicon
    definitions: Mapping[str, str]
    mentioned_in: Mapping[str, tuple[Page, ...]]
    owed: Mapping[str, tuple[str, ...]]
    folders: bool


def page_index(handbook: Handbook, language: str, folders: bool = True) -> PageIndex:
    """Read off a handbook what its pages in a language say of one another; each is published as a folder or a file."""
    names = lexicon(handbook, language)
    return PageIndex(
        handbook,
        language,
        names,
        definitions(handbook, language),
        backlinks(handbook, language, names),
        owed(handbook, language),
        folders,
    )


def definitions(handbook: Handbook, language: str) -> dict[str, str]:
    """The first sentence of each term's section in the glossary, by the term's id."""
    page = handbook.page(language, GLOSSARY)
    first: dict[str, str] = {}
    for run in page.outline.runs if page else ():
        if run.section:
            first.setdefault(run.section, run.text.partition(". ")[0].rstrip(".") + ".")
    return first


def backlinks(handbook: Handbook, language: str, names: Lexicon) -> dict[str, tuple[Page, ...]]:
    """For each page the other pages that link to it or mention it, in the order of their paths."""
    found: dict[str, dict[str, Page]] = {}
    for page in sorted(handbook.in_language(language), key=lambda page: page.path):
        for path in leads(page, names):
            if path != page.path and handbook.page(language, path):
                found.setdefault(path, {})[page.path] = page
    return {path: tuple(pages.values()) for path, pages in found.items()}


def leads(page: Page, names: Lexicon) -> Iterator[str]:
    """The pages that a page's author links to and that its running text names, as paths."""
    for link in page.outline.links:
        match resolve(page.path, link.target):
            case (str() as path, _):
                yield path
    for _, mention in find(page.outline.runs, names, page):
        yield mention.target.partition("#")[0]


def marks(page_index: PageIndex, path: str, runs: list[Run]) -> Iterator[tuple[int, Mark]]:
    """What to link in the runs of the page at `path`, as (index of the run, mark)."""
    if page := page_index.handbook.page(page_index.language, path):
        for index, mention in find(runs, page_index.names, page):
            there, _, anchor = mention.target.partition("#")
            href = relative_link(path, there) + (f"#{anchor}" if anchor else "")
            yield index, Mark(mention.start, mention.end, href, page_index.definitions.get(anchor))
