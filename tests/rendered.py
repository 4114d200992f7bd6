"""What the check reads of a page beside what the site shows of it: headings, ids, lists, tables and code."""

from collections import Counter
from pathlib import Path

from lxml import html

from handbook.model.document import Outline
from handbook.model.handbook import Handbook
from pages import page as built_page
from trees import CODES

SHOWN = {
    "items": ".//li[not(ancestor::nav)]",
    "rows": ".//tr",
    "code": ".//pre",
    "boxes": ".//*[contains(concat(@class, ' '), 'admonition ')]",
}
Headings = list[tuple[int, str | None]]


def misread(book: Handbook, site: Path) -> list[str]:
    """The pages of which the check reads other headings or blocks than the site shows."""
    found = []
    for page in (page for code in CODES for page in book.in_language(code)):
        article = built_page(site, page.path, page.language).article
        for woven in article.xpath(".//div[contains(@class, 'handbook-part')]"):
            woven.drop_tree()
        if (headings_shown(article), blocks_shown(article)) != (headings_read(page.outline), blocks_read(page.outline)):
            found.append(page.source)
    return found


def headings_shown(article: html.HtmlElement) -> Headings:
    headings = article.xpath(".//*[self::h1 or self::h2 or self::h3 or self::h4]")
    return [(int(head.tag[1]), head.get("id") if head.tag != "h1" else None) for head in headings]


def headings_read(outline: Outline) -> Headings:
    return [(heading.level, heading.id) for heading in outline.headings]


def blocks_shown(article: html.HtmlElement) -> Counter[str]:
    return Counter({name: len(article.xpath(path)) for name, path in SHOWN.items()})


def blocks_read(outline: Outline) -> Counter[str]:
    count: Counter[str] = Counter(dict.fromkeys(SHOWN, 0))
    for block in outline.blocks:
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
