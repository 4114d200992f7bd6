"""Rules about one page: its title, front matter, sections, headings and markers."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from . import located
from .facts import TODO
from .finding import Finding
from .model import Handbook, Kind, Page
from .pieces import Heading, Marker
from .said import Said, say

NOUNS: dict[Kind, Said] = {"role": say("role"), "responsibility": say("responsibility"), "guide": say("guide")}
PAGES: dict[Kind, Said] = {"role": say("role page"), "responsibility": say("responsibility page"),
                           "guide": say("guide page")}  # fmt: skip
HEADING_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

SECTIONS: dict[Kind, tuple[str, ...]] = {
    "role": ("responsibilities", "domains", "week", "works-with", "measures", "boundaries",
             "first-30-days"),
    "responsibility": ("why", "who", "inputs", "steps", "outputs", "done-well", "mistakes",
                       "measures"),
}  # fmt: skip
"""The ids of the sections a page of a kind has, in order; a guide is free."""

REQUIRED_MARKERS: dict[Kind, tuple[str, ...]] = {
    "role": ("card", "responsibilities", "works-with"),
    "responsibility": ("card", "who"),
}

MARKERS: dict[str, tuple[Kind, ...]] = {
    "card": ("role", "responsibility"),
    "responsibilities": ("role",),
    "works-with": ("role",),
    "who": ("responsibility",),
    "raci": ("guide",),
    "load": ("guide",),
    "org-chart": ("guide",),
    "exchange-map": ("guide",),
    "exchange-table": ("guide",),
    "ask": ("guide",),
    "a-z": ("guide",),
    "cadence": ("guide",),
    "year": ("guide",),
    "data": ("guide",),
    "translation-status": ("guide",),
    TODO: ("role", "responsibility", "guide"),
}
"""Each marker with the kinds of pages that may carry it."""


def no_title(handbook: Handbook) -> Iterator[Finding]:
    """Every page has one title.

    Bad: a page that starts with `## Why`. Good: a page that starts with `# Forecast sales`.
    """
    for page in handbook.pages.values():
        titles = [one for one in page.outline.headings if one.level == 1 and one.text]
        if not titles:
            empty = not page.outline.headings and not page.outline.links
            said = say("The page is empty.") if empty and _blank(handbook, page) else say("The page has no title.")
            yield Finding(page.at(1), "no-title", said, say("Begin it with a line “# Title”."))
        for extra in titles[1:]:
            first = titles[0].line
            said = say("“{title}” is a second title; the first is on line {line}.", title=extra.text, line=first)
            yield Finding(page.at(extra.line), "no-title", said, say("Begin the line with “##”."))


def front_matter(handbook: Handbook) -> Iterator[Finding]:
    """Pages of roles and responsibilities carry one sentence that describes them.

    Bad: no `description`. Good: `description: Leads the sales team to its goal.`
    """
    unread = {finding.place.path for finding in handbook.findings}
    for page in handbook.pages.values():
        if page.kind != "guide" and not page.front.description and page.source not in unread:
            found = Finding(page.at(_line(page, "description")), "front-matter", say("The page has no description."),
                            say("Add “description:” with one sentence at the head of the page."))  # fmt: skip
            draft = handbook.facts.unfinished(page.path)
            yield dataclasses.replace(found, rule="todo", severity="warning") if draft else found
        if page.language != "sr":
            for key in ("title_f", "source_title"):
                if getattr(page.front, key):
                    said = say("The key “{key}” belongs to the Serbian page only.", key=key)
                    yield Finding(page.at(1), "front-matter", said, say("Remove it here."))

    for left, right in handbook.pairs:
        yield from _theme_keys(left, right)


def _line(page: Page, key: str) -> int:
    """The line of a key of the front matter; 1 where it does not stand there."""
    return located.load(page.outline.front_matter or "", first_line=2).lines.get((key,), 1)


def _theme_keys(left: Page, right: Page) -> Iterator[Finding]:
    """What describes a page stands in both languages; what the theme reads is equal in both."""
    for key in ("hide", "template", "search", "icon"):
        if getattr(left.front, key) != getattr(right.front, key):
            said = say("The key “{key}” differs from the one in {file}.", key=key, file=right.source)
            yield Finding(left.at(1), "front-matter", said, say("Write the same in both languages."),
                          related=right.at(1))  # fmt: skip
    for here, there in ((left, right), (right, left)):
        if here.kind == "guide" and there.front.description and not here.front.description:
            said = say("{file} has a description, this page has none.", file=there.source)
            yield Finding(here.at(1), "front-matter", said, say("Add “description:” with one sentence."),
                          related=there.at(1))  # fmt: skip


def sections(handbook: Handbook) -> Iterator[Finding]:
    """A page of a kind has the sections of its kind, in their order.

    Bad: a role page without `{ #measures }`. Good: all seven, as on the other role pages.
    """
    for page in handbook.pages.values():
        if expected := SECTIONS.get(page.kind):
            draft = handbook.facts.unfinished(page.path)
            for found in _sections(page, expected):
                yield (dataclasses.replace(found, rule="todo", severity="warning") if draft else found)


def _empty(page: Page, lines: Mapping[str, int]) -> Iterator[Finding]:
    """Sections, by id with their lines, in which nobody has written anything, not even what is still to be written."""
    written = {prose.section for prose in page.outline.prose if prose.kind not in ("heading", "front")}
    written |= {_section_at(page, mark.line) for mark in page.outline.markers if mark.name == TODO}
    if "" not in written:
        advice = say("Write one or two sentences there.")
        yield Finding(page.at(1), "sections", say("Nothing stands before the first section."), advice)
    for id_, line in lines.items():
        if id_ not in written:
            yield Finding(
                page.at(line), "sections", say("The section “{id}” is empty.", id=id_), say("Write its text.")
            )


def _section_at(page: Page, line: int) -> str:
    above = [heading.id or "" for heading in page.outline.headings if heading.level == 2 and heading.line < line]
    return above[-1] if above else ""


def _sections(page: Page, expected: tuple[str, ...]) -> Iterator[Finding]:
    present = {heading.id or "": heading for heading in page.outline.headings if heading.level == 2}
    order = say("A {page} has, in order: {sections}.", page=PAGES[page.kind], sections=expected)
    last = max((heading.line for heading in page.outline.headings), default=1)
    for id_ in expected:
        if id_ not in present:
            yield Finding(page.at(last), "sections", say("The section “{id}” is missing.", id=id_), order)
    yield from _empty(page, {id_: heading.line for id_, heading in present.items() if id_ in expected})
    for id_, heading in present.items():
        if id_ and id_ not in expected:
            said = say("“{id}” is not a section of a {page}.", id=id_, page=PAGES[page.kind])
            yield Finding(page.at(heading.line), "sections", said, order)
    known = [id_ for id_ in present if id_ in expected]
    for before, after in pairwise(known):
        if expected.index(after) < expected.index(before):
            said = say("The section “{after}” comes after “{before}”.", after=after, before=before)
            yield Finding(page.at(present[after].line), "sections", said, order)


def heading_id(handbook: Handbook) -> Iterator[Finding]:
    """Each heading below the title has an id of small Latin letters, digits and hyphens, once a page.

    Bad: `## Показатељи`. Good: `## Показатељи { #measures }`.
    """
    for page in handbook.pages.values():
        times = Counter(heading.id for heading in page.outline.headings)
        first: dict[str, int] = {}
        for heading in page.outline.headings:
            yield from _heading_id(page, heading, times, first)


def _heading_id(page: Page, heading: Heading, times: Counter[str | None], first: dict[str, int]) -> Iterator[Finding]:
    place, id_ = page.at(heading.line), heading.id
    if id_ is None:
        if heading.level > 1:
            yield Finding(place, "heading-id", say("The heading “{heading}” has no id.", heading=heading.text),
                          say("End the line with “{{ #an-id }}”, the same in both languages."))  # fmt: skip
    elif not HEADING_ID.fullmatch(id_):
        yield Finding(place, "heading-id", say("The id “{id}” is not well formed.", id=id_),
                      say("Use small Latin letters, digits and single hyphens."))  # fmt: skip
    elif times[id_] > 1 and id_ in first:
        said = say("The id “{id}” is already on line {line}.", id=id_, line=first[id_])
        yield Finding(place, "heading-id", said, say("Choose another, in both languages."))
    if id_:
        first.setdefault(id_, heading.line)


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
        for name in REQUIRED_MARKERS.get(page.kind, ()):
            if name not in names and not handbook.facts.unfinished(page.path):
                said = say("This {page} has no generated part “{name}”.", page=PAGES[page.kind], name=name)
                advice = say("Put “<!-- handbook/{name} -->” on a line of its own.", name=name)
                yield Finding(page.at(1), "marker", said, advice)


def _marker(handbook: Handbook, page: Page, mark: Marker) -> tuple[Said, Said] | None:
    if mark.name not in MARKERS:
        return say("There is no generated part “{name}”.", name=mark.name), say("Known: {known}.", known=tuple(MARKERS))
    if page.kind not in MARKERS[mark.name]:
        kinds = tuple(NOUNS[kind] for kind in MARKERS[mark.name])
        said = say("“{name}” cannot stand on a {page}.", name=mark.name, page=PAGES[page.kind])
        return said, say("It is for {kinds: and } pages.", kinds=kinds)
    if not mark.alone:
        return say("“{name}” shares its line with other text.", name=mark.name), say("Give it a line of its own.")
    teams = tuple(handbook.facts.teams) if mark.name == "raci" else ()
    if mark.argument and mark.name != TODO and mark.argument not in teams:
        said = say("“{name}” does not know “{word}”.", name=mark.name, word=mark.argument)
        takes = say("It takes after “raci”: {teams}.", teams=teams)
        return said, takes if teams else say("It takes nothing after the name.")
    return None


def _blank(handbook: Handbook, page: Page) -> bool:
    return not (handbook.root / page.source).read_text("utf-8", errors="replace").strip("\ufeff \r\n\t")
