"""What the check reads of a page is what the site shows: headings, ids, lists, tables and code, on every page."""

from collections import Counter
from pathlib import Path

from lxml import html

from conftest import ROOT
from handbook.languages.registry import CODES
from handbook.model.page import Page
from handbook.reading.load import read
from pages import page as built_page


def shown(site: Path, page: Page) -> html.HtmlElement:
    """The article of a built page without what the build wove into it."""
    article = built_page(site, page.path, page.language).article
    for woven in article.xpath(".//div[contains(@class, 'handbook-woven')]"):
        woven.drop_tree()
    return article


def test_headings_and_ids_are_those_that_were_published(real_build: Path) -> None:
    book = read(ROOT)
    for language in CODES:
        for page in book.in_language(language):
            headings = shown(real_build, page).xpath(".//*[self::h1 or self::h2 or self::h3 or self::h4]")
            published = [(int(one.tag[1]), one.get("id") if one.tag != "h1" else None) for one in headings]
            ours = [(one.level, one.id) for one in page.outline.headings]
            assert published == ours, page.source


def test_lists_tables_and_code_are_those_that_were_published(real_build: Path) -> None:
    book = read(ROOT)
    for language in CODES:
        for page in book.in_language(language):
            article = shown(real_build, page)
            assert counted(article) == ours(page), page.source


def counted(article: html.HtmlElement) -> Counter[str]:
    names = {
        "items": ".//li[not(ancestor::nav)]",
        "rows": ".//tr",
        "code": ".//pre",
        "boxes": ".//*[contains(concat(@class, ' '), 'admonition ')]",
    }
    return Counter({name: len(article.xpath(path)) for name, path in names.items()})


def ours(page: Page) -> Counter[str]:
    count: Counter[str] = Counter(dict.fromkeys(("items", "rows", "code", "boxes"), 0))
    for block in page.outline.blocks:
        match block.kind:
            case "list":
                count["items"] += sum(map(int, block.detail.split(" + ")))
            case "table":
                count["rows"] += int(block.detail.partition(" ")[0])
            case "code":
                count["code"] += 1
            case "admonition":
                count["boxes"] += 1
    return count
