"""The pictures: every node a link, the same facts in words, one role at a time standing out."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from drawn import drawn, links, pictures, rendered, svg, targets, unnamed, untrue_rows
from handbook.crosslinks.paths import published_link
from handbook.model.fact_tables import Facts
from handbook.model.handbook import Handbook
from handbook.pages.context import PageContext
from handbook.pages.parts import exchange_map, year
from handbook.pages.parts.org_chart import org_picture
from handbook.pages.svg import WIDTH, box, box_height, text_width
from handbook.pages.svg.neighbourhood import neighbourhood
from handbook.reading.load import read
from pages import page as built_page


@pytest.fixture(scope="module")
def book(example_copy: Path) -> Handbook:
    return read(example_copy)


@pytest.mark.parametrize("language", ["sr", "en"])
def test_every_picture_has_its_words_and_leads_to_pages(book: Handbook, language: str) -> None:
    for path, draw in pictures(book):
        stand = PageContext(book, language, path)
        figure = drawn(draw(stand))
        assert unnamed(figure) == [], path
        assert svg(figure).get("viewBox", "").split()[2] == str(WIDTH), path
        assert links(figure), path
        assert set(links(figure)) <= targets(book, path)
        assert draw(stand) == draw(PageContext(book, language, path))


def test_the_org_chart_shows_every_role_once_and_who_is_above_it(book: Handbook) -> None:
    figure = drawn(org_picture(PageContext(book, "en", "org-chart.md")))
    assert sorted(links(figure)) == sorted(
        published_link("org-chart.md", role.page) for role in book.facts.roles.values()
    )
    assert "Designer → Promoter" in str(figure.findtext(".//desc"))


def test_the_map_has_a_line_for_each_crossing_exchange_and_a_rule_for_each_role(book: Handbook) -> None:
    figure = drawn(rendered(exchange_map, PageContext(book, "sr", "together/exchanges.md")))
    lines = [node for node in figure.iter("path") if "pass" in str(node.get("class"))]
    assert len(lines) == str(figure.findtext(".//desc")).count("↔")
    style = str(figure.findtext(".//style"))
    for node in figure.iter("a"):
        role = str(node.get("class")).split(" r-")[-1]
        assert f"svg:has(a.r-{role}:is(:hover,:focus-visible)) a.x" in style


def test_both_ends_of_an_exchange_are_neighbours(book: Handbook) -> None:
    for first, second in (exchange.between for exchange in book.facts.exchanges.values()):
        for here, there in ((first, second), (second, first)):
            role = book.facts.roles[here]
            figure = drawn(neighbourhood(PageContext(book, "en", role.page), role))
            targets = {node.get("href") for node in figure.iter("a")}
            assert published_link(role.page, book.facts.roles[there].page) in targets


def test_a_box_is_as_tall_as_its_text_and_wraps_inside_it() -> None:
    node = box(
        0,
        0,
        132,
        box_height("Руководилац маркетинга за територију", 132),
        "Руководилац маркетинга за територију",
        None,
        "x",
    )
    lines = [text.text or "" for text in node.iter("text")]
    assert len(lines) == 3
    assert all(text_width(line) <= 132 for line in lines)


@pytest.mark.parametrize("other", ["nobody", "owner"])
def test_the_map_leaves_out_an_exchange_with_a_role_that_is_not_there(book: Handbook, other: str) -> None:
    good, bad = list(book.facts.exchanges.values())[:2]
    facts = replace(book.facts, exchanges={"good": good, "bad": replace(bad, between=("manager", other))})
    figure = drawn(rendered(exchange_map, PageContext(replace(book, facts=facts), "en", "together/exchanges.md")))
    assert len(list(figure.iter("path"))) == 1


def test_nothing_is_drawn_of_nothing(book: Handbook) -> None:
    stand = PageContext(replace(book, facts=Facts()), "sr", "index.md")
    assert rendered(exchange_map, stand) == rendered(year, stand) == ""


def test_every_line_of_the_map_has_its_own_ends(book: Handbook) -> None:
    """Also where each role of one team exchanges something with each of the other."""
    exchange = next(iter(book.facts.exchanges.values()))
    pairs = product(("seller", "manager"), ("promoter", "designer"))
    facts = replace(book.facts, exchanges={str(pair): replace(exchange, between=pair) for pair in pairs})
    figure = drawn(rendered(exchange_map, PageContext(replace(book, facts=facts), "en", "together/exchanges.md")))
    lines = [str(node.get("d")) for node in figure.iter("path")]
    assert len(lines) == 4
    assert len({line.split(" C")[0] for line in lines}) == 4
    assert len({line.split()[-1] for line in lines}) == 4


def test_a_neighbour_carries_the_rhythm_of_the_exchange(book: Handbook) -> None:
    role = book.facts.roles["designer"]
    figure = drawn(neighbourhood(PageContext(book, "en", role.page), role))
    notes = {
        node.get("href"): [text.text for text in node.iter("text") if text.get("class") == "note"]
        for node in figure.iter("a")
    }
    assert notes[published_link(role.page, "sales/roles/manager.md")] == ["monthly"]
    assert notes[published_link(role.page, "marketing/roles/promoter.md")] == []
    assert "Reports to: Promoter; Exchanges: " in str(figure.findtext(".//desc"))


def test_a_row_of_the_year_counts_its_list_and_leads_to_it(book: Handbook) -> None:
    assert untrue_rows(book, "en") == []


def test_addresses_between_built_pages() -> None:
    assert published_link("a/b.md", "c/d.md") == "../../c/d/"
    assert published_link("index.md", "a/b.md") == "a/b/"
    assert published_link("a/b.md", "a/index.md") == "../"
    assert published_link("a/index.md", "index.md") == "../"


def test_a_picture_does_not_swell_the_search(example_site: Path, book: Handbook) -> None:
    description = drawn(org_picture(PageContext(book, "en", "org-chart.md"))).findtext(".//desc")
    assert description
    index = (example_site / "search/search_index.json").read_text("utf-8")
    assert description not in index
    assert description.split(";")[0] not in index
    assert built_page(example_site, "org-chart.md").tree.xpath("//figure//a")
