"""Combines the pages of a language into one HTML document: cover, imprint, contents, chapters by team, index."""

from collections.abc import Iterator

from lxml.html import HtmlElement, builder, tostring

from ...crosslinks.lexicons import GLOSSARY
from ...model.handbook import Handbook
from . import Chapter, Edition, Imprint, PrintableBook
from .chapters import printed_chapter
from .figures import replace_svg
from .front import chapter_id, contents, cover, imprint_page
from .glossary import sort_terms
from .index import index_id, index_page, printed_index, without
from .letters import transliterate
from .links import BookLinks, book_id, book_links
from .spacing import keep_together

CHANGES = "about/changes.md"
"""The page that says what has changed, to which the imprint refers."""
COLUMNS = "in-columns"
"""The class of pages whose text is set in two columns, and of the element around that text."""


def printable_book(
    handbook: Handbook, edition: Edition, chapters: tuple[Chapter, ...], imprint: Imprint
) -> PrintableBook:
    """The whole book of an edition. Raises `HandbookError` if a link in it is broken."""
    tree = transliterate(_book(handbook, edition, chapters, imprint), edition)
    keep_together(tree.find("body"))
    for figure in tree.xpath("//figure[.//svg]"):
        replace_svg(figure)
    anchors = {element.get("id"): " ".join(element.text_content().split()) for element in tree.xpath("//*[@id]")}
    return PrintableBook(f"<!doctype html>\n{tostring(tree, encoding='unicode')}", anchors, imprint)


def _book(handbook: Handbook, edition: Edition, chapters: tuple[Chapter, ...], imprint: Imprint) -> HtmlElement:
    links = book_links(chapters, imprint.site_url)
    paths = frozenset(book_page.path for chapter in chapters for book_page in chapter.pages)
    names = index_page(chapters)
    chapters = without(chapters, names)
    text = [part for number, chapter in enumerate(chapters, start=1) for part in _chapter(chapter, 1, links, number)]
    for section in text:
        if section.xpath(f"./*[@id='{book_id(GLOSSARY)}']"):
            sort_terms(section, edition)
    index = printed_index(handbook, edition, names, links, paths)
    (title,) = (heading.text_content() for heading in index.xpath("./*[@class='title']"))
    body = builder.BODY(
        cover(edition, imprint),
        imprint_page(edition, imprint, book_id(CHANGES) if CHANGES in paths else ""),
        contents(edition, chapters, (index_id(names), title)),
        *text,
        index,
    )
    return builder.HTML(_head(imprint, chapters), body, lang=edition.tag)


def _head(imprint: Imprint, chapters: tuple[Chapter, ...]) -> HtmlElement:
    """What the PDF says of itself: its keywords are the titles of its parts."""
    return builder.HEAD(
        builder.META(charset="utf-8"),
        builder.TITLE(imprint.title),
        builder.META(name="description", content=imprint.description),
        builder.META(name="author", content=imprint.author),
        builder.META(name="keywords", content=", ".join(chapter.title for chapter in chapters)),
    )


def _chapter(chapter: Chapter, level: int, links: BookLinks, number: int = 0) -> Iterator[HtmlElement]:
    """The sections of a chapter: its page, or a heading alone, then its parts; `number` is 0 below the top level."""
    if chapter.book_page:
        section = printed_chapter(chapter.book_page, level, links)
        kind = _kind(chapter.book_page.path, level)
        if COLUMNS in kind:
            section.append(builder.DIV({"class": COLUMNS}, *section[1:]))
    else:
        heading = builder.E(f"h{level}", {"class": "title", "id": chapter_id(chapter)}, chapter.title)
        section, kind = builder.SECTION(heading), "opening"
    section.set("class", " ".join(filter(None, (f"leaf level-{level}", "chapter" if number else "", kind))))
    yield section
    for part in chapter.parts:
        yield from _chapter(part, level + 1, links)


def _kind(path: str, level: int) -> str:
    """The class of a page: its folder at the top level, how it is set below it, else empty."""
    match path.split("/"):
        case [team, *_] if level == 1:
            return team
        case [_, "roles" | "responsibilities", _]:
            return COLUMNS
        case ["about", _]:
            return f"appendix {COLUMNS}"
    return ""
