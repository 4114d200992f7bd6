"""A page of a site as the browser prints it."""

import subprocess
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from playwright.sync_api import Page

UNPRINTED = (".headerlink", ".md-content__button", ".handbook-choices", ".handbook-books", ".handbook-sheets")
"""What only a screen can use."""


@dataclass(frozen=True)
class Sheet:
    """What is on paper: the words of the article and of the whole page, and what should not be there."""

    article: str
    page: str
    unprinted: tuple[str, ...]
    fits: bool

    @property
    def is_the_article_alone(self) -> bool:
        """All of the article, nothing else, and no wider than the paper."""
        return self.page == self.article and self.fits and not self.unprinted


VISIBLE = "found => found.some(element => element.checkVisibility({visibilityProperty: true}))"


def printed_from(page: Page, address: str) -> Sheet:
    """The page at an address, on paper."""
    page.emulate_media(media="screen")
    page.goto(address)
    page.emulate_media(media="print")
    article = page.locator("article")
    seen = tuple(kind for kind in UNPRINTED if article.locator(kind).evaluate_all(VISIBLE))
    fits = bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
    return Sheet(article.inner_text().strip(), page.locator("body").inner_text().strip(), seen, fits)


@dataclass(frozen=True)
class Paper:
    """What leaves the browser's printer: the width and height of each page in points, and all words."""

    sizes: tuple[tuple[int, int], ...]
    words: str

    @property
    def landscape(self) -> int:
        """How many pages lie on their side."""
        return sum(width > height for width, height in self.sizes)


def paper_from(page: Page, address: str) -> Paper:
    """The page at an address as the browser prints it on A4."""
    page.emulate_media(media="null")
    page.goto(address)
    data = page.pdf(format="A4", prefer_css_page_size=True)
    with pikepdf.open(BytesIO(data)) as pdf:
        sizes = tuple((round(sheet.mediabox[2]), round(sheet.mediabox[3])) for sheet in pdf.pages)
    words = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()
    return Paper(sizes, words)
