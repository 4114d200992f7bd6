"""Rules about both languages at once: the same pages, the same outline, the same links."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from ..crosslinks.paths import normalize_target
from ..languages.messages import Message, msg
from ..model.document import Heading
from ..model.finding import Finding, Place
from ..model.handbook import Handbook
from ..model.lock import lock_path
from ..model.page import Page
from ..model.sections import may_be_incomplete


def missing_page(handbook: Handbook) -> Iterator[Finding]:
    """Each page exists in every language; navigation and locks name no page that does not.

    Bad: `docs/sr/ask.md` alone. Good: `docs/sr/ask.md` and `docs/en/ask.md`.
    """
    for path in handbook.paths:
        present = next(page for code in handbook.languages if (page := handbook.page(code, path)))
        for code in handbook.languages:
            if not handbook.page(code, path):
                other = Place(f"docs/{code}/{path}", 1)
                said = msg("This page has no counterpart; {file} was expected.", file=other.path)
                yield Finding(
                    present.at(1), "missing-page", said, msg("Write it there, or remove the page here."), related=other
                )
    for path, line in handbook.nav:
        if not path:
            yield Finding(
                Place("mkdocs.yml", line),
                "missing-page",
                msg("This section of the navigation is empty."),
                msg("Remove the line."),
            )
        if path.endswith(".md") and path not in handbook.paths:
            said = msg("The navigation names “{path}”, which is not a page.", path=path)
            yield Finding(Place("mkdocs.yml", line), "missing-page", said, msg("Remove or rename it."))
    for name in handbook.locks.keys() - {page for page, _ in handbook.sections}:
        if may_be_incomplete(handbook, name):
            continue
        said = msg("There is no page for this lock: “{page}”.", page=name)
        yield Finding(
            Place(lock_path(name), 1),
            "missing-page",
            said,
            msg("Remove the lock, or move it with its page: handbook rename."),
        )


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
            yield from _one_sided(left, right)
            yield from _one_sided(right, left)


def _sign(heading: Heading | None) -> tuple[int, str] | None:
    if heading is None:
        return None
    return heading.level, "" if heading.level == 1 else heading.id or ""


def _apart(left: Page, one: Heading | None, right: Page, other: Heading | None) -> Finding:
    here, heading, there, facing = left, one, right, other
    if heading is None:
        here, heading, there, facing = right, other, left, one
    line = facing.line if facing else max((h.line for h in there.outline.headings), default=1)
    place = there.at(line)
    said = msg("{one} stands here, {other} in {there}.", one=_shown(heading), other=_shown(facing), there=place)
    return Finding(
        here.at(heading.line if heading else 1),
        "outline",
        said,
        msg("Give both languages the same headings in the same order."),
        related=place,
    )


def _shown(heading: Heading | None) -> Message:
    if heading is None:
        return msg("no further heading")
    id_ = f" {{ #{heading.id} }}" if heading.id else ""
    return msg("“{name}”", name=f"{'#' * heading.level} {heading.text}{id_}")


def _one_sided(here: Page, there: Page) -> Iterator[Finding]:
    theirs = Counter(target for target, _ in _targets(there))
    for (section, target), line in _targets(here):
        if theirs[section, target]:
            theirs[section, target] -= 1
        else:
            start = there.start(section)
            said = msg("This links to “{target}”; the same section in {there} does not.", target=target, there=start)
            yield Finding(here.at(line), "links", said, msg("Add the link there or remove it here."), related=start)


def _targets(page: Page) -> Iterator[tuple[tuple[str, str], int]]:
    """Each link of the running text by its section and neutral target, with its line."""
    return (
        ((link.section, normalize_target(page.path, link.target)), link.line)
        for link in page.outline.links
        if link.inside == "text"
    )
