"""Who looks after a page, and when it is to be read again."""

from datetime import date
from pathlib import Path

import pytest

from handbook.crosslinks.ownership import PageOwnership, add_months, page_ownership
from handbook.model.fact_tables import Facts
from handbook.reading.load import read
from trees import SMALLEST

SELLER, PROMOTER, SELLING = "sales/roles/seller.md", "marketing/roles/promoter.md", "sales/responsibilities/selling.md"


@pytest.fixture(scope="module")
def facts() -> Facts:
    return read(SMALLEST).facts


def test_each_kind_of_page_has_its_owner(facts: Facts) -> None:
    assert page_ownership(facts, PROMOTER) == PageOwnership("seller", 6), "a role is its manager's"
    assert page_ownership(facts, SELLER) == PageOwnership("owner", 6), "or the outside party's"
    assert page_ownership(facts, SELLING) == PageOwnership("seller", 6), "a responsibility is the accountable role's"
    assert page_ownership(facts, "index.md") == PageOwnership("seller", 6)
    assert page_ownership(facts, "sales/index.md") is None


def test_a_line_among_the_guides_goes_before_what_the_roles_say(smallest: Path) -> None:
    (smallest / "facts/guides.yml").write_text(
        f"{SELLER}: {{owner: promoter, review_months: 3, reviewed: 2027-01-31}}\n"
    )
    assert page_ownership(read(smallest).facts, SELLER) == PageOwnership("promoter", 3, date(2027, 1, 31))


def test_a_day_of_a_review_that_is_no_day_is_reported_with_its_line(smallest: Path) -> None:
    (smallest / "facts/guides.yml").write_text("index.md:\n  owner: seller\n  review_months: 6\n  reviewed: soon\n")
    (finding,) = read(smallest).findings
    assert str(finding) == "facts/guides.yml:4: “reviewed” is not a date. Write it as 2027-01-31. [facts-syntax]"


def test_a_review_counts_from_the_last_one_else_from_the_last_change() -> None:
    changed = date(2027, 3, 5)
    assert PageOwnership("seller", 6).due(changed) == date(2027, 9, 5)
    assert PageOwnership("seller", 6, date(2027, 8, 31)).due(changed) == date(2028, 2, 29)
    assert PageOwnership("seller", 6).due(None) is None
    assert add_months(date(2026, 11, 30), 1) == date(2026, 12, 30)
    assert add_months(date(2026, 10, 31), 25) == date(2028, 11, 30)
