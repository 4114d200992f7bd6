"""The HTML of the sheets of an edition: the content of each under a head with its team and the address of its page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement, builder, tostring

from ...languages.labels import LABELS
from ...languages.registry import language
from ...model.handbook import Handbook
from ..book import BookPage, Edition, Imprint
from ..book.letters import transliterate
from . import About, PrintableSheets, Sheet, SheetFile
from .content import sheet_content
from .qr_code import qr_code

APART = " · "
"""What stands between the words above a sheet, and between titles."""
KINDS = {"role": "role", "responsibility": "responsibility"}


@dataclass(frozen=True, slots=True)
class SheetTexts:
    """What the sheets of an edition are made from: the handbook, the pages of the site by path, and the imprint."""

    handbook: Handbook
    edition: Edition
    pages: Mapping[str, BookPage]
    imprint: Imprint

    def label(self, key: str, **values: str) -> str:
        """A label in the language of the edition."""
        return LABELS[key].format(**values).in_language(self.edition.language)


def printable_sheets(texts: SheetTexts, files: Iterable[SheetFile]) -> PrintableSheets:
    """Files of sheets in one document, which is laid out much faster than one for each file."""
    head = builder.HEAD(builder.META(charset="utf-8"), builder.TITLE(texts.imprint.title))
    body = builder.BODY(*(_file(texts, file) for file in files))
    tree = transliterate(builder.HTML(head, body, lang=texts.edition.tag), texts.edition)
    about = {file.get("id"): _about(file, texts.imprint.firm, tree.findtext("head/title")) for file in body}
    return PrintableSheets(f"<!doctype html>\n{tostring(tree, encoding='unicode')}", about, texts.imprint)


def _file(texts: SheetTexts, file: SheetFile) -> HtmlElement:
    """The sheets of a file."""
    sheets = (_sheet(texts, sheet) for sheet in file.sheets)
    return builder.DIV({"class": f"file {file.sheets[0].kind}", "id": file.name}, *sheets)


def _about(file: HtmlElement, firm: str, handbook: str) -> About:
    """The titles of the sheets in a file, and what stands above them, as its keywords."""
    titles = (title.text_content() for title in file.iter("h1"))
    words = dict.fromkeys(word for kind in file.xpath(".//p[@class='kind']") for word in _words(kind))
    return About(APART.join((*titles, handbook)), firm or handbook, tuple(word for word in words if word != firm))


def _words(kind: HtmlElement) -> list[str]:
    return [word for word in kind.text_content().split(APART) if word]


def _sheet(texts: SheetTexts, sheet: Sheet) -> HtmlElement:
    """A sheet: its head, its content, and the text of the foot of its pages."""
    page = texts.pages[sheet.path]
    content = sheet_content(sheet, page.html)
    content.set("class", f"sheet of-{sheet.path.partition('/')[0]}")
    content[0].addprevious(_head(texts, sheet, page))
    return content


def _head(texts: SheetTexts, sheet: Sheet, page: BookPage) -> HtmlElement:
    """The team and the kind of the sheet; on the right the QR code of its page, if the site has an address."""
    team = texts.handbook.facts.teams.get(sheet.path.partition("/")[0])
    kind = texts.label(KINDS[sheet.kind]) if sheet.kind in KINDS else ""
    words = (texts.imprint.firm, team.title[texts.edition.language] if team else "", kind)
    head = builder.DIV({"class": "head"}, builder.P({"class": "kind"}, APART.join(filter(None, words))))
    head.insert(0, builder.P({"class": "foot"}, _foot(texts)))
    if texts.imprint.site_url:
        address = f"{texts.imprint.site_url.rstrip('/')}/{page.address}"
        code = builder.IMG(src=qr_code(address), alt=texts.label("sheet-code"))
        head.insert(0, builder.DIV({"class": "address"}, code, builder.P(builder.A(_shown(address), href=address))))
    return head


def _shown(address: str) -> str:
    """An address as people read it, without its scheme."""
    return address.partition("://")[2].rstrip("/")


def _foot(texts: SheetTexts) -> str:
    """The handbook, the edition and the day of the text, as far as they are known."""
    imprint = texts.imprint
    day = language(texts.edition.language).date(imprint.day) if imprint.day else ""
    version = texts.label("book-version", version=imprint.version) if imprint.version else ""
    return APART.join(filter(None, (imprint.title, version, texts.label("book-day", day=day) if day else "")))
