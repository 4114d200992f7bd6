"""The search index of each language, and the search engine of each language as JavaScript."""

import json
from collections.abc import Iterable, Iterator
from importlib.resources import files

from ..languages.registry import language
from ..model.facts import Role
from ..model.handbook import Handbook
from ..model.page import Page
from .search_answers import Doc, answers, labels, neutral_address, page_address, pages_that_help, people_of


def search_engines(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """The search engine of each language, as (path relative to the site's root, text)."""
    for code in handbook.languages:
        yield f"{handbook.folder(code)}search/engine.js", search_engine(code)


def search_engine(code: str) -> str:
    """The search engine of a language as JavaScript, without comments: it folds and stems words as the core does."""
    source = files(__package__).joinpath("search.js").read_text("utf-8")
    lines = (line.strip() for line in source.splitlines())
    program = "\n".join(line for line in lines if line and not line.startswith("//"))
    data = json.dumps(dict(language(code).search), ensure_ascii=False, separators=(",", ":"))
    return program.replace("(DATA)", f"({data})")


def search_indexes(handbook: Handbook, docs: list[Doc], scripts: bool) -> Iterator[tuple[str, str]]:
    """The index of each language, as (path relative to the site's root, text).

    With `scripts`, each also as a script, for a site that is opened without a server. Raises `ValueError` if an
    index would be empty.
    """
    for code in handbook.languages:
        folder = handbook.folder(code)
        text = search_index(handbook, code, docs)
        yield f"{folder}search/search_index.json", text
        if scripts:
            yield f"{folder}search/search_index.js", f"var __index = {text}"


def search_index(handbook: Handbook, code: str, docs: Iterable[Doc]) -> str:
    """The index of one language as JSON, from the documents of all languages.

    Its addresses are relative to the language's folder. Raises `ValueError` if it would be empty.
    """
    own = [*_in_language(handbook, code, docs)]
    if not own:
        raise ValueError(f"the search index of “{code}” would be empty")
    named = (_with_names(doc, names) for doc, names in _named(handbook, code, own))
    found = [*(_with_people(handbook, code, doc) for doc in named), *answers(handbook, code, own)]
    index = {"docs": found, "labels": labels(code), "help": [*pages_that_help(handbook, code, own)]}
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def _in_language(handbook: Handbook, code: str, docs: Iterable[Doc]) -> Iterator[Doc]:
    """The documents of a language, with addresses relative to its folder."""
    folders = {other: handbook.folder(other) for other in handbook.languages[1:]}
    for doc in docs:
        location = doc["location"]
        found = (other for other, folder in folders.items() if location.startswith(folder))
        if next(found, handbook.default_language) == code:
            yield {**doc, "location": location.removeprefix(folders.get(code, ""))}


def _named(handbook: Handbook, code: str, docs: Iterable[Doc]) -> Iterator[tuple[Doc, list[str]]]:
    """Each document with the alternative names of its page or section."""
    names = dict(_names(handbook, code))
    for doc in docs:
        yield doc, names.get(neutral_address(doc["location"]), [])


def _with_names(doc: Doc, names: list[str]) -> Doc:
    others = dict.fromkeys(name for name in names if name.lower() != doc["title"].lower())
    return {**doc, "names": [*others]} if others else doc


def _with_people(handbook: Handbook, code: str, doc: Doc) -> Doc:
    """A document with the people who hold a role, if it is the page of that role; their names lead to it, too."""
    entry = handbook.facts.entry(f"{neutral_address(doc['location'])}.md")
    found = [*people_of(handbook, code, entry.id)] if isinstance(entry, Role) else []
    return {**doc, "names": [*doc.get("names", ()), *(name for name, _ in found)], "people": found} if found else doc


def _names(handbook: Handbook, code: str) -> Iterator[tuple[str, list[str]]]:
    """The alternative names of pages and terms, by address."""
    found: dict[str, list[str]] = {}
    for page in handbook.in_language(code):
        entry = handbook.facts.entry(page.path) or handbook.facts.guides.get(page.path)
        own, others = _page_names(page), _names_elsewhere(handbook, page)
        found[page_address(page.path)] = [*own, *(entry.also[code] if entry else ()), *others]
    for term in handbook.facts.terms.values():
        words = term.in_language(code)
        others = (name for other in handbook.languages if other != code for name in term.in_language(other).allowed)
        found[f"glossary#{term.id}"] = [*words.allowed, *words.aliases, *others]
    yield from found.items()


def _page_names(page: Page) -> Iterator[str]:
    yield from filter(None, (page.front.title_f, page.front.source_title))
    yield from page.front.aliases


def _names_elsewhere(handbook: Handbook, page: Page) -> Iterator[str]:
    """The title and names of the same page in the other languages, which people say in every language."""
    for code in handbook.languages:
        if code != page.language and (other := handbook.page(code, page.path)):
            yield other.title
            yield from _page_names(other)
