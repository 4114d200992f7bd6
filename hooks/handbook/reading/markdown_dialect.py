"""Finds lines that CommonMark (the checks) and Python-Markdown (the site) parse differently."""

import re
from collections.abc import Callable, Iterator

from markdown_it.token import Token

from ..languages.messages import Message, msg, plural

STEP = 4
"""The indentation in columns that Python-Markdown requires inside a list item."""

INNER = ("paragraph_open", "fence")
"""The tokens of text and code that may follow the first line of a list item."""

TIGHT_HEADING = re.compile(r" {0,3}#{1,6}[^#\s]")
"""A line that is a heading in Python-Markdown only."""

STRUCK = re.compile(r"~~\S")
"""Where other dialects begin to strike text out."""

SPACED_LINK = re.compile(r"\] {1,3}\((?=[^\s()./#]*[./#])[^\s()]+\)")
"""A link with spaces between its words and its address."""

CHECK_BOXES = ("[ ] ", "[x] ", "[X] ")
"""What other dialects show as a check box at the beginning of an item."""

LAST_ITEM = 99
"""The highest number at the beginning of a line that is the number of an item, not a year."""

Misread = tuple[int, Message]
"""A line (from 1) and an explanation of the difference."""


def misread(tokens: list[Token], lines: list[str]) -> Iterator[Misread]:
    """Yield every line that is parsed differently."""
    open_lists: list[Token] = []
    for number, token in enumerate(tokens):
        if open_lists and token.type in INNER and token.map and tokens[number - 1].type != "list_item_open":
            index = token.map[0]
            if _indent(lines[index]) < STEP * len(open_lists) and not lines[index].lstrip().startswith(">"):
                yield index + 1, msg("Text and code inside a list item are indented by {number} spaces.", number=STEP)
        if token.type in ("bullet_list_open", "ordered_list_open"):
            yield from _list(token, lines, depth=len(open_lists))
            open_lists.append(token)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            yield from _adjacent_lists(open_lists.pop(), tokens[number + 1 : number + 2])
        elif token.type == "table_open":
            yield from _no_blank_line(token, lines, msg("A table needs a blank line before it."))
        elif token.type == "admonition_open" and token.map:
            yield from _box(lines, *token.map)
        elif check := BY_TYPE.get(token.type):
            yield from check(token, lines)


def _list(token: Token, lines: list[str], depth: int) -> Iterator[Misread]:
    index = token.map[0] if token.map else 0
    if not depth:
        yield from _no_blank_line(token, lines, msg("A list needs a blank line before it."))
    elif _indent(lines[index]) < STEP * depth:
        yield (
            index + 1,
            plural(
                "A nested list is indented by {number} space.",
                "A nested list is indented by {number} spaces.",
                number=STEP,
            ),
        )
    first = int(token.attrGet("start") or 1)
    if first > LAST_ITEM:
        yield index + 1, msg("A line that begins with “{number}.” is a numbered list; begin with a word.", number=first)
    if token.markup == ")":
        yield index + 1, msg("A numbered list is written “1.”, not “1)”.")


def _no_blank_line(token: Token, lines: list[str], message: Message) -> Iterator[Misread]:
    """Yield a block that follows a line of text without a blank line between them."""
    index = token.map[0] if token.map else 0
    previous = lines[index - 1].strip() if index else ""
    if previous and not previous.startswith(("#", "<", "!!!", "---", "???")):
        yield index + 1, message


def _adjacent_lists(first: Token, following: list[Token]) -> Iterator[Misread]:
    """Yield a list directly after another with different bullets: in Python-Markdown they are one list."""
    if following and following[0].type == first.type and following[0].map:
        yield following[0].map[0] + 1, msg("Two lists follow each other; put a paragraph between them.")


def _headings(token: Token, lines: list[str]) -> Iterator[Misread]:
    start, end = token.map or [0, 0]
    for index in range(start, min(end, len(lines))):
        if TIGHT_HEADING.match(lines[index]):
            yield index + 1, msg("A heading needs a space after its “#”.")


def _box(lines: list[str], start: int, end: int) -> Iterator[Misread]:
    """Yield a box of another dialect, and text after a box that is indented, but too little to be in it."""
    if lines[start].lstrip(" >").startswith("???"):
        yield start + 1, msg("A box begins with “!!!”, not with “???”.")
    following = next((index for index in range(end, len(lines)) if lines[index].strip()), None)
    if following is not None and 0 < _indent(lines[following]) - _indent(lines[start]) < STEP:
        yield following + 1, msg("The text of a box is indented by {number} spaces.", number=STEP)


def _tab(token: Token, lines: list[str]) -> Iterator[Misread]:
    index = token.map[0] if token.map else 0
    if lines[index].startswith("\t"):
        yield index + 1, msg("A tab at the beginning of a line makes the line code.")


def _inline(token: Token, _: list[str]) -> Iterator[Misread]:
    """Yield text that other dialects strike out, a link or a check box that is none, once for each block."""
    texts = [child.content for child in token.children or [] if child.type == "text"]
    line = token.map[0] + 1 if token.map else 1
    if any(map(STRUCK.search, texts)):
        yield line, msg("“~~” does not strike text out; readers would see it.")
    if texts and texts[0].startswith(CHECK_BOXES):
        yield line, msg("“{box}” does not become a check box; readers would see it.", box=texts[0][:3])
    if link := next(filter(None, map(SPACED_LINK.search, texts)), None):
        yield line, msg("A link has no space between “]” and “(”, but here is “{link}”.", link=link[0])


def _indent(line: str) -> int:
    return len(line.expandtabs(STEP)) - len(line.expandtabs(STEP).lstrip())


BY_TYPE: dict[str, Callable[[Token, list[str]], Iterator[Misread]]] = {
    "paragraph_open": _headings,
    "inline": _inline,
    "code_block": _tab,
}
"""What is looked for in a token of a type, wherever it is."""
