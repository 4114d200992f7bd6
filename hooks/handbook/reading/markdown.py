"""What a Markdown text is made of: headings, links, markers, with the line each stands on.

The text is read by a CommonMark parser with tables, front matter and Python-Markdown's admonitions.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from ..model.document import Block, Heading, Link, Marker, Outline, Prose, Run
from ..model.facts import PLACEHOLDER
from .markdown_dialect import misread
from .markdown_inline import cell, heading, line, linked, markers, runs, text_of, words

CELLS = ("th_open", "td_open")
ITEM = "list_item_open"
TITLES = ("heading_open", "admonition_title_open", "th_open")
"""What opens a block that is a title and not running text."""


@lru_cache(maxsize=2)
def parser(blocks_only: bool = False) -> MarkdownIt:
    """The one Markdown parser of the handbook; without what stands inside blocks it is twice as fast."""
    markdown = MarkdownIt("commonmark").enable("table").use(front_matter_plugin).use(admon_plugin)
    return markdown.disable("inline") if blocks_only else markdown


def lone_markers(text: str) -> tuple[Marker, ...]:
    """The markers of a text that stand on lines of their own: the places to weave into."""
    blocks = (token for token in parser(blocks_only=True).parse(text) if token.type == "html_block")
    found = (mark for token in blocks for mark in markers(token.content, line(token), lone=True))
    return tuple(mark for mark in found if mark.alone)


def outline(text: str) -> Outline:
    """Read one Markdown text (LF line ends, no byte order mark)."""
    found = list(_parts(parser().parse(text), text.split("\n")))
    return Outline(
        headings=tuple(part for part in found if isinstance(part, Heading)),
        links=tuple(part for part in found if isinstance(part, Link)),
        markers=tuple(part for part in found if isinstance(part, Marker)),
        runs=tuple(part for part in found if isinstance(part, Run)),
        prose=tuple(part for part in found if isinstance(part, Prose)),
        blocks=tuple(part for part in found if isinstance(part, Block)),
        front_matter=next((part for part in found if isinstance(part, str)), None),
    )


Part = Heading | Link | Marker | Run | Prose | Block | str


def _parts(tokens: list[Token], lines: list[str]) -> Iterator[Part]:
    section, quoted, items, before = "", 0, 0, Token("", "", 0)
    for number, token in enumerate(tokens):
        quoted += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        items += (token.type == ITEM) - (token.type == "list_item_close")
        if token.type == "front_matter":
            yield token.content
        elif token.type == "html_block":
            yield from _html(token, section)
        elif token.type == "inline":
            if before.type == "heading_open":
                head = heading(token, int(before.tag[1]))
                section = section if head.level == 1 else head.id or ""
                yield head
            kind = _kind(before, items)
            yield from linked(token, section, kind)
            yield Prose(words(token), section, line(token), kind)
            if before.type not in TITLES and not quoted:
                yield from runs(token, section)
        elif block := _block(tokens, number, section, nested=items > 0):
            yield block
        before = token
    yield from (Block("misread", "", "", at, why=why) for at, why in misread(tokens, lines))


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
    for mark in markers(token.content, line(token), lone=True):
        yield mark
        if mark.name == PLACEHOLDER:
            continue  # each language is written at its own time
        yield Block("marker", " ".join(filter(None, (mark.name, mark.argument))), section, mark.line)
    if text := text_of(token.content):
        yield Prose(text, section, line(token), "html")


def _block(tokens: list[Token], number: int, section: str, nested: bool) -> Block | None:
    """The block that opens at a token, if it is one that both languages share; a list counts its inner ones."""
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
            return Block("list", " + ".join(str(depths[depth]) for depth in sorted(depths)), section, line(token))
    return None


def _table(inside: list[Token], section: str) -> Block:
    cells = tuple(cell(token) for token in inside if token.type == "inline")
    rows = sum(token.type == "tr_open" for token in inside)
    return Block("table", f"{rows} × {len(cells) // max(rows, 1)}", section, line(inside[0]), cells)


def _inside(tokens: list[Token], number: int) -> list[Token]:
    """The tokens from an opening one to the one that closes it."""
    level = tokens[number].level
    closing = (n for n in range(number + 1, len(tokens)) if tokens[n].level == level)
    return tokens[number : next(closing, len(tokens))]
