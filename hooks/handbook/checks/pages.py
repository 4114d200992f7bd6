"""Rules about one page: its title, its front matter, the ids of its headings."""

import re
from collections import Counter
from collections.abc import Iterator

from ..languages.messages import msg
from ..languages.registry import language
from ..model.document import Heading
from ..model.finding import Finding
from ..model.handbook import Handbook
from ..model.page import Page
from ..reading import yaml_lines

HEADING_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def no_title(handbook: Handbook) -> Iterator[Finding]:
    """Every page has one title.

    Bad: a page that starts with `## Why`. Good: a page that starts with `# Forecast sales`.
    """
    for page in handbook.pages.values():
        titles = [one for one in page.outline.headings if one.level == 1 and one.text]
        if not titles:
            said = msg("The page is empty.") if page.blank else msg("The page has no title.")
            yield Finding(page.at(1), "no-title", said, msg("Begin it with a line “# Title”."))
        for extra in titles[1:]:
            first = titles[0].line
            said = msg("“{title}” is a second title; the first is on line {line}.", title=extra.text, line=first)
            yield Finding(page.at(extra.line), "no-title", said, msg("Begin the line with “##”."))


def front_matter(handbook: Handbook) -> Iterator[Finding]:
    """Pages of roles and responsibilities carry one sentence that describes them.

    Bad: no `description`. Good: `description: Leads the sales team to its goal.`
    """
    unread = {finding.place.path for finding in handbook.findings}
    for page in handbook.pages.values():
        if page.kind != "guide" and not page.front.description and page.source not in unread:
            found = Finding(
                page.at(_line(page, "description")),
                "front-matter",
                msg("The page has no description."),
                msg("Add “description:” with one sentence at the head of the page."),
            )
            yield found.as_todo_if(handbook.facts.is_draft(page.path))
        yield from _foreign_keys(handbook, page)
    for left, right in handbook.pairs:
        yield from _theme_keys(left, right)


def _foreign_keys(handbook: Handbook, page: Page) -> Iterator[Finding]:
    """Keys that only pages of another language have."""
    for code in handbook.languages:
        for key in language(code).page_keys if code != page.language else ():
            if getattr(page.front, key):
                fault = msg(
                    "The key “{key}” belongs to the {language} page only.", key=key, language=language(code).label
                )
                yield Finding(page.at(1), "front-matter", fault, msg("Remove it here."))


def _line(page: Page, key: str) -> int:
    """The line of a key of the front matter; 1 where it does not stand there."""
    return yaml_lines.load(page.outline.front_matter or "", first_line=2).lines.get((key,), 1)


def _theme_keys(left: Page, right: Page) -> Iterator[Finding]:
    """What describes a page stands in both languages; what the theme reads is equal in both."""
    for key in ("hide", "template", "search", "icon"):
        if getattr(left.front, key) != getattr(right.front, key):
            said = msg("The key “{key}” differs from the one in {file}.", key=key, file=right.source)
            yield Finding(
                left.at(1), "front-matter", said, msg("Write the same in both languages."), related=right.at(1)
            )
    for here, there in ((left, right), (right, left)):
        if here.kind == "guide" and there.front.description and not here.front.description:
            said = msg("{file} has a description, this page has none.", file=there.source)
            yield Finding(
                here.at(1), "front-matter", said, msg("Add “description:” with one sentence."), related=there.at(1)
            )


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
            yield Finding(
                place,
                "heading-id",
                msg("The heading “{heading}” has no id.", heading=heading.text),
                msg("End the line with “{{ #an-id }}”, the same in both languages."),
            )
    elif not HEADING_ID.fullmatch(id_):
        yield Finding(
            place,
            "heading-id",
            msg("The id “{id}” is not well formed.", id=id_),
            msg("Use small Latin letters, digits and single hyphens."),
        )
    elif times[id_] > 1 and id_ in first:
        said = msg("The id “{id}” is already on line {line}.", id=id_, line=first[id_])
        yield Finding(place, "heading-id", said, msg("Choose another, in both languages."))
    if id_:
        first.setdefault(id_, heading.line)
