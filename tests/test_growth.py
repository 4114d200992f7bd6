"""What is generated grows with the handbook, not with its square; a large RACI matrix is divided."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from generations import exponent, generated, generations, index_of, lines_run
from handbook.checks.runner import FACTS_RULES, PAGE_RULES, rule_id
from handbook.model.document import Marker
from handbook.model.handbook import Handbook
from handbook.model.sections import sections
from handbook.pages.compose import Blocks, GeneratedBlocks
from handbook.pages.elements import Heading
from handbook.pages.parts import raci
from handbook.parity.rules import LOCK_RULES, Rule
from handbook.reading.load import read
from plain import plain

FEW, MANY = 6, 24
"""Generations of the example."""
MOST = 1.1
"""The largest exponent of growth."""


@pytest.fixture(scope="module")
def book(example_copy: Path) -> Handbook:
    return read(example_copy)


@pytest.fixture
def tables_for_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A matrix may have as many cells as there are in the example, so that any more generations divide it."""
    monkeypatch.setattr(raci, "MOST_CELLS", 12)


@pytest.mark.usefixtures("tables_for_few")
def test_generated_html_grows_with_the_handbook(book: Handbook) -> None:
    few, many = (generated(index_of(generations(book, number), "sr")) for number in (FEW, MANY))
    assert {"raci", "load", "works-with", "responsibilities", "exchange-map"} <= few.keys()
    grown = {name: exponent(len(few[name]), len(many[name]), MANY // FEW) for name in few if few[name]}
    assert {name: by for name, by in grown.items() if by > MOST} == {}


@pytest.mark.usefixtures("tables_for_few")
def test_the_time_of_generating_grows_with_the_handbook(book: Handbook) -> None:
    indexes = (index_of(generations(book, number), "en") for number in (FEW, MANY))
    few, many = (lines_run(partial(generated, index)) for index in indexes)
    assert exponent(few, many, MANY // FEW) <= MOST


@pytest.mark.parametrize("rule", FACTS_RULES + PAGE_RULES + LOCK_RULES, ids=rule_id)
def test_the_time_of_a_rule_grows_with_the_handbook(book: Handbook, rule: Rule) -> None:
    """Also where a rule has a finding on each page: the pages of later generations have no locks."""
    handbooks = (with_sections(generations(book, number)) for number in (FEW, MANY))
    few, many = (lines_run(partial(list, rule(handbook))) for handbook in handbooks)
    assert exponent(few, many, MANY // FEW) <= MOST


def with_sections(book: Handbook) -> Handbook:
    return replace(book, sections=sections(book))


def matrix(book: Handbook, team: str | None = None) -> Blocks:
    return GeneratedBlocks(index_of(book, "en"), "together/raci.md").part(Marker("raci", team, 1)) or ()


def headings(blocks: Blocks) -> list[str]:
    return [block.id for block in blocks if isinstance(block, Heading)]


def tables(blocks: Blocks) -> list[str]:
    """The class of each matrix."""
    return [
        block.split('"')[1]
        for block in blocks
        if isinstance(block, str) and block.startswith('<div class="handbook-raci')
    ]


def test_a_matrix_is_divided_by_team_beyond_a_size(book: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (headings(matrix(book)), tables(matrix(book))) == ([], ["handbook-raci whole"])
    monkeypatch.setattr(raci, "MOST_CELLS", 11)
    links, *_ = plain(matrix(book))
    assert links == "[Sales](#raci-sales) · [Marketing](#raci-marketing)"
    assert headings(matrix(book)) == ["raci-sales", "raci-marketing"]
    assert tables(matrix(book)) == ["handbook-raci", "handbook-raci"]
    assert headings(matrix(book, "sales")) == []


@pytest.mark.usefixtures("tables_for_few")
@pytest.mark.parametrize("team", [None, "sales"])
def test_a_team_beyond_that_size_gets_a_column_for_each_part(book: Handbook, team: str | None) -> None:
    large = generations(book, FEW)
    lines = plain(matrix(large, team))
    rows = [line for line in lines if line.startswith("| [")]
    duties = [duty for duty in large.facts.responsibilities.values() if team in (None, duty.team)]
    assert set(tables(matrix(large, team))) == {"handbook-raci-list"}
    assert len(rows) == len(duties)
    assert sum(row.count("/roles/") for row in rows) == sum(len(ids) for duty in duties for _, ids in duty.parts)
    (row,) = (line for line in rows if "responsibilities/selling/)" in line)
    assert [cell.count("/roles/") for cell in row.split(" | ")] == [0, 1, 1, 1, 1]
