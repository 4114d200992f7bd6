"""What stands inside one block of Markdown: its words, links, code, images and marker comments."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote

from markdown_it.token import Token

from ..model.document import Block, Cell, Heading, Link, Marker, Prose, Run

ATTRIBUTES = re.compile(r"\s*\{:?\s*([^{}]*)\}\s*$")
"""Inside the text of one block: the attribute list at its end."""
INNER_ATTRIBUTES = re.compile(r"\{:?\s*[.#][^{}]*\}")
"""Inside the text of one block: the attribute list of a link or an emphasis."""
MARKER = re.compile(r"<!--\s*handbook/(\S+)(?:\s+(.*?))?\s*-->", re.DOTALL)
"""Inside one HTML token: a marker comment."""
BREAKS = ("softbreak", "hardbreak")


def line(token: Token) -> int:
    """The line a block begins on, from 1."""
    return (token.map or [0])[0] + 1


def words(token: Token) -> str:
    """What readers read in a block: words with those of its links, without code; its lines stay lines."""
    parts = (
        "\n" if child.type in BREAKS else child.content
        for child in token.children or []
        if child.type in ("text", *BREAKS)
    )
    return INNER_ATTRIBUTES.sub("", ATTRIBUTES.sub("", "".join(parts)))


def heading(token: Token, level: int) -> Heading:
    """A heading; its id is the last `#id` of the attribute list at its end."""
    parts = (
        " " if child.type in BREAKS else child.content
        for child in token.children or []
        if child.type in ("text", "code_inline", *BREAKS)
    )
    text = "".join(parts)
    attributes = ATTRIBUTES.search(text)
    ids = [word[1:] for word in attributes[1].split() if word.startswith("#")] if attributes else []
    return Heading(level, ATTRIBUTES.sub("", text).strip(), ids[-1] if ids else None, line(token))


def cell(token: Token) -> Cell:
    """A cell of a table, to be compared with its fellow in the other language."""
    links = (link.target for link in linked(token, "", "cell") if isinstance(link, Link))
    return Cell(words(token), tuple(_codes(token)), tuple(links), line(token))


def linked(token: Token, section: str, kind: str) -> Iterator[Link | Marker | Block | Prose]:
    """The links, images, pieces of code and marker comments of a block, each with its own line."""
    at = line(token)
    for child in token.children or []:
        match child.type:
            case "softbreak" | "hardbreak":
                at += 1
            case "html_inline":
                yield from markers(child.content, at, lone=False)
            case "link_open":
                target = unquote(str(child.attrGet("href")))
                yield Link(target, at, section, "cell" if kind == "cell" else "text")
            case "image":
                target = unquote(str(child.attrGet("src")))
                yield Link(target, at, section, "image")
                yield Block("image", f"{target}\n{child.content}", section, at)
                yield Prose(child.content, section, at, "image")
            case "code_inline" if kind != "cell":
                yield Block("inline", child.content, section, at)


def runs(token: Token, section: str) -> Iterator[Run]:
    """The running text of a block; what stands inside a link or code is not running text."""
    inside, text = 0, ""
    for child in [*(token.children or []), Token("end", "", 0)]:
        inside += (child.type == "link_open") - (child.type == "link_close")
        if child.type in ("text", "softbreak") and not inside:
            text += child.content or "\n"
        elif text.strip():
            yield Run(text, section)
        if child.type not in ("text", "softbreak"):
            text = ""


def markers(html: str, at: int, lone: bool) -> Iterator[Marker]:
    """The marker comments of one HTML token that begins on line `at`."""
    for match in MARKER.finditer(html):
        alone = lone and match[0] in map(str.strip, html.splitlines())
        yield Marker(match[1], match[2] or None, at + html.count("\n", 0, match.start()), alone)


def text_of(html: str) -> str:
    """What readers read of a block of raw HTML."""
    reading = _Text()
    try:
        reading.feed(html)
        reading.close()
    except AssertionError:  # the parser's way to say that a declaration is none
        return ""
    return "".join(reading.parts).strip()


class _Text(HTMLParser):
    """Gathers the text between tags."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def _codes(token: Token) -> Iterator[str]:
    return (child.content for child in token.children or [] if child.type == "code_inline")
