"""Where CommonMark, which checks the handbook, and Python-Markdown, which publishes it, read a text apart."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from ..languages.messages import Message, msg, plural

STEP = 4
"""Columns by which Python-Markdown wants what belongs to an item of a list set in."""

TIGHT_HEADING = re.compile(r" {0,3}#{1,6}[^#\s]")
"""A line that only Python-Markdown takes for a heading."""

Misread = tuple[int, Message]
"""A line, from 1, and what will be read differently."""


def misread(tokens: list[Token], lines: list[str]) -> Iterator[Misread]:
    """Every line whose meaning the site would not show as it was checked."""
    levels: list[Token] = []
    for number, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            yield from _list(token, lines, depth=len(levels))
            levels.append(token)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            first = levels.pop()
            yield from _neighbours(first, tokens[number + 1 : number + 2])
        elif token.type == "table_open":
            yield from _glued(token, lines, msg("A table needs a blank line before it."))
        elif token.type == "paragraph_open":
            yield from _headings(token, lines)


def _list(token: Token, lines: list[str], depth: int) -> Iterator[Misread]:
    at = token.map[0] if token.map else 0
    if not depth:
        yield from _glued(token, lines, msg("A list needs a blank line before it."))
    elif _indent(lines[at]) < STEP * depth:
        yield (
            at + 1,
            plural(
                "A list inside another is set in by {number} space.",
                "A list inside another is set in by {number} spaces.",
                number=STEP,
            ),
        )
    if token.markup == ")":
        yield at + 1, msg("A numbered list is written “1.”, not “1)”.")


def _glued(token: Token, lines: list[str], said: Message) -> Iterator[Misread]:
    """A block that follows a line of text without a blank line between them."""
    at = token.map[0] if token.map else 0
    before = lines[at - 1].strip() if at else ""
    if before and not before.startswith(("#", "<", "!!!", "---", "???")):
        yield at + 1, said


def _neighbours(first: Token, after: list[Token]) -> Iterator[Misread]:
    """Two lists in a row, told apart only by their bullets, are one for Python-Markdown."""
    if after and after[0].type == first.type and after[0].map:
        yield after[0].map[0] + 1, msg("Two lists follow one another; a paragraph must part them.")


def _headings(token: Token, lines: list[str]) -> Iterator[Misread]:
    start, end = token.map or [0, 0]
    for at in range(start, min(end, len(lines))):
        if TIGHT_HEADING.match(lines[at]):
            yield at + 1, msg("A heading needs a space after its “#”.")


def _indent(line: str) -> int:
    return len(line.expandtabs(STEP)) - len(line.expandtabs(STEP).lstrip())
