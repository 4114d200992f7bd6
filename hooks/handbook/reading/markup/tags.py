"""Reads HTML and collects what must not be in it."""

import re
from html.parser import HTMLParser

from ...model.document import Markup, MarkupKind
from ...model.markup import CONTROLS, allowed

TAG = re.compile(
    r"<[a-z][a-z0-9]*(?:\s+[a-z][\w:-]*(?:=(?:\"[^\"<]*\"|'[^'<]*'|[^\s\"'<>=`]+))?)*\s*/?>", re.IGNORECASE
)
"""A start tag that every HTML parser reads in the same way."""
SHOWN = 60
"""The number of characters that a finding quotes."""


class Tags(HTMLParser):
    """Collects from HTML, as `Markup`, what is not allowed or what HTML parsers could read in different ways."""

    def __init__(self, elements: frozenset[str]) -> None:
        super().__init__(convert_charrefs=False)
        self.elements = elements
        self.found: list[Markup] = []
        self.lines: list[str] = []
        self.reported: set[str] = set()

    def read(self, html: str) -> list[Markup]:
        self.lines = html.split("\n")
        try:
            self.feed(html)
            self.close()
        except AssertionError:  # raised by HTMLParser for an invalid declaration
            self._unclear()
        return self.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.elements:
            self._add("element", tag)
            self.reported.add(tag)
            return
        if not TAG.fullmatch(self.get_starttag_text() or ""):
            self._unclear()
        for name, value in attrs:
            if not allowed(tag, name, value or ""):
                self._add(*_fault(tag, name, value or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.elements | self.reported:
            self._add("element", f"/{tag}")
            self.reported.add(tag)

    def handle_comment(self, data: str) -> None:
        ends_early = data.startswith((">", "->")) or "--" in data or data.endswith("-")
        if ends_early or not self._here().startswith("<!--"):
            self._unclear()

    def handle_decl(self, decl: str) -> None:
        self._unclear()

    def handle_pi(self, data: str) -> None:
        self._unclear()

    def unknown_decl(self, data: str) -> None:
        self._unclear()

    def handle_data(self, data: str) -> None:
        if "<" in data:
            self._unclear()

    def _here(self) -> str:
        line, column = self.getpos()
        return self.lines[line - 1][column:]

    def _add(self, kind: MarkupKind, what: str) -> None:
        self.found.append(Markup(kind, what, self.getpos()[0]))

    def _unclear(self) -> None:
        self._add("unclear", self._here()[:SHOWN])


def _fault(tag: str, name: str, value: str) -> tuple[MarkupKind, str]:
    """Return what is wrong with an attribute of an element."""
    value = CONTROLS.sub(" ", value).strip()
    match tag, name:
        case "a", "href":
            return "address", value[:SHOWN]
        case "img", "src":
            return "image", value[:SHOWN]
    return "attribute", f'{name}="{value[:SHOWN]}"' if value else name
