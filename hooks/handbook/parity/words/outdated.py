"""Rules about words that were right once: former names, and numbers of things that the facts count."""

from collections.abc import Iterator, Mapping
from itertools import islice

from ...crosslinks.lexicons import former_names_lexicon, stems
from ...crosslinks.mentions import find_all
from ...languages.messages import msg
from ...languages.number_words import FEWEST
from ...languages.patterns import WORD
from ...languages.quantities import values, values_in_words
from ...languages.registry import language
from ...model.document import Prose
from ...model.fact_tables import Facts
from ...model.finding import Finding
from ...model.handbook import Handbook
from ...model.section import Section
from ..script import all_sections
from ..values import line_at

BETWEEN = 1
"""How many words may be between a number and what it counts: “eighteen different roles”."""


def former_names(handbook: Handbook) -> Iterator[Finding]:
    """A role, a responsibility and a page that has moved are not called by a former name (a warning).

    Bad: “the sales rep” where `former` has `sales rep`. Good: “the account executive”.
    """
    names = {code: former_names_lexicon(handbook, code) for code in handbook.languages}
    for section in all_sections(handbook):
        page = handbook.page(section.language, f"{section.page}.md")
        meant = {stems(text, section.language) for text in page.front.plain} if page else set()
        for prose in section.prose if names[section.language].sought else ():
            for mention in find_all(prose.text, names[section.language]):
                name = prose.text[mention.start : mention.end]
                now = handbook.page(section.language, mention.target)
                if now and stems(name, section.language) not in meant:
                    message = msg("“{name}” is a former name.", name=name)
                    advice = msg(
                        "Write “{title}”, or list it under “plain” at the head of the page if it is meant.",
                        title=now.title,
                    )
                    yield Finding(section.at(line_at(prose, mention.start)), "former-names", message, advice, "warning")


def typed_counts(handbook: Handbook) -> Iterator[Finding]:
    """A number that the facts know, such as that of all roles, is not typed, because nobody would update it.

    Bad: “the eighteen roles”. Good: “all roles”.
    """
    counts = _counts(handbook.facts)
    counted = {code: _counted(code) for code in handbook.languages}
    for section in all_sections(handbook):
        for prose in section.prose:
            if not counted[section.language].keys().isdisjoint(stems(prose.text, section.language)):
                yield from _typed(section, prose, counts, counted[section.language])


def _counts(facts: Facts) -> Mapping[str, set[str]]:
    """Return by table how many entries it has, and how many of each team and group, from three on."""
    counts: dict[str, set[str]] = {}
    for table in ("roles", "responsibilities", "questions", "terms", "teams"):
        entries = getattr(facts, table).values()
        kinds = [[getattr(entry, key, None) for entry in entries] for key in ("team", "group")]
        numbers = {len(entries), *(kind.count(name) for kind in kinds for name in set(kind) - {None})}
        counts[table] = {str(number) for number in numbers if number >= FEWEST}
    return counts


def _counted(code: str) -> Mapping[str, str]:
    """Return the table that each noun of a language counts, by its stem."""
    return {
        stem: table for table, nouns in language(code).counted.items() for noun in nouns for stem in stems(noun, code)
    }


def _typed(
    section: Section, prose: Prose, counts: Mapping[str, set[str]], counted: Mapping[str, str]
) -> Iterator[Finding]:
    for value in (*values(prose.text, section.language), *values_in_words(prose.text, section.language)):
        end = value.start + len(value.written)
        for word in islice(WORD.finditer(prose.text, end), BETWEEN + 1):
            stem = stems(word[0], section.language)[0]
            if value.value in counts.get(counted.get(stem, ""), ()) and _adjacent(prose.text[end : word.start()]):
                typed = prose.text[value.start : word.end()]
                message = msg("“{count}” is a number that changes when one is added or removed.", count=typed)
                place = section.at(line_at(prose, value.start))
                yield Finding(place, "typed-counts", message, msg("Leave the number out."), "warning")
                break


def _adjacent(between: str) -> bool:
    return all(part.isalpha() for part in between.split()) if between[:1].isspace() else False
