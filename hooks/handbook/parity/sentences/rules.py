"""Rules about sentences: each has a counterpart, with the same weekdays, frequencies and roles.

The blocks of a section are aligned in order, and the sentences of a block in order too.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from ...crosslinks.lexicons import Lexicon, lexicons, role_titles_lexicon
from ...crosslinks.mentions import find_all
from ...languages.messages import Message, msg, quoted
from ...languages.registry import language
from ...languages.sentences import sentences as split
from ...model.document import Prose
from ...model.finding import Finding
from ...model.handbook import Handbook
from ...model.section import Section
from ..values import line_at

PERIODS = {
    "monday": msg("Monday"),
    "tuesday": msg("Tuesday"),
    "wednesday": msg("Wednesday"),
    "thursday": msg("Thursday"),
    "friday": msg("Friday"),
    "saturday": msg("Saturday"),
    "sunday": msg("Sunday"),
    "day": msg("every day"),
    "week": msg("weekly"),
    "month": msg("monthly"),
    "quarter": msg("quarterly"),
    "year": msg("yearly"),
}
"""The names of weekdays and frequencies in messages."""

PARTS = ("paragraph", "item", "cell")
"""The kinds of blocks that have sentences."""


def block_pairs(left: Section, right: Section) -> Iterator[tuple[Prose, Prose]]:
    """Yields the blocks of a section in pairs; none if the two languages do not have the same kinds of blocks."""
    if [prose.kind for prose in left.prose] == [prose.kind for prose in right.prose]:
        yield from zip(left.prose, right.prose, strict=True)


def sentences(handbook: Handbook) -> Iterator[Finding]:
    """A paragraph, an item or a cell has the same number of sentences in both languages.

    Bad: a third sentence that only the English has. Good: the same thoughts, sentence by sentence.
    """
    for left, right in handbook.section_pairs:
        for here, there in block_pairs(left, right):
            if here.kind in PARTS:
                yield from _different_counts(left, here, right, there)


def frequency(handbook: Handbook) -> Iterator[Finding]:
    """A section names the same weekdays and the same frequencies in both languages.

    Bad: „сваке недеље“ in Serbian, every month in English. Good: „сваке недеље“ and every week.
    """
    advice = msg("Name the same day or frequency in both languages.")
    for left, right in handbook.section_pairs:
        here, there = _periods(left), _periods(right)
        if here.keys() != there.keys():
            only_here = {
                PERIODS[kind]: _line(left, here[kind]) for kind in here if kind not in there and _knows(right, kind)
            }
            only_there = {
                PERIODS[kind]: _line(right, there[kind]) for kind in there if kind not in here and _knows(left, kind)
            }
            yield from _named_once("frequency", left, only_here, right, only_there, advice)


def role_names(handbook: Handbook) -> Iterator[Finding]:
    """A role that a section calls by its title in one language is named in the other.

    Bad: the sales manager decides in English, the marketing director in Serbian. Good: the same role in both.
    """
    advice = msg("Name the same role in both languages, by its title.")
    titles = {code: role_titles_lexicon(handbook, code) for code in handbook.languages}
    names = lexicons(handbook)
    for left, right in handbook.section_pairs:
        here, there = _targets(left, titles[left.language]), _targets(right, titles[right.language])
        if here.keys() != there.keys():
            only_here = _only(handbook, left, here, _targets(right, names[right.language]))
            only_there = _only(handbook, right, there, _targets(left, names[left.language]))
            yield from _named_once("role-names", left, only_here, right, only_there, advice)


def _different_counts(left: Section, here: Prose, right: Section, there: Prose) -> Iterator[Finding]:
    count, other = len(split(here.text, left.language)), len(split(there.text, right.language))
    if count and other and count != other:
        place = right.at(there.line)
        message = msg(
            "The number of sentences here is {here}, in {place} it is {there}.", here=count, place=place, there=other
        )
        advice = msg("See whether one is missing; if not, divide the text into sentences in the same places.")
        yield Finding(left.at(here.line), "sentences", message, advice, "warning", place)


def _periods(section: Section) -> dict[str, int]:
    """Returns the weekdays and frequencies that a section names, each with its index in the text."""
    known = language(section.language).periods
    found = known.find(text) if known.any.search(text := section.text.lower()) else ()
    return {period.kind: period.start for period in found}


def _knows(section: Section, kind: str) -> bool:
    return kind in language(section.language).periods.patterns


def _line(section: Section, start: int) -> int:
    """Returns the line of the file at an index into the text of a section."""
    for prose in section.prose:
        if start <= len(prose.text):
            return line_at(prose, start)
        start -= len(prose.text) + 1
    return section.first


def _targets(section: Section, names: Lexicon) -> dict[str, int]:
    """Returns the pages that a section names, each with the line of its last mention."""
    return {
        mention.target: line_at(prose, mention.start)
        for prose in section.prose
        for mention in find_all(prose.text, names)
    }


def _only(
    handbook: Handbook, section: Section, named: Mapping[str, int], elsewhere: Mapping[str, int]
) -> dict[str, int]:
    """Returns the titles of the roles that only one language names, with their lines; no page must name its own."""
    pages = {role.page for role in handbook.facts.roles.values()} - {f"{section.page}.md"}
    found = ((handbook.page(section.language, path), line) for path, line in named.items() if path not in elsewhere)
    return {page.title: line for page, line in found if page and page.path in pages}


def _named_once(
    rule: str, left: Section, here: Mapping[Any, int], right: Section, there: Mapping[Any, int], advice: Message
) -> Iterator[Finding]:
    """Yields one finding on the names that only one of two sections has, each with its line."""
    if here and there:
        place = right.at(min(there.values()))
        message = msg(
            "Only this text names {names:and}, and only {place} names {others:and}.",
            names=quoted(here),
            others=quoted(there),
            place=place,
        )
        yield Finding(left.at(min(here.values())), rule, message, advice, related=place)
    elif here or there:
        section, other, names = (left, right, here) if here else (right, left, there)
        message = msg("Only this text names {names:and}; {there} does not.", names=quoted(names), there=other.lines)
        yield Finding(section.at(min(names.values())), rule, message, advice, related=other.start)
