"""Finds on which lines of a Markdown text the pieces of markup are that its HTML contains."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from itertools import product
from typing import TYPE_CHECKING

from ...model.document import Markup, MarkupKind

if TYPE_CHECKING:  # importing the Markdown parser is slow, and no page is parsed whose text has not changed
    from markdown_it.token import Token

LINE_END = re.compile(r"\r\n|\r|\n")
"""The ends of lines as markdown-it counts them: the text of a fact may have any."""
UNSEARCHED = re.compile(r"[\x00-\x20\"']")
"""Characters that a place of the text and the HTML made from it may not have in common."""


class Places:
    """Finds the lines of pieces of markup, first outside code and then anywhere; `known` have a line already."""

    def __init__(self, text: str, tokens: "list[Token]", known: list[Markup]) -> None:
        lines = LINE_END.split(text)
        self.lines = [[*map(_searchable, _without_code(lines, tokens))], [*map(_searchable, lines)]]
        self.known = frozenset(known)
        self.found: Counter[str] = Counter()

    def line(self, kind: MarkupKind, what: str) -> int:
        """Return the line of the next piece of markup; 1 if it is not written as it is rendered."""
        for lines, needle in product(self.lines, _needles(kind, what)):
            numbers = [number for number, line in enumerate(lines, 1) if needle in line]
            if numbers := [number for number in numbers if Markup(kind, what, number) not in self.known]:
                self.found[needle] += 1
                return numbers[min(self.found[needle], len(numbers)) - 1]
        return 1


def _needles(kind: MarkupKind, what: str) -> list[str]:
    """Return texts by which a piece of markup may be recognized, the best first."""
    name, _, value = what.partition("=")
    if kind == "element":
        return [f"<{what}"]
    return [*map(_searchable, (what, value, name) if kind == "attribute" and value else (what,))]


def _without_code(lines: list[str], tokens: "list[Token]") -> list[str]:
    lines = [*lines]
    for token in tokens:
        first, end = token.map or (0, 0)
        if token.type in ("fence", "code_block", "front_matter"):
            first += token.type == "fence"
            lines[first:end] = [""] * (end - first)
        for child, number in numbered_children(token):
            if child.type == "code_inline":
                lines[number - 1] = lines[number - 1].replace(child.content, "", 1)
    return lines


def numbered_children(token: "Token") -> "Iterator[tuple[Token, int]]":
    """Yield the inline tokens of a block with their lines (from 1)."""
    number = (token.map or [0])[0] + 1
    for child in token.children or []:
        yield child, number
        number += 1 if child.type in ("softbreak", "hardbreak") else child.content.count("\n")


def _searchable(text: str) -> str:
    return UNSEARCHED.sub("", unescape(text)).lower()
