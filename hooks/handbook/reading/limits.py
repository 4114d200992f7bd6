"""Limits on files: whatever a text contains, a check and a build take time in proportion to its length.

The parsers of Markdown and of HTML take the square of the length of one block, of the brackets in it, or of the
footnotes of a page, and they call themselves at each level of nesting. Each limit is many times what the pages of this
handbook have (up to 13 kB, 122 blocks, 61 headings; 460 characters and 3 brackets in a block; lists in lists), and any
text within the limits is checked and rendered in at most 0.1 s per kB. A file beyond a limit is not read any further:
the finding `size` is the only one about it.
"""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ..languages.messages import Message, msg
from ..model.errors import HandbookError
from ..model.finding import Finding, Place

PAGE_BYTES = 250_000
"""A page: 20 times the longest one, more than two hours of reading."""
FILE_BYTES = 2_000_000
"""Any other text file: 3,000 responsibilities, or the lock of 10,000 sections."""
LINE = 10_000
"""The characters of a line of any file."""
BLOCK = 10_000
"""The characters of a paragraph, heading, list item, table cell or block of HTML."""
OPENERS = "[<{"
"""Characters after each of which a parser may look through the whole rest of the block."""
OPENERS_IN_BLOCK = 200
BLOCKS = 5_000
"""The paragraphs, headings, list items and table cells of a page."""
HEADINGS = 500
NOTES = 300
"""The uses and definitions of footnotes on a page; also its abbreviations."""
DEPTH = 18
"""The levels of lists (two each), quotes, tags and emphasis in one another; the parser itself stops at 20."""

VOID_TAGS = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")


class TooLargeError(HandbookError):
    """A text beyond a limit: `line` is where, `advice` what to do."""

    def __init__(self, line: int, message: Message, advice: Message) -> None:
        super().__init__(message)
        self.line, self.advice = line, advice

    def finding(self, path: str) -> Finding:
        """Return the finding on the file at `path`."""
        return Finding(Place(path, self.line), "size", self.args[0], self.advice)


def check_file(data: bytes, limit: int) -> None:
    """Raise `TooLargeError` for a file with more bytes than the limit."""
    if len(data) > limit:
        message = msg("This file has more than {limit} bytes, so it was not read.", limit=limit)
        raise TooLargeError(1, message, msg("Split it, or remove what is too much."))


def check_lines(text: str) -> None:
    """Raise `TooLargeError` for a text with a line that is too long."""
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LINE:
            message = msg("This line has more than {limit} characters, so the file was not read.", limit=LINE)
            raise TooLargeError(number, message, msg("Break it into several lines."))


def limit_tokens(markdown: MarkdownIt) -> MarkdownIt:
    """Let a Markdown parser raise `TooLargeError` before it does what would take too long."""
    markdown.core.ruler.after("block", "limit_blocks", _check_blocks)
    markdown.core.ruler.push("limit_inline", _check_inline)
    return markdown


def _check_blocks(state: StateCore) -> None:
    leaves = [token for token in state.tokens if token.type in ("inline", "html_block", "code_block", "fence")]
    _check_number(
        leaves,
        BLOCKS,
        msg("This page has more than {limit} paragraphs, list items and cells, so it was not read.", limit=BLOCKS),
    )
    headings = [token for token in state.tokens if token.type == "heading_open"]
    _check_number(
        headings, HEADINGS, msg("This page has more than {limit} headings, so it was not read.", limit=HEADINGS)
    )
    for mark, message in (
        ("[^", msg("This page has more than {limit} footnotes, so it was not read.", limit=NOTES)),
        ("*[", msg("This page has more than {limit} abbreviations, so it was not read.", limit=NOTES)),
    ):
        _check_number([token for token in leaves for _ in range(token.content.count(mark))], NOTES, message)
    lines = state.src.split("\n")
    for token in leaves:
        if token.type != "fence" or not _is_closed(token, lines):
            _check_block(token)
    _check_depth((token, token.level) for token in state.tokens)


def _check_inline(state: StateCore) -> None:
    _check_depth((token, child.level) for token in state.tokens for child in token.children or ())
    _check_depth(_tag_levels(state.tokens))


def _check_number(tokens: list[Token], limit: int, message: Message) -> None:
    if len(tokens) > limit:
        raise TooLargeError(_line(tokens[limit]), message, msg("Split the page."))


def _check_block(token: Token) -> None:
    if len(token.content) > BLOCK:
        message = msg("This paragraph has more than {limit} characters, so the page was not read.", limit=BLOCK)
        raise TooLargeError(_line(token), message, msg("Break it into several paragraphs."))
    if sum(map(token.content.count, OPENERS)) > OPENERS_IN_BLOCK:
        message = msg(
            "This paragraph has more than {limit} opening brackets and braces, so the page was not read.",
            limit=OPENERS_IN_BLOCK,
        )
        raise TooLargeError(_line(token), message, msg("Break it into several paragraphs."))


def _is_closed(token: Token, lines: list[str]) -> bool:
    """Return whether a fence ends with a line of its own, as Python-Markdown requires of one."""
    end = token.map[1] if token.map else 0
    return lines[end - 1].strip().startswith(token.markup) and end - 1 > _line(token) - 1


def _check_depth(levels: Iterator[tuple[Token, int]]) -> None:
    for token, level in levels:
        if level > DEPTH:
            message = msg("Lists, quotes, tags or emphasis are nested too deep here, so the page was not read.")
            raise TooLargeError(_line(token), message, msg("Write it with fewer levels."))


def _tag_levels(tokens: list[Token]) -> Iterator[tuple[Token, int]]:
    """Yield the tokens with tags, each with the number of tags that are open after it."""
    level = 0
    for token in tokens:
        for part in (token, *(token.children or ())):
            if part.type in ("html_block", "html_inline"):
                level = max(0, level + _opened_tags(part.content))
                yield token, level


def _opened_tags(html: str) -> int:
    """Return how many more tags an HTML text opens than it closes, roughly: text that looks like a tag counts."""
    level = 0
    for part in html.split("<")[1:]:
        name = part.removeprefix("/").split(">")[0].split(maxsplit=1)[:1]
        if name and name[0].isalnum() and name[0].lower() not in VOID_TAGS:
            level += -1 if part.startswith("/") else 1
    return level


def _line(token: Token) -> int:
    return (token.map or [0])[0] + 1
