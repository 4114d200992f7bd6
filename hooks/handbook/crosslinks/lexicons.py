"""The names of a language as stems: titles, other names, glossary terms and former names, each with where it leads."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ..languages.patterns import WORD
from ..languages.registry import language as language_of
from ..model.fact_tables import once
from ..model.handbook import Handbook
from ..model.page import Page

GLOSSARY = "glossary.md"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as a sequence of stems, its target (a page, or the anchor of a term), and how often to mark it."""

    stems: tuple[str, ...]
    target: str
    mark: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a run: its start and end index, and its target."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names of one language by first stem, the longest first; only texts with a stem in `sought` are searched.

    The other names only prevent matches of shorter names inside them. `found` keeps what `find` found in each text,
    because a build searches each text twice: for its backlinks and for its links.
    """

    language: str
    names: Mapping[str, tuple[Name, ...]]
    sought: frozenset[str]
    found: dict[str, tuple[tuple[Mention, Name], ...]] = field(default_factory=dict, compare=False, repr=False)


def lexicon(handbook: Handbook, language: str) -> Lexicon:
    """Return all names: titles before other names, pages before terms. Ambiguous names are left out."""
    chosen: dict[tuple[str, ...], Name | None] = {}
    for rank in (_titles, _other_names, _terms):
        new: dict[tuple[str, ...], Name | None] = {}
        for name in rank(handbook, language):
            if name.stems and name.stems not in chosen:
                previous = new.get(name.stems, name)
                new[name.stems] = name if previous and previous.target == name.target else None
        chosen |= new
    names = [name for name in chosen.values() if name]
    return _by_first(language, names, sought=names)


@once
def lexicons(handbook: Handbook) -> Mapping[str, Lexicon]:
    """Return all names of each language."""
    return {code: lexicon(handbook, code) for code in handbook.languages}


def _titles(handbook: Handbook, language: str) -> Iterator[Name]:
    for page in _entry_pages(handbook, language):
        for text in filter(None, (page.title, page.front.title_f)):
            yield Name(stems(text, language), page.path, "always")


def _other_names(handbook: Handbook, language: str) -> Iterator[Name]:
    for page in _entry_pages(handbook, language):
        for text in (*page.front.aliases, *filter(None, (page.front.source_title,))):
            yield Name(stems(text, language), page.path, "always")


def _entry_pages(handbook: Handbook, language: str) -> Iterator[Page]:
    pages = (handbook.page(language, entry.page) for entry in handbook.facts.entries)
    return (page for page in pages if page)


def _terms(handbook: Handbook, language: str) -> Iterator[Name]:
    for term in handbook.facts.terms.values():
        forms = term.in_language(language)
        for text in (*forms.allowed, *forms.aliases):
            yield Name(stems(text, language), f"{GLOSSARY}#{term.id}", term.mark)


def role_titles_lexicon(handbook: Handbook, language: str) -> Lexicon:
    """Return the titles of roles; other and former names only prevent matches inside them and have no target."""
    roles = {role.page for role in handbook.facts.roles.values()}
    unlinked = (*_other_names(handbook, language), *_former_names(handbook, language))
    others = (Name(name.stems, "", name.mark) for name in unlinked if name.stems)
    names = {name.stems: name for name in (*others, *_titles(handbook, language))}.values()
    return _by_first(language, names, sought=[name for name in names if name.target in roles])


def former_names_lexicon(handbook: Handbook, language: str) -> Lexicon:
    """Return the former names of roles, responsibilities and pages that have moved, with the page of each now.

    Titles only prevent matches inside them, and have no target.
    """
    titles = {name.stems: Name(name.stems, "", name.mark) for name in _titles(handbook, language)}
    names = _former_names(handbook, language)
    sought = [name for name in names if name.stems and name.stems not in titles]
    return _by_first(language, (*sought, *titles.values()), sought) if sought else Lexicon(language, {}, frozenset())


def _former_names(handbook: Handbook, language: str) -> Iterator[Name]:
    facts = handbook.facts
    former = [(entry.page, entry.former) for entry in facts.entries]
    former += [(moved.to, moved.former) for moved in facts.moved.values()]
    for path, texts in former:
        yield from (Name(stems(text, language), path, "always") for text in texts[language])


def terms_lexicon(handbook: Handbook, language: str, kinds: tuple[str, ...]) -> Lexicon:
    """Return the names of terms of some `kinds` (`allowed`, `aliases`, `banned`).

    Names of pages are included, because a term inside the title of a page is not a mention of the term.
    """
    pages = (*_titles(handbook, language), *_other_names(handbook, language))
    terms = [name for kind in kinds for name in _term_names(handbook, language, kind)]
    return _by_first(language, {name.stems: name for name in (*terms, *pages)}.values(), sought=terms)


def _term_names(handbook: Handbook, language: str, kind: str) -> Iterator[Name]:
    for term in handbook.facts.terms.values():
        for text in getattr(term.in_language(language), kind):
            yield Name(stems(text, language), f"{GLOSSARY}#{term.id}", term.mark)


def _by_first(language: str, names: Iterable[Name], sought: Iterable[Name]) -> Lexicon:
    by_first: dict[str, list[Name]] = {}
    for name in sorted(names, key=lambda name: len(name.stems), reverse=True):
        if name.stems:
            by_first.setdefault(name.stems[0], []).append(name)
    first_stems = frozenset(name.stems[0] for name in sought if name.stems)
    return Lexicon(language, {stem: tuple(group) for stem, group in by_first.items()}, first_stems)


@lru_cache(maxsize=8192)
def stems(text: str, language: str) -> tuple[str, ...]:
    """Return the stems of the words of a text; cached, because several rules use the same text."""
    return tuple(map(language_of(language).stem, WORD.findall(text)))
