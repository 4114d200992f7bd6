"""A printed book as its reader gets it: outline, links, pictures, letters and words, read from the PDF."""

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest
from lxml import html
from outloud import check
from pikepdf import Array, Dictionary, Name, Object, OutlineItem

from handbook.languages import serbian
from handbook.publishing.book import Edition
from pages import Built, page, pages
from trees import EDITIONS

editions = pytest.mark.parametrize("edition", EDITIONS, ids=[edition.name for edition in EDITIONS])
"""Runs a test on each book."""
UNPRINTED = """
    .//a[@class='headerlink'] | .//*[@id='mentioned-in']/ancestor::div[1] | .//script | .//style
    | .//*[contains(@class, 'handbook-choices') or contains(@class, 'handbook-label') or contains(@class, 'handbook-sheet')]
    | .//*[contains(@class, 'handbook-eyebrow')]
    | .//*[contains(@class, 'handbook-screen') or contains(@class, 'handbook-foot') or contains(@class, 'handbook-books')]
"""
"""What stands in the article of a page and not in the book."""
OUTSIDE = ".//a[starts-with(@href, 'http') or contains(@href, '/data/')]"
"""Links to what is not in the book: their addresses are footnotes."""
NOTE = "\ue000"
REFERENCE = "\ue001"
"""Stands after a link within the book, where its page number may be printed."""
AROUND = re.compile(r"((\n([•–]|\d+\.))+(\n\S+)*)?(\n\d+\. https?://.*)?\s*\Z", re.DOTALL)
"""The marks of lists at the end of a page, the turned words of a matrix, and the footnotes."""
SORTED = ("a-z.md", "glossary.md")
"""The pages whose names follow the alphabet of the edition; the index stands in place of the first."""
MARK = re.compile(r"\n(?:[•–]|\d+\.)(?=\n)")
"""The mark of a list on a line of its own, where the item goes on in the next column."""
MATRICES = ".//*[contains(@class, 'handbook-raci') and contains(@class, 'whole')]"


class Link(NamedTuple):
    """A link of a book: its words for those who hear it, and the place in the book or the address it leads to."""

    words: str
    place: str
    address: str


class Font(NamedTuple):
    """A typeface of a book; whether it is in the file, and whether its letters can be copied."""

    name: str
    embedded: bool
    copyable: bool


@dataclass(frozen=True)
class Printed:
    """A book of a built site."""

    site: Path
    edition: Edition

    @property
    def file(self) -> Path:
        return self.site / self.edition.file

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.open(self.file)

    @property
    def elements(self) -> Iterator[Object]:
        """Every element of the structure, in reading order."""
        return _below(self.pdf.Root.StructTreeRoot.K[0])

    @property
    def levels(self) -> list[int]:
        """The level of every heading of the structure."""
        kinds = (str(element.S) for element in self.elements)
        return [int(kind[2]) for kind in kinds if re.fullmatch("/H[1-6]", kind)]

    @property
    def outline(self) -> list[str]:
        """The titles of all bookmarks."""
        with self.pdf.open_outline() as outline:
            return [title for item in outline.root for title in _titles(item)]

    @property
    def places(self) -> set[str]:
        """What links can lead to."""
        return {str(name) for name, _ in pikepdf.NameTree(self.pdf.Root.Names.Dests).items()}

    @property
    def anchors(self) -> dict[int, list[str]]:
        """The places that links can lead to, by the number of their page."""
        sheets = {sheet.obj.objgen: number for number, sheet in enumerate(self.pdf.pages, start=1)}
        found: dict[int, list[str]] = {}
        for name, place in pikepdf.NameTree(self.pdf.Root.Names.Dests).items():
            found.setdefault(sheets[place[0].objgen], []).append(str(name))
        return found

    @property
    def links(self) -> list[Link]:
        found = (link for sheet in self.pdf.pages for link in sheet.get("/Annots", ()) if link.Subtype == Name.Link)
        return [
            Link(str(link.Contents), str(link.get("/Dest", "")), str(link.A.URI) if "/A" in link else "")
            for link in found
        ]

    @property
    def pictures(self) -> list[str]:
        """The description of every picture."""
        return [str(element.Alt) for element in self.elements if Name.Figure == element.S]

    @property
    def fonts(self) -> list[Font]:
        dictionaries = (item for item in self.pdf.objects if isinstance(item, Dictionary))
        return [
            Font(str(font.BaseFont), _embedded(font), "/ToUnicode" in font)
            for font in dictionaries
            if font.get("/Type") == Name.Font and font.Subtype == Name.Type0
        ]

    def holds(self, *texts: str) -> bool:
        """Whether one of these texts stands anywhere in the file."""
        streams = (item.read_bytes() for item in self.pdf.objects if isinstance(item, pikepdf.Stream))
        return any(text.encode() in stream for stream in streams for text in texts)

    @property
    def landscape(self) -> list[int]:
        """The numbers of the pages that lie on their side."""
        boxes = ((number, sheet.mediabox) for number, sheet in enumerate(self.pdf.pages, start=1))
        return [number for number, box in boxes if box[2] > box[3]]

    def text(self, number: int) -> str:
        """The text of a page."""
        return _pdftotext("-f", str(number), "-l", str(number), self.file)

    @cached_property
    def words(self) -> str:
        """The text that can be copied: parts of a word that a line end split joined, all white space out.

        A paragraph may go on on the next page, so what stands around the text of a page is left out: its margins,
        the marks of its lists, which come after all text, and its footnotes.
        """
        text = _pdftotext("-y", "52", "-x", "0", "-W", "2000", "-H", "735", "-raw", "-", given=self._without_pictures())
        return squeezed("\n".join(MARK.sub("", AROUND.sub("", sheet)) for sheet in text.split("\f")))

    def _without_pictures(self) -> bytes:
        """The file without its pictures, whose words come in the middle of a paragraph that goes on on the next page."""
        out = BytesIO()
        with pikepdf.open(self.file) as pdf:
            for sheet in pdf.pages:
                sheet.obj.Resources.XObject = Dictionary()
            pdf.save(out)
        return out.getvalue()

    def errors(self) -> list[str]:
        """What a checker of PDF/UA-1 has against it."""
        result = check(str(self.file), layers={"conformance"})
        return (
            [result.error] if result.error else [str(found) for found in result.findings if found.severity == "error"]
        )

    def spelled(self, text: str) -> str:
        """Text of the site as this book spells it, without white space."""
        return squeezed(serbian.latin(text) if self.edition.tag == "sr-Latn" else text)

    def lost(self, path: str) -> list[str]:
        """The first paragraph of a page that cannot be copied, or not in the order of the page."""
        built = page(self.site, path, self.edition.language)
        article = printed_part(built)
        addresses = "".join(article.xpath(".//a/@href"))
        between = len(self.spelled(article.text_content())) + len(addresses)  # headings, pictures, footnotes
        texts = [self.spelled(text) for text in paragraphs(built)]
        patterns = [_pattern(text) for text in texts]
        if path in SORTED:
            return [text for text, pattern in zip(texts, patterns, strict=True) if not pattern.search(self.words)]
        starts = [found.start() for found in patterns[0].finditer(self.words)] if patterns else []
        placed = max((self._placed(texts, patterns, start, between) for start in starts), default=0)
        return texts[placed : placed + 1]

    def _placed(self, texts: list[str], patterns: list[re.Pattern[str]], at: int, between: int) -> int:
        """How many of the texts stand one after the other from there on."""
        for count, (text, pattern) in enumerate(zip(texts, patterns, strict=True)):
            found = pattern.search(self.words, at, at + between + len(text))
            if not found:
                return count
            at = found.end()
        return len(texts)

    def titles(self, paths: Iterable[str]) -> set[str]:
        """The titles of pages, as this book spells them."""
        built = (printed_part(page(self.site, path, self.edition.language)) for path in paths)
        return {self.spelled(article.xpath("string(.//h1)")) for article in built}

    def on_pages(self, xpath: str) -> int:
        """How many elements of that kind the pages of this language hold."""
        same = (built for built in pages(self.site) if built.language == self.edition.language)
        return sum(len(built.tree.xpath(f"//article{xpath.removeprefix('.')}")) for built in same)


def printed_part(built: Built) -> html.HtmlElement:
    """The article of a page without what is for screens alone."""
    article = built.article
    for unprinted in article.xpath(UNPRINTED):
        unprinted.drop_tree()
    for list_of_names in article.xpath(".//*[starts-with(@id, 'letter-')]/.."):
        list_of_names.drop_tree()
    return article


def paragraphs(built: Built) -> Iterator[str]:
    """The words of each paragraph and item of a page, as the site shows them; `NOTE` where a footnote is called."""
    article = printed_part(built)
    for block in article.xpath(".//p | .//li[not(p)] | .//dd[not(p)] | .//td"):
        for inner in block.xpath("./ul | ./ol"):
            inner.drop_tree()
        for link in block.xpath(".//a"):
            link.tail = (NOTE if link in block.xpath(OUTSIDE) else REFERENCE) + (link.tail or "")
        if text := block.text_content().strip():
            yield text


def _pattern(text: str) -> re.Pattern[str]:
    """What finds a paragraph of the site in a book, with the marks of its footnotes and the numbers of its references."""
    return re.compile(re.escape(text).replace(NOTE, r"\d*").replace(REFERENCE, r"(?:→\d+)?"))


def squeezed(text: str) -> str:
    """A text without white space, and without the hyphens by which lines are broken."""
    return re.sub(r"[\s\u00ad]+", "", re.sub(r"[-\u2010]\s*\n\s*", "", text)).replace("-", "").replace("\u2010", "")


def _below(element: Object) -> Iterator[Object]:
    for kid in element.K if isinstance(element.get("/K"), Array) else ():
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def _titles(item: OutlineItem) -> Iterator[str]:
    yield item.title
    for child in item.children:
        yield from _titles(child)


def _embedded(font: Object) -> bool:
    (inner,) = font.DescendantFonts
    return bool({"/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys()))


def _pdftotext(*words: str | Path, given: bytes = b"") -> str:
    done = subprocess.run(["pdftotext", *words, "-"], input=given, capture_output=True, check=True)
    return done.stdout.decode()
