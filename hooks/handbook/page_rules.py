"""Rules about one page: its title, front matter, sections, headings and markers."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from .finding import Finding
from .model import Handbook, Kind, Page
from .pieces import Heading, Marker

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
            said = "The page is empty." if empty and _blank(handbook, page) else "The page has no title."
            yield Finding(page.at(1), "no-title", said, "Begin it with a line “# Title”.")
        for extra in titles[1:]:
            said = f"“{extra.text}” is a second title; the first is on line {titles[0].line}."
            yield Finding(page.at(extra.line), "no-title", said, "Begin the line with “##”.")


def front_matter(handbook: Handbook) -> Iterator[Finding]:
    """Pages of roles and responsibilities carry one sentence that describes them.

    Bad: no `description`. Good: `description: Leads the sales team to its goal.`
    """
    unread = {finding.place.path for finding in handbook.findings}
    for page in handbook.pages.values():
        if page.kind != "guide" and not page.front.description and page.source not in unread:
            yield Finding(page.at(1), "front-matter", "The page has no description.",
                          "Add “description:” with one sentence at the head of the page.")  # fmt: skip
        if page.language != "sr":
            for key in ("title_f", "source_title"):
                if getattr(page.front, key):
                    said = f"The key “{key}” belongs to the Serbian page only."
                    yield Finding(page.at(1), "front-matter", said, "Remove it here.")

    for left, right in handbook.pairs:
        yield from _theme_keys(left, right)


def _theme_keys(left: Page, right: Page) -> Iterator[Finding]:
    """What describes a page stands in both languages; what the theme reads is equal in both."""
    for key in ("hide", "template", "search", "icon"):
        if getattr(left.front, key) != getattr(right.front, key):
            said = f"The key “{key}” differs from the one in {right.source}."
            yield Finding(left.at(1), "front-matter", said, "Write the same in both languages.",
                          related=right.at(1))  # fmt: skip
    for here, there in ((left, right), (right, left)):
        if here.kind == "guide" and there.front.description and not here.front.description:
            said = f"{there.source} has a description, this page has none."
            yield Finding(here.at(1), "front-matter", said, "Add “description:” with one sentence.",
                          related=there.at(1))  # fmt: skip


def sections(handbook: Handbook) -> Iterator[Finding]:
    """A page of a kind has the sections of its kind, in their order.

    Bad: a role page without `{ #measures }`. Good: all seven, as on the other role pages.
    """
    for page in handbook.pages.values():
        if expected := SECTIONS.get(page.kind):
            draft = _draft(handbook, page)
            for found in _sections(page, expected):
                yield (dataclasses.replace(found, rule="todo", severity="warning") if draft else found)


def _sections(page: Page, expected: tuple[str, ...]) -> Iterator[Finding]:
    present = {heading.id or "": heading for heading in page.outline.headings if heading.level == 2}
    order = f"A {page.kind} page has, in order: {', '.join(expected)}."
    last = max((heading.line for heading in page.outline.headings), default=1)
    for id_ in expected:
        if id_ not in present:
            yield Finding(page.at(last), "sections", f"The section “{id_}” is missing.", order)
    for id_, heading in present.items():
        if id_ and id_ not in expected:
            said = f"“{id_}” is not a section of a {page.kind} page."
            yield Finding(page.at(heading.line), "sections", said, order)
    known = [id_ for id_ in present if id_ in expected]
    for before, after in pairwise(known):
        if expected.index(after) < expected.index(before):
            said = f"The section “{after}” comes after “{before}”."
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
            yield Finding(place, "heading-id", f"The heading “{heading.text}” has no id.",
                          "End the line with “{ #an-id }”, the same in both languages.")  # fmt: skip
    elif not HEADING_ID.fullmatch(id_):
        yield Finding(place, "heading-id", f"The id “{id_}” is not well formed.",
                      "Use small Latin letters, digits and single hyphens.")  # fmt: skip
    elif times[id_] > 1 and id_ in first:
        said = f"The id “{id_}” is already on line {first[id_]}."
        yield Finding(place, "heading-id", said, "Choose another, in both languages.")
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
            if name not in names and not _draft(handbook, page):
                said = f"This {page.kind} page has no generated part “{name}”."
                advice = f"Put “<!-- handbook/{name} -->” on a line of its own."
                yield Finding(page.at(1), "marker", said, advice)


def _marker(handbook: Handbook, page: Page, mark: Marker) -> tuple[str, str] | None:
    if mark.name not in MARKERS:
        return f"There is no generated part “{mark.name}”.", f"Known: {', '.join(MARKERS)}."
    if page.kind not in MARKERS[mark.name]:
        kinds = " and ".join(MARKERS[mark.name])
        return f"“{mark.name}” cannot stand on a {page.kind} page.", f"It is for {kinds} pages."
    if not mark.alone:
        return f"“{mark.name}” shares its line with other text.", "Give it a line of its own."
    teams = tuple(handbook.facts.teams) if mark.name == "raci" else ()
    if mark.argument and mark.argument not in teams:
        allowed = f"after “raci”: {', '.join(teams)}" if teams else "nothing after the name"
        return f"“{mark.name}” does not know “{mark.argument}”.", f"It takes {allowed}."
    return None


def _draft(handbook: Handbook, page: Page) -> bool:
    entry = handbook.facts.entry(page.path)
    return entry is not None and entry.draft


def _blank(handbook: Handbook, page: Page) -> bool:
    return not (handbook.root / page.source).read_text("utf-8", errors="replace").strip("\ufeff \r\n\t")
