"""The search index of each language, and the language support for the search worker as JavaScript.

Material's worker loads `lunr.<code>.min.js` for the code in the index. English uses a code of its own, because
the worker loads nothing for `en` and then searches without stemming.
"""

import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from ..languages.registry import language
from ..model.handbook import Handbook
from ..model.page import Page

SEPARATOR = r"[\s\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f]+"
"""The pattern that separates words: everything but letters and digits."""

FIELDS = MappingProxyType({"title": 1000.0, "names": 500.0, "text": 1.0})
"""The weight of each field; `names` are alternative titles, which no page shows."""

REQUIRED = ("lunr.stemmer.support.min.js", ".QueryParser", ".invertedIndex", "postMessage(", ".clauses")
"""What the code of Material's worker must contain for the language file to work."""

Doc = dict[str, Any]


def language_file(code: str) -> str:
    """The JavaScript of a language, without comments: it folds and stems words as the core does."""
    source = files(__package__).joinpath("search.js").read_text("utf-8")
    lines = (line.strip() for line in source.splitlines())
    program = "\n".join(line for line in lines if line and not line.startswith("//"))
    return program.replace("DATA", json.dumps(dict(language(code).search), ensure_ascii=False, separators=(",", ":")))


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
    named = [_with_names(doc, names) for doc, names in _named(handbook, code, _in_language(handbook, code, docs))]
    if not named:
        raise ValueError(f"the search index of “{code}” would be empty")
    fields = {field: {"boost": boost} for field, boost in FIELDS.items()}
    config = {
        "lang": [language(code).search["lang"]],
        "separator": SEPARATOR,
        "pipeline": ["stopWordFilter"],
        "fields": fields,
    }
    return json.dumps({"config": config, "docs": named}, ensure_ascii=False, separators=(",", ":"))


def missing_in_worker(worker: str) -> tuple[str, ...]:
    """The items of `REQUIRED` that the code of Material's worker does not contain."""
    return tuple(text for text in REQUIRED if text not in worker)


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
        yield doc, names.get(_neutral_address(doc["location"]), [])


def _with_names(doc: Doc, names: list[str]) -> Doc:
    others = dict.fromkeys(name for name in names if name.lower() != doc["title"].lower())
    return {**doc, "names": ", ".join(others)} if others else doc


def _neutral_address(location: str) -> str:
    """The address of a document as `page/path#anchor`, whether pages are published as folders or as files."""
    path, _, anchor = location.partition("#")
    path = path.removesuffix("index.html").removesuffix(".html").strip("/")
    return f"{path}#{anchor}" if anchor else path


def _names(handbook: Handbook, code: str) -> Iterator[tuple[str, list[str]]]:
    """The alternative names of pages, terms and questions, by address."""
    found: dict[str, list[str]] = {}
    for page in handbook.in_language(code):
        entry = handbook.facts.entry(page.path) or handbook.facts.guides.get(page.path)
        own, others = _page_names(page), _names_elsewhere(handbook, page)
        found[_address(page.path)] = [*own, *(entry.also[code] if entry else ()), *others]
    for term in handbook.facts.terms.values():
        words = term.in_language(code)
        found[f"glossary#{term.id}"] = [*words.allowed, *words.aliases]
    for question in handbook.facts.questions.values():
        path, _, anchor = question.page.partition("#")
        address = _address(path) + (f"#{anchor}" if anchor else "")
        found.setdefault(address, []).extend((question.ask[code], *question.also[code]))
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


def _address(path: str) -> str:
    return path.removesuffix("index.md").removesuffix(".md").strip("/")
