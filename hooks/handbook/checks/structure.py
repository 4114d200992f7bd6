"""Rules about the form of a page: the sections of its kind, and the places of its generated parts."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from ..languages.messages import Message, msg
from ..model.document import Marker
from ..model.facts import PLACEHOLDER
from ..model.finding import Finding
from ..model.handbook import Handbook
from ..model.page import Kind, Page
from ..model.parts import PARTS, find_part

NOUNS: dict[Kind, Message] = {"role": msg("role"), "responsibility": msg("responsibility"), "guide": msg("guide")}
PAGES: dict[Kind, Message] = {
    "role": msg("role page"),
    "responsibility": msg("responsibility page"),
    "guide": msg("guide page"),
}

SECTIONS: dict[Kind, tuple[str, ...]] = {
    "role": ("responsibilities", "domains", "week", "works-with", "measures", "boundaries", "first-30-days"),
    "responsibility": ("why", "who", "inputs", "steps", "outputs", "done-well", "mistakes", "measures"),
}
"""The ids of the sections a page of a kind has, in order; a guide is free."""


def sections(handbook: Handbook) -> Iterator[Finding]:
    """A page of a kind has the sections of its kind, in their order.

    Bad: a role page without `{ #measures }`. Good: all seven, as on the other role pages.
    """
    for page in handbook.pages.values():
        if expected := SECTIONS.get(page.kind):
            draft = handbook.facts.is_draft(page.path)
            yield from (found.as_todo_if(draft) for found in _sections(page, expected))


def _empty(page: Page, lines: Mapping[str, int]) -> Iterator[Finding]:
    """Sections, by id with their lines, in which nobody has written anything, not even what is still to be written."""
    written = {prose.section for prose in page.outline.prose if prose.kind not in ("heading", "front")}
    written |= {_section_at(page, mark.line) for mark in page.outline.markers if mark.name == PLACEHOLDER}
    if "" not in written:
        advice = msg("Write one or two sentences there.")
        yield Finding(page.at(1), "sections", msg("Nothing stands before the first section."), advice)
    for id_, line in lines.items():
        if id_ not in written:
            yield Finding(
                page.at(line), "sections", msg("The section “{id}” is empty.", id=id_), msg("Write its text.")
            )


def _section_at(page: Page, line: int) -> str:
    above = [heading.id or "" for heading in page.outline.headings if heading.level == 2 and heading.line < line]
    return above[-1] if above else ""


def _sections(page: Page, expected: tuple[str, ...]) -> Iterator[Finding]:
    present = {heading.id or "": heading for heading in page.outline.headings if heading.level == 2}
    order = msg("A {page} has, in order: {sections}.", page=PAGES[page.kind], sections=expected)
    last = max((heading.line for heading in page.outline.headings), default=1)
    for id_ in expected:
        if id_ not in present:
            yield Finding(page.at(last), "sections", msg("The section “{id}” is missing.", id=id_), order)
    yield from _empty(page, {id_: heading.line for id_, heading in present.items() if id_ in expected})
    for id_, heading in present.items():
        if id_ and id_ not in expected:
            said = msg("“{id}” is not a section of a {page}.", id=id_, page=PAGES[page.kind])
            yield Finding(page.at(heading.line), "sections", said, order)
    known = [id_ for id_ in present if id_ in expected]
    for before, after in pairwise(known):
        if expected.index(after) < expected.index(before):
            said = msg("The section “{after}” comes after “{before}”.", after=after, before=before)
            yield Finding(page.at(present[after].line), "sections", said, order)


def marker(handbook: Handbook) -> Iterator[Finding]:
    """A marker has a known name, stands on its own line and on a page that can carry it.

    Bad: `<!-- handbook/crad -->`. Good: `<!-- handbook/card -->`.
    """
    for page in handbook.pages.values():
        for mark in page.outline.markers:
            if told := _marker(handbook, page, mark):
                said, advice = told
                yield Finding(page.at(mark.line), "marker", said, advice)
        names = {mark.name for mark in page.outline.markers}
        for name in (part.marker for part in PARTS if part.required and page.kind in part.kinds):
            if name not in names and not handbook.facts.is_draft(page.path):
                said = msg("This {page} has no generated part “{name}”.", page=PAGES[page.kind], name=name)
                advice = msg("Put “<!-- handbook/{name} -->” on a line of its own.", name=name)
                yield Finding(page.at(1), "marker", said, advice)


def _marker(handbook: Handbook, page: Page, mark: Marker) -> tuple[Message, Message] | None:
    known = find_part(mark.name)
    if not known:
        names = tuple(part.marker for part in PARTS)
        return msg("There is no generated part “{name}”.", name=mark.name), msg("Known: {known}.", known=names)
    if page.kind not in known.kinds:
        kinds = tuple(NOUNS[kind] for kind in known.kinds)
        fault = msg("“{name}” cannot stand on a {page}.", name=mark.name, page=PAGES[page.kind])
        return fault, msg("It is for {kinds:and} pages.", kinds=kinds)
    if not mark.alone:
        return msg("“{name}” shares its line with other text.", name=mark.name), msg("Give it a line of its own.")
    teams = tuple(handbook.facts.teams) if known.by_team else ()
    if mark.argument and mark.name != PLACEHOLDER and mark.argument not in teams:
        said = msg("“{name}” does not know “{word}”.", name=mark.name, word=mark.argument)
        takes = msg("It takes after “{name}”: {teams}.", name=mark.name, teams=teams)
        return said, takes if teams else msg("It takes nothing after the name.")
    return None
