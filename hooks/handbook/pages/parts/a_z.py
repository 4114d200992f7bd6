"""`a-z`: roles and responsibilities under all their names, in alphabetical order."""

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from ...languages.registry import language
from ..context import PageContext
from ..elements import Block, Heading, bullets, element, joined, paragraph, strong
from ..words.foreign import in_its_language
from . import filter as narrowing


def render(context: PageContext, _: str | None) -> Iterator[Block]:
    """A list of roles and responsibilities per letter, under their titles and under their other names."""
    entries = sorted(_entries(context), key=lambda entry: _sort_key(context, entry[0]))
    letters: dict[str, list[Markup]] = {}
    for name, line in entries:
        letters.setdefault(name[0].upper(), []).append(line)
    yield from narrowing.render(context, None)
    yield from _bars(context, [*letters])
    for letter, lines in letters.items():
        yield Heading(2, _id(context, letter), letter, searched=False)
        yield bullets(lines)


def _bars(context: PageContext, letters: list[str]) -> Iterator[Markup]:
    """Links to the letters: those of the language's alphabet, then those of another script, which may look the same."""
    alphabet = language(context.language).alphabet
    own = [letter for letter in letters if letter.lower() in alphabet]
    others = [letter for letter in letters if letter not in own]
    if own:
        yield paragraph(_links(context, own))
    if others:
        yield paragraph(f"{context.label('another-script')}: " if own else "", _links(context, others))


def _links(context: PageContext, letters: list[str]) -> Markup:
    return joined((element("a", letter, href=f"#{_id(context, letter)}") for letter in letters), " · ")


def _entries(context: PageContext) -> Iterator[tuple[str, Markup]]:
    """Every name with its line in the list."""
    for entry in context.facts.entries:
        if page := context.page(entry):
            yield page.title, strong(context.entry_link(entry)) + f" ({context.team_title(entry.team)})"
            others = (page.front.title_f, page.front.source_title, *page.front.aliases)
            for name in dict.fromkeys(filter(None, others)):
                if name != page.title:
                    line = [in_its_language(context, name) + ":", context.label("see"), context.entry_link(entry)]
                    yield name, joined(line, " ")


def _sort_key(context: PageContext, name: str) -> Any:
    return language(context.language).sort_key(name)


def _id(context: PageContext, letter: str) -> str:
    """An ASCII anchor: a letter outside ASCII gets its number in the alphabet, so that А and A, Ж and З differ."""
    number = language(context.language).alphabet.find(letter.lower())
    return f"letter-{letter.lower() if number < 0 else number + 1}"
