"""The pictures of a handbook, drawn and read: their words, and where they lead."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import takewhile
from types import ModuleType
from xml.etree import ElementTree

from handbook.crosslinks.paths import published_link
from handbook.model.facts import FREQUENCIES
from handbook.model.handbook import Handbook
from handbook.pages.context import PageContext
from handbook.pages.parts import cadence, exchange_map, year
from handbook.pages.parts.org_chart import org_picture
from handbook.pages.svg.neighbourhood import neighbourhood
from plain import plain

Draw = Callable[[PageContext], str]
CALENDAR = "together/calendar.md"


def pictures(book: Handbook) -> Iterator[tuple[str, Draw]]:
    """Every picture: the page it is on, and what draws it there."""
    yield "org-chart.md", org_picture
    yield "together/exchanges.md", lambda stand: rendered(exchange_map, stand)
    yield CALENDAR, lambda stand: rendered(year, stand)
    for role in book.facts.roles.values():
        yield role.page, partial(neighbourhood, role=role)


def rendered(part: ModuleType, stand: PageContext) -> str:
    """The HTML of a part without headings; empty if it shows nothing."""
    return "".join(part.render(stand, None))


def drawn(text: str) -> ElementTree.Element:
    """A picture, parsed."""
    return ElementTree.fromstring(text)


def svg(figure: ElementTree.Element) -> ElementTree.Element:
    found = figure.find(".//svg")
    assert found is not None
    return found


def unnamed(figure: ElementTree.Element) -> list[str]:
    """The ids by which the picture is described, but under which it has no words."""
    texts = {node.get("id"): node.text for node in svg(figure) if node.tag in ("title", "desc")}
    ids = str(svg(figure).get("aria-labelledby")).split()
    return [id_ for id_ in ids if not texts.get(id_)] if ids else ["aria-labelledby"]


def links(figure: ElementTree.Element) -> list[str]:
    """Where the nodes of a picture lead."""
    return [str(node.get("href")) for node in figure.iter("a")]


def targets(book: Handbook, path: str) -> set[str]:
    """Where a picture on a page may lead: pages of roles and responsibilities, and sections of the calendar."""
    pages = {published_link(path, entry.page) for entry in book.facts.entries}
    return pages | ({f"#{often}" for often in FREQUENCIES} if path == CALENDAR else set())


def untrue_rows(book: Handbook, language: str) -> list[str]:
    """The rows of the year whose counts or titles are not those of the list they lead to."""
    stand = PageContext(book, language, CALENDAR)
    rows = {str(row[0].get("href")): row for row in drawn(rendered(year, stand)).iter("g")}
    return [href for href, row in rows.items() if not _true(href, row, plain(cadence.render(stand, None)))]


def _true(href: str, row: ElementTree.Element, lists: list[str]) -> bool:
    often = href.removeprefix("#")
    start = next(number for number, line in enumerate(lists) if line.endswith(f"{{ #{often} }}"))
    own = takewhile(lambda line: not line.startswith("## "), lists[start + 1 :])
    items = sum(line.startswith("- ") for line in own)
    counts = [int(str(text.text)) for text in row.iter("text") if text.get("class") == "count"]
    return sum(counts) == items == len([*row.iter("title")])
