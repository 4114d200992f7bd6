"""What all pages of a language need to know about one another, computed once per build."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..crosslinks.lexicons import GLOSSARY, Lexicon, lexicon
from ..crosslinks.mentions import find
from ..crosslinks.paths import relative_link, resolve
from ..model.document import Run
from ..model.handbook import Handbook
from ..model.page import Page
from ..parity.status import sections_behind


@dataclass(frozen=True, slots=True)
class MentionLink:
    """The characters of a run from `start` to `end` as a link; `tooltip` is the definition of a term."""

    start: int
    end: int
    href: str
    tooltip: str | None


@dataclass(frozen=True, slots=True)
class PageIndex:
    """A handbook in one language: its names, the definitions of its terms by id, the pages that mention a path.

    `owed` are the ids of the sections of each page, by its path, in which this language is behind another.
    """

    handbook: Handbook
    language: str
    names: Lexicon
    definitions: Mapping[str, str]
    mentioned_in: Mapping[str, tuple[Page, ...]]
    owed: Mapping[str, tuple[str, ...]]
    folders: bool


def page_index(handbook: Handbook, language: str, folders: bool = True) -> PageIndex:
    """Compute the index of a language; `folders`: each page is published as a folder and not as a file."""
    names = lexicon(handbook, language)
    return PageIndex(
        handbook,
        language,
        names,
        definitions(handbook, language),
        backlinks(handbook, language, names),
        sections_behind(handbook, language),
        folders,
    )


def definitions(handbook: Handbook, language: str) -> dict[str, str]:
    """The first sentence of each term's section in the glossary, by the term's id."""
    page = handbook.page(language, GLOSSARY)
    sentences: dict[str, str] = {}
    for run in page.outline.runs if page else ():
        if run.section:
            sentences.setdefault(run.section, run.text.partition(". ")[0].rstrip(".") + ".")
    return sentences


def backlinks(handbook: Handbook, language: str, names: Lexicon) -> dict[str, tuple[Page, ...]]:
    """For each path, the other pages that link to it or mention it, sorted by path."""
    found: dict[str, dict[str, Page]] = {}
    for page in sorted(handbook.in_language(language), key=lambda page: page.path):
        for path in linked_paths(page, names):
            if path != page.path and handbook.page(language, path):
                found.setdefault(path, {})[page.path] = page
    return {path: tuple(pages.values()) for path, pages in found.items()}


def linked_paths(page: Page, names: Lexicon) -> Iterator[str]:
    """The paths of the pages that the author of a page links to and that its running text mentions."""
    for link in page.outline.links:
        match resolve(page.path, link.target):
            case (str() as path, _):
                yield path
    for _, mention in find(page.outline.runs, names, page):
        yield mention.target.partition("#")[0]


def mention_links(page_index: PageIndex, path: str, runs: list[Run]) -> Iterator[tuple[int, MentionLink]]:
    """The links to add to the runs of the page at `path`, as (index of the run, link)."""
    if page := page_index.handbook.page(page_index.language, path):
        for index, mention in find(runs, page_index.names, page):
            target, _, anchor = mention.target.partition("#")
            href = relative_link(path, target) + (f"#{anchor}" if anchor else "")
            yield index, MentionLink(mention.start, mention.end, href, page_index.definitions.get(anchor))
