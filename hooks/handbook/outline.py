"""What a Markdown text is made of: headings, links, markers, with the line each stands on.

The text is read by a CommonMark parser with tables, front matter and Python-Markdown's admonitions.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from .model import Block, Heading, Link, Marker, Outline, Prose, Run

ATTRIBUTES = re.compile(r"\s*\{:?\s*([^{}]*)\}\s*$")
"""Inside the text of one heading: the attribute list at its end."""
MARKER = re.compile(r"<!--\s*handbook/(\S+)(?:\s+(.*?))?\s*-->", re.DOTALL)
"""Inside one HTML token: a marker comment."""


CELLS = ("th_open", "td_open")
ITEM = "list_item_open"
TITLES = ("heading_open", "th_open", "admonition_title_open")
"""What opens a block that is a title and not running text."""


@lru_cache(maxsize=2)
def parser(blocks_only: bool = False) -> MarkdownIt:
    """The one Markdown parser of the handbook; without what stands inside blocks it is twice as fast."""
    markdown = MarkdownIt("commonmark").enable("table").use(front_matter_plugin).use(admon_plugin)
    return markdown.disable("inline") if blocks_only else markdown


def lone_markers(text: str) -> tuple[Marker, ...]:
    """The markers of a text that stand on lines of their own: the places to weave into."""
    blocks = (token for token in parser(blocks_only=True).parse(text) if token.type == "html_block")
    found = (mark for token in blocks for mark in _markers(token.content, _line(token), lone=True))
    return tuple(mark for mark in found if mark.alone)


def outline(text: str) -> Outline:
    """Read one Markdown text (LF line ends, no byte order mark)."""
    found = list(_parts(parser().parse(text)))
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


def _parts(tokens: list[Token]) -> Iterator[Part]:
    section, quoted, before = "", 0, Token("", "", 0)
    for number, token in enumerate(tokens):
        quoted += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        if token.type == "front_matter":
            yield token.content
        elif token.type == "html_block":
            yield from _markers(token.content, _line(token), lone=True)
        elif token.type == "inline":
            if before.type == "heading_open":
                heading = _heading(token, int(before.tag[1]))
                section = section if heading.level == 1 else heading.id or ""
                yield heading
            yield from _inline(token, section)
            yield Prose(_prose(token), section, _line(token))
            if before.type not in TITLES and not quoted:
                yield from _runs(token, section)
        elif detail := _detail(tokens, number):
            yield Block(*detail, section, _line(token))
        before = token


def _detail(tokens: list[Token], number: int) -> tuple[str, str] | None:
    """The kind and detail of the block that opens at a token, if it is one that both languages share."""
    token = tokens[number]
    match token.type:
        case "fence" | "code_block":
            return "code", f"{token.info.strip()}\n{token.content}"
        case "admonition_open":
            return "admonition", str(token.meta.get("tag", ""))
        case "table_open":
            inside = _inside(tokens, number)
            rows, cells = (sum(t.type in kinds for t in inside) for kinds in (("tr_open",), CELLS))
            return "table", f"{rows} × {cells // max(rows, 1)}"
        case "bullet_list_open" | "ordered_list_open" if not _nested(tokens, number):
            depths = Counter(t.level - token.level for t in _inside(tokens, number) if t.type == ITEM)
            return "list", " + ".join(str(depths[depth]) for depth in sorted(depths))
    return None


def _inside(tokens: list[Token], number: int) -> list[Token]:
    """The tokens from an opening one to the one that closes it."""
    level = tokens[number].level
    closing = (n for n in range(number + 1, len(tokens)) if tokens[n].level == level)
    return tokens[number : next(closing, len(tokens))]


def _nested(tokens: list[Token], number: int) -> bool:
    """Whether a list stands inside an item of another: the nearest shallower token opens its parent."""
    level = tokens[number].level
    parent = next((t for t in reversed(tokens[:number]) if t.level < level), None)
    return parent is not None and parent.type == ITEM


def _prose(token: Token) -> str:
    words = (" " if child.type == "softbreak" else child.content for child in token.children or []
             if child.type in ("text", "softbreak"))  # fmt: skip
    return ATTRIBUTES.sub("", "".join(words))


def _line(token: Token) -> int:
    return (token.map or [0])[0] + 1


def _heading(token: Token, level: int) -> Heading:
    words = "".join(_words(token.children or []))
    attributes = ATTRIBUTES.search(words)
    ids = [word[1:] for word in attributes[1].split() if word.startswith("#")] if attributes else []
    return Heading(level, ATTRIBUTES.sub("", words).strip(), ids[-1] if ids else None, _line(token))


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "


def _inline(token: Token, section: str) -> Iterator[Link | Marker]:
    line = _line(token)
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type == "html_inline":
            yield from _markers(child.content, line, lone=False)
        elif child.type in ("link_open", "image"):
            target = child.attrGet("href" if child.type == "link_open" else "src")
            yield Link(unquote(str(target)), line, section)


def _runs(token: Token, section: str) -> Iterator[Run]:
    """The running text of a block; what stands inside a link or code is not running text."""
    linked, text = 0, ""
    for child in [*(token.children or []), Token("end", "", 0)]:
        linked += (child.type == "link_open") - (child.type == "link_close")
        if child.type in ("text", "softbreak") and not linked:
            text += child.content or "\n"
        elif text.strip():
            yield Run(text, section)
        if child.type not in ("text", "softbreak"):
            text = ""


def _markers(html: str, line: int, lone: bool) -> Iterator[Marker]:
    for match in MARKER.finditer(html):
        alone = lone and match[0] in map(str.strip, html.splitlines())
        at = line + html.count("\n", 0, match.start())
        yield Marker(match[1], match[2] or None, at, alone)
