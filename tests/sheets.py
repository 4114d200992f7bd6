"""A page of a site as the browser prints it."""

from dataclasses import dataclass

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
