"""Parses a Markdown text into an `Outline`: headings, links, markers, prose and blocks with their lines.

The parser is a CommonMark parser with tables, front matter, and Python-Markdown's admonitions and definition lists.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from ..model.document import Block, Heading, Link, Marker, Markup, Outline, Prose, Run
from ..model.facts import PLACEHOLDER
from .limits.markdown import limit_tokens
from .markdown_dialect import misread
from .markdown_inline import cell, heading, html_parts, inline_parts, line, markers, runs, words
from .markup import SUSPICIOUS, forbidden

FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,80}\]:")
"""The beginning of the text of a footnote, which is a paragraph for the parser."""
CELLS = ("th_open", "td_open")
ITEM = "list_item_open"
TITLES = ("heading_open", "admonition_title_open", "th_open")
"""Opening tokens of blocks that are titles and not running text."""


@lru_cache(maxsize=2)
def parser(limited: bool = False) -> MarkdownIt:
    """Return the Markdown parser; with `limited`, it raises `TooLargeError` for a text beyond a limit."""
    markdown = MarkdownIt("commonmark").enable("table").use(front_matter_plugin).use(admon_plugin).use(deflist_plugin)
    markdown.block.ruler.at("reference", _reference, {"alt": []})
    return limit_tokens(markdown) if limited else markdown


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse a link definition; a footnote of one word looks like one and is text."""
    first = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", first) and reference(state, start, end, silent)


def markup(text: str) -> tuple[Markup, ...]:
    """Return everything in a Markdown text that must not reach readers. Raises `TooLargeError` beyond a limit."""
    return tuple(forbidden(text, parser(limited=True).parse(text))) if SUSPICIOUS.search(text) else ()


def outline(text: str) -> Outline:
    """Parse one Markdown text (LF line ends, no byte order mark). Raises `TooLargeError` beyond a limit."""
    parts: defaultdict[type, list[Any]] = defaultdict(list)
    tokens = parser(limited=True).parse(text)
    for part in _parts(tokens, text.split("\n")):
        parts[type(part)].append(part)
    return Outline(
        headings=tuple(parts[Heading]),
        links=tuple(parts[Link]),
        markers=tuple(parts[Marker]),
        runs=tuple(parts[Run]),
        prose=tuple(parts[Prose]),
        blocks=tuple(parts[Block]),
        markup=tuple(forbidden(text, tokens)),
        front_matter=next(iter(parts[str]), None),
    )


Part = Heading | Link | Marker | Run | Prose | Block | str


def _parts(tokens: list[Token], lines: list[str]) -> Iterator[Part]:
    section, quotes, items, previous = "", 0, 0, Token("", "", 0)
    for number, token in enumerate(tokens):
        match token.type:
            case "inline":
                if previous.type == "heading_open":
                    title = heading(token, int(previous.tag[1]))
                    section = section if title.level == 1 else title.id or ""
                    yield title
                kind = _kind(previous, items)
                yield from inline_parts(token, section, kind)
                yield Prose(words(token, kind in ("heading", "cell")), section, line(token), kind)
                if previous.type not in TITLES and not quotes:
                    yield from runs(token, section, kind == "cell")
            case "list_item_open" | "list_item_close":
                items += token.nesting
            case "blockquote_close":
                quotes -= 1
            case "front_matter":
                yield token.content
            case "html_block":
                yield from _html(token, section)
            case _:
                quotes += token.type == "blockquote_open"
                if block := _block(tokens, number, section, nested=items > 0):
                    yield block
        previous = token
    yield from (Block("misread", "", "", number, why=why) for number, why in misread(tokens, lines))


def _kind(opening: Token, items: int) -> Literal["paragraph", "item", "heading", "cell", "title"]:
    match opening.type:
        case "heading_open":
            return "heading"
        case "admonition_title_open":
            return "title"
        case "th_open" | "td_open":
            return "cell"
    return "item" if items else "paragraph"


def _html(token: Token, section: str) -> Iterator[Marker | Block | Prose]:
    for marker in markers(token.content, line(token), lone=True):
        yield marker
        if marker.name == PLACEHOLDER:
            continue  # it may be in one language only
        yield Block("marker", " ".join(filter(None, (marker.name, marker.argument))), section, marker.line)
    yield from html_parts(token.content, section, line(token))


def _block(tokens: list[Token], number: int, section: str, nested: bool) -> Block | None:
    """Return the block that opens at a token, None for other tokens; nested lists are part of the outer one."""
    token = tokens[number]
    match token.type:
        case "fence" | "code_block":
            return Block("code", f"{token.info.strip()}\n{token.content}", section, line(token))
        case "admonition_open":
            return Block("admonition", str(token.meta.get("tag", "")), section, line(token))
        case "table_open":
            return _table(_inside(tokens, number), section)
        case "bullet_list_open" | "ordered_list_open" if not nested:
            depths = Counter(t.level - token.level for t in _inside(tokens, number) if t.type == ITEM)
            detail, numbered = " + ".join(str(depths[depth]) for depth in sorted(depths)), token.tag == "ol"
            return Block("list", detail, section, line(token), numbered=numbered)
        case "dl_open":
            counts = Counter(t.type for t in _inside(tokens, number) if t.level == token.level + 1)
            return Block("definitions", f"{counts['dt_open']} + {counts['dd_open']}", section, line(token))
        case "paragraph_open" if FOOTNOTE.match(tokens[number + 1].content):
            return Block("footnote", "", section, line(token))
        case "blockquote_open":
            return Block("quote", "", section, line(token))
        case "hr":
            return Block("line", "", section, line(token))
    return None


def _table(inside: list[Token], section: str) -> Block:
    cells = tuple(cell(token) for token in inside if token.type == "inline")
    rows = sum(token.type == "tr_open" for token in inside)
    return Block("table", f"{rows} × {len(cells) // max(rows, 1)}", section, line(inside[0]), cells)


def _inside(tokens: list[Token], number: int) -> list[Token]:
    """Return the tokens from an opening one up to its closing one."""
    level = tokens[number].level
    closing = (n for n in range(number + 1, len(tokens)) if tokens[n].level == level)
    return tokens[number : next(closing, len(tokens))]
