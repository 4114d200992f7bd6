"""The pictures: every node a link, the same facts in words, one role at a time standing out."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from conftest import ROOT
from handbook.crosslinks.paths import published_link
from handbook.model.facts import FREQUENCIES, Facts
from handbook.model.handbook import Handbook
from handbook.pages.context import PageContext
from handbook.pages.neighbourhood import neighbourhood
from handbook.pages.parts.overviews import cadence
from handbook.pages.parts.pictures import exchange_map, org_picture
from handbook.pages.parts.year import year
from handbook.pages.svg import WIDTH, box, long, tall
from handbook.reading.load import read
from pages import page as built_page

SVG = ".//svg"
Draw = Callable[[PageContext], str]


@pytest.fixture(scope="module")
def book() -> Handbook:
    return read(ROOT)


def drawn(text: str) -> ElementTree.Element:
    assert "\n\n" not in text
    return ElementTree.fromstring(text)


def around(role: str) -> Draw:
    return lambda context: neighbourhood(context, context.facts.roles[role])


ALL: list[tuple[str, Draw]] = [
    ("org-chart.md", org_picture),
    ("together/exchanges.md", lambda context: exchange_map(context, None)),
    ("together/calendar.md", lambda context: year(context, None)),
    ("sales/roles/sales-manager.md", around("sales-manager")),
    ("marketing/roles/marketing-team-lead.md", around("marketing-team-lead")),
]


@pytest.mark.parametrize("language", ["sr", "en"])
@pytest.mark.parametrize(("path", "draw"), ALL, ids=[path for path, _ in ALL])
def test_every_picture_has_its_words_and_leads_to_pages(book: Handbook, language: str, path: str, draw: Draw) -> None:
    context = PageContext(book, language, path)
    figure = drawn(draw(context))
    svg = figure.find(SVG)
    assert svg is not None
    named = {node.get("id"): node.text for node in svg if node.tag in ("title", "desc")}
    assert all(named[id_] for id_ in str(svg.get("aria-labelledby")).split())
    assert svg.get("viewBox", "").split()[2] == str(WIDTH)
    pages = {published_link(path, entry.page) for entry in book.facts.entries}
    pages |= {f"#{often}" for often in FREQUENCIES} if path == "together/calendar.md" else set()
    links = [node.get("href") for node in figure.iter("a")]
    assert links
    assert set(links) <= pages
    assert draw(context) == draw(PageContext(book, language, path))


def test_the_org_chart_shows_every_role_once_and_who_is_above_it(book: Handbook) -> None:
    figure = drawn(org_picture(PageContext(book, "en", "org-chart.md")))
    assert len(list(figure.iter("a"))) == len(book.facts.roles) == 18
    assert "Graphic artist → Marketing team lead" in str(figure.findtext(".//desc"))


def test_the_map_has_a_line_for_each_crossing_exchange_and_a_rule_for_each_role(book: Handbook) -> None:
    figure = drawn(exchange_map(PageContext(book, "sr", "together/exchanges.md"), None))
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
            figure = drawn(neighbourhood(PageContext(book, "en", role.page), role))
            targets = {node.get("href") for node in figure.iter("a")}
            assert published_link(role.page, book.facts.roles[there].page) in targets


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
    assert all(long(line) <= 132 for line in lines)


@pytest.mark.parametrize("other", ["nobody", "owner"])
def test_the_map_leaves_out_an_exchange_with_a_role_that_is_not_there(book: Handbook, other: str) -> None:
    good, bad = list(book.facts.exchanges.values())[:2]
    facts = replace(book.facts, exchanges={"good": good, "bad": replace(bad, between=("sales-manager", other))})
    figure = drawn(exchange_map(PageContext(replace(book, facts=facts), "en", "together/exchanges.md"), None))
    assert len(list(figure.iter("path"))) == 1


def test_nothing_is_drawn_of_nothing(book: Handbook) -> None:
    context = PageContext(replace(book, facts=Facts()), "sr", "index.md")
    assert exchange_map(context, None) == year(context, None) == ""


def test_every_line_of_the_map_has_its_own_ends(book: Handbook) -> None:
    figure = drawn(exchange_map(PageContext(book, "en", "together/exchanges.md"), None))
    ways = [str(node.get("d")) for node in figure.iter("path")]
    for end in (lambda way: way.split(" C")[0], lambda way: way.split()[-1]):
        assert len(set(map(end, ways))) == len(ways)


def test_a_neighbour_carries_the_rhythm_of_the_exchange(book: Handbook) -> None:
    role = book.facts.roles["sales-development-representative"]
    figure = drawn(neighbourhood(PageContext(book, "en", role.page), role))
    notes = {node.get("href"): [text.text for text in node.iter("text") if text.get("class") == "note"]
             for node in figure.iter("a")}  # fmt: skip
    assert notes[published_link(role.page, "sales/roles/account-executive.md")] == ["per lead"]
    assert notes[published_link(role.page, "sales/roles/sales-manager.md")] == []
    assert "Reports to: Sales manager; Exchanges: " in str(figure.findtext(".//desc"))


def test_a_row_of_the_year_counts_its_list_and_leads_to_it(book: Handbook) -> None:
    context = PageContext(book, "en", "together/calendar.md")
    for row in drawn(year(context, None)).iter("a"):
        often = str(row.get("href")).removeprefix("#")
        section = cadence(context, None).split(f"{{ #{often} }}")[1].split("\n## ")[0]
        counts = [int(str(text.text)) for text in row.iter("text") if text.get("class") == "count"]
        assert sum(counts) == section.count("\n- ")
        assert len([*row.iter("title")]) == sum(counts)


def test_addresses_between_built_pages() -> None:
    assert published_link("a/b.md", "c/d.md") == "../../c/d/"
    assert published_link("index.md", "a/b.md") == "a/b/"
    assert published_link("a/b.md", "a/index.md") == "../"
    assert published_link("a/index.md", "index.md") == "../"


def test_a_picture_does_not_swell_the_search(real_build: Path) -> None:
    index = (real_build / "search/search_index.json").read_text("utf-8")
    assert "Graphic artist → Marketing team lead" not in index
    assert built_page(real_build, "org-chart.md").tree.xpath("//figure//a")
