"""The pictures of the handbook: all are described, and lead to its pages."""

import pytest

from drawn import drawn, links, pictures, rendered, targets, unnamed, untrue_rows
from handbook.model.handbook import Handbook
from handbook.pages.context import PageContext
from handbook.pages.parts import exchange_map
from handbook.pages.parts.org_chart import org_picture
from trees import CODES


@pytest.mark.parametrize("language", CODES)
def test_every_picture_has_its_words_and_leads_to_pages(content: Handbook, language: str) -> None:
    for path, draw in pictures(content):
        text = draw(PageContext(content, language, path))
        if text:  # a firm may have no exchanges
            assert unnamed(drawn(text)) == [], path
            assert links(drawn(text)), path
            assert set(links(drawn(text))) <= targets(content, path)


def test_the_org_chart_shows_every_role_once(content: Handbook) -> None:
    assert len(links(drawn(org_picture(PageContext(content, "en", "org-chart.md"))))) == len(content.facts.roles)


@pytest.mark.parametrize("language", CODES)
def test_every_row_of_the_year_counts_its_list(content: Handbook, language: str) -> None:
    assert untrue_rows(content, language) == []


def test_no_two_lines_of_the_map_end_in_one_point(content: Handbook) -> None:
    text = rendered(exchange_map, PageContext(content, "en", "together/exchanges.md"))
    lines = [str(node.get("d")) for node in drawn(text).iter("path")] if text else []
    assert len({line.split(" C")[0] for line in lines}) == len(lines)
    assert len({line.split()[-1] for line in lines}) == len(lines)
