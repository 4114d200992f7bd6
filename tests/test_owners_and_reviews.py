"""The owners of pages, and when a review is due."""

import json
import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from actions import BIN
from git import commit, init
from handbook.crosslinks.ownership import PageOwnership, add_months, page_ownership
from handbook.model.fact_tables import Facts
from handbook.reading.load import read
from handbook.reading.locks import last_readings
from sites import handbook
from trees import ROOT, SMALLEST

TITLE = "Преглед страница · Pages due for review"
ISSUE = {"number": 9, "title": TITLE}
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


# What is due, by the history of the locks.


def due(home: Path, today: str, form: str = "text", *words: str) -> str:
    done = handbook(home, "due", "--today", today, "--format", form, *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def change(home: Path, old: str, new: str) -> None:
    """Change words of the Serbian and the English seller's page."""
    for code in ("sr", "en"):
        file = home / f"docs/{code}/{SELLER}"
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")


def confirm(home: Path) -> None:
    assert handbook(home, "confirm", SELLER.removesuffix(".md")).returncode == 0


@pytest.fixture
def history(smallest: Path) -> Path:
    """The handbook, confirmed and committed on 1 January 2027: pages of roles are due on 1 July."""
    init(smallest, "2027-01-01")
    return smallest


def test_a_page_is_due_some_months_after_both_languages_were_last_read(history: Path) -> None:
    assert due(history, "2027-06-30") == "No page is due for review.\n"
    assert f"  docs/en/{SELLER}: Seller, due 1 July 2027\n" in due(history, "2027-07-01")
    assert f"  docs/sr/{SELLER}: Продавац, рок 1. јул 2027.\n" in due(history, "2027-07-01", "text", "--language", "sr")


def test_a_change_that_is_confirmed_is_a_reading_and_a_corrected_link_is_none(smallest: Path) -> None:
    change(smallest, "{ #week }\n\n", "{ #week }\n\n[2027](seller.md#week) ")
    confirm(smallest)
    init(smallest, "2027-01-01")
    change(smallest, "seller.md#week", "seller.md#domains")
    commit(smallest, "2027-03-01")
    assert SELLER in due(smallest, "2027-07-01")
    change(smallest, "[2027]", "[2028]")
    confirm(smallest)
    commit(smallest, "2027-04-01")
    assert SELLER not in due(smallest, "2027-07-01")
    assert SELLER in due(smallest, "2027-10-01")


def test_a_change_that_is_kept_is_no_reading(history: Path) -> None:
    file = history / f"docs/sr/{SELLER}"
    file.write_text(file.read_text("utf-8").replace("{ #week }\n\n", "{ #week }\n\nБаш "), "utf-8")
    assert handbook(history, "keep", f"{SELLER.removesuffix('.md')}#week", "--reason", "slovo").returncode == 0
    commit(history, "2027-04-01")
    assert SELLER in due(history, "2027-07-01")


def test_a_page_that_was_moved_keeps_the_day_it_was_read(history: Path) -> None:
    handbook(history, "rename", "seller", "vendor")
    commit(history, "2027-05-01")
    assert last_readings(history)["sales/roles/vendor.md"] == date(2027, 1, 1)


def test_without_a_history_only_the_days_that_are_written_count(smallest: Path) -> None:
    assert due(smallest, "2037-01-01") == "No page is due for review.\n"
    (smallest / "facts/guides.yml").write_text(
        f"{SELLER}: {{owner: promoter, review_months: 3, reviewed: 2027-01-31}}\n"
    )
    assert SELLER in due(smallest, "2027-04-30")


def test_the_list_is_by_the_names_of_the_owners_and_an_issue_has_both_languages(history: Path) -> None:
    (history / "facts/people.yml").write_text(
        "ana:\n  name: Ана Петровић\n  roles: [seller]\n  email: ana@firm.example\n", "utf-8"
    )
    assert "Seller · Ana Petrović:\n" in due(history, "2027-07-01")
    issue = due(history, "2027-07-01", "issue")
    assert "### Продавац · Ана Петровић\n" in issue
    assert "- [ ] [Promoter](https://handbook.example/sub/en/marketing/roles/promoter/), due 1 July 2027\n" in issue
    assert due(history, "2027-06-30", "issue") == ""
    (ana, *_) = (page for page in json.loads(due(history, "2027-07-01", "json")) if page["path"] == PROMOTER)
    assert ana == {
        "path": PROMOTER,
        "owner": "seller",
        "people": [{"name": "Ана Петровић", "email": "ana@firm.example"}],
        "due": "2027-07-01",
        "titles": {"sr": "Промотер", "en": "Promoter"},
    }


@pytest.mark.parametrize(
    ("body", "issues", "called"),
    [
        ("x\n", [], {"path": "repos/firm/book/issues", "title": TITLE, "body": "x\n"}),
        ("x\n", [{"number": 4, "title": "Other"}, ISSUE], {"path": "repos/firm/book/issues/9", "body": "x\n"}),
        ("", [ISSUE], {"path": "repos/firm/book/issues/9", "state": "closed"}),
        ("", [], None),
    ],
)
def test_each_month_one_issue_is_opened_or_updated_and_closed_when_all_is_read(
    tmp_path: Path, body: str, issues: list[dict[str, object]], called: dict[str, str] | None
) -> None:
    (tmp_path / "due.md").write_text(body)
    (tmp_path / "api.json").write_text(json.dumps({"repos/firm/book/issues": issues}))
    env = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", "HOST": str(tmp_path), "GH_TOKEN": "t"}
    script = [ROOT / ".ci/remind"]
    subprocess.run(script, cwd=tmp_path, env={**env, "REPOSITORY": "firm/book"}, check=True)
    calls = tmp_path / "calls"
    assert ([json.loads(line) for line in calls.read_text("utf-8").splitlines()] if calls.exists() else []) == (
        [called] if called else []
    )
