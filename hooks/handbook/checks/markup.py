"""The rule `markup`: nothing reaches readers but Markdown and a short list of HTML."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from ..languages.messages import Message, msg
from ..languages.phrase import ByLanguage
from ..model.document import Markup
from ..model.fact_tables import Facts, once
from ..model.finding import Finding, Place
from ..model.handbook import Handbook
from ..model.markup import RAW, allowed
from ..model.page import Page
from ..reading.facts import FILES
from ..reading.limits import TooLargeError
from ..reading.markup import SUSPICIOUS
from .pages import front_line

ALLOWED = tuple(f"<{element}>" for element in RAW)
SCHEMES = ("https://", "http://", "mailto:", "tel:")


def markup(handbook: Handbook) -> Iterator[Finding]:
    """A page contains no HTML outside a short list, and no attribute or address that could run a program.

    Bad: `<script>`, `<img src="…" onerror="…">`, `{ style="…" }`, `[x](javascript:…)`, an image from another site.
    Good: `<br>`, `<div class="…" markdown>`, `[x](https://example.com/)`, `![x](picture.png)`.
    """
    for page in handbook.pages.values():
        yield from markup_on(page)
        for key_path, text in _strings(page.front, ()):
            for finding in _findings(page.at(1), text):
                yield dataclasses.replace(finding, place=page.at(front_line(page, *key_path)))
    for place, text in _short_texts(handbook):
        yield from _findings(place, text)
    for target, line in handbook.nav:
        if not allowed("a", "href", target):
            yield _finding(Place("mkdocs.yml", line), Markup("address", target, line))


def markup_on(page: Page) -> Iterator[Finding]:
    """Yield the findings on the body of a page."""
    yield from (_finding(page.at(found.line), found) for found in page.outline.markup)


def _findings(place: Place, text: str) -> Iterator[Finding]:
    """Yield the findings on a short text at a place."""
    if not SUSPICIOUS.search(text):
        return
    from ..reading.markdown import markup as in_text  # imports 70 modules, which few texts need

    try:
        yield from (_finding(place, found) for found in in_text(text))
    except TooLargeError as error:
        yield dataclasses.replace(error.finding(place.path), place=place)


def _finding(place: Place, found: Markup) -> Finding:
    return Finding(place, "markup", *_explain(found))


def _explain(found: Markup) -> tuple[Message, Message]:
    match found.kind:
        case "element":
            message = msg("The HTML element “<{name}>” is not allowed.", name=found.what)
            advice = msg(
                "Write it without HTML, or between “`” if readers should see it as it is. Allowed: {known}.",
                known=ALLOWED,
            )
            return message, advice
        case "attribute":
            return msg("The attribute “{name}” is not allowed.", name=found.what), msg("Remove it.")
        case "address":
            message = msg("The link “{link}” leads neither to a page nor to a site.", link=found.what)
            return message, msg("Begin it with {known:or}, or write the path of a page.", known=SCHEMES)
        case "image":
            message = msg("The image “{link}” is not a file of the handbook.", link=found.what)
            return message, msg("Put the file beside the page and write its path.")
        case _:
            message = msg("Browsers could read this HTML in different ways: “{text}”.", text=found.what)
            return message, msg("Remove it; write “&lt;” for a “<” that is only text.")


def _short_texts(handbook: Handbook) -> Iterator[tuple[Place, str]]:
    """Yield the texts for readers outside pages and in markers: arguments, settings, of the facts those in question."""
    for page in handbook.pages.values():
        yield from ((page.at(marker.line), marker.argument) for marker in page.outline.markers if marker.argument)
    yield from _suspicious(handbook.facts)
    yield from ((Place("mkdocs.yml", title.line), title.text) for title in handbook.titles)


@once
def _suspicious(facts: Facts) -> list[tuple[Place, str]]:
    """Return the texts in the facts that may be markup, with their places: to know those of all takes twice as long."""
    return [
        (facts.place(file, *key_path), text)
        for file, tables in FILES
        for key, field, _ in tables
        for id_, entry in getattr(facts, field).items()
        for key_path, text in _strings(entry, (key, id_) if key else (id_,))
        if SUSPICIOUS.search(text)
    ]


def _strings(value: Any, key_path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each string inside a value of the model with its key path."""
    match value:
        case str():
            yield key_path, value
        case ByLanguage():
            yield from _strings(value.texts, key_path)
        case Mapping():
            for key, inner in value.items():
                yield from _strings(inner, (*key_path, str(key)))
        case tuple():
            for index, inner in enumerate(value):
                yield from _strings(inner, (*key_path, str(index)))
        case _ if dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                yield from _strings(getattr(value, field.name), (*key_path, field.name))
