"""Extracts the inline parts of one Markdown block: text, links, code, images and marker comments."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import takewhile
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..model.document import Block, Cell, Heading, Link, Marker, Prose, Run

if TYPE_CHECKING:  # importing the Markdown parser is slow, and no page is parsed whose text has not changed
    from markdown_it.token import Token

ATTRIBUTES = re.compile(r"\{:?[ \t]*[^{}\s][^{}\n]*\}")
"""An attribute list, at the end of a block or directly after a link, code, an image or emphasis."""
PLACEHOLDER = re.compile(r"\{{1,2}[^\W\d_][\w .-]{0,40}\}{1,2}")
"""What readers or programs replace, such as `{name}`: like code, it is not a text of a language."""
WITH_ATTRIBUTES = ("link_close", "em_close", "strong_close", "code_inline", "image")
"""The tokens that an attribute list may follow inside a block."""
MARKER_PREFIX = "handbook/"
"""The first characters of a marker comment."""
BREAKS = ("softbreak", "hardbreak")
LINE_BREAKS = ("br",)
"""HTML elements that only break a line: where they are differs between languages."""
TEXT = ("text", *BREAKS)


def line(token: "Token") -> int:
    """Return the first line of a block, counted from 1."""
    return (token.map or [0])[0] + 1


def words(token: "Token", one_line: bool = False) -> str:
    """Return the text of a block with its line breaks and the text of links, without code, placeholders and attributes.

    The attribute list of a block is on its own last line; that of a block on one line, as a heading, ends the line.
    """
    text = "".join(_texts(token.children or []))
    if "{" not in text:
        return text
    head, attributes = _split_attributes(text)
    without = head if attributes and (one_line or text[len(head) :].lstrip(" ").startswith("\n")) else text
    return PLACEHOLDER.sub("", without)


def _texts(children: "list[Token]") -> Iterator[str]:
    previous = ""
    for child in children:
        if child.type in BREAKS:
            yield "\n"
        elif child.type == "html_inline":
            yield " " if child.content[:3].casefold() == "<br" else ""
        elif child.type == "text":
            attributes = ATTRIBUTES.match(child.content) if previous in WITH_ATTRIBUTES else None
            yield child.content[attributes.end() :] if attributes else child.content
        previous = child.type


def heading(token: "Token", level: int) -> Heading:
    """Return a heading; its id is the last `#id` of the attribute list at its end."""
    parts = (
        " " if child.type in BREAKS else child.content
        for child in token.children or []
        if child.type in ("text", "code_inline", *BREAKS)
    )
    text = "".join(parts)
    text, attributes = _split_attributes(text)
    ids = [word[1:] for word in attributes.split() if word.startswith("#")]
    return Heading(level, text.strip(), ids[-1] if ids else None, line(token))


def _split_attributes(text: str) -> tuple[str, str]:
    """Return the text of a block without the attribute list at its end, and the content of that list."""
    stripped = text.rstrip()
    start = stripped.rfind("{")
    if start < 0 or stripped.find("}", start) != len(stripped) - 1:
        return text, ""
    return stripped[:start].rstrip(), stripped[start + 1 : -1].removeprefix(":")


def cell(token: "Token") -> Cell:
    """Return a table cell, for comparison with the cell in the other language."""
    links = (part.target for part in inline_parts(token, "", "cell") if isinstance(part, Link))
    return Cell(words(token, one_line=True), tuple(_codes(token)), tuple(links), line(token))


def inline_parts(token: "Token", section: str, kind: str) -> Iterator[Link | Marker | Block | Prose]:
    """Yield the links, images, code and marker comments of a block, each with its own line."""
    number, children = line(token), token.children or []
    for index, child in enumerate(children):
        if tooltip := child.attrs and child.attrGet("title"):
            yield Prose(str(tooltip), section, number, "title")
        match child.type:
            case "softbreak" | "hardbreak":
                number += 1
            case "html_inline":
                yield from markers(child.content, number, lone=False)
                yield from html_parts(child.content, section, number)
            case "link_open":
                target, text = unquote(str(child.attrGet("href"))), _link_text(children, index)
                yield Link(target, number, section, "cell" if kind == "cell" else "text", text, str(tooltip or ""))
            case "image":
                target = unquote(str(child.attrGet("src")))
                yield Link(target, number, section, "image", title=str(tooltip or ""))
                yield Block("image", f"{target}\n{child.content}", section, number)
                yield Prose(child.content, section, number, "image")
            case "code_inline" if kind != "cell":
                yield Block("inline", child.content, section, number)
            case "text" if kind != "cell" and "{" in child.content:
                placeholders = PLACEHOLDER.findall(child.content)
                yield from (Block("inline", placeholder, section, number) for placeholder in placeholders)


def _link_text(children: "list[Token]", opening: int) -> str:
    """Return the text of the link that opens at an index."""
    inside = takewhile(lambda child: child.type != "link_close", (children[n] for n in range(opening, len(children))))
    return "".join(" " if child.type in BREAKS else child.content for child in inside if child.type in TEXT)


def runs(token: "Token", section: str, cell: bool) -> Iterator[Run]:
    """Yield the running text of a block, without the content of links and code."""
    links, bold, text = 0, 0, ""
    for child in token.children or []:
        if child.type in ("text", "softbreak"):
            text += "" if links else child.content or "\n"
            continue
        if text.strip():
            yield Run(text, section, cell or bold > 0)
        text = ""
        links += child.nesting if child.type.startswith("link_") else 0
        bold += child.nesting if child.type.startswith("strong_") else 0
    if text.strip():
        yield Run(text, section, cell)


def markers(html: str, first_line: int, lone: bool) -> Iterator[Marker]:
    """Yield the marker comments of an HTML token; `lone` says whether they can be alone on their lines."""
    lines = {*map(str.strip, html.splitlines())} if lone else set()
    number, last = first_line, 0
    for start, end in _comments(html):
        number, last = number + html.count("\n", last, start), start
        name, *argument = html[start + len("<!--") : end - len("-->")].split(maxsplit=1) or [""]
        if len(name) > len(MARKER_PREFIX) and name.startswith(MARKER_PREFIX):
            what = argument[0].strip() if argument else None
            yield Marker(name.removeprefix(MARKER_PREFIX), what, number, html[start:end] in lines)


def _comments(html: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each closed comment of an HTML token."""
    end = 0
    while (start := html.find("<!--", end)) >= 0 and (close := html.find("-->", start + len("<!--"))) >= 0:
        end = close + len("-->")
        yield start, end


def html_parts(html: str, section: str, first_line: int) -> Iterator[Block | Prose]:
    """Yield the elements, the text and the tooltips of raw HTML."""
    parser = _HtmlParser()
    try:
        parser.feed(html)
        parser.close()
    except AssertionError:  # raised by HTMLParser for an invalid declaration
        return
    for name, after in parser.elements:
        if name not in LINE_BREAKS:
            yield Block("html", name, section, first_line + after)
    yield from (Prose(title, section, first_line, "title") for title in parser.titles)
    if text := "".join(parser.texts).strip():
        yield Prose(text, section, first_line, "html")


class _HtmlParser(HTMLParser):
    """Collects the elements with their classes, each after how many lines, `title` attributes, the text between."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, int]] = []
        self.titles: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = sorted((dict(attrs).get("class") or "").split())
        self.elements.append((".".join((tag, *classes)), self.getpos()[0] - 1))
        self.titles += [value for name, value in attrs if name == "title" and value]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def _codes(token: "Token") -> Iterator[str]:
    """Yield the code and the placeholders in a block."""
    for child in token.children or []:
        if child.type == "code_inline":
            yield child.content
        elif child.type == "text":
            yield from PLACEHOLDER.findall(child.content)
