"""Limits on a Markdown text, checked between the steps of the parser."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ...languages.messages import Message, msg
from . import BLOCK, BLOCKS, DEPTH, HEADINGS, NOTES, OPENERS, OPENERS_IN_BLOCK, TooLargeError

NESTING = "*_["
"""Characters without which nothing is nested inside a block."""
VOID_TAGS = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")


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
        if state.src.count(mark) > NOTES:
            _check_number([token for token in leaves for _ in range(token.content.count(mark))], NOTES, message)
    lines = state.src.split("\n")
    for token in leaves:
        if len(token.content) > OPENERS_IN_BLOCK and not _is_closed_fence(token, lines):
            _check_block(token)
    _check_depth((token, token.level) for token in state.tokens)


def _check_inline(state: StateCore) -> None:
    for token in state.tokens:
        if len(token.content) > DEPTH and sum(map(token.content.count, NESTING)) > DEPTH:
            _check_depth((token, child.level) for child in token.children or ())
    if state.src.count("<") > DEPTH:
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


def _is_closed_fence(token: Token, lines: list[str]) -> bool:
    """Return whether a token is a fence that ends with a line of its own, as Python-Markdown requires of one."""
    end = token.map[1] if token.map else 0
    return token.type == "fence" and end > _line(token) and lines[end - 1].strip().startswith(token.markup)


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
