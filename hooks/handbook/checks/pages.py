"""Rules about one page: its title, its front matter, the ids of its headings."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..languages.letters import described
from ..languages.messages import msg
from ..languages.registry import language
from ..model.document import Heading
from ..model.finding import Finding
from ..model.handbook import Handbook
from ..model.page import Page
from ..reading import yaml_lines

HEADING_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
THEME_KEYS = ("hide", "search")
TEXT_KEYS = ("title", "title_f", "source_title", "description", "aliases", "plain")


def no_title(handbook: Handbook) -> Iterator[Finding]:
    """Every page has exactly one title.

    Bad: a page that starts with `## Why`. Good: a page that starts with `# Forecast sales`.
    """
    for page in handbook.pages.values():
        titles = [heading for heading in page.outline.headings if heading.level == 1 and heading.text]
        if not titles:
            message = msg("The page is empty.") if page.blank else msg("The page has no title.")
            yield Finding(page.at(1), "no-title", message, msg("Begin it with a line “# Title”."))
        for extra in titles[1:]:
            first = titles[0].line
            message = msg("“{title}” is a second title; the first is on line {line}.", title=extra.text, line=first)
            yield Finding(page.at(extra.line), "no-title", message, msg("Begin the line with “##”."))


def front_matter(handbook: Handbook) -> Iterator[Finding]:
    """Pages of roles and responsibilities have a description of one sentence.

    Bad: no `description`. Good: `description: Leads the sales team to its goal.`
    """
    for page in handbook.pages.values():
        if page.kind != "guide" and not page.front.description and page.source not in handbook.faulty_files:
            place, message = page.at(front_line(page, "description")), msg("The page has no description.")
            advice = msg("Add “description:” with one sentence at the head of the page.")
            yield Finding(place, "front-matter", message, advice).as_todo_if(handbook.facts.is_draft(page.path))
        yield from _foreign_keys(handbook, page)
        yield from _empty_texts(page)
    for left, right in handbook.pairs:
        if handbook.faulty_files.isdisjoint((left.source, right.source)):
            yield from _different_keys(left, right)


def heading_id(handbook: Handbook) -> Iterator[Finding]:
    """Each heading below the title has an id of lowercase Latin letters, digits and hyphens, unique on its page.

    An id with the same fault in both languages is reported once.

    Bad: `## Показатељи`. Good: `## Показатељи { #measures }`.
    """
    found: dict[tuple[str, str | int], Finding] = {}
    for page in handbook.pages.values():
        lines: dict[str, int] = {}
        for heading in page.outline.headings:
            for finding in _heading_id(page, heading, lines):
                key = (page.path, heading.id) if heading.id else (page.source, heading.line)
                first = found.setdefault(key, finding)
                if first.place.path != finding.place.path and not first.related:
                    found[key] = replace(first, related=finding.place)
    yield from found.values()


def _foreign_keys(handbook: Handbook, page: Page) -> Iterator[Finding]:
    """Yields a finding for each front matter key that only pages of another language may have."""
    for code in handbook.languages:
        for key in language(code).page_keys if code != page.language else ():
            if getattr(page.front, key):
                message = msg(
                    "The key “{key}” belongs to the {language} page only.", key=key, language=language(code).label
                )
                yield Finding(page.at(1), "front-matter", message, msg("Remove it here."))


def _empty_texts(page: Page) -> Iterator[Finding]:
    """Yield a finding for each text of the front matter that is empty or has more than one line."""
    for key in TEXT_KEYS:
        value = getattr(page.front, key)
        for index, text in enumerate(value if isinstance(value, tuple) else (value,)):
            if text is not None and len(text.strip().splitlines()) != 1:
                message = (
                    msg("“{name}” has more than one line.", name=key)
                    if text.strip()
                    else msg("“{name}” is empty.", name=key)
                )
                place = page.at(front_line(page, key, str(index)))
                yield Finding(place, "front-matter", message, msg("Write it in one line, or remove it."))


def front_line(page: Page, *key_path: str) -> int:
    """Return the line of a key of the front matter or of an item below it; 1 if the page does not have it."""
    lines = yaml_lines.load(page.outline.front_matter or "", first_line=2).lines
    return lines.get(key_path) or lines.get(key_path[:1], 1)


def _different_keys(left: Page, right: Page) -> Iterator[Finding]:
    """Yields a finding for each theme key that differs, and for a guide's description in one language only."""
    for key in THEME_KEYS:
        if getattr(left.front, key) != getattr(right.front, key):
            message = msg("The key “{key}” differs from the one in {file}.", key=key, file=right.source)
            advice = msg("Write the same in both languages.")
            yield Finding(left.at(1), "front-matter", message, advice, related=right.at(1))
    for here, there in ((left, right), (right, left)):
        if here.kind == "guide" and there.front.description and not here.front.description:
            message = msg("{file} has a description, this page has none.", file=there.source)
            advice = msg("Add “description:” with one sentence.")
            yield Finding(here.at(1), "front-matter", message, advice, related=there.at(1))


def _heading_id(page: Page, heading: Heading, lines: dict[str, int]) -> Iterator[Finding]:
    """Checks the id of a heading; `lines` are those of the ids above it, to which this one is added."""
    place, id_ = page.at(heading.line), heading.id
    foreign = tuple(described(letter) for letter in dict.fromkeys(id_ or "") if not letter.isascii())
    if id_ is None:
        if heading.level > 1:
            message = msg("The heading “{heading}” has no id.", heading=heading.text)
            yield Finding(
                place, "heading-id", message, msg("End the line with “{{ #an-id }}”, the same in both languages.")
            )
    elif foreign:
        message = msg("The id “{id}” has letters other than a–z: {letters}.", id=id_, letters=foreign)
        yield Finding(place, "heading-id", message, msg("Type it again in small Latin letters, in both languages."))
    elif not HEADING_ID.fullmatch(id_):
        message = msg("The id “{id}” is not well formed.", id=id_)
        yield Finding(place, "heading-id", message, msg("Use small Latin letters, digits and single hyphens."))
    elif id_ in lines:
        message = msg("The id “{id}” is already on line {line}.", id=id_, line=lines[id_])
        yield Finding(place, "heading-id", message, msg("Choose another, in both languages."))
    if id_:
        lines.setdefault(id_, heading.line)
