"""Rules about the structure of a page: the sections of its kind, and its markers."""

from collections.abc import Iterator
from itertools import pairwise

from ..languages.messages import Message, msg
from ..model.document import Heading, Marker
from ..model.facts import PLACEHOLDER
from ..model.finding import Finding
from ..model.handbook import Handbook
from ..model.page import Kind, Page
from ..model.parts import PARTS, find_part

KIND_NAMES: dict[Kind, Message] = {"role": msg("role"), "responsibility": msg("responsibility"), "guide": msg("guide")}
PAGE_NAMES: dict[Kind, Message] = {
    "role": msg("role page"),
    "responsibility": msg("responsibility page"),
    "guide": msg("guide page"),
}

SECTIONS: dict[Kind, tuple[str, ...]] = {
    "role": ("responsibilities", "domains", "week", "works-with", "boundaries", "measures", "first-30-days"),
    "responsibility": ("why", "who", "inputs", "steps", "outputs", "done-well", "mistakes", "measures"),
}
"""The ids of the sections of a page of each kind, in order; a guide may have any."""
FILLING: dict[str, Message] = {
    "measures": msg("Name “{id}” in {file}, under each measure that it uses."),
    "meetings": msg("Name “{id}” in {file}, under each meeting that it leads or attends."),
}
"""The markers that alone fill a section, if the facts of their name have something for the page, and how to add it."""


def sections(handbook: Handbook) -> Iterator[Finding]:
    """A page of a role or responsibility has the sections of its kind, in order, and none of them is empty.

    Bad: a role page without `{ #measures }`. Good: all seven, as on the other role pages.
    """
    for page in handbook.pages.values():
        if expected := SECTIONS.get(page.kind):
            draft = handbook.facts.is_draft(page.path)
            yield from (finding.as_todo_if(draft) for finding in _sections(handbook, page, expected))


def marker(handbook: Handbook) -> Iterator[Finding]:
    """A marker has a known name and its own line, and is on a page of a kind that may have it.

    Bad: `<!-- handbook/crad -->`. Good: `<!-- handbook/card -->`.
    """
    for page in handbook.pages.values():
        for mark in page.outline.markers:
            if fault := _marker_fault(handbook, page, mark):
                message, advice = fault
                yield Finding(page.at(mark.line), "marker", message, advice)
        if not handbook.facts.is_draft(page.path):
            yield from _missing_markers(page)


def _sections(handbook: Handbook, page: Page, expected: tuple[str, ...]) -> Iterator[Finding]:
    present = {heading.id or "": heading for heading in page.outline.headings if heading.level == 2}
    advice = msg("A {page} has, in order: {sections}.", page=PAGE_NAMES[page.kind], sections=expected)
    last = max((heading.line for heading in page.outline.headings), default=1)
    for id_ in expected:
        if id_ not in present:
            yield Finding(page.at(last), "sections", msg("The section “{id}” is missing.", id=id_), advice)
    known = {id_: heading for id_, heading in present.items() if id_ in expected}
    yield from _empty_sections(handbook, page, known)
    for id_, heading in present.items():
        if id_ and id_ not in known:
            message = msg("“{id}” is not a section of a {page}.", id=id_, page=PAGE_NAMES[page.kind])
            yield Finding(page.at(heading.line), "sections", message, advice)
    for before, after in pairwise(known):
        if expected.index(after) < expected.index(before):
            message = msg("The section “{after}” comes after “{before}”.", after=after, before=before)
            yield Finding(page.at(present[after].line), "sections", message, advice)


def _empty_sections(handbook: Handbook, page: Page, headings: dict[str, Heading]) -> Iterator[Finding]:
    """Yields a finding for each section that has no text, placeholder or facts; `headings` are by their ids."""
    written = {prose.section for prose in page.outline.prose if prose.kind not in ("heading", "front")}
    written |= {_section_at(page, mark.line) for mark in page.outline.markers if _says(handbook, page, mark)}
    if "" not in written:
        advice = msg("Write one or two sentences there.")
        yield Finding(page.start(""), "sections", msg("There is nothing before the first section."), advice)
    for id_, heading in headings.items():
        if id_ not in written:
            message = msg("The section “{id}” is empty.", id=id_)
            yield Finding(page.at(heading.line), "sections", message, _how_to_fill(page, id_))


def _says(handbook: Handbook, page: Page, mark: Marker) -> bool:
    """Returns whether a marker alone fills a section: a placeholder does, and so do the facts of the page."""
    facts = handbook.facts
    entries = {"measures": facts.measures_by_entry, "meetings": facts.meetings_by_role}.get(mark.name, {})
    return mark.name == PLACEHOLDER or page.id in entries


def _how_to_fill(page: Page, section: str) -> Message:
    for mark in page.outline.markers:
        if mark.name in FILLING and _section_at(page, mark.line) == section:
            return FILLING[mark.name].format(id=page.id, file=f"facts/{mark.name}.yml")
    return msg("Write its text.")


def _section_at(page: Page, line: int) -> str:
    above = [heading.id or "" for heading in page.outline.headings if heading.level == 2 and heading.line < line]
    return above[-1] if above else ""


def _missing_markers(page: Page) -> Iterator[Finding]:
    present = {mark.name for mark in page.outline.markers}
    for name in (part.marker for part in PARTS if part.required and page.kind in part.kinds):
        if name not in present:
            message = msg("This {page} has no generated part “{name}”.", page=PAGE_NAMES[page.kind], name=name)
            advice = msg("Put “<!-- handbook/{name} -->” on a line of its own.", name=name)
            yield Finding(page.at(1), "marker", message, advice)


def _marker_fault(handbook: Handbook, page: Page, mark: Marker) -> tuple[Message, Message] | None:
    """Returns what is wrong with a marker and how to fix it; None if it is valid."""
    part = find_part(mark.name)
    if not part:
        names = tuple(known.marker for known in PARTS)
        return msg("There is no generated part “{name}”.", name=mark.name), msg("Known: {known}.", known=names)
    if page.kind not in part.kinds:
        kinds = tuple(KIND_NAMES[kind] for kind in part.kinds)
        message = msg("“{name}” cannot be on a {page}.", name=mark.name, page=PAGE_NAMES[page.kind])
        return message, msg("It is for {kinds:and} pages.", kinds=kinds)
    if not mark.alone:
        return msg("“{name}” shares its line with other text.", name=mark.name), msg("Give it a line of its own.")
    words = tuple(handbook.facts.teams) if part.by_team else part.words
    if mark.argument and mark.name != PLACEHOLDER and mark.argument not in words:
        message = msg("“{name}” does not know “{word}”.", name=mark.name, word=mark.argument)
        if not words:
            return message, msg("Nothing may follow the name.")
        return message, msg("After “{name}” it takes one of: {words}.", name=mark.name, words=words)
    return None
