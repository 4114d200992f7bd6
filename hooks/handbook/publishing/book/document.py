"""Combines the pages of a language into one HTML document: cover, contents, chapters by team, index."""

from collections.abc import Iterator

from lxml.html import HtmlElement, builder, tostring

from ...languages.labels import LABELS
from ...languages.registry import language
from ...model.handbook import Handbook
from . import Chapter, Edition, Imprint, PrintableBook
from .chapters import printed_chapter
from .figures import replace_svg
from .letters import transliterate
from .links import BookLinks, book_id, book_links


def printable_book(
    handbook: Handbook, edition: Edition, chapters: tuple[Chapter, ...], imprint: Imprint
) -> PrintableBook:
    """The whole book of an edition. Raises `HandbookError` if a link in it is broken."""
    links = book_links(chapters, imprint.site_url)
    text = [part for number, chapter in enumerate(chapters, start=1) for part in _chapter(chapter, 1, links, number)]
    body = builder.BODY(
        _cover(edition, imprint), _contents(edition, chapters), *text, _index(handbook, edition, chapters)
    )
    head = builder.HEAD(
        builder.META(charset="utf-8"),
        builder.TITLE(imprint.title),
        builder.META(name="description", content=imprint.description),
    )
    tree = transliterate(builder.HTML(head, body, lang=edition.tag), edition)
    for figure in tree.xpath("//figure[.//svg]"):
        replace_svg(figure)
    anchors = {element.get("id"): " ".join(element.text_content().split()) for element in tree.xpath("//*[@id]")}
    return PrintableBook(f"<!doctype html>\n{tostring(tree, encoding='unicode')}", anchors, imprint)


def _label(edition: Edition, key: str, **values: str) -> str:
    return LABELS[key].format(**values).in_language(edition.language)


def _cover(edition: Edition, imprint: Imprint) -> HtmlElement:
    day = language(edition.language).date(imprint.day) if imprint.day else ""
    lines = (
        ("firm", imprint.firm),
        ("name", imprint.title),
        ("about", imprint.description),
        ("edition", _label(edition, "book-version", version=imprint.version) if imprint.version else ""),
        ("edition", _label(edition, "book-day", day=day) if day else ""),
    )
    return builder.SECTION(
        {"class": "cover"}, *(builder.P({"class": css_class}, text) for css_class, text in lines if text)
    )


def _contents(edition: Edition, chapters: tuple[Chapter, ...]) -> HtmlElement:
    title = builder.H1({"class": "title", "id": "book:contents"}, _label(edition, "book-contents"))
    entries = [*_entries(chapters, 1), _entry("book:index", _label(edition, "book-index"), 1)]
    return builder.SECTION({"class": "contents"}, title, *entries)


def _entries(chapters: tuple[Chapter, ...], level: int) -> Iterator[HtmlElement]:
    for chapter in chapters:
        yield _entry(_id(chapter), chapter.title, level)
        yield from _entries(chapter.parts, level + 1)


def _entry(id_: str, title: str, level: int) -> HtmlElement:
    return builder.P({"class": f"entry level-{level}"}, builder.A(title, href=f"#{id_}"))


def _id(chapter: Chapter) -> str:
    """The id of a chapter; one without a page of its own gets it from the first page in it."""
    return book_id(chapter.book_page.path) if chapter.book_page else f"before:{book_id(next(chapter.pages).path)}"


def _chapter(chapter: Chapter, level: int, links: BookLinks, number: int = 0) -> Iterator[HtmlElement]:
    """The sections of a chapter: its page, or a heading alone, then its parts; `number` is 0 below the top level."""
    if chapter.book_page:
        section = printed_chapter(chapter.book_page, level, links)
        kind = _kind(chapter.book_page.path, level)
    else:
        heading = builder.E(f"h{level}", {"class": "title", "id": _id(chapter)}, chapter.title)
        section, kind = builder.SECTION(heading), "opening"
    section.set("class", " ".join(filter(None, (f"leaf level-{level}", "chapter" if number else "", kind))))
    yield section
    for part in chapter.parts:
        yield from _chapter(part, level + 1, links)


def _kind(path: str, level: int) -> str:
    """The class of a page: its folder at the top level, `role` for the page of a role below it, else empty."""
    match path.split("/"):
        case [team, *_] if level == 1:
            return team
        case [_, "roles", _]:
            return "role"
    return ""


def _index(handbook: Handbook, edition: Edition, chapters: tuple[Chapter, ...]) -> HtmlElement:
    """Every role and responsibility in the alphabetical order of the edition, with its page."""
    included = {book_page.path for chapter in chapters for book_page in chapter.pages}
    pages = (handbook.page(edition.language, entry.page) for entry in handbook.facts.entries if entry.page in included)
    titles = sorted(((page.title, page.path) for page in pages if page), key=lambda row: edition.sort_key(row[0]))
    heading = builder.H1({"class": "title", "id": "book:index"}, _label(edition, "book-index"))
    entries = (_entry(book_id(path), title, 2) for title, path in titles)
    return builder.SECTION({"class": "leaf chapter index"}, heading, builder.DIV({"class": "columns"}, *entries))
