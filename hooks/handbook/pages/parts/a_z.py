"""`a-z`: roles and responsibilities under every name they have, in alphabetical order."""

from collections.abc import Iterator
from typing import Any

from ...languages.registry import language
from ..context import PageContext


def render(context: PageContext, _: str | None) -> str:
    """Roles and responsibilities under their titles and under everything else they are called."""
    entries = sorted(_entries(context), key=lambda entry: _order(context, entry[0]))
    letters: dict[str, list[str]] = {}
    for name, line in entries:
        letters.setdefault(name[0].upper(), []).append(line)
    jump = " · ".join(f"[{letter}](#{_id(context, letter)})" for letter in letters)
    blocks = (
        f"## {letter} {{ #{_id(context, letter)} data-search-exclude }}\n\n" + "\n".join(lines)
        for letter, lines in letters.items()
    )
    return "\n\n".join([jump, *blocks])


def _entries(context: PageContext) -> Iterator[tuple[str, str]]:
    for entry in context.facts.entries:
        if page := context.page(entry):
            yield page.title, f"- **{context.to(entry)}** ({context.team(entry.team)})"
            others = (page.front.title_f, page.front.source_title, *page.front.aliases)
            for name in {name for name in others if name} - {page.title}:
                yield name, f"- {name}: {context.label('see')} {context.to(entry)}"


def _order(context: PageContext, name: str) -> Any:
    return language(context.language).sort_key(name)


def _id(context: PageContext, letter: str) -> str:
    """An anchor in plain letters: Cyrillic ones by their number, as А and A, Ж and З must differ."""
    number = language(context.language).alphabet.find(letter.lower())
    return f"letter-{letter.lower() if number < 0 else number + 1}"
