"""Rules that compare whole pages: both languages have the same pages, headings and links."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from operator import attrgetter, itemgetter

from ..crosslinks.paths import normalize_target
from ..languages.messages import Message, msg
from ..model.document import Heading
from ..model.finding import Finding, Place
from ..model.handbook import Handbook
from ..model.lock import lock_path
from ..model.page import Page
from ..model.sections import may_be_incomplete

Link = tuple[str, str, int]
"""A link: its section, its target in a form that all languages share, its line."""


def missing_page(handbook: Handbook) -> Iterator[Finding]:
    """Each page exists in every language; navigation and locks name existing pages only.

    Bad: `docs/sr/ask.md` alone. Good: `docs/sr/ask.md` and `docs/en/ask.md`.
    """
    for code, path in handbook.missing:
        present = next(page for other in handbook.languages if (page := handbook.page(other, path)))
        expected = Place(f"docs/{code}/{path}", 1)
        message = msg("This page has no counterpart; {file} was expected.", file=expected.path)
        advice = msg("Write it there, or remove the page here.")
        yield Finding(present.at(1), "missing-page", message, advice, related=expected)
    yield from _navigation(handbook)
    for name in handbook.locks.keys() - {page for page, _ in handbook.sections}:
        if not may_be_incomplete(handbook, name):
            message = msg("There is no page for this lock: “{page}”.", page=name)
            advice = msg("Remove the lock, or move it with its page: handbook rename.")
            yield Finding(Place(lock_path(name), 1), "missing-page", message, advice)


def outline(handbook: Handbook) -> Iterator[Finding]:
    """Both languages have the same headings: levels and ids, in the same order.

    Bad: `## Зашто { #why }` beside `## Steps { #steps }`. Good: `{ #why }` in both.
    """
    for left, right in handbook.pairs:
        for heading, counterpart in zip_longest(left.outline.headings, right.outline.headings):
            if _key(heading) != _key(counterpart):
                yield _different_heading(left, heading, right, counterpart)
                break


def links(handbook: Handbook) -> Iterator[Finding]:
    """Each section links to the same pages in both languages, in the same order; a link has a title in both or in none.

    Bad: the Serbian section links to `forecast.md`, the English does not. Good: both do.
    """
    for left, right in handbook.pairs:
        if [*map(_key, left.outline.headings)] == [*map(_key, right.outline.headings)]:
            extra = [*_extra_links(left, right)] or [*_exchanged_links(left, right)]
            yield from extra or _titles_of_one_side(left, right)


def _navigation(handbook: Handbook) -> Iterator[Finding]:
    for path, line in handbook.nav:
        if not path:
            message, advice = msg("This section of the navigation is empty."), msg("Remove the line.")
            yield Finding(Place("mkdocs.yml", line), "missing-page", message, advice)
        if path.endswith(".md") and path not in handbook.path_set:
            message = msg("The navigation lists “{path}”, which is not a page.", path=path)
            yield Finding(Place("mkdocs.yml", line), "missing-page", message, msg("Remove or rename it."))


def _key(heading: Heading | None) -> tuple[int, str] | None:
    """Returns what must be equal in both languages: the level and the id of a heading, of a title the level."""
    if heading is None:
        return None
    return heading.level, "" if heading.level == 1 else heading.id or ""


def _different_heading(left: Page, heading: Heading | None, right: Page, counterpart: Heading | None) -> Finding:
    """Returns the finding on two headings that differ, placed on the page that has one if the other has none."""
    if heading is None:
        left, heading, right, counterpart = right, counterpart, left, None
    line = counterpart.line if counterpart else max((other.line for other in right.outline.headings), default=1)
    related = right.at(line)
    message = msg("{one} is here, {other} in {there}.", one=_shown(heading), other=_shown(counterpart), there=related)
    return Finding(
        left.at(heading.line if heading else 1),
        "outline",
        message,
        msg("Give both languages the same headings in the same order."),
        related=related,
    )


def _shown(heading: Heading | None) -> Message:
    if heading is None:
        return msg("no further heading")
    id_ = f" {{ #{heading.id} }}" if heading.id else ""
    return msg("“{name}”", name=f"{'#' * heading.level} {heading.text}{id_}")


def _extra_links(left: Page, right: Page) -> Iterator[Finding]:
    """Yields a finding for each pair of links that only one page has in a section, then for each left over."""
    mine, theirs = _by_section(_missing_links(left, right)), _by_section(_missing_links(right, left))
    for section in dict.fromkeys([*mine, *theirs]):
        for here, there in zip_longest(mine.get(section, ()), theirs.get(section, ())):
            if here and there:
                yield _other_target(left, here, right, there)
            elif here:
                yield _extra_link(left, here, right.start(section))
            else:
                yield _extra_link(right, there, left.start(section))


def _missing_links(here: Page, there: Page) -> Iterator[Link]:
    """Yields each link that the same section of the other page does not have."""
    unmatched = Counter((section, target) for section, target, _ in _targets(there))
    for link in _targets(here):
        unmatched[link[:2]] -= 1
        if unmatched[link[:2]] < 0:
            yield link


def _by_section(links: Iterable[Link]) -> dict[str, list[Link]]:
    by_section: dict[str, list[Link]] = {}
    for link in links:
        by_section.setdefault(link[0], []).append(link)
    return by_section


def _extra_link(here: Page, link: Link, there: Place) -> Finding:
    _, target, line = link
    message = msg("This links to “{target}”; the same section in {there} does not.", target=target, there=there)
    return Finding(here.at(line), "links", message, msg("Add the link there or remove it here."), related=there)


def _other_target(here: Page, link: Link, there: Page, counterpart: Link) -> Finding:
    _, target, line = link
    _, other, other_line = counterpart
    place = there.at(other_line)
    message = msg("This links to “{target}”, {there} to “{other}”.", target=target, there=place, other=other)
    advice = msg("Make both languages link to the same places.")
    return Finding(here.at(line), "links", message, advice, related=place)


def _exchanged_links(here: Page, there: Page) -> Iterator[Finding]:
    """Yields a finding for the first link of each section that leads elsewhere than the link at its place there.

    Both pages have the same links; only their order within a section can differ.
    """
    told = set()
    pairs = zip(*(sorted(_targets(page), key=itemgetter(0)) for page in (here, there)), strict=True)
    for (section, target, line), (_, other, other_line) in pairs:
        if target != other and section not in told:
            told.add(section)
            place = there.at(other_line)
            message = msg(
                "This links to “{target}”, the link at its place in {there} to “{other}”.",
                target=target,
                there=place,
                other=other,
            )
            advice = msg("Put the links in the same order in both languages.")
            yield Finding(here.at(line), "links", message, advice, related=place)


def _titles_of_one_side(left: Page, right: Page) -> Iterator[Finding]:
    """Yields a finding for each link or image that has a title in one language only."""
    where = attrgetter("section", "inside")
    pairs = [*zip_longest(*(sorted(page.outline.links, key=where) for page in (left, right)))]
    if all(here and there and where(here) == where(there) for here, there in pairs):
        for here, there in pairs:
            if here.title and not there.title:
                yield _extra_title(left.at(here.line), here.title, right.at(there.line))
            elif there.title and not here.title:
                yield _extra_title(right.at(there.line), there.title, left.at(here.line))


def _extra_title(place: Place, title: str, there: Place) -> Finding:
    message = msg("This link or image has the title “{title}”, that in {there} has none.", title=title, there=there)
    return Finding(place, "links", message, msg("Give it a title in both languages or in none."), related=there)


def _targets(page: Page) -> Iterator[Link]:
    """Returns each link in running text."""
    return (
        (link.section, normalize_target(page.path, link.target), link.line)
        for link in page.outline.links
        if link.inside == "text"
    )
