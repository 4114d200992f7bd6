"""Sets the RACI matrices: each on one sheet with its heading and key, with the teams named above the columns."""

import re
from itertools import groupby

from lxml.html import HtmlElement, builder

from .links import BookLinks

HEADING = re.compile("h[1-6]")


def set_matrices(tree: HtmlElement, links: BookLinks) -> None:
    """Wrap each matrix of a page, whose links are resolved, with what is above it.

    A complete one gets a landscape page of its own with all that is above it; another one stays with its heading.
    """
    for matrix in tree.xpath(".//div[contains(@class, 'handbook-raci')]"):
        whole = "whole" in matrix.get("class", "")
        part = next((parent for parent in matrix.iterancestors() if "handbook-part" in parent.get("class", "")), matrix)
        before = list(part.itersiblings(preceding=True))
        start = next((index for index, sibling in enumerate(before) if HEADING.fullmatch(str(sibling.tag))), -1)
        sheet = builder.DIV({"class": "wide" if whole else "sheet"})
        part.addprevious(sheet)
        sheet.extend([*reversed(before if whole else before[: start + 1]), part])
        for head in matrix.iter("thead"):
            _name_teams(head, links)


def _name_teams(head: HtmlElement, links: BookLinks) -> None:
    """Insert a row with the title of the team above each group of columns."""
    teams = (_team(cell.xpath("string(.//a/@href)"), links) for cell in head[0][1:])
    groups = [(title, len(list(columns))) for title, columns in groupby(teams)]
    names = (builder.TH({"colspan": str(width), "scope": "colgroup"}, title) for title, width in groups)
    head.insert(0, builder.TR({"class": "teams"}, builder.TD(), *names))


def _team(address: str, links: BookLinks) -> str:
    """The title of the team to whose role an address in the book leads; empty for another address."""
    return links.titles.get(f"{address.removeprefix('#').partition('/')[0]}/index.md", "")
