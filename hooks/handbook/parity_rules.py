"""Rules about both languages at once: the same pages, the same outline, the same links."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from .address import neutral
from .finding import Finding, Place
from .model import CODES, Handbook, Heading, Page


def missing_page(handbook: Handbook) -> Iterator[Finding]:
    """Each page exists in every language, and the navigation names no page that does not.

    Bad: `docs/sr/ask.md` alone. Good: `docs/sr/ask.md` and `docs/en/ask.md`.
    """
    for path in handbook.paths:
        present = next(page for code in CODES if (page := handbook.page(code, path)))
        for code in CODES:
            if not handbook.page(code, path):
                other = Place(f"docs/{code}/{path}", 1)
                said = f"This page has no counterpart; {other.path} was expected."
                yield Finding(present.at(1), "missing-page", said,
                              "Write it there, or remove the page here.", related=other)  # fmt: skip
    for path, line in handbook.nav:
        if not path:
            yield Finding(Place("mkdocs.yml", line), "missing-page",
                          "This section of the navigation is empty.", "Remove the line.")  # fmt: skip
        if path.endswith(".md") and path not in handbook.paths:
            said = f"The navigation names “{path}”, which is not a page."
            yield Finding(Place("mkdocs.yml", line), "missing-page", said, "Remove or rename it.")


def outline(handbook: Handbook) -> Iterator[Finding]:
    """Both languages have the same headings: levels and ids, in the same order.

    Bad: `## Зашто { #why }` beside `## Steps { #steps }`. Good: `{ #why }` in both.
    """
    for left, right in handbook.pairs:
        for one, other in zip_longest(left.outline.headings, right.outline.headings):
            if _sign(one) != _sign(other):
                yield _apart(left, one, right, other)
                break


def links(handbook: Handbook) -> Iterator[Finding]:
    """Each section links to the same places in both languages.

    Bad: the Serbian section links to `forecast.md`, the English does not. Good: both do.
    """
    for left, right in handbook.pairs:
        if [*map(_sign, left.outline.headings)] == [*map(_sign, right.outline.headings)]:
            yield from _lacking(left, right)
            yield from _lacking(right, left)


def _sign(heading: Heading | None) -> tuple[int, str] | None:
    if heading is None:
        return None
    return heading.level, "" if heading.level == 1 else heading.id or ""


def _apart(left: Page, one: Heading | None, right: Page, other: Heading | None) -> Finding:
    here, heading, there, facing = left, one, right, other
    if heading is None:
        here, heading, there, facing = right, other, left, one
    line = facing.line if facing else max((h.line for h in there.outline.headings), default=1)
    said = f"{_shown(heading)} stands here, {_shown(facing)} in {there.source}:{line}."
    return Finding(here.at(heading.line if heading else 1), "outline", said,
                   "Give both languages the same headings in the same order.",
                   related=there.at(line))  # fmt: skip


def _shown(heading: Heading | None) -> str:
    if heading is None:
        return "no further heading"
    id_ = f" {{ #{heading.id} }}" if heading.id else ""
    return f"“{'#' * heading.level} {heading.text}{id_}”"


def _lacking(here: Page, there: Page) -> Iterator[Finding]:
    lacking = Counter(_targets(there)) - Counter(_targets(here))
    for section, target in lacking:
        link = next(x for x in there.outline.links
                    if (x.section, neutral(there.path, x.target)) == (section, target))  # fmt: skip
        where = f"the section “{section}”" if section else "the part before the first section"
        said = f"{there.source}:{link.line} links to “{target}”; {where} here does not."
        yield Finding(here.start(section), "links", said,
                      "Add the link here or remove it there.", related=there.at(link.line))  # fmt: skip


def _targets(page: Page) -> Iterator[tuple[str, str]]:
    return ((link.section, neutral(page.path, link.target)) for link in page.outline.links)
