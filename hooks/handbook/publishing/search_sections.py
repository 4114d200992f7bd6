"""Divides the HTML of a page into the sections that search finds, as the theme's own index does.

The theme uses Python's HTML parser for that, which takes 0.35 s of processor time for 118 pages; this takes a quarter.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from lxml import etree
from lxml.etree import _Element as Element

PARSER = etree.HTMLParser()
"""Not that of `lxml.html`, whose elements are objects of Python: search would take 2 % of a build more."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
"""Elements whose tags stay in the text: a search result shows them."""
APART = frozenset({"td", "th", "dt", "dd", "div", "br", "summary", "caption", "figcaption"})
"""Elements without kept tags whose text is apart from what follows: search must not read two cells as one word."""
SKIPPED = frozenset({"object", "script", "style"})
EXCLUDED = "data-search-exclude"
"""The attribute of an element that search does not find; on a heading, of its section."""


@dataclass(slots=True)
class SearchSection:
    """A section: the id of its heading (empty for the first one), and the pieces of its title and text as HTML."""

    id: str
    excluded: bool = False
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def search_sections(article: str) -> list[SearchSection]:
    """The sections of a page without those that are excluded; text before the first heading is a section of its own."""
    sections: list[SearchSection] = []
    (body,) = etree.fromstring(f"<html><body>{article}</body></html>", PARSER)
    _read_children(body, sections, None)
    return [section for section in sections if not section.excluded]


def joined(pieces: list[str]) -> str:
    """Pieces of HTML as one text, with one space where several meet."""
    kept: list[str] = []
    for piece in pieces:
        if piece != " " or (kept and not kept[-1][-1].isspace()):
            kept.append(piece)
    return "".join(kept).strip()


def _read_children(parent: Element, sections: list[SearchSection], section: SearchSection | None) -> None:
    """Read the content of an element; a section that begins inside an element ends with it."""
    section = _add_text(parent.text, sections, section)
    for child in parent:
        if child.tag in HEADINGS and "id" in child.attrib:
            section = _begin(child, sections)
        elif _is_read(child):
            section = section or _preface(sections)
            if child.tag in KEPT:
                section.text += _kept(child)
            else:
                _read_children(child, sections, section)
                section.text += [" "] if child.tag in APART else []
        section = _add_text(child.tail, sections, section)


def _begin(heading: Element, sections: list[SearchSection]) -> SearchSection:
    if not sections and heading.tag != "h1":
        _preface(sections)
    section = SearchSection(heading.get("id") if sections else "", EXCLUDED in heading.attrib)
    section.title += _pieces(heading)
    sections.append(section)
    return section


def _preface(sections: list[SearchSection]) -> SearchSection:
    sections.append(SearchSection(""))
    return sections[-1]


def _add_text(text: str | None, sections: list[SearchSection], section: SearchSection | None) -> SearchSection | None:
    """Add text between elements; white space alone begins no section."""
    if text and (section or not text.isspace()):
        section = section or _preface(sections)
        section.text.append(_escaped(text))
    return section


def _kept(element: Element) -> Iterator[str]:
    """An element with its tags; nothing if it is empty."""
    pieces = [*_pieces(element)]
    if any(not piece.isspace() for piece in pieces):
        yield f"<{element.tag}>"
        yield from pieces
        yield f"</{element.tag}>"


def _pieces(element: Element) -> Iterator[str]:
    """The text inside an element, with the tags that are kept; without the permanent link of a heading."""
    preformatted = element.tag == "pre"
    if element.text:
        yield _escaped(element.text, preformatted)
    for child in element:
        if _is_read(child) and child.get("class") != "headerlink":
            yield from _kept(child) if child.tag in KEPT else _pieces(child)
            yield from (" ",) if child.tag in APART else ()
        if child.tail:
            yield _escaped(child.tail, preformatted)


def _is_read(element: Element) -> bool:
    return isinstance(element.tag, str) and element.tag not in SKIPPED and EXCLUDED not in element.attrib


def _escaped(text: str, preformatted: bool = False) -> str:
    """Text as HTML; unless it is preformatted, its lines are joined, and white space alone counts as one space."""
    if not preformatted:
        text = " " if text.isspace() else text.replace("\n", " ")
    return escape(text, quote=False)
