"""The pictures: every node a link, the same facts in words, one role at a time standing out."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from conftest import ROOT
from handbook.address import built
from handbook.drawing import LETTER, WIDTH, box, tall
from handbook.model import Handbook
from handbook.reader import read
from handbook.stand import Stand
from handbook.views.neighbourhood import neighbourhood, year
from handbook.views.pictures import exchange_map, org_picture
from pages import page as built_page

SVG = ".//svg"
Draw = Callable[[Stand], str]


@pytest.fixture(scope="module")
def book() -> Handbook:
    return read(ROOT)


def drawn(text: str) -> ElementTree.Element:
    assert "\n\n" not in text
    return ElementTree.fromstring(text)


def around(role: str) -> Draw:
    return lambda stand: neighbourhood(stand, stand.facts.roles[role])


ALL: list[tuple[str, Draw]] = [
    ("org-chart.md", org_picture),
    ("together/exchanges.md", lambda stand: exchange_map(stand, None)),
    ("together/calendar.md", lambda stand: year(stand, None)),
    ("sales/roles/sales-manager.md", around("sales-manager")),
    ("marketing/roles/marketing-team-lead.md", around("marketing-team-lead")),
]


@pytest.mark.parametrize("language", ["sr", "en"])
@pytest.mark.parametrize(("path", "draw"), ALL, ids=[path for path, _ in ALL])
def test_every_picture_has_its_words_and_leads_to_pages(
    book: Handbook, language: str, path: str, draw: Draw
) -> None:
    stand = Stand(book, language, path)
    figure = drawn(draw(stand))
    svg = figure.find(SVG)
    assert svg is not None
    named = {node.get("id"): node.text for node in svg if node.tag in ("title", "desc")}
    assert all(named[id_] for id_ in str(svg.get("aria-labelledby")).split())
    assert svg.get("viewBox", "").split()[2] == str(WIDTH)
    pages = {built(path, entry.page) for entry in book.facts.entries}
    links = [node.get("href") for node in figure.iter("a")]
    assert links
    assert set(links) <= pages
    assert draw(stand) == draw(Stand(book, language, path))


def test_the_org_chart_shows_every_role_once_and_who_is_above_it(book: Handbook) -> None:
    figure = drawn(org_picture(Stand(book, "en", "org-chart.md")))
    assert len(list(figure.iter("a"))) == len(book.facts.roles) == 18
    assert "Graphic artist → Marketing team lead" in str(figure.findtext(".//desc"))


def test_the_map_has_a_line_for_each_crossing_exchange_and_a_rule_for_each_role(book: Handbook) -> None:
    figure = drawn(exchange_map(Stand(book, "sr", "together/exchanges.md"), None))
    lines = [node for node in figure.iter("path") if "pass" in str(node.get("class"))]
    assert len(lines) == str(figure.findtext(".//desc")).count("↔")
    style = str(figure.findtext(".//style"))
    for node in figure.iter("a"):
        role = str(node.get("class")).split(" r-")[-1]
        assert f"svg:has(a.r-{role}:is(:hover,:focus-visible)) a.x" in style


def test_both_ends_of_an_exchange_are_neighbours(book: Handbook) -> None:
    for one, other in (exchange.between for exchange in book.facts.exchanges.values()):
        for here, there in ((one, other), (other, one)):
            role = book.facts.roles[here]
            figure = drawn(neighbourhood(Stand(book, "en", role.page), role))
            targets = {node.get("href") for node in figure.iter("a")}
            assert built(role.page, book.facts.roles[there].page) in targets


def test_a_box_is_as_tall_as_its_text_and_wraps_inside_it() -> None:
    node = box(
        0,
        0,
        132,
        tall("Руководилац маркетинга за територију", 132),
        "Руководилац маркетинга за територију",
        None,
        "x",
    )
    lines = [text.text or "" for text in node.iter("text")]
    assert len(lines) == 3
    assert all(len(line) * LETTER <= 132 for line in lines)


def test_addresses_between_built_pages() -> None:
    assert built("a/b.md", "c/d.md") == "../../c/d/"
    assert built("index.md", "a/b.md") == "a/b/"
    assert built("a/b.md", "a/index.md") == "../"
    assert built("a/index.md", "index.md") == "../"


def test_a_picture_does_not_swell_the_search(real_build: Path) -> None:
    index = (real_build / "search/search_index.json").read_text("utf-8")
    assert "Graphic artist → Marketing team lead" not in index
    assert built_page(real_build, "org-chart.md").tree.xpath("//figure//a")
