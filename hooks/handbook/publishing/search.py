"""What the reader's search box is given: an index for each language, and the language itself as JavaScript.

Material's worker loads `lunr.<code>.min.js` for the code that the index names; English has a code of its own
here, because the worker loads nothing for `en` and then looks for words without stemming them.
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
"""What parts words: everything that is neither a letter nor a figure."""

FIELDS = MappingProxyType({"title": 1000.0, "names": 500.0, "text": 1.0})
"""How much a word counts by where it stands; `names` are titles in other words, which no page shows."""

NEEDED = ("lunr.stemmer.support.min.js", ".QueryParser", ".invertedIndex", "postMessage(", ".clauses")
"""What Material's worker must hold for the language file to work in it."""

Doc = dict[str, Any]


def language_file(code: str) -> str:
    """The JavaScript of a language, without comments: words folded and stemmed as the core does it."""
    source = files(__package__).joinpath("search.js").read_text("utf-8")
    lines = (line.strip() for line in source.splitlines())
    program = "\n".join(line for line in lines if line and not line.startswith("//"))
    return program.replace("DATA", json.dumps(dict(language(code).search), ensure_ascii=False, separators=(",", ":")))


def indexes(handbook: Handbook, docs: list[Doc], scripts: bool) -> Iterator[tuple[str, str]]:
    """Each language's index beside its front page, as (path from the site's root, text).

    With `scripts` also as a script, for a site that is read without a server. Raises what `index` raises.
    """
    for code in handbook.languages:
        folder = handbook.folder(code)
        text = index(handbook, code, docs)
        yield f"{folder}search/search_index.json", text
        if scripts:
            yield f"{folder}search/search_index.js", f"var __index = {text}"


def index(handbook: Handbook, code: str, docs: Iterable[Doc]) -> str:
    """The index of one language as JSON in UTF-8, from the documents of all languages.

    Addresses begin at the language's own folder. Raises `ValueError` if nothing would be found.
    """
    own = [_with_names(doc, names) for doc, names in _named(handbook, code, _own(handbook, code, docs))]
    if not own:
        raise ValueError(f"the search index of “{code}” would be empty")
    fields = {field: {"boost": boost} for field, boost in FIELDS.items()}
    config = {
        "lang": [language(code).search["lang"]],
        "separator": SEPARATOR,
        "pipeline": ["stopWordFilter"],
        "fields": fields,
    }
    return json.dumps({"config": config, "docs": own}, ensure_ascii=False, separators=(",", ":"))


def missing_in_worker(worker: str) -> tuple[str, ...]:
    """What Material's worker lacks that the language file builds on."""
    return tuple(needed for needed in NEEDED if needed not in worker)


def _own(handbook: Handbook, code: str, docs: Iterable[Doc]) -> Iterator[Doc]:
    """The documents of a language, their addresses without its folder; a section nobody wrote in is left out."""
    folders = {other: handbook.folder(other) for other in handbook.languages[1:]}
    for doc in docs:
        location = doc["location"]
        spoken = next(
            (other for other, folder in folders.items() if location.startswith(folder)), handbook.default_language
        )
        if spoken == code:
            yield {**doc, "location": location.removeprefix(folders.get(code, ""))}


def _named(handbook: Handbook, code: str, docs: Iterable[Doc]) -> Iterator[tuple[Doc, list[str]]]:
    """Each document with the other names of what it is about."""
    names = dict(_names(handbook, code))
    for doc in docs:
        yield doc, names.get(_place(doc["location"]), [])


def _with_names(doc: Doc, names: list[str]) -> Doc:
    others = dict.fromkeys(name for name in names if name.lower() != doc["title"].lower())
    return {**doc, "names": ", ".join(others)} if others else doc


def _place(location: str) -> str:
    """The address of a document as `page/path#anchor`, however pages are published."""
    path, _, anchor = location.partition("#")
    path = path.removesuffix("index.html").removesuffix(".html").strip("/")
    return f"{path}#{anchor}" if anchor else path


def _names(handbook: Handbook, code: str) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for page in handbook.in_language(code):
        found[_address(page.path)] = list(_of_page(page))
    for term in handbook.facts.terms.values():
        words = term.in_language(code)
        found[f"glossary#{term.id}"] = [*words.allowed, *words.aliases]
    for question in handbook.facts.questions.values():
        path, _, anchor = question.page.partition("#")
        place = _address(path) + (f"#{anchor}" if anchor else "")
        found.setdefault(place, []).extend((question.ask[code], *question.also[code]))
    yield from found.items()


def _of_page(page: Page) -> Iterator[str]:
    yield from filter(None, (page.front.title_f, page.front.source_title))
    yield from page.front.aliases


def _address(path: str) -> str:
    return path.removesuffix("index.md").removesuffix(".md").strip("/")
