"""Finds where running text names a role, a responsibility or a glossary term, in any grammatical case.

The answer is the same from Markdown, before rendering, and from the tree, while rendering: it depends on
nothing but the runs of text in their order and the section each stands in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ..languages.patterns import WORD
from ..languages.registry import language as language_of
from ..model.document import Run
from ..model.handbook import Handbook
from ..model.page import Page

GLOSSARY = "glossary.md"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as stems in order, what it names (a page, or a term's anchor), and how often to mark it."""

    stems: tuple[str, ...]
    target: str
    mark: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a run: where it starts and ends there, and where it leads."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every name of one language by its first stem, the longest first; a text without a `sought` stem holds none.

    What is not sought only keeps shorter names off its words.
    """

    language: str
    names: Mapping[str, tuple[Name, ...]]
    sought: frozenset[str]


def lexicon(handbook: Handbook, language: str) -> Lexicon:
    """All names: titles before other names, pages before terms; a name of two things names neither."""
    chosen: dict[tuple[str, ...], Name | None] = {}
    for rank in (_titles, _other_names, _terms):
        new: dict[tuple[str, ...], Name | None] = {}
        for name in rank(handbook, language):
            if name.stems and name.stems not in chosen:
                same = new.get(name.stems, name)
                new[name.stems] = name if same and same.target == name.target else None
        chosen |= new
    names = [name for name in chosen.values() if name]
    return _by_first(language, names, sought=names)


def _titles(handbook: Handbook, language: str) -> Iterator[Name]:
    for page in _named(handbook, language):
        for text in filter(None, (page.title, page.front.title_f)):
            yield Name(stems(text, language), page.path, "always")


def _other_names(handbook: Handbook, language: str) -> Iterator[Name]:
    for page in _named(handbook, language):
        for text in (*page.front.aliases, *filter(None, (page.front.source_title,))):
            yield Name(stems(text, language), page.path, "always")


def _named(handbook: Handbook, language: str) -> Iterator[Page]:
    pages = (handbook.page(language, entry.page) for entry in handbook.facts.entries)
    return (page for page in pages if page)


def _terms(handbook: Handbook, language: str) -> Iterator[Name]:
    for term in handbook.facts.terms.values():
        words = term.in_language(language)
        for text in (*words.allowed, *words.aliases):
            yield Name(stems(text, language), f"{GLOSSARY}#{term.id}", term.mark)


def terms_lexicon(handbook: Handbook, language: str, kinds: tuple[str, ...]) -> Lexicon:
    """The `allowed`, `aliases` or `banned` names of the glossary's terms.

    Pages' names are among them: a title that holds a term is not the term.
    """
    pages = (*_titles(handbook, language), *_other_names(handbook, language))
    named = [name for kind in kinds for name in _called(handbook, language, kind)]
    return _by_first(language, {name.stems: name for name in (*named, *pages)}.values(), sought=named)


def _called(handbook: Handbook, language: str, kind: str) -> Iterator[Name]:
    for term in handbook.facts.terms.values():
        for text in getattr(term.in_language(language), kind):
            yield Name(stems(text, language), f"{GLOSSARY}#{term.id}", term.mark)


def _by_first(language: str, some: Iterable[Name], sought: Iterable[Name]) -> Lexicon:
    names: dict[str, list[Name]] = {}
    for name in sorted(some, key=lambda name: len(name.stems), reverse=True):
        if name.stems:
            names.setdefault(name.stems[0], []).append(name)
    firsts = frozenset(name.stems[0] for name in sought if name.stems)
    return Lexicon(language, {first: tuple(named) for first, named in names.items()}, firsts)


def found(text: str, names: Lexicon) -> Iterator[Mention]:
    """Every name that a text says, however often."""
    return (mention for mention, _ in _matches(text, names))


def find(runs: Iterable[Run], names: Lexicon, page: Page) -> Iterator[tuple[int, Mention]]:
    """The mentions to mark on a page, as (index of the run, mention), in reading order.

    The first of each page in a section, the first of each term on the page; never the page itself,
    and nothing its author keeps plain.
    """
    plain = {stems(text, names.language) for text in page.front.plain}
    told: set[tuple[str, str]] = set()
    for index, run in enumerate(runs):
        for mention, name in _matches(run.text, names):
            once = (name.target, "" if name.mark == "first" else run.section)
            own = name.target.partition("#")[0] == page.path
            if not own and once not in told and name.stems not in plain and name.mark != "never":
                told.add(once)
                yield index, mention


@lru_cache(maxsize=8192)
def stems(text: str, language: str) -> tuple[str, ...]:
    """The stems of a text's words; rules ask for the same text several times."""
    return tuple(map(language_of(language).stem, WORD.findall(text)))


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[re.Match[str], ...]:
    """The words of a text; only those that hold a name are asked for, but they again and again."""
    return tuple(WORD.finditer(text))


def _matches(text: str, names: Lexicon) -> Iterator[tuple[Mention, Name]]:
    keys = stems(text, names.language)
    if names.sought.isdisjoint(keys):
        return
    words, end = _words(text), 0
    for at, key in enumerate(keys):
        if at < end or key not in names.names:
            continue
        fitting = (name for name in names.names[key] if keys[at : at + len(name.stems)] == name.stems)
        name = next((one for one in fitting if _joined(text, words[at : at + len(one.stems)])), None)
        if name:
            end = at + len(name.stems)
            yield Mention(words[at].start(), words[end - 1].end(), name.target), name


def _joined(text: str, words: Sequence[re.Match[str]]) -> bool:
    between = (text[one.end() : other.start()] for one, other in pairwise(words))
    return all(gap.isspace() or gap == "–" for gap in between)
